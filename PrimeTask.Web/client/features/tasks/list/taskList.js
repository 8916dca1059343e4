// @ts-check
// The page of tasks on the screen, with own edits on top of it.
import { ApiError } from '../../../app/http.js';
import { begin, offerUndo, turn } from '../../../app/undo.js';
import { createStore } from '../../../app/store.js';
import { createPagedList } from '../../../ui/pagedList.js';
import { TYPING_MS } from '../../../ui/typing.js';
import * as api from '../api.js';
import { besideNow, besideOf, putBeside } from '../beside.js';
import { placeByHand } from '../edits.js';
import { isSamePlace } from '../place.js';
import { projects } from '../projects/projects.js';
import { nested, peersOf } from '../subtasks/nesting.js';
import * as versions from '../versions.js';
import { groupsOf } from './groups.js';
import { changeFilters, filters, followAddress, toQuery } from './listFilters.js';
import { selectIn, selection } from './selection.js';
import { createShownTasks } from './shownTasks.js';

/** @typedef {import('../task.js').Task} Task */

const PAGE_SIZE = 50;
/** In groups, so many at once: a group that goes on behind the next page is none. */
const GROUPED_PAGE_SIZE = 500;
/** The most that the API gives in one response. */
const MOST = 100;

export const pageSize = () => (filters.state.group ? GROUPED_PAGE_SIZE : PAGE_SIZE);

/** The last response of the server. */
const list = createPagedList((_, signal) => versions.readAll(() => readPage(signal)), () => changeFilters({}, { replace: true }));

const tasks = createShownTasks(list, () => list.load({ ...place(), page_size: pageSize() }));

export const taskList = tasks.store;

/** Loads the page that the filters ask for. */
export const { leave, load } = tasks;

/**
 * @param {readonly Task[]} shown
 * @returns {import('./groups.js').Group[] | null} null where there are none
 */
export const groupsIn = (shown) => (filters.state.group ? groupsOf(shown, filters.state.group, { now: new Date(), projects: projects.state.projects ?? [] }) : null);

/** The rows in the order that they are shown in, for the keyboard. */
const rows = createStore({ tasks: /** @type {Task[] | null} */ (null) });

function order() {
  const { tasks: all } = taskList.state;
  rows.set({ tasks: all && (groupsIn(all)?.flatMap((group) => group.tasks) ?? all) });
}

for (const store of [taskList, filters, projects]) store.subscribe(order);

let { project, label, search } = filters.state;

/** The address asks for these tasks. */
export function enter() {
  followAddress();
  selectIn(rows);
  const typing = tasks.isShown() && filters.state.search !== search;
  if (!isSamePlace(filters.state, { project, label })) leavePlace();
  ({ project, label, search } = filters.state);
  tasks.enter();
  return typing ? tasks.loadIn(TYPING_MS) : load();
}

/** Nobody is shown the tasks of one place under the name of another. */
function leavePlace() {
  list.forget();
  selection.reset();
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
  return !cursor && wanted >= 1 && (isMinimum || wanted <= Math.ceil(count / pageSize())) ? { page: wanted } : null;
}

/** Where the page begins. */
function place() {
  const { page, cursor } = filters.state;
  // In groups, a page is several of the API's.
  return cursor ? { cursor } : { page: filters.state.group ? (page - 1) * (GROUPED_PAGE_SIZE / MOST) + 1 : page };
}

/** @param {AbortSignal} signal */
async function readPage(signal) {
  const query = toQuery(filters.state);
  try {
    if (!filters.state.group) return await api.readFull(api.list, { ...query, ...place(), page_size: PAGE_SIZE }, signal);
    return await readGrouped(query, signal);
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404 && filters.state.page > 1)) throw error;
    await turnToLast(query, signal);
    throw new DOMException('Another page is being loaded.', 'AbortError');
  }
}

/**
 * @param {Record<string, string>} query
 * @param {AbortSignal} signal
 */
async function readGrouped(query, signal) {
  let page = await api.list({ ...query, ...place(), page_size: MOST }, signal);
  const { count, count_is_minimum: isMinimum } = page;
  const results = [...page.results];
  while (page.next_cursor && results.length < GROUPED_PAGE_SIZE) {
    page = await api.list({ ...query, cursor: page.next_cursor, page_size: MOST }, signal);
    results.push(...page.results);
  }
  return { ...page, count, count_is_minimum: isMinimum, results };
}

/**
 * The page emptied meanwhile: the last one that has tasks is the nearest.
 * @param {Record<string, string>} query
 * @param {AbortSignal} signal
 */
async function turnToLast(query, signal) {
  const { count } = await api.list({ ...query, page: 1, page_size: 1 }, signal);
  changeFilters({ page: Math.max(1, Math.ceil(count / pageSize())) }, { replace: true });
}

/**
 * Moves a task in the order by hand, past the task beside it that is under the same parent, or under none.
 * @param {Task} task
 * @param {number} step 1: down; -1: up
 */
export async function moveRow(task, step) {
  const peers = peersOf(nested(list.store.state.items ?? []), task);
  const beside = peers[peers.findIndex(({ id }) => id === task.id) + step];
  if (beside) await moveBeside(task, beside, step > 0);
}

/**
 * @param {Task} task
 * @param {Task} beside under the same parent, or under none as well
 * @param {boolean} isAfter
 */
export async function moveBeside(task, beside, isAfter) {
  const items = list.store.state.items ?? [];
  const peers = peersOf(nested(items), task);
  const [from, to] = [task, beside].map(({ id }) => peers.findIndex((one) => one.id === id));
  // It is there already, or one of the two is gone.
  if (from < 0 || to < 0 || from === (isAfter ? to + 1 : to - 1)) return;
  const [there, back] = [besideOf(beside.id, isAfter), besideNow(peers, task.id)];
  const moved = items.find(({ id }) => id === task.id);
  const reordered = moved && putBeside(items, moved, there);
  if (!reordered || !back) return;
  const order = turn();
  const done = await begin(tasks.reorder(reordered, () => placeByHand(task, there)));
  if (done) offerUndo(`Moved “${task.title}” ${to > from ? 'down' : 'up'}.`, () => placeByHand(task, back), order);
}
