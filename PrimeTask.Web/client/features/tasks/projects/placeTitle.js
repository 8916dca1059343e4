// @ts-check
// What the list and the board of a place are called.
import { html, nothing } from 'lit-html';
import { INBOX, labelNames, singleProject } from '../place.js';
import { dot, labelMark } from './marks.js';
import { labelOf, projectOf, projects } from './projects.js';

/** @typedef {import('../place.js').Place} Place */

/** Whether the address names a project that there is not. @param {Place} place */
export function isUnknown({ project }) {
  const id = singleProject(project);
  return id !== null && projects.state.projects !== null && !projectOf(id);
}

/**
 * @param {Place} place
 * @param {string} everything the name where all tasks are shown
 */
export function placeName({ project, label }, everything) {
  const names = labelNames(label).map((name) => `@${labelOf(name)?.name ?? name}`);
  const name = nameOf(project);
  return [...(name === '' ? [] : [name]), ...names].join(' ') || everything;
}

/** @param {string} project */
function nameOf(project) {
  if (project === INBOX) return 'Inbox';
  const id = singleProject(project);
  if (id !== null) return projectOf(id)?.name ?? (projects.state.projects ? 'No such project' : 'Project');
  return project === '' ? '' : 'Several projects';
}

/**
 * As a heading.
 * @param {Place} place
 * @param {string} everything
 */
export function placeTitle({ project, label }, everything) {
  const id = singleProject(project);
  const found = id === null ? undefined : projectOf(id);
  const name = nameOf(project);
  const labels = labelNames(label);
  if (name === '' && labels.length === 0) return html`<h1 class="page__title" tabindex="-1">${everything}</h1>`;
  return html`
    <h1 class="page__title page__title--place" tabindex="-1" title=${placeName({ project, label }, everything)}>
      ${name === '' ? nothing : html`<span class="place-title">${found ? dot(found.color) : nothing}<bdi class="place-title__name">${name}</bdi></span>`}
      ${labels.map((one) => html`<span class="place-title">${labelMark(labelOf(one)?.color)}<bdi class="place-title__name">${labelOf(one)?.name ?? one}</bdi></span>`)}
    </h1>
  `;
}

/** Of an archived project. @param {Place} place */
export function placeNote({ project }) {
  const id = singleProject(project);
  return id !== null && projectOf(id)?.archived ? html`<span class="place-title__note">Archived</span>` : nothing;
}
