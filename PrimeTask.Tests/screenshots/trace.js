// Makes the README's picture of a trace in the dashboard of a running PrimeTask:
//   npm ci && npm run screenshots:trace -- http://localhost:5080 'http://localhost:5079/login?t=…'
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [baseURL, loginLink] = process.argv.slice(2);
const executablePath =
  process.env.CHROME_PATH ?? ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find(existsSync);

// Telemetry is sent every few seconds, and Redis's later than the rest.
const PATIENCE = 60_000;

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [data]
 * @param {string} [access]
 */
async function send(method, path, data, access) {
  const headers = { 'Content-Type': 'application/json', ...(access && { Authorization: `Bearer ${access}` }) };
  const answer = await fetch(`${baseURL}/api/v1/${path}`, { method, headers, body: data && JSON.stringify(data) });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

const username = `ada${Date.now() % 100_000}`;
const password = 'a-quiet-Harbour-88';
const { data } = await send('POST', 'auth/register/', { email: `${username}@example.com`, username, password, password_confirm: password });
const { access } = data.tokens;
await send('POST', 'tasks/', { title: 'Water the plants' }, access);
await send('GET', 'tasks/', undefined, access);

// Chromium's sandbox does not work as root.
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0, args: ['--disable-gpu', '--disable-background-networking'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(loginLink);
  await page.goto(new URL('/traces', loginLink).href);
  const row = page.getByRole('row').filter({ hasText: 'web: GET' }).filter({ hasText: 'cache' }).filter({ hasText: 'primetask' }).last();
  await row.waitFor({ timeout: PATIENCE });
  await row.getByText('web: GET').click();
  await page.waitForURL('**/traces/detail/**');
  await page.waitForTimeout(2000);
  await page.screenshot({ path: fileURLToPath(new URL('../../docs/images/trace.png', import.meta.url)), animations: 'disabled' });
} finally {
  await browser.close();
}
