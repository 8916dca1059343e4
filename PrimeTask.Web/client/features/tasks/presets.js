// @ts-check
import { route } from '../../app/router.js';
import { today } from '../../ui/dates.js';
import { LIST, labelNames, placeOf, singleProject } from './place.js';

/** Which day the calendar shows. @param {URLSearchParams} query */
export function dateIn(query) {
  const day = query.get('date') ?? '';
  return /^\d{4}-\d{2}-\d{2}$/u.test(day) && !Number.isNaN(Date.parse(day)) ? day : today();
}

/**
 * What a new task has from the place that is shown.
 * @param {{ path: string, query: URLSearchParams }} [address]
 * @returns {{ project: string, labels: string, due_date: string }} as the editor's fields
 */
export function presets({ path, query } = route.state) {
  const { project, label } = path === LIST || path === '/board' ? placeOf(query) : { project: '', label: '' };
  return {
    project: String(singleProject(project) ?? ''),
    labels: labelNames(label).join(', '),
    due_date: path === '/today' ? today() : path === '/calendar' ? dateIn(query) : '',
  };
}
