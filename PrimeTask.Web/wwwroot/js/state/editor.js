// @ts-check
// The task being written. It outlives the dialog that shows it: a failed request or an expired session loses nothing.
import { ApiError } from '../api/http.js';
import { fromLocalInput, toLocalInput } from '../lib/dates.js';
import { createStore } from '../lib/store.js';
import { notify } from './notices.js';
import { session } from './session.js';
import { load, taskList } from './taskList.js';
import * as versions from './versions.js';

/** @typedef {import('../api/tasks.js').Task} Task */
/** @typedef {{ title: string, description: string, status: string, priority: string, due_date: string }} Fields */

/**
 * @typedef {object} EditorState
 * @property {boolean} open
 * @property {number | null} id null for a new task
 * @property {number | null} author who is writing
 * @property {Fields} saved as the server has it
 * @property {Fields} fields as written
 * @property {Record<string, string[]>} errors
 * @property {string | null} problem what belongs to no field
 * @property {boolean} complete whether the description, which lists leave out, is here
 * @property {boolean} loading
 * @property {boolean} saving
 */

/** @type {Fields} */
const blank = { title: '', description: '', status: 'pending', priority: 'medium', due_date: '' };

/** @type {EditorState} */
const closed = {
  open: false,
  id: null,
  author: null,
  saved: blank,
  fields: blank,
  errors: {},
  problem: null,
  complete: true,
  loading: false,
  saving: false,
};

export const editor = createStore(closed);

session.subscribe(() => {
  const { status, user, expired } = session.state;
  const leaves = status === 'signed-out' && !expired;
  if (leaves || (user && user.id !== editor.state.author)) close();
});

export function close() {
  if (editor.state.open) editor.set(closed);
}

export function openNew() {
  editor.set({ ...closed, open: true, author: session.state.user?.id ?? null });
}

/** @param {Task} task from the list: without its description */
export async function openExisting(task) {
  const fields = toFields(task);
  editor.set({ ...closed, open: true, id: task.id, author: session.state.user?.id ?? null, saved: fields, fields, complete: false });
  await loadSaved();
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
  const saved = toFields(task);
  editor.set({ saved, fields: { ...saved, ...changedFields() }, complete: true, loading: false });
}

/**
 * @param {keyof Fields} name
 * @param {string} value
 */
export function write(name, value) {
  const { [name]: _, ...errors } = editor.state.errors;
  editor.set({ fields: { ...editor.state.fields, [name]: value }, errors });
}

/** @returns {Promise<boolean>} whether the task is saved */
export async function save() {
  const { id, saving, loading } = editor.state;
  if (saving || loading) return false;
  if (!editor.state.complete) await loadSaved();
  if (!editor.state.complete) return false;
  editor.set({ saving: true, errors: {}, problem: null });
  try {
    const { task } = await (id === null ? versions.create(toTask(editor.state.fields)) : versions.update(id, toTask(changedFields())));
    close();
    await load();
    notify(saidOf(task, id === null));
    return true;
  } catch (error) {
    await refused(error);
    return false;
  }
}

/**
 * @param {Task} task
 * @param {boolean} isNew
 */
function saidOf(task, isNew) {
  if (!isNew) return `Saved “${task.title}”.`;
  const shown = taskList.state.tasks?.some(({ id }) => id === task.id);
  return shown ? `Added “${task.title}”.` : `Added “${task.title}”. It is not on this page of the list.`;
}

/** @param {unknown} error */
async function refused(error) {
  editor.set({ saving: false });
  if (!(error instanceof ApiError)) throw error;
  if (error.status === 412) {
    await loadSaved();
    editor.set({ problem: 'This task has been changed elsewhere meanwhile. What you wrote is kept; saving again replaces the other change.' });
  } else if (error.status === 401) {
    editor.set({ problem: 'Your session ended before this was saved. Save it again.' });
  } else {
    editor.set(error.placed);
  }
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
function toFields({ title, description, status, priority, due_date }) {
  return { title, description: description ?? '', status, priority, due_date: toLocalInput(due_date) };
}

/**
 * @param {Partial<Fields>} fields
 * @returns {import('../api/tasks.js').TaskChanges}
 */
function toTask(fields) {
  const task = /** @type {Record<string, string | null>} */ ({ ...fields });
  if (fields.description !== undefined) task.description = fields.description || null;
  if (fields.due_date !== undefined) task.due_date = fromLocalInput(fields.due_date);
  return task;
}
