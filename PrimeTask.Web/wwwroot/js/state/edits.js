// @ts-check
// Changes and deletions of tasks that show at once, before the server has them; what it refuses is taken back with a message.
import { ApiError } from '../api/http.js';
import { createStore } from '../lib/store.js';
import { notify, notifyProblem } from './notices.js';
import { beforeLogOut, session } from './session.js';
import * as versions from './versions.js';

/** @typedef {import('../api/tasks.js').Task} Task */
/** @typedef {import('../api/tasks.js').TaskChanges} TaskChanges */
/** @typedef {{ id: number, changes: TaskChanges }} Edit */

/** What lists show on top of what the server said last. */
export const edits = createStore({
  changes: /** @type {Edit[]} */ ([]),
  removed: /** @type {ReadonlySet<number>} */ (new Set()),
  /** How often the server refused one: each time it has something that is not shown yet. */
  refusals: 0,
});

/** @type {Map<number, Task>} deleted on the screen; the server is told when it is too late to undo */
const leaving = new Map();

/** @type {number | null} who deleted them */
let author = null;
/** Whether their session ended by itself meanwhile. */
let interrupted = false;

session.subscribe(() => {
  const { status, user, expired } = session.state;
  if (status === 'signed-out' && expired) pause();
  else if (status === 'signed-out' || (status === 'signed-in' && leaving.size > 0 && user?.id !== author)) forget();
  else if (status === 'signed-in' && interrupted) void goOn();
});
beforeLogOut(deleteNow);
window.addEventListener('pagehide', () => {
  if (interrupted) return;
  for (const task of leaving.values()) versions.remove(task, { keepalive: true }).catch(() => {}); // Nobody is there to be told.
  leaving.clear();
});

/** What was deleted stays deleted: the server is told as soon as the person is back. */
function pause() {
  interrupted = leaving.size > 0;
  edits.set({ changes: [] });
}

async function goOn() {
  interrupted = false;
  const tasks = [...leaving.values()];
  if (await deleteFrom(tasks)) notify(`Deleted ${naming(tasks)}.`);
}

function forget() {
  interrupted = false;
  leaving.clear();
  edits.reset();
}

/**
 * @param {readonly Task[]} tasks from the server
 * @returns {Task[]} as they are to be shown
 */
export function withEdits(tasks) {
  const { changes, removed } = edits.state;
  return tasks
    .filter(({ id }) => !removed.has(id))
    .map((task) => changes.filter(({ id }) => id === task.id).reduce((shown, edit) => ({ ...shown, ...edit.changes }), task));
}

/**
 * @param {readonly Task[]} tasks as shown
 * @param {TaskChanges} changes
 * @returns {Promise<Task[]>} the tasks that were changed, as saved
 */
export async function change(tasks, changes) {
  const own = tasks.map(({ id }) => ({ id, changes }));
  edits.set({ changes: [...edits.state.changes, ...own] });
  try {
    const outcomes = await save(tasks, changes);
    reportRefused(tasks, outcomes, 'changed');
    return outcomes.flatMap((outcome) => ('task' in outcome && outcome.task ? [outcome.task] : []));
  } finally {
    edits.set({ changes: edits.state.changes.filter((edit) => !own.includes(edit)) });
  }
}

/**
 * @param {readonly Task[]} tasks
 * @param {'completed' | 'pending'} status
 */
export async function setStatus(tasks, status) {
  const saved = await change(tasks, { status });
  if (saved.length === 0) return;
  const done = status === 'completed' ? 'Completed' : 'Reopened';
  notify(`${done} ${naming(saved)}.`, { undo: { label: 'Undo', run: () => restoreStatus(tasks, saved) } });
}

/**
 * @param {readonly Task[]} before
 * @param {readonly Task[]} saved
 */
async function restoreStatus(before, saved) {
  const statuses = new Set(before.map(({ status }) => status));
  for (const status of statuses) {
    const ids = before.filter((task) => task.status === status).map(({ id }) => id);
    const back = saved.filter(({ id }) => ids.includes(id));
    if (back.length > 0) await change(back, { status });
  }
}

