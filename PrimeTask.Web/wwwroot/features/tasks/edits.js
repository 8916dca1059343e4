// @ts-check
// Optimistic changes and deletions of tasks; what the server refuses is reverted with a message.
import { ApiError } from '../../app/http.js';
import { UNDO_MS, isPaused, notify, notifyProblem } from '../../app/notices.js';
import { beforeLogOut, session } from '../../app/session.js';
import { createStore } from '../../app/store.js';
import * as undo from '../../app/undo.js';
import { labelOf } from '../../ui/choices.js';
import { projectName } from './projects/projects.js';
import { priorities, statuses } from './task.js';
import { alike, inverse } from './taskChanges.js';
import * as versions from './versions.js';

/** @typedef {import('./task.js').Task} Task */
/** @typedef {import('./task.js').TaskChanges} TaskChanges */
/** @typedef {import('./task.js').Status} Status */
/** @typedef {{ id: number, changes: TaskChanges }} Edit */

/** How often to check whether the message that offers to undo a deletion is still paused. */
const PAUSE_CHECK_MS = 1_000;

/** What lists show on top of what the server said last. */
export const edits = createStore({
  changes: /** @type {Edit[]} */ ([]),
  removed: /** @type {ReadonlySet<number>} */ (new Set()),
  /** How often the server refused one: each time there is something newer to load. */
  refusals: 0,
});

/** @type {Map<number, Task>} deleted on the screen; the server is told when it is too late to undo */
const pendingDeletions = new Map();
/** @type {Map<number, Status>} what tasks were before they were completed here: reopened, they are that again */
const statusesBeforeCompletion = new Map();

/** @type {number | null} who deleted them */
let author = null;
/** Whether their session ended by itself meanwhile. */
let interrupted = false;

session.subscribe(() => {
  const { status, user, expired } = session.state;
  if (status === 'signed-out' && expired) suspend();
  else if (status === 'signed-out' || (status === 'signed-in' && pendingDeletions.size > 0 && user?.id !== author)) forget();
  else if (status === 'signed-in' && interrupted) void resumeDeletions();
});
beforeLogOut(() => Promise.all([deleteNow(), versions.settled()]));
window.addEventListener('pagehide', () => {
  if (interrupted) return;
  for (const task of pendingDeletions.values()) versions.remove(task, { keepalive: true }).catch(() => {}); // Nobody is there to be told.
  pendingDeletions.clear();
});

/** Pending deletions stay: they are sent when the user has signed in again. */
function suspend() {
  interrupted = pendingDeletions.size > 0;
  edits.set({ changes: [] });
}

async function resumeDeletions() {
  interrupted = false;
  const tasks = [...pendingDeletions.values()];
  if (await deleteFrom(tasks)) notify(`Deleted ${describeTasks(tasks)}.`);
}

function forget() {
  interrupted = false;
  pendingDeletions.clear();
  statusesBeforeCompletion.clear();
  edits.reset();
}

/** Deleted on the screen, while the server still has them. */
export const removedTasks = () => [...pendingDeletions.values()];

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
 * Makes the same change to all, and offers to undo it.
 * @param {readonly Task[]} tasks as shown
 * @param {TaskChanges} changes
 */
export const change = (tasks, changes) => saveWithUndo(tasks.map((task) => ({ task, changes })), (saved) => describe(saved, changes));

/**
 * Completes tasks, or makes them again what they were before they were completed.
 * @param {readonly Task[]} tasks
 * @param {boolean} done
 */
export const setDone = (tasks, done) =>
  saveWithUndo(
    tasks.map((task) => ({ task, changes: { status: done ? 'completed' : statusBefore(task.id) } })),
    (saved) => `${done ? 'Completed' : 'Reopened'} ${describeTasks(saved)}.`,
  );

/** @param {number} id */
export const statusBefore = (id) => statusesBeforeCompletion.get(id) ?? 'pending';

/** @param {Task} task as it was before @param {TaskChanges} changes */
export function rememberStatus(task, changes) {
  if (changes.status === 'completed' && task.status !== 'completed') statusesBeforeCompletion.set(task.id, task.status);
}

/**
 * @param {readonly import('./taskChanges.js').Step[]} steps
 * @param {(saved: Task[]) => string} say what was done
 */
async function saveWithUndo(steps, say) {
  const saved = await saveEach(steps);
  if (saved.length === 0) return;
  const back = saved.flatMap((task) => {
    const step = steps.find((one) => one.task.id === task.id);
    return step ? [{ task, changes: inverse(step.task, step.changes) }] : [];
  });
  undo.offerUndo(say(saved), async () => (await saveEach(back)).length === back.length);
}

