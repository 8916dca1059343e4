// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { clockChangeHint, describeDue, describeDueInFull, fromDue, isDueToday, isOverdue, toDue } from '../../client/features/tasks/dueDates.js';
import { setProfileZone, describe, describeDay, fromLocalInput, toLocalInput, today } from '../../client/ui/dates.js';
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
      for (let minutes = 0; minutes < 366 * 24 * 60; minutes += 397) {
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
  inZone('UTC', () => assert.match(describe('2026-12-20T17:00:00Z', now), /^Dec 20, 5:00\sPM$/u));
  inZone('Asia/Kolkata', () => assert.equal(describe('2026-12-31T20:00:00Z', now), 'Jan 1, 2027'));
  inZone('UTC', () => assert.equal(describe('2026-12-20T23:59:59Z', now), 'Dec 20'));
  inZone('UTC', () => assert.equal(describe('2026-11-02T17:00:00Z', now), 'Nov 2'));
});

test('days of 23 and 25 hours are one day each', () => {
  inZone('America/New_York', () => {
    const noon = new Date('2026-03-07T17:00:00Z');
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
    assert.equal(isOverdue({ status, due_date, due_on: null }, now), expected, `${status} ${due_date}`);
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
      assert.equal(describe('2026-11-25T12:30:00Z', now).replaceAll(/\s/gu, ' '), `${day}, ${time}`);
      assert.equal(describeDay('2026-11-25'), day);
      assert.equal(describe('2026-01-10T12:30:00Z', now).replaceAll(/\s/gu, ' '), `Today, ${time}`);
    }
  });
  readIn('en-US');
});

/** @param {string | null} due_on @param {string | null} [due_date] */
const due = (due_on, due_date = null) => /** @type {const} */ ({ status: 'pending', due_on, due_date });

for (const zone of [...zones, 'America/Santiago']) {
  test(`a day without a time is that day, in any zone; before there were such days, its last second was: ${zone}`, () => {
    inZone(zone, () => {
      for (let day = 1; day < 366; day++) {
        const date = new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
        assert.deepEqual(fromDue(date), { due_date: null, due_on: date });
        assert.equal(toDue({ due_date: null, due_on: date }), date);
        assert.equal(toDue({ due_date: fromLocalInput(`${date}T23:59:59`), due_on: null }), date);
      }
    });
  });
}

test('a day with a time is that time; a time without a day is none', () => {
  inZone('Asia/Kolkata', () => assert.deepEqual(fromDue('2030-03-10T09:30'), { due_date: '2030-03-10T04:00:00.000Z', due_on: null }));
  assert.equal(toDue({ due_date: null, due_on: null }), '');
  for (const nothing of ['', 'T09:30', 'tomorrow']) assert.deepEqual(fromDue(nothing), { due_date: null, due_on: null });
});

test('a due date is told in words, and what is overdue says for how long', () => {
  setProfileZone('Asia/Kolkata');
  inZone('Asia/Kolkata', () => {
    const now = new Date('2026-11-25T06:00:00Z');
    for (const [task, words] of /** @type {const} */ ([
      [due('2026-11-25'), 'Today'],
      [due('2026-11-26'), 'Tomorrow'],
      [due('2026-11-27'), 'Fri'],
      [due('2026-12-03'), 'Dec 3'],
      [due('2027-01-03'), 'Jan 3, 2027'],
      [due('2026-11-24'), '1 day overdue'],
      [due('2026-10-26'), '30 days overdue'],
      [due('2026-10-25'), '1 month overdue'],
      [due('2026-02-01'), '9 months overdue'],
      [due('2025-11-26'), '11 months overdue'],
      [due('2025-11-24'), '1 year overdue'],
      [due('2020-01-01'), '6 years overdue'],
      [{ ...due('2026-11-24'), status: 'completed' }, 'Yesterday'],
      [due(null, '2026-11-23T06:00:00Z'), '2 days overdue'],
    ])) {
      assert.equal(describeDue(task, now), words);
    }
    assert.match(describeDue(due(null, '2026-11-25T05:00:00Z'), now), /^Today, 10:30/u);
    assert.equal(describeDueInFull(due('2026-11-27')), 'Friday, November 27, 2026');
  });
  setProfileZone('');
});

