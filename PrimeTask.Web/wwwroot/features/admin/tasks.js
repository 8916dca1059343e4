// @ts-check
// Everybody's tasks, for admins.
import { ask } from '../../app/confirm.js';
import { ApiError } from '../../app/http.js';
import { notify, notifyProblem } from '../../app/notices.js';
import { session } from '../../app/session.js';
import { readFull } from '../tasks/api.js';
import { editor } from '../tasks/editor/editor.js';
import * as versions from '../tasks/versions.js';
import * as admin from './api.js';
import { PAGE_SIZE, createFilteredList } from './filteredList.js';
import { lookUp, remember } from './userNames.js';
import { createUserPicker } from './userPicker.js';

/** @typedef {import('../tasks/task.js').Task} Task */

export const tasks = createFilteredList({
  path: '/admin/tasks',
  filters: ['search', 'status', 'priority', 'owner'],
  ordering: '-created_at',
  read: async (query, signal) => {
    const page = await versions.readAll(() => readFull(admin.listTasks, { ...query, page_size: PAGE_SIZE }, signal));
    remember(page.results.map(({ owner, owner_username }) => ({ id: owner, username: owner_username })));
    return page;
  },
});

export const owner = createUserPicker({ chosen: () => tasks.valueOf('owner'), onChoose: (id) => tasks.change({ owner: id }) });

let shown = false;

export async function enter() {
  shown = true;
  const chosen = Number(tasks.valueOf('owner'));
  await Promise.all([tasks.enter(), Number.isSafeInteger(chosen) && chosen > 0 ? lookUp([chosen]) : undefined]);
}

export function leave() {
  shown = false;
  owner.reset();
  tasks.leave();
}

// Shows what the editor has saved or found deleted.
let { open } = editor.state;
editor.subscribe(() => {
  const closed = open && !editor.state.open;
  ({ open } = editor.state);
  if (closed && shown) void tasks.reload();
});

/** @param {Task} task */
export async function remove(task) {
  const yes = await ask({
    title: 'Delete this task?',
    text: `“${task.title}” of ${task.owner_username} will be gone for good. This cannot be undone.`,
    action: 'Delete',
    danger: true,
  });
  if (!yes) return;
  try {
    await versions.remove(task);
    notify(`Deleted “${task.title}”.`);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (session.state.status === 'signed-in') notifyProblem(`“${task.title}” was not deleted. ${versions.reasonOf(error)}`);
  }
  await tasks.reload();
}
