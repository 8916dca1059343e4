// What the pictures show: one person's tasks, due in so many days from today.

/** @typedef {import('../../PrimeTask.Web/types/api.js').Schemas['TaskRequest']} Task */

/**
 * @param {string} title
 * @param {Task['status']} status
 * @param {Task['priority']} priority
 * @param {number | null} day
 * @param {Omit<Task, 'title' | 'status' | 'priority'> & { hour?: number }} [more] hour: due at that time; else all day
 * @returns {Task}
 */
const task = (title, status, priority, day, { hour, ...more } = {}) => ({ title, status, priority, ...(day === null ? {} : hour === undefined ? { due_on: dayAt(day) } : { due_date: timeAt(day, hour) }), ...more });

/** @param {number} day */
const dayAt = (day) => new Date(Date.now() + day * 86_400_000).toLocaleDateString('sv');

/**
 * @param {number} day
 * @param {number} hour
 */
function timeAt(day, hour) {
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
  task('Read “A Philosophy of Software Design”', 'in_progress', 'low', null),
  task('Compare backup providers', 'pending', 'low', 12),
  task('Find a present for Lena', 'pending', 'medium', 6),
  task('Plan the trip to Lyon', 'pending', 'medium', 2),
  task('Answer the survey of the housing association', 'pending', 'medium', 1),
  task('Write the release notes for 1.0', 'in_progress', 'high', 1, { hour: 12 }),
  task('Prepare slides for the meetup', 'in_progress', 'high', 3, {
    hour: 9,
    description: 'Twenty minutes, then **questions**.\n\n- [x] Why versions live in the cache key\n- [x] What the measurements say\n- [ ] A slide about what went wrong\n\nThe room has [HDMI only](https://example.com/venue).',
  }),
  task('Review the offer of the roofer', 'in_progress', 'medium', 0),
  task('Call the landlord about the heating', 'pending', 'high', -1, { hour: 10 }),
  task('Water the plants', 'pending', 'low', 0, { recurrence: 'FREQ=DAILY;INTERVAL=3', recurrence_from: 'completion' }),
  task('Pay the electricity bill', 'pending', 'high', 0, { recurrence: 'FREQ=MONTHLY' }),
  task('Yoga', 'pending', 'medium', 1, { hour: 19, recurrence: 'FREQ=WEEKLY' }),
];

/** @type {Readonly<Record<string, readonly Task[]>>} */
export const subtasks = {
  'Plan the trip to Lyon': [
    task('Book the train', 'completed', 'high', null),
    task('Find a room near the river', 'pending', 'medium', 1),
    task('Ask Ann for her list of restaurants', 'pending', 'low', null),
  ],
};

/** Where the tasks belong; what is in no project is in the Inbox. @type {readonly { name: string, color: string, tasks: readonly string[] }[]} */
export const projects = [
  { name: 'Work', color: 'blue', tasks: ['Write the release notes for 1.0', 'Prepare slides for the meetup', 'Send the invoice for October', 'Compare backup providers', 'Read “A Philosophy of Software Design”'] },
  {
    name: 'House',
    color: 'orange',
    tasks: [
      'Fix the leaking tap in the kitchen', 'Review the offer of the roofer', 'Call the landlord about the heating', 'Pay the electricity bill', 'Answer the survey of the housing association',
      'Cancel the old phone contract', 'Water the plants',
    ],
  },
  { name: 'Garden', color: 'green', tasks: ['Plan the garden for spring'] },
  { name: 'Trip to Lyon', color: 'violet', tasks: ['Plan the trip to Lyon', 'Renew the passport'] },
];

/** @type {Readonly<Record<string, readonly string[]>>} */
export const labels = {
  phone: ['Call the landlord about the heating', 'Book the dentist'],
  errand: ['Find a present for Lena', 'Return the library books', 'Order printer paper'],
  money: ['Pay the electricity bill', 'Send the invoice for October', 'Review the offer of the roofer'],
};

/** What the sidebar has of the person's views. */
export const savedViews = [{ name: 'Urgent', query: { status: 'open', priority: 'high' }, layout: 'list' }];
