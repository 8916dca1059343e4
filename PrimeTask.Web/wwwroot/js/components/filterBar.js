// @ts-check
import { html } from '../../lib/lit-html/lit-html.js';
import { live } from '../../lib/lit-html/directives/live.js';
import { priorities, statuses } from '../api/tasks.js';
import { icon } from './icon.js';

/** @typedef {{ status: string, priority: string, search: string }} Shown */

/**
 * @param {Shown} shown
 * @param {{ onChange: (changes: Partial<Shown>) => void, onSearch: (text: string) => void }} handlers
 */
export const filterBar = (shown, { onChange, onSearch }) => html`
  <form class="filters" role="search" aria-label="Tasks" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    <label class="search">
      ${icon('search')}
      <input
        class="search__input"
        type="search"
        aria-label="Search tasks"
        placeholder="Search tasks"
        autocomplete="off"
        maxlength="200"
        .value=${live(shown.search)}
        @input=${(/** @type {InputEvent} */ event) => onSearch(/** @type {HTMLInputElement} */ (event.target).value)}
      />
    </label>
    <fieldset class="segments">
      <legend class="visually-hidden">Filter by status</legend>
      ${[{ value: '', label: 'All' }, ...statuses].map(
        ({ value, label }) => html`
          <label class="segments__item">
            <input
              class="visually-hidden"
              type="radio"
              name="status"
              value=${value}
              .checked=${live(shown.status === value)}
              @change=${() => onChange({ status: value })}
            />
            <span>${label}</span>
          </label>
        `,
      )}
    </fieldset>
    <select
      class="filters__priority"
      aria-label="Filter by priority"
      @change=${(/** @type {Event} */ event) => onChange({ priority: /** @type {HTMLSelectElement} */ (event.target).value })}
    >
      ${[{ value: '', label: 'Any priority' }, ...priorities].map(
        ({ value, label }) => html`<option value=${value} .selected=${live(shown.priority === value)}>${label}</option>`,
      )}
    </select>
  </form>
`;
