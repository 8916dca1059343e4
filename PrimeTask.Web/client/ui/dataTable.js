// @ts-check
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { nextOrdering } from '../app/address.js';
import { icon } from './icon.js';

/**
 * @template T
 * @typedef {object} Column
 * @property {string} label
 * @property {(item: T) => unknown} cell
 * @property {string} [sort] the name of its ordering
 * @property {'main' | 'number' | 'actions'} [kind]
 */

/**
 * A table that becomes cards on narrow screens. Roles are explicit because cards lose the implicit ones of a table layout.
 * @template {{ id: number }} T
 * @param {object} options
 * @param {string} options.label
 * @param {readonly Column<T>[]} options.columns
 * @param {readonly T[]} options.items
 * @param {boolean} options.busy
 * @param {string} [options.ordering]
 * @param {(ordering: string) => void} [options.onOrder]
 */
export const dataTable = ({ label, columns, items, busy, ordering = '', onOrder = () => {} }) => html`
  <table class="data" role="table" aria-label=${label} aria-busy=${busy}>
    <thead role="rowgroup">
      <tr role="row">${columns.map((column) => heading(column, ordering, onOrder))}</tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        items,
        ({ id }) => id,
        (item) => html`
          <tr class="data__row" role="row">
            ${columns.map(
              ({ label: name, kind, cell }) => html`
                <td class="data__cell" role="cell" data-kind=${kind ?? nothing}>
                  ${kind ? nothing : html`<span class="data__name" aria-hidden="true">${name}</span>`}
                  ${cell(item)}
                </td>
              `,
            )}
          </tr>
        `,
      )}
    </tbody>
  </table>
`;

/**
 * @param {{ label: string, sort?: string, kind?: string }} column
 * @param {string} ordering
 * @param {(ordering: string) => void} onOrder
 */
function heading({ label, sort, kind }, ordering, onOrder) {
  if (!sort) return html`<th class="data__head" role="columnheader" data-kind=${kind ?? nothing}><span>${label}</span></th>`;
  const direction = ordering === sort ? 'ascending' : ordering === `-${sort}` ? 'descending' : nothing;
  return html`
    <th class="data__head" role="columnheader" data-kind=${kind ?? nothing} aria-sort=${direction}>
      <button class="data__sort" type="button" @click=${() => onOrder(nextOrdering(ordering, sort))}>
        ${label}<span class="data__arrow">${icon('next')}</span>
      </button>
    </th>
  `;
}

/** While the first page loads: as tall as the page, so that the layout does not shift. */
export const tablePlaceholder = (/** @type {string} */ text) => html`
  <p class="visually-hidden" role="status">${text}</p>
  <div class="data-placeholder" aria-hidden="true">${Array.from({ length: 10 }, () => html`<span class="data-placeholder__row"></span>`)}</div>
`;
