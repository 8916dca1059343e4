// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlain, isSame, shownAt, viewAddress } from '../../client/features/tasks/views/viewAddress.js';

/** @param {string} address */
function at(address) {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  return shownAt(pathname, searchParams);
}

test('A view keeps filters, order and grouping, and leads back to them', () => {
  const shown = at('/list?ordering=-due_date&status=open&priority=high&group=due&search=+tap+&page=3&cursor=x&utm=y');
  assert.deepEqual(shown, { query: { status: 'open', priority: 'high', search: 'tap', ordering: '-due_date' }, group: 'due', layout: 'list' });
  assert.equal(shown && viewAddress(shown), '/list?priority=high&search=tap&ordering=-due_date&group=due');
  assert.deepEqual(at('/board?project=3&group=size'), { query: { project: '3' }, group: null, layout: 'board' });
  assert.equal(viewAddress({ query: {}, group: null, layout: 'board' }), '/board');
  // The list shows what is open where its address says nothing.
  assert.deepEqual(at('/list')?.query, { status: 'open' });
  assert.deepEqual(at('/list?status=all')?.query, {});
  assert.equal(viewAddress({ query: {}, group: null, layout: 'list' }), '/list?status=all');
  for (const path of ['/today', '/dashboard', '/trash']) assert.equal(at(path), null);
});

test('Views are the same however their addresses are written', () => {
  const [one, other, board] = [at('/list?status=open&label=a,b'), at('/list?label=a%2Cb&status=open&page=2'), at('/board?status=open&label=a,b')];
  assert.ok(one && other && board);
  assert.ok(isSame(one, other));
  assert.ok(!isSame(one, board));
});

test('Nothing is saved where nothing is chosen', () => {
  assert.deepEqual(['/list', '/list?page=2', '/board', '/list?group=due', '/list?search=x', '/list?status=all'].map((address) => isPlain(/** @type {any} */ (at(address)))), [true, true, true, false, false, false]);
});
