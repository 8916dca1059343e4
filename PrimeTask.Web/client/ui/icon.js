// @ts-check
import { html, svg } from 'lit-html';

// Drawn on a grid of 16 units, in strokes of the text's colour.
const shapes = {
  plus: svg`<path d="M8 3v10M3 8h10" />`,
  check: svg`<path d="m3.5 8.5 3 3 6-7" />`,
  filter: svg`<path d="M2.500 4.500h11M4.500 8h7M6.500 11.500h3" />`,
  search: svg`<circle cx="7" cy="7" r="4.25" /><path d="m10.25 10.25 3.25 3.25" />`,
  edit: svg`<path d="m3 13 .6-2.9 7.2-7.2a1.2 1.2 0 0 1 1.7 0l.6.6a1.2 1.2 0 0 1 0 1.7L5.9 12.4 3 13Z" />`,
  trash: svg`<path d="M2.75 4.25h10.5M6.25 4V2.75h3.5V4M4.25 4.5l.6 8.75h6.3l.6-8.75M6.75 7v3.75M9.25 7v3.75" />`,
  close: svg`<path d="m4 4 8 8m0-8-8 8" />`,
  copy: svg`<rect x="5.500" y="5.500" width="8" height="8" rx="1.500" /><path d="M10.500 3.500v-.5a1 1 0 0 0-1-1H3a1 1 0 0 0-1 1v6.500a1 1 0 0 0 1 1h.5" />`,
  repeat: svg`<path d="M3 7.500V6.250a2 2 0 0 1 2-2h7.500M10.500 2.250l2 2-2 2M13 8.500v1.250a2 2 0 0 1-2 2H3.500M5.500 13.750l-2-2 2-2" />`,
  flag: svg`<path d="M4 13.500V2.750M4 3.250h7.750l-1.500 2.750 1.500 2.750H4" />`,
  folder: svg`<path d="M2.250 12.250v-8.250a.75.75 0 0 1 .75-.75h3.250l1.500 1.750H13a.75.75 0 0 1 .75.75v6.500a.75.75 0 0 1-.75.75H3a.75.75 0 0 1-.75-.75Z" />`,
  tag: svg`<path d="M2.750 3.250v4.500l5.750 5.750 5-5-5.750-5.750H3.250a.5.5 0 0 0-.5.5Z" /><path d="M5.500 5.500v.05" />`,
  bookmark: svg`<path d="M4.250 2.500h7.500a.75.75 0 0 1 .75.75v10.250L8 10.500l-4.500 3V3.250a.75.75 0 0 1 .75-.75Z" />`,
  contrast: svg`<circle cx="8" cy="8" r="5.25" /><path d="M8 3a5 5 0 0 1 0 10Z" fill="currentColor" />`,
  clock: svg`<circle cx="8" cy="8" r="5.25" /><path d="M8 5v3.25l2 1.25" />`,
  warning: svg`<path d="M8 2.75 14 13.25H2L8 2.75Zm0 4v3m0 1.6v.05" />`,
  list: svg`<rect x="2.5" y="2.5" width="11" height="11" rx="2.5" /><path d="m5 8.2 2 2 4-4.4" />`,
  inbox: svg`<path d="M2.5 9h3.250l1 1.750h2.500l1-1.750h3.250M4.250 3h7.500l1.750 6v3.250a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V9L4.250 3Z" />`,
  today: svg`<rect x="2.500" y="3" width="11" height="10.500" rx="2" /><path d="M2.500 6.500h11M5.500 1.750V4M10.500 1.750V4" /><path d="M8 9.950v.1" stroke-width="2.500" />`,
  upcoming: svg`<rect x="2.500" y="3" width="11" height="10.500" rx="2" /><path d="M2.500 6.500h11M5.500 1.750V4M10.500 1.750V4M5.500 10h5m-1.750-1.750L10.500 10l-1.750 1.750" />`,
  calendar: svg`<rect x="2.500" y="3" width="11" height="10.500" rx="2" /><path d="M2.500 6.500h11M5.500 1.750V4M10.500 1.750V4M5 8.750v.05M8 8.750v.05M11 8.750v.05M5 11.250v.05M8 11.250v.05" />`,
  menu: svg`<path d="M2.500 4.250h11M2.500 8h11M2.500 11.750h11" />`,
  more: svg`<path d="M3.500 8v.05M8 8v.05M12.500 8v.05" stroke-width="2" />`,
  archive: svg`<rect x="2" y="3" width="12" height="3" rx="1" /><path d="M3 6v6.250a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V6M6.500 8.750h3" />`,
  board: svg`<rect x="2.5" y="2.5" width="3" height="11" rx="1" /><rect x="6.5" y="2.5" width="3" height="7" rx="1" /><rect x="10.5" y="2.5" width="3" height="9" rx="1" />`,
  chart: svg`<path d="M2.5 13.5h11M4.5 11V8M8 11V3.5M11.5 11V6" />`,
  shield: svg`<path d="M8 2 3 4v4c0 3 2.2 5 5 6 2.8-1 5-3 5-6V4L8 2Z" />`,
  person: svg`<circle cx="8" cy="5.25" r="2.75" /><path d="M2.75 13.75c.6-2.7 2.7-4 5.25-4s4.65 1.3 5.25 4" />`,
  leave: svg`<path d="M6.5 2.750H3.750a1 1 0 0 0-1 1v8.500a1 1 0 0 0 1 1H6.500M10.25 5l3 3-3 3M13 8H6" />`,
  keyboard: svg`<rect x="1.75" y="4" width="12.5" height="8" rx="1.5" /><path d="M4.25 6.750v.05M6.75 6.750v.05M9.25 6.750v.05M11.75 6.750v.05M5.5 9.500h5" />`,
  up: svg`<path d="M8 12.5v-9M4.5 7 8 3.5 11.5 7" />`,
  down: svg`<path d="M8 3.5v9M4.5 9 8 12.5 11.5 9" />`,
  subtask: svg`<path d="M4.5 3v4.250a2 2 0 0 0 2 2H12M9.250 6.500 12 9.250 9.250 12" />`,
  previous: svg`<path d="m9.75 3.75-4.5 4.25 4.5 4.25" />`,
  next: svg`<path d="m6.25 3.75 4.5 4.25-4.5 4.25" />`,
};

/** @param {keyof typeof shapes} name */
export const icon = (name) =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shapes[name]}</svg>`;

export const brand = () => html`
  <span class="brand">
    <svg class="brand__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" />
      <path d="m9 16.5 5 5 9-11" />
    </svg>
    <span class="brand__name">PrimeTask</span>
  </span>
`;
