import { __exportAll } from "./rolldown-runtime.js";
import { A, E, HALF_DATE, INBOX, LAST_DAY, LIST as LIST$1, PANEL, anywhere, b, begin, besideOf, blank, byScope, c, canSave as canSave$1, changeBack, changedFields, chooseColor, chooseTheme, clockChangeHint, closeNameDialog, closePalette, closeSheet, closeViewDialog, completeAlong, confirmation, createDraft, describe, describe$1, describeDate, describeDateInFull, describeDue, describeDueInFull, describeInFull, describeRecurrence, discard, dot, drawn, duplicate, e as e$1, editor, edits, enterSoon, find, focusFirstInvalid, formProblem, fromDue, help, history as history$1, i as i$1, icon, inverse, isAddress, isDated, isOpen, isOverdue, joinDue, keyName, l, labelMark, labelNames, labelOf$1 as labelOf, leaveTask, list as list$2, listAddress, message, modal, n, nameDialog, navigate, notifyProblem, offerUndo, onReconnect, onRefusal, openNameDialog, openNew, openNewWith, openViewDialog, otherZone, palette, placeByHand, priorities, projectAddress, projectChoices, projectName, projectOf, projects, read as read$3, read$1 as read$2, readAll, readRecurrence, reasonOf, refuse as refuse$1, rememberStatus, remove, respond, route, save as save$1, saveName, saveView, selectField, sentence, setDone, sidebarContent, sidebarState, signOut, skip, statuses, subtasksToComplete, textArea, textField, theme, toFields, toTask, turn, undoLast, update, viewAddress, views, watch, wide, withEdits, write as write$2, writeName, writeText } from "./app.js";
import { dueTime, excessOf, knownOf, openTask, progress, quickAddLine, scheduleMenu, scheduling, statusMark, stores as stores$5, taskCheck } from "./tasks.js";
import { ApiError, browserStorage, createStore, onNextPerson, session, uuid } from "./session.js";
// client/features/palette/ranking.js
const MIN_FORGIVING = 4;
const LONG = 7;
const FIT = {
	start: 100,
	word: 80,
	inside: 50,
	mistyped: 20,
	other: -10
};
function rank(typed, items, recency = () => 0) {
	const words = fold(typed).split(/\s+/u).filter(Boolean);
	if (words.length === 0) return [];
	return items.flatMap((item) => {
		const score = scoreOf(words, item);
		return score === null ? [] : [{
			item,
			score: score + 15 * recency(item)
		}];
	}).sort((one, other) => other.score - one.score);
}
function scoreOf(typed, { title, words = "" }) {
	const name = fold(title);
	const others = fold(words);
	let sum = 0;
	for (const [at, word] of typed.entries()) {
		const fit = Math.max(fitOf(word, name, at === 0), fitOf(word, others, false) + FIT.other);
		if (fit <= 0) return null;
		sum += fit;
	}
	return sum / typed.length - Math.min(name.length, 100) / 100;
}
function fitOf(typed, text, first) {
	if (first && text.startsWith(typed)) return FIT.start;
	if (text.indexOf(typed) >= 0) return text.split(WORD_END).some((word) => word.startsWith(typed)) ? FIT.word : FIT.inside;
	if (typed.length < MIN_FORGIVING) return 0;
	const errors = Math.min(...text.split(WORD_END).map((word) => errorsIn(typed, word)));
	return errors <= (typed.length < LONG ? 1 : 2) ? FIT.mistyped - 5 * errors : 0;
}
const WORD_END = /[^\p{L}\p{N}\p{M}]+/u;
const fold = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
function errorsIn(typed, word) {
	const rows = [Array.from({ length: word.length + 1 }, (_, column) => column)];
	for (let row = 1; row <= typed.length; row += 1) {
		rows[row] = [row];
		for (let column = 1; column <= word.length; column += 1) {
			const wrong = typed[row - 1] === word[column - 1] ? 0 : 1;
			rows[row][column] = Math.min(rows[row - 1][column] + 1, rows[row][column - 1] + 1, rows[row - 1][column - 1] + wrong);
			if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]) rows[row][column] = Math.min(rows[row][column], rows[row - 2][column - 2] + 1);
		}
	}
	return Math.min(rows[typed.length][word.length], ...rows[typed.length].slice(typed.length));
}
// client/features/palette/recent.js
const KEY = "primetask-recent";
const MOST = 30;
session.subscribe(() => {
	if (session.state.status === "signed-out" && !session.state.expired) write$1(null);
});
function recent() {
	const kept = browserStorage.readValue(KEY);
	return kept?.user === session.state.user?.id && Array.isArray(kept?.items) ? kept.items.filter(isRecent) : [];
}
const isRecent = (item) => typeof item?.id === "string" && typeof item?.title === "string";
const remember = ({ id, title }) => write$1([{
	id,
	title
}, ...recent().filter((one) => one.id !== id)].slice(0, MOST));
const forget = (id) => write$1(recent().filter((one) => one.id !== id));
const write$1 = (items) => browserStorage.keepValue(KEY, items && {
	user: session.state.user?.id,
	items
});
// client/features/palette/choices.js
const MOST_TASKS = 8;
const MOST_OTHERS = 5;
const MOST_RECENT = 6;
const found = createStore({
	tasks: [],
	text: "",
	similar: false,
	loading: false,
	problem: null,
	active: 0
});
let timer$1;
let running$2 = new AbortController();
let { open: open$1, text } = palette.state;
palette.subscribe(() => {
	if (palette.state.open === open$1 && palette.state.text === text) return;
	({open: open$1, text} = palette.state);
	if (!open$1) {
		stop();
		found.reset();
	} else searchSoon();
});
if (open$1 && text.trim() !== "") searchSoon();
function stop() {
	clearTimeout(timer$1);
	running$2.abort();
}
function searchSoon() {
	stop();
	const wanted = text.trim();
	const kept = rank(wanted, found.state.tasks).map(({ item }) => item);
	found.set({
		tasks: wanted === "" ? [] : kept,
		active: 0,
		problem: null,
		loading: wanted !== ""
	});
	if (wanted !== "") timer$1 = setTimeout(() => void search(wanted), 50);
}
const searchAgain = () => searchSoon();
async function search(wanted) {
	running$2 = new AbortController();
	const { signal } = running$2;
	try {
		const { results, similar = false } = await list$2({
			search: wanted,
			archived: "",
			page_size: MOST_TASKS
		}, signal);
		if (signal.aborted) return;
		const marked = at(found.state.active)?.id;
		found.set({
			tasks: results,
			text: wanted,
			similar,
			loading: false
		});
		const place = allChoices().findIndex(({ id }) => id === marked);
		found.set({ active: found.state.active > 0 && place >= 0 ? place : 0 });
		if (palette.state.entered) choose$1();
	} catch (error) {
		if (signal.aborted) return;
		if (!(error instanceof ApiError)) throw error;
		found.set({
			loading: false,
			tasks: [],
			problem: error.sentence
		});
		if (palette.state.entered) choose$1();
	}
}
let commands$1 = [];
const offer = (all) => commands$1 = all;
function groups() {
	return (palette.state.text.trim() === "" ? unasked() : asked(palette.state.text)).filter(({ choices }) => choices.length > 0);
}
const allChoices = () => groups().flatMap(({ choices }) => choices);
const at = (index) => allChoices()[index];
function unasked() {
	const here = local();
	const shown = recent().flatMap(({ id, title }) => here.find((choice) => choice.id === id) ?? (id.startsWith("task ") ? [rememberedTask(id, title)] : [])).slice(0, MOST_RECENT);
	return [{
		title: "Recent",
		choices: shown
	}, {
		title: "Commands",
		choices: here.filter((choice) => choice.kind === "command" && !shown.includes(choice))
	}];
}
function asked(typed) {
	const last = recent().map(({ id }) => id);
	const recency = ({ id }) => last.includes(id) ? 1 - last.indexOf(id) / (last.length + 1) : 0;
	const here = local();
	const group = (title, kind) => {
		const ranked = rank(typed, here.filter((choice) => choice.kind === kind), recency).slice(0, MOST_OTHERS);
		return {
			title,
			choices: ranked.map(({ item }) => item),
			score: ranked[0]?.score ?? 0
		};
	};
	const tasks = found.state.tasks.map(taskChoice);
	const ranked = rank(typed, tasks, (choice) => recency(choice) - (choice.task && isDone(choice.task) ? 2 : 0));
	const order = [...ranked.map(({ item }) => item), ...tasks.filter((task) => !ranked.some(({ item }) => item === task))];
	const best = tasks.length === 0 ? 0 : ranked[0]?.score ?? 30;
	return [
		{
			title: found.state.similar ? "Tasks with similar words" : "Tasks",
			choices: order,
			score: best
		},
		group("Projects", "project"),
		group("Labels", "label"),
		group("Views", "view"),
		group("Commands", "command")
	].sort((one, other) => other.score - one.score);
}
const isDone = ({ status }) => !isOpen(status);
function local() {
	const { projects: all, labels } = projects.state;
	return [
		...commands$1.map((command) => ({
			id: `command ${command.name}`,
			kind: "command",
			title: command.title,
			words: command.words,
			command,
			run: command.run
		})),
		...(all ?? []).map(({ id, name, color, archived }) => ({
			id: `project ${id}`,
			kind: "project",
			title: name,
			words: archived ? "archived project" : "project",
			color,
			run: () => navigate(projectAddress(id))
		})),
		...labels.map(({ name, color }) => ({
			id: `label ${name}`,
			kind: "label",
			title: name,
			words: "label",
			color,
			run: () => navigate(listAddress({ label: name }))
		})),
		...(views.state.views ?? []).map((view) => ({
			id: `view ${view.id}`,
			kind: "view",
			title: view.name,
			words: "view",
			run: () => navigate(viewAddress(view))
		}))
	];
}
const taskChoice = (task) => ({
	id: `task ${task.id}`,
	kind: "task",
	title: task.title,
	task,
	run: () => openTask(task)
});
const rememberedTask = (id, title) => ({
	id,
	kind: "task",
	title,
	run: () => openRemembered(id, title)
});
async function openRemembered(id, title) {
	const here = route.state;
	try {
		const { task } = await read$2(Number(id.split(" ")[1]));
		remember({
			id,
			title: task.title
		});
		if (route.state === here) openTask(task);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (error.status === 404) forget(id);
		notifyProblem(error.status === 404 ? `“${title}” is not there any more.` : `“${title}” could not be opened. ${error.sentence}`);
	}
}
function mark(step) {
	const { length } = allChoices();
	if (length > 0) found.set({ active: (Math.min(found.state.active, length - 1) + step + length) % length });
}
const markAt = (index) => index !== found.state.active && found.set({ active: index });
function choose$1(picked) {
	if (!picked && found.state.loading && found.state.active === 0) return enterSoon();
	const choice = picked ?? at(found.state.active);
	if (!choice) return;
	remember(choice);
	closePalette();
	setTimeout(choice.run);
}
// client/features/palette/paletteView.js
const stores$4 = [found];
const LIST = "palette-list";
function paletteView(commands) {
	if (!palette.state.open) return A;
	offer(commands());
	const shown = groups();
	const count = shown.reduce((sum, { choices }) => sum + choices.length, 0);
	const active = Math.min(found.state.active, count - 1);
	let index = -1;
	return modal({
		label: "Search and commands",
		className: "dialog--palette",
		onCancel: closePalette,
		content: b`
      <div class="palette__field">
        ${icon("search")}
        <input
          class="palette__input"
          type="text"
          role="combobox"
          aria-label="Search tasks, projects, labels and commands"
          aria-expanded=${count > 0}
          aria-controls=${LIST}
          aria-autocomplete="list"
          aria-activedescendant=${active >= 0 ? optionId(active) : A}
          placeholder="Search, or type a command"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          enterkeyhint="go"
          dir="auto"
          maxlength="200"
          autofocus
          .value=${l(palette.state.text)}
          @input=${(event) => writeText(event.target.value)}
          @keydown=${onKey}
        />
        <button class="palette__close" type="button" @click=${closePalette}><kbd>Esc</kbd>${icon("close")}<span class="visually-hidden"> Close</span></button>
      </div>
      <div class="palette__list" id=${LIST} role="listbox" aria-label="Results" aria-busy=${found.state.loading} ?hidden=${count === 0}>
        ${shown.map(({ title, choices }, at) => b`
            <div class="palette__group" role="group" aria-labelledby="palette-group-${at}">
              <div class="palette__title" id="palette-group-${at}" role="presentation">${title}</div>
              ${choices.map((choice) => {
			index += 1;
			return option(choice, index, index === active);
		})}
            </div>
          `)}
      </div>
      ${foot(count)}
    `
	});
}
const optionId = (index) => `palette-option-${index}`;
const option = (choice, index, isActive) => b`
  <div
    class="palette__option"
    id=${optionId(index)}
    role="option"
    aria-selected=${isActive}
    ${isActive ? n(scrollTo) : A}
    @pointermove=${() => markAt(index)}
    @pointerdown=${(event) => event.preventDefault()}
    @click=${() => choose$1(choice)}
  >
    <span class="palette__mark">${markOf(choice)}</span><span class="palette__name"><bdi>${choice.title}</bdi></span>
    <span class="palette__notes">${notesOf(choice)}</span>
  </div>
`;
function markOf({ kind, color, command, task }) {
	if (kind === "project") return dot(color);
	if (kind === "label") return labelMark(color);
	if (kind === "view") return icon("bookmark");
	if (command) return icon(command.symbol);
	return statusMark(task?.status ?? "pending");
}
function notesOf({ kind, command, task }) {
	if (command?.key) return b`<kbd>${command.key}</kbd>`;
	if (kind !== "task") return kind === "command" ? A : b`<span class="palette__kind">${kind[0].toUpperCase()}${kind.slice(1)}</span>`;
	if (!task) return b`<span class="palette__kind">Task</span>`;
	return b`
    ${isDone(task) ? b`<span>${task.status_display}</span>` : isDated(task) ? b`<span>${describeDue(task)}</span>` : A}
    ${task.project === null ? A : b`<span class="palette__project">${dot(projectOf(task.project)?.color)}<bdi>${projectName(task.project)}</bdi></span>`}
  `;
}
function foot(count) {
	const { loading, problem, similar } = found.state;
	const asked = palette.state.text.trim();
	const none = count === 0 && !loading && !problem && asked !== "";
	return b`
    <div role="alert">
      ${problem ? b`<p class="palette__problem">${icon("warning")}<span>Tasks could not be searched. ${problem}</span><button class="link-button" type="button" @click=${searchAgain}>Try again</button></p>` : A}
    </div>
    <p class=${none || count === 0 && loading ? "palette__none" : "visually-hidden"} role="status">
      ${none ? b`No matches for “<bdi>${asked}</bdi>”.` : loading ? "Searching…" : asked === "" ? A : `${count} ${count === 1 ? "match" : "matches"}${similar ? ", no task has just these words" : ""}.`}
    </p>
    <p class="palette__keys" aria-hidden="true"><span><kbd>↑</kbd> <kbd>↓</kbd> to move</span><span><kbd>Enter</kbd> to open</span><span><kbd>Esc</kbd> to close</span></p>
  `;
}
const scrollTo = (element) => element?.scrollIntoView({ block: "nearest" });
function onKey(event) {
	const { key, ctrlKey, metaKey, altKey, isComposing } = event;
	if (isComposing) return;
	const command = (ctrlKey || metaKey) && !altKey;
	if (key === "ArrowDown" || ctrlKey && key === "n") mark(1);
	else if (key === "ArrowUp" || ctrlKey && key === "p") mark(-1);
	else if (key === "Enter") choose$1();
	else if (command && key === "k") closePalette();
	else return;
	event.preventDefault();
}
// client/features/tasks/subtasks/parentNote.js
const parents = createStore({ byId: {} });
watch(({ task }) => task && task.id in parents.state.byId && keep$1(task.id, task));
onNextPerson(() => parents.reset());
onReconnect(readAgain);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && readAgain());
function readAgain() {
	for (const id of Object.keys(parents.state.byId)) read$1(Number(id));
}
const keep$1 = (id, task) => parents.set({ byId: {
	...parents.state.byId,
	[id]: task
} });
async function load$2(id) {
	if (id in parents.state.byId) return;
	keep$1(id, null);
	await read$1(id);
}
async function read$1(id) {
	try {
		keep$1(id, (await read$3(id)).task);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
	}
}
function parentNote(id, { onOpen, onLeave }) {
	if (!(id in parents.state.byId)) queueMicrotask(() => void load$2(id));
	const task = parents.state.byId[id];
	return b`
    <p class="parent-note">
      ${icon("subtask")}<span>Subtask of ${task ? b`<button class="link-button" type="button" @click=${() => onOpen(task)}><bdi>${task.title}</bdi></button>` : b`another task`}</span>
      <button class="link-button" type="button" @click=${onLeave}>Make it a task by itself</button>
    </p>
  `;
}
// client/features/tasks/editor/dueFields.js
function dueFields({ id, label, value, errors, onInput, hint }) {
	const [day, time = ""] = value.split("T");
	return b`
    ${textField({
		id,
		label,
		errors,
		type: "date",
		max: LAST_DAY,
		value: day,
		required: time !== "",
		onInput: (written) => onInput(joinDue(written, time))
	})}
    ${textField({
		id: `${id}-time`,
		label: "Due time (optional)",
		type: "time",
		value: time,
		onInput: (written) => onInput(joinDue(day, written)),
		hint
	})}
  `;
}
// client/features/tasks/editor/fieldParts.js
const labels = {
	title: "Title",
	description: "Description",
	status: "Status",
	priority: "Priority",
	due_date: "Due date",
	start_on: "Start date (optional)",
	recurrence: "Repeat (optional)",
	project: "Project",
	parent: "Parent task",
	labels: "Labels (optional)"
};
const commonRules = [
	"every day",
	"every weekday",
	"every week",
	"every 2 weeks",
	"every month",
	"every year"
];
function fieldParts({ prefix, state, write }) {
	const { fields, errors } = state;
	const field = (name) => ({
		id: `${prefix}-${name.replace("_", "-")}`,
		label: labels[name],
		value: fields[name],
		errors: errors[name],
		onInput: (value) => write(name, value)
	});
	return {
		field,
		status: () => selectField({
			...field("status"),
			choices: statuses
		}),
		priority: () => selectField({
			...field("priority"),
			choices: priorities
		}),
		due: () => dueFields({
			...field("due_date"),
			hint: dueHint(fields.due_date)
		}),
		start: () => textField({
			...field("start_on"),
			type: "date",
			max: LAST_DAY,
			hint: void 0
		}),
		recurrence: () => textField({
			...field("recurrence"),
			hint: "Such as “every 2 weeks” or “every 3 days after completion”.",
			suggestions: commonRules
		}),
		project: () => selectField({
			...field("project"),
			choices: placeChoices(state)
		}),
		labels: () => textField({
			...field("labels"),
			hint: "With commas between.",
			suggestions: labelSuggestions(fields.labels)
		})
	};
}
function placeChoices({ author, owner, saved, fields }) {
	if (owner !== null && owner !== author) return [{
		value: saved.project,
		label: saved.project ? `Project ${saved.project} of its owner` : "Inbox"
	}];
	const current = fields.project || saved.project;
	return projectChoices(current ? Number(current) : null);
}
function labelSuggestions(written) {
	const before = written.slice(0, written.lastIndexOf(",") + 1);
	const chosen = labelNames(before).map((name) => name.toLowerCase());
	return projects.state.labels.filter(({ name }) => !chosen.includes(name.toLowerCase())).map(({ name }) => `${before}${before && " "}${name}`);
}
function dueHint(due) {
	if (due && !due.includes("T")) return "Without one: all day.";
	return clockChangeHint(due) ?? (due && otherZone() ? `Time in ${otherZone()}.` : void 0);
}
function halfDates(form, prefix) {
	const half = form.querySelector(HALF_DATE);
	if (!half) return null;
	return half.id === `${prefix}-start-on` ? { start_on: ["Enter a whole date, or clear it."] } : { due_date: ["Enter a whole date, with or without a time, or clear both."] };
}
const unreadRule = ({ fields: { recurrence }, saved }) => recurrence && recurrence !== saved.recurrence && !readRecurrence(recurrence) ? { recurrence: ["Write it like “every Monday”, “every 2 weeks” or “every month on the 15th”."] } : null;
function shownValue(name, value) {
	if (name === "due_date") return value && describeDueInFull(fromDue(value));
	if (name === "start_on") return value && describeDateInFull(value);
	if (name === "project") return projectName(value ? Number(value) : null);
	return [...statuses, ...priorities].find((one) => (name === "status" || name === "priority") && one.value === value)?.label ?? value;
}
// client/features/tasks/editor/markdown.js
const LIMIT_MS = 1e3;
function createMarkdownReader() {
	const store = createStore({
		text: "",
		tokens: null
	});
	let worker = null;
	let isReady = false;
	let limit;
	let wanted = "";
	function start() {
		const started = new Worker(new URL("./markdownWorker.js", import.meta.url), { type: "module" });
		started.addEventListener("message", ({ data }) => {
			if (started !== worker) return;
			if (data === "ready") {
				isReady = true;
				ask();
			} else {
				clearTimeout(limit);
				limit = void 0;
				store.set(data);
			}
		});
		started.addEventListener("error", () => {
			stop();
			wanted = "";
		});
		return started;
	}
	function ask() {
		worker?.postMessage(wanted);
		limit = setTimeout(() => {
			stop();
			store.set({
				text: wanted,
				tokens: null
			});
		}, LIMIT_MS);
	}
	function stop() {
		clearTimeout(limit);
		limit = void 0;
		worker?.terminate();
		worker = null;
		isReady = false;
	}
	return {
		store,
		tokensOf: (text) => store.state.text === text ? store.state.tokens : null,
		read(text) {
			if (text === wanted) return;
			wanted = text;
			if (limit !== void 0) stop();
			worker ??= start();
			if (isReady) ask();
		}
	};
}
// ../node_modules/lit-html/directives/guard.js
/**
* @license
* Copyright 2018 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
const e = {};
const i = e$1(class extends i$1 {
	constructor() {
		super(...arguments), this.ot = e;
	}
	render(r, t) {
		return t();
	}
	update(t, [s, e]) {
		if (Array.isArray(s)) {
			if (Array.isArray(this.ot) && this.ot.length === s.length && s.every((r, t) => r === this.ot[t])) return E;
		} else if (this.ot === s) return E;
		return this.ot = Array.isArray(s) ? Array.from(s) : s, this.render(s, e);
	}
});
// client/features/tasks/editor/markdownView.js
const MAX_DEPTH = 16;
const SAFE = [
	"http:",
	"https:",
	"mailto:"
];
let boxes;
const markdownText = (text, tokens, ticking) => b`<div class="markdown">${i([text, tokens], () => {
	boxes = ticking;
	return tokens ? all(tokens, 0) : b`<p class="markdown__plain" dir="auto">${text}</p>`;
})}</div>`;
const all = (tokens, depth) => tokens?.map((token) => depth > MAX_DEPTH ? token.raw : one(token, depth + 1));
function one(token, depth) {
	const inner = () => "tokens" in token && token.tokens ? all(token.tokens, depth) : "text" in token ? token.text : token.raw;
	switch (token.type) {
		case "space":
		case "def": return A;
		case "heading": return b`<p class="markdown__heading" dir="auto" data-level=${token.depth}>${inner()}</p>`;
		case "paragraph": return b`<p dir="auto">${inner()}</p>`;
		case "blockquote": return b`<blockquote dir="auto">${inner()}</blockquote>`;
		case "list": return list$1(token, depth);
		case "code": return b`<pre tabindex="0" dir="auto"><code>${token.text}</code></pre>`;
		case "hr": return b`<hr />`;
		case "table": return table(token, depth);
		case "strong": return b`<strong>${inner()}</strong>`;
		case "em": return b`<em>${inner()}</em>`;
		case "del": return b`<del>${inner()}</del>`;
		case "codespan": return b`<code dir="auto">${token.text}</code>`;
		case "br": return b`<br />`;
		case "link": return link(token.href, inner());
		case "image": return link(token.href, token.text || token.href);
		case "checkbox": return A;
		case "html": return token.raw;
		default: return inner();
	}
}
function list$1({ ordered, start, items }, depth) {
	const entries = items.map((item) => b`<li dir="auto" class=${item.task ? "markdown__item" : A}>${item.task ? box(item) : A}${all(item.tokens, depth)}</li>`);
	return ordered ? b`<ol start=${start || 1}>${entries}</ol>` : b`<ul>${entries}</ul>`;
}
function box(item) {
	const ticking = boxes?.canTick(item) ? boxes : void 0;
	return b`<input
      type="checkbox"
      ?disabled=${!ticking}
      aria-label=${ticking ? firstLine(item) : item.checked ? "Done" : "To do"}
      .checked=${l(item.checked ?? false)}
      @change=${(event) => ticking?.onTick(item, event.target.checked)}
    /> `;
}
const firstLine = ({ text }) => text.split("\n", 1)[0];
const table = ({ header, rows }, depth) => b`
  <div class="markdown__table" tabindex="0" role="group" aria-label="Table">
    <table>
      <thead><tr>${header.map((cell) => b`<th dir="auto">${all(cell.tokens, depth)}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => b`<tr>${row.map((cell) => b`<td dir="auto">${all(cell.tokens, depth)}</td>`)}</tr>`)}</tbody>
    </table>
  </div>
`;
const link = (href, text) => isSafe(href) ? b`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>` : b`<span>${text}</span>`;
const isSafe = (href) => URL.canParse(href) && SAFE.includes(new URL(href).protocol);
// client/features/tasks/editor/editorView.js
const markdown$1 = createMarkdownReader();
const preview = createStore({ shown: false });
editor.subscribe(() => {
	if (!editor.state.open && preview.state.shown) preview.set({ shown: false });
});
for (const store of [editor, preview]) store.subscribe(() => preview.state.shown && markdown$1.read(editor.state.fields.description));
const stores$3 = [preview, markdown$1.store];
const taskEditor = () => editor.state.open ? modal({
	label: "New task",
	className: "dialog--editor",
	onCancel: discard,
	content: form()
}) : A;
function form() {
	const { problem, saving, fields } = editor.state;
	const parts = fieldParts({
		prefix: "task",
		state: editor.state,
		write: write$2
	});
	return b`
    <form class="editor" novalidate aria-busy=${saving} @submit=${onSubmit$2} @keydown=${onKeyDown$2}>
      ${formProblem(problem)} ${fields.parent ? parentNote(Number(fields.parent), {
		onOpen: openOther,
		onLeave: () => write$2("parent", "")
	}) : A}
      ${textField({
		...parts.field("title"),
		autofocus: true,
		hint: void 0
	})}
      <div class="editor__description">
        ${preview.state.shown ? b`<div class="field"><p class="field__label">Description</p>
              <div class="editor__preview" tabindex="0" role="group" aria-label="Description preview">${markdownText(fields.description, markdown$1.tokensOf(fields.description))}</div></div>` : textArea({
		...parts.field("description"),
		rows: 7
	})}
        <button class="link-button editor__switch" type="button" aria-pressed=${preview.state.shown} @click=${onPreview}>Preview</button>
      </div>
      <div class="editor__row">${parts.status()} ${parts.priority()} ${parts.due()} ${parts.start()}</div>
      ${parts.recurrence()}
      <div class="editor__row editor__row--place">${parts.project()} ${parts.labels()}</div>
      <div class="dialog__actions">
        <span class="editor__hint">Markdown works in the description. <kbd>Ctrl</kbd> <kbd>Enter</kbd> saves.</span>
        <button class="button" type="button" @click=${discard}>Cancel</button>
        <button class="button" data-kind="primary" type="submit" aria-disabled=${saving}>Save</button>
      </div>
    </form>
  `;
}
function openOther(task) {
	discard();
	openTask(task);
}
const onPreview = () => preview.set({ shown: !preview.state.shown });
function onKeyDown$2(event) {
	if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSubmit$2(event);
}
async function onSubmit$2(event) {
	event.preventDefault();
	const errors = halfDates(event.currentTarget, "task") ?? unreadRule(editor.state);
	if (errors) {
		refuse$1(errors);
		return focusFirstInvalid(".editor");
	}
	return await save$1() ? void 0 : focusFirstInvalid(".editor");
}
// client/features/tasks/editor/boxes.js
const BOX = /^(?<before>[\s>]*(?:[-*+]|\d{1,9}[.)])\s+\[)(?<mark>[ xX])(?<after>\]\s+(?<label>\S.*?)\s*)$/u;
const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?<fence>`{3,}|~{3,})/u;
function boxLines(text) {
	const seen = new Map();
	let fence = "";
	return text.split("\n").flatMap((content, line) => {
		const marks = FENCE.exec(content)?.groups?.fence;
		if (marks && (!fence || marks.startsWith(fence))) fence = fence ? "" : marks;
		const found = fence ? void 0 : BOX.exec(content)?.groups;
		if (!found) return [];
		const nth = seen.get(found.label) ?? 0;
		seen.set(found.label, nth + 1);
		return [{
			line,
			label: found.label,
			nth,
			checked: found.mark !== " "
		}];
	});
}
function boxesOf(text, tokens) {
	const lines = boxLines(text);
	const found = new Map();
	let from = 0;
	for (const item of itemsIn(tokens)) {
		const first = item.raw.split("\n", 1)[0];
		const label = BOX.exec(first)?.groups?.label;
		const at = label === void 0 ? -1 : lines.findIndex((one, place) => place >= from && one.label === label && one.checked === item.checked);
		if (at < 0) continue;
		found.set(item, {
			label: lines[at].label,
			nth: lines[at].nth
		});
		from = at + 1;
	}
	return found;
}
function* itemsIn(tokens) {
	for (const token of tokens) {
		if (token.type === "list_item" && token.task) yield token;
		if (token.type === "list") yield* itemsIn(token.items);
		else if ("tokens" in token && token.tokens) yield* itemsIn(token.tokens);
	}
}
function tickBox(text, { label, nth }, checked) {
	const box = boxLines(text).find((one) => one.label === label && one.nth === nth);
	if (!box) return null;
	const lines = text.split("\n");
	lines[box.line] = lines[box.line].replace(BOX, `$<before>${checked ? "x" : " "}$<after>`);
	return lines.join("\n");
}
// client/features/tasks/editor/merge.js
function differences(base, mine, theirs) {
	return Object.keys(theirs).filter((name) => theirs[name] !== base[name] && theirs[name] !== mine[name]).map((name) => ({
		name,
		mine: mine[name],
		theirs: theirs[name],
		choice: mine[name] === base[name] ? "theirs" : null
	}));
}
const merged = (mine, chosen) => ({
	...mine,
	...Object.fromEntries(chosen.map(({ name, choice, mine: own, theirs }) => [name, choice === "theirs" ? theirs : own]))
});
// client/features/tasks/editor/panel.js
const closed$2 = {
	id: null,
	author: null,
	owner: null,
	task: null,
	scope: "",
	saved: blank,
	fields: blank,
	errors: {},
	problem: null,
	conflict: [],
	complete: false,
	loading: false,
	saving: false,
	missing: false
};
const MAX_ATTEMPTS = 6;
const panel = createStore(closed$2);
const draft = createDraft(PANEL);
let ticks = [];
let saving = Promise.resolve();
let sending = {};
let titleSent = "";
let anew = null;
route.subscribe(follow);
session.subscribe(follow);
onReconnect(() => {
	const { id, problem, complete } = panel.state;
	if (id === null) return;
	if (!complete) loadAgain();
	else if (problem) commit();
});
document.addEventListener("visibilitychange", () => {
	if (document.visibilityState === "visible") refresh();
});
onRefusal(refresh);
watch(({ task, removed }) => {
	if (task && task.id === panel.state.id && task.description !== void 0) show(task);
	if (removed !== void 0 && removed === panel.state.id && !panel.state.missing) {
		drop(removed);
		leaveTask();
	}
});
window.addEventListener("pagehide", () => !hasHalfDate() && keep());
follow();
function follow() {
	const { status, user, expired } = session.state;
	if (status === "signed-out" && !expired) {
		draft.drop();
		close$1();
	}
	if (panel.state.id !== null && user && panel.state.author !== user.id) close$1();
	if (status !== "signed-in" || !user) return;
	const { task: id } = route.state;
	if (id === panel.state.id) return;
	leaveOpened();
	if (id !== null) open(id, user.id);
	else if (anew) openNewWith(anew);
	anew = null;
}
function leaveOpened() {
	const left = panel.state;
	if (left.id === null) return;
	if (hasHalfDate()) panel.set({ fields: {
		...left.fields,
		due_date: left.saved.due_date,
		start_on: left.saved.start_on
	} });
	keep();
	const rest = Object.fromEntries(Object.entries(unsaved()).filter(([name, value]) => sending[name] !== value));
	if (rest.recurrence && !readRecurrence(rest.recurrence)) delete rest.recurrence;
	const keepsDraft = Object.keys(changedFields(panel.state.fields, panel.state.saved)).some((name) => !(name in rest) && !(name in sending));
	if (left.task && canSave() && Object.keys(rest).length > 0) saveBehind(left.task, left.scope ? [rest] : byScope(left.task, rest), left.scope || void 0, keepsDraft);
	close$1();
}
const hasHalfDate = () => document.querySelector(`.task-view__form ${HALF_DATE}`) !== null;
function close$1() {
	ticks = [];
	if (panel.state.id !== null) panel.set(closed$2);
}
async function saveBehind(task, parts, scope, keepsDraft) {
	try {
		let before = task;
		for (const part of parts) {
			const [changes, order] = [toTask(part), turn()];
			const { task: saved } = await begin(update(before, changes, scope));
			offerBack(before, saved, changes, order, scope);
			before = saved;
		}
		if (!keepsDraft) drop(task.id);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		titleSent = task.title;
		sayUnsaved(error);
	}
}
const isChanged = () => Object.keys(changedFields(panel.state.fields, panel.state.saved)).length > 0;
function open(id, author) {
	const known = knownOf(id);
	const fields = known ? toFields(known) : blank;
	panel.set({
		...closed$2,
		id,
		author,
		owner: known?.owner ?? null,
		task: known,
		saved: fields,
		fields,
		loading: true
	});
	const unsaved = draft.of(author)?.tasks[id];
	if (unsaved?.task) panel.set({
		task: unsaved.task,
		owner: unsaved.task.owner,
		saved: {
			...blank,
			...unsaved.saved
		},
		fields: {
			...blank,
			...unsaved.fields
		},
		conflict: unsaved.conflict
	});
	load$1();
}
async function load$1() {
	const { id } = panel.state;
	if (id === null) return;
	panel.set({
		loading: true,
		problem: null
	});
	try {
		const { task } = await read$3(id);
		if (panel.state.id !== id) return;
		panel.set({ loading: false });
		if (isChanged()) compare(task);
		else show(task);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (panel.state.id === id) panel.set({
			loading: false,
			...error.status === 404 ? { missing: true } : { problem: error.sentence }
		});
	}
}
async function loadAgain() {
	await load$1();
	if (panel.state.problem === null) await commit();
}
async function refresh() {
	const { id, complete, saving: busy } = panel.state;
	if (id === null || !complete || busy || session.state.status !== "signed-in") return;
	try {
		await read$3(id).then(({ task }) => panel.state.id === id && !isChanged() && show(task));
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (panel.state.id === id && error.status === 404) panel.set({ missing: true });
	}
}
function show(task) {
	const saved = toFields(task);
	const written = changedFields(panel.state.fields, panel.state.saved);
	panel.set({
		task,
		owner: task.owner,
		saved,
		fields: {
			...saved,
			...written
		},
		complete: true,
		missing: false
	});
	keep();
}
function compare(task) {
	const { saved: base, fields: mine } = panel.state;
	const theirs = toFields(task);
	const ticked = ticks.length > 0 ? ticks.reduce((text, { box, checked }) => text && tickBox(text, box, checked), theirs.description) : null;
	const open = panel.state.conflict.map(({ name }) => name);
	const conflict = differences(Object.fromEntries(Object.entries(base).map(([name, value]) => [name, open.includes(name) ? null : value])), ticked === null ? mine : {
		...mine,
		description: ticked
	}, theirs).filter(({ name }) => ticked === null || name !== "description");
	const fields = {
		...merged(mine, conflict),
		...ticked !== null && { description: ticked }
	};
	panel.set({
		task,
		owner: task.owner,
		saved: theirs,
		fields,
		complete: true,
		missing: false,
		conflict: conflict.filter(({ choice }) => choice === null)
	});
	keep();
}
function write(name, value) {
	const again = name === "due_date" ? [name, "recurrence"] : [name];
	const errors = Object.fromEntries(Object.entries(panel.state.errors).filter(([field]) => !again.includes(field)));
	if (name === "description") ticks = [];
	panel.set({
		fields: {
			...panel.state.fields,
			[name]: value
		},
		errors
	});
	keep();
}
function keep() {
	const { id, author, task, saved, fields, conflict } = panel.state;
	if (id === null || author === null || task === null) return;
	if (isChanged()) draft.keep({
		author,
		tasks: {
			...draft.of(author)?.tasks,
			[id]: {
				task,
				saved,
				fields,
				conflict
			}
		}
	});
	else drop(id);
}
function drop(id) {
	const { user } = session.state;
	const kept = user && draft.of(user.id);
	if (!kept?.tasks[id]) return;
	const { [id]: _, ...tasks } = kept.tasks;
	if (Object.keys(tasks).length > 0) draft.keep({
		author: kept.author,
		tasks
	});
	else draft.drop();
}
const applyTo = (scope) => panel.set({ scope });
const refuse = (errors) => panel.set({ errors: {
	...panel.state.errors,
	...errors
} });
function choose(name, side) {
	const all = panel.state.conflict.map((one) => name === null || one.name === name ? {
		...one,
		choice: side
	} : one);
	const done = all.every(({ choice }) => choice !== null);
	panel.set({
		conflict: done ? [] : all,
		fields: merged(panel.state.fields, all),
		problem: null
	});
	keep();
	if (done) commit();
}
function tick(box, checked) {
	const { fields, saved } = panel.state;
	const text = tickBox(fields.description, box, checked);
	if (text === null) return;
	const again = fields.description === saved.description || ticks.length > 0 ? [...ticks, {
		box,
		checked
	}] : [];
	write("description", text);
	ticks = again;
	commit();
}
function commit() {
	saving = saving.catch(() => {}).then(saveChanges);
	return saving;
}
function unsaved() {
	const { fields, saved, errors } = panel.state;
	return Object.fromEntries(Object.entries(changedFields(fields, saved)).filter(([name]) => !errors[name]));
}
async function saveChanges() {
	const { id } = panel.state;
	for (let attempt = 1; id !== null && panel.state.id === id && canSave() && Object.keys(unsaved()).length > 0; attempt += 1) {
		const { scope, task } = panel.state;
		panel.set({
			saving: true,
			problem: null
		});
		[sending] = scope ? [unsaved()] : byScope(task, unsaved());
		try {
			await saveOnce(task);
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			if (panel.state.id !== id) return void sayUnsaved(error);
			if (error.status === 412 && attempt < MAX_ATTEMPTS) await loadTheirs(id);
			else refused(error);
			if (panel.state.problem) return;
		} finally {
			sending = {};
			if (panel.state.id === id) panel.set({ saving: false });
		}
	}
}
function canSave() {
	const { complete, missing, conflict, fields, saved } = panel.state;
	return (complete || fields.description === saved.description) && !missing && conflict.length === 0;
}
async function saveOnce(before) {
	const [sent, sentTicks] = [sending, ticks.length];
	titleSent = before.title;
	const subtasks = sent.status === "completed" ? await subtasksToComplete([before]) : [];
	if (!subtasks) return write("status", panel.state.saved.status);
	const changes = toTask(sent);
	rememberStatus(before, changes);
	const scope = panel.state.scope || void 0;
	const order = turn();
	const update$1 = async () => ({
		task: (await update(before, changes, scope)).task,
		reopen: await completeAlong(subtasks)
	});
	const { task, reopen } = await begin(update$1());
	offerBack(before, task, changes, order, scope, reopen);
	if (panel.state.id !== task.id) return drop(task.id);
	ticks = ticks.slice(sentTicks);
	const written = Object.fromEntries(Object.entries(changedFields(panel.state.fields, panel.state.saved)).filter(([name, value]) => value !== sent[name]));
	const saved = toFields(task);
	panel.set({
		task,
		saved,
		fields: {
			...saved,
			...written
		}
	});
	keep();
}
function sayUnsaved(error) {
	if (session.state.status === "signed-in") notifyProblem(`“${titleSent}” has changes that were not saved. ${reasonOf(error)} Open it again to see them.`);
}
const offerBack = (before, saved, changes, order, scope, andThen = async () => true) => offerUndo(describe([saved], changes), async () => await changeBack(saved, inverse(before, changes), scope) && await andThen(), order);
async function loadTheirs(id) {
	try {
		const { task } = await read$3(id);
		if (panel.state.id === id) compare(task);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		refused(error);
	}
}
function refused(error) {
	if (error.status === 404) panel.set({ missing: true });
	else if (error.status === 401) panel.set({ problem: "Your session ended before this was saved." });
	else {
		const { errors: { due_on: day, ...placed }, problem } = error.placed;
		const errors = {
			...placed,
			...day && { due_date: day }
		};
		const isPlaced = Object.keys(sending).some((name) => errors[name]);
		panel.set({
			errors: {
				...panel.state.errors,
				...errors
			},
			problem: isPlaced ? problem : problem ?? error.sentence
		});
	}
}
function addAnew() {
	const { id, fields } = panel.state;
	if (id !== null) drop(id);
	panel.set({ fields: panel.state.saved });
	anew = fields;
	leaveTask();
}
async function actOnOpened(act) {
	const { id, task } = panel.state;
	await commit();
	const current = panel.state.id === id ? panel.state.task : task;
	if (current) await act(current);
}
const duplicateOpened = () => actOnOpened(duplicate);
const skipOpened = () => actOnOpened(skip);
const removeOpened = () => actOnOpened((task) => remove([task]));
// client/features/tasks/editor/history.js
const closed$1 = {
	id: null,
	entries: null,
	page: 0,
	more: false,
	loading: false,
	problem: null
};
const history = createStore(closed$1);
let running$1 = new AbortController();
panel.subscribe(() => {
	const { id } = history.state;
	if (id !== null && panel.state.id !== id) closeHistory();
});
watch(({ task }) => {
	if (task && task.id === history.state.id) openHistory(task.id);
});
function openHistory(id) {
	running$1.abort();
	history.set({
		...closed$1,
		id
	});
	readMore();
}
function closeHistory() {
	running$1.abort();
	history.reset();
}
async function readMore() {
	const { id, entries, page } = history.state;
	if (id === null) return;
	running$1 = new AbortController();
	const { signal } = running$1;
	history.set({
		loading: true,
		problem: null
	});
	try {
		const { results, next } = await history$1(id, page + 1, signal);
		const read = new Set(entries?.map((entry) => entry.id));
		if (!signal.aborted) history.set({
			entries: [...entries ?? [], ...results.filter((entry) => !read.has(entry.id))],
			page: page + 1,
			more: next !== null,
			loading: false
		});
	} catch (error) {
		if (signal.aborted) return;
		if (!(error instanceof ApiError)) throw error;
		history.set({
			loading: false,
			problem: error.sentence
		});
	}
}
// client/features/tasks/subtasks/subtasks.js
const PAGE_SIZE = 100;
const closed = {
	id: null,
	items: null,
	count: 0,
	problem: null
};
const subtasks = createStore(closed);
let running = new AbortController();
let moves = 0;
let isMissed = false;
edits.subscribe(() => subtasks.state.items && subtasks.set({ items: subtasks.state.items }));
onRefusal(load);
onReconnect(() => void load());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void load());
watch(({ task, removed }) => {
	const { id, items } = subtasks.state;
	if (id === null) return;
	const known = items?.some((one) => one.id === (task?.id ?? removed));
	if (items && task && known) subtasks.set({ items: items.map((one) => one.id === task.id ? task : one) });
	if (items && removed) subtasks.set({ items: items.filter((one) => one.id !== removed) });
	if (known || task?.parent === id) load();
});
function openSubtasks(id) {
	if (subtasks.state.id === id) return;
	subtasks.set({
		...closed,
		id
	});
	load();
}
function closeSubtasks() {
	running.abort();
	subtasks.reset();
}
const shownSubtasks = () => withEdits(subtasks.state.items ?? []);
async function load() {
	const { id } = subtasks.state;
	isMissed = moves > 0;
	if (id === null || isMissed) return;
	running.abort();
	running = new AbortController();
	const { signal } = running;
	try {
		const { results, count } = await readAll(() => list$2({
			...anywhere,
			parent: id,
			ordering: "position",
			page_size: PAGE_SIZE
		}, signal));
		if (!signal.aborted) subtasks.set({
			items: [...results],
			count,
			problem: null
		});
	} catch (error) {
		if (signal.aborted) return;
		if (!(error instanceof ApiError)) throw error;
		subtasks.set({ problem: error.sentence });
	}
}
async function moveSubtask(task, step) {
	const items = subtasks.state.items ?? [];
	const at = items.findIndex(({ id }) => id === task.id);
	const beside = items[at + step];
	if (at < 0 || !beside) return;
	const [there, back] = [besideOf(beside.id, step > 0), besideOf(beside.id, step < 0)];
	running.abort();
	subtasks.set({ items: items.toSpliced(at, 1).toSpliced(at + step, 0, items[at]) });
	moves += 1;
	const order = turn();
	const done = await begin(placeByHand(task, there).finally(() => moves -= 1));
	if (!done || isMissed) load();
	if (done) offerUndo(`Moved “${task.title}” ${step > 0 ? "down" : "up"}.`, () => placeByHand(task, back), order);
}
// client/features/tasks/subtasks/subtasksView.js
const stores$2 = [subtasks, ...stores$5];
function subtasksSection(task, { onOpen, adds = true } = {}) {
	if (subtasks.state.id !== task.id) queueMicrotask(() => openSubtasks(task.id));
	const { items, count, problem } = subtasks.state;
	const shown = subtasks.state.id === task.id && items ? shownSubtasks() : [];
	const counts = {
		total: shown.length,
		completed: shown.filter(({ status }) => status === "completed").length
	};
	return b`
    <section class="subtasks" aria-labelledby="subtasks-title-${task.id}" aria-busy=${!items && !problem}>
      <h2 class="subtasks__title" id="subtasks-title-${task.id}">Subtasks ${progress({ subtasks: counts })}</h2>
      ${shown.length > 0 ? b`<ul class="subtasks__list" aria-describedby="subtasks-help-${task.id}">
            ${c(shown, ({ id }) => id, (one) => row(one, onOpen))}
          </ul>` : A}
      ${items && count > items.length ? b`<p class="subtasks__note">And ${count - items.length} more.</p>` : A}
      <div role="alert">${problem ? b`<p class="subtasks__note">The subtasks could not be loaded. ${problem} <button class="link-button" type="button" @click=${load}>Try again</button></p>` : A}</div>
      <p class="visually-hidden" id="subtasks-help-${task.id}">Alt with the arrow keys moves a subtask.</p>
      ${adds ? quickAddLine(`subtasks-${task.id}`, {
		label: "Add a subtask",
		placeholder: "Add a subtask",
		of: task
	}) : A}
    </section>
  `;
}
const row = (task, onOpen) => b`
  <li class="subtask" data-subtask-row=${task.id} data-status=${task.status} @keydown=${(event) => onKeyDown$1(event, task)}>
    ${taskCheck(task, () => void setDone([task], task.status !== "completed"))}
    ${onOpen ? b`<button class="subtask__name" type="button" dir="auto" title="Open" @click=${() => onOpen(task)}>${task.title}</button>` : b`<span class="subtask__name" dir="auto">${task.title}</span>`}
    ${isDated(task) ? b`<span class="due" ?data-overdue=${isOverdue(task)}>${dueTime(task, "Due: ")}</span>` : A}
    <button class="icon-button" type="button" aria-label="Delete ${task.title}" title="Delete" @click=${(event) => void onRemove(event, task)}>${icon("trash")}</button>
  </li>
`;
async function onKeyDown$1(event, task) {
	if (!event.altKey || event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
	event.preventDefault();
	const field = event.target;
	moveSubtask(task, event.key === "ArrowDown" ? 1 : -1);
	await drawn();
	field.focus();
}
async function onRemove(event, task) {
	const section = event.currentTarget.closest(".subtasks");
	remove([task]);
	await drawn();
	(section?.querySelector(".quick-add__input"))?.focus();
}
// client/features/tasks/editor/conflictView.js
const conflictView = (conflict, { labelOf, show, onChoose }) => b`
  <section class="versions" aria-label="Two versions" ?hidden=${conflict.length === 0}>
    <div role="alert">${conflict.length > 0 ? b`<p class="versions__text">${icon("warning")}This task has been changed elsewhere meanwhile. Nothing is lost: choose what to keep. It is saved then.</p>` : A}</div>
    ${conflict.map(({ name, mine, theirs, choice }) => b`
        <fieldset class="versions__field">
          <legend>${labelOf(name)}</legend>
          ${side("Mine", show(name, mine), choice === "mine", () => onChoose(name, "mine"), name)}
          ${side("Theirs", show(name, theirs), choice === "theirs", () => onChoose(name, "theirs"), name)}
        </fieldset>
      `)}
    <p class="versions__all">
      <button class="link-button" type="button" @click=${() => onChoose(null, "mine")}>Keep all mine</button>
      <button class="link-button" type="button" @click=${() => onChoose(null, "theirs")}>Take all theirs</button>
    </p>
  </section>
`;
const side = (label, text, chosen, onChoose, name) => b`
  <label class="versions__side">
    <input type="radio" name="version-${name}" .checked=${l(chosen)} @change=${onChoose} />
    <span><b>${label}</b> <span class="versions__value" dir="auto">${text || "Empty"}</span></span>
  </label>
`;
// client/features/tasks/editor/changeText.js
const names = {
	title: "Title",
	description: "Description",
	status: "Status",
	priority: "Priority",
	due_date: "Due",
	due_on: "Due",
	start_on: "Start",
	recurrence: "Repeat",
	completed_at: null,
	position: null
};
const values = {
	title: (title) => `“${title}”`,
	status: (status) => labelOf(statuses, status),
	priority: (priority) => labelOf(priorities, priority),
	due_date: (instant) => describe$1(instant),
	due_on: (day) => describeDate(day),
	start_on: (day) => describeDate(day),
	recurrence: (recurrence) => describeRecurrence({
		recurrence,
		recurrence_from: "schedule"
	}),
	recurrence_from: (from) => from === "completion" ? "completion" : "schedule"
};
function changeLines(changes, projectName) {
	const { due_date: instant, due_on: day, deleted_at: deletion, project, parent, ...others } = changes;
	const lines = Object.entries(others).flatMap(([name, change]) => lineOf(name, change));
	if (instant && day) lines.push(line("Due", shown("due_date", instant.from) ?? shown("due_on", day.from), shown("due_date", instant.to) ?? shown("due_on", day.to)));
	else if (instant) lines.push(...lineOf("due_date", instant));
	else if (day) lines.push(...lineOf("due_on", day));
	if (project) {
		const [from, to] = [project.from, project.to].map((id) => projectName(id));
		lines.push(from === to ? `Moved to ${to}` : line("Project", from, to));
	}
	if (parent) lines.push(parent.to === null ? "Made a task by itself" : parent.from === null ? "Made a subtask" : "Made a subtask of another task");
	if (deletion) lines.push(deletion.to === null ? "Restored from the trash" : "Moved to the trash");
	return lines;
}
function lineOf(name, { from, to }) {
	const label = names[name] === void 0 ? humanize(name) : names[name];
	if (label === null) return [];
	if (name === "description") return [from === null ? "Description added" : to === null ? "Description removed" : "Description changed"];
	return [line(label, shown(name, from), shown(name, to))];
}
const line = (label, from, to) => `${label}: ${from ?? "none"} → ${to ?? "none"}`;
function shown(name, value) {
	if (value === null || value === void 0 || Array.isArray(value) && value.length === 0) return null;
	if (Array.isArray(value)) return value.join(", ");
	return typeof value === "string" && Object.hasOwn(values, name) ? values[name](value) : String(value);
}
const humanize = (name) => (name[0].toUpperCase() + name.slice(1)).replaceAll("_", " ");
// client/features/tasks/editor/historyView.js
const historySection = (id) => b`
  <details class="history" .open=${l(history.state.id === id)} @toggle=${(event) => onToggle(event, id)}>
    <summary class="history__summary">History</summary>
    ${history.state.id === id ? content$1() : A}
  </details>
`;
function onToggle(event, id) {
	if (!event.currentTarget.open) closeHistory();
	else if (history.state.id !== id) openHistory(id);
}
function content$1() {
	const { entries, more, loading, problem } = history.state;
	return b`
    <div class="history__content" aria-busy=${loading}>
      ${entries ? list(entries) : A}
      <div role="status">${loading && !entries ? b`<p class="history__note">Loading…</p>` : entries?.length === 0 ? b`<p class="history__note">Nothing has been changed so far.</p>` : A}</div>
      <div role="alert">${problem ? b`<p class="history__note">The history could not be loaded. ${problem} <button class="link-button" type="button" @click=${readMore}>Try again</button></p>` : A}</div>
      ${more && !problem ? b`<button class="button" type="button" aria-disabled=${loading} @click=${() => loading || readMore()}>Show older changes</button>` : A}
    </div>
  `;
}
const list = (entries) => b`
  <ol class="history__list">
    ${entries.map((entry) => b`
        <li class="history__entry">
          <p class="history__who">${who(entry)}, <time datetime=${entry.at} title=${describeInFull(entry.at)}>${describe$1(entry.at)}</time></p>
          ${changeLines(entry.changes, projectName).map((line) => b`<p class="history__change" dir="auto">${line}</p>`)}
        </li>
      `)}
  </ol>
`;
function who({ actor, actor_username: username }) {
	if (actor === null) return "Somebody whose account is gone";
	return actor === session.state.user?.id ? "You" : b`<bdi>${username}</bdi>`;
}
// client/features/tasks/editor/panelView.js
var panelView_exports = __exportAll({
	keys: () => keys,
	panelContent: () => panelContent$1,
	stores: () => stores$1,
	title: () => title
});
const scopes = [
	{
		value: "",
		label: "The date: this one; the rest: later ones too"
	},
	{
		value: "this",
		label: "This one only"
	},
	{
		value: "following",
		label: "This and all later ones"
	}
];
const TYPING_MS = 900;
const markdown = createMarkdownReader();
const writing = createStore({ id: null });
let read = {
	id: null,
	text: "",
	tokens: null
};
const stores$1 = [
	panel,
	writing,
	markdown.store,
	edits
];
panel.subscribe(() => {
	const { id, fields } = panel.state;
	if (id !== null) markdown.read(fields.description);
	if (id === null && subtasks.state.id !== null) closeSubtasks();
	if (writing.state.id !== null && writing.state.id !== id) writing.set({ id: null });
});
markdown.read(panel.state.fields.description);
const title = () => panel.state.fields.title || "Task";
const keys = [
	{
		key: "Escape",
		label: "Leave the field, then close the task"
	},
	{
		key: "Ctrl+Enter",
		label: "Finish writing the description"
	},
	{
		key: "Alt+↑",
		label: "Move the subtask up"
	},
	{
		key: "Alt+↓",
		label: "Move the subtask down"
	}
];
const panelContent$1 = () => b`
  <div class="task-view" ${n(focusOpened)} @keydown=${onKeyDown}>
    ${head()} ${panel.state.missing ? gone() : panel.state.task ? content() : panel.state.problem ? failed() : loading()}
  </div>
`;
let focused = null;
function focusOpened(element) {
	const { id } = panel.state;
	if (element && id !== null && focused !== id) drawn().then(() => find(".task-view__head [data-first]")?.focus({ preventScroll: true }));
	focused = element ? id : null;
}
function head() {
	const { task, fields, author, owner, missing } = panel.state;
	const id = fields.project ? Number(fields.project) : null;
	const own = owner === null || owner === author;
	return b`
    <div class="task-view__head">
      ${task && own && !missing ? b`<a class="task-view__place" href=${projectAddress(id)}>${id === null ? icon("inbox") : dot(projectOf(id)?.color)}<bdi>${projectName(id)}</bdi></a>` : b`<span class="task-view__place">${task && !own ? b`Task of <bdi>${task.owner_username}</bdi>` : A}</span>`}
      <span class="task-view__state" role="status">${panel.state.saving ? "Saving…" : A}</span>
      ${task && !missing ? b`
            <button class="icon-button" type="button" aria-label="Duplicate" title="Duplicate" @click=${duplicateOpened}>${icon("copy")}</button>
            <button class="icon-button" type="button" aria-label="Move to the trash" title="Move to the trash" @click=${removeOpened}>${icon("trash")}</button>
          ` : A}
      <button class="icon-button" type="button" data-first aria-label="Close the task" title="Close (Esc)" @click=${leaveTask}>${icon("close")}</button>
    </div>
  `;
}
function content() {
	const { id, author, owner, task, problem, complete, loading: busy, saving, conflict, saved, fields } = panel.state;
	const parts = fieldParts({
		prefix: "panel",
		state: panel.state,
		write
	});
	const status = fields.status === saved.status && task ? (withEdits([task])[0] ?? task).status : fields.status;
	const done = status === "completed";
	return b`
    <form class="task-view__form" novalidate aria-busy=${busy || saving} @submit=${(event) => event.preventDefault()} @change=${onChange} @focusout=${onFocusOut}>
      ${problem ? b`${formProblem(problem)}<button class="button task-view__retry" type="button" @click=${() => complete ? commit() : loadAgain()}>Try again</button>` : A}
      ${conflictView(conflict, {
		labelOf: (name) => labels[name],
		show: shownValue,
		onChoose: choose
	})}
      ${fields.parent ? parentNote(Number(fields.parent), {
		onOpen: openTask,
		onLeave: () => (write("parent", ""), void commit())
	}) : A}
      <div class="task-view__title">
        ${taskCheck({
		title: "this task",
		status
	}, () => task && void setDone([task], !done))}
        ${titleField()}
      </div>
      ${description()}
      <div class="task-view__fields">${parts.project()} ${parts.status()} ${parts.priority()} ${parts.due()} ${parts.start()} ${parts.recurrence()} ${repeats()} ${parts.labels()}</div>
    </form>
    ${id === null || !complete || fields.parent || saved.parent ? A : subtasksSection({
		id,
		title: saved.title
	}, {
		onOpen: openTask,
		adds: owner === author
	})}
    ${id === null ? A : historySection(id)}
    ${task ? b`<p class="task-view__note">Added <time datetime=${task.created_at} title=${describeInFull(task.created_at)}>${describe$1(task.created_at)}</time></p>` : A}
  `;
}
function repeats() {
	const { task, scope } = panel.state;
	if (!task?.recurrence || task.next !== null) return A;
	return b`
    ${selectField({
		id: "panel-scope",
		label: "Changes apply to",
		value: scope,
		choices: scopes,
		onInput: (value) => applyTo(value)
	})}
    ${isOpen(task.status) ? b`<button class="button task-view__skip" type="button" title="Cancel this one and go on with the next" @click=${skipOpened}>Skip this one</button>` : A}
  `;
}
function titleField() {
	const { fields, errors } = panel.state;
	const excess = excessOf(fields.title.trim(), 200);
	const sentences = excess > 0 ? [`A title has at most 200 characters. Take ${excess} away.`] : errors.title ?? [];
	return b`
    <div class="field">
      <textarea
        class="task-view__name"
        id="panel-title"
        rows="1"
        dir="auto"
        aria-label="Title"
        autocomplete="off"
        aria-invalid=${sentences.length > 0 ? "true" : A}
        aria-describedby=${sentences.length > 0 ? "panel-title-errors" : A}
        .value=${l(fields.title)}
        @input=${(event) => write("title", event.target.value.replace(/[\r\n]+/gu, " "))}
      ></textarea>
      ${sentences.length > 0 ? b`<ul class="field__errors" id="panel-title-errors">${sentences.map((one) => b`<li>${one}</li>`)}</ul>` : A}
    </div>
  `;
}
function description() {
	const { id, fields, complete, errors } = panel.state;
	if (!complete) return b`<div class="task-view__description task-view__description--waiting" aria-hidden="true"></div>`;
	if (writing.state.id === id) return descriptionField(errors.description);
	if (!fields.description) return b`<button class="task-view__empty" type="button" @click=${writeDescription}>Add a description</button>${errors.description ? descriptionField(errors.description) : A}`;
	if (markdown.store.state.text === fields.description) read = {
		id,
		text: fields.description,
		tokens: markdown.tokensOf(fields.description)
	};
	const shown = read.id === id ? read : {
		text: fields.description,
		tokens: null
	};
	const boxes = shown.tokens ? boxesOf(shown.text, shown.tokens) : new Map();
	return b`
    <section class="task-view__description" aria-label="Description">
      ${markdownText(shown.text, shown.tokens, {
		canTick: (item) => boxes.has(item),
		onTick: (item, checked) => tick(boxes.get(item), checked)
	})}
      <button class="link-button task-view__edit" type="button" @click=${writeDescription}>Edit<span class="visually-hidden"> the description</span></button>
    </section>
  `;
}
const descriptionField = (sentences = []) => b`
  <div class="field">
    <textarea
      class="field__control task-view__text"
      id="panel-description"
      rows="8"
      dir="auto"
      aria-label="Description"
      aria-describedby=${sentences.length > 0 ? "panel-description-errors" : "panel-description-hint"}
      aria-invalid=${sentences.length > 0 ? "true" : A}
      .value=${l(panel.state.fields.description)}
      @input=${(event) => write("description", event.target.value)}
    ></textarea>
    ${sentences.length > 0 ? b`<ul class="field__errors" id="panel-description-errors">${sentences.map((one) => b`<li>${one}</li>`)}</ul>` : b`<p class="field__hint" id="panel-description-hint">Markdown works here. <code>- [ ]</code> makes a box to tick.</p>`}
  </div>
`;
async function writeDescription() {
	writing.set({ id: panel.state.id });
	await drawn();
	find("#panel-description")?.focus();
}
async function stopWriting() {
	if (writing.state.id === null) return;
	commit();
	if (panel.state.errors.description) return;
	writing.set({ id: null });
	await drawn();
	if (document.activeElement === document.body) find(".task-view__edit", ".task-view__empty")?.focus();
}
let timer;
function onChange({ target, currentTarget }) {
	if (!(target instanceof HTMLElement) || target.matches("[type=\"checkbox\"], [type=\"radio\"]")) return;
	clearTimeout(timer);
	const form = currentTarget;
	if (target.matches("[type=\"date\"], [type=\"time\"]")) timer = setTimeout(() => form.isConnected && !halfDates(form, "panel") && void commit(), TYPING_MS);
	else save(form);
}
function onFocusOut({ target, relatedTarget, currentTarget }) {
	if (!(target instanceof HTMLElement) || !target.isConnected) return;
	if (relatedTarget instanceof HTMLElement && /^panel-due-date/u.test(target.id) && /^panel-due-date/u.test(relatedTarget.id)) return;
	if (target.matches("[type=\"date\"], [type=\"time\"]")) save(currentTarget);
	const isAway = document.activeElement === target;
	if (target.id === "panel-description") isAway ? commit() : stopWriting();
}
function save(form) {
	const errors = {
		...halfDates(form, "panel"),
		...unreadRule(panel.state)
	};
	if (Object.keys(errors).length > 0) refuse(errors);
	commit();
}
function onKeyDown(event) {
	const { target, key } = event;
	if (event.isComposing || event.defaultPrevented || !(target instanceof HTMLElement)) return;
	const isWriting = target.matches("textarea, input:not([type=\"checkbox\"], [type=\"radio\"])");
	const ends = target.id === "panel-description" ? key === "Enter" && (event.ctrlKey || event.metaKey) : key === "Enter" && isWriting;
	if (key !== "Escape" && !ends) return;
	event.preventDefault();
	event.stopPropagation();
	if (!isWriting) return leaveTask();
	target.blur();
	if (target.id !== "panel-description") find(".task-view__head [data-first]")?.focus();
}
const loading = () => b`
  <p class="visually-hidden" role="status">Loading the task…</p>
  <div class="task-view__waiting" aria-hidden="true"><span></span><span></span><span></span></div>
`;
const failed = () => b`
  <div role="alert">${message({
	symbol: "warning",
	title: "The task could not be loaded",
	text: panel.state.problem ?? "",
	action: {
		label: "Try again",
		onClick: load$1
	}
})}</div>
`;
function gone() {
	const { task, fields, saved } = panel.state;
	const written = task && Object.entries(fields).some(([name, value]) => value !== saved[name]);
	return b`
    <div role="alert">
      ${message({
		symbol: "search",
		title: "No such task",
		text: written ? "It has been deleted elsewhere. What you wrote is still here." : "It has been deleted, or the address is wrong.",
		action: written ? {
			label: "Add it as a new task",
			onClick: addAnew
		} : {
			label: "Close",
			onClick: leaveTask
		}
	})}
    </div>
  `;
}
// client/features/tasks/projects/nameDialogView.js
const colors = [
	"gray",
	"red",
	"orange",
	"amber",
	"green",
	"teal",
	"cyan",
	"blue",
	"indigo",
	"violet",
	"pink",
	"brown"
];
function nameDialogView() {
	const { open, before, name, errors, problem, saving } = nameDialog.state;
	if (!open) return A;
	const label = before === null ? "New project" : "id" in before ? "Edit project" : "Edit label";
	return modal({
		label,
		className: "dialog--small",
		onCancel: closeNameDialog,
		content: b`
      <form class="name-form" novalidate aria-busy=${saving} @submit=${onSubmit$1}>
        ${formProblem(problem)} ${textField({
			id: "place-name",
			label: "Name",
			value: name,
			errors: errors.name,
			autofocus: true,
			onInput: writeName
		})}
        <fieldset class="colors">
          <legend class="field__label">Colour</legend>
          ${colors.map(swatch)}
        </fieldset>
        <div class="dialog__actions">
          <button class="button" type="button" @click=${closeNameDialog}>Cancel</button>
          <button class="button" data-kind="primary" type="submit" aria-disabled=${saving}>${before === null ? "Add" : "Save"}</button>
        </div>
      </form>
    `
	});
}
const swatch = (color) => b`
  <label class="colors__item" data-color=${color} title=${nameOf(color)}>
    <input class="visually-hidden" type="radio" name="color" .checked=${l(nameDialog.state.color === color)} @change=${() => chooseColor(color)} />
    <span class="colors__swatch"></span><span class="visually-hidden">${nameOf(color)}</span>
  </label>
`;
const nameOf = (color) => color[0].toUpperCase() + color.slice(1);
async function onSubmit$1(event) {
	event.preventDefault();
	await saveName();
	if (nameDialog.state.open) await focusFirstInvalid(".name-form");
}
// client/features/tasks/projects/sheet.js
const sheet = () => sidebarState.state.sheet && !wide.matches ? modal({
	label: "Lists",
	className: "dialog--sheet",
	onCancel: closeSheet,
	content: sidebarContent()
}) : A;
// client/features/tasks/views/viewDialogView.js
function viewDialogView() {
	const { dialog } = views.state;
	if (!dialog) return A;
	const { before, name, errors, problem, saving } = dialog;
	return modal({
		label: before ? "Rename the view" : "Save view",
		className: "dialog--small",
		onCancel: closeViewDialog,
		content: b`
      <form class="name-form view-form" novalidate aria-busy=${saving} @submit=${onSubmit}>
        ${formProblem(problem)}
        ${textField({
			id: "view-name",
			label: "Name",
			value: name,
			errors: errors.name,
			autofocus: true,
			hint: before ? void 0 : "Keeps the filters, the order and the grouping that are shown. It stands beside your projects.",
			onInput: (value) => views.state.dialog && views.set({ dialog: {
				...views.state.dialog,
				key: uuid(),
				name: value,
				errors: {}
			} })
		})}
        <div class="dialog__actions">
          <button class="button" type="button" @click=${closeViewDialog}>Cancel</button>
          <button class="button" data-kind="primary" type="submit" aria-disabled=${saving}>Save</button>
        </div>
      </form>
    `
	});
}
async function onSubmit(event) {
	event.preventDefault();
	await saveView();
	if (views.state.dialog) await focusFirstInvalid(".view-form");
}
// client/app/shell/commands.js
const places = [
	{
		href: "/today",
		title: "Today",
		symbol: "today",
		words: "overdue due"
	},
	{
		href: "/upcoming",
		title: "Upcoming",
		symbol: "clock",
		words: "next days week"
	},
	{
		href: "/calendar",
		title: "Calendar",
		symbol: "today",
		words: "month week"
	},
	{
		href: listAddress({ project: INBOX }),
		title: "Inbox",
		symbol: "inbox"
	},
	{
		href: LIST$1,
		title: "List",
		symbol: "list",
		words: "all tasks"
	},
	{
		href: "/board",
		title: "Board",
		symbol: "board",
		words: "columns kanban"
	},
	{
		href: "/dashboard",
		title: "Dashboard",
		symbol: "chart",
		words: "stats"
	},
	{
		href: "/trash",
		title: "Trash",
		symbol: "trash",
		words: "deleted restore"
	},
	{
		href: "/profile",
		title: "Profile",
		symbol: "person",
		words: "account settings password export import time zone sessions"
	}
];
const commands = () => [
	{
		name: "new",
		title: "New task",
		words: "add create",
		symbol: "plus",
		run: openNew
	},
	...places.filter(({ href }) => isAddress(href.split("?")[0])).map((place) => goTo(place)),
	...session.state.user?.role === "admin" ? [goTo({
		href: "/admin/users",
		title: "Administration",
		symbol: "shield",
		words: "admin users audit"
	})] : [],
	{
		name: "project",
		title: "New project…",
		words: "add create",
		symbol: "folder",
		run: () => openNameDialog(null)
	},
	...canSave$1() ? [{
		name: "view",
		title: "Save view…",
		words: "filters keep",
		symbol: "bookmark",
		run: () => openViewDialog(null)
	}] : [],
	{
		name: "undo",
		title: "Undo",
		words: "take back",
		symbol: "previous",
		key: "Ctrl Z",
		run: undoLast
	},
	...themes(),
	{
		name: "help",
		title: "Keyboard shortcuts",
		words: "help keys",
		symbol: "keyboard",
		key: "?",
		run: () => help.set({ open: true })
	},
	{
		name: "sign-out",
		title: "Log out",
		words: "sign out leave",
		symbol: "leave",
		run: signOut
	}
];
const goTo = ({ href, title, symbol, words }) => ({
	name: `go ${title}`,
	title: `Go to ${title}`,
	words,
	symbol,
	run: () => navigate(href)
});
const themes = () => [
	["light", "Switch to the light theme"],
	["dark", "Switch to the dark theme"],
	["system", "Use the theme of the system"]
].flatMap(([value, title]) => value === theme.state.chosen ? [] : [{
	name: `theme ${value}`,
	title,
	words: "colours mode",
	symbol: "contrast",
	run: () => chooseTheme(value)
}]);
// client/app/shell/confirmDialog.js
function confirmDialog() {
	const { question } = confirmation.state;
	if (!question) return A;
	return modal({
		label: question.title,
		className: question.other ? "dialog--small dialog--choice" : "dialog--small",
		onCancel: () => respond("cancel"),
		content: b`
      <p class="dialog__text">${sentence(question.text)}</p>
      <div class="dialog__actions">
        <button class="button" type="button" autofocus @click=${() => respond("cancel")}>Cancel</button>
        ${question.other ? b`<button class="button" type="button" @click=${() => respond("other")}>${question.other}</button>` : A}
        <button class="button" data-kind=${question.danger ? "danger" : "primary"} type="button" @click=${() => respond("action")}>
          ${question.action}
        </button>
      </div>
    `
	});
}
// client/app/shell/helpDialog.js
const close = () => help.set({ open: false });
function helpDialog(groups) {
	if (!help.state.open) return A;
	return modal({
		label: "Keyboard shortcuts",
		className: "dialog--small",
		onCancel: close,
		content: b`
      ${groups.map(({ title, shortcuts }) => group(title, shortcuts.filter(({ hidden }) => !hidden)))}
      <div class="dialog__actions"><button class="button" type="button" autofocus @click=${close}>Close</button></div>
    `
	});
}
const group = (title, shortcuts) => shortcuts.length === 0 ? A : b`
        <h3 class="keys__title">${title}</h3>
        <dl class="keys">
          ${shortcuts.map((shortcut) => b`<div class="keys__item"><dt>${shortcut.label}</dt><dd><kbd>${keyName(shortcut)}</kbd></dd></div>`)}
        </dl>
      `;
// client/app/shell/dialogs.js
const stores = [
	...stores$3,
	...stores$1,
	history,
	scheduling,
	parents,
	...stores$2,
	...stores$4
];
const menu = scheduleMenu;
const { panelContent, title: panelTitle, keys: panelKeys } = panelView_exports;
const dialogs = (shortcuts) => b`${sheet()} ${paletteView(commands)} ${nameDialogView()} ${viewDialogView()} ${taskEditor()} ${confirmDialog()} ${helpDialog(shortcuts)}`;
export { dialogs, menu, panelContent, panelKeys, panelTitle, stores };
