// @ts-check
// The subtasks of the task that is open: read when it is opened, and again when one of them changes.
import { onReconnect } from '../../../app/connection.js';
import { ApiError } from '../../../app/http.js';
import { createStore } from '../../../app/store.js';
import { begin, offerUndo, turn } from '../../../app/undo.js';
import * as api from '../api.js';
import { besideOf } from '../beside.js';
import { edits, onRefusal, placeByHand, withEdits } from '../edits.js';
import * as versions from '../versions.js';

/** @typedef {import('../task.js').Task} Task */

/**
 * @typedef {object} SubtasksState
 * @property {number | null} id of the task whose subtasks these are
 * @property {Task[] | null} items in their order, as the server has them; null before the first response
 * @property {number} count of all there are
 * @property {string | null} problem
 */

/** As many as one request gives. */
const PAGE_SIZE = 100;

/** @type {SubtasksState} */
const closed = { id: null, items: null, count: 0, problem: null };

export const subtasks = createStore(closed);

let running = new AbortController();
/** How many moves are on their way: what is read meanwhile has the old order. */
let moves = 0;
/** Whether there was something to be read while one was. */
let isMissed = false;

edits.subscribe(() => subtasks.state.items && subtasks.set({ items: subtasks.state.items }));
onRefusal(load);
onReconnect(() => void load());
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void load());
versions.watch(({ task, removed }) => {
  const { id, items } = subtasks.state;
  if (id === null) return;
  const known = items?.some((one) => one.id === (task?.id ?? removed));
  if (items && task && known) subtasks.set({ items: items.map((one) => (one.id === task.id ? task : one)) });
  if (items && removed) subtasks.set({ items: items.filter((one) => one.id !== removed) });
  if (known || task?.parent === id) void load();
});

/** @param {number} id */
export function openSubtasks(id) {
  if (subtasks.state.id === id) return;
  subtasks.set({ ...closed, id });
  void load();
}

export function closeSubtasks() {
  running.abort();
  subtasks.reset();
}

/** As they are to be shown. */
export const shownSubtasks = () => withEdits(subtasks.state.items ?? []);

export async function load() {
  const { id } = subtasks.state;
  isMissed = moves > 0;
  if (id === null || isMissed) return;
  running.abort();
  running = new AbortController();
  const { signal } = running;
  try {
    const { results, count } = await versions.readAll(() => api.list({ ...api.anywhere, parent: id, ordering: 'position', page_size: PAGE_SIZE }, signal));
    if (!signal.aborted) subtasks.set({ items: [...results], count, problem: null });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ApiError)) throw error;
    subtasks.set({ problem: error.sentence });
  }
}

/**
 * Moves a subtask past the one beside it.
 * @param {Task} task
 * @param {number} step 1: down; -1: up
 */
export async function moveSubtask(task, step) {
  const items = subtasks.state.items ?? [];
  const at = items.findIndex(({ id }) => id === task.id);
  const beside = items[at + step];
  if (at < 0 || !beside) return;
  const [there, back] = [besideOf(beside.id, step > 0), besideOf(beside.id, step < 0)];
  running.abort();
  subtasks.set({ items: items.toSpliced(at, 1).toSpliced(at + step, 0, items[at]) });
  moves += 1;
  const order = turn();
  const done = await begin(placeByHand(task, there).finally(() => (moves -= 1)));
  if (!done || isMissed) void load();
  if (done) offerUndo(`Moved “${task.title}” ${step > 0 ? 'down' : 'up'}.`, () => placeByHand(task, back), order);
}
