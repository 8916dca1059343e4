// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIn } from './languages.js';
import { setProfileZone } from '../../client/ui/dates.js';
import { partsOf } from '../../client/features/tasks/today/parts.js';

readIn('en-US');

/** @typedef {import('../../client/features/tasks/task.js').Task} Task */

const now = new Date('2030-01-31T12:00:00Z');

/** @param {Partial<Task>} task */
const task = (task) => /** @type {Task} */ ({ due_on: null, due_date: null, status: 'pending', ...task });

test('What is late comes first, also of today', () => {
  setProfileZone('UTC');
  const yesterday = task({ id: 1, due_on: '2030-01-30' });
  const morning = task({ id: 2, due_date: '2030-01-31T11:59:00Z' });
  const evening = task({ id: 3, due_date: '2030-01-31T12:01:00Z' });
  const allDay = task({ id: 4, due_on: '2030-01-31' });
  assert.deepEqual(partsOf([yesterday, morning, evening, allDay], now), { late: [yesterday, morning], today: [evening, allDay] });
});

test('A task that has just been completed stays in its part', () => {
  const done = task({ id: 1, due_on: '2030-01-30', status: 'completed' });
  assert.deepEqual(partsOf([done], now), { late: [done], today: [] });
});

test('A day is over where the person is', () => {
  const due = task({ id: 1, due_on: '2030-01-31' });
  setProfileZone('Pacific/Auckland');
  assert.equal(partsOf([due], now).late.length, 1);
  setProfileZone('America/Los_Angeles');
  assert.equal(partsOf([due], now).late.length, 0);
  setProfileZone('');
});
