// @ts-check
// Saves changes of a task one after another, each based on the version that the user saw, so that no change is lost.
import { ApiError } from '../../app/http.js';
import * as api from './api.js';
import { scopeOf } from './recurrence/scope.js';

/** @import { Schemas } from '../../../types/api.js' */
/** @typedef {import('./task.js').Task} Task */
/** @typedef {import('./task.js').TaskChanges} TaskChanges */
/** @typedef {import('./task.js').TaskVersion} TaskVersion */
/** @typedef {TaskVersion & { builtOn: Set<string> }} KnownVersion builtOn: times of the versions that own changes replaced */

/** @type {Map<number, KnownVersion>} */
const known = new Map();
/** @type {Map<number, Promise<unknown>>} */
const queues = new Map();
/** In the place of a task's number, which begin at 1: where a task comes depends on the moves before it. */
const ORDER = 0;
/** Reading versions before a change of many: as many requests as a browser sends at once. */
const READERS = 6;
/** How many operations the API takes in one request. */
const MOST_AT_ONCE = 200;
/** How many changes and deletions were saved here. */
let saves = 0;

/** @type {Set<(change: { task?: Task, removed?: number }) => void>} */
const watchers = new Set();

/** @param {(change: { task?: Task, removed?: number }) => void} watcher told of every task that was saved or deleted */
export const watch = (watcher) => watchers.add(watcher);

/**
 * Told once of tasks that change together.
 * @param {() => unknown} work
 * @param {number} [ms] after the last of them
 */
export function watchTogether(work, ms = 0) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  watch(() => {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  });
}

/** @param {number} id */
export const read = (id) => queued([id], async () => remember(await api.read(id)));

/**
 * @param {import('./task.js').NewTask} task
 * @param {string} [key] the same for every attempt to create this task
 */
export const create = async (task, key) => notifySaved(remember(await api.create(task, key)));

/**
 * Creates many in one request; each succeeds or fails for itself.
 * @param {readonly import('./task.js').NewTask[]} tasks at most 200
 * @param {string} key the same for every attempt
 * @returns {Promise<(Task | ApiError)[]>} in their order
 */
export async function createMany(tasks, key) {
  const results = await api.bulk(tasks.map((data) => ({ op: 'create', data })), key);
  return results.map(({ success, message, status, errors, data, etag }) =>
    success && data ? notifySaved(remember({ task: data, etag: etag ?? null })).task : new ApiError(message, status, errors ?? {}),
  );
}

/**
 * @param {Pick<Task, 'id' | 'updated_at'>} shown as the person saw it
 * @param {TaskChanges} changes
 * @param {import('./recurrence/scope.js').Scope} [scope] of a recurring task; as `scopeOf` has it if left out
 * @returns {Promise<TaskVersion>}
 */
export const update = (shown, changes, scope) =>
  queued([shown.id], async () => {
    const etag = await etagOf(shown);
    return rememberOwn(await forgetOnFailure(shown.id, api.update(shown.id, changes, etag, scope ?? scopeOf(known.get(shown.id)?.task, changes))));
  });

/** Cancels this occurrence of a recurring task and makes the next. @param {number} id */
export const skip = (id) => queued([id], async () => rememberOwn(await forgetOnFailure(id, api.skip(id))));

/** Gives a task the status back that it had before it was completed or cancelled. @param {number} id */
export const reopen = (id) => queued([id], async () => rememberOwn(await forgetOnFailure(id, api.reopen(id))));

/**
 * Moves a task in the order by hand. What changes of the task itself with it, is changed from what was shown.
 * @param {Pick<Task, 'id' | 'updated_at'>} shown
 * @param {Schemas['TaskMoveRequest']} where
 */
export const move = (shown, where) =>
  queued([shown.id, ORDER], async () => {
    const etag = where.status === undefined ? undefined : await etagOf(shown);
    const version = await forgetOnFailure(shown.id, api.move(shown.id, where, etag));
    // The server may have given others new places too, and with them new versions.
    for (const other of known.keys()) if (!queues.has(other)) known.delete(other);
    return rememberOwn(version);
  });

