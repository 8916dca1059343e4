// @ts-check
import { html, nothing } from 'lit-html';
import { countText } from './counts.js';
import { icon } from './icon.js';

/**
 * @param {{ page: number, size: number, count: number, isMinimum?: boolean, one?: string, many?: string, onPage: (page: number) => void }} options
 *   isMinimum: more follow than were counted, so that no page is known to be the last
 */
export function pager({ page, size, count, isMinimum = false, one = 'task', many = 'tasks', onPage }) {
  const last = Math.max(1, Math.ceil(count / size));
  const first = (page - 1) * size + 1;
  const range = `${countText(first)}–${countText(Math.min(count, page * size))} of ${countText(count, isMinimum)}`;
  return html`
    <nav class="pager" aria-label="Pages">
      <p class="pager__text" role="status">${count === 0 ? `No ${many}` : `${range} ${count === 1 ? one : many}`}</p>
      ${last === 1
        ? nothing
        : html`
            <button class="button" type="button" aria-label="Previous page" ?disabled=${page <= 1} @click=${() => onPage(page - 1)}>${icon('previous')}</button>
            <label class="pager__jump">
              Page
              <input
                class="pager__input"
                type="number"
                min="1"
                max=${isMinimum ? nothing : last}
                .value=${String(page)}
                @change=${(/** @type {Event} */ event) => jump(/** @type {HTMLInputElement} */ (event.target), { page, last: isMinimum ? Infinity : last, onPage })}
              />
              of ${countText(last, isMinimum)}
            </label>
            <button class="button" type="button" aria-label="Next page" ?disabled=${page >= last && !isMinimum} @click=${() => onPage(page + 1)}>${icon('next')}</button>
          `}
    </nav>
  `;
}

/**
 * For pages that are reached by a cursor: the next one, and the first.
 * @param {{ shown: number, onFirst?: () => void, onNext?: () => void }} options
 */
export const cursorPager = ({ shown, onFirst, onNext }) => html`
  <nav class="pager" aria-label="Pages">
    <p class="pager__text" role="status">${onwardText(shown, onNext !== undefined)}</p>
    ${onFirst ? html`<button class="button" type="button" @click=${onFirst}>First page</button>` : nothing}
    <button class="button" type="button" aria-label="Next page" ?disabled=${!onNext} @click=${onNext}>${icon('next')}</button>
  </nav>
`;

/**
 * @param {number} shown
 * @param {boolean} more whether something may follow
 */
function onwardText(shown, more) {
  if (shown === 0) return more ? 'No tasks so far, but there can be more' : 'No more tasks';
  return `${countText(shown)} ${shown === 1 ? 'task' : 'tasks'} here, ${more ? 'and there can be more' : 'the last ones'}`;
}

/**
 * Writes the page into the field itself: a render leaves the field alone while its page is the same, because someone may be typing in it.
 * @param {HTMLInputElement} field
 * @param {{ page: number, last: number, onPage: (page: number) => void }} options
 */
function jump(field, { page, last, onPage }) {
  const wanted = Math.trunc(field.valueAsNumber);
  const next = wanted >= 1 ? Math.min(last, wanted) : page;
  field.value = String(next);
  if (next !== page) onPage(next);
}
