import { A, addressWith, ask, b, countText, createPagedList, dataTable, describe$1 as describe, describeInFull, emptyTrash, focusHeading, icon, listTrash, message, navigate, notify, notifyProblem, pageOf, pager, projects, reasonOf, removeForGood as removeForGood$1, restore, route, staleBanner, tablePlaceholder, taskMarks, watch } from "./app.js";
import { ApiError } from "./session.js";
// client/features/tasks/trash/daysLeft.js
const DAYS = 30;
const DAY_MS = 864e5;
function daysLeft(deletedAt, now = new Date()) {
	const left = Date.parse(deletedAt) + DAYS * DAY_MS - now.getTime();
	if (left < DAY_MS) return "Less than a day left";
	const days = Math.min(DAYS, Math.round(left / DAY_MS));
	return days === 1 ? "1 day left" : `${days} days left`;
}
const goneAt = (deletedAt) => new Date(Date.parse(deletedAt) + DAYS * DAY_MS).toISOString();
const trash = createPagedList(listTrash, () => turnTo(Math.max(1, page() - 1), true));
let shown = false;
watch(() => shown && void trash.reload());
document.addEventListener("visibilitychange", () => {
	if (document.visibilityState === "visible" && shown) trash.reload();
});
const page = () => pageOf(route.state.query);
const turnTo = (number, replace = false) => navigate(addressWith("/trash", route.state.query, { page: number }), { replace });
function enter() {
	shown = true;
	return trash.load({
		page: page(),
		page_size: 25
	});
}
function leave() {
	shown = false;
	trash.forget();
}
async function putBack(task) {
	await restore([task]);
	await trash.reload();
}
async function removeForGood(task) {
	const what = trash.store.state.items?.some(({ parent }) => parent === task.id) ? `“${task.title}”, its subtasks and their history` : `“${task.title}” and its history`;
	if (await ask({
		title: "Delete this task for good?",
		text: `${what} will be gone. This cannot be undone.`,
		action: "Delete for good",
		danger: true
	})) await doForGood(() => removeForGood$1(task.id), `Deleted “${task.title}” for good.`, `“${task.title}” was not deleted.`);
}
async function empty() {
	const { count, isMinimum } = trash.store.state;
	const what = count === 1 && !isMinimum ? "The task in the trash" : isMinimum ? `More than ${count} tasks` : `All ${count} tasks in the trash`;
	if (await ask({
		title: "Empty the trash?",
		text: `${what} will be gone for good. This cannot be undone.`,
		action: "Empty the trash",
		danger: true
	})) await doForGood(emptyTrash, "The trash is empty now.", "The trash was not emptied.");
}
async function doForGood(send, done, failed) {
	try {
		await send();
		notify(done);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (error.status !== 404) notifyProblem(`${failed} ${reasonOf(error)}`);
	}
	await trash.reload();
}
// client/features/tasks/trash/trashView.js
const stores = [trash.store, projects];
const view = () => {
	const { items, count, isMinimum, loading, problem } = trash.store.state;
	return b`
    <div class="page__head">
      <h1 class="page__title" tabindex="-1">Trash</h1>
      <p class="page__count" role="status">${items ? `${countText(count, isMinimum)} ${count === 1 ? "task" : "tasks"}` : A}</p>
      ${items?.length ? b`<button class="button trash__empty" type="button" @click=${() => act(empty)}>${icon("trash")}Empty the trash</button>` : A}
    </div>
    <p class="trash__text">Deleted tasks stay here for 30 days. Then they are deleted for good.</p>
    ${staleBanner(items, problem, trash.reload)}
    <section class="panel" aria-label="Deleted tasks" aria-busy=${loading}>
      ${items ? filled(items, count, isMinimum) : problem ? failed(problem) : tablePlaceholder("Loading the trash…")}
    </section>
  `;
};
const filled = (items, count, isMinimum) => items.length === 0 && count === 0 ? b`<div role="status">${message({
	symbol: "trash",
	title: "The trash is empty",
	text: "Tasks that you delete appear here, and can be restored."
})}</div>` : b`
        ${dataTable({
	label: "Deleted tasks",
	columns,
	items,
	busy: trash.store.state.loading
})}
        ${pager({
	page: page(),
	size: 25,
	count,
	isMinimum,
	onPage: (number) => turnTo(number)
})}
      `;
const failed = (problem) => b`<div role="alert">
    ${message({
	symbol: "warning",
	title: "The trash could not be loaded",
	text: problem,
	action: {
		label: "Try again",
		onClick: trash.reload
	}
})}
  </div>`;
const columns = [
	{
		label: "Task",
		kind: "main",
		cell: (task) => b`<bdi class="data__main">${task.title}</bdi> ${task.parent === null ? A : b`<span class="trash__mark" title="Restored before its parent, it becomes a task by itself">${icon("subtask")}Subtask</span>`} ${taskMarks(task, { showProject: true })}`
	},
	{
		label: "Deleted",
		cell: ({ deleted_at: at }) => b`<time datetime=${at} title=${describeInFull(at)}>${describe(at)}</time>`
	},
	{
		label: "Gone for good",
		cell: ({ deleted_at: at }) => b`<time datetime=${goneAt(at)} title=${describeInFull(goneAt(at))}>${daysLeft(at)}</time>`
	},
	{
		label: "Actions",
		kind: "actions",
		cell: actions
	}
];
function actions(task) {
	return b`
    <button class="button trash__restore" type="button" aria-label="Restore ${task.title}" @click=${() => act(() => putBack(task))}>Restore</button>
    <button class="icon-button" type="button" aria-label="Delete ${task.title} for good" title="Delete for good" @click=${() => act(() => removeForGood(task))}>${icon("trash")}</button>
  `;
}
async function act(work) {
	const buttons = () => [...document.querySelectorAll(".trash__restore")];
	const at = buttons().findIndex((button) => button.closest("tr") === document.activeElement?.closest("tr"));
	await work();
	await Promise.resolve();
	if (document.activeElement !== document.body) return;
	const next = buttons().at(Math.max(0, Math.min(at, buttons().length - 1)));
	if (next instanceof HTMLElement) next.focus();
	else await focusHeading();
}
export { enter, leave, stores, view };
