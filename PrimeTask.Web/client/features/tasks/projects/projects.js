// @ts-check
// The person's projects and labels, and how many open tasks each has.
import { createStore } from '../../../app/store.js';
import { keep } from '../kept.js';
import * as versions from '../versions.js';
import * as api from './api.js';

/** @typedef {import('./api.js').Project} Project */
/** @typedef {import('./api.js').Label} Label */

/** How long after a change of a task the numbers are read again; a change of many tasks is one to it. */
const CHANGED_MS = 400;
const MINUTES_5 = 300_000;

/**
 * @typedef {object} ProjectsState
 * @property {readonly Project[] | null} projects in the person's order, archived ones too; null before the first response
 * @property {readonly Label[]} labels
 * @property {{ open: number, today: number }} counts
 * @property {string | null} problem why what is shown may be out of date
 */

/** @type {ProjectsState} */
const initial = { projects: null, labels: [], counts: { open: 0, today: 0 }, problem: null };

export const projects = createStore(initial);

export const { refresh, showAtOnce, attempt } = keep(projects, async (signal) => {
  const [found, labels, counts] = await Promise.all([api.readProjects(signal), api.readLabels(signal), api.readCounts(signal)]);
  return { projects: found, labels, counts };
});

versions.watchTogether(refresh, CHANGED_MS);
// “Today” changes without anybody's doing.
setInterval(() => document.visibilityState === 'visible' && void refresh(), MINUTES_5);

/** @param {number | null} id */
export const projectOf = (id) => projects.state.projects?.find((project) => project.id === id);

/**
 * @param {number | null} id
 * @returns {string} its name, as far as it is known
 */
export const projectName = (id) => (id === null ? 'Inbox' : (projectOf(id)?.name ?? 'another project'));

/** @param {string} name */
export const labelOf = (name) => projects.state.labels.find((label) => label.name.toLowerCase() === name.toLowerCase());

/**
 * Where tasks can be moved to.
 * @param {number | null} [current] offered too, whatever it is
 * @returns {{ value: string, label: string }[]} the Inbox has an empty value
 */
export function projectChoices(current = null) {
  const active = (projects.state.projects ?? []).filter(({ id, archived }) => !archived || id === current);
  const choices = [{ value: '', label: 'Inbox' }, ...active.map(({ id, name }) => ({ value: String(id), label: name }))];
  return current === null || active.some(({ id }) => id === current) ? choices : [...choices, { value: String(current), label: projectName(current) }];
}

/** Open tasks in no project; those of archived ones are not counted in all. @param {ProjectsState} [state] */
export const inboxCount = ({ projects: found, counts } = projects.state) =>
  Math.max(0, counts.open - (found ?? []).reduce((sum, { archived, open_tasks_count: open }) => (archived ? sum : sum + open), 0));
