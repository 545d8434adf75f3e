'use strict';
try {
  const theme = localStorage.getItem('theme'), side = localStorage.getItem('side');
  const narrow = matchMedia('(max-width: 62rem)').matches;
  if (theme && theme !== 'auto') document.documentElement.dataset.theme = theme;
  document.documentElement.classList.toggle('no-side', (side || (narrow ? 'off' : 'on')) === 'off');
} catch { }
