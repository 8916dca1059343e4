// @ts-check
// The address of a saved view, and what of an address a view keeps: filters, order and grouping, but no page.

import { LIST } from '../place.js';

/** @typedef {Pick<import('./api.js').View, 'query' | 'group' | 'layout'>} Shown */

/** What the API takes of a list's address. */
const PARAMETERS = ['status', 'priority', 'search', 'due_before', 'due_after', 'overdue', 'due', 'start', 'time_zone', 'project', 'label', 'parent', 'archived', 'ordering'];

/** @type {readonly Shown['group'][]} */
const GROUPS = ['due', 'priority', 'project', 'label', 'status'];

/** @type {Readonly<Record<string, Shown['layout']>>} */
const LAYOUTS = { [LIST]: 'list', '/board': 'board' };

/** What the list shows where its address says nothing, and how it says that all are shown. */
const [OPEN, ALL] = ['open', 'all'];

/**
 * @param {string} path
 * @param {URLSearchParams} query
 * @returns {Shown | null} null where the address is no list's
 */
export function shownAt(path, query) {
  if (!Object.hasOwn(LAYOUTS, path)) return null;
  const kept = PARAMETERS.filter((name) => (query.get(name) ?? '').trim() !== '').map((name) => [name, (query.get(name) ?? '').trim()]);
  /** @type {Record<string, string>} */
  const found = Object.fromEntries(kept);
  if (path === LIST) {
    found.status ??= OPEN;
    if (found.status === ALL) delete found.status;
  }
  return { query: found, group: GROUPS.find((group) => group === query.get('group')) ?? null, layout: LAYOUTS[path] };
}

/** @param {Shown} view */
export function viewAddress({ query, group, layout }) {
  const parameters = new URLSearchParams(PARAMETERS.flatMap((name) => (name in query ? [[name, query[name]]] : [])));
  if (group) parameters.set('group', group);
  if (layout === 'list') {
    if (!query.status) parameters.set('status', ALL);
    else if (query.status === OPEN) parameters.delete('status');
  }
  const text = parameters.toString();
  return (layout === 'board' ? '/board' : LIST) + (text && `?${text}`);
}

/** Whether there is anything to save. @param {Shown} shown */
export const isPlain = (shown) => viewAddress(shown) === LIST || viewAddress(shown) === '/board';

/**
 * @param {Shown} one
 * @param {Shown} other
 */
export const isSame = (one, other) => viewAddress(one) === viewAddress(other);
