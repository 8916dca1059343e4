import { __exportAll } from "./rolldown-runtime.js";
import { ApiError, beforeLogOut, browserStorage, createStore, session, uuid } from "./session.js";
import { A, LAST_DAY, PLACES, addDays, archivedIn, ask, b, begin, besideNow, besideOf, c, canSave, change as change$1, changeEach, clock, create, createDraft, createMany, createPagedList, createProject, dayOf, describeDate, describeDay, describeDue, describeDueInFull, describeWithZone, dot, drawn, dueOnDay, duplicate, edits, find, focusHeading, forgetAll, fromDue, goToTask, icon, isDated, isOverdue, isSamePlace, joinDue, l, labelMark, labelNames, labelOf as labelOf$1, labelOf$1 as labelOf, list as list$1, loadTemporal, makeDraggable, mark, moveAllToTrash, moveToProject as moveToProject$1, n, navigate, notifyProblem, offerUndo, onNewDay, onReconnect, onRefusal, openNewWith, openPopover, openViewDialog, pageOf, personsZone, placeBeside, placeByHand, placeOf, popupMenu, presets, priorities, projectAt, projectChoices, projectOf, projects, putBeside, readAll, readFull, readProjects, reasonOf, remove, route, setDone, singleProject, statuses, taskMarks, toDue, today, turn, w, watch, weekdayOf, withEdits } from "./app.js";
// client/features/tasks/pill.js
const statusMark = (status) => b`<span class="status-mark" data-status=${status}></span>`;
const pill = (kind, value, content) => b`<span class="pill" data-kind=${kind} data-value=${value}>${kind === "status" ? statusMark(value) : A}${content}</span>`;
// client/features/tasks/openTask.js
let opened = null;
function openTask(task) {
	opened = task;
	goToTask(task.id);
}
const knownOf = (id) => opened?.id === id ? opened : null;
// client/features/tasks/check.js
const taskCheck = ({ title, status }, onToggle) => b`
  <input
    class="task__check"
    type="checkbox"
    aria-label="Complete ${title}"
    title=${status === "completed" ? "Reopen" : "Complete"}
    .checked=${l(status === "completed")}
    @change=${onToggle}
  />
`;
// client/features/tasks/dueTime.js
function dueTime(task, label = "") {
	if (!isDated(task)) return A;
	const text = describeDue(task);
	const word = isOverdue(task) && !text.endsWith("overdue") ? "Overdue: " : label;
	return b`${word ? b`<span class="visually-hidden">${word}</span>` : A}<time datetime=${task.due_date ?? task.due_on ?? ""} title=${describeDueInFull(task)}>${text}</time>`;
}
// client/features/tasks/textLength.js
const excessOf = (text, most) => Math.max(0, [...text.normalize("NFC")].length - most);
// client/features/tasks/quickAdd/plainParts.js
function moved(parts, before, after) {
	if (parts.length === 0) return [];
	let start = 0;
	while (start < before.length && before[start] === after[start]) start += 1;
	let behind = 0;
	while (behind < Math.min(before.length, after.length) - start && before.at(-1 - behind) === after.at(-1 - behind)) behind += 1;
	const end = before.length - behind;
	const by = after.length - before.length;
	return parts.flatMap((part) => {
		if (part.end <= start) return [part];
		return part.start >= end ? [{
			start: part.start + by,
			end: part.end + by
		}] : [];
	});
}
const empty = {
	text: "",
	plain: [],
	problem: null,
	parent: null
};
const quickAdd = createStore({
	lines: {},
	entries: [],
	parser: null,
	projects: null
});
const draft = createDraft("primetask-quick-add");
let author = null;
function followSession() {
	const { status, user, expired } = session.state;
	if (status === "signed-out" && !expired) forget$1();
	if (status !== "signed-in" || !user) return;
	if (author !== user.id) takeUp(user.id);
	retryLater();
}
function takeUp(id) {
	author = id;
	forgetAdded();
	const kept = draft.of(id);
	quickAdd.set({
		lines: kept?.lines ?? {},
		entries: kept?.entries ?? [],
		projects: null
	});
	if (kept) prepare();
}
function forget$1() {
	author = null;
	forgetAdded();
	draft.drop();
	quickAdd.set({
		lines: {},
		entries: [],
		projects: null
	});
}
session.subscribe(followSession);
onReconnect(retryAfterPause);
beforeLogOut(() => sending.catch(() => {}));
function change(changes) {
	quickAdd.set(changes);
	const { lines, entries } = quickAdd.state;
	if (author !== null) draft.keep({
		author,
		lines,
		entries: [...entries]
	});
}
const lineOf = (name) => quickAdd.state.lines[name] ?? empty;
const changeLine = (name, changes) => change({ lines: {
	...quickAdd.state.lines,
	[name]: {
		...lineOf(name),
		...changes
	}
} });
const lastAdded = {};
const fresh = new Set();
function forgetAdded() {
	fresh.clear();
	for (const name of Object.keys(lastAdded)) delete lastAdded[name];
}
function nestLine(name) {
	const { text, parent } = lineOf(name);
	const last = lastAdded[name];
	if (parent || !last || !text.trim() && !fresh.has(name)) return false;
	changeLine(name, { parent: last });
	return true;
}
function unnestLine(name) {
	if (!lineOf(name).parent) return false;
	changeLine(name, { parent: null });
	return true;
}
function leaveLine(name) {
	fresh.delete(name);
	if (lineOf(name).text.trim()) return;
	delete lastAdded[name];
	unnestLine(name);
}
function followParent(key, now) {
	const followed = (parent) => parent?.key === key ? now && {
		...parent,
		...now
	} : parent;
	for (const name of Object.keys(lastAdded)) {
		const last = followed(lastAdded[name]);
		if (last) lastAdded[name] = last;
		else delete lastAdded[name];
	}
	const { lines, entries } = quickAdd.state;
	change({
		lines: Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, {
			...line,
			parent: followed(line.parent)
		}])),
		entries: entries.map((entry) => ({
			...entry,
			parent: followed(entry.parent)
		}))
	});
}
let parserLoading = null;
function loadParser() {
	parserLoading ??= import("./parser.js").then(({ createParser }) => createParser(navigator.language)).then((parser) => {
		quickAdd.set({ parser });
		return parser;
	}).catch((error) => {
		parserLoading = null;
		throw error;
	});
	return parserLoading;
}
let projectsLoading = null;
function loadProjects() {
	const whose = author;
	projectsLoading ??= readProjects(new AbortController().signal).then((projects) => {
		if (author === whose) quickAdd.set({ projects: projects.toSorted((one, other) => Number(one.archived) - Number(other.archived)) });
	}).finally(() => projectsLoading = null);
	return projectsLoading;
}
function prepare() {
	loadParser().catch(() => {});
	loadProjects().catch((error) => {
		if (!(error instanceof ApiError)) throw error;
	});
}
function parse(parser, text, { line, plain, at }) {
	const day = line === "today" ? null : dayOfLine(line);
	const later = day !== null && day > today(new Date(at)) ? day : null;
	return parser(text, {
		now: at,
		zone: personsZone(),
		day: later,
		plain,
		labels: true,
		projects: quickAdd.state.projects ?? void 0
	});
}
function understood(name) {
	const { parser } = quickAdd.state;
	const { text, plain } = lineOf(name);
	return parser && text.trim() ? parse(parser, text, {
		line: name,
		plain,
		at: Date.now()
	}) : null;
}
function write(name, text) {
	const line = lineOf(name);
	changeLine(name, {
		text,
		plain: moved(line.plain, line.text, text),
		problem: null
	});
}
const takeBack = (name, { start, end }) => changeLine(name, { plain: [...lineOf(name).plain, {
	start,
	end
}] });
function takeBackLast(name) {
	const last = understood(name)?.spans.at(-1);
	if (last) takeBack(name, last);
	return last !== void 0;
}
function add(name, of) {
	const { text, plain, parent } = lineOf(name);
	if (!text.trim()) return;
	const read = understood(name);
	const problem = problemOf(read);
	if (problem) {
		changeLine(name, { problem });
		return;
	}
	const key = uuid();
	if (!of && !parent) lastAdded[name] = {
		key,
		id: null,
		title: read?.title || text.trim()
	};
	enter$1([{
		key,
		line: name,
		texts: [text],
		plain,
		at: Date.now(),
		belonging: belonging(name),
		parent: parentOf(name, of),
		problem: null
	}], name);
}
const parentOf = (name, of) => of ? {
	key: null,
	id: of.id,
	title: of.title
} : lineOf(name).parent ?? null;
function addMany(name, texts, of) {
	const entries = [];
	for (let start = 0; start < texts.length; start += 200) entries.push({
		key: uuid(),
		line: name,
		texts: texts.slice(start, start + 200),
		plain: [],
		at: Date.now(),
		belonging: belonging(name),
		parent: parentOf(name, of),
		problem: null
	});
	delete lastAdded[name];
	enter$1(entries, name);
}
function enter$1(added, name) {
	change({
		entries: [...quickAdd.state.entries, ...added],
		lines: {
			...quickAdd.state.lines,
			[name]: {
				...empty,
				parent: lineOf(name).parent
			}
		}
	});
	fresh.add(name);
	send();
}
function problemOf(parsed) {
	if (!parsed) return null;
	if (!parsed.title) return "Write what is to be done, too.";
	const excess = excessOf(parsed.title, 200);
	return excess > 0 ? `A title has at most 200 characters. Take ${excess} away.` : null;
}
async function openInEditor(name, of) {
	const { text, plain } = lineOf(name);
	const parent = parentOf(name, of);
	const parser = await loadParser().catch(() => null);
	if (lineOf(name).text === text) changeLine(name, empty);
	open$2({
		line: name,
		plain,
		parent
	}, text, parser);
}
function editEntry(entry) {
	drop(entry);
	open$2(entry, entry.texts[0], quickAdd.state.parser, entry.at);
}
function open$2({ line, plain, parent }, text, parser, now = Date.now()) {
	const read = parser && parse(parser, text, {
		line,
		plain,
		at: now
	});
	const unknown = read?.spans.filter((span) => span.kind === "project" && span.id === null) ?? [];
	const parsed = parser && unknown.length > 0 ? parse(parser, text, {
		line,
		plain: [...plain, ...unknown],
		at: now
	}) : read;
	const { due_date = null, due_on = null, priority = "medium", project, labels } = parsed?.fields ?? {};
	const recurrence = parsed?.spans.find((span) => span.kind === "recurrence")?.words ?? "";
	const fields = {
		title: parsed ? parsed.title : text.trim(),
		due_date: toDue({
			due_date,
			due_on
		}) || (dayOfLine(line) ?? ""),
		recurrence,
		priority,
		...statusOf(line),
		...parent?.id && { parent: String(parent.id) }
	};
	openNewWith({
		...fields,
		...project?.id && { project: String(project.id) },
		...labels && { labels: [...belonging(line).labels, ...labels].join(", ") }
	});
}
function drop(entry) {
	change({ entries: quickAdd.state.entries.filter(({ key }) => key !== entry.key) });
	followParent(entry.key, null);
}
function discardEntry(entry) {
	drop(entry);
	offerUndo("Discarded what was not added.", () => change({ entries: [...quickAdd.state.entries, entry] }));
}
const retryAll = () => retry(() => true);
const FIRST_PAUSE_MS = 1e3;
const LONGEST_PAUSE_MS = 6e4;
let pause = 0;
function retryAfterPause() {
	setTimeout(retryLater, pause);
	pause = Math.min(LONGEST_PAUSE_MS, pause * 2 || FIRST_PAUSE_MS);
}
const retryLater = () => retry(({ later }) => later === true);
function retry(chosen) {
	if (quickAdd.state.entries.length === 0) return;
	change({ entries: quickAdd.state.entries.map((entry) => chosen(entry) ? {
		...entry,
		problem: null,
		later: false
	} : entry) });
	send();
}
let sending = Promise.resolve();
let busy = false;
function send() {
	if (busy) return;
	busy = true;
	sending = begin(sendAll().finally(() => busy = false));
}
async function sendAll() {
	for (;;) {
		const entry = quickAdd.state.entries.find(({ problem }) => problem === null);
		if (!entry || session.state.status !== "signed-in") return;
		const order = turn();
		const outcome = await save(entry);
		if (!quickAdd.state.entries.some(({ key }) => key === entry.key)) continue;
		settle(entry, outcome, order);
	}
}
async function save(entry) {
	if (entry.parent?.id === null) return refusal(entry, `“${entry.parent.title}” is not added yet, and this is a subtask of it.`, false);
	const parser = await loadParser().catch(() => null);
	if (!parser) return refusal(entry, "A part of PrimeTask did not arrive. Check your connection.", true);
	try {
		await findProjects(parser, entry);
		const tasks = entry.texts.map((text) => taskOf(entry, text, parse(parser, text, entry)));
		const results = tasks.length > 1 ? await createMany(tasks, entry.key) : [(await create(tasks[0], entry.key)).task];
		return {
			saved: results.flatMap((result) => result instanceof ApiError ? [] : [result]),
			refused: results.flatMap((result, place) => result instanceof ApiError ? [{
				text: entry.texts[place],
				problem: result.sentence
			}] : []),
			stop: false
		};
	} catch (error) {
		if (error instanceof ApiError) return refusal(entry, reasonOf(error), error.unreachable || error.status === 401);
		change({ entries: quickAdd.state.entries.map((one) => one.key === entry.key ? {
			...one,
			problem: "Something went wrong."
		} : one) });
		throw error;
	}
}
async function findProjects(parser, entry) {
	if (!entry.texts.some((text) => text.includes("#"))) return;
	const unknown = () => entry.texts.map((text) => parse(parser, text, entry).fields.project).find((project) => project?.id === null)?.name;
	if (!quickAdd.state.projects || unknown()) await loadProjects();
	for (let name = unknown(); name; name = unknown()) quickAdd.set({ projects: [...quickAdd.state.projects ?? [], await createProject({ name })] });
}
const refusal = ({ texts }, problem, stop) => ({
	saved: [],
	refused: texts.map((text) => ({
		text,
		problem
	})),
	stop
});
function taskOf({ line, belonging: place, parent }, text, { title, fields: { due_date, due_on, recurrence, recurrence_from, priority, project, labels } }) {
	const there = line.startsWith("subtasks-") ? null : place;
	const common = {
		...parent ? { parent: parent.id } : there?.project && { project: there.project },
		...there?.labels.length && { labels: there.labels },
		...statusOf(line)
	};
	const onDay = there?.day && { due_on: there.day };
	if (!title) return {
		...common,
		...onDay,
		title: text.trim()
	};
	return {
		...common,
		title,
		...due_date && { due_date },
		...due_on && { due_on },
		...!due_date && !due_on && onDay,
		...recurrence && {
			recurrence,
			recurrence_from
		},
		...priority && { priority },
		...project?.id && { project: project.id },
		...labels && { labels: [...there?.labels ?? [], ...labels] }
	};
}
const statusOf = (line) => statuses.some(({ value }) => value === line) ? { status: line } : {};
function dayOfLine(line) {
	if (line === "today") return today();
	return line.startsWith("on-") ? line.slice(3) : null;
}
function belonging(line) {
	const { project, labels } = presets();
	return {
		project: project ? Number(project) : null,
		labels: labelNames(labels),
		day: dayOfLine(line)
	};
}
function settle(entry, { saved, refused, stop }, order) {
	if (saved.length === 1) followParent(entry.key, {
		key: null,
		id: saved[0].id
	});
	const { entries } = quickAdd.state;
	if (saved.length > 0) {
		pause = 0;
		offerUndo(saved.length === 1 ? `Added “${saved[0].title}”.` : `Added ${saved.length} tasks.`, () => moveAllToTrash(saved), order);
	}
	if (stop) {
		change({ entries: entries.map((one) => one.problem === null ? {
			...one,
			problem: refused[0].problem,
			later: true
		} : one) });
		return;
	}
	const left = refused.map(({ text, problem }) => ({
		...entry,
		key: uuid(),
		texts: [text],
		problem
	}));
	change({ entries: entries.flatMap((one) => one.key === entry.key ? left : [one]) });
	if (left.length === 1) followParent(entry.key, { key: left[0].key });
	if (left.length > 0 && !document.querySelector(`[data-quick-add="${entry.line}"]`)) notifyProblem(`${left.length === 1 ? `“${left[0].texts[0]}” was not added.` : `${left.length} tasks were not added.`} ${left[0].problem} It waits in the line where you wrote it.`);
}
followSession();
// client/features/tasks/quickAdd/suggestions.js
const MOST$1 = 6;
const WRITTEN = /(?<!\S)(?<sign>[#@])(?:"(?<quoted>[^"]*)|(?<plain>[\p{L}\p{N}_-]*))$/u;
const PLAIN = /^[\p{L}\p{N}_-]+$/u;
const folded = (text) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
function suggestionsAt(text, caret, { projects, labels }) {
	const match = WRITTEN.exec(text.slice(0, caret));
	if (!match?.groups || /^\S/u.test(text.slice(caret))) return null;
	const sign = match.groups.sign;
	const written = match.groups.quoted ?? match.groups.plain;
	const typed = folded(written);
	const all = (sign === "#" ? projects : labels).filter((name) => !name.includes("\"")).map((name) => ({
		name,
		key: folded(name)
	}));
	if (all.some(({ name }) => name.localeCompare(written, void 0, { sensitivity: "accent" }) === 0)) return null;
	const first = all.filter(({ key }) => key.startsWith(typed));
	const inside = all.filter(({ key }) => !key.startsWith(typed) && key.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed)));
	const names = [...first, ...inside].slice(0, MOST$1).map(({ name }) => name);
	return names.length > 0 ? {
		sign,
		start: match.index,
		end: caret,
		names
	} : null;
}
function accepted(text, { sign, start, end }, name) {
	const rest = text.slice(end);
	const written = `${sign}${PLAIN.test(name) ? name : `"${name}"`}`;
	return {
		text: `${text.slice(0, start)}${written}${rest.startsWith(" ") ? "" : " "}${rest}`,
		caret: start + written.length + 1
	};
}
// client/features/tasks/quickAdd/quickAddLine.js
var quickAddLine_exports = __exportAll({
	lineKeys: () => lineKeys,
	quickAddLine: () => quickAddLine,
	stores: () => stores
});
const writing = createStore({
	line: null,
	caret: 0,
	active: -1,
	closed: false
});
const stores = [quickAdd, writing];
const lineKeys = [
	{
		key: "Enter",
		label: "Add the task"
	},
	{
		key: "Shift+Enter",
		label: "Go on in the editor"
	},
	{
		key: "Tab",
		label: "Take the suggested project or label; else make it a subtask of the task added last"
	},
	{
		key: "Shift+Tab",
		label: "Make it a task by itself"
	},
	{
		key: "Escape",
		label: "Take back what was understood last; then leave the line"
	}
];
function quickAddLine(name, { label, placeholder, of }) {
	const { text, problem, parent } = lineOf(name);
	const spans = understood(name)?.spans ?? [];
	const entries = quickAdd.state.entries.filter((entry) => entry.line === name && (!of || entry.parent?.id === of.id));
	const unsaved = entries.filter((entry) => entry.problem !== null);
	const suggestions = suggestionsIn(name);
	const { active } = writing.state;
	return b`
    <div class="quick-add">
      <div class="quick-add__line" @click=${focusInput}>
        ${icon("plus")}
        <input
          class="quick-add__input"
          type="text"
          dir="auto"
          autocomplete="off"
          enterkeyhint="done"
          data-quick-add=${name}
          aria-label=${label}
          aria-invalid=${problem ? "true" : A}
          aria-describedby=${problem ? `quick-add-${name}-problem` : A}
          aria-autocomplete="list"
          aria-controls=${suggestions ? "quick-add-suggestions" : A}
          aria-activedescendant=${suggestions && active >= 0 ? `quick-add-suggestion-${active}` : A}
          placeholder=${placeholder}
          .value=${l(text)}
          @focus=${prepare}
          @input=${(event) => onInput(event, name)}
          @keyup=${(event) => followCaret(event, name)}
          @click=${(event) => followCaret(event, name)}
          @keydown=${(event) => onKeyDown(event, name, of)}
          @blur=${(event) => onBlur(event, name)}
          @paste=${(event) => onPaste(event, name, of)}
        />
        ${spans.length > 0 || parent ? b`<span class="quick-add__chips">${parent ? parentChip(name, parent) : A}${spans.map((span) => chip(name, span))}</span>` : A}
        ${entries.some((entry) => entry.problem === null) ? b`<span class="quick-add__waiting">Adding…</span>` : A}
      </div>
      ${suggestions ? suggestionList(name, suggestions) : A}
      <p class="visually-hidden" role="status">${suggestions ? `${suggestions.names.length} suggestions, arrow keys choose. ` : A}${parent ? `Subtask of ${parent.title}. Shift and Tab take it back. ` : A}${spans.length > 0 ? `Understood: ${spans.map(describe).join("; ")}` : A}</p>
      ${problem || unsaved.length > 0 ? b`<div role="alert">
            ${problem ? b`<p class="quick-add__problem" id="quick-add-${name}-problem">${problem}</p>` : A} ${unsaved.length > 0 ? unsavedEntries(unsaved) : A}
          </div>` : A}
    </div>
  `;
}
function suggestionsIn(name) {
	const { line, caret, closed } = writing.state;
	if (line !== name || closed) return null;
	const { projects: all, labels } = projects.state;
	return suggestionsAt(lineOf(name).text, caret, {
		projects: (all ?? []).filter(({ archived }) => !archived).map((one) => one.name),
		labels: labels.map((one) => one.name)
	});
}
const suggestionList = (name, { sign, names }) => b`
  <ul class="menu quick-add__suggestions" id="quick-add-suggestions" role="listbox" aria-label=${sign === "#" ? "Projects" : "Labels"} popover="manual" ${n(openList)}>
    ${names.map((one, place) => b`<li class="menu__item" id="quick-add-suggestion-${place}" role="option" aria-selected=${place === writing.state.active} @pointerdown=${keepFocus} @click=${() => take(name, place)}>
        ${icon(sign === "#" ? "folder" : "tag")}<span class="menu__name" dir="auto">${one}</span>
      </li>`)}
  </ul>
`;
const keepFocus = (event) => event.preventDefault();
const openList = (element) => openPopover(element, (list) => {
	const field = list.parentElement?.querySelector(".quick-add__input");
	if (!field) return;
	const { left, right, top, bottom } = field.getBoundingClientRect();
	const { width, height } = list.getBoundingClientRect();
	const isRight = getComputedStyle(field).direction === "rtl";
	const x = Math.max(8, Math.min(isRight ? right - width : left, innerWidth - width - 8));
	list.style.inset = bottom + height > innerHeight - 8 ? `auto auto ${innerHeight - top}px ${x}px` : `${bottom}px auto auto ${x}px`;
});
function take(name, place) {
	const suggestions = suggestionsIn(name);
	const field = document.querySelector(`[data-quick-add="${name}"]`);
	if (!suggestions?.names[place] || !(field instanceof HTMLInputElement)) return;
	const { text, caret } = accepted(lineOf(name).text, suggestions, suggestions.names[place]);
	field.value = text;
	field.setSelectionRange(caret, caret);
	write(name, text);
	writing.set({
		caret,
		active: -1
	});
}
function onInput(event, name) {
	const { value, selectionStart } = event.target;
	write(name, value);
	writing.set({
		line: name,
		caret: selectionStart ?? value.length,
		active: -1,
		closed: false
	});
}
function followCaret(event, name) {
	const caret = event.target.selectionStart ?? 0;
	if (writing.state.line === name && writing.state.caret !== caret) writing.set({
		caret,
		active: -1,
		closed: false
	});
}
function onBlur(event, name) {
	if (document.activeElement === event.target) return;
	writing.reset();
	leaveLine(name);
}
function onSuggestionKey({ key, shiftKey }, name) {
	const suggestions = suggestionsIn(name);
	if (!suggestions) return false;
	const { active } = writing.state;
	const { length } = suggestions.names;
	if (key === "ArrowDown") writing.set({ active: (active + 1) % length });
	else if (key === "ArrowUp") writing.set({ active: active <= 0 ? length - 1 : active - 1 });
	else if (key === "Tab" && !shiftKey) take(name, Math.max(active, 0));
	else if (key === "Enter" && !shiftKey && active >= 0) take(name, active);
	else if (key === "Escape") writing.set({ closed: true });
	else return false;
	return true;
}
const chip = (name, span) => b`
  <button
    class="chip"
    type="button"
    data-kind=${span.kind}
    title="Take back: these are words of the title"
    @click=${(event) => {
	takeBack(name, span);
	focusInput(event);
}}
  >
    ${icon(symbols[span.kind])}<span><span class="visually-hidden">Take back: </span>${describe(span)}</span>${icon("close")}
  </button>
`;
const parentChip = (name, parent) => b`
  <button
    class="chip"
    type="button"
    data-kind="parent"
    title="Make it a task by itself"
    @click=${(event) => {
	unnestLine(name);
	focusInput(event);
}}
  >
    ${icon("subtask")}<span><span class="visually-hidden">Take back: </span>Subtask of <bdi>${parent.title}</bdi></span>${icon("close")}
  </button>
`;
const symbols = {
	due: "clock",
	recurrence: "repeat",
	priority: "flag",
	project: "folder",
	label: "tag"
};
function describe(span) {
	if (span.kind === "due") return span.due.due_date === null ? describeDate(span.due.due_on) : describeWithZone(span.due.due_date);
	if (span.kind === "recurrence") return `${upperFirst(span.words)}${span.first?.due_on ? `, from ${describeDate(span.first.due_on)}` : ""}`;
	if (span.kind === "priority") return labelOf(priorities, span.priority);
	return span.kind === "project" && span.id === null ? `Create project ${span.name}` : span.name;
}
const upperFirst = (text) => text[0].toUpperCase() + text.slice(1);
function unsavedEntries(entries) {
	const count = entries.reduce((sum, { texts }) => sum + texts.length, 0);
	const problems = [...new Set(entries.map(({ problem }) => problem))];
	return b`
    <div class="quick-add__unsaved">
      <p>
        <span class="quick-add__sign">${icon("warning")}</span>
        <span class="quick-add__reason">${count === 1 ? "This task was not added." : `These ${count} tasks were not added.`} ${problems.join(" ")}</span>
        <button class="link-button" type="button" @click=${retryAll}>Try again</button>
      </p>
      <ul>
        ${entries.map(unsavedEntry)}
      </ul>
    </div>
  `;
}
const unsavedEntry = (entry) => b`
  <li>
    <bdi>${entry.texts.join(" · ")}</bdi>
    ${entry.texts.length === 1 ? b`<button class="icon-button" type="button" aria-label="Edit ${entry.texts[0]}" title="Edit" @click=${() => editEntry(entry)}>${icon("edit")}</button>` : A}
    <button class="icon-button" type="button" aria-label="Discard ${entry.texts[0]}" title="Discard" @click=${() => discardEntry(entry)}>${icon("close")}</button>
  </li>
`;
function focusInput(event) {
	(event.currentTarget.closest(".quick-add__line")?.querySelector(".quick-add__input"))?.focus();
}
function onKeyDown(event, name, of) {
	if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
	if (onSuggestionKey(event, name)) event.preventDefault();
	else if (event.key === "Enter") {
		event.preventDefault();
		if (event.shiftKey) openInEditor(name, of);
		else add(name, of);
	} else if (event.key === "Tab" && !of) {
		if (event.shiftKey ? unnestLine(name) : nestLine(name)) event.preventDefault();
	} else if (event.key === "Escape") {
		event.preventDefault();
		if (!takeBackLast(name) && !unnestLine(name)) event.target.blur();
	}
}
function onPaste(event, name, of) {
	const field = event.target;
	const pasted = event.clipboardData?.getData("text/plain") ?? "";
	const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
	const lines = (field.value.slice(0, from) + pasted + field.value.slice(to)).split(/\r\n|\r|\n/).map((line) => line.trim()).filter(Boolean);
	if (lines.length < 2) return;
	event.preventDefault();
	askForMany(name, lines, field, of);
}
async function askForMany(name, lines, field, of) {
	const question = {
		title: `Add ${lines.length} tasks?`,
		text: `Each line becomes a task, from “${lines[0]}” on.`,
		action: `Add ${lines.length} tasks`
	};
	if (await ask(question)) addMany(name, lines, of);
	await drawn();
	field.focus();
}
// client/features/tasks/subtasks/progress.js
function progress({ subtasks: { total, completed } }) {
	if (total === 0) return A;
	return b`
    <span class="progress" title="${completed} of ${total} ${total === 1 ? "subtask" : "subtasks"} completed" ?data-done=${completed === total}>
      ${ring(completed / total)}<span class="visually-hidden">Subtasks completed: </span>${completed}/${total}
    </span>
  `;
}
const ring = (part) => b`
  <svg class="progress__ring" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <circle cx="8" cy="8" r="5.5" />${part > 0 ? w`<circle class="progress__part" cx="8" cy="8" r="5.5" pathLength="100" stroke-dasharray="${Math.round(part * 100)} 100" />` : A}
  </svg>
`;
// client/features/tasks/reschedule.js
const reschedule = (tasks, day) => rescheduleEach(tasks.map((task) => ({
	task,
	day
})));
async function rescheduleEach(moves) {
	const Temporal = await loadTemporal();
	const days = new Set(moves.map(({ day }) => day));
	const [day] = days;
	await changeEach(moves.filter(({ task, day: to }) => dayOf(task) !== to).map(({ task, day: to }) => ({
		task,
		changes: dueOnDay(task, to, Temporal)
	})), (what) => day === null ? `Removed the due date of ${what}.` : `Moved ${what} to ${days.size === 1 ? dayName(day) : "other days"}.`);
}
const dayName = (day) => describeDate(day).replace(/^(?:Today|Tomorrow|Yesterday)$/u, (word) => word.toLowerCase());
// client/features/tasks/scheduleMenu.js
const scheduling = createStore({ menu: null });
const openSchedule = (menu) => scheduling.set({ menu });
const rescheduleButton = (tasks) => b`<button class="link-button reschedule" type="button" data-reschedule @click=${() => openSchedule({
	tasks,
	anchor: "[data-reschedule]",
	back: "[data-reschedule]"
})}>Reschedule<span class="visually-hidden"> what is overdue</span></button>`;
function scheduleMenu() {
	const { menu } = scheduling.state;
	if (!menu) return A;
	if (menu.picks) return dayPicker(menu);
	return popupMenu({
		label: menu.tasks.length === 1 ? `Schedule ${menu.tasks[0].title}` : `Schedule ${menu.tasks.length} tasks`,
		anchor: menu.anchor,
		items: items(menu),
		onClose: ({ back }) => {
			if (scheduling.state.menu !== menu) return;
			scheduling.set({ menu: null });
			if (back) focusBack(menu);
		}
	});
}
const dayPicker = (menu) => b`
  <form
    class="menu day-picker"
    popover
    aria-label="Another day"
    ${n(openPicker(menu))}
    @submit=${(event) => onPicked(event, menu)}
    @toggle=${(event) => event.newState === "closed" && scheduling.state.menu === menu && scheduling.set({ menu: null })}
    @keydown=${(event) => event.key === "Escape" && void choose(menu, void 0)}
  >
    <input class="cell-input" type="date" name="day" required max=${LAST_DAY} aria-label="Day" />
    <button class="button" data-kind="primary" type="submit">Move</button>
  </form>
`;
const openPicker = ({ anchor }) => (form) => openPopover(form, (popover) => {
	placeBeside(popover, anchor);
	popover.querySelector("input")?.focus();
});
function onPicked(event, menu) {
	event.preventDefault();
	const day = event.currentTarget.elements.namedItem("day").value;
	choose(menu, () => reschedule(menu.tasks, day));
}
function items(menu) {
	const day = today();
	const monday = addDays(day, 8 - weekdayOf(day));
	const days = [
		{
			label: "Today",
			day
		},
		{
			label: "Tomorrow",
			day: addDays(day, 1)
		},
		{
			label: "In two days",
			day: addDays(day, 2)
		},
		{
			label: "Next Monday",
			day: monday
		},
		{
			label: "In a week",
			day: addDays(day, 7)
		}
	];
	return [
		...days.filter(({ day: to }, place) => days.findIndex((one) => one.day === to) === place).map(({ label, day: to }) => ({
			label: b`<span class="menu__name">${label}</span><span class="menu__note">${describeDay(to)}</span>`,
			onClick: () => choose(menu, () => reschedule(menu.tasks, to))
		})),
		{
			label: "No date",
			onClick: () => choose(menu, () => reschedule(menu.tasks, null))
		},
		{
			label: "Another day…",
			onClick: () => menu.onPick ? choose(menu, menu.onPick) : scheduling.set({ menu: {
				...menu,
				picks: true
			} })
		}
	];
}
async function choose(menu, act) {
	scheduling.set({ menu: null });
	await focusBack(menu);
	await act?.();
	if (document.activeElement === document.body) await focusBack(menu);
}
async function focusBack({ back }) {
	await drawn();
	const place = find(back);
	if (place) place.focus({ preventScroll: true });
	else await focusHeading();
}
// client/features/tasks/projects/placeTitle.js
function isUnknown({ project }) {
	const id = singleProject(project);
	return id !== null && projects.state.projects !== null && !projectOf(id);
}
function placeName({ project, label }, everything) {
	const names = labelNames(label).map((name) => `@${labelOf$1(name)?.name ?? name}`);
	const name = nameOf(project);
	return [...name === "" ? [] : [name], ...names].join(" ") || everything;
}
function nameOf(project) {
	if (project === "none") return "Inbox";
	const id = singleProject(project);
	if (id !== null) return projectOf(id)?.name ?? (projects.state.projects ? "No such project" : "Project");
	return project === "" ? "" : "Several projects";
}
function placeTitle({ project, label }, everything) {
	const id = singleProject(project);
	const found = id === null ? void 0 : projectOf(id);
	const name = nameOf(project);
	const labels = labelNames(label);
	if (name === "" && labels.length === 0) return b`<h1 class="page__title" tabindex="-1">${everything}</h1>`;
	return b`
    <h1 class="page__title page__title--place" tabindex="-1" title=${placeName({
		project,
		label
	}, everything)}>
      ${name === "" ? A : b`<span class="place-title">${found ? dot(found.color) : A}<bdi class="place-title__name">${name}</bdi></span>`}
      ${labels.map((one) => b`<span class="place-title">${labelMark(labelOf$1(one)?.color)}<bdi class="place-title__name">${labelOf$1(one)?.name ?? one}</bdi></span>`)}
    </h1>
  `;
}
function placeNote({ project }) {
	const id = singleProject(project);
	return id !== null && projectOf(id)?.archived ? b`<span class="place-title__note">Archived</span>` : A;
}
// client/features/tasks/views/saveButton.js
const saveButton = () => canSave() ? b`<button class="button filters__save" type="button" @click=${() => openViewDialog(null)}>${icon("bookmark")}Save view</button>` : A;
// client/features/tasks/list/listFocus.js
async function focusCellInput() {
	await drawn();
	const field = find(".cell-input");
	field?.focus();
	if (field instanceof HTMLInputElement && field.type === "text") field.select();
}
async function openProjectChoice() {
	await drawn();
	const field = find(".bulk [data-move]");
	if (!(field instanceof HTMLSelectElement)) return;
	field.focus();
	if ("showPicker" in field) field.showPicker();
}
async function focusActiveRow() {
	await drawn();
	find("[data-task][data-active]")?.focus();
}
async function focusIfLost() {
	await drawn();
	if (document.activeElement === document.body) await focusActiveRow();
}
async function keepFocusOnRow(saving) {
	await focusActiveRow();
	await saving;
	await focusIfLost();
}
async function focusRowNear(position) {
	await drawn();
	if (document.activeElement !== document.body) return;
	const rows = document.querySelectorAll("[data-task]");
	const row = rows[Math.min(position, rows.length - 1)];
	if (row instanceof HTMLElement) row.focus();
	else find("h1[tabindex]")?.focus();
}
// client/features/tasks/list/groups.js
const groupings = [
	{
		value: "",
		label: "No groups"
	},
	{
		value: "due",
		label: "Due date"
	},
	{
		value: "priority",
		label: "Priority"
	},
	{
		value: "project",
		label: "Project"
	},
	{
		value: "label",
		label: "Label"
	},
	{
		value: "status",
		label: "Status"
	}
];
const dues$1 = [
	{
		value: "late",
		label: "Overdue"
	},
	{
		value: "today",
		label: "Today"
	},
	{
		value: "tomorrow",
		label: "Tomorrow"
	},
	{
		value: "week",
		label: "Within 7 days"
	},
	{
		value: "later",
		label: "Later"
	},
	{
		value: "none",
		label: "Without a due date"
	}
];
function dueGroup(task, now) {
	const day = dayOf(task);
	if (day === null) return "none";
	const first = today(now);
	if (isOverdue({
		...task,
		status: "pending"
	}, now)) return "late";
	if (day === first) return "today";
	if (day === addDays(first, 1)) return "tomorrow";
	return day < addDays(first, 7) ? "week" : "later";
}
const sorted = ({ labels }) => [...labels].sort((one, other) => one.toLowerCase().localeCompare(other.toLowerCase()));
const labelsKey = (task) => sorted(task).join(",").toLowerCase();
const labelsTitle = (task) => sorted(task).map((name) => `@${name}`).join(" ");
const kinds = {
	due: (_, { now }) => ({
		choices: dues$1,
		keyOf: (task) => dueGroup(task, now)
	}),
	priority: () => ({
		choices: priorities,
		keyOf: ({ priority }) => priority
	}),
	status: () => ({
		choices: statuses,
		keyOf: ({ status }) => status
	}),
	project: (tasks, { projects }) => ({
		choices: [
			{
				value: "",
				label: "Inbox"
			},
			...projects.map(({ id, name }) => ({
				value: String(id),
				label: name
			})),
			...unknown(tasks, projects).map((id) => ({
				value: String(id),
				label: "Another project"
			}))
		],
		keyOf: ({ project }) => String(project ?? "")
	}),
	label: (tasks) => ({
		choices: [...new Map([...tasks].reverse().filter(({ labels }) => labels.length > 0).map((task) => [labelsKey(task), labelsTitle(task)]))].map(([value, label]) => ({
			value,
			label
		})).sort((one, other) => one.value.localeCompare(other.value)).concat({
			value: "",
			label: "Without a label"
		}),
		keyOf: labelsKey
	})
};
const unknown = (tasks, projects) => [...new Set(tasks.flatMap(({ project }) => project !== null && !projects.some(({ id }) => id === project) ? [project] : []))];
const groupingOf = (value) => value !== null && Object.hasOwn(kinds, value) ? value : "";
function groupsOf(tasks, group, known) {
	const { choices, keyOf } = kinds[group](tasks, known);
	return choices.map(({ value, label }) => ({
		key: value,
		title: label,
		tasks: tasks.filter((task) => keyOf(task) === value)
	})).filter((one) => one.tasks.length > 0);
}
// client/features/tasks/list/listFilters.js
const dues = [
	{
		value: "overdue",
		label: "Overdue"
	},
	{
		value: "today",
		label: "Due today"
	},
	{
		value: "tomorrow",
		label: "Due tomorrow"
	},
	{
		value: "week",
		label: "Due within 7 days"
	},
	{
		value: "upcoming",
		label: "Due later than today"
	},
	{
		value: "none",
		label: "Without a due date"
	}
];
const isByHand = () => filters.state.ordering === "position" && !filters.state.group;
const everything = {
	status: "",
	priority: "",
	due: "",
	search: "",
	due_before: "",
	due_after: "",
	start: "",
	parent: "",
	archived: "",
	time_zone: ""
};
const ANY = "all";
const filters = createStore(read(route.state.query));
route.subscribe(followAddress);
function followAddress() {
	filters.set(read(route.state.query));
}
function read(query) {
	return {
		status: statusIn(query.get("status")),
		priority: query.get("priority") ?? "",
		due: query.get("overdue") === "true" ? "overdue" : query.get("due") ?? "",
		...placeOf(query),
		search: query.get("search") ?? "",
		due_before: query.get("due_before") ?? "",
		due_after: query.get("due_after") ?? "",
		start: query.get("start") ?? "",
		parent: query.get("parent") ?? "",
		archived: query.get("archived") ?? "",
		time_zone: query.get("time_zone") ?? "",
		ordering: query.get("ordering") ?? "",
		group: groupingOf(query.get("group")),
		cursor: query.get("cursor") ?? "",
		page: pageOf(query)
	};
}
function statusIn(status) {
	if (status === null || status === "") return "open";
	return status === ANY ? "" : status;
}
function toAddress({ due, page, project, label, status, ...rest }) {
	const query = new URLSearchParams(Object.entries({
		project,
		label,
		status: status === "" ? ANY : status === "open" ? "" : status,
		...rest
	}).filter(([, value]) => value.trim() !== ""));
	if (due === "overdue") query.set("overdue", "true");
	else if (due) query.set("due", due);
	if (page > 1) query.set("page", String(page));
	const text = query.toString();
	return route.state.path + (text && `?${text}`);
}
function changeFilters(changes, { replace = false } = {}) {
	navigate(toAddress({
		...filters.state,
		page: 1,
		cursor: "",
		...changes
	}), { replace });
}
const unfiltered = {
	...everything,
	status: "open"
};
const filterCount = (filters) => Object.entries(unfiltered).filter(([name, value]) => filters[name].trim() !== value).length;
const isFiltered = (filters) => filterCount(filters) > 0;
function toQuery({ status, priority, due, project, label, search, ordering, due_before, due_after, start, parent, archived, time_zone }) {
	return {
		status,
		priority,
		project,
		label,
		search: search.trim(),
		ordering,
		due,
		due_before,
		due_after,
		start,
		parent,
		time_zone,
		archived: archivedIn({
			project,
			search,
			archived,
			parent
		})
	};
}
// client/features/tasks/list/selection.js
const selection = createStore({
	active: null,
	ticked: new Set(),
	editing: null
});
let anchor = null;
let rows$1 = null;
const followed$2 = new Set();
function selectIn(shown) {
	if (rows$1 === shown) return;
	rows$1 = shown;
	order$1 = [];
	anchor = null;
	selection.reset();
	if (!followed$2.has(shown)) shown.subscribe(prune);
	followed$2.add(shown);
}
const shown = () => rows$1?.state.tasks ?? [];
const positionOf = (id) => shown().findIndex((task) => task.id === id);
let order$1 = [];
function prune() {
	const { ticked, active } = selection.state;
	const ids = shown().map(({ id }) => id);
	if (active !== null && rows$1?.state.tasks && !ids.includes(active)) {
		const at = order$1.indexOf(active);
		const left = new Set(ids);
		const near = order$1.slice(at + 1).find((id) => left.has(id)) ?? order$1.slice(0, Math.max(at, 0)).findLast((id) => left.has(id)) ?? null;
		const isThere = Boolean(document.activeElement?.closest(`[data-task="${active}"]`));
		selection.set({ active: near });
		if (isThere) focusIfLost();
	}
	if (rows$1?.state.tasks) order$1 = ids;
	const left = shown().filter(({ id }) => ticked.has(id));
	if (left.length !== ticked.size) selection.set({ ticked: new Set(left.map(({ id }) => id)) });
}
const tickedTasks = () => shown().filter(({ id }) => selection.state.ticked.has(id));
const activeTask = () => shown().find(({ id }) => id === selection.state.active);
function targets() {
	const ticked = tickedTasks();
	if (ticked.length > 0) return ticked;
	const active = activeTask();
	return active ? [active] : [];
}
function moveActive(step) {
	const tasks = shown();
	const position = tasks.findIndex(({ id }) => id === selection.state.active);
	const next = position === -1 ? step > 0 ? 0 : tasks.length - 1 : position + step;
	if (!tasks[next]) return false;
	selection.set({ active: tasks[next].id });
	return true;
}
function tick(id, range) {
	const ids = shown().map((task) => task.id);
	const position = ids.indexOf(id);
	const ticked = new Set(selection.state.ticked);
	const on = !ticked.has(id);
	const began = anchor === null ? -1 : ids.indexOf(anchor);
	const [from, to] = range && began >= 0 ? [Math.min(began, position), Math.max(began, position)] : [position, position];
	for (const other of ids.slice(from, to + 1)) if (on) ticked.add(other);
	else ticked.delete(other);
	anchor = id;
	selection.set({ ticked });
}
const tickAll = (on) => selection.set({ ticked: new Set(on ? shown().map(({ id }) => id) : []) });
const editCell = (id, cell) => selection.set({
	editing: {
		id,
		cell
	},
	active: id
});
const stopEditing = () => selection.set({ editing: null });
// client/features/tasks/list/schedule.js
function scheduleTasks(tasks, task) {
	const row = `[data-task="${task.id}"]`;
	const due = document.querySelector(`${row} .due`);
	const onPick = () => {
		if (!due) return openTask(task);
		editCell(task.id, "due_date");
		return focusCellInput();
	};
	const anchor = due?.checkVisibility() ? ".due" : ".task__title";
	openSchedule({
		tasks,
		anchor: `${row} ${anchor}, ${row}[data-anchor]`,
		back: row,
		...tasks.length === 1 && { onPick }
	});
}
// client/features/tasks/subtasks/nesting.js
function nestingIn(tasks) {
	const ids = new Set(tasks.map(({ id }) => id));
	return ({ parent }) => parent !== null && ids.has(parent);
}
function nested(tasks) {
	const isNested = nestingIn(tasks);
	if (!tasks.some(isNested)) return [...tasks];
	const subtasks = new Map();
	for (const task of tasks.filter(isNested)) subtasks.set(task.parent, [...subtasks.get(task.parent) ?? [], task]);
	return tasks.filter((task) => !isNested(task)).flatMap((task) => [task, ...subtasks.get(task.id) ?? []]);
}
function parentAbove(tasks, task) {
	const isNested = nestingIn(tasks);
	const above = tasks.slice(0, tasks.findIndex(({ id }) => id === task.id));
	return isNested(task) ? null : above.findLast((one) => one.parent === null) ?? null;
}
function peersOf(tasks, task) {
	const isNested = nestingIn(tasks);
	return tasks.filter((one) => isNested(task) ? one.parent === task.parent : !isNested(one));
}
// client/features/tasks/subtasks/level.js
async function indent(tasks, task) {
	if (task.parent !== null) return;
	const parent = parentAbove(tasks, task);
	if (!parent) notifyProblem("There is no task above it that it could be a subtask of.");
	else if (task.subtasks.total > 0) notifyProblem(`“${task.title}” has subtasks, so it can't be a subtask itself.`);
	else if (parent.owner !== task.owner) notifyProblem(`“${parent.title}” is somebody else's task.`);
	else await change$1([task], {
		parent: parent.id,
		project: parent.project
	});
}
async function outdent(task) {
	if (task.parent !== null) await change$1([task], {
		parent: null,
		project: task.project
	});
}
// client/features/tasks/list/shownTasks.js
const EDITED_MS = 250;
function createShownTasks(list, read) {
	const store = createStore(shownState());
	let shown = false;
	let timer;
	let moves = 0;
	session.subscribe(() => {
		if (session.state.status === "signed-out") forget();
	});
	list.store.subscribe(publish);
	edits.subscribe(publish);
	onRefusal(() => shown && loadIn(0));
	clock.subscribe(() => shown && publish());
	onNewDay(() => shown && load());
	watch(({ task, removed }) => {
		const { items, count } = list.store.state;
		const present = items?.some(({ id }) => id === (task?.id ?? removed));
		if (items && task) list.store.set({ items: items.map((other) => other.id === task.id ? task : other) });
		if (items && removed) list.store.set({
			items: items.filter(({ id }) => id !== removed),
			count: count - 1
		});
		if (shown) loadIn(present ? EDITED_MS : 0);
	});
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "visible" && shown) load();
	});
	function forget() {
		clearTimeout(timer);
		list.forget();
		forgetAll();
	}
	function publish() {
		store.set(shownState());
	}
	function shownState() {
		const { items, count, ...rest } = list.store.state;
		const tasks = items && nested(withEdits(items));
		return {
			...rest,
			tasks,
			count: count - ((items?.length ?? 0) - (tasks?.length ?? 0))
		};
	}
	async function load() {
		if (session.state.status !== "signed-in" || moves > 0) return;
		clearTimeout(timer);
		await read();
	}
	function loadIn(ms) {
		clearTimeout(timer);
		timer = setTimeout(load, ms);
	}
	return {
		store,
		load,
		loadIn,
		isShown: () => shown,
		enter() {
			shown = true;
		},
		leave() {
			shown = false;
			clearTimeout(timer);
			list.stop();
		},
		async reorder(items, send) {
			list.stop();
			list.store.set({
				items,
				loading: false
			});
			moves += 1;
			const done = await send().finally(() => moves -= 1);
			if (shown && moves === 0) loadIn(done ? EDITED_MS : 0);
			return done;
		}
	};
}
// client/features/tasks/list/taskList.js
const PAGE_SIZE = 50;
const GROUPED_PAGE_SIZE = 500;
const MOST = 100;
const pageSize = () => filters.state.group ? GROUPED_PAGE_SIZE : PAGE_SIZE;
const list = createPagedList((_, signal) => readAll(() => readPage(signal)), () => changeFilters({}, { replace: true }));
const tasks = createShownTasks(list, () => list.load({
	...place(),
	page_size: pageSize()
}));
const taskList = tasks.store;
const { leave, load } = tasks;
const groupsIn = (shown) => filters.state.group ? groupsOf(shown, filters.state.group, {
	now: new Date(),
	projects: projects.state.projects ?? []
}) : null;
const rows = createStore({ tasks: null });
function order() {
	const { tasks: all } = taskList.state;
	rows.set({ tasks: all && (groupsIn(all)?.flatMap((group) => group.tasks) ?? all) });
}
for (const store of [
	taskList,
	filters,
	projects
]) store.subscribe(order);
let { project, label, search } = filters.state;
function enter() {
	followAddress();
	selectIn(rows);
	const typing = tasks.isShown() && filters.state.search !== search;
	if (!isSamePlace(filters.state, {
		project,
		label
	})) leavePlace();
	({project, label, search} = filters.state);
	tasks.enter();
	return typing ? tasks.loadIn(50) : load();
}
function leavePlace() {
	list.forget();
	selection.reset();
}
function pageBeside(step) {
	const { count, isMinimum, nextCursor } = taskList.state;
	const { page: number, cursor } = filters.state;
	if (nextCursor && step > 0) return { cursor: nextCursor };
	const wanted = number + step;
	return !cursor && wanted >= 1 && (isMinimum || wanted <= Math.ceil(count / pageSize())) ? { page: wanted } : null;
}
function place() {
	const { page, cursor } = filters.state;
	return cursor ? { cursor } : { page: filters.state.group ? (page - 1) * (GROUPED_PAGE_SIZE / MOST) + 1 : page };
}
async function readPage(signal) {
	const query = toQuery(filters.state);
	try {
		if (!filters.state.group) return await readFull(list$1, {
			...query,
			...place(),
			page_size: PAGE_SIZE
		}, signal);
		return await readGrouped(query, signal);
	} catch (error) {
		if (!(error instanceof ApiError && error.status === 404 && filters.state.page > 1)) throw error;
		await turnToLast(query, signal);
		throw new DOMException("Another page is being loaded.", "AbortError");
	}
}
async function readGrouped(query, signal) {
	let page = await list$1({
		...query,
		...place(),
		page_size: MOST
	}, signal);
	const { count, count_is_minimum: isMinimum } = page;
	const results = [...page.results];
	while (page.next_cursor && results.length < GROUPED_PAGE_SIZE) {
		page = await list$1({
			...query,
			cursor: page.next_cursor,
			page_size: MOST
		}, signal);
		results.push(...page.results);
	}
	return {
		...page,
		count,
		count_is_minimum: isMinimum,
		results
	};
}
async function turnToLast(query, signal) {
	const { count } = await list$1({
		...query,
		page: 1,
		page_size: 1
	}, signal);
	changeFilters({ page: Math.max(1, Math.ceil(count / pageSize())) }, { replace: true });
}
async function moveRow(task, step) {
	const peers = peersOf(nested(list.store.state.items ?? []), task);
	const beside = peers[peers.findIndex(({ id }) => id === task.id) + step];
	if (beside) await moveBeside(task, beside, step > 0);
}
async function moveBeside(task, beside, isAfter) {
	const items = list.store.state.items ?? [];
	const peers = peersOf(nested(items), task);
	const [from, to] = [task, beside].map(({ id }) => peers.findIndex((one) => one.id === id));
	if (from < 0 || to < 0 || from === (isAfter ? to + 1 : to - 1)) return;
	const [there, back] = [besideOf(beside.id, isAfter), besideNow(peers, task.id)];
	const moved = items.find(({ id }) => id === task.id);
	const reordered = moved && putBeside(items, moved, there);
	if (!reordered || !back) return;
	const order = turn();
	if (await begin(tasks.reorder(reordered, () => placeByHand(task, there)))) offerUndo(`Moved “${task.title}” ${to > from ? "down" : "up"}.`, () => placeByHand(task, back), order);
}
// client/features/tasks/list/listKeys.js
async function move(step, beyond) {
	if (document.activeElement instanceof HTMLElement && !document.activeElement.closest(".task")) document.activeElement.blur();
	if (!moveActive(step)) await beyond(step);
	await focusActiveRow();
}
async function turnPage(step) {
	const beside = pageBeside(step);
	if (!beside) return;
	tickAll(false);
	selection.set({ active: null });
	changeFilters(beside);
	await load();
	moveActive(step);
}
function open$1() {
	const task = activeTask();
	if (task) openTask(task);
}
function rename() {
	const { active } = selection.state;
	if (active === null) return;
	editCell(active, "title");
	focusCellInput();
}
function complete() {
	const tasks = targets();
	if (tasks.length === 0) return;
	const position = positionOf(tasks[0].id);
	const done = tasks.every(({ status }) => status === "completed");
	setDone(tasks, !done).then(() => focusRowNear(position));
}
function removeTargets() {
	const tasks = targets();
	if (tasks.length === 0) return;
	const position = positionOf(tasks[0].id);
	remove(tasks);
	focusRowNear(position);
}
function duplicateActive() {
	const task = activeTask();
	if (task) duplicate(task);
}
function moveToProject() {
	if (tickedTasks().length === 0) tickActive(false);
	openProjectChoice();
}
function schedule() {
	const tasks = targets();
	const task = activeTask() ?? tasks[0];
	if (task) scheduleTasks(tasks, task);
}
async function moveByHand(step) {
	const task = activeTask();
	if (!task || !isByHand()) return;
	moveRow(task, step);
	await focusActiveRow();
}
async function changeLevel(change) {
	const task = activeTask();
	if (!task) return;
	await change(task);
	await focusActiveRow();
}
const makeSubtask = () => void changeLevel((task) => indent(shown(), task));
const makeTask = () => void changeLevel(outdent);
function tickActive(range) {
	const { active } = selection.state;
	if (active !== null) tick(active, range);
}
const rowShortcuts = (beyond = async () => {}) => [
	{
		key: "j",
		label: "Next task",
		run: () => void move(1, beyond)
	},
	{
		key: "k",
		label: "Previous task",
		run: () => void move(-1, beyond)
	},
	{
		key: "ArrowDown",
		label: "Next task",
		run: () => void move(1, beyond),
		hidden: true
	},
	{
		key: "ArrowUp",
		label: "Previous task",
		run: () => void move(-1, beyond),
		hidden: true
	},
	{
		key: "e",
		label: "Open",
		onTask: true,
		run: open$1
	},
	{
		key: "Enter",
		label: "Edit",
		onTask: true,
		run: open$1,
		hidden: true
	},
	{
		key: "r",
		label: "Rename in place",
		onTask: true,
		run: rename
	},
	{
		key: "x",
		label: "Complete or reopen",
		onTask: true,
		run: complete
	},
	{
		key: "s",
		label: "Schedule",
		onTask: true,
		run: schedule
	},
	{
		key: "v",
		label: "Move to a project",
		onTask: true,
		run: moveToProject
	},
	{
		key: " ",
		label: "Select",
		onTask: true,
		run: () => tickActive(false)
	},
	{
		key: "X",
		label: "Select up to here",
		onTask: true,
		run: () => tickActive(true)
	},
	{
		key: "a",
		label: "Select all shown",
		run: () => tickAll(true)
	},
	{
		key: "Escape",
		label: "Clear the selection",
		run: () => tickAll(false)
	},
	{
		key: "]",
		ctrl: true,
		label: "Make it a subtask of the one above (>)",
		onTask: true,
		run: makeSubtask
	},
	{
		key: "[",
		ctrl: true,
		label: "Make it a task by itself (<)",
		onTask: true,
		run: makeTask
	},
	{
		key: ">",
		label: "Make it a subtask of the task above",
		onTask: true,
		run: makeSubtask,
		hidden: true
	},
	{
		key: "<",
		label: "Make it a task by itself",
		onTask: true,
		run: makeTask,
		hidden: true
	},
	{
		key: "d",
		label: "Duplicate",
		onTask: true,
		run: duplicateActive
	},
	{
		key: "Delete",
		label: "Move to the trash",
		onTask: true,
		run: removeTargets
	}
];
const shortcuts = [
	...rowShortcuts(turnPage),
	{
		key: "ArrowUp",
		alt: true,
		label: "Move up, where the order is by hand",
		onTask: true,
		run: () => void moveByHand(-1)
	},
	{
		key: "ArrowDown",
		alt: true,
		label: "Move down, where the order is by hand",
		onTask: true,
		run: () => void moveByHand(1)
	}
];
// client/features/tasks/list/listHead.js
const orderings = [
	{
		value: "",
		label: "Newest first"
	},
	{
		value: "position",
		label: "By hand"
	},
	{
		value: "created_at",
		label: "Oldest first"
	},
	{
		value: "due_date",
		label: "Due first"
	},
	{
		value: "-due_date",
		label: "Due last"
	},
	{
		value: "-priority",
		label: "Highest priority first"
	},
	{
		value: "priority",
		label: "Lowest priority first"
	},
	{
		value: "status",
		label: "By status"
	},
	{
		value: "-status",
		label: "By status, backwards"
	},
	{
		value: "title",
		label: "By title, A to Z"
	},
	{
		value: "-title",
		label: "By title, Z to A"
	},
	{
		value: "-updated_at",
		label: "Last changed first"
	}
];
const listHead = () => b`
  <div class="tasks__head" role="rowgroup">
    <div class="tasks__columns" role="row">
      <span role="columnheader">${tickAllBox()}</span>
      <span role="columnheader"><span class="visually-hidden">Done</span></span>
      ${column("Title", "title", "-title")} ${column("Due", "due_date", "-due_date")} ${column("Priority", "-priority", "priority")}
      ${column("Status", "status", "-status")}
      <span class="visually-hidden" role="columnheader">Actions</span>
    </div>
  </div>
`;
function tickAllBox() {
	const ticked = tickedTasks().length;
	const all = ticked > 0 && ticked === shown().length;
	return b`
    <input
      class="tick"
      type="checkbox"
      aria-label="Select all shown"
      .checked=${l(all)}
      .indeterminate=${l(ticked > 0 && !all)}
      @change=${(event) => tickAll(event.target.checked)}
    />
  `;
}
function column(label, first, second) {
	const { ordering } = filters.state;
	const next = ordering === first ? second : ordering === second ? "" : first;
	const sorted = ordering === first || ordering === second;
	const direction = ordering.startsWith("-") ? "descending" : "ascending";
	return b`
    <span role="columnheader" aria-sort=${sorted ? direction : A}>
      <button class="sort" type="button" @click=${() => changeFilters({ ordering: next })}>
        ${label}${sorted ? icon(direction === "ascending" ? "up" : "down") : A}
      </button>
    </span>
  `;
}
function bulkBar() {
	const tasks = tickedTasks();
	return b`
    <div class="tasks__head bulk" role="toolbar" aria-label="Selected tasks">
      ${tickAllBox()}
      <span class="bulk__count" role="status">${tasks.length} selected</span>
      <button class="button" type="button" @click=${() => act(() => void setDone(tasks, true))}>${icon("check")}Complete</button>
      <button class="button" type="button" data-schedule @click=${() => openSchedule({
		tasks,
		anchor: ".bulk [data-schedule]",
		back: ".bulk [data-schedule]"
	})}>${icon("clock")}Schedule</button>
      <select class="filters__choice" aria-label="Set priority of selected" @change=${onPriority}>
        <option value="" .selected=${l(true)}>Priority…</option>
        ${priorities.map(({ value, label }) => b`<option value=${value}>${label}</option>`)}
      </select>
      <select class="filters__choice" aria-label="Move selected to a project" data-move @change=${onProject}>
        <option value="-" .selected=${l(true)}>Move to…</option>
        ${projectChoices().map(({ value, label }) => b`<option value=${value}>${label}</option>`)}
      </select>
      <button class="button" type="button" @click=${() => act(() => void remove(tasks))}>${icon("trash")}Delete</button>
      <button class="link-button" type="button" @click=${() => act(() => {})}>Clear</button>
    </div>
  `;
}
function act(work) {
	work();
	tickAll(false);
	focusRowNear(0);
}
function onPriority({ target }) {
	const priority = target.value;
	const tasks = tickedTasks();
	if (priority) act(() => void change$1(tasks, { priority }));
}
function onProject({ target }) {
	const { value } = target;
	const tasks = tickedTasks();
	if (value !== "-") act(() => void moveToProject$1(tasks, value ? Number(value) : null));
}
// client/features/tasks/list/rowDrag.js
const NOT_DRAGGED = "input, select, .cell-edit, .task__actions, a";
const followed$1 = new WeakMap();
function followDrags(rows, move) {
	if (!(rows instanceof HTMLElement)) return;
	const known = followed$1.get(rows);
	if (known) return void (known.move = move);
	const options = { move };
	followed$1.set(rows, options);
	let dragged = [];
	let drop = null;
	function look(zone, y) {
		const project = projectAt(zone);
		const between = zone && rows?.contains(zone) ? betweenAt(zone, y) : null;
		drop = project !== void 0 ? () => moveToProject$1(dragged, project) : between && (() => options.move?.(dragged[0], between.beside, between.isAfter));
		if (project !== void 0) mark(zone);
		else mark(between && (rows?.querySelector(`[data-task="${between.edge}"]`) ?? null), between?.isAfter ? "after" : "before");
	}
	function betweenAt(row, y) {
		const [task] = dragged;
		const tasks = shown();
		const over = tasks.find(({ id }) => String(id) === row.dataset.task);
		if (!task || !over || !options.move || dragged.length > 1) return null;
		const peers = peersOf(tasks, task);
		const beside = peers.find(({ id }) => id === over.id) ?? peers.find(({ id }) => id === over.parent);
		if (!beside || beside.id === task.id) return null;
		const { top, height } = row.getBoundingClientRect();
		const isAfter = beside !== over || y > top + height / 2;
		const last = tasks.findLast(({ parent }) => parent === beside.id) ?? beside;
		return {
			beside,
			isAfter,
			edge: isAfter ? last.id : beside.id
		};
	}
	makeDraggable(rows, {
		card: "[data-task]",
		zone: `[data-task], ${PLACES}`,
		except: `${NOT_DRAGGED}, [data-drags] [data-task]`,
		byTouch: false,
		scrolls: "y",
		ghost: rowGhost,
		onDragStart: (row) => dragged = draggedWith(row),
		onDragOver: (zone, { y }) => look(zone, y),
		onDrop() {
			mark(null);
			drop?.();
		},
		onCancel: () => mark(null)
	});
}
function draggedWith(row) {
	const ticked = tickedTasks();
	const task = shown().find(({ id }) => String(id) === row.dataset.task);
	return !task ? [] : ticked.includes(task) ? ticked : [task];
}
function rowGhost(row) {
	const tasks = draggedWith(row);
	return tasks.length > 1 ? `${tasks.length} tasks` : row.querySelector(".task__title")?.textContent ?? "";
}
// client/features/tasks/list/taskRow.js
const taskRow = (task, options) => b`
  <div
    class="task"
    role="row"
    tabindex=${options.reachable ? 0 : -1}
    data-status=${task.status}
    data-task=${task.id}
    ?data-ticked=${options.ticked}
    ?data-active=${options.active}
    ?data-nested=${options.parent !== null}
    @focusin=${options.onFocus}
    @click=${({ target }) => target instanceof Element && !target.closest("button, input, select, a, .cell-edit") && options.onOpen()}
  >
    <span class="task__tick" role="cell">
      <input
        class="tick"
        type="checkbox"
        aria-label="Select ${task.title}"
        .checked=${l(options.ticked)}
        @click=${(event) => options.onTick(event.shiftKey)}
      />
    </span>
    <span class="task__done" role="cell">${taskCheck(task, options.onToggle)}</span>
    <span class="task__name" role="cell">${options.editing === "title" ? titleInput(task, options) : title(task, options)}</span>
    <span class="task__due" role="cell">${options.editing === "due_date" ? dueInput(task, options) : dueButton(task, options)}</span>
    <span class="task__priority" role="cell">
      ${choice("Priority", task, priorities, task.priority, "priority", (priority) => options.onChange({ priority }))}
    </span>
    <span class="task__status" role="cell">
      ${choice("Status", task, statuses, task.status, "status", (status) => options.onChange({ status }))}
    </span>
    <span class="task__actions" role="cell">
      <button class="icon-button" type="button" aria-label="Edit ${task.title}" title="Edit" @click=${options.onOpen}>${icon("edit")}</button>
      <button class="icon-button" type="button" aria-label="Delete ${task.title}" title="Delete" @click=${options.onDelete}>${icon("trash")}</button>
    </span>
  </div>
`;
const title = (task, { showOwner, showProject, parent, onEditCell }) => b`
  ${parent ? b`<span class="visually-hidden">Subtask of ${parent.title}: </span>` : task.parent !== null ? b`<span class="task__alone" title="Subtask">${icon("subtask")}<span class="visually-hidden">Subtask: </span></span>` : A}
  <button class="task__title" type="button" title="Rename" dir="auto" @click=${() => onEditCell("title")}>${task.title}</button>
  ${progress(task)}
  ${showOwner ? b`<span class="task__owner"><span class="visually-hidden">Owner: </span><bdi>${task.owner_username}</bdi></span>` : A}
  ${taskMarks(task, { showProject })}
`;
const titleInput = (task, options) => cellInput(b`<input class="cell-input" type="text" dir="auto" aria-label="Title of ${task.title}" .value=${task.title} @input=${checkTitle} />`, {
	save: ([value]) => value.trim() !== "" && value.trim() !== task.title && options.onChange({ title: value.trim() }),
	stop: options.onStopEditing
});
function checkTitle(event) {
	const field = event.currentTarget;
	const excess = excessOf(field.value.trim(), 200);
	field.setCustomValidity(excess > 0 ? `A title has at most 200 characters. Take ${excess} away.` : "");
	field.ariaInvalid = excess > 0 ? "true" : null;
}
function dueButton(task, { onEditCell }) {
	const { title: name } = task;
	const dated = isDated(task);
	return b`
    <button class="due" type="button" ?data-overdue=${isOverdue(task)} ?data-empty=${!dated} title=${dated ? describeDueInFull(task) : "Set a due date"} @click=${() => onEditCell("due_date")}>
      ${icon("clock")}${dated ? dueTime(task, "Due: ") : b`<span class="visually-hidden">Set the due date of ${name}</span>`}
    </button>
  `;
}
function dueInput(task, options) {
	const before = toDue(task);
	const [day, time = ""] = before.split("T");
	return cellInput(b`<input class="cell-input" type="date" max=${LAST_DAY} aria-label="Due date of ${task.title}" .value=${day} /><input
        class="cell-input"
        type="time"
        aria-label="Due time of ${task.title}"
        .value=${time}
      />`, {
		save: ([newDay, newTime]) => {
			const value = newDay && joinDue(newDay, newTime);
			if (value !== before) options.onChange(fromDue(value));
		},
		stop: options.onStopEditing
	});
}
function cellInput(inputs, { save, stop }) {
	let over = false;
	const finish = (cell, keeps) => {
		if (over) return;
		const fields = [...cell.querySelectorAll("input")];
		const refused = keeps && fields.find(({ validity }) => validity.customError);
		if (refused) return void setTimeout(() => refused.reportValidity());
		over = true;
		if (keeps && !fields.some(({ validity }) => validity.badInput)) save(fields.map(({ value }) => value));
		stop();
	};
	return b`<span
    class="cell-edit"
    @focusout=${(event) => {
		const cell = event.currentTarget;
		if (document.activeElement === event.target) return;
		if (!cell.contains(event.relatedTarget)) finish(cell, true);
	}}
    @keydown=${(event) => {
		if (event.isComposing || event.key !== "Enter" && event.key !== "Escape") return;
		event.preventDefault();
		finish(event.currentTarget, event.key === "Enter");
	}}
    >${inputs}</span
  >`;
}
const choice = (label, task, choices, value, kind, onChange) => pill(kind, value, b`
      <select
        class="pill__select"
        aria-label="${label} of ${task.title}"
        @change=${(event) => onChange(event.target.value)}
      >
        ${choices.map((one) => b`<option value=${one.value} .selected=${l(value === one.value)}>${one.label}</option>`)}
      </select>
    `);
