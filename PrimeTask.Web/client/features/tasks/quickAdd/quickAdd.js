// @ts-check
// The lines that add tasks, and what was added and is not saved yet. Neither a failed request, an expired session nor a reload loses any of it.
import { onReconnect } from '../../../app/connection.js';
import { ApiError } from '../../../app/http.js';
import { beforeLogOut, session } from '../../../app/session.js';
import { createStore } from '../../../app/store.js';
import { notifyProblem } from '../../../app/notices.js';
import { begin, offerUndo, turn } from '../../../app/undo.js';
import { uuid } from '../../../app/uuid.js';
import { personsZone, today } from '../../../ui/dates.js';
import { createDraft } from '../draft.js';
import { toDue } from '../dueDates.js';
import { openNewWith } from '../editor/editor.js';
import { moveAllToTrash } from '../edits.js';
import { statuses, TITLE_LENGTH } from '../task.js';
import { excessOf } from '../textLength.js';
import * as versions from '../versions.js';
import { moved } from './plainParts.js';
import { labelNames } from '../place.js';
import { presets } from '../presets.js';
import { createProject, readProjects } from '../projects/api.js';

/** @import { Parsed, Parser, Span } from './parser.js' */
/** @typedef {import('../task.js').NewTask} NewTask */
/** @typedef {import('../task.js').Status} Status */
/** @typedef {Status | 'list' | `subtasks-${number}` | 'today' | `on-${string}`} LineName that of the list, of a column of the board, of the subtasks of a task, of today, or of another day: `on-2030-01-31` */

/**
 * The task that what is added becomes a subtask of.
 * @typedef {object} Parent
 * @property {string | null} key of the entry that adds it, while it is not saved
 * @property {number | null} id null until then
 * @property {string} title
 */

/**
 * @typedef {object} Line
 * @property {string} text
 * @property {import('./plainParts.js').Part[]} plain what was taken back: words of the title
 * @property {string | null} problem
 * @property {Parent | null} [parent]
 */

/**
 * What was entered at once, and is sent as one request.
 * @typedef {object} Entry
 * @property {string} key the same for every attempt
 * @property {LineName} line
 * @property {string[]} texts
 * @property {Line['plain']} plain
 * @property {number} at when, in milliseconds since 1970: that is what “tomorrow” is meant from
 * @property {Belonging} [belonging] to the place that was shown then
 * @property {Parent | null} [parent]
 * @property {string | null} problem why it is not saved; null while it waits for its turn
 * @property {boolean} [later] whether it is sent again by itself, once the server can be reached or the person is back
 */

/** @typedef {{ project: number | null, labels: string[], day?: string | null }} Belonging day: that a task without a date of its own is due on */
/** @typedef {{ author: number, lines: Partial<Record<LineName, Line>>, entries: Entry[] }} Kept */

/** How many tasks the API takes in one request. */
export const MOST_AT_ONCE = 200;

/** @type {Line} */
const empty = { text: '', plain: [], problem: null, parent: null };

const initial = {
  lines: /** @type {Partial<Record<LineName, Line>>} */ ({}),
  entries: /** @type {readonly Entry[]} */ ([]),
  /** Null until it is loaded, which the first focus of a line begins. */
  parser: /** @type {Parser | null} */ (null),
  projects: /** @type {readonly import('../projects/api.js').Project[] | null} */ (null),
};

export const quickAdd = createStore(initial);

const draft = /** @type {ReturnType<typeof createDraft<Kept>>} */ (createDraft('primetask-quick-add'));

/** @type {number | null} whose all this is */
let author = null;

function followSession() {
  const { status, user, expired } = session.state;
  if (status === 'signed-out' && !expired) forget();
  if (status !== 'signed-in' || !user) return;
  if (author !== user.id) takeUp(user.id);
  retryLater();
}

/** @param {number} id */
function takeUp(id) {
  author = id;
  forgetAdded();
  const kept = draft.of(id);
  quickAdd.set({ lines: kept?.lines ?? {}, entries: kept?.entries ?? [], projects: null });
  if (kept) prepare();
}

function forget() {
  author = null;
  forgetAdded();
  draft.drop();
  quickAdd.set({ lines: {}, entries: [], projects: null });
}

