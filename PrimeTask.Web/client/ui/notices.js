// @ts-check
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { icon } from './icon.js';
import { sentence } from './message.js';

/** @typedef {{ id: number, text: string, problem: boolean, undo?: { label: string, run: () => unknown } }} Notice */

/**
 * @typedef {object} Handlers
 * @property {(id: number) => void} onDismiss
 * @property {(id: number) => void} onEnter the pointer or the keyboard is on the message
 * @property {(id: number) => void} onLeave
 */

/**
 * @param {Notice[]} shown
 * @param {Handlers} handlers
 */
export const noticeList = (shown, handlers) => html`
  <div class="notices">
    <div role="status" class="notices__group">${list(shown.filter(({ problem }) => !problem), handlers)}</div>
    <div role="alert" class="notices__group">${list(shown.filter(({ problem }) => problem), handlers)}</div>
  </div>
`;

/**
 * @param {Notice[]} shown
 * @param {Handlers} handlers
 */
const list = (shown, { onDismiss, onEnter, onLeave }) =>
  repeat(
    shown,
    (/** @type {Notice} */ { id }) => id,
    (/** @type {Notice} */ notice) => html`
      <div
        class="notice"
        data-kind=${notice.problem ? 'problem' : 'done'}
        @pointerenter=${() => onEnter(notice.id)}
        @pointerleave=${() => onLeave(notice.id)}
        @focusin=${() => onEnter(notice.id)}
        @focusout=${() => onLeave(notice.id)}
      >
        ${icon(notice.problem ? 'warning' : 'check')}
        <p class="notice__text">${sentence(notice.text)}</p>
        ${notice.undo
          ? html`<button class="link-button" type="button" @click=${notice.undo.run}>${notice.undo.label}</button>`
          : nothing}
        <button class="icon-button" type="button" aria-label="Dismiss message" @click=${() => onDismiss(notice.id)}>${icon('close')}</button>
      </div>
    `,
  );
