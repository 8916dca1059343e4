// @ts-check
// Where the profile has another time zone than this device, somebody is asked once which one is meant: accounts that were made outside the app have UTC.
import { ApiError } from '../http.js';
import { notifyProblem } from '../notices.js';
import { session } from '../session.js';
import { browserStorage } from '../storage.js';
import { createStore } from '../store.js';
import { banner } from '../../ui/message.js';
import { isSameClock, ownZone, zoneName } from '../../ui/dates.js';
import { changeProfile } from '../../features/profile/api.js';
import { loadAgain } from '../../features/tasks/edits.js';

const KEY = 'primetask-time-zone';

/** What was kept, when it was asked. */
export const zoneOffer = createStore({ kept: browserStorage.read(KEY), busy: false });

export function zoneBanner() {
  const { user, status } = session.state;
  const here = ownZone();
  const question = `${user?.id} ${user?.time_zone} ${here}`;
  const asks = status === 'signed-in' && user && !isSameClock(user.time_zone, here) && zoneOffer.state.kept !== question;
  return banner(asks ? `Dates and times are those of ${zoneName(user.time_zone)}, as your profile says. This device is in ${zoneName(here)}.` : null, {
    symbol: 'clock',
    label: `Use ${zoneName(here)}`,
    wide: true,
    onClick: () => void use(here),
    other: { label: asks ? `Keep ${zoneName(user.time_zone)}` : '', onClick: () => keep(question) },
  });
}

/** @param {string} question */
function keep(question) {
  browserStorage.keep(KEY, question);
  zoneOffer.set({ kept: question });
}

/** @param {string} zone */
async function use(zone) {
  if (zoneOffer.state.busy) return;
  zoneOffer.set({ busy: true });
  try {
    session.set({ user: await changeProfile({ time_zone: zone }) });
    loadAgain();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status !== 401) notifyProblem(`The time zone was not changed. ${error.sentence}`);
  } finally {
    zoneOffer.set({ busy: false });
  }
}
