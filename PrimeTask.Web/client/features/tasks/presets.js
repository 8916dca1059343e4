// @ts-check
import { route } from '../../app/router.js';
import { today } from '../../ui/dates.js';
import { LIST, labelNames, placeOf, singleProject } from './place.js';

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
    due_date: path === '/today' ? today() : path === '/calendar' ? (query.get('date') ?? today()) : '',
  };
}
