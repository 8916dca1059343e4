// @ts-check
// The board's four columns. Each is read page by page as far as it is scrolled; moves show at once and are reverted when refused.
import { onReconnect } from '../../../app/connection.js';
import { ApiError } from '../../../app/http.js';
import { notifyProblem } from '../../../app/notices.js';
import { route } from '../../../app/router.js';
import { session } from '../../../app/session.js';
import { createStore } from '../../../app/store.js';
import { begin, offerUndo, turn } from '../../../app/undo.js';
import { onNewDay } from '../../../ui/clock.js';
import { countedSoFar } from '../../../ui/counts.js';
import { anchorOf, besideNow, putBeside } from '../beside.js';
import { completeAlong, edits, onRefusal, rememberStatus, subtasksToComplete } from '../edits.js';
import { INBOX, isSamePlace, labelNames, placeOf } from '../place.js';
import { projectOf } from '../projects/projects.js';
import { statuses } from '../task.js';
import * as versions from '../versions.js';
import { readColumn } from './api.js';
import { insert, merge, orderingOf } from './boardOrder.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {import('../task.js').Status} Status */
/** @typedef {import('../beside.js').Beside} Beside */

/**
 * @typedef {object} Column
 * @property {Task[] | null} tasks as far as they are read, in order; null before the first response
 * @property {number} count of all there are
 * @property {boolean} isMinimum whether there are more than were counted
 * @property {string | null} cursor where reading goes on; null at the end
 * @property {string | null} problem why nothing more came
 * @property {boolean} refused whether the address asks for something that there can't be
 */

/** @typedef {{ search: string, priority: string, archived: string, ordering: string } & import('../place.js').Place} BoardFilters */

/** @type {Column} */
const unread = { tasks: null, count: 0, isMinimum: false, cursor: null, problem: null, refused: false };

/** @type {Record<Status, Column>} */
const initial = { pending: unread, in_progress: unread, completed: unread, cancelled: unread };

export const board = createStore(initial);

/** How many tasks of each column are to be loaded: as far as it is scrolled. */
/** @type {Record<Status, number>} */
const targetCounts = { pending: 1, in_progress: 1, completed: 1, cancelled: 1 };
/** @type {Partial<Record<Status, Promise<void>>>} */
const reading = {};

let shown = false;
let running = new AbortController();

versions.watch(({ task, removed }) => {
  if (task) onSaved(task);
  if (removed && !removeTask(removed)) void refresh();
});
edits.subscribe(() => edits.state.removed.forEach((id) => removeTask(id)));
onRefusal(refresh);
session.subscribe(() => {
  if (session.state.status !== 'signed-in') forget();
});
onReconnect(() => void refresh());
onNewDay(refresh);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void refresh();
});

/** @returns {BoardFilters} what the address asks for */
export function boardFilters() {
  const { query } = route.state;
  return { ...placeOf(query), search: query.get('search') ?? '', priority: query.get('priority') ?? '', archived: query.get('archived') ?? '', ordering: orderingOf(query.get('ordering')) };
}

/** Whether cards have a place of their own in their column. */
export const isByHand = () => boardFilters().ordering === 'position';

/** Of which place the tasks are that are shown. */
let place = placeOf(route.state.query);

/** Shows what the address asks for; the tasks of before stay until the new ones are here, unless they are of another project. */
export async function showBoard() {
  shown = true;
  const before = place;
  place = placeOf(route.state.query);
  if (!isSamePlace(before, place)) board.reset();
  for (const { value } of statuses) targetCounts[value] = 1;
  await restart();
}

export function leaveBoard() {
  shown = false;
  running.abort();
}

/** Reads the loaded part again. */
export async function refresh() {
  if (shown && session.state.status === 'signed-in') await restart();
}

/**
 * @param {Status} status
 * @param {number} count how many tasks of the column are scrolled to
 */
export async function loadUpTo(status, count) {
  targetCounts[status] = count;
  const { tasks, cursor, problem } = board.state[status];
  if (tasks && cursor && !problem && tasks.length < count) await readMore(status);
}

/** @param {Status} status */
export async function retry(status) {
  change(status, { problem: null });
  await readMore(status);
}

async function restart() {
  running.abort();
  running = new AbortController();
  await Promise.all(statuses.map(({ value }) => read(value, running.signal, true)));
}

/** @param {Status} status */
async function readMore(status) {
  reading[status] ??= read(status, running.signal, false).finally(() => delete reading[status]);
  await reading[status];
}

/**
 * @param {Status} status
 * @param {AbortSignal} signal
 * @param {boolean} anew from the first page
 */
async function read(status, signal, anew) {
  const filters = boardFilters();
  try {
    do {
      const cursor = (!anew && board.state[status].cursor) || undefined;
      const page = await versions.readAll(() => readColumn({ ...filters, search: filters.search.trim(), status, cursor }, signal));
      if (signal.aborted) return;
      const { tasks } = board.state[status];
      const kept = page.results.filter(({ id }) => !edits.state.removed.has(id));
      const read = anew ? kept : merge(tasks ?? [], kept, filters.ordering);
      change(status, {
        tasks: read,
        ...countedSoFar({ count: page.count - (page.results.length - kept.length), isMinimum: page.count_is_minimum ?? false }, { page: 1, size: read.length, shown: read.length, more: Boolean(page.next_cursor) }),
        cursor: page.next_cursor ?? null,
        problem: null,
      });
      anew = false;
    } while (board.state[status].cursor && (board.state[status].tasks?.length ?? 0) < targetCounts[status]);
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ApiError)) throw error;
    if (session.state.status === 'signed-in') change(status, { problem: error.sentence, refused: error.refused });
  }
}

