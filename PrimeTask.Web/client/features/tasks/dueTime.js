// @ts-check
import { html, nothing } from 'lit-html';
import { describeDue, describeDueInFull, isDated, isOverdue } from './dueDates.js';

/**
 * When a task is due. Overdue is a colour on the screen, and a word for screen readers.
 * @param {import('./task.js').Task} task
 * @param {string} [label] read out where it is not overdue
 */
export function dueTime(task, label = '') {
  if (!isDated(task)) return nothing;
  const text = describeDue(task);
  const word = isOverdue(task) && !text.endsWith('overdue') ? 'Overdue: ' : label;
  return html`${word ? html`<span class="visually-hidden">${word}</span>` : nothing}<time datetime=${task.due_date ?? task.due_on ?? ''} title=${describeDueInFull(task)}>${text}</time>`;
}
