// @ts-check
import { html } from 'lit-html';
import { textField } from '../../../ui/field.js';
import { LAST_DAY, joinDue } from '../dueDates.js';

/**
 * A day and, beside it, a time that can be left out.
 * @param {import('../../../ui/field.js').FieldOptions & { hint?: string }} options value: as `fromDue` reads it
 */
export function dueFields({ id, label, value, errors, onInput, hint }) {
  const [day, time = ''] = value.split('T');
  return html`
    ${textField({ id, label, errors, type: 'date', max: LAST_DAY, value: day, required: time !== '', onInput: (written) => onInput(joinDue(written, time)) })}
    ${textField({ id: `${id}-time`, label: 'Due time (optional)', type: 'time', value: time, onInput: (written) => onInput(joinDue(day, written)), hint })}
  `;
}
