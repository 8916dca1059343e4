// @ts-check
// Pages of tasks that the server gives in parts.

/** @typedef {import('../api/tasks.js').TaskPage} TaskPage */
/** @typedef {Record<string, string | number | undefined>} Query */

/** Then what was found is shown; the person may ask for more. */
const MOST_TIMES = 10;

/**
 * What no index finds, the server looks for in so many tasks a time: a page is read on until it is full.
 * @param {(query: Query, signal?: AbortSignal) => Promise<TaskPage>} read
 * @param {Query & { page_size: number }} query
 * @param {AbortSignal} signal
 */
export async function readFull(read, query, signal) {
  const { page_size: size, page: _, ...filters } = query;
  let answer = await read(query, signal);
  for (let times = 0; times < MOST_TIMES && answer.next_cursor && answer.results.length < size; times += 1) {
    const { results } = answer;
    answer = await read({ ...filters, cursor: answer.next_cursor, page_size: size - results.length }, signal);
    answer.results.unshift(...results);
  }
  return answer;
}
