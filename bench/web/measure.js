// Measures the first load of the web app, for a stranger and for somebody who is signed in, and exits with 1 where it is too slow or too big:
//   cd bench/web && npm ci && node measure.js http://localhost:5080
import lighthouse, { desktopConfig } from 'lighthouse';
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const MOST_KILOBYTES = 120;
const MOST_MS_TO_INTERACTIVE = 1_000;
const LEAST_SCORE = 95;
const categories = ['performance', 'accessibility', 'best-practices'];

const base = new URL(process.argv[2] ?? 'http://localhost:5080');
const executablePath = process.env.CHROME_PATH ?? ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find(existsSync);
const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Signs a new user in without loading anything of the app, so that its first load stays the first. */
async function signIn(page) {
  await page.goto(new URL('/favicon.svg', base).href);
  await page.evaluate(async () => {
    const username = `bench${crypto.getRandomValues(new Uint32Array(2)).join('')}`.slice(0, 20);
    const password = 'a-quiet-Harbour-88';
    const answer = await fetch('/api/v1/auth/register/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-PrimeTask-Client': 'web' },
      body: JSON.stringify({ email: `${username}@example.com`, username, password, password_confirm: password }),
    });
    if (!answer.ok) throw new Error(`Registration was answered with ${answer.status}.`);
    localStorage.setItem('primetask-session', 'yes');
  });
}

/** One load in a browser of its own. */
async function load(signedIn, flags, config) {
  const browser = await puppeteer.launch({ executablePath, args: process.getuid?.() === 0 ? [...args, '--no-sandbox'] : args });
  try {
    const page = await browser.newPage();
    if (signedIn) await signIn(page);
    const { lhr } = await lighthouse(base.href, { disableStorageReset: true, onlyCategories: categories, ...flags }, config, page);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return lhr;
  } finally {
    await browser.close();
  }
}

async function measure(who, signedIn) {
  // As it is, for the size and the time; then on the slow phone that lighthouse plays, for the scores.
  const here = await load(signedIn, { throttlingMethod: 'provided' }, desktopConfig);
  const phone = await load(signedIn, {});
  const bytes = here.audits['network-requests'].details.items.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
  const results = [
    ['first load, KB', bytes / 1_000, bytes / 1_000 < MOST_KILOBYTES],
    ['interactive, ms', here.audits.interactive.numericValue, here.audits.interactive.numericValue < MOST_MS_TO_INTERACTIVE],
    ...categories.map((name) => [name, phone.categories[name].score * 100, phone.categories[name].score * 100 >= LEAST_SCORE]),
  ];
  for (const [name, value, good] of results) console.log(`${who.padEnd(12)} ${name.padEnd(18)} ${value.toFixed(0).padStart(6)} ${good ? '' : '  falls short'}`);
  for (const category of categories) {
    for (const { id, weight } of phone.categories[category].auditRefs) {
      const { score, title, displayValue = '' } = phone.audits[id];
      if (weight > 0 && score !== null && score < 0.9) console.log(`  ${category}: ${title} ${displayValue}`);
    }
  }
  return results.every(([, , good]) => good);
}

const good = [await measure('signed out', false), await measure('signed in', true)];
process.exitCode = good.every(Boolean) ? 0 : 1;
