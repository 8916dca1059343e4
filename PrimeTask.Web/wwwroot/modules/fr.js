import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, AbstractTimeExpressionParser, Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, assignSimilarDate, createParsingComponentsAtWeekday, findYearClosestToRef, includeCommonConfiguration, matchAnyPattern, now, repeatedTimeunitPattern, reverseDuration, today, tomorrow, yesterday } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/fr/parsers/FRCasualDateParser.js
var FRCasualDateParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return /(maintenant|aujourd'hui|demain|hier|cette\s*nuit|la\s*veille)(?=\W|$)/i;
	}
	innerExtract(context, match) {
		const targetDate = context.refDate;
		const lowerText = match[0].toLowerCase();
		const component = context.createParsingComponents();
		switch (lowerText) {
			case "maintenant": return now(context.reference);
			case "aujourd'hui": return today(context.reference);
			case "hier": return yesterday(context.reference);
			case "demain": return tomorrow(context.reference);
			default: if (lowerText.match(/cette\s*nuit/)) {
				assignSimilarDate(component, targetDate);
				component.imply("hour", 22);
				component.imply("meridiem", Meridiem.PM);
			} else if (lowerText.match(/la\s*veille/)) {
				const previousDay = new Date(targetDate.getTime());
				previousDay.setDate(previousDay.getDate() - 1);
				assignSimilarDate(component, previousDay);
				component.imply("hour", 0);
			}
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fr/parsers/FRCasualTimeParser.js
var FRCasualTimeParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return /(cet?)?\s*(matin|soir|après-midi|aprem|a midi|à minuit)(?=\W|$)/i;
	}
	innerExtract(context, match) {
		const suffixLower = match[2].toLowerCase();
		const component = context.createParsingComponents();
		switch (suffixLower) {
			case "après-midi":
			case "aprem":
				component.imply("hour", 14);
				component.imply("minute", 0);
				component.imply("meridiem", Meridiem.PM);
				component.addTag("casualReference/afternoon");
				break;
			case "soir":
				component.imply("hour", 18);
				component.imply("minute", 0);
				component.imply("meridiem", Meridiem.PM);
				component.addTag("casualReference/evening");
				break;
			case "matin":
				component.imply("hour", 8);
				component.imply("minute", 0);
				component.imply("meridiem", Meridiem.AM);
				component.addTag("casualReference/morning");
				break;
			case "a midi":
				component.imply("hour", 12);
				component.imply("minute", 0);
				component.imply("meridiem", Meridiem.AM);
				component.addTag("casualReference/noon");
				break;
			case "à minuit":
				component.imply("hour", 0);
				component.imply("meridiem", Meridiem.AM);
				component.addTag("casualReference/midnight");
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fr/parsers/FRTimeExpressionParser.js
var FRTimeExpressionParser = class extends AbstractTimeExpressionParser {
	primaryPrefix() {
		return "(?:(?:[àa])\\s*)?";
	}
	followingPhase() {
		return "\\s*(?:\\-|\\–|\\~|\\〜|[àa]|\\?)\\s*";
	}
	extractPrimaryTimeComponents(context, match) {
		if (match[0].match(/^\s*\d{4}\s*$/)) return null;
		return super.extractPrimaryTimeComponents(context, match);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fr/refiners/FRMergeDateTimeRefiner.js
var FRMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return new RegExp("^\\s*(T|à|a|au|vers|de|,|-)?\\s*$");
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fr/refiners/FRMergeDateRangeRefiner.js
var FRMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(à|a|au|-)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fr/constants.js
const WEEKDAY_DICTIONARY = {
	"dimanche": 0,
	"dim": 0,
	"lundi": 1,
	"lun": 1,
	"mardi": 2,
	"mar": 2,
	"mercredi": 3,
	"mer": 3,
	"jeudi": 4,
	"jeu": 4,
	"vendredi": 5,
	"ven": 5,
	"samedi": 6,
	"sam": 6
};
const MONTH_DICTIONARY = {
	"janvier": 1,
	"jan": 1,
	"jan.": 1,
	"janv": 1,
	"janv.": 1,
	"février": 2,
	"fév": 2,
	"fév.": 2,
	"févr": 2,
	"févr.": 2,
	"fevrier": 2,
	"fev": 2,
	"fev.": 2,
	"fevr": 2,
	"fevr.": 2,
	"mars": 3,
	"mar": 3,
	"mar.": 3,
	"avril": 4,
	"avr": 4,
	"avr.": 4,
	"mai": 5,
	"juin": 6,
	"juin.": 6,
	"jun": 6,
	"jun.": 6,
	"juillet": 7,
	"juil": 7,
	"juil.": 7,
	"jul": 7,
	"jul.": 7,
	"août": 8,
	"août.": 8,
	"aout": 8,
	"aout.": 8,
	"septembre": 9,
	"sep": 9,
	"sep.": 9,
	"sept": 9,
	"sept.": 9,
	"octobre": 10,
	"oct": 10,
	"oct.": 10,
	"novembre": 11,
	"nov": 11,
	"nov.": 11,
	"décembre": 12,
	"decembre": 12,
	"dec": 12,
	"dec.": 12,
	"déc": 12,
	"déc.": 12
};
const INTEGER_WORD_DICTIONARY = {
	"un": 1,
	"deux": 2,
	"trois": 3,
	"quatre": 4,
	"cinq": 5,
	"six": 6,
	"sept": 7,
	"huit": 8,
	"neuf": 9,
	"dix": 10,
	"onze": 11,
	"douze": 12,
	"treize": 13
};
const TIME_UNIT_DICTIONARY = {
	"sec": "second",
	"seconde": "second",
	"secondes": "second",
	"min": "minute",
	"mins": "minute",
	"minute": "minute",
	"minutes": "minute",
	"h": "hour",
	"hr": "hour",
	"hrs": "hour",
	"heure": "hour",
	"heures": "hour",
	"jour": "day",
	"jours": "day",
	"semaine": "week",
	"semaines": "week",
	"mois": "month",
	"trimestre": "quarter",
	"trimestres": "quarter",
	"ans": "year",
	"année": "year",
	"années": "year"
};
const NUMBER_PATTERN = `(?:${matchAnyPattern(INTEGER_WORD_DICTIONARY)}|[0-9]+|[0-9]+\\.[0-9]+|une?\\b|quelques?|demi-?)`;
function parseNumberPattern(match) {
	const num = match.toLowerCase();
	if (INTEGER_WORD_DICTIONARY[num] !== void 0) return INTEGER_WORD_DICTIONARY[num];
	else if (num === "une" || num === "un") return 1;
	else if (num.match(/quelques?/)) return 3;
	else if (num.match(/demi-?/)) return .5;
	return parseFloat(num);
}
const ORDINAL_NUMBER_PATTERN = `(?:[0-9]{1,2}(?:er)?)`;
function parseOrdinalNumberPattern(match) {
	let num = match.toLowerCase();
	num = num.replace(/(?:er)$/i, "");
	return parseInt(num);
}
const YEAR_PATTERN = `(?:[1-9][0-9]{0,3}\\s*(?:AC|AD|p\\.\\s*C(?:hr?)?\\.\\s*n\\.)|[1-2][0-9]{3}|[5-9][0-9])`;
function parseYear(match) {
	if (/AC/i.test(match)) {
		match = match.replace(/BC/i, "");
		return -parseInt(match);
	}
	if (/AD/i.test(match) || /C/i.test(match)) {
		match = match.replace(/[^\d]+/i, "");
		return parseInt(match);
	}
	let yearNumber = parseInt(match);
	if (yearNumber < 100) {
		if (yearNumber > 50) yearNumber = yearNumber + 1900;
		else yearNumber = yearNumber + 2e3;
	}
	return yearNumber;
}
const SINGLE_TIME_UNIT_PATTERN = `(${NUMBER_PATTERN})\\s{0,5}(${matchAnyPattern(TIME_UNIT_DICTIONARY)})\\s{0,5}`;
const SINGLE_TIME_UNIT_REGEX = new RegExp(SINGLE_TIME_UNIT_PATTERN, "i");
const TIME_UNITS_PATTERN = repeatedTimeunitPattern("", SINGLE_TIME_UNIT_PATTERN);
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
// ../node_modules/chrono-node/dist/esm/locales/fr/parsers/FRWeekdayParser.js
const PATTERN$1 = new RegExp(`(?:(?:\\,|\\(|\\（)\\s*)?(?:(?:ce)\\s*)?(${matchAnyPattern(WEEKDAY_DICTIONARY)})(?:\\s*(?:\\,|\\)|\\）))?(?:\\s*(dernier|prochain)\\s*)?(?=\\W|\\d|\$)`, "i");
const WEEKDAY_GROUP = 1;
const POSTFIX_GROUP = 2;
var FRWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$1;
	}
	innerExtract(context, match) {
		const dayOfWeek = match[WEEKDAY_GROUP].toLowerCase();
		const weekday = WEEKDAY_DICTIONARY[dayOfWeek];
		if (weekday === void 0) return null;
		let suffix = match[POSTFIX_GROUP];
		suffix = suffix || "";
		suffix = suffix.toLowerCase();
		let modifier = null;
		if (suffix == "dernier") modifier = "last";
		else if (suffix == "prochain") modifier = "next";
		return createParsingComponentsAtWeekday(context.reference, weekday, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fr/parsers/FRSpecificTimeExpressionParser.js
const FIRST_REG_PATTERN = new RegExp("(^|\\s|T)(?:(?:[àa])\\s*)?(\\d{1,2})(?:h|:)?(?:(\\d{1,2})(?:m|:)?)?(?:(\\d{1,2})(?:s|:)?)?(?:\\s*(A\\.M\\.|P\\.M\\.|AM?|PM?))?(?=\\W|$)", "i");
const SECOND_REG_PATTERN = new RegExp("^\\s*(\\-|\\–|\\~|\\〜|[àa]|\\?)\\s*(\\d{1,2})(?:h|:)?(?:(\\d{1,2})(?:m|:)?)?(?:(\\d{1,2})(?:s|:)?)?(?:\\s*(A\\.M\\.|P\\.M\\.|AM?|PM?))?(?=\\W|$)", "i");
const HOUR_GROUP = 2;
const MINUTE_GROUP = 3;
const SECOND_GROUP = 4;
const AM_PM_HOUR_GROUP = 5;
var FRSpecificTimeExpressionParser = class FRSpecificTimeExpressionParser {
	pattern(context) {
		return FIRST_REG_PATTERN;
	}
	extract(context, match) {
		const result = context.createParsingResult(match.index + match[1].length, match[0].substring(match[1].length));
		if (result.text.match(/^\d{4}$/)) {
			match.index += match[0].length;
			return null;
		}
		result.start = FRSpecificTimeExpressionParser.extractTimeComponent(result.start.clone(), match);
		if (!result.start) {
			match.index += match[0].length;
			return null;
		}
		const remainingText = context.text.substring(match.index + match[0].length);
		const secondMatch = SECOND_REG_PATTERN.exec(remainingText);
		if (secondMatch) {
			result.end = FRSpecificTimeExpressionParser.extractTimeComponent(result.start.clone(), secondMatch);
			if (result.end) result.text += secondMatch[0];
		}
		return result;
	}
	static extractTimeComponent(extractingComponents, match) {
		let hour = 0;
		let minute = 0;
		let meridiem = null;
		hour = parseInt(match[HOUR_GROUP]);
		if (match[MINUTE_GROUP] != null) minute = parseInt(match[MINUTE_GROUP]);
		if (minute >= 60 || hour > 24) return null;
		if (hour >= 12) meridiem = Meridiem.PM;
		if (match[AM_PM_HOUR_GROUP] != null) {
			if (hour > 12) return null;
			const ampm = match[AM_PM_HOUR_GROUP][0].toLowerCase();
			if (ampm == "a") {
				meridiem = Meridiem.AM;
				if (hour == 12) hour = 0;
			}
			if (ampm == "p") {
				meridiem = Meridiem.PM;
				if (hour != 12) hour += 12;
			}
		}
		extractingComponents.assign("hour", hour);
		extractingComponents.assign("minute", minute);
		if (meridiem !== null) extractingComponents.assign("meridiem", meridiem);
		else if (hour < 12) extractingComponents.imply("meridiem", Meridiem.AM);
		else extractingComponents.imply("meridiem", Meridiem.PM);
		if (match[SECOND_GROUP] != null) {
			const second = parseInt(match[SECOND_GROUP]);
			if (second >= 60) return null;
			extractingComponents.assign("second", second);
		}
		return extractingComponents;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fr/parsers/FRMonthNameLittleEndianParser.js
const PATTERN = new RegExp(`(?:on\\s*?)?(${ORDINAL_NUMBER_PATTERN})(?:\\s*(?:au|\\-|\\–|jusqu'au?|\\s)\\s*(${ORDINAL_NUMBER_PATTERN}))?(?:-|/|\\s*(?:de)?\\s*)(${matchAnyPattern(MONTH_DICTIONARY)})(?:(?:-|/|,?\\s*)(${YEAR_PATTERN}(?![^\\s]\\d)))?(?=\\W|$)`, "i");
const DATE_GROUP = 1;
const DATE_TO_GROUP = 2;
const MONTH_NAME_GROUP = 3;
const YEAR_GROUP = 4;
var FRMonthNameLittleEndianParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		const month = MONTH_DICTIONARY[match[MONTH_NAME_GROUP].toLowerCase()];
		const day = parseOrdinalNumberPattern(match[DATE_GROUP]);
		if (day > 31) {
			match.index = match.index + match[DATE_GROUP].length;
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
			const endDate = parseOrdinalNumberPattern(match[DATE_TO_GROUP]);
			result.end = result.start.clone();
			result.end.assign("day", endDate);
		}
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fr/parsers/FRTimeUnitAgoFormatParser.js
var FRTimeUnitAgoFormatParser$1 = class extends AbstractParserWithWordBoundaryChecking {
	constructor() {
		super();
	}
	innerPattern() {
		return new RegExp(`il y a\\s*(${TIME_UNITS_PATTERN})(?=(?:\\W|$))`, "i");
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		const outputTimeUnits = reverseDuration(timeUnits);
		return ParsingComponents.createRelativeFromReference(context.reference, outputTimeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fr/parsers/FRTimeUnitWithinFormatParser.js
var FRTimeUnitWithinFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return new RegExp(`(?:dans|en|pour|pendant|de)\\s*(${TIME_UNITS_PATTERN})(?=\\W|$)`, "i");
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fr/parsers/FRTimeUnitRelativeFormatParser.js
var FRTimeUnitAgoFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	constructor() {
		super();
	}
	innerPattern() {
		return new RegExp(`(?:les?|la|l'|du|des?)\\s*(${NUMBER_PATTERN})?(?:\\s*(prochaine?s?|derni[eè]re?s?|pass[ée]e?s?|pr[ée]c[ée]dents?|suivante?s?))?\\s*(${matchAnyPattern(TIME_UNIT_DICTIONARY)})(?:\\s*(prochaine?s?|derni[eè]re?s?|pass[ée]e?s?|pr[ée]c[ée]dents?|suivante?s?))?(?=\\W|$)`, "i");
	}
	innerExtract(context, match) {
		const num = match[1] ? parseNumberPattern(match[1]) : 1;
		const unit = TIME_UNIT_DICTIONARY[match[3].toLowerCase()];
		let timeUnits = {};
		timeUnits[unit] = num;
		let modifier = match[2] || match[4] || "";
		modifier = modifier.toLowerCase();
		if (!modifier) return;
		if (/derni[eè]re?s?/.test(modifier) || /pass[ée]e?s?/.test(modifier) || /pr[ée]c[ée]dents?/.test(modifier)) timeUnits = reverseDuration(timeUnits);
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fr/index.js
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
	option.parsers.unshift(new FRCasualDateParser());
	option.parsers.unshift(new FRCasualTimeParser());
	option.parsers.unshift(new FRTimeUnitAgoFormatParser());
	return option;
}
function createConfiguration(strictMode = true, littleEndian = true) {
	return includeCommonConfiguration({
		parsers: [
			new SlashDateFormatParser(littleEndian),
			new FRMonthNameLittleEndianParser(),
			new FRTimeExpressionParser(),
			new FRSpecificTimeExpressionParser(),
			new FRTimeUnitAgoFormatParser$1(),
			new FRTimeUnitWithinFormatParser(),
			new FRWeekdayParser()
		],
		refiners: [new FRMergeDateTimeRefiner(), new FRMergeDateRangeRefiner()]
	}, strictMode);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