/** @param {Pick<Task, 'id' | 'updated_at'>} shown */
export const remove = (shown) =>
  queued([shown.id], async () => {
    const etag = await etagOf(shown);
    await forgetOnFailure(shown.id, api.remove(shown.id, etag));
    notifyRemoved(shown.id);
  });

/** A page that is being left has no time to read first, and nobody is there to be told. @param {number} id */
export const removeNow = (id) => void api.remove(id, known.get(id)?.etag ?? undefined).catch(() => {});

/**
 * Puts tasks in the trash back where they were.
 * @param {readonly Pick<Task, 'id'>[]} trashed
 * @returns {Promise<({ task: Task } | { error: ApiError })[]>} in the order of the tasks
 */
export const restore = (trashed) =>
  queued(
    trashed.map(({ id }) => id),
    async () => {
      if (trashed.length === 1) return [{ task: notifySaved(remember(await api.restore(trashed[0].id))).task }];
      const results = await inPortions(trashed.map(({ id }) => ({ op: 'restore', id })));
      return results.map(({ success, message, status, errors, data, etag }) =>
        success && data ? { task: notifySaved(remember({ task: data, etag: etag ?? null })).task } : { error: new ApiError(message, status, errors ?? {}) },
      );
    },
  );

/**
 * @param {number} id
 * @param {string} key the same for every attempt
 */
export const duplicate = (id, key) => queued([id], async () => notifySaved(remember(await api.duplicate(id, key))));

/**
 * Changes, reopens or deletes many in one request; each succeeds or fails for itself.
 * @param {readonly Task[]} shown
 * @param {TaskChanges | 'reopen' | null} changes null: delete
 * @returns {Promise<({ task: Task | null } | { error: ApiError })[]>} in the order of the tasks
 */
export const changeMany = (shown, changes) =>
  queued(
    shown.map(({ id }) => id),
    () => changeTogether(shown, changes),
  );

/**
 * @param {readonly Task[]} shown
 * @param {TaskChanges | 'reopen' | null} changes
 */
async function changeTogether(shown, changes) {
  const etags = await inBatches(shown, (task) => etagOf(task).catch(asRefusal));
  const ready = shown.filter((_, index) => !(etags[index] instanceof ApiError));
  const results = await inPortions(ready.map(({ id }) => operationOf(id, changes)));
  return shown.map((task, index) => {
    const refusal = etags[index];
    return refusal instanceof ApiError ? { error: refusal } : outcomeOf(task.id, results[ready.indexOf(task)]);
  });
}

/**
 * As many requests as it takes. Where one fails, what was done before it stays done.
 * @param {readonly Schemas['BulkOperation'][]} operations
 * @returns {Promise<Schemas['BulkResult'][]>} in their order
 */
async function inPortions(operations) {
  /** @type {Schemas['BulkResult'][]} */
  const results = [];
  for (let start = 0; start < operations.length; start += MOST_AT_ONCE) {
    try {
      results.push(...(await api.bulk(operations.slice(start, start + MOST_AT_ONCE))));
    } catch (error) {
      if (!(error instanceof ApiError) || start === 0) throw error;
      const { message, status, errors } = error;
      return [...results, ...operations.slice(start).map(() => ({ success: false, message, status, errors, etag: null }))];
    }
  }
  return results;
}

/**
 * @param {number} id
 * @param {TaskChanges | 'reopen' | null} changes null: delete
 * @returns {Schemas['BulkOperation']}
 */
function operationOf(id, changes) {
  const { task, etag } = known.get(id) ?? {};
  if (changes === 'reopen') return { op: 'reopen', id, if_match: etag };
  return changes ? { op: 'update', id, if_match: etag, scope: scopeOf(task, changes), data: changes } : { op: 'delete', id, if_match: etag };
}

/**
 * @param {number} id
 * @param {Schemas['BulkResult']} result
 */
function outcomeOf(id, result) {
  if (!result.success) {
    known.delete(id);
    return { error: new ApiError(result.message, result.status, result.errors ?? {}) };
  }
  if (!result.data) {
    notifyRemoved(id);
    return { task: null };
  }
  return { task: rememberOwn({ task: result.data, etag: result.etag ?? null }).task };
}

/**
 * Reads tasks, again when a change was saved meanwhile: the response may be from before it.
 * @template {{ results: readonly Task[] }} A
 * @param {() => Promise<A>} send
 */
