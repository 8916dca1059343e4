// client/app/sentences.js
const names = {
	password_confirm: "The password, again,",
	due_date: "Due date",
	due_on: "Due date",
	start_on: "Start date"
};
const MISSING = [
	"This field may not be blank.",
	"This field may not be null.",
	"This field is required."
];
const TOO_LONG = /^Ensure this field has no more than (?<most>\d+) characters\.$/u;
function inWords(member, sentence) {
	const own = member.replace(/^data\./u, "");
	const name = names[own] ?? own.replaceAll("_", " ").replace(/^./u, (letter) => letter.toUpperCase());
	if (MISSING.includes(sentence)) return `${name} is needed.`;
	const most = TOO_LONG.exec(sentence)?.groups?.most;
	return most ? `${name} has at most ${most} characters.` : sentence;
}
// client/app/http.js
const TIMEOUT_MS = 2e4;
const LARGE_TIMEOUT_MS = 3e5;
const NO_CONTENT = 204;
var ApiError = class extends Error {
	constructor(message, status, errors = {}, traceId = null) {
		super(message);
		this.status = status;
		this.errors = Object.fromEntries(Object.entries(errors).map(([name, sentences]) => [name, sentences.map((one) => inWords(name, one))]));
		this.traceId = traceId;
	}
	get unreachable() {
		return isUnreachable(this.status);
	}
	get refused() {
		return this.status === 400;
	}
	get sentence() {
		const details = Object.values(this.errors).flat();
		return details.length > 0 ? details.join(" ") : `${this.message}.`;
	}
	get placed() {
		const { detail = [], ...errors } = this.errors;
		return {
			errors,
			problem: detail.join(" ") || (Object.keys(errors).length > 0 ? null : `${this.message}.`)
		};
	}
};
const isUnreachable = (status) => status === 0 || status === 502 || status === 503 || status === 504;
let credentials = {
	accessToken: () => null,
	renew: async () => false
};
function useCredentials(provider) {
	credentials = provider;
}
let reportReachability = () => {};
function watchReachability(watcher) {
	reportReachability = watcher;
}
async function probe() {
	try {
		await send("GET", "/auth/profile/", {}, credentials.accessToken());
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
	}
}
async function request(method, path, options = {}) {
	const { body, etag } = read(await sendAsUser(method, path, options));
	return {
		body,
		etag
	};
}
async function download(path) {
	const result = await sendAsUser("GET", path, {
		large: true,
		headers: { Accept: "*/*" }
	});
	read(result);
	const name = /filename="([^"]+)"/.exec(result.response.headers.get("Content-Disposition") ?? "")?.[1] ?? "primetask";
	return {
		file: result.body,
		name
	};
}
async function sendAsUser(method, path, options) {
	const token = options.anonymous ? null : credentials.accessToken();
	const result = await send(method, path, options, token);
	return result.response.status === 401 && !options.anonymous && await renewAfter(token) ? send(method, path, options, credentials.accessToken()) : result;
}
async function renewAfter(refused) {
	return credentials.accessToken() !== refused ? credentials.accessToken() !== null : credentials.renew();
}
async function send(method, path, { body, query = {}, headers = {}, signal, keepalive = false, large = false }, token) {
	const timeout = AbortSignal.timeout(large ? LARGE_TIMEOUT_MS : TIMEOUT_MS);
	const isFile = body instanceof Blob;
	try {
		const response = await fetch(`/api/v1${path}${toQueryString(query)}`, {
			method,
			headers: present({
				Accept: "application/json",
				"Content-Type": body === void 0 || isFile ? void 0 : "application/json",
				Authorization: token ? `Bearer ${token}` : void 0,
				...headers
			}),
			body: body === void 0 || isFile ? body : JSON.stringify(body),
			credentials: "same-origin",
			keepalive,
			signal: signal ? AbortSignal.any([signal, timeout]) : timeout
		});
		const parsed = response.ok && response.headers.has("Content-Disposition") ? await response.blob() : parse(await response.text());
		if (response.ok && parsed === null && response.status !== NO_CONTENT) throw new TypeError("A success without JSON is none of the API’s.");
		reportReachability(!isUnreachable(response.status));
		return {
			response,
			body: parsed
		};
	} catch (error) {
		if (signal?.aborted) throw error;
		reportReachability(false);
		throw new ApiError("No connection", 0, { detail: [timeout.aborted ? "PrimeTask took too long to answer." : "PrimeTask cannot be reached. Check your connection."] });
	}
}
function read({ response, body }) {
	if (response.ok) return {
		body,
		etag: response.headers.get("ETag")
	};
	const failure = body;
	throw new ApiError(failure?.message ?? `The server answered with status ${response.status}`, response.status, failure?.errors ?? {}, failure?.trace_id ?? null);
}
function parse(text) {
	if (text === "") return null;
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
function toQueryString(query) {
	const text = new URLSearchParams(present(query)).toString();
	return text && `?${text}`;
}
function present(values) {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== void 0 && value !== "").map(([name, value]) => [name, String(value)]));
}
// client/app/auth.js
const web = { "X-PrimeTask-Client": "web" };
async function login(credentials) {
	const { body } = await request("POST", "/auth/login/", {
		body: credentials,
		headers: web,
		anonymous: true
	});
	return signedIn(body);
}
async function register$1(account) {
	const { body } = await request("POST", "/auth/register/", {
		body: account,
		headers: web,
		anonymous: true
	});
	return {
		access: body.data.tokens.access,
		user: body.data.user
	};
}
async function refresh$1(key) {
	const { body } = await request("POST", "/auth/refresh/", {
		body: {},
		headers: {
			...web,
			"Idempotency-Key": key
		},
		anonymous: true
	});
	return signedIn(body);
}
function signedIn({ access, user }) {
	if (!user) throw new TypeError("A caller that keeps the refresh token in a cookie is told whose it is.");
	return {
		access,
		user
	};
}
async function logout() {
	await request("POST", "/auth/logout/", {
		body: {},
		headers: web
	});
}
// client/app/store.js
function createStore(initial) {
	let state = initial;
	const subscribers = new Set();
	return {
		get state() {
			return state;
		},
		set(changes) {
			state = {
				...state,
				...changes
			};
			for (const notify of subscribers) notify();
		},
		reset() {
			this.set(initial);
		},
		subscribe(subscriber) {
			subscribers.add(subscriber);
		}
	};
}
// client/app/storage.js
const browserStorage = storageIn(() => localStorage);
const tabStorage = storageIn(() => sessionStorage);
function storageIn(open) {
	const read = (key) => attempt(() => open().getItem(key));
	return {
		read,
		readValue: (key) => attempt(() => JSON.parse(read(key) ?? "null")) ?? null,
		keep: (key, text) => void attempt(() => text === null ? open().removeItem(key) : open().setItem(key, text)),
		keepValue: (key, value) => void attempt(() => value === null ? open().removeItem(key) : open().setItem(key, JSON.stringify(value)))
	};
}
function attempt(use) {
	try {
		return use();
	} catch {
		return;
	}
}
// client/app/uuid.js
function uuid() {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = bytes[6] & 15 | 64;
	bytes[8] = bytes[8] & 63 | 128;
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20)
	].join("-");
}
// client/app/storedSession.js
const EXISTS = "primetask-session";
const ATTEMPT = "primetask-refresh-attempt";
const mayExist = () => browserStorage.read(EXISTS) !== null;
const begin$1 = () => browserStorage.keep(EXISTS, "yes");
const end$1 = () => browserStorage.keep(EXISTS, null);
let own = null;
function currentAttempt() {
	const key = browserStorage.read(ATTEMPT) ?? own ?? uuid();
	own = key;
	browserStorage.keep(ATTEMPT, key);
	return key;
}
function endAttempt() {
	own = null;
	browserStorage.keep(ATTEMPT, null);
}
const session = createStore({
	status: "starting",
	user: null,
	expired: false,
	problem: null
});
function onNextPerson(forget) {
	let last = session.state.user?.id ?? null;
	session.subscribe(() => {
		const { status, user, expired } = session.state;
		if (status === "signed-out" && !expired || user && last !== null && user.id !== last) forget();
		last = user?.id ?? last;
	});
}
const channel = new BroadcastChannel("primetask-session");
let accessToken = null;
let renewal = null;
useCredentials({
	accessToken: () => accessToken,
	renew: async () => await renew() !== null
});
channel.addEventListener("message", ({ data }) => {
	if (data.type === "signed-out") end({ expired: false });
	if (data.type === "signed-in" && data.user !== session.state.user?.id) resume();
});
window.addEventListener("pageshow", (event) => {
	if (event.persisted) resume();
});
async function resume() {
	accessToken = null;
	if (!mayExist()) return end({ expired: false });
	session.set({
		status: "starting",
		user: null,
		problem: null
	});
	try {
		const user = await renew();
		if (user) begin(user);
	} catch (error) {
		failedToResume(error);
	}
}
function failedToResume(error) {
	if (!(error instanceof ApiError)) throw error;
	session.set({
		status: "unreachable",
		problem: error.sentence
	});
}
async function logIn(credentials) {
	enter(await login(credentials));
}
async function register(account) {
	enter(await register$1(account));
}
const logOutTasks = [];
const beforeLogOut = (work) => logOutTasks.push(work);
async function logOut() {
	await Promise.all(logOutTasks.map((work) => work()));
	session.set({ status: "leaving" });
	try {
		await logout();
	} catch (error) {
		if (!(error instanceof ApiError && error.status === 401)) {
			session.set({ status: "signed-in" });
			throw error;
		}
	}
	end({ expired: false });
	channel.postMessage({ type: "signed-out" });
}
function enter({ access, user }) {
	accessToken = access;
	begin(user);
	channel.postMessage({
		type: "signed-in",
		user: user.id
	});
}
function begin(user) {
	begin$1();
	session.set({
		status: "signed-in",
		user,
		expired: false,
		problem: null
	});
}
function end({ expired }) {
	accessToken = null;
	end$1();
	session.set({
		status: "signed-out",
		user: null,
		expired,
		problem: null
	});
}
function renew() {
	renewal ??= withTabLock(refresh).finally(() => {
		renewal = null;
	});
	return renewal;
}
async function refresh() {
	try {
		const { access, user } = await refresh$1(currentAttempt());
		endAttempt();
		accessToken = access;
		return user;
	} catch (error) {
		if (!(error instanceof ApiError) || error.status !== 400 && error.status !== 401) throw error;
		endAttempt();
		end({ expired: true });
		return null;
	}
}
async function withTabLock(work) {
	return navigator.locks ? navigator.locks.request("primetask-refresh", work) : work();
}
// client/app/shell/resume.js
resume();
export { ApiError, beforeLogOut, browserStorage, createStore, download, logIn, logOut, onNextPerson, probe, register, request, resume, session, tabStorage, uuid, watchReachability };
