import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWords } from '../../client/app/sentences.js';

test('What the API says of any field is said of this one', () => {
  assert.equal(inWords('title', 'This field may not be blank.'), 'Title is needed.');
  assert.equal(inWords('due_on', 'This field may not be null.'), 'Due date is needed.');
  assert.equal(inWords('password_confirm', 'This field is required.'), 'The password, again, is needed.');
  assert.equal(inWords('old_password', 'This field may not be blank.'), 'Old password is needed.');
  assert.equal(inWords('title', 'Ensure this field has no more than 255 characters.'), 'Title has at most 255 characters.');
  assert.equal(inWords('data.title', 'This field may not be blank.'), 'Title is needed.');
  assert.equal(inWords('email', 'Enter a valid email address.'), 'Enter a valid email address.');
});
