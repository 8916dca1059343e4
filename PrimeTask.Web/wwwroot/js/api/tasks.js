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
/** @typedef {{ count: number, count_is_minimum?: boolean, next: string | null, next_cursor?: string, results: Task[] }} TaskPage */
/** @typedef {{ task: Task, etag: string | null }} TaskVersion */
/** @typedef {Record<string, string | number | undefined>} Query the API's parameters */

/** The most characters of a title. */
export const TITLE_LENGTH = 200;

/** How often a page is read on; then what was found is shown, and the person may ask for more. */
const MOST_TIMES = 10;

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

/** Admins have a list of their own too; everybody's is under Admin. */
export const own = { owner: 'me' };

/**
 * @param {Query} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<TaskPage>}
 */
export async function list(query, signal) {
  const { body } = await request('GET', '/tasks/', { query: { ...own, ...query }, signal });
  return body.data;
}

/**
 * What no index finds, the server looks for in so many tasks a time: a page is read on until it is full.
 * @param {(query: Query, signal?: AbortSignal) => Promise<TaskPage>} read
 * @param {Query & { page_size: number }} query
 * @param {AbortSignal} signal
 */
export async function readFull(read, query, signal) {
  const { page_size: size, page: _, ...filters } = query;
  let answer = await read(query, signal);
  for (let times = 0; times < MOST_TIMES && answer.next_cursor && answer.results.length < size; times += 1) {
    const { results } = answer;
    answer = await read({ ...filters, cursor: answer.next_cursor, page_size: size - results.length }, signal);
    answer.results.unshift(...results);
  }
  return answer;
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
 * @param {string} [key] the same for every attempt: then a lost answer makes no second task
 * @returns {Promise<TaskVersion>}
 */
export async function create(task, key) {
  return versionOf(await request('POST', '/tasks/', { body: task, headers: { 'Idempotency-Key': key } }));
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
 * @param {{ keepalive?: boolean }} [options]
 * @returns {Promise<void>}
 */
export async function remove(id, etag, { keepalive } = {}) {
  await request('DELETE', `/tasks/${id}/`, { headers: { 'If-Match': etag }, keepalive });
}

/**
 * Up to 200 operations in one request; what fails keeps nothing else from being done.
 * @param {readonly { op: string, id?: number, if_match?: string | null, data?: TaskChanges }[]} operations
 * @returns {Promise<{ success: boolean, status: number, message: string, data?: Task, etag?: string, errors?: Record<string, string[]> }[]>}
 */
export async function bulk(operations) {
  const { body } = await request('POST', '/tasks/bulk/', { body: { operations, atomic: false } });
  return body.data.results;
}

/**
 * @param {{ body: any, etag: string | null }} answer
 * @returns {TaskVersion}
 */
function versionOf({ body, etag }) {
  return { task: body.data, etag };
}
