// @ts-check
// How projects and labels look: a dot, and an @, in their colours. A name always stands beside them.
import { html, nothing } from 'lit-html';
import { icon } from '../../../ui/icon.js';
import { listAddress, projectAddress } from '../place.js';
import { labelOf, projectName, projectOf } from './projects.js';

/** The most labels that a row shows. */
const MOST_LABELS = 2;

/** @param {import('./api.js').Color} [color] */
export const dot = (color = 'gray') => html`<span class="dot" data-color=${color} aria-hidden="true"></span>`;

/** @param {import('./api.js').Color} [color] */
export const labelMark = (color = 'gray') => html`<span class="label-mark" data-color=${color} aria-hidden="true">@</span>`;

/**
 * The project and the labels of a task, which lead to their lists.
 * @param {Pick<import('../task.js').Task, 'project' | 'labels' | 'recurrence'>} task
 * @param {{ showProject: boolean }} options
 */
export function taskMarks({ project, labels, recurrence }, { showProject }) {
  const shown = labels.slice(0, MOST_LABELS);
  const rest = labels.slice(MOST_LABELS);
  if (labels.length === 0 && !recurrence && (project === null || !showProject)) return nothing;
  return html`
    <span class="marks">
      ${recurrence ? html`<span class="mark mark--repeat" title="Repeats">${icon('repeat')}<span class="visually-hidden">Repeats</span></span>` : nothing}
      ${project !== null && showProject ? projectLink(project) : nothing}
      ${shown.map((name) => html`<a class="mark" href=${listAddress({ label: name })} title="Label: ${name}">${labelMark(labelOf(name)?.color)}<bdi class="mark__name">${name}</bdi></a>`)}
      ${rest.length > 0 ? html`<span class="mark mark--rest" title=${rest.join(', ')}>+${rest.length}<span class="visually-hidden"> labels: ${rest.join(', ')}</span></span>` : nothing}
    </span>
  `;
}

/** @param {number} project */
const projectLink = (project) => html`
  <a class="mark" href=${projectAddress(project)} title="Project: ${projectName(project)}">${dot(projectOf(project)?.color)}<bdi class="mark__name">${projectName(project)}</bdi></a>
`;
