import { A, b, c, choice, countText, currentView, cursorPager, filtersButton, folding, isEverything, message, numberText, pager, priorities, projects, searchField, staleBanner, statuses, toggles } from "./app.js";
import { bulkBar, changeFilters, dues, enter, filterCount, filters, groupings, groupsIn, isByHand, isFiltered, isUnknown, leave, listHead, load, moveBeside, orderings, pageSize, placeName, placeNote, placeTitle, quickAddLine, quickAddLine_exports, rowsPlaceholder, saveButton, selection, shortcuts, stores as stores$1, taskList, taskTable, tickAll, tickedTasks, unfiltered } from "./tasks.js";
// client/features/tasks/list/filterBar.js
const statusFilters = [{
	value: "open",
	label: "Open"
}, ...statuses];
const filterBar = (shown, { dues, orderings, onChange, onSearch }) => b`
  <form class="filters filters--folding" id="filters" role="search" ?data-open=${folding.state.open} aria-label="Tasks" @submit=${(event) => event.preventDefault()}>
    ${searchField(shown.search, onSearch)}
    ${toggles("Filter by status", statusFilters, shown.status, (status) => onChange({ status }))}
    ${toggles("Filter by priority", priorities, shown.priority, (priority) => onChange({ priority }))}
    ${choice("Filter by due date", [{
	value: "",
	label: "Any due date"
}, ...dues], shown.due, (due) => onChange({ due }))}
    <span class="filters__order">
      ${choice("Sort by", orderings, shown.ordering, (ordering) => onChange({ ordering }))}
    </span>
  </form>
`;
// client/features/tasks/list/listView.js
const stores = [
	taskList,
	filters,
	folding,
	selection,
	projects,
	...stores$1
];
const { lineKeys } = quickAddLine_exports;
const title = () => placeName(filters.state, nameOfAll());
const view = () => b`
  <div class="page__head">
    ${placeTitle(filters.state, nameOfAll())} ${placeNote(filters.state)}
    <p class="page__count" role="status">${found()}</p>
    ${filtersButton(filterCount(filters.state))}
    ${saveButton()}
    <label class="list-group" ?data-open=${folding.state.open}>Group by ${choice("Group by", groupings, filters.state.group, (group) => changeFilters({ group }))}</label>
  </div>
  ${filterBar(filters.state, {
	dues,
	orderings,
	onChange: changeFilters,
	onSearch
})} ${problemBanner()}
  <section class="panel task-panel" aria-label="Task list" aria-busy=${taskList.state.loading}>
    ${quickAddLine("list", {
	label: "Add a task",
	placeholder: "Add a task, such as “Call Ann tomorrow 5pm !high”"
})} ${list()}
  </section>
`;
const nameOfAll = () => currentView()?.name ?? "List";
function found() {
	const { tasks, count, isMinimum, isSimilar } = taskList.state;
	if (!tasks || isUnknown(filters.state)) return A;
	if (isSimilar && count > 0) return `No task has these words. ${countText(count, isMinimum)} with similar ones`;
	return `${countText(count, isMinimum)} ${count === 1 ? "task" : "tasks"}${isFiltered(filters.state) ? " found" : ""}`;
}
function problemBanner() {
	const { tasks, problem } = taskList.state;
	return staleBanner(tasks, problem, load);
}
function list() {
	const { tasks, count, nextCursor, problem, refused } = taskList.state;
	if (isUnknown(filters.state)) return noProject();
	if (!tasks) return problem ? failed(problem, refused) : rowsPlaceholder();
	if (tasks.length === 0 && count === 0 && !nextCursor && !filters.state.cursor) return isFiltered(filters.state) ? nothingFound() : nothingOpen();
	return b`${tasks.length > 0 ? table(tasks) : A} ${pages()}`;
}
function table(tasks) {
	const head = tickedTasks().length > 0 ? A : listHead();
	const showProject = (filters.state.project === "" || filters.state.project.includes(",")) && filters.state.group !== "project";
	const groups = groupsIn(tasks);
	return b`
    ${tickedTasks().length > 0 ? bulkBar() : A}
    ${groups ? c(groups, ({ key }) => key, ({ key, title: name, tasks: some }, place) => b`
          <section class="group" aria-labelledby="group-${place}" data-group=${key}>
            <h2 class="group__title" id="group-${place}"><bdi>${name}</bdi> <span class="group__count">${numberText(some.length)}<span class="visually-hidden">${some.length === 1 ? " task" : " tasks"}</span></span></h2>
            ${taskTable(some, {
		label: name,
		showProject,
		head: place === 0 ? head : A
	})}
          </section>
        `) : taskTable(tasks, {
		label: "Tasks",
		showProject,
		head,
		onMove: isByHand() ? moveBeside : void 0
	})}
  `;
}
const failed = (problem, refused) => b`<div role="alert">
    ${message({
	symbol: "warning",
	title: "Your tasks could not be loaded",
	text: problem,
	action: refused ? {
		label: "Show all tasks",
		onClick: () => changeFilters({
			...unfiltered,
			ordering: ""
		})
	} : {
		label: "Try again",
		onClick: load
	}
})}
  </div>`;
const nothingOpen = () => b`<div role="status">
    ${message({
	symbol: "check",
	title: isEverything(filters.state) ? "Nothing open" : "Nothing open here",
	text: isEverything(filters.state) ? "Write a task in the line above, and press Enter." : `What you add in the line above belongs to ${placeName(filters.state, "your list")}.`
})}
    <p class="panel__foot"><button class="link-button" type="button" @click=${() => changeFilters({ status: "" })}>Show what is done too</button></p>
  </div>`;
const noProject = () => b`<div role="status">
    ${message({
	symbol: "search",
	title: "No such project",
	text: "It has been deleted, or the address is wrong."
})}
    <p class="panel__foot"><a href="/list">Go to all tasks</a></p>
  </div>`;
const nothingFound = () => b`<div role="status">
    ${message({
	symbol: "search",
	title: "No matching tasks",
	text: "No task fits these filters.",
	action: {
		label: "Clear filters",
		onClick: () => changeFilters(unfiltered)
	}
})}
    ${filters.state.status === "open" ? b`<p class="panel__foot"><button class="link-button" type="button" @click=${() => changeFilters({ status: "" })}>Look among what is done too</button></p>` : A}
  </div>`;
const onSearch = (search) => changeFilters({ search }, { replace: true });
function pages() {
	const { tasks, count, isMinimum, nextCursor } = taskList.state;
	const { page, cursor } = filters.state;
	if (!cursor && !nextCursor) return pager({
		page,
		size: pageSize(),
		count,
		isMinimum,
		onPage: (number) => goTo({ page: number })
	});
	return cursorPager({
		shown: tasks?.length ?? 0,
		onFirst: cursor || page > 1 ? () => goTo({ page: 1 }) : void 0,
		onNext: nextCursor ? () => goTo({ cursor: nextCursor }) : void 0
	});
}
function goTo(where) {
	tickAll(false);
	selection.set({ active: null });
	changeFilters(where);
	scrollTo({
		top: 0,
		behavior: "instant"
	});
}
export { enter, leave, lineKeys, shortcuts, stores, title, view };
