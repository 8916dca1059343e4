// @ts-check
// Projects in the person's order, of which active and archived ones are shown apart.

/** @typedef {import('./api.js').Project} Project */

/**
 * @param {readonly Project[]} projects in order
 * @param {number} id
 * @param {number} step 1: down; -1: up
 * @returns {Project | undefined} the next one that is shown with it
 */
export function neighbour(projects, id, step) {
  const project = projects.find((one) => one.id === id);
  const beside = projects.filter(({ archived }) => archived === project?.archived);
  const at = beside.findIndex((one) => one.id === id);
  return at < 0 ? undefined : beside[at + step];
}
