// @ts-check
// Drags by mouse, pen and touch: into a column, onto a day or a project, between two rows or cards. Columns draw only what is seen, so that libraries that sort elements
// have nothing to hold on to there.

const MOVED_PX = 5;
const PRESS_MS = 280;
const EDGE_PX = 48;
/** So far from the pointer that what is under it can be read. */
const BESIDE_PX = 12;
/** At the very edge; less the further from it. */
const SCROLL_PX_PER_S = 480;
/** After a pause the scroll does not catch up. */
const MAX_STEP_S = 0.05;

/**
 * @typedef {object} DragHandlers
 * @property {string} card selector of what is dragged
 * @property {string} zone selector of what it is dropped into, anywhere on the page
 * @property {string} [except] selector of what in a card is for something else
 * @property {boolean} [byTouch] false where a finger does something else
 * @property {'x' | 'y'} scrolls at its edges: x the element itself, y the page
 * @property {(card: HTMLElement) => HTMLElement | string} ghost what follows the pointer from where the card is; a text, beside the pointer
 * @property {(card: HTMLElement) => void} onDragStart
 * @property {(zone: HTMLElement | null, at: { x: number, y: number }) => void} onDragOver
 * @property {() => void} onDrop
 * @property {() => void} onCancel
 */

/**
 * @typedef {object} Drag
 * @property {HTMLElement} card
 * @property {PointerEvent} last
 * @property {number} x where it began
 * @property {number} y
 * @property {HTMLElement | null} ghost what follows the pointer
 * @property {number} [frame]
 * @property {number} [scrolled] when it was scrolled last; undefined while it stands still
 * @property {ReturnType<typeof setTimeout>} [press]
 */

/**
 * @param {HTMLElement} board that the cards and the zones are in
 * @param {DragHandlers} handlers
 */
