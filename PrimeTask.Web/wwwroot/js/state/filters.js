// @ts-check
// Which tasks are shown. The address bar holds it, so that a view can be bookmarked, shared and gone back to.
import { createStore } from '../lib/store.js';
import { session } from './session.js';

/**
 * @typedef {object} Filters
 * @property {string} status empty: all
 * @property {string} priority empty: all
 * @property {string} search
 * @property {number} page from 1
 */

export const filters = createStore(fromAddress());

window.addEventListener('popstate', () => filters.set(fromAddress()));

let signedIn = false;
session.subscribe(() => {
  const { status, expired } = session.state;
  // What one person searched for is nothing for the next; a bookmark opened before signing in stays.
  if (signedIn && status === 'signed-out' && !expired) changeFilters({ status: '', priority: '', search: '' }, { replace: true });
  signedIn = status === 'signed-in';
});

/** @returns {Filters} */
function fromAddress() {
  const query = new URLSearchParams(location.search);
  return {
    status: query.get('status') ?? '',
    priority: query.get('priority') ?? '',
    search: query.get('search') ?? '',
    page: Math.max(1, Math.trunc(Number(query.get('page'))) || 1),
  };
}

/** @param {Filters} filters */
function toAddress({ status, priority, search, page }) {
  const query = new URLSearchParams();
  if (status) query.set('status', status);
  if (priority) query.set('priority', priority);
  if (search.trim()) query.set('search', search.trim());
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return location.pathname + (text && `?${text}`);
}

/**
 * Filters differently, from the first page on unless a page is named.
 * @param {Partial<Filters>} changes
 * @param {{ replace?: boolean }} [how] replace: without a step of its own in the browser's history
 */
export function changeFilters(changes, { replace = false } = {}) {
  const next = { ...filters.state, page: 1, ...changes };
  history[replace ? 'replaceState' : 'pushState'](null, '', toAddress(next));
  filters.set(next);
}

/** @param {Filters} filters */
export const isFiltered = ({ status, priority, search }) => status !== '' || priority !== '' || search !== '';
