// @ts-check
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { createStore } from '../../app/store.js';
import { numberText, rateText } from '../../ui/counts.js';
import { message, staleBanner } from '../../ui/message.js';
import { openNew } from '../tasks/editor/editor.js';
import { priorities, statuses } from '../tasks/task.js';
import { dashboard, leaveDashboard, refresh, showDashboard } from './dashboard.js';
import { dayChart } from './dayChart.js';
import { shareBars } from './shareBars.js';

// A narrow screen gets a narrow chart, so that its text keeps its size.
const narrow = matchMedia('(width < 48rem)');
const layout = createStore({ width: narrow.matches ? 360 : 1080 });
narrow.addEventListener('change', () => layout.set({ width: narrow.matches ? 360 : 1080 }));

export { leaveDashboard as leave, showDashboard as enter };
export const stores = [dashboard, layout];

/** @typedef {import('./api.js').Stats} Stats */

const tiles = /** @type {const} */ ([
  { name: 'total', label: 'All tasks', href: '/list' },
  { name: 'pending', label: 'Pending', href: '/list?status=pending' },
  { name: 'in_progress', label: 'In progress', href: '/list?status=in_progress' },
  { name: 'completed', label: 'Completed', href: '/list?status=completed' },
  { name: 'overdue', label: 'Overdue', href: '/list?overdue=true' },
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
    ${numbers(stats)}
    <div class="dashboard">
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
        ${shareBars(priorities.map(({ value, label }) => ({ name: value, label, count: stats.by_priority[value], href: `/list?priority=${value}` })))}
      </section>
      <section class="panel chart" aria-labelledby="chart-overdue">
        <h2 class="chart__title" id="chart-overdue">Open tasks</h2>
        ${openTasks(stats)}
      </section>
    </div>
  `;
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
  </ul>
`;

function days() {
  const { series } = dashboard.state;
  if (!series) return nothing;
  const total = series.results.reduce((sum, { count }) => sum + count, 0);
  const [week, before] = [sumOf(series.results.slice(-7)), sumOf(series.results.slice(-14, -7))];
  return html`
    <p class="chart__text">
      <strong>${numberText(total)}</strong> in the last ${series.days} days, ${rateText(total, series.days)} ·
      <strong>${numberText(week)}</strong> in the last 7 days (${numberText(before)} in the 7 before)
      ${series.time_zone === 'UTC' ? ' · days of UTC' : nothing}
    </p>
    ${dayChart(series.results, layout.state.width)}
  `;
}

/** @param {readonly { count: number }[]} part */
const sumOf = (part) => part.reduce((sum, { count }) => sum + count, 0);

/** @param {Stats} stats */
function openTasks({ pending, in_progress, overdue }) {
  if (pending + in_progress === 0) return html`<p class="chart__text">Nothing is open. Well done.</p>`;
  return shareBars([
    { name: 'overdue', label: 'Overdue', count: overdue, href: '/list?overdue=true' },
    { name: 'on_time', label: 'On time or without a date', count: pending + in_progress - overdue },
  ]);
}

/** Stats are shown, but they may be out of date. */
function problemBanner() {
  const { stats, problem } = dashboard.state;
  return staleBanner(stats, problem, refresh);
}

const loading = () => html`
  <p class="visually-hidden" role="status">Loading figures…</p>
  <ul class="numbers" aria-hidden="true">${tiles.map(() => html`<li><span class="number number--waiting"></span></li>`)}</ul>
  <div class="dashboard" aria-hidden="true">
    <div class="panel chart chart--wide chart--waiting"></div>
    <div class="panel chart chart--waiting"></div><div class="panel chart chart--waiting"></div><div class="panel chart chart--waiting"></div>
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
