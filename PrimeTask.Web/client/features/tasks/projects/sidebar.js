// @ts-check
// The way to the person's lists: at the side where the window is wide, else in a sheet.
import { html, nothing } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { route } from '../../../app/router.js';
import { session } from '../../../app/session.js';
import { numberText } from '../../../ui/counts.js';
import { find, drawn } from '../../../ui/focus.js';
import { icon } from '../../../ui/icon.js';
import { popupMenu } from '../../../ui/popupMenu.js';
import { INBOX, LIST, isSamePlace, listAddress, placeOf, projectAddress } from '../place.js';
import { makeDraggable } from '../drag.js';
import { archive, deleteLabel, deleteProject, moveProject, moveProjectBeside } from './actions.js';
import { mark } from './dropPlace.js';
import { dot, labelMark } from './marks.js';
import { openNameDialog } from './nameDialog.js';
import { neighbour } from './projectOrder.js';
import { inboxCount, projects, refresh } from './projects.js';
import { closeSheet, sidebarState, wide } from './sidebarState.js';
import * as viewActions from '../views/actions.js';
import { viewAddress } from '../views/viewAddress.js';
import { currentView, openViewDialog, refresh as refreshViews, shownNow, views } from '../views/views.js';

/** @typedef {import('./api.js').Project} Project */
/** @typedef {import('./api.js').Label} Label */
/** @typedef {import('./sidebarState.js').Item} Item */

/** More labels than these are folded. */
const MOST_LABELS = 7;

export const stores = [projects, views, sidebarState];

/** Beside the page; its room is there from the first paint. */
export const sidebar = () => html`<div class="sidebar" data-scrolls>${wide.matches ? sidebarContent() : nothing}</div>`;

export const sidebarContent = () => html`
  <nav class="places" aria-label="Lists" @click=${onClick} ${ref(follow)}>
    <ul>
      ${place({ href: '/today', current: route.state.path === '/today', mark: icon('today'), name: 'Today', count: projects.state.counts.today })}
      ${place({ href: '/upcoming', current: route.state.path === '/upcoming', mark: icon('upcoming'), name: 'Upcoming', count: 0 })}
      ${place({ href: '/calendar', current: route.state.path === '/calendar', mark: icon('calendar'), name: 'Calendar', count: 0 })}
      ${place({ href: listAddress({ project: INBOX }), current: isShown({ project: INBOX }), mark: icon('inbox'), name: 'Inbox', count: inboxCount(), drops: '' })}
    </ul>
    ${projectsPart()} ${viewsPart()} ${labelsPart()}
  </nav>
  ${menu()}
`;

function projectsPart() {
  const { projects: all, problem } = projects.state;
  const archived = all?.filter((project) => project.archived) ?? [];
  return html`
    <section aria-labelledby="places-projects">
      <div class="places__head">
        <h2 class="places__title" id="places-projects">Projects</h2>
        <button class="icon-button" type="button" aria-label="Add a project" title="Add a project" ?disabled=${!session.state.user} @click=${() => choose(() => openNameDialog(null))}>${icon('plus')}</button>
      </div>
      ${all ? projectList(all.filter((project) => !project.archived)) : problem ? nothing : loading()}
      <div role="status">${problem ? html`<p class="places__note">${all ? 'These may be out of date.' : problem} <button class="link-button" type="button" @click=${refresh}>Try again</button></p>` : nothing}</div>
      ${archived.length > 0
        ? html`<details class="places__fold">
            <summary>Archived <span class="places__sum">${numberText(archived.length)}</span></summary>
            ${projectList(archived)}
          </details>`
        : nothing}
    </section>
  `;
}

const loading = () => html`
  <p class="visually-hidden" role="status">Loading projects…</p>
  <div class="places__loading" aria-hidden="true"><span></span><span></span><span></span></div>
`;

/** @param {readonly Project[]} shown */
const projectList = (shown) =>
  shown.length === 0
    ? html`<p class="places__note">Projects keep tasks together that belong together.</p>`
    : html`<ul>
        ${repeat(
          shown,
          ({ id }) => id,
          (project) =>
            place({
              href: projectAddress(project.id),
              current: isShown({ project: String(project.id) }),
              mark: dot(project.color),
              name: project.name,
              count: project.open_tasks_count,
              item: { kind: 'project', key: String(project.id) },
              drops: project.archived ? undefined : String(project.id),
              onKey: (event) => onMoveKey(event, { kind: 'project', key: String(project.id) }, (step) => moveProject(project, step)),
            }),
        )}
      </ul>`;

