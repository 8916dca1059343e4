// @ts-check

/** How long a task stays in the trash. */
const DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * @param {string} deletedAt RFC 3339
 * @param {Date} [now]
 * @returns {string} how long until it is deleted for good
 */
export function daysLeft(deletedAt, now = new Date()) {
  const left = Date.parse(deletedAt) + DAYS * DAY_MS - now.getTime();
  if (left < DAY_MS) return 'Less than a day left';
  const days = Math.min(DAYS, Math.round(left / DAY_MS));
  return days === 1 ? '1 day left' : `${days} days left`;
}

/** @param {string} deletedAt RFC 3339 @returns {string} RFC 3339 */
export const goneAt = (deletedAt) => new Date(Date.parse(deletedAt) + DAYS * DAY_MS).toISOString();
