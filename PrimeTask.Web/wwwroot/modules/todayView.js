import { __exportAll } from "./rolldown-runtime.js";
import { A, LIST, b, countText, createPagedList, describeDayInFull, focusHeading, isOverdue, list as list$2, message, numberText, projects, readAll, remove, setDone, staleBanner, taskMarks, today as today$2 } from "./app.js";
import { bulkBar, createShownTasks, examplesIn, forget, openTask, quickAddLine, quickAddLine_exports, rescheduleButton, rowShortcuts, rowsPlaceholder, selectIn, selection, stores as stores$1, taskCheck, taskTable, tickedTasks, welcome } from "./tasks.js";
import { createStore } from "./session.js";
// client/features/tasks/today/done.js
var done_exports = __exportAll({
	done: () => done$1,
	enter: () => enter$2,
	leave: () => leave$2,
	load: () => load$2
});
const PAGE_SIZE$1 = 100;
const list$1 = createPagedList((_, signal) => readAll(() => readDone(signal)));
const tasks$1 = createShownTasks(list$1, () => list$1.load({
	page: 1,
	page_size: PAGE_SIZE$1
}));
const done$1 = tasks$1.store;
const { leave: leave$2, load: load$2 } = tasks$1;
function enter$2() {
	tasks$1.enter();
	return load$2();
}
async function readDone(signal) {
	const page = await list$2({
		status: "completed",
		ordering: "-updated_at",
		page_size: PAGE_SIZE$1
	}, signal);
	const day = today$2();
	const results = page.results.filter(({ completed_at: at }) => at && today$2(new Date(at)) === day).sort((one, other) => Date.parse(other.completed_at ?? "") - Date.parse(one.completed_at ?? ""));
	const last = page.results.at(-1);
	const isMinimum = page.next !== null && last !== void 0 && today$2(new Date(last.updated_at)) === day;
	return {
		...page,
		results,
		count: results.length,
		next: isMinimum ? page.next : null,
		next_cursor: null,
		count_is_minimum: isMinimum
	};
}
// client/features/tasks/today/parts.js
function partsOf(tasks, now) {
	const isLate = (task) => isOverdue({
		...task,
		status: "pending"
	}, now);
	return {
		late: tasks.filter(isLate),
		today: tasks.filter((task) => !isLate(task))
	};
}
// client/features/tasks/today/today.js
var today_exports = __exportAll({
	counts: () => counts$1,
	enter: () => enter$1,
	leave: () => leave$1,
	load: () => load$1,
	today: () => today$1
});
const PAGE_SIZE = 100;
const counts$1 = createStore({
	late: 0,
	today: 0,
	tomorrow: 0
});
const list = createPagedList((_, signal) => readAll(() => readToday(signal)));
const tasks = createShownTasks(list, () => list.load({
	page: 1,
	page_size: PAGE_SIZE
}));
const today$1 = tasks.store;
const { leave: leave$1, load: load$1 } = tasks;
const rows = createStore({ tasks: null });
today$1.subscribe(() => rows.set({ tasks: today$1.state.tasks && inOrder(today$1.state.tasks) }));
function inOrder(all) {
	const { late, today: rest } = partsOf(all, new Date());
	return [...late, ...rest];
}
function enter$1() {
	selectIn(rows);
	tasks.enter();
	return load$1();
}
async function readToday(signal) {
	const query = {
		ordering: "due_date",
		page_size: PAGE_SIZE
	};
	const [late, due] = await Promise.all([list$2({
		...query,
		due: "overdue"
	}, signal), list$2({
		...query,
		due: "today",
		status: "open",
		start: "now"
	}, signal)]);
	const known = new Set(late.results.map(({ id }) => id));
	const rest = due.results.filter(({ id }) => !known.has(id));
	const tomorrow = late.count + due.count === 0 ? (await list$2({
		due: "tomorrow",
		status: "open",
		page_size: 1
	}, signal)).count : 0;
	counts$1.set({
		late: late.count,
		today: due.count - (due.results.length - rest.length),
		tomorrow
	});
	return {
		...due,
		results: [...late.results, ...rest],
		count: late.count + rest.length,
		next: null,
		next_cursor: null,
		count_is_minimum: false
	};
}
// client/features/tasks/today/todayView.js
const { counts, load, today } = today_exports;
const { done } = done_exports;
const enter = () => Promise.all([enter$1(), enter$2()]);
function leave() {
	leave$1();
	leave$2();
}
const stores = [
	today,
	counts,
	welcome,
	done,
	selection,
	projects,
	...stores$1
];
const { lineKeys } = quickAddLine_exports;
const shortcuts = rowShortcuts();
const view = () => b`
  <div class="page__head">
    <h1 class="page__title" tabindex="-1">Today <span class="today__date">${describeDayInFull(today$2())}</span></h1>
  </div>
  ${staleBanner(today.state.tasks, today.state.problem, load)} ${welcomeNote()}
  <section class="panel task-panel" aria-label="Add a task">
    ${quickAddLine("today", {
	label: "Add a task for today",
	placeholder: "Add a task for today, such as “Call Ann 5pm !high”"
})}
  </section>
  ${content()} ${doneSection()}
`;
function welcomeNote() {
	const examples = examplesIn(today.state.tasks ?? []);
	if (examples.length === 0) return A;
	return b`
    <section class="panel welcome" aria-labelledby="welcome-title">
      <h2 class="welcome__title" id="welcome-title">Welcome to PrimeTask</h2>
      <p class="welcome__text">The tasks below are examples of what it can do.</p>
      <p class="welcome__actions">
        <button class="button" type="button" @click=${() => leaveNote(() => remove(examples))}>Remove the examples</button>
        <button class="link-button" type="button" @click=${() => leaveNote(forget)}>Keep them</button>
      </p>
    </section>
  `;
}
function leaveNote(act) {
	act();
	focusHeading();
}
function content() {
	const { tasks, problem, loading } = today.state;
	if (!tasks) return b`<section class="panel task-panel" aria-label="Tasks for today" aria-busy=${loading}>${problem ? failed(problem) : rowsPlaceholder(6)}</section>`;
	if (tasks.length === 0) return b`<section class="panel" aria-label="Tasks for today" aria-busy=${loading}>${nothingDue()}</section>`;
	const { late, today: rest } = partsOf(tasks, new Date());
	return b`
    ${tickedTasks().length > 0 ? b`<div class="panel today__bulk">${bulkBar()}</div>` : A}
    ${late.length > 0 ? part("late", "Overdue", late, counts.state.late, `${LIST}?overdue=true&ordering=due_date`) : A}
    ${rest.length > 0 ? part("today", "Today", rest, counts.state.today, `${LIST}?due=today&status=open&ordering=due_date`) : A}
  `;
}
const part = (name, title, tasks, count, href) => b`
  <section class="today" aria-labelledby="today-${name}" aria-busy=${today.state.loading} data-part=${name}>
    <h2 class="today__title" id="today-${name}">${title} <span class="today__count">${numberText(Math.max(count, tasks.length))}</span> ${name === "late" ? rescheduleButton(tasks) : A}</h2>
    <div class="panel task-panel">${taskTable(tasks, {
	label: title,
	showProject: true
})}</div>
    ${count > tasks.length ? b`<p class="today__more"><a href=${href}>Show all ${countText(count)}</a></p>` : A}
  </section>
`;
function doneSection() {
	const { tasks, count, isMinimum } = done.state;
	const completed = tasks?.filter(({ status }) => status === "completed") ?? [];
	if (completed.length === 0) return A;
	return b`
    <details class="done">
      <summary class="done__summary"><h2 class="done__title">Completed today (${countText(Math.max(completed.length, isMinimum ? count : 0), isMinimum)})</h2></summary>
      <ul class="panel done__list">
        ${completed.map((task) => b`
            <li class="done__task">
              ${taskCheck(task, () => void setDone([task], false))}
              <button class="done__name" type="button" dir="auto" @click=${() => openTask(task)}>${task.title}</button>
              ${taskMarks(task, { showProject: true })}
            </li>
          `)}
      </ul>
    </details>
  `;
}
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
function nothingDue() {
	const { tomorrow } = counts.state;
	const next = tomorrow === 0 ? "Nothing is due tomorrow either." : `${numberText(tomorrow)} ${tomorrow === 1 ? "task is" : "tasks are"} due tomorrow.`;
	return b`
    <div role="status">
      ${message({
		symbol: "today",
		title: "Nothing due today",
		text: next
	})}
      <p class="panel__foot"><a href=${tomorrow > 0 ? `${LIST}?status=open&due=tomorrow&ordering=due_date` : `${LIST}?status=open&due=upcoming&ordering=due_date`}>${tomorrow > 0 ? "See what is due tomorrow" : "See what comes later"}</a></p>
    </div>
  `;
}
export { enter, leave, lineKeys, shortcuts, stores, view };
