// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeLines } from '../../client/features/tasks/editor/changeText.js';
import { daysLeft, goneAt } from '../../client/features/tasks/trash/daysLeft.js';
import { readIn } from './languages.js';

readIn('en-US');

test('the days left are counted from the deletion on', () => {
  const deleted = '2026-11-01T10:00:00Z';
  assert.deepEqual(
    ['2026-11-01T10:00:00Z', '2026-11-01T09:59:00Z', '2026-11-07T10:00:00Z', '2026-11-30T09:00:00Z', '2026-11-30T11:00:00Z', '2026-12-05T00:00:00Z'].map((now) => daysLeft(deleted, new Date(now))),
    ['30 days left', '30 days left', '24 days left', '1 day left', 'Less than a day left', 'Less than a day left'],
  );
  assert.equal(goneAt(deleted), '2026-12-01T10:00:00.000Z');
});

/** @type {[changes: Record<string, { from: unknown, to: unknown }>, lines: string[]][]} */
const table = [
  [{ priority: { from: 'medium', to: 'high' } }, ['Priority: Medium → High']],
  [{ title: { from: 'Paint', to: 'Paint the fence' } }, ['Title: “Paint” → “Paint the fence”']],
  // What follows from the status says nothing new.
  [{ status: { from: 'in_progress', to: 'completed' }, completed_at: { from: null, to: '2026-11-01T10:00:00Z' } }, ['Status: In progress → Completed']],
  [{ description: { from: null, to: 'Green' } }, ['Description added']],
  [{ description: { from: 'Green', to: null } }, ['Description removed']],
  [{ description: { from: 'Green', to: 'Blue' } }, ['Description changed']],
  [{ due_on: { from: null, to: '2020-01-31' } }, ['Due: none → Jan 31, 2020']],
  [{ due_on: { from: '2020-01-31', to: null }, due_date: { from: null, to: '2021-06-15T12:00:00Z' } }, ['Due: Jan 31, 2020 → Jun 15, 2021']],
  [{ start_on: { from: '2020-01-31', to: null } }, ['Start: Jan 31, 2020 → none']],
  [{ deleted_at: { from: null, to: '2026-11-01T10:00:00Z' } }, ['Moved to the trash']],
  [{ deleted_at: { from: '2026-11-01T10:00:00Z', to: null } }, ['Restored from the trash']],
  [{ project: { from: null, to: 3 } }, ['Project: Inbox → House']],
  [{ project: { from: 3, to: 4 } }, ['Project: House → another project']],
  [{ project: { from: 4, to: 5 } }, ['Moved to another project']],
  // Members that this version of the app does not know.
  [{ labels: { from: [], to: ['home', 'garden'] }, some_number: { from: 1, to: 2 } }, ['Labels: none → home, garden', 'Some number: 1 → 2']],
];

test('changes read as people would say them', () => {
  for (const [changes, lines] of table) assert.deepEqual(changeLines(changes, (id) => (id === null ? 'Inbox' : id === 3 ? 'House' : 'another project')), lines);
});
