// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, suggestionsAt } from '../../client/features/tasks/quickAdd/suggestions.js';

const known = { projects: ['Work', 'Summer house', 'Élan', 'Workshop', 'a"b'], labels: ['phone', 'on the way', 'home'] };

/** @param {string} text with | where the caret is */
function at(text) {
  const caret = text.indexOf('|');
  return { text: text.replace('|', ''), found: suggestionsAt(text.replace('|', ''), caret, known) };
}

for (const [text, names] of /** @type {const} */ ([
  ['Call #|', ['Work', 'Summer house', 'Élan', 'Workshop']],
  ['Call #wor|', ['Work', 'Workshop']],
  ['Call #WORKS|', ['Workshop']],
  ['Call #work|', undefined],
  ['Call #ho|', ['Summer house']],
  ['Call #el|', ['Élan']],
  ['Call #elan|', ['Élan']],
  ['Call #élan|', undefined],
  ['Call #"summer h|', ['Summer house']],
  ['Call #wor| tomorrow', ['Work', 'Workshop']],
  ['Call #wo|rk', undefined],
  ['Call @|', ['phone', 'on the way', 'home']],
  ['Call @wa|', ['on the way']],
  ['Call @nothing|', undefined],
  ['mail ann@ho|', undefined],
  ['Call Ann|', undefined],
])) {
  test(`what is suggested for ${text}`, () => assert.deepEqual(at(text).found?.names, names));
}

for (const [text, place, result, caret] of /** @type {const} */ ([
  ['Call #wor|', 0, 'Call #Work ', 11],
  ['Call #ho|', 0, 'Call #"Summer house" ', 21],
  ['Call #"summer h|', 0, 'Call #"Summer house" ', 21],
  ['Call @ph| tomorrow', 0, 'Call @phone tomorrow', 12],
])) {
  test(`the name takes the place of what was written: ${text}`, () => {
    const { text: written, found } = at(text);
    assert.ok(found);
    assert.deepEqual(accepted(written, found, found.names[place]), { text: result, caret });
  });
}
