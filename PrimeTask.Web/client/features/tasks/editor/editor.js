// @ts-check
// The new task being written. It outlives the dialog that shows it: a failed request, an expired session or a reload loses nothing.
import { ApiError } from '../../../app/http.js';
import { notifyProblem } from '../../../app/notices.js';
import { session } from '../../../app/session.js';
import { createStore } from '../../../app/store.js';
import { begin, offerUndo, turn } from '../../../app/undo.js';
import { uuid } from '../../../app/uuid.js';
import { createDraft } from '../draft.js';
import { changeBack, moveAllToTrash } from '../edits.js';
import { presets } from '../presets.js';
import * as versions from '../versions.js';
import { blank, changedFields, toTask } from './fields.js';

/** @typedef {import('./fields.js').Fields} Fields */
/** @typedef {{ author: number } & Pick<EditorState, 'key' | 'saved' | 'fields'>} Draft */

/**
 * @typedef {object} EditorState
 * @property {boolean} open
 * @property {number | null} author who is writing
 * @property {number | null} owner whose task it is
 * @property {string} key the same for every attempt to create this very task
 * @property {Fields} saved what it began with
 * @property {Fields} fields as written
 * @property {Record<string, string[]>} errors
 * @property {string | null} problem what belongs to no field
 * @property {boolean} saving
 */

/** @type {EditorState} */
const closed = { open: false, author: null, owner: null, key: '', saved: blank, fields: blank, errors: {}, problem: null, saving: false };

export const editor = createStore(closed);

const draft = /** @type {ReturnType<typeof createDraft<Draft>>} */ (createDraft('primetask-draft'));

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
  const { saved, fields, key } = kept;
  editor.set({ ...closed, open: true, author, owner: author, key, saved: { ...blank, ...saved }, fields: { ...blank, ...fields } });
}

/** Closes without saving and without undo. */
function close() {
  draft.drop();
  if (editor.state.open) editor.set(closed);
}

/** Closes without saving, and offers to undo that. */
export function discard() {
  const before = editor.state;
  const written = Object.keys(changedFields(before.fields, before.saved)).length > 0;
  close();
  // What is being saved is added all the same.
  if (written && !before.saving) offerUndo('Discarded what you wrote.', () => reopen(before));
}

/** @param {EditorState} before */
function reopen(before) {
  if (editor.state.open) return;
  editor.set({ ...before, saving: false });
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
  const { open, author, key, saved, fields } = editor.state;
  if (open && author !== null) draft.keep({ author, key, saved, fields });
}

/** @param {Record<string, string[]>} errors found before anything was sent */
export const refuse = (errors) => editor.set({ errors: { ...editor.state.errors, ...errors } });

/** @returns {Promise<boolean>} whether the task is saved */
export async function save() {
  const { saving, fields, key } = editor.state;
  if (saving) return false;
  editor.set({ saving: true, errors: {}, problem: null });
  const order = turn();
  try {
    const { task } = await begin(versions.create({ ...toTask(fields), title: fields.title }, key));
    // What was written since then, while it was on its way. Where another dialog is open by now, it is not this one's.
    const rest = editor.state.saving ? changedFields(editor.state.fields, fields) : {};
    if (editor.state.saving) close();
    if (Object.keys(rest).length > 0) await changeBack(task, toTask(rest));
    offerUndo(`Added “${task.title}”.`, () => moveAllToTrash([task]), order);
    return true;
  } catch (error) {
    const isClosed = !editor.state.saving;
    if (!isClosed) editor.set({ saving: false });
    if (!(error instanceof ApiError)) throw error;
    if (isClosed) notifyProblem(`“${fields.title}” was not added. ${error.sentence}`);
    else if (error.status === 401) editor.set({ problem: 'Your session ended before this was saved. Save it again.' });
    else editor.set(error.placed);
    return false;
  }
}