session.subscribe(followSession);
onReconnect(retryAfterPause);
// That it failed has been said.
beforeLogOut(() => sending.catch(() => {}));

/** @param {Partial<Pick<typeof initial, 'lines' | 'entries'>>} changes */
function change(changes) {
  quickAdd.set(changes);
  const { lines, entries } = quickAdd.state;
  if (author !== null) draft.keep({ author, lines, entries: [...entries] });
}

/** @param {LineName} name */
export const lineOf = (name) => quickAdd.state.lines[name] ?? empty;

/** @param {LineName} name @param {Partial<Line>} changes */
const changeLine = (name, changes) => change({ lines: { ...quickAdd.state.lines, [name]: { ...lineOf(name), ...changes } } });

/** @type {Partial<Record<LineName, Parent>>} the task that was added last in each line, and is no subtask */
const lastAdded = {};
/** @type {Set<LineName>} the lines that nobody has left since something was added */
const fresh = new Set();

function forgetAdded() {
  fresh.clear();
  for (const name of /** @type {LineName[]} */ (Object.keys(lastAdded))) delete lastAdded[name];
}

/**
 * What is added next becomes a subtask of what was added last.
 * @param {LineName} name
 * @returns {boolean} false where it is one already, or there is nothing to make it one of: the key then does what it does everywhere
 */
export function nestLine(name) {
  const { text, parent } = lineOf(name);
  const last = lastAdded[name];
  if (parent || !last || (!text.trim() && !fresh.has(name))) return false;
  changeLine(name, { parent: last });
  return true;
}

/**
 * @param {LineName} name
 * @returns {boolean} whether it was to be a subtask
 */
export function unnestLine(name) {
  if (!lineOf(name).parent) return false;
  changeLine(name, { parent: null });
  return true;
}

/** Whoever comes back to an empty line begins anew. @param {LineName} name */
export function leaveLine(name) {
  fresh.delete(name);
  if (lineOf(name).text.trim()) return;
  delete lastAdded[name];
  unnestLine(name);
}

/**
 * An entry was saved, or got another key, or is gone: what becomes its subtasks follows.
 * @param {string} key
 * @param {Partial<Parent> | null} now null: it is gone
 */
function followParent(key, now) {
  /** @param {Parent | null | undefined} parent */
  const followed = (parent) => (parent?.key === key ? now && { ...parent, ...now } : parent);
  for (const name of /** @type {LineName[]} */ (Object.keys(lastAdded))) {
    const last = followed(lastAdded[name]);
    if (last) lastAdded[name] = last;
    else delete lastAdded[name];
  }
  const { lines, entries } = quickAdd.state;
  change({
    lines: Object.fromEntries(Object.entries(/** @type {Record<string, Line>} */ (lines)).map(([name, line]) => [name, { ...line, parent: followed(line.parent) }])),
    entries: entries.map((entry) => ({ ...entry, parent: followed(entry.parent) })),
  });
}

/** @type {Promise<Parser> | null} */
let parserLoading = null;

/** Loads what reads dates, for the browser's language. */
function loadParser() {
  parserLoading ??= import('./parser.js')
    .then(({ createParser }) => createParser(navigator.language))
    .then((parser) => {
      quickAdd.set({ parser });
      return parser;
    })
    .catch((error) => {
      parserLoading = null;
      throw error;
    });
  return parserLoading;
}

/** @type {Promise<void> | null} */
let projectsLoading = null;

function loadProjects() {
  const whose = author;
  projectsLoading ??= readProjects(new AbortController().signal)
    .then((projects) => {
      // Of one name, the one that is in use; one that is archived is not made again.
      if (author === whose) quickAdd.set({ projects: projects.toSorted((one, other) => Number(one.archived) - Number(other.archived)) });
    })
    .finally(() => (projectsLoading = null));
  return projectsLoading;
}

/** Loads what a line is read with. What does not arrive is asked for again, and missed, when something is to be added. */
export function prepare() {
  loadParser().catch(() => {});
  loadProjects().catch((error) => {
    if (!(error instanceof ApiError)) throw error;
  });
}

/**
 * @param {Parser} parser
 * @param {string} text
 * @param {{ line: LineName, plain: Line['plain'], at: number }} entry
 */
