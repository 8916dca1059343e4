// @ts-check
// What stays while the views change: navigation, user menu, state of the connection. Also what is shown in place of a view.
import { html, nothing } from 'lit-html';
import { connection, tryAgain } from '../connection.js';
import { notifyProblem } from '../notices.js';
import { HOME, route } from '../router.js';
import { logOut, onNextPerson, resume, session } from '../session.js';
import { brand, icon } from '../../ui/icon.js';
import { banner, message } from '../../ui/message.js';
import { createStore } from '../store.js';
import { openPalette } from '../../features/palette/state.js';
import { openNew } from '../../features/tasks/editor/editor.js';
import { addressInPlace, LIST, placeOf } from '../../features/tasks/place.js';
import { sidebar } from '../../features/tasks/projects/sidebar.js';
import { openSheet, sidebarState } from '../../features/tasks/projects/sidebarState.js';
import { userMenu } from './userMenu.js';
import { zoneBanner } from './zoneOffer.js';

/** @typedef {'Today' | 'List' | 'Board' | 'Dashboard' | 'Admin'} Nav */

const links = /** @type {const} */ ([
  { nav: 'Today', href: '/today', symbol: 'today' },
  { nav: 'List', href: LIST, symbol: 'list' },
  { nav: 'Board', href: '/board', symbol: 'board' },
  { nav: 'Dashboard', href: '/dashboard', symbol: 'chart' },
  { nav: 'Admin', href: '/admin/users', symbol: 'shield' },
]);

/** @type {Map<string, string>} the last filters of each view: the navigation leads back to them */
const queries = new Map();
const remember = () => queries.set(route.state.path, route.state.query.size > 0 ? `?${route.state.query}` : '');

remember();
route.subscribe(remember);
onNextPerson(() => queries.clear());

/** Where the panel of a task covers all else. */
const narrow = matchMedia('(width < 48rem)');
export const width = createStore({ narrow: narrow.matches });
narrow.addEventListener('change', () => width.set({ narrow: narrow.matches }));

/**
 * @param {{ current?: Nav, busy?: boolean, content: unknown, task?: unknown, onAdd?: () => void }} options task: the content of its panel, while one is open; onAdd: adds a task, where there are tasks
 */
export const frame = ({ current, busy = false, content, task, onAdd }) => html`
  <a class="skip-link" href="#content">Skip to content</a>
  <header class="top-bar" ?inert=${isCovered(task)}>
    <button
      class="icon-button top-bar__menu"
      type="button"
      aria-label="Lists"
      title="Lists"
      aria-haspopup="dialog"
      aria-expanded=${sidebarState.state.sheet}
      ?disabled=${session.state.status !== 'signed-in'}
      @click=${openSheet}
    >
      ${icon('menu')}
    </button>
    <a class="top-bar__home" href=${HOME} aria-label="PrimeTask">${brand()}</a>
    <nav class="nav" aria-label="Views">
      ${links.filter(({ nav }) => nav !== 'Admin' || session.state.user?.role === 'admin').map((link) => navLink(link, current))}
    </nav>
    <div class="top-bar__end">
      <button class="icon-button" type="button" aria-label="Search and commands" title="Search and commands (Ctrl+K)" ?disabled=${session.state.status !== 'signed-in'} @click=${openPalette}>
        ${icon('search')}
      </button>
      <button class="button top-bar__new" data-kind="primary" type="button" ?disabled=${!session.state.user} @click=${openNew}>
        ${icon('plus')}<span class="top-bar__label">New task</span>
      </button>
      ${userMenu()}
      <button class="icon-button" type="button" aria-label="Log out" title="Log out" ?disabled=${session.state.status !== 'signed-in'} @click=${signOut}>
        ${icon('leave')}
      </button>
    </div>
  </header>
  ${connectionBanner()} ${zoneBanner()}
  <div class="shell" ?data-task=${Boolean(task)}>
    ${sidebar()}
    <main class="page" id="content" tabindex="-1" aria-busy=${busy} ?inert=${isCovered(task)}>${content}</main>
    ${task || !onAdd ? nothing : html`<button class="add-button" type="button" aria-label="New task" ?disabled=${!session.state.user} @click=${onAdd}>${icon('plus')}</button>`}
    ${task ? html`<aside class="side-panel" aria-label="Task" tabindex="-1">${task}</aside>` : nothing}
  </div>
`;

