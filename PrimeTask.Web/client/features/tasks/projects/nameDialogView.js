// @ts-check
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { textField } from '../../../ui/field.js';
import { focusFirstInvalid } from '../../../ui/focus.js';
import { formProblem } from '../../../ui/message.js';
import { modal } from '../../../ui/modal.js';
import { chooseColor, closeNameDialog, nameDialog, saveName, writeName } from './nameDialog.js';

/** @typedef {import('./api.js').Color} Color */

/** @type {readonly Color[]} */
const colors = ['gray', 'red', 'orange', 'amber', 'green', 'teal', 'cyan', 'blue', 'indigo', 'violet', 'pink', 'brown'];

/** For the name and the colour of a project or label. */
export function nameDialogView() {
  const { open, before, name, errors, problem, saving } = nameDialog.state;
  if (!open) return nothing;
  const label = before === null ? 'New project' : 'id' in before ? 'Edit project' : 'Edit label';
  return modal({
    label,
    className: 'dialog--small',
    onCancel: closeNameDialog,
    content: html`
      <form class="name-form" novalidate aria-busy=${saving} @submit=${onSubmit}>
        ${formProblem(problem)} ${textField({ id: 'place-name', label: 'Name', value: name, errors: errors.name, autofocus: true, onInput: writeName })}
        <fieldset class="colors">
          <legend class="field__label">Colour</legend>
          ${colors.map(swatch)}
        </fieldset>
        <div class="dialog__actions">
          <button class="button" type="button" @click=${closeNameDialog}>Cancel</button>
          <button class="button" data-kind="primary" type="submit" aria-disabled=${saving}>${before === null ? 'Add' : 'Save'}</button>
        </div>
      </form>
    `,
  });
}

/** @param {Color} color */
const swatch = (color) => html`
  <label class="colors__item" data-color=${color} title=${nameOf(color)}>
    <input class="visually-hidden" type="radio" name="color" .checked=${live(nameDialog.state.color === color)} @change=${() => chooseColor(color)} />
    <span class="colors__swatch"></span><span class="visually-hidden">${nameOf(color)}</span>
  </label>
`;

/** @param {Color} color */
const nameOf = (color) => color[0].toUpperCase() + color.slice(1);

/** @param {Event} event */
async function onSubmit(event) {
  event.preventDefault();
  await saveName();
  if (nameDialog.state.open) await focusFirstInvalid('.name-form');
}
