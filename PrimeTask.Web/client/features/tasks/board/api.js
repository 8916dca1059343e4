// @ts-check
import { request } from '../../../app/http.js';
import { own } from '../api.js';
import { archivedIn } from '../place.js';

/** @import { Page } from '../../../../types/api.js' */

const PAGE_SIZE = 100;

/**
 * @typedef {object} ColumnQuery
 * @property {import('../task.js').Status} status
 * @property {string} ordering
 * @property {string} search
 * @property {string} priority one or several, separated by commas
 * @property {string} project see `Place`
 * @property {string} label
 * @property {string} archived
 * @property {string} [cursor] where the page before ended
 */

/**
 * The next tasks of one status. Subtasks are no cards of their own: the card of their parent counts them.
 * @param {ColumnQuery} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<Page<import('../task.js').Task>>}
 */
export async function readColumn(query, signal) {
  const { body } = await request('GET', '/tasks/', { query: { ...own, ...query, archived: archivedIn(query), parent: 'none', page_size: PAGE_SIZE }, signal });
  return body.data;
}
