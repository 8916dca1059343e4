// @ts-check
// Saves tasks one change after another, each on top of the version that is known, so that nobody's change is lost.
import * as api from '../api/tasks.js';

/** @typedef {import('../api/tasks.js').Task} Task */
/** @typedef {import('../api/tasks.js').TaskVersion} TaskVersion */

/** @type {Map<number, TaskVersion>} */
const known = new Map();
/** @type {Map<number, Promise<unknown>>} */
const queues = new Map();

/** @param {number} id */
export const read = (id) => inTurn(id, async () => remember(await api.read(id)));

/** @param {import('../api/tasks.js').TaskChanges} task */
export const create = async (task) => remember(await api.create(task));

/**
 * @param {number} id
 * @param {import('../api/tasks.js').TaskChanges} changes
 */
export const update = (id, changes) =>
  inTurn(id, async () => remember(await orForget(id, api.update(id, changes, etagOf(id)))));

/** @param {number} id */
export const remove = (id) => inTurn(id, () => orForget(id, api.remove(id, etagOf(id))));

/**
 * Lists carry no versions; a task that looks different there has a newer one.
 * @param {Task[]} tasks
 */
export function forgetOutdated(tasks) {
  for (const task of tasks) {
    if (known.get(task.id)?.task.updated_at !== task.updated_at) known.delete(task.id);
  }
}

export const forgetAll = () => known.clear();

/** @param {number} id */
const etagOf = (id) => known.get(id)?.etag ?? undefined;

/** @param {TaskVersion} version */
function remember(version) {
  known.set(version.task.id, version);
  return version;
}

/**
 * After a failure nothing is certain about the version any more.
 * @template T
 * @param {number} id
 * @param {Promise<T>} saving
 */
async function orForget(id, saving) {
  try {
    return await saving;
  } catch (error) {
    known.delete(id);
    throw error;
  }
}

/**
 * @template T
 * @param {number} id
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function inTurn(id, work) {
  const result = (queues.get(id) ?? Promise.resolve()).then(work, work);
  queues.set(id, result);
  const done = () => {
    if (queues.get(id) === result) queues.delete(id);
  };
  result.then(done, done);
  return result;
}
