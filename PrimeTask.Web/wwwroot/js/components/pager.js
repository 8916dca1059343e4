// @ts-check
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { icon } from './icon.js';

/** @param {{ page: number, size: number, count: number, one?: string, many?: string, onPage: (page: number) => void }} options */
export function pager({ page, size, count, one = 'task', many = 'tasks', onPage }) {
  const last = Math.max(1, Math.ceil(count / size));
  const first = (page - 1) * size + 1;
  return html`
    <nav class="pager" aria-label="Pages">
      <p class="pager__text" role="status">
        ${count === 0 ? `No ${many}` : `${first}–${Math.min(count, page * size)} of ${count} ${count === 1 ? one : many}`}
      </p>
      ${last === 1
        ? nothing
        : html`
            <button class="button" type="button" ?disabled=${page <= 1} @click=${() => onPage(page - 1)}>${icon('previous')} Previous</button>
            <button class="button" type="button" ?disabled=${page >= last} @click=${() => onPage(page + 1)}>Next ${icon('next')}</button>
          `}
    </nav>
  `;
}
