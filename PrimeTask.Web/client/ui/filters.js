// @ts-check
// What lists are filtered with.
import { html } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { createStore } from '../app/store.js';
import { icon } from './icon.js';
import { segment } from './segments.js';

/** @typedef {import('./choices.js').Choice} Choice */

/** Whether narrow screens show the filters, which else stand behind a button. */
export const folding = createStore({ open: false });

export const showFilters = () => folding.set({ open: true });

/** On narrow screens. @param {number} active how many filters there are */
export const filtersButton = (active) => html`
  <button
    class="icon-button filters-button"
    type="button"
    aria-label=${active > 0 ? `Filters: ${active}` : 'Filters'}
    title="Filters"
    aria-expanded=${folding.state.open}
    aria-controls="filters"
    ?data-on=${active > 0}
    @click=${() => folding.set({ open: !folding.state.open })}
  >
    ${icon('filter')}
  </button>
`;

/**
 * @param {string} value
 * @param {(text: string) => void} onSearch
 */
export const searchField = (value, onSearch) => html`
  <label class="search">
    ${icon('search')}
    <input
      class="search__input"
      type="search"
      aria-label="Search tasks"
      placeholder="Search tasks"
      autocomplete="off"
      dir="auto"
      .value=${live(value)}
      @input=${(/** @type {InputEvent} */ event) => onSearch(/** @type {HTMLInputElement} */ (event.target).value)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && /** @type {HTMLElement} */ (event.target).blur()}
    />
  </label>
`;

/**
 * Any number of choices at once; none means all.
 * @param {string} legend
 * @param {readonly Choice[]} choices
 * @param {string} value with commas between
 * @param {(value: string) => void} onChange
 */
export function toggles(legend, choices, value, onChange) {
  const chosen = value.split(',').filter(Boolean);
  const toggle = (/** @type {string} */ one) =>
    onChange(choices.map((other) => other.value).filter((other) => (other === one) !== chosen.includes(other)).join(','));
  return html`
    <fieldset class="segments">
      <legend class="visually-hidden">${legend}</legend>
      ${choices.map(({ value: one, label }) => segment({ label, checked: chosen.includes(one), onChange: () => toggle(one) }))}
    </fieldset>
  `;
}

/**
 * @param {string} label
 * @param {readonly Choice[]} choices
 * @param {string} value
 * @param {(value: string) => void} onChange
 */
export const choice = (label, choices, value, onChange) => html`
  <select
    class="filters__choice"
    aria-label=${label}
    @change=${(/** @type {Event} */ event) => onChange(/** @type {HTMLSelectElement} */ (event.target).value)}
  >
    ${choices.map((one) => html`<option value=${one.value} .selected=${live(value === one.value)}>${one.label}</option>`)}
  </select>
`;
