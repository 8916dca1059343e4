// @ts-check
import { html } from '../../lib/lit-html/lit-html.js';
import { brand } from '../components/brand.js';
import { message } from '../components/message.js';
import { resume, session } from '../state/session.js';

export const unreachableView = () => html`
  <main class="sign-in">
    ${brand()}
    <h1 class="visually-hidden" tabindex="-1">PrimeTask</h1>
    <div class="card" role="alert">
      ${message({
        symbol: 'warning',
        title: 'PrimeTask does not answer',
        text: session.state.problem ?? '',
        action: { label: 'Try again', onClick: resume },
      })}
    </div>
  </main>
`;

/** For those who are not signed in. */
export const notFoundView = () => html`
  <main class="sign-in">
    ${brand()}
    <div class="card">
      <h1 class="card__title" tabindex="-1">Page not found</h1>
      <p class="message__text">There is no page at this address.</p>
      <p><a href="/">Go to your tasks</a></p>
    </div>
  </main>
`;
