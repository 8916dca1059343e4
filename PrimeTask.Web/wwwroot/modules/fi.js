import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, AbstractTimeExpressionParser, Chrono, ISOFormatParser, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, addDuration, assignSimilarDate, createParsingComponentsAtWeekday, findMostLikelyADYear, findYearClosestToRef, implySimilarTime, includeCommonConfiguration, matchAnyPattern, now, repeatedTimeunitPattern, reverseDuration, today } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/fi/parsers/FITimeExpressionParser.js
var FITimeExpressionParser = class extends AbstractTimeExpressionParser {
	primaryPrefix() {
		return "(?:(?:klo|kello)\\s*)?";
	}
	followingPhase() {
		return "\\s*(?:\\-|\\–|\\~|\\〜)\\s*";
	}
	extractPrimaryTimeComponents(context, match) {
		if (match[0].match(/^\s*\d{4}\s*$/)) return null;
		return super.extractPrimaryTimeComponents(context, match);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fi/constants.js
const WEEKDAY_DICTIONARY = {
	"sunnuntai": 0,
	"sunnuntaina": 0,
	"su": 0,
	"maanantai": 1,
	"maanantaina": 1,
	"ma": 1,
	"tiistai": 2,
	"tiistaina": 2,
	"ti": 2,
	"keskiviikko": 3,
	"keskiviikkona": 3,
	"ke": 3,
	"torstai": 4,
	"torstaina": 4,
	"to": 4,
	"perjantai": 5,
	"perjantaina": 5,
	"pe": 5,
	"lauantai": 6,
	"lauantaina": 6,
	"la": 6
};
const MONTH_DICTIONARY = {
	"tammikuu": 1,
	"tammikuuta": 1,
	"tammikuun": 1,
	"tammi": 1,
	"helmikuu": 2,
	"helmikuuta": 2,
	"helmikuun": 2,
	"helmi": 2,
	"maaliskuu": 3,
	"maaliskuuta": 3,
	"maaliskuun": 3,
	"maalis": 3,
	"huhtikuu": 4,
	"huhtikuuta": 4,
	"huhtikuun": 4,
	"huhti": 4,
	"toukokuu": 5,
	"toukokuuta": 5,
	"toukokuun": 5,
	"touko": 5,
	"kesäkuu": 6,
	"kesäkuuta": 6,
	"kesäkuun": 6,
	"kesä": 6,
	"heinäkuu": 7,
	"heinäkuuta": 7,
	"heinäkuun": 7,
	"heinä": 7,
	"elokuu": 8,
	"elokuuta": 8,
	"elokuun": 8,
	"elo": 8,
	"syyskuu": 9,
	"syyskuuta": 9,
	"syyskuun": 9,
	"syys": 9,
	"lokakuu": 10,
	"lokakuuta": 10,
	"lokakuun": 10,
	"loka": 10,
	"marraskuu": 11,
	"marraskuuta": 11,
	"marraskuun": 11,
	"marras": 11,
	"joulukuu": 12,
	"joulukuuta": 12,
	"joulukuun": 12,
	"joulu": 12
};
const INTEGER_WORD_DICTIONARY = {
	"yksi": 1,
	"yhden": 1,
	"kaksi": 2,
	"kahden": 2,
	"kolme": 3,
	"kolmen": 3,
	"neljä": 4,
	"neljän": 4,
	"viisi": 5,
	"viiden": 5,
	"kuusi": 6,
	"kuuden": 6,
	"seitsemän": 7,
	"kahdeksan": 8,
	"yhdeksän": 9,
	"kymmenen": 10
};
const TIME_UNIT_DICTIONARY = {
	"s": "second",
	"sek": "second",
	"sekunti": "second",
	"sekuntia": "second",
	"sekunnin": "second",
	"min": "minute",
	"minuutti": "minute",
	"minuuttia": "minute",
	"minuutin": "minute",
	"t": "hour",
	"tunti": "hour",
	"tuntia": "hour",
	"tunnin": "hour",
	"pv": "day",
	"päivä": "day",
	"päivää": "day",
	"päivän": "day",
	"vk": "week",
	"viikko": "week",
	"viikkoa": "week",
	"viikon": "week",
	"kk": "month",
	"kuukausi": "month",
	"kuukautta": "month",
	"kuukauden": "month",
	"vuosi": "year",
	"vuotta": "year",
	"vuoden": "year"
};
const TIME_UNIT_NO_ABBR_DICTIONARY = {
	"sekunti": "second",
	"sekuntia": "second",
	"sekunnin": "second",
	"minuutti": "minute",
	"minuuttia": "minute",
	"minuutin": "minute",
	"tunti": "hour",
	"tuntia": "hour",
	"tunnin": "hour",
	"päivä": "day",
	"päivää": "day",
	"päivän": "day",
	"viikko": "week",
	"viikkoa": "week",
	"viikon": "week",
	"kuukausi": "month",
	"kuukautta": "month",
	"kuukauden": "month",
	"vuosi": "year",
	"vuotta": "year",
	"vuoden": "year"
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
// ../node_modules/chrono-node/dist/esm/locales/fi/parsers/FIWeekdayParser.js
const PATTERN$3 = new RegExp(`(?:(?:\\,|\\(|\\（)\\s*)?(?:(viime|edellinen|edellisenä|ensi|seuraava|seuraavana|tämä|tänä)\\s*)?(${matchAnyPattern(WEEKDAY_DICTIONARY)})(?:\\s*(?:\\,|\\)|\\）))?(?:\\s*(viime|ensi|seuraava)\\s*viikolla)?(?=\\W|\$)`, "i");
const PREFIX_GROUP = 1;
const WEEKDAY_GROUP = 2;
const SUFFIX_GROUP = 3;
var FIWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
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
		if (modifierWord.match(/viime|edellinen|edellisenä/)) modifier = "last";
		else if (modifierWord.match(/ensi|seuraava|seuraavana/)) modifier = "next";
		return createParsingComponentsAtWeekday(context.reference, offset, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fi/parsers/FIMonthNameLittleEndianParser.js
const PATTERN$2 = new RegExp(`([0-9]{1,2})\\.?(?:\\s*(?:\\-|\\–|\\s)\\s*([0-9]{1,2})\\.?)?\\s*(${matchAnyPattern(MONTH_DICTIONARY)})(?:(?:-|/|,?\\s*)([0-9]{4}(?![^\\s]\\d)))?(?=\\W|$)`, "i");
const DATE_GROUP$1 = 1;
const DATE_TO_GROUP = 2;
const MONTH_NAME_GROUP = 3;
const YEAR_GROUP = 4;
var FIMonthNameLittleEndianParser = class extends AbstractParserWithWordBoundaryChecking {
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
// ../node_modules/chrono-node/dist/esm/locales/fi/parsers/FITimeUnitCasualRelativeFormatParser.js
const PATTERN$1 = new RegExp(`(seuraava|seuraavat|seuraavien|edellinen|edelliset|edellisten|viimeiset|viimeisten|kuluneet|kuluneiden|\\+|-)\\s*(${TIME_UNITS_PATTERN})(?=\\W|$)`, "i");
const PATTERN_NO_ABBR = new RegExp(`(seuraava|seuraavat|seuraavien|edellinen|edelliset|edellisten|viimeiset|viimeisten|kuluneet|kuluneiden|\\+|-)\\s*(${TIME_UNITS_NO_ABBR_PATTERN})(?=\\W|$)`, "i");
var FITimeUnitCasualRelativeFormatParser = class extends AbstractParserWithWordBoundaryChecking {
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
			case "edellinen":
			case "edelliset":
			case "edellisten":
			case "viimeiset":
			case "viimeisten":
			case "kuluneet":
			case "kuluneiden":
			case "-": duration = reverseDuration(duration);
		}
		return ParsingComponents.createRelativeFromReference(context.reference, duration);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fi/parsers/FITimeUnitAgoFormatParser.js
var FITimeUnitAgoFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return new RegExp(`(${TIME_UNITS_PATTERN})\\s*sitten(?=\\W|$)`, "i");
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		const outputTimeUnits = reverseDuration(timeUnits);
		return ParsingComponents.createRelativeFromReference(context.reference, outputTimeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fi/parsers/FITimeUnitWithinFormatParser.js
var FITimeUnitWithinFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return new RegExp(`(${TIME_UNITS_PATTERN})\\s*(?:sisällä|kuluessa|päästä)(?=\\W|$)`, "i");
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fi/parsers/FICasualTimeParser.js
var FICasualTimeParser = class FICasualTimeParser extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return /(tänä\s*)?(aamulla|aamuna|aamupäivällä|päivällä|iltapäivällä|illalla|yöllä|keskiyöllä)(?=\W|$)/i;
	}
	innerExtract(context, match) {
		const targetDate = context.refDate;
		const timeKeywordPattern = match[2].toLowerCase();
		const component = context.createParsingComponents();
		implySimilarTime(component, targetDate);
		return FICasualTimeParser.extractTimeComponents(component, timeKeywordPattern);
	}
	static extractTimeComponents(component, timeKeywordPattern) {
		switch (timeKeywordPattern) {
			case "aamulla":
			case "aamuna":
				component.imply("hour", 6);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.AM);
				component.addTag("casualReference/morning");
				break;
			case "aamupäivällä":
				component.imply("hour", 9);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.AM);
				component.addTag("casualReference/morning");
				break;
			case "päivällä":
				component.imply("hour", 12);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.AM);
				component.addTag("casualReference/noon");
				break;
			case "iltapäivällä":
				component.imply("hour", 15);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.PM);
				component.addTag("casualReference/afternoon");
				break;
			case "illalla":
				component.imply("hour", 18);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.PM);
				component.addTag("casualReference/evening");
				break;
			case "yöllä":
				component.imply("hour", 22);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.imply("meridiem", Meridiem.PM);
				component.addTag("casualReference/evening");
				break;
			case "keskiyöllä":
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
// ../node_modules/chrono-node/dist/esm/locales/fi/parsers/FICasualDateParser.js
const PATTERN = new RegExp("(nyt|tänään|huomenna|ylihuomenna|eilen|toissapäivänä|viime\\s*yönä)(?:\\s*(aamulla|aamuna|aamupäivällä|päivällä|iltapäivällä|illalla|yöllä|keskiyöllä))?(?=\\W|$)", "i");
const DATE_GROUP = 1;
const TIME_GROUP = 2;
var FICasualDateParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return PATTERN;
	}
	innerExtract(context, match) {
		let targetDate = context.reference.getDateWithAdjustedTimezone();
		const dateKeyword = (match[DATE_GROUP] || "").toLowerCase();
		const timeKeyword = (match[TIME_GROUP] || "").toLowerCase();
		let component = context.createParsingComponents();
		switch (dateKeyword) {
			case "nyt":
				component = now(context.reference);
				break;
			case "tänään":
				component = today(context.reference);
				break;
			case "huomenna":
				targetDate = addDuration(targetDate, { day: 1 });
				assignSimilarDate(component, targetDate);
				implySimilarTime(component, targetDate);
				break;
			case "ylihuomenna":
				targetDate = addDuration(targetDate, { day: 2 });
				assignSimilarDate(component, targetDate);
				implySimilarTime(component, targetDate);
				break;
			case "eilen":
				targetDate = addDuration(targetDate, { day: -1 });
				assignSimilarDate(component, targetDate);
				implySimilarTime(component, targetDate);
				break;
			case "toissapäivänä":
				targetDate = addDuration(targetDate, { day: -2 });
				assignSimilarDate(component, targetDate);
				implySimilarTime(component, targetDate);
				break;
			default: if (dateKeyword.match(/viime\s*yönä/)) {
				if (targetDate.getHours() > 6) targetDate = addDuration(targetDate, { day: -1 });
				assignSimilarDate(component, targetDate);
				component.imply("hour", 0);
			}
		}
		if (timeKeyword) component = FICasualTimeParser.extractTimeComponents(component, timeKeyword);
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fi/refiners/FIMergeDateRangeRefiner.js
var FIMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(-|–)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fi/refiners/FIMergeDateTimeRefiner.js
var FIMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return new RegExp("^\\s*(T|klo|kello|,|-)?\\s*$");
	}
};
// ../node_modules/chrono-node/dist/esm/locales/fi/index.js
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
	option.parsers.unshift(new FICasualTimeParser());
	option.parsers.unshift(new FICasualDateParser());
	option.parsers.unshift(new FITimeUnitCasualRelativeFormatParser());
	return option;
}
function createConfiguration(strictMode = true, littleEndian = true) {
	return includeCommonConfiguration({
		parsers: [
			new ISOFormatParser(),
			new SlashDateFormatParser(littleEndian),
			new FITimeExpressionParser(),
			new FIMonthNameLittleEndianParser(),
			new FIWeekdayParser(),
			new FITimeUnitWithinFormatParser(),
			new FITimeUnitAgoFormatParser()
		],
		refiners: [new FIMergeDateRangeRefiner(), new FIMergeDateTimeRefiner()]
	}, strictMode);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
