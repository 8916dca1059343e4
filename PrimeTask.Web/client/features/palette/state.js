// @ts-check
// Whether the command palette is open, and what is typed in it. The rest of it is loaded when it is opened first.
import { session } from '../../app/session.js';
import { createStore } from '../../app/store.js';

export const palette = createStore({
  open: false,
  text: '',
  /** Whether Enter was pressed before there was anything to open: the best of what is found is opened. */
  entered: false,
});

session.subscribe(() => {
  if (palette.state.open && session.state.status !== 'signed-in') closePalette();
});

export const openPalette = () => palette.set({ open: true, text: '', entered: false });

/** @param {string} text */
export const writeText = (text) => palette.set({ text, entered: false });

export const enterSoon = () => palette.set({ entered: true });

export const closePalette = () => palette.reset();
