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
      // Made by npm run preloads: today.
      '/app/address.js',
      '/features/tasks/list/groups.js',
      '/features/tasks/list/listFilters.js',
      '/features/tasks/list/listFocus.js',
      '/features/tasks/list/selection.js',
      '/features/tasks/list/listHead.js',
      '/features/tasks/openTask.js',
      '/features/tasks/list/schedule.js',
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
      '/features/tasks/textLength.js',
      '/features/tasks/list/taskRow.js',
      '/features/tasks/list/touch.js',
      '/features/tasks/list/rows.js',
      '/features/tasks/quickAdd/plainParts.js',
      '/features/tasks/quickAdd/quickAdd.js',
      '/features/tasks/quickAdd/quickAddLine.js',
      '/features/tasks/today/done.js',
      '/features/tasks/today/examples.js',
      '/features/tasks/today/parts.js',
      '/features/tasks/today/today.js',
      '/features/tasks/today/todayView.js',
      // End of today.
    ],
    list: [
      // Made by npm run preloads: list.
      '/ui/pager.js',
      '/features/tasks/projects/placeTitle.js',
      '/features/tasks/textLength.js',
      '/features/tasks/quickAdd/plainParts.js',
      '/features/tasks/quickAdd/quickAdd.js',
      '/features/tasks/quickAdd/quickAddLine.js',
      '/features/tasks/views/saveButton.js',
      '/features/tasks/list/filterBar.js',
      '/features/tasks/list/groups.js',
      '/app/address.js',
      '/features/tasks/list/listFilters.js',
      '/features/tasks/list/listFocus.js',
      '/features/tasks/list/selection.js',
      '/features/tasks/list/listHead.js',
      '/features/tasks/openTask.js',
      '/features/tasks/list/schedule.js',
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
      '/features/tasks/list/touch.js',
      '/features/tasks/list/rows.js',
      '/features/tasks/list/listView.js',
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
