// @ts-check
// A classic script in the head, for what cannot wait for the modules: the theme before the first paint, and the preloads of a user who is signed in.
{
  const kept = readStorage();
  // See client/app/shell/theme.js.
  if (kept.theme === 'light' || kept.theme === 'dark') document.documentElement.dataset.theme = kept.theme;
  // See client/app/storedSession.js.
  if (kept.session !== null) {
    document.documentElement.dataset.session = '';
    // The app would find these only when it runs, and what they import only after that.
    const view = { '/': 'today', '/today': 'today', '/list': 'list' }[location.pathname];
    if (view) preloadView(view);
  }
}

function readStorage() {
  try {
    return { theme: localStorage.getItem('primetask-theme'), session: localStorage.getItem('primetask-session') };
  } catch {
    return { theme: null, session: null }; // Storage is switched off: the system's theme is used.
  }
}

/** @param {string} name */
function preloadView(name) {
  /** @type {Record<string, string[]>} */
  const modules = {
    today: [
      // Made by npm run bundle: today.
      '/modules/todayView.js',
      '/modules/rolldown-runtime.js',
      '/modules/tasks.js',
      // End of today.
    ],
    list: [
      // Made by npm run bundle: list.
      '/modules/listView.js',
      '/modules/tasks.js',
      '/modules/rolldown-runtime.js',
      // End of list.
    ],
  };
  for (const href of modules[name]) preload({ rel: 'modulepreload', href });
  preload({ rel: 'preload', as: 'style', href: `/styles/${name}View.css` });
}

/** @param {{ rel: string, href: string, as?: string }} link */
function preload(link) {
  document.head.append(Object.assign(document.createElement('link'), link));
}
