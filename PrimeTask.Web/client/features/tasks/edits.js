// @ts-check
// Optimistic changes and deletions of tasks, and the trash; what the server refuses is reverted with a message.
import { ApiError } from '../../app/http.js';
import { notifyProblem } from '../../app/notices.js';
import { beforeLogOut, session } from '../../app/session.js';
import { createStore } from '../../app/store.js';
import * as undo from '../../app/undo.js';
import { uuid } from '../../app/uuid.js';
import { labelOf } from '../../ui/choices.js';
import { projectName } from './projects/projects.js';
import { priorities, statuses } from './task.js';
import { alike, inverse } from './taskChanges.js';
import * as versions from './versions.js';

/** @typedef {import('./task.js').Task} Task */
/** @typedef {import('./task.js').TaskChanges} TaskChanges */
/** @typedef {import('./task.js').Status} Status */
/** @typedef {{ id: number, changes: TaskChanges }} Edit */

/** What lists show on top of what the server said last. */
export const edits = createStore({
  changes: /** @type {Edit[]} */ ([]),
  /** What is being moved to the trash. */
  removed: /** @type {ReadonlySet<number>} */ (new Set()),
  /** How often the server refused one: each time there is something newer to load. */
  refusals: 0,
});

/** @type {Map<number, Status>} what tasks were before they were completed here: reopened, they are that again */
const statusesBeforeCompletion = new Map();

session.subscribe(() => {
  const { status, expired } = session.state;
  if (status !== 'signed-out') return;
  edits.reset();
  if (!expired) statusesBeforeCompletion.clear();
});
beforeLogOut(versions.settled);
window.addEventListener('pagehide', () => edits.state.removed.forEach(versions.removeNow));

/** @param {() => unknown} load whenever the server has refused a change: there is something newer */
export function onRefusal(load) {
  let { refusals } = edits.state;
  edits.subscribe(() => {
    if (edits.state.refusals === refusals) return;
    refusals = edits.state.refusals;
    load();
  });
}

/**
 * @param {readonly Task[]} tasks from the server
 * @returns {Task[]} as they are to be shown
 */
export function withEdits(tasks) {
  const { changes, removed } = edits.state;
  return tasks
    .filter(({ id, parent }) => !removed.has(id) && (parent === null || !removed.has(parent)))
    .map((task) => changes.filter(({ id }) => id === task.id).reduce((shown, edit) => ({ ...shown, ...edit.changes }), task));
}

/**
 * Makes the same change to all, and offers to undo it.
 * @param {readonly Task[]} tasks as shown
 * @param {TaskChanges} changes
 */
export async function change(tasks, changes) {
  const subtasks = changes.status === 'completed' ? await subtasksToComplete(tasks) : [];
  if (subtasks) await saveWithUndo([...tasks, ...subtasks].map((task) => ({ task, changes })), (saved) => describe(saved, changes));
}

/**
 * Moves tasks to a project, or the Inbox; the subtasks of those that move go with them.
 * @param {readonly Task[]} tasks
 * @param {number | null} project
 */
export async function moveToProject(tasks, project) {
  const ids = new Set(tasks.map(({ id }) => id));
  const moved = tasks.filter((task) => task.project !== project && (task.parent === null || !ids.has(task.parent)));
  if (moved.length > 0) await change(moved, { project });
}

/**
 * Completes tasks, or makes them again what they were before they were completed.
 * @param {readonly Task[]} tasks
 * @param {boolean} done
 */
export async function setDone(tasks, done) {
  const subtasks = done ? await subtasksToComplete(tasks) : [];
  if (!subtasks) return;
  await saveWithUndo(
    [...tasks, ...subtasks].map((task) => (done ? { task, changes: { status: 'completed' } } : reopening(task))),
    (saved) => `${done ? 'Completed' : 'Reopened'} ${describeTasks(saved)}.`,
  );
}

/**
 * @param {readonly Task[]} tasks that are to be completed
 * @returns {Promise<Task[] | null>} the open subtasks to complete with them; null where the person takes it back
 */
export async function subtasksToComplete(tasks) {
  const parents = tasks.filter(({ status, subtasks: { total, completed } }) => status !== 'completed' && completed < total);
  if (parents.length === 0) return [];
  const module = await import('./subtasks/completion.js').catch(() => null);
  if (!module) notifyProblem('A part of PrimeTask did not arrive. Check your connection, then try again.');
  const subtasks = module && (await module.askForSubtasks(parents, tasks));
  // The circle shows what is, not what was pressed.
  if (!subtasks) edits.set({ changes: [...edits.state.changes] });
  return subtasks;
}

/**
 * Completes subtasks with their parent.
 * @param {readonly Task[]} subtasks
 * @returns {Promise<() => Promise<boolean>>} undoes it; gives false where that failed and has been said
 */
