// @ts-check
import { html, nothing } from 'lit-html';
import { uuid } from '../../../app/uuid.js';
import { textField } from '../../../ui/field.js';
import { focusFirstInvalid } from '../../../ui/focus.js';
import { formProblem } from '../../../ui/message.js';
import { modal } from '../../../ui/modal.js';
import { saveView } from './actions.js';
import { closeViewDialog, views } from './views.js';

/** For the name of a saved view. */
export function viewDialogView() {
  const { dialog } = views.state;
  if (!dialog) return nothing;
  const { before, name, errors, problem, saving } = dialog;
  return modal({
    label: before ? 'Rename the view' : 'Save view',
    className: 'dialog--small',
    onCancel: closeViewDialog,
    content: html`
      <form class="name-form view-form" novalidate aria-busy=${saving} @submit=${onSubmit}>
        ${formProblem(problem)}
        ${textField({
          id: 'view-name',
          label: 'Name',
          value: name,
          errors: errors.name,
          autofocus: true,
          hint: before ? undefined : 'Keeps the filters, the order and the grouping that are shown. It stands beside your projects.',
          onInput: (value) => views.state.dialog && views.set({ dialog: { ...views.state.dialog, key: uuid(), name: value, errors: {} } }),
        })}
        <div class="dialog__actions">
          <button class="button" type="button" @click=${closeViewDialog}>Cancel</button>
          <button class="button" data-kind="primary" type="submit" aria-disabled=${saving}>Save</button>
        </div>
      </form>
    `,
  });
}

/** @param {Event} event */
async function onSubmit(event) {
  event.preventDefault();
  await saveView();
  if (views.state.dialog) await focusFirstInvalid('.view-form');
}
