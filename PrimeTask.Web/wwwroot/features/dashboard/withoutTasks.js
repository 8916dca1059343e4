// @ts-check
import { isOverdue } from '../tasks/dueDates.js';

/** @typedef {import('./api.js').Figures} Figures */

/**
 * @param {Figures} figures
 * @param {readonly import('../tasks/task.js').Task[]} tasks that they count
 * @param {Date} now
 * @returns {Figures} as if those tasks were not there
 */
export function withoutTasks(figures, tasks, now) {
  const left = { ...figures, by_priority: { ...figures.by_priority } };
  for (const task of tasks) {
    left.total -= 1;
    left[task.status] -= 1;
    left.by_priority[task.priority] -= 1;
    if (isOverdue(task, now)) left.overdue -= 1;
  }
  return left;
}
