// @ts-check
// Which tasks are shown, in which order. The address holds it, so that a view can be bookmarked, shared and gone back to.
import { pageOf } from '../../../app/address.js';
import { navigate, route } from '../../../app/router.js';
import { createStore } from '../../../app/store.js';
import { archivedIn, placeOf } from '../place.js';
import { groupingOf } from './groups.js';

/**
 * @typedef {object} Filters
 * @property {string} status one or several with commas, `open` unless the address says another; empty: all
 * @property {string} priority one or several with commas; empty: all
 * @property {string} due empty, or one of `dues`
 * @property {string} project see `Place`
 * @property {string} label
 * @property {string} search
 * @property {string} archived as the API has it; these six have no field of their own: addresses and saved views can have them
 * @property {string} due_before
 * @property {string} due_after
 * @property {string} start
 * @property {string} parent
 * @property {string} time_zone
 * @property {string} ordering as the API names it; empty: its default
 * @property {number} page from 1
 * @property {string} group what the tasks are grouped by; empty: nothing
 * @property {string} cursor where the page begins that no number leads to; empty: `page` says it
 */

export const dues = [
  { value: 'overdue', label: 'Overdue' },
  { value: 'today', label: 'Due today' },
  { value: 'tomorrow', label: 'Due tomorrow' },
  { value: 'week', label: 'Due within 7 days' },
  { value: 'upcoming', label: 'Due later than today' },
  { value: 'none', label: 'Without a due date' },
];

/** Whether the order is the one that tasks are moved in by hand. */
export const isByHand = () => filters.state.ordering === 'position' && !filters.state.group;

export const everything = { status: '', priority: '', due: '', search: '', due_before: '', due_after: '', start: '', parent: '', archived: '', time_zone: '' };

/** In the address, for tasks of any status. */
const ANY = 'all';

export const filters = createStore(read(route.state.query));

route.subscribe(followAddress);

/** For callers that act on a new address before the router has notified this module. */
export function followAddress() {
  filters.set(read(route.state.query));
}

/**
 * @param {URLSearchParams} query
 * @returns {Filters}
 */
function read(query) {
  return {
    status: statusIn(query.get('status')),
    priority: query.get('priority') ?? '',
    due: query.get('overdue') === 'true' ? 'overdue' : (query.get('due') ?? ''),
    ...placeOf(query),
    search: query.get('search') ?? '',
    due_before: query.get('due_before') ?? '',
    due_after: query.get('due_after') ?? '',
    start: query.get('start') ?? '',
    parent: query.get('parent') ?? '',
    archived: query.get('archived') ?? '',
    time_zone: query.get('time_zone') ?? '',
    ordering: query.get('ordering') ?? '',
    group: groupingOf(query.get('group')),
    cursor: query.get('cursor') ?? '',
    page: pageOf(query),
  };
}

/** @param {string | null} status */
function statusIn(status) {
  if (status === null || status === '') return 'open';
  return status === ANY ? '' : status;
}

/** @param {Filters} filters */
function toAddress({ due, page, project, label, status, ...rest }) {
  const query = new URLSearchParams(Object.entries({ project, label, status: status === '' ? ANY : status === 'open' ? '' : status, ...rest }).filter(([, value]) => value.trim() !== ''));
  if (due === 'overdue') query.set('overdue', 'true');
  else if (due) query.set('due', due);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return route.state.path + (text && `?${text}`);
}

/**
 * Filters differently, from the first page on unless a page is named.
 * @param {Partial<Filters>} changes
 * @param {{ replace?: boolean }} [how] replace: without a step of its own in the browser's history
 */
export function changeFilters(changes, { replace = false } = {}) {
  navigate(toAddress({ ...filters.state, page: 1, cursor: '', ...changes }), { replace });
}

/** What is usually shown. */
export const unfiltered = { ...everything, status: 'open' };

/** @param {Filters} filters @returns {number} how many are not as usual */
export const filterCount = (filters) =>
  Object.entries(unfiltered).filter(([name, value]) => filters[/** @type {keyof typeof everything} */ (name)].trim() !== value).length;

/** @param {Filters} filters */
export const isFiltered = (filters) => filterCount(filters) > 0;

/**
 * @param {Filters} filters
 * @returns {Record<string, string>} the API's parameters
 */
export function toQuery({ status, priority, due, project, label, search, ordering, due_before, due_after, start, parent, archived, time_zone }) {
  return { status, priority, project, label, search: search.trim(), ordering, due, due_before, due_after, start, parent, time_zone, archived: archivedIn({ project, search, archived, parent }) };
}

