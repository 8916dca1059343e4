// @ts-check
// The task being written. It outlives the dialog that shows it: a failed request, an expired session or a reload loses nothing.
import { ApiError } from '../../../app/http.js';
import { session } from '../../../app/session.js';
import { createStore } from '../../../app/store.js';
import { offerUndo } from '../../../app/undo.js';
import { uuid } from '../../../app/uuid.js';
import { createDraft } from '../draft.js';
import { fromDue, toDue } from '../dueDates.js';
import { changeBack, completeAlong, duplicate, moveAllToTrash, rememberStatus, skip, subtasksToComplete } from '../edits.js';
import { labelNames } from '../place.js';
import { describeRecurrence, readRecurrence } from '../recurrence/rule.js';
import { presets } from '../presets.js';
import { inverse } from '../taskChanges.js';
import * as versions from '../versions.js';
import { differences, merged } from './merge.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {{ title: string, description: string, status: string, priority: string, due_date: string, start_on: string, recurrence: string, project: string, parent: string, labels: string }} Fields recurrence: in words; project: an id, empty for the Inbox; parent: an id, empty for none; labels: names with commas between */
/** @typedef {import('./merge.js').Difference} Difference */
/** @typedef {import('../recurrence/scope.js').Scope | ''} Scope */
/** @typedef {{ author: number } & Pick<EditorState, 'id' | 'seen' | 'key' | 'saved' | 'fields' | 'conflict'>} Draft */

/**
 * @typedef {object} EditorState
 * @property {boolean} open
 * @property {number | null} id null for a new task
 * @property {number | null} author who is writing
 * @property {number | null} owner whose task it is
 * @property {string | null} seen `updated_at` of the version that the writing began with
 * @property {string} key the same for every attempt to create this very task
 * @property {boolean} recurs as the server has it
 * @property {Scope} scope what the changes of a recurring task apply to; empty: the date to this one, all else to the later ones too
 * @property {Fields} saved as the server has it
 * @property {Fields} fields as written
 * @property {Record<string, string[]>} errors
 * @property {string | null} problem what belongs to no field
 * @property {Difference[]} conflict what somebody else changed meanwhile
 * @property {boolean} complete whether the description, which lists leave out, is here
 * @property {boolean} loading
 * @property {boolean} saving
 */

/** @type {Fields} */
const blank = { title: '', description: '', status: 'pending', priority: 'medium', due_date: '', start_on: '', recurrence: '', project: '', parent: '', labels: '' };

/** @type {EditorState} */
const closed = {
  open: false,
  id: null,
  author: null,
  owner: null,
  seen: null,
  key: '',
  recurs: false,
  scope: '',
  saved: blank,
  fields: blank,
  errors: {},
  problem: null,
  conflict: [],
  complete: true,
  loading: false,
  saving: false,
};

export const editor = createStore(closed);

const draft = /** @type {ReturnType<typeof createDraft<Draft>>} */ (createDraft('primetask-draft'));

/** The reading of the task that was opened last. */
let opening = Promise.resolve();
/** @type {Task | null} the version that the writing began with; null where it was restored */
let asRead = null;

let wasSignedIn = false;
session.subscribe(() => {
  const { status, user, expired } = session.state;
  if (status === 'signed-out' && wasSignedIn && !expired) close();
  if (user && editor.state.open && user.id !== editor.state.author) close();
  if (status === 'signed-in' && !wasSignedIn && user) restore(user.id);
  if (status === 'signed-in' || (status === 'signed-out' && !expired)) wasSignedIn = status === 'signed-in';
});

/** @param {number} author */
function restore(author) {
  if (editor.state.open) return;
  const kept = draft.of(author);
  if (!kept) return;
  const { saved, fields, ...rest } = kept;
  editor.set({ ...closed, ...rest, open: true, saved: { ...blank, ...saved }, fields: { ...blank, ...fields } });
}

/** Closes without saving and without undo. */
function close() {
  draft.drop();
  if (editor.state.open) editor.set(closed);
  asRead = null;
}

