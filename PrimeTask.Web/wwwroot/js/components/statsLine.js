// @ts-check
import { html } from '../../lib/lit-html/lit-html.js';

const figures = /** @type {const} */ ([
  ['total', 'Total'],
  ['pending', 'Pending'],
  ['in_progress', 'In progress'],
  ['completed', 'Completed'],
  ['overdue', 'Overdue'],
]);

/** @param {import('../api/tasks.js').Stats | null} stats null while they are not known */
export const statsLine = (stats) => html`
  <dl class="stats">
    ${figures.map(
      ([name, label]) => html`
        <div class="stats__item" data-figure=${name} ?data-zero=${!stats?.[name]}>
          <dt>${label}</dt>
          <dd>${stats ? stats[name] : '–'}</dd>
        </div>
      `,
    )}
  </dl>
`;
