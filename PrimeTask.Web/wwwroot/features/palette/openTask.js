// @ts-check
import { openExisting } from '../tasks/editor/editor.js';

/**
 * Where a task opens that was chosen in the palette.
 * @param {import('../tasks/task.js').Task} task
 */
export const openTask = (task) => void openExisting(task);
