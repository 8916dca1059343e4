import { excessOf } from "./tasks.js";
import { describeRecurrence, findRecurrence, firstDay, loadTemporal } from "./app.js";
import { Chrono, ENDefaultConfiguration } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/en/index.js
const configuration = new ENDefaultConfiguration();
const casual = new Chrono(configuration.createCasualConfiguration(false));
new Chrono(configuration.createConfiguration(true, false));
const GB = new Chrono(configuration.createCasualConfiguration(true));
// client/features/tasks/quickAdd/languages.js
const none = {
	on: "(?!)",
	every: "(?!)",
	not: "(?!)",
	last: "(?!)"
};
const words = {
	en: {
		on: "due on|due by|due|on|by|at|for|until|till|til",
		onPart: "in the",
		every: "every|each",
		not: "from|after|before|since|than|the|a|my|our|your|his|her|their|good",
		ordinal: "first|second|third|fourth|fifth|last|\\d+(?:st|nd|rd|th)",
		last: "last|past|ago|earlier",
		never: "(?:this|last|past) (?:week|month|year|quarter)",
		dayAfterTomorrow: "(?:the )?day after tomorrow"
	},
	de: {
		on: "fällig am|fällig bis|fällig|bis zum|bis|am|um",
		every: "jede[nrsm]?|alle",
		not: "nach|vor|seit|ab|guten|jeden|der|die|das|den|dem|ein|eine",
		ordinal: "\\d+\\.",
		last: "letzte[nrsm]?|vergangene[nrsm]?",
		never: "am morgen|gegen morgen"
	},
	fr: {
		on: "pour le|pour|avant le|jusqu'au|d'ici|le|à|au",
		every: "chaque|tous les|toutes les",
		not: "après|avant|depuis|la|les|un|une|du|de|mon|ma|mes",
		last: "dernier|dernière|passé|passée",
		never: "(?:de|pour|pendant|durant) (?:\\d+|une?) ?\\p{L}+",
		dayAfterTomorrow: "après-demain"
	},
	es: {
		...none,
		on: "el|para el|antes del|a las",
		every: "cada|todos los|todas las",
		not: "después del|desde el|la|un|una|del|de",
		last: "pasado|pasada",
		dayAfterTomorrow: "pasado mañana"
	},
	nl: {
		...none,
		on: "op|om|voor",
		every: "elke|iedere",
		not: "na|sinds|de|het|een",
		last: "afgelopen|vorige",
		dayAfterTomorrow: "overmorgen"
	}
};
const wordsOf = (language) => words[language] ?? none;
// client/features/tasks/quickAdd/dateReader.js
const languages = {
	ar: () => import("./ar.js"),
	de: () => import("./de.js"),
	es: () => import("./es.js"),
	fi: () => import("./fi.js"),
	fr: () => import("./fr.js"),
	id: () => import("./id.js"),
	it: () => import("./it.js"),
	ja: () => import("./ja.js"),
	nl: () => import("./nl.js"),
	pt: () => import("./pt.js"),
	ru: () => import("./ru.js"),
	sv: () => import("./sv.js"),
	uk: () => import("./uk.js"),
	vi: () => import("./vi.js"),
	zh: () => import("./zh.js")
};
const MARK_MS = 777;
const QUIET = new Date(2001, 0, 10, 12);
const MINUTE_MS = 6e4;
const DAY_MS = 864e5;
const MORNING = 9;
const EVERY_WORDS = 2;
const BEFORE_MONTH = "in|by|until|for";
const AMBIGUOUS = /^(?:sun|sat|wed)$/i;
async function dateReader(locale) {
	const [language] = locale.toLowerCase().split("-");
	const [own, Temporal] = await Promise.all([languages[language]?.(), loadTemporal()]);
	const readers = [{
		language: "en",
		choose: chooseEnglish(isMonthFirst(locale))
	}];
	if (own) {
		const chrono = extended(own.casual, language);
		readers.unshift({
			language,
			choose: () => chrono
		});
	}
	const clockAt = ({ now, zone }) => Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
	const find = (text, moment) => {
		const clock = clockAt(moment);
		const { short, places } = withSingleSpaces(text);
		const found = [];
		for (const reader of readers) found.push(...read(short, {
			...reader,
			isForeign: reader.language !== language,
			chrono: reader.choose(short),
			clock,
			now: moment.now,
			Temporal
		}));
		return longest(found).sort((one, other) => one.start - other.start).map((date) => ({
			...date,
			start: places[date.start],
			end: places[date.end - 1] + 1
		}));
	};
	return {
		find,
		firstDue: (rule, moment, time) => firstDueOf(rule, clockAt(moment), moment.day ? Temporal.PlainDate.from(moment.day) : null, time, Temporal),
		dueOn: (day, { zone }, time) => at(Temporal.PlainDate.from(day).toZonedDateTime({
			timeZone: zone,
			plainTime: Temporal.PlainTime.from(time)
		}).toInstant())
	};
}
function firstDueOf(rule, clock, later, time, Temporal) {
	const day = later ?? clock.toPlainDate();
	if (!time) return {
		due_date: null,
		due_on: firstDay(rule, day).toString()
	};
	const plainTime = Temporal.PlainTime.from(time);
	const first = (from) => firstDay(rule, from).toZonedDateTime({
		timeZone: clock.timeZoneId,
		plainTime
	});
	const due = first(day);
	return at((Temporal.ZonedDateTime.compare(due, clock) > 0 ? due : first(day.add({ days: 1 }))).toInstant());
}
function withSingleSpaces(text) {
	const places = [...text.matchAll(/\S|(?<!\s)\s/gu)].flatMap(({ 0: { length }, index }) => Array.from({ length }, (_, offset) => index + offset));
	return {
		short: places.map((place) => text[place]).join(""),
		places
	};
}
function longest(dates) {
	const kept = [];
	for (const date of dates.toSorted((one, other) => other.end - other.start - (one.end - one.start))) if (!kept.some(({ start, end }) => start < date.end && date.start < end)) kept.push(date);
	return kept;
}
function isMonthFirst(locale) {
	const parts = new Intl.DateTimeFormat(locale, {
		day: "numeric",
		month: "numeric"
	}).formatToParts();
	return parts.findIndex(({ type }) => type === "month") < parts.findIndex(({ type }) => type === "day");
}
function chooseEnglish(monthFirst) {
	const american = extended(casual, "en");
	const british = extended(GB, "en");
	return (text) => !monthFirst && /\d[/.-]\d/.test(text) ? british : american;
}
function extended(chrono, language) {
	const copy = chrono.clone();
	const { dayAfterTomorrow } = wordsOf(language);
	if (dayAfterTomorrow) copy.parsers.push({
		pattern: () => new RegExp(`(?<!\\p{L})(?:${dayAfterTomorrow})(?!\\p{L})`, "iu"),
		extract: ({ refDate }) => dayOf(new Date(refDate.getFullYear(), refDate.getMonth(), refDate.getDate() + 2))
	});
	if (language === "de") {
		copy.parsers.push({
			pattern: () => /(?<!\p{L})morgen fr[üu]h(?!\p{L})/iu,
			extract: (context) => {
				const { refDate } = context;
				const components = context.createParsingComponents(dayOf(new Date(refDate.getFullYear(), refDate.getMonth(), refDate.getDate() + 1)));
				components.imply("hour", 6);
				return components.addTag("casualReference/morning");
			}
		});
		copy.parsers.push({
			pattern: () => /(?<![\d.])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?!\d)/u,
			extract: (context, { groups }) => {
				const [day, month] = [Number(groups?.day), Number(groups?.month)];
				if (month < 1 || month > 12 || day < 1 || day > 31) return null;
				const components = context.createParsingComponents({
					day,
					month
				});
				components.imply("year", context.refDate.getFullYear());
				return components.isValidDate() ? components : null;
			}
		});
	}
	return copy;
}
const dayOf = (date) => ({
	year: date.getFullYear(),
	month: date.getMonth() + 1,
	day: date.getDate()
});
function read(text, reading) {
	const { clock, chrono } = reading;
	const words = wordsOf(reading.language);
	const now = new Date(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second, MARK_MS);
	const today = new Date(clock.year, clock.month - 1, clock.day, 0, 0, 0, MARK_MS);
	const ofToday = chrono.parse(text, today, { forwardDate: true });
	return chrono.parse(text, now, { forwardDate: true }).flatMap((result) => {
		const where = around(result, text, reading.language);
		if (!isMeant(result, where, reading)) return [];
		const due = dueOf(result, (new RegExp(`(?<!\\p{L})(?:${words.last})(?!\\p{L})`, "iu").test(result.text) ? chrono.parse(text, today).find(({ index }) => index === result.index) : ofToday.find(({ index, text: same }) => index === result.index && same === result.text)) ?? result, now, reading);
		if (!due) return [];
		return [{
			start: where.before.length - where.on.length,
			end: result.index + ownText(result, reading.language).length,
			due,
			time: timeAlone(result, now, reading)
		}];
	});
}
function around(result, text, language) {
	const words = wordsOf(language);
	const ahead = text.slice(0, result.index);
	const before = language === "en" && /^\d/.test(result.text) ? ahead.replace(/(?<!\p{L})the\s+$/iu, "") : ahead;
	const on = isMonthAlone(result) ? BEFORE_MONTH : isPartOfDayAlone(result) && words.onPart ? `${words.on}|${words.onPart}` : words.on;
	return {
		before,
		on: new RegExp(`(?<![\\p{L}\\p{N}'-])(?:${on})\\s+$`, "iu").exec(before)?.[0] ?? "",
		after: text.slice(result.index + result.text.length)
	};
}
function isMeant(result, { before, on, after }, { language, isForeign }) {
	const { text, start, end } = result;
	const words = wordsOf(language);
	const tags = start.tags();
	const isLatin = /^[\p{Script=Latin}\p{Script=Cyrillic}\d]/u.test(text);
	if (end || tags.has("casualReference/now")) return false;
	if (isLatin && (/[\p{L}\p{N}_#@!$€£/]$|\p{L}[-']$/u.test(before) || /^(?:[\p{L}\p{N}_%/]|['-]\p{L})/u.test(after))) return false;
	if (new RegExp(`(?<!\\p{L})(?:${words.every})\\s+(?:\\S+\\s+){0,${EVERY_WORDS}}$`, "iu").test(before)) return false;
	if (!on && new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.not})\\s+$`, "iu").test(before)) return false;
	if (words.ordinal && isWeekday(result) && new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.ordinal})\\s+$`, "iu").test(before)) return false;
	if (/^24\/7$/.test(text)) return false;
	if (words.never && new RegExp(`(?<!\\p{L})(?:${words.never})$`, "iu").test(before + text)) return false;
	if (language === "en" && !isEnglish(result, before, isForeign)) return false;
	const atEnd = /^[\s.,;:!?)]*$/.test(after);
	if (isAmbiguous(result, language, isForeign) && !atEnd && !on) return false;
	if (isPartOfDayAlone(result)) return on !== "" || /^\S+\s+\S/.test(text);
	return !isMonthAlone(result) || on !== "";
}
function isAmbiguous(result, language, isForeign) {
	const { text } = result;
	if (/^\d{1,2}[/.]\d{1,2}$/.test(text)) return true;
	if (!isWeekday(result)) return false;
	return language === "en" && !isForeign ? AMBIGUOUS.test(text) : /^\p{L}{2,4}\.?$/u.test(text);
}
function timeAlone(result, now, { chrono, language }) {
	const { start } = result;
	if (start.isCertain("day") || start.isCertain("weekday") || start.isCertain("month") || start.tags().has("result/relativeDate") || hasZone(result, language)) return null;
	if (!start.isCertain("hour")) return {
		hour: partOfDay(start) ?? 0,
		minute: 0
	};
	const { start: said } = reread(result, chrono, now, language);
	return {
		hour: said.get("hour") ?? 0,
		minute: said.get("minute") ?? 0
	};
}
const isWeekday = ({ start }) => start.isCertain("weekday") && !start.isCertain("day");
function isPartOfDayAlone({ start }) {
	if (start.isCertain("day") || start.isCertain("weekday") || start.isCertain("month") || start.tags().has("result/relativeDate")) return false;
	return !start.isCertain("hour") || start.tags().has("casualReference/noon") || start.tags().has("casualReference/midnight");
}
const isMonthAlone = ({ text, start }) => start.isCertain("month") && !start.isCertain("day") && !start.tags().has("result/relativeDate") && !/\d/.test(text);
function isEnglish({ text, start }, before, isForeign) {
	if (isForeign && /\d\s+am$/i.test(text)) return false;
	if (/^(?:may|march)\s/i.test(text) && /(?<!\p{L})(?:i|you|we|they|he|she|it)\s+$/iu.test(before)) return false;
	if (!start.tags().has("result/relativeDate")) return true;
	return /^(?:in|within|\+|next\s+[a-z]+$|the\s|day\s)/i.test(text) || /\s(?:from now|later|ago|earlier)$/i.test(text);
}
function dueOf(result, daily, now, reading) {
	const { Temporal, chrono, language } = reading;
	const { text, start } = result;
	if (start.tags().has("result/relativeDateAndTime")) return elapsed(text, reading);
	if (hasZone(result, language)) return at(Temporal.Instant.fromEpochMilliseconds(inItsZone(start, reading)));
	if (start.isCertain("hour")) return wallTime(reread(result, chrono, now, language), null, reading);
	const hour = partOfDay(start);
	if (hour !== null) return wallTime(/^(?:this|ce|cet|cette|esta|diese[nrs]?)\s/i.test(text) ? daily : result, hour, reading);
	return {
		due_date: null,
		due_on: dayOfResult(daily, reading).toString()
	};
}
function dayOfResult({ text, start }, { Temporal, chrono, clock }) {
	const [year, month, day] = [
		"year",
		"month",
		"day"
	].map((part) => start.get(part) ?? 0);
	if (!start.tags().has("result/relativeDate") || start.isCertain("day")) return Temporal.PlainDate.from({
		year,
		month,
		day
	});
	const [fromFirst] = chrono.parse(text, new Date(clock.year, clock.month - 1, 1));
	return Temporal.PlainDate.from({
		year: fromFirst?.start.get("year") ?? year,
		month: fromFirst?.start.get("month") ?? month,
		day: clock.day
	}, { overflow: "constrain" });
}
function elapsed(text, { chrono, now, Temporal }) {
	const [result] = chrono.parse(text, QUIET);
	return result ? at(Temporal.Instant.fromEpochMilliseconds(now + result.start.date().getTime() - QUIET.getTime())) : null;
}
function ownText(result, language) {
	const { text, start } = result;
	return start.isCertain("timezoneOffset") && !start.tags().has("result/relativeDateAndTime") && !hasZone(result, language) ? text.replace(/\s+\p{L}+$/u, "") : text;
}
const hasZone = ({ text, start }, language) => start.isCertain("timezoneOffset") && (language === "en" || /[A-Z]{2,5}$|Z$|[+-]\d{1,2}:?\d{0,2}$/.test(text));
function inItsZone(start, { clock, now }) {
	const isTimeAlone = !start.isCertain("day") && !start.isCertain("weekday") && !start.isCertain("month");
	const [year, month, day] = isTimeAlone ? [
		clock.year,
		clock.month,
		clock.day
	] : [
		"year",
		"month",
		"day"
	].map((part) => start.get(part) ?? 0);
	const [hour, minute, offset] = [
		"hour",
		"minute",
		"timezoneOffset"
	].map((part) => start.get(part) ?? 0);
	const instant = Date.UTC(year, month - 1, day, hour, minute) - offset * MINUTE_MS;
	return isTimeAlone && instant < now ? instant + DAY_MS : instant;
}
function reread(result, chrono, now, language) {
	const own = ownText(result, language);
	const text = language === "en" ? own.replace(/(?<!\S)at\s+[1-6](?!\S)/i, "$&pm") : own;
	return text === result.text ? result : chrono.parse(text, now, { forwardDate: true })[0] ?? result;
}
function partOfDay(start) {
	const hour = start.get("hour");
	if (![...start.tags()].some((tag) => /\/(?:morning|afternoon|evening|noon|midnight|night|tonight)$/.test(tag)) && (start.get("millisecond") === MARK_MS || hour === 12)) return null;
	return hour === 6 ? MORNING : hour;
}
function wallTime({ start }, hour, { Temporal, clock }) {
	const [year, month, day, ownHour, minute] = [
		"year",
		"month",
		"day",
		"hour",
		"minute"
	].map((part) => start.get(part) ?? 0);
	const wall = Temporal.PlainDateTime.from({
		year,
		month,
		day,
		hour: hour ?? ownHour,
		minute: hour === null ? minute : 0
	});
	return at(wall.toZonedDateTime(clock.timeZoneId, { disambiguation: "compatible" }).toInstant());
}
const at = (instant) => ({
	due_date: instant.round({
		smallestUnit: "minute",
		roundingMode: "floor"
	}).toString({ smallestUnit: "second" }),
	due_on: null
});
// client/features/tasks/quickAdd/parser.js
const MASK = "";
const NAME = "(?:\"(?<quoted>[^\"]+)\"|(?<plain>[\\p{L}\\p{N}_-]+))";
const END = "(?=$|[\\s.,;:!?])";
const tokens = {
	address: /(?<!\S)\S+:\/\/\S*|(?<!\S)\S+@\S+\.\S+/gu,
	priority: /(?<!\S)!(?<level>high|medium|low|[123])(?=$|[\s.,;:?])/giu,
	project: new RegExp(`(?<!\\S)#${NAME}${END}`, "gu"),
	label: new RegExp(`(?<!\\S)@${NAME}${END}`, "gu")
};
const START = /(?<!\S)(?:starting|beginning|from)(?=\s)/giu;
const STARTING = new RegExp(`${START.source}\\s+(?:on\\s+)?$`, "iu");
const OF_TODAY = /^(?:tonight|this\s)/iu;
const priorities = {
	high: "high",
	medium: "medium",
	low: "low",
	1: "high",
	2: "medium",
	3: "low"
};
const PROJECT_LENGTH = 100;
const LABEL_LENGTH = 50;
const MOST_LABELS = 20;
async function createParser(locale) {
	const dates = await dateReader(locale);
	return (text, surroundings) => parse(text, surroundings, dates);
}
function parse(text, surroundings, dates) {
	const { plain = [] } = surroundings;
	let rest = text.replaceAll("’", "'").replaceAll("\xA0", " ");
	const mask = ({ start, end }) => rest = rest.slice(0, start) + MASK.repeat(end - start) + rest.slice(end);
	plain.forEach(mask);
	matches(rest, tokens.address).forEach(mask);
	const tokenSpans = [
		...prioritiesIn(rest),
		...projectsIn(rest, surroundings.projects),
		...labelsIn(rest, surroundings.labels)
	];
	for (const pattern of [
		tokens.priority,
		tokens.project,
		tokens.label
	]) matches(rest, pattern).forEach(mask);
	const spaced = tokenSpans.reduce(without, rest);
	const spans = [...tokenSpans, ...datesIn(spaced, surroundings, dates)].sort((one, other) => one.start - other.start);
	return {
		title: titleOf(text, spans),
		fields: fieldsOf(spans),
		spans
	};
}
const without = (text, { start, end }) => text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
function datesIn(text, surroundings, dates) {
	const rule = findRecurrence(text);
	const rest = rule ? without(text, rule) : text;
	const date = dates.find(rule ? rest.replaceAll(START, (word) => " ".repeat(word.length)) : rest, surroundings).at(-1);
	if (!rule) {
		const due = date && surroundings.day && date.time && !OF_TODAY.test(text.slice(date.start, date.end)) ? dates.dueOn(surroundings.day, surroundings, date.time) : date?.due;
		return date && due ? [{
			kind: "due",
			start: date.start,
			end: date.end,
			due
		}] : [];
	}
	const { start, end, recurrence } = rule;
	const due = date && !date.time ? date.due : dates.firstDue(rule.rule, surroundings, date?.time ?? null);
	const words = describeRecurrence(recurrence);
	if (!date) return [{
		kind: "recurrence",
		start,
		end,
		recurrence,
		words,
		first: due
	}];
	const starting = STARTING.exec(rest.slice(0, date.start))?.[0].length ?? 0;
	return [{
		kind: "recurrence",
		start,
		end,
		recurrence,
		words,
		first: null
	}, {
		kind: "due",
		start: date.start - starting,
		end: date.end,
		due
	}];
}
const matches = (text, pattern) => [...text.matchAll(pattern)].map((match) => ({
	start: match.index,
	end: match.index + match[0].length,
	groups: match.groups ?? {}
}));
const prioritiesIn = (text) => matches(text, tokens.priority).slice(-1).map(({ start, end, groups }) => ({
	kind: "priority",
	start,
	end,
	priority: priorities[groups.level.toLowerCase()]
}));
function projectsIn(text, projects) {
	if (!projects) return [];
	return matches(text, tokens.project).map(({ start, end, groups }) => {
		const written = groups.quoted?.trim() ?? groups.plain;
		const known = projects.find(({ name }) => isSame(name, written));
		return {
			kind: "project",
			start,
			end,
			name: known?.name ?? written,
			id: known?.id ?? null
		};
	}).filter(({ name, id }) => id !== null || isName(name, PROJECT_LENGTH) && !/^\d+$/.test(name)).slice(-1);
}
function labelsIn(text, wanted) {
	if (!wanted) return [];
	return matches(text, tokens.label).map(({ start, end, groups }) => ({
		kind: "label",
		start,
		end,
		name: groups.quoted?.trim() ?? groups.plain
	})).filter(({ name }) => isName(name, LABEL_LENGTH)).slice(0, MOST_LABELS);
}
const isName = (name, most) => name !== "" && excessOf(name, most) === 0;
const isSame = (one, other) => one.localeCompare(other, void 0, { sensitivity: "accent" }) === 0;
function titleOf(text, spans) {
	let title = "";
	let from = 0;
	for (const { start, end } of [...spans, {
		start: text.length,
		end: text.length
	}]) {
		const part = text.slice(from, start);
		if (part.trim()) title = joined(title, part);
		from = Math.max(from, end);
	}
	const [first, last] = [spans.at(0), spans.at(-1)];
	if (last && !text.slice(last.end).trim()) title = title.replace(/[\s,;:–—-]+$/u, "");
	if (first && !text.slice(0, first.start).trim()) title = title.replace(/^[\s,;:–—-]+/u, "");
	return title.replaceAll(/\s+/gu, " ").trim();
}
function joined(title, part) {
	if (title === "") return part.trim();
	return /^[.,;:!?]/.test(part) ? title.replace(/[,;:]+$/, "") + part.trim() : `${title} ${part.trim()}`;
}
function fieldsOf(spans) {
	const fields = {
		due_date: null,
		due_on: null
	};
	for (const span of spans) if (span.kind === "due") Object.assign(fields, span.due);
	else if (span.kind === "recurrence") Object.assign(fields, span.recurrence, span.first);
	else if (span.kind === "priority") fields.priority = span.priority;
	else if (span.kind === "project") fields.project = {
		id: span.id,
		name: span.name
	};
	else if (!fields.labels?.some((name) => isSame(name, span.name))) fields.labels = [...fields.labels ?? [], span.name];
	return fields;
}
export { createParser };
