// @ts-check
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

/**
 * One of the choices side by side in an element of the class `segments`.
 * @param {{ label: string, checked: boolean, onChange: () => void, name?: string }} options name: of the group in which one excludes the others
 */
export const segment = ({ label, checked, onChange, name }) => html`
  <label class="segments__item">
    <input class="visually-hidden" type=${name ? 'radio' : 'checkbox'} name=${name ?? nothing} .checked=${live(checked)} @change=${onChange} />
    <span>${label}</span>
  </label>
`;