function parse(parser, text, { line, plain, at }) {
  // In the line of today, a time that has passed means tomorrow, as everywhere.
  const day = line === 'today' ? null : dayOfLine(line);
  const later = day !== null && day > today(new Date(at)) ? day : null;
  return parser(text, { now: at, zone: personsZone(), day: later, plain, labels: true, projects: quickAdd.state.projects ?? undefined });
}

/**
 * @param {LineName} name
 * @returns {Parsed | null} what its text says; null while that cannot be told
 */
export function understood(name) {
  const { parser } = quickAdd.state;
  const { text, plain } = lineOf(name);
  return parser && text.trim() ? parse(parser, text, { line: name, plain, at: Date.now() }) : null;
}

/**
 * @param {LineName} name
 * @param {string} text
 */
export function write(name, text) {
  const line = lineOf(name);
  changeLine(name, { text, plain: moved(line.plain, line.text, text), problem: null });
}

/**
 * What was understood are words of the title after all.
 * @param {LineName} name
 * @param {Span} span
 */
export const takeBack = (name, { start, end }) => changeLine(name, { plain: [...lineOf(name).plain, { start, end }] });

/**
 * @param {LineName} name
 * @returns {boolean} whether there was something to take back
 */
export function takeBackLast(name) {
  const last = understood(name)?.spans.at(-1);
  if (last) takeBack(name, last);
  return last !== undefined;
}

/**
 * Adds what the line says, and empties it. What follows a subtask is a subtask of the same task.
 * @param {LineName} name
 * @param {{ id: number, title: string }} [of] the task whose subtasks the line adds
 */
export function add(name, of) {
  const { text, plain, parent } = lineOf(name);
  if (!text.trim()) return;
  const read = understood(name);
  const problem = problemOf(read);
  if (problem) {
    changeLine(name, { problem });
    return;
  }
  const key = uuid();
  if (!of && !parent) lastAdded[name] = { key, id: null, title: read?.title || text.trim() };
  enter([{ key, line: name, texts: [text], plain, at: Date.now(), belonging: belonging(name), parent: parentOf(name, of), problem: null }], name);
}

/**
 * @param {LineName} name
 * @param {{ id: number, title: string }} [of]
 * @returns {Parent | null}
 */
const parentOf = (name, of) => (of ? { key: null, id: of.id, title: of.title } : (lineOf(name).parent ?? null));

/**
 * @param {LineName} name
 * @param {readonly string[]} texts each a task
 * @param {{ id: number, title: string }} [of] the task whose subtasks the line adds
 */
export function addMany(name, texts, of) {
  /** @type {Entry[]} */
  const entries = [];
  for (let start = 0; start < texts.length; start += MOST_AT_ONCE) {
    entries.push({ key: uuid(), line: name, texts: texts.slice(start, start + MOST_AT_ONCE), plain: [], at: Date.now(), belonging: belonging(name), parent: parentOf(name, of), problem: null });
  }
  delete lastAdded[name];
  enter(entries, name);
}

/**
 * @param {readonly Entry[]} added
 * @param {LineName} name
 */
function enter(added, name) {
  change({ entries: [...quickAdd.state.entries, ...added], lines: { ...quickAdd.state.lines, [name]: { ...empty, parent: lineOf(name).parent } } });
  fresh.add(name);
  send();
}

/** @param {Parsed | null} parsed */
function problemOf(parsed) {
  if (!parsed) return null;
  if (!parsed.title) return 'Write what is to be done, too.';
  const excess = excessOf(parsed.title, TITLE_LENGTH);
  return excess > 0 ? `A title has at most ${TITLE_LENGTH} characters. Take ${excess} away.` : null;
}

/**
 * Opens the editor with what the line says, and empties it.
 * @param {LineName} name
 * @param {Parameters<typeof parentOf>[1]} of
 */
export async function openInEditor(name, of) {
  const { text, plain } = lineOf(name);
  const parent = parentOf(name, of);
  const parser = await loadParser().catch(() => null);
  if (lineOf(name).text === text) changeLine(name, empty);
  open({ line: name, plain, parent }, text, parser);
}

/** @param {Entry} entry of one text, which is not saved */
export function editEntry(entry) {
  drop(entry);
  open(entry, entry.texts[0], quickAdd.state.parser, entry.at);
}