export function makeDraggable(board, handlers) {
  /** @type {Drag | null} */
  let drag = null;
  /** Whether the next click is only the end of a drag. */
  let swallows = false;

  board.addEventListener('pointerdown', (event) => {
    const target = /** @type {Element} */ (event.target);
    swallows = false;
    const card = target.closest(handlers.card);
    if (drag || event.button !== 0 || !event.isPrimary || !(card instanceof HTMLElement) || (handlers.except && target.closest(handlers.except))) return;
    if (handlers.byTouch === false && event.pointerType === 'touch') return;
    drag = { card, last: event, x: event.clientX, y: event.clientY, ghost: null };
    // A touch that moves at once scrolls; a long press starts the drag.
    if (event.pointerType === 'touch') drag.press = setTimeout(begin, PRESS_MS);
    for (const [name, listener] of listeners) window.addEventListener(name, listener, true);
  });
  board.addEventListener('touchmove', (event) => drag?.ghost && event.preventDefault(), { passive: false });
  board.addEventListener('contextmenu', (event) => drag && drag.last.pointerType === 'touch' && event.preventDefault());
  board.addEventListener('click', stopAfterDrop, true);

  const listeners = /** @type {[string, EventListener][]} */ ([
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', cancel],
    // Elements lose the focus too; only the window's loss ends the drag.
    ['blur', (event) => event.target === window && cancel()],
    ['keydown', (/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && drag?.ghost && (stop(event), cancel())],
  ]);

  /** @param {PointerEvent} event */
  function onMove(event) {
    if (!drag || event.pointerId !== drag.last.pointerId) return;
    // The end was somewhere else, such as in a menu of the system.
    if (event.pointerType !== 'touch' && event.buttons === 0) return cancel();
    drag.last = event;
    const moved = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > MOVED_PX;
    if (drag.ghost) drag.frame ??= requestAnimationFrame(follow);
    else if (moved && event.pointerType === 'touch') end();
    else if (moved) begin();
  }

  function begin() {
    if (!drag) return;
    const shown = handlers.ghost(drag.card);
    const ghost = typeof shown === 'string' ? Object.assign(document.createElement('div'), { className: 'drag-ghost', textContent: shown }) : shown;
    ghost.inert = true;
    ghost.setAttribute('aria-hidden', 'true');
    const { left, top, width } = typeof shown === 'string' ? { left: drag.x + BESIDE_PX, top: drag.y + BESIDE_PX, width: null } : drag.card.getBoundingClientRect();
    Object.assign(ghost.style, { left: `${left}px`, top: `${top}px`, ...(width !== null && { width: `${width}px` }) });
    // Nothing around it clips it or lies above it.
    (board.closest('dialog') ?? document.body).append(ghost);
    drag.ghost = ghost;
    document.documentElement.toggleAttribute('data-dragging', true);
    getSelection()?.removeAllRanges();
    handlers.onDragStart(drag.card);
    // A fast pointer is already elsewhere: it began where it went down.
    look(drag.x, drag.y);
    follow();
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  function look(x, y) {
    const under = document.elementFromPoint(x, y);
    const zone = under?.closest(handlers.zone);
    // Between two of them the one before stays chosen.
    if (under !== board) handlers.onDragOver(zone instanceof HTMLElement ? zone : null, { x, y });
    return under?.closest('[data-scrolls], dialog') ?? null;
  }

  function follow() {
    if (!drag?.ghost) return;
    const { clientX, clientY } = drag.last;
    drag.frame = undefined;
    const now = performance.now();
    const seconds = Math.min(MAX_STEP_S, (now - (drag.scrolled ?? now)) / 1_000);
    drag.ghost.style.translate = `${clientX - drag.x}px ${clientY - drag.y}px`;
    const side = look(clientX, clientY);
    // At the edge what is out of sight comes in.
    const [depth, scroller] = edgeAt(clientX, clientY, side);
    const sideways = scroller === board && handlers.scrolls === 'x';
    const [place, end] = sideways ? [scroller.scrollLeft, scroller.scrollWidth - scroller.clientWidth] : [scroller.scrollTop, scroller.scrollHeight - scroller.clientHeight];
    const canScroll = depth < 0 ? place > 0 : depth > 0 && place < end - 1;
    drag.scrolled = canScroll ? now : undefined;
    if (!canScroll) return;
    // By elapsed time, because frame rates differ.
    const by = Math.max(-1, Math.min(1, depth / EDGE_PX)) * SCROLL_PX_PER_S * seconds;
    scroller.scrollBy({ [sideways ? 'left' : 'top']: by, behavior: 'instant' });
    drag.frame = requestAnimationFrame(follow);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {Element | null} side what scrolls by itself under the pointer
   * @returns {[depth: number, scroller: Element]} how far it is in the edge of what scrolls there
   */
  function edgeAt(x, y, side) {
    if (side) {
      const { top, bottom } = side.getBoundingClientRect();
      const depth = beyond(y, Math.max(0, top), Math.min(innerHeight, bottom));
      const room = depth < 0 ? side.scrollTop > 0 : depth > 0 && side.scrollTop < side.scrollHeight - side.clientHeight - 1;
      if (room || !board.contains(side)) return [depth, side];
    }
    const { left, right } = board.getBoundingClientRect();
    return handlers.scrolls === 'x' ? [beyond(x, left, right), board] : [beyond(y, 0, innerHeight), page()];
  }

  /** @param {PointerEvent} event */
  function onUp(event) {
    if (!drag || event.pointerId !== drag.last.pointerId) return;
    drag.last = event;
    if (!drag.ghost) return end();
    follow();
    swallows = true;
    setTimeout(() => (swallows = false));
    end();
    handlers.onDrop();
  }

  function cancel() {
    const dragged = drag?.ghost;
    end();
    if (!dragged) return;
    // The button is still down.
    swallows = true;
    handlers.onCancel();
  }

  function end() {
    if (!drag) return;
    clearTimeout(drag.press);
    if (drag.frame !== undefined) cancelAnimationFrame(drag.frame);
    drag.ghost?.remove();
    drag = null;
    document.documentElement.removeAttribute('data-dragging');
    for (const [name, listener] of listeners) window.removeEventListener(name, listener, true);
  }

  /** @param {Event} event letting go of a card is no click on it */
  function stopAfterDrop(event) {
    // A key has no place where it was let go.
    if (swallows && /** @type {MouseEvent} */ (event).detail > 0) stop(event);
    swallows = false;
  }
}

const page = () => document.scrollingElement ?? document.documentElement;

/**
 * @param {number} at
 * @param {number} start
 * @param {number} end
 * @returns {number} how far it is in the edge: negative at the start
 */
const beyond = (at, start, end) => Math.max(0, at - (end - EDGE_PX)) - Math.max(0, start + EDGE_PX - at);

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}