/** Closes without saving, and offers to undo that. */
export function discard() {
  const before = editor.state;
  const written = Object.keys(changedFields()).length > 0;
  close();
  if (written) offerUndo('Discarded what you wrote.', () => reopen(before));
}

/** Creates a task like the saved one, and closes without saving. */
export async function duplicateSaved() {
  const { id, saved } = editor.state;
  if (id === null) return;
  discard();
  await duplicate({ id, title: saved.title });
}

/** Skips this occurrence of the saved task, and closes without saving. */
export async function skipSaved() {
  const task = asRead;
  if (!task) return;
  discard();
  await skip(task);
}

/** @param {EditorState} before */
function reopen(before) {
  if (editor.state.open) return;
  editor.set({ ...before, saving: false, loading: false });
  keep();
}

/** It belongs to the place that is shown. */
export function openNew() {
  const fields = { ...blank, ...presets() };
  const author = session.state.user?.id ?? null;
  editor.set({ ...closed, open: true, author, owner: author, saved: fields, fields, key: uuid() });
}

/**
 * A new task that has begun elsewhere.
 * @param {Partial<Fields>} fields
 */
export function openNewWith(fields) {
  openNew();
  editor.set({ fields: { ...editor.state.fields, ...fields } });
  keep();
}

/** @param {Task} task from a list: without its description */
export async function openExisting(task) {
  const fields = toFields(task);
  editor.set({ ...closed, open: true, id: task.id, author: session.state.user?.id ?? null, owner: task.owner, saved: fields, fields, complete: false });
  opening = loadSaved();
  await opening;
}

/** Reads the task as the server has it; what the person has changed already stays. */
export async function loadSaved() {
  const { id } = editor.state;
  if (id === null) return;
  editor.set({ loading: true, problem: null });
  try {
    const { task } = await versions.read(id);
    if (editor.state.id === id) show(task);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (editor.state.id === id) editor.set({ loading: false, problem: error.sentence });
  }
}

/** @param {Task} task */
function show(task) {
  asRead = task;
  const saved = toFields(task);
  editor.set({ owner: task.owner, recurs: task.recurrence !== null && task.next === null, saved, fields: { ...saved, ...changedFields() }, seen: task.updated_at, complete: true, loading: false });
}

/**
 * @param {keyof Fields} name
 * @param {string} value
 */
export function write(name, value) {
  const { [name]: _, ...errors } = editor.state.errors;
  editor.set({ fields: { ...editor.state.fields, [name]: value }, errors, key: uuid() });
  keep();
}

function keep() {
  const { open, author, id, seen, key, saved, fields, conflict, complete } = editor.state;
  if (open && author !== null && complete) draft.keep({ author, id, seen, key, saved, fields, conflict });
}

/**
 * Says which side of a field to take.
 * @param {string | null} name null: all fields
 * @param {'mine' | 'theirs'} side
 */
export function choose(name, side) {
  const conflict = editor.state.conflict.map((one) => (name === null || one.name === name ? { ...one, choice: side } : one));
  editor.set({ conflict, fields: /** @type {Fields} */ (merged(editor.state.fields, conflict)), problem: null });
  keep();
}

/** @param {Scope} scope */
export const applyTo = (scope) => editor.set({ scope });

/** @param {Record<string, string[]>} errors found before anything was sent */
export const refuse = (errors) => editor.set({ errors: { ...editor.state.errors, ...errors } });

