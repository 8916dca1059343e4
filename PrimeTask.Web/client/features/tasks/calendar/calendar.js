// @ts-check
// The tasks of a month or a week, by the days that they start and are due on.
import { navigate, route } from '../../../app/router.js';
import { createStore } from '../../../app/store.js';
import { addDays, firstWeekday, today } from '../../../ui/dates.js';
import { createPagedList } from '../../../ui/pagedList.js';
import { loadTemporal, startOf } from '../../../ui/temporal.js';
import * as api from '../api.js';
import { dayOf, dueOnDay } from '../dueDates.js';
import { changeEach } from '../edits.js';
import { selectIn } from '../list/selection.js';
import { dateIn } from '../presets.js';
import { createShownTasks } from '../list/shownTasks.js';
import { dayName } from '../reschedule.js';
import * as versions from '../versions.js';
import { addMonths, placeTasks, spanOf, weeksOf } from './weeks.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {'month' | 'week'} View */

export const PATH = '/calendar';
const PAGE_SIZE = 100;
/** More than these are not read at once. */
const MAX_PAGES = 10;
/** A task that starts in what is shown stands there if it is due within so many days after it. */
const LONGEST = 92;

/** @returns {{ view: View, day: string }} what the address asks for */
export function period({ query } = route.state) {
  return { view: query.get('view') === 'week' ? 'week' : 'month', day: dateIn(query) };
}

/** @param {Partial<{ view: View, day: string }>} changes */
export function show(changes) {
  const { view, day } = { ...period(), ...changes };
  const query = new URLSearchParams();
  if (view === 'week') query.set('view', view);
  if (day !== today()) query.set('date', day);
  navigate(PATH + (query.size > 0 ? `?${query}` : ''));
}

/** @param {number} by months or weeks */
export function turn(by) {
  const { view, day } = period();
  show({ day: view === 'week' ? addDays(day, 7 * by) : addMonths(day, by) });
}

const list = createPagedList((_, signal) => versions.readAll(() => readPeriod(signal)));
const tasks = createShownTasks(list, () => list.load({ page: 1, page_size: PAGE_SIZE }));

export const { leave, load } = tasks;
export const shown = tasks.store;

export const calendar = createStore({
  /** Whether there are more tasks than were read. */
  more: false,
  /** The first of the days that were read. */
  from: '',
});

export const shownDays = () => weeksOf(period().view, period().day, firstWeekday());

/** What stands where. */
export const weeks = () => placeTasks(shownDays(), shown.state.tasks ?? []);

/** The tasks in the order of their days, for the keyboard. */
const rows = createStore({ tasks: /** @type {Task[] | null} */ (null) });

function order() {
  const all = weeks().flatMap(({ segments }) => segments.map(({ task }) => task));
  rows.set({ tasks: shown.state.tasks && [...new Map(all.map((task) => [task.id, task])).values()] });
}

shown.subscribe(order);

export function enter() {
  selectIn(rows);
  tasks.enter();
  order();
  return load();
}

/** @param {AbortSignal} signal */
async function readPeriod(signal) {
  const days = shownDays();
  // What is due at the very moment that the first day begins is not after it: a second earlier.
  const [after, before] = await Promise.all([startOf(days[0][0], -1), startOf(addDays(days[days.length - 1][6], LONGEST + 1))]);
  const query = { status: 'pending,in_progress,completed', ordering: 'due_date', due_after: after, due_before: before, page_size: PAGE_SIZE };
  let page = await api.list(query, signal);
  const results = [...page.results];
  for (let pages = 1; page.next_cursor && pages < MAX_PAGES; pages += 1) {
    page = await api.list({ ...query, cursor: page.next_cursor }, signal);
    results.push(...page.results);
  }
  calendar.set({ more: Boolean(page.next_cursor), from: days[0][0] });
  return { ...page, results, count: results.length, next: null, next_cursor: null, count_is_minimum: false };
}

/**
 * Moves a task with all of its days.
 * @param {Task} task
 * @param {number} by days
 */
export async function moveByDays(task, by) {
  const day = dayOf(task);
  if (day === null || by === 0) return;
  const Temporal = await loadTemporal();
  const to = addDays(day, by);
  const changes = { ...dueOnDay(task, to, Temporal), ...(task.start_on && { start_on: addDays(task.start_on, by) }) };
  await changeEach([{ task, changes }], (what) => `Moved ${what} to ${dayName(to)}.`);
}

/**
 * Lets a task end on another day. What was on one day starts there.
 * @param {Task} task
 * @param {string} day
 */
export async function endOn(task, day) {
  const { start, end } = spanOf(task);
  if (day === end || day < start) return;
  const Temporal = await loadTemporal();
  const changes = { ...dueOnDay(task, day, Temporal), ...(task.start_on !== start && { start_on: start }) };
  await changeEach([{ task, changes }], (what) => `${what} ends on ${dayName(day)} now.`);
}
