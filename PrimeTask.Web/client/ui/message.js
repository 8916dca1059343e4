// @ts-check
// Messages about a state: in place of content, in a form, or above the content.
import { html, nothing } from 'lit-html';
import { icon } from './icon.js';

/**
 * In place of content.
 * @param {{ symbol: Parameters<typeof icon>[0], title: string, text: string, action?: { label: string, onClick: () => void } }} options
 */
export const message = ({ symbol, title, text, action }) => html`
  <div class="message">
    <span class="message__symbol">${icon(symbol)}</span>
    <h2 class="message__title">${title}</h2>
    <p class="message__text">${text}</p>
    ${action ? html`<button class="button" type="button" @click=${action.onClick}>${action.label}</button>` : nothing}
  </div>
`;

/**
 * A sentence that names a task in quotation marks: the name has a direction of its own and does not turn the sentence around.
 * @param {string} text
 */
export function sentence(text) {
  const [before, name, after] = text.split(/“(?<name>.*)”/su);
  return name === undefined ? text : html`${before}“<bdi>${name}</bdi>”${after}`;
}

/** @param {string | null} problem that belongs to no field */
export const formProblem = (problem) => html`
  <div role="alert">${problem ? html`<p class="form-problem">${icon('warning')}<span>${problem}</span></p>` : nothing}</div>
`;

/**
 * A problem while content is shown, and what can be done about it. The live region exists before its text, so that screen readers announce it.
 * @param {string | null} text null: all is well
 * @param {{ label?: string, wide?: boolean, symbol?: Parameters<typeof icon>[0], onClick: () => void, other?: { label: string, onClick: () => void } }} options wide: above the whole page; other: what can be done instead
 */
export const banner = (text, { label = 'Try again', wide = false, symbol = 'warning', onClick, other }) => html`<div role="status">${
  text
    ? html`<p class="banner ${wide ? 'banner--wide' : ''}">
        ${icon(symbol)}<span>${text}</span>
        <button class="link-button" type="button" @click=${onClick}>${label}</button>
        ${other ? html`<button class="link-button" type="button" @click=${other.onClick}>${other.label}</button>` : nothing}
      </p>`
    : nothing
}</div>`;

/**
 * Above content that could not be refreshed.
 * @param {unknown} shown
 * @param {string | null} problem
 * @param {() => void} onClick
 */
export const staleBanner = (shown, problem, onClick) => banner(shown && problem ? `${problem} What you see may be out of date.` : null, { onClick });
