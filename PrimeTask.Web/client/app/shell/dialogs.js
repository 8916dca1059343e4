// @ts-check
// The dialogs: loaded after the first view, or when the first of them opens.
import { html } from 'lit-html';
import * as palette from '../../features/palette/paletteView.js';
import * as newTask from '../../features/tasks/editor/editorView.js';
import { history } from '../../features/tasks/editor/history.js';
import * as panel from '../../features/tasks/editor/panelView.js';
import { nameDialogView } from '../../features/tasks/projects/nameDialogView.js';
import { parents } from '../../features/tasks/subtasks/parentNote.js';
import * as subtasks from '../../features/tasks/subtasks/subtasksView.js';
import { sheet } from '../../features/tasks/projects/sheet.js';
import { scheduleMenu, scheduling } from '../../features/tasks/scheduleMenu.js';
import { viewDialogView } from '../../features/tasks/views/viewDialogView.js';
import { commands } from './commands.js';
import { confirmDialog } from './confirmDialog.js';
import { helpDialog } from './helpDialog.js';

export const stores = [...newTask.stores, ...panel.stores, history, scheduling, parents, ...subtasks.stores, ...palette.stores];

/** In the page itself: it belongs to a task there. */
export const menu = scheduleMenu;

export const { panelContent, title: panelTitle, keys: panelKeys } = panel;

/** @param {Parameters<typeof helpDialog>[0]} shortcuts */
export const dialogs = (shortcuts) => html`${sheet()} ${palette.paletteView(commands)} ${nameDialogView()} ${viewDialogView()} ${newTask.taskEditor()} ${confirmDialog()} ${helpDialog(shortcuts)}`;
