// @ts-check
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

/**
 * @typedef {object} FieldOptions
 * @property {string} id
 * @property {string} label
 * @property {string} value
 * @property {string[]} [errors]
 * @property {(value: string) => void} onInput
 * @property {boolean} [disabled]
 */

/** @param {FieldOptions & { type?: string, autocomplete?: string, max?: string, hint?: string, autofocus?: boolean, required?: boolean, suggestions?: readonly string[] }} options */
export const textField = (options) =>
  field(
    options,
    html`<input
      class="field__control"
      id=${options.id}
      type=${options.type ?? 'text'}
      autocomplete=${options.autocomplete ?? 'off'}
      autocapitalize=${writesWords(options) ? nothing : 'none'}
      dir=${writesWords(options) ? 'auto' : nothing}
      max=${options.max ?? nothing}
      list=${options.suggestions?.length ? `${options.id}-list` : nothing}
      ?required=${options.required}
      ?autofocus=${options.autofocus}
      ?disabled=${options.disabled}
      aria-invalid=${options.errors?.length ? 'true' : nothing}
      aria-describedby=${describedBy(options)}
      .value=${live(options.value)}
      @input=${passValue(options)}
    />${options.suggestions?.length ? html`<datalist id="${options.id}-list">${options.suggestions.map((value) => html`<option value=${value}></option>`)}</datalist>` : nothing}`,
  );

/** @param {{ type?: string }} options */
const writesWords = ({ type = 'text' }) => type === 'text';

/** @param {FieldOptions & { rows?: number }} options */
export const textArea = (options) =>
  field(
    options,
    html`<textarea
      class="field__control"
      id=${options.id}
      rows=${options.rows ?? 4}
      dir="auto"
      ?disabled=${options.disabled}
      aria-invalid=${options.errors?.length ? 'true' : nothing}
      aria-describedby=${describedBy(options)}
      .value=${live(options.value)}
      @input=${passValue(options)}
    ></textarea>`,
  );

/** @param {FieldOptions & { hint?: string, choices: readonly { value: string, label: string }[] }} options */
export const selectField = (options) =>
  field(
    options,
    html`<select
      class="field__control"
      id=${options.id}
      ?disabled=${options.disabled}
      aria-invalid=${options.errors?.length ? 'true' : nothing}
      aria-describedby=${describedBy(options)}
      @change=${passValue(options)}
    >
      ${options.choices.map(
        ({ value, label }) => html`<option value=${value} .selected=${live(value === options.value)}>${label}</option>`,
      )}
    </select>`,
  );

/**
 * @param {FieldOptions & { hint?: string }} options
 * @param {unknown} control
 */
const field = ({ id, label, hint, errors = [] }, control) => html`
  <div class="field">
    <label class="field__label" for=${id}>${label}</label>
    ${control}
    ${hint && errors.length === 0 ? html`<p class="field__hint" id="${id}-hint">${hint}</p>` : nothing}
    ${errors.length > 0
      ? html`<ul class="field__errors" id="${id}-errors">
          ${errors.map((error) => html`<li>${error}</li>`)}
        </ul>`
      : nothing}
  </div>
`;

/** @param {FieldOptions & { hint?: string }} options */
function describedBy({ id, hint, errors = [] }) {
  if (errors.length > 0) return `${id}-errors`;
  return hint ? `${id}-hint` : nothing;
}

/** @param {FieldOptions} options */
const passValue =
  ({ onInput }) =>
  (/** @type {InputEvent} */ event) =>
    onInput(/** @type {HTMLInputElement} */ (event.target).value);
