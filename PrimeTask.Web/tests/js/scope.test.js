// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byScope, scopeOf } from '../../client/features/tasks/recurrence/scope.js';

/** @typedef {import('../../client/features/tasks/task.js').Task} Task */

const going = /** @type {Task} */ ({ recurrence: 'FREQ=DAILY', next: null });

/** @type {[changes: import('../../client/features/tasks/task.js').TaskChanges, scope: string | undefined][]} */
const table = [
  [{ due_on: '2030-01-31' }, undefined],
  [{ status: 'completed' }, undefined],
  [{ title: 'Water' }, 'following'],
  [{ start_on: '2030-01-30' }, 'following'],
  [{ start_on: '2030-01-30', due_on: '2030-01-31' }, undefined],
  [{ start_on: '2030-01-30', due_date: '2030-01-31T10:00:00Z' }, undefined],
  [{ title: 'Water', due_on: '2030-01-31' }, 'following'],
];

test('a moved date is meant for one occurrence, what lasts for the later ones too', () => {
  for (const [changes, scope] of table) assert.equal(scopeOf(going, changes), scope, JSON.stringify(changes));
  assert.equal(scopeOf(/** @type {Task} */ ({ ...going, next: 7 }), { title: 'Water' }), undefined);
  assert.equal(scopeOf(/** @type {Task} */ ({ recurrence: null }), { title: 'Water' }), undefined);
});

test('a moved date and what is meant for the later ones too are saved apart, the date first', () => {
  const changes = { title: 'Run', due_date: '2030-01-02', start_on: '2030-01-01', labels: ['home'] };
  assert.deepEqual(byScope(going, changes), [{ due_date: '2030-01-02', start_on: '2030-01-01' }, { title: 'Run', labels: ['home'] }]);
  for (const together of [
    { title: 'Run', start_on: '2030-01-01' },
    { due_date: '2030-01-02', status: 'completed' },
    { due_date: '', title: 'Run', recurrence: '' },
  ]) {
    assert.deepEqual(byScope(going, together), [together]);
  }
  assert.deepEqual(byScope(/** @type {Task} */ ({ ...going, recurrence: null }), changes), [changes]);
  assert.deepEqual(byScope(null, changes), [changes]);
});