/**
 * @param {readonly import('./taskChanges.js').Step[]} steps
 * @returns {Promise<Task[]>} the tasks that were changed, as saved
 */
async function saveEach(steps) {
  for (const { task, changes } of steps) rememberStatus(task, changes);
  const own = steps.map(({ task: { id }, changes }) => ({ id, changes }));
  edits.set({ changes: [...edits.state.changes, ...own] });
  try {
    /** @type {Task[]} */
    const saved = [];
    for (const { tasks, changes } of alike(steps)) {
      const outcomes = await save(tasks, changes);
      reportRefused(tasks, outcomes, 'changed');
      saved.push(...outcomes.flatMap((outcome) => ('task' in outcome && outcome.task ? [outcome.task] : [])));
    }
    return saved;
  } finally {
    edits.set({ changes: edits.state.changes.filter((edit) => !own.includes(edit)) });
  }
}

/** Changes a task back without offering anything. @param {Task} task as saved @param {TaskChanges} changes */
export const changeBack = async (task, changes) => (await saveEach([{ task, changes }])).length === 1;

/**
 * @param {readonly Task[]} tasks
 * @param {TaskChanges} changes of one member
 */
function describe(tasks, { title, priority, status, project, due_date: instant, due_on: day }) {
  const what = describeTasks(tasks);
  if (project !== undefined) return `Moved ${what} to ${projectName(project)}.`;
  if (title !== undefined) return `Renamed to ${what}.`;
  if (priority) return `Set the priority of ${what} to ${labelOf(priorities, priority)}.`;
  if (status) return `Set the status of ${what} to ${labelOf(statuses, status)}.`;
  return !instant && !day ? `Removed the due date of ${what}.` : `Set the due date of ${what}.`;
}

/** @param {readonly Task[]} tasks */
export function remove(tasks) {
  author = session.state.user?.id ?? null;
  for (const task of tasks) pendingDeletions.set(task.id, task);
  edits.set({ removed: new Set([...edits.state.removed, ...tasks.map(({ id }) => id)]) });
  let kept = false;
  const action = undo.offerUndo(`Deleted ${describeTasks(tasks)}.`, () => {
    kept = true;
    cancelDeletion(tasks);
  });
  const finish = () => {
    if (kept) return;
    if (isPaused(action.notice)) {
      setTimeout(finish, PAUSE_CHECK_MS);
      return;
    }
    undo.forget(action);
    if (!interrupted) void deleteFrom(tasks);
  };
  setTimeout(finish, UNDO_MS);
}

/** @param {readonly Task[]} tasks */
function cancelDeletion(tasks) {
  for (const { id } of tasks) pendingDeletions.delete(id);
  showAgain(tasks);
}

/** Sends all pending deletions now. */
async function deleteNow() {
  await deleteFrom([...pendingDeletions.values()]);
}

/**
 * @param {readonly Task[]} tasks
 * @returns {Promise<boolean>} whether all of them are gone
 */
async function deleteFrom(tasks) {
  const due = tasks.filter(({ id }) => pendingDeletions.has(id));
  if (due.length === 0) return false;
  for (const { id } of due) pendingDeletions.delete(id);
  try {
    const outcomes = await save(due, null);
    if (mustWait(due, outcomes)) return false;
    reportRefused(due, outcomes, 'deleted');
    return outcomes.every((outcome) => 'task' in outcome);
  } finally {
    showAgain(due.filter(({ id }) => !pendingDeletions.has(id)));
  }
}

/**
 * If the session turned out to be over with this very deletion.
 * @param {readonly Task[]} tasks
 * @param {readonly ({ task: Task | null } | { error: ApiError })[]} outcomes
 * @returns {boolean} whether it has to wait for the person to be back
 */
function mustWait(tasks, outcomes) {
  const ended = outcomes.some((outcome) => 'error' in outcome && outcome.error.status === 401);
  if (!ended || session.state.status !== 'signed-out' || !session.state.expired) return false;
  for (const task of tasks) pendingDeletions.set(task.id, task);
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
  notifyProblem(`${upperFirst(describeTasks(refused))} ${refused.length === 1 ? 'was' : 'were'} not ${verb}. ${versions.reasonOf(first.error)}`);
}

/** Lists on the screen have something newer to load. */
export function loadAgain() {
  versions.forgetAll();
  edits.set({ refusals: edits.state.refusals + 1 });
}

/** @param {readonly Task[]} tasks */
const describeTasks = (tasks) => (tasks.length === 1 ? `“${tasks[0].title}”` : `${tasks.length} tasks`);

/** @param {string} text */
const upperFirst = (text) => text[0].toUpperCase() + text.slice(1);
