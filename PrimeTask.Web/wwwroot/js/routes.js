// @ts-check
// The app's addresses and what each shows.

/**
 * @typedef {object} ViewModule
 * @property {() => unknown} view the content of `<main>`, with one `<h1>`
 * @property {(query: URLSearchParams) => unknown} [enter] its address, or the query of it, is now the person's
 * @property {() => unknown} [leave]
 * @property {readonly { subscribe: (subscriber: () => void) => void }[]} [stores] whose changes draw the view again
 * @property {readonly import('./state/keys.js').Shortcut[]} [shortcuts]
 */

/**
 * @typedef {object} Route
 * @property {string} title
 * @property {'List' | 'Board' | 'Dashboard' | 'Admin'} [nav] the link of the navigation that leads to it
 * @property {readonly string[]} [css] loaded before it shows
 * @property {() => Promise<ViewModule>} load
 */

/** @type {Readonly<Record<string, Route>>} */
export const routes = {
  '/': { title: 'List', nav: 'List', css: ['/css/task.css'], load: () => import('./views/tasks.js') },
  '/board': { title: 'Board', nav: 'Board', css: ['/css/task.css', '/css/board.css'], load: () => import('./views/board.js') },
  '/dashboard': { title: 'Dashboard', nav: 'Dashboard', css: ['/css/dashboard.css'], load: () => import('./views/dashboard.js') },
  '/profile': { title: 'Profile', css: ['/css/profile.css'], load: () => import('./views/profile.js') },
  '/admin/users': { title: 'Users', nav: 'Admin', css: ['/css/admin.css'], load: () => import('./views/adminUsers.js') },
  '/admin/tasks': { title: 'All tasks', nav: 'Admin', css: ['/css/task.css', '/css/admin.css'], load: () => import('./views/adminTasks.js') },
  '/admin/audit': { title: 'Audit log', nav: 'Admin', css: ['/css/admin.css'], load: () => import('./views/adminAudit.js') },
};

/** Where addresses lead that show nothing of their own. @type {Readonly<Record<string, string>>} */
export const shortForms = { '/admin': '/admin/users' };

/** The addresses of the forms for those who are not signed in. */
export const entrances = ['/login', '/register'];

/** @param {string} path */
export const isAddress = (path) => Object.hasOwn(routes, path) || Object.hasOwn(shortForms, path) || entrances.includes(path);