export async function completeAlong(subtasks) {
  if (subtasks.length === 0) return async () => true;
  const changes = /** @type {const} */ ({ status: 'completed' });
  const saved = await saveEach(subtasks.map((task) => ({ task, changes })));
  const back = saved.flatMap((task) => subtasks.filter(({ id }) => id === task.id).map((before) => ({ task, changes: inverse(before, changes) })));
  return async () => (await saveEach(back)).length === back.length;
}

/** @param {number} id */
const statusBefore = (id) => statusesBeforeCompletion.get(id) ?? 'pending';

/** What was completed elsewhere, the server knows what it was before. @param {Task} task @returns {import('./taskChanges.js').Step} */
const reopening = (task) => ({ task, changes: { status: statusBefore(task.id) }, reopens: !statusesBeforeCompletion.has(task.id) });

/** @param {Task} task as it was before @param {TaskChanges} changes */
export function rememberStatus(task, changes) {
  if (changes.status === 'completed' && task.status !== 'completed') statusesBeforeCompletion.set(task.id, task.status);
}

/**
 * Changes each task in its own way, and offers to undo it.
 * @param {readonly import('./taskChanges.js').Step[]} steps
 * @param {(what: string) => string} say what was done to them
 */
export const changeEach = (steps, say) => saveWithUndo(steps, (saved) => say(describeTasks(saved)));

/**
 * @param {readonly import('./taskChanges.js').Step[]} steps
 * @param {(saved: Task[]) => string} say what was done
 */
async function saveWithUndo(steps, say) {
  const order = undo.turn();
  const saved = await undo.begin(saveEach(steps));
  if (saved.length === 0) return;
  const back = saved.flatMap((task) => {
    const step = steps.find((one) => one.task.id === task.id);
    return step ? [{ task, changes: inverse(step.task, step.changes) }] : [];
  });
  undo.offerUndo(say(saved), async () => (await saveEach(back)).length === back.length, order);
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
    for (const { tasks, changes, scope, reopens } of alike(steps)) {
      const outcomes = await save(tasks, reopens ? 'reopen' : changes, scope);
      reportRefused(tasks, outcomes, 'changed');
      saved.push(...outcomes.flatMap((outcome) => ('task' in outcome && outcome.task ? [outcome.task] : [])));
    }
    return saved;
  } finally {
    edits.set({ changes: edits.state.changes.filter((edit) => !own.includes(edit)) });
  }
}

/**
 * Changes a task back without offering anything.
 * @param {Task} task as saved
 * @param {TaskChanges} changes
 * @param {import('./recurrence/scope.js').Scope} [scope] see `versions.update`
 */
export const changeBack = async (task, changes, scope) => (await saveEach([{ task, changes, scope }])).length === 1;

/** Cancels this occurrence of a recurring task, and goes on with the next. @param {Task} task */
export async function skip(task) {
  const order = undo.turn();
  try {
    await undo.begin(versions.skip(task.id));
    undo.offerUndo(`Skipped “${task.title}”.`, () => reopen(task), order);
  } catch (error) {
    reportFailure(task, 'skipped', error);
  }
}

/** @param {Task} task */
async function reopen(task) {
  try {
    await versions.reopen(task.id);
    return true;
  } catch (error) {
    reportFailure(task, 'reopened', error);
    return false;
  }
}

/**
 * Moves a task in the order by hand.
 * @param {Task} task
 * @param {{ before?: number, after?: number }} where
 * @returns {Promise<boolean>} whether it is there; where it is not, that has been said
 */
export async function placeByHand(task, where) {
  try {
    await versions.move(task, where);
    return true;
  } catch (error) {
    reportFailure(task, 'moved', error);
    return false;
  }
}

/** @param {Pick<Task, 'title'>} task @param {string} verb @param {unknown} error */
function reportFailure(task, verb, error) {
  if (!(error instanceof ApiError)) throw error;
  notifyProblem(`${describeTasks([task])} was not ${verb}. ${versions.reasonOf(error)}`);
}

/** Members that are one thing to people. @type {Readonly<Record<string, string>>} */
const partOf = { due_on: 'due_date', recurrence_from: 'recurrence', project: 'parent' };

/**
 * @param {readonly Task[]} tasks
 * @param {TaskChanges} changes
 */
export function describe(tasks, changes) {
  if (new Set(Object.keys(changes).map((name) => partOf[name] ?? name)).size > 1) return `Changed ${describeTasks(tasks)}.`;
  return describeOne(tasks, changes);
}

/**
 * @param {readonly Task[]} tasks
 * @param {TaskChanges} changes of one thing
 */
function describeOne(tasks, { title, priority, status, project, parent, labels, description, recurrence, due_date: instant, due_on: day, start_on: start }) {
  const what = describeTasks(tasks);
  if (parent !== undefined) return parent === null ? `Made ${what} a task by itself.` : `Made ${what} a subtask.`;
  if (recurrence !== undefined) return recurrence ? `Set how ${what} repeats.` : `${what} does not repeat any more.`;
  if (labels !== undefined) return `Set the labels of ${what}.`;
  if (description !== undefined) return `Changed the description of ${what}.`;
  if (start !== undefined) return start ? `Set the start date of ${what}.` : `Removed the start date of ${what}.`;
  if (project !== undefined) return `Moved ${what} to ${projectName(project)}.`;
  if (title !== undefined) return `Renamed to ${what}.`;
  if (priority) return `Set the priority of ${what} to ${labelOf(priorities, priority)}.`;
  if (status) return `Set the status of ${what} to ${labelOf(statuses, status)}.`;
  return !instant && !day ? `Removed the due date of ${what}.` : `Set the due date of ${what}.`;
}

