// @ts-check
// Subtasks under their parents, where both are shown.

/** @typedef {import('../task.js').Task} Task */

/**
 * @param {readonly Pick<Task, 'id'>[]} tasks
 * @returns {(task: Pick<Task, 'parent'>) => boolean} whether it is shown under its parent
 */
export function nestingIn(tasks) {
  const ids = new Set(tasks.map(({ id }) => id));
  return ({ parent }) => parent !== null && ids.has(parent);
}

/**
 * @template {Pick<Task, 'id' | 'parent'>} T
 * @param {readonly T[]} tasks
 * @returns {T[]} each subtask after its parent, if that is among them; otherwise in their order
 */
export function nested(tasks) {
  const isNested = nestingIn(tasks);
  if (!tasks.some(isNested)) return [...tasks];
  /** @type {Map<number | null, T[]>} */
  const subtasks = new Map();
  for (const task of tasks.filter(isNested)) subtasks.set(task.parent, [...(subtasks.get(task.parent) ?? []), task]);
  return tasks.filter((task) => !isNested(task)).flatMap((task) => [task, ...(subtasks.get(task.id) ?? [])]);
}

/**
 * Where a task becomes a subtask: of the task above it, or of the one that that is a subtask of.
 * @template {Pick<Task, 'id' | 'parent'>} T
 * @param {readonly T[]} tasks nested
 * @param {T} task
 * @returns {T | null}
 */
export function parentAbove(tasks, task) {
  const isNested = nestingIn(tasks);
  const above = tasks.slice(0, tasks.findIndex(({ id }) => id === task.id));
  return isNested(task) ? null : (above.findLast((one) => one.parent === null) ?? null);
}

/**
 * The tasks that one can change places with: those of the same parent, or those under none.
 * @template {Pick<Task, 'id' | 'parent'>} T
 * @param {readonly T[]} tasks
 * @param {T} task
 */
export function peersOf(tasks, task) {
  const isNested = nestingIn(tasks);
  return tasks.filter((one) => (isNested(task) ? one.parent === task.parent : !isNested(one)));
}
