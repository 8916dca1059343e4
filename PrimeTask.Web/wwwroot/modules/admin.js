import { ApiError, createStore, request, session } from "./session.js";
import { A, addressWith, b, createPagedList, cursorPager, icon, l, message, navigate, pageOf, pager, route, staleBanner, tablePlaceholder } from "./app.js";
function createFilteredList({ path, filters, ordering, read }) {
	const change = (changes, replace = false) => navigate(addressWith(path, route.state.query, changes), { replace });
	const list = createPagedList(read, () => change({}, true));
	let typing;
	const valueOf = (name) => route.state.query.get(name) ?? "";
	return {
		...list,
		change,
		valueOf,
		ordering: () => valueOf("ordering") || ordering,
		page: () => pageOf(route.state.query),
		hasCursor: () => valueOf("cursor") !== "",
		isFiltered: () => filters.some((name) => valueOf(name) !== ""),
		clear: () => navigate(path),
		enter() {
			const query = Object.fromEntries(filters.map((name) => [name, valueOf(name).trim()]));
			const where = valueOf("cursor") ? { cursor: valueOf("cursor") } : { page: pageOf(route.state.query) };
			return list.load({
				...query,
				ordering: valueOf("ordering"),
				...where,
				page_size: 25
			});
		},
		leave() {
			clearTimeout(typing);
			list.forget();
		},
		search(search) {
			clearTimeout(typing);
			typing = setTimeout(() => change({ search }, true), 50);
		}
	};
}
// client/features/admin/adminPage.js
const pages = [
	{
		title: "Users",
		href: "/admin/users"
	},
	{
		title: "All tasks",
		href: "/admin/tasks"
	},
	{
		title: "Audit log",
		href: "/admin/audit"
	}
];
const isAdmin = () => session.state.user?.role === "admin";
const adminPage = (title, content) => isAdmin() ? b`
  <div class="page__head">
    <h1 class="page__title" tabindex="-1">${title}</h1>
    <nav class="tabs" aria-label="Administration">
      ${pages.map((page) => b`<a class="tabs__link" href=${page.href} aria-current=${page.title === title ? "page" : A}>${page.title}</a>`)}
    </nav>
  </div>
  ${content()}
` : forbidden();
const forbidden = () => b`
  <h1 class="page__title" tabindex="-1">For admins only</h1>
  <div class="panel">
    ${message({
	symbol: "shield",
	title: "This page is for admins",
	text: "Your account may not see it. Ask an admin of this PrimeTask if you should."
})}
    <p class="panel__foot"><a href="/">Go to your tasks</a></p>
  </div>
`;
function listPanel({ list, nouns: [one, many], table }) {
	const { items, count, isMinimum, nextCursor, loading, problem, refused } = list.store.state;
	return b`
    ${staleBanner(items, problem, list.reload)}
    <section class="panel" aria-label=${many} aria-busy=${loading}>
      ${items ? filled() : problem ? failed(problem) : tablePlaceholder(`Loading ${many}…`)}
    </section>
  `;
	function filled() {
		if (items?.length === 0 && !nextCursor && !list.hasCursor()) return empty();
		return b`${items?.length ? table(items) : A} ${pages()}`;
	}
	function pages() {
		if (!nextCursor && !list.hasCursor()) return pager({
			page: list.page(),
			size: 25,
			count,
			isMinimum,
			one,
			many,
			onPage: (page) => list.change({ page })
		});
		return cursorPager({
			shown: items?.length ?? 0,
			onFirst: list.hasCursor() || list.page() > 1 ? () => list.change({}) : void 0,
			onNext: nextCursor ? () => list.change({ cursor: nextCursor }) : void 0
		});
	}
	function empty() {
		const filtered = list.isFiltered();
		return b`<div role="status">
      ${message({
			symbol: filtered ? "search" : "list",
			title: filtered ? `No matching ${many}` : `No ${many} yet`,
			text: filtered ? "Nothing fits these filters." : "What there will be appears here.",
			action: filtered ? {
				label: "Clear filters",
				onClick: list.clear
			} : void 0
		})}
    </div>`;
	}
	function failed(sentence) {
		return b`<div role="alert">
      ${message({
			symbol: "warning",
			title: `The ${many} could not be loaded`,
			text: sentence,
			action: refused ? {
				label: `Show all ${many}`,
				onClick: list.clear
			} : {
				label: "Try again",
				onClick: list.reload
			}
		})}
    </div>`;
	}
}
const preventSubmit = (event) => event.preventDefault();
// client/features/admin/api.js
const events = [
	{
		value: "registered",
		label: "Registered"
	},
	{
		value: "signed_in",
		label: "Signed in"
	},
	{
		value: "sign_in_refused",
		label: "Sign-in refused"
	},
	{
		value: "refresh_replayed",
		label: "Token used twice"
	},
	{
		value: "logged_out",
		label: "Logged out"
	},
	{
		value: "session_ended",
		label: "Session ended"
	},
	{
		value: "password_changed",
		label: "Password changed"
	},
	{
		value: "password_reset",
		label: "Password reset"
	},
	{
		value: "password_reset_requested",
		label: "Password reset asked for"
	},
	{
		value: "email_confirmed",
		label: "Email confirmed"
	},
	{
		value: "role_changed",
		label: "Role changed"
	},
	{
		value: "activated",
		label: "Activated"
	},
	{
		value: "deactivated",
		label: "Deactivated"
	},
	{
		value: "deleted",
		label: "Deleted"
	},
	{
		value: "admin_created",
		label: "Admin created"
	},
	{
		value: "names_changed",
		label: "Names changed"
	},
	{
		value: "permission_denied",
		label: "Permission denied"
	},
	{
		value: "sign_in_limited",
		label: "Sign-in limited"
	},
	{
		value: "task_changed",
		label: "Task changed"
	},
	{
		value: "task_created",
		label: "Task created"
	},
	{
		value: "task_deleted",
		label: "Task deleted"
	},
	{
		value: "task_restored",
		label: "Task restored"
	}
];
async function listUsers(query, signal) {
	const { body } = await request("GET", "/auth/admin/users/", {
		query,
		signal
	});
	return body.data;
}
async function readUser(id, signal) {
	const { body } = await request("GET", `/auth/admin/users/${id}/`, { signal });
	return body.data;
}
async function updateUser(id, changes) {
	const { body } = await request("PATCH", `/auth/admin/users/${id}/`, { body: changes });
	return body.data;
}
async function removeUser(id) {
	await request("DELETE", `/auth/admin/users/${id}/`);
}
async function listTasks(query, signal) {
	const { body } = await request("GET", "/tasks/", {
		query,
		signal
	});
	return body.data;
}
async function listAudit(query, signal) {
	const { body } = await request("GET", "/auth/admin/audit/", {
		query,
		signal
	});
	return body.data;
}
const userNames = createStore({ known: {} });
const asked = new Set();
session.subscribe(() => {
	if (session.state.status === "signed-in") return;
	asked.clear();
	userNames.reset();
});
function remember(users) {
	const names = Object.fromEntries(users.map(({ id, username }) => [id, username]));
	userNames.set({ known: {
		...userNames.state.known,
		...names
	} });
}
async function lookUp(ids) {
	await Promise.all(ids.filter((id) => !asked.has(id) && userNames.state.known[id] === void 0).map(lookUpOne));
}
async function lookUpOne(id) {
	asked.add(id);
	try {
		remember([await readUser(id)]);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (error.status !== 404) asked.delete(id);
		else remember([{
			id,
			username: null
		}]);
	}
}
function nameOf(id) {
	const name = userNames.state.known[id];
	return name === null ? `deleted user ${id}` : name ?? `user ${id}`;
}
async function idOf(text) {
	const wanted = text.trim().toLowerCase();
	const { results } = await listUsers({
		search: wanted,
		page_size: 100
	});
	remember(results);
	return results.find(({ username }) => username === wanted)?.id ?? null;
}
// client/features/admin/userPicker.js
const MAX_SUGGESTIONS = 8;
function createUserPicker({ chosen, onChoose }) {
	const store = createStore({
		text: null,
		suggestions: [],
		error: null
	});
	let pause;
	session.subscribe(() => {
		if (session.state.status !== "signed-in") reset();
	});
	function write(text) {
		store.set({
			text,
			error: null
		});
		clearTimeout(pause);
		if (text.trim()) pause = setTimeout(() => void suggest(text.trim()), 50);
	}
	async function suggest(text) {
		try {
			const { results } = await listUsers({
				search: text,
				ordering: "username",
				page_size: MAX_SUGGESTIONS
			});
			remember(results);
			if (store.state.text?.trim() === text) store.set({ suggestions: results.map(({ username }) => username) });
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			store.set({ error: error.sentence });
		}
	}
	async function choose() {
		const { text } = store.state;
		if (text === null) return;
		clearTimeout(pause);
		if (!text.trim()) {
			reset();
			if (chosen()) onChoose("");
			return;
		}
		try {
			const { path } = route.state;
			const id = await idOf(text);
			if (route.state.path !== path || store.state.text !== text) return;
			if (id === null) return store.set({ error: "Nobody has this username." });
			reset();
			if (String(id) !== chosen()) onChoose(String(id));
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			store.set({ error: error.sentence });
		}
	}
	function reset() {
		clearTimeout(pause);
		store.set({
			text: null,
			suggestions: [],
			error: null
		});
	}
	return {
		store,
		write,
		choose,
		reset,
		shown: () => store.state.text ?? (chosen() ? nameOf(Number(chosen())) : "")
	};
}
// client/features/admin/filterFields.js
const searchField = ({ label, value, onSearch }) => b`
  <label class="search">
    ${icon("search")}
    <input
      class="search__input"
      type="search"
      aria-label=${label}
      placeholder=${label}
      autocomplete="off"
      dir="auto"
      .value=${value}
      @input=${(event) => onSearch(event.target.value)}
    />
  </label>
`;
const timeField = ({ id, label, value, onChange }) => b`
  <span class="labelled">
    <label class="labelled__label" for=${id}>${label}</label>
    <input
      class="labelled__control"
      type="datetime-local"
      id=${id}
      .value=${l(value)}
      @change=${(event) => onChange(event.target.value)}
    />
  </span>
`;
const userField = ({ id, label, value, suggestions, error, onInput, onChoose }) => b`
  <span class="labelled">
    <label class="labelled__label" for=${id}>${label}</label>
    <input
      class="labelled__control"
      type="text"
      id=${id}
      list="${id}-suggestions"
      placeholder="Anybody"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      aria-invalid=${error ? "true" : A}
      aria-describedby=${error ? `${id}-error` : A}
      .value=${l(value)}
      @input=${(event) => onInput(event.target.value)}
      @change=${onChoose}
    />
    <datalist id="${id}-suggestions">${suggestions.map((name) => b`<option value=${name}></option>`)}</datalist>
    ${error ? b`<span class="labelled__error" id="${id}-error" role="alert">${error}</span>` : A}
  </span>
`;
export { adminPage, createFilteredList, createUserPicker, events, isAdmin, listAudit, listPanel, listTasks, listUsers, lookUp, nameOf, preventSubmit, readUser, remember, removeUser, searchField, timeField, updateUser, userField, userNames };