/**
 * Moves tasks to the trash, and offers to undo it.
 * @param {readonly Task[]} tasks
 */
export async function remove(tasks) {
  const order = undo.turn();
  const gone = await undo.begin(moveToTrash(tasks));
  if (gone.length > 0) undo.offerUndo(`Moved ${describeTasks(gone)} to the trash.`, () => takeAllFromTrash(gone), order);
}

/**
 * Puts tasks in the trash back where they were, and offers to undo it.
 * @param {readonly Pick<Task, 'id' | 'title'>[]} trashed
 */
export async function restore(trashed) {
  const order = undo.turn();
  const back = await undo.begin(takeFromTrash(trashed));
  if (back.length > 0) undo.offerUndo(`Restored ${describeTasks(back)}.`, () => moveAllToTrash(back), order);
}

/** @param {Pick<Task, 'id' | 'title'>} task */
export async function duplicate(task) {
  const order = undo.turn();
  try {
    const { task: copy } = await undo.begin(versions.duplicate(task.id, uuid()));
    undo.offerUndo(`Duplicated ${describeTasks([task])}.`, () => moveAllToTrash([copy]), order);
  } catch (error) {
    reportFailure(task, 'duplicated', error);
  }
}

/**
 * Undoes that they were added.
 * @param {readonly Task[]} tasks
 * @returns {Promise<boolean>} whether all of them are in the trash now
 */
export const moveAllToTrash = async (tasks) => (await moveToTrash(tasks)).length === tasks.length;

/** @param {readonly Task[]} tasks */
const takeAllFromTrash = async (tasks) => (await takeFromTrash(tasks)).length === tasks.length;

/**
 * @param {readonly Task[]} tasks
 * @returns {Promise<Task[]>} those that are in the trash now
 */
async function moveToTrash(tasks) {
  edits.set({ removed: new Set([...edits.state.removed, ...tasks.map(({ id }) => id)]) });
  try {
    const outcomes = await save(tasks, null);
    reportRefused(tasks, outcomes, 'deleted');
    return tasks.filter((_, index) => 'task' in outcomes[index]);
  } finally {
    showAgain(tasks);
  }
}

/**
 * @param {readonly Pick<Task, 'id' | 'title'>[]} trashed
 * @returns {Promise<Task[]>} those that are back
 */
async function takeFromTrash(trashed) {
  const outcomes = await orErrors(trashed, () => versions.restore(trashed));
  reportRefused(trashed, outcomes, 'restored');
  return outcomes.flatMap((outcome) => ('task' in outcome && outcome.task ? [outcome.task] : []));
}

/** @param {readonly Task[]} tasks */
function showAgain(tasks) {
  const removed = new Set(edits.state.removed);
  for (const { id } of tasks) removed.delete(id);
  edits.set({ removed });
}

/**
 * @param {readonly Task[]} tasks
 * @param {TaskChanges | 'reopen' | null} changes null: delete
 * @param {import('./recurrence/scope.js').Scope} [scope]
 */
const save = (tasks, changes, scope) =>
  orErrors(tasks, async () => {
    if (tasks.length > 1) return versions.changeMany(tasks, changes);
    if (changes === 'reopen') return [{ task: (await versions.reopen(tasks[0].id)).task }];
    if (changes) return [{ task: (await versions.update(tasks[0], changes, scope)).task }];
    await versions.remove(tasks[0]);
    return [{ task: null }];
  });

/**
 * @param {readonly unknown[]} tasks
 * @param {() => Promise<({ task: Task | null } | { error: ApiError })[]>} send
 * @returns {Promise<({ task: Task | null } | { error: ApiError })[]>}
 */
async function orErrors(tasks, send) {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return tasks.map(() => ({ error }));
  }
}

/**
 * @param {readonly Pick<Task, 'title'>[]} tasks
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
  const reason = verb === 'restored' && first.error.status === 404 ? 'It is no longer in the trash.' : versions.reasonOf(first.error);
  notifyProblem(`${describeTasks(refused)} ${refused.length === 1 ? 'was' : 'were'} not ${verb}. ${reason}`);
}

/** Lists on the screen have something newer to load. */
export function loadAgain() {
  versions.forgetAll();
  edits.set({ refusals: edits.state.refusals + 1 });
}

/** @param {readonly Pick<Task, 'title'>[]} tasks */
const describeTasks = (tasks) => (tasks.length === 1 ? `“${tasks[0].title}”` : `${tasks.length} tasks`);
