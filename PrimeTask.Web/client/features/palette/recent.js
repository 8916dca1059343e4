// @ts-check
// What the person chose last, on this device.
import { session } from '../../app/session.js';
import { browserStorage } from '../../app/storage.js';

/** @typedef {{ id: string, title: string }} Recent id: as of a choice of the palette; title: of a task, which may be out of date */

const KEY = 'primetask-recent';
const MOST = 30;

session.subscribe(() => {
  // After an expired session the same person comes back.
  if (session.state.status === 'signed-out' && !session.state.expired) write(null);
});

/** @returns {readonly Recent[]} the last one first */
export function recent() {
  const kept = browserStorage.readValue(KEY);
  return kept?.user === session.state.user?.id && Array.isArray(kept?.items) ? kept.items.filter(isRecent) : [];
}

/** @param {any} item @returns {item is Recent} */
const isRecent = (item) => typeof item?.id === 'string' && typeof item?.title === 'string';

/** @param {Recent} item */
export const remember = ({ id, title }) => write([{ id, title }, ...recent().filter((one) => one.id !== id)].slice(0, MOST));

/** @param {string} id of what is gone */
export const forget = (id) => write(recent().filter((one) => one.id !== id));

/** @param {readonly Recent[] | null} items */
const write = (items) => browserStorage.keepValue(KEY, items && { user: session.state.user?.id, items });
