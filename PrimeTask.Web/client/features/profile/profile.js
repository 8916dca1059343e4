// @ts-check
// The user's own account: two forms and the list of sessions.
import { changed } from '../../app/changed.js';
import { ApiError } from '../../app/http.js';
import { notify, notifyProblem } from '../../app/notices.js';
import { onNextPerson, session } from '../../app/session.js';
import { createStore } from '../../app/store.js';
import { createPagedList } from '../../ui/pagedList.js';
import * as account from './api.js';

const SESSIONS_SHOWN = 25;

/**
 * @template {string} Name
 * @typedef {object} Form
 * @property {Record<Name, string>} fields
 * @property {Record<string, string[]>} errors
 * @property {string | null} problem
 * @property {boolean} busy
 */

/**
 * @template {string} Name
 * @typedef {ReturnType<typeof createStore<Form<Name>>>} FormStore
 */

/** @type {Form<'username' | 'first_name' | 'last_name' | 'time_zone'>} */
const noNames = { fields: { username: '', first_name: '', last_name: '', time_zone: '' }, errors: {}, problem: null, busy: false };
/** @type {Form<'old_password' | 'new_password' | 'new_password_confirm'>} */
const noPasswords = { fields: { old_password: '', new_password: '', new_password_confirm: '' }, errors: {}, problem: null, busy: false };

/** Whose fields are shown, as they were then. @type {import('../../app/auth.js').User | null} */
let filledIn = null;

export const names = createStore(noNames);
export const passwords = createStore(noPasswords);
export const confirmation = createStore({ busy: false });
export const sessions = createPagedList(account.listSessions);
export const sessionsPage = createStore({ page: 1 });

onNextPerson(forget);
session.subscribe(() => {
  const { user } = session.state;
  // What has changed elsewhere meanwhile is not saved back, where nobody has written in its field.
  if (user && filledIn && filledIn !== user && filledIn.id === user.id) fillIn(user, changed(names.state.fields, filledIn));
});

export function enter() {
  const { user } = session.state;
  if (user && filledIn?.id !== user.id) {
    forget();
    fillIn(user);
  }
  return showSessions(sessionsPage.state.page);
}

/** Whose session has ended comes back to what was being written. */
export function leave() {
  if (!session.state.expired) forget();
}

function forget() {
  filledIn = null;
  names.reset();
  passwords.reset();
  sessionsPage.reset();
  sessions.forget();
}

/**
 * @param {import('../../app/auth.js').User} user
 * @param {Partial<typeof names.state.fields>} [written] what stays
 */
function fillIn(user, written = {}) {
  filledIn = user;
  const { username, first_name, last_name, time_zone } = user;
  names.set({ fields: { username, first_name, last_name, time_zone, ...written } });
}

/** @param {number} page */
export function showSessions(page) {
  sessionsPage.set({ page });
  return sessions.load({ page, page_size: SESSIONS_SHOWN });
}

export const sessionsPages = { size: SESSIONS_SHOWN };

/**
 * @template {string} Name
 * @param {FormStore<Name>} form
 * @param {Name} name
 * @param {string} value
 */
export function write(form, name, value) {
  const { [name]: _, ...errors } = form.state.errors;
  form.set({ fields: { ...form.state.fields, [name]: value }, errors });
}

/** @returns {Promise<boolean>} whether it is saved */
export const saveNames = () =>
  send(names, async () => {
    const sent = names.state.fields;
    const user = await account.changeProfile(sent);
    // What was written meanwhile stays.
    fillIn(user, changed(names.state.fields, sent));
    session.set({ user });
    notify('Your profile is saved.');
  });

/** Sends the mail with the link that confirms the address. */
export async function sendConfirmation() {
  if (confirmation.state.busy) return;
  confirmation.set({ busy: true });
  try {
    await account.sendConfirmation();
    notify('A mail with a link is on its way to your address.');
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status !== 401) notifyProblem(`No mail was sent. ${error.sentence}`);
  } finally {
    confirmation.set({ busy: false });
  }
}

/** @returns {Promise<boolean>} whether it is changed */
export const changePassword = () =>
  send(passwords, async () => {
    await account.changePassword(passwords.state.fields);
    passwords.reset();
    notify('Your password is changed. All your other sessions have ended.');
    await showSessions(1);
  });

/**
 * @template {string} Name
 * @param {FormStore<Name>} form
 * @param {() => Promise<void>} work
 */
async function send(form, work) {
  if (form.state.busy) return false;
  form.set({ busy: true, errors: {}, problem: null });
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status !== 401) form.set(error.placed);
    return false;
  } finally {
    form.set({ busy: false });
  }
}

/** @param {account.Session} ended */
export async function endSession(ended) {
  const { items } = sessions.store.state;
  sessions.changeItems((item) => (item.id === ended.id ? null : item));
  try {
    await account.endSession(ended.id);
    notify('That session is signed out.');
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) return sessions.reload(); // It has ended already.
    sessions.store.set({ items });
    if (error.status !== 401) notifyProblem(`That session goes on. ${error.sentence}`);
  }
  return sessions.reload();
}
