// @ts-check
// Where in the app the person is. The address bar holds it, so that a view can be bookmarked, shared and gone back to.
import { createStore } from './store.js';

/** @typedef {{ path: string, query: URLSearchParams, task: number | null }} Route task: whose panel is open beside the view */

/** What is shown first, and behind a task whose link was opened by itself. */
export const HOME = '/today';

/** The address of a task. The view that it was opened from stays behind it: the browser's history holds which that is. */
const TASK = /^\/tasks\/(?<id>[1-9]\d{0,15})$/u;

export const route = createStore(fromAddress());

/** @type {() => boolean} */
let closeDialog = () => false;

/** Whether the app itself goes back, which takes a moment. */
let isLeaving = false;

window.addEventListener('popstate', () => {
  const isOwn = isLeaving;
  isLeaving = false;
  // A dialog that was opened since then is not what is left.
  if (!isOwn && closeDialog()) stay();
  else route.set(fromAddress());
});

/**
 * While a dialog is open, Back closes it and leaves the view as it is.
 * @param {() => boolean} close whether there was one
 */
export const onBack = (close) => (closeDialog = close);

function stay() {
  const { task } = route.state;
  if (task === null) history.pushState(null, '', viewAddress());
  else history.pushState({ behind: viewAddress(), opened: true }, '', `/tasks/${task}`);
}

/** Of the view, without the task that is open beside it. */
function viewAddress() {
  const { path, query } = route.state;
  return path + (query.size > 0 ? `?${query}` : '');
}

/** @returns {Route} */
function fromAddress() {
  const task = TASK.exec(trimmed(location.pathname))?.groups?.id;
  if (!task) return { path: trimmed(location.pathname), query: new URLSearchParams(location.search), task: null };
  const { pathname, searchParams } = new URL(history.state?.behind ?? HOME, location.origin);
  return { path: pathname, query: searchParams, task: Number(task) };
}

/** @param {string} path */
function trimmed(path) {
  return path.replace(/(?<=.)\/+$/, '');
}

/**
 * Goes to an address of the app.
 * @param {string} address path and query
 * @param {{ replace?: boolean }} [how] replace: without a step of its own in the browser's history
 */
export function navigate(address, { replace = false } = {}) {
  const same = address === location.pathname + location.search;
  // A link to a task opens it beside what is shown.
  const state = TASK.test(address) ? { behind: viewAddress(), opened: !replace && !same } : null;
  history[replace || same ? 'replaceState' : 'pushState'](state, '', address);
  route.set(fromAddress());
}

/**
 * Opens a task beside the view. Back closes it, also after others were opened in its place.
 * @param {number} id
 */
export function goToTask(id) {
  const { task } = route.state;
  if (task === id) return;
  const opened = task === null || history.state?.opened === true;
  history[task === null ? 'pushState' : 'replaceState']({ behind: viewAddress(), opened }, '', `/tasks/${id}`);
  route.set(fromAddress());
}

/** Back to the view alone. */
export function leaveTask() {
  if (route.state.task === null || isLeaving) return;
  if (history.state?.opened) {
    isLeaving = true;
    history.back();
  } else navigate(viewAddress(), { replace: true });
}

/** @param {string} path */
export const isTaskAddress = (path) => TASK.test(path);

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
