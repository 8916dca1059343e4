// @ts-check
import { html, nothing } from '../../../lib/lit-html/lit-html.js';
import { createStore } from '../../../app/store.js';
import { describeDateInFull } from '../../../ui/dates.js';
import { selectField, textArea, textField } from '../../../ui/field.js';
import { focusFirstInvalid } from '../../../ui/focus.js';
import { formProblem } from '../../../ui/message.js';
import { modal } from '../../../ui/modal.js';
import { LAST_DAY, clockChangeHint, describeDueInFull, fromDue } from '../dueDates.js';
import { labelNames } from '../place.js';
import { projectChoices, projectName, projects } from '../projects/projects.js';
import { readRecurrence } from '../recurrence/rule.js';
import { parentNote } from '../subtasks/parentNote.js';
import { closeSubtasks, subtasks } from '../subtasks/subtasks.js';
import { subtasksSection } from '../subtasks/subtasksView.js';
import { priorities, statuses } from '../task.js';
import { conflictView } from './conflictView.js';
import { dueFields } from './dueFields.js';
import { applyTo, choose, discard, duplicateSaved, editor, openExisting, refuse, save, skipSaved, write } from './editor.js';
import { historySection } from './historyView.js';
import { readMarkdown, tokensOf } from './markdown.js';
import { markdownText } from './markdownView.js';

/** @typedef {keyof import('./editor.js').Fields} FieldName */

/** Whether the description is shown as it will read. */
export const preview = createStore({ shown: false });

editor.subscribe(() => {
  if (!editor.state.open && preview.state.shown) preview.set({ shown: false });
  if (!editor.state.open && subtasks.state.id !== null) closeSubtasks();
});

for (const store of [editor, preview]) store.subscribe(() => preview.state.shown && readMarkdown(editor.state.fields.description));

const labels = /** @type {Record<string, string>} */ ({
  title: 'Title',
  description: 'Description',
  status: 'Status',
  priority: 'Priority',
  due_date: 'Due date',
  start_on: 'Start date (optional)',
  recurrence: 'Repeat (optional)',
  project: 'Project',
  parent: 'Parent task',
  labels: 'Labels (optional)',
});

const commonRules = ['every day', 'every weekday', 'every week', 'every 2 weeks', 'every month', 'every year'];

const scopes = [
  { value: '', label: 'The date: this one; the rest: later ones too' },
  { value: 'this', label: 'This one only' },
  { value: 'following', label: 'This and all later ones' },
];

export function taskEditor() {
  const { open, id } = editor.state;
  if (!open) return nothing;
  return modal({ label: id === null ? 'New task' : 'Edit task', className: 'dialog--editor', onCancel: discard, content: form() });
}

function form() {
  const { id, owner, author, problem, complete, loading, saving, conflict, saved, fields, recurs, scope } = editor.state;
  return html`
    <form class="editor" novalidate aria-busy=${loading || saving} @submit=${onSubmit} @keydown=${onKeyDown}>
      ${formProblem(problem)} ${conflictView(conflict, { labelOf: (name) => labels[name], show: shownValue, onChoose: choose })}
      ${fields.parent ? parentNote(Number(fields.parent), { onOpen: openOther, onLeave: () => write('parent', '') }) : nothing}
      ${textField({ ...field('title'), autofocus: true, hint: undefined })}
      <div class="editor__description">
        ${preview.state.shown
          ? html`<div class="field"><p class="field__label">Description</p>
              <div class="editor__preview" tabindex="0" role="group" aria-label="Description preview">${markdownText(fields.description, tokensOf(fields.description))}</div></div>`
          : textArea({ ...field('description'), rows: 7, disabled: !complete })}
        <button class="link-button editor__switch" type="button" aria-pressed=${preview.state.shown} @click=${onPreview}>Preview</button>
      </div>
      ${id === null || fields.parent || saved.parent ? nothing : subtasksSection({ id, title: saved.title }, { onOpen: openOther, adds: owner === author })}
      <div class="editor__row">
        ${selectField({ ...field('status'), choices: statuses })} ${selectField({ ...field('priority'), choices: priorities })}
        ${dueFields({ ...field('due_date'), hint: dueHint(fields.due_date) })}
        ${textField({ ...field('start_on'), type: 'date', max: LAST_DAY, hint: undefined })}
      </div>
      <div class="editor__row editor__row--place">
        ${textField({ ...field('recurrence'), hint: 'Such as “every 2 weeks” or “every 3 days after completion”.', suggestions: commonRules })}
        ${recurs ? selectField({ id: 'task-scope', label: 'Changes apply to', value: scope, choices: scopes, onInput: (value) => applyTo(/** @type {import('./editor.js').Scope} */ (value)) }) : nothing}
      </div>
      <div class="editor__row editor__row--place">
        ${selectField({ ...field('project'), choices: placeChoices() })}
        ${textField({ ...field('labels'), hint: 'With commas between.', suggestions: labelSuggestions(fields.labels) })}
      </div>
      ${id === null ? nothing : historySection(id)}
      <div class="dialog__actions">
        <span class="editor__hint">Markdown works in the description. <kbd>Ctrl</kbd> <kbd>Enter</kbd> saves.</span>
        ${id === null ? nothing : html`<button class="button" type="button" @click=${duplicateSaved}>Duplicate</button>`}
        ${recurs && isOpen(fields.status) ? html`<button class="button" type="button" title="Cancel this one and go on with the next" @click=${skipSaved}>Skip</button>` : nothing}
        <button class="button" type="button" @click=${discard}>Cancel</button>
        <button class="button" data-kind="primary" type="submit" aria-disabled=${saving || loading}>Save</button>
      </div>
    </form>
  `;
}

