// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxesOf, tickBox } from '../../client/features/tasks/editor/boxes.js';
import { lexer } from 'marked';

/** @param {string} text */
const labels = (text) => [...boxesOf(text, lexer(text)).values()].map(({ label, nth }) => `${label} ${nth}`);

/** Text, box to tick, and what becomes of the text. @type {readonly [string, number, string][]} */
const examples = [
  ['- [ ] one', 0, '- [x] one'],
  ['- [x] one', 0, '- [ ] one'],
  ['- [X] one', 0, '- [ ] one'],
  ['Shopping\n\n- [ ] milk\n- [ ] bread\n', 1, 'Shopping\n\n- [ ] milk\n- [x] bread\n'],
  ['* [ ] same\n* [ ] same', 1, '* [ ] same\n* [x] same'],
  ['- [x] same\n- [ ] same', 1, '- [x] same\n- [x] same'],
  ['1. [ ] one\n2. [ ] two', 1, '1. [ ] one\n2. [x] two'],
  ['- [ ] outer\n  - [ ] inner\n- [ ] last', 1, '- [ ] outer\n  - [x] inner\n- [ ] last'],
  ['> - [ ] quoted', 0, '> - [x] quoted'],
  ['```\n- [ ] code\n```\n\n- [ ] code', 0, '```\n- [ ] code\n```\n\n- [x] code'],
  ['~~~\n```\n- [ ] code\n~~~\n- [ ] code', 0, '~~~\n```\n- [ ] code\n~~~\n- [x] code'],
  ['- [ ] **bold** and [link](https://example.com)', 0, '- [x] **bold** and [link](https://example.com)'],
  ['- [ ] loose\n\n  more of it\n\n- [ ] two', 1, '- [ ] loose\n\n  more of it\n\n- [x] two'],
  ['- [ ] costs $1 $& $<after>', 0, '- [x] costs $1 $& $<after>'],
  ['- plain\n- [ ] box', 0, '- plain\n- [x] box'],
  ['- [ ] trailing  \n- [ ] two\t', 1, '- [ ] trailing  \n- [x] two\t'],
];

for (const [text, place, expected] of examples) {
  test(`Box ${place} of ${JSON.stringify(text)}`, () => {
    const tokens = lexer(text);
    const [item, box] = [...boxesOf(text, tokens)][place];
    const checked = !(/** @type {{ checked?: boolean }} */ (item).checked);
    assert.equal(tickBox(text, box, checked), expected);
    assert.equal(boxesOf(expected, lexer(expected)).size, boxesOf(text, tokens).size);
  });
}

test('What is no box of a list is none', () => {
  assert.deepEqual(labels('[ ] none\n\n- [] none\n- [ ]\n- [y] none'), []);
  assert.deepEqual(labels('Code:\n\n    - [ ] code'), []);
});

test('Two people who tick two boxes both have theirs in the text', () => {
  const text = '- [ ] one\n- [ ] two\n- [ ] two';
  const [one, , last] = boxesOf(text, lexer(text)).values();
  const theirs = tickBox(text, one, true) ?? '';
  assert.equal(tickBox(theirs, last, true), '- [x] one\n- [ ] two\n- [x] two');
});

test('A box is found again where lines came before it, and not where it has gone', () => {
  const text = '- [ ] one\n- [ ] two';
  const [, two] = boxesOf(text, lexer(text)).values();
  assert.equal(tickBox('New\n\n- [ ] zero\n- [ ] two', two, true), 'New\n\n- [ ] zero\n- [x] two');
  assert.equal(tickBox('- [ ] one\n- [ ] other', two, true), null);
});
