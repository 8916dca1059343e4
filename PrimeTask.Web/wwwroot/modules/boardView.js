import { A, PLACES, anchorOf, archivedIn, b, begin, besideNow, besideOf, c, change as change$1, choice, clock, completeAlong, countText, countedSoFar, dot, drawn, duplicate, edits, filtersButton, folding, followItems, icon, isDated, isOverdue, isSamePlace, labelMark, labelNames, labelOf as labelOf$1, labelOf$1 as labelOf, makeDraggable, mark, message, move as move$1, moveToProject, n, navigate, notifyProblem, offerUndo, onNewDay, onReconnect, onRefusal, overPlace, own, placeOf as placeOf$1, popupMenu, priorities, projectChoices, projectName, projectOf, projects, putBeside, readAll, reasonOf, rememberStatus, route, searchField, setDone, statuses, subtasksToComplete, takePlace, today, toggles, turn, update, watch } from "./app.js";
import { ApiError, browserStorage, createStore, request, session } from "./session.js";
import { dueTime, openTask, pill, placeName, placeTitle, progress, quickAddLine, quickAddLine_exports, saveButton, statusMark, stores as stores$1 } from "./tasks.js";
// client/features/tasks/board/api.js
const PAGE_SIZE = 100;
async function readColumn(query, signal) {
	const { body } = await request("GET", "/tasks/", {
		query: {
			...own,
			...query,
			archived: archivedIn(query),
			parent: "none",
			page_size: PAGE_SIZE
		},
		signal
	});
	return body.data;
}
// client/features/tasks/board/boardOrder.js
const ranks = {
	low: 0,
	medium: 1,
	high: 2
};
const days = new WeakMap();
function dayOf(task) {
	const known = days.get(task) ?? (task.due_date ? today(new Date(task.due_date)) : task.due_on ?? "none");
	days.set(task, known);
	return known;
}
function compareDue(one, other) {
	if (one.due_date && other.due_date) return compare(Date.parse(one.due_date), Date.parse(other.due_date));
	return compare(dayOf(one), dayOf(other)) || compare(one.due_date ? 0 : 1, other.due_date ? 0 : 1);
}
const DECIMALS = 12;
function placeOf({ position }) {
	const [whole, decimals = ""] = position.split(".");
	return BigInt(whole + decimals.padEnd(DECIMALS, "0"));
}
const orders = {
	position: (one, other) => compare(placeOf(one), placeOf(other)) || one.id - other.id,
	due_date: (one, other) => compareDue(one, other) || one.id - other.id,
	"-priority": (one, other) => ranks[other.priority] - ranks[one.priority] || other.id - one.id,
	"-created_at": (one, other) => compare(Date.parse(other.created_at), Date.parse(one.created_at)) || other.id - one.id
};
const orderings = [
	{
		value: "due_date",
		label: "Due date"
	},
	{
		value: "position",
		label: "By hand"
	},
	{
		value: "-priority",
		label: "Priority"
	},
	{
		value: "-created_at",
		label: "Newest"
	}
];
const orderingOf = (name) => name !== null && Object.hasOwn(orders, name) ? name : orderings[0].value;
function merge(tasks, newer, ordering) {
	return [...new Map([...tasks, ...newer].map((task) => [task.id, task])).values()].sort(orders[ordering]);
}
function insert(tasks, task, ordering) {
	const others = tasks.filter(({ id }) => id !== task.id);
	let [low, high] = [0, others.length];
	while (low < high) {
		const middle = low + high >> 1;
		if (orders[ordering](others[middle], task) < 0) low = middle + 1;
		else high = middle;
	}
	return others.toSpliced(low, 0, task);
}
function besideAt(tasks, gap, task) {
	const at = tasks.findIndex(({ id }) => id === task.id);
	if (at >= 0 && (gap === at || gap === at + 1)) return void 0;
	const [next, previous] = [tasks[gap], tasks[Math.min(gap, tasks.length) - 1]];
	return next ? { before: next.id } : previous && { after: previous.id };
}
function compare(one, other) {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
// client/features/tasks/board/board.js
const unread = {
	tasks: null,
	count: 0,
	isMinimum: false,
	cursor: null,
	problem: null,
	refused: false
};
const board = createStore({
	pending: unread,
	in_progress: unread,
	completed: unread,
	cancelled: unread
});
const targetCounts = {
	pending: 1,
	in_progress: 1,
	completed: 1,
	cancelled: 1
};
const reading = {};
let shown = false;
let running = new AbortController();
watch(({ task, removed }) => {
	if (task) onSaved(task);
	if (removed && !removeTask(removed)) refresh();
});
edits.subscribe(() => edits.state.removed.forEach((id) => removeTask(id)));
onRefusal(refresh);
session.subscribe(() => {
	if (session.state.status !== "signed-in") forget();
});
onReconnect(() => void refresh());
onNewDay(refresh);
document.addEventListener("visibilitychange", () => {
	if (document.visibilityState === "visible") refresh();
});
function boardFilters() {
	const { query } = route.state;
	return {
		...placeOf$1(query),
		search: query.get("search") ?? "",
		priority: query.get("priority") ?? "",
		archived: query.get("archived") ?? "",
		ordering: orderingOf(query.get("ordering"))
	};
}
const isByHand = () => boardFilters().ordering === "position";
let place$1 = placeOf$1(route.state.query);
async function showBoard() {
	shown = true;
	const before = place$1;
	place$1 = placeOf$1(route.state.query);
	if (!isSamePlace(before, place$1)) board.reset();
	for (const { value } of statuses) targetCounts[value] = 1;
	await restart();
}
function leaveBoard() {
	shown = false;
	running.abort();
}
async function refresh() {
	if (shown && session.state.status === "signed-in") await restart();
}
async function loadUpTo(status, count) {
	targetCounts[status] = count;
	const { tasks, cursor, problem } = board.state[status];
	if (tasks && cursor && !problem && tasks.length < count) await readMore(status);
}
async function retry(status) {
	change(status, { problem: null });
	await readMore(status);
}
async function restart() {
	running.abort();
	running = new AbortController();
	await Promise.all(statuses.map(({ value }) => read(value, running.signal, true)));
}
async function readMore(status) {
	reading[status] ??= read(status, running.signal, false).finally(() => delete reading[status]);
	await reading[status];
}
async function read(status, signal, anew) {
	const filters = boardFilters();
	try {
		do {
			const cursor = !anew && board.state[status].cursor || void 0;
			const page = await readAll(() => readColumn({
				...filters,
				search: filters.search.trim(),
				status,
				cursor
			}, signal));
			if (signal.aborted) return;
			const { tasks } = board.state[status];
			const kept = page.results.filter(({ id }) => !edits.state.removed.has(id));
			const read = anew ? kept : merge(tasks ?? [], kept, filters.ordering);
			change(status, {
				tasks: read,
				...countedSoFar({
					count: page.count - (page.results.length - kept.length),
					isMinimum: page.count_is_minimum ?? false
				}, {
					page: 1,
					size: read.length,
					shown: read.length,
					more: Boolean(page.next_cursor)
				}),
				cursor: page.next_cursor ?? null,
				problem: null
			});
			anew = false;
		} while (board.state[status].cursor && (board.state[status].tasks?.length ?? 0) < targetCounts[status]);
	} catch (error) {
		if (signal.aborted) return;
		if (!(error instanceof ApiError)) throw error;
		if (session.state.status === "signed-in") change(status, {
			problem: error.sentence,
			refused: error.refused
		});
	}
}
function forget() {
	running.abort();
	board.reset();
}
async function move(task, status, beside) {
	const stays = task.status === status;
	if (stays && !beside) return;
	const subtasks = status === "completed" && !stays ? await subtasksToComplete([task]) : [];
	if (!subtasks) return;
	rememberStatus(task, { status });
	const back = beside && besideNow(merge([], all(), "position"), task.id);
	const order = turn();
	const saved = await begin(moveWith(subtasks, task, status, beside));
	const label = statuses.find(({ value }) => value === status)?.label;
	if (!saved) return;
	const putBack = async () => {
		const isThere = back && all().some(({ id }) => id === anchorOf(back));
		return await moveTo(saved.task, task.status, isThere ? back : void 0) !== null && await saved.reopen();
	};
	offerUndo(stays ? `Moved “${task.title}”.` : `Moved “${task.title}” to ${label}.`, putBack, order);
}
async function moveWith(subtasks, task, status, beside) {
	const saved = await moveTo(task, status, beside);
	return saved && {
		task: saved,
		reopen: await completeAlong(subtasks)
	};
}
async function moveTo(task, status, beside) {
	placeTask({
		...task,
		status
	}, beside);
	moving.set(task.id, (moving.get(task.id) ?? 0) + 1);
	try {
		const { task: saved } = beside ? await move$1(task, {
			...beside,
			...task.status !== status && { status }
		}) : await update(task, { status });
		if (arrived(task)) placeTask(saved);
		if (saved.next !== task.next) refresh();
		return saved;
	} catch (error) {
		const isLast = arrived(task);
		if (!(error instanceof ApiError)) throw error;
		if (session.state.status !== "signed-in") return null;
		if (isLast) placeTask(task);
		notifyProblem(`“${task.title}” was not moved. ${reasonOf(error)}`);
		if ([
			400,
			404,
			412
		].includes(error.status)) await refresh();
		return null;
	}
}
const moving = new Map();
function arrived({ id }) {
	const left = (moving.get(id) ?? 1) - 1;
	if (left > 0) moving.set(id, left);
	else moving.delete(id);
	return left <= 0;
}
const all = () => statuses.flatMap(({ value }) => board.state[value].tasks ?? []);
function onSaved(task) {
	if (!shown || moving.has(task.id)) return;
	const { search, priority, archived, ...place } = boardFilters();
	const before = all().find(({ id }) => id === task.id);
	if (search.trim() || archived || task.parent !== null || before && before.next !== task.next) refresh();
	else if (priority && !priority.split(",").includes(task.priority) || !isIn(place, task)) removeTask(task.id);
	else placeTask(task);
}
function isIn({ project, label }, task) {
	if (project === "" && projectOf(task.project)?.archived) return false;
	const names = task.labels.map((name) => name.toLowerCase());
	return (project === "" || project.split(",").includes(String(task.project ?? "none"))) && labelNames(label).every((name) => names.includes(name.toLowerCase()));
}
function placeTask(task, beside) {
	if (edits.state.removed.has(task.id)) return;
	const { ordering } = boardFilters();
	const changed = {};
	for (const { value } of statuses) {
		const { tasks, count } = board.state[value];
		const here = tasks?.some(({ id }) => id === task.id) ?? false;
		if (!tasks || !here && value !== task.status) continue;
		changed[value] = value === task.status ? {
			...board.state[value],
			tasks: (beside && putBeside(tasks, task, beside)) ?? insert(tasks, task, ordering),
			count: here ? count : count + 1
		} : {
			...board.state[value],
			tasks: tasks.filter(({ id }) => id !== task.id),
			count: count - 1
		};
	}
	board.set(changed);
}
function removeTask(id) {
	const columns = statuses.filter(({ value }) => board.state[value].tasks?.some((task) => task.id === id));
	for (const { value } of columns) {
		const { tasks, count } = board.state[value];
		change(value, {
			tasks: tasks?.filter((task) => task.id !== id) ?? null,
			count: count - 1
		});
	}
	return columns.length > 0;
}
function change(status, changes) {
	board.set({ [status]: {
		...board.state[status],
		...changes
	} });
}
// client/features/tasks/board/boardCard.js
const boardCard = (task, { row, rowRem, count, current, dragged, showOwner, showProject, onOpen, onMenu }) => b`
  <li
    class="board-card"
    data-card=${task.id}
    data-status=${task.status}
    ?data-lifted=${dragged}
    aria-setsize=${count}
    aria-posinset=${row + 1}
    .style=${`translate: 0 ${row * rowRem}rem`}
  >
    <button class="board-card__open" type="button" tabindex=${current ? 0 : -1} aria-describedby="board-help" @click=${onOpen}>
      <span class="board-card__title" dir="auto">${task.title}</span>
    </button>
    <span class="board-card__facts">
      ${task.priority === "medium" ? A : pill("priority", task.priority, b`<span class="visually-hidden">Priority: </span>${labelOf(priorities, task.priority)}`)}
      ${isDated(task) ? b`<span class="due" ?data-overdue=${isOverdue(task)}>${icon("clock")}${dueTime(task, "Due: ")}</span>` : A}
      ${task.recurrence ? b`<span class="board-card__repeat" title="Repeats">${icon("repeat")}<span class="visually-hidden">Repeats</span></span>` : A}
      ${progress(task)}
      ${showProject && task.project !== null ? b`<span class="board-card__mark" title="Project: ${projectName(task.project)}">${dot(projectOf(task.project)?.color)}<bdi>${projectName(task.project)}</bdi></span>` : A}
      ${labels(task.labels)}
      ${showOwner ? b`<bdi class="board-card__owner">${task.owner_username}</bdi>` : A}
    </span>
    <button
      class="icon-button board-card__move"
      type="button"
      tabindex=${current ? 0 : -1}
      aria-haspopup="menu"
      aria-label="Move ${task.title} to…"
      title="Move to…"
      @click=${(event) => onMenu(event.currentTarget)}
    >
      ${icon("next")}
    </button>
  </li>
`;
const labels = ([first, ...rest]) => first === void 0 ? A : b`<span class="board-card__mark" title="Labels: ${[first, ...rest].join(", ")}"
        >${labelMark(labelOf$1(first)?.color)}<bdi>${first}</bdi>${rest.length > 0 ? b`<span aria-hidden="true">+${rest.length}</span><span class="visually-hidden">, ${rest.join(", ")}</span>` : A}</span
      >`;
// client/features/tasks/board/boardFilters.js
const boardFilterBar = (shown, onChange) => b`
  <form class="filters filters--folding" id="filters" role="search" ?data-open=${folding.state.open} aria-label="Tasks" @submit=${(event) => event.preventDefault()}>
    ${searchField(shown.search, (search) => onChange({ search }))}
    ${toggles("Filter by priority", priorities, shown.priority, (priority) => onChange({ priority }))}
    ${choice("Order of the cards", orderings, shown.ordering, (ordering) => onChange({ ordering }))} ${saveButton()}
  </form>
`;
// client/features/tasks/board/windowing.js
const BEYOND = 6;
const STEP = 4;
function rowsSeen({ top, height, row }) {
	return {
		first: Math.max(0, Math.floor((top / row - BEYOND) / STEP) * STEP),
		end: Math.ceil(((top + height) / row + BEYOND) / STEP) * STEP
	};
}
// client/features/tasks/board/boardInteraction.js
const ROW_REM = 5.75;
const interaction = createStore({
	current: null,
	dragged: null,
	over: null,
	byKeyboard: false,
	announcement: "",
	menu: null,
	menuOfProjects: false
});
let place;
const rows = createStore({
	pending: {
		first: 0,
		end: 16
	},
	in_progress: {
		first: 0,
		end: 16
	},
	completed: {
		first: 0,
		end: 16
	},
	cancelled: {
		first: 0,
		end: 16
	}
});
const rowHeight = () => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
const labelOfStatus = (status) => labelOf(statuses, status);
function updateRows(status, list) {
	const seen = rowsSeen({
		top: list.scrollTop,
		height: list.clientHeight,
		row: rowHeight()
	});
	const before = rows.state[status];
	if (seen.first !== before.first || seen.end !== before.end) rows.set({ [status]: seen });
	loadUpTo(status, seen.end);
}
function startDrag(task, byKeyboard) {
	place = void 0;
	const announcement = byKeyboard ? `Lifted “${task.title}” from ${labelOfStatus(task.status)}. Use the left and right arrow keys to choose a column, Space to drop, Escape to cancel.` : "";
	interaction.set({
		dragged: task,
		over: task.status,
		current: task.id,
		byKeyboard,
		announcement
	});
}
function dragOver(over, beside) {
	const { byKeyboard, dragged } = interaction.state;
	if (!dragged) return;
	place = beside;
	if (interaction.state.over !== over) interaction.set({
		over,
		announcement: byKeyboard && over ? `Over ${labelOfStatus(over)}${countOf(over)}.` : ""
	});
}
function dragOverNext(by) {
	const { over } = interaction.state;
	const next = statuses[statuses.findIndex(({ value }) => value === over) + by];
	if (next) dragOver(next.value);
}
function dropCard() {
	const { dragged, over, byKeyboard } = interaction.state;
	interaction.set({
		dragged: null,
		over: null,
		announcement: ""
	});
	if (!dragged) return void 0;
	if (over && (over !== dragged.status || place)) return move(dragged, over, place);
	if (byKeyboard) interaction.set({ announcement: `“${dragged.title}” stays in ${labelOfStatus(dragged.status)}.` });
}
function cancelDrag() {
	const { dragged, byKeyboard } = interaction.state;
	if (!dragged) return;
	interaction.set({
		dragged: null,
		over: null,
		announcement: byKeyboard ? `Cancelled. “${dragged.title}” stays in ${labelOfStatus(dragged.status)}.` : ""
	});
}
function countOf(status) {
	const { tasks, count, isMinimum } = board.state[status];
	return tasks ? `, ${countText(count, isMinimum)} ${count === 1 ? "task" : "tasks"}` : "";
}
// client/features/tasks/board/folded.js
const KEY = "primetask-board-unfolded";
const folded = createStore({ cancelled: !browserStorage.read(KEY) });
function fold(cancelled) {
	folded.set({ cancelled });
	browserStorage.keep(KEY, cancelled ? null : "yes");
}
// client/features/tasks/board/boardFocus.js
function currentCard() {
	const { current } = interaction.state;
	for (const { value } of statuses) {
		const row = board.state[value].tasks?.findIndex(({ id }) => id === current) ?? -1;
		if (row >= 0) return {
			task: board.state[value].tasks[row],
			status: value,
			row
		};
	}
}
const listOf = (status) => document.querySelector(`[data-column="${status}"] .column__scroll`);
function cardsAbove(status, y) {
	const list = listOf(status);
	const { tasks } = board.state[status];
	return list?.checkVisibility() && tasks ? Math.max(0, Math.min(tasks.length, Math.round((y - list.getBoundingClientRect().top + list.scrollTop) / rowHeight()))) : null;
}
function reveal(id) {
	for (const { value } of statuses) {
		const row = board.state[value].tasks?.findIndex((task) => task.id === id) ?? -1;
		const list = listOf(value);
		if (row < 0 || !list) continue;
		const height = rowHeight();
		const top = Math.min(Math.max(list.scrollTop, (row + 1) * height - list.clientHeight), row * height);
		if (top !== list.scrollTop) list.scrollTop = top;
		updateRows(value, list);
	}
}
async function focusCard(id) {
	interaction.set({ current: id });
	if (folded.state.cancelled && currentCard()?.status === "cancelled") {
		fold(false);
		await drawn();
	}
	reveal(id);
	await drawn();
	const card = document.querySelector(`[data-card="${id}"] .board-card__open`);
	if (card instanceof HTMLElement) card.focus();
}
function stepInColumn(by) {
	const at = currentCard();
	const tasks = at && board.state[at.status].tasks;
	const task = at ? tasks?.[Math.max(0, Math.min(at.row + by, tasks.length - 1))] : firstCard();
	if (task) focusCard(task.id);
}
function stepAcross(by) {
	const at = currentCard();
	if (!at) return stepInColumn(0);
	const [list, height] = [listOf(at.status), rowHeight()];
	const below = at.row * height - (list?.scrollTop ?? 0);
	for (let next = statuses.findIndex(({ value }) => value === at.status) + by; statuses[next]; next += by) {
		const { tasks } = board.state[statuses[next].value];
		if (!tasks?.length) continue;
		const row = Math.round(((listOf(statuses[next].value)?.scrollTop ?? 0) + below) / height);
		focusCard(tasks[Math.max(0, Math.min(row, tasks.length - 1))].id);
		return;
	}
}
function firstCard() {
	for (const { value } of statuses) {
		const task = board.state[value].tasks?.[0];
		if (task) return task;
	}
}
// client/features/tasks/board/boardMenu.js
const openMenu = (task) => interaction.set({
	menu: task,
	menuOfProjects: false,
	current: task.id
});
function boardMenu() {
	const { menu: task, menuOfProjects, current } = interaction.state;
	if (!task) return A;
	return popupMenu({
		label: menuOfProjects ? `Move ${task.title} to the project` : `Move ${task.title} to`,
		anchor: `[data-card="${current}"] .board-card__move`,
		items: menuOfProjects ? projectItems(task) : columnItems(task),
		onClose: ({ back }) => {
			if (interaction.state.menu !== task) return;
			interaction.set({ menu: null });
			if (back && current !== null) focusCard(current);
		}
	});
}
const columnItems = (task) => [...statuses.filter(({ value }) => value !== task.status).map(({ value, label }) => ({
	label: b`${statusMark(value)}${label}`,
	onClick: () => close(task, move(task, value))
})), {
	label: "Move to project…",
	onClick: showProjects
}];
const projectItems = (task) => projectChoices().map(({ value, label }) => ({
	id: value ? Number(value) : null,
	label
})).filter(({ id }) => id !== task.project).map(({ id, label }) => ({
	label: b`${dot(projectOf(id)?.color)}<span class="menu__name" dir="auto">${label}</span>`,
	onClick: () => close(task, change$1([task], { project: id }))
}));
function showProjects() {
	interaction.set({ menuOfProjects: true });
	followItems();
}
async function close(task, saved) {
	interaction.set({ menu: null });
	await focusCard(task.id);
	await saved;
	if (document.activeElement === document.body) await focusCard(task.id);
}
// client/features/tasks/board/boardKeys.js
const whileDragging = {
	ArrowRight: () => dragOverNext(1),
	ArrowLeft: () => dragOverNext(-1),
	ArrowDown: () => {},
	ArrowUp: () => {},
	Tab: () => {},
	" ": drop,
	Enter: drop,
	Escape: cancelDrag
};
const onCard = {
	ArrowDown: () => stepInColumn(1),
	ArrowUp: () => stepInColumn(-1),
	PageDown: () => stepInColumn(5),
	PageUp: () => stepInColumn(-5),
	Home: () => stepInColumn(-1e400),
	End: () => stepInColumn(1e400),
	ArrowRight: () => stepAcross(1),
	ArrowLeft: () => stepAcross(-1),
	" ": () => {
		const at = currentCard();
		if (at) startDrag(at.task, true);
	}
};
function onBoardKey(event) {
	if (event.ctrlKey || event.metaKey || event.altKey || !isCard(event.target)) return;
	const act = (interaction.state.dragged && interaction.state.byKeyboard ? whileDragging : onCard)[event.key];
	if (!act) return;
	event.preventDefault();
	event.stopPropagation();
	act();
}
function onBoardKeyUp(event) {
	if (event.key === " " && isCard(event.target)) event.preventDefault();
}
const isCard = (target) => target instanceof Element && target.matches(".board-card__open");
async function drop() {
	const { dragged } = interaction.state;
	const saved = dropCard();
	if (dragged) await keepFocus(dragged.id, saved);
}
async function keepFocus(id, saved) {
	await focusCard(id);
	await saved;
	if (document.activeElement === document.body) await focusCard(id);
}
const withCard = (act) => () => {
	const at = currentCard();
	if (at) act(at);
};
const moveInColumn = (step) => withCard(({ task, status, row }) => {
	const { tasks, count } = board.state[status];
	const beside = tasks?.[row + step];
	if (!beside || !isByHand()) return void 0;
	const saved = move(task, status, besideOf(beside.id, step > 0));
	interaction.set({ announcement: `“${task.title}” is number ${row + step + 1} of ${count}.` });
	return keepFocus(task.id, saved);
});
const shortcuts = [
	{
		key: "j",
		label: "Next card",
		run: () => stepInColumn(1)
	},
	{
		key: "k",
		label: "Previous card",
		run: () => stepInColumn(-1)
	},
	{
		key: "l",
		label: "Column to the right",
		run: () => stepAcross(1)
	},
	{
		key: "h",
		label: "Column to the left",
		run: () => stepAcross(-1)
	},
	{
		key: " ",
		label: "Lift the card; then ← and →, Space to drop, Escape to cancel",
		run: onCard[" "]
	},
	{
		key: "ArrowUp",
		alt: true,
		label: "Move up, where the order is by hand",
		run: moveInColumn(-1)
	},
	{
		key: "ArrowDown",
		alt: true,
		label: "Move down, where the order is by hand",
		run: moveInColumn(1)
	},
	{
		key: "m",
		label: "Move the card to…",
		run: withCard(({ task }) => openMenu(task))
	},
	{
		key: "e",
		label: "Open the task",
		run: withCard(({ task }) => openTask(task))
	},
	{
		key: "d",
		label: "Duplicate the card",
		run: withCard(({ task }) => duplicate(task))
	},
	{
		key: "x",
		label: "Complete or reopen the card",
		run: withCard(({ task }) => (task.status === "completed" ? setDone([task], false) : move(task, "completed")).then(() => focusCard(task.id)))
	}
];
// client/features/tasks/board/boardView.js
const stores = [
	board,
	folded,
	folding,
	interaction,
	rows,
	projects,
	clock,
	...stores$1
];
const { lineKeys } = quickAddLine_exports;
const title = () => placeName(boardFilters(), "Board");
const ROWS_BEYOND = 20;
const noFilters = {
	search: "",
	priority: "",
	archived: ""
};
let search = "";
let timer;
function enter() {
	clearTimeout(timer);
	const typing = boardFilters().search !== search;
	search = boardFilters().search;
	if (!typing || board.state.pending.tasks === null) return showBoard();
	timer = setTimeout(showBoard, 50);
}
function leave() {
	clearTimeout(timer);
	leaveBoard();
	interaction.reset();
	rows.reset();
}
const view = () => b`
  <div class="board-head">
    <div class="board-head__title">${placeTitle(boardFilters(), "Board")} ${filtersButton(filterCount())}</div>
    ${boardFilterBar(boardFilters(), changeFilters)}
  </div>
  <p class="visually-hidden" id="board-help">Enter opens the task, Space lifts the card, arrow keys go to other cards, ${isByHand() ? "Alt with the up and down arrows moves it within its column, " : ""}m opens a menu to move it.</p>
  <p class="visually-hidden" role="status" aria-live="assertive">${interaction.state.announcement}</p>
  ${isEmpty() ? nothingHere() : A} ${columns()} ${boardMenu()}
`;
const columns = () => b`
  <div class="board" ?data-dragging=${interaction.state.dragged !== null} ${n(follow)} @keydown=${onBoardKey} @keyup=${onBoardKeyUp} @focusin=${onFocus}>
    ${statuses.map(({ value, label }) => column(value, label))}
  </div>
`;
function column(status, label) {
	const { tasks, count, isMinimum, problem } = board.state[status];
	const isFolded = status === "cancelled" && folded.state.cancelled;
	const name = b`${statusMark(status)}<span>${label}</span>`;
	return b`
    <section class="column" data-column=${status} ?data-folded=${isFolded} ?data-over=${interaction.state.dragged && interaction.state.over === status} aria-labelledby="column-${status}">
      <h2 class="column__title" id="column-${status}">
        ${status === "cancelled" ? b`<button class="column__fold" type="button" aria-expanded=${!isFolded} title=${isFolded ? "Unfold" : "Fold"} @click=${() => fold(!isFolded)}>${name}</button>` : name}
        <span class="column__count">${tasks ? countText(count, isMinimum) : "–"}<span class="visually-hidden">${count === 1 ? " task" : " tasks"}</span></span>
      </h2>
      ${quickAddLine(status, {
		label: `Add a task to ${label}`,
		placeholder: "Add a task"
	})} ${tasks ? A : columnNote(status)}
      <div class="column__scroll" ?data-scrolls=${isByHand()} @scroll=${(event) => updateRows(status, event.target)}>
        <ul
          class="column__cards"
          aria-labelledby="column-${status}"
          aria-busy=${!tasks && !problem}
          .style=${`block-size: ${rowCount(status) * ROW_REM}rem`}
        >
          ${tasks ? cards(status, tasks) : problem ? A : placeholders()}
        </ul>
      </div>
      ${tasks ? columnNote(status) : A}
    </section>
  `;
}
function rowCount(status) {
	const { tasks, count, isMinimum } = board.state[status];
	const here = tasks?.length ?? 0;
	return Math.max(count, isMinimum ? here + ROWS_BEYOND : here);
}
function cards(status, tasks) {
	const { first, end } = rows.state[status];
	const total = rowCount(status);
	const seen = tasks.slice(first, end).map((task, place) => ({
		task,
		row: first + place
	}));
	const kept = tasks.findIndex(({ id }) => id === interaction.state.current);
	if (kept >= 0 && (kept < first || kept >= end)) seen.push({
		task: tasks[kept],
		row: kept
	});
	const current = seen.find(({ task }) => task.id === interaction.state.current) ?? seen[0];
	const missing = Array.from({ length: Math.max(0, Math.min(end, total) - Math.max(first, tasks.length)) }, (_, place) => Math.max(first, tasks.length) + place);
	return b`
    ${c(seen, ({ task }) => task.id, ({ task, row }) => card(task, row, total, task === current?.task))}
    ${missing.map((row) => b`<li class="board-card board-card--waiting" aria-hidden="true" .style=${`translate: 0 ${row * ROW_REM}rem`}></li>`)}
  `;
}
const card = (task, row, count, current) => boardCard(task, {
	row,
	rowRem: ROW_REM,
	count,
	current,
	dragged: interaction.state.dragged?.id === task.id,
	showOwner: task.owner !== session.state.user?.id,
	showProject: boardFilters().project === "",
	onOpen: () => {
		interaction.set({ current: task.id });
		openTask(task);
	},
	onMenu: () => openMenu(task)
});
const placeholders = () => [
	0,
	1,
	2
].map((row) => b`<li class="board-card board-card--waiting" aria-hidden="true" .style=${`translate: 0 ${row * ROW_REM}rem`}></li>`);
function columnNote(status) {
	const { tasks, problem, refused } = board.state[status];
	if (problem) return b`<p class="column__note" role="alert">
      ${problem}
      ${refused ? b`<button class="link-button" type="button" @click=${() => changeFilters(noFilters)}>Show all tasks</button>` : b`<button class="link-button" type="button" @click=${() => retry(status)}>Try again</button>`}
    </p>`;
	return tasks?.length === 0 ? b`<p class="column__note">Nothing ${labelOfStatus(status).toLowerCase()}</p>` : A;
}
const filterCount = () => [
	boardFilters().search,
	boardFilters().priority,
	boardFilters().archived
].filter((value) => value.trim() !== "").length;
const isEmpty = () => filterCount() > 0 && statuses.every(({ value }) => board.state[value].tasks?.length === 0 && !board.state[value].problem);
const nothingHere = () => b`
  <div class="panel" role="status">
    ${message({
	symbol: "search",
	title: "No matching tasks",
	text: "No task fits these filters.",
	action: {
		label: "Clear filters",
		onClick: () => changeFilters(noFilters)
	}
})}
  </div>
`;
function changeFilters(changes) {
	const { search: text, priority, archived, ordering, project, label } = {
		...boardFilters(),
		...changes
	};
	const query = new URLSearchParams();
	if (project) query.set("project", project);
	if (label) query.set("label", label);
	if (text.trim()) query.set("search", text);
	if (priority) query.set("priority", priority);
	if (archived) query.set("archived", archived);
	if (ordering !== orderings[0].value) query.set("ordering", ordering);
	navigate(`/board${query.size > 0 ? `?${query}` : ""}`, { replace: "search" in changes });
}
const followed = new WeakSet();
const sizes = new ResizeObserver((entries) => {
	for (const { target } of entries) updateRows(target.parentElement.dataset.column, target);
});
function follow(element) {
	if (!(element instanceof HTMLElement)) return sizes.disconnect();
	if (followed.has(element)) return;
	followed.add(element);
	makeDraggable(element, {
		card: ".board-card",
		zone: `[data-column], ${PLACES}`,
		except: ".board-card__move",
		scrolls: "x",
		ghost,
		onDragStart,
		onDragOver,
		onDrop,
		onCancel() {
			mark(null);
			cancelDrag();
		}
	});
	queueMicrotask(() => element.querySelectorAll(".column__scroll").forEach((list) => sizes.observe(list)));
}
function ghost(card) {
	const copy = card.cloneNode(true);
	copy.className = "board-card board-card--ghost";
	copy.removeAttribute("data-card");
	copy.removeAttribute("style");
	return copy;
}
function onFocus({ target }) {
	const card = target.closest("[data-card]");
	const id = Number(card?.dataset.card);
	if (card && id !== interaction.state.current) interaction.set({ current: id });
}
function onDragStart(element) {
	const id = Number(element.dataset.card);
	const task = statuses.flatMap(({ value }) => board.state[value].tasks ?? []).find((other) => other.id === id);
	if (task) startDrag(task, false);
}
function onDragOver(element, { y }) {
	const { dragged } = interaction.state;
	const status = element?.dataset.column ?? null;
	const above = status && dragged && isByHand() ? cardsAbove(status, y) : null;
	const beside = status && dragged && above !== null ? besideAt(board.state[status].tasks ?? [], above, dragged) : void 0;
	if (beside) {
		const [where, id] = Object.entries(beside)[0];
		mark(document.querySelector(`[data-card="${id}"]`), where);
	} else overPlace(element);
	dragOver(status, beside);
}
async function onDrop() {
	const { dragged } = interaction.state;
	const project = takePlace();
	const saved = dropCard();
	if (dragged && project !== void 0) return void await moveToProject([dragged], project);
	if (dragged) reveal(dragged.id);
	await saved;
}
export { enter, leave, lineKeys, shortcuts, stores, title, view };
