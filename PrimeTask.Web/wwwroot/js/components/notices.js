// @ts-check
import { html } from '../../lib/lit-html/lit-html.js';
import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { icon } from './icon.js';

/** @typedef {{ id: number, text: string, problem: boolean }} Notice */

/**
 * @param {Notice[]} shown
 * @param {(id: number) => void} onDismiss
 */
export const noticeList = (shown, onDismiss) => html`
  <div class="notices">
    <div role="status" class="notices__group">${list(shown.filter(({ problem }) => !problem), onDismiss)}</div>
    <div role="alert" class="notices__group">${list(shown.filter(({ problem }) => problem), onDismiss)}</div>
  </div>
`;

/**
 * @param {Notice[]} shown
 * @param {(id: number) => void} onDismiss
 */
const list = (shown, onDismiss) =>
  repeat(
    shown,
    (/** @type {Notice} */ { id }) => id,
    (/** @type {Notice} */ { id, text, problem }) => html`
      <div class="notice" data-kind=${problem ? 'problem' : 'done'}>
        ${icon(problem ? 'warning' : 'check')}
        <p class="notice__text">${text}</p>
        <button class="icon-button" type="button" aria-label="Dismiss message" @click=${() => onDismiss(id)}>${icon('close')}</button>
      </div>
    `,
  );
