// @ts-check
// One line that adds tasks. What it understands shows as chips beside it, or below where there is no room.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { ref } from 'lit-html/directives/ref.js';
import { ask } from '../../../app/confirm.js';
import { createStore } from '../../../app/store.js';
import { labelOf } from '../../../ui/choices.js';
import { describeDate, describeWithZone } from '../../../ui/dates.js';
import { drawn } from '../../../ui/focus.js';
import { icon } from '../../../ui/icon.js';
import { openPopover } from '../../../ui/popupMenu.js';
import { projects } from '../projects/projects.js';
import { priorities } from '../task.js';
import { add, addMany, discardEntry, editEntry, leaveLine, lineOf, nestLine, openInEditor, prepare, quickAdd, retryAll, takeBack, takeBackLast, understood, unnestLine, write } from './quickAdd.js';
import { accepted, suggestionsAt } from './suggestions.js';

/** @typedef {import('./parser.js').Span} Span */
/** @typedef {import('./quickAdd.js').LineName} LineName */
/** @typedef {import('./quickAdd.js').Entry} Entry */
/** @typedef {{ id: number, title: string } | undefined} Of the task whose subtasks the line adds */

/** In which line somebody writes, and where; active: the suggestion that the arrow keys are on. */
const writing = createStore({ line: /** @type {LineName | null} */ (null), caret: 0, active: -1, closed: false });

export const stores = [quickAdd, writing];

