// The modules in wwwroot/lib are those of the packages that their types come from.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { vendor } from '../../vendor.js';

const root = new URL('../../..', import.meta.url);
/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), 'utf8');

const vendored = readdirSync(new URL('PrimeTask.Web/wwwroot/lib/', root), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
const rows = [...read('PrimeTask.Web/wwwroot/lib/README.md').matchAll(/^\| `(?<name>[^/`]+)\/`.*\| (?<version>[0-9.]+) \|/gmu)];

test('each module is as released, or as npm run vendor bundles it', async () => {
  const bundled = await vendor(false);
  assert.notEqual(vendored.length, 0);
  for (const [path, text] of Object.entries(bundled)) assert.equal(read(`PrimeTask.Web/wwwroot/lib/${path}`), text, path);
  for (const path of vendored.filter((path) => !(path in bundled))) assert.equal(read(`PrimeTask.Web/wwwroot/lib/${path}`), read(`node_modules/${path.replace('marked/', 'marked/lib/')}`), path);
});

test('each package has the version that lib/README.md names', () => {
  const { devDependencies } = JSON.parse(read('package.json'));
  assert.notEqual(rows.length, 0);
  for (const { groups } of rows) assert.equal(devDependencies[groups?.name ?? ''], groups?.version, groups?.name);
});
