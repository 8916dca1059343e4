// @ts-check
// One line that adds tasks. What it understands shows as chips beside it, or below where there is no room.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { ask } from '../../../app/confirm.js';
import { labelOf } from '../../../ui/choices.js';
import { describeDate, describeThere } from '../../../ui/dates.js';
import { drawn } from '../../../ui/focus.js';
import { icon } from '../../../ui/icon.js';
import { priorities } from '../task.js';
import { add, addMany, discardEntry, editEntry, leaveLine, lineOf, nestLine, openInEditor, prepare, quickAdd, retryAll, takeBack, takeBackLast, understood, unnestLine, write } from './quickAdd.js';

/** @typedef {import('./parser.js').Span} Span */
/** @typedef {import('./quickAdd.js').LineName} LineName */
/** @typedef {import('./quickAdd.js').Entry} Entry */
/** @typedef {{ id: number, title: string } | undefined} Of the task whose subtasks the line adds */

export const stores = [quickAdd];

/** The keys of a line, for the help. */
export const lineKeys = [
  { key: 'Enter', label: 'Add the task' },
  { key: 'Shift+Enter', label: 'Go on in the editor' },
  { key: 'Tab', label: 'Make it a subtask of the task added last' },
  { key: 'Shift+Tab', label: 'Make it a task by itself' },
  { key: 'Escape', label: 'Take back what was understood last; then leave the line' },
];

/**
 * @param {LineName} name
 * @param {{ label: string, placeholder: string, of?: Of }} options
 */
export function quickAddLine(name, { label, placeholder, of }) {
  const { text, problem, parent } = lineOf(name);
  const spans = understood(name)?.spans ?? [];
  const entries = quickAdd.state.entries.filter((entry) => entry.line === name && (!of || entry.parent?.id === of.id));
  const unsaved = entries.filter((entry) => entry.problem !== null);
  return html`
    <div class="quick-add">
      <div class="quick-add__line" @click=${focusInput}>
        ${icon('plus')}
        <input
          class="quick-add__input"
          type="text"
          dir="auto"
          autocomplete="off"
          enterkeyhint="done"
          data-quick-add=${name}
          aria-label=${label}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? `quick-add-${name}-problem` : nothing}
          placeholder=${placeholder}
          .value=${live(text)}
          @focus=${prepare}
          @input=${(/** @type {InputEvent} */ event) => write(name, /** @type {HTMLInputElement} */ (event.target).value)}
          @keydown=${(/** @type {KeyboardEvent} */ event) => onKeyDown(event, name, of)}
          @blur=${(/** @type {FocusEvent} */ event) => document.activeElement !== event.target && leaveLine(name)}
          @paste=${(/** @type {ClipboardEvent} */ event) => onPaste(event, name, of)}
        />
        ${spans.length > 0 || parent
          ? html`<span class="quick-add__chips">${parent ? parentChip(name, parent) : nothing}${spans.map((span) => chip(name, span))}</span>`
          : nothing}
        ${entries.some((entry) => entry.problem === null) ? html`<span class="quick-add__waiting">Adding…</span>` : nothing}
      </div>
      <p class="visually-hidden" role="status">${parent ? `Subtask of ${parent.title}. Shift and Tab take it back. ` : nothing}${spans.length > 0 ? `Understood: ${spans.map(describe).join('; ')}` : nothing}</p>
      ${problem || unsaved.length > 0
        ? html`<div role="alert">
            ${problem ? html`<p class="quick-add__problem" id="quick-add-${name}-problem">${problem}</p>` : nothing} ${unsaved.length > 0 ? unsavedEntries(unsaved) : nothing}
          </div>`
        : nothing}
    </div>
  `;
}

/**
 * @param {LineName} name
 * @param {Span} span
 */
const chip = (name, span) => html`
  <button
    class="chip"
    type="button"
    data-kind=${span.kind}
    title="Take back: these are words of the title"
    @click=${(/** @type {Event} */ event) => {
      takeBack(name, span);
      focusInput(event);
    }}
  >
    ${icon(symbols[span.kind])}<span><span class="visually-hidden">Take back: </span>${describe(span)}</span>${icon('close')}
  </button>
`;

/**
 * @param {LineName} name
 * @param {import('./quickAdd.js').Parent} parent
 */
