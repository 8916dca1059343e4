// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { files, unusedStyles } from '../../preloads.js';

for (const [path, text] of Object.entries(files)) {
  test(`${path} is what npm run preloads makes`, () => {
    assert.equal(readFileSync(join(import.meta.dirname, '../../wwwroot', path), 'utf8'), text);
  });
}

test('Every stylesheet belongs to a module that the app imports', () => {
  assert.deepEqual(unusedStyles, []);
});
