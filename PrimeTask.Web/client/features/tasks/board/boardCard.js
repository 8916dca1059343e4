// @ts-check
import { html, nothing } from 'lit-html';
import { labelOf } from '../../../ui/choices.js';
import { icon } from '../../../ui/icon.js';
import { isDated, isOverdue } from '../dueDates.js';
import { dueTime } from '../dueTime.js';
import { pill } from '../pill.js';
import { dot, labelMark } from '../projects/marks.js';
import { labelOf as ownLabel, projectName, projectOf } from '../projects/projects.js';
import { progress } from '../subtasks/progress.js';
import { priorities } from '../task.js';

/** @typedef {import('../task.js').Task} Task */

/**
 * @param {Task} task
 * @param {{ row: number, rowRem: number, count: number, current: boolean, dragged: boolean, showOwner: boolean, showProject: boolean, onOpen: () => void, onMenu: (button: HTMLElement) => void }} options
 */
export const boardCard = (task, { row, rowRem, count, current, dragged, showOwner, showProject, onOpen, onMenu }) => html`
  <li
    class="board-card"
    data-card=${task.id}
    data-status=${task.status}
    ?data-lifted=${dragged}
    aria-setsize=${count}
    aria-posinset=${row + 1}
    .style=${`translate: 0 ${row * rowRem}rem`}
  >
    <button class="board-card__open" type="button" tabindex=${current ? 0 : -1} aria-describedby="board-help" @click=${onOpen}>
      <span class="board-card__title" dir="auto">${task.title}</span>
    </button>
    <span class="board-card__facts">
      ${task.priority === 'medium' ? nothing : pill('priority', task.priority, html`<span class="visually-hidden">Priority: </span>${labelOf(priorities, task.priority)}`)}
      ${isDated(task) ? html`<span class="due" ?data-overdue=${isOverdue(task)}>${icon('clock')}${dueTime(task, 'Due: ')}</span>` : nothing}
      ${task.recurrence ? html`<span class="board-card__repeat" title="Repeats">${icon('repeat')}<span class="visually-hidden">Repeats</span></span>` : nothing}
      ${progress(task)}
      ${showProject && task.project !== null
        ? html`<span class="board-card__mark" title="Project: ${projectName(task.project)}">${dot(projectOf(task.project)?.color)}<bdi>${projectName(task.project)}</bdi></span>`
        : nothing}
      ${labels(task.labels)}
      ${showOwner ? html`<bdi class="board-card__owner">${task.owner_username}</bdi>` : nothing}
    </span>
    <button
      class="icon-button board-card__move"
      type="button"
      tabindex=${current ? 0 : -1}
      aria-haspopup="menu"
      aria-label="Move ${task.title} to…"
      title="Move to…"
      @click=${(/** @type {Event} */ event) => onMenu(/** @type {HTMLElement} */ (event.currentTarget))}
    >
      ${icon('next')}
    </button>
  </li>
`;

/** A card has room for one name. @param {readonly string[]} names */
const labels = ([first, ...rest]) =>
  first === undefined
    ? nothing
    : html`<span class="board-card__mark" title="Labels: ${[first, ...rest].join(', ')}"
        >${labelMark(ownLabel(first)?.color)}<bdi>${first}</bdi>${rest.length > 0 ? html`<span aria-hidden="true">+${rest.length}</span><span class="visually-hidden">, ${rest.join(', ')}</span>` : nothing}</span
      >`;
