import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, AbstractTimeExpressionParser, Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, assignSimilarDate, createParsingComponentsAtWeekday, findMostLikelyADYear, findYearClosestToRef, implySimilarTime, includeCommonConfiguration, matchAnyPattern, now, repeatedTimeunitPattern, reverseDuration, today, tomorrow, yesterday } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/nl/refiners/NLMergeDateRangeRefiner.js
var NLMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(tot|-)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/refiners/NLMergeDateTimeRefiner.js
var NLMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return new RegExp("^\\s*(om|na|voor|in de|,|-)?\\s*$");
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLCasualDateParser.js
var NLCasualDateParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return /(nu|vandaag|morgen|morgend|gisteren)(?=\W|$)/i;
	}
	innerExtract(context, match) {
		const lowerText = match[0].toLowerCase();
		const component = context.createParsingComponents();
		switch (lowerText) {
			case "nu": return now(context.reference);
			case "vandaag": return today(context.reference);
			case "morgen":
			case "morgend": return tomorrow(context.reference);
			case "gisteren": return yesterday(context.reference);
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLCasualTimeParser.js
const DAY_GROUP = 1;
const MOMENT_GROUP = 2;
var NLCasualTimeParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return /(deze)?\s*(namiddag|avond|middernacht|ochtend|middag|'s middags|'s avonds|'s ochtends)(?=\W|$)/i;
	}
	innerExtract(context, match) {
		const targetDate = context.refDate;
		const component = context.createParsingComponents();
		if (match[DAY_GROUP] === "deze") {
			component.assign("day", context.refDate.getDate());
			component.assign("month", context.refDate.getMonth() + 1);
			component.assign("year", context.refDate.getFullYear());
		}
		switch (match[MOMENT_GROUP].toLowerCase()) {
			case "namiddag":
			case "'s namiddags":
				component.imply("meridiem", Meridiem.PM);
				component.imply("hour", 15);
				component.addTag("casualReference/afternoon");
				break;
			case "avond":
			case "'s avonds'":
				component.imply("meridiem", Meridiem.PM);
				component.imply("hour", 20);
				component.addTag("casualReference/evening");
				break;
			case "middernacht":
				const nextDay = new Date(targetDate.getTime());
				nextDay.setDate(nextDay.getDate() + 1);
				assignSimilarDate(component, nextDay);
				implySimilarTime(component, nextDay);
				component.imply("hour", 0);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.addTag("casualReference/midnight");
				break;
			case "ochtend":
			case "'s ochtends":
				component.imply("meridiem", Meridiem.AM);
				component.imply("hour", 6);
				component.addTag("casualReference/morning");
				break;
			case "middag":
			case "'s middags":
				component.imply("meridiem", Meridiem.AM);
				component.imply("hour", 12);
				component.addTag("casualReference/noon");
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/constants.js
const WEEKDAY_DICTIONARY = {
	zondag: 0,
	zon: 0,
	"zon.": 0,
	zo: 0,
	"zo.": 0,
	maandag: 1,
	ma: 1,
	"ma.": 1,
	dinsdag: 2,
	din: 2,
	"din.": 2,
	di: 2,
	"di.": 2,
	woensdag: 3,
	woe: 3,
	"woe.": 3,
	wo: 3,
	"wo.": 3,
	donderdag: 4,
	dond: 4,
	"dond.": 4,
	do: 4,
	"do.": 4,
	vrijdag: 5,
	vrij: 5,
	"vrij.": 5,
	vr: 5,
	"vr.": 5,
	zaterdag: 6,
	zat: 6,
	"zat.": 6,
	"za": 6,
	"za.": 6
};
const MONTH_DICTIONARY = {
	januari: 1,
	jan: 1,
	"jan.": 1,
	februari: 2,
	feb: 2,
	"feb.": 2,
	maart: 3,
	mar: 3,
	"mar.": 3,
	mrt: 3,
	"mrt.": 3,
	april: 4,
	apr: 4,
	"apr.": 4,
	mei: 5,
	juni: 6,
	jun: 6,
	"jun.": 6,
	juli: 7,
	jul: 7,
	"jul.": 7,
	augustus: 8,
	aug: 8,
	"aug.": 8,
	september: 9,
	sep: 9,
	"sep.": 9,
	sept: 9,
	"sept.": 9,
	oktober: 10,
	okt: 10,
	"okt.": 10,
	november: 11,
	nov: 11,
	"nov.": 11,
	december: 12,
	dec: 12,
	"dec.": 12
};
const INTEGER_WORD_DICTIONARY = {
	een: 1,
	twee: 2,
	drie: 3,
	vier: 4,
	vijf: 5,
	zes: 6,
	zeven: 7,
	acht: 8,
	negen: 9,
	tien: 10,
	elf: 11,
	twaalf: 12
};
const ORDINAL_WORD_DICTIONARY = {
	eerste: 1,
	tweede: 2,
	derde: 3,
	vierde: 4,
	vijfde: 5,
	zesde: 6,
	zevende: 7,
	achtste: 8,
	negende: 9,
	tiende: 10,
	elfde: 11,
	twaalfde: 12,
	dertiende: 13,
	veertiende: 14,
	vijftiende: 15,
	zestiende: 16,
	zeventiende: 17,
	achttiende: 18,
	negentiende: 19,
	twintigste: 20,
	"eenentwintigste": 21,
	"tweeëntwintigste": 22,
	"drieentwintigste": 23,
	"vierentwintigste": 24,
	"vijfentwintigste": 25,
	"zesentwintigste": 26,
	"zevenentwintigste": 27,
	"achtentwintig": 28,
	"negenentwintig": 29,
	"dertigste": 30,
	"eenendertigste": 31
};
const TIME_UNIT_DICTIONARY = {
	sec: "second",
	second: "second",
	seconden: "second",
	min: "minute",
	mins: "minute",
	minute: "minute",
	minuut: "minute",
	minuten: "minute",
	minuutje: "minute",
	h: "hour",
	hr: "hour",
	hrs: "hour",
	uur: "hour",
	u: "hour",
	uren: "hour",
	dag: "day",
	dagen: "day",
	week: "week",
	weken: "week",
	maand: "month",
	maanden: "month",
	jaar: "year",
	jr: "year",
	jaren: "year"
};
const NUMBER_PATTERN = `(?:${matchAnyPattern(INTEGER_WORD_DICTIONARY)}|[0-9]+|[0-9]+[\\.,][0-9]+|halve?|half|paar)`;
function parseNumberPattern(match) {
	const num = match.toLowerCase();
	if (INTEGER_WORD_DICTIONARY[num] !== void 0) return INTEGER_WORD_DICTIONARY[num];
	else if (num === "paar") return 2;
	else if (num === "half" || num.match(/halve?/)) return .5;
	return parseFloat(num.replace(",", "."));
}
const ORDINAL_NUMBER_PATTERN = `(?:${matchAnyPattern(ORDINAL_WORD_DICTIONARY)}|[0-9]{1,2}(?:ste|de)?)`;
function parseOrdinalNumberPattern(match) {
	let num = match.toLowerCase();
	if (ORDINAL_WORD_DICTIONARY[num] !== void 0) return ORDINAL_WORD_DICTIONARY[num];
	num = num.replace(/(?:ste|de)$/i, "");
	return parseInt(num);
}
const YEAR_PATTERN = `(?:[1-9][0-9]{0,3}\\s*(?:voor Christus|na Christus)|[1-2][0-9]{3}|[5-9][0-9])`;
function parseYear(match) {
	if (/voor Christus/i.test(match)) {
		match = match.replace(/voor Christus/i, "");
		return -parseInt(match);
	}
	if (/na Christus/i.test(match)) {
		match = match.replace(/na Christus/i, "");
		return parseInt(match);
	}
	return findMostLikelyADYear(parseInt(match));
}
const SINGLE_TIME_UNIT_PATTERN = `(${NUMBER_PATTERN})\\s{0,5}(${matchAnyPattern(TIME_UNIT_DICTIONARY)})\\s{0,5}`;
const SINGLE_TIME_UNIT_REGEX = new RegExp(SINGLE_TIME_UNIT_PATTERN, "i");
const TIME_UNITS_PATTERN = repeatedTimeunitPattern(`(?:(?:binnen|in)\\s*)?`, SINGLE_TIME_UNIT_PATTERN);
function parseDuration(timeunitText) {
	const fragments = {};
	let remainingText = timeunitText;
	let match = SINGLE_TIME_UNIT_REGEX.exec(remainingText);
	while (match) {
		collectDateTimeFragment(fragments, match);
		remainingText = remainingText.substring(match[0].length);
		match = SINGLE_TIME_UNIT_REGEX.exec(remainingText);
	}
	return fragments;
}
function collectDateTimeFragment(fragments, match) {
	const num = parseNumberPattern(match[1]);
	const unit = TIME_UNIT_DICTIONARY[match[2].toLowerCase()];
	fragments[unit] = num;
}
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLTimeUnitWithinFormatParser.js
var NLTimeUnitWithinFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return new RegExp("(?:binnen|in|binnen de|voor)\\s*(" + TIME_UNITS_PATTERN + ")(?=\\W|$)", "i");
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLWeekdayParser.js
const PATTERN$8 = new RegExp(`(?:(?:\\,|\\(|\\（)\\s*)?(?:op\\s*?)?(?:(deze|vorige|volgende)\\s*(?:week\\s*)?)?(${matchAnyPattern(WEEKDAY_DICTIONARY)})(?=\\W|\$)`, "i");
const PREFIX_GROUP = 1;
const WEEKDAY_GROUP = 2;
const POSTFIX_GROUP = 3;
var NLWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$8;
	}
	innerExtract(context, match) {
		const dayOfWeek = match[WEEKDAY_GROUP].toLowerCase();
		const weekday = WEEKDAY_DICTIONARY[dayOfWeek];
		const prefix = match[PREFIX_GROUP];
		const postfix = match[POSTFIX_GROUP];
		let modifierWord = prefix || postfix;
		modifierWord = modifierWord || "";
		modifierWord = modifierWord.toLowerCase();
		let modifier = null;
		if (modifierWord == "vorige") modifier = "last";
		else if (modifierWord == "volgende") modifier = "next";
		else if (modifierWord == "deze") modifier = "this";
		return createParsingComponentsAtWeekday(context.reference, weekday, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLMonthNameMiddleEndianParser.js
const PATTERN$7 = new RegExp(`(?:on\\s*?)?(${ORDINAL_NUMBER_PATTERN})(?:\\s*(?:tot|\\-|\\–|until|through|till|\\s)\\s*(${ORDINAL_NUMBER_PATTERN}))?(?:-|/|\\s*(?:of)?\\s*)(` + matchAnyPattern(MONTH_DICTIONARY) + `)(?:(?:-|/|,?\\s*)(${YEAR_PATTERN}(?![^\\s]\\d)))?(?=\\W|\$)`, "i");
const MONTH_NAME_GROUP$2 = 3;
const DATE_GROUP$1 = 1;
const DATE_TO_GROUP = 2;
const YEAR_GROUP$2 = 4;
var NLMonthNameMiddleEndianParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$7;
	}
	innerExtract(context, match) {
		const month = MONTH_DICTIONARY[match[MONTH_NAME_GROUP$2].toLowerCase()];
		const day = parseOrdinalNumberPattern(match[DATE_GROUP$1]);
		if (day > 31) {
			match.index = match.index + match[DATE_GROUP$1].length;
			return null;
		}
		const components = context.createParsingComponents({
			day,
			month
		});
		if (match[YEAR_GROUP$2]) {
			const year = parseYear(match[YEAR_GROUP$2]);
			components.assign("year", year);
		} else {
			const year = findYearClosestToRef(context.refDate, day, month);
			components.imply("year", year);
		}
		if (!match[DATE_TO_GROUP]) return components;
		const endDate = parseOrdinalNumberPattern(match[DATE_TO_GROUP]);
		const result = context.createParsingResult(match.index, match[0]);
		result.start = components;
		result.end = components.clone();
		result.end.assign("day", endDate);
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLMonthNameParser.js
const PATTERN$6 = new RegExp(`(${matchAnyPattern(MONTH_DICTIONARY)})\\s*(?:[,-]?\\s*(${YEAR_PATTERN})?)?(?=[^\\s\\w]|\\s+[^0-9]|\\s+\$|\$)`, "i");
const MONTH_NAME_GROUP$1 = 1;
const YEAR_GROUP$1 = 2;
var NLMonthNameParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$6;
	}
	innerExtract(context, match) {
		const components = context.createParsingComponents();
		components.imply("day", 1);
		const monthName = match[MONTH_NAME_GROUP$1];
		const month = MONTH_DICTIONARY[monthName.toLowerCase()];
		components.assign("month", month);
		if (match[YEAR_GROUP$1]) {
			const year = parseYear(match[YEAR_GROUP$1]);
			components.assign("year", year);
		} else {
			const year = findYearClosestToRef(context.refDate, 1, month);
			components.imply("year", year);
		}
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLSlashMonthFormatParser.js
const PATTERN$5 = new RegExp("([0-9]|0[1-9]|1[012])/([0-9]{4})", "i");
const MONTH_GROUP = 1;
const YEAR_GROUP = 2;
var NLSlashMonthFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$5;
	}
	innerExtract(context, match) {
		const year = parseInt(match[YEAR_GROUP]);
		const month = parseInt(match[MONTH_GROUP]);
		return context.createParsingComponents().imply("day", 1).assign("month", month).assign("year", year);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLTimeExpressionParser.js
var NLTimeExpressionParser = class extends AbstractTimeExpressionParser {
	primaryPrefix() {
		return "(?:(?:om)\\s*)?";
	}
	followingPhase() {
		return "\\s*(?:\\-|\\–|\\~|\\〜|om|\\?)\\s*";
	}
	primarySuffix() {
		return "(?:\\s*(?:uur))?(?!/)(?=\\W|$)";
	}
	extractPrimaryTimeComponents(context, match) {
		if (match[0].match(/^\s*\d{4}\s*$/)) return null;
		return super.extractPrimaryTimeComponents(context, match);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLCasualYearMonthDayParser.js
const PATTERN$4 = new RegExp(`([0-9]{4})[\\.\\/\\s](?:(${matchAnyPattern(MONTH_DICTIONARY)})|([0-9]{1,2}))[\\.\\/\\s]([0-9]{1,2})(?=\\W|\$)`, "i");
const YEAR_NUMBER_GROUP = 1;
const MONTH_NAME_GROUP = 2;
const MONTH_NUMBER_GROUP = 3;
const DATE_NUMBER_GROUP = 4;
var NLCasualYearMonthDayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$4;
	}
	innerExtract(context, match) {
		const month = match[MONTH_NUMBER_GROUP] ? parseInt(match[MONTH_NUMBER_GROUP]) : MONTH_DICTIONARY[match[MONTH_NAME_GROUP].toLowerCase()];
		if (month < 1 || month > 12) return null;
		const year = parseInt(match[YEAR_NUMBER_GROUP]);
		return {
			day: parseInt(match[DATE_NUMBER_GROUP]),
			month,
			year
		};
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLCasualDateTimeParser.js
const DATE_GROUP = 1;
const TIME_OF_DAY_GROUP = 2;
var NLCasualDateTimeParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return /(gisteren|morgen|van)(ochtend|middag|namiddag|avond|nacht)(?=\W|$)/i;
	}
	innerExtract(context, match) {
		const dateText = match[DATE_GROUP].toLowerCase();
		const timeText = match[TIME_OF_DAY_GROUP].toLowerCase();
		const component = context.createParsingComponents();
		const targetDate = context.refDate;
		switch (dateText) {
			case "gisteren":
				const previousDay = new Date(targetDate.getTime());
				previousDay.setDate(previousDay.getDate() - 1);
				assignSimilarDate(component, previousDay);
				break;
			case "van":
				assignSimilarDate(component, targetDate);
				break;
			case "morgen":
				const nextDay = new Date(targetDate.getTime());
				nextDay.setDate(nextDay.getDate() + 1);
				assignSimilarDate(component, nextDay);
				implySimilarTime(component, nextDay);
		}
		switch (timeText) {
			case "ochtend":
				component.imply("meridiem", Meridiem.AM);
				component.imply("hour", 6);
				break;
			case "middag":
				component.imply("meridiem", Meridiem.AM);
				component.imply("hour", 12);
				break;
			case "namiddag":
				component.imply("meridiem", Meridiem.PM);
				component.imply("hour", 15);
				break;
			case "avond":
				component.imply("meridiem", Meridiem.PM);
				component.imply("hour", 20);
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLTimeUnitCasualRelativeFormatParser.js
const PATTERN$3 = new RegExp(`(dit|deze|vorig|afgelopen|(?:aan)?komend|over|\\+|-)e?\\s*(${TIME_UNITS_PATTERN})(?=\\W|$)`, "i");
const PREFIX_WORD_GROUP = 1;
const TIME_UNIT_WORD_GROUP = 2;
var NLTimeUnitCasualRelativeFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$3;
	}
	innerExtract(context, match) {
		const prefix = match[PREFIX_WORD_GROUP].toLowerCase();
		let timeUnits = parseDuration(match[TIME_UNIT_WORD_GROUP]);
		switch (prefix) {
			case "vorig":
			case "afgelopen":
			case "-": timeUnits = reverseDuration(timeUnits);
		}
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLRelativeDateFormatParser.js
const PATTERN$2 = new RegExp(`(dit|deze|(?:aan)?komend|volgend|afgelopen|vorig)e?\\s*(${matchAnyPattern(TIME_UNIT_DICTIONARY)})(?=\\s*)(?=\\W|\$)`, "i");
const MODIFIER_WORD_GROUP = 1;
const RELATIVE_WORD_GROUP = 2;
var NLRelativeDateFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$2;
	}
	innerExtract(context, match) {
		const modifier = match[MODIFIER_WORD_GROUP].toLowerCase();
		const unitWord = match[RELATIVE_WORD_GROUP].toLowerCase();
		const timeunit = TIME_UNIT_DICTIONARY[unitWord];
		if (modifier == "volgend" || modifier == "komend" || modifier == "aankomend") {
			const timeUnits = {};
			timeUnits[timeunit] = 1;
			return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
		}
		if (modifier == "afgelopen" || modifier == "vorig") {
			const timeUnits = {};
			timeUnits[timeunit] = -1;
			return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
		}
		const components = context.createParsingComponents();
		let date = new Date(context.reference.instant.getTime());
		if (unitWord.match(/week/i)) {
			date.setDate(date.getDate() - date.getDay());
			components.imply("day", date.getDate());
			components.imply("month", date.getMonth() + 1);
			components.imply("year", date.getFullYear());
		} else if (unitWord.match(/maand/i)) {
			date.setDate(1);
			components.imply("day", date.getDate());
			components.assign("year", date.getFullYear());
			components.assign("month", date.getMonth() + 1);
		} else if (unitWord.match(/jaar/i)) {
			date.setDate(1);
			date.setMonth(0);
			components.imply("day", date.getDate());
			components.imply("month", date.getMonth() + 1);
			components.assign("year", date.getFullYear());
		}
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLTimeUnitAgoFormatParser.js
const PATTERN$1 = new RegExp("(" + TIME_UNITS_PATTERN + ")(?:geleden|voor|eerder)(?=(?:\\W|$))", "i");
const STRICT_PATTERN$1 = new RegExp("(" + TIME_UNITS_PATTERN + ")geleden(?=(?:\\W|$))", "i");
var NLTimeUnitAgoFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	strictMode;
	constructor(strictMode) {
		super();
		this.strictMode = strictMode;
	}
	innerPattern() {
		return this.strictMode ? STRICT_PATTERN$1 : PATTERN$1;
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		const outputTimeUnits = reverseDuration(timeUnits);
		return ParsingComponents.createRelativeFromReference(context.reference, outputTimeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/parsers/NLTimeUnitLaterFormatParser.js
const PATTERN = new RegExp("(" + TIME_UNITS_PATTERN + ")(later|na|vanaf nu|voortaan|vooruit|uit)(?=(?:\\W|$))", "i");
const STRICT_PATTERN = new RegExp("(" + TIME_UNITS_PATTERN + ")(later|vanaf nu)(?=(?:\\W|$))", "i");
const GROUP_NUM_TIMEUNITS = 1;
var NLTimeUnitLaterFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	strictMode;
	constructor(strictMode) {
		super();
		this.strictMode = strictMode;
	}
	innerPattern() {
		return this.strictMode ? STRICT_PATTERN : PATTERN;
	}
	innerExtract(context, match) {
		const fragments = parseDuration(match[GROUP_NUM_TIMEUNITS]);
		return ParsingComponents.createRelativeFromReference(context.reference, fragments);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/nl/index.js
const casual = new Chrono(createCasualConfiguration());
const strict = new Chrono(createConfiguration(true));
function parse(text, ref, option) {
	return casual.parse(text, ref, option);
}
function parseDate(text, ref, option) {
	return casual.parseDate(text, ref, option);
}
function createCasualConfiguration(littleEndian = true) {
	const option = createConfiguration(false, littleEndian);
	option.parsers.unshift(new NLCasualDateParser());
	option.parsers.unshift(new NLCasualTimeParser());
	option.parsers.unshift(new NLCasualDateTimeParser());
	option.parsers.unshift(new NLMonthNameParser());
	option.parsers.unshift(new NLRelativeDateFormatParser());
	option.parsers.unshift(new NLTimeUnitCasualRelativeFormatParser());
	return option;
}
function createConfiguration(strictMode = true, littleEndian = true) {
	return includeCommonConfiguration({
		parsers: [
			new SlashDateFormatParser(littleEndian),
			new NLTimeUnitWithinFormatParser(),
			new NLMonthNameMiddleEndianParser(),
			new NLMonthNameParser(),
			new NLWeekdayParser(),
			new NLCasualYearMonthDayParser(),
			new NLSlashMonthFormatParser(),
			new NLTimeExpressionParser(strictMode),
			new NLTimeUnitAgoFormatParser(strictMode),
			new NLTimeUnitLaterFormatParser(strictMode)
		],
		refiners: [new NLMergeDateTimeRefiner(), new NLMergeDateRangeRefiner()]
	}, strictMode);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
