// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressInPlace, isSamePlace, labelNames, listAddress, placeOf, projectAddress, singleProject } from '../../client/features/tasks/place.js';

test('The list of a place shows what is open there in the order by hand', () => {
  assert.equal(projectAddress(3), '/list?project=3&status=open&ordering=position');
  assert.equal(projectAddress(null), '/list?project=none&status=open&ordering=position');
  assert.equal(listAddress({ label: 'at home' }), '/list?label=at+home&status=open&ordering=position');
});

test('One project is an id and nothing else', () => {
  assert.deepEqual(['3', 'none', '3,4', '', '3x'].map(singleProject), [3, null, null, null, null]);
});

test('Names of labels are read as people write them', () => {
  assert.deepEqual(labelNames(' home, at work ,,'), ['home', 'at work']);
});

const kitchen = placeOf(new URLSearchParams('project=3&status=open'));

for (const [path, kept, query, address] of /** @type {const} */ ([
  ['/board', '', 'project=3', '/board?project=3&ordering=position'],
  ['/board', '?project=3&priority=high', 'project=3', '/board?project=3&priority=high'],
  ['/board', '?project=4&priority=high', 'project=3', '/board?project=3&ordering=position'],
  ['/board', '?project=4', '', '/board'],
  ['/board', '?priority=high', 'search=tap', '/board?priority=high'],
  ['/list', '?priority=high', '', '/list?priority=high'],
  ['/list', '?priority=high', 'project=3', '/list?project=3&status=open&ordering=position'],
  ['/list', '', 'project=none&label=home', '/list?project=none&label=home&status=open&ordering=position'],
])) {
  test(`From ?${query}, ${path} with ${kept || 'nothing'} is ${address}`, () => {
    assert.equal(addressInPlace(path, kept, placeOf(new URLSearchParams(query))), address);
  });
}

test('Filters do not make another place', () => {
  assert.ok(isSamePlace(kitchen, placeOf(new URLSearchParams('project=3&search=tap'))));
  assert.ok(!isSamePlace(kitchen, placeOf(new URLSearchParams('project=3&label=home'))));
});
