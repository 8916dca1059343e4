// @ts-check
// The board by keyboard: arrows go from card to card, Space takes and drops one.
import { besideOf } from '../beside.js';
import { duplicate, setDone } from '../edits.js';
import { openTask } from '../openTask.js';
import { board, isByHand, move } from './board.js';
import { currentCard, focusCard, stepAcross, stepInColumn } from './boardFocus.js';
import { cancelDrag, dragOverNext, dropCard, interaction, startDrag } from './boardInteraction.js';
import { openMenu } from './boardMenu.js';

/** @type {Record<string, () => unknown>} */
const whileDragging = {
  ArrowRight: () => dragOverNext(1),
  ArrowLeft: () => dragOverNext(-1),
  ArrowDown: () => {},
  ArrowUp: () => {},
  Tab: () => {},
  ' ': drop,
  Enter: drop,
  Escape: cancelDrag,
};

/** @type {Record<string, () => unknown>} */
const onCard = {
  ArrowDown: () => stepInColumn(1),
  ArrowUp: () => stepInColumn(-1),
  PageDown: () => stepInColumn(5),
  PageUp: () => stepInColumn(-5),
  Home: () => stepInColumn(-Infinity),
  End: () => stepInColumn(Infinity),
  ArrowRight: () => stepAcross(1),
  ArrowLeft: () => stepAcross(-1),
  ' ': () => {
    const at = currentCard();
    if (at) startDrag(at.task, true);
  },
};

/** @param {KeyboardEvent} event on the board */
export function onBoardKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !isCard(event.target)) return;
  const dragged = interaction.state.dragged && interaction.state.byKeyboard;
  const act = (dragged ? whileDragging : onCard)[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** @param {KeyboardEvent} event a button is clicked when Space comes up */
export function onBoardKeyUp(event) {
  if (event.key === ' ' && isCard(event.target)) event.preventDefault();
}

/** @param {EventTarget | null} target */
const isCard = (target) => target instanceof Element && target.matches('.board-card__open');

async function drop() {
  const { dragged } = interaction.state;
  const saved = dropCard();
  if (dragged) await keepFocus(dragged.id, saved);
}

/**
 * @param {number} id
 * @param {Promise<void> | undefined} saved
 */
async function keepFocus(id, saved) {
  await focusCard(id);
  // A refused move takes the card back, and the focus with it.
  await saved;
  if (document.activeElement === document.body) await focusCard(id);
}

/** @param {(at: NonNullable<ReturnType<typeof currentCard>>) => unknown} act */
const withCard = (act) => () => {
  const at = currentCard();
  if (at) void act(at);
};

/** @param {number} step 1: down; -1: up */
const moveInColumn = (step) =>
  withCard(({ task, status, row }) => {
    const { tasks, count } = board.state[status];
    const beside = tasks?.[row + step];
    if (!beside || !isByHand()) return undefined;
    const saved = move(task, status, besideOf(beside.id, step > 0));
    interaction.set({ announcement: `“${task.title}” is number ${row + step + 1} of ${count}.` });
    return keepFocus(task.id, saved);
  });

/** @type {readonly import('../../../app/keys.js').Shortcut[]} */
export const shortcuts = [
  { key: 'j', label: 'Next card', run: () => stepInColumn(1) },
  { key: 'k', label: 'Previous card', run: () => stepInColumn(-1) },
  { key: 'l', label: 'Column to the right', run: () => stepAcross(1) },
  { key: 'h', label: 'Column to the left', run: () => stepAcross(-1) },
  { key: ' ', label: 'Lift the card; then ← and →, Space to drop, Escape to cancel', run: onCard[' '] },
  { key: 'ArrowUp', alt: true, label: 'Move up, where the order is by hand', run: moveInColumn(-1) },
  { key: 'ArrowDown', alt: true, label: 'Move down, where the order is by hand', run: moveInColumn(1) },
  { key: 'm', label: 'Move the card to…', run: withCard(({ task }) => openMenu(task)) },
  { key: 'e', label: 'Open the task', run: withCard(({ task }) => openTask(task)) },
  { key: 'd', label: 'Duplicate the card', run: withCard(({ task }) => duplicate(task)) },
  { key: 'x', label: 'Complete or reopen the card', run: withCard(({ task }) => (task.status === 'completed' ? setDone([task], false) : move(task, 'completed')).then(() => focusCard(task.id))) },
];
