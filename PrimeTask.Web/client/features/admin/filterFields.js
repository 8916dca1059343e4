// @ts-check
// Filters of the admins' lists.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { icon } from '../../ui/icon.js';

/** @param {{ label: string, value: string, onSearch: (text: string) => void }} options */
export const searchField = ({ label, value, onSearch }) => html`
  <label class="search">
    ${icon('search')}
    <input
      class="search__input"
      type="search"
      aria-label=${label}
      placeholder=${label}
      autocomplete="off"
      dir="auto"
      .value=${value}
      @input=${(/** @type {InputEvent} */ event) => onSearch(/** @type {HTMLInputElement} */ (event.target).value)}
    />
  </label>
`;

/** @param {{ id: string, label: string, value: string, onChange: (value: string) => void }} options */
export const timeField = ({ id, label, value, onChange }) => html`
  <span class="labelled">
    <label class="labelled__label" for=${id}>${label}</label>
    <input
      class="labelled__control"
      type="datetime-local"
      id=${id}
      .value=${live(value)}
      @change=${(/** @type {Event} */ event) => onChange(/** @type {HTMLInputElement} */ (event.target).value)}
    />
  </span>
`;

/**
 * A user's name, with suggestions while it is typed.
 * @param {{ id: string, label: string, value: string, suggestions: readonly string[], error: string | null, onInput: (text: string) => void, onChoose: () => void }} options
 */
export const userField = ({ id, label, value, suggestions, error, onInput, onChoose }) => html`
  <span class="labelled">
    <label class="labelled__label" for=${id}>${label}</label>
    <input
      class="labelled__control"
      type="text"
      id=${id}
      list="${id}-suggestions"
      placeholder="Anybody"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? `${id}-error` : nothing}
      .value=${live(value)}
      @input=${(/** @type {InputEvent} */ event) => onInput(/** @type {HTMLInputElement} */ (event.target).value)}
      @change=${onChoose}
    />
    <datalist id="${id}-suggestions">${suggestions.map((name) => html`<option value=${name}></option>`)}</datalist>
    ${error ? html`<span class="labelled__error" id="${id}-error" role="alert">${error}</span>` : nothing}
  </span>
`;
