// @ts-check
// A classic script in the head, for what cannot wait for the modules: the theme before the first paint, and what somebody who comes back signed in will need.
{
  const kept = readStorage();
  // See js/state/theme.js.
  if (kept.theme === 'light' || kept.theme === 'dark') document.documentElement.dataset.theme = kept.theme;
  // See js/state/keptSession.js.
  if (kept.session !== null) {
    document.documentElement.dataset.session = '';
    // The app would find these only when it runs, and what they import only after that.
    if (location.pathname === '/') preloadList();
  }
}

function readStorage() {
  try {
    return { theme: localStorage.getItem('primetask-theme'), session: localStorage.getItem('primetask-session') };
  } catch {
    return { theme: null, session: null }; // Storage is switched off: the system's theme it is.
  }
}

function preloadList() {
  const modules = [
    '/js/components/due.js',
    '/js/components/filterBar.js',
    '/js/components/pager.js',
    '/js/components/taskRow.js',
    '/js/lib/address.js',
    '/js/lib/counts.js',
    '/js/lib/text.js',
    '/js/state/filters.js',
    '/js/state/pagedList.js',
    '/js/state/selection.js',
    '/js/state/taskList.js',
    '/js/views/listHead.js',
    '/js/views/listKeys.js',
    '/js/views/tasks.js',
  ];
  for (const href of modules) preload({ rel: 'modulepreload', href });
  preload({ rel: 'preload', as: 'style', href: '/css/task.css' });
}

/** @param {{ rel: string, href: string, as?: string }} link */
function preload(link) {
  document.head.append(Object.assign(document.createElement('link'), link));
}
