// @ts-check
import { goToTask } from '../../app/router.js';

/** @typedef {import('./task.js').Task} Task */

/** @type {Task | null} */
let opened = null;

/**
 * Opens a task in the panel, which shows what the list knows of it until all is read.
 * @param {Task} task
 */
export function openTask(task) {
  opened = task;
  goToTask(task.id);
}

/** @param {number} id */
export const knownOf = (id) => (opened?.id === id ? opened : null);
