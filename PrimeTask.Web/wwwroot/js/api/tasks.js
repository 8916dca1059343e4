// @ts-check
import { request } from './http.js';

/** @typedef {'pending' | 'in_progress' | 'completed' | 'cancelled'} Status */
/** @typedef {'low' | 'medium' | 'high'} Priority */

/**
 * @typedef {object} Task
 * @property {number} id
 * @property {string} title
 * @property {string | null} [description] left out in lists
 * @property {Status} status
 * @property {string} status_display
 * @property {Priority} priority
 * @property {string} priority_display
 * @property {string | null} due_date
 * @property {string | null} completed_at
 * @property {number} owner
 * @property {string} owner_username
 * @property {string} created_at
 * @property {string} updated_at
 */

/** @typedef {Partial<Pick<Task, 'title' | 'description' | 'status' | 'priority' | 'due_date'>>} TaskChanges */
/** @typedef {{ count: number, results: Task[] }} TaskPage */
/** @typedef {Record<'total' | Status | 'overdue', number>} Stats */
/** @typedef {{ task: Task, etag: string | null }} TaskVersion */

/** @type {readonly { value: Status, label: string }[]} */
export const statuses = [
  { value: 'pending', label: 'Pending' },
  { value: 'in_progress', label: 'In progress' },
  { value: 'completed', label: 'Completed' },
  { value: 'cancelled', label: 'Cancelled' },
];

/** @type {readonly { value: Priority, label: string }[]} */
export const priorities = [
  { value: 'high', label: 'High' },
  { value: 'medium', label: 'Medium' },
  { value: 'low', label: 'Low' },
];

/**
 * @param {{ status?: string, priority?: string, search?: string, page: number, page_size: number }} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<TaskPage>}
 */
export async function list(query, signal) {
  const { body } = await request('GET', '/tasks/', { query, signal });
  return body.data;
}

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<Stats>}
 */
export async function stats(signal) {
  const { body } = await request('GET', '/tasks/stats/', { signal });
  return body.data;
}

/**
 * @param {number} id
 * @returns {Promise<TaskVersion>}
 */
export async function read(id) {
  return versionOf(await request('GET', `/tasks/${id}/`));
}

/**
 * @param {TaskChanges} task
 * @returns {Promise<TaskVersion>}
 */
export async function create(task) {
  return versionOf(await request('POST', '/tasks/', { body: task }));
}

/**
 * @param {number} id
 * @param {TaskChanges} changes
 * @param {string} [etag] refuse with 412 when the task is no longer this version
 * @returns {Promise<TaskVersion>}
 */
export async function update(id, changes, etag) {
  return versionOf(await request('PATCH', `/tasks/${id}/`, { body: changes, headers: { 'If-Match': etag } }));
}

/**
 * @param {number} id
 * @param {string} [etag] refuse with 412 when the task is no longer this version
 * @returns {Promise<void>}
 */
export async function remove(id, etag) {
  await request('DELETE', `/tasks/${id}/`, { headers: { 'If-Match': etag } });
}

/**
 * @param {{ body: any, etag: string | null }} answer
 * @returns {TaskVersion}
 */
function versionOf({ body, etag }) {
  return { task: body.data, etag };
}
