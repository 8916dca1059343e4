// @ts-check
// The history of the task in the panel: read when somebody opens it.
import { ApiError } from '../../../app/http.js';
import { createStore } from '../../../app/store.js';
import * as api from '../api.js';
import * as versions from '../versions.js';
import { panel } from './panel.js';

/** @import { Schemas } from '../../../../types/api.js' */
/** @typedef {Schemas['HistoryResponse']} HistoryEntry */

/**
 * @typedef {object} HistoryState
 * @property {number | null} id of the task whose history is open
 * @property {HistoryEntry[] | null} entries null before the first response
 * @property {number} page the last one that was read
 * @property {boolean} more whether older ones follow
 * @property {boolean} loading
 * @property {string | null} problem
 */

/** @type {HistoryState} */
const closed = { id: null, entries: null, page: 0, more: false, loading: false, problem: null };

export const history = createStore(closed);

let running = new AbortController();

panel.subscribe(() => {
  const { id } = history.state;
  if (id !== null && panel.state.id !== id) closeHistory();
});
versions.watch(({ task }) => {
  if (task && task.id === history.state.id) openHistory(task.id);
});

/** @param {number} id */
export function openHistory(id) {
  running.abort();
  history.set({ ...closed, id });
  void readMore();
}

export function closeHistory() {
  running.abort();
  history.reset();
}

/** Reads the next page, or the one that failed again. */
export async function readMore() {
  const { id, entries, page } = history.state;
  if (id === null) return;
  running = new AbortController();
  const { signal } = running;
  history.set({ loading: true, problem: null });
  try {
    const { results, next } = await api.history(id, page + 1, signal);
    // A change meanwhile moves what was on this page to the next.
    const read = new Set(entries?.map((entry) => entry.id));
    if (!signal.aborted) history.set({ entries: [...(entries ?? []), ...results.filter((entry) => !read.has(entry.id))], page: page + 1, more: next !== null, loading: false });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ApiError)) throw error;
    history.set({ loading: false, problem: error.sentence });
  }
}
