// @ts-check
import { html } from 'lit-html';
import { choice, folding, searchField, toggles } from '../../../ui/filters.js';
import { priorities, statuses } from '../task.js';

const statusFilters = [{ value: 'open', label: 'Open' }, ...statuses];

/** @typedef {import('../../../ui/choices.js').Choice} Choice */
/** @typedef {{ status: string, priority: string, due: string, search: string, ordering: string }} Shown values with commas between */

/**
 * @param {Shown} shown
 * @param {{ dues: readonly Choice[], orderings: readonly Choice[], onChange: (changes: Partial<Shown>) => void, onSearch: (text: string) => void }} options
 */
export const filterBar = (shown, { dues, orderings, onChange, onSearch }) => html`
  <form class="filters filters--folding" id="filters" role="search" ?data-open=${folding.state.open} aria-label="Tasks" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    ${searchField(shown.search, onSearch)}
    ${toggles('Filter by status', statusFilters, shown.status, (status) => onChange({ status }))}
    ${toggles('Filter by priority', priorities, shown.priority, (priority) => onChange({ priority }))}
    ${choice('Filter by due date', [{ value: '', label: 'Any due date' }, ...dues], shown.due, (due) => onChange({ due }))}
    <span class="filters__order">
      ${choice('Sort by', orderings, shown.ordering, (ordering) => onChange({ ordering }))}
    </span>
  </form>
`;
