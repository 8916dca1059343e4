// @ts-check
// The dialogs: fetched when the first of them opens, not with the first view.
import { html } from '../../lib/lit-html/lit-html.js';
import { markdown } from '../state/markdown.js';
import { confirmDialog } from './confirmDialog.js';
import { helpDialog } from './helpDialog.js';
import { preview, taskEditor } from './taskEditor.js';

export const stores = [preview, markdown];

/** @param {Parameters<typeof helpDialog>[0]} shortcuts */
export const dialogs = (shortcuts) => html`${taskEditor()} ${confirmDialog()} ${helpDialog(shortcuts)}`;
