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
    preloadView(location.pathname === '/' ? 'today' : location.pathname.slice(1));
  }
}

function readStorage() {
  try {
    return { theme: localStorage.getItem('primetask-theme'), session: localStorage.getItem('primetask-session') };
  } catch {
    return { theme: null, session: null }; // Storage is switched off: the system's theme is used.
  }
}

/**
 * Its module, what that imports beyond the start page's, and its styles. A test compares this with the bundles.
 * @param {string} name of a view
 */
function preloadView(name) {
  if (!['today', 'upcoming', 'calendar', 'list', 'board', 'dashboard'].includes(name)) return;
  for (const module of [`${name}View`, 'tasks', 'rolldown-runtime']) preload({ rel: 'modulepreload', href: `/modules/${module}.js` });
  preload({ rel: 'preload', as: 'style', href: `/styles/${name}View.css` });
}

/** @param {{ rel: string, href: string, as?: string }} link */
function preload(link) {
  document.head.append(Object.assign(document.createElement('link'), link));
}
