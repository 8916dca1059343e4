// What the pictures show: one person's tasks, due in so many days from today at that hour.

/** @typedef {import('../../PrimeTask.Web/types/api.js').Schemas['TaskRequest']} Task */

/**
 * @param {string} title
 * @param {Task['status']} status
 * @param {Task['priority']} priority
 * @param {number | null} day
 * @returns {Task}
 */
const task = (title, status, priority, day, hour = 17, description = '') => ({ title, status, priority, description, due_date: day === null ? null : at(day, hour) });

/**
 * @param {number} day
 * @param {number} hour
 */
function at(day, hour) {
  const time = new Date();
  time.setDate(time.getDate() + day);
  time.setHours(hour, 0, 0, 0);
  return time.toISOString();
}

export default [
  task('Renew the passport', 'completed', 'high', -6),
  task('Order printer paper', 'completed', 'low', -3),
  task('Send the invoice for October', 'completed', 'high', -2),
  task('Back up the photo library', 'completed', 'medium', null),
  task('Return the library books', 'completed', 'low', -1),
  task('Book the dentist', 'completed', 'medium', -4),
  task('Try the other budgeting app', 'cancelled', 'low', null),
  task('Cancel the old phone contract', 'cancelled', 'medium', -5),
  task('Plan the garden for spring', 'pending', 'low', 40),
  task('Fix the leaking tap in the kitchen', 'pending', 'medium', 4),
  task('Read "A Philosophy of Software Design"', 'in_progress', 'low', null),
  task('Compare backup providers', 'pending', 'low', 12),
  task('Find a present for Lena', 'pending', 'medium', 6),
  task('Book the train to Lyon', 'pending', 'medium', 2, 12),
  task('Answer the survey of the housing association', 'pending', 'medium', 1, 18),
  task('Write the release notes for 1.0', 'in_progress', 'high', 1, 12),
  task('Prepare slides for the meetup', 'in_progress', 'high', 3, 9, '- Why versions live in the cache key\n- What the measurements say\n- Questions'),
  task('Review the offer of the roofer', 'in_progress', 'medium', 0, 23),
  task('Call the landlord about the heating', 'pending', 'high', -1, 10),
  task('Pay the electricity bill', 'pending', 'high', 0, 23),
];

/** Where the tasks belong; what is in no project is in the Inbox. @type {readonly { name: string, color: string, tasks: readonly string[] }[]} */
export const projects = [
  { name: 'Work', color: 'blue', tasks: ['Write the release notes for 1.0', 'Prepare slides for the meetup', 'Send the invoice for October', 'Compare backup providers', 'Read "A Philosophy of Software Design"'] },
  {
    name: 'House',
    color: 'orange',
    tasks: [
      'Fix the leaking tap in the kitchen', 'Review the offer of the roofer', 'Call the landlord about the heating', 'Pay the electricity bill', 'Answer the survey of the housing association',
      'Cancel the old phone contract',
    ],
  },
  { name: 'Garden', color: 'green', tasks: ['Plan the garden for spring'] },
  { name: 'Trip to Lyon', color: 'violet', tasks: ['Book the train to Lyon', 'Renew the passport'] },
];

/** @type {Readonly<Record<string, readonly string[]>>} */
export const labels = {
  phone: ['Call the landlord about the heating', 'Book the dentist'],
  errand: ['Find a present for Lena', 'Return the library books', 'Order printer paper'],
  money: ['Pay the electricity bill', 'Send the invoice for October', 'Review the offer of the roofer'],
};
