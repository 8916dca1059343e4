// @ts-check
import { nothing } from 'lit-html';
import { modal } from '../../../ui/modal.js';
import { sidebarContent } from './sidebar.js';
import { closeSheet, sidebarState, wide } from './sidebarState.js';

/** The sidebar where the window has no room for it. */
export const sheet = () =>
  sidebarState.state.sheet && !wide.matches ? modal({ label: 'Lists', className: 'dialog--sheet', onCancel: closeSheet, content: sidebarContent() }) : nothing;