/** @returns {Promise<boolean>} whether the task is saved */
export async function save() {
  const { id, saving, loading, complete, conflict } = editor.state;
  if (saving || (loading && complete)) return false;
  if (conflict.some(({ choice }) => choice === null)) {
    editor.set({ problem: 'Choose first which version of each field to keep.' });
    return false;
  }
  // Someone may save before the task has been read: wait for it.
  if (!complete) await (loading ? opening : loadSaved());
  if (!editor.state.complete || editor.state.saving || editor.state.id !== id) return false;
  // Below, what is under way: a question is not.
  const subtasks = asRead?.id === id && changedFields().status === 'completed' ? await subtasksToComplete([asRead]) : [];
  if (!subtasks || editor.state.saving || editor.state.id !== id) return false;
  editor.set({ saving: true, errors: {}, problem: null, conflict: [] });
  try {
    const written = changedFields();
    const changes = toTask(written);
    // Where the writing was restored, what it began with is known as it was shown.
    const base = toTask(Object.fromEntries(Object.keys(written).map((name) => [name, editor.state.saved[/** @type {keyof Fields} */ (name)]])));
    const { task } = await send();
    const before = asRead?.id === task.id ? asRead : null;
    const scope = editor.state.scope || undefined;
    close();
    if (before) rememberStatus(before, changes);
    const reopen = await completeAlong(subtasks);
    if (id === null) offerUndo(`Added “${task.title}”.`, () => moveAllToTrash([task]));
    else offerUndo(`Saved “${task.title}”.`, async () => (await changeBack(task, before ? inverse(before, changes) : base, scope)) && (await reopen()));
    return true;
  } catch (error) {
    await refused(error);
    return false;
  }
}

async function send() {
  const { id, seen, key, fields, scope } = editor.state;
  if (id === null) return versions.create({ ...toTask(fields), title: fields.title }, key);
  return versions.update({ id, updated_at: seen ?? '' }, toTask(changedFields()), scope || undefined);
}

/** @param {unknown} error */
async function refused(error) {
  editor.set({ saving: false });
  if (!(error instanceof ApiError)) throw error;
  if (error.status === 412) await compare();
  else if (error.status === 401) editor.set({ problem: 'Your session ended before this was saved. Save it again.' });
  else if (error.status === 404) editor.set({ id: null, seen: null, key: uuid(), problem: 'This task has been deleted elsewhere. Saving again adds it anew.' });
  else editor.set(error.placed);
}

/** The task has been changed elsewhere: both versions are shown. */
async function compare() {
  const { saved: base, fields: mine } = editor.state;
  await loadSaved();
  if (editor.state.problem) return;
  const conflict = differences(base, mine, editor.state.saved);
  editor.set({ conflict, fields: /** @type {Fields} */ (merged(mine, conflict)) });
  keep();
}

/** @returns {Partial<Fields>} what differs from the saved task: a PATCH leaves the rest alone, to the second */
function changedFields() {
  const { fields, saved } = editor.state;
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== saved[/** @type {keyof Fields} */ (name)]));
}

/**
 * @param {Task} task
 * @returns {Fields}
 */
function toFields(task) {
  const { title, description, status, priority, due_date, due_on, start_on, project, parent, labels } = task;
  return {
    title,
    description: description ?? '',
    status,
    priority,
    due_date: toDue({ due_date, due_on }),
    start_on: start_on ?? '',
    recurrence: describeRecurrence(task),
    project: String(project ?? ''),
    parent: String(parent ?? ''),
    labels: labels.join(', '),
  };
}

/**
 * @param {Partial<Fields>} fields
 * @returns {import('../task.js').TaskChanges}
 */
function toTask(fields) {
  const task = /** @type {Record<string, string | number | string[] | null>} */ ({ ...fields });
  if (fields.description !== undefined) task.description = fields.description || null;
  if (fields.start_on !== undefined) task.start_on = fields.start_on || null;
  delete task.recurrence;
  if (fields.recurrence !== undefined) Object.assign(task, fields.recurrence ? readRecurrence(fields.recurrence) : { recurrence: null });
  if (fields.project !== undefined) task.project = fields.project ? Number(fields.project) : null;
  if (fields.parent !== undefined) task.parent = fields.parent ? Number(fields.parent) : null;
  // A subtask is where its parent is.
  if (fields.parent) delete task.project;
  if (fields.labels !== undefined) task.labels = labelNames(fields.labels);
  return fields.due_date === undefined ? task : { ...task, ...fromDue(fields.due_date) };
}
