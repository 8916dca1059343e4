// @ts-check
// The page of tasks on the screen and the figures above it. Own edits show at once and are taken back when refused.
import { ApiError } from '../api/http.js';
import * as api from '../api/tasks.js';
import { createStore } from '../lib/store.js';
import { changeFilters, filters } from './filters.js';
import { notify, notifyProblem } from './notices.js';
import { session } from './session.js';
import * as versions from './versions.js';

/** @typedef {import('../api/tasks.js').Task} Task */
/** @typedef {import('../api/tasks.js').TaskChanges} TaskChanges */

export const PAGE_SIZE = 25;
const RETRY_MS = 4_000;
const TYPING_MS = 200;

/**
 * @typedef {object} TaskListState
 * @property {Task[] | null} tasks null before the first answer
 * @property {number} count of all pages
 * @property {import('../api/tasks.js').Stats | null} stats
 * @property {boolean} loading
 * @property {string | null} problem why what is shown may be out of date
 */

/** @type {TaskListState} */
const initial = { tasks: null, count: 0, stats: null, loading: false, problem: null };

export const taskList = createStore(initial);

let running = new AbortController();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

let { search } = filters.state;
filters.subscribe(() => {
  const typing = filters.state.search !== search;
  search = filters.state.search;
  if (typing) loadIn(TYPING_MS);
  else void load();
});
session.subscribe(() => {
  if (session.state.status === 'signed-in') void load();
  else forget();
});
window.addEventListener('online', () => void load());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void load();
});

/** Loads the page that the filters ask for, and the figures. */
export async function load() {
  if (session.state.status !== 'signed-in') return;
  clearTimeout(timer);
  running.abort();
  running = new AbortController();
  const { signal } = running;
  taskList.set({ loading: true });
  try {
    const [page, stats] = await Promise.all([loadPage(signal), api.stats(signal)]);
    versions.forgetOutdated(page.results);
    taskList.set({ tasks: page.results, count: page.count, stats, loading: false, problem: null });
  } catch (error) {
    if (!signal.aborted) failedToLoad(error);
  }
}

/** @param {AbortSignal} signal */
async function loadPage(signal) {
  const { page, status, priority, search } = filters.state;
  const query = { status, priority, search: search.trim() };
  try {
    return await api.list({ ...query, page, page_size: PAGE_SIZE }, signal);
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404 && page > 1)) throw error;
    // The page emptied meanwhile: the last one that has tasks is the nearest.
    const { count } = await api.list({ ...query, page: 1, page_size: 1 }, signal);
    changeFilters({ page: Math.max(1, Math.ceil(count / PAGE_SIZE)) }, { replace: true });
    throw new DOMException('Another page is being loaded.', 'AbortError');
  }
}

/** @param {unknown} error */
function failedToLoad(error) {
  if (!(error instanceof ApiError)) throw error;
  if (session.state.status !== 'signed-in') return;
  taskList.set({ loading: false, problem: error.sentence });
  if (error.unreachable) loadIn(RETRY_MS);
}

/** @param {number} ms */
function loadIn(ms) {
  clearTimeout(timer);
  timer = setTimeout(load, ms);
}

function forget() {
  clearTimeout(timer);
  running.abort();
  versions.forgetAll();
  taskList.reset();
}

/** @param {Task} task */
export async function toggleCompleted(task) {
  const status = task.status === 'completed' ? 'pending' : 'completed';
  replace({ ...task, status });
  try {
    const { task: saved } = await versions.update(task.id, { status });
    replace(saved);
  } catch (error) {
    takeBack(error, `“${task.title}” was not changed.`, () => replace(task));
  }
  await load();
}

/** @param {Task} task */
export async function remove(task) {
  const { tasks, count } = taskList.state;
  if (!tasks) return;
  const position = tasks.findIndex(({ id }) => id === task.id);
  taskList.set({ tasks: tasks.filter(({ id }) => id !== task.id), count: count - 1 });
  try {
    await versions.remove(task.id);
    notify(`Deleted “${task.title}”.`);
  } catch (error) {
    takeBack(error, `“${task.title}” was not deleted.`, () => putBack(task, position));
  }
  await load();
}

/**
 * @param {unknown} error
 * @param {string} what did not happen
 * @param {() => void} undo
 */
function takeBack(error, what, undo) {
  if (!(error instanceof ApiError)) throw error;
  if (session.state.status === 'signed-in') undo();
  notifyProblem(`${what} ${reasonOf(error)}`);
}

/** @param {ApiError} error */
function reasonOf(error) {
  if (error.status === 412) return 'It has been changed elsewhere; this is the new version.';
  if (error.status === 401) return 'Your session has ended.';
  return error.sentence;
}

/** @param {Task} task */
function replace(task) {
  const { tasks } = taskList.state;
  if (tasks) taskList.set({ tasks: tasks.map((other) => (other.id === task.id ? task : other)) });
}

/**
 * @param {Task} task
 * @param {number} position
 */
function putBack(task, position) {
  const { tasks, count } = taskList.state;
  if (tasks && !tasks.some(({ id }) => id === task.id)) {
    taskList.set({ tasks: tasks.toSpliced(position, 0, task), count: count + 1 });
  }
}
