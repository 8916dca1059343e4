// @ts-check
import { html } from 'lit-html';
import { labelOf } from '../../ui/choices.js';
import { dataTable } from '../../ui/dataTable.js';
import { describeInFull } from '../../ui/dates.js';
import { choice } from '../../ui/filters.js';
import { adminPage, isAdmin, listPanel, preventSubmit } from './adminPage.js';
import { events } from './api.js';
import * as state from './audit.js';
import { timeField, userField } from './filterFields.js';
import { nameOf, userNames } from './userNames.js';

/** @typedef {import('./api.js').AuditEntry} AuditEntry */

const { actor, audit, subject } = state;

export const stores = [audit.store, actor.store, subject.store, userNames];
export const enter = () => (isAdmin() ? state.enter() : undefined);
export const { leave } = state;

export const view = () => adminPage('Audit log', () => html`
  <form class="filters" role="search" aria-label="Audit log" @submit=${preventSubmit}>
    ${choice('Filter by event', [{ value: '', label: 'Any event' }, ...events], audit.valueOf('event'), (event) => audit.change({ event }))}
    ${userField({ id: 'actor', label: 'Done by', value: actor.shown(), ...actor.store.state, onInput: actor.write, onChoose: actor.choose })}
    ${userField({ id: 'subject', label: 'Account', value: subject.shown(), ...subject.store.state, onInput: subject.write, onChoose: subject.choose })}
    ${timeField({ id: 'after', label: 'After', value: state.timeOf('after'), onChange: (value) => state.changeTime('after', value) })}
    ${timeField({ id: 'before', label: 'Before', value: state.timeOf('before'), onChange: (value) => state.changeTime('before', value) })}
  </form>
  ${listPanel({ list: audit, nouns: ['event', 'events'], table })}
`);

/** @param {AuditEntry[]} items */
const table = (items) =>
  dataTable({
    label: 'Audit log',
    columns,
    items,
    busy: audit.store.state.loading,
    ordering: audit.ordering(),
    onOrder: (ordering) => audit.change({ ordering }),
  });

const worrying = new Set(['sign_in_refused', 'sign_in_limited', 'permission_denied', 'refresh_replayed', 'deactivated', 'deleted']);

/** The server's own id, which no caller can choose; the trace is told beside it. @param {AuditEntry} entry */
function request({ span_id: span, request_id: trace }) {
  const title = [span && `Span ${span}`, trace && `trace ${trace}`].filter(Boolean).join(', ');
  return html`<span class="data__code" title=${title}>${span ?? (trace ? `${trace.slice(0, 8)}…` : '–')}</span>`;
}

/** @type {import('../../ui/dataTable.js').Column<AuditEntry>[]} */
const columns = [
  {
    label: 'Event',
    kind: 'main',
    cell: ({ event }) => html`<span class="tag" data-tone=${worrying.has(event) ? 'bad' : 'plain'}>${labelOf(events, event)}</span>`,
  },
  { label: 'Account', cell: ({ subject: id }) => account(id, 'subject', 'no such account') },
  { label: 'Done by', cell: ({ actor: id }) => account(id, 'actor', 'nobody signed in') },
  { label: 'Time', sort: 'at', cell: ({ at }) => html`<time datetime=${at}>${describeInFull(at)}</time>` },
  { label: 'Address', cell: ({ ip_address: address }) => html`<span class="data__code">${address ?? '–'}</span>` },
  { label: 'Request', cell: request },
];

/**
 * @param {number | null} id
 * @param {'actor' | 'subject'} filter
 * @param {string} none
 */
function account(id, filter, none) {
  if (id === null) return html`<span class="data__none">${none}</span>`;
  const address = `/admin/audit?${filter}=${id}`;
  return html`<a class="data__text" href=${address}><bdi>${nameOf(id)}</bdi></a>`;
}
