// @ts-check
import { html } from 'lit-html';
import { choice, folding, searchField, toggles } from '../../../ui/filters.js';
import { priorities } from '../task.js';
import { saveButton } from '../views/saveButton.js';
import { orderings } from './boardOrder.js';

/** @typedef {import('./board.js').BoardFilters} BoardFilters */

/**
 * @param {BoardFilters} shown
 * @param {(changes: Partial<BoardFilters>) => void} onChange
 */
export const boardFilterBar = (shown, onChange) => html`
  <form class="filters filters--folding" id="filters" role="search" ?data-open=${folding.state.open} aria-label="Tasks" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    ${searchField(shown.search, (search) => onChange({ search }))}
    ${toggles('Filter by priority', priorities, shown.priority, (priority) => onChange({ priority }))}
    ${choice('Order of the cards', orderings, shown.ordering, (ordering) => onChange({ ordering }))} ${saveButton()}
  </form>
`;
