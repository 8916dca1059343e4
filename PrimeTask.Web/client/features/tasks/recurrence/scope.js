// @ts-check
// Which occurrences of a recurring task a change is meant for.

/** @typedef {NonNullable<import('../../../../types/api.js').Schemas['BulkOperation']['scope']>} Scope */

/** Moving the date, and the start with it, is meant for one occurrence; what a task is called, and where it belongs, for the later ones too. */
const DATES = ['due_date', 'due_on'];
const LASTING = ['title', 'description', 'priority', 'start_on', 'project', 'labels'];

/**
 * @param {import('../task.js').Task | undefined} task
 * @param {import('../task.js').TaskChanges} changes
 * @returns {Scope | undefined} left out where no later one will be made
 */
export function scopeOf(task, changes) {
  if (!task?.recurrence || task.next !== null) return undefined;
  const names = Object.keys(changes);
  const isMoved = names.some((name) => DATES.includes(name));
  return names.some((name) => LASTING.includes(name) && !(name === 'start_on' && isMoved)) ? 'following' : undefined;
}

/**
 * Changes that are meant for different occurrences, apart: the date first. What is cleared or set with the rule goes with it.
 * @template {Readonly<Record<string, unknown>>} T
 * @param {import('../task.js').Task | null} task
 * @param {T} changes
 * @returns {Partial<T>[]} one or two
 */
export function byScope(task, changes) {
  const isDate = (/** @type {string} */ name) => DATES.includes(name) || name === 'start_on';
  const names = Object.keys(changes);
  if ('recurrence' in changes || !names.some((name) => DATES.includes(name)) || scopeOf(task ?? undefined, changes) === undefined) return [changes];
  const part = (/** @type {boolean} */ dates) => /** @type {Partial<T>} */ (Object.fromEntries(Object.entries(changes).filter(([name]) => isDate(name) === dates)));
  return [part(true), part(false)];
}
