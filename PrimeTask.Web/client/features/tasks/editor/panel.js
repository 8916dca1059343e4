// @ts-check
// The task that is open in the panel. Each field is saved when it is changed; what is not saved yet, or cannot be, outlives the panel and a reload.
import { onReconnect } from '../../../app/connection.js';
import { ApiError } from '../../../app/http.js';
import { notifyProblem } from '../../../app/notices.js';
import { leaveTask, route } from '../../../app/router.js';
import { session } from '../../../app/session.js';
import { createStore } from '../../../app/store.js';
import { begin, offerUndo, turn } from '../../../app/undo.js';
import { createDraft, PANEL } from '../draft.js';
import { changeBack, completeAlong, describe, duplicate, onRefusal, rememberStatus, remove, skip, subtasksToComplete } from '../edits.js';
import { knownOf } from '../openTask.js';
import { readRecurrence } from '../recurrence/rule.js';
import { byScope } from '../recurrence/scope.js';
import { inverse } from '../taskChanges.js';
import * as versions from '../versions.js';
import { tickBox } from './boxes.js';
import { openNewWith } from './editor.js';
import { blank, changedFields, HALF_DATE, toFields, toTask } from './fields.js';
import { differences, merged } from './merge.js';

/** @typedef {import('../task.js').Task} Task */
/** @typedef {import('./fields.js').Fields} Fields */
/** @typedef {import('./fields.js').FieldName} FieldName */
/** @typedef {import('./merge.js').Difference} Difference */
/** @typedef {import('./boxes.js').Box} Box */
/** @typedef {import('../recurrence/scope.js').Scope | ''} Scope */

/**
 * @typedef {object} PanelState
 * @property {number | null} id null while none is open
 * @property {number | null} author who is writing
 * @property {number | null} owner whose task it is
 * @property {Task | null} task as the server has it, or a list knows it
 * @property {Scope} scope what the changes of a recurring task apply to; empty: the date to this one, all else to the later ones too
 * @property {Fields} saved the same as fields
 * @property {Fields} fields as written
 * @property {Record<string, string[]>} errors
 * @property {string | null} problem what belongs to no field
 * @property {Difference[]} conflict what somebody else changed meanwhile
 * @property {boolean} complete whether the description, which lists leave out, is here
 * @property {boolean} loading
 * @property {boolean} saving
 * @property {boolean} missing whether there is no such task, or none any more
 */

/** @typedef {Pick<PanelState, 'task' | 'saved' | 'fields' | 'conflict'>} Unsaved saved: dates are written in the time zone of then */
/** @typedef {{ author: number, tasks: Record<string, Unsaved> }} Draft by the tasks' ids */
/** @typedef {{ box: Box, checked: boolean }} Tick */

/** @type {PanelState} */
const closed = {
  id: null,
  author: null,
  owner: null,
  task: null,
  scope: '',
  saved: blank,
  fields: blank,
  errors: {},
  problem: null,
  conflict: [],
  complete: false,
  loading: false,
  saving: false,
  missing: false,
};

/** How often a save begins anew with what somebody else saved meanwhile. */
const MAX_ATTEMPTS = 6;

export const panel = createStore(closed);

const draft = /** @type {ReturnType<typeof createDraft<Draft>>} */ (createDraft(PANEL));

/** Boxes that were ticked and are not saved: done again on what somebody else wrote meanwhile. @type {Tick[]} */
let ticks = [];
/** @type {Promise<unknown>} */
let saving = Promise.resolve();
/** What is on its way, and of which task. @type {Partial<Fields>} */
let sending = {};
let titleSent = '';
/** What is written anew when the panel has closed. @type {Fields | null} */
let anew = null;

route.subscribe(follow);
session.subscribe(follow);
onReconnect(() => {
  const { id, problem, complete } = panel.state;
  if (id === null) return;
  if (!complete) void loadAgain();
  else if (problem) void commit();
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void refresh();
});
onRefusal(refresh);
versions.watch(({ task, removed }) => {
  if (task && task.id === panel.state.id && task.description !== undefined) show(task);
  if (removed !== undefined && removed === panel.state.id && !panel.state.missing) {
    drop(removed);
    leaveTask();
  }
});
window.addEventListener('pagehide', () => !hasHalfDate() && keep());

