// @ts-check
// The orders of the board's columns, as the API sorts them: ties by id, tasks without a due date last.
import { today } from '../../../ui/dates.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {(one: Task, other: Task) => number} Order */
/** @typedef {import('../beside.js').Beside} Beside */

const ranks = { low: 0, medium: 1, high: 2 };

/**
 * The day that each task is due on where the person's days end: working it out takes long.
 * @type {WeakMap<Task, string>}
 */
const days = new WeakMap();

/** @param {Task} task */
function dayOf(task) {
  const known = days.get(task) ?? (task.due_date ? today(new Date(task.due_date)) : (task.due_on ?? 'none'));
  days.set(task, known);
  return known;
}

/**
 * An all-day task comes where its day ends, after the times of that day.
 * @param {Task} one
 * @param {Task} other
 */
function compareDue(one, other) {
  if (one.due_date && other.due_date) return compare(Date.parse(one.due_date), Date.parse(other.due_date));
  return compare(dayOf(one), dayOf(other)) || compare(one.due_date ? 0 : 1, other.due_date ? 0 : 1);
}

/** Decimals of a place in the order by hand: `HandOrder` in the API. */
const DECIMALS = 12;

/** @param {Task} task @returns {bigint} */
function placeOf({ position }) {
  const [whole, decimals = ''] = position.split('.');
  return BigInt(whole + decimals.padEnd(DECIMALS, '0'));
}

/** @type {Readonly<Record<string, Order>>} */
const orders = {
  position: (one, other) => compare(placeOf(one), placeOf(other)) || one.id - other.id,
  due_date: (one, other) => compareDue(one, other) || one.id - other.id,
  '-priority': (one, other) => ranks[other.priority] - ranks[one.priority] || other.id - one.id,
  '-created_at': (one, other) => compare(Date.parse(other.created_at), Date.parse(one.created_at)) || other.id - one.id,
};

/** @type {readonly { value: string, label: string }[]} */
export const orderings = [
  { value: 'due_date', label: 'Due date' },
  { value: 'position', label: 'By hand' },
  { value: '-priority', label: 'Priority' },
  { value: '-created_at', label: 'Newest' },
];

/** @param {string | null} name */
export const orderingOf = (name) => (name !== null && Object.hasOwn(orders, name) ? name : orderings[0].value);

/**
 * Each task once, the newer of two versions, in order.
 * @param {Task[]} tasks
 * @param {Task[]} newer
 * @param {string} ordering
 */
export function merge(tasks, newer, ordering) {
  const byId = new Map([...tasks, ...newer].map((task) => [task.id, task]));
  return [...byId.values()].sort(orders[ordering]);
}

/**
 * The same as merging one task, but without looking at the order of all others again.
 * @param {Task[]} tasks in order
 * @param {Task} task
 * @param {string} ordering
 */
export function insert(tasks, task, ordering) {
  const others = tasks.filter(({ id }) => id !== task.id);
  let [low, high] = [0, others.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orders[ordering](others[middle], task) < 0) low = middle + 1;
    else high = middle;
  }
  return others.toSpliced(low, 0, task);
}

/**
 * @param {readonly Task[]} tasks in order
 * @param {number} gap how many of them come before it
 * @param {Task} task that may be among them
 * @returns {Beside | undefined} undefined where it is there already, or there is no other
 */
export function besideAt(tasks, gap, task) {
  const at = tasks.findIndex(({ id }) => id === task.id);
  if (at >= 0 && (gap === at || gap === at + 1)) return undefined;
  const [next, previous] = [tasks[gap], tasks[Math.min(gap, tasks.length) - 1]];
  return next ? { before: next.id } : previous && { after: previous.id };
}

/**
 * @template {number | string | bigint} T
 * @param {T} one
 * @param {T} other
 */
function compare(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
