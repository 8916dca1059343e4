// @ts-check
// Changes of several tasks, and their inverse.

/** @typedef {import('./task.js').Task} Task */
/** @typedef {import('./task.js').TaskChanges} TaskChanges */
/** @typedef {{ task: Task, changes: TaskChanges, scope?: import('./recurrence/scope.js').Scope, reopens?: boolean }} Step reopens: the server says what its status is then; that of the changes is shown meanwhile */

/**
 * @param {Task} before
 * @param {TaskChanges} changes
 * @returns {TaskChanges} what gives the changed members their values of before
 */
export const inverse = (before, changes) => ({
  ...Object.fromEntries(Object.keys(changes).map((name) => [name, before[/** @type {keyof TaskChanges} */ (name)] ?? null])),
  // A subtask that went to another project left its parent behind.
  ...(changes.project !== undefined && before.parent !== null && { parent: before.parent }),
});

/**
 * One request changes many tasks alike.
 * @param {readonly Step[]} steps
 * @returns {(Omit<Step, 'task'> & { tasks: Task[] })[]}
 */
export function alike(steps) {
  /** @type {Map<string, ReturnType<typeof alike>[number]>} */
  const groups = new Map();
  for (const { task, changes, scope, reopens = false } of steps) {
    const key = JSON.stringify([changes, reopens]);
    const group = groups.get(key) ?? { tasks: [], changes, scope, reopens };
    group.tasks.push(task);
    groups.set(key, group);
  }
  return [...groups.values()];
}
