// @ts-check
import { request } from './http.js';

/** @import { Page, Schemas } from '../../../types/api.js' */
/** @typedef {import('./http.js').Query} Query */
/** @typedef {Schemas['TaskItemStatus']} Status */
/** @typedef {Schemas['TaskItemPriority']} Priority */
/** @typedef {Schemas['TaskSummary'] & Partial<Schemas['TaskResponse']>} Task lists leave its description out */
/** @typedef {Schemas['TaskPatch']} TaskChanges */
/** @typedef {Schemas['TaskRequest']} NewTask */
/** @typedef {Page<Task>} TaskPage */
/** @typedef {{ task: Task, etag: string | null }} TaskVersion */

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
 * @param {NewTask} task
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
 * @param {Schemas['BulkOperation'][]} operations
 * @returns {Promise<Schemas['BulkResult'][]>} in their order
 */
export async function bulk(operations) {
  const { body } = await request('POST', '/tasks/bulk/', { body: { operations, atomic: false } });
  return body.data.results;
}

/**
 * @param {{ body: Schemas['EnvelopeOfTaskResponse'], etag: string | null }} answer
 * @returns {TaskVersion}
 */
function versionOf({ body, etag }) {
  return { task: body.data, etag };
}
