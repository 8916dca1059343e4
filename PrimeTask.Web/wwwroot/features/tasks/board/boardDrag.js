// @ts-check
// Drags cards by mouse, pen and touch. The columns are sorted and draw only what is seen, so a card is dropped into a column and not between two cards:
// libraries that sort elements have nothing to hold on to here.

const MOVED_PX = 5;
const PRESS_MS = 280;
const EDGE_PX = 48;
/** At the very edge; less the further from it. */
const SCROLL_PX_PER_S = 480;
/** A page that stood still does not make up for it. */
const LONGEST_STEP_S = 0.05;

/**
 * @typedef {object} DragHandlers
 * @property {(card: HTMLElement) => void} onLift
 * @property {(column: HTMLElement | null) => void} onOver
 * @property {() => void} onDrop
 * @property {() => void} onCancel
 */

/**
 * @typedef {object} Hold
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
  /** @type {Hold | null} */
  let hold = null;
  let dropped = false;

  board.addEventListener('pointerdown', (event) => {
    const target = /** @type {Element} */ (event.target);
    const card = target.closest('.board-card');
    if (hold || event.button !== 0 || !event.isPrimary || !(card instanceof HTMLElement) || target.closest('.board-card__move')) return;
    hold = { card, last: event, x: event.clientX, y: event.clientY, ghost: null };
    // A finger that moves at once scrolls; one that rests takes the card.
    if (event.pointerType === 'touch') hold.press = setTimeout(take, PRESS_MS);
    for (const [name, listener] of listeners) window.addEventListener(name, listener, true);
  });
  board.addEventListener('touchmove', (event) => hold?.ghost && event.preventDefault(), { passive: false });
  board.addEventListener('contextmenu', (event) => hold && hold.last.pointerType === 'touch' && event.preventDefault());
  board.addEventListener('click', stopAfterDrop, true);

  const listeners = /** @type {[string, EventListener][]} */ ([
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', cancel],
    // Elements lose the focus too; only the window's loss ends the drag.
    ['blur', (event) => event.target === window && cancel()],
    ['keydown', (/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && hold?.ghost && (stop(event), cancel())],
  ]);

  /** @param {PointerEvent} event */
  function onMove(event) {
    if (!hold || event.pointerId !== hold.last.pointerId) return;
    hold.last = event;
    const moved = Math.hypot(event.clientX - hold.x, event.clientY - hold.y) > MOVED_PX;
    if (hold.ghost) hold.frame ??= requestAnimationFrame(follow);
    else if (moved && event.pointerType === 'touch') release();
    else if (moved) take();
  }

  function take() {
    if (!hold) return;
    const { left, top, width } = hold.card.getBoundingClientRect();
    const ghost = /** @type {HTMLElement} */ (hold.card.cloneNode(true));
    ghost.className = 'board-card board-card--ghost';
    ghost.inert = true;
    ghost.setAttribute('aria-hidden', 'true');
    ghost.removeAttribute('data-card');
    ghost.removeAttribute('style');
    Object.assign(ghost.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
    board.append(ghost);
    hold.ghost = ghost;
    handlers.onLift(hold.card);
    follow();
  }

  function follow() {
    if (!hold?.ghost) return;
    const { clientX, clientY } = hold.last;
    hold.frame = undefined;
    const now = performance.now();
    const seconds = Math.min(LONGEST_STEP_S, (now - (hold.scrolled ?? now)) / 1_000);
    hold.ghost.style.translate = `${clientX - hold.x}px ${clientY - hold.y}px`;
    const under = document.elementFromPoint(clientX, clientY);
    const column = under?.closest('[data-column]');
    // Between two columns the one before stays chosen.
    if (under !== board) handlers.onOver(column instanceof HTMLElement ? column : null);
    // At the edge the columns that are out of sight come in.
    const { left, right } = board.getBoundingClientRect();
    const depth = Math.max(0, clientX - (right - EDGE_PX)) - Math.max(0, left + EDGE_PX - clientX);
    const canScroll = depth < 0 ? board.scrollLeft > 0 : depth > 0 && board.scrollLeft < board.scrollWidth - board.clientWidth - 1;
    hold.scrolled = canScroll ? now : undefined;
    if (!canScroll) return;
    // By the time that has passed: screens draw 60 times a second, or 120.
    board.scrollLeft += Math.max(-1, Math.min(1, depth / EDGE_PX)) * SCROLL_PX_PER_S * seconds;
    hold.frame = requestAnimationFrame(follow);
  }

  /** @param {PointerEvent} event */
  function onUp(event) {
    if (!hold || event.pointerId !== hold.last.pointerId) return;
    hold.last = event;
    if (!hold.ghost) return release();
    follow();
    dropped = true;
    setTimeout(() => (dropped = false));
    release();
    handlers.onDrop();
  }

  function cancel() {
    const lifted = hold?.ghost;
    release();
    if (lifted) handlers.onCancel();
  }

  function release() {
    if (!hold) return;
    clearTimeout(hold.press);
    if (hold.frame !== undefined) cancelAnimationFrame(hold.frame);
    hold.ghost?.remove();
    hold = null;
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
