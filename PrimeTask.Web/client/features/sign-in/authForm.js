// @ts-check
// What is typed into the sign-in and registration forms.
import { ApiError } from '../../app/http.js';
import * as session from '../../app/session.js';
import { createStore } from '../../app/store.js';
import { ownZone } from '../../ui/dates.js';

/** @typedef {'email' | 'username' | 'password' | 'password_confirm'} FieldName */

/**
 * @typedef {object} AuthFormState
 * @property {'login' | 'register'} kind
 * @property {Record<FieldName, string>} fields
 * @property {Record<string, string[]>} errors
 * @property {string | null} problem
 * @property {boolean} busy
 */

/** @type {AuthFormState} */
const initial = {
  kind: location.pathname === '/register' ? 'register' : 'login',
  fields: { email: '', username: '', password: '', password_confirm: '' },
  errors: {},
  problem: null,
  busy: false,
};

export const authForm = createStore(initial);

/** @param {AuthFormState['kind']} kind */
export function switchTo(kind) {
  authForm.set({ kind, errors: {}, problem: null });
}

/**
 * @param {FieldName} name
 * @param {string} value
 */
export function write(name, value) {
  const { [name]: _, ...errors } = authForm.state.errors;
  authForm.set({ fields: { ...authForm.state.fields, [name]: value }, errors });
}

/** @returns {Promise<boolean>} whether the person is signed in */
export async function submit() {
  const { busy, kind, fields } = authForm.state;
  if (busy) return false;
  authForm.set({ busy: true, errors: {}, problem: null });
  try {
    await (kind === 'login' ? session.logIn({ email: fields.email, password: fields.password }) : register(fields));
    authForm.set({ ...initial, kind: 'login' });
    return true;
  } catch (error) {
    authForm.set({ busy: false });
    if (!(error instanceof ApiError)) throw error;
    authForm.set(error.placed);
    return false;
  }
}

/** @param {AuthFormState['fields']} fields */
async function register(fields) {
  try {
    await session.register({ ...fields, time_zone: ownZone() });
  } catch (error) {
    // The browser's list of zones is newer than the server's, or its setting is odd: the profile can say it later.
    if (!(error instanceof ApiError && error.errors.time_zone)) throw error;
    await session.register(fields);
  }
  // An account without examples is whole.
  const examples = await import('../tasks/today/examples.js').catch(() => null);
  void examples?.addExamples();
}
