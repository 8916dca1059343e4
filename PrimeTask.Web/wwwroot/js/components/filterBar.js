// @ts-check
import { html } from '../../lib/lit-html/lit-html.js';
import { live } from '../../lib/lit-html/directives/live.js';
import { priorities, statuses } from '../api/tasks.js';
import { icon } from './icon.js';

/** @typedef {{ value: string, label: string }} Choice */
/** @typedef {{ status: string, priority: string, due: string, search: string, ordering: string }} Shown values with commas between */

/**
 * @param {Shown} shown
 * @param {{ dues: readonly Choice[], orderings: readonly Choice[], onChange: (changes: Partial<Shown>) => void, onSearch: (text: string) => void }} options
 */
export const filterBar = (shown, { dues, orderings, onChange, onSearch }) => html`
  <form class="filters" role="search" aria-label="Tasks" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    ${searchField(shown.search, onSearch)}
    ${toggles('Filter by status', statuses, shown.status, (status) => onChange({ status }))}
    ${toggles('Filter by priority', priorities, shown.priority, (priority) => onChange({ priority }))}
    ${choice('Filter by due date', [{ value: '', label: 'Any due date' }, ...dues], shown.due, (due) => onChange({ due }))}
    <span class="filters__order">
      ${choice('Sort by', orderings, shown.ordering, (ordering) => onChange({ ordering }))}
    </span>
  </form>
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
      ${choices.map(
        (one) => html`
          <label class="segments__item">
            <input class="visually-hidden" type="checkbox" .checked=${live(chosen.includes(one.value))} @change=${() => toggle(one.value)} />
            <span>${one.label}</span>
          </label>
        `,
      )}
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
