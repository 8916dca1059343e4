// @ts-check
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { icon } from './icon.js';

/**
 * What is wrong while something is shown, and what can be done about it. The place is there before the words, so that they are read out.
 * @param {string | null} text null: all is well
 * @param {{ label?: string, wide?: boolean, onClick: () => void }} options wide: above the whole page
 */
export const banner = (text, { label = 'Try again', wide = false, onClick }) => html`<div role="status">${
  text
    ? html`<p class="banner ${wide ? 'banner--wide' : ''}">
        ${icon('warning')}<span>${text}</span>
        <button class="link-button" type="button" @click=${onClick}>${label}</button>
      </p>`
    : nothing
}</div>`;

/**
 * Over something that is still shown although it could not be read again.
 * @param {unknown} shown
 * @param {string | null} problem
 * @param {() => void} onClick
 */
export const outdated = (shown, problem, onClick) => banner(shown && problem ? `${problem} What you see may be out of date.` : null, { onClick });
