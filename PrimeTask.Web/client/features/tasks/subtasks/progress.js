// @ts-check
// How many of its subtasks a task has behind it.
import { html, nothing, svg } from 'lit-html';

/** @param {Pick<import('../task.js').Task, 'subtasks'>} task */
export function progress({ subtasks: { total, completed } }) {
  if (total === 0) return nothing;
  return html`
    <span class="progress" title="${completed} of ${total} ${total === 1 ? 'subtask' : 'subtasks'} completed" ?data-done=${completed === total}>
      ${ring(completed / total)}<span class="visually-hidden">Subtasks completed: </span>${completed}/${total}
    </span>
  `;
}

/** @param {number} part */
const ring = (part) => html`
  <svg class="progress__ring" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <circle cx="8" cy="8" r="5.5" />${part > 0 ? svg`<circle class="progress__part" cx="8" cy="8" r="5.5" pathLength="100" stroke-dasharray="${Math.round(part * 100)} 100" />` : nothing}
  </svg>
`;
