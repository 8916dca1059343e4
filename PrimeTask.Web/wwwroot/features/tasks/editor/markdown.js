// @ts-check
// Descriptions as Markdown. A worker parses them; it starts with the first one and is stopped after a timeout.
import { createStore } from '../../../app/store.js';

/** @typedef {import('../../../lib/marked/marked.esm.js').Token} Token */

const LIMIT_MS = 1_000;

/** What was read last: its tokens, or null where it could not be read in time, and stands as it was written. */
export const markdown = createStore({ text: '', tokens: /** @type {Token[] | null} */ (null) });

/** @type {Worker | null} */
let worker = null;
let isReady = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let limit;
let wanted = '';

/**
 * @param {string} text
 * @returns {Token[] | null} of this text, if it has been read
 */
export const tokensOf = (text) => (markdown.state.text === text ? markdown.state.tokens : null);

/** @param {string} text */
export function readMarkdown(text) {
  if (text === wanted) return;
  wanted = text;
  // One that is still busy with another text would keep this one waiting.
  if (limit !== undefined) stop();
  worker ??= start();
  if (isReady) ask();
}

function start() {
  const started = new Worker(new URL('./markdownWorker.js', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }) => {
    if (started !== worker) return;
    if (data === 'ready') {
      isReady = true;
      ask();
    } else {
      clearTimeout(limit);
      limit = undefined;
      markdown.set(data);
    }
  });
  // It could not be loaded: the next text tries again.
  started.addEventListener('error', () => {
    stop();
    wanted = '';
  });
  return started;
}

function ask() {
  worker?.postMessage(wanted);
  limit = setTimeout(() => {
    stop();
    markdown.set({ text: wanted, tokens: null });
  }, LIMIT_MS);
}

function stop() {
  clearTimeout(limit);
  limit = undefined;
  worker?.terminate();
  worker = null;
  isReady = false;
}
