// @ts-check
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { taskCheck } from '../tasks/check.js';
import { isDated } from '../tasks/dueDates.js';
import { dueTime } from '../tasks/dueTime.js';
import { setDone, withEdits } from '../tasks/edits.js';
import { openTask } from '../tasks/openTask.js';
import { taskMarks } from '../tasks/projects/marks.js';

/** @typedef {import('./next.js').Next} Next */

/** Why a task is next, where its date does not say it. */
const reasons = { late: 'Overdue', today: 'Due today', started: 'Started', high: 'High priority' };

/** @param {readonly Next[]} next */
export const nextList = (next) => html`
  <ul class="next">
    ${repeat(
      next.flatMap(({ task, reason }) => withEdits([task]).map((shown) => ({ task: shown, reason }))),
      ({ task }) => task.id,
      ({ task, reason }) => html`
        <li class="next__task" data-reason=${reason} data-status=${task.status}>
          ${taskCheck(task, () => void setDone([task], task.status !== 'completed'))}
          <button class="next__name" type="button" dir="auto" @click=${() => openTask(task)}>${task.title}</button>
          ${taskMarks(task, { showProject: true })}
          <span class="next__reason">${reason === 'late' && isDated(task) ? dueTime(task) : reasons[reason]}${reason !== 'late' && reason !== 'today' && isDated(task) ? html` · ${dueTime(task, 'Due: ')}` : nothing}</span>
        </li>
      `,
    )}
  </ul>
`;
