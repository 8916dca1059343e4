// @ts-check
// One page of a list on the server. A new request cancels the one before.
import { cursorIn } from '../app/address.js';
import { onReconnect } from '../app/connection.js';
import { ApiError } from '../app/http.js';
import { session } from '../app/session.js';
import { createStore } from '../app/store.js';
import { countedSoFar } from './counts.js';

/** @import { Query } from '../app/http.js' */
/** @import { Page } from '../../types/api.js' */

/**
 * @template T
 * @typedef {object} PagedListState
 * @property {T[] | null} items null while none are known
 * @property {number} count on all pages
 * @property {boolean} isMinimum whether there are more than were counted
 * @property {boolean} isSimilar whether nothing has the words that were looked for, and these have similar ones
 * @property {string | null} nextCursor where the next page begins, when no number leads to it
 * @property {boolean} loading
 * @property {string | null} problem
 * @property {boolean} refused whether the request itself is at fault, so that a retry cannot succeed
 */

/**
 * @template T
 * @param {(query: Query, signal: AbortSignal) => Promise<Page<T>>} read
 * @param {() => void} [onNoPage] the page that was asked for is past the end, or begins where this list has no place
 */
export function createPagedList(read, onNoPage = () => {}) {
  const store = createStore(/** @type {PagedListState<T>} */ ({ items: null, count: 0, isMinimum: false, isSimilar: false, nextCursor: null, loading: false, problem: null, refused: false }));
  let running = new AbortController();
  /** @type {Query | null} */
  let asked = null;

  /** @param {Query} query */
  async function load(query) {
    asked = query;
    running.abort();
    running = new AbortController();
    const { signal } = running;
    store.set({ loading: true });
    try {
      const { count, count_is_minimum: isMinimum = false, similar: isSimilar = false, next, results } = await read(query, signal);
      // How many items come before a page that a cursor leads to is not known, so its end does not tell the count.
      const where = { page: Number(query.page), size: Number(query.page_size), shown: results.length, more: next !== null || query.cursor !== undefined };
      if (!signal.aborted) store.set({ items: results, ...countedSoFar({ count, isMinimum }, where), isSimilar, nextCursor: cursorIn(next), loading: false, problem: null, refused: false });
    } catch (error) {
      if (!signal.aborted) failed(error, query);
    }
  }

  /**
   * @param {unknown} error
   * @param {Query} query
   */
  function failed(error, query) {
    store.set({ loading: false });
    if (!(error instanceof ApiError)) throw error;
    if (error.errors.cursor || (error.status === 404 && Number(query.page) > 1)) return onNoPage();
    if (session.state.status !== 'signed-in') return;
    store.set({ problem: error.sentence, refused: error.refused });
    if (error.refused) store.set({ items: null });
  }

  /** Sends the last request again. */
  const reload = async () => asked && load(asked);

  /** Reads no more until the next load; what was read stays. */
  function stop() {
    asked = null;
    running.abort();
  }

  function forget() {
    stop();
    store.reset();
  }

  session.subscribe(() => {
    if (session.state.status !== 'signed-in' && asked) forget();
  });
  onReconnect(() => void reload());

  return {
    store,
    load,
    reload,
    stop,
    forget,
    /** @param {(item: T) => T | null} change what becomes of each; null takes it away */
    changeItems(change) {
      const items = store.state.items?.map(change).filter((item) => item !== null) ?? null;
      store.set({ items });
      // What is being read may be from before the change.
      if (store.state.loading) void reload();
    },
  };
}