/** The keys of a line, for the help. */
export const lineKeys = [
  { key: 'Enter', label: 'Add the task' },
  { key: 'Shift+Enter', label: 'Go on in the editor' },
  { key: 'Tab', label: 'Take the suggested project or label; else make it a subtask of the task added last' },
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
  const suggestions = suggestionsIn(name);
  const { active } = writing.state;
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
          aria-autocomplete="list"
          aria-controls=${suggestions ? 'quick-add-suggestions' : nothing}
          aria-activedescendant=${suggestions && active >= 0 ? `quick-add-suggestion-${active}` : nothing}
          placeholder=${placeholder}
          .value=${live(text)}
          @focus=${prepare}
          @input=${(/** @type {InputEvent} */ event) => onInput(event, name)}
          @keyup=${(/** @type {Event} */ event) => followCaret(event, name)}
          @click=${(/** @type {Event} */ event) => followCaret(event, name)}
          @keydown=${(/** @type {KeyboardEvent} */ event) => onKeyDown(event, name, of)}
          @blur=${(/** @type {FocusEvent} */ event) => onBlur(event, name)}
          @paste=${(/** @type {ClipboardEvent} */ event) => onPaste(event, name, of)}
        />
        ${spans.length > 0 || parent
          ? html`<span class="quick-add__chips">${parent ? parentChip(name, parent) : nothing}${spans.map((span) => chip(name, span))}</span>`
          : nothing}
        ${entries.some((entry) => entry.problem === null) ? html`<span class="quick-add__waiting">Adding…</span>` : nothing}
      </div>
      ${suggestions ? suggestionList(name, suggestions) : nothing}
      <p class="visually-hidden" role="status">${suggestions ? `${suggestions.names.length} suggestions, arrow keys choose. ` : nothing}${parent ? `Subtask of ${parent.title}. Shift and Tab take it back. ` : nothing}${spans.length > 0 ? `Understood: ${spans.map(describe).join('; ')}` : nothing}</p>
      ${problem || unsaved.length > 0
        ? html`<div role="alert">
            ${problem ? html`<p class="quick-add__problem" id="quick-add-${name}-problem">${problem}</p>` : nothing} ${unsaved.length > 0 ? unsavedEntries(unsaved) : nothing}
          </div>`
        : nothing}
    </div>
  `;
}

/** @param {LineName} name */
function suggestionsIn(name) {
  const { line, caret, closed } = writing.state;
  if (line !== name || closed) return null;
  const { projects: all, labels } = projects.state;
  return suggestionsAt(lineOf(name).text, caret, { projects: (all ?? []).filter(({ archived }) => !archived).map((one) => one.name), labels: labels.map((one) => one.name) });
}

/**
 * @param {LineName} name
 * @param {import('./suggestions.js').Suggestions} suggestions
 */
const suggestionList = (name, { sign, names }) => html`
  <ul class="menu quick-add__suggestions" id="quick-add-suggestions" role="listbox" aria-label=${sign === '#' ? 'Projects' : 'Labels'} popover="manual" ${ref(openList)}>
    ${names.map(
      (one, place) => html`<li class="menu__item" id="quick-add-suggestion-${place}" role="option" aria-selected=${place === writing.state.active} @pointerdown=${keepFocus} @click=${() => take(name, place)}>
        ${icon(sign === '#' ? 'folder' : 'tag')}<span class="menu__name" dir="auto">${one}</span>
      </li>`,
    )}
  </ul>
`;

/** The line keeps the focus. @param {Event} event */
const keepFocus = (event) => event.preventDefault();

/** In the top layer, as panels cut off what reaches beyond them. @param {Element} [element] */
const openList = (element) =>
  openPopover(element, (list) => {
    const field = list.parentElement?.querySelector('.quick-add__input');
    if (!field) return;
    const { left, right, top, bottom } = field.getBoundingClientRect();
    const { width, height } = list.getBoundingClientRect();
    const isRight = getComputedStyle(field).direction === 'rtl';
    const x = Math.max(8, Math.min(isRight ? right - width : left, innerWidth - width - 8));
    // Above the line it stands on its lower end: it gets shorter as more is written.
    list.style.inset = bottom + height > innerHeight - 8 ? `auto auto ${innerHeight - top}px ${x}px` : `${bottom}px auto auto ${x}px`;
  });

/**
 * Writes a suggested name.
 * @param {LineName} name
 * @param {number} place
 */
function take(name, place) {
  const suggestions = suggestionsIn(name);
  const field = document.querySelector(`[data-quick-add="${name}"]`);
  if (!suggestions?.names[place] || !(field instanceof HTMLInputElement)) return;
  const { text, caret } = accepted(lineOf(name).text, suggestions, suggestions.names[place]);
  // At once: the next key may be pressed already.
  field.value = text;
  field.setSelectionRange(caret, caret);
  write(name, text);
  writing.set({ caret, active: -1 });
}

/**
 * @param {InputEvent} event
 * @param {LineName} name
 */
function onInput(event, name) {
  const { value, selectionStart } = /** @type {HTMLInputElement} */ (event.target);
  write(name, value);
  writing.set({ line: name, caret: selectionStart ?? value.length, active: -1, closed: false });
}

/**
 * @param {Event} event
 * @param {LineName} name
 */
function followCaret(event, name) {
  const caret = /** @type {HTMLInputElement} */ (event.target).selectionStart ?? 0;
  if (writing.state.line === name && writing.state.caret !== caret) writing.set({ caret, active: -1, closed: false });
}

/**
 * @param {FocusEvent} event
 * @param {LineName} name
 */
function onBlur(event, name) {
  if (document.activeElement === event.target) return;
  writing.reset();
  leaveLine(name);
}

/**
 * @param {KeyboardEvent} event
 * @param {LineName} name
 * @returns {boolean} whether the key was meant for the suggestions
 */
function onSuggestionKey({ key, shiftKey }, name) {
  const suggestions = suggestionsIn(name);
  if (!suggestions) return false;
  const { active } = writing.state;
  const { length } = suggestions.names;
  if (key === 'ArrowDown') writing.set({ active: (active + 1) % length });
  else if (key === 'ArrowUp') writing.set({ active: active <= 0 ? length - 1 : active - 1 });
  else if (key === 'Tab' && !shiftKey) take(name, Math.max(active, 0));
  else if (key === 'Enter' && !shiftKey && active >= 0) take(name, active);
  else if (key === 'Escape') writing.set({ closed: true });
  else return false;
  return true;
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
  if (span.kind === 'due') return span.due.due_date === null ? describeDate(span.due.due_on) : describeWithZone(span.due.due_date);
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
  if (onSuggestionKey(event, name)) event.preventDefault();
  else if (event.key === 'Enter') {
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
