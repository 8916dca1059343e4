// @ts-check
import { request } from '../../../app/http.js';
import { uuid } from '../../../app/uuid.js';
import { current, own } from '../api.js';

/** @import { Schemas } from '../../../../types/api.js' */
/** @typedef {Schemas['ProjectResponse']} Project */
/** @typedef {Schemas['LabelResponse']} Label */
/** @typedef {Schemas['Color']} Color */

const PAGE_SIZE = 100;

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Project[]>} all own ones, archived ones too, in their order
 */
export async function readProjects(signal) {
  /** @type {Project[]} */
  const projects = [];
  for (let page = 1; ; page += 1) {
    const { body } = await request('GET', '/projects/', { query: { ...own, page, page_size: PAGE_SIZE }, signal });
    projects.push(...body.data.results);
    if (body.data.next === null) return projects;
  }
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<readonly Label[]>} by name
 */
export async function readLabels(signal) {
  const { body } = await request('GET', '/labels/', { signal });
  return body.data.results;
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<{ open: number, today: number }>} how many tasks are open, and how many of them are for today or late
 */
export async function readCounts(signal) {
  const { body } = await request('GET', '/tasks/stats/', { query: current, signal });
  const { pending, in_progress: started, overdue, due_today: dueToday } = body.data;
  // The stats do not know which of them may be started already, and count what was due at a time that is over today in both.
  const [startable, both] = dueToday > 0 ? await Promise.all([countToday({ status: 'open' }, signal), overdue > 0 ? countToday({ overdue: 'true' }, signal) : 0]) : [0, 0];
  return { open: pending + started, today: overdue + startable - both };
}

/**
 * @param {import('../api.js').Query} query
 * @param {AbortSignal} signal
 */
async function countToday(query, signal) {
  const { body } = await request('GET', '/tasks/', { query: { ...current, due: 'today', start: 'now', ...query, page_size: 1 }, signal });
  return body.data.count;
}

/**
 * @param {Schemas['ProjectRequest']} project
 * @param {string} [key] the same for every attempt to create this project
 * @returns {Promise<Project>}
 */
export async function createProject(project, key = uuid()) {
  const { body } = await request('POST', '/projects/', { body: project, headers: { 'Idempotency-Key': key } });
  return body.data;
}

/**
 * @param {number} id
 * @param {Schemas['ProjectPatch']} changes
 */
export async function updateProject(id, changes) {
  await request('PATCH', `/projects/${id}/`, { body: changes });
}

/**
 * @param {number} id
 * @param {Schemas['MoveRequest']} where
 */
export async function moveProject(id, where) {
  await request('POST', `/projects/${id}/move/`, { body: where });
}

/** @param {number} id */
export async function deleteProject(id) {
  await request('DELETE', `/projects/${id}/`);
}

/** @param {number} id of a deleted one */
export async function restoreProject(id) {
  await request('POST', `/projects/${id}/restore/`);
}

/**
 * @param {string} name
 * @param {Schemas['LabelRequest']} changes
 */
export async function changeLabel(name, changes) {
  await request('PUT', `/labels/${encodeURIComponent(name)}/`, { body: changes });
}

/** @param {string} name */
export async function deleteLabel(name) {
  await request('DELETE', `/labels/${encodeURIComponent(name)}/`);
}

/** @param {string} name of a deleted one */
export async function restoreLabel(name) {
  await request('POST', `/labels/${encodeURIComponent(name)}/restore/`);
}