const parentChip = (name, parent) => html`
  <button
    class="chip"
    type="button"
    data-kind="parent"
    title="Make it a task by itself"
    @click=${(/** @type {Event} */ event) => {
      unnestLine(name);
      focusInput(event);
    }}
  >
    ${icon('subtask')}<span><span class="visually-hidden">Take back: </span>Subtask of <bdi>${parent.title}</bdi></span>${icon('close')}
  </button>
`;

const symbols = /** @type {const} */ ({ due: 'clock', recurrence: 'repeat', priority: 'flag', project: 'folder', label: 'tag' });

/** @param {Span} span */
function describe(span) {
  if (span.kind === 'due') return span.due.due_date === null ? describeDate(span.due.due_on) : describeThere(span.due.due_date);
  if (span.kind === 'recurrence') return `${upperFirst(span.words)}${span.first?.due_on ? `, from ${describeDate(span.first.due_on)}` : ''}`;
  if (span.kind === 'priority') return labelOf(priorities, span.priority);
  return span.kind === 'project' && span.id === null ? `Create project ${span.name}` : span.name;
}

/** @param {string} text */
const upperFirst = (text) => text[0].toUpperCase() + text.slice(1);

/** @param {readonly Entry[]} entries */
function unsavedEntries(entries) {
  const count = entries.reduce((sum, { texts }) => sum + texts.length, 0);
  const problems = [...new Set(entries.map(({ problem }) => problem))];
  return html`
    <div class="quick-add__unsaved">
      <p>
        <span class="quick-add__sign">${icon('warning')}</span>
        <span class="quick-add__reason">${count === 1 ? 'This task was not added.' : `These ${count} tasks were not added.`} ${problems.join(' ')}</span>
        <button class="link-button" type="button" @click=${retryAll}>Try again</button>
      </p>
      <ul>
        ${entries.map(unsavedEntry)}
      </ul>
    </div>
  `;
}

/** @param {Entry} entry */
const unsavedEntry = (entry) => html`
  <li>
    <bdi>${entry.texts.join(' · ')}</bdi>
    ${entry.texts.length === 1
      ? html`<button class="icon-button" type="button" aria-label="Edit ${entry.texts[0]}" title="Edit" @click=${() => editEntry(entry)}>${icon('edit')}</button>`
      : nothing}
    <button class="icon-button" type="button" aria-label="Discard ${entry.texts[0]}" title="Discard" @click=${() => discardEntry(entry)}>${icon('close')}</button>
  </li>
`;

/** @param {Event} event */
function focusInput(event) {
  const line = /** @type {Element} */ (event.currentTarget).closest('.quick-add__line');
  /** @type {HTMLElement | null | undefined} */ (line?.querySelector('.quick-add__input'))?.focus();
}

/**
 * @param {KeyboardEvent} event
 * @param {LineName} name
 * @param {Of} of
 */
function onKeyDown(event, name, of) {
  // Enter also ends a composition.
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    if (event.shiftKey) void openInEditor(name, of);
    else add(name, of);
  } else if (event.key === 'Tab' && !of) {
    // Where there is nothing to nest, Tab leads on as it does everywhere.
    if (event.shiftKey ? unnestLine(name) : nestLine(name)) event.preventDefault();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    // A dialog around it stays open as long as there is something to take back.
    if (!takeBackLast(name) && !unnestLine(name)) /** @type {HTMLElement} */ (event.target).blur();
  }
}

/**
 * @param {ClipboardEvent} event
 * @param {LineName} name
 * @param {Of} of
 */
function onPaste(event, name, of) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  const lines = (field.value.slice(0, from) + pasted + field.value.slice(to)).split(/\r\n|\r|\n/).map((line) => line.trim()).filter(Boolean);
  if (lines.length < 2) return;
  event.preventDefault();
  void askForMany(name, lines, field, of);
}

/**
 * @param {LineName} name
 * @param {readonly string[]} lines
 * @param {HTMLInputElement} field
 * @param {Of} of
 */
async function askForMany(name, lines, field, of) {
  const question = { title: `Add ${lines.length} tasks?`, text: `Each line becomes a task, from “${lines[0]}” on.`, action: `Add ${lines.length} tasks` };
  if (await ask(question)) addMany(name, lines, of);
  await drawn();
  field.focus();
}
