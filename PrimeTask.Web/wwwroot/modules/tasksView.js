import { __exportAll } from "./rolldown-runtime.js";
import { ask, b, choice, dataTable, describe$1 as describe, describeInFull, icon, isDated, isOverdue, labelOf$1 as labelOf, priorities, readAll, readFull, remove as remove$1, statuses, watch } from "./app.js";
import { dueTime, openTask, pill } from "./tasks.js";
import { adminPage, createFilteredList, createUserPicker, isAdmin, listPanel, listTasks, lookUp, preventSubmit, remember, searchField, userField, userNames } from "./admin.js";
// client/features/admin/tasks.js
var tasks_exports = __exportAll({
	enter: () => enter$1,
	leave: () => leave$1,
	owner: () => owner$1,
	remove: () => remove,
	tasks: () => tasks$1
});
const tasks$1 = createFilteredList({
	path: "/admin/tasks",
	filters: [
		"search",
		"status",
		"priority",
		"owner"
	],
	ordering: "-created_at",
	read: async (query, signal) => {
		const page = await readAll(() => readFull(listTasks, {
			...query,
			page_size: 25
		}, signal));
		remember(page.results.map(({ owner, owner_username }) => ({
			id: owner,
			username: owner_username
		})));
		return page;
	}
});
const owner$1 = createUserPicker({
	chosen: () => tasks$1.valueOf("owner"),
	onChoose: (id) => tasks$1.change({ owner: id })
});
let shown = false;
async function enter$1() {
	shown = true;
	const chosen = Number(tasks$1.valueOf("owner"));
	await Promise.all([tasks$1.enter(), Number.isSafeInteger(chosen) && chosen > 0 ? lookUp([chosen]) : void 0]);
}
function leave$1() {
	shown = false;
	owner$1.reset();
	tasks$1.leave();
}
watch(() => shown && void tasks$1.reload());
async function remove(task) {
	if (!await ask({
		title: "Delete this task?",
		text: `“${task.title}” goes to the trash of ${task.owner_username}, for 30 days.`,
		action: "Delete",
		danger: true
	})) return;
	await remove$1([task]);
	await tasks$1.reload();
}
// client/features/admin/tasksView.js
const { owner, tasks } = tasks_exports;
const stores = [
	tasks.store,
	owner.store,
	userNames
];
const enter = () => isAdmin() ? enter$1() : void 0;
const { leave } = tasks_exports;
const view = () => adminPage("All tasks", () => b`
  <form class="filters" role="search" aria-label="All tasks" @submit=${preventSubmit}>
    ${searchField({
	label: "Search all tasks",
	value: tasks.valueOf("search"),
	onSearch: tasks.search
})}
    ${userField({
	id: "owner",
	label: "Owner",
	value: owner.shown(),
	...owner.store.state,
	onInput: owner.write,
	onChoose: owner.choose
})}
    ${fieldFilter("status", "Any status", statuses)} ${fieldFilter("priority", "Any priority", priorities)}
  </form>
  ${listPanel({
	list: tasks,
	nouns: ["task", "tasks"],
	table
})}
`);
const fieldFilter = (name, any, choices) => choice(`Filter by ${name}`, [{
	value: "",
	label: any
}, ...choices], tasks.valueOf(name), (value) => tasks.change({ [name]: value }));
const table = (items) => dataTable({
	label: "All tasks",
	columns,
	items,
	busy: tasks.store.state.loading,
	ordering: tasks.ordering(),
	onOrder: (ordering) => tasks.change({ ordering })
});
const columns = [
	{
		label: "Title",
		sort: "title",
		kind: "main",
		cell: (task) => b`<button class="data__open" type="button" dir="auto" @click=${() => openTask(task)}>${task.title}</button>`
	},
	{
		label: "Owner",
		cell: ({ owner: id, owner_username: name }) => b`<a class="data__text" href="/admin/tasks?owner=${id}" aria-label="Tasks of ${name}"><bdi>${name}</bdi></a>`
	},
	{
		label: "Status",
		sort: "status",
		cell: ({ status }) => pill("status", status, labelOf(statuses, status))
	},
	{
		label: "Priority",
		sort: "priority",
		cell: ({ priority }) => pill("priority", priority, labelOf(priorities, priority))
	},
	{
		label: "Due",
		sort: "due_date",
		cell: (task) => isDated(task) ? b`<span class="due" ?data-overdue=${isOverdue(task)}>${dueTime(task)}</span>` : b`<span class="data__none">–</span>`
	},
	{
		label: "Created",
		sort: "created_at",
		cell: ({ created_at: at }) => b`<time datetime=${at} title=${describeInFull(at)}>${describe(at)}</time>`
	},
	{
		label: "Actions",
		kind: "actions",
		cell: (task) => b`
      <button class="icon-button" type="button" aria-label="Edit ${task.title}" title="Edit" @click=${() => openTask(task)}>${icon("edit")}</button>
      <button class="icon-button" type="button" aria-label="Delete ${task.title}" title="Delete" @click=${() => remove(task)}>${icon("trash")}</button>
    `
	}
];
export { enter, leave, stores, view };
