/// The theme `classic` as it stands in `Styles/classic`, for a bookc that was copied elsewhere.
///
/// Written by `Scripts/embed-theme`; a test holds it equal to the folder.
package enum BuiltInTheme {
  /// Its name.
  package static let name = "classic"
  /// `book.css`.
  package static let bookCSS = #"""
    @charset "utf-8";
    /* Classic: a quiet book page. The reader's own settings win: no font, size, colour or background
       is set on the text, lengths are in em and %, ornaments take the colour of the text.
       Every class is listed in Styles/README.md. */

    /* The page and its text */
    html { hyphens: auto; -epub-hyphens: auto; -webkit-hyphens: auto; }
    body {
      margin: 0 5%;
      font-variant-numeric: oldstyle-nums proportional-nums;
      font-variant-ligatures: common-ligatures;
      font-kerning: normal;
      orphans: 2;
      widows: 2;
      overflow-wrap: break-word;
    }
    p { margin: 0; text-indent: 1.3em; text-align: justify; }
    p.first, p.opening { text-indent: 0; }
    a { color: inherit; text-decoration: underline; text-decoration-thickness: 0.06em; text-underline-offset: 0.16em; }
    em, i, cite, dfn { font-style: italic; }
    em em, i em, em i { font-style: normal; }
    .small-caps { font-variant-caps: small-caps; letter-spacing: 0.05em; }
    abbr { text-decoration: none; }
    sup, sub { font-size: 0.72em; line-height: 0; }
    code, pre, kbd, samp { font-family: monospace; font-size: 0.86em; hyphens: none; -webkit-hyphens: none; }
    pre { margin: 1.2em 0 1.2em 1.3em; white-space: pre-wrap; text-align: left; line-height: 1.4; break-inside: avoid; }

    /* Headings: lighter than the text they lead, never bold */
    h1, h2, h3, h4 {
      margin: 2em 0 0.8em; text-indent: 0; text-align: center; font-weight: normal; line-height: 1.25;
      hyphens: none; -webkit-hyphens: none; break-after: avoid; page-break-after: avoid; break-inside: avoid;
    }
    h1 { font-size: 1.65em; }
    h2 { font-size: 1em; font-variant-caps: small-caps; letter-spacing: 0.08em; }
    h3 { font-size: 1em; font-style: italic; }
    h4 { font-size: 0.95em; font-style: italic; text-align: left; }

    /* The opener: sunk, a small ordinal over a large title */
    header.opener { margin: 3.6em 0 3em; text-align: center; break-after: avoid; page-break-after: avoid; }
    header.opener h1 { margin: 0.35em 0 0; font-style: italic; }
    header.opener p.number { text-indent: 0; text-align: center; font-size: 0.9em; font-variant-caps: small-caps; letter-spacing: 0.16em; }
    p.opening span.lead { font-variant-caps: small-caps; letter-spacing: 0.05em; }
    /* The drop capital only where a line is long enough to carry it; elsewhere the lead-in suffices */
    @media (min-width: 22em) {
      p.opening::first-letter { float: left; margin: 0.05em 0.07em -0.1em 0; font-size: 3.2em; line-height: 0.82; font-variant-caps: normal; letter-spacing: 0; }
      @supports (initial-letter: 3) or (-webkit-initial-letter: 3) {
        p.opening::first-letter { float: none; margin: 0 0.25em 0 0; font-size: inherit; line-height: inherit; -webkit-initial-letter: 3; initial-letter: 3; }
      }
    }

    /* Scene breaks */
    hr { margin: 1.6em auto; border: 0; border-top: 1px solid; width: 4em; opacity: 0.6; }
    hr.scene-break { width: auto; color: inherit; height: auto; border: 0; opacity: 1; text-align: center; line-height: 1; break-after: avoid; page-break-after: avoid; }
    hr.scene-break::before { content: "\00B7\2002\25CA\2002\00B7"; }

    /* Pictures */
    figure { margin: 1.6em 0; text-align: center; break-inside: avoid; page-break-inside: avoid; }
    img, svg { max-width: 100%; max-height: 85vh; height: auto; }
    figure.plate { margin: 0; break-before: page; page-break-before: always; break-after: page; page-break-after: always; }
    figcaption { margin-top: 0.6em; font-size: 0.88em; font-style: italic; text-align: center; line-height: 1.35; }
    figcaption em { font-style: normal; }
    span.credit { display: block; margin-top: 0.25em; font-size: 0.86em; font-style: normal; }

    /* Notes */
    a.noteref { font-size: 0.72em; line-height: 0; vertical-align: super; text-decoration: none; padding: 0 0.1em 0 0.04em; font-variant-numeric: lining-nums; }
    section.footnotes { margin-top: 2.4em; }
    section.footnotes::before { content: ""; display: block; width: 4em; margin-bottom: 0.9em; border-top: 1px solid; opacity: 0.6; }
    aside.footnote { margin: 0 0 0.6em; font-size: 0.86em; }
    aside.footnote p { text-indent: 0; }
    aside.footnote p + p { text-indent: 1.3em; }

    /* Quotation, letters, diaries, documents, transcripts */
    blockquote, section.letter, section.diary, section.document, section.transcript { margin: 1.3em 1.3em; }
    blockquote p:first-child, section.letter p:first-child, section.document p:first-child { text-indent: 0; }
    p.dateline { margin-bottom: 0.5em; text-indent: 0; text-align: right; font-style: italic; break-after: avoid; page-break-after: avoid; }
    section.diary p.dateline { text-align: left; font-style: normal; font-variant-caps: small-caps; letter-spacing: 0.05em; }
    p.dateline + p { text-indent: 0; }
    p.signature { margin-top: 0.5em; text-indent: 0; text-align: right; font-variant-caps: small-caps; letter-spacing: 0.05em; break-before: avoid; page-break-before: avoid; }
    section.document { border-left: 1px solid; padding-left: 1em; }
    section.transcript p { padding-left: 2em; text-indent: -2em; text-align: left; }
    section.transcript strong { font-weight: normal; font-variant-caps: small-caps; letter-spacing: 0.05em; }

    /* Verse and epigraphs */
    div.verse { margin: 1.3em 1.6em; }
    p.stanza { margin-bottom: 0.9em; text-indent: 0; text-align: left; hyphens: none; -webkit-hyphens: none; break-inside: avoid; page-break-inside: avoid; }
    span.line { display: block; padding-left: 3em; text-indent: -3em; }
    section.epigraph, blockquote.epigraph { margin: 2em 8%; }
    section.epigraph p, blockquote.epigraph p { text-indent: 0; text-align: left; font-style: italic; }
    section.epigraph p em, blockquote.epigraph p em { font-style: normal; }
    section.epigraph p.attribution, blockquote.epigraph p.attribution, p.attribution { margin-top: 0.5em; text-indent: 0; text-align: right; font-style: normal; font-variant-caps: small-caps; letter-spacing: 0.05em; }
    p.attribution em { font-variant-caps: normal; letter-spacing: 0; font-style: italic !important; }

    /* Lists and tables; a table folds its cells rather than run off a phone */
    ul, ol { margin: 0.9em 0; padding-left: 1.6em; }
    li p { text-indent: 0; }
    div.table { margin: 1.4em 0; break-inside: avoid; page-break-inside: avoid; }
    table { margin: 0 auto; max-width: 100%; border-collapse: collapse; font-size: 0.9em; line-height: 1.35; font-variant-numeric: lining-nums tabular-nums; border-top: 1px solid; border-bottom: 1px solid; }
    th, td { padding: 0.35em 0.7em; text-align: left; vertical-align: top; }
    thead th { font-weight: normal; font-variant-caps: small-caps; letter-spacing: 0.05em; border-bottom: 1px solid; }
    tbody th { font-weight: normal; }

    /* Title pages and the pages around them */
    body.cover { margin: 0; padding: 0; text-align: center; }
    body.cover img, body.cover svg { max-height: 100vh; }
    body.halftitle, body.titlepage, body.dedication, body.part { text-align: center; }
    body.halftitle p, body.titlepage p, body.dedication p, body.part p { text-indent: 0; text-align: center; }
    body.halftitle p.title { margin-top: 30%; font-size: 1.2em; font-variant-caps: small-caps; letter-spacing: 0.12em; }
    body.titlepage p.title, body.titlepage h1 { margin: 22% 0 0; font-size: 2.1em; line-height: 1.15; }
    p.subtitle { margin-top: 0.7em; font-size: 1.15em; font-style: italic; }
    p.author { margin-top: 2.6em; font-variant-caps: small-caps; letter-spacing: 0.12em; }
    p.ornament { margin: 2.6em 0; }
    p.publisher { margin-top: 3em; font-size: 0.9em; font-style: italic; }
    body.copyright p, body.colophon p { margin-bottom: 0.7em; text-indent: 0; text-align: left; font-size: 0.88em; }
    body.dedication p { margin-top: 0.5em; font-style: italic; }
    body.dedication section > p:first-of-type { margin-top: 6em; }
    body.part h1 { margin-top: 35%; font-variant-caps: small-caps; letter-spacing: 0.1em; }

    /* Contents */
    body.toc ol { margin: 0; padding: 0; list-style: none; }
    body.toc li { margin: 0.45em 0; padding-left: 1.5em; text-indent: -1.5em; }
    body.toc li ol { padding-left: 1.5em; }
    body.toc a, ul.index-entries a, body.chronology a { text-decoration: none; }

    /* Index of people */
    p.headnote { margin-bottom: 1.2em; text-indent: 0; font-size: 0.9em; font-style: italic; }
    section.index-group { margin-top: 1.1em; }
    section.index-group h2 { margin: 0 0 0.2em; text-align: left; }
    ul.index-entries, ul.index-entries ul { margin: 0; padding: 0; list-style: none; }
    li.index-entry { padding-left: 2em; text-indent: -2em; line-height: 1.5; text-align: left; }
    li.index-entry li.index-entry { margin-left: 1em; }
    ul.index-locators, ul.index-locators li { display: inline; }
    ul.index-locators span { white-space: nowrap; }
    ul.index-locators li + li::before { content: ", "; }
    ul.index-locators li.next-chapter::before { content: "; "; }
    a.locator { display: inline-block; min-height: 1.5em; text-indent: 0; }
    a.caption.locator { font-style: italic; }
    a.passing.locator { opacity: 0.8; }

    /* Chronology and cast */
    section.year { margin-top: 1.2em; }
    section.year h2 { margin: 0 0 0.3em; text-align: left; font-variant-caps: normal; font-size: 1.15em; }
    ol.events { margin: 0; padding: 0; list-style: none; }
    ol.events li { margin-bottom: 0.4em; padding-left: 2em; text-indent: -2em; text-align: left; }
    .when { font-style: italic; }
    span.age { font-size: 0.9em; }
    dl.cast dt { margin-top: 0.7em; font-variant-caps: small-caps; letter-spacing: 0.05em; }
    dl.cast dd { margin: 0 0 0 1.3em; }

    """#
  /// `preview.css`.
  package static let previewCSS = #"""
    @charset "utf-8";
    /* The HTML site of the classic theme. It stands alone: the same page as the book, in the browser,
       with a contents beside it. Light, dark and sepia are three designed palettes, chosen by
       data-theme on <html>, else by the reader's system. Text contrast is at least 7:1 in each. */

    :root {
      color-scheme: light;
      --paper: #fdfcf9; --ink: #22201c; --quiet: #55504a; --link: #6b2416; --rule: #cfc9bd; --shade: #f4f1ea; --plate: #ffffff;
    }
    :root[data-theme="sepia"] {
      color-scheme: light;
      --paper: #f5ead3; --ink: #33271a; --quiet: #54442f; --link: #6e2410; --rule: #cdbb98; --shade: #ecdfc3; --plate: #fbf5e6;
    }
    :root[data-theme="dark"] {
      color-scheme: dark;
      --paper: #17161a; --ink: #dedad2; --quiet: #b5b0a8; --link: #e7b596; --rule: #45424a; --shade: #201f24; --plate: #f2efe8;
    }
    @media (prefers-color-scheme: dark) {
      :root:not([data-theme]), :root[data-theme="auto"] {
        color-scheme: dark;
        --paper: #17161a; --ink: #dedad2; --quiet: #b5b0a8; --link: #e7b596; --rule: #45424a; --shade: #201f24; --plate: #f2efe8;
      }
    }

    /* The sheet */
    html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scrollbar-gutter: stable; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font-family: "EB Garamond", "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
      line-height: 1.5; font-variant-numeric: oldstyle-nums proportional-nums; font-kerning: normal;
      display: grid; grid-template-columns: 15rem minmax(0, 1fr);
    }
    main.book { box-sizing: border-box; width: 100%; max-width: 37em; margin: 0 auto; padding: 2.5rem 1.5em 6rem; hyphens: auto; overflow-wrap: break-word; }
    p { margin: 0; text-indent: 1.4em; }
    p.first, p.opening { text-indent: 0; }
    a { color: var(--link); text-decoration: underline; text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
    a:hover { text-decoration-thickness: 0.12em; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
    ::selection { background: var(--link); color: var(--paper); }
    em em, i em, em i { font-style: normal; }
    .small-caps { font-variant-caps: small-caps; letter-spacing: 0.05em; }
    sup, sub { font-size: 0.72em; line-height: 0; }
    code, pre, kbd, samp { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 0.82em; hyphens: none; }
    pre { margin: 1.4em 0; padding: 0.9em 1.1em; background: var(--shade); white-space: pre-wrap; line-height: 1.45; }

    /* The way round: quiet until wanted */
    a.skip { position: absolute; left: 1rem; top: -6rem; z-index: 2; padding: 0.5rem 0.9rem; background: var(--ink); color: var(--paper); }
    a.skip:focus { top: 1rem; }
    nav.side {
      box-sizing: border-box; position: sticky; top: 0; height: 100vh; overflow-y: auto;
      padding: 2.5rem 1rem 2rem 1.5rem; border-right: 1px solid var(--rule); font-size: 0.85rem; line-height: 1.35;
    }
    nav.side p { text-indent: 0; }
    nav.side .title { margin: 0 0 0.9rem; font-size: 1.05rem; font-style: italic; }
    nav.side ol, nav.side ul { margin: 0; padding: 0; list-style: none; }
    nav.side li ol { padding-left: 0.9rem; }
    nav.side a { display: inline-block; padding: 0.28rem 0; color: var(--quiet); text-decoration: none; }
    nav.side a:hover, nav.side a[aria-current] { color: var(--ink); text-decoration: underline; }
    nav.side a[aria-current] { font-style: italic; }
    nav.side button { min-height: 2rem; padding: 0.2rem 0.6rem; border: 1px solid var(--rule); border-radius: 3px; background: none; color: var(--quiet); font: inherit; cursor: pointer; }
    nav.side button[aria-pressed="true"] { border-color: var(--ink); color: var(--ink); }
    nav.pager { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem 2rem; margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: 0.9rem; line-height: 1.35; hyphens: none; }
    nav.pager a { display: inline-block; padding: 0.3rem 0; text-decoration: none; }
    nav.pager a:hover { text-decoration: underline; }
    nav.pager a[rel="next"] { margin-left: auto; text-align: right; }

    /* Headings and openers */
    h1, h2, h3, h4 { margin: 2.2em 0 0.8em; text-align: center; font-weight: normal; line-height: 1.25; hyphens: none; text-wrap: balance; }
    h1 { margin-top: 0.6em; font-size: 1.9em; }
    h2 { font-size: 1em; font-variant-caps: small-caps; letter-spacing: 0.09em; }
    h3 { font-size: 1em; font-style: italic; }
    h4 { font-size: 0.95em; font-style: italic; text-align: left; }
    header.opener { margin: 3.5em 0 3em; text-align: center; }
    header.opener h1 { margin: 0.3em 0 0; font-style: italic; }
    header.opener p.number { text-indent: 0; color: var(--quiet); font-size: 0.9em; font-variant-caps: small-caps; letter-spacing: 0.16em; }
    p.opening span.lead { font-variant-caps: small-caps; letter-spacing: 0.05em; }
    p.opening::first-letter { float: left; margin: 0.06em 0.07em -0.1em 0; font-size: 3.4em; line-height: 0.8; font-variant-caps: normal; letter-spacing: 0; }
    @supports (initial-letter: 3) or (-webkit-initial-letter: 3) {
      p.opening::first-letter { float: none; margin: 0 0.25em 0 0; font-size: inherit; line-height: inherit; -webkit-initial-letter: 3; initial-letter: 3; }
    }
    hr { margin: 1.8em auto; border: 0; border-top: 1px solid var(--rule); width: 5em; }
    hr.scene-break { width: auto; color: inherit; border: 0; text-align: center; line-height: 1; }
    hr.scene-break::before { content: "\00B7\2002\25CA\2002\00B7"; }

    /* Pictures, quotations, verse */
    figure { margin: 2em 0; text-align: center; }
    img, svg { max-width: 100%; height: auto; max-height: 85vh; }
    figure img[src$=".svg"] { background: var(--plate); }
    :root[data-theme="dark"] figure img { filter: brightness(0.92); }
    figcaption { margin-top: 0.6em; font-size: 0.88em; font-style: italic; line-height: 1.4; text-wrap: pretty; }
    span.credit { display: block; margin-top: 0.2em; color: var(--quiet); font-size: 0.88em; font-style: normal; }
    blockquote, section.letter, section.diary, section.document, section.transcript { margin: 1.5em 1.5em; }
    blockquote p:first-child, section.letter p:first-child, section.document p:first-child, p.dateline + p { text-indent: 0; }
    p.dateline { margin-bottom: 0.4em; text-indent: 0; text-align: right; font-style: italic; }
    section.diary p.dateline { text-align: left; font-style: normal; font-variant-caps: small-caps; letter-spacing: 0.05em; }
    p.signature { margin-top: 0.5em; text-indent: 0; text-align: right; font-variant-caps: small-caps; letter-spacing: 0.05em; }
    section.document { padding-left: 1.1em; border-left: 2px solid var(--rule); }
    section.transcript p { padding-left: 2em; text-indent: -2em; }
    section.transcript strong { font-weight: normal; font-variant-caps: small-caps; letter-spacing: 0.05em; }
    div.verse { margin: 1.5em 2em; }
    p.stanza { margin-bottom: 1em; text-indent: 0; hyphens: none; }
    span.line { display: block; padding-left: 3em; text-indent: -3em; }
    section.epigraph, blockquote.epigraph { margin: 2.5em 8%; font-style: italic; }
    section.epigraph p, blockquote.epigraph p { text-indent: 0; }
    p.attribution { margin-top: 0.5em; text-indent: 0; text-align: right; font-style: normal; font-variant-caps: small-caps; letter-spacing: 0.05em; }
    p.attribution em { font-style: italic; font-variant-caps: normal; letter-spacing: 0; }

    /* Notes, lists, tables */
    a.noteref { padding: 0 0.1em 0 0.04em; font-size: 0.72em; line-height: 0; vertical-align: super; text-decoration: none; font-variant-numeric: lining-nums; }
    section.footnotes { margin-top: 3em; padding-top: 1em; border-top: 1px solid var(--rule); }
    aside.footnote { margin-bottom: 0.6em; font-size: 0.88em; line-height: 1.45; }
    aside.footnote p { text-indent: 0; }
    :target { background: var(--shade); scroll-margin-top: 2em; }
    ul, ol { margin: 1em 0; padding-left: 1.6em; }
    li p { text-indent: 0; }
    div.table { margin: 1.6em 0; overflow-x: auto; }
    table { margin: 0 auto; border-collapse: collapse; font-size: 0.9em; line-height: 1.4; font-variant-numeric: lining-nums tabular-nums; border-top: 1px solid; border-bottom: 1px solid; }
    th, td { padding: 0.35em 0.8em; text-align: left; vertical-align: top; hyphens: none; }
    th { font-weight: normal; }
    thead th { font-variant-caps: small-caps; letter-spacing: 0.05em; border-bottom: 1px solid; }

    /* The pages around the text */
    body.cover img, body.cover svg { max-height: 80vh; }
    body.halftitle main, body.titlepage main, body.dedication main, body.part main, body.cover main { text-align: center; }
    body.halftitle p, body.titlepage p, body.dedication p, body.part p { text-indent: 0; }
    p.title { margin-top: 3rem; font-size: 2.3em; line-height: 1.15; text-indent: 0; text-wrap: balance; }
    body.halftitle p.title { font-size: 1.3em; font-variant-caps: small-caps; letter-spacing: 0.12em; }
    p.subtitle { margin-top: 0.6em; font-size: 1.2em; font-style: italic; text-indent: 0; }
    p.author { margin-top: 2.4em; text-indent: 0; font-variant-caps: small-caps; letter-spacing: 0.12em; }
    p.ornament, p.publisher { margin-top: 2.4em; text-indent: 0; }
    p.publisher { font-size: 0.9em; font-style: italic; }
    body.dedication p { margin-top: 3rem; font-style: italic; }
    body.copyright p, body.colophon p { margin-bottom: 0.7em; text-indent: 0; font-size: 0.92em; }
    body.part h1 { margin-top: 4rem; font-variant-caps: small-caps; letter-spacing: 0.1em; }
    body.toc main ol, ol.events, ul.index-entries, ul.index-entries ul { margin: 0; padding: 0; list-style: none; }
    body.toc main li { padding: 0.2em 0; }
    body.toc main li ol { padding-left: 1.5em; }
    p.headnote { margin-bottom: 1.4em; text-indent: 0; color: var(--quiet); font-size: 0.92em; font-style: italic; }
    section.index-group { margin-top: 1.3em; }
    section.index-group h2, section.year h2 { margin: 0 0 0.2em; text-align: left; }
    section.year { margin-top: 1.4em; }
    section.year h2 { font-variant-caps: normal; font-size: 1.15em; }
    li.index-entry, ol.events li { padding-left: 2em; text-indent: -2em; hyphens: none; }
    ol.events li { margin-bottom: 0.4em; }
    li.index-entry li.index-entry { margin-left: 1em; }
    ul.index-locators, ul.index-locators li { display: inline; padding: 0; }
    ul.index-locators span { white-space: nowrap; }
    ul.index-locators li + li::before { content: ", "; }
    ul.index-locators li.next-chapter::before { content: "; "; }
    a.locator { display: inline-block; min-height: 24px; text-indent: 0; text-decoration: none; }
    a.caption.locator { font-style: italic; }
    a.passing.locator { opacity: 0.8; }
    a.locator:hover { text-decoration: underline; }
    .when { font-style: italic; }
    span.age { color: var(--quiet); font-size: 0.9em; }
    dl.cast dt { margin-top: 0.7em; font-variant-caps: small-caps; letter-spacing: 0.05em; }
    dl.cast dd { margin: 0 0 0 1.4em; }

    /* A narrow window, a phone */
    @media (max-width: 62rem) {
      body { display: block; }
      nav.side { position: static; height: auto; max-height: 14rem; padding: 1rem 1.2rem; border-right: 0; border-bottom: 1px solid var(--rule); }
    }
    @media (max-width: 34rem) {
      html { font-size: 106.25%; }
      main.book { padding: 1rem 1.1em 4rem; }
      header.opener { margin: 2.2em 0 2em; }
      blockquote, section.letter, section.diary, section.document, section.transcript { margin: 1.3em 0.8em; }
      div.verse { margin: 1.3em 0.8em; }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

    /* On paper */
    @media print {
      :root, :root[data-theme] { --paper: #fff; --ink: #000; --quiet: #000; --link: #000; --rule: #777; --shade: #fff; color-scheme: light; }
      nav.side, nav.pager, a.skip { display: none; }
      html { font-size: 11pt; }
      body { display: block; }
      main.book { max-width: none; padding: 0; text-align: justify; orphans: 2; widows: 2; }
      a { text-decoration: none; }
      h1, h2, h3, h4, header.opener { break-after: avoid; }
      figure, table, aside.footnote, p.stanza { break-inside: avoid; }
    }

    """#
  /// `theme.yaml`.
  package static let page = #"""
    # Classic: a quiet book page after the old models. Keys: see Styles/README.md.
    name: Classic
    description: Old-style roman, sunk openers, a three-line drop capital, nothing that calls for attention.

    page:
      trim: 5.5x8.5in
      bleed: 0.125in
      margins: { head: 0.8in, foot: 1.08in, inner: 0.55in, outer: 0.8in }
      gutter:
        - { pages: 150, add: 0.1in }
        - { pages: 300, add: 0.15in }
        - { pages: 500, add: 0.25in }
        - { pages: 700, add: 0.35in }
        - { pages: 828, add: 0.45in }

    type:
      family: EB Garamond
      mono: DejaVu Sans Mono
      fallback: [DejaVu Serif]
      size: 10.5pt
      leading: 14pt
      figures: old-style
      ligatures: common
      small-caps-spacing: 0.05em
      mono-scale: 0.82

    paragraph:
      align: justified
      indent: 1.3em
      space: 0 lines
      hyphenate: true
      hyphen-minimum: { before: 2, after: 3, word: 6 }
      hyphen-run: 2
      last-line-minimum: 1.6em
      protrusion: 1.0
      letter-flexibility: 0.02

    opener:
      side: recto
      sink: 9 lines
      align: center
      number: { style: words, label: Chapter, caps: small, size: 10pt, spacing: 0.16em }
      title: { size: 20pt, style: italic, caps: none, leading: 28pt }
      space-between: 1 lines
      space-after: 3 lines
      first-letter: { kind: drop-cap, lines: 3, color: text }
      lead-in: small-caps

    heads:
      h2: { size: 10.5pt, style: roman, weight: regular, caps: small, spacing: 0.08em, align: center, before: 2 lines, after: 1 lines }
      h3: { size: 10.5pt, style: italic, weight: regular, caps: none, spacing: 0em, align: center, before: 1 lines, after: 1 lines }
      h4: { size: 10.5pt, style: italic, weight: regular, caps: none, spacing: 0em, align: left, before: 1 lines, after: 0 lines }

    running-heads:
      verso: { text: title, align: center }
      recto: { text: chapter, align: center }
      size: 9pt
      style: roman
      caps: small
      spacing: 0.1em
      distance: 1.5 lines
      folio: { place: foot-center, size: 9.5pt, figures: old-style, front: lower-roman }

    ornaments:
      scene-break: "· · ·"
      scene-break-in-page: blank
      title-page: "❦"
      color: "#000000"

    blocks:
      note: { size: 8.5pt, leading: 10.5pt, rule: 0.5in, figure: hanging }
      caption: { size: 9pt, leading: 10.5pt, style: italic, align: center }
      credit: { size: 8pt, leading: 10.5pt, style: roman, align: center }
      quotation: { size: 10pt, leading: 14pt, indent: 1.3em, before: 1 lines, after: 1 lines }
      letter: { size: 10pt, leading: 14pt, indent: 1.3em, dateline: { style: italic, align: right }, signature: { caps: small, align: right } }
      diary: { size: 10pt, leading: 14pt, indent: 1.3em, dateline: { caps: small, align: left } }
      document: { size: 10pt, leading: 14pt, indent: 1.3em, side-rule: 0.5pt }
      transcript: { size: 10.5pt, leading: 14pt, hang: 2em, speaker: { caps: small } }
      verse: { size: 10.5pt, leading: 14pt, turnover: 3em, align: center-block, stanza-space: 1 lines }
      epigraph: { size: 10pt, leading: 14pt, style: italic, indent: 8%, attribution: { caps: small, align: right } }
      table: { size: 9.5pt, leading: 12pt, figures: lining, rules: horizontal, head: { caps: small } }
      code: { size: 8.5pt, leading: 12pt, indent: 1.3em }

    contents: { size: 10.5pt, leading: 18pt, leader: space, folio: right, parts: small-caps }
    index: { columns: 2, column-gap: 0.25in, size: 8.5pt, leading: 11pt, hang: 1em, turnover: 2em, groups: letter }
    chronology: { size: 10pt, leading: 13pt, year: hanging, hang: 3.2em }

    """#
}
