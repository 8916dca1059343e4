// @ts-check
import { html, nothing } from 'lit-html';
import { HOME, navigate, route } from '../../app/router.js';
import { session } from '../../app/session.js';
import { textField } from '../../ui/field.js';
import { focusFirstInvalid, focusStart } from '../../ui/focus.js';
import { brand } from '../../ui/icon.js';
import { formProblem } from '../../ui/message.js';
import { isKept, PANEL } from '../tasks/draft.js';
import { editor } from '../tasks/editor/editor.js';
import { authForm, submit, switchTo, write } from './authForm.js';

/** @typedef {import('./authForm.js').FieldName} FieldName */
/** @typedef {{ type: string, autocomplete: string, hint?: string }} Traits */

/** Signing in and registering: one card, two forms. */
export function signInView() {
  const { kind, problem, busy } = authForm.state;
  const registers = kind === 'register';
  return html`
    <main class="sign-in">
      ${brand()}
      <form class="card" novalidate @submit=${onSubmit}>
        <h1 class="card__title">${registers ? 'Create your account' : 'Welcome back'}</h1>
        ${session.state.expired && !registers
          ? html`<p class="card__note">Your session has ended. ${editor.state.open || isKept(PANEL) ? 'What you were writing is kept.' : 'Log in to go on.'}</p>`
          : nothing}
        ${formProblem(problem)}
        ${registers ? registrationFields() : loginFields()}
        <button class="button" data-kind="primary" type="submit" aria-disabled=${busy}>${registers ? 'Register' : 'Log in'}</button>
      </form>
      <p class="sign-in__other">
        ${registers ? 'Have an account already?' : 'New here?'}
        <button class="link-button" type="button" @click=${() => onSwitch(registers ? 'login' : 'register')}>
          ${registers ? 'Log in' : 'Register'}
        </button>
      </p>
    </main>
  `;
}

const loginFields = () => [
  input('email', 'Email', { type: 'email', autocomplete: 'username' }),
  input('password', 'Password', { type: 'password', autocomplete: 'current-password' }),
  html`<p class="card__note"><a href="/forgot-password">Forgot password?</a></p>`,
];

const registrationFields = () => [
  input('email', 'Email', { type: 'email', autocomplete: 'email' }),
  input('username', 'Username', { type: 'text', autocomplete: 'username', hint: 'Letters and digits, at least 3.' }),
  input('password', 'Password', { type: 'password', autocomplete: 'new-password', hint: 'At least 8 characters.' }),
  input('password_confirm', 'Confirm password', { type: 'password', autocomplete: 'new-password' }),
];

/**
 * @param {FieldName} name
 * @param {string} label
 * @param {Traits} traits
 */
const input = (name, label, traits) =>
  textField({
    id: name.replace('_', '-'),
    label,
    ...traits,
    value: authForm.state.fields[name],
    errors: authForm.state.errors[name],
    onInput: (value) => write(name, value),
  });

/** @param {Event} event */
async function onSubmit(event) {
  event.preventDefault();
  if (!(await submit())) focusFirstInvalid('.card');
}

/** @param {'login' | 'register'} kind */
function onSwitch(kind) {
  switchTo(kind);
  // Any other address is where the person goes on after signing in.
  if ([HOME, '/login', '/register'].includes(route.state.path)) navigate(`/${kind}`, { replace: true });
  focusStart();
}
