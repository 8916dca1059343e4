// @ts-check
// Where in the app the person is. The address bar holds it, so that a view can be bookmarked, shared and gone back to.
import { createStore } from './store.js';

/** @typedef {{ path: string, query: URLSearchParams }} Route */

export const route = createStore(fromAddress());

/** @type {() => boolean} */
let closeDialog = () => false;

window.addEventListener('popstate', () => {
  if (closeDialog()) history.pushState(null, '', addressOf(route.state));
  else route.set(fromAddress());
});

/**
 * While a dialog is open, Back closes it and leaves the view as it is.
 * @param {() => boolean} close whether there was one
 */
export const onBack = (close) => (closeDialog = close);

/** @param {Route} route */
const addressOf = ({ path, query }) => path + (query.size > 0 ? `?${query}` : '');

/** @returns {Route} */
function fromAddress() {
  return { path: location.pathname.replace(/(?<=.)\/+$/, ''), query: new URLSearchParams(location.search) };
}

/**
 * Goes to an address of the app.
 * @param {string} address path and query
 * @param {{ replace?: boolean }} [how] replace: without a step of its own in the browser's history
 */
export function navigate(address, { replace = false } = {}) {
  const same = address === location.pathname + location.search;
  history[replace || same ? 'replaceState' : 'pushState'](null, '', address);
  route.set(fromAddress());
}

/**
 * Makes plain links to the app's own addresses change the view instead of loading the page again.
 * @param {(path: string) => boolean} isOwn
 */
export function followLinks(isOwn) {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || event.button !== 0 || hasModifier(event) || !leadsInside(link, isOwn)) return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  });
}

/** @param {MouseEvent} event */
const hasModifier = (event) => event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/**
 * @param {HTMLAnchorElement} link
 * @param {(path: string) => boolean} isOwn
 */
const leadsInside = (link, isOwn) =>
  link.origin === location.origin && !link.hash && !link.hasAttribute('download') && (!link.target || link.target === '_self') && isOwn(link.pathname);