// Around every change of clocks from 2010 to 2028, at month ends and on 29 February: what the browser says is what a calendar there says.
for (const zone of ['America/Sao_Paulo', 'Africa/Cairo', 'Pacific/Apia', 'Australia/Lord_Howe', 'America/St_Johns']) {
  test(`an all-day task is overdue when its day is over in the profile's zone, wherever the browser is: ${zone}`, () => {
    const calendar = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' });
    setProfileZone(zone);
    for (const browser of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      inZone(browser, () => {
        for (const moment of moments(zone)) {
          const [month, day, year] = calendar.format(moment).split('/').map(Number);
          const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const before = new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10);
          const after = new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
          assert.equal(today(moment), date, moment.toISOString());
          assert.deepEqual([before, date, after].map((day_) => isOverdue(due(day_), moment)), [true, false, false], moment.toISOString());
          assert.deepEqual([before, date, after].map((day_) => isDueToday(due(day_), moment)), [false, true, false], moment.toISOString());
          assert.deepEqual([before, date, after].map((day_) => describeDue(due(day_), moment)), ['1 day overdue', 'Today', 'Tomorrow'], moment.toISOString());
        }
      });
    }
    setProfileZone('');
  });
}

// What the profile says holds, wherever the browser is, in each zone as Temporal has it.
for (const zone of [...zones, 'Africa/Casablanca', 'America/Santiago', 'Asia/Gaza', 'Europe/Dublin', 'Antarctica/Troll']) {
  test(`times are shown and taken in the profile's zone: ${zone}`, () => {
    setProfileZone(zone);
    for (const browser of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      inZone(browser, () => {
        for (const moment of moments(zone)) {
          const there = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
          const value = there.toString({ smallestUnit: 'minute' });
          assert.equal(toLocalInput(moment.toISOString()), value);
          for (const hours of [0, 1, 25]) {
            const written = there.add({ hours }).toString({ smallestUnit: 'minute' });
            const meant = Temporal.PlainDateTime.from(written).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant().epochMilliseconds;
            assert.equal(Date.parse(fromLocalInput(written) ?? ''), meant, `${written} ${browser}`);
          }
        }
      });
    }
    setProfileZone('');
  });
}

test('a time and how late it is are told as the profile’s clocks have them', () => {
  setProfileZone('Europe/Berlin');
  inZone('America/New_York', () => {
    const now = new Date('2030-01-15T12:00:00Z');
    assert.equal(toDue({ due_date: '2030-01-16T16:00:00Z', due_on: null }), '2030-01-16T17:00');
    assert.deepEqual(fromDue('2030-01-16T17:00'), { due_date: '2030-01-16T16:00:00.000Z', due_on: null });
    assert.match(describeDue(due(null, '2030-01-17T01:00:00Z'), now), /^Thu/u);
    assert.equal(describeDue(due(null, '2030-01-15T21:00:00Z'), new Date('2030-01-16T00:00:00Z')), '1 day overdue');
    assert.match(clockChangeHint('2030-03-31T02:30') ?? '', /forward.*3:30/u);
    assert.equal(clockChangeHint('2030-03-10T02:30'), null);
  });
  setProfileZone('');
});

test('a zone that the browser does not know counts the days of the browser', () => {
  setProfileZone('Mars/Olympus_Mons');
  inZone('Pacific/Kiritimati', () => assert.equal(today(new Date('2026-11-25T12:00:00Z')), '2026-11-26'));
  setProfileZone('');
});

/** @param {string} zone */
function moments(zone) {
  const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];
  const offset = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offsetAt = (/** @type {number} */ time) => offset.format(new Date(time)).split(', ')[1];
  const found = [];
  for (let time = Date.UTC(2009, 11, 25); time < Date.UTC(2028, 2, 3); time += DAY_MS) {
    const date = new Date(time);
    if (date.getUTCDate() === 1 || (date.getUTCMonth() === 1 && date.getUTCDate() === 29)) found.push(time, time + DAY_MS / 2);
    for (let hour = time; offsetAt(time) !== offsetAt(time + DAY_MS) && hour < time + DAY_MS; hour += HOUR_MS) {
      if (offsetAt(hour) !== offsetAt(hour + HOUR_MS)) found.push(hour, hour + HOUR_MS / 2, hour + HOUR_MS);
    }
  }
  return found.flatMap((time) => [-DAY_MS, -1, 0, HOUR_MS / 2, DAY_MS - 1].map((shift) => new Date(time + shift)));
}
