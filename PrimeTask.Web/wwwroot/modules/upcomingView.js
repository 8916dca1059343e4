import { A, LIST, PLACES, addDays, b, c, countText, createPagedList, dayOf, describeDate, describeDayInFull, isOverdue, list as list$1, makeDraggable, mark, message, moveToProject, n, numberText, overPlace, projects, readAll, staleBanner, startOf, takePlace, today } from "./app.js";
import { createStore } from "./session.js";
import { NOT_DRAGGED, bulkBar, createShownTasks, draggedWith, keepFocusOnRow, nested, quickAddLine, quickAddLine_exports, reschedule, rescheduleButton, rescheduleEach, rowGhost, rowShortcuts, rowsPlaceholder, selectIn, selection, stores as stores$1, targets, taskTable, tickedTasks } from "./tasks.js";
// client/features/tasks/upcoming/days.js
function daysOf(tasks, { from, count, now }) {
	const days = Array.from({ length: count }, (_, place) => ({
		day: addDays(from, place),
		tasks: []
	}));
	const byDay = new Map(days.map((one) => [one.day, one]));
	const late = [];
	for (const task of [...tasks].sort(compare)) if (isOverdue({
		...task,
		status: "pending"
	}, now)) late.push(task);
	else byDay.get(dayOf(task) ?? "")?.tasks.push(task);
	return {
		late: nested(late),
		days: days.map((one) => ({
			...one,
			tasks: nested(one.tasks)
		}))
	};
}
function compare(one, other) {
	const [day, otherDay] = [dayOf(one) ?? "", dayOf(other) ?? ""];
	if (day !== otherDay) return day < otherDay ? -1 : 1;
	if (one.due_date && other.due_date) return Date.parse(one.due_date) - Date.parse(other.due_date) || one.id - other.id;
	return Number(!one.due_date) - Number(!other.due_date) || one.id - other.id;
}
const inOrder = ({ late, days }) => [...late, ...days.flatMap(({ tasks }) => tasks)];
const PAGE_SIZE = 100;
const MAX_PAGES = 10;
const upcoming = createStore({
	count: 14,
	later: 0,
	more: false
});
const list = createPagedList((_, signal) => readAll(() => readDays(signal)));
const tasks = createShownTasks(list, () => list.load({
	page: 1,
	page_size: PAGE_SIZE
}));
const { load } = tasks;
const shown = tasks.store;
const rows = createStore({ tasks: null });
shown.subscribe(() => rows.set({ tasks: shown.state.tasks && inOrder(days()) }));
const days = () => daysOf(shown.state.tasks ?? [], {
	from: today(),
	count: upcoming.state.count,
	now: new Date()
});
function enter() {
	selectIn(rows);
	tasks.enter();
	return load();
}
function leave() {
	tasks.leave();
	upcoming.set({ count: 14 });
}
async function showMore() {
	upcoming.set({ count: upcoming.state.count + 14 });
	await load();
}
async function readDays(signal) {
	const { count } = upcoming.state;
	const [from, end] = [today(), addDays(today(), count)];
	const [after, before, justBefore] = await Promise.all([
		startOf(from),
		startOf(end),
		startOf(end, -1)
	]);
	const query = {
		status: "open",
		ordering: "due_date",
		page_size: PAGE_SIZE
	};
	const [late, due, later] = await Promise.all([
		list$1({
			...query,
			due: "overdue"
		}, signal),
		readPages({
			...query,
			due_after: after,
			due_before: before
		}, signal),
		list$1({
			status: "open",
			due: "upcoming",
			due_after: justBefore,
			page_size: 1
		}, signal)
	]);
	const known = new Set(late.results.map(({ id }) => id));
	const results = [...late.results, ...due.results.filter(({ id }) => !known.has(id))];
	const ending = due.results.filter(({ due_on: day }) => day === addDays(end, -1)).length;
	if (upcoming.state.count === count) upcoming.set({
		later: Math.max(0, later.count - ending),
		more: due.more || late.next !== null
	});
	return {
		...late,
		results,
		count: results.length,
		next: null,
		next_cursor: null,
		count_is_minimum: false
	};
}
async function readPages(query, signal) {
	let page = await list$1(query, signal);
	const results = [...page.results];
	for (let pages = 1; page.next_cursor && pages < MAX_PAGES; pages += 1) {
		page = await list$1({
			...query,
			cursor: page.next_cursor
		}, signal);
		results.push(...page.results);
	}
	return {
		results,
		more: Boolean(page.next_cursor)
	};
}
// client/features/tasks/upcoming/upcomingView.js
const drag = createStore({
	tasks: [],
	over: null
});
const stores = [
	shown,
	upcoming,
	selection,
	projects,
	drag,
	...stores$1
];
const { lineKeys } = quickAddLine_exports;
const shortcuts = [
	{
		key: "ArrowUp",
		alt: true,
		label: "Move to the day before",
		onTask: true,
		run: () => void moveByDays(-1)
	},
	{
		key: "ArrowDown",
		alt: true,
		label: "Move to the next day",
		onTask: true,
		run: () => void moveByDays(1)
	},
	...rowShortcuts()
];
async function moveByDays(by) {
	const first = today();
	const moves = targets().flatMap((task) => {
		const from = dayOf(task) ?? first;
		const day = from < first ? by > 0 ? first : null : addDays(from, by);
		return day === null || day < first ? [] : [{
			task,
			day
		}];
	});
	if (moves.length > 0) await keepFocusOnRow(rescheduleEach(moves));
}
const view = () => b`
  <div class="page__head">
    <h1 class="page__title" tabindex="-1">Upcoming</h1>
    <p class="page__count" role="status">${shown.state.tasks ? `${countText(shown.state.count)} ${shown.state.count === 1 ? "task" : "tasks"}` : A}</p>
  </div>
  ${staleBanner(shown.state.tasks, shown.state.problem, load)} ${content()}
`;
function content() {
	const { tasks, problem, loading } = shown.state;
	if (!tasks) return b`<section class="panel task-panel" aria-label="Upcoming tasks" aria-busy=${loading}>${problem ? failed(problem) : rowsPlaceholder(8)}</section>`;
	const { late, days: all } = days();
	return b`
    ${tickedTasks().length > 0 ? b`<div class="panel days__bulk">${bulkBar()}</div>` : A}
    <div class="days" data-drags aria-busy=${loading} ${n(follow)}>
      ${tasks.length === 0 ? nothingPlanned() : A} ${late.length === 0 ? A : lateDay(late)} ${c(all, ({ day }) => day, (one) => daySection(one))}
    </div>
    <div class="days__more">
      ${upcoming.state.more ? b`<p><a href=${`${LIST}?status=open&ordering=due_date`}>More are due in these days: show them in the list</a></p>` : A}
      <button class="button" type="button" aria-disabled=${loading} @click=${() => loading || showMore()}>Show ${14} more days</button>
      <p>${upcoming.state.more ? A : upcoming.state.later === 0 ? "Nothing is due after that." : `${numberText(upcoming.state.later)} ${upcoming.state.later === 1 ? "task is" : "tasks are"} due after that.`}</p>
    </div>
  `;
}
const lateDay = (tasks) => b`
  <section class="day" data-part="late" aria-labelledby="day-late">
    <h2 class="day__title" id="day-late"><span class="day__name">Overdue</span> <span class="day__count">${numberText(tasks.length)}</span> ${rescheduleButton(tasks)}</h2>
    <div class="panel task-panel">${taskTable(tasks, {
	label: "Overdue",
	showProject: true
})}</div>
  </section>
`;
const daySection = ({ day, tasks }) => b`
  <section class="day" data-day=${day} ?data-over=${drag.state.over === day} aria-labelledby="day-${day}">
    <h2 class="day__title" id="day-${day}">
      ${isNear(day) ? b`<span class="day__name">${describeDate(day)}</span> <span class="day__date">${describeDayInFull(day)}</span>` : b`<span class="day__name">${describeDayInFull(day)}</span>`}
      ${tasks.length > 0 ? b`<span class="day__count">${numberText(tasks.length)}<span class="visually-hidden">${tasks.length === 1 ? " task" : " tasks"}</span></span>` : A}
    </h2>
    <div class="panel task-panel" ?data-empty=${tasks.length === 0}>
      ${tasks.length > 0 ? taskTable(tasks, {
	label: describeDayInFull(day),
	showProject: true
}) : A}
      ${quickAddLine(`on-${day}`, {
	label: `Add a task for ${describeDayInFull(day)}`,
	placeholder: "Add a task"
})}
    </div>
  </section>
`;
const isNear = (day) => day <= addDays(today(), 1);
const nothingPlanned = () => b`<p class="days__note" role="status">Nothing is planned for these days. Write a task below the day that it is for.</p>`;
const failed = (problem) => b`
  <div role="alert">${message({
	symbol: "warning",
	title: "Your tasks could not be loaded",
	text: problem,
	action: {
		label: "Try again",
		onClick: load
	}
})}</div>
`;
const followed = new WeakSet();
function follow(element) {
	if (!(element instanceof HTMLElement) || followed.has(element)) return;
	followed.add(element);
	makeDraggable(element, {
		card: "[data-task]",
		zone: `[data-day], ${PLACES}`,
		except: NOT_DRAGGED,
		scrolls: "y",
		ghost: rowGhost,
		onDragStart,
		onDragOver(zone) {
			overPlace(zone);
			if (zone?.dataset.day !== drag.state.over) drag.set({ over: zone?.dataset.day ?? null });
		},
		onDrop,
		onCancel() {
			mark(null);
			drag.reset();
		}
	});
}
function onDragStart(row) {
	const tasks = draggedWith(row);
	if (tasks.length > 0) drag.set({
		tasks,
		over: dayOf(tasks[0])
	});
}
async function onDrop() {
	const { tasks, over } = drag.state;
	const project = takePlace();
	drag.reset();
	if (project !== void 0) return void await moveToProject(tasks, project);
	if (over && tasks.length > 0) await reschedule(tasks, over);
}
export { enter, leave, lineKeys, shortcuts, stores, view };