follow();

/** Opens the task of the address to whom is signed in. */
function follow() {
  const { status, user, expired } = session.state;
  if (status === 'signed-out' && !expired) {
    draft.drop();
    close();
  }
  if (panel.state.id !== null && user && panel.state.author !== user.id) close();
  if (status !== 'signed-in' || !user) return;
  const { task: id } = route.state;
  if (id === panel.state.id) return;
  leaveOpened();
  if (id !== null) open(id, user.id);
  else if (anew) openNewWith(anew);
  anew = null;
}

/** What was written is saved also where nobody waits for it; what cannot be is kept. */
function leaveOpened() {
  const left = panel.state;
  if (left.id === null) return;
  // A date of which a part is written reads as none: what is there stays.
  if (hasHalfDate()) panel.set({ fields: { ...left.fields, due_date: left.saved.due_date, start_on: left.saved.start_on } });
  keep();
  const rest = Object.fromEntries(Object.entries(unsaved()).filter(([name, value]) => sending[/** @type {FieldName} */ (name)] !== value));
  // What cannot be read, or was refused, stays in the draft, to be written anew.
  if (rest.recurrence && !readRecurrence(rest.recurrence)) delete rest.recurrence;
  const keepsDraft = Object.keys(changedFields(panel.state.fields, panel.state.saved)).some((name) => !(name in rest) && !(name in sending));
  if (left.task && canSave() && Object.keys(rest).length > 0) void saveBehind(left.task, left.scope ? [rest] : byScope(left.task, rest), left.scope || undefined, keepsDraft);
  close();
}

const hasHalfDate = () => document.querySelector(`.task-view__form ${HALF_DATE}`) !== null;

function close() {
  ticks = [];
  if (panel.state.id !== null) panel.set(closed);
}

/**
 * @param {Task} task
 * @param {readonly Partial<Fields>[]} parts one after the other
 * @param {import('../recurrence/scope.js').Scope | undefined} scope
 * @param {boolean} keepsDraft whether something was written beside them
 */
