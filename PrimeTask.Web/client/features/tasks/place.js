// @ts-check
// What part of the tasks a list shows: those of a project, of the Inbox, with labels. The address says it.

/** @typedef {{ project: string, label: string }} Place project: ids with commas between, or `none` for the Inbox; label: names with commas between */

/** The address of the list. */
export const LIST = '/list';

/** The value of `project` for the tasks without one. */
export const INBOX = 'none';

/**
 * @param {URLSearchParams} query
 * @returns {Place}
 */
export const placeOf = (query) => ({ project: query.get('project') ?? '', label: query.get('label') ?? '' });

/** @param {Place} place */
export const isEverything = ({ project, label }) => project === '' && label === '';

/**
 * Tasks of archived projects are shown where one asks for them, for their project or their parent, and where one searches.
 * @param {{ project: string, search: string, archived: string, parent?: string }} filters
 * @returns {string} for the query of a list
 */
export const archivedIn = ({ project, search, archived, parent = '' }) => archived || (/\d/u.test(project + parent) || search.trim() !== '' ? '' : 'false');

/**
 * @param {Place} one
 * @param {Place} other
 */
export const isSamePlace = (one, other) => one.project === other.project && one.label === other.label;

/**
 * @param {string} project
 * @returns {number | null} the id, if it is the id of one project
 */
export const singleProject = (project) => (/^\d+$/u.test(project) ? Number(project) : null);

/** @param {string} label @returns {string[]} the names of a list parameter */
export const labelNames = (label) => label.split(',').map((name) => name.trim()).filter(Boolean);

/**
 * The address of its list: what is open there, in the order by hand.
 * @param {Partial<Place>} place
 */
export function listAddress({ project = '', label = '' }) {
  const query = new URLSearchParams();
  if (project) query.set('project', project);
  if (label) query.set('label', label);
  query.set('status', 'open');
  query.set('ordering', 'position');
  return `${LIST}?${query}`;
}

/** @param {number | null} project */
export const projectAddress = (project) => listAddress({ project: project === null ? INBOX : String(project) });

/**
 * Where the list and the board lead to from each other: to the filters that they had, of the same place.
 * @param {string} path
 * @param {string} kept the query that it had last
 * @param {Place} place
 */
export function addressInPlace(path, kept, place) {
  if (isSamePlace(placeOf(new URLSearchParams(kept)), place)) return path + kept;
  if (isEverything(place)) return path;
  return path === LIST ? listAddress(place) : `${path}?${new URLSearchParams([...Object.entries(place).filter(([, value]) => value !== ''), ['ordering', 'position']])}`;
}