/**
 * @param {Pick<Entry, 'line' | 'plain' | 'parent'>} entry
 * @param {string} text
 * @param {Parser | null} parser
 * @param {number} [now]
 */
function open({ line, plain, parent }, text, parser, now = Date.now()) {
  const read = parser && parse(parser, text, { line, plain, at: now });
  // A project that there is not yet is made when a task is added: until then it is a word.
  const unknown = read?.spans.filter((span) => span.kind === 'project' && span.id === null) ?? [];
  const parsed = parser && unknown.length > 0 ? parse(parser, text, { line, plain: [...plain, ...unknown], at: now }) : read;
  const { due_date = null, due_on = null, priority = 'medium', project, labels } = parsed?.fields ?? {};
  const recurrence = parsed?.spans.find((span) => span.kind === 'recurrence')?.words ?? '';
  const fields = { title: parsed ? parsed.title : text.trim(), due_date: toDue({ due_date, due_on }) || (dayOfLine(line) ?? ''), recurrence, priority, ...statusOf(line), ...(parent?.id && { parent: String(parent.id) }) };
  openNewWith({ ...fields, ...(project?.id && { project: String(project.id) }), ...(labels && { labels: [...belonging(line).labels, ...labels].join(', ') }) });
}

/** @param {Entry} entry */
function drop(entry) {
  change({ entries: quickAdd.state.entries.filter(({ key }) => key !== entry.key) });
  followParent(entry.key, null);
}

/** @param {Entry} entry which is not saved */
export function discardEntry(entry) {
  drop(entry);
  offerUndo('Discarded what was not added.', () => change({ entries: [...quickAdd.state.entries, entry] }));
}

/** Sends again what was not saved. */
export const retryAll = () => retry(() => true);

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
let pause = 0;

/** Where reading works and saving does not, the connection is back each time that something is read: it is tried less and less often. */
function retryAfterPause() {
  setTimeout(retryLater, pause);
  pause = Math.min(LONGEST_PAUSE_MS, pause * 2 || FIRST_PAUSE_MS);
}

const retryLater = () => retry(({ later }) => later === true);

/** @param {(entry: Entry) => boolean} chosen */
function retry(chosen) {
  if (quickAdd.state.entries.length === 0) return;
  change({ entries: quickAdd.state.entries.map((entry) => (chosen(entry) ? { ...entry, problem: null, later: false } : entry)) });
  send();
}

let sending = Promise.resolve();
let busy = false;

/** One entry after the other: tasks come in the order in which they were entered. */
function send() {
  if (busy) return;
  busy = true;
  sending = begin(sendAll().finally(() => (busy = false)));
}

async function sendAll() {
  for (;;) {
    const entry = quickAdd.state.entries.find(({ problem }) => problem === null);
    if (!entry || session.state.status !== 'signed-in') return;
    const order = turn();
    const outcome = await save(entry);
    // Signed out meanwhile, or taken up again by somebody else.
    if (!quickAdd.state.entries.some(({ key }) => key === entry.key)) continue;
    settle(entry, outcome, order);
  }
}

/** @typedef {{ saved: import('../task.js').Task[], refused: { text: string, problem: string }[], stop: boolean }} Outcome stop: nothing else would be saved now */

/**
 * @param {Entry} entry
 * @returns {Promise<Outcome>}
 */
async function save(entry) {
  if (entry.parent?.id === null) return refusal(entry, `“${entry.parent.title}” is not added yet, and this is a subtask of it.`, false);
  const parser = await loadParser().catch(() => null);
  if (!parser) return refusal(entry, 'A part of PrimeTask did not arrive. Check your connection.', true);
  try {
    await findProjects(parser, entry);
    const tasks = entry.texts.map((text) => taskOf(entry, text, parse(parser, text, entry)));
    const results = tasks.length > 1 ? await versions.createMany(tasks, entry.key) : [(await versions.create(tasks[0], entry.key)).task];
    return {
      saved: results.flatMap((result) => (result instanceof ApiError ? [] : [result])),
      refused: results.flatMap((result, place) => (result instanceof ApiError ? [{ text: entry.texts[place], problem: result.sentence }] : [])),
      stop: false,
    };
  } catch (error) {
    if (error instanceof ApiError) return refusal(entry, versions.reasonOf(error), error.unreachable || error.status === 401);
    change({ entries: quickAdd.state.entries.map((one) => (one.key === entry.key ? { ...one, problem: 'Something went wrong.' } : one)) });
    throw error;
  }
}

