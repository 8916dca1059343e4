// @ts-check
// The entry: draws the screen that the state asks for, again whenever the state changes.
import { html, render } from '../lib/lit-html/lit-html.js';
import { noticeList } from './components/notices.js';
import { authForm } from './state/authForm.js';
import { deletion } from './state/deletion.js';
import { editor } from './state/editor.js';
import { filters } from './state/filters.js';
import { dismiss, notices, notifyProblem } from './state/notices.js';
import { resume, session } from './state/session.js';
import { taskList } from './state/taskList.js';
import { deleteDialog } from './views/deleteDialog.js';
import { focusStart } from './views/focus.js';
import { signInView } from './views/signIn.js';
import { taskEditor } from './views/taskEditor.js';
import { tasksView } from './views/tasks.js';
import { notFoundView, startingView, unreachableView } from './views/waiting.js';

const RETRY_MS = 4_000;
const addresses = ['/', '/login', '/register'];
const root = /** @type {HTMLElement} */ (document.querySelector('[data-app]'));

const screens = {
  starting: { title: 'PrimeTask', view: startingView },
  unreachable: { title: 'No connection · PrimeTask', view: unreachableView },
  'signed-out': { title: 'Log in · PrimeTask', view: signInView },
  'signed-in': { title: 'Tasks · PrimeTask', view: () => html`${tasksView()} ${taskEditor()} ${deleteDialog()}` },
};

function draw() {
  const known = addresses.includes(location.pathname);
  const { title, view } = known ? screens[session.state.status] : { title: 'Page not found · PrimeTask', view: notFoundView };
  document.title = title;
  render(html`${view()} ${noticeList(notices.state.shown, dismiss)}`, root);
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

for (const store of [session, authForm, filters, taskList, editor, deletion, notices]) store.subscribe(scheduleDraw);

let { status } = session.state;
session.subscribe(() => {
  if (session.state.status === status) return;
  status = session.state.status;
  if (status === 'signed-in' && location.pathname !== '/') history.replaceState(null, '', '/');
  if (status === 'unreachable') setTimeout(() => session.state.status === 'unreachable' && resume(), RETRY_MS);
  if (status !== 'starting') void focusStart();
});

for (const event of ['error', 'unhandledrejection']) {
  window.addEventListener(event, () => notifyProblem('Something went wrong in this page. Reload it to be safe.'));
}

draw();
if (addresses.includes(location.pathname)) void resume();
