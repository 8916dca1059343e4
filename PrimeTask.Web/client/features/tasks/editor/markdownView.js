// @ts-check
// Markdown as templates: text only ever becomes text, and of addresses only those that cannot run anything become links.
import { html, nothing } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { live } from 'lit-html/directives/live.js';

/** @typedef {import('./markdown.js').Token} Token */
/** @typedef {import('marked').MarkedToken} MarkedToken without the kinds that extensions add: there are none */
/** @typedef {import('marked').Tokens.List} List */
/** @typedef {import('marked').Tokens.ListItem} ListItem */
/** @typedef {import('marked').Tokens.Table} Table */

const MAX_DEPTH = 16;
const SAFE = ['http:', 'https:', 'mailto:'];

/** @typedef {(item: Token, checked: boolean) => void} OnTick */

/**
 * What the items of lists are drawn with; set while a text is drawn.
 * @type {{ onTick: OnTick, canTick: (item: Token) => boolean } | undefined}
 */
let boxes;

/**
 * @param {string} text
 * @param {readonly Token[] | null} tokens null: the text stands as it was written
 * @param {{ onTick: OnTick, canTick: (item: Token) => boolean }} [ticking] of the boxes; without it they only show
 */
export const markdownText = (text, tokens, ticking) =>
  html`<div class="markdown">${guard([text, tokens], () => {
    boxes = ticking;
    return tokens ? all(tokens, 0) : html`<p class="markdown__plain" dir="auto">${text}</p>`;
  })}</div>`;

/**
 * @param {readonly Token[] | undefined} tokens
 * @param {number} depth
 * @returns {unknown}
 */
const all = (tokens, depth) => tokens?.map((token) => (depth > MAX_DEPTH ? token.raw : one(/** @type {MarkedToken} */ (token), depth + 1)));

/**
 * @param {MarkedToken} token
 * @param {number} depth
 * @returns {unknown}
 */
function one(token, depth) {
  const inner = () => ('tokens' in token && token.tokens ? all(token.tokens, depth) : 'text' in token ? token.text : token.raw);
  switch (token.type) {
    case 'space':
    case 'def':
      return nothing;
    case 'heading':
      return html`<p class="markdown__heading" dir="auto" data-level=${token.depth}>${inner()}</p>`;
    case 'paragraph':
      return html`<p dir="auto">${inner()}</p>`;
    case 'blockquote':
      return html`<blockquote dir="auto">${inner()}</blockquote>`;
    case 'list':
      return list(token, depth);
    case 'code':
      return html`<pre tabindex="0" dir="auto"><code>${token.text}</code></pre>`;
    case 'hr':
      return html`<hr />`;
    case 'table':
      return table(token, depth);
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'em':
      return html`<em>${inner()}</em>`;
    case 'del':
      return html`<del>${inner()}</del>`;
    case 'codespan':
      return html`<code dir="auto">${token.text}</code>`;
    case 'br':
      return html`<br />`;
    case 'link':
      return link(token.href, inner());
    case 'image':
      // A picture would be loaded from another host.
      return link(token.href, token.text || token.href);
    case 'checkbox':
      return nothing;
    case 'html':
      return token.raw;
    default:
      return inner();
  }
}

/**
 * @param {List} token
 * @param {number} depth
 */
function list({ ordered, start, items }, depth) {
  const entries = items.map(
    (item) =>
      html`<li dir="auto" class=${item.task ? 'markdown__item' : nothing}>${item.task ? box(item) : nothing}${all(item.tokens, depth)}</li>`,
  );
  return ordered ? html`<ol start=${start || 1}>${entries}</ol>` : html`<ul>${entries}</ul>`;
}

/** @param {ListItem} item */
function box(item) {
  const ticking = boxes?.canTick(item) ? boxes : undefined;
  return html`<input
      type="checkbox"
      ?disabled=${!ticking}
      aria-label=${ticking ? firstLine(item) : item.checked ? 'Done' : 'To do'}
      .checked=${live(item.checked ?? false)}
      @change=${(/** @type {Event} */ event) => ticking?.onTick(item, /** @type {HTMLInputElement} */ (event.target).checked)}
    /> `;
}

/** @param {ListItem} item */
const firstLine = ({ text }) => text.split('\n', 1)[0];

/**
 * @param {Table} token
 * @param {number} depth
 */
const table = ({ header, rows }, depth) => html`
  <div class="markdown__table" tabindex="0" role="group" aria-label="Table">
    <table>
      <thead><tr>${header.map((cell) => html`<th dir="auto">${all(cell.tokens, depth)}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td dir="auto">${all(cell.tokens, depth)}</td>`)}</tr>`)}</tbody>
    </table>
  </div>
`;

/**
 * @param {string} href
 * @param {unknown} text
 */
const link = (href, text) => (isSafe(href) ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>` : html`<span>${text}</span>`);

/** @param {string} href */
const isSafe = (href) => URL.canParse(href) && SAFE.includes(new URL(href).protocol);
