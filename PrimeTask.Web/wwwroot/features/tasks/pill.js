// @ts-check
import { html } from '../../lib/lit-html/lit-html.js';

/**
 * A status or a priority: a mark in its colour, and what says it.
 * @param {'status' | 'priority'} kind
 * @param {import('./task.js').Status | import('./task.js').Priority} value
 * @param {unknown} content
 */
export const pill = (kind, value, content) => html`<span class="pill" data-kind=${kind} data-value=${value}>${content}</span>`;
