// @ts-check
// What is late, and what is due on the next days, as far as somebody has asked for.
import { createStore } from '../../../app/store.js';
import { addDays, today } from '../../../ui/dates.js';
import { createPagedList } from '../../../ui/pagedList.js';
import { startOf } from '../../../ui/temporal.js';
import * as api from '../api.js';
import { selectIn } from '../list/selection.js';
import { createShownTasks } from '../list/shownTasks.js';
import * as versions from '../versions.js';
import { daysOf, inOrder } from './days.js';

/** @typedef {import('../task.js').Task} Task */

export const STEP = 14;
const PAGE_SIZE = 100;
/** More than these are not read at once: whoever has so many looks at them in the list. */
const MAX_PAGES = 10;

export const upcoming = createStore({
  /** How many days are shown. */
  count: STEP,
  /** How many tasks are due after them. */
  later: 0,
  /** Whether there are more in these days than were read. */
  more: false,
});

const list = createPagedList((_, signal) => versions.readAll(() => readDays(signal)));
const tasks = createShownTasks(list, () => list.load({ page: 1, page_size: PAGE_SIZE }));

export const { load } = tasks;
export const shown = tasks.store;

/** The rows in the order that they are shown in, for the keyboard. */
const rows = createStore({ tasks: /** @type {Task[] | null} */ (null) });
shown.subscribe(() => rows.set({ tasks: shown.state.tasks && inOrder(days()) }));

export const days = () => daysOf(shown.state.tasks ?? [], { from: today(), count: upcoming.state.count, now: new Date() });

export function enter() {
  selectIn(rows);
  tasks.enter();
  return load();
}

export function leave() {
  tasks.leave();
  upcoming.set({ count: STEP });
}

/** Two weeks more. */
export async function showMore() {
  upcoming.set({ count: upcoming.state.count + STEP });
  await load();
}

/** @param {AbortSignal} signal */
async function readDays(signal) {
  const { count } = upcoming.state;
  const [from, end] = [today(), addDays(today(), count)];
  // What is due at the very moment that a day begins is not after it: a second earlier.
  const [after, before, justBefore] = await Promise.all([startOf(from), startOf(end), startOf(end, -1)]);
  const query = { status: 'open', ordering: 'due_date', page_size: PAGE_SIZE };
  const [late, due, later] = await Promise.all([
    api.list({ ...query, due: 'overdue' }, signal),
    readPages({ ...query, due_after: after, due_before: before }, signal),
    api.list({ status: 'open', due: 'upcoming', due_after: justBefore, page_size: 1 }, signal),
  ]);
  // What was due at a time that is over today is late.
  const known = new Set(late.results.map(({ id }) => id));
  const results = [...late.results, ...due.results.filter(({ id }) => !known.has(id))];
  // All-day tasks of the last day end with it, which is after that second.
  const ending = due.results.filter(({ due_on: day }) => day === addDays(end, -1)).length;
  if (upcoming.state.count === count) upcoming.set({ later: Math.max(0, later.count - ending), more: due.more || late.next !== null });
  return { ...late, results, count: results.length, next: null, next_cursor: null, count_is_minimum: false };
}

/**
 * @param {import('../api.js').Query} query
 * @param {AbortSignal} signal
 */
async function readPages(query, signal) {
  let page = await api.list(query, signal);
  const results = [...page.results];
  for (let pages = 1; page.next_cursor && pages < MAX_PAGES; pages += 1) {
    page = await api.list({ ...query, cursor: page.next_cursor }, signal);
    results.push(...page.results);
  }
  return { results, more: Boolean(page.next_cursor) };
}
