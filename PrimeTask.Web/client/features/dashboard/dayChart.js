// @ts-check
// One bar a day, and the same as a table for screen readers.
import { html, svg } from 'lit-html';
import { numberText } from '../../ui/counts.js';
import { describeDay, describeDayInFull } from '../../ui/dates.js';
import { ticks } from './scale.js';

/** @typedef {{ date: string, count: number }} Day */

const HEIGHT = 220;
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 6, 10, 26];
const GAP = 0.28;

/**
 * @param {readonly Day[]} days oldest first
 * @param {number} width of the drawing, in the units of its letters
 */
export function dayChart(days, width) {
  const steps = ticks(Math.max(...days.map(({ count }) => count)));
  const wide = (width - LEFT - RIGHT) / days.length;
  /** @param {number} count */
  const height = (count) => (count / steps[steps.length - 1]) * (HEIGHT - TOP - BOTTOM);
  const ground = HEIGHT - BOTTOM;
  return html`
    <svg class="day-chart" viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true" focusable="false">
      ${steps.map(
        (count) => svg`
          <line class="day-chart__line" x1=${LEFT} x2=${width - RIGHT} y1=${ground - height(count)} y2=${ground - height(count)} />
          <text class="day-chart__label" x=${LEFT - 8} y=${ground - height(count) + 4} text-anchor="end">${numberText(count)}</text>`,
      )}
      ${days.map(({ date, count }, index) => {
        const x = LEFT + index * wide;
        return svg`
          <g class="day-chart__day">
            <title>${describeDayInFull(date)}: ${numberText(count)}</title>
            <rect class="day-chart__reach" x=${x} y=${TOP} width=${wide} height=${ground - TOP} />
            <rect class="day-chart__bar" x=${x + (wide * GAP) / 2} y=${ground - height(count)} width=${wide * (1 - GAP)} height=${height(count)} rx="2.5" />
            ${(days.length - 1 - index) % 7 === 0 ? svg`<text class="day-chart__label" x=${x + wide / 2} y=${HEIGHT - 8} text-anchor=${index === days.length - 1 ? 'end' : 'middle'}>${index === days.length - 1 ? 'Today' : describeDay(date)}</text>` : ''}
          </g>`;
      })}
    </svg>
    ${/* A table is as tall as its rows whatever it is told; what hides it is not. */ ''}
    <div class="visually-hidden">
      <table>
        <caption>Tasks completed on each day</caption>
        <thead><tr><th scope="col">Day</th><th scope="col">Completed</th></tr></thead>
        <tbody>
          ${days.map(({ date, count }) => html`<tr><th scope="row">${describeDayInFull(date)}</th><td>${numberText(count)}</td></tr>`)}
        </tbody>
      </table>
    </div>
  `;
}
