// @ts-check
// The entry: draws the screen that the state asks for, again whenever the state changes.
import { html, render } from 'lit-html';
import { confirmation, respond } from '../confirm.js';
import { connection, onReconnect } from '../connection.js';
import { help, listenForKeys } from '../keys.js';
import { dismiss, notices, notifyProblem, pauseClock, resumeClock } from '../notices.js';
import { followLinks, HOME, leaveTask, navigate, onBack, route } from '../router.js';
import { resume, session } from '../session.js';
import { undoLast } from '../undo.js';
import { setProfileZone, today } from '../../ui/dates.js';
import { showFilters } from '../../ui/filters.js';
import { drawn, focusHeading, focusQuickAdd, focusSearch, focusStart } from '../../ui/focus.js';
import { noticeList } from '../../ui/notices.js';
import { authForm, switchTo } from '../../features/sign-in/authForm.js';
import { signInView } from '../../features/sign-in/signInView.js';
import { closePalette, enterSoon, openPalette, palette, writeText } from '../../features/palette/state.js';
import { loadAgain } from '../../features/tasks/edits.js';
import { discard, editor, openNew, write } from '../../features/tasks/editor/editor.js';
import { closeNameDialog, nameDialog } from '../../features/tasks/projects/nameDialog.js';
import { refresh as refreshPlaces } from '../../features/tasks/projects/projects.js';
import * as sidebar from '../../features/tasks/projects/sidebar.js';
import { closeSheet, sidebarState } from '../../features/tasks/projects/sidebarState.js';
import { isSamePlace, LIST, placeOf } from '../../features/tasks/place.js';
import { closeViewDialog, views } from '../../features/tasks/views/views.js';
import { dialogLoader, loadIfNeeded, preloadDialogs } from './dialogLoader.js';
import { aloneView, failedContent, frame, loadingContent, notFoundContent, notFoundView, unreachableView, width } from './frame.js';
import { isAddress, isAlone, redirectOf, routes, signInPaths } from './routes.js';
import { hide, preload, screen, show } from './screen.js';
import { theme } from './theme.js';
import { zoneOffer } from './zoneOffer.js';

/** @typedef {import('../keys.js').Shortcut} Shortcut */

const RETRY_MS = 4_000;
const root = /** @type {HTMLElement} */ (document.querySelector('[data-app]'));

/** @type {readonly Shortcut[]} */
const shortcuts = [
  { key: 'q', label: 'Add a task (also n)', run: addTask },
  { key: 'n', label: 'Add a task', run: addTask, hidden: true },
  { key: '/', label: 'Search', run: search },
  { key: 'k', ctrl: true, everywhere: true, label: 'Search and commands (also Cmd+K)', run: openPalette },
  { key: 'z', label: 'Undo what was done last (also Ctrl+Z)', run: undoLast },
  { key: '?', label: 'Show these shortcuts', run: () => help.set({ open: true }) },
];

const noticeHandlers = { onDismiss: dismiss, onEnter: pauseClock, onLeave: resumeClock };

/** The views with a line that adds tasks. */
const adding = ['/today', '/upcoming', '/list', '/board'];
const withTasks = [...adding, '/calendar', '/dashboard'];

/**
 * A field that is not drawn yet, and what was typed for it.
 * @type {{ path: string, text: string, focus: (typed: string) => boolean } | null}
 */
let pending = null;

function draw() {
  document.title = `${titleOf()} · PrimeTask`;
  render(html`${body()} ${noticeList(notices.state.shown, noticeHandlers)}`, root);
  if (pending && (route.state.path !== pending.path || screen.state.failed || pending.focus(pending.text))) pending = null;
}

function titleOf() {
  const { path } = route.state;
  if (!isAddress(path)) return 'Page not found';
  if (isAlone(path)) return routes[path].title;
  if (session.state.status === 'unreachable') return 'No connection';
  if (session.state.status === 'signed-out') return authForm.state.kind === 'register' ? 'Register' : 'Log in';
  if (route.state.task !== null && dialogLoader.state.module) return dialogLoader.state.module.panelTitle();
  return screen.state.module?.title?.() ?? routes[path]?.title ?? 'Tasks';
}

