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

/**
 * @param {readonly Project[]} projects in order
 * @param {number} id
 * @param {number} beside the one that it comes to stand beside
 * @param {boolean} isAfter
 * @returns {Project[]}
 */
export function moved(projects, id, beside, isAfter) {
  const project = projects.find((one) => one.id === id);
  const others = projects.filter((one) => one.id !== id);
  const at = others.findIndex((one) => one.id === beside);
  return project && at >= 0 ? others.toSpliced(isAfter ? at + 1 : at, 0, project) : [...projects];
}
