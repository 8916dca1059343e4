import { A, authForm, b, focusFirstInvalid, focusHeading, formProblem, route, textField } from "./app.js";
import { ApiError, createStore, request, resume, session, uuid } from "./session.js";
// client/features/sign-in/api.js
async function askForReset$1(email, key) {
	await request("POST", "/auth/password-reset/", {
		body: { email },
		headers: { "Idempotency-Key": key },
		anonymous: true
	});
}
async function resetPassword$1(reset, key) {
	await request("POST", "/auth/password-reset/confirm/", {
		body: reset,
		headers: { "Idempotency-Key": key },
		anonymous: true
	});
}
async function confirmEmail$1(token, key) {
	await request("POST", "/auth/confirm-email/", {
		body: { token },
		headers: { "Idempotency-Key": key },
		anonymous: true
	});
}
// client/features/sign-in/mailLink.js
const initial = {
	token: "",
	fields: {
		email: "",
		new_password: "",
		new_password_confirm: ""
	},
	errors: {},
	problem: null,
	busy: false,
	done: false
};
const mailLink = createStore(initial);
let key = uuid();
function enter() {
	const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
	if (location.hash !== "") history.replaceState(history.state, "", location.pathname + location.search);
	if (token === "" && mailLink.state.token !== "") return;
	key = uuid();
	mailLink.set({
		...initial,
		token,
		fields: {
			...initial.fields,
			email: authForm.state.fields.email
		}
	});
}
function leave() {
	mailLink.reset();
}
function write(name, value) {
	key = uuid();
	const { [name]: _, ...errors } = mailLink.state.errors;
	mailLink.set({
		fields: {
			...mailLink.state.fields,
			[name]: value
		},
		errors
	});
}
function again() {
	key = uuid();
	mailLink.set({ done: false });
}
const askForReset = () => send(() => askForReset$1(mailLink.state.fields.email, key));
const resetPassword = () => send(async () => {
	const { token, fields } = mailLink.state;
	await resetPassword$1({
		token,
		new_password: fields.new_password,
		new_password_confirm: fields.new_password_confirm
	}, key);
	if (session.state.status === "signed-in") await resume();
});
const confirmEmail = () => send(async () => {
	await confirmEmail$1(mailLink.state.token, key);
	if (session.state.status === "signed-in") await resume();
});
async function send(work) {
	if (mailLink.state.busy) return false;
	mailLink.set({
		busy: true,
		errors: {},
		problem: null
	});
	try {
		await work();
		mailLink.set({
			...initial,
			token: mailLink.state.token,
			fields: {
				...initial.fields,
				email: mailLink.state.fields.email
			},
			done: true
		});
		return true;
	} catch (error) {
		mailLink.set({ busy: false });
		if (!(error instanceof ApiError)) throw error;
		mailLink.set(error.placed);
		return false;
	}
}
// client/features/sign-in/mailLinkView.js
const stores = [mailLink];
const view = () => b`${card()} ${other()}`;
function card() {
	const { token, done } = mailLink.state;
	if (route.state.path === "/forgot-password") return done ? sent() : forgotten();
	if (done) return route.state.path === "/reset-password" ? changed() : confirmed();
	if (token === "") return withoutToken();
	return route.state.path === "/reset-password" ? newPassword() : confirmation();
}
const other = () => b`<p class="sign-in__other"><a href="/">Go to PrimeTask</a></p>`;
const forgotten = () => form("Forgot your password?", "Send the link", askForReset, [b`<p class="card__note">Enter the email address that you log in with. You get a mail with a link to choose a new password.</p>`, input("email", "Email", {
	type: "email",
	autocomplete: "username"
})]);
const sent = () => b`
  <div class="card">
    <h1 class="card__title" tabindex="-1">Look at your mail</h1>
    <p class="card__note">
      If there is an account with the address <bdi>${mailLink.state.fields.email}</bdi>, a mail with a link is on its way to it. The link is good for one hour.
    </p>
    <p class="card__note">
      No mail? Look into the spam folder, or
      <button class="link-button" type="button" @click=${onAgain}>try another address</button>.
    </p>
  </div>
`;
const newPassword = () => form("Choose a new password", "Change password", resetPassword, [
	b`<p class="card__note">It signs you out everywhere.</p>`,
	input("new_password", "New password", {
		type: "password",
		autocomplete: "new-password",
		hint: "At least 8 characters."
	}),
	input("new_password_confirm", "Confirm new password", {
		type: "password",
		autocomplete: "new-password"
	}),
	mailLink.state.problem ? b`<p class="card__note"><a href="/forgot-password">Ask for a new mail</a></p>` : A
]);
const changed = () => b`
  <div class="card">
    <h1 class="card__title" tabindex="-1">Your password is changed</h1>
    <p class="card__note">You are signed out everywhere. <a href="/login">Log in</a> with the new password.</p>
  </div>
`;
const confirmation = () => form("Confirm your email address", "Confirm", confirmEmail, [b`<p class="card__note">One more step: confirm that the address this link was sent to is yours.</p>`, mailLink.state.problem ? b`<p class="card__note">Your <a href="/profile">profile</a> can send the mail again.</p>` : A]);
const confirmed = () => b`
  <div class="card">
    <h1 class="card__title" tabindex="-1">Your email address is confirmed</h1>
    <p class="card__note">There is nothing more to do.</p>
  </div>
`;
const withoutToken = () => b`
  <div class="card">
    <h1 class="card__title" tabindex="-1">Open the link again</h1>
    <p class="card__note">This page works once for each time that the link in the mail is opened. Open it from the mail again.</p>
  </div>
`;
const form = (title, label, work, content) => b`
  <form class="card" novalidate @submit=${(event) => onSubmit(event, work)}>
    <h1 class="card__title" tabindex="-1">${title}</h1>
    ${formProblem(mailLink.state.problem)} ${content}
    <button class="button" data-kind="primary" type="submit" aria-disabled=${mailLink.state.busy}>${label}</button>
  </form>
`;
const input = (name, label, traits) => textField({
	id: name.replaceAll("_", "-"),
	label,
	...traits,
	value: mailLink.state.fields[name],
	errors: mailLink.state.errors[name],
	onInput: (value) => write(name, value)
});
async function onSubmit(event, work) {
	event.preventDefault();
	if (await work()) focusHeading();
	else focusFirstInvalid(".card");
}
function onAgain() {
	again();
	focusFirstInvalid(".card");
}
export { enter, leave, stores, view };