export async function readAll(send) {
  for (;;) {
    const before = saves;
    const response = await send();
    if (saves !== before) continue;
    forgetOutdated(response.results);
    return response;
  }
}

/**
 * Lists carry no versions; a task that looks different there has a newer one.
 * @param {readonly Task[]} tasks
 */
function forgetOutdated(tasks) {
  for (const task of tasks) {
    const before = known.get(task.id)?.task;
    if (before && !queues.has(task.id) && (before.updated_at !== task.updated_at || !haveSameCounts(before, task))) known.delete(task.id);
  }
}

/**
 * @param {Task} one
 * @param {Task} other
 */
const haveSameCounts = ({ subtasks: one }, { subtasks: other }) => one.total === other.total && one.completed === other.completed;

/** Of what its subtasks are, a task has a version too: when one of them changes, that of before is no more. @param {Pick<Task, 'parent'> | undefined} subtask */
function forgetParent(subtask) {
  if (subtask?.parent) known.delete(subtask.parent);
}

export const forgetAll = () => known.clear();

/** Waits until all that is being read and saved has its response. */
export async function settled() {
  while (queues.size > 0) await Promise.allSettled(queues.values());
}

/**
 * The tag of the version that the person saw.
 * @param {Pick<Task, 'id' | 'updated_at'>} shown
 * @throws {ApiError} 412 when there is a newer one
 */
async function etagOf({ id, updated_at }) {
  const { task, etag, builtOn } = known.get(id) ?? remember(await api.read(id));
  if (task.updated_at === updated_at || builtOn.has(updated_at)) return etag ?? undefined;
  throw new ApiError('The resource has changed', 412);
}

/**
 * @param {ApiError} error
 * @returns {string} why a change or deletion was refused, for the person
 */
export function reasonOf(error) {
  if (error.status === 412) return 'Changed elsewhere meanwhile; this is the new version.';
  if (error.status === 404) return 'It does not exist any more.';
  if (error.status === 401) return 'Your session has ended.';
  return error.sentence;
}

/** @param {unknown} error */
function asRefusal(error) {
  if (error instanceof ApiError && !error.unreachable) return error;
  throw error;
}

/** @param {TaskVersion} version */
function remember(version) {
  forgetParent(known.get(version.task.id)?.task);
  const remembered = { ...version, builtOn: new Set() };
  known.set(version.task.id, remembered);
  return remembered;
}

/** @param {TaskVersion} version made by an own change: edits that began before it are meant for it */
function rememberOwn(version) {
  const before = known.get(version.task.id);
  forgetParent(before?.task);
  const builtOn = new Set(before ? [...before.builtOn, before.task.updated_at] : []);
  known.set(version.task.id, { ...version, builtOn });
  return notifySaved(version);
}

/**
 * @template {TaskVersion} V
 * @param {V} version
 */
function notifySaved(version) {
  saves += 1;
  forgetParent(version.task);
  for (const watcher of watchers) watcher({ task: version.task });
  return version;
}

/** @param {number} id */
function notifyRemoved(id) {
  forgetParent(known.get(id)?.task);
  known.delete(id);
  saves += 1;
  for (const watcher of watchers) watcher({ removed: id });
}

/**
 * After a failure nothing is certain about the version any more.
 * @template T
 * @param {number} id
 * @param {Promise<T>} saving
 */
async function forgetOnFailure(id, saving) {
  try {
    return await saving;
  } catch (error) {
    known.delete(id);
    throw error;
  }
}

/**
 * @template T, R
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<R>} work
 */
async function inBatches(items, work) {
  /** @type {R[]} */
  const results = [];
  for (let start = 0; start < items.length; start += READERS) {
    results.push(...(await Promise.all(items.slice(start, start + READERS).map(work))));
  }
  return results;
}

/**
 * Runs the work after all earlier work on these tasks.
 * @template T
 * @param {readonly number[]} ids
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function queued(ids, work) {
  const result = Promise.allSettled(ids.map((id) => queues.get(id))).then(work);
  for (const id of ids) queues.set(id, result);
  const done = () => {
    for (const id of ids) if (queues.get(id) === result) queues.delete(id);
  };
  result.then(done, done);
  return result;
}
