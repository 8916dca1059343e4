import { A, b, c, clock, current, describeDay, describeDayInFull, edits, isDated, list, message, numberText, onNewDay, onReconnect, onRefusal, openNew, own, percentText, priorities, projects, rateText, setDone, staleBanner, statuses, taskMarks, w, watchTogether, withEdits } from "./app.js";
import { ApiError, createStore, request, session } from "./session.js";
import { dueTime, openTask, taskCheck } from "./tasks.js";
// client/features/dashboard/api.js
async function readStats(signal) {
	const { body } = await request("GET", "/tasks/stats/", {
		query: current,
		signal
	});
	return body.data;
}
async function readCompletedPerDay(days, signal) {
	const { body } = await request("GET", "/tasks/stats/completed/", {
		query: {
			...own,
			days
		},
		signal
	});
	return body.data;
}
const kinds = [
	{
		reason: "late",
		query: {
			due: "overdue",
			ordering: "due_date"
		}
	},
	{
		reason: "today",
		query: {
			due: "today",
			status: "open",
			start: "now",
			ordering: "-priority"
		}
	},
	{
		reason: "started",
		query: {
			status: "in_progress",
			start: "now",
			ordering: "due_date"
		}
	},
	{
		reason: "high",
		query: {
			status: "pending",
			priority: "high",
			start: "now",
			ordering: "due_date"
		}
	}
];
async function readNext(signal) {
	return firstOf((await Promise.all(kinds.map(({ query }) => list({
		...query,
		page_size: 7
	}, signal)))).map(({ results }, place) => ({
		reason: kinds[place].reason,
		tasks: results
	})));
}
function firstOf(found) {
	const next = new Map();
	for (const { reason, tasks: some } of found) for (const task of some) if (!next.has(task.id)) next.set(task.id, {
		task,
		reason
	});
	return [...next.values()].slice(0, 7);
}
const dashboard = createStore({
	stats: null,
	series: null,
	next: [],
	problem: null
});
let shown = false;
let running = new AbortController();
watchTogether(refresh);
session.subscribe(() => {
	if (session.state.status !== "signed-in") forget();
});
onReconnect(() => void refresh());
onNewDay(refresh);
onRefusal(() => void refresh());
document.addEventListener("visibilitychange", () => {
	if (document.visibilityState === "visible") refresh();
});
async function showDashboard() {
	shown = true;
	await refresh();
}
function leaveDashboard() {
	shown = false;
	running.abort();
}
async function refresh() {
	if (!shown || session.state.status !== "signed-in") return;
	running.abort();
	running = new AbortController();
	const { signal } = running;
	try {
		const [stats, series, next] = await Promise.all([
			readStats(signal),
			readCompletedPerDay(30, signal),
			readNext(signal)
		]);
		if (!signal.aborted) dashboard.set({
			stats,
			series,
			next,
			problem: null
		});
	} catch (error) {
		if (signal.aborted) return;
		if (!(error instanceof ApiError)) throw error;
		if (session.state.status === "signed-in") dashboard.set({ problem: error.sentence });
	}
}
function forget() {
	running.abort();
	dashboard.reset();
}
// client/features/dashboard/scale.js
function ticks(largest) {
	const rough = Math.max(1, largest) / 4;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = Math.max(1, [
		1,
		2,
		5,
		10
	].map((factor) => factor * power).find((size) => size >= rough) ?? 1);
	const steps = Math.max(2, Math.ceil(largest / step));
	return Array.from({ length: steps + 1 }, (_, index) => index * step);
}
// client/features/dashboard/dayChart.js
const HEIGHT = 220;
const [LEFT, RIGHT, TOP, BOTTOM] = [
	34,
	6,
	10,
	26
];
const GAP = .28;
function dayChart(days, width) {
	const steps = ticks(Math.max(...days.map(({ count }) => count)));
	const wide = (width - LEFT - RIGHT) / days.length;
	const height = (count) => count / steps[steps.length - 1] * (HEIGHT - TOP - BOTTOM);
	const ground = HEIGHT - BOTTOM;
	return b`
    <svg class="day-chart" viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true" focusable="false">
      ${steps.map((count) => w`
          <line class="day-chart__line" x1=${LEFT} x2=${width - RIGHT} y1=${ground - height(count)} y2=${ground - height(count)} />
          <text class="day-chart__label" x=${LEFT - 8} y=${ground - height(count) + 4} text-anchor="end">${numberText(count)}</text>`)}
      ${days.map(({ date, count }, index) => {
		const x = LEFT + index * wide;
		return w`
          <g class="day-chart__day">
            <title>${describeDayInFull(date)}: ${numberText(count)}</title>
            <rect class="day-chart__reach" x=${x} y=${TOP} width=${wide} height=${ground - TOP} />
            <rect class="day-chart__bar" x=${x + wide * GAP / 2} y=${ground - height(count)} width=${wide * .72} height=${height(count)} rx="2.5" />
            ${(days.length - 1 - index) % 7 === 0 ? w`<text class="day-chart__label" x=${x + wide / 2} y=${212} text-anchor=${index === days.length - 1 ? "end" : "middle"}>${index === days.length - 1 ? "Today" : describeDay(date)}</text>` : ""}
          </g>`;
	})}
    </svg>
    ${""}
    <div class="visually-hidden">
      <table>
        <caption>Tasks completed on each day</caption>
        <thead><tr><th scope="col">Day</th><th scope="col">Completed</th></tr></thead>
        <tbody>
          ${days.map(({ date, count }) => b`<tr><th scope="row">${describeDayInFull(date)}</th><td>${numberText(count)}</td></tr>`)}
        </tbody>
      </table>
    </div>
  `;
}
// client/features/dashboard/nextList.js
const reasons = {
	late: "Overdue",
	today: "Due today",
	started: "Started",
	high: "High priority"
};
const nextList = (next) => b`
  <ul class="next">
    ${c(next.flatMap(({ task, reason }) => withEdits([task]).map((shown) => ({
	task: shown,
	reason
}))), ({ task }) => task.id, ({ task, reason }) => b`
        <li class="next__task" data-reason=${reason} data-status=${task.status}>
          ${taskCheck(task, () => void setDone([task], task.status !== "completed"))}
          <button class="next__name" type="button" dir="auto" @click=${() => openTask(task)}>${task.title}</button>
          ${taskMarks(task, { showProject: true })}
          <span class="next__reason">${reason === "late" && isDated(task) ? dueTime(task) : reasons[reason]}${reason !== "late" && reason !== "today" && isDated(task) ? b` · ${dueTime(task, "Due: ")}` : A}</span>
        </li>
      `)}
  </ul>
`;
// client/features/dashboard/shareBars.js
function shareBars(shares) {
	const total = shares.reduce((sum, { count }) => sum + count, 0);
	return b`
    <ul class="shares">
      ${shares.map(({ name, label, count, href }) => {
		const percent = total === 0 ? 0 : count / total * 100;
		const content = b`
          <span class="share__label">${label}</span>
          <span class="share__count">${numberText(count)}</span>
          <span class="share__percent">${percentText(percent / 100)}</span>
          <svg class="share__bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            ${w`<rect class="share__ground" width="100" height="4" /><rect class="share__part" width=${percent} height="4" />`}
          </svg>
        `;
		return b`<li>${href ? b`<a class="share" href=${href} data-share=${name}>${content}</a>` : b`<div class="share" data-share=${name}>${content}</div>`}</li>`;
	})}
    </ul>
  `;
}
// client/features/dashboard/dashboardView.js
const narrow = matchMedia("(width < 48rem)");
const layout = createStore({ width: narrow.matches ? 360 : 1080 });
narrow.addEventListener("change", () => layout.set({ width: narrow.matches ? 360 : 1080 }));
const stores = [
	dashboard,
	layout,
	edits,
	projects,
	clock
];
const tiles = [{
	name: "overdue",
	label: "Overdue",
	href: "/list?overdue=true&ordering=due_date"
}, {
	name: "due_today",
	label: "Due today",
	href: "/today"
}];
const view = () => b`
  <h1 class="page__title" tabindex="-1">Dashboard</h1>
  ${problemBanner()} ${content()}
`;
function content() {
	const { stats, problem } = dashboard.state;
	if (!stats) return problem ? failed(problem) : loading();
	if (stats.total === 0) return nothingYet();
	return b`
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
        ${shareBars(statuses.map(({ value, label }) => ({
		name: value,
		label,
		count: stats[value],
		href: `/list?status=${value}`
	})))}
      </section>
      <section class="panel chart" aria-labelledby="chart-priority">
        <h2 class="chart__title" id="chart-priority">By priority</h2>
        ${shareBars(priorities.map(({ value, label }) => ({
		name: value,
		label,
		count: stats.by_priority[value],
		href: `/list?status=all&priority=${value}`
	})))}
      </section>
    </div>
  `;
}
function whatIsNext() {
	const { next, stats } = dashboard.state;
	if (next.length > 0) return nextList(next);
	if ((stats?.pending ?? 0) + (stats?.in_progress ?? 0) === 0) return b`<p class="chart__text">Nothing is open. Well done.</p>`;
	return b`<p class="chart__text">Nothing is late, due today, started or of high priority. <a href="/upcoming">See what comes next</a></p>`;
}
const numbers = (stats) => b`
  <ul class="numbers">
    ${tiles.map(({ name, label, href }) => b`
        <li>
          <a class="number" href=${href} data-stat=${name} ?data-zero=${stats[name] === 0}>
            <span class="number__label">${label}</span>
            <span class="number__count">${numberText(stats[name])}</span>
          </a>
        </li>
      `)}
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
	if (!series) return A;
	const total = series.results.reduce((sum, { count }) => sum + count, 0);
	return b`
    <p class="chart__text">
      <strong>${numberText(total)}</strong> in the last ${series.days} days, ${rateText(total, series.days)}
      ${series.time_zone === "UTC" ? " · days of UTC" : A}
    </p>
    ${dayChart(series.results, layout.state.width)}
  `;
}
const sumOf = (part) => part.reduce((sum, { count }) => sum + count, 0);
function problemBanner() {
	const { stats, problem } = dashboard.state;
	return staleBanner(stats, problem, refresh);
}
const loading = () => b`
  <p class="visually-hidden" role="status">Loading figures…</p>
  <div class="dashboard" aria-hidden="true">
    <div class="panel chart chart--next chart--waiting"></div>
    <ul class="numbers">${[
	0,
	1,
	2
].map(() => b`<li><span class="number number--waiting"></span></li>`)}</ul>
    <div class="panel chart chart--wide chart--waiting"></div>
    <div class="panel chart chart--waiting"></div><div class="panel chart chart--waiting"></div>
  </div>
`;
const failed = (problem) => b`
  <div class="panel" role="alert">
    ${message({
	symbol: "warning",
	title: "The figures could not be loaded",
	text: problem,
	action: {
		label: "Try again",
		onClick: refresh
	}
})}
  </div>
`;
const nothingYet = () => b`
  <div class="panel" role="status">
    ${message({
	symbol: "chart",
	title: "Nothing to count yet",
	text: "Once you have tasks, you see here how they are getting on.",
	action: {
		label: "Add a first task",
		onClick: openNew
	}
})}
  </div>
`;
export { showDashboard as enter, leaveDashboard as leave, stores, view };
