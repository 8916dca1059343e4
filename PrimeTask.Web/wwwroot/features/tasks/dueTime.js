// @ts-check
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { describe, describeInFull } from '../../ui/dates.js';
import { isOverdue } from './dueDates.js';

/**
 * When a task is due. Overdue is a colour on the screen, and a word for screen readers.
 * @param {import('./task.js').Task} task
 * @param {string} [label] read out where it is not overdue
 */
export function dueTime(task, label = '') {
  const { due_date: at } = task;
  if (!at) return nothing;
  const word = isOverdue(task) ? 'Overdue: ' : label;
  return html`${word ? html`<span class="visually-hidden">${word}</span>` : nothing}<time datetime=${at} title=${describeInFull(at)}>${describe(at)}</time>`;
}
