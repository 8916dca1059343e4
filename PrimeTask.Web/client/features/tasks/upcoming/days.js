// @ts-check
// Tasks by the day that they are due on.
import { addDays } from '../../../ui/dates.js';
import { dayOf, isOverdue } from '../dueDates.js';
import { nested } from '../subtasks/nesting.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {{ day: string, tasks: Task[] }} Day */

/**
 * What is late comes first, on whatever day; a task stays on its day when it has been completed.
 * @param {readonly Task[]} tasks
 * @param {{ from: string, count: number, now: Date }} range the first day, and how many
 * @returns {{ late: Task[], days: Day[] }} days without tasks too
 */
export function daysOf(tasks, { from, count, now }) {
  /** @type {Day[]} */
  const days = Array.from({ length: count }, (_, place) => ({ day: addDays(from, place), tasks: [] }));
  const byDay = new Map(days.map((one) => [one.day, one]));
  /** @type {Task[]} */
  const late = [];
  for (const task of [...tasks].sort(compare)) {
    if (isOverdue({ ...task, status: 'pending' }, now)) late.push(task);
    else byDay.get(dayOf(task) ?? '')?.tasks.push(task);
  }
  return { late: nested(late), days: days.map((one) => ({ ...one, tasks: nested(one.tasks) })) };
}

/**
 * As the API orders them, so that a task that has just been moved stays where it is when they are read again: a day alone comes where it ends.
 * @param {Task} one
 * @param {Task} other
 */
function compare(one, other) {
  const [day, otherDay] = [dayOf(one) ?? '', dayOf(other) ?? ''];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  if (one.due_date && other.due_date) return Date.parse(one.due_date) - Date.parse(other.due_date) || one.id - other.id;
  return Number(!one.due_date) - Number(!other.due_date) || one.id - other.id;
}

/** In the order that they are shown in. @param {ReturnType<typeof daysOf>} days */
export const inOrder = ({ late, days }) => [...late, ...days.flatMap(({ tasks }) => tasks)];
