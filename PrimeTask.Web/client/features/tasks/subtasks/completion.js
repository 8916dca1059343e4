// @ts-check
// Whoever completes a task is asked about its open subtasks. Loaded when a task has any.
import { askBetween } from '../../../app/confirm.js';
import { ApiError } from '../../../app/http.js';
import * as api from '../api.js';

/** @typedef {import('../task.js').Task} Task */

/**
 * @param {readonly Task[]} parents those that may have open subtasks
 * @param {readonly Task[]} tasks all that are to be completed
 * @returns {Promise<Task[] | null>} the open subtasks to complete with them; null where none of it is to be done
 */
export async function askForSubtasks(parents, tasks) {
  const chosen = new Set(tasks.map(({ id }) => id));
  const open = (await openSubtasks(parents)).filter(({ id }) => !chosen.has(id));
  if (open.length === 0) return [];
  const answer = await askBetween({
    title: tasks.length === 1 ? `Complete “${tasks[0].title}”?` : `Complete ${tasks.length} tasks?`,
    text: `${tasks.length === 1 ? 'It has' : 'They have'} ${open.length === 1 ? '1 open subtask' : `${open.length} open subtasks`}.`,
    action: open.length === 1 ? 'Complete it too' : 'Complete them too',
    other: open.length === 1 ? 'Leave it open' : 'Leave them open',
  });
  if (answer === 'cancel') return null;
  return answer === 'action' ? open : [];
}

/** @param {readonly Task[]} parents */
async function openSubtasks(parents) {
  try {
    const read = parents.map(({ id }) => api.list({ ...api.anywhere, parent: id, status: 'open', ordering: 'position', page_size: 100 }));
    return (await Promise.all(read)).flatMap(({ results }) => results);
  } catch (error) {
    // Without a connection, the completion says so.
    if (error instanceof ApiError) return [];
    throw error;
  }
}
