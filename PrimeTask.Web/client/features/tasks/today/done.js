// @ts-check
// What was completed today, the last first.
import { today } from '../../../ui/dates.js';
import { createPagedList } from '../../../ui/pagedList.js';
import * as api from '../api.js';
import { createShownTasks } from '../list/shownTasks.js';
import * as versions from '../versions.js';

const PAGE_SIZE = 100;

const list = createPagedList((_, signal) => versions.readAll(() => readDone(signal)));
const tasks = createShownTasks(list, () => list.load({ page: 1, page_size: PAGE_SIZE }));

export const done = tasks.store;
export const { leave, load } = tasks;

export function enter() {
  tasks.enter();
  return load();
}

/** @param {AbortSignal} signal */
async function readDone(signal) {
  // A task is changed when it is completed: none that was completed today comes after one that was not changed today.
  const page = await api.list({ status: 'completed', ordering: '-updated_at', page_size: PAGE_SIZE }, signal);
  const day = today();
  const results = page.results
    .filter(({ completed_at: at }) => at && today(new Date(at)) === day)
    .sort((one, other) => Date.parse(other.completed_at ?? '') - Date.parse(one.completed_at ?? ''));
  const last = page.results.at(-1);
  const isMinimum = page.next !== null && last !== undefined && today(new Date(last.updated_at)) === day;
  return { ...page, results, count: results.length, next: isMinimum ? page.next : null, next_cursor: null, count_is_minimum: isMinimum };
}
