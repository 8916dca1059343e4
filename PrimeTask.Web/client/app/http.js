// @ts-check
// The only place that talks to the network.

import { inWords } from './sentences.js';

/** @import { AddressOf, BodyOf, Method, QueryOf, ResultOf, Schemas } from '../../types/api.js' */

const TIMEOUT_MS = 20_000;
const LARGE_TIMEOUT_MS = 300_000;
const NO_CONTENT = 204;

/** A request that did not succeed, in words a person can read. */
export class ApiError extends Error {
  /**
   * @param {string} message
   * @param {number} status the HTTP status; 0 when nothing answered
   * @param {Record<string, string[]>} errors sentences by field; those of no field stand under `detail`
   * @param {string | null} traceId finds the request in the server's logs
   */
  constructor(message, status, errors = {}, traceId = null) {
    super(message);
    this.status = status;
    /** @type {Record<string, string[]>} */
    this.errors = Object.fromEntries(Object.entries(errors).map(([name, sentences]) => [name, sentences.map((one) => inWords(name, one))]));
    this.traceId = traceId;
  }

  /** Whether the server could not be reached at all, so that trying again later makes sense. */
  get unreachable() {
    return isUnreachable(this.status);
  }

  /** Whether the request itself is at fault, so that a retry cannot succeed. */
  get refused() {
    return this.status === 400;
  }

  /** The problem in one or two sentences, with the server's details where there are some. */
  get sentence() {
    const details = Object.values(this.errors).flat();
    return details.length > 0 ? details.join(' ') : `${this.message}.`;
  }

  /** Where a form shows the problem: beside its fields, and above them what belongs to none. */
  get placed() {
    const { detail = [], ...errors } = this.errors;
    const problem = detail.join(' ') || (Object.keys(errors).length > 0 ? null : `${this.message}.`);
    return { errors, problem };
  }
}

/** @param {number} status */
const isUnreachable = (status) => status === 0 || status === 502 || status === 503 || status === 504;

/**
 * @typedef {object} Credentials
 * @property {() => string | null} accessToken
 * @property {() => Promise<boolean>} renew gets a new access token; false when the session is over
 */

/** @type {Credentials} */
let credentials = { accessToken: () => null, renew: async () => false };

/** @param {Credentials} provider whose token every request carries */
export function useCredentials(provider) {
  credentials = provider;
}

/** @type {(reached: boolean) => void} */
let reportReachability = () => {};

/** @param {(reached: boolean) => void} watcher told after every request whether the API could be reached */
export function watchReachability(watcher) {
  reportReachability = watcher;
}

/** Finds out whether the API can be reached, and tells the watcher. */
export async function probe() {
  try {
    await send('GET', '/auth/profile/', {}, credentials.accessToken());
  } catch (error) {
    // send() has told the watcher.
    if (!(error instanceof ApiError)) throw error;
  }
}

/** @typedef {Record<string, string | number | undefined>} Query */

/**
 * @template [B=unknown]
 * @template [Q=Query]
 * @typedef {object} RequestOptions
 * @property {B | Blob} [body] sent as JSON; a file as it is
 * @property {Q} [query] left out where empty
 * @property {Record<string, string | undefined>} [headers]
 * @property {boolean} [anonymous] without the access token
 * @property {AbortSignal} [signal]
 * @property {boolean} [keepalive] goes on when the page is left
 * @property {boolean} [large] a file goes one way or the other, which may take minutes
 */

/**
 * Sends a request to the API; an expired access token is renewed once.
 * @template {Method} M
 * @template {AddressOf<M>} A
 * @param {M} method
 * @param {A} path
 * @param {RequestOptions<BodyOf<M, A>, QueryOf<M, A>>} [options]
 * @returns {Promise<{ body: ResultOf<M, A>, etag: string | null }>} `body` is null for a response without one
 * @throws {ApiError}
 */
export async function request(method, path, options = {}) {
  const { body, etag } = read(await sendAsUser(method, path, options));
  return { body: /** @type {ResultOf<M, A>} */ (body), etag };
}

/**
 * Fetches a file from the API.
 * @param {AddressOf<'GET'>} path
 * @returns {Promise<{ file: Blob, name: string }>}
 * @throws {ApiError}
 */
export async function download(path) {
  const result = await sendAsUser('GET', path, { large: true, headers: { Accept: '*/*' } });
  read(result);
  const name = /filename="([^"]+)"/.exec(result.response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'primetask';
  return { file: /** @type {Blob} */ (result.body), name };
}

/**
 * @param {string} method
 * @param {string} path
 * @param {RequestOptions} options
 */
async function sendAsUser(method, path, options) {
  const token = options.anonymous ? null : credentials.accessToken();
  const result = await send(method, path, options, token);
  return result.response.status === 401 && !options.anonymous && (await renewAfter(token))
    ? send(method, path, options, credentials.accessToken())
    : result;
}

/** @param {string | null} refused the token that was not accepted */
async function renewAfter(refused) {
  // Another request may have renewed it while this one was under way.
  return credentials.accessToken() !== refused ? credentials.accessToken() !== null : credentials.renew();
}

/**
 * @param {string} method
 * @param {string} path
 * @param {RequestOptions} options
 * @param {string | null} token
 */
async function send(method, path, { body, query = {}, headers = {}, signal, keepalive = false, large = false }, token) {
  const timeout = AbortSignal.timeout(large ? LARGE_TIMEOUT_MS : TIMEOUT_MS);
  const isFile = body instanceof Blob;
  try {
    const response = await fetch(`/api/v1${path}${toQueryString(query)}`, {
      method,
      headers: present({
        Accept: 'application/json',
        'Content-Type': body === undefined || isFile ? undefined : 'application/json',
        Authorization: token ? `Bearer ${token}` : undefined,
        ...headers,
      }),
      body: body === undefined || isFile ? body : JSON.stringify(body),
      credentials: 'same-origin',
      keepalive,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const isDownload = response.ok && response.headers.has('Content-Disposition');
    const parsed = isDownload ? await response.blob() : parse(await response.text());
    // For example the sign-in page of a captive portal.
    if (response.ok && parsed === null && response.status !== NO_CONTENT) throw new TypeError('A success without JSON is none of the API’s.');
    reportReachability(!isUnreachable(response.status));
    return { response, body: parsed };
  } catch (error) {
    if (signal?.aborted) throw error;
    reportReachability(false);
    throw new ApiError('No connection', 0, {
      detail: [timeout.aborted ? 'PrimeTask took too long to answer.' : 'PrimeTask cannot be reached. Check your connection.'],
    });
  }
}

/** @param {{ response: Response, body: unknown }} result */
function read({ response, body }) {
  if (response.ok) return { body, etag: response.headers.get('ETag') };
  const failure = /** @type {Partial<Schemas['FailureBody']> | null} */ (body);
  throw new ApiError(
    failure?.message ?? `The server answered with status ${response.status}`,
    response.status,
    failure?.errors ?? {},
    failure?.trace_id ?? null,
  );
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parse(text) {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    // A proxy between here and the API sent a page of its own; the status is enough.
    return null;
  }
}

/** @param {Query} query */
function toQueryString(query) {
  const text = new URLSearchParams(present(query)).toString();
  return text && `?${text}`;
}

/**
 * @param {Query} values
 * @returns {Record<string, string>}
 */
function present(values) {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [name, String(value)]),
  );
}
