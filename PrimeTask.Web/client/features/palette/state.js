// @ts-check
// Whether the command palette is open, and what is typed in it. The rest of it is loaded when it is opened first.
import { session } from '../../app/session.js';
import { createStore } from '../../app/store.js';

export const palette = createStore({ open: false, text: '' });

session.subscribe(() => {
  if (palette.state.open && session.state.status !== 'signed-in') closePalette();
});

export const openPalette = () => palette.set({ open: true, text: '' });

export const closePalette = () => palette.reset();
