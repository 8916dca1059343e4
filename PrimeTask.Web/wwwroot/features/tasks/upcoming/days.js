// @ts-check
// Tasks by the day that they are due on.
import { addDays } from '../../../ui/dates.js';
import { dayOf, isOverdue } from '../dueDates.js';

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
  for (const task of tasks) {
    if (isOverdue({ ...task, status: 'pending' }, now)) late.push(task);
    else byDay.get(dayOf(task) ?? '')?.tasks.push(task);
  }
  return { late, days };
}

/** In the order that they are shown in. @param {ReturnType<typeof daysOf>} days */
export const inOrder = ({ late, days }) => [...late, ...days.flatMap(({ tasks }) => tasks)];
