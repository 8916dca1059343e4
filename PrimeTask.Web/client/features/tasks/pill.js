// @ts-check
import { html, nothing } from 'lit-html';

/** @param {import('./task.js').Status} status */
export const statusMark = (status) => html`<span class="status-mark" data-status=${status}></span>`;

/**
 * A status or a priority: a mark in its colour, and what says it.
 * @param {'status' | 'priority'} kind
 * @param {import('./task.js').Status | import('./task.js').Priority} value
 * @param {unknown} content
 */
export const pill = (kind, value, content) =>
  html`<span class="pill" data-kind=${kind} data-value=${value}>${kind === 'status' ? statusMark(/** @type {import('./task.js').Status} */ (value)) : nothing}${content}</span>`;
