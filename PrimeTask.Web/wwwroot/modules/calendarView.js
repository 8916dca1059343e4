import { A, LIST, PLACES, addDays, b, c, changeEach, createPagedList, dateIn, dayOf, daysApart, describeDate, describeDayInFull, describeMonth, describeWeekday, drawn, dueOnDay, firstWeekday, icon, isOverdue, list as list$1, loadTemporal, makeDraggable, mark, message, moveToProject, n, navigate, openNewWith, overPlace, projectName, projectOf, projects, readAll, route, segment, staleBanner, startOf, takePlace, timeOfDay, today, weekdayOf } from "./app.js";
import { createStore } from "./session.js";
import { activeTask, createShownTasks, dayName, keepFocusOnRow, openTask, rowShortcuts, selectIn, selection, shown as shown$1 } from "./tasks.js";
// client/features/tasks/calendar/weeks.js
const weekStart = (day, firstWeekday) => addDays(day, -((weekdayOf(day) - firstWeekday + 7) % 7));
function addMonths(day, by) {
	const [year, month, date] = day.split("-").map(Number);
	const first = new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
	const last = addDays(new Date(Date.UTC(year, month + by, 1)).toISOString().slice(0, 10), -1);
	const wanted = addDays(first, date - 1);
	return wanted > last ? last : wanted;
}
function weeksOf(view, day, firstWeekday) {
	const month = day.slice(0, 7);
	const first = weekStart(view === "week" ? day : `${month}-01`, firstWeekday);
	const weeks = [];
	for (let start = first; weeks.length === 0 || view === "month" && start.slice(0, 7) === month; start = addDays(start, 7)) weeks.push(Array.from({ length: 7 }, (_, place) => addDays(start, place)));
	return weeks;
}
function spanOf(task) {
	const end = dayOf(task) ?? "";
	return {
		start: task.start_on && task.start_on < end ? task.start_on : end,
		end
	};
}
function placeTasks(weeks, tasks) {
	const spans = tasks.filter((task) => dayOf(task) !== null).map((task) => ({
		task,
		...spanOf(task)
	})).sort((one, other) => compare(one.start, other.start) || daysApart(other.start, other.end) - daysApart(one.start, one.end) || compareTimes(one.task, other.task) || one.task.id - other.task.id);
	return weeks.map((days) => {
		const [first, last] = [days[0], days[6]];
		const free = [];
		const segments = spans.filter(({ start, end }) => start <= last && end >= first).map(({ task, start, end }) => {
			const from = Math.max(0, daysApart(first, start));
			const to = Math.min(6, daysApart(first, end));
			const found = free.findIndex((day) => day <= from);
			const lane = found < 0 ? free.length : found;
			free[lane] = to + 1;
			return {
				task,
				from,
				to,
				starts: start >= first,
				ends: end <= last,
				lane
			};
		});
		return {
			days: [...days],
			segments
		};
	});
}
const compareTimes = (one, other) => compare(one.due_date ?? "", other.due_date ?? "");
const compare = (one, other) => Number(one > other) - Number(one < other);
// client/features/tasks/calendar/calendar.js
const PATH = "/calendar";
const PAGE_SIZE = 100;
const MAX_PAGES = 10;
function period({ query } = route.state) {
	return {
		view: query.get("view") === "week" ? "week" : "month",
		day: dateIn(query)
	};
}
function show(changes) {
	const { view, day } = {
		...period(),
		...changes
	};
	const query = new URLSearchParams();
	if (view === "week") query.set("view", view);
	if (day !== today()) query.set("date", day);
	navigate(PATH + (query.size > 0 ? `?${query}` : ""));
}
function turn(by) {
	const { view, day } = period();
	show({ day: view === "week" ? addDays(day, 7 * by) : addMonths(day, by) });
}
const list = createPagedList((_, signal) => readAll(() => readPeriod(signal)));
const tasks = createShownTasks(list, () => list.load({
	page: 1,
	page_size: PAGE_SIZE
}));
const { leave, load } = tasks;
const shown = tasks.store;
const calendar = createStore({
	more: false,
	from: ""
});
const shownDays = () => weeksOf(period().view, period().day, firstWeekday());
const weeks = () => placeTasks(shownDays(), shown.state.tasks ?? []);
const rows = createStore({ tasks: null });
function order() {
	const all = weeks().flatMap(({ segments }) => segments.map(({ task }) => task));
	rows.set({ tasks: shown.state.tasks && [...new Map(all.map((task) => [task.id, task])).values()] });
}
shown.subscribe(order);
function enter() {
	selectIn(rows);
	tasks.enter();
	order();
	return load();
}
async function readPeriod(signal) {
	const days = shownDays();
	const [after, before] = await Promise.all([startOf(days[0][0], -1), startOf(addDays(days[days.length - 1][6], 93))]);
	const query = {
		status: "pending,in_progress,completed",
		ordering: "due_date",
		due_after: after,
		due_before: before,
		page_size: PAGE_SIZE
	};
	let page = await list$1(query, signal);
	const results = [...page.results];
	for (let pages = 1; page.next_cursor && pages < MAX_PAGES; pages += 1) {
		page = await list$1({
			...query,
			cursor: page.next_cursor
		}, signal);
		results.push(...page.results);
	}
	calendar.set({
		more: Boolean(page.next_cursor),
		from: days[0][0]
	});
	return {
		...page,
		results,
		count: results.length,
		next: null,
		next_cursor: null,
		count_is_minimum: false
	};
}
async function moveByDays(task, by) {
	const day = dayOf(task);
	if (day === null || by === 0) return;
	const Temporal = await loadTemporal();
	const to = addDays(day, by);
	const changes = {
		...dueOnDay(task, to, Temporal),
		...task.start_on && { start_on: addDays(task.start_on, by) }
	};
	await changeEach([{
		task,
		changes
	}], (what) => `Moved ${what} to ${dayName(to)}.`);
}
async function endOn(task, day) {
	const { start, end } = spanOf(task);
	if (day === end || day < start) return;
	const Temporal = await loadTemporal();
	const changes = {
		...dueOnDay(task, day, Temporal),
		...task.start_on !== start && { start_on: start }
	};
	await changeEach([{
		task,
		changes
	}], (what) => `${what} ends on ${dayName(day)} now.`);
}
// client/features/tasks/calendar/calendarView.js
const LANES = 4;
const DAYS = "[data-day]";
const narrow = matchMedia("(width < 48rem)");
const layout = createStore({ narrow: narrow.matches });
narrow.addEventListener("change", () => layout.set({ narrow: narrow.matches }));
const drag = createStore({
	task: null,
	from: null,
	over: null,
	resizes: false
});
const stores = [
	shown,
	calendar,
	selection,
	projects,
	drag,
	layout
];
const title = () => `Calendar, ${describeMonth(period().day)}`;
const KEYS = [
	"j",
	"k",
	"ArrowDown",
	"ArrowUp",
	"e",
	"Enter",
	"x",
	"s",
	"d",
	"Delete"
];
const withActive = (act) => async () => {
	const task = activeTask();
	if (task) await keepFocusOnRow(act(task));
};
const shortcuts = [
	{
		key: "ArrowRight",
		alt: true,
		label: "Move to the next day",
		onTask: true,
		run: withActive((task) => moveByDays(task, 1))
	},
	{
		key: "ArrowLeft",
		alt: true,
		label: "Move to the day before",
		onTask: true,
		run: withActive((task) => moveByDays(task, -1))
	},
	{
		key: "ArrowDown",
		alt: true,
		label: "Move to the next week",
		onTask: true,
		run: withActive((task) => moveByDays(task, 7))
	},
	{
		key: "ArrowUp",
		alt: true,
		label: "Move to the week before",
		onTask: true,
		run: withActive((task) => moveByDays(task, -7))
	},
	{
		key: "+",
		label: "End a day later",
		onTask: true,
		run: withActive((task) => endOn(task, addDays(spanOf(task).end, 1)))
	},
	{
		key: "-",
		label: "End a day earlier",
		onTask: true,
		run: withActive((task) => endOn(task, addDays(spanOf(task).end, -1)))
	},
	{
		key: "]",
		label: "Next month or week",
		run: () => turn(1)
	},
	{
		key: "[",
		label: "Previous month or week",
		run: () => turn(-1)
	},
	{
		key: "t",
		label: "Today",
		run: () => show({ day: today() })
	},
	{
		key: "m",
		label: "Month",
		run: () => show({ view: "month" })
	},
	{
		key: "w",
		label: "Week",
		run: () => show({ view: "week" })
	},
	...rowShortcuts().filter(({ key, alt }) => !alt && KEYS.includes(key))
];
function view() {
	const { view: kind, day } = period();
	return b`
    <div class="page__head calendar-head">
      <h1 class="page__title" tabindex="-1">${describeMonth(day)}<span class="visually-hidden"> in the calendar</span></h1>
      <div class="calendar-head__way">
        <button class="icon-button" type="button" aria-label="Previous ${kind}" title="Previous ${kind}" @click=${() => turn(-1)}>${icon("previous")}</button>
        <button class="button" type="button" @click=${() => show({ day: today() })}>Today</button>
        <button class="icon-button" type="button" aria-label="Next ${kind}" title="Next ${kind}" @click=${() => turn(1)}>${icon("next")}</button>
      </div>
      <fieldset class="segments calendar-head__views">
        <legend class="visually-hidden">Show</legend>
        ${segment({
		name: "calendar-view",
		label: "Month",
		checked: kind === "month",
		onChange: () => show({ view: "month" })
	})}
        ${segment({
		name: "calendar-view",
		label: "Week",
		checked: kind === "week",
		onChange: () => show({ view: "week" })
	})}
      </fieldset>
    </div>
    ${staleBanner(shown.state.tasks, shown.state.problem, load)} ${content(kind, day)}
  `;
}
function content(kind, day) {
	const { tasks, problem, loading } = shown.state;
	if (!tasks && problem) return b`<section class="panel" aria-label="Calendar">
      <div role="alert">${message({
		symbol: "warning",
		title: "Your tasks could not be loaded",
		text: problem,
		action: {
			label: "Try again",
			onClick: load
		}
	})}</div>
    </section>`;
	const all = weeks();
	const isEmpty = tasks && calendar.state.from === all[0].days[0] && all.every(({ segments }) => segments.length === 0);
	return b`
    <p class="visually-hidden" id="calendar-help">Enter opens the task, s gives it another day, Alt and the arrow keys move it, plus and minus change its last day.</p>
    ${layout.state.narrow ? dayList(all, kind, day, loading) : grid(all, kind, day, loading)}
    <div role="status">${isEmpty ? b`<p class="calendar__note">Nothing is due in this ${kind}. Press q to add a task${layout.state.narrow ? A : ", or + on a day"}.</p>` : A}</div>
    ${calendar.state.more ? b`<p class="calendar__note"><a href=${`${LIST}?status=open&ordering=due_date`}>There are more: show them in the list</a></p>` : A}
  `;
}
const grid = (all, kind, day, loading) => b`
  <section class="panel calendar" aria-label="Calendar" aria-busy=${loading} data-view=${kind} ?data-dragging=${drag.state.task !== null} ${n(follow)}>
    <div class="calendar__weekdays" aria-hidden="true">${all[0].days.map((one) => b`<span>${describeWeekday(one)}</span>`)}</div>
    ${c(all, ({ days }) => days[0], (week) => weekRow(week, kind, day))}
  </section>
`;
function weekRow({ days, segments }, kind, day) {
	const most = kind === "week" ? 1e400 : LANES;
	const lanes = Math.max(0, ...segments.map(({ lane }) => lane + 1));
	const hidden = segments.filter(({ lane }) => lane >= most || lanes > most && lane === most - 1);
	const seen = segments.filter((one) => !hidden.includes(one));
	return b`
    <div class="calendar__week" .style=${`--lanes: ${Math.min(lanes, most)}`}>
      ${days.map((one, place) => b`
          <div class="calendar__day" data-day=${one} ?data-today=${one === today()} ?data-outside=${kind === "month" && one.slice(0, 7) !== day.slice(0, 7)} ?data-over=${drag.state.over === one} .style=${`grid-column: ${place + 1}`}>
            <h2 class="calendar__date"><span class="visually-hidden">${describeDayInFull(one)}</span><span aria-hidden="true">${Number(one.slice(8))}</span></h2>
            <button class="icon-button calendar__add" type="button" tabindex="-1" aria-label="Add a task for ${describeDayInFull(one)}" title="Add a task" @click=${() => openNewWith({ due_date: one })}>${icon("plus")}</button>
          </div>
        `)}
      ${c(seen, ({ task }) => task.id, item)} ${days.map((one, place) => moreOf(one, hidden.filter(({ from, to }) => from <= place && place <= to).length, place, Math.min(lanes, most)))}
    </div>
  `;
}
const moreOf = (day, count, place, lane) => count === 0 ? A : b`<button class="calendar__more" type="button" aria-label="${count} more on ${describeDayInFull(day)}" .style=${`grid-column: ${place + 1}; grid-row: ${lane + 1}`} @click=${() => show({
	view: "week",
	day
})}>+${count} more</button>`;
function item({ task, from, to, starts, ends, lane }) {
	const color = projectOf(task.project)?.color ?? "gray";
	return b`
    <div
      class="calendar__item"
      data-item=${task.id}
      data-color=${color}
      data-status=${task.status}
      ?data-overdue=${isOverdue(task)}
      ?data-starts=${starts}
      ?data-ends=${ends}
      ?data-dragged=${drag.state.task?.id === task.id}
      .style=${`grid-column: ${from + 1} / ${to + 2}; grid-row: ${lane + 2}`}
    >
      ${taskButton(task)} ${ends ? b`<span class="calendar__end" data-resize=${task.id} title="Drag to end on another day"></span>` : A}
    </div>
  `;
}
function taskButton(task) {
	const { active } = selection.state;
	const reachable = active === task.id || !activeTask() && shown$1()[0]?.id === task.id;
	return b`
    <button
      class="calendar__task"
      type="button"
      dir="auto"
      data-task=${task.id}
      data-anchor
      ?data-active=${active === task.id}
      tabindex=${reachable ? 0 : -1}
      title=${`${task.title}${task.project === null ? "" : ` · ${projectName(task.project)}`}`}
      aria-label=${describeItem(task)}
      aria-describedby="calendar-help"
      @focus=${() => active !== task.id && selection.set({ active: task.id })}
      @click=${() => openTask(task)}
    >
      ${task.due_date ? b`<span class="calendar__time">${timeOfDay(new Date(task.due_date))}</span> ` : A}<bdi class="calendar__name">${task.title}</bdi>
    </button>
  `;
}
function describeItem(task) {
	const { start, end } = spanOf(task);
	const when = start === end ? describeDayInFull(end) : `${describeDayInFull(start)} to ${describeDayInFull(end)}`;
	return `${task.due_date ? `${timeOfDay(new Date(task.due_date))} ` : ""}${task.title}, ${when}${task.status === "completed" ? ", completed" : ""}`;
}
function dayList(all, kind, day, loading) {
	const listed = all.flatMap((week) => week.days.map((one, place) => ({
		day: one,
		tasks: week.segments.filter(({ from, to }) => from <= place && place <= to).map(({ task }) => task)
	}))).filter((one) => (kind === "week" || one.day.slice(0, 7) === day.slice(0, 7)) && (one.tasks.length > 0 || one.day === today()));
	return b`
    <section class="agenda" aria-label="Calendar" aria-busy=${loading}>
      ${c(listed, (one) => one.day, (one) => b`
          <section class="agenda__day" aria-labelledby="agenda-${one.day}">
            <h2 class="agenda__date" id="agenda-${one.day}">${one.day === today() ? `${describeDate(one.day)}, ` : A}${describeDayInFull(one.day)}</h2>
            ${one.tasks.length > 0 ? b`<ul class="panel">
                  ${one.tasks.map((task) => b`<li class="agenda__item" data-color=${projectOf(task.project)?.color ?? "gray"} data-status=${task.status} ?data-overdue=${isOverdue(task)}>${taskButton(task)}</li>`)}
                </ul>` : b`<p class="calendar__note">Nothing is due today.</p>`}
          </section>
        `)}
    </section>
  `;
}
const followed = new WeakSet();
function follow(element) {
	if (!(element instanceof HTMLElement) || followed.has(element)) return;
	followed.add(element);
	const common = {
		scrolls: "y",
		onDragOver,
		onDrop,
		onCancel
	};
	makeDraggable(element, {
		...common,
		card: ".calendar__item",
		zone: `${DAYS}, ${PLACES}`,
		except: "[data-resize]",
		ghost,
		onDragStart: (card) => start(element, card.dataset.item, false)
	});
	makeDraggable(element, {
		...common,
		card: "[data-resize]",
		zone: DAYS,
		ghost: endGhost,
		onDragStart: (card) => start(element, card.dataset.resize, true)
	});
}
const ghost = (card) => card.querySelector(".calendar__name")?.textContent ?? "";
const endGhost = () => Object.assign(document.createElement("div"), { className: "calendar__end-ghost" });
function start(element, id, resizes) {
	const task = shown.state.tasks?.find((one) => String(one.id) === id);
	if (!task) return;
	element.toggleAttribute("data-dragging", true);
	drag.set({
		task,
		resizes,
		from: null,
		over: null
	});
}
function onDragOver(zone) {
	overPlace(zone);
	const day = zone?.dataset.day ?? null;
	const { task, from, over, resizes } = drag.state;
	if (!task) return;
	if (from === null && day !== null) drag.set({ from: day });
	const allowed = resizes && day !== null && day < spanOf(task).start ? null : day;
	if (over !== allowed) drag.set({ over: allowed });
}
function onCancel() {
	mark(null);
	drag.reset();
}
async function onDrop() {
	const { task, from, over, resizes } = drag.state;
	const project = takePlace();
	drag.reset();
	if (task && project !== void 0) return void await moveToProject([task], project);
	if (!task || over === null) return;
	if (resizes) await endOn(task, over);
	else await moveByDays(task, daysApart(from ?? dayOf(task) ?? over, over));
	await drawn();
}
export { enter, leave, shortcuts, stores, title, view };
