// @ts-check
// Filters in the query string of an address.

/**
 * The address with some filters changed: from the first page on unless a page is named, and without what is empty.
 * @param {string} path
 * @param {URLSearchParams} query
 * @param {Record<string, string | number>} changes
 */
export function addressWith(path, query, changes) {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries({ page: '', cursor: '', ...changes })) {
    const text = String(value);
    if (text.trim() === '' || (name === 'page' && text === '1')) next.delete(name);
    else next.set(name, text);
  }
  const text = next.toString();
  return path + (text && `?${text}`);
}

/**
 * @param {URLSearchParams} query
 * @returns {number} from 1, whatever stands there
 */
export const pageOf = (query) => Math.min(1_000_000, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));

/**
 * @param {string | null} address of the page that follows, as the API names it
 * @returns {string | null} the cursor that leads there; null where a number does, or where nothing follows
 */
export const cursorIn = (address) => (address ? new URL(address).searchParams.get('cursor') : null);

/**
 * What the next press on a column's heading asks for: ascending, descending, ascending again.
 * @param {string} ordering as it is now, with - before the name for descending
 * @param {string} name of the column
 */
export const nextOrdering = (ordering, name) => (ordering === name ? `-${name}` : name);
