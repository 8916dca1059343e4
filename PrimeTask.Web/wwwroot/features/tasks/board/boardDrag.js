// @ts-check
// Drags cards by mouse, pen and touch. The columns are sorted and draw only what is seen, so a card is dropped into a column and not between two cards:
// libraries that sort elements have nothing to hold on to here.

const MOVED_PX = 5;
const PRESS_MS = 280;
const EDGE_PX = 48;
/** At the very edge; less the further from it. */
const SCROLL_PX_PER_S = 480;
/** After a pause the scroll does not catch up. */
const MAX_STEP_S = 0.05;

/**
 * @typedef {object} DragHandlers
 * @property {(card: HTMLElement) => void} onDragStart
 * @property {(column: HTMLElement | null) => void} onDragOver
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
 * @property {number} [scrolled] when the board was scrolled last; undefined while it stands still
 * @property {ReturnType<typeof setTimeout>} [press]
 */

/**
 * @param {HTMLElement} board
 * @param {DragHandlers} handlers
 */
export function dragCards(board, handlers) {
  /** @type {Drag | null} */
  let drag = null;
  let dropped = false;

  board.addEventListener('pointerdown', (event) => {
    const target = /** @type {Element} */ (event.target);
    const card = target.closest('.board-card');
    if (drag || event.button !== 0 || !event.isPrimary || !(card instanceof HTMLElement) || target.closest('.board-card__move')) return;
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
    drag.last = event;
    const moved = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > MOVED_PX;
    if (drag.ghost) drag.frame ??= requestAnimationFrame(follow);
    else if (moved && event.pointerType === 'touch') end();
    else if (moved) begin();
  }

  function begin() {
    if (!drag) return;
    const { left, top, width } = drag.card.getBoundingClientRect();
    const ghost = /** @type {HTMLElement} */ (drag.card.cloneNode(true));
    ghost.className = 'board-card board-card--ghost';
    ghost.inert = true;
    ghost.setAttribute('aria-hidden', 'true');
    ghost.removeAttribute('data-card');
    ghost.removeAttribute('style');
    Object.assign(ghost.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
    board.append(ghost);
    drag.ghost = ghost;
    handlers.onDragStart(drag.card);
    follow();
  }

  function follow() {
    if (!drag?.ghost) return;
    const { clientX, clientY } = drag.last;
    drag.frame = undefined;
    const now = performance.now();
    const seconds = Math.min(MAX_STEP_S, (now - (drag.scrolled ?? now)) / 1_000);
    drag.ghost.style.translate = `${clientX - drag.x}px ${clientY - drag.y}px`;
    const under = document.elementFromPoint(clientX, clientY);
    const column = under?.closest('[data-column]');
    // Between two columns the one before stays chosen.
    if (under !== board) handlers.onDragOver(column instanceof HTMLElement ? column : null);
    // At the edge the columns that are out of sight come in.
    const { left, right } = board.getBoundingClientRect();
    const depth = Math.max(0, clientX - (right - EDGE_PX)) - Math.max(0, left + EDGE_PX - clientX);
    const canScroll = depth < 0 ? board.scrollLeft > 0 : depth > 0 && board.scrollLeft < board.scrollWidth - board.clientWidth - 1;
    drag.scrolled = canScroll ? now : undefined;
    if (!canScroll) return;
    // By elapsed time, because frame rates differ.
    board.scrollLeft += Math.max(-1, Math.min(1, depth / EDGE_PX)) * SCROLL_PX_PER_S * seconds;
    drag.frame = requestAnimationFrame(follow);
  }

  /** @param {PointerEvent} event */
  function onUp(event) {
    if (!drag || event.pointerId !== drag.last.pointerId) return;
    drag.last = event;
    if (!drag.ghost) return end();
    follow();
    dropped = true;
    setTimeout(() => (dropped = false));
    end();
    handlers.onDrop();
  }

  function cancel() {
    const dragged = drag?.ghost;
    end();
    if (dragged) handlers.onCancel();
  }

  function end() {
    if (!drag) return;
    clearTimeout(drag.press);
    if (drag.frame !== undefined) cancelAnimationFrame(drag.frame);
    drag.ghost?.remove();
    drag = null;
    for (const [name, listener] of listeners) window.removeEventListener(name, listener, true);
  }

  /** @param {Event} event letting go of a card is no click on it */
  function stopAfterDrop(event) {
    if (dropped) stop(event);
  }
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}
