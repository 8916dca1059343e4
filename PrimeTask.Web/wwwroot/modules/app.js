import { ApiError, beforeLogOut, browserStorage, createStore, download, logIn, logOut, onNextPerson, probe, register as register$1, request, resume, session, tabStorage, uuid, watchReachability } from "./session.js";
// ../node_modules/lit-html/lit-html.js
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
const t$2 = globalThis;
const i$2 = (t) => t;
const s$2 = t$2.trustedTypes;
const e$2 = s$2 ? s$2.createPolicy("lit-html", { createHTML: (t) => t }) : void 0;
const h$2 = "$lit$";
const o$2 = `lit$${Math.random().toFixed(9).slice(2)}$`;
const n$3 = "?" + o$2;
const r$2 = `<${n$3}>`;
const l$2 = document;
const c$3 = () => l$2.createComment("");
const a = (t) => null === t || "object" != typeof t && "function" != typeof t;
const u$2 = Array.isArray;
const d$1 = (t) => u$2(t) || "function" == typeof t?.[Symbol.iterator];
const f$2 = "[ 	\n\f\r]";
const v$1 = /<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g;
const _ = /-->/g;
const m$1 = />/g;
const p$1 = RegExp(`>|${f$2}(?:([^\\s"'>=/]+)(${f$2}*=${f$2}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`, "g");
const g = /'/g;
const $ = /"/g;
const y = /^(?:script|style|textarea|title)$/i;
const x = (t) => (i, ...s) => ({
	_$litType$: t,
	strings: i,
	values: s
});
const b = x(1);
const w = x(2);
const E = Symbol.for("lit-noChange");
const A = Symbol.for("lit-nothing");
const C = new WeakMap();
const P = l$2.createTreeWalker(l$2, 129);
function V(t, i) {
	if (!u$2(t) || !t.hasOwnProperty("raw")) throw Error("invalid template strings array");
	return void 0 !== e$2 ? e$2.createHTML(i) : i;
}
const N = (t, i) => {
	const s = t.length - 1, e = [];
	let n, l = 2 === i ? "<svg>" : 3 === i ? "<math>" : "", c = v$1;
	for (let i = 0; i < s; i++) {
		const s = t[i];
		let a, u, d = -1, f = 0;
		for (; f < s.length && (c.lastIndex = f, u = c.exec(s), null !== u);) f = c.lastIndex, c === v$1 ? "!--" === u[1] ? c = _ : void 0 !== u[1] ? c = m$1 : void 0 !== u[2] ? (y.test(u[2]) && (n = RegExp("</" + u[2], "g")), c = p$1) : void 0 !== u[3] && (c = p$1) : c === p$1 ? ">" === u[0] ? (c = n ?? v$1, d = -1) : void 0 === u[1] ? d = -2 : (d = c.lastIndex - u[2].length, a = u[1], c = void 0 === u[3] ? p$1 : "\"" === u[3] ? $ : g) : c === $ || c === g ? c = p$1 : c === _ || c === m$1 ? c = v$1 : (c = p$1, n = void 0);
		const x = c === p$1 && t[i + 1].startsWith("/>") ? " " : "";
		l += c === v$1 ? s + r$2 : d >= 0 ? (e.push(a), s.slice(0, d) + h$2 + s.slice(d) + o$2 + x) : s + o$2 + (-2 === d ? i : x);
	}
	return [V(t, l + (t[s] || "<?>") + (2 === i ? "</svg>" : 3 === i ? "</math>" : "")), e];
};
var S = class S {
	constructor({ strings: t, _$litType$: i }, e) {
		let r;
		this.parts = [];
		let l = 0, a = 0;
		const u = t.length - 1, d = this.parts, [f, v] = N(t, i);
		if (this.el = S.createElement(f, e), P.currentNode = this.el.content, 2 === i || 3 === i) {
			const t = this.el.content.firstChild;
			t.replaceWith(...t.childNodes);
		}
		for (; null !== (r = P.nextNode()) && d.length < u;) {
			if (1 === r.nodeType) {
				if (r.hasAttributes()) for (const t of r.getAttributeNames()) if (t.endsWith(h$2)) {
					const i = v[a++], s = r.getAttribute(t).split(o$2), e = /([.?@])?(.*)/.exec(i);
					d.push({
						type: 1,
						index: l,
						name: e[2],
						strings: s,
						ctor: "." === e[1] ? I : "?" === e[1] ? L : "@" === e[1] ? z : H
					}), r.removeAttribute(t);
				} else t.startsWith(o$2) && (d.push({
					type: 6,
					index: l
				}), r.removeAttribute(t));
				if (y.test(r.tagName)) {
					const t = r.textContent.split(o$2), i = t.length - 1;
					if (i > 0) {
						r.textContent = s$2 ? s$2.emptyScript : "";
						for (let s = 0; s < i; s++) r.append(t[s], c$3()), P.nextNode(), d.push({
							type: 2,
							index: ++l
						});
						r.append(t[i], c$3());
					}
				}
			} else if (8 === r.nodeType) if (r.data === n$3) d.push({
				type: 2,
				index: l
			});
			else {
				let t = -1;
				for (; -1 !== (t = r.data.indexOf(o$2, t + 1));) d.push({
					type: 7,
					index: l
				}), t += o$2.length - 1;
			}
			l++;
		}
	}
	static createElement(t, i) {
		const s = l$2.createElement("template");
		return s.innerHTML = t, s;
	}
};
function M$1(t, i, s = t, e) {
	if (i === E) return i;
	let h = void 0 !== e ? s._$Co?.[e] : s._$Cl;
	const o = a(i) ? void 0 : i._$litDirective$;
	return h?.constructor !== o && (h?._$AO?.(!1), void 0 === o ? h = void 0 : (h = new o(t), h._$AT(t, s, e)), void 0 !== e ? (s._$Co ??= [])[e] = h : s._$Cl = h), void 0 !== h && (i = M$1(t, h._$AS(t, i.values), h, e)), i;
}
var R = class {
	constructor(t, i) {
		this._$AV = [], this._$AN = void 0, this._$AD = t, this._$AM = i;
	}
	get parentNode() {
		return this._$AM.parentNode;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	u(t) {
		const { el: { content: i }, parts: s } = this._$AD, e = (t?.creationScope ?? l$2).importNode(i, !0);
		P.currentNode = e;
		let h = P.nextNode(), o = 0, n = 0, r = s[0];
		for (; void 0 !== r;) {
			if (o === r.index) {
				let i;
				2 === r.type ? i = new k(h, h.nextSibling, this, t) : 1 === r.type ? i = new r.ctor(h, r.name, r.strings, this, t) : 6 === r.type && (i = new Z(h, this, t)), this._$AV.push(i), r = s[++n];
			}
			o !== r?.index && (h = P.nextNode(), o++);
		}
		return P.currentNode = l$2, e;
	}
	p(t) {
		let i = 0;
		for (const s of this._$AV) void 0 !== s && (void 0 !== s.strings ? (s._$AI(t, s, i), i += s.strings.length - 2) : s._$AI(t[i])), i++;
	}
};
var k = class k {
	get _$AU() {
		return this._$AM?._$AU ?? this._$Cv;
	}
	constructor(t, i, s, e) {
		this.type = 2, this._$AH = A, this._$AN = void 0, this._$AA = t, this._$AB = i, this._$AM = s, this.options = e, this._$Cv = e?.isConnected ?? !0;
	}
	get parentNode() {
		let t = this._$AA.parentNode;
		const i = this._$AM;
		return void 0 !== i && 11 === t?.nodeType && (t = i.parentNode), t;
	}
	get startNode() {
		return this._$AA;
	}
	get endNode() {
		return this._$AB;
	}
	_$AI(t, i = this) {
		t = M$1(this, t, i), a(t) ? t === A || null == t || "" === t ? (this._$AH !== A && this._$AR(), this._$AH = A) : t !== this._$AH && t !== E && this._(t) : void 0 !== t._$litType$ ? this.$(t) : void 0 !== t.nodeType ? this.T(t) : d$1(t) ? this.k(t) : this._(t);
	}
	O(t) {
		return this._$AA.parentNode.insertBefore(t, this._$AB);
	}
	T(t) {
		this._$AH !== t && (this._$AR(), this._$AH = this.O(t));
	}
	_(t) {
		this._$AH !== A && a(this._$AH) ? this._$AA.nextSibling.data = t : this.T(l$2.createTextNode(t)), this._$AH = t;
	}
	$(t) {
		const { values: i, _$litType$: s } = t, e = "number" == typeof s ? this._$AC(t) : (void 0 === s.el && (s.el = S.createElement(V(s.h, s.h[0]), this.options)), s);
		if (this._$AH?._$AD === e) this._$AH.p(i);
		else {
			const t = new R(e, this), s = t.u(this.options);
			t.p(i), this.T(s), this._$AH = t;
		}
	}
	_$AC(t) {
		let i = C.get(t.strings);
		return void 0 === i && C.set(t.strings, i = new S(t)), i;
	}
	k(t) {
		u$2(this._$AH) || (this._$AH = [], this._$AR());
		const i = this._$AH;
		let s, e = 0;
		for (const h of t) e === i.length ? i.push(s = new k(this.O(c$3()), this.O(c$3()), this, this.options)) : s = i[e], s._$AI(h), e++;
		e < i.length && (this._$AR(s && s._$AB.nextSibling, e), i.length = e);
	}
	_$AR(t = this._$AA.nextSibling, s) {
		for (this._$AP?.(!1, !0, s); t !== this._$AB;) {
			const s = i$2(t).nextSibling;
			i$2(t).remove(), t = s;
		}
	}
	setConnected(t) {
		void 0 === this._$AM && (this._$Cv = t, this._$AP?.(t));
	}
};
var H = class {
	get tagName() {
		return this.element.tagName;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	constructor(t, i, s, e, h) {
		this.type = 1, this._$AH = A, this._$AN = void 0, this.element = t, this.name = i, this._$AM = e, this.options = h, s.length > 2 || "" !== s[0] || "" !== s[1] ? (this._$AH = Array(s.length - 1).fill(new String()), this.strings = s) : this._$AH = A;
	}
	_$AI(t, i = this, s, e) {
		const h = this.strings;
		let o = !1;
		if (void 0 === h) t = M$1(this, t, i, 0), o = !a(t) || t !== this._$AH && t !== E, o && (this._$AH = t);
		else {
			const e = t;
			let n, r;
			for (t = h[0], n = 0; n < h.length - 1; n++) r = M$1(this, e[s + n], i, n), r === E && (r = this._$AH[n]), o ||= !a(r) || r !== this._$AH[n], r === A ? t = A : t !== A && (t += (r ?? "") + h[n + 1]), this._$AH[n] = r;
		}
		o && !e && this.j(t);
	}
	j(t) {
		t === A ? this.element.removeAttribute(this.name) : this.element.setAttribute(this.name, t ?? "");
	}
};
var I = class extends H {
	constructor() {
		super(...arguments), this.type = 3;
	}
	j(t) {
		this.element[this.name] = t === A ? void 0 : t;
	}
};
var L = class extends H {
	constructor() {
		super(...arguments), this.type = 4;
	}
	j(t) {
		this.element.toggleAttribute(this.name, !!t && t !== A);
	}
};
var z = class extends H {
	constructor(t, i, s, e, h) {
		super(t, i, s, e, h), this.type = 5;
	}
	_$AI(t, i = this) {
		if ((t = M$1(this, t, i, 0) ?? A) === E) return;
		const s = this._$AH, e = t === A && s !== A || t.capture !== s.capture || t.once !== s.once || t.passive !== s.passive, h = t !== A && (s === A || e);
		e && this.element.removeEventListener(this.name, this, s), h && this.element.addEventListener(this.name, this, t), this._$AH = t;
	}
	handleEvent(t) {
		"function" == typeof this._$AH ? this._$AH.call(this.options?.host ?? this.element, t) : this._$AH.handleEvent(t);
	}
};
var Z = class {
	constructor(t, i, s) {
		this.element = t, this.type = 6, this._$AN = void 0, this._$AM = i, this.options = s;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AI(t) {
		M$1(this, t);
	}
};
const j$1 = {
	M: h$2,
	P: o$2,
	A: n$3,
	C: 1,
	L: N,
	R,
	D: d$1,
	V: M$1,
	I: k,
	H,
	N: L,
	U: z,
	B: I,
	F: Z
};
(0, t$2.litHtmlPolyfillSupport)?.(S, k), (t$2.litHtmlVersions ??= []).push("3.3.3");
const D = (t, i, s) => {
	const e = s?.renderBefore ?? i;
	let h = e._$litPart$;
	if (void 0 === h) {
		const t = s?.renderBefore ?? null;
		e._$litPart$ = h = new k(i.insertBefore(c$3(), t), t, void 0, s ?? {});
	}
	return h._$AI(t), h;
};
// client/app/confirm.js
const confirmation = createStore({ question: null });
let settle = () => {};
session.subscribe(() => {
	if (session.state.status !== "signed-in") respond("cancel");
});
const ask = async (question) => await askBetween(question) === "action";
function askBetween(question) {
	respond("cancel");
	confirmation.set({ question });
	return new Promise((resolve) => {
		settle = resolve;
	});
}
function respond(answer) {
	if (!confirmation.state.question) return;
	confirmation.reset();
	settle(answer);
}
// client/app/connection.js
const FIRST_RETRY_MS = 1e3;
const MAX_RETRY_MS = 8e3;
const connection = createStore({ status: navigator.onLine ? "online" : "offline" });
let timer;
let wait = FIRST_RETRY_MS;
watchReachability((reached) => reached ? recovered() : lost());
window.addEventListener("offline", lost);
window.addEventListener("online", () => void tryAgain());
async function tryAgain() {
	clearTimeout(timer);
	timer = void 0;
	await probe();
}
function recovered() {
	clearTimeout(timer);
	timer = void 0;
	wait = FIRST_RETRY_MS;
	if (connection.state.status !== "online") connection.set({ status: "online" });
}
function lost() {
	const status = navigator.onLine ? "down" : "offline";
	if (connection.state.status !== status) connection.set({ status });
	timer ??= setTimeout(() => void tryAgain(), wait);
	wait = Math.min(MAX_RETRY_MS, wait * 2);
}
function onReconnect(run) {
	let { status } = connection.state;
	connection.subscribe(() => {
		const before = status;
		status = connection.state.status;
		if (before !== "online" && status === "online") run();
	});
}
// client/app/keys.js
const help = createStore({ open: false });
const names$1 = {
	ArrowDown: "↓",
	ArrowUp: "↑",
	Escape: "Esc",
	" ": "Space"
};
const keyName = ({ key, alt = false, ctrl = false }) => `${ctrl ? "Ctrl " : ""}${alt ? "Alt " : ""}${names$1[key] ?? (ctrl ? key.toUpperCase() : key)}`;
function listenForKeys(current, onOther) {
	document.addEventListener("keydown", (event) => {
		const command = event.ctrlKey || event.metaKey;
		const undo = command && !event.altKey && !event.shiftKey && event.key === "z";
		const ctrl = command && !undo;
		if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
		const shortcut = current().find((one) => one.key === event.key && (one.alt ?? false) === event.altKey && (one.ctrl ?? false) === ctrl);
		if (!shortcut?.everywhere && (ctrl && event.metaKey || isTyping(event.target, event.key))) return;
		if (!shortcut && (event.altKey || command || !onOther(event.key))) return;
		event.preventDefault();
		shortcut?.run(event);
	});
}
const ACTING = "button, a[href], summary, input, select, [role=\"button\"], [role=\"menuitem\"]";
function isTyping(target, key) {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target.matches("textarea, select, input:not([type=\"checkbox\"], [type=\"radio\"], [type=\"button\"])")) return true;
	return (key === "Enter" || key === " ") && target.matches(ACTING);
}
// client/app/notices.js
const SHOWN_MS = 6e3;
const UNDO_MS = 1e4;
const notices = createStore({ shown: [] });
let lastId = 0;
const clocks = new Map();
session.subscribe(() => {
	if (session.state.status !== "signed-out") return;
	for (const { id } of notices.state.shown) forgetClock(id);
	notices.reset();
});
function notify(text, { undo } = {}) {
	const id = add$2({
		text,
		problem: false,
		undo
	});
	clocks.set(id, {
		left: undo ? UNDO_MS : SHOWN_MS,
		since: 0
	});
	resumeClock(id);
	return id;
}
function notifyProblem(text) {
	add$2({
		text,
		problem: true
	});
}
function dismiss(id) {
	forgetClock(id);
	notices.set({ shown: notices.state.shown.filter((shown) => shown.id !== id) });
}
function forgetClock(id) {
	clearTimeout(clocks.get(id)?.timer);
	clocks.delete(id);
}
function pauseClock(id) {
	const clock = clocks.get(id);
	if (!clock?.timer) return;
	clearTimeout(clock.timer);
	clock.timer = void 0;
	clock.left -= Date.now() - clock.since;
}
function resumeClock(id) {
	const clock = clocks.get(id);
	if (!clock || clock.timer) return;
	clock.since = Date.now();
	clock.timer = setTimeout(() => dismiss(id), Math.max(1e3, clock.left));
}
function add$2(notice) {
	lastId += 1;
	const problems = notices.state.shown.filter(({ problem }) => problem).slice(-2);
	for (const shown of notices.state.shown) if (!problems.includes(shown)) forgetClock(shown.id);
	notices.set({ shown: [...problems, {
		id: lastId,
		...notice
	}] });
	return lastId;
}
// client/app/router.js
const HOME = "/today";
const TASK = /^\/tasks\/(?<id>[1-9]\d{0,15})$/u;
const route = createStore(fromAddress());
let closeDialog$1 = () => false;
let isLeaving = false;
window.addEventListener("popstate", () => {
	const isOwn = isLeaving;
	isLeaving = false;
	if (!isOwn && closeDialog$1()) stay();
	else route.set(fromAddress());
});
const onBack = (close) => closeDialog$1 = close;
function stay() {
	const { task } = route.state;
	if (task === null) history.pushState(null, "", viewAddress$1());
	else history.pushState({
		behind: viewAddress$1(),
		opened: true
	}, "", `/tasks/${task}`);
}
function viewAddress$1() {
	const { path, query } = route.state;
	return path + (query.size > 0 ? `?${query}` : "");
}
function fromAddress() {
	const task = TASK.exec(trimmed(location.pathname))?.groups?.id;
	if (!task) return {
		path: trimmed(location.pathname),
		query: new URLSearchParams(location.search),
		task: null
	};
	const { pathname, searchParams } = new URL(history.state?.behind ?? "/today", location.origin);
	return {
		path: pathname,
		query: searchParams,
		task: Number(task)
	};
}
function trimmed(path) {
	return path.replace(/(?<=.)\/+$/, "");
}
function navigate(address, { replace = false } = {}) {
	const same = address === location.pathname + location.search;
	const state = TASK.test(address) ? {
		behind: viewAddress$1(),
		opened: !replace && !same
	} : null;
	history[replace || same ? "replaceState" : "pushState"](state, "", address);
	route.set(fromAddress());
}
function goToTask(id) {
	const { task } = route.state;
	if (task === id) return;
	const opened = task === null || history.state?.opened === true;
	history[task === null ? "pushState" : "replaceState"]({
		behind: viewAddress$1(),
		opened
	}, "", `/tasks/${id}`);
	route.set(fromAddress());
}
function leaveTask() {
	if (route.state.task === null || isLeaving) return;
	if (history.state?.opened) {
		isLeaving = true;
		history.back();
	} else navigate(viewAddress$1(), { replace: true });
}
const isTaskAddress = (path) => TASK.test(path);
function followLinks(isOwn) {
	document.addEventListener("click", (event) => {
		const link = event.target instanceof Element ? event.target.closest("a") : null;
		if (!link || event.defaultPrevented || event.button !== 0 || hasModifier(event) || !leadsInside(link, isOwn)) return;
		event.preventDefault();
		navigate(link.pathname + link.search);
	});
}
const hasModifier = (event) => event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
const leadsInside = (link, isOwn) => link.origin === location.origin && !link.hash && !link.hasAttribute("download") && (!link.target || link.target === "_self") && isOwn(link.pathname);
// client/app/undoStack.js
function createUndoStack(most) {
	let entries = [];
	const take = (entry) => {
		if (!entries.includes(entry)) return false;
		entries = entries.filter((other) => other !== entry);
		return true;
	};
	return {
		push: (entry) => void (entries = [...entries, entry].sort((one, other) => one.order - other.order).slice(-most)),
		last: () => entries.at(-1),
		take,
		clear: () => void (entries = [])
	};
}
// client/app/undo.js
const stack = createUndoStack(50);
onNextPerson(() => stack.clear());
let turns = 0;
const turn = () => turns += 1;
function offerUndo(text, run, order = turn()) {
	const action = {
		text,
		run,
		order,
		notice: 0
	};
	stack.push(action);
	if (stack.last() === action) action.notice = notify(text, { undo: {
		label: "Undo",
		run: () => undo(action)
	} });
	return action;
}
let underWay = Promise.resolve();
function begin(action) {
	const last = stack.last();
	if (last) dismiss(last.notice);
	underWay = Promise.allSettled([underWay, action]).then(() => {});
	return action;
}
async function undoLast() {
	await underWay;
	const last = stack.last();
	if (last) undo(last);
	else notify("There is nothing to undo.");
}
async function undo(action) {
	if (!stack.take(action)) return;
	dismiss(action.notice);
	if (await action.run() !== false) notify(`Undone: ${action.text}`);
}
// client/ui/dates.js
const DAY_MS = 864e5;
const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
let profileZone = "";
function setProfileZone(zone) {
	profileZone = zone && isKnownZone(zone) ? zone : "";
}
function isKnownZone(zone) {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: zone }) instanceof Intl.DateTimeFormat;
	} catch (error) {
		if (error instanceof RangeError) return false;
		throw error;
	}
}
const personsZone = () => profileZone || ownZone();
const otherZone = () => isSameClock(personsZone(), ownZone()) ? "" : zoneName(personsZone());
const zoneName = (zone) => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
function formatter(options, zoneOf = personsZone, language = void 0) {
	let made;
	return (date) => {
		const timeZone = zoneOf();
		const place = `${timeZone} ${navigator.languages}`;
		if (made?.place !== place) made = {
			place,
			format: new Intl.DateTimeFormat(language ?? navigator.languages, {
				...options,
				timeZone
			})
		};
		return made.format.format(date);
	};
}
const compared = new Map();
function isSameClock(one, other) {
	const key = `${one} ${other}`;
	if (one !== other && !compared.has(key) && isKnownZone(one) && isKnownZone(other)) {
		const [first, second] = [one, other].map((timeZone) => new Intl.DateTimeFormat("sv-SE", {
			dateStyle: "short",
			timeStyle: "short",
			timeZone
		}));
		const weeks = Array.from({ length: 53 }, (_, week) => Date.now() + week * 7 * DAY_MS);
		compared.set(key, weeks.every((time) => first.format(time) === second.format(time)));
	}
	return one === other || compared.get(key) === true;
}
const DAY$1 = {
	day: "numeric",
	month: "short"
};
const WHOLE_DAY = {
	weekday: "long",
	day: "numeric",
	month: "long",
	year: "numeric"
};
const timeOfDay = formatter({ timeStyle: "short" });
const weekday = formatter({ weekday: "short" });
const weekdayAndTime = formatter({
	weekday: "short",
	hour: "numeric",
	minute: "2-digit"
});
const timeAndZone = formatter({
	hour: "numeric",
	minute: "2-digit",
	timeZoneName: "short"
});
const thisYear = formatter(DAY$1);
const otherYear = formatter({
	...DAY$1,
	year: "numeric"
});
const wholeDay = formatter(WHOLE_DAY);
const complete = formatter({
	...WHOLE_DAY,
	hour: "numeric",
	minute: "2-digit",
	timeZoneName: "short"
});
const utc = () => "UTC";
const calendarDay = formatter(DAY$1, utc);
const wholeCalendarDay = formatter({
	weekday: "short",
	day: "numeric",
	month: "long"
}, utc);
const calendarWeekday = formatter({ weekday: "short" }, utc);
const calendarDayOfYear = formatter({
	...DAY$1,
	year: "numeric"
}, utc);
const calendarDateInFull = formatter(WHOLE_DAY, utc);
const monthAndYear = formatter({
	month: "long",
	year: "numeric"
}, utc);
const nearDays = [
	"Yesterday",
	"Today",
	"Tomorrow"
];
const ISO_DATE = {
	year: "numeric",
	month: "2-digit",
	day: "2-digit",
	calendar: "gregory",
	numberingSystem: "latn"
};
const isoDate = formatter(ISO_DATE, personsZone, "sv-SE");
const isoTime = formatter({
	...ISO_DATE,
	hour: "2-digit",
	minute: "2-digit",
	second: "2-digit",
	hourCycle: "h23"
}, personsZone, "sv-SE");
const clockAt = (instant) => isoTime(new Date(instant)).replace(" ", "T").padStart(19, "0");
const offsetAt = (instant) => Date.parse(`${clockAt(instant)}Z`) - Math.floor(instant / 1e3) * 1e3;
const toLocalInput = (instant) => instant ? clockAt(Date.parse(instant)).slice(0, 16) : "";
function fromLocalInput(value) {
	const shown = Date.parse(`${value}Z`);
	if (!value.includes("T") || Number.isNaN(shown)) return null;
	const [first, second] = [-864e5, DAY_MS].map((distance) => shown - offsetAt(shown + distance));
	const isSecond = offsetAt(first) !== shown - first && offsetAt(second) === shown - second;
	return new Date(isSecond ? second : first).toISOString();
}
const isWholeDay = (date) => clockAt(date.getTime()).endsWith("T23:59:59");
function describe$2(instant, now = new Date()) {
	const date = new Date(instant);
	const days = daysApart(today(now), today(date));
	if (days > 1 && days < 7) return (isWholeDay(date) ? weekday : weekdayAndTime)(date);
	const isNear = Math.abs(days) <= 1;
	if (!isNear && today(date).slice(0, 4) !== today(now).slice(0, 4)) return otherYear(date);
	const day = isNear ? nearDays[days + 1] : thisYear(date);
	return isWholeDay(date) || days < -1 ? day : `${day}, ${timeOfDay(date)}`;
}
function describeInFull(instant) {
	const date = new Date(instant);
	return (isWholeDay(date) ? wholeDay : complete)(date);
}
const today = (now = new Date()) => isoDate(now).padStart(10, "0");
const daysApart = (from, to) => (Date.parse(to) - Date.parse(from)) / DAY_MS;
const addDays = (day, count) => new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
const weekdayOf = (day) => new Date(day).getUTCDay() || 7;
function describeDate(day, now = new Date()) {
	const date = new Date(day);
	const current = today(now);
	const days = daysApart(current, day);
	if (Math.abs(days) <= 1) return nearDays[days + 1];
	if (days > 1 && days < 7) return calendarWeekday(date);
	return (day.slice(0, 4) === current.slice(0, 4) ? calendarDay : calendarDayOfYear)(date);
}
function describeWithZone(instant, now = new Date()) {
	const date = new Date(instant);
	return `${describeDate(today(date), now)}, ${(otherZone() ? timeAndZone : timeOfDay)(date)}`;
}
const describeMonth = (day) => monthAndYear(new Date(day));
const describeWeekday = (day) => calendarWeekday(new Date(day));
function firstWeekday() {
	return new Intl.Locale(navigator.language).getWeekInfo?.().firstDay ?? 1;
}
const describeDateInFull = (day) => calendarDateInFull(new Date(day));
const describeDay = (day) => calendarDay(new Date(day));
const describeDayInFull = (day) => wholeCalendarDay(new Date(day));
// ../node_modules/lit-html/directive.js
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
const t$1 = {
	ATTRIBUTE: 1,
	CHILD: 2,
	PROPERTY: 3,
	BOOLEAN_ATTRIBUTE: 4,
	EVENT: 5,
	ELEMENT: 6
};
const e$1 = (t) => (...e) => ({
	_$litDirective$: t,
	values: e
});
var i$1 = class {
	constructor(t) {}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AT(t, e, i) {
		this._$Ct = t, this._$AM = e, this._$Ci = i;
	}
	_$AS(t, e) {
		return this.update(t, e);
	}
	update(t, e) {
		return this.render(...e);
	}
};
// ../node_modules/lit-html/directive-helpers.js
/**
* @license
* Copyright 2020 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/ const { I: t } = j$1, i = (o) => o, r$1 = (o) => void 0 === o.strings, s$1 = () => document.createComment(""), v = (o, n, e) => {
	const l = o._$AA.parentNode, d = void 0 === n ? o._$AB : n._$AA;
	if (void 0 === e) {
		const i = l.insertBefore(s$1(), d), n = l.insertBefore(s$1(), d);
		e = new t(i, n, o, o.options);
	} else {
		const t = e._$AB.nextSibling, n = e._$AM, c = n !== o;
		if (c) {
			let t;
			e._$AQ?.(o), e._$AM = o, void 0 !== e._$AP && (t = o._$AU) !== n._$AU && e._$AP(t);
		}
		if (t !== d || c) {
			let o = e._$AA;
			for (; o !== t;) {
				const t = i(o).nextSibling;
				i(l).insertBefore(o, d), o = t;
			}
		}
	}
	return e;
}, u$1 = (o, t, i = o) => (o._$AI(t, i), o), m = {}, p = (o, t = m) => o._$AH = t, M = (o) => o._$AH, h$1 = (o) => {
	o._$AR(), o._$AA.remove();
};
// ../node_modules/lit-html/directives/live.js
/**
* @license
* Copyright 2020 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/ const l = e$1(class extends i$1 {
	constructor(r) {
		if (super(r), r.type !== t$1.PROPERTY && r.type !== t$1.ATTRIBUTE && r.type !== t$1.BOOLEAN_ATTRIBUTE) throw Error("The `live` directive is not allowed on child or event bindings");
		if (!r$1(r)) throw Error("`live` bindings can only contain a single expression");
	}
	render(r) {
		return r;
	}
	update(i, [t]) {
		if (t === E || t === A) return t;
		const o = i.element, l = i.name;
		if (i.type === t$1.PROPERTY) {
			if (t === o[l]) return E;
		} else if (i.type === t$1.BOOLEAN_ATTRIBUTE) {
			if (!!t === o.hasAttribute(l)) return E;
		} else if (i.type === t$1.ATTRIBUTE && o.getAttribute(l) === t + "") return E;
		return p(i), t;
	}
});
// client/ui/icon.js
const shapes = {
	plus: w`<path d="M8 3v10M3 8h10" />`,
	check: w`<path d="m3.5 8.5 3 3 6-7" />`,
	filter: w`<path d="M2.500 4.500h11M4.500 8h7M6.500 11.500h3" />`,
	search: w`<circle cx="7" cy="7" r="4.25" /><path d="m10.25 10.25 3.25 3.25" />`,
	edit: w`<path d="m3 13 .6-2.9 7.2-7.2a1.2 1.2 0 0 1 1.7 0l.6.6a1.2 1.2 0 0 1 0 1.7L5.9 12.4 3 13Z" />`,
	trash: w`<path d="M2.75 4.25h10.5M6.25 4V2.75h3.5V4M4.25 4.5l.6 8.75h6.3l.6-8.75M6.75 7v3.75M9.25 7v3.75" />`,
	close: w`<path d="m4 4 8 8m0-8-8 8" />`,
	copy: w`<rect x="5.500" y="5.500" width="8" height="8" rx="1.500" /><path d="M10.500 3.500v-.5a1 1 0 0 0-1-1H3a1 1 0 0 0-1 1v6.500a1 1 0 0 0 1 1h.5" />`,
	repeat: w`<path d="M3 7.500V6.250a2 2 0 0 1 2-2h7.500M10.500 2.250l2 2-2 2M13 8.500v1.250a2 2 0 0 1-2 2H3.500M5.500 13.750l-2-2 2-2" />`,
	flag: w`<path d="M4 13.500V2.750M4 3.250h7.750l-1.500 2.750 1.500 2.750H4" />`,
	folder: w`<path d="M2.250 12.250v-8.250a.75.75 0 0 1 .75-.75h3.250l1.500 1.750H13a.75.75 0 0 1 .75.75v6.500a.75.75 0 0 1-.75.75H3a.75.75 0 0 1-.75-.75Z" />`,
	tag: w`<path d="M2.750 3.250v4.500l5.750 5.750 5-5-5.750-5.750H3.250a.5.5 0 0 0-.5.5Z" /><path d="M5.500 5.500v.05" />`,
	bookmark: w`<path d="M4.250 2.500h7.500a.75.75 0 0 1 .75.75v10.250L8 10.500l-4.500 3V3.250a.75.75 0 0 1 .75-.75Z" />`,
	contrast: w`<circle cx="8" cy="8" r="5.25" /><path d="M8 3a5 5 0 0 1 0 10Z" fill="currentColor" />`,
	clock: w`<circle cx="8" cy="8" r="5.25" /><path d="M8 5v3.25l2 1.25" />`,
	warning: w`<path d="M8 2.75 14 13.25H2L8 2.75Zm0 4v3m0 1.6v.05" />`,
	list: w`<rect x="2.5" y="2.5" width="11" height="11" rx="2.5" /><path d="m5 8.2 2 2 4-4.4" />`,
	inbox: w`<path d="M2.5 9h3.250l1 1.750h2.500l1-1.750h3.250M4.250 3h7.500l1.750 6v3.250a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V9L4.250 3Z" />`,
	today: w`<rect x="2.500" y="3" width="11" height="10.500" rx="2" /><path d="M2.500 6.500h11M5.500 1.750V4M10.500 1.750V4" /><path d="M8 9.950v.1" stroke-width="2.500" />`,
	upcoming: w`<rect x="2.500" y="3" width="11" height="10.500" rx="2" /><path d="M2.500 6.500h11M5.500 1.750V4M10.500 1.750V4M5.500 10h5m-1.750-1.750L10.500 10l-1.750 1.750" />`,
	calendar: w`<rect x="2.500" y="3" width="11" height="10.500" rx="2" /><path d="M2.500 6.500h11M5.500 1.750V4M10.500 1.750V4M5 8.750v.05M8 8.750v.05M11 8.750v.05M5 11.250v.05M8 11.250v.05" />`,
	menu: w`<path d="M2.500 4.250h11M2.500 8h11M2.500 11.750h11" />`,
	more: w`<path d="M3.500 8v.05M8 8v.05M12.500 8v.05" stroke-width="2" />`,
	archive: w`<rect x="2" y="3" width="12" height="3" rx="1" /><path d="M3 6v6.250a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V6M6.500 8.750h3" />`,
	board: w`<rect x="2.5" y="2.5" width="3" height="11" rx="1" /><rect x="6.5" y="2.5" width="3" height="7" rx="1" /><rect x="10.5" y="2.5" width="3" height="9" rx="1" />`,
	chart: w`<path d="M2.5 13.5h11M4.5 11V8M8 11V3.5M11.5 11V6" />`,
	shield: w`<path d="M8 2 3 4v4c0 3 2.2 5 5 6 2.8-1 5-3 5-6V4L8 2Z" />`,
	person: w`<circle cx="8" cy="5.25" r="2.75" /><path d="M2.75 13.75c.6-2.7 2.7-4 5.25-4s4.65 1.3 5.25 4" />`,
	leave: w`<path d="M6.5 2.750H3.750a1 1 0 0 0-1 1v8.500a1 1 0 0 0 1 1H6.500M10.25 5l3 3-3 3M13 8H6" />`,
	keyboard: w`<rect x="1.75" y="4" width="12.5" height="8" rx="1.5" /><path d="M4.25 6.750v.05M6.75 6.750v.05M9.25 6.750v.05M11.75 6.750v.05M5.5 9.500h5" />`,
	up: w`<path d="M8 12.5v-9M4.5 7 8 3.5 11.5 7" />`,
	down: w`<path d="M8 3.5v9M4.5 9 8 12.5 11.5 9" />`,
	subtask: w`<path d="M4.5 3v4.250a2 2 0 0 0 2 2H12M9.250 6.500 12 9.250 9.250 12" />`,
	previous: w`<path d="m9.75 3.75-4.5 4.25 4.5 4.25" />`,
	next: w`<path d="m6.25 3.75 4.5 4.25-4.5 4.25" />`
};
const icon = (name) => b`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shapes[name]}</svg>`;
const brand = () => b`
  <span class="brand">
    <svg class="brand__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" />
      <path d="m9 16.5 5 5 9-11" />
    </svg>
    <span class="brand__name">PrimeTask</span>
  </span>
`;
// client/ui/segments.js
const segment = ({ label, checked, onChange, name }) => b`
  <label class="segments__item">
    <input class="visually-hidden" type=${name ? "radio" : "checkbox"} name=${name ?? A} .checked=${l(checked)} @change=${onChange} />
    <span>${label}</span>
  </label>
`;
// client/ui/filters.js
const folding = createStore({ open: false });
const showFilters = () => folding.set({ open: true });
const filtersButton = (active) => b`
  <button
    class="icon-button filters-button"
    type="button"
    aria-label=${active > 0 ? `Filters: ${active}` : "Filters"}
    title="Filters"
    aria-expanded=${folding.state.open}
    aria-controls="filters"
    ?data-on=${active > 0}
    @click=${() => folding.set({ open: !folding.state.open })}
  >
    ${icon("filter")}
  </button>
`;
const searchField = (value, onSearch) => b`
  <label class="search">
    ${icon("search")}
    <input
      class="search__input"
      type="search"
      aria-label="Search tasks"
      placeholder="Search tasks"
      autocomplete="off"
      dir="auto"
      .value=${l(value)}
      @input=${(event) => onSearch(event.target.value)}
      @keydown=${(event) => event.key === "Escape" && event.target.blur()}
    />
  </label>
`;
function toggles(legend, choices, value, onChange) {
	const chosen = value.split(",").filter(Boolean);
	const toggle = (one) => onChange(choices.map((other) => other.value).filter((other) => other === one !== chosen.includes(other)).join(","));
	return b`
    <fieldset class="segments">
      <legend class="visually-hidden">${legend}</legend>
      ${choices.map(({ value: one, label }) => segment({
		label,
		checked: chosen.includes(one),
		onChange: () => toggle(one)
	}))}
    </fieldset>
  `;
}
const choice = (label, choices, value, onChange) => b`
  <select
    class="filters__choice"
    aria-label=${label}
    @change=${(event) => onChange(event.target.value)}
  >
    ${choices.map((one) => b`<option value=${one.value} .selected=${l(value === one.value)}>${one.label}</option>`)}
  </select>
`;
// client/ui/focus.js
const drawn = () => new Promise((resolve) => setTimeout(resolve));
async function focusStart() {
	await drawn();
	find("dialog[open] [autofocus]", ".card input", "h1[tabindex]")?.focus();
}
async function focusHeading() {
	await drawn();
	const heading = find("main h1", "main");
	if (!heading) return;
	heading.tabIndex = -1;
	heading.focus({ preventScroll: true });
}
function focusSearch(typed = "") {
	const field = document.querySelector("main input[type=\"search\"]");
	if (!(field instanceof HTMLInputElement) || !field.checkVisibility()) return false;
	field.focus();
	field.select();
	if (typed === "") return true;
	field.value = typed;
	field.dispatchEvent(new InputEvent("input", { bubbles: true }));
	return true;
}
function focusQuickAdd(typed = "") {
	const field = [document.activeElement?.closest("section")?.querySelector("[data-quick-add]"), ...document.querySelectorAll("main [data-quick-add]")].find((line) => line?.checkVisibility());
	if (!(field instanceof HTMLInputElement)) return false;
	field.focus();
	for (const [place, line] of typed.split("\n").entries()) {
		if (place > 0) {
			field.dispatchEvent(new KeyboardEvent("keydown", {
				key: "Enter",
				bubbles: true,
				cancelable: true
			}));
			field.value = "";
		}
		if (line) {
			field.value += line;
			field.dispatchEvent(new InputEvent("input", { bubbles: true }));
		}
	}
	return true;
}
async function focusFirstInvalid(form) {
	await drawn();
	find(`${form} [aria-invalid]`, `${form} input`)?.focus();
}
function find(...selectors) {
	const found = selectors.map((selector) => document.querySelector(selector)).find((element) => element !== null);
	return found instanceof HTMLElement ? found : void 0;
}
// ../node_modules/lit-html/directives/repeat.js
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
const u = (e, s, t) => {
	const r = new Map();
	for (let l = s; l <= t; l++) r.set(e[l], l);
	return r;
};
const c$1 = e$1(class extends i$1 {
	constructor(e) {
		if (super(e), e.type !== t$1.CHILD) throw Error("repeat() can only be used in text expressions");
	}
	dt(e, s, t) {
		let r;
		void 0 === t ? t = s : void 0 !== s && (r = s);
		const l = [], o = [];
		let i = 0;
		for (const s of e) l[i] = r ? r(s, i) : i, o[i] = t(s, i), i++;
		return {
			values: o,
			keys: l
		};
	}
	render(e, s, t) {
		return this.dt(e, s, t).values;
	}
	update(s, [t, r, c]) {
		const d = M(s), { values: p$2, keys: a } = this.dt(t, r, c);
		if (!Array.isArray(d)) return this.ut = a, p$2;
		const h = this.ut ??= [], v$2 = [];
		let m, y, x = 0, j = d.length - 1, k = 0, w = p$2.length - 1;
		for (; x <= j && k <= w;) if (null === d[x]) x++;
		else if (null === d[j]) j--;
		else if (h[x] === a[k]) v$2[k] = u$1(d[x], p$2[k]), x++, k++;
		else if (h[j] === a[w]) v$2[w] = u$1(d[j], p$2[w]), j--, w--;
		else if (h[x] === a[w]) v$2[w] = u$1(d[x], p$2[w]), v(s, v$2[w + 1], d[x]), x++, w--;
		else if (h[j] === a[k]) v$2[k] = u$1(d[j], p$2[k]), v(s, d[x], d[j]), j--, k++;
		else if (void 0 === m && (m = u(a, k, w), y = u(h, x, j)), m.has(h[x])) if (m.has(h[j])) {
			const e = y.get(a[k]), t = void 0 !== e ? d[e] : null;
			if (null === t) {
				const e = v(s, d[x]);
				u$1(e, p$2[k]), v$2[k] = e;
			} else v$2[k] = u$1(t, p$2[k]), v(s, d[x], t), d[e] = null;
			k++;
		} else h$1(d[j]), j--;
		else h$1(d[x]), x++;
		for (; k <= w;) {
			const e = v(s, v$2[w + 1]);
			u$1(e, p$2[k]), v$2[k++] = e;
		}
		for (; x <= j;) {
			const e = d[x++];
			null !== e && h$1(e);
		}
		return this.ut = a, p(s, v$2), E;
	}
});
// client/ui/message.js
const message = ({ symbol, title, text, action }) => b`
  <div class="message">
    <span class="message__symbol">${icon(symbol)}</span>
    <h2 class="message__title">${title}</h2>
    <p class="message__text">${text}</p>
    ${action ? b`<button class="button" type="button" @click=${action.onClick}>${action.label}</button>` : A}
  </div>
`;
function sentence(text) {
	const [before, name, after] = text.split(/“(?<name>.*)”/su);
	return name === void 0 ? text : b`${before}“<bdi>${name}</bdi>”${after}`;
}
const formProblem = (problem) => b`
  <div role="alert">${problem ? b`<p class="form-problem">${icon("warning")}<span>${problem}</span></p>` : A}</div>
`;
const banner = (text, { label = "Try again", wide = false, symbol = "warning", onClick, other }) => b`<div role="status">${text ? b`<p class="banner ${wide ? "banner--wide" : ""}">
        ${icon(symbol)}<span>${text}</span>
        <button class="link-button" type="button" @click=${onClick}>${label}</button>
        ${other ? b`<button class="link-button" type="button" @click=${other.onClick}>${other.label}</button>` : A}
      </p>` : A}</div>`;
const staleBanner = (shown, problem, onClick) => banner(shown && problem ? `${problem} What you see may be out of date.` : null, { onClick });
// client/ui/notices.js
const noticeList = (shown, handlers) => b`
  <div class="notices">
    <div role="status" class="notices__group">${list$2(shown.filter(({ problem }) => !problem), handlers)}</div>
    <div role="alert" class="notices__group">${list$2(shown.filter(({ problem }) => problem), handlers)}</div>
  </div>
`;
const list$2 = (shown, { onDismiss, onEnter, onLeave }) => c$1(shown, ({ id }) => id, (notice) => b`
      <div
        class="notice"
        data-kind=${notice.problem ? "problem" : "done"}
        @pointerenter=${() => onEnter(notice.id)}
        @pointerleave=${() => onLeave(notice.id)}
        @focusin=${() => onEnter(notice.id)}
        @focusout=${() => onLeave(notice.id)}
      >
        ${icon(notice.problem ? "warning" : "check")}
        <p class="notice__text">${sentence(notice.text)}</p>
        ${notice.undo ? b`<button class="link-button" type="button" @click=${notice.undo.run}>${notice.undo.label}</button>` : A}
        <button class="icon-button" type="button" aria-label="Dismiss message" @click=${() => onDismiss(notice.id)}>${icon("close")}</button>
      </div>
    `);
// client/features/sign-in/authForm.js
const initial$1 = {
	kind: location.pathname === "/register" ? "register" : "login",
	fields: {
		email: "",
		username: "",
		password: "",
		password_confirm: ""
	},
	errors: {},
	problem: null,
	busy: false
};
const authForm = createStore(initial$1);
function switchTo(kind) {
	authForm.set({
		kind,
		errors: {},
		problem: null
	});
}
function write$2(name, value) {
	const { [name]: _, ...errors } = authForm.state.errors;
	authForm.set({
		fields: {
			...authForm.state.fields,
			[name]: value
		},
		errors
	});
}
async function submit() {
	const { busy, kind, fields } = authForm.state;
	if (busy) return false;
	authForm.set({
		busy: true,
		errors: {},
		problem: null
	});
	try {
		await (kind === "login" ? logIn({
			email: fields.email,
			password: fields.password
		}) : register(fields));
		authForm.set({
			...initial$1,
			kind: "login"
		});
		return true;
	} catch (error) {
		authForm.set({ busy: false });
		if (!(error instanceof ApiError)) throw error;
		authForm.set(error.placed);
		return false;
	}
}
async function register(fields) {
	try {
		await register$1({
			...fields,
			time_zone: ownZone()
		});
	} catch (error) {
		if (!(error instanceof ApiError && error.errors.time_zone)) throw error;
		await register$1(fields);
	}
	(await import("./examples.js").catch(() => null))?.addExamples();
}
// client/ui/field.js
const textField = (options) => field(options, b`<input
      class="field__control"
      id=${options.id}
      type=${options.type ?? "text"}
      autocomplete=${options.autocomplete ?? "off"}
      autocapitalize=${writesWords(options) ? A : "none"}
      dir=${writesWords(options) ? "auto" : A}
      max=${options.max ?? A}
      list=${options.suggestions?.length ? `${options.id}-list` : A}
      ?required=${options.required}
      ?autofocus=${options.autofocus}
      ?disabled=${options.disabled}
      aria-invalid=${options.errors?.length ? "true" : A}
      aria-describedby=${describedBy(options)}
      .value=${l(options.value)}
      @input=${passValue(options)}
    />${options.suggestions?.length ? b`<datalist id="${options.id}-list">${options.suggestions.map((value) => b`<option value=${value}></option>`)}</datalist>` : A}`);
const writesWords = ({ type = "text" }) => type === "text";
const textArea = (options) => field(options, b`<textarea
      class="field__control"
      id=${options.id}
      rows=${options.rows ?? 4}
      dir="auto"
      ?disabled=${options.disabled}
      aria-invalid=${options.errors?.length ? "true" : A}
      aria-describedby=${describedBy(options)}
      .value=${l(options.value)}
      @input=${passValue(options)}
    ></textarea>`);
const selectField = (options) => field(options, b`<select
      class="field__control"
      id=${options.id}
      ?disabled=${options.disabled}
      aria-invalid=${options.errors?.length ? "true" : A}
      aria-describedby=${describedBy(options)}
      @change=${passValue(options)}
    >
      ${options.choices.map(({ value, label }) => b`<option value=${value} .selected=${l(value === options.value)}>${label}</option>`)}
    </select>`);
const field = ({ id, label, hint, errors = [] }, control) => b`
  <div class="field">
    <label class="field__label" for=${id}>${label}</label>
    ${control}
    ${hint && errors.length === 0 ? b`<p class="field__hint" id="${id}-hint">${hint}</p>` : A}
    ${errors.length > 0 ? b`<ul class="field__errors" id="${id}-errors">
          ${errors.map((error) => b`<li>${error}</li>`)}
        </ul>` : A}
  </div>
`;
function describedBy({ id, hint, errors = [] }) {
	if (errors.length > 0) return `${id}-errors`;
	return hint ? `${id}-hint` : A;
}
const passValue = ({ onInput }) => (event) => onInput(event.target.value);
// client/features/tasks/draft.js
const PANEL = "primetask-panel";
const isKept = (key) => Boolean(tabStorage.read(key));
function createDraft(key) {
	const drop = () => tabStorage.keep(key, null);
	return {
		drop,
		keep: (draft) => tabStorage.keepValue(key, draft),
		of(author) {
			const draft = tabStorage.readValue(key);
			if (draft?.author === author) return draft;
			if (draft) drop();
			return null;
		}
	};
}
// client/ui/choices.js
const labelOf$1 = (choices, value) => choices.find((choice) => choice.value === value)?.label ?? value;
// client/features/tasks/kept.js
function keep$2(store, read) {
	let running = new AbortController();
	let changes = 0;
	let last = Promise.resolve();
	let wasSignedIn = false;
	session.subscribe(follow);
	onNextPerson(() => store.reset());
	beforeLogOut(() => last);
	onReconnect(() => void refresh());
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "visible") refresh();
	});
	follow();
	function follow() {
		const isSignedIn = session.state.status === "signed-in";
		if (session.state.status === "signed-out") running.abort();
		if (isSignedIn && !wasSignedIn) refresh();
		wasSignedIn = isSignedIn;
	}
	async function refresh() {
		if (session.state.status !== "signed-in" || changes > 0) return;
		running.abort();
		running = new AbortController();
		const { signal } = running;
		try {
			const found = await read(signal);
			if (!signal.aborted) store.set({
				...found,
				problem: null
			});
		} catch (error) {
			if (signal.aborted) return;
			if (!(error instanceof ApiError)) throw error;
			if (session.state.status === "signed-in") store.set({ problem: error.sentence });
		}
	}
	function showAtOnce(found) {
		running.abort();
		store.set(found);
	}
	async function attempt(failure, work) {
		const { user } = session.state;
		changes += 1;
		running.abort();
		try {
			const result = last.then(() => session.state.user?.id === user?.id && work().then(() => true));
			last = result.catch(() => {});
			return await result;
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			notifyProblem(`${failure} ${error.sentence}`);
			return false;
		} finally {
			changes -= 1;
			await refresh();
		}
	}
	return {
		refresh,
		showAtOnce,
		attempt
	};
}
// client/features/tasks/api.js
const MAX_READS = 10;
const own = { owner: "me" };
const current$1 = {
	...own,
	archived: "false"
};
const anywhere = {
	owner: "",
	archived: ""
};
async function list$1(query, signal) {
	const { body } = await request("GET", "/tasks/", {
		query: {
			...current$1,
			...query
		},
		signal
	});
	return body.data;
}
async function readFull(read, query, signal) {
	const { page_size: size, page: _, ...filters } = query;
	let response = await read(query, signal);
	for (let times = 0; times < MAX_READS && response.next_cursor && response.results.length < size; times += 1) {
		const { results } = response;
		response = await read({
			...filters,
			cursor: response.next_cursor,
			page_size: size - results.length
		}, signal);
		response.results.unshift(...results);
	}
	return response;
}
async function read$2(id) {
	return versionOf(await request("GET", `/tasks/${id}/`));
}
async function create$1(task, key) {
	return versionOf(await request("POST", "/tasks/", {
		body: task,
		headers: { "Idempotency-Key": key }
	}));
}
async function update$1(id, changes, etag, scope) {
	return versionOf(await request("PATCH", `/tasks/${id}/`, {
		query: { scope },
		body: changes,
		headers: { "If-Match": etag }
	}));
}
async function skip$2(id) {
	return versionOf(await request("POST", `/tasks/${id}/skip/`));
}
async function reopen$3(id) {
	return versionOf(await request("POST", `/tasks/${id}/reopen/`));
}
async function move$1(id, where, etag) {
	return versionOf(await request("POST", `/tasks/${id}/move/`, {
		body: where,
		headers: { "If-Match": etag }
	}));
}
async function remove$2(id, etag) {
	await request("DELETE", `/tasks/${id}/`, {
		headers: { "If-Match": etag },
		keepalive: true
	});
}
async function listTrash(query, signal) {
	const { body } = await request("GET", "/tasks/trash/", {
		query: {
			...own,
			...query
		},
		signal
	});
	return body.data;
}
async function restore$3(id) {
	return versionOf(await request("POST", `/tasks/${id}/restore/`));
}
async function removeForGood(id) {
	await request("DELETE", `/tasks/${id}/`, { query: { permanent: "true" } });
}
async function emptyTrash() {
	await request("DELETE", "/tasks/trash/");
}
async function duplicate$2(id, key) {
	return versionOf(await request("POST", `/tasks/${id}/duplicate/`, { headers: { "Idempotency-Key": key } }));
}
async function history$1(id, page, signal) {
	const { body } = await request("GET", `/tasks/${id}/history/`, {
		query: { page },
		signal
	});
	return body.data;
}
async function bulk(operations, key) {
	const { body } = await request("POST", "/tasks/bulk/", {
		body: {
			operations,
			atomic: false
		},
		headers: { "Idempotency-Key": key }
	});
	return body.data.results;
}
function versionOf({ body, etag }) {
	return {
		task: body.data,
		etag
	};
}
// client/features/tasks/recurrence/scope.js
const DATES = ["due_date", "due_on"];
const LASTING = [
	"title",
	"description",
	"priority",
	"start_on",
	"project",
	"labels"
];
function scopeOf(task, changes) {
	if (!task?.recurrence || task.next !== null) return void 0;
	const names = Object.keys(changes);
	const isMoved = names.some((name) => DATES.includes(name));
	return names.some((name) => LASTING.includes(name) && !(name === "start_on" && isMoved)) ? "following" : void 0;
}
function byScope(task, changes) {
	const isDate = (name) => DATES.includes(name) || name === "start_on";
	const names = Object.keys(changes);
	if ("recurrence" in changes || !names.some((name) => DATES.includes(name)) || scopeOf(task ?? void 0, changes) === void 0) return [changes];
	const part = (dates) => Object.fromEntries(Object.entries(changes).filter(([name]) => isDate(name) === dates));
	return [part(true), part(false)];
}
// client/features/tasks/versions.js
const known = new Map();
const queues = new Map();
const ORDER = 0;
const READERS = 6;
const MOST_AT_ONCE = 200;
let saves = 0;
const watchers = new Set();
const watch = (watcher) => watchers.add(watcher);
function watchTogether(work, ms = 0) {
	let timer;
	watch(() => {
		clearTimeout(timer);
		timer = setTimeout(work, ms);
	});
}
const read$1 = (id) => queued([id], async () => remember$1(await read$2(id)));
const create = async (task, key) => notifySaved(remember$1(await create$1(task, key)));
async function createMany(tasks, key) {
	return (await bulk(tasks.map((data) => ({
		op: "create",
		data
	})), key)).map(({ success, message, status, errors, data, etag }) => success && data ? notifySaved(remember$1({
		task: data,
		etag: etag ?? null
	})).task : new ApiError(message, status, errors ?? {}));
}
const update = (shown, changes, scope) => queued([shown.id], async () => {
	const etag = await etagOf(shown);
	return rememberOwn(await forgetOnFailure(shown.id, update$1(shown.id, changes, etag, scope ?? scopeOf(known.get(shown.id)?.task, changes))));
});
const skip$1 = (id) => queued([id], async () => rememberOwn(await forgetOnFailure(id, skip$2(id))));
const reopen$2 = (id) => queued([id], async () => rememberOwn(await forgetOnFailure(id, reopen$3(id))));
const move = (shown, where) => queued([shown.id, ORDER], async () => {
	const etag = where.status === void 0 ? void 0 : await etagOf(shown);
	const version = await forgetOnFailure(shown.id, move$1(shown.id, where, etag));
	for (const other of known.keys()) if (!queues.has(other)) known.delete(other);
	return rememberOwn(version);
});
const remove$1 = (shown) => queued([shown.id], async () => {
	const etag = await etagOf(shown);
	await forgetOnFailure(shown.id, remove$2(shown.id, etag));
	notifyRemoved(shown.id);
});
const removeNow = (id) => void remove$2(id, known.get(id)?.etag ?? void 0).catch(() => {});
const restore$2 = (trashed) => queued(trashed.map(({ id }) => id), async () => {
	if (trashed.length === 1) return [{ task: notifySaved(remember$1(await restore$3(trashed[0].id))).task }];
	return (await inPortions(trashed.map(({ id }) => ({
		op: "restore",
		id
	})))).map(({ success, message, status, errors, data, etag }) => success && data ? { task: notifySaved(remember$1({
		task: data,
		etag: etag ?? null
	})).task } : { error: new ApiError(message, status, errors ?? {}) });
});
const duplicate$1 = (id, key) => queued([id], async () => notifySaved(remember$1(await duplicate$2(id, key))));
const changeMany = (shown, changes) => queued(shown.map(({ id }) => id), () => changeTogether(shown, changes));
async function changeTogether(shown, changes) {
	const etags = await inBatches(shown, (task) => etagOf(task).catch(asRefusal));
	const ready = shown.filter((_, index) => !(etags[index] instanceof ApiError));
	const results = await inPortions(ready.map(({ id }) => operationOf(id, changes)));
	return shown.map((task, index) => {
		const refusal = etags[index];
		return refusal instanceof ApiError ? { error: refusal } : outcomeOf(task.id, results[ready.indexOf(task)]);
	});
}
async function inPortions(operations) {
	const results = [];
	for (let start = 0; start < operations.length; start += MOST_AT_ONCE) try {
		results.push(...await bulk(operations.slice(start, start + MOST_AT_ONCE)));
	} catch (error) {
		if (!(error instanceof ApiError) || start === 0) throw error;
		const { message, status, errors } = error;
		return [...results, ...operations.slice(start).map(() => ({
			success: false,
			message,
			status,
			errors,
			etag: null
		}))];
	}
	return results;
}
function operationOf(id, changes) {
	const { task, etag } = known.get(id) ?? {};
	if (changes === "reopen") return {
		op: "reopen",
		id,
		if_match: etag
	};
	return changes ? {
		op: "update",
		id,
		if_match: etag,
		scope: scopeOf(task, changes),
		data: changes
	} : {
		op: "delete",
		id,
		if_match: etag
	};
}
function outcomeOf(id, result) {
	if (!result.success) {
		known.delete(id);
		return { error: new ApiError(result.message, result.status, result.errors ?? {}) };
	}
	if (!result.data) {
		notifyRemoved(id);
		return { task: null };
	}
	return { task: rememberOwn({
		task: result.data,
		etag: result.etag ?? null
	}).task };
}
async function readAll(send) {
	for (;;) {
		const before = saves;
		const response = await send();
		if (saves !== before) continue;
		forgetOutdated(response.results);
		return response;
	}
}
function forgetOutdated(tasks) {
	for (const task of tasks) {
		const before = known.get(task.id)?.task;
		if (before && !queues.has(task.id) && (before.updated_at !== task.updated_at || !haveSameCounts(before, task))) known.delete(task.id);
	}
}
const haveSameCounts = ({ subtasks: one }, { subtasks: other }) => one.total === other.total && one.completed === other.completed;
function forgetParent(subtask) {
	if (subtask?.parent) known.delete(subtask.parent);
}
const forgetAll = () => known.clear();
async function settled() {
	while (queues.size > 0) await Promise.allSettled(queues.values());
}
async function etagOf({ id, updated_at }) {
	const { task, etag, builtOn } = known.get(id) ?? remember$1(await read$2(id));
	if (task.updated_at === updated_at || builtOn.has(updated_at)) return etag ?? void 0;
	throw new ApiError("The resource has changed", 412);
}
function reasonOf(error) {
	if (error.status === 412) return "Changed elsewhere meanwhile; this is the new version.";
	if (error.status === 404) return "It does not exist any more.";
	if (error.status === 401) return "Your session has ended.";
	return error.sentence;
}
function asRefusal(error) {
	if (error instanceof ApiError && !error.unreachable) return error;
	throw error;
}
function remember$1(version) {
	forgetParent(known.get(version.task.id)?.task);
	const remembered = {
		...version,
		builtOn: new Set()
	};
	known.set(version.task.id, remembered);
	return remembered;
}
function rememberOwn(version) {
	const before = known.get(version.task.id);
	forgetParent(before?.task);
	const builtOn = new Set(before ? [...before.builtOn, before.task.updated_at] : []);
	known.set(version.task.id, {
		...version,
		builtOn
	});
	return notifySaved(version);
}
function notifySaved(version) {
	saves += 1;
	forgetParent(version.task);
	for (const watcher of watchers) watcher({ task: version.task });
	return version;
}
function notifyRemoved(id) {
	forgetParent(known.get(id)?.task);
	known.delete(id);
	saves += 1;
	for (const watcher of watchers) watcher({ removed: id });
}
async function forgetOnFailure(id, saving) {
	try {
		return await saving;
	} catch (error) {
		known.delete(id);
		throw error;
	}
}
async function inBatches(items, work) {
	const results = [];
	for (let start = 0; start < items.length; start += READERS) results.push(...await Promise.all(items.slice(start, start + READERS).map(work)));
	return results;
}
function queued(ids, work) {
	const result = Promise.allSettled(ids.map((id) => queues.get(id))).then(work);
	for (const id of ids) queues.set(id, result);
	const done = () => {
		for (const id of ids) if (queues.get(id) === result) queues.delete(id);
	};
	result.then(done, done);
	return result;
}
// client/features/tasks/projects/api.js
const PAGE_SIZE$1 = 100;
async function readProjects(signal) {
	const projects = [];
	for (let page = 1;; page += 1) {
		const { body } = await request("GET", "/projects/", {
			query: {
				...own,
				page,
				page_size: PAGE_SIZE$1
			},
			signal
		});
		projects.push(...body.data.results);
		if (body.data.next === null) return projects;
	}
}
async function readLabels(signal) {
	const { body } = await request("GET", "/labels/", { signal });
	return body.data.results;
}
async function readCounts(signal) {
	const { body } = await request("GET", "/tasks/stats/", {
		query: current$1,
		signal
	});
	const { pending, in_progress: started, overdue, due_today: dueToday } = body.data;
	const [startable, both] = dueToday > 0 ? await Promise.all([countToday({ status: "open" }, signal), overdue > 0 ? countToday({ overdue: "true" }, signal) : 0]) : [0, 0];
	return {
		open: pending + started,
		today: overdue + startable - both
	};
}
async function countToday(query, signal) {
	const { body } = await request("GET", "/tasks/", {
		query: {
			...current$1,
			due: "today",
			start: "now",
			...query,
			page_size: 1
		},
		signal
	});
	return body.data.count;
}
async function createProject(project, key = uuid()) {
	const { body } = await request("POST", "/projects/", {
		body: project,
		headers: { "Idempotency-Key": key }
	});
	return body.data;
}
async function updateProject(id, changes) {
	await request("PATCH", `/projects/${id}/`, { body: changes });
}
async function moveProject$1(id, where) {
	await request("POST", `/projects/${id}/move/`, { body: where });
}
async function deleteProject$1(id) {
	await request("DELETE", `/projects/${id}/`);
}
async function restoreProject(id) {
	await request("POST", `/projects/${id}/restore/`);
}
async function changeLabel(name, changes) {
	await request("PUT", `/labels/${encodeURIComponent(name)}/`, { body: changes });
}
async function deleteLabel$1(name) {
	await request("DELETE", `/labels/${encodeURIComponent(name)}/`);
}
async function restoreLabel(name) {
	await request("POST", `/labels/${encodeURIComponent(name)}/restore/`);
}
// client/features/tasks/projects/projects.js
const CHANGED_MS = 400;
const MINUTES_5 = 3e5;
const projects = createStore({
	projects: null,
	labels: [],
	counts: {
		open: 0,
		today: 0
	},
	problem: null
});
const { refresh: refresh$1, showAtOnce: showAtOnce$1, attempt: attempt$1 } = keep$2(projects, async (signal) => {
	const [found, labels, counts] = await Promise.all([
		readProjects(signal),
		readLabels(signal),
		readCounts(signal)
	]);
	return {
		projects: found,
		labels,
		counts
	};
});
watchTogether(refresh$1, CHANGED_MS);
setInterval(() => document.visibilityState === "visible" && void refresh$1(), MINUTES_5);
const projectOf = (id) => projects.state.projects?.find((project) => project.id === id);
const projectName = (id) => id === null ? "Inbox" : projectOf(id)?.name ?? "another project";
const labelOf = (name) => projects.state.labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
function projectChoices(current = null) {
	const active = (projects.state.projects ?? []).filter(({ id, archived }) => !archived || id === current);
	const choices = [{
		value: "",
		label: "Inbox"
	}, ...active.map(({ id, name }) => ({
		value: String(id),
		label: name
	}))];
	return current === null || active.some(({ id }) => id === current) ? choices : [...choices, {
		value: String(current),
		label: projectName(current)
	}];
}
const inboxCount = ({ projects: found, counts } = projects.state) => Math.max(0, counts.open - (found ?? []).reduce((sum, { archived, open_tasks_count: open }) => archived ? sum : sum + open, 0));
// client/features/tasks/task.js
const statuses = [
	{
		value: "pending",
		label: "Pending"
	},
	{
		value: "in_progress",
		label: "In progress"
	},
	{
		value: "completed",
		label: "Completed"
	},
	{
		value: "cancelled",
		label: "Cancelled"
	}
];
const isOpen = (status) => status === "pending" || status === "in_progress";
const priorities = [
	{
		value: "high",
		label: "High"
	},
	{
		value: "medium",
		label: "Medium"
	},
	{
		value: "low",
		label: "Low"
	}
];
// client/features/tasks/taskChanges.js
const inverse = (before, changes) => ({
	...Object.fromEntries(Object.keys(changes).map((name) => [name, before[name] ?? null])),
	...changes.project !== void 0 && before.parent !== null && { parent: before.parent }
});
function alike(steps) {
	const groups = new Map();
	for (const { task, changes, scope, reopens = false } of steps) {
		const key = JSON.stringify([changes, reopens]);
		const group = groups.get(key) ?? {
			tasks: [],
			changes,
			scope,
			reopens
		};
		group.tasks.push(task);
		groups.set(key, group);
	}
	return [...groups.values()];
}
// client/features/tasks/edits.js
const edits = createStore({
	changes: [],
	removed: new Set(),
	refusals: 0
});
const statusesBeforeCompletion = new Map();
session.subscribe(() => {
	const { status, expired } = session.state;
	if (status !== "signed-out") return;
	edits.reset();
	if (!expired) statusesBeforeCompletion.clear();
});
beforeLogOut(settled);
window.addEventListener("pagehide", () => edits.state.removed.forEach(removeNow));
function onRefusal(load) {
	let { refusals } = edits.state;
	edits.subscribe(() => {
		if (edits.state.refusals === refusals) return;
		refusals = edits.state.refusals;
		load();
	});
}
function withEdits(tasks) {
	const { changes, removed } = edits.state;
	return tasks.filter(({ id, parent }) => !removed.has(id) && (parent === null || !removed.has(parent))).map((task) => changes.filter(({ id }) => id === task.id).reduce((shown, edit) => ({
		...shown,
		...edit.changes
	}), task));
}
async function change(tasks, changes) {
	const subtasks = changes.status === "completed" ? await subtasksToComplete(tasks) : [];
	if (subtasks) await saveWithUndo([...tasks, ...subtasks].map((task) => ({
		task,
		changes
	})), (saved) => describe$1(saved, changes));
}
async function moveToProject(tasks, project) {
	const ids = new Set(tasks.map(({ id }) => id));
	const moved = tasks.filter((task) => task.project !== project && (task.parent === null || !ids.has(task.parent)));
	if (moved.length > 0) await change(moved, { project });
}
async function setDone(tasks, done) {
	const subtasks = done ? await subtasksToComplete(tasks) : [];
	if (!subtasks) return;
	await saveWithUndo([...tasks, ...subtasks].map((task) => done ? {
		task,
		changes: { status: "completed" }
	} : reopening(task)), (saved) => `${done ? "Completed" : "Reopened"} ${describeTasks(saved)}.`);
}
async function subtasksToComplete(tasks) {
	const parents = tasks.filter(({ status, subtasks: { total, completed } }) => status !== "completed" && completed < total);
	if (parents.length === 0) return [];
	const module = await import("./completion.js").catch(() => null);
	if (!module) notifyProblem("A part of PrimeTask did not arrive. Check your connection, then try again.");
	const subtasks = module && await module.askForSubtasks(parents, tasks);
	if (!subtasks) edits.set({ changes: [...edits.state.changes] });
	return subtasks;
}
async function completeAlong(subtasks) {
	if (subtasks.length === 0) return async () => true;
	const changes = { status: "completed" };
	const back = (await saveEach(subtasks.map((task) => ({
		task,
		changes
	})))).flatMap((task) => subtasks.filter(({ id }) => id === task.id).map((before) => ({
		task,
		changes: inverse(before, changes)
	})));
	return async () => (await saveEach(back)).length === back.length;
}
const statusBefore = (id) => statusesBeforeCompletion.get(id) ?? "pending";
const reopening = (task) => ({
	task,
	changes: { status: statusBefore(task.id) },
	reopens: !statusesBeforeCompletion.has(task.id)
});
function rememberStatus(task, changes) {
	if (changes.status === "completed" && task.status !== "completed") statusesBeforeCompletion.set(task.id, task.status);
}
const changeEach = (steps, say) => saveWithUndo(steps, (saved) => say(describeTasks(saved)));
async function saveWithUndo(steps, say) {
	const order = turn();
	const saved = await begin(saveEach(steps));
	if (saved.length === 0) return;
	const back = saved.flatMap((task) => {
		const step = steps.find((one) => one.task.id === task.id);
		return step ? [{
			task,
			changes: inverse(step.task, step.changes)
		}] : [];
	});
	offerUndo(say(saved), async () => (await saveEach(back)).length === back.length, order);
}
async function saveEach(steps) {
	for (const { task, changes } of steps) rememberStatus(task, changes);
	const own = steps.map(({ task: { id }, changes }) => ({
		id,
		changes
	}));
	edits.set({ changes: [...edits.state.changes, ...own] });
	try {
		const saved = [];
		for (const { tasks, changes, scope, reopens } of alike(steps)) {
			const outcomes = await save$1(tasks, reopens ? "reopen" : changes, scope);
			reportRefused(tasks, outcomes, "changed");
			saved.push(...outcomes.flatMap((outcome) => "task" in outcome && outcome.task ? [outcome.task] : []));
		}
		return saved;
	} finally {
		edits.set({ changes: edits.state.changes.filter((edit) => !own.includes(edit)) });
	}
}
const changeBack = async (task, changes, scope) => (await saveEach([{
	task,
	changes,
	scope
}])).length === 1;
async function skip(task) {
	const order = turn();
	try {
		await begin(skip$1(task.id));
		offerUndo(`Skipped “${task.title}”.`, () => reopen$1(task), order);
	} catch (error) {
		reportFailure(task, "skipped", error);
	}
}
async function reopen$1(task) {
	try {
		await reopen$2(task.id);
		return true;
	} catch (error) {
		reportFailure(task, "reopened", error);
		return false;
	}
}
async function placeByHand(task, where) {
	try {
		await move(task, where);
		return true;
	} catch (error) {
		reportFailure(task, "moved", error);
		return false;
	}
}
function reportFailure(task, verb, error) {
	if (!(error instanceof ApiError)) throw error;
	notifyProblem(`${describeTasks([task])} was not ${verb}. ${reasonOf(error)}`);
}
const partOf = {
	due_on: "due_date",
	recurrence_from: "recurrence",
	project: "parent"
};
function describe$1(tasks, changes) {
	if (new Set(Object.keys(changes).map((name) => partOf[name] ?? name)).size > 1) return `Changed ${describeTasks(tasks)}.`;
	return describeOne(tasks, changes);
}
function describeOne(tasks, { title, priority, status, project, parent, labels, description, recurrence, due_date: instant, due_on: day, start_on: start }) {
	const what = describeTasks(tasks);
	if (parent !== void 0) return parent === null ? `Made ${what} a task by itself.` : `Made ${what} a subtask.`;
	if (recurrence !== void 0) return recurrence ? `Set how ${what} repeats.` : `${what} does not repeat any more.`;
	if (labels !== void 0) return `Set the labels of ${what}.`;
	if (description !== void 0) return `Changed the description of ${what}.`;
	if (start !== void 0) return start ? `Set the start date of ${what}.` : `Removed the start date of ${what}.`;
	if (project !== void 0) return `Moved ${what} to ${projectName(project)}.`;
	if (title !== void 0) return `Renamed to ${what}.`;
	if (priority) return `Set the priority of ${what} to ${labelOf$1(priorities, priority)}.`;
	if (status) return `Set the status of ${what} to ${labelOf$1(statuses, status)}.`;
	return !instant && !day ? `Removed the due date of ${what}.` : `Set the due date of ${what}.`;
}
async function remove(tasks) {
	const order = turn();
	const gone = await begin(moveToTrash(tasks));
	if (gone.length > 0) offerUndo(`Moved ${describeTasks(gone)} to the trash.`, () => takeAllFromTrash(gone), order);
}
async function restore$1(trashed) {
	const order = turn();
	const back = await begin(takeFromTrash(trashed));
	if (back.length > 0) offerUndo(`Restored ${describeTasks(back)}.`, () => moveAllToTrash(back), order);
}
async function duplicate(task) {
	const order = turn();
	try {
		const { task: copy } = await begin(duplicate$1(task.id, uuid()));
		offerUndo(`Duplicated ${describeTasks([task])}.`, () => moveAllToTrash([copy]), order);
	} catch (error) {
		reportFailure(task, "duplicated", error);
	}
}
const moveAllToTrash = async (tasks) => (await moveToTrash(tasks)).length === tasks.length;
const takeAllFromTrash = async (tasks) => (await takeFromTrash(tasks)).length === tasks.length;
async function moveToTrash(tasks) {
	edits.set({ removed: new Set([...edits.state.removed, ...tasks.map(({ id }) => id)]) });
	try {
		const outcomes = await save$1(tasks, null);
		reportRefused(tasks, outcomes, "deleted");
		return tasks.filter((_, index) => "task" in outcomes[index]);
	} finally {
		showAgain(tasks);
	}
}
async function takeFromTrash(trashed) {
	const outcomes = await orErrors(trashed, () => restore$2(trashed));
	reportRefused(trashed, outcomes, "restored");
	return outcomes.flatMap((outcome) => "task" in outcome && outcome.task ? [outcome.task] : []);
}
function showAgain(tasks) {
	const removed = new Set(edits.state.removed);
	for (const { id } of tasks) removed.delete(id);
	edits.set({ removed });
}
const save$1 = (tasks, changes, scope) => orErrors(tasks, async () => {
	if (tasks.length > 1) return changeMany(tasks, changes);
	if (changes === "reopen") return [{ task: (await reopen$2(tasks[0].id)).task }];
	if (changes) return [{ task: (await update(tasks[0], changes, scope)).task }];
	await remove$1(tasks[0]);
	return [{ task: null }];
});
async function orErrors(tasks, send) {
	try {
		return await send();
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		return tasks.map(() => ({ error }));
	}
}
function reportRefused(tasks, outcomes, verb) {
	const refused = tasks.filter((_, index) => "error" in outcomes[index]);
	const first = outcomes.find((outcome) => "error" in outcome);
	if (!first || !("error" in first)) return;
	edits.set({ refusals: edits.state.refusals + 1 });
	if (verb === "deleted" && first.error.status === 404) return;
	const reason = verb === "restored" && first.error.status === 404 ? "It is no longer in the trash." : reasonOf(first.error);
	notifyProblem(`${describeTasks(refused)} ${refused.length === 1 ? "was" : "were"} not ${verb}. ${reason}`);
}
function loadAgain() {
	forgetAll();
	edits.set({ refusals: edits.state.refusals + 1 });
}
const describeTasks = (tasks) => tasks.length === 1 ? `“${tasks[0].title}”` : `${tasks.length} tasks`;
// client/features/tasks/place.js
const LIST = "/list";
const INBOX = "none";
const placeOf = (query) => ({
	project: query.get("project") ?? "",
	label: query.get("label") ?? ""
});
const isEverything = ({ project, label }) => project === "" && label === "";
const archivedIn = ({ project, search, archived, parent = "" }) => archived || (/\d/u.test(project + parent) || search.trim() !== "" ? "" : "false");
const isSamePlace = (one, other) => one.project === other.project && one.label === other.label;
const singleProject = (project) => /^\d+$/u.test(project) ? Number(project) : null;
const labelNames = (label) => label.split(",").map((name) => name.trim()).filter(Boolean);
function listAddress({ project = "", label = "" }) {
	const query = new URLSearchParams();
	if (project) query.set("project", project);
	if (label) query.set("label", label);
	query.set("status", "open");
	query.set("ordering", "position");
	return `${LIST}?${query}`;
}
const projectAddress = (project) => listAddress({ project: project === null ? INBOX : String(project) });
function addressInPlace(path, kept, place) {
	if (isSamePlace(placeOf(new URLSearchParams(kept)), place)) return path + kept;
	if (isEverything(place)) return path;
	return path === "/list" ? listAddress(place) : `${path}?${new URLSearchParams([...Object.entries(place).filter(([, value]) => value !== ""), ["ordering", "position"]])}`;
}
// client/features/tasks/presets.js
function dateIn(query) {
	const day = query.get("date") ?? "";
	return /^\d{4}-\d{2}-\d{2}$/u.test(day) && !Number.isNaN(Date.parse(day)) ? day : today();
}
function presets({ path, query } = route.state) {
	const { project, label } = path === "/list" || path === "/board" ? placeOf(query) : {
		project: "",
		label: ""
	};
	return {
		project: String(singleProject(project) ?? ""),
		labels: labelNames(label).join(", "),
		due_date: path === "/today" ? today() : path === "/calendar" ? dateIn(query) : ""
	};
}
// client/app/changed.js
const changed = (now, before) => Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== before[name]));
// client/features/tasks/dueDates.js
const LAST_DAY = "9999-12-31";
const [MONTH_DAYS, YEAR_DAYS] = [30.44, 365.25];
const joinDue = (day, time) => time ? `${day}T${time}` : day;
function fromDue(value) {
	const [day, time] = value.split("T");
	if (!day || Number.isNaN(Date.parse(day))) return {
		due_date: null,
		due_on: null
	};
	return time ? {
		due_date: fromLocalInput(value),
		due_on: null
	} : {
		due_date: null,
		due_on: day
	};
}
function toDue({ due_date: instant, due_on: day }) {
	if (!instant) return day ?? "";
	const value = toLocalInput(instant);
	return isWholeDay(new Date(instant)) ? value.slice(0, value.indexOf("T")) : value;
}
const isDated = ({ due_date: instant, due_on: day }) => (instant ?? day) !== null;
const dayOf = ({ due_date: instant, due_on: day }) => instant ? today(new Date(instant)) : day;
function dueOnDay({ due_date: instant }, day, Temporal) {
	if (day === null || !instant) return {
		due_date: null,
		due_on: day
	};
	const { year, month, day: date } = Temporal.PlainDate.from(day);
	return {
		due_date: Temporal.Instant.from(instant).toZonedDateTimeISO(personsZone()).with({
			year,
			month,
			day: date
		}).toInstant().toString(),
		due_on: null
	};
}
function describeDue(task, now = new Date()) {
	const { due_date: instant, due_on: day } = task;
	const late = isOverdue(task, now) ? daysApart(dayOf(task) ?? "", today(now)) : 0;
	if (late > 0) return `${howLong(late)} overdue`;
	return instant ? describe$2(instant, now) : describeDate(day ?? "", now);
}
function howLong(days) {
	const [count, unit] = days <= 30 ? [days, "day"] : days < YEAR_DAYS ? [Math.floor(days / MONTH_DAYS), "month"] : [Math.floor(days / YEAR_DAYS), "year"];
	return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
const describeDueInFull = ({ due_date: instant, due_on: day }) => instant ? describeInFull(instant) : describeDateInFull(day ?? "");
function clockChangeHint(value) {
	if (!value.includes("T")) return null;
	const instant = fromLocalInput(value);
	if (!instant) return null;
	const date = new Date(instant);
	if (toLocalInput(instant) !== value.slice(0, 16)) return `Clocks go forward then: ${timeOfDay(date)} is meant.`;
	return showsTwice(date) ? `Clocks show ${timeOfDay(date)} twice that day: the first time is meant.` : null;
}
function showsTwice(date) {
	const shown = toLocalInput(date.toISOString());
	return [
		20,
		30,
		60,
		120
	].some((minutes) => toLocalInput(new Date(date.getTime() + minutes * 6e4).toISOString()) === shown);
}
function isOverdue({ due_date: instant, due_on: day, status }, now = new Date()) {
	if (!isOpen(status)) return false;
	return instant ? new Date(instant) < now : day !== null && day < today(now);
}
// client/features/tasks/recurrence/rule.js
const CODES = [
	"MO",
	"TU",
	"WE",
	"TH",
	"FR",
	"SA",
	"SU"
];
const DAYS = [
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday",
	"Sunday"
];
const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December"
];
const WEEKDAYS = [
	0,
	1,
	2,
	3,
	4
];
const LAST = -1;
const UNITS = {
	day: "DAILY",
	week: "WEEKLY",
	month: "MONTHLY",
	year: "YEARLY"
};
const PLACES$1 = [
	"first",
	"second",
	"third",
	"fourth",
	"fifth"
];
const DAY = `(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?`;
const MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const ORDINAL = `(?:[1-9]\\d?(?:st|nd|rd|th)|${PLACES$1.join("|")}|last)`;
const SEPARATOR = "(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*)";
const list = (item) => `${item}(?:${SEPARATOR}${item})*`;
const OF_THE_MONTH = "(?:\\s+of\\s+(?:the|each|every)\\s+month)?";
const ON_THE = "(?:on\\s+)?(?:the\\s+)?";
const PHRASES = [
	`(?:(?<interval>other|\\d{1,3})\\s+)?(?<unit>day|week|month|quarter|year)s?(?:\\s+(?:on\\s+(?<onDays>${list(DAY)})|${ON_THE}(?<onPlace>${ORDINAL})\\s+(?<onPlaceDay>${DAY})|${ON_THE}(?<onMonthDays>${list(ORDINAL)})(?:\\s+day)?|on\\s+(?<onMonth>${MONTH})\\s+(?<onMonthDay>\\d{1,2})(?:st|nd|rd|th)?))?`,
	`(?<weekday>weekday|workday)s?`,
	`(?<place>${ORDINAL})\\s+(?<placeDay>${DAY})${OF_THE_MONTH}`,
	`(?:(?<otherDays>other)\\s+)?(?<days>${list(DAY)})`,
	`(?<month>${MONTH})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?`,
	`(?<dayBefore>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<monthAfter>${MONTH})`,
	`(?<monthDays>${list(ORDINAL)})(?!\\s+${DAY}(?!\\p{L}))(?:\\s+day)?${OF_THE_MONTH}`
].map((phrase) => new RegExp(`(?<![\\p{L}\\p{N}'-])every(?<mark>!)?\\s+${phrase}(?<times>,?\\s+(?<count>\\d{1,4})\\s+times)?(?<after>\\s+after\\s+completion)?(?![\\p{L}\\p{N}_'/-]|!(?=\\p{L}))`, "giu"));
function findRecurrence(text) {
	return PHRASES.flatMap((phrase) => [...text.matchAll(phrase)]).flatMap((match) => {
		const rule = ruleOf(match.groups ?? {});
		if (!rule) return [];
		const { mark, after } = match.groups ?? {};
		return [{
			start: match.index,
			end: match.index + match[0].length,
			rule,
			recurrence: {
				recurrence: write$1(rule),
				recurrence_from: mark || after ? "completion" : "schedule"
			}
		}];
	}).toSorted((one, other) => other.start - one.start || other.end - one.end)[0] ?? null;
}
function readRecurrence(text) {
	const written = text.trim();
	const found = findRecurrence(/^every/i.test(written) ? written : `every ${written}`);
	return found && found.start === 0 && found.end >= written.length ? found.recurrence : null;
}
function describeRecurrence({ recurrence, recurrence_from: from }) {
	if (!recurrence) return "";
	const rule = read(recurrence);
	const until = /UNTIL=(\d{4})(\d{2})(\d{2})/.exec(recurrence);
	return `${describe(rule)}${rule.count ? `, ${rule.count} times` : ""}${until ? ` until ${until.slice(1).join("-")}` : ""}${from === "completion" ? " after completion" : ""}`;
}
function firstDay(rule, day, most = 2928) {
	let date = day;
	for (let looked = 0; looked < most && !names(rule, date); looked += 1) date = date.add({ days: 1 });
	return date;
}
function names({ frequency, days, monthDays, months }, date) {
	if (months.length > 0 && !months.includes(date.month)) return false;
	if (monthDays.length > 0 && !monthDays.some((day) => date.day === (day > 0 ? Math.min(day, date.daysInMonth) : date.daysInMonth + 1 + day))) return false;
	if (days.length === 0) return true;
	return days.some(({ day, place }) => {
		if (date.dayOfWeek !== day + 1) return false;
		if (place === 0 || frequency === "DAILY" || frequency === "WEEKLY") return true;
		return place > 0 ? Math.ceil(date.day / 7) === place : Math.ceil((date.daysInMonth - date.day + 1) / 7) === -place;
	});
}
function ruleOf(groups) {
	const base = {
		days: [],
		monthDays: [],
		months: [],
		interval: intervalOf(groups),
		count: groups.count ? Number(groups.count) : null
	};
	if (base.interval < 1 || base.count === 0) return null;
	const unit = groups.unit?.toLowerCase();
	if (unit === "quarter") return groups.onDays || groups.onPlace || groups.onMonth ? null : {
		...base,
		frequency: "MONTHLY",
		interval: base.interval * 3,
		monthDays: numbersOf(groups.onMonthDays)
	};
	if (unit) return unitRule(groups, {
		...base,
		frequency: UNITS[unit]
	});
	if (groups.weekday) return {
		...base,
		frequency: "WEEKLY",
		days: WEEKDAYS.map((day) => ({
			day,
			place: 0
		}))
	};
	if (groups.place) return placeRule({
		...base,
		frequency: "MONTHLY"
	}, groups.place, groups.placeDay ?? "");
	if (groups.days) return {
		...base,
		frequency: "WEEKLY",
		days: daysOf(groups.days)
	};
	const [month, day] = [groups.month ?? groups.monthAfter, Number(groups.day ?? groups.dayBefore)];
	if (month) return day >= 1 && day <= 31 ? {
		...base,
		frequency: "YEARLY",
		months: [monthOf(month)],
		monthDays: [day]
	} : null;
	return withMonthDays({
		...base,
		frequency: "MONTHLY"
	}, groups.monthDays);
}
function unitRule(groups, rule) {
	const { frequency } = rule;
	if (groups.onDays) return frequency === "WEEKLY" ? {
		...rule,
		days: daysOf(groups.onDays)
	} : null;
	if (groups.onPlace) return frequency === "MONTHLY" ? placeRule(rule, groups.onPlace, groups.onPlaceDay ?? "") : null;
	if (groups.onMonth) {
		const day = Number(groups.onMonthDay);
		return frequency === "YEARLY" && day >= 1 && day <= 31 ? {
			...rule,
			months: [monthOf(groups.onMonth)],
			monthDays: [day]
		} : null;
	}
	if (groups.onMonthDays) return frequency === "MONTHLY" ? withMonthDays(rule, groups.onMonthDays) : null;
	return rule;
}
function placeRule(rule, place, day) {
	const number = ordinal(place);
	return number > 5 ? null : {
		...rule,
		days: daysOf(day).map((one) => ({
			...one,
			place: number
		}))
	};
}
function withMonthDays(rule, text) {
	const monthDays = numbersOf(text);
	return monthDays.every((day) => day <= 31) ? {
		...rule,
		monthDays
	} : null;
}
const intervalOf = ({ interval, otherDays }) => otherDays || interval?.toLowerCase() === "other" ? 2 : Number(interval ?? 1);
const numbersOf = (text = "") => unique((text.match(new RegExp(ORDINAL, "gi")) ?? []).map(ordinal));
const daysOf = (text) => unique((text.match(new RegExp(DAY, "gi")) ?? []).map((day) => indexOf(DAYS, day))).map((day) => ({
	day,
	place: 0
}));
const monthOf = (text) => indexOf(MONTHS, text) + 1;
const indexOf = (names, text) => names.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase());
function ordinal(text) {
	const word = text.toLowerCase();
	return word === "last" ? LAST : PLACES$1.includes(word) ? PLACES$1.indexOf(word) + 1 : Number.parseInt(word, 10);
}
const unique = (values) => [...new Set(values)].sort((one, other) => one - other);
function write$1({ frequency, interval, days, monthDays, months, count }) {
	const parts = [`FREQ=${frequency}`];
	if (interval > 1) parts.push(`INTERVAL=${interval}`);
	if (days.length > 0) parts.push(`BYDAY=${days.map(({ day, place }) => `${place || ""}${CODES[day]}`).join(",")}`);
	if (monthDays.length > 0) parts.push(`BYMONTHDAY=${monthDays.join(",")}`);
	if (months.length > 0) parts.push(`BYMONTH=${months.join(",")}`);
	if (count !== null) parts.push(`COUNT=${count}`);
	return parts.join(";");
}
function read(recurrence) {
	const parts = Object.fromEntries(recurrence.split(";").map((part) => part.split("=")));
	const numbers = (text) => text?.split(",").map(Number) ?? [];
	return {
		frequency: parts.FREQ,
		interval: Number(parts.INTERVAL ?? 1),
		days: parts.BYDAY?.split(",").map((text) => ({
			day: CODES.indexOf(text.slice(-2)),
			place: Number(text.slice(0, -2))
		})) ?? [],
		monthDays: numbers(parts.BYMONTHDAY),
		months: numbers(parts.BYMONTH),
		count: parts.COUNT ? Number(parts.COUNT) : null
	};
}
function describe({ frequency, interval, days, monthDays, months }) {
	const isPlaced = days.some(({ place }) => place !== 0);
	const names = and(days.map(({ day, place }) => `${place ? `${placeName(place)} ` : ""}${DAYS[day]}`));
	if (frequency === "WEEKLY" && interval === 1 && days.length > 0) return days.map(({ day }) => day).join() === WEEKDAYS.join() ? "every weekday" : `every ${names}`;
	if (frequency === "MONTHLY" && interval === 1 && isPlaced && monthDays.length + months.length === 0) return `every ${names}`;
	if (frequency === "YEARLY" && interval === 1 && days.length === 0 && months.length === 1 && monthDays.length === 1 && monthDays[0] > 0) return `every ${MONTHS[months[0] - 1]} ${monthDays[0]}`;
	const unit = Object.keys(UNITS).find((name) => UNITS[name] === frequency);
	const on = [isPlaced ? `the ${names}` : names, monthDays.length > 0 ? `the ${and(monthDays.map(dayName))}` : ""].filter(Boolean).join(" and ");
	const inMonths = months.length > 0 ? ` in ${and(months.map((month) => MONTHS[month - 1]))}` : "";
	return `every ${interval > 1 ? `${interval} ${unit}s` : unit}${on && ` on ${on}`}${inMonths}`;
}
const placeName = (place) => place === LAST ? "last" : place < 0 ? `${ordinalName(-place)} last` : ordinalName(place);
const dayName = (day) => day === LAST ? "last day" : day < 0 ? `${ordinalName(-day)} last day` : ordinalName(day);
function ordinalName(number) {
	const last = number % 10;
	const isTeen = number % 100 > 10 && number % 100 < 14;
	return `${number}${!isTeen && last === 1 ? "st" : !isTeen && last === 2 ? "nd" : !isTeen && last === 3 ? "rd" : "th"}`;
}
const and = (names) => names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
// client/features/tasks/editor/fields.js
const blank = {
	title: "",
	description: "",
	status: "pending",
	priority: "medium",
	due_date: "",
	start_on: "",
	recurrence: "",
	project: "",
	parent: "",
	labels: ""
};
function toFields(task) {
	const { title, description, status, priority, due_date, due_on, start_on, project, parent, labels } = task;
	return {
		title,
		description: description ?? "",
		status,
		priority,
		due_date: toDue({
			due_date,
			due_on
		}),
		start_on: start_on ?? "",
		recurrence: describeRecurrence(task),
		project: String(project ?? ""),
		parent: String(parent ?? ""),
		labels: labels.join(", ")
	};
}
function toTask(fields) {
	const task = { ...fields };
	if (fields.description !== void 0) task.description = fields.description || null;
	if (fields.start_on !== void 0) task.start_on = fields.start_on || null;
	delete task.recurrence;
	if (fields.recurrence !== void 0) Object.assign(task, fields.recurrence ? readRecurrence(fields.recurrence) : { recurrence: null });
	if (fields.project !== void 0) task.project = fields.project ? Number(fields.project) : null;
	if (fields.parent !== void 0) task.parent = fields.parent ? Number(fields.parent) : null;
	if (fields.parent) delete task.project;
	if (fields.labels !== void 0) task.labels = labelNames(fields.labels);
	return fields.due_date === void 0 ? task : {
		...task,
		...fromDue(fields.due_date)
	};
}
const changedFields = (fields, saved) => changed(fields, saved);
const HALF_DATE = "input:invalid:is([type=\"date\"], [type=\"time\"])";
// client/features/tasks/editor/editor.js
const closed$1 = {
	open: false,
	author: null,
	owner: null,
	key: "",
	saved: blank,
	fields: blank,
	errors: {},
	problem: null,
	saving: false
};
const editor = createStore(closed$1);
const draft = createDraft("primetask-draft");
let wasSignedIn = false;
session.subscribe(() => {
	const { status, user, expired } = session.state;
	if (status === "signed-out" && wasSignedIn && !expired) close();
	if (user && editor.state.open && user.id !== editor.state.author) close();
	if (status === "signed-in" && !wasSignedIn && user) restore(user.id);
	if (status === "signed-in" || status === "signed-out" && !expired) wasSignedIn = status === "signed-in";
});
function restore(author) {
	if (editor.state.open) return;
	const kept = draft.of(author);
	if (!kept) return;
	const { saved, fields, key } = kept;
	editor.set({
		...closed$1,
		open: true,
		author,
		owner: author,
		key,
		saved: {
			...blank,
			...saved
		},
		fields: {
			...blank,
			...fields
		}
	});
}
function close() {
	draft.drop();
	if (editor.state.open) editor.set(closed$1);
}
function discard() {
	const before = editor.state;
	const written = Object.keys(changedFields(before.fields, before.saved)).length > 0;
	close();
	if (written && !before.saving) offerUndo("Discarded what you wrote.", () => reopen(before));
}
function reopen(before) {
	if (editor.state.open) return;
	editor.set({
		...before,
		saving: false
	});
	keep$1();
}
function openNew() {
	const fields = {
		...blank,
		...presets()
	};
	const author = session.state.user?.id ?? null;
	editor.set({
		...closed$1,
		open: true,
		author,
		owner: author,
		saved: fields,
		fields,
		key: uuid()
	});
}
function openNewWith(fields) {
	openNew();
	editor.set({ fields: {
		...editor.state.fields,
		...fields
	} });
	keep$1();
}
function write(name, value) {
	const { [name]: _, ...errors } = editor.state.errors;
	editor.set({
		fields: {
			...editor.state.fields,
			[name]: value
		},
		errors,
		key: uuid()
	});
	keep$1();
}
function keep$1() {
	const { open, author, key, saved, fields } = editor.state;
	if (open && author !== null) draft.keep({
		author,
		key,
		saved,
		fields
	});
}
const refuse = (errors) => editor.set({ errors: {
	...editor.state.errors,
	...errors
} });
async function save() {
	const { saving, fields, key } = editor.state;
	if (saving) return false;
	editor.set({
		saving: true,
		errors: {},
		problem: null
	});
	const order = turn();
	try {
		const { task } = await begin(create({
			...toTask(fields),
			title: fields.title
		}, key));
		const rest = editor.state.saving ? changedFields(editor.state.fields, fields) : {};
		if (editor.state.saving) close();
		if (Object.keys(rest).length > 0) await changeBack(task, toTask(rest));
		offerUndo(`Added “${task.title}”.`, () => moveAllToTrash([task]), order);
		return true;
	} catch (error) {
		const isClosed = !editor.state.saving;
		if (!isClosed) editor.set({ saving: false });
		if (!(error instanceof ApiError)) throw error;
		if (isClosed) notifyProblem(`“${fields.title}” was not added. ${error.sentence}`);
		else if (error.status === 401) editor.set({ problem: "Your session ended before this was saved. Save it again." });
		else editor.set(error.placed);
		return false;
	}
}
// client/features/sign-in/signInView.js
function signInView() {
	const { kind, problem, busy } = authForm.state;
	const registers = kind === "register";
	return b`
    <main class="sign-in">
      ${brand()}
      <form class="card" novalidate @submit=${onSubmit}>
        <h1 class="card__title">${registers ? "Create your account" : "Welcome back"}</h1>
        ${session.state.expired && !registers ? b`<p class="card__note">Your session has ended. ${editor.state.open || isKept("primetask-panel") ? "What you were writing is kept." : "Log in to go on."}</p>` : A}
        ${formProblem(problem)}
        ${registers ? registrationFields() : loginFields()}
        <button class="button" data-kind="primary" type="submit" aria-disabled=${busy}>${registers ? "Register" : "Log in"}</button>
      </form>
      <p class="sign-in__other">
        ${registers ? "Have an account already?" : "New here?"}
        <button class="link-button" type="button" @click=${() => onSwitch(registers ? "login" : "register")}>
          ${registers ? "Log in" : "Register"}
        </button>
      </p>
    </main>
  `;
}
const loginFields = () => [
	input("email", "Email", {
		type: "email",
		autocomplete: "username"
	}),
	input("password", "Password", {
		type: "password",
		autocomplete: "current-password"
	}),
	b`<p class="card__note"><a href="/forgot-password">Forgot password?</a></p>`
];
const registrationFields = () => [
	input("email", "Email", {
		type: "email",
		autocomplete: "email"
	}),
	input("username", "Username", {
		type: "text",
		autocomplete: "username",
		hint: "Letters and digits, at least 3."
	}),
	input("password", "Password", {
		type: "password",
		autocomplete: "new-password",
		hint: "At least 8 characters."
	}),
	input("password_confirm", "Confirm password", {
		type: "password",
		autocomplete: "new-password"
	})
];
const input = (name, label, traits) => textField({
	id: name.replace("_", "-"),
	label,
	...traits,
	value: authForm.state.fields[name],
	errors: authForm.state.errors[name],
	onInput: (value) => write$2(name, value)
});
async function onSubmit(event) {
	event.preventDefault();
	if (!await submit()) focusFirstInvalid(".card");
}
function onSwitch(kind) {
	switchTo(kind);
	if ([
		"/today",
		"/login",
		"/register"
	].includes(route.state.path)) navigate(`/${kind}`, { replace: true });
	focusStart();
}
// client/features/palette/state.js
const palette = createStore({
	open: false,
	text: "",
	entered: false
});
session.subscribe(() => {
	if (palette.state.open && session.state.status !== "signed-in") closePalette();
});
const openPalette = () => palette.set({
	open: true,
	text: "",
	entered: false
});
const writeText = (text) => palette.set({
	text,
	entered: false
});
const enterSoon = () => palette.set({ entered: true });
const closePalette = () => palette.reset();
// client/features/tasks/beside.js
const besideOf = (id, isAfter) => isAfter ? { after: id } : { before: id };
const anchorOf = (beside) => "before" in beside ? beside.before : beside.after;
function besideNow(items, id) {
	const at = items.findIndex((one) => one.id === id);
	const [next, previous] = [items[at + 1], items[at - 1]];
	return at < 0 ? void 0 : next ? { before: next.id } : previous && { after: previous.id };
}
function putBeside(items, item, beside) {
	const others = items.filter(({ id }) => id !== item.id);
	const at = others.findIndex(({ id }) => id === anchorOf(beside));
	return at < 0 ? null : others.toSpliced("before" in beside ? at : at + 1, 0, item);
}
// client/features/tasks/projects/projectOrder.js
function neighbour(projects, id, step) {
	const project = projects.find((one) => one.id === id);
	const beside = projects.filter(({ archived }) => archived === project?.archived);
	const at = beside.findIndex((one) => one.id === id);
	return at < 0 ? void 0 : beside[at + step];
}
// client/features/tasks/projects/actions.js
async function addProject(project, key) {
	const order = turn();
	const added = await begin(createProject(project, key));
	showAtOnce$1({ projects: [...(projects.state.projects ?? []).filter(({ id }) => id !== added.id), added] });
	offerUndo(`Added the project “${added.name}”.`, async () => {
		await refresh$1();
		if (projects.state.projects?.find(({ id }) => id === added.id)?.tasks_count) {
			notifyProblem(`The project “${added.name}” was kept: it has tasks.`);
			return false;
		}
		const isDeleted = await attempt$1(`The project “${added.name}” was not taken back.`, () => deleteProject$1(added.id));
		if (isDeleted) leaveProject(added.id);
		return isDeleted;
	}, order);
	refresh$1();
	return added;
}
async function editProject(before, changes) {
	const order = turn();
	await begin(updateProject(before.id, changes));
	offerUndo(`Changed the project “${changes.name}”.`, () => attempt$1(`The project “${changes.name}” was not changed back.`, () => updateProject(before.id, {
		name: before.name,
		color: before.color
	})), order);
	await refresh$1();
}
async function archive({ id, name }, archived) {
	const verb = archived ? "archived" : "taken out of the archive";
	const order = turn();
	if (await begin(attemptAndLoad(`The project “${name}” was not ${verb}.`, () => updateProject(id, { archived })))) offerUndo(archived ? `Archived the project “${name}”.` : `Took the project “${name}” out of the archive.`, () => attemptAndLoad(`The project “${name}” was not changed back.`, () => updateProject(id, { archived: !archived })), order);
}
async function moveProject(project, step) {
	const beside = neighbour(projects.state.projects ?? [], project.id, step);
	if (beside) await moveProjectBeside(project, beside, step > 0);
}
async function moveProjectBeside(project, beside, isAfter) {
	const all = projects.state.projects ?? [];
	if (neighbour(all, project.id, isAfter ? -1 : 1)?.id === beside.id) return;
	const [there, back] = [besideOf(beside.id, isAfter), besideNow(all.filter(({ archived }) => archived === project.archived), project.id)];
	const reordered = putBeside(all, project, there);
	if (!reordered || !back) return;
	showAtOnce$1({ projects: reordered });
	const order = turn();
	if (await begin(attempt$1(`The project “${project.name}” was not moved.`, () => moveProject$1(project.id, there)))) offerUndo(`Moved the project “${project.name}”.`, () => attempt$1(`The project “${project.name}” was not moved back.`, () => moveProject$1(project.id, back)), order);
}
async function deleteProject({ id, name, tasks_count: count }) {
	const tasks = count === 1 ? "its task" : `its ${count.toLocaleString(navigator.languages)} tasks`;
	const text = count === 0 ? `Delete the project “${name}”? It has no tasks.` : `Delete the project “${name}” and move ${tasks} to the trash?`;
	if (!await ask({
		title: "Delete the project",
		text,
		action: "Delete",
		danger: true
	})) return;
	const order = turn();
	if (!await begin(attempt$1(`The project “${name}” was not deleted.`, () => deleteProject$1(id)))) return;
	leaveProject(id);
	offerUndo(`Deleted the project “${name}”.`, () => attemptAndLoad(`The project “${name}” did not come back.`, () => restoreProject(id)), order);
}
function leaveProject(id) {
	if (singleProject(placeOf(route.state.query).project) === id) navigate(route.state.path, { replace: true });
	loadAgain();
}
async function attemptAndLoad(failure, work) {
	const done = await attempt$1(failure, work);
	if (done) loadAgain();
	return done;
}
async function editLabel(before, changes) {
	const other = labelOf(changes.name);
	const joins = other !== void 0 && other.name !== before.name;
	const order = turn();
	await begin(changeLabel(before.name, changes));
	renamed(before.name, changes.name);
	if (joins) notify(`Joined the label “${before.name}” with “${changes.name}”.`);
	else offerUndo(`Changed the label “${changes.name}”.`, async () => {
		const back = await attempt$1(`The label “${changes.name}” was not changed back.`, () => changeLabel(changes.name, {
			name: before.name,
			color: before.color
		}));
		if (back) renamed(changes.name, before.name);
		return back;
	}, order);
	await refresh$1();
}
function renamed(from, to) {
	if (from === to) return;
	const { path, query } = route.state;
	const names = labelNames(placeOf(query).label);
	if (names.includes(from)) navigate(`${path}?${new URLSearchParams({
		...Object.fromEntries(query),
		label: names.map((name) => name === from ? to : name).join(",")
	})}`, { replace: true });
	loadAgain();
}
async function deleteLabel({ name, tasks_count: count }) {
	const tasks = count === 1 ? "the task that has it" : `the ${count.toLocaleString(navigator.languages)} tasks that have it`;
	const text = count === 0 ? `Delete the label “${name}”? No task has it.` : `Delete the label “${name}” and take it off ${tasks}?`;
	if (!await ask({
		title: "Delete the label",
		text,
		action: "Delete",
		danger: true
	})) return;
	const order = turn();
	if (!await begin(attemptAndLoad(`The label “${name}” was not deleted.`, () => deleteLabel$1(name)))) return;
	if (labelNames(placeOf(route.state.query).label).includes(name)) navigate(route.state.path, { replace: true });
	offerUndo(`Deleted the label “${name}”.`, () => attemptAndLoad(`The label “${name}” did not come back.`, () => restoreLabel(name)), order);
}
// client/features/tasks/projects/nameDialog.js
const closed = {
	open: false,
	author: null,
	before: null,
	key: "",
	name: "",
	color: "gray",
	errors: {},
	problem: null,
	saving: false
};
const nameDialog = createStore(closed);
session.subscribe(() => {
	const { status, user, expired } = session.state;
	const { open, author } = nameDialog.state;
	if (open && (status === "signed-out" && !expired || user && user.id !== author)) nameDialog.reset();
});
const openNameDialog = (before) => nameDialog.set({
	...closed,
	open: true,
	author: session.state.user?.id ?? null,
	before,
	key: uuid(),
	name: before?.name ?? "",
	color: before?.color ?? "blue"
});
const closeNameDialog = () => nameDialog.reset();
const writeName = (name) => nameDialog.set({
	name,
	key: uuid(),
	errors: {}
});
const chooseColor = (color) => nameDialog.set({
	color,
	key: uuid()
});
async function saveName() {
	const { before, key, color, saving } = nameDialog.state;
	const name = nameDialog.state.name.trim();
	if (saving) return;
	if (name === "") return void nameDialog.set({ errors: { name: ["A name is needed."] } });
	nameDialog.set({
		saving: true,
		errors: {},
		problem: null
	});
	try {
		const added = before === null ? await addProject({
			name,
			color
		}, key) : await edit(before, {
			name,
			color
		});
		if (!nameDialog.state.saving) return;
		nameDialog.reset();
		if (added) navigate(projectAddress(added.id));
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (nameDialog.state.saving) nameDialog.set({
			saving: false,
			...error.placed
		});
		else notifyProblem(`“${name}” was not saved. ${error.sentence}`);
	}
}
const edit = (before, changes) => "id" in before ? editProject(before, changes) : editLabel(before, changes);
// ../node_modules/lit-html/async-directive.js
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/ const s = (i, t) => {
	const e = i._$AN;
	if (void 0 === e) return !1;
	for (const i of e) i._$AO?.(t, !1), s(i, t);
	return !0;
};
const o$1 = (i) => {
	let t, e;
	do {
		if (void 0 === (t = i._$AM)) break;
		e = t._$AN, e.delete(i), i = t;
	} while (0 === e?.size);
};
const r = (i) => {
	for (let t; t = i._$AM; i = t) {
		let e = t._$AN;
		if (void 0 === e) t._$AN = e = new Set();
		else if (e.has(i)) break;
		e.add(i), c(t);
	}
};
function h(i) {
	void 0 !== this._$AN ? (o$1(this), this._$AM = i, r(this)) : this._$AM = i;
}
function n$1(i, t = !1, e = 0) {
	const r = this._$AH, h = this._$AN;
	if (void 0 !== h && 0 !== h.size) if (t) if (Array.isArray(r)) for (let i = e; i < r.length; i++) s(r[i], !1), o$1(r[i]);
	else null != r && (s(r, !1), o$1(r));
	else s(this, i);
}
const c = (i) => {
	i.type == t$1.CHILD && (i._$AP ??= n$1, i._$AQ ??= h);
};
var f = class extends i$1 {
	constructor() {
		super(...arguments), this._$AN = void 0;
	}
	_$AT(i, t, e) {
		super._$AT(i, t, e), r(this), this.isConnected = i._$AU;
	}
	_$AO(i, t = !0) {
		i !== this.isConnected && (this.isConnected = i, i ? this.reconnected?.() : this.disconnected?.()), t && (s(this, i), o$1(this));
	}
	setValue(t) {
		if (r$1(this._$Ct)) this._$Ct._$AI(t, this);
		else {
			const i = [...this._$Ct._$AH];
			i[this._$Ci] = t, this._$Ct._$AI(i, this, 0);
		}
	}
	disconnected() {}
	reconnected() {}
};
// ../node_modules/lit-html/directives/ref.js
/**
* @license
* Copyright 2020 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
const o = new WeakMap();
const n = e$1(class extends f {
	render(i) {
		return A;
	}
	update(i, [s]) {
		const e = s !== this.G;
		return e && this.rt(void 0), (e || this.lt !== this.ct) && (this.G = s, this.ht = i.options?.host, this.rt(this.ct = i.element)), A;
	}
	rt(t) {
		if (void 0 !== this.G) if (this.isConnected || (t = void 0), "function" == typeof this.G) {
			const i = this.ht ?? globalThis;
			let s = o.get(i);
			void 0 === s && (s = new WeakMap(), o.set(i, s)), void 0 !== s.get(this.G) && this.G.call(this.ht, void 0), s.set(this.G, t), void 0 !== t && this.G.call(this.ht, t);
		} else this.G.value = t;
	}
	get lt() {
		return "function" == typeof this.G ? o.get(this.ht ?? globalThis)?.get(this.G) : this.G?.value;
	}
	disconnected() {
		this.lt === this.ct && this.rt(void 0);
	}
	reconnected() {
		this.rt(this.ct);
	}
});
// client/ui/counts.js
const numberText = (number) => number.toLocaleString(navigator.languages);
const percentText = (share) => share.toLocaleString(navigator.languages, { style: "percent" });
const countText = (count, isMinimum = false) => `${numberText(count)}${isMinimum ? "+" : ""}`;
function rateText(count, days) {
	const rate = Math.round(count / days * 10) / 10;
	return count > 0 && rate === 0 ? `less than ${numberText(.1)} a day` : `${numberText(rate)} a day`;
}
function countedSoFar({ count, isMinimum }, { page, size, shown, more }) {
	if (!isMinimum) return {
		count,
		isMinimum
	};
	const seen = (page - 1) * size + shown;
	return more ? {
		count: Math.max(count, seen),
		isMinimum
	} : {
		count: seen,
		isMinimum: false
	};
}
// client/ui/popupMenu.js
const popupMenu = ({ label, anchor, items, onClose }) => b`
  <div
    class="menu popup-menu"
    role="menu"
    popover
    aria-label=${label}
    data-anchor=${anchor}
    ${n(open)}
    @keydown=${(event) => onKey(event, onClose)}
    @toggle=${(event) => event.newState === "closed" && onClose({ back: false })}
  >
    ${items.map(({ label: text, onClick }) => b`<button class="menu__item" type="button" role="menuitem" tabindex="-1" @click=${onClick}>${text}</button>`)}
  </div>
`;
async function followItems() {
	await drawn();
	const menu = document.querySelector(".popup-menu:popover-open");
	if (menu instanceof HTMLElement) place$1(menu);
}
const open = (element) => openPopover(element, place$1);
function openPopover(element, placed) {
	if (!(element instanceof HTMLElement)) return;
	queueMicrotask(() => {
		if (!element.isConnected || element.matches(":popover-open")) return;
		element.showPopover();
		placed(element);
	});
}
function place$1(menu) {
	placeBeside(menu, menu.dataset.anchor ?? "");
	menu.querySelector("button")?.focus();
}
function placeBeside(popover, anchor) {
	const element = document.querySelector(anchor);
	if (!element) return;
	const { left, right, bottom, top } = element.getBoundingClientRect();
	const { width, height } = popover.getBoundingClientRect();
	const x = Math.max(8, Math.min(left + width > innerWidth - 8 ? right - width : left, innerWidth - width - 8));
	const y = bottom + height > innerHeight - 8 ? Math.max(8, top - height) : bottom;
	popover.style.inset = `${y}px auto auto ${x}px`;
}
function onKey(event, onClose) {
	const items = [...event.currentTarget.querySelectorAll("button")];
	const at = items.indexOf(document.activeElement);
	const steps = {
		ArrowDown: at + 1,
		ArrowUp: at - 1,
		Home: 0,
		End: -1
	};
	if (event.key === "Escape" || event.key === "Tab") onClose({ back: true });
	else if (event.key in steps) items.at(steps[event.key] % items.length)?.focus();
	else {
		if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
		return;
	}
	event.preventDefault();
	event.stopPropagation();
}
// client/features/tasks/drag.js
const MOVED_PX = 5;
const PRESS_MS = 280;
const EDGE_PX = 48;
const BESIDE_PX = 12;
const SCROLL_PX_PER_S = 480;
const MAX_STEP_S = .05;
function makeDraggable(board, handlers) {
	let drag = null;
	let swallows = false;
	board.addEventListener("pointerdown", (event) => {
		const target = event.target;
		swallows = false;
		const card = target.closest(handlers.card);
		if (drag || event.button !== 0 || !event.isPrimary || !(card instanceof HTMLElement) || handlers.except && target.closest(handlers.except)) return;
		if (handlers.byTouch === false && event.pointerType === "touch") return;
		drag = {
			card,
			last: event,
			x: event.clientX,
			y: event.clientY,
			ghost: null
		};
		if (event.pointerType === "touch") drag.press = setTimeout(begin, PRESS_MS);
		for (const [name, listener] of listeners) window.addEventListener(name, listener, true);
	});
	board.addEventListener("touchmove", (event) => drag?.ghost && event.preventDefault(), { passive: false });
	board.addEventListener("contextmenu", (event) => drag && drag.last.pointerType === "touch" && event.preventDefault());
	board.addEventListener("click", stopAfterDrop, true);
	const listeners = [
		["pointermove", onMove],
		["pointerup", onUp],
		["pointercancel", cancel],
		["blur", (event) => event.target === window && cancel()],
		["keydown", (event) => event.key === "Escape" && drag?.ghost && (stop(event), cancel())]
	];
	function onMove(event) {
		if (!drag || event.pointerId !== drag.last.pointerId) return;
		if (event.pointerType !== "touch" && event.buttons === 0) return cancel();
		drag.last = event;
		const moved = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > MOVED_PX;
		if (drag.ghost) drag.frame ??= requestAnimationFrame(follow);
		else if (moved && event.pointerType === "touch") end();
		else if (moved) begin();
	}
	function begin() {
		if (!drag) return;
		const shown = handlers.ghost(drag.card);
		const ghost = typeof shown === "string" ? Object.assign(document.createElement("div"), {
			className: "drag-ghost",
			textContent: shown
		}) : shown;
		ghost.inert = true;
		ghost.setAttribute("aria-hidden", "true");
		const { left, top, width } = typeof shown === "string" ? {
			left: drag.x + BESIDE_PX,
			top: drag.y + BESIDE_PX,
			width: null
		} : drag.card.getBoundingClientRect();
		Object.assign(ghost.style, {
			left: `${left}px`,
			top: `${top}px`,
			...width !== null && { width: `${width}px` }
		});
		(board.closest("dialog") ?? document.body).append(ghost);
		drag.ghost = ghost;
		document.documentElement.toggleAttribute("data-dragging", true);
		getSelection()?.removeAllRanges();
		handlers.onDragStart(drag.card);
		look(drag.x, drag.y);
		follow();
	}
	function look(x, y) {
		const under = document.elementFromPoint(x, y);
		const zone = under?.closest(handlers.zone);
		if (under !== board) handlers.onDragOver(zone instanceof HTMLElement ? zone : null, {
			x,
			y
		});
		return under?.closest("[data-scrolls], dialog") ?? null;
	}
	function follow() {
		if (!drag?.ghost) return;
		const { clientX, clientY } = drag.last;
		drag.frame = void 0;
		const now = performance.now();
		const seconds = Math.min(MAX_STEP_S, (now - (drag.scrolled ?? now)) / 1e3);
		drag.ghost.style.translate = `${clientX - drag.x}px ${clientY - drag.y}px`;
		const [depth, scroller] = edgeAt(clientX, clientY, look(clientX, clientY));
		const sideways = scroller === board && handlers.scrolls === "x";
		const [place, end] = sideways ? [scroller.scrollLeft, scroller.scrollWidth - scroller.clientWidth] : [scroller.scrollTop, scroller.scrollHeight - scroller.clientHeight];
		const canScroll = depth < 0 ? place > 0 : depth > 0 && place < end - 1;
		drag.scrolled = canScroll ? now : void 0;
		if (!canScroll) return;
		const by = Math.max(-1, Math.min(1, depth / EDGE_PX)) * SCROLL_PX_PER_S * seconds;
		scroller.scrollBy({
			[sideways ? "left" : "top"]: by,
			behavior: "instant"
		});
		drag.frame = requestAnimationFrame(follow);
	}
	function edgeAt(x, y, side) {
		if (side) {
			const { top, bottom } = side.getBoundingClientRect();
			const depth = beyond(y, Math.max(0, top), Math.min(innerHeight, bottom));
			if ((depth < 0 ? side.scrollTop > 0 : depth > 0 && side.scrollTop < side.scrollHeight - side.clientHeight - 1) || !board.contains(side)) return [depth, side];
		}
		const { left, right } = board.getBoundingClientRect();
		return handlers.scrolls === "x" ? [beyond(x, left, right), board] : [beyond(y, 0, innerHeight), page()];
	}
	function onUp(event) {
		if (!drag || event.pointerId !== drag.last.pointerId) return;
		drag.last = event;
		if (!drag.ghost) return end();
		follow();
		swallows = true;
		setTimeout(() => swallows = false);
		end();
		handlers.onDrop();
	}
	function cancel() {
		const dragged = drag?.ghost;
		end();
		if (!dragged) return;
		swallows = true;
		handlers.onCancel();
	}
	function end() {
		if (!drag) return;
		clearTimeout(drag.press);
		if (drag.frame !== void 0) cancelAnimationFrame(drag.frame);
		drag.ghost?.remove();
		drag = null;
		document.documentElement.removeAttribute("data-dragging");
		for (const [name, listener] of listeners) window.removeEventListener(name, listener, true);
	}
	function stopAfterDrop(event) {
		if (swallows && event.detail > 0) stop(event);
		swallows = false;
	}
}
const page = () => document.scrollingElement ?? document.documentElement;
const beyond = (at, start, end) => Math.max(0, at - (end - EDGE_PX)) - Math.max(0, start + EDGE_PX - at);
function stop(event) {
	event.preventDefault();
	event.stopPropagation();
}
// client/features/tasks/projects/dropPlace.js
const PLACES = "[data-drops]";
let marked = null;
function mark(zone, where = "") {
	if (marked !== zone) marked?.removeAttribute("data-over");
	marked = zone;
	zone?.setAttribute("data-over", where);
}
function projectAt(zone) {
	const id = zone?.dataset.drops;
	return id === void 0 ? void 0 : id === "" ? null : Number(id);
}
const overPlace = (zone) => mark(projectAt(zone) === void 0 ? null : zone);
function takePlace() {
	const project = projectAt(marked);
	mark(null);
	return project;
}
// client/features/tasks/projects/marks.js
const MOST_LABELS$1 = 2;
const dot = (color = "gray") => b`<span class="dot" data-color=${color} aria-hidden="true"></span>`;
const labelMark = (color = "gray") => b`<span class="label-mark" data-color=${color} aria-hidden="true">@</span>`;
function taskMarks({ project, labels, recurrence }, { showProject }) {
	const shown = labels.slice(0, MOST_LABELS$1);
	const rest = labels.slice(MOST_LABELS$1);
	if (labels.length === 0 && !recurrence && (project === null || !showProject)) return A;
	return b`
    <span class="marks">
      ${recurrence ? b`<span class="mark mark--repeat" title="Repeats">${icon("repeat")}<span class="visually-hidden">Repeats</span></span>` : A}
      ${project !== null && showProject ? projectLink(project) : A}
      ${shown.map((name) => b`<a class="mark" href=${listAddress({ label: name })} title="Label: ${name}">${labelMark(labelOf(name)?.color)}<bdi class="mark__name">${name}</bdi></a>`)}
      ${rest.length > 0 ? b`<span class="mark mark--rest" title=${rest.join(", ")}>+${rest.length}<span class="visually-hidden"> labels: ${rest.join(", ")}</span></span>` : A}
    </span>
  `;
}
const projectLink = (project) => b`
  <a class="mark" href=${projectAddress(project)} title="Project: ${projectName(project)}">${dot(projectOf(project)?.color)}<bdi class="mark__name">${projectName(project)}</bdi></a>
`;
// client/features/tasks/projects/sidebarState.js
const wide = matchMedia("(width >= 64rem)");
const sidebarState = createStore({
	sheet: false,
	menu: null,
	labels: null
});
wide.addEventListener("change", () => sidebarState.set({
	sheet: false,
	menu: null
}));
session.subscribe(() => {
	if (session.state.status === "signed-out") sidebarState.reset();
});
const openSheet = () => sidebarState.set({
	sheet: true,
	menu: null
});
const closeSheet = () => sidebarState.state.sheet && sidebarState.set({
	sheet: false,
	menu: null
});
// client/features/tasks/views/api.js
const PAGE_SIZE = 100;
async function readViews(signal) {
	const { body } = await request("GET", "/views/", {
		query: { page_size: PAGE_SIZE },
		signal
	});
	return body.data.results;
}
async function createView(view, key) {
	const { body } = await request("POST", "/views/", {
		body: view,
		headers: { "Idempotency-Key": key }
	});
	return body.data;
}
async function updateView(id, changes) {
	await request("PATCH", `/views/${id}/`, { body: changes });
}
async function moveView$1(id, where) {
	await request("POST", `/views/${id}/move/`, { body: where });
}
async function deleteView$1(id) {
	await request("DELETE", `/views/${id}/`);
}
// client/features/tasks/views/viewAddress.js
const PARAMETERS = [
	"status",
	"priority",
	"search",
	"due_before",
	"due_after",
	"overdue",
	"due",
	"start",
	"time_zone",
	"project",
	"label",
	"parent",
	"archived",
	"ordering"
];
const GROUPS = [
	"due",
	"priority",
	"project",
	"label",
	"status"
];
const LAYOUTS = {
	[LIST]: "list",
	"/board": "board"
};
const [OPEN, ALL] = ["open", "all"];
function shownAt(path, query) {
	if (!Object.hasOwn(LAYOUTS, path)) return null;
	const kept = PARAMETERS.filter((name) => (query.get(name) ?? "").trim() !== "").map((name) => [name, (query.get(name) ?? "").trim()]);
	const found = Object.fromEntries(kept);
	if (path === "/list") {
		found.status ??= OPEN;
		if (found.status === ALL) delete found.status;
	}
	return {
		query: found,
		group: GROUPS.find((group) => group === query.get("group")) ?? null,
		layout: LAYOUTS[path]
	};
}
function viewAddress({ query, group, layout }) {
	const parameters = new URLSearchParams(PARAMETERS.flatMap((name) => name in query ? [[name, query[name]]] : []));
	if (group) parameters.set("group", group);
	if (layout === "list") {
		if (!query.status) parameters.set("status", ALL);
		else if (query.status === OPEN) parameters.delete("status");
	}
	const text = parameters.toString();
	return (layout === "board" ? "/board" : LIST) + (text && `?${text}`);
}
const isPlain = (shown) => viewAddress(shown) === "/list" || viewAddress(shown) === "/board";
const isSame = (one, other) => viewAddress(one) === viewAddress(other);
// client/features/tasks/views/views.js
const views = createStore({
	views: null,
	problem: null,
	dialog: null
});
const { refresh, showAtOnce, attempt } = keep$2(views, async (signal) => ({ views: await readViews(signal) }));
const shownNow = () => shownAt(route.state.path, route.state.query);
function currentView() {
	const shown = shownNow();
	return shown ? views.state.views?.find((view) => isSame(view, shown)) : void 0;
}
function canSave() {
	const shown = shownNow();
	return shown !== null && !isPlain(shown) && views.state.views !== null && !currentView();
}
const openViewDialog = (before) => views.set({ dialog: {
	before,
	key: uuid(),
	name: before?.name ?? "",
	errors: {},
	problem: null,
	saving: false
} });
const closeViewDialog = () => views.set({ dialog: null });
// client/features/tasks/views/actions.js
async function saveView() {
	const { dialog } = views.state;
	const shown = shownNow();
	if (!dialog || dialog.saving) return;
	const name = dialog.name.trim();
	if (name === "") return void views.set({ dialog: {
		...dialog,
		errors: { name: ["A name is needed."] }
	} });
	views.set({ dialog: {
		...dialog,
		saving: true,
		errors: {},
		problem: null
	} });
	try {
		if (dialog.before) await rename(dialog.before, name);
		else if (shown) await add$1({
			name,
			...shown
		}, dialog.key);
		if (views.state.dialog?.saving) closeViewDialog();
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (views.state.dialog?.saving) views.set({ dialog: {
			...views.state.dialog,
			saving: false,
			...placed(error)
		} });
	}
}
function placed(error) {
	const { errors, problem } = error.placed;
	const { name, ...others } = errors;
	return {
		errors: name ? { name } : {},
		problem: [problem, ...Object.values(others).flat()].filter(Boolean).join(" ") || null
	};
}
async function add$1(view, key) {
	const order = turn();
	const added = await begin(createView(view, key));
	showAtOnce({ views: [...(views.state.views ?? []).filter(({ id }) => id !== added.id), added] });
	offerUndo(`Saved the view “${view.name}”.`, () => attempt(`The view “${view.name}” was not taken back.`, () => deleteView$1(added.id)), order);
	await refresh();
}
async function rename(before, name) {
	const order = turn();
	await begin(updateView(before.id, { name }));
	offerUndo(`Renamed the view “${name}”.`, () => attempt(`The view “${name}” was not renamed back.`, () => updateView(before.id, { name: before.name })), order);
	await refresh();
}
async function changeToShown({ id, name, query, group, layout }) {
	const shown = shownNow();
	if (!shown) return;
	const order = turn();
	if (await begin(attempt(`The view “${name}” was not changed.`, () => updateView(id, shown)))) offerUndo(`Changed the view “${name}” to what is shown.`, () => attempt(`The view “${name}” was not changed back.`, () => updateView(id, {
		query,
		group,
		layout
	})), order);
}
async function moveView({ id }, step) {
	const all = views.state.views ?? [];
	const beside = all[all.findIndex((one) => one.id === id) + step];
	if (beside) await moveViewBeside(id, beside.id, step > 0);
}
async function moveViewBeside(id, beside, isAfter) {
	const all = views.state.views ?? [];
	const [from, to] = [id, beside].map((one) => all.findIndex((view) => view.id === one));
	if (from < 0 || to < 0 || from === (isAfter ? to + 1 : to - 1)) return;
	const [view, there, back] = [
		all[from],
		besideOf(beside, isAfter),
		besideNow(all, id)
	];
	const reordered = putBeside(all, view, there);
	if (!reordered || !back) return;
	showAtOnce({ views: reordered });
	const order = turn();
	if (await begin(attempt(`The view “${view.name}” was not moved.`, () => moveView$1(id, there)))) offerUndo(`Moved the view “${view.name}”.`, () => attempt(`The view “${view.name}” was not moved back.`, () => moveView$1(id, back)), order);
}
async function deleteView({ id, name, query, group, layout }) {
	const all = views.state.views ?? [];
	const after = all[all.findIndex((one) => one.id === id) + 1];
	showAtOnce({ views: all.filter((one) => one.id !== id) });
	const order = turn();
	if (!await begin(attempt(`The view “${name}” was not deleted.`, () => deleteView$1(id)))) return;
	offerUndo(`Deleted the view “${name}”.`, () => attempt(`The view “${name}” did not come back.`, async () => {
		const again = await createView({
			name,
			query,
			group,
			layout
		}, uuid());
		if (after && views.state.views?.some((one) => one.id === after.id)) await moveView$1(again.id, { before: after.id });
	}), order);
}
// client/features/tasks/projects/sidebar.js
const MOST_LABELS = 7;
const stores = [
	projects,
	views,
	sidebarState
];
const sidebar = () => b`<div class="sidebar" data-scrolls>${wide.matches ? sidebarContent() : A}</div>`;
const sidebarContent = () => b`
  <nav class="places" aria-label="Lists" @click=${onClick$1} ${n(follow$1)}>
    <ul>
      ${place({
	href: "/today",
	current: route.state.path === "/today",
	mark: icon("today"),
	name: "Today",
	count: projects.state.counts.today
})}
      ${place({
	href: "/upcoming",
	current: route.state.path === "/upcoming",
	mark: icon("upcoming"),
	name: "Upcoming",
	count: 0
})}
      ${place({
	href: "/calendar",
	current: route.state.path === "/calendar",
	mark: icon("calendar"),
	name: "Calendar",
	count: 0
})}
      ${place({
	href: listAddress({ project: INBOX }),
	current: isShown({ project: INBOX }),
	mark: icon("inbox"),
	name: "Inbox",
	count: inboxCount(),
	drops: ""
})}
    </ul>
    ${projectsPart()} ${viewsPart()} ${labelsPart()}
  </nav>
  ${menu()}
`;
function projectsPart() {
	const { projects: all, problem } = projects.state;
	const archived = all?.filter((project) => project.archived) ?? [];
	return b`
    <section aria-labelledby="places-projects">
      <div class="places__head">
        <h2 class="places__title" id="places-projects">Projects</h2>
        <button class="icon-button" type="button" aria-label="Add a project" title="Add a project" ?disabled=${!session.state.user} @click=${() => choose(() => openNameDialog(null))}>${icon("plus")}</button>
      </div>
      ${all ? projectList(all.filter((project) => !project.archived)) : problem ? A : loading$2()}
      <div role="status">${problem ? b`<p class="places__note">${all ? "These may be out of date." : problem} <button class="link-button" type="button" @click=${refresh$1}>Try again</button></p>` : A}</div>
      ${archived.length > 0 ? b`<details class="places__fold">
            <summary>Archived <span class="places__sum">${numberText(archived.length)}</span></summary>
            ${projectList(archived)}
          </details>` : A}
    </section>
  `;
}
const loading$2 = () => b`
  <p class="visually-hidden" role="status">Loading projects…</p>
  <div class="places__loading" aria-hidden="true"><span></span><span></span><span></span></div>
`;
const projectList = (shown) => shown.length === 0 ? b`<p class="places__note">Projects keep tasks together that belong together.</p>` : b`<ul>
        ${c$1(shown, ({ id }) => id, (project) => place({
	href: projectAddress(project.id),
	current: isShown({ project: String(project.id) }),
	mark: dot(project.color),
	name: project.name,
	count: project.open_tasks_count,
	item: {
		kind: "project",
		key: String(project.id)
	},
	drops: project.archived ? void 0 : String(project.id),
	onKey: (event) => onMoveKey(event, {
		kind: "project",
		key: String(project.id)
	}, (step) => moveProject(project, step))
}))}
      </ul>`;
function viewsPart() {
	const { views: all, problem } = views.state;
	if (!problem && !all?.length) return A;
	const current = currentView();
	return b`
    <section aria-labelledby="places-views">
      <div class="places__head"><h2 class="places__title" id="places-views">Views</h2></div>
      <ul>
        ${c$1(all ?? [], ({ id }) => id, (view) => place({
		href: viewAddress(view),
		current: view === current,
		mark: icon("bookmark"),
		name: view.name,
		count: 0,
		item: {
			kind: "view",
			key: String(view.id)
		},
		onKey: (event) => onMoveKey(event, {
			kind: "view",
			key: String(view.id)
		}, (step) => moveView(view, step))
	}))}
      </ul>
      <div role="status">${problem ? b`<p class="places__note">${all ? "These may be out of date." : problem} <button class="link-button" type="button" @click=${refresh}>Try again</button></p>` : A}</div>
    </section>
  `;
}
function labelsPart() {
	const { labels } = projects.state;
	if (labels.length === 0) return A;
	return b`
    <details class="places__fold places__fold--part" ?open=${sidebarState.state.labels ?? labels.length <= MOST_LABELS} @toggle=${onFoldLabels}>
      <summary><h2 class="places__title">Labels</h2> <span class="places__sum">${numberText(labels.length)}</span></summary>
      <ul>
        ${c$1(labels, ({ name }) => name, ({ name, color, open_tasks_count: count }) => place({
		href: listAddress({ label: name }),
		current: isShown({ label: name }),
		mark: labelMark(color),
		name,
		count,
		item: {
			kind: "label",
			key: name
		}
	}))}
      </ul>
    </details>
  `;
}
function onFoldLabels({ target }) {
	const { open } = target;
	const { labels } = projects.state;
	if (open !== (sidebarState.state.labels ?? labels.length <= MOST_LABELS)) sidebarState.set({ labels: open });
}
function isShown(place) {
	const { path, query } = route.state;
	return (path === "/list" || path === "/board") && isSamePlace(placeOf(query), {
		project: "",
		label: "",
		...place
	});
}
const place = ({ href, current, mark: symbol, name, count, item, drops, onKey }) => b`
  <li class="place" ?data-current=${current} data-place=${item ? placeKey(item) : A} data-drops=${drops ?? A}>
    <a class="place__link" href=${href} title=${name} aria-current=${current ? "page" : A} draggable="false" data-closes @keydown=${onKey ?? A}>
      <span class="place__mark">${symbol}</span><span class="place__name"><bdi>${name}</bdi></span>
      ${count > 0 ? b`<span class="place__count">${numberText(count)}<span class="visually-hidden"> open</span></span>` : A}
    </a>
    ${item ? b`<button class="icon-button place__menu" type="button" aria-haspopup="menu" aria-label="Menu of ${name}" title="Menu" @click=${() => sidebarState.set({ menu: item })}>
          ${icon("more")}
        </button>` : A}
  </li>
`;
const followed = new WeakSet();
function follow$1(places) {
	if (!(places instanceof HTMLElement) || followed.has(places)) return;
	followed.add(places);
	let dragged = null;
	let drop = null;
	makeDraggable(places, {
		card: "[data-place]:not([data-place^=\"label \"])",
		zone: "[data-place]",
		except: ".place__menu",
		byTouch: false,
		scrolls: "y",
		ghost: (one) => one.querySelector(".place__name")?.textContent ?? "",
		onDragStart: (one) => dragged = one,
		onDragOver(zone, { y }) {
			const { top = 0, height = 0 } = zone?.getBoundingClientRect() ?? {};
			const isAfter = y > top + height / 2;
			drop = zone && dragged && zone !== dragged ? moveBeside(dragged.dataset.place ?? "", zone.dataset.place ?? "", isAfter) : null;
			mark(drop ? zone : null, isAfter ? "after" : "before");
		},
		onDrop() {
			mark(null);
			drop?.();
		},
		onCancel: () => mark(null)
	});
}
function moveBeside(from, to, isAfter) {
	const [kind, id] = from.split(" ");
	const [kindThere, idThere] = to.split(" ");
	if (kind !== kindThere) return null;
	if (kind === "view") return () => moveViewBeside(Number(id), Number(idThere), isAfter);
	const [project, beside] = [id, idThere].map((one) => projects.state.projects?.find((other) => String(other.id) === one));
	return project && beside && project.archived === beside.archived ? () => moveProjectBeside(project, beside, isAfter) : null;
}
const placeKey = ({ kind, key }) => `${kind} ${key}`;
const selectorOf = (item) => `[data-place="${CSS.escape(placeKey(item))}"]`;
function menu() {
	const { menu: item } = sidebarState.state;
	const items = item?.kind === "project" ? projectItems(Number(item.key)) : item?.kind === "view" ? viewItems(Number(item.key)) : labelItems(item?.key);
	if (!item || items.length === 0) return A;
	return popupMenu({
		label: `Menu of the ${item.kind}`,
		anchor: `${selectorOf(item)} .place__menu`,
		items,
		onClose: ({ back }) => {
			if (sidebarState.state.menu !== item) return;
			sidebarState.set({ menu: null });
			if (back) focusPlace(item, ".place__menu");
		}
	});
}
function projectItems(id) {
	const all = projects.state.projects ?? [];
	const project = all.find((one) => one.id === id);
	if (!project) return [];
	const move = (step) => () => {
		sidebarState.set({ menu: null });
		moveProject(project, step);
		focusPlace({
			kind: "project",
			key: String(id)
		}, ".place__menu");
	};
	return [
		{
			label: b`${icon("edit")}Rename and colour…`,
			onClick: () => choose(() => openNameDialog(project))
		},
		...neighbour(all, id, -1) ? [{
			label: b`${icon("up")}Move up`,
			onClick: move(-1)
		}] : [],
		...neighbour(all, id, 1) ? [{
			label: b`${icon("down")}Move down`,
			onClick: move(1)
		}] : [],
		{
			label: b`${icon("archive")}${project.archived ? "Take out of the archive" : "Archive"}`,
			onClick: () => choose(() => void archive(project, !project.archived))
		},
		{
			label: b`${icon("trash")}Delete…`,
			onClick: () => choose(() => void deleteProject(project))
		}
	];
}
function viewItems(id) {
	const all = views.state.views ?? [];
	const at = all.findIndex((one) => one.id === id);
	const view = all[at];
	if (!view) return [];
	const move = (step) => () => {
		sidebarState.set({ menu: null });
		moveView(view, step);
		focusPlace({
			kind: "view",
			key: String(id)
		}, ".place__menu");
	};
	return [
		{
			label: b`${icon("edit")}Rename…`,
			onClick: () => choose(() => openViewDialog(view))
		},
		...shownNow() && view !== currentView() ? [{
			label: b`${icon("check")}Change to what is shown`,
			onClick: () => choose(() => void changeToShown(view))
		}] : [],
		...at > 0 ? [{
			label: b`${icon("up")}Move up`,
			onClick: move(-1)
		}] : [],
		...at < all.length - 1 ? [{
			label: b`${icon("down")}Move down`,
			onClick: move(1)
		}] : [],
		{
			label: b`${icon("trash")}Delete`,
			onClick: () => choose(() => void deleteView(view))
		}
	];
}
function labelItems(name) {
	const label = projects.state.labels.find((one) => one.name === name);
	if (!label) return [];
	return [{
		label: b`${icon("edit")}Rename and colour…`,
		onClick: () => choose(() => openNameDialog(label))
	}, {
		label: b`${icon("trash")}Delete…`,
		onClick: () => choose(() => void deleteLabel(label))
	}];
}
function choose(act) {
	const { menu: item } = sidebarState.state;
	sidebarState.set({
		menu: null,
		sheet: false
	});
	if (item && wide.matches) find(`${selectorOf(item)} .place__menu`)?.focus();
	act();
}
function onClick$1({ target }) {
	if (target instanceof Element && target.closest("[data-closes]")) closeSheet();
}
function onMoveKey(event, item, move) {
	if (!event.altKey || event.ctrlKey || event.metaKey || event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
	event.preventDefault();
	move(event.key === "ArrowDown" ? 1 : -1);
	focusPlace(item, ".place__link");
}
async function focusPlace(item, part) {
	await drawn();
	find(`${selectorOf(item)} ${part}`)?.focus();
}
// client/app/shell/loadStyle.js
const styles = new Map();
function loadStyle(address) {
	const style = styles.get(address) ?? add(address);
	styles.set(address, style);
	return style;
}
function add(address) {
	return new Promise((resolve, reject) => {
		const link = Object.assign(document.createElement("link"), {
			rel: "stylesheet",
			href: address
		});
		link.addEventListener("load", resolve);
		link.addEventListener("error", () => {
			link.remove();
			styles.delete(address);
			reject(new Error(`${address} could not be loaded.`));
		});
		document.head.append(link);
	});
}
// client/app/shell/dialogLoader.js
const IDLE_MS = 2e3;
const dialogLoader = createStore({
	module: null,
	failed: false
});
let loading$1 = false;
for (const store of [
	editor,
	confirmation,
	help,
	nameDialog,
	sidebarState,
	route,
	palette,
	views
]) store.subscribe(loadIfNeeded);
onReconnect(loadIfNeeded);
const isNeeded = () => route.state.task !== null || editor.state.open || palette.state.open || nameDialog.state.open || views.state.dialog !== null || sidebarState.state.sheet || confirmation.state.question !== null || help.state.open;
function loadIfNeeded() {
	if (isNeeded() && !dialogLoader.state.module) load$1();
}
function preloadDialogs() {
	if (dialogLoader.state.module) return;
	if ("requestIdleCallback" in window) requestIdleCallback(() => void load$1(), { timeout: IDLE_MS });
	else setTimeout(() => void load$1(), IDLE_MS);
}
async function load$1() {
	if (loading$1 || dialogLoader.state.module) return;
	loading$1 = true;
	try {
		const [module] = await Promise.all([import("./dialogs.js"), loadStyle("/styles/dialogs.css")]);
		dialogLoader.set({
			module,
			failed: false
		});
	} catch {
		if (isNeeded()) giveUp();
	} finally {
		loading$1 = false;
	}
}
function giveUp() {
	dialogLoader.set({ failed: true });
	notifyProblem("A part of PrimeTask did not arrive. Check your connection, then try again.");
	help.set({ open: false });
	leaveTask();
	closeSheet();
	closeNameDialog();
	closeViewDialog();
	closePalette();
	respond("cancel");
}
// client/app/shell/theme.js
const KEY$1 = "primetask-theme";
const themes = [
	{
		value: "system",
		label: "System"
	},
	{
		value: "light",
		label: "Light"
	},
	{
		value: "dark",
		label: "Dark"
	}
];
const theme = createStore({ chosen: current() });
window.addEventListener("storage", ({ key, newValue }) => {
	if (key === KEY$1) apply(toTheme(newValue));
});
function chooseTheme(chosen) {
	apply(chosen);
	browserStorage.keep(KEY$1, chosen === "system" ? null : chosen);
}
function apply(chosen) {
	if (chosen === "system") delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = chosen;
	theme.set({ chosen });
}
function current() {
	return toTheme(document.documentElement.dataset.theme);
}
function toTheme(value) {
	return value === "light" || value === "dark" ? value : "system";
}
// client/app/shell/userMenu.js
const userMenu = () => b`
  <button class="user-button" type="button" popovertarget="user-menu" aria-label="Account menu: ${session.state.user?.username}" ?disabled=${!session.state.user}>
    ${icon("person")}<bdi class="user-button__name">${session.state.user?.username}</bdi>
  </button>
  <div class="menu" id="user-menu" popover aria-label="Account" role="group" @click=${onClick}>
    <p class="menu__who" dir="auto">${session.state.user?.email}</p>
    <a class="menu__item" href="/profile" data-closes>${icon("person")}Profile</a>
    <a class="menu__item" href="/trash" data-closes>${icon("trash")}Trash</a>
    <button class="menu__item" type="button" data-closes @click=${() => help.set({ open: true })}>${icon("keyboard")}Keyboard shortcuts</button>
    <fieldset class="menu__theme">
      <legend>Theme</legend>
      <div class="segments">
        ${themes.map(({ value, label }) => segment({
	name: "theme",
	label,
	checked: theme.state.chosen === value,
	onChange: () => chooseTheme(value)
}))}
      </div>
    </fieldset>
  </div>
`;
function onClick(event) {
	const { target, currentTarget } = event;
	if (target instanceof Element && target.closest("[data-closes]")) currentTarget.hidePopover();
}
// client/features/profile/api.js
async function changeProfile(changes) {
	const { body } = await request("PATCH", "/auth/profile/", { body: changes });
	return body.data;
}
async function sendConfirmation() {
	await request("POST", "/auth/confirm-email/send/");
}
async function changePassword(passwords) {
	await request("PUT", "/auth/change-password/", { body: passwords });
}
async function listSessions(query, signal) {
	const { body } = await request("GET", "/auth/sessions/", {
		query,
		signal
	});
	return body.data;
}
async function endSession(id) {
	await request("DELETE", `/auth/sessions/${id}/`);
}
async function startExport(format) {
	const { body } = await request("POST", "/export/", { body: { format } });
	return body.data;
}
async function startImport(file, key) {
	const { body } = await request("POST", "/import/", {
		body: file,
		headers: { "Idempotency-Key": key },
		large: true
	});
	return body.data;
}
async function getTransfer(kind, signal) {
	const { body } = await request("GET", `/${kind}/`, { signal });
	return body.data;
}
async function deleteTransfer(kind) {
	await request("DELETE", `/${kind}/`);
}
const downloadExport = () => download("/export/file/");
// client/app/shell/zoneOffer.js
const KEY = "primetask-time-zones";
const zoneOffer = createStore({ kept: browserStorage.readValue(KEY) ?? [] });
let saving = false;
function zoneBanner() {
	const { user, status } = session.state;
	const [here, there] = [ownZone(), personsZone()];
	const question = `${user?.id} ${there} ${here}`;
	if (status !== "signed-in" || isSameClock(there, here) || zoneOffer.state.kept.includes(question)) return banner(null, { onClick() {} });
	return banner(`Dates and times are those of ${zoneName(there)}, as your profile says. This device is in ${zoneName(here)}.`, {
		symbol: "clock",
		label: `Use ${zoneName(here)}`,
		wide: true,
		onClick: () => void use(here),
		other: {
			label: `Keep ${zoneName(there)}`,
			onClick: () => keep(question)
		}
	});
}
function keep(question) {
	const kept = [...zoneOffer.state.kept, question].slice(-20);
	browserStorage.keepValue(KEY, kept);
	zoneOffer.set({ kept });
	focusHeading();
}
async function use(zone) {
	if (saving) return;
	saving = true;
	try {
		session.set({ user: await changeProfile({ time_zone: zone }) });
		focusHeading();
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (error.status !== 401) notifyProblem(`The time zone was not changed. ${error.sentence}`);
	} finally {
		saving = false;
	}
}
// client/app/shell/frame.js
const links = [
	{
		nav: "Today",
		href: "/today",
		symbol: "today"
	},
	{
		nav: "List",
		href: LIST,
		symbol: "list"
	},
	{
		nav: "Board",
		href: "/board",
		symbol: "board"
	},
	{
		nav: "Dashboard",
		href: "/dashboard",
		symbol: "chart"
	},
	{
		nav: "Admin",
		href: "/admin/users",
		symbol: "shield"
	}
];
const queries = new Map();
const remember = () => queries.set(route.state.path, route.state.query.size > 0 ? `?${route.state.query}` : "");
remember();
route.subscribe(remember);
onNextPerson(() => queries.clear());
const narrow = matchMedia("(width < 48rem)");
const width = createStore({ narrow: narrow.matches });
narrow.addEventListener("change", () => width.set({ narrow: narrow.matches }));
const frame = ({ current, busy = false, content, task, onAdd }) => b`
  <a class="skip-link" href="#content">Skip to content</a>
  <header class="top-bar" ?inert=${isCovered(task)}>
    <button
      class="icon-button top-bar__menu"
      type="button"
      aria-label="Lists"
      title="Lists"
      aria-haspopup="dialog"
      aria-expanded=${sidebarState.state.sheet}
      ?disabled=${session.state.status !== "signed-in"}
      @click=${openSheet}
    >
      ${icon("menu")}
    </button>
    <a class="top-bar__home" href=${HOME} aria-label="PrimeTask">${brand()}</a>
    <nav class="nav" aria-label="Views">
      ${links.filter(({ nav }) => nav !== "Admin" || session.state.user?.role === "admin").map((link) => navLink(link, current))}
    </nav>
    <div class="top-bar__end">
      <button class="icon-button" type="button" aria-label="Search and commands" title="Search and commands (Ctrl+K)" ?disabled=${session.state.status !== "signed-in"} @click=${openPalette}>
        ${icon("search")}
      </button>
      <button class="button top-bar__new" data-kind="primary" type="button" ?disabled=${!session.state.user} @click=${openNew}>
        ${icon("plus")}<span class="top-bar__label">New task</span>
      </button>
      ${userMenu()}
      <button class="icon-button" type="button" aria-label="Log out" title="Log out" ?disabled=${session.state.status !== "signed-in"} @click=${signOut}>
        ${icon("leave")}
      </button>
    </div>
  </header>
  ${connectionBanner()} ${zoneBanner()}
  <div class="shell" ?data-task=${Boolean(task)}>
    ${sidebar()}
    <main class="page" id="content" tabindex="-1" aria-busy=${busy} ?inert=${isCovered(task)}>${content}</main>
    ${task || !onAdd ? A : b`<button class="add-button" type="button" aria-label="New task" ?disabled=${!session.state.user} @click=${onAdd}>${icon("plus")}</button>`}
    ${task ? b`<aside class="side-panel" aria-label="Task" tabindex="-1">${task}</aside>` : A}
  </div>
`;
const isCovered = (task) => Boolean(task) && width.state.narrow;
const navLink = ({ nav, href, symbol }, current) => b`
  <a class="nav__link" href=${nav === current ? href : addressOf(href)} aria-current=${nav === current ? "page" : A}>${icon(symbol)}<span>${nav}</span></a>
`;
function addressOf(href) {
	const { path, query } = route.state;
	const kept = queries.get(href) ?? "";
	return [path, href].every((one) => one === "/list" || one === "/board") ? addressInPlace(href, kept, placeOf(query)) : href + kept;
}
const sentences = {
	online: "",
	offline: "You are offline. What you see may be out of date, and changes cannot be saved.",
	down: "PrimeTask does not answer. Trying again by itself; what you see may be out of date."
};
function connectionBanner() {
	const { status } = connection.state;
	return banner(sentences[status], {
		label: "Try now",
		wide: true,
		onClick: tryAgain
	});
}
const loadingContent = () => b`
  <p class="visually-hidden" role="status">Loading…</p>
  <div class="placeholder" aria-hidden="true">
    <span class="placeholder__title"></span>
    <span class="placeholder__block"></span>
  </div>
`;
const failedContent = (onRetry) => b`
  <h1 class="page__title" tabindex="-1">This view could not be loaded</h1>
  <div class="panel" role="alert">
    ${message({
	symbol: "warning",
	title: "A part of PrimeTask did not arrive",
	text: "Check your connection, then try again.",
	action: {
		label: "Try again",
		onClick: onRetry
	}
})}
  </div>
`;
const notFoundContent = () => b`
  <h1 class="page__title" tabindex="-1">Page not found</h1>
  <div class="panel">
    ${message({
	symbol: "search",
	title: "Nothing here",
	text: "There is no page at this address."
})}
    <p class="panel__foot"><a href=${HOME}>Go to your tasks</a></p>
  </div>
`;
const unreachableView = () => b`
  <main class="sign-in">
    ${brand()}
    <h1 class="visually-hidden" tabindex="-1">PrimeTask</h1>
    <div class="card" role="alert">
      ${message({
	symbol: "warning",
	title: "PrimeTask does not answer",
	text: session.state.problem ?? "",
	action: {
		label: "Try again",
		onClick: resume
	}
})}
    </div>
  </main>
`;
const aloneView = ({ busy, content }) => b`
  <main class="sign-in" id="content" tabindex="-1" aria-busy=${busy}>${brand()} ${content}</main>
`;
const notFoundView = () => b`
  <main class="sign-in">
    ${brand()}
    <div class="card">
      <h1 class="card__title" tabindex="-1">Page not found</h1>
      <p class="message__text">There is no page at this address.</p>
      <p><a href=${HOME}>Go to your tasks</a></p>
    </div>
  </main>
`;
async function signOut() {
	try {
		await logOut();
	} catch (error) {
		notifyProblem(`You are still signed in: ${error.sentence}`);
	}
}
// client/app/shell/routes.js
const mailLinkStyle = "/styles/mailLinkView.css";
const mailLinkView = () => import("./mailLinkView.js");
const routes = {
	"/list": {
		title: "List",
		nav: "List",
		css: "/styles/listView.css",
		load: () => import("./listView.js")
	},
	"/today": {
		title: "Today",
		nav: "Today",
		css: "/styles/todayView.css",
		load: () => import("./todayView.js")
	},
	"/upcoming": {
		title: "Upcoming",
		css: "/styles/upcomingView.css",
		load: () => import("./upcomingView.js")
	},
	"/calendar": {
		title: "Calendar",
		css: "/styles/calendarView.css",
		load: () => import("./calendarView.js")
	},
	"/board": {
		title: "Board",
		nav: "Board",
		css: "/styles/boardView.css",
		load: () => import("./boardView.js")
	},
	"/dashboard": {
		title: "Dashboard",
		nav: "Dashboard",
		css: "/styles/dashboardView.css",
		load: () => import("./dashboardView.js")
	},
	"/trash": {
		title: "Trash",
		css: "/styles/trashView.css",
		load: () => import("./trashView.js")
	},
	"/profile": {
		title: "Profile",
		css: "/styles/profileView.css",
		load: () => import("./profileView.js")
	},
	"/admin/users": {
		title: "Users",
		nav: "Admin",
		css: "/styles/usersView.css",
		load: () => import("./usersView.js")
	},
	"/admin/tasks": {
		title: "All tasks",
		nav: "Admin",
		css: "/styles/tasksView.css",
		load: () => import("./tasksView.js")
	},
	"/forgot-password": {
		title: "Forgot password",
		css: mailLinkStyle,
		load: mailLinkView,
		alone: true
	},
	"/reset-password": {
		title: "Choose a new password",
		css: mailLinkStyle,
		load: mailLinkView,
		alone: true
	},
	"/confirm-email": {
		title: "Confirm your email address",
		css: mailLinkStyle,
		load: mailLinkView,
		alone: true
	},
	"/admin/audit": {
		title: "Audit log",
		nav: "Admin",
		css: "/styles/auditView.css",
		load: () => import("./auditView.js")
	}
};
function redirectOf(path, query) {
	if (path === "/") return query.size > 0 ? `${LIST}?${query}` : HOME;
	return path === "/admin" ? "/admin/users" : void 0;
}
const signInPaths = ["/login", "/register"];
const isAlone = (path) => Object.hasOwn(routes, path) && routes[path].alone === true;
const isAddress = (path) => Object.hasOwn(routes, path) || ["/", "/admin"].includes(path) || signInPaths.includes(path) || isTaskAddress(path);
// client/app/shell/screen.js
const none = {
	path: null,
	module: null,
	failed: false
};
const screen = createStore(none);
const loaded = new Map();
async function show(path, query) {
	if (screen.state.path !== path) {
		hide();
		screen.set({
			path,
			module: loaded.get(path) ?? null,
			failed: false
		});
	}
	try {
		const module = loaded.get(path) ?? await load(path);
		if (screen.state.path !== path) return;
		if (screen.state.module !== module) screen.set({
			module,
			failed: false
		});
		await module.enter?.(query);
	} catch (error) {
		if (loaded.has(path)) throw error;
		if (screen.state.path === path) screen.set({ failed: true });
	}
}
function preload(path) {
	if (Object.hasOwn(routes, path)) load(path).catch(() => {});
}
function hide() {
	screen.state.module?.leave?.();
	if (screen.state.path !== null) screen.set(none);
}
const loading = new Map();
function load(path) {
	const running = loading.get(path) ?? fetchView(path).finally(() => loading.delete(path));
	loading.set(path, running);
	return running;
}
async function fetchView(path) {
	const { css, load: loadModule } = routes[path];
	const [module] = await Promise.all([loadModule(), loadStyle(css)]);
	loaded.set(path, module);
	return module;
}
// client/app/shell/main.js
const RETRY_MS = 4e3;
const root = document.querySelector("[data-app]");
const shortcuts = [
	{
		key: "q",
		label: "Add a task (also n)",
		run: addTask
	},
	{
		key: "n",
		label: "Add a task",
		run: addTask,
		hidden: true
	},
	{
		key: "/",
		label: "Search",
		run: search
	},
	{
		key: "k",
		ctrl: true,
		everywhere: true,
		label: "Search and commands (also Cmd+K)",
		run: openPalette
	},
	{
		key: "z",
		label: "Undo what was done last (also Ctrl+Z)",
		run: undoLast
	},
	{
		key: "?",
		label: "Show these shortcuts",
		run: () => help.set({ open: true })
	}
];
const noticeHandlers = {
	onDismiss: dismiss,
	onEnter: pauseClock,
	onLeave: resumeClock
};
const adding = [
	"/today",
	"/upcoming",
	"/list",
	"/board"
];
const withTasks = [
	...adding,
	"/calendar",
	"/dashboard"
];
let pending = null;
function draw() {
	document.title = `${titleOf()} · PrimeTask`;
	D(b`${body()} ${noticeList(notices.state.shown, noticeHandlers)}`, root);
	if (pending && (route.state.path !== pending.path || screen.state.failed || pending.focus(pending.text))) pending = null;
}
function titleOf() {
	const { path } = route.state;
	if (!isAddress(path)) return "Page not found";
	if (isAlone(path)) return routes[path].title;
	if (session.state.status === "unreachable") return "No connection";
	if (session.state.status === "signed-out") return authForm.state.kind === "register" ? "Register" : "Log in";
	if (route.state.task !== null && dialogLoader.state.module) return dialogLoader.state.module.panelTitle();
	return screen.state.module?.title?.() ?? routes[path]?.title ?? "Tasks";
}
function body() {
	const { status } = session.state;
	if (isAlone(route.state.path)) return aloneView({
		busy: isBusy(),
		content: content()
	});
	if (status === "unreachable") return unreachableView();
	if (status === "signed-out") return isAddress(route.state.path) ? signInView() : notFoundView();
	if (status === "starting" || status === "leaving") return frame({
		current: routes[route.state.path]?.nav,
		busy: true,
		content: loadingContent()
	});
	return b`
    ${frame({
		current: routes[route.state.path]?.nav,
		busy: isBusy(),
		content: b`${content()} ${dialogLoader.state.module?.menu()}`,
		task: taskPanel(),
		onAdd: withTasks.includes(route.state.path) ? addTask : void 0
	})}
    ${dialogLoader.state.module?.dialogs([
		{
			title: "Everywhere",
			shortcuts
		},
		{
			title: routes[route.state.path]?.title ?? "",
			shortcuts: screen.state.module?.shortcuts ?? []
		},
		{
			title: "While adding a task",
			shortcuts: screen.state.module?.lineKeys ?? []
		},
		{
			title: "In an open task",
			shortcuts: route.state.task === null ? [] : dialogLoader.state.module.panelKeys
		}
	])}
  `;
}
function taskPanel() {
	if (route.state.task === null) return void 0;
	return dialogLoader.state.module?.panelContent() ?? b`<p class="visually-hidden" role="status">Loading the task…</p>`;
}
const isBusy = () => isAddress(route.state.path) && !screen.state.failed && !screen.state.module;
function content() {
	if (!isAddress(route.state.path)) return notFoundContent();
	if (screen.state.failed) return failedContent(enterRoute);
	return screen.state.module ? screen.state.module.view() : loadingContent();
}
let scheduled = false;
function scheduleDraw() {
	if (scheduled) return;
	scheduled = true;
	queueMicrotask(() => {
		scheduled = false;
		draw();
	});
}
const subscribed = new Set();
function drawOnChangeOf(stores) {
	for (const store of stores) {
		if (subscribed.has(store)) continue;
		subscribed.add(store);
		store.subscribe(scheduleDraw);
	}
}
function enterRoute() {
	const { path, query } = route.state;
	const elsewhere = redirectOf(path, query);
	if (elsewhere) navigate(elsewhere, { replace: true });
	else if (session.state.status !== "signed-in" && !isAlone(path)) hide();
	else if (signInPaths.includes(path)) navigate(HOME, { replace: true });
	else if (isAddress(path)) show(path, query);
	else hide();
}
function activeShortcuts() {
	const waiting = (editor.state.open || confirmation.state.question || help.state.open || nameDialog.state.open || sidebarState.state.sheet || palette.state.open || views.state.dialog) && !dialogLoader.state.failed || pending !== null;
	const isElsewhere = route.state.task !== null && (width.state.narrow || document.activeElement?.closest(".side-panel"));
	return session.state.status === "signed-in" && !waiting ? [
		...closing(),
		...(!isElsewhere && screen.state.module?.shortcuts || []).filter(({ onTask }) => !onTask || isOnTasks()),
		...shortcuts
	] : [];
}
const isOnTasks = () => !document.activeElement?.closest("a[href], summary, .sidebar, .done__list") || document.activeElement.closest(".task") !== null;
const closing = () => route.state.task === null ? [] : [{
	key: "Escape",
	label: "Close the task",
	run: leaveTask,
	hidden: true
}];
function addTask() {
	const { path } = route.state;
	if (!editor.state.open && focusQuickAdd()) return;
	if (!editor.state.open && adding.includes(path) && !screen.state.failed) pending = {
		path,
		text: "",
		focus: focusQuickAdd
	};
	else newTask();
}
function newTask() {
	if (editor.state.open) loadIfNeeded();
	else openNew();
}
function closeDialog() {
	if (confirmation.state.question) respond("cancel");
	else if (help.state.open) help.set({ open: false });
	else if (editor.state.open) discard();
	else if (nameDialog.state.open) closeNameDialog();
	else if (views.state.dialog) closeViewDialog();
	else if (palette.state.open) closePalette();
	else if (sidebarState.state.sheet) closeSheet();
	else return false;
	return true;
}
function search() {
	showFilters();
	if (focusSearch()) return;
	const { path } = route.state;
	const place = path === "/board" ? path : LIST;
	pending = {
		path: place,
		text: "",
		focus: focusSearch
	};
	if (path !== place) navigate(place);
}
function typeAhead(key) {
	if (pending) {
		const field = pending;
		if (key === "Enter" && field.focus === focusQuickAdd) field.text += "\n";
		return key === "Enter" || typeInto(key, field.text, (text) => field.text = text);
	}
	if (palette.state.open) return !dialogLoader.state.module && typeIntoPalette(key);
	const { open, fields } = editor.state;
	return open && !dialogLoader.state.module && typeInto(key, fields.title, (text) => write("title", text));
}
function typeIntoPalette(key) {
	if (key !== "Enter") return typeInto(key, palette.state.text, writeText);
	enterSoon();
	return true;
}
function typeInto(key, text, keep) {
	if (key === "Backspace") keep([...text].slice(0, -1).join(""));
	else if ([...key].length === 1) keep(text + key);
	else return false;
	return true;
}
let { user } = session.state;
function followZone() {
	const before = user;
	({user} = session.state);
	setProfileZone(user?.time_zone ?? "");
	if (!before || before.id !== user?.id || before.time_zone === user.time_zone) return;
	loadAgain();
	refresh$1();
}
session.subscribe(followZone);
followZone();
let status = "starting";
function followSession() {
	if (session.state.status === status) return;
	const before = status;
	status = session.state.status;
	pending = null;
	if (before !== "starting" && status === "signed-out" && !session.state.expired && !isAlone(route.state.path)) navigate("/login", { replace: true });
	if (status === "unreachable") setTimeout(() => session.state.status === "unreachable" && resume(), RETRY_MS);
	enterRoute();
	if (status === "signed-in") preloadDialogs();
	if (status !== "starting" && status !== "leaving" && !isAlone(route.state.path)) focusStart();
}
let { path, query, task } = route.state;
let opener = null;
function followRoute() {
	const moved = path !== route.state.path || !isSamePlace(placeOf(query), placeOf(route.state.query));
	const before = task;
	({path, query, task} = route.state);
	if (before === null && task !== null) opener = document.activeElement;
	if (before !== null && task === null && !moved) drawn().then(giveBack);
	if (path === "/login" || path === "/register") switchTo(path === "/register" ? "register" : "login");
	enterRoute();
	if (!moved || session.state.status !== "signed-in" && !isAlone(path)) return;
	scrollTo({
		top: 0,
		behavior: "instant"
	});
	if (!pending) focusHeading();
}
function giveBack() {
	if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
}
screen.subscribe(() => drawOnChangeOf(screen.state.module?.stores ?? []));
dialogLoader.subscribe(() => drawOnChangeOf(dialogLoader.state.module?.stores ?? []));
session.subscribe(followSession);
route.subscribe(followRoute);
onReconnect(() => screen.state.failed && enterRoute());
onBack(() => session.state.status === "signed-in" && closeDialog());
followLinks((address) => isAddress(address));
listenForKeys(activeShortcuts, typeAhead);
for (const event of ["error", "unhandledrejection"]) window.addEventListener(event, () => notifyProblem("Something went wrong in this page. Reload it to be safe."));
const soon = new Promise((resolve) => setTimeout(resolve));
if (session.state.status === "starting") preload(redirectOf(route.state.path, route.state.query)?.split("?")[0] ?? route.state.path);
followSession();
await soon;
root.replaceChildren();
draw();
if (session.state.status === "starting") setTimeout(today);
drawOnChangeOf([
	session,
	route,
	screen,
	authForm,
	connection,
	editor,
	confirmation,
	help,
	notices,
	theme,
	dialogLoader,
	nameDialog,
	palette,
	width,
	zoneOffer,
	...stores
]);
// client/ui/modal.js
const modal = ({ label, className = "", content, onCancel }) => b`
  <dialog
    class="dialog ${className}"
    aria-labelledby="dialog-title"
    ${n(follow)}
    @cancel=${(event) => {
	event.preventDefault();
	onCancel();
}}
  >
    <h2 class="dialog__title" id="dialog-title">${label}</h2>
    ${content}
  </dialog>
`;
let shown;
function follow(element) {
	if (element instanceof HTMLDialogElement) {
		shown = element;
		queueMicrotask(() => element.isConnected && !element.open && element.showModal());
	} else {
		shown?.close();
		shown = void 0;
		const { activeElement: field } = document;
		if (field instanceof HTMLInputElement && field.type === "text") field.setSelectionRange(field.value.length, field.value.length);
	}
}
// client/ui/temporal.js
async function loadTemporal() {
	return globalThis.Temporal ?? (await import("./temporal-polyfill.js")).Temporal;
}
async function startOf(day, seconds = 0) {
	return (await loadTemporal()).PlainDate.from(day).toZonedDateTime(personsZone()).toInstant().add({ seconds }).toString();
}
// client/app/address.js
function addressWith(path, query, changes) {
	const next = new URLSearchParams(query);
	for (const [name, value] of Object.entries({
		page: "",
		cursor: "",
		...changes
	})) {
		const text = String(value);
		if (text.trim() === "" || name === "page" && text === "1") next.delete(name);
		else next.set(name, text);
	}
	const text = next.toString();
	return path + (text && `?${text}`);
}
const pageOf = (query) => Math.min(1e6, Math.max(1, Math.trunc(Number(query.get("page"))) || 1));
const cursorIn = (address) => address ? new URL(address).searchParams.get("cursor") : null;
const nextOrdering = (ordering, name) => ordering === name ? `-${name}` : name;
// client/ui/dataTable.js
const dataTable = ({ label, columns, items, busy, ordering = "", onOrder = () => {} }) => b`
  <table class="data" role="table" aria-label=${label} aria-busy=${busy}>
    <thead role="rowgroup">
      <tr role="row">${columns.map((column) => heading(column, ordering, onOrder))}</tr>
    </thead>
    <tbody role="rowgroup">
      ${c$1(items, ({ id }) => id, (item) => b`
          <tr class="data__row" role="row">
            ${columns.map(({ label: name, kind, cell }) => b`
                <td class="data__cell" role="cell" data-kind=${kind ?? A}>
                  ${kind ? A : b`<span class="data__name" aria-hidden="true">${name}</span>`}
                  ${cell(item)}
                </td>
              `)}
          </tr>
        `)}
    </tbody>
  </table>
`;
function heading({ label, sort, kind }, ordering, onOrder) {
	if (!sort) return b`<th class="data__head" role="columnheader" data-kind=${kind ?? A}><span>${label}</span></th>`;
	const direction = ordering === sort ? "ascending" : ordering === `-${sort}` ? "descending" : A;
	return b`
    <th class="data__head" role="columnheader" data-kind=${kind ?? A} aria-sort=${direction}>
      <button class="data__sort" type="button" @click=${() => onOrder(nextOrdering(ordering, sort))}>
        ${label}<span class="data__arrow">${icon("next")}</span>
      </button>
    </th>
  `;
}
const tablePlaceholder = (text) => b`
  <p class="visually-hidden" role="status">${text}</p>
  <div class="data-placeholder" aria-hidden="true">${Array.from({ length: 10 }, () => b`<span class="data-placeholder__row"></span>`)}</div>
`;
// client/ui/pager.js
function pager({ page, size, count, isMinimum = false, one = "task", many = "tasks", onPage }) {
	const last = Math.max(1, Math.ceil(count / size));
	const first = (page - 1) * size + 1;
	const range = `${countText(first)}–${countText(Math.min(count, page * size))} of ${countText(count, isMinimum)}`;
	return b`
    <nav class="pager" aria-label="Pages">
      <p class="pager__text" role="status">${count === 0 ? `No ${many}` : `${range} ${count === 1 ? one : many}`}</p>
      ${last === 1 ? A : b`
            <button class="button" type="button" aria-label="Previous page" ?disabled=${page <= 1} @click=${() => onPage(page - 1)}>${icon("previous")}</button>
            <label class="pager__jump">
              Page
              <input
                class="pager__input"
                type="number"
                min="1"
                max=${isMinimum ? A : last}
                .value=${String(page)}
                @change=${(event) => jump(event.target, {
		page,
		last: isMinimum ? 1e400 : last,
		onPage
	})}
              />
              of ${countText(last, isMinimum)}
            </label>
            <button class="button" type="button" aria-label="Next page" ?disabled=${page >= last && !isMinimum} @click=${() => onPage(page + 1)}>${icon("next")}</button>
          `}
    </nav>
  `;
}
const cursorPager = ({ shown, onFirst, onNext }) => b`
  <nav class="pager" aria-label="Pages">
    <p class="pager__text" role="status">${onwardText(shown, onNext !== void 0)}</p>
    ${onFirst ? b`<button class="button" type="button" @click=${onFirst}>First page</button>` : A}
    <button class="button" type="button" aria-label="Next page" ?disabled=${!onNext} @click=${onNext}>${icon("next")}</button>
  </nav>
`;
function onwardText(shown, more) {
	if (shown === 0) return more ? "No tasks so far, but there can be more" : "No more tasks";
	return `${countText(shown)} ${shown === 1 ? "task" : "tasks"} here, ${more ? "and there can be more" : "the last ones"}`;
}
function jump(field, { page, last, onPage }) {
	const wanted = Math.trunc(field.valueAsNumber);
	const next = wanted >= 1 ? Math.min(last, wanted) : page;
	field.value = String(next);
	if (next !== page) onPage(next);
}
// client/ui/pagedList.js
function createPagedList(read, onNoPage = () => {}) {
	const store = createStore({
		items: null,
		count: 0,
		isMinimum: false,
		isSimilar: false,
		nextCursor: null,
		loading: false,
		problem: null,
		refused: false
	});
	let running = new AbortController();
	let asked = null;
	async function load(query) {
		asked = query;
		running.abort();
		running = new AbortController();
		const { signal } = running;
		store.set({ loading: true });
		try {
			const { count, count_is_minimum: isMinimum = false, similar: isSimilar = false, next, results } = await read(query, signal);
			const where = {
				page: Number(query.page),
				size: Number(query.page_size),
				shown: results.length,
				more: next !== null || query.cursor !== void 0
			};
			if (!signal.aborted) store.set({
				items: results,
				...countedSoFar({
					count,
					isMinimum
				}, where),
				isSimilar,
				nextCursor: cursorIn(next),
				loading: false,
				problem: null,
				refused: false
			});
		} catch (error) {
			if (!signal.aborted) failed(error, query);
		}
	}
	function failed(error, query) {
		store.set({ loading: false });
		if (!(error instanceof ApiError)) throw error;
		if (error.errors.cursor || error.status === 404 && Number(query.page) > 1) return onNoPage();
		if (session.state.status !== "signed-in") return;
		store.set({
			problem: error.sentence,
			refused: error.refused
		});
		if (error.refused) store.set({ items: null });
	}
	const reload = async () => asked && load(asked);
	function stop() {
		asked = null;
		running.abort();
	}
	function forget() {
		stop();
		store.reset();
	}
	session.subscribe(() => {
		if (session.state.status !== "signed-in" && asked) forget();
	});
	onReconnect(() => void reload());
	return {
		store,
		load,
		reload,
		stop,
		forget,
		changeItems(change) {
			const items = store.state.items?.map(change).filter((item) => item !== null) ?? null;
			store.set({ items });
			if (store.state.loading) reload();
		}
	};
}
// client/ui/clock.js
const MINUTE_MS = 6e4;
const clock = createStore({ at: Date.now() });
const loads = new Set();
let day = "";
setTimeout(() => day = today());
const onNewDay = (load) => loads.add(load);
setInterval(() => {
	const before = day;
	day = today();
	clock.set({ at: Date.now() });
	if (before !== day) for (const load of loads) load();
}, MINUTE_MS);
export { A, E, HALF_DATE, INBOX, LAST_DAY, LIST, PANEL, PLACES, addDays, addressWith, anchorOf, anywhere, archivedIn, ask, askBetween, authForm, b, begin, besideNow, besideOf, blank, byScope, c$1 as c, canSave, change, changeBack, changeEach, changePassword, changeProfile, changed, changedFields, choice, chooseColor, chooseTheme, clock, clockChangeHint, closeNameDialog, closePalette, closeSheet, closeViewDialog, completeAlong, confirmation, countText, countedSoFar, create, createDraft, createMany, createPagedList, createProject, current$1 as current, currentView, cursorPager, dataTable, dateIn, dayOf, daysApart, deleteTransfer, describe$1 as describe, describe$2 as describe$1, describeDate, describeDateInFull, describeDay, describeDayInFull, describeDue, describeDueInFull, describeInFull, describeMonth, describeRecurrence, describeWeekday, describeWithZone, discard, dot, downloadExport, drawn, dueOnDay, duplicate, e$1 as e, editor, edits, emptyTrash, endSession, enterSoon, filtersButton, find, findRecurrence, firstDay, firstWeekday, focusFirstInvalid, focusHeading, folding, followItems, forgetAll, formProblem, fromDue, fromLocalInput, getTransfer, goToTask, help, history$1 as history, i$1 as i, icon, inverse, isAddress, isDated, isEverything, isOpen, isOverdue, isSameClock, isSamePlace, joinDue, keyName, l, labelMark, labelNames, labelOf, labelOf$1, leaveTask, list$1 as list, listAddress, listSessions, listTrash, loadTemporal, makeDraggable, mark, message, modal, move, moveAllToTrash, moveToProject, n, nameDialog, navigate, notify, notifyProblem, numberText, offerUndo, onNewDay, onReconnect, onRefusal, openNameDialog, openNew, openNewWith, openPopover, openViewDialog, otherZone, overPlace, own, ownZone, pageOf, pager, palette, percentText, personsZone, placeBeside, placeByHand, placeOf, popupMenu, presets, priorities, projectAddress, projectAt, projectChoices, projectName, projectOf, projects, putBeside, rateText, read$1 as read, read$2 as read$1, readAll, readFull, readProjects, readRecurrence, reasonOf, refresh, refresh$1, refuse, rememberStatus, remove, removeForGood, respond, restore$1 as restore, route, save, saveName, saveView, searchField, segment, selectField, sendConfirmation, sentence, setDone, sidebarContent, sidebarState, signOut, singleProject, skip, staleBanner, startExport, startImport, startOf, statuses, subtasksToComplete, tablePlaceholder, takePlace, taskMarks, textArea, textField, theme, timeOfDay, toDue, toFields, toLocalInput, toTask, today, toggles, turn, undoLast, update, viewAddress, views, w, watch, watchTogether, weekdayOf, wide, withEdits, write, writeName, writeText, zoneName };
