// @ts-check
// The app's addresses and what each shows.
import { LIST } from '../../features/tasks/place.js';
import { HOME, isTaskAddress } from '../router.js';

/**
 * @typedef {object} ViewModule
 * @property {() => unknown} view the content of `<main>`, with one `<h1>`
 * @property {(query: URLSearchParams) => unknown} [enter] its address, or the query of it, is now the person's
 * @property {() => unknown} [leave]
 * @property {readonly { subscribe: (subscriber: () => void) => void }[]} [stores] whose changes draw the view again
 * @property {readonly import('../keys.js').Shortcut[]} [shortcuts]
 * @property {() => string} [title] of what it shows now; the route's, if left out
 * @property {readonly { key: string, label: string }[]} [lineKeys] of the line that adds tasks
 */

/**
 * @typedef {object} Route
 * @property {string} title
 * @property {'Today' | 'List' | 'Board' | 'Dashboard' | 'Admin'} [nav] the link of the navigation that leads to it
 * @property {string} css loaded before it shows
 * @property {() => Promise<ViewModule>} load
 * @property {boolean} [alone] for everybody, signed in or not, and without the frame
 */

const mailLinkStyle = '/styles/mailLinkView.css';
const mailLinkView = () => import('../../features/sign-in/mailLinkView.js');

/** @type {Readonly<Record<string, Route>>} */
export const routes = {
  '/list': { title: 'List', nav: 'List', css: '/styles/listView.css', load: () => import('../../features/tasks/list/listView.js') },
  '/today': { title: 'Today', nav: 'Today', css: '/styles/todayView.css', load: () => import('../../features/tasks/today/todayView.js') },
  '/upcoming': { title: 'Upcoming', css: '/styles/upcomingView.css', load: () => import('../../features/tasks/upcoming/upcomingView.js') },
  '/calendar': { title: 'Calendar', css: '/styles/calendarView.css', load: () => import('../../features/tasks/calendar/calendarView.js') },
  '/board': { title: 'Board', nav: 'Board', css: '/styles/boardView.css', load: () => import('../../features/tasks/board/boardView.js') },
  '/dashboard': { title: 'Dashboard', nav: 'Dashboard', css: '/styles/dashboardView.css', load: () => import('../../features/dashboard/dashboardView.js') },
  '/trash': { title: 'Trash', css: '/styles/trashView.css', load: () => import('../../features/tasks/trash/trashView.js') },
  '/profile': { title: 'Profile', css: '/styles/profileView.css', load: () => import('../../features/profile/profileView.js') },
  '/admin/users': { title: 'Users', nav: 'Admin', css: '/styles/usersView.css', load: () => import('../../features/admin/usersView.js') },
  '/admin/tasks': { title: 'All tasks', nav: 'Admin', css: '/styles/tasksView.css', load: () => import('../../features/admin/tasksView.js') },
  '/forgot-password': { title: 'Forgot password', css: mailLinkStyle, load: mailLinkView, alone: true },
  '/reset-password': { title: 'Choose a new password', css: mailLinkStyle, load: mailLinkView, alone: true },
  '/confirm-email': { title: 'Confirm your email address', css: mailLinkStyle, load: mailLinkView, alone: true },
  '/admin/audit': { title: 'Audit log', nav: 'Admin', css: '/styles/auditView.css', load: () => import('../../features/admin/auditView.js') },
};

/**
 * Where addresses lead that show nothing of their own. The list was at `/` once: its bookmarks have filters.
 * @param {string} path
 * @param {URLSearchParams} query
 * @returns {string | undefined}
 */
export function redirectOf(path, query) {
  if (path === '/') return query.size > 0 ? `${LIST}?${query}` : HOME;
  return path === '/admin' ? '/admin/users' : undefined;
}

/** The addresses of the forms for those who are not signed in. */
export const signInPaths = ['/login', '/register'];

/** @param {string} path */
export const isAlone = (path) => Object.hasOwn(routes, path) && routes[path].alone === true;

/** @param {string} path */
export const isAddress = (path) => Object.hasOwn(routes, path) || ['/', '/admin'].includes(path) || signInPaths.includes(path) || isTaskAddress(path);
