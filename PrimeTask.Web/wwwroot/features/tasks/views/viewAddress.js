// @ts-check
// The address of a saved view, and what of an address a view keeps: filters, order and grouping, but no page.

/** @typedef {Pick<import('./api.js').View, 'query' | 'group' | 'layout'>} Shown */

/** What the API takes of a list's address. */
const PARAMETERS = ['status', 'priority', 'search', 'due_before', 'due_after', 'overdue', 'due', 'start', 'time_zone', 'project', 'label', 'parent', 'ordering'];

/** @type {readonly Shown['group'][]} */
const GROUPS = ['due', 'priority', 'project', 'label', 'status'];

/** @type {Readonly<Record<string, Shown['layout']>>} */
const LAYOUTS = { '/': 'list', '/board': 'board' };

/**
 * @param {string} path
 * @param {URLSearchParams} query
 * @returns {Shown | null} null where the address is no list's
 */
export function shownAt(path, query) {
  if (!Object.hasOwn(LAYOUTS, path)) return null;
  const kept = PARAMETERS.filter((name) => (query.get(name) ?? '').trim() !== '').map((name) => [name, (query.get(name) ?? '').trim()]);
  return { query: Object.fromEntries(kept), group: GROUPS.find((group) => group === query.get('group')) ?? null, layout: LAYOUTS[path] };
}

/** @param {Shown} view */
export function viewAddress({ query, group, layout }) {
  const parameters = new URLSearchParams(PARAMETERS.flatMap((name) => (name in query ? [[name, query[name]]] : [])));
  if (group) parameters.set('group', group);
  const text = parameters.toString();
  return (layout === 'board' ? '/board' : '/') + (text && `?${text}`);
}

/** Whether there is anything to save. @param {Shown} shown */
export const isPlain = ({ query, group }) => Object.keys(query).length === 0 && group === null;

/**
 * @param {Shown} one
 * @param {Shown} other
 */
export const isSame = (one, other) => viewAddress(one) === viewAddress(other);
