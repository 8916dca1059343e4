// @ts-check
// Asking for a link by mail, and what its link does: a new password, or a confirmed address.
import { ApiError } from '../../app/http.js';
import { resume, session } from '../../app/session.js';
import { createStore } from '../../app/store.js';
import { uuid } from '../../app/uuid.js';
import * as api from './api.js';
import { authForm } from './authForm.js';

/** @typedef {'email' | 'new_password' | 'new_password_confirm'} FieldName */

/**
 * @typedef {object} MailLinkState
 * @property {string} token of the link that was followed; empty when there was none
 * @property {Record<FieldName, string>} fields
 * @property {Record<string, string[]>} errors
 * @property {string | null} problem
 * @property {boolean} busy
 * @property {boolean} done
 */

/** @type {MailLinkState} */
const initial = {
  token: '',
  fields: { email: '', new_password: '', new_password_confirm: '' },
  errors: {},
  problem: null,
  busy: false,
  done: false,
};

export const mailLink = createStore(initial);

/** Of the request that is being typed: sent again with it, it is done once. */
let key = uuid();

export function enter() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
  // Neither the address bar nor the history keeps it. No server has seen it: browsers send no part of an address after the hash sign.
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
  if (token === '' && mailLink.state.token !== '') return;
  key = uuid();
  mailLink.set({ ...initial, token, fields: { ...initial.fields, email: authForm.state.fields.email } });
}

export function leave() {
  mailLink.reset();
}

/**
 * @param {FieldName} name
 * @param {string} value
 */
export function write(name, value) {
  key = uuid();
  const { [name]: _, ...errors } = mailLink.state.errors;
  mailLink.set({ fields: { ...mailLink.state.fields, [name]: value }, errors });
}

/** Lets another mail be asked for. */
export function again() {
  key = uuid();
  mailLink.set({ done: false });
}

/** @returns {Promise<boolean>} whether it is done */
export const askForReset = () => send(() => api.askForReset(mailLink.state.fields.email, key));

/** @returns {Promise<boolean>} */
export const resetPassword = () =>
  send(async () => {
    const { token, fields } = mailLink.state;
    await api.resetPassword({ token, new_password: fields.new_password, new_password_confirm: fields.new_password_confirm }, key);
    // The session of this browser may have been one of those that ended.
    if (session.state.status === 'signed-in') await resume();
  });

/** @returns {Promise<boolean>} */
export const confirmEmail = () =>
  send(async () => {
    await api.confirmEmail(mailLink.state.token, key);
    if (session.state.status === 'signed-in') await resume();
  });

/** @param {() => Promise<void>} work */
async function send(work) {
  if (mailLink.state.busy) return false;
  mailLink.set({ busy: true, errors: {}, problem: null });
  try {
    await work();
    mailLink.set({ ...initial, token: mailLink.state.token, fields: { ...initial.fields, email: mailLink.state.fields.email }, done: true });
    return true;
  } catch (error) {
    mailLink.set({ busy: false });
    if (!(error instanceof ApiError)) throw error;
    mailLink.set(error.placed);
    return false;
  }
}
