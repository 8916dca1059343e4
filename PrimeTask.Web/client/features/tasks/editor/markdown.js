// @ts-check
// Descriptions as Markdown. A worker parses them; it starts with the first one and is stopped after a timeout.
import { createStore } from '../../../app/store.js';

/** @typedef {import('marked').Token} Token */

const LIMIT_MS = 1_000;

/** Reads one text at a time: each place that shows one has its own. */
export function createMarkdownReader() {
  /** What was read last: its tokens, or null where it could not be read in time, and stands as it was written. */
  const store = createStore({ text: '', tokens: /** @type {Token[] | null} */ (null) });

  /** @type {Worker | null} */
  let worker = null;
  let isReady = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let limit;
  let wanted = '';

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
        store.set(data);
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
      store.set({ text: wanted, tokens: null });
    }, LIMIT_MS);
  }

  function stop() {
    clearTimeout(limit);
    limit = undefined;
    worker?.terminate();
    worker = null;
    isReady = false;
  }

  return {
    store,

    /**
     * @param {string} text
     * @returns {Token[] | null} of this text, if it has been read
     */
    tokensOf: (text) => (store.state.text === text ? store.state.tokens : null),

    /** @param {string} text */
    read(text) {
      if (text === wanted) return;
      wanted = text;
      // One that is still busy with another text would keep this one waiting.
      if (limit !== undefined) stop();
      worker ??= start();
      if (isReady) ask();
    },
  };
}
