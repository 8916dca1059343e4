// @ts-check
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { icon } from './icon.js';

/**
 * What stands where there is nothing else to show.
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

/** @param {string | null} problem that belongs to no field */
export const formProblem = (problem) => html`
  <div role="alert">${problem ? html`<p class="form-problem">${icon('warning')}<span>${problem}</span></p>` : nothing}</div>
`;
