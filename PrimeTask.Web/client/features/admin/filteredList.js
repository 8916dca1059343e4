// @ts-check
// A list whose filters, ordering and page live in the address.
import { addressWith, pageOf } from '../../app/address.js';
import { navigate, route } from '../../app/router.js';
import { createPagedList } from '../../ui/pagedList.js';
import { TYPING_MS } from '../../ui/typing.js';

export const PAGE_SIZE = 25;

/**
 * @template T
 * @param {object} options
 * @param {string} options.path the address of the view
 * @param {readonly string[]} options.filters the parameters that the address may carry
 * @param {string} options.ordering that of the server when none is named
 * @param {Parameters<typeof createPagedList<T>>[0]} options.read
 */
export function createFilteredList({ path, filters, ordering, read }) {
  /** @param {Record<string, string | number>} changes */
  const change = (changes, replace = false) => navigate(addressWith(path, route.state.query, changes), { replace });
  const list = createPagedList(read, () => change({}, true));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;

  const valueOf = (/** @type {string} */ name) => route.state.query.get(name) ?? '';

  return {
    ...list,
    change,
    valueOf,
    ordering: () => valueOf('ordering') || ordering,
    page: () => pageOf(route.state.query),
    /** Whether a cursor leads to the page. */
    hasCursor: () => valueOf('cursor') !== '',
    isFiltered: () => filters.some((name) => valueOf(name) !== ''),
    clear: () => navigate(path),
    /** Shows what the address asks for. */
    enter() {
      const query = Object.fromEntries(filters.map((name) => [name, valueOf(name).trim()]));
      const where = valueOf('cursor') ? { cursor: valueOf('cursor') } : { page: pageOf(route.state.query) };
      return list.load({ ...query, ordering: valueOf('ordering'), ...where, page_size: PAGE_SIZE });
    },
    leave() {
      clearTimeout(typing);
      list.forget();
    },
    /** @param {string} search so far: debounced, and one entry of the history */
    search(search) {
      clearTimeout(typing);
      typing = setTimeout(() => change({ search }, true), TYPING_MS);
    },
  };
}
