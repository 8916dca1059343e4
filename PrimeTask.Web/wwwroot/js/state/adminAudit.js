// @ts-check
// The security events of all accounts, for admins.
import * as admin from '../api/admin.js';
import { fromLocalInput, toLocalInput } from '../lib/dates.js';
import { createFilteredList } from './filteredList.js';
import { lookUp } from './userNames.js';
import { createUserPicker } from './userPicker.js';

export const audit = createFilteredList({
  path: '/admin/audit',
  filters: ['event', 'actor', 'subject', 'after', 'before'],
  ordering: '-at',
  read: async (query, signal) => {
    const page = await admin.listAudit(query, signal);
    void lookUp(page.results.flatMap(({ actor, subject }) => [actor, subject]));
    return page;
  },
});

export const actor = createUserPicker({ chosen: () => audit.valueOf('actor'), onChoose: (id) => audit.change({ actor: id }) });
export const subject = createUserPicker({ chosen: () => audit.valueOf('subject'), onChoose: (id) => audit.change({ subject: id }) });

export async function enter() {
  const chosen = ['actor', 'subject'].map((name) => Number(audit.valueOf(name))).filter((id) => Number.isSafeInteger(id) && id > 0);
  await Promise.all([audit.enter(), lookUp(chosen)]);
}

export function leave() {
  actor.reset();
  subject.reset();
  audit.leave();
}

/**
 * The address holds an instant, so that a shared link means the same everywhere; the field shows it on the person's own clock.
 * @param {'after' | 'before'} name
 */
export function timeOf(name) {
  const instant = audit.valueOf(name);
  return Number.isNaN(Date.parse(instant)) ? '' : toLocalInput(instant);
}

/**
 * @param {'after' | 'before'} name
 * @param {string} value of the field
 */
export const changeTime = (name, value) => audit.change({ [name]: fromLocalInput(value) ?? '' });
