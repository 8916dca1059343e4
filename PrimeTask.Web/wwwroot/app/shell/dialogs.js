// @ts-check
// The dialogs: loaded after the first view, or when the first of them opens.
import { html } from '../../lib/lit-html/lit-html.js';
import * as palette from '../../features/palette/paletteView.js';
import { preview, taskEditor } from '../../features/tasks/editor/editorView.js';
import { history } from '../../features/tasks/editor/history.js';
import { markdown } from '../../features/tasks/editor/markdown.js';
import { nameDialogView } from '../../features/tasks/projects/nameDialogView.js';
import { parent } from '../../features/tasks/subtasks/parentNote.js';
import * as subtasks from '../../features/tasks/subtasks/subtasksView.js';
import { sheet } from '../../features/tasks/projects/sheet.js';
import { viewDialogView } from '../../features/tasks/views/viewDialogView.js';
import { commands } from './commands.js';
import { confirmDialog } from './confirmDialog.js';
import { helpDialog } from './helpDialog.js';

export const stores = [preview, markdown, history, parent, ...subtasks.stores, ...palette.stores];

/** @param {Parameters<typeof helpDialog>[0]} shortcuts */
export const dialogs = (shortcuts) => html`${sheet()} ${palette.paletteView(commands)} ${nameDialogView()} ${viewDialogView()} ${taskEditor()} ${confirmDialog()} ${helpDialog(shortcuts)}`;
