// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIn } from './languages.js';
import { addMonths, placeTasks, spanOf, weekStart, weeksOf } from '../../client/features/tasks/calendar/weeks.js';
import { dayOf, dueOnDay } from '../../client/features/tasks/dueDates.js';
import { daysOf, inOrder } from '../../client/features/tasks/upcoming/days.js';
import { groupsOf } from '../../client/features/tasks/list/groups.js';
import { addDays, setProfileZone, weekdayOf } from '../../client/ui/dates.js';
import { firstOf, MOST } from '../../client/features/dashboard/next.js';
import { Temporal } from 'temporal-polyfill';

readIn('en-GB');

/** @typedef {import('../../client/features/tasks/task.js').Task} Task */

/** @param {Partial<Task>} task */
const task = (task) => /** @type {Task} */ ({ id: 1, due_on: null, due_date: null, start_on: null, status: 'pending', priority: 'medium', project: null, parent: null, labels: [], ...task });

for (const [day, by, expected] of /** @type {const} */ ([
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-29', -1, '2026-03-28'],
  ['2026-10-25', 1, '2026-10-26'],
  ['2030-01-01', -366, '2028-12-31'],
])) {
  test(`${by} days from ${day} is ${expected}`, () => assert.equal(addDays(day, by), expected));
}

for (const [day, by, expected] of /** @type {const} */ ([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-03-31', -1, '2026-02-28'],
])) {
  test(`${by} months from ${day} is ${expected}`, () => assert.equal(addMonths(day, by), expected));
}

for (const [first, start] of /** @type {const} */ ([
  [1, '2026-11-30'],
  [7, '2026-11-29'],
  [6, '2026-11-28'],
])) {
  test(`A week that begins on ${first} has 1 December 2026 in that of ${start}`, () => {
    assert.equal(weekStart('2026-12-01', first), start);
    assert.equal(weekdayOf(start), first);
    for (const day of ['2026-02-01', '2026-11-30', '2027-02-14', '2028-02-29']) {
      const weeks = weeksOf('month', day, first);
      const days = weeks.flat();
      assert.ok(days.includes(`${day.slice(0, 7)}-01`) && days.includes(day) && weeks[0][0] <= `${day.slice(0, 7)}-01`);
      assert.equal(days.filter((one) => one.slice(0, 7) === day.slice(0, 7)).length, new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate());
      assert.deepEqual(weeksOf('week', day, first), [weeks.find((week) => week.includes(day))]);
    }
  });
}

test('A task stands from the day that it starts on to the day that it is due on', () => {
  setProfileZone('UTC');
  assert.deepEqual(spanOf(task({ start_on: '2026-12-01', due_on: '2026-12-03' })), { start: '2026-12-01', end: '2026-12-03' });
  assert.deepEqual(spanOf(task({ start_on: '2026-12-05', due_on: '2026-12-03' })), { start: '2026-12-03', end: '2026-12-03' });
  assert.deepEqual(spanOf(task({ due_date: '2026-12-03T23:59:00Z' })), { start: '2026-12-03', end: '2026-12-03' });
});

test('What is in the same days stands in different lanes, and goes on in the next week', () => {
  setProfileZone('UTC');
  const weeks = weeksOf('month', '2026-12-01', 1);
  const long = task({ id: 1, start_on: '2026-12-03', due_on: '2026-12-08' });
  const short = task({ id: 2, due_on: '2026-12-03' });
  const later = task({ id: 3, due_on: '2026-12-09' });
  const [first, second] = placeTasks(weeks, [later, short, long, task({ id: 4 })]);
  assert.deepEqual(first.segments, [
    { task: long, from: 3, to: 6, starts: true, ends: false, lane: 0 },
    { task: short, from: 3, to: 3, starts: true, ends: true, lane: 1 },
  ]);
  assert.deepEqual(second.segments, [
    { task: long, from: 0, to: 1, starts: false, ends: true, lane: 0 },
    { task: later, from: 2, to: 2, starts: true, ends: true, lane: 0 },
  ]);
});

/** Zone, due, day, and the due date there. @type {readonly [string, string, string, string][]} */
const moves = [
  ['UTC', '2026-03-01T09:30:00Z', '2026-03-29', '2026-03-29T09:30:00Z'],
  ['Europe/Berlin', '2026-03-28T08:30:00Z', '2026-03-29', '2026-03-29T07:30:00Z'], // The clocks went forward that night.
  ['Europe/Berlin', '2026-03-28T01:30:00Z', '2026-03-29', '2026-03-29T01:30:00Z'], // 02:30 is skipped: 03:30.
  ['Europe/Berlin', '2026-10-24T07:30:00Z', '2026-10-25', '2026-10-25T08:30:00Z'],
  ['America/New_York', '2026-12-02T02:30:00Z', '2026-12-02', '2026-12-03T02:30:00Z'], // 1 December there.
  ['Pacific/Auckland', '2026-04-03T19:00:00Z', '2026-04-06', '2026-04-05T20:00:00Z'],
  ['Asia/Kolkata', '2028-02-28T18:45:00Z', '2028-03-01', '2028-02-29T18:45:00Z'],
];

