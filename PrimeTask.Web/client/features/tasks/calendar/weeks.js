// @ts-check
// Which days a calendar shows, and where each task stands in them.
import { addDays, daysApart, weekdayOf } from '../../../ui/dates.js';
import { dayOf } from '../dueDates.js';

/** @typedef {import('../task.js').Task} Task */

/**
 * @typedef {object} Segment the part of a task that stands in one week
 * @property {Task} task
 * @property {number} from the first of its days there, 0 to 6
 * @property {number} to the last
 * @property {boolean} starts whether it begins there
 * @property {boolean} ends whether it ends there
 * @property {number} lane from 0: what stands beside it in the same days has another
 */

/** @typedef {{ days: string[], segments: Segment[] }} Week */

/**
 * @param {string} day
 * @param {number} firstWeekday of the week, 1 for Monday
 */
export const weekStart = (day, firstWeekday) => addDays(day, -((weekdayOf(day) - firstWeekday + 7) % 7));

/**
 * @param {string} day `2030-01-31`
 * @param {number} by months; the day is clamped to the month
 */
export function addMonths(day, by) {
  const [year, month, date] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
  const last = addDays(new Date(Date.UTC(year, month + by, 1)).toISOString().slice(0, 10), -1);
  const wanted = addDays(first, date - 1);
  return wanted > last ? last : wanted;
}

/**
 * The weeks that a period touches.
 * @param {'month' | 'week'} view
 * @param {string} day in it
 * @param {number} firstWeekday
 * @returns {string[][]} seven days each
 */
export function weeksOf(view, day, firstWeekday) {
  const month = day.slice(0, 7);
  const first = weekStart(view === 'week' ? day : `${month}-01`, firstWeekday);
  const weeks = [];
  for (let start = first; weeks.length === 0 || (view === 'month' && start.slice(0, 7) === month); start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, place) => addDays(start, place)));
  }
  return weeks;
}

/**
 * From the day that a task starts on to the day that it is due on. What is to be started after it is due is there on that day.
 * @param {Task} task with a due date
 * @returns {{ start: string, end: string }}
 */
export function spanOf(task) {
  const end = dayOf(task) ?? '';
  return { start: task.start_on && task.start_on < end ? task.start_on : end, end };
}

/**
 * @param {readonly string[][]} weeks
 * @param {readonly Task[]} tasks
 * @returns {Week[]} the longest first, so that what spans days stands above what is on one
 */
export function placeTasks(weeks, tasks) {
  const spans = tasks
    .filter((task) => dayOf(task) !== null)
    .map((task) => ({ task, ...spanOf(task) }))
    .sort((one, other) => compare(one.start, other.start) || daysApart(other.start, other.end) - daysApart(one.start, one.end) || compareTimes(one.task, other.task) || one.task.id - other.task.id);
  return weeks.map((days) => {
    const [first, last] = [days[0], days[6]];
    /** @type {number[]} the first day that each lane is free on */
    const free = [];
    const segments = spans
      .filter(({ start, end }) => start <= last && end >= first)
      .map(({ task, start, end }) => {
        const from = Math.max(0, daysApart(first, start));
        const to = Math.min(6, daysApart(first, end));
        const found = free.findIndex((day) => day <= from);
        const lane = found < 0 ? free.length : found;
        free[lane] = to + 1;
        return { task, from, to, starts: start >= first, ends: end <= last, lane };
      });
    return { days: [...days], segments };
  });
}

/** All-day tasks first, then by time. @param {Task} one @param {Task} other */
const compareTimes = (one, other) => compare(one.due_date ?? '', other.due_date ?? '');

/** @param {string} one @param {string} other */
const compare = (one, other) => Number(one > other) - Number(one < other);
