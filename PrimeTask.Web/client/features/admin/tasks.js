// @ts-check
// Everybody's tasks, for admins.
import { ask } from '../../app/confirm.js';
import { readFull } from '../tasks/api.js';
import * as edits from '../tasks/edits.js';
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

versions.watch(() => shown && void tasks.reload());

/** @param {Task} task */
export async function remove(task) {
  const yes = await ask({
    title: 'Delete this task?',
    text: `“${task.title}” goes to the trash of ${task.owner_username}, for 30 days.`,
    action: 'Delete',
    danger: true,
  });
  if (!yes) return;
  await edits.remove([task]);
  // Also where it was gone already.
  await tasks.reload();
}
