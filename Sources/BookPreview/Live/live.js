'use strict';
(() => {
  const root = document.documentElement, body = document.body;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const memory = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { } }
  };

  // Colours and side bar.
  const dress = () => {
    const theme = memory.get('theme'), names = { light: 'Light', sepia: 'Sepia', dark: 'Dark' };
    if (theme && theme !== 'auto') root.dataset.theme = theme; else delete root.dataset.theme;
    const narrow = matchMedia('(max-width: 62rem)').matches;
    root.classList.toggle('no-side', (memory.get('side') || (narrow ? 'off' : 'on')) === 'off');
    for (const button of all('[data-act=theme]')) button.textContent = 'Colours: ' + (names[theme] || 'System');
    for (const button of all('[data-act=side]')) button.setAttribute('aria-pressed', String(!root.classList.contains('no-side')));
  };
  const acts = {
    theme() {
      const order = ['auto', 'light', 'sepia', 'dark'];
      memory.set('theme', order[(order.indexOf(memory.get('theme') || 'auto') + 1) % order.length]);
      dress();
    },
    side() { memory.set('side', root.classList.contains('no-side') ? 'on' : 'off'); dress(); }
  };
  dress();

  // Who a name is, and how a date was worked out.
  const tip = document.createElement('div');
  let of = null, touched = false;
  tip.id = 'tip'; tip.hidden = true; tip.setAttribute('role', 'tooltip');
  body.append(tip);
  const hide = () => {
    if (of) { of.removeAttribute('aria-describedby'); if (of.dataset.how) of.title = of.dataset.how; }
    of = null; tip.hidden = true;
  };
  const tell = element => {
    if (of === element) return;
    hide(); of = element;
    if (element.title) { element.dataset.how = element.title; element.removeAttribute('title'); }
    tip.textContent = element.dataset.who || element.dataset.how || '';
    if (touched && element.matches('a.person')) {
      const more = document.createElement('small');
      more.textContent = 'Tap again for every place'; tip.append(more);
    }
    tip.hidden = !tip.textContent;
    element.setAttribute('aria-describedby', 'tip');
    const at = element.getClientRects()[0] || element.getBoundingClientRect();
    const above = at.top - tip.offsetHeight - 1;
    tip.style.left = Math.max(8, Math.min(at.left, root.clientWidth - tip.offsetWidth - 8)) + 'px';
    tip.style.top = (above > 60 ? above : at.bottom + 1) + 'px';
  };
  const telling = 'a.person[data-who], span.date[title], span.date[data-how]';
  const over = event => event.target.closest && event.target.closest(telling);
  document.addEventListener('pointerdown', event => { touched = event.pointerType === 'touch'; }, true);
  document.addEventListener('pointerover', event => {
    if (event.pointerType === 'touch') return;
    touched = false;
    const element = over(event);
    if (element) tell(element); else if (!tip.contains(event.target)) hide();
  });
  document.addEventListener('focusin', event => { if (over(event) && !touched) tell(over(event)); });
  document.addEventListener('focusout', hide);
  addEventListener('scroll', hide, { passive: true });

  document.addEventListener('click', event => {
    const told = over(event), button = event.target.closest('button');
    if (touched && told && of !== told) { event.preventDefault(); tell(told); return; }
    if (touched || !told) hide();
    if (!button) return;
    if (button.dataset.copy !== undefined) {
      const words = button.dataset.copy;
      const done = () => { button.textContent = 'copied'; setTimeout(() => { button.textContent = words; }, 1200); };
      const byHand = () => getSelection().selectAllChildren(button);
      navigator.clipboard ? navigator.clipboard.writeText(words).then(done, byHand) : byHand();
    } else if (acts[button.dataset.act]) acts[button.dataset.act]();
  });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') { hide(); if (event.target.id === 'q') event.target.blur(); return; }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const go = selector => { const link = document.querySelector(selector); if (link) { event.preventDefault(); link.click(); } };
    if (event.key === 'n' || event.key === 'ArrowRight') go('a[rel=next]');
    else if (event.key === 'p' || event.key === 'ArrowLeft') go('a[rel=prev]');
    else if (event.key === '/' && document.getElementById('q')) { event.preventDefault(); document.getElementById('q').focus(); }
    else if (/^[a-z/]$/.test(event.key)) go('.live [aria-keyshortcuts~="' + event.key + '"]');
  });

  const page = async url => {
    const answer = await fetch(url, { cache: 'no-store' });
    if (answer.status === 404) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  };

  // Search as one types; the address says what was searched for.
  const input = document.getElementById('q');
  if (input) {
    input.focus();
    let last = input.value, timer = 0;
    input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(async () => {
      const words = input.value; if (words === last) return; last = words;
      const address = 'search.html?q=' + encodeURIComponent(words);
      history.replaceState(null, '', address);
      const found = await page(address);
      if (found && input.value === words) document.getElementById('results').replaceWith(found.getElementById('results'));
    }, 80); });
  }

  // Keeps what is the same, puts in what is new, takes out what is gone: what says the same words
  // stays the same element, wherever it moves.
  const words = node => node.nodeName + '\n' + (node.textContent || (node.outerHTML ?? ''));
  const patch = (now, next) => {
    if (now.isEqualNode(next)) return;
    if (now.nodeType !== 1) { now.nodeValue = next.nodeValue; return; }
    for (const { name } of [...now.attributes]) if (!next.hasAttribute(name)) now.removeAttribute(name);
    for (const { name, value } of [...next.attributes]) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
    const old = [...now.childNodes], wanted = [...next.childNodes];
    const same = (a, b) => a.nodeName === b.nodeName && (a.isEqualNode(b) || words(a) === words(b));
    let head = 0, tail = 0;
    const most = Math.min(old.length, wanted.length);
    while (head < most && same(old[head], wanted[head])) { patch(old[head], wanted[head]); head++; }
    while (tail < most - head && same(old.at(-1 - tail), wanted.at(-1 - tail))) { patch(old.at(-1 - tail), wanted.at(-1 - tail)); tail++; }
    const free = old.slice(head, old.length - tail), news = wanted.slice(head, wanted.length - tail);
    const known = new Map();
    for (const node of free) { const key = words(node); known.has(key) ? known.get(key).push(node) : known.set(key, [node]); }
    const kept = news.map(node => (known.get(words(node)) || []).shift());
    const taken = new Set(kept);
    const rest = free.filter(node => !taken.has(node));
    let at = old[head] ?? null;
    news.forEach((node, index) => {
      let here = kept[index];
      if (!here && rest.length) {
        const like = rest.findIndex(other => other.nodeName === node.nodeName);
        if (like >= 0) { here = rest[like]; rest.splice(0, like + 1).slice(0, like).forEach(gone => { if (gone === at) at = at.nextSibling; gone.remove(); }); }
      }
      if (!here) { now.insertBefore(document.adoptNode(node), at); return; }
      if (here === at) at = at.nextSibling; else now.insertBefore(here, at);
      patch(here, node);
    });
    for (const gone of rest) gone.remove();
  };

  // The reading place: the first block in view whose words stay, where it was.
  const leaf = 'p,li,h1,h2,h3,h4,h5,h6,figure,pre,tr,dt,dd,hr';
  const inView = () => {
    const bar = Math.max(0, document.querySelector('.live')?.getBoundingClientRect().bottom ?? 0), seen = [];
    for (const element of all(leaf, document.querySelector('main'))) {
      if (element.querySelector(leaf)) continue;
      const at = element.getBoundingClientRect();
      if (at.bottom <= bar) continue;
      if (at.top >= innerHeight) break;
      seen.push({ element, top: at.top, words: element.textContent, whole: at.top >= bar });
    }
    return seen;
  };
  const keepPlace = change => {
    const seen = scrollY > 0 ? inView() : [];
    root.classList.add('patching');
    change();
    const stays = place => place.element.isConnected && place.element.textContent === place.words;
    const anchor = seen.find(place => place.whole && stays(place)) || seen.find(stays)
      || seen.find(place => place.element.isConnected);
    const settle = () => {
      if (!anchor || !anchor.element.isConnected) return;
      const off = anchor.element.getBoundingClientRect().top - anchor.top;
      if (Math.abs(off) > 0.5) scrollBy({ top: off, behavior: 'instant' });
    };
    settle();
    requestAnimationFrame(() => { settle(); root.classList.remove('patching'); });
  };

  const refresh = async () => {
    const next = await page(location.href);
    if (!next || !next.querySelector('main')) { location.replace('index.html'); return; }
    hide();
    // Another style sheet: the old one stays until the new one is there.
    const sheet = page => page.querySelector('link[href^="preview.css"]');
    const now = sheet(document), then = sheet(next);
    if (now && then && now.getAttribute('href') !== then.getAttribute('href')) {
      now.after(document.adoptNode(then));
      then.addEventListener('load', () => now.remove());
    }
    const typed = input && input.value;
    keepPlace(() => {
      document.title = next.title;
      for (const selector of ['nav.side', '.live', '.trouble-place', 'main']) {
        const now = document.querySelector(selector), then = next.querySelector(selector);
        if (now && then) patch(now, then);
      }
      if (input && typed !== null) input.value = typed;
      dress();
    });
    root.dataset.version = next.documentElement.dataset.version;
  };

  const follow = async () => {
    let failures = 0;
    for (;;) {
      try {
        // A preview that began again counts from one again.
        const since = failures ? 0 : Number(root.dataset.version);
        const answer = await (await fetch('version?since=' + since, { cache: 'no-store' })).json();
        if (answer.version !== since) { await refresh(); root.dataset.version = answer.version; }
        failures = 0; root.classList.remove('lost');
      } catch {
        // The first failure may be this page being left.
        if (++failures > 1) root.classList.add('lost');
        await new Promise(resolve => setTimeout(resolve, 1000));
      }
    }
  };
  if (root.dataset.version) follow();
})();
