// @ts-check
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { live } from '../../lib/lit-html/directives/live.js';
import { describe, describeInFull, isPast } from '../lib/dates.js';
import { icon } from './icon.js';

/** @typedef {import('../api/tasks.js').Task} Task */

/**
 * @param {Task} task
 * @param {{ onToggle: () => void, onEdit: () => void, onDelete: () => void, showOwner: boolean }} options
 */
export const taskRow = (task, { onToggle, onEdit, onDelete, showOwner }) => html`
  <li class="task" data-status=${task.status} data-task=${task.id}>
    <input
      class="task__check"
      type="checkbox"
      aria-label="Complete ${task.title}"
      .checked=${live(task.status === 'completed')}
      @change=${onToggle}
    />
    <span class="task__title" @click=${onEdit}>${task.title}</span>
    <span class="task__facts">
      ${showOwner ? html`<span class="task__owner">${task.owner_username}</span>` : nothing}
      ${due(task)}
      <span class="priority" data-priority=${task.priority}>
        <span class="visually-hidden">Priority: </span>${labels[task.priority]}
      </span>
      <span class="status" data-status=${task.status}><span class="visually-hidden">Status: </span>${labels[task.status]}</span>
    </span>
    <span class="task__actions">
      <button class="icon-button" type="button" aria-label="Edit ${task.title}" title="Edit" @click=${onEdit}>${icon('edit')}</button>
      <button class="icon-button" type="button" aria-label="Delete ${task.title}" title="Delete" @click=${onDelete}>${icon('trash')}</button>
    </span>
  </li>
`;

const labels = {
  pending: 'Pending',
  in_progress: 'In progress',
  completed: 'Completed',
  cancelled: 'Cancelled',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};

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
