// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockChangeHint, fromDue, isOverdue, toDue } from '../../wwwroot/features/tasks/dueDates.js';
import { describe, describeDay, describeInFull, fromLocalInput, startOfDay, toLocalInput } from '../../wwwroot/ui/dates.js';
import { readIn } from './languages.js';

readIn('en-US');

/**
 * @param {string} zone
 * @param {() => void} work
 */
function inZone(zone, work) {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    work();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

const zones = ['UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/New_York'];

for (const zone of zones) {
  test(`a time shown and entered again is the same time: ${zone}`, () => {
    inZone(zone, () => {
      for (let minutes = 0; minutes < 366 * 24 * 60; minutes += 97) {
        const instant = new Date(Date.UTC(2026, 0, 1, 0, minutes));
        const back = new Date(fromLocalInput(toLocalInput(instant.toISOString())) ?? NaN);
        // Of a time that clocks show twice, the first is meant.
        if (clockChangeHint(toLocalInput(instant.toISOString()))) assert.ok(instant.getTime() - back.getTime() <= 3_600_000);
        else assert.equal(back.getTime(), instant.getTime());
      }
    });
  });
}

test('a local time that clocks skip is moved on, and said', () => {
  inZone('America/St_Johns', () => {
    assert.equal(fromLocalInput('2026-03-08T02:30'), '2026-03-08T06:00:00.000Z');
    assert.match(clockChangeHint('2026-03-08T02:30') ?? '', /forward.*3:30/u);
  });
});

test('of a local time that clocks show twice the first is meant, and it is said', () => {
  inZone('Pacific/Auckland', () => {
    assert.equal(fromLocalInput('2026-04-05T02:30'), '2026-04-04T13:30:00.000Z');
    assert.match(clockChangeHint('2026-04-05T02:30') ?? '', /twice/u);
    assert.equal(clockChangeHint('2026-04-05T04:30'), null);
  });
  inZone('Australia/Lord_Howe', () => assert.match(clockChangeHint('2026-04-05T01:45') ?? '', /twice/u));
});

test('nothing and nonsense are no time', () => {
  assert.equal(fromLocalInput(''), null);
  assert.equal(fromLocalInput('tomorrow'), null);
  assert.equal(toLocalInput(null), '');
  assert.equal(clockChangeHint(''), null);
});

test('relative words follow the calendar of the zone', () => {
  const instant = '2026-11-25T19:00:00Z';
  const now = new Date('2026-11-25T18:00:00Z');
  inZone('UTC', () => assert.match(describe(instant, now), /^Today, 7:00\sPM$/u));
  inZone('Asia/Kolkata', () => assert.match(describe(instant, now), /^Tomorrow, 12:30\sAM$/u));
  inZone('Asia/Kolkata', () => assert.match(describe('2026-11-25T18:20:00Z', new Date('2026-11-25T18:35:00Z')), /^Yesterday, 11:50\sPM$/u));
  inZone('UTC', () => assert.match(describe('2026-11-26T00:30:00Z', now), /^Tomorrow/u));
});

test('days of 23 and 25 hours are one day each', () => {
  inZone('America/New_York', () => {
    const noon = new Date('2026-03-07T17:00:00Z');
    assert.equal(startOfDay(1, noon).toISOString(), '2026-03-08T05:00:00.000Z');
    assert.equal(startOfDay(2, noon).toISOString(), '2026-03-09T04:00:00.000Z');
    assert.match(describe('2026-03-08T23:00:00Z', noon), /^Tomorrow/u);
    assert.match(describe('2026-11-01T23:00:00Z', new Date('2026-10-31T16:00:00Z')), /^Tomorrow/u);
  });
});

test('overdue is what was due before now and is still to be done', () => {
  const now = new Date('2026-11-25T18:00:00Z');
  for (const [status, due_date, expected] of /** @type {const} */ ([
    ['pending', '2026-11-25T17:59:59Z', true],
    ['in_progress', '2026-11-25T17:59:59Z', true],
    ['completed', '2026-11-25T17:59:59Z', false],
    ['cancelled', '2026-11-25T17:59:59Z', false],
    ['pending', '2026-11-25T18:00:00Z', false],
    ['pending', null, false],
  ])) {
    assert.equal(isOverdue({ status, due_date }, now), expected, `${status} ${due_date}`);
  }
});

test('dates are written as the person’s languages write them, and the chart’s as the list’s', () => {
  const now = new Date('2026-01-10T12:00:00Z');
  inZone('Europe/Berlin', () => {
    for (const [languages, day, time] of /** @type {const} */ ([
      [['de-DE', 'en-US'], '25. Nov.', '13:30'],
      [['en-GB'], '25 Nov', '13:30'],
      [['en-US', 'de-DE'], 'Nov 25', '1:30 PM'],
    ])) {
      readIn(...languages);
      assert.equal(describe('2026-11-25T12:30:00Z', now), day);
      assert.equal(describeDay('2026-11-25'), day);
      assert.equal(describe('2026-01-10T12:30:00Z', now).replaceAll(/\s/gu, ' '), `Today, ${time}`);
    }
  });
  readIn('en-US');
});

for (const zone of [...zones, 'America/Santiago']) {
  test(`a day without a time is its end there, and is shown as a day: ${zone}`, () => {
    inZone(zone, () => {
      for (let day = 1; day < 366; day++) {
        const date = new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
        const instant = fromDue(date) ?? '';
        assert.equal(toDue(instant), date);
        assert.match(toLocalInput(instant), /T23:59$/u);
        assert.match(toLocalInput(new Date(Date.parse(instant) + 1_000).toISOString()), /T0[01]:00$/u);
      }
    });
  });
}

test('a day without a time is described without one', () => {
  inZone('Asia/Kolkata', () => {
    const now = new Date('2026-11-25T06:00:00Z');
    assert.equal(describe(fromDue('2026-11-25') ?? '', now), 'Today');
    assert.equal(describe(fromDue('2026-11-27') ?? '', now), 'Fri');
    assert.equal(describeInFull(fromDue('2026-11-27') ?? ''), 'Friday, November 27, 2026');
    assert.match(describe('2026-11-25T18:29:00Z', now), /11:59/u);
  });
});

test('a day with a time is that time; a time without a day is none', () => {
  inZone('Asia/Kolkata', () => assert.equal(fromDue('2030-03-10T09:30'), '2030-03-10T04:00:00.000Z'));
  assert.equal(toDue(null), '');
  for (const nothing of ['', 'T09:30', 'tomorrow']) assert.equal(fromDue(nothing), null);
});
