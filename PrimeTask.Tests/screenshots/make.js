// Makes the README's pictures from a running PrimeTask, as a new user there with some tasks and a past (see history.js):
//   npm ci && PGHOST=127.0.0.1 PGPORT=… PGDATABASE=primetask PGUSER=postgres PGPASSWORD=… npm run screenshots -- http://localhost:5080
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { dateBack, history } from './history.js';
import tasks, { labels, projects, savedViews, subtasks } from './tasks.js';

const baseURL = process.argv[2] ?? 'http://localhost:5080';
const executablePath = process.env.CHROME_PATH ?? ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find(existsSync);
const views = { today: '/today', upcoming: '/upcoming', calendar: '/calendar?view=week', list: '/list?group=project', board: '/board', dashboard: '/dashboard' };

/** @typedef {import('playwright-core').BrowserContext} BrowserContext */
/** @typedef {import('../../PrimeTask.Web/types/api.js').Schemas} Schemas */

/**
 * Signs a new user in as the web app does: the browser gets the cookie.
 * @param {BrowserContext} context
 */
async function signIn(context) {
  await context.addInitScript(() => localStorage.setItem('primetask-session', 'yes'));
  const password = 'a-quiet-Harbour-88';
  // One who is not there yet.
  for (const username of ['ada', `ada${Date.now() % 100_000}`]) {
    const data = { email: `${username}@example.com`, username, password, password_confirm: password, time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
    const answer = await context.request.post('/api/v1/auth/register/', { headers: { 'X-PrimeTask-Client': 'web' }, data });
    if (answer.ok()) return (await answer.json()).data.tokens.access;
  }
  throw new Error('Nobody could be registered.');
}

/**
 * @param {BrowserContext} context
 * @param {string} path
 * @param {Record<string, string>} headers
 * @param {object} data
 */
async function post(context, path, headers, data) {
  const answer = await context.request.post(`/api/v1/${path}`, { headers, data });
  if (!answer.ok()) throw new Error(`${path} was answered with ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()).data;
}

/**
 * @param {BrowserContext} context
 * @param {string} access
 * @param {readonly object[]} wanted
 * @returns {Promise<number[]>} the ids, in the order of the tasks
 */
async function create(context, access, wanted) {
  const { results } = await post(context, 'tasks/bulk/', { Authorization: `Bearer ${access}` }, { operations: wanted.map((data) => ({ op: 'create', data })) });
  return results.map((/** @type {{ data: Schemas['TaskResponse'] }} */ { data }) => data.id);
}

/**
 * The tasks with their projects, which are made, and labels.
 * @param {BrowserContext} context
 * @param {string} access
 */
async function placed(context, access) {
  /** @type {Map<string, number>} */
  const homes = new Map();
  for (const { tasks: titles, ...project } of projects) {
    const { id } = await post(context, 'projects/', { Authorization: `Bearer ${access}` }, project);
    for (const title of titles) homes.set(title, id);
  }
  const labelsOf = (/** @type {string} */ title) => Object.keys(labels).filter((label) => labels[label].includes(title));
  return tasks.map((task) => ({ ...task, project: homes.get(task.title) ?? null, labels: labelsOf(task.title) }));
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {string} address
 */
async function picture(page, name, address) {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
  await page.screenshot({ path: fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url)), animations: 'disabled' });
}

/**
 * Tasks with all that belongs to them.
 * @param {BrowserContext} context
 * @returns {Promise<(title: string) => number>} the id of a task
 */
async function fill(context) {
  const access = await signIn(context);
  dateBack(await create(context, access, history));
  const ids = await create(context, access, await placed(context, access));
  const idOf = (/** @type {string} */ title) => ids[tasks.findIndex((task) => task.title === title)];
  for (const [title, parts] of Object.entries(subtasks)) await create(context, access, parts.map((part) => ({ ...part, parent: idOf(title) })));
  for (const view of savedViews) await post(context, 'views/', { Authorization: `Bearer ${access}` }, view);
  return idOf;
}

// Chromium's sandbox does not work as root.
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0, args: ['--disable-gpu', '--disable-background-networking', '--lang=en-GB'] });
const window = { baseURL, colorScheme: /** @type {const} */ ('light'), reducedMotion: /** @type {const} */ ('reduce'), locale: 'en-GB' };
try {
  const wide = await browser.newContext({ ...window, viewport: { width: 1280, height: 800 } });
  const idOf = await fill(wide);
  const page = await wide.newPage();
  for (const [name, address] of Object.entries(views)) await picture(page, name, address);
  await picture(page, 'task', `/tasks/${idOf('Prepare slides for the meetup')}`);
  // The same person's phone, in the evening.
  const phone = await browser.newContext({ ...window, colorScheme: 'dark', viewport: { width: 375, height: 750 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, storageState: await wide.storageState() });
  await picture(await phone.newPage(), 'phone', '/list?ordering=due_date');
} finally {
  await browser.close();
}
