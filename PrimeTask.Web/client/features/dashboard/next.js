// @ts-check
// What to do next: what is late, due today, started, and of high priority, each task once.
import * as tasks from '../tasks/api.js';

/** @typedef {import('../tasks/task.js').Task} Task */
/** @typedef {'late' | 'today' | 'started' | 'high'} Reason */
/** @typedef {{ task: Task, reason: Reason }} Next */

/** How many are shown: as many as somebody takes in at a glance. */
export const MOST = 7;

/** Each with what the API is asked; the first that a task is found by says why it is next. @type {readonly { reason: Reason, query: import('../tasks/api.js').Query }[]} */
const kinds = [
  { reason: 'late', query: { due: 'overdue', ordering: 'due_date' } },
  { reason: 'today', query: { due: 'today', status: 'open', start: 'now', ordering: '-priority' } },
  { reason: 'started', query: { status: 'in_progress', start: 'now', ordering: 'due_date' } },
  { reason: 'high', query: { status: 'pending', priority: 'high', start: 'now', ordering: 'due_date' } },
];

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<Next[]>}
 */
export async function readNext(signal) {
  const pages = await Promise.all(kinds.map(({ query }) => tasks.list({ ...query, page_size: MOST }, signal)));
  return firstOf(pages.map(({ results }, place) => ({ reason: kinds[place].reason, tasks: results })));
}

/**
 * @param {readonly { reason: Reason, tasks: readonly Task[] }[]} found
 * @returns {Next[]}
 */
export function firstOf(found) {
  /** @type {Map<number, Next>} */
  const next = new Map();
  for (const { reason, tasks: some } of found) for (const task of some) if (!next.has(task.id)) next.set(task.id, { task, reason });
  return [...next.values()].slice(0, MOST);
}
