// @ts-check
// The person's projects and labels, and how many open tasks each has.
import { onReconnect } from '../../../app/connection.js';
import { ApiError } from '../../../app/http.js';
import { session } from '../../../app/session.js';
import { createStore } from '../../../app/store.js';
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

let running = new AbortController();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

let wasSignedIn = false;
session.subscribe(() => {
  const isSignedIn = session.state.status === 'signed-in';
  if (session.state.status === 'signed-out') forget();
  if (isSignedIn && !wasSignedIn) void refresh();
  wasSignedIn = isSignedIn;
});
versions.watch(() => refreshSoon());
onReconnect(() => void refresh());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void refresh();
});
// “Today” changes without anybody's doing.
setInterval(() => document.visibilityState === 'visible' && void refresh(), MINUTES_5);

function forget() {
  running.abort();
  clearTimeout(timer);
  projects.reset();
}

function refreshSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => void refresh(), CHANGED_MS);
}

export async function refresh() {
  if (session.state.status !== 'signed-in') return;
  clearTimeout(timer);
  running.abort();
  running = new AbortController();
  const { signal } = running;
  try {
    const [found, labels, counts] = await Promise.all([api.readProjects(signal), api.readLabels(signal), api.readCounts(signal)]);
    if (!signal.aborted) projects.set({ projects: found, labels, counts, problem: null });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ApiError)) throw error;
    if (session.state.status === 'signed-in') projects.set({ problem: error.sentence });
  }
}

/** @param {Project[]} found what is known already of the projects; what is being read may be from before it */
export function showAtOnce(found) {
  running.abort();
  projects.set({ projects: found });
}

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

/** Open tasks in no project. @param {ProjectsState} [state] */
export const inboxCount = ({ projects: found, counts } = projects.state) =>
  Math.max(0, counts.open - (found ?? []).reduce((sum, { open_tasks_count: open }) => sum + open, 0));
