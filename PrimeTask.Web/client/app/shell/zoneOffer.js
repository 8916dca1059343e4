// @ts-check
// Where the profile has another time zone than this device, somebody is asked once which one is meant: accounts that were made outside the app have UTC.
import { ApiError } from '../http.js';
import { notifyProblem } from '../notices.js';
import { session } from '../session.js';
import { browserStorage } from '../storage.js';
import { createStore } from '../store.js';
import { isSameClock, ownZone, personsZone, zoneName } from '../../ui/dates.js';
import { focusHeading } from '../../ui/focus.js';
import { banner } from '../../ui/message.js';
import { changeProfile } from '../../features/profile/api.js';

const KEY = 'primetask-time-zones';
const MOST_KEPT = 20;

/** What was asked, and answered by keeping the profile's. */
export const zoneOffer = createStore({ kept: /** @type {readonly string[]} */ (browserStorage.readValue(KEY) ?? []) });

let saving = false;

export function zoneBanner() {
  const { user, status } = session.state;
  const [here, there] = [ownZone(), personsZone()];
  const question = `${user?.id} ${there} ${here}`;
  if (status !== 'signed-in' || isSameClock(there, here) || zoneOffer.state.kept.includes(question)) return banner(null, { onClick() {} });
  return banner(`Dates and times are those of ${zoneName(there)}, as your profile says. This device is in ${zoneName(here)}.`, {
    symbol: 'clock',
    label: `Use ${zoneName(here)}`,
    wide: true,
    onClick: () => void use(here),
    other: { label: `Keep ${zoneName(there)}`, onClick: () => keep(question) },
  });
}

/** @param {string} question */
function keep(question) {
  const kept = [...zoneOffer.state.kept, question].slice(-MOST_KEPT);
  browserStorage.keepValue(KEY, kept);
  zoneOffer.set({ kept });
  void focusHeading();
}

/** @param {string} zone */
async function use(zone) {
  if (saving) return;
  saving = true;
  try {
    session.set({ user: await changeProfile({ time_zone: zone }) });
    void focusHeading();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status !== 401) notifyProblem(`The time zone was not changed. ${error.sentence}`);
  } finally {
    saving = false;
  }
}
