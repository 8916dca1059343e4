// @ts-check
// The projects that a line can name.
import { request } from '../../../app/http.js';

/** @typedef {{ id: number, name: string }} Project */

const PAGE_SIZE = 100;

/** @returns {Promise<Project[]>} the own ones that are not archived */
export async function readProjects() {
  /** @type {Project[]} */
  const projects = [];
  for (let page = 1; ; page += 1) {
    const { body } = await request('GET', '/projects/', { query: { archived: 'false', owner: 'me', page, page_size: PAGE_SIZE } });
    projects.push(...body.data.results);
    if (!body.data.next) return projects;
  }
}

/**
 * @param {string} name
 * @returns {Promise<Project>}
 */
export async function createProject(name) {
  const { body } = await request('POST', '/projects/', { body: { name } });
  return body.data;
}
