/// What the preview's own parts look like, on top of the theme's `preview.css`.
let liveCSS = """
  html.patching { overflow-anchor: none; }
  :target, main [id] { scroll-margin-top: 4rem; }
  html.no-side body { grid-template-columns: minmax(0, 1fr); }
  html.no-side nav.side { display: none; }
  .column { min-width: 0; }

  /* The tools above every page */
  .live { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.2rem 1rem;
    align-items: center; padding: 0.5rem 1.5em; background: var(--paper);
    border-bottom: 1px solid var(--rule); font-size: 0.8rem; }
  .live a, .live span { display: inline-block; padding: 0.3rem 0; color: var(--quiet);
    text-decoration: none; }
  .live a:hover, .live a[aria-current] { color: var(--ink); text-decoration: underline; }
  .live .counts { margin-left: auto; font-variant-numeric: lining-nums; }
  .live b { margin-left: 0.35em; padding: 0 0.4em; border-radius: 1em; background: var(--link);
    color: var(--paper); font-size: 0.9em; font-weight: normal; font-variant-numeric: lining-nums; }
  .live button, button.copy, form.search button { min-height: 1.75rem; padding: 0.15rem 0.6rem;
    border: 1px solid var(--rule); border-radius: 3px; background: none; color: var(--quiet);
    font: inherit; cursor: pointer; }
  .live button:hover, button.copy:hover, form.search button:hover { border-color: var(--quiet);
    color: var(--ink); }
  html.lost .live::after { content: "The preview has ended or cannot be reached."; flex-basis: 100%;
    color: var(--link); }

  /* What is wrong right now: over the page, so that nothing moves */
  .trouble { position: fixed; z-index: 2; right: 0; bottom: 0; left: 0; max-height: 40vh;
    overflow-y: auto; padding: 0.8rem 1.5em; border-top: 3px solid var(--link);
    background: var(--shade); font-size: 0.85rem; }
  .trouble p, section.message .said { font-variant-numeric: lining-nums; }
  .trouble p { text-indent: 0; overflow-wrap: anywhere; }
  .trouble p + p { margin-top: 0.3rem; }
  .trouble strong { display: block; font-weight: normal; color: var(--link); }

  /* Names and dates say more */
  a.person, span.date { text-decoration: underline dotted; text-underline-offset: 0.22em;
    text-decoration-color: color-mix(in srgb, var(--quiet) 55%, var(--paper)); }
  a.person { position: relative; color: inherit; }
  a.person:hover { text-decoration: underline solid var(--quiet); }
  span.date { cursor: help; }
  #tip, a.person::after { padding: 0.45rem 0.8rem; background: var(--ink); color: var(--paper);
    font-size: 0.8rem; font-style: normal; font-variant-caps: normal; letter-spacing: 0;
    line-height: 1.35; text-align: left; text-indent: 0; white-space: normal; border-radius: 4px; }
  #tip { position: fixed; z-index: 3; box-sizing: border-box; width: max-content;
    max-width: min(22rem, calc(100vw - 1.5rem)); overflow-wrap: anywhere; }
  #tip[hidden] { display: none; }
  #tip small { display: block; font-size: 0.9em; opacity: 0.85; }
  @media (scripting: none) {
    a.person::after { content: attr(data-who); position: absolute; left: 0; bottom: 1.6em;
      z-index: 3; display: none; width: max-content; max-width: min(18em, 60vw); }
    a.person:hover::after, a.person:focus-visible::after { display: block; }
    .live button, button.copy { display: none; }
  }

  /* Contents, search, people */
  body.toc main section[aria-labelledby=contents] { width: fit-content; max-width: 100%;
    margin: 0 auto; text-align: left; }
  body.titlepage figure.cover, body.titlepage .cover { margin: 0 0 2.5rem; }
  body.titlepage .cover img { max-height: 26rem; box-shadow: 0 1px 6px rgb(0 0 0 / 35%); }
  span.count { padding-left: 0.8em; color: var(--quiet); font-size: 0.8em;
    font-variant-numeric: lining-nums tabular-nums; }
  p.quiet, .quiet { color: var(--quiet); }
  ol.places { padding-left: 1.6em; hyphens: none; }
  ol.places li { margin: 0.5em 0; }
  mark { background: var(--shade); color: inherit; border-bottom: 2px solid var(--link); }
  form.search { display: flex; gap: 0.5rem; margin: 1.5em 0; }
  form.search input { flex: 1; min-width: 0; padding: 0.4rem 0.7rem;
    border: 1px solid var(--quiet); border-radius: 3px; background: var(--paper);
    color: var(--ink); font: inherit; }

  /* The workbench: on the left what was written, on the right what is said of it */
  body.workbench main.book { max-width: 62em; hyphens: none; }
  body.workbench h2 { margin: 2.4em 0 0.6em; text-align: left; }
  section.message { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0.3rem 2rem; margin: 0; padding: 1em 0; border-top: 1px solid var(--rule); }
  section.message blockquote { margin: 0; font-size: 0.95em; }
  section.message .said { font-size: 0.88rem; line-height: 1.45; }
  section.message .said p { margin-bottom: 0.4em; text-indent: 0; overflow-wrap: anywhere; }
  section.message p.where { grid-column: 1 / -1; text-indent: 0; font-size: 0.85rem; }
  section.message .severity { color: var(--quiet); font-variant-caps: small-caps;
    letter-spacing: 0.05em; }
  section.message.error .severity { color: var(--link); }
  button.copy { max-width: 100%; margin: 0.1rem 0.3rem 0.1rem 0; text-align: left;
    overflow-wrap: anywhere; color: var(--ink); font-size: 0.8em;
    font-family: ui-monospace, "DejaVu Sans Mono", monospace; }
  dl.choices { display: grid; grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.2rem 0.8rem; margin: 0; align-items: baseline; }
  dl.choices dd { margin: 0; }

  /* The printed pages */
  body.pages main.book { max-width: none; padding: 0; }
  body.pages h1 { position: absolute; left: -99rem; }
  object.pages { display: block; width: 100%; height: calc(100vh - 3.1rem); border: 0; }

  @media (max-width: 50em) {
    .live { position: static; gap: 0 0.9rem; padding: 0.4rem 1.2em; }
    :target, main [id] { scroll-margin-top: 1rem; }
    .live .counts { margin-left: 0; }
    section.message { grid-template-columns: minmax(0, 1fr); }
    dl.choices { grid-template-columns: minmax(0, 1fr); }
    object.pages { height: calc(100vh - 5rem); }
  }
  @media print { .live, .trouble, #tip { display: none; } }

  """