function body() {
  const { status } = session.state;
  if (isAlone(route.state.path)) return aloneView({ busy: isBusy(), content: content() });
  if (status === 'unreachable') return unreachableView();
  if (status === 'signed-out') return isAddress(route.state.path) ? signInView() : notFoundView();
  if (status === 'starting' || status === 'leaving') return frame({ current: routes[route.state.path]?.nav, busy: true, content: loadingContent() });
  return html`
    ${frame({ current: routes[route.state.path]?.nav, busy: isBusy(), content: html`${content()} ${dialogLoader.state.module?.menu()}`, task: taskPanel(), onAdd: withTasks.includes(route.state.path) ? addTask : undefined })}
    ${dialogLoader.state.module?.dialogs([
      { title: 'Everywhere', shortcuts },
      { title: routes[route.state.path]?.title ?? '', shortcuts: screen.state.module?.shortcuts ?? [] },
      { title: 'While adding a task', shortcuts: screen.state.module?.lineKeys ?? [] },
      { title: 'In an open task', shortcuts: route.state.task === null ? [] : dialogLoader.state.module.panelKeys },
    ])}
  `;
}

/** The content of the panel, while a task is open. */
function taskPanel() {
  if (route.state.task === null) return undefined;
  return dialogLoader.state.module?.panelContent() ?? html`<p class="visually-hidden" role="status">Loading the task…</p>`;
}

/** Whether the view is still loading. */
const isBusy = () => isAddress(route.state.path) && !screen.state.failed && !screen.state.module;

function content() {
  if (!isAddress(route.state.path)) return notFoundContent();
  if (screen.state.failed) return failedContent(enterRoute);
  return screen.state.module ? screen.state.module.view() : loadingContent();
}

let scheduled = false;

function scheduleDraw() {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    draw();
  });
}

/** @type {Set<unknown>} */
const subscribed = new Set();

/** @param {readonly { subscribe: (subscriber: () => void) => void }[]} stores */
function drawOnChangeOf(stores) {
  for (const store of stores) {
    if (subscribed.has(store)) continue;
    subscribed.add(store);
    store.subscribe(scheduleDraw);
  }
}

/** Shows the view of the address to whom is signed in. */
function enterRoute() {
  const { path, query } = route.state;
  const elsewhere = redirectOf(path, query);
  if (elsewhere) navigate(elsewhere, { replace: true });
  else if (session.state.status !== 'signed-in' && !isAlone(path)) hide();
  else if (signInPaths.includes(path)) navigate(HOME, { replace: true });
  else if (isAddress(path)) void show(path, query);
  else hide();
}

/** @returns {readonly Shortcut[]} none while a dialog or a field is on its way: what is typed then is meant for it */
function activeShortcuts() {
  const dialog = editor.state.open || confirmation.state.question || help.state.open || nameDialog.state.open || sidebarState.state.sheet || palette.state.open || views.state.dialog;
  const waiting = (dialog && !dialogLoader.state.failed) || pending !== null;
  // In an open task, or where it covers the view, what acts on the rows of the view is not meant.
  const isElsewhere = route.state.task !== null && (width.state.narrow || document.activeElement?.closest('.side-panel'));
  return session.state.status === 'signed-in' && !waiting ? [...closing(), ...((!isElsewhere && screen.state.module?.shortcuts) || []).filter(({ onTask }) => !onTask || isOnTasks()), ...shortcuts] : [];
}

/** The focus is not on something that the keys could be meant for instead: a link, a place in the sidebar, a task that is done. */
const isOnTasks = () => !document.activeElement?.closest('a[href], summary, .sidebar, .done__list') || document.activeElement.closest('.task') !== null;

/** @returns {readonly Shortcut[]} Escape closes the task that is open, before it does anything in the view */
const closing = () => (route.state.task === null ? [] : [{ key: 'Escape', label: 'Close the task', run: leaveTask, hidden: true }]);

/** In the line of the view, or in the editor where it has none. */
function addTask() {
  const { path } = route.state;
  // What is being written there comes first.
  if (!editor.state.open && focusQuickAdd()) return;
  if (!editor.state.open && adding.includes(path) && !screen.state.failed) pending = { path, text: '', focus: focusQuickAdd };
  else newTask();
}

/** Where its dialog failed to load, the draft is kept for the next attempt. */
function newTask() {
  if (editor.state.open) loadIfNeeded();
  else openNew();
}

/** @returns {boolean} whether a dialog was open */
function closeDialog() {
  if (confirmation.state.question) respond('cancel');
  else if (help.state.open) help.set({ open: false });
  else if (editor.state.open) discard();
  else if (nameDialog.state.open) closeNameDialog();
  else if (views.state.dialog) closeViewDialog();
  else if (palette.state.open) closePalette();
  else if (sidebarState.state.sheet) closeSheet();
  else return false;
  return true;
}

