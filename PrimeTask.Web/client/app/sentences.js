// @ts-check
// What the API says of any field, said of this one in the app's words. Its other sentences are for people as they are.

/** Where the name of a member is not that of its field. */
const names = /** @type {Record<string, string>} */ ({ password_confirm: 'The password, again,', due_date: 'Due date', due_on: 'Due date', start_on: 'Start date' });

const MISSING = ['This field may not be blank.', 'This field may not be null.', 'This field is required.'];
const TOO_LONG = /^Ensure this field has no more than (?<most>\d+) characters\.$/u;

/**
 * @param {string} member of a request
 * @param {string} sentence
 */
export function inWords(member, sentence) {
  // In bulk, of one of many.
  const own = member.replace(/^data\./u, '');
  const name = names[own] ?? own.replaceAll('_', ' ').replace(/^./u, (letter) => letter.toUpperCase());
  if (MISSING.includes(sentence)) return `${name} is needed.`;
  const most = TOO_LONG.exec(sentence)?.groups?.most;
  return most ? `${name} has at most ${most} characters.` : sentence;
}