function forget() {
  running.abort();
  board.reset();
}

/**
 * @param {Task} task
 * @param {Status} status
 * @param {Beside} [beside] where in the order by hand; left out: its place there stays
 */
export async function move(task, status, beside) {
  const stays = task.status === status;
  if (stays && !beside) return;
  const subtasks = status === 'completed' && !stays ? await subtasksToComplete([task]) : [];
  if (!subtasks) return;
  rememberStatus(task, { status });
  const back = beside && besideNow(merge([], all(), 'position'), task.id);
  const order = turn();
  const saved = await begin(moveWith(subtasks, task, status, beside));
  const label = statuses.find(({ value }) => value === status)?.label;
  if (!saved) return;
  const putBack = async () => {
    // What it stood beside may be gone.
    const isThere = back && all().some(({ id }) => id === anchorOf(back));
    return (await moveTo(saved.task, task.status, isThere ? back : undefined)) !== null && (await saved.reopen());
  };
  offerUndo(stays ? `Moved “${task.title}”.` : `Moved “${task.title}” to ${label}.`, putBack, order);
}

/**
 * @param {readonly Task[]} subtasks to complete along
 * @param {Task} task
 * @param {Status} status
 * @param {Beside} [beside]
 */
async function moveWith(subtasks, task, status, beside) {
  const saved = await moveTo(task, status, beside);
  return saved && { task: saved, reopen: await completeAlong(subtasks) };
}

/**
 * @param {Task} task
 * @param {Status} status
 * @param {Beside} [beside]
 * @returns {Promise<Task | null>} as saved; null where it was refused, which has been said
 */
async function moveTo(task, status, beside) {
  placeTask({ ...task, status }, beside);
  moving.set(task.id, (moving.get(task.id) ?? 0) + 1);
  try {
    const { task: saved } = beside ? await versions.move(task, { ...beside, ...(task.status !== status && { status }) }) : await versions.update(task, { status });
    if (arrived(task)) placeTask(saved);
    // The next one of a series has come, or has gone.
    if (saved.next !== task.next) void refresh();
    return saved;
  } catch (error) {
    const isLast = arrived(task);
    if (!(error instanceof ApiError)) throw error;
    if (session.state.status !== 'signed-in') return null;
    if (isLast) placeTask(task);
    notifyProblem(`“${task.title}” was not moved. ${versions.reasonOf(error)}`);
    // It, or what it was to stand beside, has changed or is gone.
    if ([400, 404, 412].includes(error.status)) await refresh();
    return null;
  }
}

/** How many moves of a task are on their way: only the last says where it is. @type {Map<number, number>} */
const moving = new Map();

/** @param {Task} task of which a move has ended @returns {boolean} whether it was the last */
function arrived({ id }) {
  const left = (moving.get(id) ?? 1) - 1;
  if (left > 0) moving.set(id, left);
  else moving.delete(id);
  return left <= 0;
}

/** The cards of all columns, as far as they are read. */
const all = () => statuses.flatMap(({ value }) => board.state[value].tasks ?? []);

/**
 * A task that was saved elsewhere in the app.
 * @param {Task} task
 */
function onSaved(task) {
  if (!shown || moving.has(task.id)) return;
  const { search, priority, archived, ...place } = boardFilters();
  // Whether a text is found in a description only the server knows; and a subtask is counted on its parent's card.
  // Where its next one has come or gone, that card has too.
  const before = all().find(({ id }) => id === task.id);
  if (search.trim() || archived || task.parent !== null || (before && before.next !== task.next)) void refresh();
  else if ((priority && !priority.split(',').includes(task.priority)) || !isIn(place, task)) removeTask(task.id);
  else placeTask(task);
}

/**
 * @param {import('../place.js').Place} place
 * @param {Task} task
 */
function isIn({ project, label }, task) {
  if (project === '' && projectOf(task.project)?.archived) return false;
  const names = task.labels.map((name) => name.toLowerCase());
  return (project === '' || project.split(',').includes(String(task.project ?? INBOX))) && labelNames(label).every((name) => names.includes(name.toLowerCase()));
}

/**
 * Puts a task where it belongs, and only there.
 * @param {Task} task
 * @param {Beside} [beside] while its place there is on its way
 */
function placeTask(task, beside) {
  if (edits.state.removed.has(task.id)) return;
  const { ordering } = boardFilters();
  /** @type {Partial<typeof initial>} */
  const changed = {};
  for (const { value } of statuses) {
    const { tasks, count } = board.state[value];
    const here = tasks?.some(({ id }) => id === task.id) ?? false;
    if (!tasks || (!here && value !== task.status)) continue;
    changed[value] =
      value === task.status
        ? { ...board.state[value], tasks: (beside && putBeside(tasks, task, beside)) ?? insert(tasks, task, ordering), count: here ? count : count + 1 }
        : { ...board.state[value], tasks: tasks.filter(({ id }) => id !== task.id), count: count - 1 };
  }
  board.set(changed);
}

/** @param {number} id @returns {boolean} whether it was a card */
function removeTask(id) {
  const columns = statuses.filter(({ value }) => board.state[value].tasks?.some((task) => task.id === id));
  for (const { value } of columns) {
    const { tasks, count } = board.state[value];
    change(value, { tasks: tasks?.filter((task) => task.id !== id) ?? null, count: count - 1 });
  }
  return columns.length > 0;
}

/**
 * @param {Status} status
 * @param {Partial<Column>} changes
 */
function change(status, changes) {
  board.set({ [status]: { ...board.state[status], ...changes } });
}
