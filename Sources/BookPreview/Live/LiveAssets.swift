/// What the preview's own parts look like, on top of the theme's `preview.css`.
let liveCSS = """
  html { overflow-anchor: none; }
  :target, main [id] { scroll-margin-top: 4rem; }
  body.no-side { grid-template-columns: minmax(0, 1fr); }
  body.no-side nav.side { display: none; }
  .live { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; align-items: center;
    padding: 0.5rem 1.5em; background: var(--paper); border-bottom: 1px solid var(--rule); font-size: 0.8rem; }
  .live a, .live span { display: inline-block; padding: 0.3rem 0; color: var(--quiet); text-decoration: none; }
  .live a:hover, .live a[aria-current] { color: var(--ink); text-decoration: underline; }
  .live .counts { margin-left: auto; font-variant-numeric: lining-nums; }
  .live button, button.copy, form.search button { min-height: 1.75rem; padding: 0.15rem 0.6rem; border: 1px solid var(--rule);
    border-radius: 3px; background: none; color: var(--quiet); font: inherit; cursor: pointer; }
  button.copy { max-width: 100%; overflow-wrap: anywhere; font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 0.8em; color: var(--ink); }
  .trouble { margin: 0; padding: 0.8rem 1.5em; border-bottom: 2px solid var(--link); background: var(--shade); font-size: 0.85rem; }
  .trouble p { text-indent: 0; overflow-wrap: anywhere; }
  .column { min-width: 0; }
  p.quiet, .quiet { color: var(--quiet); }
  a.person { position: relative; color: inherit; text-decoration: underline dotted; text-decoration-color: var(--quiet); }
  a.person::after { content: attr(data-who); position: absolute; left: 0; bottom: 1.6em; z-index: 3; display: none; width: max-content;
    max-width: 18em; padding: 0.35rem 0.7rem; background: var(--ink); color: var(--paper); font-size: 0.8rem; font-style: normal; line-height: 1.3;
    text-indent: 0; border-radius: 3px; font-variant-caps: normal; letter-spacing: 0; white-space: normal; }
  a.person:hover::after, a.person:focus-visible::after { display: block; }
  span.date { position: relative; text-decoration: underline dotted; text-decoration-color: var(--quiet); text-underline-offset: 0.25em; }
  span.date.open::after { content: attr(title); position: absolute; left: 0; bottom: 1.6em; z-index: 3; width: max-content; max-width: 18em;
    padding: 0.35rem 0.7rem; background: var(--ink); color: var(--paper); font-size: 0.8rem; font-style: normal; line-height: 1.3;
    text-indent: 0; border-radius: 3px; font-variant-caps: normal; letter-spacing: 0; white-space: normal; }
  body.toc main section[aria-labelledby=contents] { width: fit-content; max-width: 100%; margin: 0 auto; text-align: left; }
  ol.places { padding-left: 1.6em; } ol.places li { margin: 0.5em 0; }
  mark { background: var(--shade); color: inherit; border-bottom: 2px solid var(--link); }
  form.search { display: flex; gap: 0.5rem; margin: 1.5em 0; }
  form.search input { flex: 1; min-width: 0; padding: 0.4rem 0.7rem; border: 1px solid var(--quiet); border-radius: 3px;
    background: var(--paper); color: var(--ink); font: inherit; }
  section.message { margin: 1.2em 0; padding-left: 1em; border-left: 3px solid var(--rule); }
  section.message.error { border-left-color: var(--link); }
  section.message blockquote { margin: 0.4em 0; color: var(--quiet); font-size: 0.9em; }
  object.pages { width: 100%; height: 80vh; border: 1px solid var(--rule); }
  @media (max-width: 50em) { .live { gap: 0 0.9rem; padding: 0.4rem 1.2em; } .live .counts { margin-left: 0; } }
  @media (scripting: none) { .live button { display: none; } }
  @media print { .live, .trouble { display: none; } }

  """

