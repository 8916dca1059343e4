// @ts-check
// The circle that completes a task.
import { html } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

/**
 * @param {Pick<import('./task.js').Task, 'title' | 'status'>} task
 * @param {() => void} onToggle
 */
export const taskCheck = ({ title, status }, onToggle) => html`
  <input
    class="task__check"
    type="checkbox"
    aria-label="Complete ${title}"
    title=${status === 'completed' ? 'Reopen' : 'Complete'}
    .checked=${live(status === 'completed')}
    @change=${onToggle}
  />
`;
