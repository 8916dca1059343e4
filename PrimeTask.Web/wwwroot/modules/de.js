import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, AbstractTimeExpressionParser, Chrono, ISOFormatParser, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, addDuration, assignSimilarDate, createParsingComponentsAtWeekday, findMostLikelyADYear, findYearClosestToRef, implySimilarTime, includeCommonConfiguration, matchAnyPattern, now, repeatedTimeunitPattern, reverseDuration, today } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/de/parsers/DETimeExpressionParser.js
var DETimeExpressionParser = class extends AbstractTimeExpressionParser {
	primaryPrefix() {
		return "(?:(?:um|von)\\s*)?";
	}
	followingPhase() {
		return "\\s*(?:\\-|\\–|\\~|\\〜|bis)\\s*";
	}
	extractPrimaryTimeComponents(context, match) {
		if (match[0].match(/^\s*\d{4}\s*$/)) return null;
		return super.extractPrimaryTimeComponents(context, match);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/de/constants.js
const WEEKDAY_DICTIONARY = {
	"sonntag": 0,
	"so": 0,
	"montag": 1,
	"mo": 1,
	"dienstag": 2,
	"di": 2,
	"mittwoch": 3,
	"mi": 3,
	"donnerstag": 4,
	"do": 4,
	"freitag": 5,
	"fr": 5,
	"samstag": 6,
	"sa": 6
};
const MONTH_DICTIONARY = {
	"januar": 1,
	"jänner": 1,
	"janner": 1,
	"jan": 1,
	"jan.": 1,
	"februar": 2,
	"feber": 2,
	"feb": 2,
	"feb.": 2,
	"märz": 3,
	"maerz": 3,
	"mär": 3,
	"mär.": 3,
	"mrz": 3,
	"mrz.": 3,
	"april": 4,
	"apr": 4,
	"apr.": 4,
	"mai": 5,
	"juni": 6,
	"jun": 6,
	"jun.": 6,
	"juli": 7,
	"jul": 7,
	"jul.": 7,
	"august": 8,
	"aug": 8,
	"aug.": 8,
	"september": 9,
	"sep": 9,
	"sep.": 9,
	"sept": 9,
	"sept.": 9,
	"oktober": 10,
	"okt": 10,
	"okt.": 10,
	"november": 11,
	"nov": 11,
	"nov.": 11,
	"dezember": 12,
	"dez": 12,
	"dez.": 12
};
const INTEGER_WORD_DICTIONARY = {
	"eins": 1,
	"eine": 1,
	"einem": 1,
	"einen": 1,
	"einer": 1,
	"zwei": 2,
	"drei": 3,
	"vier": 4,
	"fünf": 5,
	"fuenf": 5,
	"sechs": 6,
	"sieben": 7,
	"acht": 8,
	"neun": 9,
	"zehn": 10,
	"elf": 11,
	"zwölf": 12,
	"zwoelf": 12
};
const TIME_UNIT_DICTIONARY = {
	sek: "second",
	sekunde: "second",
	sekunden: "second",
	min: "minute",
	minute: "minute",
	minuten: "minute",
	h: "hour",
	std: "hour",
	stunde: "hour",
	stunden: "hour",
	tag: "day",
	tage: "day",
	tagen: "day",
	woche: "week",
	wochen: "week",
	monat: "month",
	monate: "month",
	monaten: "month",
	monats: "month",
	quartal: "quarter",
	quartals: "quarter",
	quartale: "quarter",
	quartalen: "quarter",
	a: "year",
	j: "year",
	jr: "year",
	jahr: "year",
	jahre: "year",
	jahren: "year",
	jahres: "year"
};
const NUMBER_PATTERN = `(?:${matchAnyPattern(INTEGER_WORD_DICTIONARY)}|[0-9]+|[0-9]+\\.[0-9]+|halb?|halbe?|einigen?|wenigen?|mehreren?)`;
function parseNumberPattern(match) {
	const num = match.toLowerCase();
	if (INTEGER_WORD_DICTIONARY[num] !== void 0) return INTEGER_WORD_DICTIONARY[num];
	else if (num === "ein" || num === "einer" || num === "einem" || num === "einen" || num === "eine") return 1;
	else if (num.match(/wenigen/)) return 2;
	else if (num.match(/halb/) || num.match(/halben/)) return .5;
	else if (num.match(/einigen/)) return 3;
	else if (num.match(/mehreren/)) return 7;
	return parseFloat(num);
}
const YEAR_PATTERN = `(?:[0-9]{1,4}(?:\\s*[vn]\\.?\\s*(?:C(?:hr)?|(?:u\\.?|d\\.?(?:\\s*g\\.?)?)?\\s*Z)\\.?|\\s*(?:u\\.?|d\\.?(?:\\s*g\\.)?)\\s*Z\\.?)?)`;
function parseYear(match) {
	if (/v/i.test(match)) return -parseInt(match.replace(/[^0-9]+/gi, ""));
	if (/n/i.test(match)) return parseInt(match.replace(/[^0-9]+/gi, ""));
	if (/z/i.test(match)) return parseInt(match.replace(/[^0-9]+/gi, ""));
	return findMostLikelyADYear(parseInt(match));
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
// ../node_modules/chrono-node/dist/esm/locales/de/parsers/DEWeekdayParser.js
const PATTERN$2 = new RegExp(`(?:(?:\\,|\\(|\\（)\\s*)?(?:a[mn]\\s*?)?(?:(diese[mn]|letzte[mn]|n(?:ä|ae)chste[mn])\\s*)?(${matchAnyPattern(WEEKDAY_DICTIONARY)})(?:\\s*(?:\\,|\\)|\\）))?(?:\\s*(diese|letzte|n(?:ä|ae)chste)\\s*woche)?(?=\\W|\$)`, "i");
const PREFIX_GROUP = 1;
const SUFFIX_GROUP = 3;
const WEEKDAY_GROUP = 2;
var DEWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$2;
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
		if (modifierWord.match(/letzte/)) modifier = "last";
		else if (modifierWord.match(/chste/)) modifier = "next";
		else if (modifierWord.match(/diese/)) modifier = "this";
		return createParsingComponentsAtWeekday(context.reference, offset, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/de/parsers/DESpecificTimeExpressionParser.js
const FIRST_REG_PATTERN = new RegExp("(^|\\s|T)(?:(?:um|von)\\s*)?(\\d{1,2})(?:h|:)?(?:(\\d{1,2})(?:m|:)?)?(?:(\\d{1,2})(?:s)?)?(?:\\s*Uhr)?(?:\\s*(morgens|vormittags|nachmittags|abends|nachts|am\\s+(?:Morgen|Vormittag|Nachmittag|Abend)|in\\s+der\\s+Nacht))?(?=\\W|$)", "i");
const SECOND_REG_PATTERN = new RegExp("^\\s*(\\-|\\–|\\~|\\〜|bis(?:\\s+um)?|\\?)\\s*(\\d{1,2})(?:h|:)?(?:(\\d{1,2})(?:m|:)?)?(?:(\\d{1,2})(?:s)?)?(?:\\s*Uhr)?(?:\\s*(morgens|vormittags|nachmittags|abends|nachts|am\\s+(?:Morgen|Vormittag|Nachmittag|Abend)|in\\s+der\\s+Nacht))?(?=\\W|$)", "i");
const HOUR_GROUP = 2;
const MINUTE_GROUP = 3;
const SECOND_GROUP = 4;
const AM_PM_HOUR_GROUP = 5;
var DESpecificTimeExpressionParser = class DESpecificTimeExpressionParser {
	pattern(context) {
		return FIRST_REG_PATTERN;
	}
	extract(context, match) {
		const result = context.createParsingResult(match.index + match[1].length, match[0].substring(match[1].length));
		if (result.text.match(/^\d{4}$/)) {
			match.index += match[0].length;
			return null;
		}
		result.start = DESpecificTimeExpressionParser.extractTimeComponent(result.start.clone(), match);
		if (!result.start) {
			match.index += match[0].length;
			return null;
		}
		const remainingText = context.text.substring(match.index + match[0].length);
		const secondMatch = SECOND_REG_PATTERN.exec(remainingText);
		if (secondMatch) {
			result.end = DESpecificTimeExpressionParser.extractTimeComponent(result.start.clone(), secondMatch);
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
			const ampm = match[AM_PM_HOUR_GROUP].toLowerCase();
			if (ampm.match(/morgen|vormittag/)) {
				meridiem = Meridiem.AM;
				if (hour == 12) hour = 0;
			}
			if (ampm.match(/nachmittag|abend/)) {
				meridiem = Meridiem.PM;
				if (hour != 12) hour += 12;
			}
			if (ampm.match(/nacht/)) {
				if (hour == 12) {
					meridiem = Meridiem.AM;
					hour = 0;
				} else if (hour < 6) meridiem = Meridiem.AM;
				else {
					meridiem = Meridiem.PM;
					hour += 12;
				}
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
// ../node_modules/chrono-node/dist/esm/locales/de/refiners/DEMergeDateRangeRefiner.js
var DEMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(bis(?:\s*(?:am|zum))?|-)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/de/refiners/DEMergeDateTimeRefiner.js
var DEMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return new RegExp("^\\s*(T|um|am|,|-)?\\s*$");
	}
};
// ../node_modules/chrono-node/dist/esm/locales/de/parsers/DECasualTimeParser.js
var DECasualTimeParser = class DECasualTimeParser extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return /(diesen)?\s*(morgen|vormittag|mittags?|nachmittag|abend|nacht|mitternacht)(?=\W|$)/i;
	}
	innerExtract(context, match) {
		const targetDate = context.refDate;
		const timeKeywordPattern = match[2].toLowerCase();
		const component = context.createParsingComponents();
		implySimilarTime(component, targetDate);
		return DECasualTimeParser.extractTimeComponents(component, timeKeywordPattern);
	}
	static extractTimeComponents(component, timeKeywordPattern) {
		switch (timeKeywordPattern) {
			case "morgen":
				component.imply("hour", 6);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.AM);
				component.addTag("casualReference/morning");
				break;
			case "vormittag":
				component.imply("hour", 9);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.AM);
				component.addTag("casualReference/morning");
				break;
			case "mittag":
			case "mittags":
				component.imply("hour", 12);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.AM);
				component.addTag("casualReference/noon");
				break;
			case "nachmittag":
				component.imply("hour", 15);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.PM);
				component.addTag("casualReference/afternoon");
				break;
			case "abend":
				component.imply("hour", 18);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.PM);
				component.addTag("casualReference/evening");
				break;
			case "nacht":
				component.imply("hour", 22);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.PM);
				component.addTag("casualReference/evening");
				break;
			case "mitternacht":
				if (component.get("hour") > 1) component.addDurationAsImplied({ "day": 1 });
				component.imply("hour", 0);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.AM);
				component.addTag("casualReference/midnight");
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/de/parsers/DECasualDateParser.js
const PATTERN$1 = new RegExp("(jetzt|heute|morgen|übermorgen|uebermorgen|gestern|vorgestern|letzte\\s*nacht)(?:\\s*(morgen|vormittag|mittags?|nachmittag|abend|nacht|mitternacht))?(?=\\W|$)", "i");
const DATE_GROUP$1 = 1;
const TIME_GROUP = 2;
var DECasualDateParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return PATTERN$1;
	}
	innerExtract(context, match) {
		let targetDate = context.reference.getDateWithAdjustedTimezone();
		const dateKeyword = (match[DATE_GROUP$1] || "").toLowerCase();
		const timeKeyword = (match[TIME_GROUP] || "").toLowerCase();
		let component = context.createParsingComponents();
		switch (dateKeyword) {
			case "jetzt":
				component = now(context.reference);
				break;
			case "heute":
				component = today(context.reference);
				break;
			case "morgen":
				targetDate = addDuration(targetDate, { day: 1 });
				assignSimilarDate(component, targetDate);
				implySimilarTime(component, targetDate);
				break;
			case "übermorgen":
			case "uebermorgen":
				targetDate = addDuration(targetDate, { day: 2 });
				assignSimilarDate(component, targetDate);
				implySimilarTime(component, targetDate);
				break;
			case "gestern":
				targetDate = addDuration(targetDate, { day: -1 });
				assignSimilarDate(component, targetDate);
				implySimilarTime(component, targetDate);
				break;
			case "vorgestern":
				targetDate = addDuration(targetDate, { day: -2 });
				assignSimilarDate(component, targetDate);
				implySimilarTime(component, targetDate);
				break;
			default: if (dateKeyword.match(/letzte\s*nacht/)) {
				if (targetDate.getHours() > 6) targetDate = addDuration(targetDate, { day: -1 });
				assignSimilarDate(component, targetDate);
				component.imply("hour", 0);
			}
		}
		if (timeKeyword) component = DECasualTimeParser.extractTimeComponents(component, timeKeyword);
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/de/parsers/DEMonthNameLittleEndianParser.js
const PATTERN = new RegExp(`(?:am\\s*?)?(?:den\\s*?)?([0-9]{1,2})\\.(?:\\s*(?:bis(?:\\s*(?:am|zum))?|\\-|\\–|\\s)\\s*([0-9]{1,2})\\.?)?\\s*(${matchAnyPattern(MONTH_DICTIONARY)})(?:(?:-|/|,?\\s*)(${YEAR_PATTERN}(?![^\\s]\\d)))?(?=\\W|$)`, "i");
const DATE_GROUP = 1;
const DATE_TO_GROUP = 2;
const MONTH_NAME_GROUP = 3;
const YEAR_GROUP = 4;
var DEMonthNameLittleEndianParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		const month = MONTH_DICTIONARY[match[MONTH_NAME_GROUP].toLowerCase()];
		const day = parseInt(match[DATE_GROUP]);
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
			const endDate = parseInt(match[DATE_TO_GROUP]);
			result.end = result.start.clone();
			result.end.assign("day", endDate);
		}
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/de/parsers/DETimeUnitRelativeFormatParser.js
var DETimeUnitAgoFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	constructor() {
		super();
	}
	innerPattern() {
		return new RegExp(`(?:\\s*((?:nächste|kommende|folgende|letzte|vergangene|vorige|vor(?:her|an)gegangene)(?:s|n|m|r)?|vor|in)\\s*)?(${NUMBER_PATTERN})?(?:\\s*(nächste|kommende|folgende|letzte|vergangene|vorige|vor(?:her|an)gegangene)(?:s|n|m|r)?)?\\s*(${matchAnyPattern(TIME_UNIT_DICTIONARY)})(?=\\W|$)`, "i");
	}
	innerExtract(context, match) {
		const num = match[2] ? parseNumberPattern(match[2]) : 1;
		const unit = TIME_UNIT_DICTIONARY[match[4].toLowerCase()];
		let timeUnits = {};
		timeUnits[unit] = num;
		let modifier = match[1] || match[3] || "";
		modifier = modifier.toLowerCase();
		if (!modifier) return;
		if (/vor/.test(modifier) || /letzte/.test(modifier) || /vergangen/.test(modifier)) timeUnits = reverseDuration(timeUnits);
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/de/parsers/DETimeUnitWithinFormatParser.js
var DETimeUnitWithinFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return new RegExp(`(?:in|für|während)\\s*(${TIME_UNITS_PATTERN})(?=\\W|$)`, "i");
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/de/index.js
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
	option.parsers.unshift(new DECasualTimeParser());
	option.parsers.unshift(new DECasualDateParser());
	option.parsers.unshift(new DETimeUnitAgoFormatParser());
	return option;
}
function createConfiguration(strictMode = true, littleEndian = true) {
	return includeCommonConfiguration({
		parsers: [
			new ISOFormatParser(),
			new SlashDateFormatParser(littleEndian),
			new DETimeExpressionParser(),
			new DESpecificTimeExpressionParser(),
			new DEMonthNameLittleEndianParser(),
			new DEWeekdayParser(),
			new DETimeUnitWithinFormatParser()
		],
		refiners: [new DEMergeDateRangeRefiner(), new DEMergeDateTimeRefiner()]
	}, strictMode);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
