import { AbstractParserWithWordBoundaryChecking, Chrono, ISOFormatParser, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, assignSimilarDate, createParsingComponentsAtWeekday, findMostLikelyADYear, findYearClosestToRef, implySimilarTime, includeCommonConfiguration, matchAnyPattern, now, repeatedTimeunitPattern, reverseDuration, today } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/sv/constants.js
const WEEKDAY_DICTIONARY = {
	"söndag": 0,
	"sön": 0,
	"so": 0,
	"måndag": 1,
	"mån": 1,
	"må": 1,
	"tisdag": 2,
	"tis": 2,
	"ti": 2,
	"onsdag": 3,
	"ons": 3,
	"on": 3,
	"torsdag": 4,
	"tors": 4,
	"to": 4,
	"fredag": 5,
	"fre": 5,
	"fr": 5,
	"lördag": 6,
	"lör": 6,
	"lö": 6
};
const MONTH_DICTIONARY = {
	"januari": 1,
	"jan": 1,
	"jan.": 1,
	"februari": 2,
	"feb": 2,
	"feb.": 2,
	"mars": 3,
	"mar": 3,
	"mar.": 3,
	"april": 4,
	"apr": 4,
	"apr.": 4,
	"maj": 5,
	"juni": 6,
	"jun": 6,
	"jun.": 6,
	"juli": 7,
	"jul": 7,
	"jul.": 7,
	"augusti": 8,
	"aug": 8,
	"aug.": 8,
	"september": 9,
	"sep": 9,
	"sep.": 9,
	"sept": 9,
	"oktober": 10,
	"okt": 10,
	"okt.": 10,
	"november": 11,
	"nov": 11,
	"nov.": 11,
	"december": 12,
	"dec": 12,
	"dec.": 12
};
const ORDINAL_NUMBER_DICTIONARY = {
	"första": 1,
	"andra": 2,
	"tredje": 3,
	"fjärde": 4,
	"femte": 5,
	"sjätte": 6,
	"sjunde": 7,
	"åttonde": 8,
	"nionde": 9,
	"tionde": 10,
	"elfte": 11,
	"tolfte": 12,
	"trettonde": 13,
	"fjortonde": 14,
	"femtonde": 15,
	"sextonde": 16,
	"sjuttonde": 17,
	"artonde": 18,
	"nittonde": 19,
	"tjugonde": 20,
	"tjugoförsta": 21,
	"tjugoandra": 22,
	"tjugotredje": 23,
	"tjugofjärde": 24,
	"tjugofemte": 25,
	"tjugosjätte": 26,
	"tjugosjunde": 27,
	"tjugoåttonde": 28,
	"tjugonionde": 29,
	"trettionde": 30,
	"trettioförsta": 31
};
const INTEGER_WORD_DICTIONARY = {
	"en": 1,
	"ett": 1,
	"två": 2,
	"tre": 3,
	"fyra": 4,
	"fem": 5,
	"sex": 6,
	"sju": 7,
	"åtta": 8,
	"nio": 9,
	"tio": 10,
	"elva": 11,
	"tolv": 12,
	"tretton": 13,
	"fjorton": 14,
	"femton": 15,
	"sexton": 16,
	"sjutton": 17,
	"arton": 18,
	"nitton": 19,
	"tjugo": 20,
	"trettiо": 30,
	"fyrtio": 40,
	"femtio": 50,
	"sextio": 60,
	"sjuttio": 70,
	"åttio": 80,
	"nittio": 90,
	"hundra": 100,
	"tusen": 1e3
};
const TIME_UNIT_DICTIONARY = {
	"sek": "second",
	"sekund": "second",
	"sekunder": "second",
	"min": "minute",
	"minut": "minute",
	"minuter": "minute",
	"tim": "hour",
	"timme": "hour",
	"timmar": "hour",
	"dag": "day",
	"dagar": "day",
	"vecka": "week",
	"veckor": "week",
	"mån": "month",
	"månad": "month",
	"månader": "month",
	"år": "year",
	"kvartаl": "quarter",
	"kvartal": "quarter"
};
const TIME_UNIT_NO_ABBR_DICTIONARY = {
	"sekund": "second",
	"sekunder": "second",
	"minut": "minute",
	"minuter": "minute",
	"timme": "hour",
	"timmar": "hour",
	"dag": "day",
	"dagar": "day",
	"vecka": "week",
	"veckor": "week",
	"månad": "month",
	"månader": "month",
	"år": "year",
	"kvartal": "quarter"
};
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
const NUMBER_PATTERN = `(?:${matchAnyPattern(INTEGER_WORD_DICTIONARY)}|\\d+)`;
`${matchAnyPattern(ORDINAL_NUMBER_DICTIONARY)}`;
`${matchAnyPattern(TIME_UNIT_DICTIONARY)}`;
const SINGLE_TIME_UNIT_PATTERN = `(${NUMBER_PATTERN})\\s{0,5}(${matchAnyPattern(TIME_UNIT_DICTIONARY)})\\s{0,5}`;
const SINGLE_TIME_UNIT_REGEX = new RegExp(SINGLE_TIME_UNIT_PATTERN, "i");
const SINGLE_TIME_UNIT_NO_ABBR_PATTERN = `(${NUMBER_PATTERN})\\s{0,5}(${matchAnyPattern(TIME_UNIT_NO_ABBR_DICTIONARY)})\\s{0,5}`;
const TIME_UNITS_PATTERN = repeatedTimeunitPattern("", SINGLE_TIME_UNIT_PATTERN);
const TIME_UNITS_NO_ABBR_PATTERN = repeatedTimeunitPattern("", SINGLE_TIME_UNIT_NO_ABBR_PATTERN);
function parseNumberPattern(match) {
	const num = match.toLowerCase();
	if (INTEGER_WORD_DICTIONARY[num] !== void 0) return INTEGER_WORD_DICTIONARY[num];
	return parseInt(num);
}
function parseYear(match) {
	if (/\d+/.test(match)) {
		let yearNumber = parseInt(match);
		if (yearNumber < 100) yearNumber = findMostLikelyADYear(yearNumber);
		return yearNumber;
	}
	const num = match.toLowerCase();
	if (INTEGER_WORD_DICTIONARY[num] !== void 0) return INTEGER_WORD_DICTIONARY[num];
	return parseInt(match);
}
// ../node_modules/chrono-node/dist/esm/locales/sv/parsers/SVWeekdayParser.js
const PATTERN$3 = new RegExp(`(?:(?:\\,|\\(|\\（)\\s*)?(?:på\\s*?)?(?:(förra|senaste|nästa|kommande)\\s*)?(${matchAnyPattern(WEEKDAY_DICTIONARY)})(?:\\s*(?:\\,|\\)|\\）))?(?:\\s*(förra|senaste|nästa|kommande)\\s*vecka)?(?=\\W|\$)`, "i");
const PREFIX_GROUP = 1;
const SUFFIX_GROUP = 3;
const WEEKDAY_GROUP = 2;
var SVWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$3;
	}
	innerExtract(context, match) {
		const dayOfWeek = match[WEEKDAY_GROUP].toLowerCase();
		const offset = WEEKDAY_DICTIONARY[dayOfWeek];
		const prefix = match[PREFIX_GROUP];
		const postfix = match[SUFFIX_GROUP];
		let modifierWord = prefix || postfix;
		modifierWord = modifierWord || "";
		modifierWord = modifierWord.toLowerCase();
		let modifier = null;
		if (modifierWord.match(/förra|senaste/)) modifier = "last";
		else if (modifierWord.match(/nästa|kommande/)) modifier = "next";
		return createParsingComponentsAtWeekday(context.reference, offset, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/sv/parsers/SVMonthNameLittleEndianParser.js
const PATTERN$2 = new RegExp(`(?:den\\s*?)?([0-9]{1,2})(?:\\s*(?:till|\\-|\\–|\\s)\\s*([0-9]{1,2}))?\\s*(${matchAnyPattern(MONTH_DICTIONARY)})(?:(?:-|/|,?\\s*)([0-9]{4}(?![^\\s]\\d)))?(?=\\W|$)`, "i");
const DATE_GROUP$1 = 1;
const DATE_TO_GROUP = 2;
const MONTH_NAME_GROUP = 3;
const YEAR_GROUP = 4;
var SVMonthNameLittleEndianParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$2;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		const month = MONTH_DICTIONARY[match[MONTH_NAME_GROUP].toLowerCase()];
		const day = parseInt(match[DATE_GROUP$1]);
		if (day > 31) {
			match.index = match.index + match[DATE_GROUP$1].length;
			return null;
		}
		result.start.assign("month", month);
		result.start.assign("day", day);
		if (match[YEAR_GROUP]) {
			const yearNumber = parseYear(match[YEAR_GROUP]);
			result.start.assign("year", yearNumber);
		} else {
			const year = findYearClosestToRef(context.refDate, day, month);
			result.start.imply("year", year);
		}
		if (match[DATE_TO_GROUP]) {
			const endDate = parseInt(match[DATE_TO_GROUP]);
			result.end = result.start.clone();
			result.end.assign("day", endDate);
		}
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/sv/parsers/SVTimeUnitCasualRelativeFormatParser.js
const PATTERN$1 = new RegExp(`(denna|den här|förra|passerade|nästa|kommande|efter|\\+|-)\\s*(${TIME_UNITS_PATTERN})(?=\\W|$)`, "i");
const PATTERN_NO_ABBR = new RegExp(`(denna|den här|förra|passerade|nästa|kommande|efter|\\+|-)\\s*(${TIME_UNITS_NO_ABBR_PATTERN})(?=\\W|$)`, "i");
var SVTimeUnitCasualRelativeFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	allowAbbreviations;
	constructor(allowAbbreviations = true) {
		super();
		this.allowAbbreviations = allowAbbreviations;
	}
	innerPattern() {
		return this.allowAbbreviations ? PATTERN$1 : PATTERN_NO_ABBR;
	}
	innerExtract(context, match) {
		const prefix = match[1].toLowerCase();
		let duration = parseDuration(match[2]);
		if (!duration) return null;
		switch (prefix) {
			case "förra":
			case "passerade":
			case "-": duration = reverseDuration(duration);
		}
		return ParsingComponents.createRelativeFromReference(context.reference, duration);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/sv/parsers/SVCasualDateParser.js
const PATTERN = new RegExp("(nu|idag|imorgon|övermorgon|igår|förrgår|i\\s*förrgår)(?:\\s*(?:på\\s*)?(morgonen?|förmiddagen?|middagen?|eftermiddagen?|kvällen?|natten?|midnatt))?(?=\\W|$)", "i");
const DATE_GROUP = 1;
const TIME_GROUP = 2;
var SVCasualDateParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return PATTERN;
	}
	innerExtract(context, match) {
		const targetDate = context.refDate;
		const dateKeyword = (match[DATE_GROUP] || "").toLowerCase();
		const timeKeyword = (match[TIME_GROUP] || "").toLowerCase();
		let component = context.createParsingComponents();
		switch (dateKeyword) {
			case "nu":
				component = now(context.reference);
				break;
			case "idag":
				component = today(context.reference);
				break;
			case "imorgon":
			case "imorn":
				const nextDay = new Date(targetDate.getTime());
				nextDay.setDate(nextDay.getDate() + 1);
				assignSimilarDate(component, nextDay);
				implySimilarTime(component, nextDay);
				break;
			case "igår":
				const previousDay = new Date(targetDate.getTime());
				previousDay.setDate(previousDay.getDate() - 1);
				assignSimilarDate(component, previousDay);
				implySimilarTime(component, previousDay);
				break;
			case "förrgår":
			case "i förrgår":
				const twoDaysAgo = new Date(targetDate.getTime());
				twoDaysAgo.setDate(twoDaysAgo.getDate() - 2);
				assignSimilarDate(component, twoDaysAgo);
				implySimilarTime(component, twoDaysAgo);
		}
		switch (timeKeyword) {
			case "morgon":
			case "morgonen":
				component.imply("hour", 6);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("millisecond", 0);
				break;
			case "förmiddag":
			case "förmiddagen":
				component.imply("hour", 9);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("millisecond", 0);
				break;
			case "middag":
			case "middagen":
				component.imply("hour", 12);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("millisecond", 0);
				break;
			case "eftermiddag":
			case "eftermiddagen":
				component.imply("hour", 15);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("millisecond", 0);
				break;
			case "kväll":
			case "kvällen":
				component.imply("hour", 20);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("millisecond", 0);
				break;
			case "natt":
			case "natten":
			case "midnatt":
				if (timeKeyword === "midnatt") component.imply("hour", 0);
				else component.imply("hour", 2);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("millisecond", 0);
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/sv/index.js
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
	option.parsers.unshift(new SVCasualDateParser());
	return option;
}
function createConfiguration(strictMode = true, littleEndian = true) {
	return includeCommonConfiguration({
		parsers: [
			new ISOFormatParser(),
			new SlashDateFormatParser(littleEndian),
			new SVMonthNameLittleEndianParser(),
			new SVWeekdayParser(),
			new SVTimeUnitCasualRelativeFormatParser()
		],
		refiners: []
	}, strictMode);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
