// @ts-check
// The panel of a task, beside the view that it was opened from; on phones it fills the screen.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { ref } from 'lit-html/directives/ref.js';
import { leaveTask } from '../../../app/router.js';
import { createStore } from '../../../app/store.js';
import { describe as describeTime, describeInFull } from '../../../ui/dates.js';
import { drawn, find } from '../../../ui/focus.js';
import { icon } from '../../../ui/icon.js';
import { selectField } from '../../../ui/field.js';
import { formProblem, message } from '../../../ui/message.js';
import { taskCheck } from '../check.js';
import { edits, setDone, withEdits } from '../edits.js';
import { openTask } from '../openTask.js';
import { projectAddress } from '../place.js';
import { dot } from '../projects/marks.js';
import { projectName, projectOf } from '../projects/projects.js';
import { parentNote } from '../subtasks/parentNote.js';
import { closeSubtasks, subtasks } from '../subtasks/subtasks.js';
import { subtasksSection } from '../subtasks/subtasksView.js';
import { isOpen, TITLE_LENGTH } from '../task.js';
import { excessOf } from '../textLength.js';
import { boxesOf } from './boxes.js';
import { conflictView } from './conflictView.js';
import { fieldParts, halfDates, labels, shownValue, unreadRule } from './fieldParts.js';
import { historySection } from './historyView.js';
import { createMarkdownReader } from './markdown.js';
import { markdownText } from './markdownView.js';
import { addAnew, applyTo, choose, commit, duplicateOpened, load, loadAgain, panel, refuse, removeOpened, skipOpened, tick, write } from './panel.js';

/** @typedef {import('./fields.js').FieldName} FieldName */

const scopes = [
  { value: '', label: 'The date: this one; the rest: later ones too' },
  { value: 'this', label: 'This one only' },
  { value: 'following', label: 'This and all later ones' },
];

/** A date is whole after each digit of the year: it is saved when nobody has gone on. */
const TYPING_MS = 900;

const markdown = createMarkdownReader();
/** The task whose description is being written; else it shows as it reads. */
const writing = createStore({ id: /** @type {number | null} */ (null) });
/** What was read last stays until the next is read. */
let read = { id: /** @type {number | null} */ (null), text: '', tokens: /** @type {import('./markdown.js').Token[] | null} */ (null) };

export const stores = [panel, writing, markdown.store, edits];

panel.subscribe(() => {
  const { id, fields } = panel.state;
  if (id !== null) markdown.read(fields.description);
  if (id === null && subtasks.state.id !== null) closeSubtasks();
  if (writing.state.id !== null && writing.state.id !== id) writing.set({ id: null });
});
markdown.read(panel.state.fields.description);

/** Of the window, while a task is open. */
export const title = () => panel.state.fields.title || 'Task';

/** The keys of the panel, for the help. */
export const keys = [
  { key: 'Escape', label: 'Leave the field, then close the task' },
  { key: 'Ctrl+Enter', label: 'Finish writing the description' },
  { key: 'Alt+↑', label: 'Move the subtask up' },
  { key: 'Alt+↓', label: 'Move the subtask down' },
];

export const panelContent = () => html`
  <div class="task-view" ${ref(focusOpened)} @keydown=${onKeyDown}>
    ${head()} ${panel.state.missing ? gone() : panel.state.task ? content() : panel.state.problem ? failed() : loading()}
  </div>
`;

/** @type {number | null} */
let focused = null;

/** Reading begins at the top of the task that was opened. @param {Element} [element] */
function focusOpened(element) {
  const { id } = panel.state;
  if (element && id !== null && focused !== id) void drawn().then(() => find('.task-view__head [data-first]')?.focus({ preventScroll: true }));
  focused = element ? id : null;
}

function head() {
  const { task, fields, author, owner, missing } = panel.state;
  const id = fields.project ? Number(fields.project) : null;
  const own = owner === null || owner === author;
  return html`
    <div class="task-view__head">
      ${task && own && !missing
        ? html`<a class="task-view__place" href=${projectAddress(id)}>${id === null ? icon('inbox') : dot(projectOf(id)?.color)}<bdi>${projectName(id)}</bdi></a>`
        : html`<span class="task-view__place">${task && !own ? html`Task of <bdi>${task.owner_username}</bdi>` : nothing}</span>`}
      <span class="task-view__state" role="status">${panel.state.saving ? 'Saving…' : nothing}</span>
      ${task && !missing
        ? html`
            <button class="icon-button" type="button" aria-label="Duplicate" title="Duplicate" @click=${duplicateOpened}>${icon('copy')}</button>
            <button class="icon-button" type="button" aria-label="Move to the trash" title="Move to the trash" @click=${removeOpened}>${icon('trash')}</button>
          `
        : nothing}
      <button class="icon-button" type="button" data-first aria-label="Close the task" title="Close (Esc)" @click=${leaveTask}>${icon('close')}</button>
    </div>
  `;
}

