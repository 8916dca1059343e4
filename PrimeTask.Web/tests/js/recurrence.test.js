// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { describeRecurrence, findRecurrence, firstDay, readRecurrence } from '../../client/features/tasks/recurrence/rule.js';

/** What is written, the rule, its words, and the first day from Monday 30 November 2026 on. @type {[string, string, string, string][]} */
const rules = [
  ['every day', 'FREQ=DAILY', 'every day', '2026-11-30'],
  ['every 3 days', 'FREQ=DAILY;INTERVAL=3', 'every 3 days', '2026-11-30'],
  ['every other day', 'FREQ=DAILY;INTERVAL=2', 'every 2 days', '2026-11-30'],
  ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday', '2026-11-30'],
  ['every workday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday', '2026-11-30'],
  ['every week', 'FREQ=WEEKLY', 'every week', '2026-11-30'],
  ['every 2 weeks', 'FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks', '2026-11-30'],
  ['every tue', 'FREQ=WEEKLY;BYDAY=TU', 'every Tuesday', '2026-12-01'],
  ['Every Monday', 'FREQ=WEEKLY;BYDAY=MO', 'every Monday', '2026-11-30'],
  ['every mon, wed and fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', 'every Monday, Wednesday and Friday', '2026-11-30'],
  ['every sun & thu', 'FREQ=WEEKLY;BYDAY=TH,SU', 'every Thursday and Sunday', '2026-12-03'],
  ['every other fri', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'every 2 weeks on Friday', '2026-12-04'],
  ['every 2 weeks on mon and thu', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'every 2 weeks on Monday and Thursday', '2026-11-30'],
  ['every month', 'FREQ=MONTHLY', 'every month', '2026-11-30'],
  ['every quarter', 'FREQ=MONTHLY;INTERVAL=3', 'every 3 months', '2026-11-30'],
  ['every 15th', 'FREQ=MONTHLY;BYMONTHDAY=15', 'every month on the 15th', '2026-12-15'],
  ['every 1st and 15th of the month', 'FREQ=MONTHLY;BYMONTHDAY=1,15', 'every month on the 1st and 15th', '2026-12-01'],
  ['every 31st', 'FREQ=MONTHLY;BYMONTHDAY=31', 'every month on the 31st', '2026-11-30'],
  ['every last day of the month', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day', '2026-11-30'],
  ['every 2 months on the 3rd', 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=3', 'every 2 months on the 3rd', '2026-12-03'],
  ['every 2nd tue', 'FREQ=MONTHLY;BYDAY=2TU', 'every 2nd Tuesday', '2026-12-08'],
  ['every second tuesday of the month', 'FREQ=MONTHLY;BYDAY=2TU', 'every 2nd Tuesday', '2026-12-08'],
  ['every last friday', 'FREQ=MONTHLY;BYDAY=-1FR', 'every last Friday', '2026-12-25'],
  ['every 3 months on the first mon', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO', 'every 3 months on the 1st Monday', '2026-12-07'],
  ['every year', 'FREQ=YEARLY', 'every year', '2026-11-30'],
  ['every jan 31', 'FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=1', 'every January 31', '2027-01-31'],
  ['every 29 february', 'FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2', 'every February 29', '2027-02-28'],
  ['every 1st of may', 'FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=5', 'every May 1', '2027-05-01'],
  ['every 2 years on March 3', 'FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=3;BYMONTH=3', 'every 2 years on the 3rd in March', '2027-03-03'],
  ['every day, 10 times', 'FREQ=DAILY;COUNT=10', 'every day, 10 times', '2026-11-30'],
];

test('Rules in words are those of RFC 5545, and back', () => {
  for (const [text, rule, words, first] of rules) {
    const found = findRecurrence(`Pay ${text} by transfer`);
    assert.ok(found, text);
    assert.deepEqual([found.start, found.end, found.recurrence], [4, 4 + text.length, { recurrence: rule, recurrence_from: 'schedule' }], text);
    assert.equal(describeRecurrence(found.recurrence), words);
    assert.equal(firstDay(found.rule, Temporal.PlainDate.from('2026-11-30')).toString(), first, text);
    assert.deepEqual(readRecurrence(text), found.recurrence);
    // What the form shows is what it reads, but for the rarest.
    if (words !== 'every 2 years on the 3rd in March') assert.deepEqual(readRecurrence(words), found.recurrence, words);
  }
});

test('Counted from completion', () => {
  for (const text of ['every! 3 days', 'every 3 days after completion']) {
    const found = findRecurrence(`Water ${text}`);
    assert.deepEqual(found?.recurrence, { recurrence: 'FREQ=DAILY;INTERVAL=3', recurrence_from: 'completion' }, text);
    assert.equal(found?.end, `Water ${text}`.length);
  }
  assert.equal(describeRecurrence({ recurrence: 'FREQ=DAILY;INTERVAL=3', recurrence_from: 'completion' }), 'every 3 days after completion');
  assert.equal(describeRecurrence({ recurrence: 'FREQ=DAILY;UNTIL=20270131', recurrence_from: 'schedule' }), 'every day until 2027-01-31');
  assert.equal(describeRecurrence({ recurrence: null, recurrence_from: 'schedule' }), '');
});

test('Words that are no rule stay words', () => {
  for (const text of ['Check every box', 'every-day shoes', 'everyday', 'Clean every monday-ish thing', 'every 0 days', 'Thank everybody on Monday', 'every 6th tue', 'every 40th', 'every feb 32']) {
    assert.equal(findRecurrence(text), null, text);
  }
  assert.equal(readRecurrence('sometimes'), null);
  assert.equal(readRecurrence('every day except Sunday'), null);
  assert.deepEqual(readRecurrence(' monday '), { recurrence: 'FREQ=WEEKLY;BYDAY=MO', recurrence_from: 'schedule' });
});
