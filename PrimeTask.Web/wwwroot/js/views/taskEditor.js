// @ts-check
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { selectField, textArea, textField } from '../components/field.js';
import { formProblem } from '../components/message.js';
import { modal } from '../components/modal.js';
import { priorities, statuses } from '../api/tasks.js';
import { close, editor, save, write } from '../state/editor.js';
import { focusFirstInvalid } from './focus.js';

/** @typedef {keyof import('../state/editor.js').Fields} FieldName */

export function taskEditor() {
  const { open, id } = editor.state;
  if (!open) return nothing;
  return modal({ label: id === null ? 'New task' : 'Edit task', onCancel: close, content: form() });
}

function form() {
  const { problem, complete, loading, saving } = editor.state;
  return html`
    <form class="editor" novalidate aria-busy=${loading || saving} @submit=${onSubmit}>
      ${formProblem(problem)}
      ${textField({ ...field('title', 'Title'), autofocus: true })}
      ${textArea({ ...field('description', 'Description'), rows: 4, disabled: !complete })}
      <div class="editor__row">
        ${selectField({ ...field('status', 'Status'), choices: statuses })}
        ${selectField({ ...field('priority', 'Priority'), choices: priorities })}
        ${textField({ ...field('due_date', 'Due date'), type: 'datetime-local' })}
      </div>
      <div class="dialog__actions">
        <button class="button" type="button" @click=${close}>Cancel</button>
        <button class="button" data-kind="primary" type="submit" aria-disabled=${saving || loading}>Save</button>
      </div>
    </form>
  `;
}

/**
 * @param {FieldName} name
 * @param {string} label
 */
const field = (name, label) => ({
  id: `task-${name.replace('_', '-')}`,
  label,
  value: editor.state.fields[name],
  errors: editor.state.errors[name],
  onInput: (/** @type {string} */ value) => write(name, value),
});

/** @param {Event} event */
async function onSubmit(event) {
  event.preventDefault();
  if (!(await save())) focusFirstInvalid('.editor');
}