async function saveBehind(task, parts, scope, keepsDraft) {
  try {
    let before = task;
    for (const part of parts) {
      const [changes, order] = [toTask(part), turn()];
      const { task: saved } = await begin(versions.update(before, changes, scope));
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

/**
 * @param {number} id
 * @param {number} author
 */
function open(id, author) {
  const known = knownOf(id);
  const fields = known ? toFields(known) : blank;
  panel.set({ ...closed, id, author, owner: known?.owner ?? null, task: known, saved: fields, fields, loading: true });
  const unsaved = draft.of(author)?.tasks[id];
  // What it was written on is what it is compared with.
  if (unsaved?.task) panel.set({ task: unsaved.task, owner: unsaved.task.owner, saved: { ...blank, ...unsaved.saved }, fields: { ...blank, ...unsaved.fields }, conflict: unsaved.conflict });
  void load();
}

/** Reads the task as the server has it; what the person has changed already stays. */
export async function load() {
  const { id } = panel.state;
  if (id === null) return;
  panel.set({ loading: true, problem: null });
  try {
    const { task } = await versions.read(id);
    if (panel.state.id !== id) return;
    panel.set({ loading: false });
    if (isChanged()) compare(task);
    else show(task);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (panel.state.id === id) panel.set({ loading: false, ...(error.status === 404 ? { missing: true } : { problem: error.sentence }) });
  }
}

/** Reads the task, and saves what could not be saved meanwhile. */
export async function loadAgain() {
  await load();
  if (panel.state.problem === null) await commit();
}

/** Somebody else may have changed it while nobody looked. */
async function refresh() {
  const { id, complete, saving: busy } = panel.state;
  if (id === null || !complete || busy || session.state.status !== 'signed-in') return;
  try {
    await versions.read(id).then(({ task }) => panel.state.id === id && !isChanged() && show(task));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (panel.state.id === id && error.status === 404) panel.set({ missing: true });
  }
}

/** @param {Task} task */
function show(task) {
  const saved = toFields(task);
  const written = changedFields(panel.state.fields, panel.state.saved);
  panel.set({ task, owner: task.owner, saved, fields: { ...saved, ...written }, complete: true, missing: false });
  keep();
}

/**
 * What both sides changed is for the person to say; of the rest, each keeps its own.
 * @param {Task} task as somebody else left it
 */
function compare(task) {
  const { saved: base, fields: mine } = panel.state;
  const theirs = toFields(task);
  const ticked = ticks.length > 0 ? ticks.reduce((/** @type {string | null} */ text, { box, checked }) => text && tickBox(text, box, checked), theirs.description) : null;
  // What had to be chosen before still has.
  const open = panel.state.conflict.map(({ name }) => name);
  const before = /** @type {Fields} */ (Object.fromEntries(Object.entries(base).map(([name, value]) => [name, open.includes(name) ? null : value])));
  const conflict = differences(before, ticked === null ? mine : { ...mine, description: ticked }, theirs).filter(({ name }) => ticked === null || name !== 'description');
  const fields = /** @type {Fields} */ ({ ...merged(mine, conflict), ...(ticked !== null && { description: ticked }) });
  panel.set({ task, owner: task.owner, saved: theirs, fields, complete: true, missing: false, conflict: conflict.filter(({ choice }) => choice === null) });
  keep();
}

/**
 * @param {FieldName} name
 * @param {string} value
 */
export function write(name, value) {
  // Without a date, how it repeats is refused.
  const again = name === 'due_date' ? [name, 'recurrence'] : [name];
  const errors = Object.fromEntries(Object.entries(panel.state.errors).filter(([field]) => !again.includes(field)));
  if (name === 'description') ticks = [];
  panel.set({ fields: { ...panel.state.fields, [name]: value }, errors });
  keep();
}

/** What is written and not saved survives a reload. */
function keep() {
  const { id, author, task, saved, fields, conflict } = panel.state;
  if (id === null || author === null || task === null) return;
  if (isChanged()) draft.keep({ author, tasks: { ...draft.of(author)?.tasks, [id]: { task, saved, fields, conflict } } });
  else drop(id);
}

/** @param {number} id */
function drop(id) {
  const { user } = session.state;
  const kept = user && draft.of(user.id);
  if (!kept?.tasks[id]) return;
  const { [id]: _, ...tasks } = kept.tasks;
  if (Object.keys(tasks).length > 0) draft.keep({ author: kept.author, tasks });
  else draft.drop();
}

/** @param {Scope} scope */
export const applyTo = (scope) => panel.set({ scope });

/** @param {Record<string, string[]>} errors found before anything was sent */
export const refuse = (errors) => panel.set({ errors: { ...panel.state.errors, ...errors } });

/**
 * Takes back what was written in a field.
 * @param {FieldName} name
 */
export const revert = (name) => write(name, panel.state.saved[name]);

/**
 * Says which side of a field to take; when all are said, they are saved.
 * @param {string | null} name null: all fields
 * @param {'mine' | 'theirs'} side
 */
export function choose(name, side) {
  const all = panel.state.conflict.map((one) => (name === null || one.name === name ? { ...one, choice: side } : one));
  const done = all.every(({ choice }) => choice !== null);
  panel.set({ conflict: done ? [] : all, fields: /** @type {Fields} */ (merged(panel.state.fields, all)), problem: null });
  keep();
  if (done) void commit();
}

/**
 * @param {FieldName} name
 * @param {string} value
 */
export function writeAndSave(name, value) {
  write(name, value);
  void commit();
}

/**
 * Ticks a box of the description, or unticks it.
 * @param {Box} box
 * @param {boolean} checked
 */
export function tick(box, checked) {
  const { fields, saved } = panel.state;
  const text = tickBox(fields.description, box, checked);
  if (text === null) return;
  // What was written beside it is not done again by ticking.
  const again = fields.description === saved.description || ticks.length > 0 ? [...ticks, { box, checked }] : [];
  write('description', text);
  ticks = again;
  void commit();
}

/** Saves what has been changed, after what is being saved. */
export function commit() {
  saving = saving.catch(() => {}).then(saveChanges);
  return saving;
}

/** What was refused is sent again when it has been written anew. @returns {Partial<Fields>} */
function unsaved() {
  const { fields, saved, errors } = panel.state;
  return Object.fromEntries(Object.entries(changedFields(fields, saved)).filter(([name]) => !errors[name]));
}

async function saveChanges() {
  const { id } = panel.state;
  for (let attempt = 1; id !== null && panel.state.id === id && canSave() && Object.keys(unsaved()).length > 0; attempt += 1) {
    const { scope, task } = panel.state;
    panel.set({ saving: true, problem: null });
    [sending] = scope ? [unsaved()] : byScope(task, unsaved());
    try {
      await saveOnce(/** @type {Task} */ (task));
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

/** A description that has not been read yet is nobody's change; all else can be saved before it is here. */
function canSave() {
  const { complete, missing, conflict, fields, saved } = panel.state;
  return (complete || fields.description === saved.description) && !missing && conflict.length === 0;
}

/** @param {Task} before */
async function saveOnce(before) {
  const [sent, sentTicks] = [sending, ticks.length];
  titleSent = before.title;
  const subtasks = sent.status === 'completed' ? await subtasksToComplete([before]) : [];
  if (!subtasks) return write('status', panel.state.saved.status);
  const changes = toTask(sent);
  rememberStatus(before, changes);
  const scope = panel.state.scope || undefined;
  const order = turn();
  const update = async () => ({ task: (await versions.update(before, changes, scope)).task, reopen: await completeAlong(subtasks) });
  const { task, reopen } = await begin(update());
  offerBack(before, task, changes, order, scope, reopen);
  if (panel.state.id !== task.id) return drop(task.id);
  ticks = ticks.slice(sentTicks);
  // What was written while it was on its way stays; what was sent reads as it was saved.
  const written = Object.fromEntries(Object.entries(changedFields(panel.state.fields, panel.state.saved)).filter(([name, value]) => value !== sent[/** @type {FieldName} */ (name)]));
  const saved = toFields(task);
  panel.set({ task, saved, fields: { ...saved, ...written } });
  keep();
}

/** @param {ApiError} error of a task that is no longer open */
function sayUnsaved(error) {
  if (session.state.status === 'signed-in') notifyProblem(`“${titleSent}” has changes that were not saved. ${versions.reasonOf(error)} Open it again to see them.`);
}

/**
 * @param {Task} before
 * @param {Task} saved
 * @param {import('../task.js').TaskChanges} changes
 * @param {number} order
 * @param {import('../recurrence/scope.js').Scope} [scope]
 * @param {() => Promise<boolean>} [andThen] what else undoes it
 */
const offerBack = (before, saved, changes, order, scope, andThen = async () => true) =>
  offerUndo(describe([saved], changes), async () => (await changeBack(saved, inverse(before, changes), scope)) && (await andThen()), order);

/** @param {number} id */
async function loadTheirs(id) {
  try {
    const { task } = await versions.read(id);
    if (panel.state.id === id) compare(task);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    refused(error);
  }
}

/** @param {ApiError} error */
function refused(error) {
  if (error.status === 404) panel.set({ missing: true });
  else if (error.status === 401) panel.set({ problem: 'Your session ended before this was saved.' });
  else {
    const { errors: { due_on: day, ...placed }, problem } = error.placed;
    const errors = /** @type {Record<string, string[]>} */ ({ ...placed, ...(day && { due_date: day }) });
    const isPlaced = Object.keys(sending).some((name) => errors[name]);
    panel.set({ errors: { ...panel.state.errors, ...errors }, problem: isPlaced ? problem : (problem ?? error.sentence) });
  }
}

/** The task is gone, and what was written is not. */
export function addAnew() {
  const { id, fields } = panel.state;
  if (id !== null) drop(id);
  panel.set({ fields: panel.state.saved });
  // Once the address has changed: Back closes what is open then.
  anew = fields;
  leaveTask();
}

/**
 * Does something with the task that is open, once what was written of it is saved. By then another one may be open.
 * @param {(task: Task) => unknown} act
 */
async function actOnOpened(act) {
  const { id, task } = panel.state;
  await commit();
  const current = panel.state.id === id ? panel.state.task : task;
  if (current) await act(current);
}

export const duplicateOpened = () => actOnOpened(duplicate);

/** Cancels this occurrence, and goes on with the next. */
export const skipOpened = () => actOnOpened(skip);

export const removeOpened = () => actOnOpened((task) => remove([task]));
