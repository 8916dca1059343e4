// @ts-check
// A combobox with a list below it (ARIA Authoring Practices: editable combobox with list autocomplete): the focus stays in the field.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { ref } from 'lit-html/directives/ref.js';
import { icon } from '../../ui/icon.js';
import { modal } from '../../ui/modal.js';
import { describeDue, isDated } from '../tasks/dueDates.js';
import { statusMark } from '../tasks/pill.js';
import { dot, labelMark } from '../tasks/projects/marks.js';
import { projectName, projectOf } from '../tasks/projects/projects.js';
import { choose, found, groups, isDone, mark, markAt, offer, searchAgain } from './choices.js';
import { closePalette, palette, writeText } from './state.js';

/** @typedef {import('./choices.js').Choice} Choice */
/** @typedef {import('./choices.js').Command} Command */

export const stores = [found];

const LIST = 'palette-list';

/** @param {() => readonly Command[]} commands what the app can do now */
export function paletteView(commands) {
  if (!palette.state.open) return nothing;
  offer(commands());
  const shown = groups();
  const count = shown.reduce((sum, { choices }) => sum + choices.length, 0);
  const active = Math.min(found.state.active, count - 1);
  let index = -1;
  return modal({
    label: 'Search and commands',
    className: 'dialog--palette',
    onCancel: closePalette,
    content: html`
      <div class="palette__field">
        ${icon('search')}
        <input
          class="palette__input"
          type="text"
          role="combobox"
          aria-label="Search tasks, projects, labels and commands"
          aria-expanded=${count > 0}
          aria-controls=${LIST}
          aria-autocomplete="list"
          aria-activedescendant=${active >= 0 ? optionId(active) : nothing}
          placeholder="Search, or type a command"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          enterkeyhint="go"
          dir="auto"
          maxlength="200"
          autofocus
          .value=${live(palette.state.text)}
          @input=${(/** @type {InputEvent} */ event) => writeText(/** @type {HTMLInputElement} */ (event.target).value)}
          @keydown=${onKey}
        />
        <button class="palette__close" type="button" @click=${closePalette}><kbd>Esc</kbd>${icon('close')}<span class="visually-hidden"> Close</span></button>
      </div>
      <div class="palette__list" id=${LIST} role="listbox" aria-label="Results" aria-busy=${found.state.loading} ?hidden=${count === 0}>
        ${shown.map(
          ({ title, choices }, at) => html`
            <div class="palette__group" role="group" aria-labelledby="palette-group-${at}">
              <div class="palette__title" id="palette-group-${at}" role="presentation">${title}</div>
              ${choices.map((choice) => {
                index += 1;
                return option(choice, index, index === active);
              })}
            </div>
          `,
        )}
      </div>
      ${foot(count)}
    `,
  });
}

/** @param {number} index */
const optionId = (index) => `palette-option-${index}`;

/**
 * @param {Choice} choice
 * @param {number} index
 * @param {boolean} isActive
 */
const option = (choice, index, isActive) => html`
  <div
    class="palette__option"
    id=${optionId(index)}
    role="option"
    aria-selected=${isActive}
    ${isActive ? ref(scrollTo) : nothing}
    @pointermove=${() => markAt(index)}
    @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()}
    @click=${() => choose(choice)}
  >
    <span class="palette__mark">${markOf(choice)}</span><span class="palette__name"><bdi>${choice.title}</bdi></span>
    <span class="palette__notes">${notesOf(choice)}</span>
  </div>
`;

/** @param {Choice} choice */
function markOf({ kind, color, command, task }) {
  if (kind === 'project') return dot(color);
  if (kind === 'label') return labelMark(color);
  if (kind === 'view') return icon('bookmark');
  if (command) return icon(command.symbol);
  return statusMark(task?.status ?? 'pending');
}

/** What says more about it. @param {Choice} choice */
function notesOf({ kind, command, task }) {
  if (command?.key) return html`<kbd>${command.key}</kbd>`;
  if (kind !== 'task') return kind === 'command' ? nothing : html`<span class="palette__kind">${kind[0].toUpperCase()}${kind.slice(1)}</span>`;
  if (!task) return html`<span class="palette__kind">Task</span>`;
  return html`
    ${isDone(task) ? html`<span>${task.status_display}</span>` : isDated(task) ? html`<span>${describeDue(task)}</span>` : nothing}
    ${task.project === null ? nothing : html`<span class="palette__project">${dot(projectOf(task.project)?.color)}<bdi>${projectName(task.project)}</bdi></span>`}
  `;
}

/** @param {number} count */
function foot(count) {
  const { loading, problem, similar } = found.state;
  const asked = palette.state.text.trim();
  const none = count === 0 && !loading && !problem && asked !== '';
  return html`
    <div role="alert">
      ${problem
        ? html`<p class="palette__problem">${icon('warning')}<span>Tasks could not be searched. ${problem}</span><button class="link-button" type="button" @click=${searchAgain}>Try again</button></p>`
        : nothing}
    </div>
    <p class=${none || (count === 0 && loading) ? 'palette__none' : 'visually-hidden'} role="status">
      ${none
        ? html`No matches for “<bdi>${asked}</bdi>”.`
        : loading
          ? 'Searching…'
          : asked === ''
            ? nothing
            : `${count} ${count === 1 ? 'match' : 'matches'}${similar ? ', no task has just these words' : ''}.`}
    </p>
    <p class="palette__keys" aria-hidden="true"><span><kbd>↑</kbd> <kbd>↓</kbd> to move</span><span><kbd>Enter</kbd> to open</span><span><kbd>Esc</kbd> to close</span></p>
  `;
}

/** @param {Element} [element] */
const scrollTo = (element) => element?.scrollIntoView({ block: 'nearest' });

/** @param {KeyboardEvent} event */
function onKey(event) {
  const { key, ctrlKey, metaKey, altKey, isComposing } = event;
  if (isComposing) return;
  const command = (ctrlKey || metaKey) && !altKey;
  if (key === 'ArrowDown' || (ctrlKey && key === 'n')) mark(1);
  else if (key === 'ArrowUp' || (ctrlKey && key === 'p')) mark(-1);
  else if (key === 'Enter') choose();
  else if (command && key === 'k') closePalette();
  else return;
  event.preventDefault();
}