/// The preview's script: theme, keys, search as one types, and patching the page after a save.
/// Everything it does beyond following a save also works without it.
let liveJS = """
  'use strict';
  (() => {
    const root = document.documentElement, body = document.body;
    const memory = { get(k) { try { return localStorage.getItem(k); } catch { return null; } },
                     set(k, v) { try { localStorage.setItem(k, v); } catch { } } };
    const dress = () => { const t = memory.get('theme'); if (t && t !== 'auto') root.dataset.theme = t; else delete root.dataset.theme;
      const narrow = matchMedia('(max-width: 50em)').matches;
      body.classList.toggle('no-side', (memory.get('side') || (narrow ? 'off' : 'on')) === 'off');
      const names = { light: 'Light', sepia: 'Sepia', dark: 'Dark' };
      for (const button of document.querySelectorAll('[data-act=theme]')) button.textContent = 'Colours: ' + (names[t] || 'System');
      for (const button of document.querySelectorAll('[data-act=side]')) button.setAttribute('aria-pressed', String(!body.classList.contains('no-side'))); };
    dress();

    document.addEventListener('click', event => {
      const button = event.target.closest('button');
      const date = event.target.closest('span.date[title]');
      for (const open of document.querySelectorAll('span.date.open')) if (open !== date) open.classList.remove('open');
      if (date) date.classList.toggle('open');
      if (!button) return;
      if (button.dataset.copy !== undefined) {
        const words = button.dataset.copy;
        const done = () => { button.textContent = 'copied'; setTimeout(() => { button.textContent = words; }, 1200); };
        navigator.clipboard ? navigator.clipboard.writeText(words).then(done, () => {}) : done();
      } else if (button.dataset.act === 'theme') {
        const order = ['auto', 'light', 'sepia', 'dark'];
        memory.set('theme', order[(order.indexOf(memory.get('theme') || 'auto') + 1) % order.length]); dress();
      } else if (button.dataset.act === 'side') {
        memory.set('side', body.classList.contains('no-side') ? 'on' : 'off'); dress();
      }
    });

    document.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
      const go = selector => { const link = document.querySelector(selector); if (link) { event.preventDefault(); link.click(); } };
      if (event.key === 'n' || event.key === 'ArrowRight') go('a[rel=next]');
      else if (event.key === 'p' || event.key === 'ArrowLeft') go('a[rel=prev]');
      else if (event.key === 'c') go('.live a[data-key=c]');
      else if (event.key === '/') { const q = document.getElementById('q'); if (q) { event.preventDefault(); q.focus(); } else go('.live a[data-key="/"]'); }
    });

    const page = async url => new DOMParser().parseFromString(await (await fetch(url, { cache: 'no-store' })).text(), 'text/html');

    const input = document.getElementById('q');
    if (input) {
      input.focus();
      let last = input.value, timer = 0;
      input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(async () => {
        const words = input.value; if (words === last) return; last = words;
        const found = await page('search.html?q=' + encodeURIComponent(words));
        if (input.value === words) document.getElementById('results').replaceWith(found.getElementById('results'));
      }, 80); });
    }

    // Keeps what is the same, puts in what is new, takes out what is gone.
    const alike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id || '') === (b.id || '');
    const patch = (now, next) => {
      if (now.isEqualNode(next)) return;
      if (now.nodeType !== 1) { now.nodeValue = next.nodeValue; return; }
      for (const { name } of [...now.attributes]) if (!next.hasAttribute(name)) now.removeAttribute(name);
      for (const { name, value } of [...next.attributes]) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
      const wanted = [...next.childNodes], byID = new Map();
      for (const child of now.children) if (child.id) byID.set(child.id, child);
      let at = now.firstChild;
      for (const child of wanted) {
        const kept = child.id && byID.get(child.id);
        if (kept && kept.parentNode === now) {
          if (kept !== at) now.insertBefore(kept, at); else at = at.nextSibling;
          patch(kept, child);
        } else if (at && alike(at, child)) { const here = at; at = at.nextSibling; patch(here, child); }
        else now.insertBefore(document.adoptNode(child), at);
      }
      while (at) { const rest = at.nextSibling; at.remove(); at = rest; }
    };

    const refresh = async () => {
      const next = await page(location.href);
      const leaves = () => [...document.querySelectorAll('main [id]')].filter(e => !e.querySelector('[id]'));
      const anchor = leaves().find(e => e.getBoundingClientRect().bottom > 60);
      const top = anchor && anchor.getBoundingClientRect().top;
      const words = anchor && anchor.textContent, place = anchor && leaves().indexOf(anchor);
      const typed = input && input.value;
      document.title = next.title;
      for (const selector of ['nav.side', '.live', '.trouble-place', 'main']) {
        const now = document.querySelector(selector), then = next.querySelector(selector);
        if (now && then) patch(now, then);
      }
      if (input && typed !== null) input.value = typed;
      dress();
      // The same words where they were; numbered paragraphs may have moved on.
      if (anchor && scrollY > 0) {
        const all = leaves();
        let best = anchor.isConnected ? anchor : null, least = Infinity;
        for (let i = 0; i < all.length; i++)
          if (Math.abs(i - place) < least && all[i].textContent === words) { best = all[i]; least = Math.abs(i - place); }
        const settle = () => { const off = best.getBoundingClientRect().top - top; if (Math.abs(off) > 0.5) scrollBy(0, off); };
        if (best) { settle(); requestAnimationFrame(settle); }
      }
      root.dataset.version = next.documentElement.dataset.version;
    };

    const follow = async () => {
      for (;;) {
        try {
          const version = Number(root.dataset.version);
          const answer = await (await fetch('version?since=' + version, { cache: 'no-store' })).json();
          if (answer.version !== version) { await refresh(); root.dataset.version = answer.version; }
        } catch { await new Promise(resolve => setTimeout(resolve, 1000)); }
      }
    };
    if (root.dataset.version) follow();
  })();

  """
