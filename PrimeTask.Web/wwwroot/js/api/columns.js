// @ts-check
import { request } from './http.js';
import { own } from './tasks.js';

const PAGE_SIZE = 100;

/**
 * @typedef {object} ColumnQuery
 * @property {import('./tasks.js').Status} status
 * @property {string} ordering
 * @property {string} search
 * @property {string} priority one or several, separated by commas
 * @property {string} [cursor] where the page before ended
 */

/** @typedef {{ count: number, count_is_minimum?: boolean, results: import('./tasks.js').Task[], next_cursor?: string }} ColumnPage */

/**
 * The next tasks of one status.
 * @param {ColumnQuery} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<ColumnPage>}
 */
export async function readColumn(query, signal) {
  const { body } = await request('GET', '/tasks/', { query: { ...own, ...query, page_size: PAGE_SIZE }, signal });
  return body.data;
}
