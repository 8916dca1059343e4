// @ts-check
import { html, nothing } from 'lit-html';
import { icon } from '../../../ui/icon.js';
import { canSave, openViewDialog } from './views.js';

/** In the filter bar, where its filters are no view yet. */
export const saveButton = () =>
  canSave() ? html`<button class="button filters__save" type="button" @click=${() => openViewDialog(null)}>${icon('bookmark')}Save view</button>` : nothing;
