import { A, ask, b, choice, dataTable, describe$1 as describe, describeInFull, icon, notify, notifyProblem, numberText } from "./app.js";
import { ApiError, session } from "./session.js";
import { adminPage, createFilteredList, isAdmin, listPanel, listUsers, preventSubmit, readUser, removeUser, searchField, updateUser } from "./admin.js";
// client/features/admin/users.js
const users = createFilteredList({
	path: "/admin/users",
	filters: [
		"search",
		"role",
		"is_active"
	],
	ordering: "-created_at",
	read: listUsers
});
async function changeRole(user) {
	const promoted = user.role !== "admin";
	if (await ask(promoted ? {
		title: `Make ${user.username} an admin?`,
		text: `Admins see and change everybody’s tasks and accounts. This holds at once.`,
		action: "Make admin"
	} : {
		title: `Make ${user.username} a plain user?`,
		text: `${user.username} will see only their own tasks. This holds at once.`,
		action: "Make user"
	})) await change(user, { role: promoted ? "admin" : "user" }, promoted ? `${user.username} is an admin now.` : `${user.username} is a plain user now.`);
}
async function changeActivity(user) {
	if (!user.is_active) return change(user, { is_active: true }, `${user.username} can log in again.`);
	return await ask({
		title: `Deactivate ${user.username}?`,
		text: `${user.username} is signed out everywhere and cannot log in until somebody activates the account again. The tasks stay.`,
		action: "Deactivate",
		danger: true
	}) ? change(user, { is_active: false }, `${user.username} can no longer log in.`) : void 0;
}
async function remove(listed) {
	try {
		const user = await readUser(listed.id);
		const tasks = counted(user.tasks_count);
		if (!await ask({
			title: `Delete ${user.username}?`,
			text: `The account ${user.username} (${user.email}) and ${tasks} will be gone for good. This cannot be undone. To keep the tasks, deactivate the account instead.`,
			action: user.tasks_count > 0 ? `Delete user and ${tasks}` : "Delete user",
			danger: true
		})) return;
		await removeUser(user.id);
		notify(`Deleted ${user.username} and ${tasks}.`);
	} catch (error) {
		refused(error, `${listed.username} was not deleted.`);
	}
	await users.reload();
}
const counted = (count) => count === 0 ? "no tasks" : `${numberText(count)} ${count === 1 ? "task" : "tasks"}`;
async function change(user, changes, done) {
	put({
		...user,
		...changes
	});
	try {
		put(await updateUser(user.id, changes));
		notify(done);
	} catch (error) {
		put(user);
		refused(error, `${user.username} was not changed.`);
		await users.reload();
	}
}
const put = (user) => users.changeItems((item) => item.id === user.id ? user : item);
function refused(error, what) {
	if (!(error instanceof ApiError)) throw error;
	if (session.state.status === "signed-in") notifyProblem(`${what} ${error.status === 404 ? "The account is gone already." : error.sentence}`);
}
// client/features/admin/usersView.js
const stores = [users.store, session];
const enter = () => isAdmin() ? users.enter() : void 0;
const { leave } = users;
const roles = [
	{
		value: "",
		label: "Any role"
	},
	{
		value: "user",
		label: "Users"
	},
	{
		value: "admin",
		label: "Admins"
	}
];
const states = [
	{
		value: "",
		label: "Any state"
	},
	{
		value: "true",
		label: "Active"
	},
	{
		value: "false",
		label: "Deactivated"
	}
];
const view = () => adminPage("Users", () => b`
  <form class="filters" role="search" aria-label="Users" @submit=${preventSubmit}>
    ${searchField({
	label: "Search users",
	value: users.valueOf("search"),
	onSearch: users.search
})}
    ${choice("Filter by role", roles, users.valueOf("role"), (role) => users.change({ role }))}
    ${choice("Filter by state", states, users.valueOf("is_active"), (active) => users.change({ is_active: active }))}
  </form>
  ${listPanel({
	list: users,
	nouns: ["user", "users"],
	table
})}
`);
const table = (items) => dataTable({
	label: "Users",
	columns,
	items,
	busy: users.store.state.loading,
	ordering: users.ordering(),
	onOrder: (ordering) => users.change({ ordering })
});
const columns = [
	{
		label: "User",
		sort: "username",
		kind: "main",
		cell: who
	},
	{
		label: "Email",
		sort: "email",
		cell: ({ email }) => b`<bdi class="data__text">${email}</bdi>`
	},
	{
		label: "Role",
		sort: "role",
		cell: ({ role }) => b`<span class="tag" data-tone=${role === "admin" ? "accent" : A}>${role === "admin" ? "Admin" : "User"}</span>`
	},
	{
		label: "State",
		cell: ({ is_active: active }) => b`<span class="tag" data-tone=${active ? "good" : "bad"}>${active ? "Active" : "Deactivated"}</span>`
	},
	{
		label: "Tasks",
		sort: "tasks_count",
		cell: tasksOf
	},
	{
		label: "Registered",
		sort: "created_at",
		cell: ({ created_at: at }) => b`<time datetime=${at} title=${describeInFull(at)}>${describe(at)}</time>`
	},
	{
		label: "Actions",
		kind: "actions",
		cell: actions
	}
];
function who({ id, username, first_name: first, last_name: last }) {
	const full = `${first} ${last}`.trim();
	return b`
    <bdi class="data__main">${username}</bdi>
    ${id === session.state.user?.id ? b`<span class="tag" data-tone="accent">You</span>` : A}
    ${full ? b`<bdi class="data__aside">${full}</bdi>` : A}
  `;
}
function tasksOf({ id, username, tasks_count: count }) {
	const shown = numberText(count);
	return b`<a href="/admin/tasks?owner=${id}" aria-label="${shown} tasks of ${username}">${shown}</a>`;
}
function actions(user) {
	const role = user.role === "admin" ? "Make user" : "Make admin";
	const activity = user.is_active ? "Deactivate" : "Activate";
	return b`
    <button class="button" data-size="small" type="button" aria-label="${role}: ${user.username}" @click=${() => changeRole(user)}>${role}</button>
    <button class="button" data-size="small" type="button" aria-label="${activity}: ${user.username}" @click=${() => changeActivity(user)}>${activity}</button>
    <button
      class="icon-button"
      type="button"
      aria-label="Delete ${user.username}"
      title=${user.id === session.state.user?.id ? "You cannot delete your own account" : "Delete"}
      ?disabled=${user.id === session.state.user?.id}
      @click=${() => remove(user)}
    >
      ${icon("trash")}
    </button>
  `;
}
export { enter, leave, stores, view };
