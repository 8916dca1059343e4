// @ts-check
// What the command palette can do.
import { help } from '../keys.js';
import { navigate } from '../router.js';
import { session } from '../session.js';
import { undoLast } from '../undo.js';
import { openNew } from '../../features/tasks/editor/editor.js';
import { INBOX, LIST, listAddress } from '../../features/tasks/place.js';
import { openNameDialog } from '../../features/tasks/projects/nameDialog.js';
import { canSave, openViewDialog } from '../../features/tasks/views/views.js';
import { signOut } from './frame.js';
import { isAddress } from './routes.js';
import { chooseTheme, theme } from './theme.js';

/** @typedef {import('../../features/palette/choices.js').Command} Command */

/** @type {readonly { href: string, title: string, symbol: Command['symbol'], words?: string }[]} */
const places = [
  { href: '/today', title: 'Today', symbol: 'today', words: 'overdue due' },
  { href: '/upcoming', title: 'Upcoming', symbol: 'clock', words: 'next days week' },
  { href: '/calendar', title: 'Calendar', symbol: 'today', words: 'month week' },
  { href: listAddress({ project: INBOX }), title: 'Inbox', symbol: 'inbox' },
  { href: LIST, title: 'List', symbol: 'list', words: 'all tasks' },
  { href: '/board', title: 'Board', symbol: 'board', words: 'columns kanban' },
  { href: '/dashboard', title: 'Dashboard', symbol: 'chart', words: 'stats' },
  { href: '/trash', title: 'Trash', symbol: 'trash', words: 'deleted restore' },
  { href: '/profile', title: 'Profile', symbol: 'person', words: 'account settings password export import time zone sessions' },
];

/** @returns {readonly Command[]} */
export const commands = () => [
  { name: 'new', title: 'New task', words: 'add create', symbol: 'plus', run: openNew },
  ...places.filter(({ href }) => isAddress(href.split('?')[0])).map((place) => goTo(place)),
  ...(session.state.user?.role === 'admin' ? [goTo({ href: '/admin/users', title: 'Administration', symbol: 'shield', words: 'admin users audit' })] : []),
  { name: 'project', title: 'New project…', words: 'add create', symbol: 'folder', run: () => openNameDialog(null) },
  ...(canSave() ? [{ name: 'view', title: 'Save view…', words: 'filters keep', symbol: /** @type {const} */ ('bookmark'), run: () => openViewDialog(null) }] : []),
  { name: 'undo', title: 'Undo', words: 'take back', symbol: 'previous', key: 'Ctrl Z', run: undoLast },
  ...themes(),
  { name: 'help', title: 'Keyboard shortcuts', words: 'help keys', symbol: 'keyboard', key: '?', run: () => help.set({ open: true }) },
  { name: 'sign-out', title: 'Log out', words: 'sign out leave', symbol: 'leave', run: signOut },
];

/** @param {(typeof places)[number]} place @returns {Command} */
const goTo = ({ href, title, symbol, words }) => ({ name: `go ${title}`, title: `Go to ${title}`, words, symbol, run: () => navigate(href) });

/** @returns {Command[]} */
const themes = () =>
  /** @type {const} */ ([
    ['light', 'Switch to the light theme'],
    ['dark', 'Switch to the dark theme'],
    ['system', 'Use the theme of the system'],
  ]).flatMap(([value, title]) => (value === theme.state.chosen ? [] : [{ name: `theme ${value}`, title, words: 'colours mode', symbol: /** @type {const} */ ('contrast'), run: () => chooseTheme(value) }]));

