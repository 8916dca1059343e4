import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressWith, cursorIn, nextOrdering, pageOf } from '../../client/app/address.js';

const query = new URLSearchParams('search=tea&role=admin&page=3');

test('another filter starts at the first page and keeps the others', () => {
  assert.equal(addressWith('/admin/users', query, { role: 'user' }), '/admin/users?search=tea&role=user');
});

test('another page keeps the filters', () => {
  assert.equal(addressWith('/admin/users', query, { page: 4 }), '/admin/users?search=tea&role=admin&page=4');
});

test('the first page, blanks and what is empty leave no trace', () => {
  assert.equal(addressWith('/admin/users', query, { page: 1, search: '  ', role: '' }), '/admin/users');
});

test('what means something in an address is escaped', () => {
  const address = addressWith('/admin/users', new URLSearchParams(), { search: 'a&b=c #1+2' });
  assert.equal(new URL(address, 'http://x').searchParams.get('search'), 'a&b=c #1+2');
});

test('the address that was given stays as it was', () => {
  addressWith('/admin/users', query, { search: 'coffee' });
  assert.equal(query.get('search'), 'tea');
});

for (const [text, page] of /** @type {const} */ ([
  ['', 1],
  ['page=', 1],
  ['page=0', 1],
  ['page=-4', 1],
  ['page=2.9', 2],
  ['page=7', 7],
  ['page=many', 1],
  ['page=Infinity', 1_000_000],
  ['page=1e99', 1_000_000],
])) {
  test(`“${text}” is page ${page}`, () => assert.equal(pageOf(new URLSearchParams(text)), page));
}

test('a column sorts ascending first, then the other way round', () => {
  assert.equal(nextOrdering('-created_at', 'email'), 'email');
  assert.equal(nextOrdering('email', 'email'), '-email');
  assert.equal(nextOrdering('-email', 'email'), 'email');
});

test('a search keeps its blanks: somebody is in the middle of it', () => {
  assert.equal(addressWith('/admin/users', new URLSearchParams(), { search: 'green ' }), '/admin/users?search=green+');
});

test('another filter starts anew where a page began at a cursor', () => {
  assert.equal(addressWith('/admin/tasks', new URLSearchParams('search=tea&cursor=MGE5'), { status: 'pending' }), '/admin/tasks?search=tea&status=pending');
});

test('only a page that no number leads to has a cursor', () => {
  assert.equal(cursorIn('http://x/api/v1/tasks/?search=te&cursor=MGE5'), 'MGE5');
  assert.equal(cursorIn('http://x/api/v1/tasks/?search=tea&page=2'), null);
  assert.equal(cursorIn(null), null);
});
