// @ts-check
// A list of counts, each with a bar for its share. The numbers are text, the bars only show them.
import { html, svg } from 'lit-html';
import { numberText, percentText } from '../../ui/counts.js';

/**
 * @typedef {object} Share
 * @property {string} name picks the colour
 * @property {string} label
 * @property {number} count
 * @property {string} [href] the tasks that are counted
 */

/** @param {readonly Share[]} shares */
export function shareBars(shares) {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  return html`
    <ul class="shares">
      ${shares.map(({ name, label, count, href }) => {
        const percent = total === 0 ? 0 : (count / total) * 100;
        const content = html`
          <span class="share__label">${label}</span>
          <span class="share__count">${numberText(count)}</span>
          <span class="share__percent">${percentText(percent / 100)}</span>
          <svg class="share__bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            ${svg`<rect class="share__ground" width="100" height="4" /><rect class="share__part" width=${percent} height="4" />`}
          </svg>
        `;
        return html`<li>${href ? html`<a class="share" href=${href} data-share=${name}>${content}</a>` : html`<div class="share" data-share=${name}>${content}</div>`}</li>`;
      })}
    </ul>
  `;
}