function search() {
  showFilters();
  if (focusSearch()) return;
  // Where it is folded away, it is there once the view is drawn again.
  const { path } = route.state;
  const place = path === '/board' ? path : LIST;
  pending = { path: place, text: '', focus: focusSearch };
  if (path !== place) navigate(place);
}

/**
 * @param {string} key
 * @returns {boolean} whether it is for the field that is on its way
 */
function typeAhead(key) {
  if (pending) {
    const field = pending;
    if (key === 'Enter' && field.focus === focusQuickAdd) field.text += '\n';
    return key === 'Enter' || typeInto(key, field.text, (text) => (field.text = text));
  }
  if (palette.state.open) return !dialogLoader.state.module && typeIntoPalette(key);
  const { open, fields } = editor.state;
  return open && !dialogLoader.state.module && typeInto(key, fields.title, (text) => write('title', text));
}

/** @param {string} key */
function typeIntoPalette(key) {
  if (key !== 'Enter') return typeInto(key, palette.state.text, writeText);
  enterSoon();
  return true;
}

/**
 * @param {string} key
 * @param {string} text
 * @param {(text: string) => unknown} keep
 */
function typeInto(key, text, keep) {
  if (key === 'Backspace') keep([...text].slice(0, -1).join(''));
  else if ([...key].length === 1) keep(text + key);
  else return false;
  return true;
}

/** Whose days and times are shown. */
let { user } = session.state;
function followZone() {
  const before = user;
  ({ user } = session.state);
  setProfileZone(user?.time_zone ?? '');
  if (!before || before.id !== user?.id || before.time_zone === user.time_zone) return;
  loadAgain();
  void refreshPlaces();
}
session.subscribe(followZone);
followZone();

/**
 * The last status that was handled: resume.js began to resume the session before this module came.
 * @type {typeof session.state.status}
 */
let status = 'starting';
function followSession() {
  if (session.state.status === status) return;
  const before = status;
  status = session.state.status;
  pending = null;
  // The next user does not see the address of the one before; after an expired session the same user does.
  if (before !== 'starting' && status === 'signed-out' && !session.state.expired && !isAlone(route.state.path)) navigate('/login', { replace: true });
  if (status === 'unreachable') setTimeout(() => session.state.status === 'unreachable' && resume(), RETRY_MS);
  enterRoute();
  if (status === 'signed-in') preloadDialogs();
  if (status !== 'starting' && status !== 'leaving' && !isAlone(route.state.path)) void focusStart();
}

let { path, query, task } = route.state;
/** What had the focus when a task was opened. @type {Element | null} */
let opener = null;

function followRoute() {
  const moved = path !== route.state.path || !isSamePlace(placeOf(query), placeOf(route.state.query));
  const before = task;
  ({ path, query, task } = route.state);
  if (before === null && task !== null) opener = document.activeElement;
  if (before !== null && task === null && !moved) void drawn().then(giveBack);
  if (path === '/login' || path === '/register') switchTo(path === '/register' ? 'register' : 'login');
  enterRoute();
  if (!moved || (session.state.status !== 'signed-in' && !isAlone(path))) return;
  scrollTo({ top: 0, behavior: 'instant' });
  if (!pending) void focusHeading();
}

/** The focus goes back to where the task was opened from. */
function giveBack() {
  if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
}

screen.subscribe(() => drawOnChangeOf(screen.state.module?.stores ?? []));
dialogLoader.subscribe(() => drawOnChangeOf(dialogLoader.state.module?.stores ?? []));
session.subscribe(followSession);
route.subscribe(followRoute);
onReconnect(() => screen.state.failed && enterRoute());
onBack(() => session.state.status === 'signed-in' && closeDialog());
followLinks((address) => isAddress(address));
listenForKeys(activeShortcuts, typeAhead);

for (const event of ['error', 'unhandledrejection']) {
  window.addEventListener(event, () => notifyProblem('Something went wrong in this page. Reload it to be safe.'));
}

// Drawing is a task of its own, so that no task blocks the browser for long. Requests are sent before it.
const soon = new Promise((resolve) => setTimeout(resolve));
if (session.state.status === 'starting') preload(redirectOf(route.state.path, route.state.query)?.split('?')[0] ?? route.state.path);
followSession();
await soon;
root.replaceChildren();
draw();
// The first date that a browser formats takes it long: done while the session is on its way. A stranger needs none.
if (session.state.status === 'starting') setTimeout(today);
drawOnChangeOf([session, route, screen, authForm, connection, editor, confirmation, help, notices, theme, dialogLoader, nameDialog, palette, width, zoneOffer, ...sidebar.stores]);
