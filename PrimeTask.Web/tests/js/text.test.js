// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excessOf } from '../../client/features/tasks/textLength.js';

test('a character is a code point, not a UTF-16 unit', () => {
  assert.equal(excessOf('😀'.repeat(200), 200), 0);
  assert.equal(excessOf('😀'.repeat(201), 200), 1);
});

test('a letter with its accent is one character however it was typed', () => assert.equal(excessOf('e\u0301'.repeat(200), 200), 0));

test('a text that fits has nothing to take away', () => assert.equal(excessOf('short', 200), 0));
