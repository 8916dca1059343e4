// @ts-check
// The circle that completes a task.
import { html } from '../../lib/lit-html/lit-html.js';
import { live } from '../../lib/lit-html/directives/live.js';

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
