// @ts-check
// The Markdown reader, fetched when the first description is to be shown.
import { createStore } from '../lib/store.js';

/** @typedef {{ type: string, raw: string, text?: string, tokens?: Token[], [more: string]: any }} Token */

export const markdown = createStore({ read: /** @type {((text: string) => Token[]) | null} */ (null), failed: false });

/** @type {Promise<void> | null} */
let loading = null;

export function loadMarkdown() {
  loading ??= fetchReader();
  return loading;
}

async function fetchReader() {
  try {
    const { lexer } = await import('../../lib/marked/marked.esm.js');
    markdown.set({ read: lexer, failed: false });
  } catch {
    // The text is shown as it was written; the next time tries again.
    markdown.set({ failed: true });
    loading = null;
  }
}
