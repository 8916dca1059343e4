// @ts-check
import { html } from '../../lib/lit-html/lit-html.js';

export const brand = () => html`
  <span class="brand">
    <svg class="brand__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" />
      <path d="m9 16.5 5 5 9-11" />
    </svg>
    <span class="brand__name">PrimeTask</span>
  </span>
`;
