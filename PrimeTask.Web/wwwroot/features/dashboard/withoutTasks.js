// @ts-check
import { isDueToday, isOverdue } from '../tasks/dueDates.js';

/** @typedef {import('./api.js').Stats} Stats */

/**
 * @param {Stats} stats
 * @param {readonly import('../tasks/task.js').Task[]} tasks that they count
 * @param {Date} now
 * @returns {Stats} as if those tasks were not there
 */
export function withoutTasks(stats, tasks, now) {
  const left = { ...stats, by_priority: { ...stats.by_priority } };
  for (const task of tasks) {
    left.total -= 1;
    left[task.status] -= 1;
    left.by_priority[task.priority] -= 1;
    if (isOverdue(task, now)) left.overdue -= 1;
    if (isDueToday(task, now)) left.due_today -= 1;
  }
  return left;
}
