// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { preloads, unusedStyles } from '../../preloads.js';

for (const [path, text] of Object.entries(preloads())) {
  test(`${path} names what the app imports; else run npm run preloads`, () => {
    assert.equal(readFileSync(join(import.meta.dirname, '../../wwwroot', path), 'utf8'), text);
  });
}

test('Every stylesheet belongs to a module that the app imports', () => {
  assert.deepEqual(unusedStyles(), []);
});
