// @ts-check
// A row under a finger: swiped to the right it is completed, to the left it gets another day; held, it is selected.

const MOVED_PX = 12;
const HOLD_MS = 500;
/** What rests longer before it moves is dragged, where rows can be. */
const SWIPE_MS = 250;
/** A click comes at most so long after the finger has left. */
const CLICK_MS = 350;
/** How far a swipe has to go, and the part of the row that is enough. */
const ENOUGH_PX = 96;
const ENOUGH = 0.3;

/** Whether there is nothing finer than a finger to point with. */
export const isTouch = () => matchMedia('(hover: none)').matches;

/**
 * @typedef {object} TouchHandlers
 * @property {(id: number) => unknown} onComplete
 * @property {(id: number) => unknown} onSchedule
 * @property {(id: number) => unknown} onHold
 */

/**
 * @typedef {object} Touch
 * @property {HTMLElement} row
 * @property {number} pointerId
 * @property {number} x where it began
 * @property {number} y
 * @property {number} since
 * @property {number} by how far the row has been swiped: to the left is negative
 * @property {ReturnType<typeof setTimeout> | undefined} hold undefined where a row that is held is dragged
 */

/** @type {WeakSet<Element>} */
const followed = new WeakSet();

/**
 * @param {Element | undefined} rows
 * @param {TouchHandlers} handlers
 */
export function followTouches(rows, { onComplete, onSchedule, onHold }) {
  if (!(rows instanceof HTMLElement) || followed.has(rows)) return;
  followed.add(rows);
  /** @type {Touch | null} */
  let touch = null;
  let held = false;

  rows.addEventListener('pointerdown', (event) => {
    const target = /** @type {Element} */ (event.target);
    const row = target.closest('[data-task]');
    held = false;
    if (event.pointerType !== 'touch' || !event.isPrimary || !(row instanceof HTMLElement) || target.closest('.cell-edit')) return;
    touch = { row, pointerId: event.pointerId, x: event.clientX, y: event.clientY, since: event.timeStamp, by: 0, hold: row.closest('[data-drags]') ? undefined : setTimeout(hold, HOLD_MS) };
  });
  rows.addEventListener('pointermove', (event) => {
    if (!touch || event.pointerId !== touch.pointerId) return;
    const [x, y] = [event.clientX - touch.x, event.clientY - touch.y];
    if (touch.by === 0) {
      if (Math.hypot(x, y) < MOVED_PX) return;
      if (Math.abs(y) > Math.abs(x) || event.timeStamp - touch.since > SWIPE_MS) return void end();
      clearTimeout(touch.hold);
    }
    // From where it is seen to move, so that it does not jump.
    touch.by = x - Math.sign(x) * MOVED_PX || Math.sign(x);
    const { row, by } = touch;
    row.setPointerCapture(event.pointerId);
    row.style.setProperty('--swipe', `${by}px`);
    row.dataset.swipe = by > 0 ? 'complete' : 'schedule';
    row.toggleAttribute('data-enough', isEnough(touch));
  });
  rows.addEventListener('pointerup', (event) => {
    if (!touch || event.pointerId !== touch.pointerId) return;
    const { row, by } = touch;
    const enough = isEnough(touch);
    end();
    if (enough) (by > 0 ? onComplete : onSchedule)(Number(row.dataset.task));
  });
  rows.addEventListener('pointercancel', end);
  rows.addEventListener('contextmenu', (event) => (touch || held) && event.preventDefault());

  function hold() {
    if (!touch) return;
    held = true;
    const id = Number(touch.row.dataset.task);
    end();
    ignoreNextClick();
    onHold(id);
  }

  function end() {
    if (!touch) return;
    const { row } = touch;
    clearTimeout(touch.hold);
    row.style.removeProperty('--swipe');
    delete row.dataset.swipe;
    row.removeAttribute('data-enough');
    touch = null;
  }
}

/** @param {Touch} touch */
const isEnough = ({ row, by }) => Math.abs(by) > Math.min(ENOUGH_PX, ENOUGH * row.offsetWidth);

/** Letting go of a row that was held is no click, neither on it nor on what stands in its place by then. */
function ignoreNextClick() {
  const until = new AbortController();
  const over = () => until.abort();
  const options = { capture: true, signal: until.signal };
  document.addEventListener('click', stop, options);
  for (const event of ['pointerup', 'pointercancel']) document.addEventListener(event, () => setTimeout(over, CLICK_MS), options);
  for (const event of ['pointerdown', 'keydown']) document.addEventListener(event, over, options);
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}
