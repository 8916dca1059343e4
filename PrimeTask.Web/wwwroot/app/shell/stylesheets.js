// @ts-check
// Made by npm run preloads: the stylesheets of what is loaded when it is first shown, without those of index.html.

export const stylesheets = {
  listView: [
    '/ui/pager.css',
    '/ui/filters.css',
    '/features/tasks/list/listHead.css',
    '/features/tasks/dueTime.css',
    '/features/tasks/pill.css',
    '/features/tasks/list/taskRow.css',
    '/features/tasks/list/listView.css',
  ],
  boardView: [
    '/features/tasks/dueTime.css',
    '/features/tasks/pill.css',
    '/features/tasks/board/boardCard.css',
    '/ui/filters.css',
    '/features/tasks/board/boardMenu.css',
    '/features/tasks/board/boardView.css',
  ],
  dashboardView: [
    '/features/dashboard/dayChart.css',
    '/features/dashboard/shareBars.css',
    '/features/dashboard/dashboardView.css',
  ],
  profileView: [
    '/ui/pager.css',
    '/features/profile/profileView.css',
  ],
  usersView: [
    '/ui/dataTable.css',
    '/ui/filters.css',
    '/ui/pager.css',
    '/features/admin/adminPage.css',
    '/features/admin/filterFields.css',
  ],
  tasksView: [
    '/ui/dataTable.css',
    '/ui/filters.css',
    '/features/tasks/dueTime.css',
    '/features/tasks/pill.css',
    '/ui/pager.css',
    '/features/admin/adminPage.css',
    '/features/admin/filterFields.css',
  ],
  auditView: [
    '/ui/dataTable.css',
    '/ui/filters.css',
    '/ui/pager.css',
    '/features/admin/adminPage.css',
    '/features/admin/filterFields.css',
  ],
  dialogs: [
    '/ui/modal.css',
    '/features/tasks/editor/conflictView.css',
    '/features/tasks/editor/markdownView.css',
    '/features/tasks/editor/editorView.css',
    '/app/shell/helpDialog.css',
  ],
};
