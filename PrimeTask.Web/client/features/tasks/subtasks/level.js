// @ts-check
// A task becomes a subtask of the one above it, or a task by itself again.
import { notifyProblem } from '../../../app/notices.js';
import { change } from '../edits.js';
import { parentAbove } from './nesting.js';

/** @typedef {import('../task.js').Task} Task */

/**
 * @param {readonly Task[]} tasks as shown
 * @param {Task} task
 */
export async function indent(tasks, task) {
  if (task.parent !== null) return;
  const parent = parentAbove(tasks, task);
  if (!parent) notifyProblem('There is no task above it that it could be a subtask of.');
  else if (task.subtasks.total > 0) notifyProblem(`“${task.title}” has subtasks, so it can't be a subtask itself.`);
  else if (parent.owner !== task.owner) notifyProblem(`“${parent.title}” is somebody else's task.`);
  else await change([task], { parent: parent.id, project: parent.project });
}

/** @param {Task} task */
export async function outdent(task) {
  if (task.parent !== null) await change([task], { parent: null, project: task.project });
}
