// @ts-check
// Both versions of each field, side by side.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { icon } from '../../../ui/icon.js';

/** @typedef {import('./merge.js').Difference} Difference */

/**
 * @param {readonly Difference[]} conflict
 * @param {{ labelOf: (name: string) => string, show: (name: string, value: string) => string, onChoose: (name: string | null, side: 'mine' | 'theirs') => void }} options
 */
export const conflictView = (conflict, { labelOf, show, onChoose }) => html`
  <section class="versions" aria-label="Two versions" ?hidden=${conflict.length === 0}>
    <div role="alert">${conflict.length > 0
      ? html`<p class="versions__text">${icon('warning')}This task has been changed elsewhere meanwhile. Nothing is lost: choose what to keep. It is saved then.</p>`
      : nothing}</div>
    ${conflict.map(
      ({ name, mine, theirs, choice }) => html`
        <fieldset class="versions__field">
          <legend>${labelOf(name)}</legend>
          ${side('Mine', show(name, mine), choice === 'mine', () => onChoose(name, 'mine'), name)}
          ${side('Theirs', show(name, theirs), choice === 'theirs', () => onChoose(name, 'theirs'), name)}
        </fieldset>
      `,
    )}
    <p class="versions__all">
      <button class="link-button" type="button" @click=${() => onChoose(null, 'mine')}>Keep all mine</button>
      <button class="link-button" type="button" @click=${() => onChoose(null, 'theirs')}>Take all theirs</button>
    </p>
  </section>
`;

/**
 * @param {string} label
 * @param {string} text
 * @param {boolean} chosen
 * @param {() => void} onChoose
 * @param {string} name
 */
const side = (label, text, chosen, onChoose, name) => html`
  <label class="versions__side">
    <input type="radio" name="version-${name}" .checked=${live(chosen)} @change=${onChoose} />
    <span><b>${label}</b> <span class="versions__value" dir="auto">${text || 'Empty'}</span></span>
  </label>
`;
