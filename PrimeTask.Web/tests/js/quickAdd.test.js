// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createParser } from '../../client/features/tasks/quickAdd/parser.js';
import { moved } from '../../client/features/tasks/quickAdd/plainParts.js';
import { groups } from './quickAddExamples.js';

const projects = [{ id: 7, name: 'Kitchen' }, { id: 9, name: 'Summer house' }, { id: 11, name: '2027' }];

/** The clocks of the machine must not matter. */
const machines = ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'];

/** @param {import('../../client/features/tasks/quickAdd/parser.js').Parsed} parsed */
function asExample({ title, fields: { due_date, due_on, recurrence, recurrence_from, priority, project, labels } }) {
  const named = project && (project.id === null ? project.name : `${project.name}=${project.id}`);
  const rest = { ...(recurrence && { recurrence: recurrence + (recurrence_from === 'completion' ? '!' : '') }), ...(priority && { priority }), ...(named && { project: named }), ...(labels && { labels }) };
  return [title, due_on ?? due_date?.replace(':00Z', 'Z') ?? '', rest];
}

test('the table is as large as it should be', () => {
  assert.ok(groups.reduce((sum, { examples }) => sum + examples.length, 0) >= 200);
  assert.ok(new Set(groups.map(({ zone }) => zone)).size >= 6);
});

for (const machine of machines) {
  test(`what is written is understood as it is meant, on a machine in ${machine}`, async () => {
    const before = process.env.TZ;
    process.env.TZ = machine;
    try {
      for (const { about, locale, zone, now, examples } of groups) {
        const parse = await createParser(locale);
        for (const [text, title, due, rest = {}] of examples) {
          assert.deepEqual(asExample(parse(text, { now: Date.parse(now), zone, projects, labels: true })), [title, due, rest], `${about}: ${text}`);
        }
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
}

const surroundings = { now: Date.parse('2026-11-25T09:30:37Z'), zone: 'Europe/Berlin' };

test('spans are where the words stand, in their order', async () => {
  const parse = await createParser('en-GB');
  const text = 'Paint it by friday 5pm !low #kitchen @errand';
  const spans = parse(text, { ...surroundings, projects, labels: true }).spans.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
  assert.deepEqual(spans, [['due', 'by friday 5pm'], ['priority', '!low'], ['project', '#kitchen'], ['label', '@errand']]);
});

test('projects and labels stay in the title where nobody knows them, dates in them too', async () => {
  const parse = await createParser('en-GB');
  assert.deepEqual(asExample(parse('Paint it #friday @tomorrow !low', surroundings)), ['Paint it #friday @tomorrow', '', { priority: 'low' }]);
});

test('what was taken back is a part of the title, and what is left is read without it', async () => {
  const parse = await createParser('en-GB');
  const text = 'Prepare friday lunch tomorrow !high';
  const without = (/** @type {string[]} */ ...words) => asExample(parse(text, { ...surroundings, plain: words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })) }));
  assert.deepEqual(without('!high'), ['Prepare friday lunch !high', '2026-11-26', {}]);
  assert.deepEqual(without('tomorrow'), ['Prepare lunch tomorrow', '2026-11-27', { priority: 'high' }]);
  assert.deepEqual(without('tomorrow', 'friday', '!high'), [text, '', {}]);
});

test('what was taken back stays so while the text changes around it', () => {
  const parts = [{ start: 5, end: 13 }];
  const now = (/** @type {string} */ text) => moved(parts, 'Call tomorrow x', text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(now('Call tomorrow xy'), ['tomorrow']);
  assert.deepEqual(now('Do call tomorrow x'), ['tomorrow']);
  assert.deepEqual(now('Please Call tomorrow x'), ['tomorrow']);
  assert.deepEqual(now('Call tomorow x'), []);
  assert.deepEqual(now(''), []);
  assert.deepEqual(moved(parts, 'Call tomorrow', 'Call tomorrow'), parts);
});

test('a time is in whole minutes, and a day in four digits of a year', async () => {
  const parse = await createParser('en-GB');
  const { due_date: due } = parse('Call in 2 hours', surroundings).fields;
  assert.equal(due, '2026-11-25T11:30:00Z');
});

test('no text makes it fail, and nothing but what it understood leaves the title', async () => {
  const words = ['tomorrow', 'fri', '5pm', '!high', '#x', '@y', '"', '31/31', '99', 'next', 'every', '\u0000', '😀', 'İ', 'ß', '(', '[', '\\', ',', 'may', 'in 999999999 years', 'in 99999 months', '31 feb', '2027-13-45', '-', '12am', 'at 5'];
  let seed = 42;
  const random = (/** @type {number} */ below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (const locale of ['en-GB', 'de-DE', 'fr-FR', 'ja-JP', 'zh-CN', 'ru-RU']) {
    const parse = await createParser(locale);
    for (let times = 0; times < 150; times += 1) {
      const text = Array.from({ length: 1 + random(6) }, () => words[random(words.length)]).join(' ');
      const { title, spans } = parse(text, { ...surroundings, projects, labels: true });
      const letters = (/** @type {string} */ some) => [...some.replaceAll(/[\s,;:–—-]/gu, '')].toSorted().join('');
      const kept = spans.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(Math.max(start, end)), text);
      if (!spans.some(({ start, end }, place) => spans.slice(place + 1).some((other) => other.start < end && start < other.end))) assert.equal(letters(title), letters(kept), text);
    }
  }
});

test('in the line of a later day, a time without a day and a rule are of that day', async () => {
  const parse = await createParser('en-GB');
  const there = { ...surroundings, day: '2026-11-27', labels: true };
  for (const [text, title, due, rest] of /** @type {const} */ ([
    ['Call Ann 5pm', 'Call Ann', '2026-11-27T16:00Z', {}],
    ['Run in the morning', 'Run', '2026-11-27T08:00Z', {}],
    ['Call Ann', 'Call Ann', '', {}],
    ['Call Ann tomorrow 5pm', 'Call Ann', '2026-11-26T16:00Z', {}],
    ['Read tonight', 'Read', '2026-11-25T21:00Z', {}],
    ['Wait in 2 hours', 'Wait', '2026-11-25T11:30Z', {}],
    ['Run every day', 'Run', '2026-11-27', { recurrence: 'FREQ=DAILY' }],
    ['Run every day at 8:00', 'Run', '2026-11-27T07:00Z', { recurrence: 'FREQ=DAILY' }],
    ['Pay every monday', 'Pay', '2026-11-30', { recurrence: 'FREQ=WEEKLY;BYDAY=MO' }],
    ['Pay every day starting monday', 'Pay', '2026-11-30', { recurrence: 'FREQ=DAILY' }],
  ])) {
    assert.deepEqual(asExample(parse(text, there)), [title, due, rest], text);
  }
});
