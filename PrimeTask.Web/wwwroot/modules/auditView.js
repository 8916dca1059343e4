import { __exportAll } from "./rolldown-runtime.js";
import { b, choice, dataTable, describeInFull, fromLocalInput, labelOf$1 as labelOf, toLocalInput } from "./app.js";
import { adminPage, createFilteredList, createUserPicker, events, isAdmin, listAudit, listPanel, lookUp, nameOf, preventSubmit, remember, timeField, userField, userNames } from "./admin.js";
// client/features/admin/audit.js
var audit_exports = __exportAll({
	actor: () => actor$1,
	audit: () => audit$1,
	changeTime: () => changeTime,
	enter: () => enter$1,
	leave: () => leave$1,
	subject: () => subject$1,
	timeOf: () => timeOf
});
const audit$1 = createFilteredList({
	path: "/admin/audit",
	filters: [
		"event",
		"actor",
		"subject",
		"after",
		"before"
	],
	ordering: "-at",
	read: async (query, signal) => {
		const page = await listAudit(query, signal);
		rememberAll(page.results);
		return page;
	}
});
const actor$1 = createUserPicker({
	chosen: () => audit$1.valueOf("actor"),
	onChoose: (id) => audit$1.change({ actor: id })
});
const subject$1 = createUserPicker({
	chosen: () => audit$1.valueOf("subject"),
	onChoose: (id) => audit$1.change({ subject: id })
});
async function enter$1() {
	await audit$1.enter();
	await lookUp(["actor", "subject"].map((name) => Number(audit$1.valueOf(name))).filter((id) => Number.isSafeInteger(id) && id > 0));
}
function rememberAll(entries) {
	for (const { actor: by, actor_username: byName, subject: whom, subject_username: whomName } of entries) {
		if (by !== null) remember([{
			id: by,
			username: byName
		}]);
		if (whom !== null) remember([{
			id: whom,
			username: whomName
		}]);
	}
}
function leave$1() {
	actor$1.reset();
	subject$1.reset();
	audit$1.leave();
}
function timeOf(name) {
	const instant = audit$1.valueOf(name);
	return Number.isNaN(Date.parse(instant)) ? "" : toLocalInput(instant);
}
const changeTime = (name, value) => audit$1.change({ [name]: fromLocalInput(value) ?? "" });
// client/features/admin/auditView.js
const { actor, audit, subject } = audit_exports;
const stores = [
	audit.store,
	actor.store,
	subject.store,
	userNames
];
const enter = () => isAdmin() ? enter$1() : void 0;
const { leave } = audit_exports;
const view = () => adminPage("Audit log", () => b`
  <form class="filters" role="search" aria-label="Audit log" @submit=${preventSubmit}>
    ${choice("Filter by event", [{
	value: "",
	label: "Any event"
}, ...events], audit.valueOf("event"), (event) => audit.change({ event }))}
    ${userField({
	id: "actor",
	label: "Done by",
	value: actor.shown(),
	...actor.store.state,
	onInput: actor.write,
	onChoose: actor.choose
})}
    ${userField({
	id: "subject",
	label: "Account",
	value: subject.shown(),
	...subject.store.state,
	onInput: subject.write,
	onChoose: subject.choose
})}
    ${timeField({
	id: "after",
	label: "After",
	value: timeOf("after"),
	onChange: (value) => changeTime("after", value)
})}
    ${timeField({
	id: "before",
	label: "Before",
	value: timeOf("before"),
	onChange: (value) => changeTime("before", value)
})}
  </form>
  ${listPanel({
	list: audit,
	nouns: ["event", "events"],
	table
})}
`);
const table = (items) => dataTable({
	label: "Audit log",
	columns,
	items,
	busy: audit.store.state.loading,
	ordering: audit.ordering(),
	onOrder: (ordering) => audit.change({ ordering })
});
const worrying = new Set([
	"sign_in_refused",
	"sign_in_limited",
	"permission_denied",
	"refresh_replayed",
	"deactivated",
	"deleted"
]);
function request({ span_id: span, request_id: trace }) {
	const title = [span && `Span ${span}`, trace && `trace ${trace}`].filter(Boolean).join(", ");
	return b`<span class="data__code" title=${title}>${span ?? (trace ? `${trace.slice(0, 8)}…` : "–")}</span>`;
}
const columns = [
	{
		label: "Event",
		kind: "main",
		cell: ({ event }) => b`<span class="tag" data-tone=${worrying.has(event) ? "bad" : "plain"}>${labelOf(events, event)}</span>`
	},
	{
		label: "Account",
		cell: ({ subject: id }) => account(id, "subject", "no such account")
	},
	{
		label: "Done by",
		cell: ({ actor: id }) => account(id, "actor", "nobody signed in")
	},
	{
		label: "Time",
		sort: "at",
		cell: ({ at }) => b`<time datetime=${at}>${describeInFull(at)}</time>`
	},
	{
		label: "Address",
		cell: ({ ip_address: address }) => b`<span class="data__code">${address ?? "–"}</span>`
	},
	{
		label: "Request",
		cell: request
	}
];
function account(id, filter, none) {
	if (id === null) return b`<span class="data__none">${none}</span>`;
	const address = `/admin/audit?${filter}=${id}`;
	return b`<a class="data__text" href=${address}><bdi>${nameOf(id)}</bdi></a>`;
}
export { enter, leave, stores, view };
