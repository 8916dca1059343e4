// @ts-check
// A classic script in the head, for what cannot wait for the modules: the theme before the first paint, and the preloads of a user who is signed in.
{
  const kept = readStorage();
  // See theme.js.
  if (kept.theme === 'light' || kept.theme === 'dark') document.documentElement.dataset.theme = kept.theme;
  // See ../storedSession.js.
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
    return { theme: null, session: null }; // Storage is switched off: the system's theme is used.
  }
}

function preloadList() {
  const modules = [
    // Made by npm run preloads.
    '/ui/pager.js',
    '/features/tasks/projects/placeTitle.js',
    '/features/tasks/textLength.js',
    '/features/tasks/quickAdd/plainParts.js',
    '/features/tasks/quickAdd/quickAdd.js',
    '/features/tasks/quickAdd/quickAddLine.js',
    '/ui/filters.js',
    '/features/tasks/views/saveButton.js',
    '/features/tasks/list/filterBar.js',
    '/app/address.js',
    '/features/tasks/list/listFilters.js',
    '/features/tasks/list/listFocus.js',
    '/features/tasks/list/selection.js',
    '/features/tasks/list/listHead.js',
    '/features/tasks/subtasks/nesting.js',
    '/features/tasks/subtasks/level.js',
    '/ui/pagedList.js',
    '/features/tasks/list/shownTasks.js',
    '/features/tasks/list/taskList.js',
    '/features/tasks/list/listKeys.js',
    '/features/tasks/check.js',
    '/features/tasks/dueTime.js',
    '/features/tasks/pill.js',
    '/features/tasks/subtasks/progress.js',
    '/features/tasks/list/taskRow.js',
    '/features/tasks/list/rows.js',
    '/features/tasks/list/listView.js',
    // End.
  ];
  for (const href of modules) preload({ rel: 'modulepreload', href });
  preload({ rel: 'preload', as: 'style', href: '/styles/listView.css' });
}

/** @param {{ rel: string, href: string, as?: string }} link */
function preload(link) {
  document.head.append(Object.assign(document.createElement('link'), link));
}
