// @ts-check
import { request } from '../../../app/http.js';

/** @import { Schemas } from '../../../../types/api.js' */
/** @typedef {Schemas['ViewResponse']} View */
/** @typedef {Schemas['ViewRequest']} ViewRequest */

const PAGE_SIZE = 100;

/**
 * @param {AbortSignal} signal
 * @returns {Promise<readonly View[]>} in their order; there are no more than a page of them
 */
export async function readViews(signal) {
  const { body } = await request('GET', '/views/', { query: { page_size: PAGE_SIZE }, signal });
  return body.data.results;
}

/**
 * @param {ViewRequest} view
 * @param {string} key the same for every attempt to create this view
 * @returns {Promise<View>}
 */
export async function createView(view, key) {
  const { body } = await request('POST', '/views/', { body: view, headers: { 'Idempotency-Key': key } });
  return body.data;
}

/**
 * @param {number} id
 * @param {Schemas['ViewPatch']} changes
 */
export async function updateView(id, changes) {
  await request('PATCH', `/views/${id}/`, { body: changes });
}

/**
 * @param {number} id
 * @param {Schemas['MoveRequest']} where
 */
export async function moveView(id, where) {
  await request('POST', `/views/${id}/move/`, { body: where });
}

/** @param {number} id */
export async function deleteView(id) {
  await request('DELETE', `/views/${id}/`);
}
