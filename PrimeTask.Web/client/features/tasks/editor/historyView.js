// @ts-check
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { session } from '../../../app/session.js';
import { describe, describeInFull } from '../../../ui/dates.js';
import { projectName } from '../projects/projects.js';
import { changeLines } from './changeText.js';
import { closeHistory, history, openHistory, readMore } from './history.js';

/** @typedef {import('./history.js').HistoryEntry} HistoryEntry */

/** Folded, and read when it is opened. @param {number} id of the task */
export const historySection = (id) => html`
  <details class="history" .open=${live(history.state.id === id)} @toggle=${(/** @type {Event} */ event) => onToggle(event, id)}>
    <summary class="history__summary">History</summary>
    ${history.state.id === id ? content() : nothing}
  </details>
`;

/**
 * @param {Event} event
 * @param {number} id
 */
function onToggle(event, id) {
  if (!(/** @type {HTMLDetailsElement} */ (event.currentTarget).open)) closeHistory();
  else if (history.state.id !== id) openHistory(id);
}

function content() {
  const { entries, more, loading, problem } = history.state;
  return html`
    <div class="history__content" aria-busy=${loading}>
      ${entries ? list(entries) : nothing}
      <div role="status">${loading && !entries ? html`<p class="history__note">Loading…</p>` : entries?.length === 0 ? html`<p class="history__note">Nothing has been changed so far.</p>` : nothing}</div>
      <div role="alert">${problem ? html`<p class="history__note">The history could not be loaded. ${problem} <button class="link-button" type="button" @click=${readMore}>Try again</button></p>` : nothing}</div>
      ${more && !problem ? html`<button class="button" type="button" aria-disabled=${loading} @click=${() => loading || readMore()}>Show older changes</button>` : nothing}
    </div>
  `;
}

/** @param {readonly HistoryEntry[]} entries */
const list = (entries) => html`
  <ol class="history__list">
    ${entries.map(
      (entry) => html`
        <li class="history__entry">
          <p class="history__who">${who(entry)}, <time datetime=${entry.at} title=${describeInFull(entry.at)}>${describe(entry.at)}</time></p>
          ${changeLines(entry.changes, projectName).map((line) => html`<p class="history__change" dir="auto">${line}</p>`)}
        </li>
      `,
    )}
  </ol>
`;

/** @param {HistoryEntry} entry */
function who({ actor, actor_username: username }) {
  if (actor === null) return 'Somebody whose account is gone';
  return actor === session.state.user?.id ? 'You' : html`<bdi>${username}</bdi>`;
}
