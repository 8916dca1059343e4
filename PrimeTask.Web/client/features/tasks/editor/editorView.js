// @ts-check
// The form of a new task.
import { html, nothing } from 'lit-html';
import { createStore } from '../../../app/store.js';
import { textArea, textField } from '../../../ui/field.js';
import { focusFirstInvalid } from '../../../ui/focus.js';
import { formProblem } from '../../../ui/message.js';
import { modal } from '../../../ui/modal.js';
import { openTask } from '../openTask.js';
import { parentNote } from '../subtasks/parentNote.js';
import { discard, editor, refuse, save, write } from './editor.js';
import { fieldParts, halfDates, unreadRule } from './fieldParts.js';
import { createMarkdownReader } from './markdown.js';
import { markdownText } from './markdownView.js';

const markdown = createMarkdownReader();

/** Whether the description is shown as it will read. */
const preview = createStore({ shown: false });

editor.subscribe(() => {
  if (!editor.state.open && preview.state.shown) preview.set({ shown: false });
});

for (const store of [editor, preview]) store.subscribe(() => preview.state.shown && markdown.read(editor.state.fields.description));

export const stores = [preview, markdown.store];

export const taskEditor = () => (editor.state.open ? modal({ label: 'New task', className: 'dialog--editor', onCancel: discard, content: form() }) : nothing);

function form() {
  const { problem, saving, fields } = editor.state;
  const parts = fieldParts({ prefix: 'task', state: editor.state, write });
  return html`
    <form class="editor" novalidate aria-busy=${saving} @submit=${onSubmit} @keydown=${onKeyDown}>
      ${formProblem(problem)} ${fields.parent ? parentNote(Number(fields.parent), { onOpen: openOther, onLeave: () => write('parent', '') }) : nothing}
      ${textField({ ...parts.field('title'), autofocus: true, hint: undefined })}
      <div class="editor__description">
        ${preview.state.shown
          ? html`<div class="field"><p class="field__label">Description</p>
              <div class="editor__preview" tabindex="0" role="group" aria-label="Description preview">${markdownText(fields.description, markdown.tokensOf(fields.description))}</div></div>`
          : textArea({ ...parts.field('description'), rows: 7 })}
        <button class="link-button editor__switch" type="button" aria-pressed=${preview.state.shown} @click=${onPreview}>Preview</button>
      </div>
      <div class="editor__row">${parts.status()} ${parts.priority()} ${parts.due()} ${parts.start()}</div>
      ${parts.recurrence()}
      <div class="editor__row editor__row--place">${parts.project()} ${parts.labels()}</div>
      <div class="dialog__actions">
        <span class="editor__hint">Markdown works in the description. <kbd>Ctrl</kbd> <kbd>Enter</kbd> saves.</span>
        <button class="button" type="button" @click=${discard}>Cancel</button>
        <button class="button" data-kind="primary" type="submit" aria-disabled=${saving}>Save</button>
      </div>
    </form>
  `;
}

/**
 * What was written so far can be had back: discarding offers it.
 * @param {import('../task.js').Task} task
 */
function openOther(task) {
  discard();
  openTask(task);
}

const onPreview = () => preview.set({ shown: !preview.state.shown });

/** @param {KeyboardEvent} event */
function onKeyDown(event) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void onSubmit(event);
}

/** @param {Event} event */
async function onSubmit(event) {
  event.preventDefault();
  const errors = halfDates(/** @type {HTMLElement} */ (event.currentTarget), 'task') ?? unreadRule(editor.state);
  if (errors) {
    refuse(errors);
    return focusFirstInvalid('.editor');
  }
  return (await save()) ? undefined : focusFirstInvalid('.editor');
}
