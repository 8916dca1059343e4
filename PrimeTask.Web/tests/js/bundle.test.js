// @ts-check
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { files, filesOf, FOLDERS, root, unusedStyles } from '../../bundle.js';

for (const [path, text] of Object.entries(files)) {
  test(`${path} is what npm run bundle makes`, () => {
    assert.equal(readFileSync(join(root, path), 'utf8'), text);
  });
}

test('npm run bundle makes all that its folders hold', () => {
  const present = FOLDERS.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
  assert.deepEqual(present.filter((path) => !(path in files)), []);
});

test('Every stylesheet belongs to a module that the app imports', () => {
  assert.deepEqual(unusedStyles, []);
});

test('start.js asks for what the views need', () => {
  const text = readFileSync(join(root, 'start.js'), 'utf8');
  const [views, [, ...shared]] = [...text.matchAll(/\[(?<list>['`][^\]]+)\]/gu)].map(({ groups }) => groups?.list.split(', ').map((name) => name.slice(1, -1)) ?? []);
  assert.equal(views.length, 6);
  for (const view of views) assert.ok(`styles/${view}View.css` in files);
  for (const view of views) assert.deepEqual(filesOf(`${view}View.js`).sort(), [view.concat('View'), ...shared].map((name) => `${name}.js`).sort());
});
