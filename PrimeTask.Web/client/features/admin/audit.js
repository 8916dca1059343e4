// @ts-check
// The security events of all accounts, for admins.
import { fromLocalInput, toLocalInput } from '../../ui/dates.js';
import * as admin from './api.js';
import { createFilteredList } from './filteredList.js';
import { lookUp, remember } from './userNames.js';
import { createUserPicker } from './userPicker.js';

export const audit = createFilteredList({
  path: '/admin/audit',
  filters: ['event', 'actor', 'subject', 'after', 'before'],
  ordering: '-at',
  read: async (query, signal) => {
    const page = await admin.listAudit(query, signal);
    rememberAll(page.results);
    return page;
  },
});

export const actor = createUserPicker({ chosen: () => audit.valueOf('actor'), onChoose: (id) => audit.change({ actor: id }) });
export const subject = createUserPicker({ chosen: () => audit.valueOf('subject'), onChoose: (id) => audit.change({ subject: id }) });

export async function enter() {
  await audit.enter();
  // Events name their users, so mostly nothing is left to look up.
  await lookUp(['actor', 'subject'].map((name) => Number(audit.valueOf(name))).filter((id) => Number.isSafeInteger(id) && id > 0));
}

/** @param {readonly admin.AuditEntry[]} entries */
function rememberAll(entries) {
  for (const { actor: by, actor_username: byName, subject: whom, subject_username: whomName } of entries) {
    if (by !== null) remember([{ id: by, username: byName }]);
    if (whom !== null) remember([{ id: whom, username: whomName }]);
  }
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
