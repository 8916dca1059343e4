// @ts-check
import { request } from '../../app/http.js';

/** @import { Page, Schemas } from '../../../types/api.js' */
/** @typedef {import('../../app/http.js').Query} Query */
/** @import { NewTask, Status, Task, TaskChanges, TaskVersion } from './task.js' */
/** @typedef {Page<Task>} TaskPage */

/** How many requests a page may take; then what was found is shown, with a link to more. */
const MAX_READS = 10;

/** Admins have a list of their own too; everybody's is under Admin. */
export const own = { owner: 'me' };

/** What views are of: the own tasks but those of archived projects. */
export const current = { ...own, archived: 'false' };

/** What belongs to a task is shown with it, whosever it is and wherever. */
export const anywhere = { owner: '', archived: '' };

/**
 * @param {Query} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<TaskPage>}
 */
export async function list(query, signal) {
  const { body } = await request('GET', '/tasks/', { query: { ...current, ...query }, signal });
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
  let response = await read(query, signal);
  for (let times = 0; times < MAX_READS && response.next_cursor && response.results.length < size; times += 1) {
    const { results } = response;
    response = await read({ ...filters, cursor: response.next_cursor, page_size: size - results.length }, signal);
    response.results.unshift(...results);
  }
  return response;
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
 * @param {string} [key] the same for every attempt: then a lost response makes no second task
 * @returns {Promise<TaskVersion>}
 */
export async function create(task, key) {
  return versionOf(await request('POST', '/tasks/', { body: task, headers: { 'Idempotency-Key': key } }));
}

/**
 * @param {number} id
 * @param {TaskChanges} changes
 * @param {string} [etag] refuse with 412 when the task is no longer this version
 * @param {import('./recurrence/scope.js').Scope} [scope] of a recurring task
 * @returns {Promise<TaskVersion>}
 */
export async function update(id, changes, etag, scope) {
  return versionOf(await request('PATCH', `/tasks/${id}/`, { query: { scope }, body: changes, headers: { 'If-Match': etag } }));
}

/**
 * Cancels this occurrence of a recurring task and makes the next.
 * @param {number} id
 * @returns {Promise<TaskVersion>}
 */
export async function skip(id) {
  return versionOf(await request('POST', `/tasks/${id}/skip/`));
}

/**
 * Gives a task the status back that it had before it was completed or cancelled.
 * @param {number} id
 * @returns {Promise<TaskVersion>}
 */
export async function reopen(id) {
  return versionOf(await request('POST', `/tasks/${id}/reopen/`));
}

/**
 * Moves a task in the order by hand.
 * @param {number} id
 * @param {Schemas['TaskMoveRequest']} where
 * @param {string} [etag] of the version that it is moved from; left out: of any
 * @returns {Promise<TaskVersion>}
 */
export async function move(id, where, etag) {
  return versionOf(await request('POST', `/tasks/${id}/move/`, { body: where, headers: { 'If-Match': etag } }));
}

/**
 * Moves a task to the trash, also when the page is left meanwhile.
 * @param {number} id
 * @param {string} [etag] refuse with 412 when the task is no longer this version
 * @returns {Promise<void>}
 */
export async function remove(id, etag) {
  await request('DELETE', `/tasks/${id}/`, { headers: { 'If-Match': etag }, keepalive: true });
}

/**
 * The own trash, what was deleted last first.
 * @param {Query} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<Page<Schemas['TrashedTaskSummary']>>}
 */
export async function listTrash(query, signal) {
  const { body } = await request('GET', '/tasks/trash/', { query: { ...own, ...query }, signal });
  return body.data;
}

/**
 * Puts a task in the trash back where it was.
 * @param {number} id
 * @returns {Promise<TaskVersion>}
 */
export async function restore(id) {
  return versionOf(await request('POST', `/tasks/${id}/restore/`));
}

/**
 * @param {number} id of a task in the trash
 * @returns {Promise<void>}
 */
export async function removeForGood(id) {
  await request('DELETE', `/tasks/${id}/`, { query: { permanent: 'true' } });
}

/** @returns {Promise<void>} */
export async function emptyTrash() {
  await request('DELETE', '/tasks/trash/');
}

/**
 * @param {number} id
 * @param {string} key the same for every attempt
 * @returns {Promise<TaskVersion>} the copy
 */
export async function duplicate(id, key) {
  return versionOf(await request('POST', `/tasks/${id}/duplicate/`, { headers: { 'Idempotency-Key': key } }));
}

/**
 * @param {number} id
 * @param {number} page
 * @param {AbortSignal} [signal]
 * @returns {Promise<Page<Schemas['HistoryResponse']>>} the newest changes first
 */
export async function history(id, page, signal) {
  const { body } = await request('GET', `/tasks/${id}/history/`, { query: { page }, signal });
  return body.data;
}

/**
 * Up to 200 operations in one request; what fails keeps nothing else from being done.
 * @param {Schemas['BulkOperation'][]} operations
 * @param {string} [key] the same for every attempt
 * @returns {Promise<Schemas['BulkResult'][]>} in their order
 */
export async function bulk(operations, key) {
  const { body } = await request('POST', '/tasks/bulk/', { body: { operations, atomic: false }, headers: { 'Idempotency-Key': key } });
  return body.data.results;
}

/**
 * @param {{ body: Schemas['EnvelopeOfTaskResponse'], etag: string | null }} response
 * @returns {TaskVersion}
 */
function versionOf({ body, etag }) {
  return { task: body.data, etag };
}
