// @ts-check
import { html, nothing } from 'lit-html';
import { createStore } from '../../app/store.js';
import { clock } from '../../ui/clock.js';
import { numberText, rateText } from '../../ui/counts.js';
import { message, staleBanner } from '../../ui/message.js';
import { openNew } from '../tasks/editor/editor.js';
import { edits } from '../tasks/edits.js';
import { projects } from '../tasks/projects/projects.js';
import { priorities, statuses } from '../tasks/task.js';
import { dashboard, leaveDashboard, refresh, showDashboard } from './dashboard.js';
import { dayChart } from './dayChart.js';
import { nextList } from './nextList.js';
import { shareBars } from './shareBars.js';

// A narrow screen gets a narrow chart, so that its text keeps its size.
const narrow = matchMedia('(width < 48rem)');
const layout = createStore({ width: narrow.matches ? 360 : 1080 });
narrow.addEventListener('change', () => layout.set({ width: narrow.matches ? 360 : 1080 }));

export { leaveDashboard as leave, showDashboard as enter };
export const stores = [dashboard, layout, edits, projects, clock];

/** @typedef {import('./api.js').Stats} Stats */

const tiles = /** @type {const} */ ([
  { name: 'overdue', label: 'Overdue', href: '/list?overdue=true&ordering=due_date' },
  { name: 'due_today', label: 'Due today', href: '/today' },
]);

export const view = () => html`
  <h1 class="page__title" tabindex="-1">Dashboard</h1>
  ${problemBanner()} ${content()}
`;

function content() {
  const { stats, problem } = dashboard.state;
  if (!stats) return problem ? failed(problem) : loading();
  if (stats.total === 0) return nothingYet();
  return html`
    <div class="dashboard">
      <section class="panel chart chart--next" aria-labelledby="dashboard-next">
        <h2 class="chart__title" id="dashboard-next">What to do next</h2>
        ${whatIsNext()}
      </section>
      ${numbers(stats)}
      <section class="panel chart chart--wide" aria-labelledby="chart-days">
        <h2 class="chart__title" id="chart-days">Completed per day</h2>
        ${days()}
      </section>
      <section class="panel chart" aria-labelledby="chart-status">
        <h2 class="chart__title" id="chart-status">By status</h2>
        ${shareBars(statuses.map(({ value, label }) => ({ name: value, label, count: stats[value], href: `/list?status=${value}` })))}
      </section>
      <section class="panel chart" aria-labelledby="chart-priority">
        <h2 class="chart__title" id="chart-priority">By priority</h2>
        ${shareBars(priorities.map(({ value, label }) => ({ name: value, label, count: stats.by_priority[value], href: `/list?status=all&priority=${value}` })))}
      </section>
    </div>
  `;
}

function whatIsNext() {
  const { next, stats } = dashboard.state;
  if (next.length > 0) return nextList(next);
  const open = (stats?.pending ?? 0) + (stats?.in_progress ?? 0);
  if (open === 0) return html`<p class="chart__text">Nothing is open. Well done.</p>`;
  return html`<p class="chart__text">Nothing is late, due today, started or of high priority. <a href="/upcoming">See what comes next</a></p>`;
}

/** @param {Stats} stats */
const numbers = (stats) => html`
  <ul class="numbers">
    ${tiles.map(
      ({ name, label, href }) => html`
        <li>
          <a class="number" href=${href} data-stat=${name} ?data-zero=${stats[name] === 0}>
            <span class="number__label">${label}</span>
            <span class="number__count">${numberText(stats[name])}</span>
          </a>
        </li>
      `,
    )}
    <li>
      <div class="number" data-stat="week">
        <span class="number__label">Completed in the last 7 days</span>
        <span class="number__count">${numberText(sumOf(dashboard.state.series?.results.slice(-7) ?? []))}</span>
        <span class="number__note">${numberText(sumOf(dashboard.state.series?.results.slice(-14, -7) ?? []))} in the 7 before</span>
      </div>
    </li>
  </ul>
`;

function days() {
  const { series } = dashboard.state;
  if (!series) return nothing;
  const total = series.results.reduce((sum, { count }) => sum + count, 0);
  return html`
    <p class="chart__text">
      <strong>${numberText(total)}</strong> in the last ${series.days} days, ${rateText(total, series.days)}
      ${series.time_zone === 'UTC' ? ' · days of UTC' : nothing}
    </p>
    ${dayChart(series.results, layout.state.width)}
  `;
}

/** @param {readonly { count: number }[]} part */
const sumOf = (part) => part.reduce((sum, { count }) => sum + count, 0);

/** Stats are shown, but they may be out of date. */
function problemBanner() {
  const { stats, problem } = dashboard.state;
  return staleBanner(stats, problem, refresh);
}

const loading = () => html`
  <p class="visually-hidden" role="status">Loading figures…</p>
  <div class="dashboard" aria-hidden="true">
    <div class="panel chart chart--next chart--waiting"></div>
    <ul class="numbers">${[0, 1, 2].map(() => html`<li><span class="number number--waiting"></span></li>`)}</ul>
    <div class="panel chart chart--wide chart--waiting"></div>
    <div class="panel chart chart--waiting"></div><div class="panel chart chart--waiting"></div>
  </div>
`;

/** @param {string} problem */
const failed = (problem) => html`
  <div class="panel" role="alert">
    ${message({ symbol: 'warning', title: 'The figures could not be loaded', text: problem, action: { label: 'Try again', onClick: refresh } })}
  </div>
`;

const nothingYet = () => html`
  <div class="panel" role="status">
    ${message({
      symbol: 'chart',
      title: 'Nothing to count yet',
      text: 'Once you have tasks, you see here how they are getting on.',
      action: { label: 'Add a first task', onClick: openNew },
    })}
  </div>
`;
