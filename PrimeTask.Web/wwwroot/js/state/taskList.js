// @ts-check
// The page of tasks on the screen, with own edits on top of it.
import { ApiError } from '../api/http.js';
import * as api from '../api/tasks.js';
import { cursorIn } from '../lib/address.js';
import { countedSoFar } from '../lib/counts.js';
import { createStore } from '../lib/store.js';
import { onReconnect } from './connection.js';
import { edits, withEdits } from './edits.js';
import { changeFilters, filters, followAddress, toQuery } from './filters.js';
import { session } from './session.js';
import * as versions from './versions.js';

/** @typedef {import('../api/tasks.js').Task} Task */

export const PAGE_SIZE = 50;
const RETRY_MS = 4_000;
const TYPING_MS = 90;
const EDITED_MS = 250;
const MINUTE_MS = 60_000;

/**
 * @typedef {object} TaskListState
 * @property {Task[] | null} tasks null before the first answer
 * @property {number} count of all pages
 * @property {boolean} isMinimum whether there are more than were counted
 * @property {string | null} onward where the next page begins, when no number leads to it
 * @property {boolean} loading
 * @property {string | null} problem why what is shown may be out of date
 * @property {boolean} refused whether the address asks for something that there can't be
 */

/** @type {TaskListState} */
const initial = { tasks: null, count: 0, isMinimum: false, onward: null, loading: false, problem: null, refused: false };

export const taskList = createStore(initial);

let shown = false;
/** @type {{ results: Task[], count: number, isMinimum: boolean, onward: string | null } | null} the server's last answer */
let page = null;
let running = new AbortController();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {ReturnType<typeof setInterval> | undefined} */
let clock;
let { search } = filters.state;

session.subscribe(() => {
  if (session.state.status === 'signed-out') forget();
});
let { refusals } = edits.state;
edits.subscribe(() => {
  publish();
  if (edits.state.refusals === refusals) return;
  refusals = edits.state.refusals;
  if (shown) loadIn(0);
});
versions.watch(({ task, removed }) => {
  const present = page?.results.some(({ id }) => id === (task?.id ?? removed));
  if (page && task) page.results = page.results.map((other) => (other.id === task.id ? task : other));
  if (page && removed) page = { ...page, results: page.results.filter(({ id }) => id !== removed), count: page.count - 1 };
  // A new task is waited for; of the others, the server's last word is enough when there are no more changes under way.
  if (shown) loadIn(present ? EDITED_MS : 0);
});
onReconnect(loadIfShown);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') loadIfShown();
});

function loadIfShown() {
  if (shown) void load();
}

/** The address asks for these tasks. */
export function enter() {
  followAddress();
  const typing = shown && filters.state.search !== search;
  search = filters.state.search;
  shown = true;
  // “Today” and “overdue” change without anybody's doing.
  clock ??= setInterval(publish, MINUTE_MS);
  if (!typing) return load();
  return loadIn(TYPING_MS);
}

export function leave() {
  shown = false;
  clearInterval(clock);
  clock = undefined;
  stop();
}

function stop() {
  clearTimeout(timer);
  running.abort();
}

function forget() {
  stop();
  page = null;
  versions.forgetAll();
  taskList.reset();
}

function publish() {
  if (!page) return;
  const tasks = withEdits(page.results);
  taskList.set({ tasks, count: page.count - (page.results.length - tasks.length), isMinimum: page.isMinimum, onward: page.onward });
}

/**
 * @param {number} step 1: the next page; -1: the one before
 * @returns {{ page?: number, cursor?: string } | null} where it begins; null where there is none, or no way to it
 */
export function pageBeside(step) {
  const { count, isMinimum, onward } = taskList.state;
  const { page: number, cursor } = filters.state;
  if (onward && step > 0) return { cursor: onward };
  const wanted = number + step;
  return !cursor && wanted >= 1 && (isMinimum || wanted <= Math.ceil(count / PAGE_SIZE)) ? { page: wanted } : null;
}

/** Loads the page that the filters ask for. */
export async function load() {
  if (session.state.status !== 'signed-in') return;
  stop();
  running = new AbortController();
  const { signal } = running;
  taskList.set({ loading: true });
  try {
    page = toPage(await versions.readAll(() => loadPage(signal)));
    taskList.set({ loading: false, problem: null, refused: false });
    publish();
  } catch (error) {
    if (!signal.aborted) failedToLoad(error);
  }
}

/** @param {api.TaskPage} answer */
function toPage({ results, next, count, count_is_minimum: isMinimum = false }) {
  const { page: number, cursor } = filters.state;
  // How many come before a page without a number is not known, so its end tells nothing.
  const more = next !== null || cursor !== '';
  return {
    results,
    ...countedSoFar({ count, isMinimum }, { page: number, size: PAGE_SIZE, shown: results.length, more }),
    onward: cursorIn(next),
  };
}

/** @param {AbortSignal} signal */
async function loadPage(signal) {
  const query = toQuery(filters.state);
  const { page: number, cursor } = filters.state;
  try {
    return await api.readFull(api.list, { ...query, ...(cursor ? { cursor } : { page: number }), page_size: PAGE_SIZE }, signal);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.errors.cursor) changeFilters({}, { replace: true });
    else if (error.status === 404 && number > 1) await turnToLast(query, signal);
    else throw error;
    throw new DOMException('Another page is being loaded.', 'AbortError');
  }
}

/**
 * The page emptied meanwhile: the last one that has tasks is the nearest.
 * @param {Record<string, string>} query
 * @param {AbortSignal} signal
 */
async function turnToLast(query, signal) {
  const { count } = await api.list({ ...query, page: 1, page_size: 1 }, signal);
  changeFilters({ page: Math.max(1, Math.ceil(count / PAGE_SIZE)) }, { replace: true });
}

/** @param {unknown} error */
function failedToLoad(error) {
  if (!(error instanceof ApiError)) throw error;
  if (session.state.status !== 'signed-in') return;
  taskList.set({ loading: false, problem: error.sentence, refused: error.refused });
  if (error.refused) {
    page = null;
    taskList.set({ tasks: null });
  }
  if (error.unreachable) loadIn(RETRY_MS);
}

/** @param {number} ms */
function loadIn(ms) {
  clearTimeout(timer);
  timer = setTimeout(load, ms);
}
