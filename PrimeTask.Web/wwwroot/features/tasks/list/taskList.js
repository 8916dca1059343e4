// @ts-check
// The page of tasks on the screen, with own edits on top of it.
import { ApiError } from '../../../app/http.js';
import { session } from '../../../app/session.js';
import { createStore } from '../../../app/store.js';
import { createPagedList } from '../../../ui/pagedList.js';
import * as api from '../api.js';
import { edits, withEdits } from '../edits.js';
import * as versions from '../versions.js';
import { changeFilters, filters, followAddress, toQuery } from './listFilters.js';

/** @typedef {import('../task.js').Task} Task */

export const PAGE_SIZE = 50;
const TYPING_MS = 90;
const EDITED_MS = 250;
const MINUTE_MS = 60_000;

/** The last response of the server. */
const list = createPagedList((_, signal) => versions.readAll(() => readPage(signal)), () => changeFilters({}, { replace: true }));

export const taskList = createStore(shownState());

let shown = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {ReturnType<typeof setInterval> | undefined} */
let clock;
let { search } = filters.state;

session.subscribe(() => {
  if (session.state.status === 'signed-out') forget();
});
list.store.subscribe(publish);
let { refusals } = edits.state;
edits.subscribe(() => {
  publish();
  if (edits.state.refusals === refusals) return;
  refusals = edits.state.refusals;
  if (shown) loadIn(0);
});
versions.watch(({ task, removed }) => {
  const { items, count } = list.store.state;
  const present = items?.some(({ id }) => id === (task?.id ?? removed));
  if (items && task) list.store.set({ items: items.map((other) => (other.id === task.id ? task : other)) });
  if (items && removed) list.store.set({ items: items.filter(({ id }) => id !== removed), count: count - 1 });
  // A new task loads the list at once; other changes are debounced.
  if (shown) loadIn(present ? EDITED_MS : 0);
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && shown) void load();
});

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
  clearTimeout(timer);
  list.stop();
}

function forget() {
  clearTimeout(timer);
  list.forget();
  versions.forgetAll();
}

function publish() {
  taskList.set(shownState());
}

function shownState() {
  const { items, count, ...rest } = list.store.state;
  const tasks = items && withEdits(items);
  return { ...rest, tasks, count: count - ((items?.length ?? 0) - (tasks?.length ?? 0)) };
}

/**
 * @param {number} step 1: the next page; -1: the one before
 * @returns {{ page?: number, cursor?: string } | null} where it begins; null where there is none, or no way to it
 */
export function pageBeside(step) {
  const { count, isMinimum, nextCursor } = taskList.state;
  const { page: number, cursor } = filters.state;
  if (nextCursor && step > 0) return { cursor: nextCursor };
  const wanted = number + step;
  return !cursor && wanted >= 1 && (isMinimum || wanted <= Math.ceil(count / PAGE_SIZE)) ? { page: wanted } : null;
}

/** Loads the page that the filters ask for. */
export async function load() {
  if (session.state.status !== 'signed-in') return;
  clearTimeout(timer);
  await list.load({ ...place(), page_size: PAGE_SIZE });
}

/** Where the page begins. */
function place() {
  const { page, cursor } = filters.state;
  return cursor ? { cursor } : { page };
}

/** @param {AbortSignal} signal */
async function readPage(signal) {
  const query = toQuery(filters.state);
  try {
    return await api.readFull(api.list, { ...query, ...place(), page_size: PAGE_SIZE }, signal);
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404 && filters.state.page > 1)) throw error;
    await turnToLast(query, signal);
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

/** @param {number} ms */
function loadIn(ms) {
  clearTimeout(timer);
  timer = setTimeout(load, ms);
}
