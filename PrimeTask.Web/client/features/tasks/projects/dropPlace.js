// @ts-check
// Places at the side that tasks can be dropped on, and what marks where something would be dropped.

/** Selector of the places; `data-drops` is the id of the project, empty for the Inbox. */
export const PLACES = '[data-drops]';

/** @type {HTMLElement | null} */
let marked = null;

/**
 * @param {HTMLElement | null} zone
 * @param {string} [where] `before` or `after` it; on it, if left out
 */
export function mark(zone, where = '') {
  if (marked !== zone) marked?.removeAttribute('data-over');
  marked = zone;
  zone?.setAttribute('data-over', where);
}

/**
 * @param {HTMLElement | null} zone
 * @returns {number | null | undefined} the project, null for the Inbox; undefined where it is no place
 */
export function projectAt(zone) {
  const id = zone?.dataset.drops;
  return id === undefined ? undefined : id === '' ? null : Number(id);
}

/** Marks a place under the pointer. @param {HTMLElement | null} zone */
export const overPlace = (zone) => mark(projectAt(zone) === undefined ? null : zone);

/** @returns {number | null | undefined} of the place that is marked, which is not any more */
export function takePlace() {
  const project = projectAt(marked);
  mark(null);
  return project;
}