/** @param {readonly Task[]} tasks */
export function remove(tasks) {
  author = session.state.user?.id ?? null;
  for (const task of tasks) leaving.set(task.id, task);
  edits.set({ removed: new Set([...edits.state.removed, ...tasks.map(({ id }) => id)]) });
  const undo = { label: 'Undo', run: () => keep(tasks) };
  notify(`Deleted ${naming(tasks)}.`, { undo, onGone: () => void deleteFrom(tasks) });
}

/** @param {readonly Task[]} tasks */
function keep(tasks) {
  for (const { id } of tasks) leaving.delete(id);
  showAgain(tasks);
}

/** Tells the server at once of everything that was deleted on the screen. */
export async function deleteNow() {
  await deleteFrom([...leaving.values()]);
}

/**
 * @param {readonly Task[]} tasks
 * @returns {Promise<boolean>} whether all of them are gone
 */
async function deleteFrom(tasks) {
  const due = tasks.filter(({ id }) => leaving.has(id));
  if (due.length === 0) return false;
  for (const { id } of due) leaving.delete(id);
  try {
    const outcomes = await save(due, null);
    if (wait(due, outcomes)) return false;
    reportRefused(due, outcomes, 'deleted');
    return outcomes.every((outcome) => 'task' in outcome);
  } finally {
    showAgain(due.filter(({ id }) => !leaving.has(id)));
  }
}

/**
 * Where it was this very deletion that found the session to be over.
 * @param {readonly Task[]} tasks
 * @param {readonly ({ task: Task | null } | { error: ApiError })[]} outcomes
 * @returns {boolean} whether it has to wait for the person to be back
 */
function wait(tasks, outcomes) {
  const ended = outcomes.some((outcome) => 'error' in outcome && outcome.error.status === 401);
  if (!ended || session.state.status !== 'signed-out' || !session.state.expired) return false;
  for (const task of tasks) leaving.set(task.id, task);
  interrupted = true;
  return true;
}

/** @param {readonly Task[]} tasks */
function showAgain(tasks) {
  const removed = new Set(edits.state.removed);
  for (const { id } of tasks) removed.delete(id);
  edits.set({ removed });
}

/**
 * @param {readonly Task[]} tasks
 * @param {TaskChanges | null} changes null: delete
 * @returns {Promise<({ task: Task | null } | { error: ApiError })[]>}
 */
async function save(tasks, changes) {
  try {
    if (tasks.length > 1) return await versions.changeMany(tasks, changes);
    if (changes) return [{ task: (await versions.update(tasks[0], changes)).task }];
    await versions.remove(tasks[0]);
    return [{ task: null }];
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return tasks.map(() => ({ error }));
  }
}

/**
 * @param {readonly Task[]} tasks
 * @param {readonly ({ task: Task | null } | { error: ApiError })[]} outcomes
 * @param {string} verb
 */
function reportRefused(tasks, outcomes, verb) {
  const refused = tasks.filter((_, index) => 'error' in outcomes[index]);
  const first = outcomes.find((outcome) => 'error' in outcome);
  if (!first || !('error' in first)) return;
  edits.set({ refusals: edits.state.refusals + 1 });
  // Already gone is what was wanted.
  if (verb === 'deleted' && first.error.status === 404) return;
  notifyProblem(`${upperFirst(naming(refused))} ${refused.length === 1 ? 'was' : 'were'} not ${verb}. ${reasonOf(first.error)}`);
}

/** @param {ApiError} error */
function reasonOf(error) {
  if (error.status === 412) return 'Changed elsewhere meanwhile; this is the new version.';
  if (error.status === 404) return 'It does not exist any more.';
  if (error.status === 401) return 'Your session has ended.';
  return error.sentence;
}

/** @param {readonly Task[]} tasks */
const naming = (tasks) => (tasks.length === 1 ? `“${tasks[0].title}”` : `${tasks.length} tasks`);

/** @param {string} text */
const upperFirst = (text) => text[0].toUpperCase() + text.slice(1);
