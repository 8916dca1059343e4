// @ts-check
// What is for today: what is late, then what is due. Both are read as far as one request goes; more stands in the list.
import { createStore } from '../../../app/store.js';
import { createPagedList } from '../../../ui/pagedList.js';
import * as api from '../api.js';
import { selectIn } from '../list/selection.js';
import { createShownTasks } from '../list/shownTasks.js';
import * as versions from '../versions.js';
import { partsOf } from './parts.js';

const PAGE_SIZE = 100;

/** Beside the tasks: how many there are of each kind on the server, and how many are due tomorrow where there is nothing for today. */
export const counts = createStore({ late: 0, today: 0, tomorrow: 0 });

const list = createPagedList((_, signal) => versions.readAll(() => readToday(signal)));
const tasks = createShownTasks(list, () => list.load({ page: 1, page_size: PAGE_SIZE }));

/** Late ones first, each part by due date. */
export const today = tasks.store;
export const { leave, load } = tasks;

/** The rows in the order that they are shown in, for the keyboard. */
const rows = createStore({ tasks: /** @type {import('../task.js').Task[] | null} */ (null) });
today.subscribe(() => rows.set({ tasks: today.state.tasks && inOrder(today.state.tasks) }));

/** @param {readonly import('../task.js').Task[]} all */
function inOrder(all) {
  const { late, today: rest } = partsOf(all, new Date());
  return [...late, ...rest];
}

export function enter() {
  selectIn(rows);
  tasks.enter();
  return load();
}

/** @param {AbortSignal} signal */
async function readToday(signal) {
  const query = { ordering: 'due_date', page_size: PAGE_SIZE };
  const [late, due] = await Promise.all([api.list({ ...query, due: 'overdue' }, signal), api.list({ ...query, due: 'today', status: 'open', start: 'now' }, signal)]);
  // What was due at a time that is over today is late.
  const known = new Set(late.results.map(({ id }) => id));
  const rest = due.results.filter(({ id }) => !known.has(id));
  const tomorrow = late.count + due.count === 0 ? (await api.list({ due: 'tomorrow', status: 'open', page_size: 1 }, signal)).count : 0;
  counts.set({ late: late.count, today: due.count - (due.results.length - rest.length), tomorrow });
  return { ...due, results: [...late.results, ...rest], count: late.count + rest.length, next: null, next_cursor: null, count_is_minimum: false };
}