for (const [zone, due, day, expected] of moves) {
  test(`${due} in ${zone}, moved to ${day}, is ${expected}`, () => {
    setProfileZone(zone);
    const moved = dueOnDay({ due_date: due, due_on: null }, day, Temporal);
    assert.deepEqual(moved, { due_date: expected, due_on: null });
    assert.equal(dayOf(moved), day);
    setProfileZone('');
  });
}

test('A day alone, and none, need no zone', () => {
  assert.deepEqual(dueOnDay({ due_date: null, due_on: '2026-12-01' }, '2026-12-02', Temporal), { due_date: null, due_on: '2026-12-02' });
  assert.deepEqual(dueOnDay({ due_date: '2026-12-01T09:00:00Z', due_on: null }, null, Temporal), { due_date: null, due_on: null });
  assert.deepEqual(dueOnDay({ due_date: null, due_on: null }, '2026-12-02', Temporal), { due_date: null, due_on: '2026-12-02' });
});

test('Days have their tasks, and what is late comes before them', () => {
  setProfileZone('America/New_York');
  const now = new Date('2026-12-01T12:00:00Z');
  const late = task({ id: 1, due_on: '2026-11-30' });
  const morning = task({ id: 2, due_date: '2026-12-01T11:00:00Z', status: 'completed' });
  const evening = task({ id: 3, due_date: '2026-12-02T02:30:00Z' });
  const tomorrow = task({ id: 4, due_on: '2026-12-02' });
  const found = daysOf([tomorrow, evening, morning, late, task({ id: 5, due_on: '2026-12-09' })], { from: '2026-12-01', count: 3, now });
  assert.deepEqual(found, {
    late: [late, morning],
    days: [
      { day: '2026-12-01', tasks: [evening] },
      { day: '2026-12-02', tasks: [tomorrow] },
      { day: '2026-12-03', tasks: [] },
    ],
  });
  assert.deepEqual(inOrder(found), [late, morning, evening, tomorrow]);
  setProfileZone('');
});

test('Groups keep the order of the list, each task once, and none is empty', () => {
  setProfileZone('UTC');
  const known = { now: new Date('2026-12-01T12:00:00Z'), projects: [{ id: 7, name: 'Work' }, { id: 3, name: 'Home' }] };
  const all = [
    task({ id: 1, priority: 'low', project: 3, labels: ['b', 'A'], due_on: '2026-12-01' }),
    task({ id: 2, priority: 'high', project: 7, labels: ['a'], due_on: '2026-11-30', status: 'completed' }),
    task({ id: 3, priority: 'low', labels: ['a', 'B'], due_on: '2026-12-07' }),
    task({ id: 4, project: 9, due_on: '2026-12-08', status: 'in_progress' }),
  ];
  const groups = (/** @type {string} */ group) => groupsOf(all, group, known).map(({ title, tasks }) => `${title}: ${tasks.map(({ id }) => id)}`);
  assert.deepEqual(groups('priority'), ['High: 2', 'Medium: 4', 'Low: 1,3']);
  assert.deepEqual(groups('project'), ['Inbox: 3', 'Work: 2', 'Home: 1', 'Another project: 4']);
  assert.deepEqual(groups('label'), ['@a: 2', '@A @b: 1,3', 'Without a label: 4']);
  assert.deepEqual(groups('status'), ['Pending: 1,3', 'In progress: 4', 'Completed: 2']);
  assert.deepEqual(groups('due'), ['Overdue: 2', 'Today: 1', 'Within 7 days: 3', 'Later: 4']);
});

test('What is next is there once, for the first reason, and no more than can be taken in', () => {
  const many = Array.from({ length: MOST }, (_, place) => task({ id: place + 1 }));
  const next = firstOf([
    { reason: 'late', tasks: many.slice(0, 2) },
    { reason: 'today', tasks: many.slice(1, 3) },
    { reason: 'high', tasks: [...many].reverse() },
  ]);
  assert.deepEqual(next.map(({ task: { id }, reason }) => `${id} ${reason}`), ['1 late', '2 late', '3 today', '7 high', '6 high', '5 high', '4 high']);
});