/** @param {unknown} task */
const isCovered = (task) => Boolean(task) && width.state.narrow;

/**
 * @param {(typeof links)[number]} link
 * @param {Nav} [current]
 */
const navLink = ({ nav, href, symbol }, current) => html`
  <a class="nav__link" href=${nav === current ? href : addressOf(href)} aria-current=${nav === current ? 'page' : nothing}>${icon(symbol)}<span>${nav}</span></a>
`;

/**
 * The list and the board stay with the project that the other one shows.
 * @param {string} href
 */
function addressOf(href) {
  const { path, query } = route.state;
  const kept = queries.get(href) ?? '';
  return [path, href].every((one) => one === LIST || one === '/board') ? addressInPlace(href, kept, placeOf(query)) : href + kept;
}

const sentences = {
  online: '',
  offline: 'You are offline. What you see may be out of date, and changes cannot be saved.',
  down: 'PrimeTask does not answer. Trying again by itself; what you see may be out of date.',
};

function connectionBanner() {
  const { status } = connection.state;
  return banner(sentences[status], { label: 'Try now', wide: true, onClick: tryAgain });
}

/** While a view is loading. */
export const loadingContent = () => html`
  <p class="visually-hidden" role="status">Loading…</p>
  <div class="placeholder" aria-hidden="true">
    <span class="placeholder__title"></span>
    <span class="placeholder__block"></span>
  </div>
`;

/** @param {() => void} onRetry */
export const failedContent = (onRetry) => html`
  <h1 class="page__title" tabindex="-1">This view could not be loaded</h1>
  <div class="panel" role="alert">
    ${message({
      symbol: 'warning',
      title: 'A part of PrimeTask did not arrive',
      text: 'Check your connection, then try again.',
      action: { label: 'Try again', onClick: onRetry },
    })}
  </div>
`;

export const notFoundContent = () => html`
  <h1 class="page__title" tabindex="-1">Page not found</h1>
  <div class="panel">
    ${message({ symbol: 'search', title: 'Nothing here', text: 'There is no page at this address.' })}
    <p class="panel__foot"><a href=${HOME}>Go to your tasks</a></p>
  </div>
`;

export const unreachableView = () => html`
  <main class="sign-in">
    ${brand()}
    <h1 class="visually-hidden" tabindex="-1">PrimeTask</h1>
    <div class="card" role="alert">
      ${message({
        symbol: 'warning',
        title: 'PrimeTask does not answer',
        text: session.state.problem ?? '',
        action: { label: 'Try again', onClick: resume },
      })}
    </div>
  </main>
`;

/**
 * What shows without the frame, to everybody.
 * @param {{ busy: boolean, content: unknown }} options
 */
export const aloneView = ({ busy, content }) => html`
  <main class="sign-in" id="content" tabindex="-1" aria-busy=${busy}>${brand()} ${content}</main>
`;

/** For those who are not signed in. */
export const notFoundView = () => html`
  <main class="sign-in">
    ${brand()}
    <div class="card">
      <h1 class="card__title" tabindex="-1">Page not found</h1>
      <p class="message__text">There is no page at this address.</p>
      <p><a href=${HOME}>Go to your tasks</a></p>
    </div>
  </main>
`;

export async function signOut() {
  try {
    await logOut();
  } catch (error) {
    notifyProblem(`You are still signed in: ${/** @type {import('../http.js').ApiError} */ (error).sentence}`);
  }
}
