// @ts-check
import { isOverdue } from '../dueDates.js';

/** @typedef {import('../task.js').Task} Task */

/**
 * What is late, and the rest; a task stays where it is when it has been completed.
 * @param {readonly Task[]} tasks
 * @param {Date} now
 */
export function partsOf(tasks, now) {
  /** @param {Task} task */
  const isLate = (task) => isOverdue({ ...task, status: 'pending' }, now);
  return { late: tasks.filter(isLate), today: tasks.filter((task) => !isLate(task)) };
}
