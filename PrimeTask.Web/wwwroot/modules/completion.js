import { anywhere, askBetween, list } from "./app.js";
import { ApiError } from "./session.js";
// client/features/tasks/subtasks/completion.js
async function askForSubtasks(parents, tasks) {
	const chosen = new Set(tasks.map(({ id }) => id));
	const open = (await openSubtasks(parents)).filter(({ id }) => !chosen.has(id));
	if (open.length === 0) return [];
	const answer = await askBetween({
		title: tasks.length === 1 ? `Complete “${tasks[0].title}”?` : `Complete ${tasks.length} tasks?`,
		text: `${tasks.length === 1 ? "It has" : "They have"} ${open.length === 1 ? "1 open subtask" : `${open.length} open subtasks`}.`,
		action: open.length === 1 ? "Complete it too" : "Complete them too",
		other: open.length === 1 ? "Leave it open" : "Leave them open"
	});
	if (answer === "cancel") return null;
	return answer === "action" ? open : [];
}
async function openSubtasks(parents) {
	try {
		const read = parents.map(({ id }) => list({
			...anywhere,
			parent: id,
			status: "open",
			ordering: "position",
			page_size: 100
		}));
		return (await Promise.all(read)).flatMap(({ results }) => results);
	} catch (error) {
		if (error instanceof ApiError) return [];
		throw error;
	}
}
export { askForSubtasks };