function viewsPart() {
  const { views: all, problem } = views.state;
  if (!problem && !all?.length) return nothing;
  const current = currentView();
  return html`
    <section aria-labelledby="places-views">
      <div class="places__head"><h2 class="places__title" id="places-views">Views</h2></div>
      <ul>
        ${repeat(
          all ?? [],
          ({ id }) => id,
          (view) =>
            place({
              href: viewAddress(view),
              current: view === current,
              mark: icon('bookmark'),
              name: view.name,
              count: 0,
              item: { kind: 'view', key: String(view.id) },
              onKey: (event) => onMoveKey(event, { kind: 'view', key: String(view.id) }, (step) => viewActions.moveView(view, step)),
            }),
        )}
      </ul>
      <div role="status">${problem ? html`<p class="places__note">${all ? 'These may be out of date.' : problem} <button class="link-button" type="button" @click=${refreshViews}>Try again</button></p>` : nothing}</div>
    </section>
  `;
}

function labelsPart() {
  const { labels } = projects.state;
  if (labels.length === 0) return nothing;
  return html`
    <details class="places__fold places__fold--part" ?open=${sidebarState.state.labels ?? labels.length <= MOST_LABELS} @toggle=${onFoldLabels}>
      <summary><h2 class="places__title">Labels</h2> <span class="places__sum">${numberText(labels.length)}</span></summary>
      <ul>
        ${repeat(
          labels,
          ({ name }) => name,
          ({ name, color, open_tasks_count: count }) =>
            place({ href: listAddress({ label: name }), current: isShown({ label: name }), mark: labelMark(color), name, count, item: { kind: 'label', key: name } }),
        )}
      </ul>
    </details>
  `;
}

/** @param {Event} event */
function onFoldLabels({ target }) {
  const { open } = /** @type {HTMLDetailsElement} */ (target);
  const { labels } = projects.state;
  if (open !== (sidebarState.state.labels ?? labels.length <= MOST_LABELS)) sidebarState.set({ labels: open });
}

/** @param {Partial<import('../place.js').Place>} place */
function isShown(place) {
  const { path, query } = route.state;
  return (path === LIST || path === '/board') && isSamePlace(placeOf(query), { project: '', label: '', ...place });
}

/**
 * @param {object} options
 * @param {string} options.href
 * @param {boolean} options.current
 * @param {unknown} options.mark
 * @param {string} options.name
 * @param {number} options.count of what is open there
 * @param {Item} [options.item] what its menu is for
 * @param {string} [options.drops] the project that tasks dropped on it come into; empty: the Inbox
 * @param {(event: KeyboardEvent) => void} [options.onKey]
 */
const place = ({ href, current, mark: symbol, name, count, item, drops, onKey }) => html`
  <li class="place" ?data-current=${current} data-place=${item ? placeKey(item) : nothing} data-drops=${drops ?? nothing}>
    <a class="place__link" href=${href} title=${name} aria-current=${current ? 'page' : nothing} draggable="false" data-closes @keydown=${onKey ?? nothing}>
      <span class="place__mark">${symbol}</span><span class="place__name"><bdi>${name}</bdi></span>
      ${count > 0 ? html`<span class="place__count">${numberText(count)}<span class="visually-hidden"> open</span></span>` : nothing}
    </a>
    ${item
      ? html`<button class="icon-button place__menu" type="button" aria-haspopup="menu" aria-label="Menu of ${name}" title="Menu" @click=${() => sidebarState.set({ menu: item })}>
          ${icon('more')}
        </button>`
      : nothing}
  </li>
`;

/** @type {WeakSet<Element>} */
const followed = new WeakSet();

/** Projects and views are dragged into another order, by mouse or pen. @param {Element} [places] */
function follow(places) {
  if (!(places instanceof HTMLElement) || followed.has(places)) return;
  followed.add(places);
  /** @type {HTMLElement | null} */
  let dragged = null;
  /** @type {(() => unknown) | null} */
  let drop = null;
  makeDraggable(places, {
    card: '[data-place]:not([data-place^="label "])',
    zone: '[data-place]',
    except: '.place__menu',
    byTouch: false,
    scrolls: 'y',
    ghost: (one) => one.querySelector('.place__name')?.textContent ?? '',
    onDragStart: (one) => (dragged = one),
    onDragOver(zone, { y }) {
      const { top = 0, height = 0 } = zone?.getBoundingClientRect() ?? {};
      const isAfter = y > top + height / 2;
      drop = zone && dragged && zone !== dragged ? moveBeside(dragged.dataset.place ?? '', zone.dataset.place ?? '', isAfter) : null;
      mark(drop ? zone : null, isAfter ? 'after' : 'before');
    },
    onDrop() {
      mark(null);
      drop?.();
    },
    onCancel: () => mark(null),
  });
}

/**
 * @param {string} from as in `placeKey`
 * @param {string} to
 * @param {boolean} isAfter
 * @returns {(() => unknown) | null} null where the one is not among the others
 */
