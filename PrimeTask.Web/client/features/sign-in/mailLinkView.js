// @ts-check
// Three cards for everybody, signed in or not: ask for a new password, choose it, and confirm an address.
import { html, nothing } from 'lit-html';
import { route } from '../../app/router.js';
import { textField } from '../../ui/field.js';
import { focusFirstInvalid, focusHeading } from '../../ui/focus.js';
import { formProblem } from '../../ui/message.js';
import { again, askForReset, confirmEmail, mailLink, resetPassword, write } from './mailLink.js';

/** @typedef {import('./mailLink.js').FieldName} FieldName */

export { enter, leave } from './mailLink.js';
export const stores = [mailLink];

export const view = () => html`${card()} ${other()}`;

function card() {
  const { token, done } = mailLink.state;
  if (route.state.path === '/forgot-password') return done ? sent() : forgotten();
  if (done) return route.state.path === '/reset-password' ? changed() : confirmed();
  if (token === '') return withoutToken();
  return route.state.path === '/reset-password' ? newPassword() : confirmation();
}

const other = () => html`<p class="sign-in__other"><a href="/">Go to PrimeTask</a></p>`;

const forgotten = () =>
  form('Forgot your password?', 'Send the link', askForReset, [
    html`<p class="card__note">Enter the email address that you log in with. You get a mail with a link to choose a new password.</p>`,
    input('email', 'Email', { type: 'email', autocomplete: 'username' }),
  ]);

const sent = () => html`
  <div class="card">
    <h1 class="card__title" tabindex="-1">Look at your mail</h1>
    <p class="card__note">
      If there is an account with the address <bdi>${mailLink.state.fields.email}</bdi>, a mail with a link is on its way to it. The link is good for one hour.
    </p>
    <p class="card__note">
      No mail? Look into the spam folder, or
      <button class="link-button" type="button" @click=${onAgain}>try another address</button>.
    </p>
  </div>
`;

const newPassword = () =>
  form('Choose a new password', 'Change password', resetPassword, [
    html`<p class="card__note">It signs you out everywhere.</p>`,
    input('new_password', 'New password', { type: 'password', autocomplete: 'new-password', hint: 'At least 8 characters.' }),
    input('new_password_confirm', 'Confirm new password', { type: 'password', autocomplete: 'new-password' }),
    mailLink.state.problem ? html`<p class="card__note"><a href="/forgot-password">Ask for a new mail</a></p>` : nothing,
  ]);

const changed = () => html`
  <div class="card">
    <h1 class="card__title" tabindex="-1">Your password is changed</h1>
    <p class="card__note">You are signed out everywhere. <a href="/login">Log in</a> with the new password.</p>
  </div>
`;

const confirmation = () =>
  form('Confirm your email address', 'Confirm', confirmEmail, [
    html`<p class="card__note">One more step: confirm that the address this link was sent to is yours.</p>`,
    mailLink.state.problem ? html`<p class="card__note">Your <a href="/profile">profile</a> can send the mail again.</p>` : nothing,
  ]);

const confirmed = () => html`
  <div class="card">
    <h1 class="card__title" tabindex="-1">Your email address is confirmed</h1>
    <p class="card__note">There is nothing more to do.</p>
  </div>
`;

/** The page was loaded again, or its address typed. */
const withoutToken = () => html`
  <div class="card">
    <h1 class="card__title" tabindex="-1">Open the link again</h1>
    <p class="card__note">This page works once for each time that the link in the mail is opened. Open it from the mail again.</p>
  </div>
`;

/**
 * @param {string} title
 * @param {string} label of the button
 * @param {() => Promise<boolean>} work
 * @param {unknown} content
 */
const form = (title, label, work, content) => html`
  <form class="card" novalidate @submit=${(/** @type {Event} */ event) => onSubmit(event, work)}>
    <h1 class="card__title" tabindex="-1">${title}</h1>
    ${formProblem(mailLink.state.problem)} ${content}
    <button class="button" data-kind="primary" type="submit" aria-disabled=${mailLink.state.busy}>${label}</button>
  </form>
`;

/**
 * @param {FieldName} name
 * @param {string} label
 * @param {{ type: string, autocomplete: string, hint?: string }} traits
 */
const input = (name, label, traits) =>
  textField({
    id: name.replaceAll('_', '-'),
    label,
    ...traits,
    value: mailLink.state.fields[name],
    errors: mailLink.state.errors[name],
    onInput: (value) => write(name, value),
  });

/**
 * @param {Event} event
 * @param {() => Promise<boolean>} work
 */
async function onSubmit(event, work) {
  event.preventDefault();
  if (await work()) void focusHeading();
  else void focusFirstInvalid('.card');
}

function onAgain() {
  again();
  void focusFirstInvalid('.card');
}