/**
 * What was written so far can be had back: discarding offers it.
 * @param {import('../task.js').Task} task
 */
function openOther(task) {
  discard();
  void openExisting(task);
}

/** Somebody else's task stays in its project: theirs are not known here. */
function placeChoices() {
  const { author, owner, saved, fields } = editor.state;
  if (owner !== null && owner !== author) return [{ value: saved.project, label: saved.project ? `Project ${saved.project} of its owner` : 'Inbox' }];
  const current = fields.project || saved.project;
  return projectChoices(current ? Number(current) : null);
}

/**
 * What is written already, with each label that is not in it.
 * @param {string} written
 */
function labelSuggestions(written) {
  const before = written.slice(0, written.lastIndexOf(',') + 1);
  const chosen = labelNames(before).map((name) => name.toLowerCase());
  return projects.state.labels.filter(({ name }) => !chosen.includes(name.toLowerCase())).map(({ name }) => `${before}${before && ' '}${name}`);
}

/** @param {string} status */
const isOpen = (status) => status === 'pending' || status === 'in_progress';

/** @param {string} due as written */
const dueHint = (due) => clockChangeHint(due) ?? (due && !due.includes('T') ? 'Without one: all day.' : undefined);

/** @param {FieldName} name */
const field = (name) => ({
  id: `task-${name.replace('_', '-')}`,
  label: labels[name],
  value: editor.state.fields[name],
  errors: editor.state.errors[name],
  onInput: (/** @type {string} */ value) => write(name, value),
});

/**
 * @param {string} name
 * @param {string} value
 */
function shownValue(name, value) {
  if (name === 'due_date') return value && describeDueInFull(fromDue(value));
  if (name === 'start_on') return value && describeDateInFull(value);
  if (name === 'project') return projectName(value ? Number(value) : null);
  if (name === 'parent') return value ? 'Subtask' : 'None';
  return [...statuses, ...priorities].find((one) => (name === 'status' || name === 'priority') && one.value === value)?.label ?? value;
}

const onPreview = () => preview.set({ shown: !preview.state.shown });

/** @param {KeyboardEvent} event */
function onKeyDown(event) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void onSubmit(event);
}

/** @param {Event} event */
async function onSubmit(event) {
  event.preventDefault();
  const form = /** @type {HTMLElement} */ (event.currentTarget);
  // Half a date or time reads as none; saving would throw away what is there.
  const half = form.querySelector('input:invalid:is([type="date"], [type="time"])');
  if (half) {
    refuse(half.id === 'task-start-on' ? { start_on: ['Enter a whole date, or clear it.'] } : { due_date: ['Enter a whole date, with or without a time, or clear both.'] });
    return focusFirstInvalid('.editor');
  }
  const { recurrence } = editor.state.fields;
  if (recurrence && recurrence !== editor.state.saved.recurrence && !readRecurrence(recurrence)) {
    refuse({ recurrence: ['Write it like “every Monday”, “every 2 weeks” or “every month on the 15th”.'] });
    return focusFirstInvalid('.editor');
  }
  return (await save()) ? undefined : focusFirstInvalid('.editor');
}
