// @ts-check
// The modules of the entry are asked for at once, not one after another as their imports are found, and those of the list with them where it will be shown;
// other views and the dialogs come when they are needed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../wwwroot');
const STATIC_IMPORT = /(?<=^|;)(?:import|export)\s?(?:[\w*{$][^;]*?)?from\s?["'](?<from>\.[^"']+)["'];/gmu;

/**
 * @param {string} path
 * @param {Set<string>} seen
 */
function follow(path, seen) {
  if (seen.has(path)) return seen;
  seen.add(path);
  const text = readFileSync(join(root, path), 'utf8');
  for (const { groups } of text.matchAll(STATIC_IMPORT)) follow(normalize(join(dirname(path), groups?.from ?? '')), seen);
  return seen;
}

const entry = () => follow('js/app.js', new Set());

test('index.html preloads exactly what the entry needs', () => {
  const needed = entry();
  needed.delete('js/app.js');
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  const preloaded = [...page.matchAll(/rel="modulepreload" href="\/(?<path>[^"]+)"/gu)].map(({ groups }) => groups?.path);
  assert.deepEqual(preloaded.toSorted(), [...needed].toSorted());
});

test('start.js preloads exactly what the list needs beyond that', () => {
  const known = entry();
  const needed = [...follow('js/views/tasks.js', new Set())].filter((path) => !known.has(path));
  const preloaded = [...readFileSync(join(root, 'js/start.js'), 'utf8').matchAll(/^ {4}'\/(?<path>[^']+\.js)',$/gmu)].map(({ groups }) => groups?.path);
  assert.deepEqual(preloaded.toSorted(), needed.toSorted());
});