// client/features/tasks/list/touch.js
const MOVED_PX = 12;
const HOLD_MS = 500;
const SWIPE_MS = 250;
const CLICK_MS = 350;
const ENOUGH_PX = 96;
const ENOUGH = .3;
const isTouch = () => matchMedia("(hover: none)").matches;
const followed = new WeakSet();
function followTouches(rows, { onComplete, onSchedule, onHold }) {
	if (!(rows instanceof HTMLElement) || followed.has(rows)) return;
	followed.add(rows);
	let touch = null;
	let held = false;
	rows.addEventListener("pointerdown", (event) => {
		const target = event.target;
		const row = target.closest("[data-task]");
		held = false;
		if (event.pointerType !== "touch" || !event.isPrimary || !(row instanceof HTMLElement) || target.closest(".cell-edit")) return;
		touch = {
			row,
			pointerId: event.pointerId,
			x: event.clientX,
			y: event.clientY,
			since: event.timeStamp,
			by: 0,
			hold: row.closest("[data-drags]") ? void 0 : setTimeout(hold, HOLD_MS)
		};
	});
	rows.addEventListener("pointermove", (event) => {
		if (!touch || event.pointerId !== touch.pointerId) return;
		const [x, y] = [event.clientX - touch.x, event.clientY - touch.y];
		if (touch.by === 0) {
			if (Math.hypot(x, y) < MOVED_PX) return;
			if (Math.abs(y) > Math.abs(x) || event.timeStamp - touch.since > SWIPE_MS) return void end();
			clearTimeout(touch.hold);
		}
		touch.by = x - Math.sign(x) * MOVED_PX || Math.sign(x);
		const { row, by } = touch;
		row.setPointerCapture(event.pointerId);
		row.style.setProperty("--swipe", `${by}px`);
		row.dataset.swipe = by > 0 ? "complete" : "schedule";
		row.toggleAttribute("data-enough", isEnough(touch));
	});
	rows.addEventListener("pointerup", (event) => {
		if (!touch || event.pointerId !== touch.pointerId) return;
		const { row, by } = touch;
		const enough = isEnough(touch);
		end();
		if (enough) (by > 0 ? onComplete : onSchedule)(Number(row.dataset.task));
	});
	rows.addEventListener("pointercancel", end);
	rows.addEventListener("contextmenu", (event) => (touch || held) && event.preventDefault());
	function hold() {
		if (!touch) return;
		held = true;
		const id = Number(touch.row.dataset.task);
		end();
		ignoreNextClick();
		onHold(id);
	}
	function end() {
		if (!touch) return;
		const { row } = touch;
		clearTimeout(touch.hold);
		row.style.removeProperty("--swipe");
		delete row.dataset.swipe;
		row.removeAttribute("data-enough");
		touch = null;
	}
}
const isEnough = ({ row, by }) => Math.abs(by) > Math.min(ENOUGH_PX, ENOUGH * row.offsetWidth);
function ignoreNextClick() {
	const until = new AbortController();
	const over = () => until.abort();
	const options = {
		capture: true,
		signal: until.signal
	};
	document.addEventListener("click", stop, options);
	for (const event of ["pointerup", "pointercancel"]) document.addEventListener(event, () => setTimeout(over, CLICK_MS), options);
	for (const event of ["pointerdown", "keydown"]) document.addEventListener(event, over, options);
}
function stop(event) {
	event.preventDefault();
	event.stopPropagation();
}
// client/features/tasks/list/rows.js
const taskTable = (tasks, { label, showProject, head = A, onMove }) => b`
  <div class="tasks" role="table" aria-label=${label}>
    ${head}
    <div class="tasks__body" role="rowgroup" ${n((body) => follow$1(body, onMove))}>${c(tasks, ({ id }) => id, (task) => row(task, showProject, tasks))}</div>
  </div>
`;
const toggle = (task) => void setDone([task], task.status !== "completed");
const withTask = (act) => (id) => {
	const task = shown().find((one) => one.id === id);
	if (task) act(task);
};
function follow$1(body, onMove) {
	followTouches(body, touches);
	followDrags(body, onMove);
}
const touches = {
	onComplete: withTask(toggle),
	onSchedule: withTask((task) => scheduleTasks([task], task)),
	onHold: (id) => tick(id, false)
};
const open = (task) => isTouch() && selection.state.ticked.size > 0 ? tick(task.id, false) : openTask(task);
function row(task, showProject, tasks) {
	const { active, ticked, editing } = selection.state;
	const parent = task.parent === null ? null : tasks.find(({ id }) => id === task.parent) ?? null;
	return taskRow(task, {
		ticked: ticked.has(task.id),
		active: active === task.id,
		reachable: active === task.id || !activeTask() && shown()[0]?.id === task.id,
		editing: editing?.id === task.id ? editing.cell : null,
		showOwner: task.owner !== session.state.user?.id,
		showProject: showProject && !parent,
		parent,
		onChange: (changes) => void change$1([task], changes),
		onEditCell: (cell) => {
			if (cell === "title" && isTouch()) return open(task);
			editCell(task.id, cell);
			return focusCellInput();
		},
		onStopEditing: () => {
			stopEditing();
			focusActiveRow();
		},
		onTick: (range) => tick(task.id, range),
		onToggle: () => toggle(task),
		onOpen: () => open(task),
		onDelete: () => {
			const position = positionOf(task.id);
			remove([task]);
			focusRowNear(position);
		},
		onFocus: () => active !== task.id && selection.set({ active: task.id })
	});
}
const rowsPlaceholder = (rows = 12) => b`
  <p class="visually-hidden" role="status">Loading tasks…</p>
  <div class="tasks" aria-hidden="true">
    <div class="tasks__head"></div>
    ${Array.from({ length: rows }, () => b`<div class="task task--placeholder"><span></span><span></span></div>`)}
  </div>
`;
// client/features/tasks/today/examples.js
const KEY = "primetask-examples";
const examples = () => [
	{
		title: `Tick this off: press the circle${isTouch() ? ", or swipe to the right" : ""}`,
		description: ""
	},
	{
		title: "Add a task: write “Call Ann tomorrow 5pm !high” in the line above",
		description: "“#House” puts it into a project, “@phone” gives it a label, and “every friday” repeats it."
	},
	isTouch() ? {
		title: "Find a task or a project with the magnifier at the top",
		description: "It finds mistyped words too."
	} : {
		title: "Press Ctrl+K to find a task, a project, or what else can be done",
		description: "The **?** key lists the other shortcuts."
	}
];
const welcome = createStore({ ids: [] });
session.subscribe(follow);
follow();
function follow() {
	const { status, user } = session.state;
	if (status === "signed-out") welcome.reset();
	else if (user && welcome.state.ids.length === 0) welcome.set({ ids: kept(user.id) });
}
async function addExamples() {
	const { user } = session.state;
	if (!user) return;
	try {
		const ids = (await createMany(examples().map((example) => ({
			...example,
			due_on: today()
		})), uuid())).flatMap((task) => task instanceof ApiError ? [] : [task.id]);
		browserStorage.keepValue(KEY, {
			user: user.id,
			ids
		});
		welcome.set({ ids });
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
	}
}
const examplesIn = (tasks) => tasks.filter(({ id }) => welcome.state.ids.includes(id));
function forget() {
	welcome.reset();
	browserStorage.keep(KEY, null);
}
function kept(user) {
	const { user: owner, ids } = browserStorage.readValue(KEY) ?? {};
	return owner === user && Array.isArray(ids) ? ids : [];
}
export { NOT_DRAGGED, activeTask, addExamples, bulkBar, changeFilters, createShownTasks, dayName, draggedWith, dueTime, dues, enter, examplesIn, excessOf, filterCount, filters, forget, groupings, groupsIn, isByHand, isFiltered, isUnknown, keepFocusOnRow, knownOf, leave, listHead, load, moveBeside, nested, openTask, orderings, pageSize, pill, placeName, placeNote, placeTitle, progress, quickAddLine, quickAddLine_exports, reschedule, rescheduleButton, rescheduleEach, rowGhost, rowShortcuts, rowsPlaceholder, saveButton, scheduleMenu, scheduling, selectIn, selection, shortcuts, shown, statusMark, stores, targets, taskCheck, taskList, taskTable, tickAll, tickedTasks, unfiltered, welcome };