function moveBeside(from, to, isAfter) {
  const [kind, id] = from.split(' ');
  const [kindThere, idThere] = to.split(' ');
  if (kind !== kindThere) return null;
  if (kind === 'view') return () => viewActions.moveViewBeside(Number(id), Number(idThere), isAfter);
  const [project, beside] = [id, idThere].map((one) => projects.state.projects?.find((other) => String(other.id) === one));
  return project && beside && project.archived === beside.archived ? () => moveProjectBeside(project, beside, isAfter) : null;
}

/** @param {Item} item */
const placeKey = ({ kind, key }) => `${kind} ${key}`;

/** @param {Item} item */
const selectorOf = (item) => `[data-place="${CSS.escape(placeKey(item))}"]`;

function menu() {
  const { menu: item } = sidebarState.state;
  const items = item?.kind === 'project' ? projectItems(Number(item.key)) : item?.kind === 'view' ? viewItems(Number(item.key)) : labelItems(item?.key);
  if (!item || items.length === 0) return nothing;
  return popupMenu({
    label: `Menu of the ${item.kind}`,
    anchor: `${selectorOf(item)} .place__menu`,
    items,
    onClose: ({ back }) => {
      if (sidebarState.state.menu !== item) return;
      sidebarState.set({ menu: null });
      if (back) void focusPlace(item, '.place__menu');
    },
  });
}

/** @param {number} id */
function projectItems(id) {
  const all = projects.state.projects ?? [];
  const project = all.find((one) => one.id === id);
  if (!project) return [];
  /** @param {number} step */
  const move = (step) => () => {
    sidebarState.set({ menu: null });
    void moveProject(project, step);
    void focusPlace({ kind: 'project', key: String(id) }, '.place__menu');
  };
  return [
    { label: html`${icon('edit')}Rename and colour…`, onClick: () => choose(() => openNameDialog(project)) },
    ...(neighbour(all, id, -1) ? [{ label: html`${icon('up')}Move up`, onClick: move(-1) }] : []),
    ...(neighbour(all, id, 1) ? [{ label: html`${icon('down')}Move down`, onClick: move(1) }] : []),
    { label: html`${icon('archive')}${project.archived ? 'Take out of the archive' : 'Archive'}`, onClick: () => choose(() => void archive(project, !project.archived)) },
    { label: html`${icon('trash')}Delete…`, onClick: () => choose(() => void deleteProject(project)) },
  ];
}

/** @param {number} id */
function viewItems(id) {
  const all = views.state.views ?? [];
  const at = all.findIndex((one) => one.id === id);
  const view = all[at];
  if (!view) return [];
  /** @param {number} step */
  const move = (step) => () => {
    sidebarState.set({ menu: null });
    void viewActions.moveView(view, step);
    void focusPlace({ kind: 'view', key: String(id) }, '.place__menu');
  };
  return [
    { label: html`${icon('edit')}Rename…`, onClick: () => choose(() => openViewDialog(view)) },
    ...(shownNow() && view !== currentView() ? [{ label: html`${icon('check')}Change to what is shown`, onClick: () => choose(() => void viewActions.changeToShown(view)) }] : []),
    ...(at > 0 ? [{ label: html`${icon('up')}Move up`, onClick: move(-1) }] : []),
    ...(at < all.length - 1 ? [{ label: html`${icon('down')}Move down`, onClick: move(1) }] : []),
    { label: html`${icon('trash')}Delete`, onClick: () => choose(() => void viewActions.deleteView(view)) },
  ];
}

/** @param {string} [name] */
function labelItems(name) {
  const label = projects.state.labels.find((one) => one.name === name);
  if (!label) return [];
  return [
    { label: html`${icon('edit')}Rename and colour…`, onClick: () => choose(() => openNameDialog(label)) },
    { label: html`${icon('trash')}Delete…`, onClick: () => choose(() => void deleteLabel(label)) },
  ];
}

/** The sheet is closed by a choice. @param {() => void} act */
function choose(act) {
  const { menu: item } = sidebarState.state;
  sidebarState.set({ menu: null, sheet: false });
  if (item && wide.matches) find(`${selectorOf(item)} .place__menu`)?.focus();
  act();
}

/** @param {Event} event */
function onClick({ target }) {
  if (target instanceof Element && target.closest('[data-closes]')) closeSheet();
}

/**
 * @param {KeyboardEvent} event
 * @param {Item} item
 * @param {(step: number) => Promise<unknown>} move
 */
function onMoveKey(event, item, move) {
  if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  void move(event.key === 'ArrowDown' ? 1 : -1);
  void focusPlace(item, '.place__link');
}

/**
 * @param {Item} item
 * @param {string} part selector
 */
async function focusPlace(item, part) {
  await drawn();
  find(`${selectorOf(item)} ${part}`)?.focus();
}