function content() {
  const { id, author, owner, task, problem, complete, loading: busy, saving, conflict, saved, fields } = panel.state;
  const parts = fieldParts({ prefix: 'panel', state: panel.state, write });
  // What is on its way shows at once.
  const status = fields.status === saved.status && task ? (withEdits([task])[0] ?? task).status : /** @type {import('../task.js').Status} */ (fields.status);
  const done = status === 'completed';
  return html`
    <form class="task-view__form" novalidate aria-busy=${busy || saving} @submit=${(/** @type {Event} */ event) => event.preventDefault()} @change=${onChange} @focusout=${onFocusOut}>
      ${problem ? html`${formProblem(problem)}<button class="button task-view__retry" type="button" @click=${() => (complete ? commit() : loadAgain())}>Try again</button>` : nothing}
      ${conflictView(conflict, { labelOf: (name) => labels[name], show: shownValue, onChoose: choose })}
      ${fields.parent ? parentNote(Number(fields.parent), { onOpen: openTask, onLeave: () => (write('parent', ''), void commit()) }) : nothing}
      <div class="task-view__title">
        ${taskCheck({ title: 'this task', status }, () => task && void setDone([task], !done))}
        ${titleField()}
      </div>
      ${description()}
      <div class="task-view__fields">${parts.project()} ${parts.status()} ${parts.priority()} ${parts.due()} ${parts.start()} ${parts.recurrence()} ${repeats()} ${parts.labels()}</div>
    </form>
    ${id === null || !complete || fields.parent || saved.parent ? nothing : subtasksSection({ id, title: saved.title }, { onOpen: openTask, adds: owner === author })}
    ${id === null ? nothing : historySection(id)}
    ${task
      ? html`<p class="task-view__note">Added <time datetime=${task.created_at} title=${describeInFull(task.created_at)}>${describeTime(task.created_at)}</time></p>`
      : nothing}
  `;
}

/** Of a task that will come again. */
function repeats() {
  const { task, scope } = panel.state;
  if (!task?.recurrence || task.next !== null) return nothing;
  return html`
    ${selectField({ id: 'panel-scope', label: 'Changes apply to', value: scope, choices: scopes, onInput: (value) => applyTo(/** @type {import('./panel.js').Scope} */ (value)) })}
    ${isOpen(task.status)
      ? html`<button class="button task-view__skip" type="button" title="Cancel this one and go on with the next" @click=${skipOpened}>Skip this one</button>`
      : nothing}
  `;
}

function titleField() {
  const { fields, errors } = panel.state;
  const excess = excessOf(fields.title.trim(), TITLE_LENGTH);
  const sentences = excess > 0 ? [`A title has at most ${TITLE_LENGTH} characters. Take ${excess} away.`] : (errors.title ?? []);
  return html`
    <div class="field">
      <textarea
        class="task-view__name"
        id="panel-title"
        rows="1"
        dir="auto"
        aria-label="Title"
        autocomplete="off"
        aria-invalid=${sentences.length > 0 ? 'true' : nothing}
        aria-describedby=${sentences.length > 0 ? 'panel-title-errors' : nothing}
        .value=${live(fields.title)}
        @input=${(/** @type {Event} */ event) => write('title', /** @type {HTMLTextAreaElement} */ (event.target).value.replace(/[\r\n]+/gu, ' '))}
      ></textarea>
      ${sentences.length > 0 ? html`<ul class="field__errors" id="panel-title-errors">${sentences.map((one) => html`<li>${one}</li>`)}</ul>` : nothing}
    </div>
  `;
}

function description() {
  const { id, fields, complete, errors } = panel.state;
  if (!complete) return html`<div class="task-view__description task-view__description--waiting" aria-hidden="true"></div>`;
  if (writing.state.id === id) return descriptionField(errors.description);
  if (!fields.description)
    return html`<button class="task-view__empty" type="button" @click=${writeDescription}>Add a description</button>${errors.description ? descriptionField(errors.description) : nothing}`;
  const isRead = markdown.store.state.text === fields.description;
  if (isRead) read = { id, text: fields.description, tokens: markdown.tokensOf(fields.description) };
  const shown = read.id === id ? read : { text: fields.description, tokens: null };
  const boxes = shown.tokens ? boxesOf(shown.text, shown.tokens) : new Map();
  return html`
    <section class="task-view__description" aria-label="Description">
      ${markdownText(shown.text, shown.tokens, {
        canTick: (item) => boxes.has(item),
        onTick: (item, checked) => tick(boxes.get(item), checked),
      })}
      <button class="link-button task-view__edit" type="button" @click=${writeDescription}>Edit<span class="visually-hidden"> the description</span></button>
    </section>
  `;
}

