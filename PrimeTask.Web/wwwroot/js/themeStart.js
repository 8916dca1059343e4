// @ts-check
// A classic script in the head: a chosen theme must be there before the first paint. See js/state/theme.js.
try {
  const chosen = localStorage.getItem('primetask-theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is switched off: the system's theme it is.
}
