// @ts-check
// What the admins' views share: who may see them, their navigation, and the states of a list.
import { html, nothing } from 'lit-html';
import { session } from '../../app/session.js';
import { tablePlaceholder } from '../../ui/dataTable.js';
import { message, staleBanner } from '../../ui/message.js';
import { cursorPager, pager } from '../../ui/pager.js';
import { PAGE_SIZE } from './filteredList.js';

/** @typedef {'Users' | 'All tasks' | 'Audit log'} Title */

const pages = /** @type {const} */ ([
  { title: 'Users', href: '/admin/users' },
  { title: 'All tasks', href: '/admin/tasks' },
  { title: 'Audit log', href: '/admin/audit' },
]);

export const isAdmin = () => session.state.user?.role === 'admin';

/**
 * @param {Title} title
 * @param {() => unknown} content
 */
export const adminPage = (title, content) => (isAdmin() ? html`
  <div class="page__head">
    <h1 class="page__title" tabindex="-1">${title}</h1>
    <nav class="tabs" aria-label="Administration">
      ${pages.map((page) => html`<a class="tabs__link" href=${page.href} aria-current=${page.title === title ? 'page' : nothing}>${page.title}</a>`)}
    </nav>
  </div>
  ${content()}
` : forbidden());

const forbidden = () => html`
  <h1 class="page__title" tabindex="-1">For admins only</h1>
  <div class="panel">
    ${message({ symbol: 'shield', title: 'This page is for admins', text: 'Your account may not see it. Ask an admin of this PrimeTask if you should.' })}
    <p class="panel__foot"><a href="/">Go to your tasks</a></p>
  </div>
`;

/**
 * @template T
 * @param {object} options
 * @param {ReturnType<typeof import('./filteredList.js').createFilteredList<T>>} options.list
 * @param {[one: string, many: string]} options.nouns
 * @param {(items: T[]) => unknown} options.table
 */
export function listPanel({ list, nouns: [one, many], table }) {
  const { items, count, isMinimum, nextCursor, loading, problem, refused } = list.store.state;
  return html`
    ${staleBanner(items, problem, list.reload)}
    <section class="panel" aria-label=${many} aria-busy=${loading}>
      ${items ? filled() : problem ? failed(problem) : tablePlaceholder(`Loading ${many}…`)}
    </section>
  `;

  function filled() {
    if (items?.length === 0 && !nextCursor && !list.hasCursor()) return empty();
    return html`${items?.length ? table(items) : nothing} ${pages()}`;
  }

  function pages() {
    if (!nextCursor && !list.hasCursor()) return pager({ page: list.page(), size: PAGE_SIZE, count, isMinimum, one, many, onPage: (page) => list.change({ page }) });
    return cursorPager({
      shown: items?.length ?? 0,
      onFirst: list.hasCursor() || list.page() > 1 ? () => list.change({}) : undefined,
      onNext: nextCursor ? () => list.change({ cursor: nextCursor }) : undefined,
    });
  }

  function empty() {
    const filtered = list.isFiltered();
    return html`<div role="status">
      ${message({
        symbol: filtered ? 'search' : 'list',
        title: filtered ? `No matching ${many}` : `No ${many} yet`,
        text: filtered ? 'Nothing fits these filters.' : 'What there will be appears here.',
        action: filtered ? { label: 'Clear filters', onClick: list.clear } : undefined,
      })}
    </div>`;
  }

  /** @param {string} sentence */
  function failed(sentence) {
    return html`<div role="alert">
      ${message({
        symbol: 'warning',
        title: `The ${many} could not be loaded`,
        text: sentence,
        action: refused ? { label: `Show all ${many}`, onClick: list.clear } : { label: 'Try again', onClick: list.reload },
      })}
    </div>`;
  }
}

/** @param {Event} event */
export const preventSubmit = (event) => event.preventDefault();
