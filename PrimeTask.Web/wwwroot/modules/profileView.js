import { __exportAll } from "./rolldown-runtime.js";
import { A, b, c, changePassword as changePassword$1, changeProfile, changed, createPagedList, deleteTransfer, describe$1 as describe, describeInFull, downloadExport as downloadExport$1, endSession as endSession$1, focusFirstInvalid, formProblem, getTransfer, isSameClock, listSessions, message, notify, notifyProblem, ownZone, pager, refresh as refresh$1, refresh$1 as refresh, selectField, sendConfirmation as sendConfirmation$1, startExport as startExport$1, startImport as startImport$1, textField, zoneName } from "./app.js";
import { ApiError, createStore, onNextPerson, session, uuid } from "./session.js";
// client/features/profile/profile.js
var profile_exports = __exportAll({
	changePassword: () => changePassword,
	confirmation: () => confirmation$1,
	endSession: () => endSession,
	enter: () => enter$2,
	leave: () => leave$2,
	names: () => names$1,
	passwords: () => passwords$1,
	saveNames: () => saveNames,
	sendConfirmation: () => sendConfirmation,
	sessions: () => sessions$1,
	sessionsPage: () => sessionsPage$1,
	sessionsPages: () => sessionsPages,
	showSessions: () => showSessions,
	write: () => write
});
const SESSIONS_SHOWN = 25;
const noNames = {
	fields: {
		username: "",
		first_name: "",
		last_name: "",
		time_zone: ""
	},
	errors: {},
	problem: null,
	busy: false
};
const noPasswords = {
	fields: {
		old_password: "",
		new_password: "",
		new_password_confirm: ""
	},
	errors: {},
	problem: null,
	busy: false
};
let filledIn = null;
const names$1 = createStore(noNames);
const passwords$1 = createStore(noPasswords);
const confirmation$1 = createStore({ busy: false });
const sessions$1 = createPagedList(listSessions);
const sessionsPage$1 = createStore({ page: 1 });
onNextPerson(forget);
session.subscribe(() => {
	const { user } = session.state;
	if (user && filledIn && filledIn !== user && filledIn.id === user.id) fillIn(user, changed(names$1.state.fields, filledIn));
});
function enter$2() {
	const { user } = session.state;
	if (user && filledIn?.id !== user.id) {
		forget();
		fillIn(user);
	}
	return showSessions(sessionsPage$1.state.page);
}
function leave$2() {
	if (!session.state.expired) forget();
}
function forget() {
	filledIn = null;
	names$1.reset();
	passwords$1.reset();
	sessionsPage$1.reset();
	sessions$1.forget();
}
function fillIn(user, written = {}) {
	filledIn = user;
	const { username, first_name, last_name, time_zone } = user;
	names$1.set({ fields: {
		username,
		first_name,
		last_name,
		time_zone,
		...written
	} });
}
function showSessions(page) {
	sessionsPage$1.set({ page });
	return sessions$1.load({
		page,
		page_size: SESSIONS_SHOWN
	});
}
const sessionsPages = { size: SESSIONS_SHOWN };
function write(form, name, value) {
	const { [name]: _, ...errors } = form.state.errors;
	form.set({
		fields: {
			...form.state.fields,
			[name]: value
		},
		errors
	});
}
const saveNames = () => send$2(names$1, async () => {
	const sent = names$1.state.fields;
	const user = await changeProfile(sent);
	fillIn(user, changed(names$1.state.fields, sent));
	session.set({ user });
	notify("Your profile is saved.");
});
async function sendConfirmation() {
	if (confirmation$1.state.busy) return;
	confirmation$1.set({ busy: true });
	try {
		await sendConfirmation$1();
		notify("A mail with a link is on its way to your address.");
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (error.status !== 401) notifyProblem(`No mail was sent. ${error.sentence}`);
	} finally {
		confirmation$1.set({ busy: false });
	}
}
const changePassword = () => send$2(passwords$1, async () => {
	await changePassword$1(passwords$1.state.fields);
	passwords$1.reset();
	notify("Your password is changed. All your other sessions have ended.");
	await showSessions(1);
});
async function send$2(form, work) {
	if (form.state.busy) return false;
	form.set({
		busy: true,
		errors: {},
		problem: null
	});
	try {
		await work();
		return true;
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (error.status !== 401) form.set(error.placed);
		return false;
	} finally {
		form.set({ busy: false });
	}
}
async function endSession(ended) {
	const { items } = sessions$1.store.state;
	sessions$1.changeItems((item) => item.id === ended.id ? null : item);
	try {
		await endSession$1(ended.id);
		notify("That session is signed out.");
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (error.status === 404) return sessions$1.reload();
		sessions$1.store.set({ items });
		if (error.status !== 401) notifyProblem(`That session goes on. ${error.sentence}`);
	}
	return sessions$1.reload();
}
// client/features/profile/transfers.js
const POLL_MS = 1e3;
const unknown = {
	transfer: null,
	problem: null,
	busy: false
};
const stores$2 = {
	export: createStore(unknown),
	import: createStore(unknown)
};
const timers = {
	export: void 0,
	import: void 0
};
let entered = false;
session.subscribe(() => {
	if (session.state.status === "signed-out" && !session.state.expired) leave$1();
});
async function enter$1() {
	entered = true;
	await Promise.all([look("export"), look("import")]);
}
function leave$1() {
	entered = false;
	for (const kind of ["export", "import"]) {
		clearTimeout(timers[kind]);
		stores$2[kind].reset();
	}
}
const isUnderWay = (transfer) => transfer?.state === "waiting" || transfer?.state === "running";
async function look(kind) {
	clearTimeout(timers[kind]);
	const wasUnderWay = isUnderWay(stores$2[kind].state.transfer);
	try {
		const transfer = await getTransfer(kind);
		if (!entered) return;
		stores$2[kind].set({
			transfer,
			problem: null
		});
		if (wasUnderWay && transfer.state === "done") notify(kind === "export" ? "Your export is ready." : "Your file is imported.");
		if (wasUnderWay && kind === "import" && !isUnderWay(transfer)) Promise.all([refresh(), refresh$1()]);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (!entered || error.status === 401) return;
		stores$2[kind].set({ problem: error.sentence });
	}
	if (isUnderWay(stores$2[kind].state.transfer)) timers[kind] = setTimeout(() => void look(kind), POLL_MS);
}
const lookAgain = (kind) => look(kind);
const startExport = (format) => act("export", () => startExport$1(format));
let chosen = {
	file: null,
	key: ""
};
async function startImport(file) {
	if (chosen.file !== file) chosen = {
		file,
		key: uuid()
	};
	const done = await act("import", () => startImport$1(typed(file), chosen.key));
	if (done) chosen = {
		file: null,
		key: ""
	};
	return done;
}
const typed = (file) => new Blob([file], { type: file.name.toLowerCase().endsWith(".json") ? "application/json" : "text/csv" });
const remove = (kind) => act(kind, async () => {
	await deleteTransfer(kind);
	return getTransfer(kind);
});
async function downloadExport() {
	stores$2.export.set({ busy: true });
	try {
		const { file, name } = await downloadExport$1();
		const link = document.createElement("a");
		link.href = URL.createObjectURL(file);
		link.download = name;
		link.click();
		setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (error.status !== 401) notifyProblem(`The file was not downloaded. ${error.sentence}`);
	} finally {
		stores$2.export.set({ busy: false });
	}
}
async function act(kind, work) {
	const store = stores$2[kind];
	if (store.state.busy) return false;
	let done = false;
	store.set({
		busy: true,
		problem: null
	});
	try {
		const transfer = await work();
		done = true;
		if (entered) store.set({ transfer });
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (entered && error.status !== 401) store.set({ problem: error.sentence });
	} finally {
		store.set({ busy: false });
	}
	if (entered && isUnderWay(store.state.transfer)) timers[kind] = setTimeout(() => void look(kind), POLL_MS);
	return done;
}
// client/features/profile/transfersView.js
const stores$1 = [stores$2.export, stores$2.import];
const numbers = new Intl.NumberFormat();
const transfersView = () => b`${exportPart()} ${importPart()}`;
function exportPart() {
	const { transfer, problem, busy } = stores$2.export.state;
	const waits = busy || isUnderWay(transfer);
	return b`
    <div class="transfer">
      <h3 class="transfer__title">Export</h3>
      <p class="profile__text">JSON has your account with its projects, labels, saved views and tasks; CSV has your tasks as a table for spreadsheets. PrimeTask imports both.</p>
      <div class="transfer__buttons">
        ${exportButton("json", "Export as JSON", waits)} ${exportButton("csv", "Export as CSV", waits)}
      </div>
      ${problemOf("export", problem, transfer)}
      <div role="status">${transfer ? stateOfExport(transfer, busy) : A}</div>
    </div>
  `;
}
const exportButton = (format, label, waits) => b`
  <button class="button" type="button" aria-disabled=${waits} @click=${() => waits ? void 0 : startExport(format)}>${label}</button>
`;
function stateOfExport(transfer, busy) {
	if (isUnderWay(transfer)) return progress("export", transfer);
	if (transfer.state === "failed") return b`<p class="transfer__result transfer__failed">${transfer.problem}</p>`;
	if (transfer.state !== "done" || !transfer.ended_at || !transfer.expires_at) return A;
	return b`
    <div class="transfer__result">
      <p>
        ${transfer.format?.toUpperCase()}, ${tasks(transfer.done)}, ${size(transfer.size)}, made
        <time datetime=${transfer.ended_at} title=${describeInFull(transfer.ended_at)}>${describe(transfer.ended_at)}</time>. It is deleted
        <time datetime=${transfer.expires_at} title=${describeInFull(transfer.expires_at)}>${describe(transfer.expires_at)}</time>.
      </p>
      <div class="transfer__buttons">
        <button class="button" data-kind="primary" type="button" aria-disabled=${busy} @click=${() => busy ? void 0 : downloadExport()}>Download</button>
        <button class="button" type="button" aria-disabled=${busy} @click=${() => busy ? void 0 : remove("export")}>Delete the file</button>
      </div>
    </div>
  `;
}
function importPart() {
	const { transfer, problem, busy } = stores$2.import.state;
	const waits = busy || isUnderWay(transfer);
	return b`
    <div class="transfer">
      <h3 class="transfer__title">Import</h3>
      <p class="profile__text">
        Adds what is in a file of up to 10 MiB: an export, or a table with the column <code>title</code>. All of it is added or, if anything is wrong, nothing. A
        file that is imported twice makes each task twice.
      </p>
      <form class="transfer__buttons" @submit=${send$1}>
        <input class="transfer__file" type="file" name="file" accept=".json,.csv,application/json,text/csv" aria-label="File to import" />
        <button class="button" type="submit" aria-disabled=${waits}>Import</button>
      </form>
      ${problemOf("import", problem, transfer)}
      <div role="status">${transfer ? stateOfImport(transfer, busy) : A}</div>
    </div>
  `;
}
function send$1(event) {
	event.preventDefault();
	const { transfer, busy } = stores$2.import.state;
	const form = event.currentTarget;
	const input = form.elements.namedItem("file");
	const file = input.files?.[0];
	if (busy || isUnderWay(transfer)) return;
	if (file) startImport(file).then((sent) => sent && form.reset());
	else input.focus();
}
function stateOfImport(transfer, busy) {
	if (isUnderWay(transfer)) return progress("import", transfer);
	if (transfer.state === "done") return b`<p class="transfer__result">${tasks(transfer.done)} imported.</p>`;
	if (transfer.state !== "failed") return A;
	return b`
    <div class="transfer__result">
      <p class="transfer__failed">${transfer.problem}</p>
      ${transfer.row_errors.length > 0 ? b`<ol class="transfer__errors" aria-label="What is wrong">
            ${transfer.row_errors.map(({ row, field, message }) => b`<li>Task ${numbers.format(row)}${field ? `, ${field}` : ""}: ${message}</li>`)}
          </ol>` : A}
      <div class="transfer__buttons">
        <button class="button" type="button" aria-disabled=${busy} @click=${() => busy ? void 0 : remove("import")}>Dismiss</button>
      </div>
    </div>
  `;
}
const progress = (kind, transfer) => b`
  <div class="transfer__result">
    <p>
      ${transfer.state === "waiting" ? "Waiting for its turn…" : `${numbers.format(transfer.done)} of ${tasks(transfer.total)} ${kind === "export" ? "written" : "imported"}…`}
    </p>
    <progress
      class="transfer__progress"
      aria-label=${kind === "export" ? "Export" : "Import"}
      max=${Math.max(transfer.total, 1)}
      .value=${transfer.state === "waiting" ? 0 : transfer.done}
    ></progress>
    <div class="transfer__buttons">
      <button class="button" type="button" @click=${() => remove(kind)}>Stop</button>
    </div>
  </div>
`;
const problemOf = (kind, problem, transfer) => b`
  ${formProblem(problem)}
  ${problem && !transfer ? b`<button class="link-button" type="button" @click=${() => lookAgain(kind)}>Try again</button>` : A}
`;
const tasks = (count) => `${numbers.format(count)} ${count === 1 ? "task" : "tasks"}`;
const size = (bytes) => bytes < 1048576 ? `${numbers.format(Math.max(1, Math.round(bytes / 1024)))} KB` : `${new Intl.NumberFormat(void 0, { maximumFractionDigits: 1 }).format(bytes / 1024 / 1024)} MB`;
// client/features/profile/userAgent.js
const browsers = [
	[/\bEdg(?:A|iOS)?\//, "Edge"],
	[/\bOPR\//, "Opera"],
	[/\bSamsungBrowser\//, "Samsung Internet"],
	[/\b(?:Firefox|FxiOS)\//, "Firefox"],
	[/\b(?:Headless)?(?:Chrome|CriOS)\//, "Chrome"],
	[/\bVersion\/\S+ .*Safari\//, "Safari"],
	[/^curl\//, "curl"]
];
const systems = [
	[/\biPhone\b/, "iPhone"],
	[/\biPad\b/, "iPad"],
	[/\bAndroid\b/, "Android"],
	[/\bCrOS\b/, "ChromeOS"],
	[/\bWindows\b/, "Windows"],
	[/\bMac OS X\b/, "macOS"],
	[/\bLinux\b/, "Linux"]
];
function describeClient(userAgent) {
	if (!userAgent) return "Unknown program";
	const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
	const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
	if (!browser) return userAgent;
	return system ? `${browser} on ${system}` : browser;
}
// client/features/profile/profileView.js
const { names, passwords, confirmation, sessions, sessionsPage } = profile_exports;
const stores = [
	names,
	passwords,
	confirmation,
	sessions.store,
	sessionsPage,
	...stores$1
];
const enter = () => Promise.all([enter$2(), enter$1()]);
function leave() {
	leave$2();
	leave$1();
}
const view = () => b`
  <h1 class="page__title" tabindex="-1">Profile</h1>
  <div class="profile">
    ${section("Your account", "What others see of you, and how you log in.", namesForm())}
    ${section("Password", "Changing it signs you out everywhere else.", passwordForm())}
    ${section("Sessions", "Where you are logged in. Sign out what you do not recognise, then change your password.", sessionList())}
    ${section("Your data", "Take it with you, or bring tasks from elsewhere.", transfersView())}
  </div>
`;
const section = (title, text, content) => b`
  <section class="profile__section" aria-labelledby=${idOf(title)}>
    <div class="profile__head">
      <h2 class="profile__title" id=${idOf(title)}>${title}</h2>
      <p class="profile__text">${text}</p>
    </div>
    <div class="panel">${content}</div>
  </section>
`;
const idOf = (title) => `profile-${title.toLowerCase().replace(" ", "-")}`;
const namesForm = () => b`
  <form class="profile__form" data-form="names" novalidate @submit=${(event) => send(event, "names", saveNames)}>
    ${formProblem(names.state.problem)}
    ${textField({
	...field(names, "username", "Username"),
	autocomplete: "username",
	hint: "Letters and digits, at least 3."
})}
    <div class="profile__pair">
      ${textField({
	...field(names, "first_name", "First name"),
	autocomplete: "given-name"
})}
      ${textField({
	...field(names, "last_name", "Last name"),
	autocomplete: "family-name"
})}
    </div>
    ${selectField({
	...field(names, "time_zone", "Time zone"),
	choices: zones(),
	hint: zoneHint()
})}
    <p class="profile__text">You log in with <bdi>${session.state.user?.email}</bdi>. ${confirmationState()}</p>
    <button class="button" data-kind="primary" type="submit" aria-disabled=${names.state.busy}>Save profile</button>
  </form>
`;
function zones() {
	const set = session.state.user?.time_zone ?? "UTC";
	return [...new Set([
		...Intl.supportedValuesOf("timeZone"),
		"UTC",
		ownZone(),
		set
	])].sort().map((value) => ({
		value,
		label: value.replaceAll("_", " ")
	}));
}
function zoneHint() {
	const rule = "All dates and times are shown and meant there.";
	return isSameClock(names.state.fields.time_zone || ownZone(), ownZone()) ? rule : `${rule} This device is in ${zoneName(ownZone())}.`;
}
const confirmationState = () => session.state.user?.email_confirmed ? "This address is confirmed." : b`This address is not confirmed yet.
        <button class="link-button" type="button" aria-disabled=${confirmation.state.busy} @click=${sendConfirmation}>Send the mail again</button>`;
const passwordForm = () => b`
  <form class="profile__form" data-form="passwords" novalidate @submit=${(event) => send(event, "passwords", changePassword)}>
    ${formProblem(passwords.state.problem)}
    ${A}
    <input class="visually-hidden" type="email" autocomplete="username" aria-label="Account" tabindex="-1" readonly .value=${session.state.user?.email ?? ""} />
    ${textField({
	...field(passwords, "old_password", "Current password"),
	type: "password",
	autocomplete: "current-password"
})}
    <div class="profile__pair">
      ${textField({
	...field(passwords, "new_password", "New password"),
	type: "password",
	autocomplete: "new-password",
	hint: "At least 8 characters."
})}
      ${textField({
	...field(passwords, "new_password_confirm", "Confirm new password"),
	type: "password",
	autocomplete: "new-password"
})}
    </div>
    <button class="button" data-kind="primary" type="submit" aria-disabled=${passwords.state.busy}>Change password</button>
  </form>
`;
const field = (form, name, label) => ({
	id: `profile-${name.replaceAll("_", "-")}`,
	label,
	value: form.state.fields[name],
	errors: form.state.errors[name],
	onInput: (value) => write(form, name, value)
});
async function send(event, form, work) {
	event.preventDefault();
	if (!await work()) focusFirstInvalid(`[data-form="${form}"]`);
}
function sessionList() {
	const { items, count, problem, loading } = sessions.store.state;
	if (!items && problem) return b`<div role="alert">
      ${message({
		symbol: "warning",
		title: "Your sessions could not be loaded",
		text: problem,
		action: {
			label: "Try again",
			onClick: sessions.reload
		}
	})}
    </div>`;
	if (!items) return b`<p class="profile__waiting" role="status">Loading your sessions…</p>`;
	return b`
    <ul class="sessions" aria-label="Sessions" aria-busy=${loading}>
      ${c(items, ({ id }) => id, row)}
    </ul>
    ${count > sessionsPages.size ? pager({
		page: sessionsPage.state.page,
		size: sessionsPages.size,
		count,
		one: "session",
		many: "sessions",
		onPage: showSessions
	}) : A}
  `;
}
function row(shown) {
	const client = describeClient(shown.user_agent);
	return b`
    <li class="session">
      <div class="session__what">
        <p class="session__client" title=${shown.user_agent ?? ""}>
          ${client} ${shown.current ? b`<span class="session__current">This session</span>` : A}
        </p>
        <p class="session__facts">
          ${shown.ip_address ? `${shown.ip_address} · ` : A}last used
          <time datetime=${shown.last_used_at} title=${describeInFull(shown.last_used_at)}>${describe(shown.last_used_at)}</time>
          · since <time datetime=${shown.created_at} title=${describeInFull(shown.created_at)}>${describe(shown.created_at)}</time>
        </p>
      </div>
      ${shown.current ? A : b`<button class="button" type="button" aria-label="Sign out ${client}" @click=${() => endSession(shown)}>Sign out</button>`}
    </li>
  `;
}
export { enter, leave, stores, view };
