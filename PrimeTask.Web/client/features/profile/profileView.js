// @ts-check
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { session } from '../../app/session.js';
import { describe, describeInFull, isSameClock, ownZone, zoneName } from '../../ui/dates.js';
import { selectField, textField } from '../../ui/field.js';
import { focusFirstInvalid } from '../../ui/focus.js';
import { formProblem, message } from '../../ui/message.js';
import { pager } from '../../ui/pager.js';
import * as profile from './profile.js';
import * as transfers from './transfers.js';
import * as transfersView from './transfersView.js';
import { describeClient } from './userAgent.js';

/** @typedef {import('./api.js').Session} Session */

const { names, passwords, confirmation, sessions, sessionsPage } = profile;

export const stores = [names, passwords, confirmation, sessions.store, sessionsPage, ...transfersView.stores];

export const enter = () => Promise.all([profile.enter(), transfers.enter()]);

export function leave() {
  profile.leave();
  transfers.leave();
}

export const view = () => html`
  <h1 class="page__title" tabindex="-1">Profile</h1>
  <div class="profile">
    ${section('Your account', 'What others see of you, and how you log in.', namesForm())}
    ${section('Password', 'Changing it signs you out everywhere else.', passwordForm())}
    ${section('Sessions', 'Where you are logged in. Sign out what you do not recognise, then change your password.', sessionList())}
    ${section('Your data', 'Take it with you, or bring tasks from elsewhere.', transfersView.transfersView())}
  </div>
`;

/**
 * @param {string} title
 * @param {string} text
 * @param {unknown} content
 */
const section = (title, text, content) => html`
  <section class="profile__section" aria-labelledby=${idOf(title)}>
    <div class="profile__head">
      <h2 class="profile__title" id=${idOf(title)}>${title}</h2>
      <p class="profile__text">${text}</p>
    </div>
    <div class="panel">${content}</div>
  </section>
`;

/** @param {string} title */
const idOf = (title) => `profile-${title.toLowerCase().replace(' ', '-')}`;

const namesForm = () => html`
  <form class="profile__form" data-form="names" novalidate @submit=${(/** @type {Event} */ event) => send(event, 'names', profile.saveNames)}>
    ${formProblem(names.state.problem)}
    ${textField({ ...field(names, 'username', 'Username'), autocomplete: 'username', hint: 'Letters and digits, at least 3.' })}
    <div class="profile__pair">
      ${textField({ ...field(names, 'first_name', 'First name'), autocomplete: 'given-name' })}
      ${textField({ ...field(names, 'last_name', 'Last name'), autocomplete: 'family-name' })}
    </div>
    ${selectField({ ...field(names, 'time_zone', 'Time zone'), choices: zones(), hint: zoneHint() })}
    <p class="profile__text">You log in with <bdi>${session.state.user?.email}</bdi>. ${confirmationState()}</p>
    <button class="button" data-kind="primary" type="submit" aria-disabled=${names.state.busy}>Save profile</button>
  </form>
`;

/** All that the browser knows, and the one that is set. */
function zones() {
  const set = session.state.user?.time_zone ?? 'UTC';
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ownZone(), set]);
  return [...names].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

function zoneHint() {
  const rule = 'All dates and times are shown and meant there.';
  return isSameClock(names.state.fields.time_zone || ownZone(), ownZone()) ? rule : `${rule} This device is in ${zoneName(ownZone())}.`;
}

const confirmationState = () =>
  session.state.user?.email_confirmed
    ? 'This address is confirmed.'
    : html`This address is not confirmed yet.
        <button class="link-button" type="button" aria-disabled=${confirmation.state.busy} @click=${profile.sendConfirmation}>Send the mail again</button>`;

const passwordForm = () => html`
  <form class="profile__form" data-form="passwords" novalidate @submit=${(/** @type {Event} */ event) => send(event, 'passwords', profile.changePassword)}>
    ${formProblem(passwords.state.problem)}
    ${/* Tells password managers whose password this is. */ nothing}
    <input class="visually-hidden" type="email" autocomplete="username" aria-label="Account" tabindex="-1" readonly .value=${session.state.user?.email ?? ''} />
    ${textField({ ...field(passwords, 'old_password', 'Current password'), type: 'password', autocomplete: 'current-password' })}
    <div class="profile__pair">
      ${textField({ ...field(passwords, 'new_password', 'New password'), type: 'password', autocomplete: 'new-password', hint: 'At least 8 characters.' })}
      ${textField({ ...field(passwords, 'new_password_confirm', 'Confirm new password'), type: 'password', autocomplete: 'new-password' })}
    </div>
    <button class="button" data-kind="primary" type="submit" aria-disabled=${passwords.state.busy}>Change password</button>
  </form>
`;

/**
 * @template {string} Name
 * @param {profile.FormStore<Name>} form
 * @param {Name} name
 * @param {string} label
 */
const field = (form, name, label) => ({
  id: `profile-${name.replaceAll('_', '-')}`,
  label,
  value: form.state.fields[name],
  errors: form.state.errors[name],
  onInput: (/** @type {string} */ value) => profile.write(form, name, value),
});

/**
 * @param {Event} event
 * @param {string} form
 * @param {() => Promise<boolean>} work
 */
async function send(event, form, work) {
  event.preventDefault();
  if (!(await work())) void focusFirstInvalid(`[data-form="${form}"]`);
}

function sessionList() {
  const { items, count, problem, loading } = sessions.store.state;
  if (!items && problem) {
    return html`<div role="alert">
      ${message({ symbol: 'warning', title: 'Your sessions could not be loaded', text: problem, action: { label: 'Try again', onClick: sessions.reload } })}
    </div>`;
  }
  if (!items) return html`<p class="profile__waiting" role="status">Loading your sessions…</p>`;
  return html`
    <ul class="sessions" aria-label="Sessions" aria-busy=${loading}>
      ${repeat(items, ({ id }) => id, row)}
    </ul>
    ${count > profile.sessionsPages.size
      ? pager({ page: sessionsPage.state.page, size: profile.sessionsPages.size, count, one: 'session', many: 'sessions', onPage: profile.showSessions })
      : nothing}
  `;
}

/** @param {Session} shown */
function row(shown) {
  const client = describeClient(shown.user_agent);
  return html`
    <li class="session">
      <div class="session__what">
        <p class="session__client" title=${shown.user_agent ?? ''}>
          ${client} ${shown.current ? html`<span class="session__current">This session</span>` : nothing}
        </p>
        <p class="session__facts">
          ${shown.ip_address ? `${shown.ip_address} · ` : nothing}last used
          <time datetime=${shown.last_used_at} title=${describeInFull(shown.last_used_at)}>${describe(shown.last_used_at)}</time>
          · since <time datetime=${shown.created_at} title=${describeInFull(shown.created_at)}>${describe(shown.created_at)}</time>
        </p>
      </div>
      ${shown.current
        ? nothing
        : html`<button class="button" type="button" aria-label="Sign out ${client}" @click=${() => profile.endSession(shown)}>Sign out</button>`}
    </li>
  `;
}
