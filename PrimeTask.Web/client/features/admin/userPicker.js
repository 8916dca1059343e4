// @ts-check
// Choosing a user by name: the text, the suggestions, and whether a user has that name.
import { ApiError } from '../../app/http.js';
import { route } from '../../app/router.js';
import { session } from '../../app/session.js';
import { createStore } from '../../app/store.js';
import { TYPING_MS } from '../../ui/typing.js';
import * as admin from './api.js';
import { idOf, nameOf, remember } from './userNames.js';

const MAX_SUGGESTIONS = 8;

/** @typedef {{ text: string | null, suggestions: string[], error: string | null }} PickerState */

/** @param {{ chosen: () => string, onChoose: (id: string) => void }} options the id in the address, or an empty text */
export function createUserPicker({ chosen, onChoose }) {
  const store = createStore(/** @type {PickerState} */ ({ text: null, suggestions: [], error: null }));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  session.subscribe(() => {
    if (session.state.status !== 'signed-in') reset();
  });

  /** @param {string} text */
  function write(text) {
    store.set({ text, error: null });
    clearTimeout(pause);
    if (text.trim()) pause = setTimeout(() => void suggest(text.trim()), TYPING_MS);
  }

  /** @param {string} text */
  async function suggest(text) {
    try {
      const { results } = await admin.listUsers({ search: text, ordering: 'username', page_size: MAX_SUGGESTIONS });
      remember(results);
      if (store.state.text?.trim() === text) store.set({ suggestions: results.map(({ username }) => username) });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      store.set({ error: error.sentence });
    }
  }

  async function choose() {
    const { text } = store.state;
    if (text === null) return;
    clearTimeout(pause);
    if (!text.trim()) {
      reset();
      if (chosen()) onChoose('');
      return;
    }
    try {
      const { path } = route.state;
      const id = await idOf(text);
      // Somebody who has gone on is not brought back.
      if (route.state.path !== path || store.state.text !== text) return;
      if (id === null) return store.set({ error: 'Nobody has this username.' });
      reset();
      if (String(id) !== chosen()) onChoose(String(id));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      store.set({ error: error.sentence });
    }
  }

  function reset() {
    clearTimeout(pause);
    store.set({ text: null, suggestions: [], error: null });
  }

  return { store, write, choose, reset, shown: () => store.state.text ?? (chosen() ? nameOf(Number(chosen())) : '') };
}
