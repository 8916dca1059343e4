// @ts-check
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { describe, describeInFull, isPast } from '../lib/dates.js';
import { icon } from './icon.js';

/** @typedef {import('../api/tasks.js').Task} Task */

const priorities = { low: 'Low', medium: 'Medium', high: 'High' };

/**
 * @param {Task} task
 * @param {{ row: number, rowRem: number, count: number, current: boolean, lifted: boolean, showOwner: boolean, onOpen: () => void, onMenu: (button: HTMLElement) => void }} options
 */
export const boardCard = (task, { row, rowRem, count, current, lifted, showOwner, onOpen, onMenu }) => html`
  <li
    class="board-card"
    data-card=${task.id}
    data-status=${task.status}
    ?data-lifted=${lifted}
    aria-setsize=${count}
    aria-posinset=${row + 1}
    .style=${`translate: 0 ${row * rowRem}rem`}
  >
    <button class="board-card__open" type="button" tabindex=${current ? 0 : -1} aria-describedby="board-help" @click=${onOpen}>
      <span class="board-card__title" dir="auto">${task.title}</span>
    </button>
    <span class="board-card__facts">
      <span class="pill" data-kind="priority" data-value=${task.priority}>
        <span class="visually-hidden">Priority: </span>${priorities[task.priority]}
      </span>
      ${due(task)} ${showOwner ? html`<bdi class="board-card__owner">${task.owner_username}</bdi>` : nothing}
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

/** @param {Task} task */
function due({ due_date, status }) {
  if (!due_date) return nothing;
  const overdue = isPast(due_date) && (status === 'pending' || status === 'in_progress');
  return html`
    <span class="due" ?data-overdue=${overdue}>
      ${icon('clock')}<span class="visually-hidden">${overdue ? 'Overdue: ' : 'Due: '}</span>
      <time datetime=${due_date} title=${describeInFull(due_date)}>${describe(due_date)}</time>
    </span>
  `;
}