/**
 * Reads the projects if they are needed and not here, and makes those that are not there.
 * @param {Parser} parser
 * @param {Entry} entry
 */
async function findProjects(parser, entry) {
  if (!entry.texts.some((text) => text.includes('#'))) return;
  const unknown = () => entry.texts.map((text) => parse(parser, text, entry).fields.project).find((project) => project?.id === null)?.name;
  // One that was made elsewhere, or by the attempt before, is not made twice.
  if (!quickAdd.state.projects || unknown()) await loadProjects();
  for (let name = unknown(); name; name = unknown()) {
    quickAdd.set({ projects: [...(quickAdd.state.projects ?? []), await createProject({ name })] });
  }
}

/**
 * @param {Entry} entry
 * @param {string} problem
 * @param {boolean} stop
 * @returns {Outcome}
 */
const refusal = ({ texts }, problem, stop) => ({ saved: [], refused: texts.map((text) => ({ text, problem })), stop });

/**
 * A task needs a title: where all of a text was understood, it is the title.
 * @param {Entry} entry
 * @param {string} text
 * @param {Parsed} parsed
 * @returns {NewTask}
 */
function taskOf({ line, belonging: place, parent }, text, { title, fields: { due_date, due_on, recurrence, recurrence_from, priority, project, labels } }) {
  // A subtask is where its parent is.
  const there = line.startsWith('subtasks-') ? null : place;
  const common = { ...(parent ? { parent: parent.id } : there?.project && { project: there.project }), ...(there?.labels.length && { labels: there.labels }), ...statusOf(line) };
  const onDay = there?.day && { due_on: there.day };
  if (!title) return { ...common, ...onDay, title: text.trim() };
  return {
    ...common,
    title,
    ...(due_date && { due_date }),
    ...(due_on && { due_on }),
    ...(!due_date && !due_on && onDay),
    ...(recurrence && { recurrence, recurrence_from }),
    ...(priority && { priority }),
    ...(project?.id && { project: project.id }),
    ...(labels && { labels: [...(there?.labels ?? []), ...labels] }),
  };
}

/** @param {LineName} line @returns {{ status?: Status }} of a column of the board */
const statusOf = (line) => (statuses.some(({ value }) => value === line) ? { status: /** @type {Status} */ (line) } : {});

/** @param {LineName} line */
function dayOfLine(line) {
  if (line === 'today') return today();
  return line.startsWith('on-') ? line.slice('on-'.length) : null;
}

/** @param {LineName} line @returns {Belonging} what a task has that is added where the person is */
function belonging(line) {
  const { project, labels } = presets();
  return { project: project ? Number(project) : null, labels: labelNames(labels), day: dayOfLine(line) };
}

/**
 * @param {Entry} entry
 * @param {Outcome} outcome
 * @param {number} order
 */
function settle(entry, { saved, refused, stop }, order) {
  if (saved.length === 1) followParent(entry.key, { key: null, id: saved[0].id });
  const { entries } = quickAdd.state;
  if (saved.length > 0) {
    pause = 0;
    offerUndo(saved.length === 1 ? `Added “${saved[0].title}”.` : `Added ${saved.length} tasks.`, () => moveAllToTrash(saved), order);
  }
  if (stop) {
    change({ entries: entries.map((one) => (one.problem === null ? { ...one, problem: refused[0].problem, later: true } : one)) });
    return;
  }
  // What was refused is an attempt of its own from now on: another request, with another key.
  const left = refused.map(({ text, problem }) => ({ ...entry, key: uuid(), texts: [text], problem }));
  change({ entries: entries.flatMap((one) => (one.key === entry.key ? left : [one])) });
  if (left.length === 1) followParent(entry.key, { key: left[0].key });
  // The line says so, where it is shown.
  if (left.length > 0 && !document.querySelector(`[data-quick-add="${entry.line}"]`)) {
    notifyProblem(`${left.length === 1 ? `“${left[0].texts[0]}” was not added.` : `${left.length} tasks were not added.`} ${left[0].problem} It waits in the line where you wrote it.`);
  }
}

followSession();
