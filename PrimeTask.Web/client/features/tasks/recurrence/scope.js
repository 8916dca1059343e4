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