/** @param {string[]} [sentences] */
const descriptionField = (sentences = []) => html`
  <div class="field">
    <textarea
      class="field__control task-view__text"
      id="panel-description"
      rows="8"
      dir="auto"
      aria-label="Description"
      aria-describedby=${sentences.length > 0 ? 'panel-description-errors' : 'panel-description-hint'}
      aria-invalid=${sentences.length > 0 ? 'true' : nothing}
      .value=${live(panel.state.fields.description)}
      @input=${(/** @type {Event} */ event) => write('description', /** @type {HTMLTextAreaElement} */ (event.target).value)}
    ></textarea>
    ${sentences.length > 0
      ? html`<ul class="field__errors" id="panel-description-errors">${sentences.map((one) => html`<li>${one}</li>`)}</ul>`
      : html`<p class="field__hint" id="panel-description-hint">Markdown works here. <code>- [ ]</code> makes a box to tick.</p>`}
  </div>
`;

async function writeDescription() {
  writing.set({ id: panel.state.id });
  await drawn();
  find('#panel-description')?.focus();
}

async function stopWriting() {
  if (writing.state.id === null) return;
  void commit();
  if (panel.state.errors.description) return;
  writing.set({ id: null });
  await drawn();
  if (document.activeElement === document.body) find('.task-view__edit', '.task-view__empty')?.focus();
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {Event} event */
function onChange({ target, currentTarget }) {
  if (!(target instanceof HTMLElement) || target.matches('[type="checkbox"], [type="radio"]')) return;
  clearTimeout(timer);
  const form = /** @type {HTMLElement} */ (currentTarget);
  if (target.matches('[type="date"], [type="time"]')) timer = setTimeout(() => form.isConnected && !halfDates(form, 'panel') && void commit(), TYPING_MS);
  else save(form);
}

/** @param {FocusEvent} event */
function onFocusOut({ target, relatedTarget, currentTarget }) {
  if (!(target instanceof HTMLElement) || !target.isConnected) return;
  // A day and its time are one field.
  const stays = relatedTarget instanceof HTMLElement && /^panel-due-date/u.test(target.id) && /^panel-due-date/u.test(relatedTarget.id);
  if (stays) return;
  if (target.matches('[type="date"], [type="time"]')) save(/** @type {HTMLElement} */ (currentTarget));
  // The window has lost the focus, and the field keeps it.
  const isAway = document.activeElement === target;
  if (target.id === 'panel-description') void (isAway ? commit() : stopWriting());
}

/** @param {HTMLElement} form */
function save(form) {
  const errors = { ...halfDates(form, 'panel'), ...unreadRule(panel.state) };
  if (Object.keys(errors).length > 0) refuse(errors);
  void commit();
}

/** @param {KeyboardEvent} event */
function onKeyDown(event) {
  const { target, key } = event;
  if (event.isComposing || event.defaultPrevented || !(target instanceof HTMLElement)) return;
  const isWriting = target.matches('textarea, input:not([type="checkbox"], [type="radio"])');
  const ends = target.id === 'panel-description' ? key === 'Enter' && (event.ctrlKey || event.metaKey) : key === 'Enter' && isWriting;
  if (key !== 'Escape' && !ends) return;
  event.preventDefault();
  event.stopPropagation();
  if (!isWriting) return leaveTask();
  target.blur();
  if (target.id !== 'panel-description') find('.task-view__head [data-first]')?.focus();
}

const loading = () => html`
  <p class="visually-hidden" role="status">Loading the task…</p>
  <div class="task-view__waiting" aria-hidden="true"><span></span><span></span><span></span></div>
`;

const failed = () => html`
  <div role="alert">${message({ symbol: 'warning', title: 'The task could not be loaded', text: panel.state.problem ?? '', action: { label: 'Try again', onClick: load } })}</div>
`;

/** There is none, or none any more; what was written is not lost. */
function gone() {
  const { task, fields, saved } = panel.state;
  const written = task && Object.entries(fields).some(([name, value]) => value !== saved[/** @type {FieldName} */ (name)]);
  return html`
    <div role="alert">
      ${message({
        symbol: 'search',
        title: 'No such task',
        text: written ? 'It has been deleted elsewhere. What you wrote is still here.' : 'It has been deleted, or the address is wrong.',
        action: written ? { label: 'Add it as a new task', onClick: addAnew } : { label: 'Close', onClick: leaveTask },
      })}
    </div>
  `;
}
