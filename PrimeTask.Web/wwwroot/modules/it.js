import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, AbstractTimeExpressionParser, Chrono, Filter, MergingRefiner, Meridiem, OverlapRemovalRefiner, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, afternoon, assignSimilarDate, createParsingComponentsAtWeekday, evening, findMostLikelyADYear, findYearClosestToRef, includeCommonConfiguration, matchAnyPattern, midnight, morning, noon, now, repeatedTimeunitPattern, reverseDuration, theDayAfter, today, tomorrow, tonight, yesterday } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/it/constants.js
const WEEKDAY_DICTIONARY = {
	domenica: 0,
	dom: 0,
	"dom.": 0,
	lunedì: 1,
	lunedi: 1,
	lun: 1,
	"lun.": 1,
	martedì: 2,
	martedi: 2,
	mar: 2,
	"mar.": 2,
	mercoledì: 3,
	mercoledi: 3,
	mer: 3,
	"mer.": 3,
	giovedì: 4,
	giovedi: 4,
	gio: 4,
	"gio.": 4,
	venerdì: 5,
	venerdi: 5,
	ven: 5,
	"ven.": 5,
	sabato: 6,
	sab: 6,
	"sab.": 6
};
const FULL_MONTH_NAME_DICTIONARY = {
	gennaio: 1,
	febbraio: 2,
	marzo: 3,
	aprile: 4,
	maggio: 5,
	giugno: 6,
	luglio: 7,
	agosto: 8,
	settembre: 9,
	ottobre: 10,
	novembre: 11,
	dicembre: 12
};
const MONTH_DICTIONARY = {
	...FULL_MONTH_NAME_DICTIONARY,
	gen: 1,
	"gen.": 1,
	feb: 2,
	"feb.": 2,
	mar: 3,
	"mar.": 3,
	apr: 4,
	"apr.": 4,
	mag: 5,
	"mag.": 5,
	giu: 6,
	"giu.": 6,
	lug: 7,
	"lug.": 7,
	ago: 8,
	"ago.": 8,
	set: 9,
	"set.": 9,
	sett: 9,
	"sett.": 9,
	ott: 10,
	"ott.": 10,
	nov: 11,
	"nov.": 11,
	dic: 12,
	"dic.": 12
};
const INTEGER_WORD_DICTIONARY = {
	uno: 1,
	una: 1,
	un: 1,
	due: 2,
	tre: 3,
	quattro: 4,
	cinque: 5,
	sei: 6,
	sette: 7,
	otto: 8,
	nove: 9,
	dieci: 10,
	undici: 11,
	dodici: 12
};
const ORDINAL_WORD_DICTIONARY = {
	primo: 1,
	prima: 1,
	"1°": 1,
	"1ª": 1,
	secondo: 2,
	seconda: 2,
	"2°": 2,
	"2ª": 2,
	terzo: 3,
	terza: 3,
	"3°": 3,
	"3ª": 3,
	quarto: 4,
	quarta: 4,
	"4°": 4,
	"4ª": 4,
	quinto: 5,
	quinta: 5,
	"5°": 5,
	"5ª": 5,
	sesto: 6,
	sesta: 6,
	"6°": 6,
	"6ª": 6,
	settimo: 7,
	settima: 7,
	"7°": 7,
	"7ª": 7,
	ottavo: 8,
	ottava: 8,
	"8°": 8,
	"8ª": 8,
	nono: 9,
	nona: 9,
	"9°": 9,
	"9ª": 9,
	decimo: 10,
	decima: 10,
	"10°": 10,
	"10ª": 10,
	undicesimo: 11,
	undicesima: 11,
	"11°": 11,
	"11ª": 11,
	dodicesimo: 12,
	dodicesima: 12,
	"12°": 12,
	"12ª": 12,
	tredicesimo: 13,
	tredicesima: 13,
	"13°": 13,
	"13ª": 13,
	quattordicesimo: 14,
	quattordicesima: 14,
	"14°": 14,
	"14ª": 14,
	quindicesimo: 15,
	quindicesima: 15,
	"15°": 15,
	"15ª": 15,
	sedicesimo: 16,
	sedicesima: 16,
	"16°": 16,
	"16ª": 16,
	diciassettesimo: 17,
	diciassettesima: 17,
	"17°": 17,
	"17ª": 17,
	diciottesimo: 18,
	diciottesima: 18,
	"18°": 18,
	"18ª": 18,
	diciannovesimo: 19,
	diciannovesima: 19,
	"19°": 19,
	"19ª": 19,
	ventesimo: 20,
	ventesima: 20,
	"20°": 20,
	"20ª": 20,
	ventunesimo: 21,
	ventunesima: 21,
	"21°": 21,
	"21ª": 21,
	ventiduesimo: 22,
	ventiduesima: 22,
	"22°": 22,
	"22ª": 22,
	ventitreesimo: 23,
	ventitreesima: 23,
	"23°": 23,
	"23ª": 23,
	ventiquattresimo: 24,
	ventiquattresima: 24,
	"24°": 24,
	"24ª": 24,
	venticinquesimo: 25,
	venticinquesima: 25,
	"25°": 25,
	"25ª": 25,
	ventiseiesimo: 26,
	ventiseiesima: 26,
	"26°": 26,
	"26ª": 26,
	ventisettesimo: 27,
	ventisettesima: 27,
	"27°": 27,
	"27ª": 27,
	ventottesimo: 28,
	ventottesima: 28,
	"28°": 28,
	"28ª": 28,
	ventinovesimo: 29,
	ventinovesima: 29,
	"29°": 29,
	"29ª": 29,
	trentesimo: 30,
	trentesima: 30,
	"30°": 30,
	"30ª": 30,
	trentunesimo: 31,
	trentunesima: 31,
	"31°": 31,
	"31ª": 31
};
const TIME_UNIT_DICTIONARY_NO_ABBR = {
	secondo: "second",
	secondi: "second",
	minuto: "minute",
	minuti: "minute",
	ora: "hour",
	ore: "hour",
	giorno: "day",
	giorni: "day",
	settimana: "week",
	settimane: "week",
	mese: "month",
	mesi: "month",
	trimestre: "quarter",
	trimestri: "quarter",
	anno: "year",
	anni: "year"
};
const TIME_UNIT_DICTIONARY = {
	s: "second",
	sec: "second",
	secondo: "second",
	secondi: "second",
	m: "minute",
	min: "minute",
	minuto: "minute",
	minuti: "minute",
	h: "hour",
	ora: "hour",
	ore: "hour",
	g: "day",
	gg: "day",
	giorno: "day",
	giorni: "day",
	sett: "week",
	settimana: "week",
	settimane: "week",
	mese: "month",
	mesi: "month",
	trim: "quarter",
	trimestre: "quarter",
	trimestri: "quarter",
	anno: "year",
	anni: "year",
	...TIME_UNIT_DICTIONARY_NO_ABBR
};
const NUMBER_PATTERN = `(?:${matchAnyPattern(INTEGER_WORD_DICTIONARY)}|[0-9]+|[0-9]+\\.[0-9]+|mezz[oa]?(?:\\s{0,2})?|un(?:'|\\s{0,2})?|qualche|alcuni|paio\\s{0,2}(?:di)?)`;
function parseNumberPattern(match) {
	const num = match.toLowerCase();
	if (INTEGER_WORD_DICTIONARY[num] !== void 0) return INTEGER_WORD_DICTIONARY[num];
	else if (num === "un" || num === "un'" || num === "una" || num === "uno") return 1;
	else if (num.match(/qualche/)) return 3;
	else if (num.match(/mezz/)) return .5;
	else if (num.match(/paio/)) return 2;
	else if (num.match(/alcuni/)) return 7;
	return parseFloat(num);
}
const ORDINAL_NUMBER_PATTERN = `(?:${matchAnyPattern(ORDINAL_WORD_DICTIONARY)}|[0-9]{1,2}(?:°|ª|º)?)`;
function parseOrdinalNumberPattern(match) {
	let num = match.toLowerCase();
	if (ORDINAL_WORD_DICTIONARY[num] !== void 0) return ORDINAL_WORD_DICTIONARY[num];
	num = num.replace(/(?:°|ª|º)$/i, "");
	return parseInt(num);
}
const YEAR_PATTERN = `(?:[1-9][0-9]{0,3}\\s{0,2}(?:BE|AD|BC|BCE|CE)|[1-2][0-9]{3}|[5-9][0-9]|2[0-5])`;
function parseYear(match) {
	if (/BE/i.test(match)) {
		match = match.replace(/BE/i, "");
		return parseInt(match) - 543;
	}
	if (/BCE?/i.test(match)) {
		match = match.replace(/BCE?/i, "");
		return -parseInt(match);
	}
	if (/(AD|CE)/i.test(match)) {
		match = match.replace(/(AD|CE)/i, "");
		return parseInt(match);
	}
	return findMostLikelyADYear(parseInt(match));
}
const SINGLE_TIME_UNIT_PATTERN = `(${NUMBER_PATTERN})\\s{0,3}(${matchAnyPattern(TIME_UNIT_DICTIONARY)})`;
const SINGLE_TIME_UNIT_REGEX = new RegExp(SINGLE_TIME_UNIT_PATTERN, "i");
const SINGLE_TIME_UNIT_NO_ABBR_PATTERN = `(${NUMBER_PATTERN})\\s{0,3}(${matchAnyPattern(TIME_UNIT_DICTIONARY_NO_ABBR)})`;
const TIME_UNIT_CONNECTOR_PATTERN = `\\s{0,5},?(?:\\s*e)?\\s{0,5}`;
const TIME_UNITS_PATTERN = repeatedTimeunitPattern(`(?:(?:circa|approssimativamente)\\s{0,3})?`, SINGLE_TIME_UNIT_PATTERN, TIME_UNIT_CONNECTOR_PATTERN);
const TIME_UNITS_NO_ABBR_PATTERN = repeatedTimeunitPattern(`(?:(?:circa|approssimativamente)\\s{0,3})?`, SINGLE_TIME_UNIT_NO_ABBR_PATTERN, TIME_UNIT_CONNECTOR_PATTERN);
function parseDuration(timeunitText) {
	const fragments = {};
	let remainingText = timeunitText;
	let match = SINGLE_TIME_UNIT_REGEX.exec(remainingText);
	while (match) {
		collectDateTimeFragment(fragments, match);
		remainingText = remainingText.substring(match[0].length).trim();
		match = SINGLE_TIME_UNIT_REGEX.exec(remainingText);
	}
	if (Object.keys(fragments).length == 0) return null;
	return fragments;
}
function collectDateTimeFragment(fragments, match) {
	if (match[0].match(/^[a-zA-Z]+$/)) return;
	const num = parseNumberPattern(match[1]);
	const unit = TIME_UNIT_DICTIONARY[match[2].toLowerCase()];
	fragments[unit] = num;
}
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITTimeUnitWithinFormatParser.js
const PATTERN_WITH_OPTIONAL_PREFIX = new RegExp(`(?:(?:entro|tra|fra|in|per)\\s*)?(?:(?:circa|approssimativamente)\\s*(?:~\\s*)?)?(${TIME_UNITS_PATTERN})(?=\\W|$)`, "i");
const PATTERN_WITH_PREFIX = new RegExp(`(?:entro|tra|fra|in|per)\\s*(?:(?:circa|approssimativamente)\\s*(?:~\\s*)?)?(${TIME_UNITS_PATTERN})(?=\\W|$)`, "i");
const PATTERN_WITH_PREFIX_STRICT = new RegExp(`(?:entro|tra|fra|in|per)\\s*(?:(?:circa|approssimativamente)\\s*(?:~\\s*)?)?(${TIME_UNITS_NO_ABBR_PATTERN})(?=\\W|$)`, "i");
var ITTimeUnitWithinFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	strictMode;
	constructor(strictMode) {
		super();
		this.strictMode = strictMode;
	}
	innerPattern(context) {
		if (this.strictMode) return PATTERN_WITH_PREFIX_STRICT;
		return context.option.forwardDate ? PATTERN_WITH_OPTIONAL_PREFIX : PATTERN_WITH_PREFIX;
	}
	innerExtract(context, match) {
		if (match[0].match(/^per\s*(il|la|l')\s*\w+/)) return null;
		const timeUnits = parseDuration(match[1]);
		if (!timeUnits) return null;
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITMonthNameLittleEndianParser.js
const PATTERN$11 = new RegExp(`(?:il\\s{0,3})?(${ORDINAL_NUMBER_PATTERN})(?:\\s{0,3}(?:al|\\-|\\–|fino\\s*al?)?\\s{0,3}(${ORDINAL_NUMBER_PATTERN}))?(?:-|/|\\s{0,3}(?:di)?\\s{0,3})(${matchAnyPattern(MONTH_DICTIONARY)})(?:(?:-|/|,?\\s{0,3})(${YEAR_PATTERN}(?!\\w)))?(?=\\W|\$)`, "i");
const DATE_GROUP$1 = 1;
const DATE_TO_GROUP$1 = 2;
const MONTH_NAME_GROUP$3 = 3;
const YEAR_GROUP$4 = 4;
var ITMonthNameLittleEndianParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$11;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		const month = MONTH_DICTIONARY[match[MONTH_NAME_GROUP$3].toLowerCase()];
		const day = parseOrdinalNumberPattern(match[DATE_GROUP$1]);
		if (day > 31) {
			match.index = match.index + match[DATE_GROUP$1].length;
			return null;
		}
		result.start.assign("month", month);
		result.start.assign("day", day);
		if (match[YEAR_GROUP$4]) {
			const yearNumber = parseYear(match[YEAR_GROUP$4]);
			result.start.assign("year", yearNumber);
		} else {
			const year = findYearClosestToRef(context.refDate, day, month);
			result.start.imply("year", year);
		}
		if (match[DATE_TO_GROUP$1]) {
			const endDate = parseOrdinalNumberPattern(match[DATE_TO_GROUP$1]);
			result.end = result.start.clone();
			result.end.assign("day", endDate);
		}
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITMonthNameMiddleEndianParser.js
const PATTERN$10 = new RegExp(`(${matchAnyPattern(MONTH_DICTIONARY)})(?:-|/|\\s*,?\\s*)(${ORDINAL_NUMBER_PATTERN})(?!\\s*(?:am|pm))\\s*(?:(?:al|\\-)\\s*(${ORDINAL_NUMBER_PATTERN})\\s*)?(?:(?:-|/|\\s*,\\s*|\\s+)(${YEAR_PATTERN}))?(?=\\W|\$)(?!\\:\\d)`, "i");
const MONTH_NAME_GROUP$2 = 1;
const DATE_GROUP = 2;
const DATE_TO_GROUP = 3;
const YEAR_GROUP$3 = 4;
var ITMonthNameMiddleEndianParser = class extends AbstractParserWithWordBoundaryChecking {
	shouldSkipYearLikeDate;
	constructor(shouldSkipYearLikeDate) {
		super();
		this.shouldSkipYearLikeDate = shouldSkipYearLikeDate;
	}
	innerPattern() {
		return PATTERN$10;
	}
	innerExtract(context, match) {
		const month = MONTH_DICTIONARY[match[MONTH_NAME_GROUP$2].toLowerCase()];
		const day = parseOrdinalNumberPattern(match[DATE_GROUP]);
		if (day > 31) return null;
		if (this.shouldSkipYearLikeDate) {
			if (!match[DATE_TO_GROUP] && !match[YEAR_GROUP$3] && match[DATE_GROUP].match(/^2[0-5]$/)) return null;
		}
		const components = context.createParsingComponents({
			day,
			month
		}).addTag("parser/ITMonthNameMiddleEndianParser");
		if (match[YEAR_GROUP$3]) {
			const year = parseYear(match[YEAR_GROUP$3]);
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
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITMonthNameParser.js
const PATTERN$9 = new RegExp(`((?:a|in|di|del)\\s*)?(${matchAnyPattern(MONTH_DICTIONARY)})\\s*(?:(?:,|-|del)?\\s*(${YEAR_PATTERN})?)?(?=[^\\s\\w]|\\s+[^0-9]|\\s+\$|\$)`, "i");
const PREFIX_GROUP$1 = 1;
const MONTH_NAME_GROUP$1 = 2;
const YEAR_GROUP$2 = 3;
var ITMonthNameParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$9;
	}
	innerExtract(context, match) {
		const monthName = match[MONTH_NAME_GROUP$1].toLowerCase();
		if (match[0].length <= 3 && !FULL_MONTH_NAME_DICTIONARY[monthName]) return null;
		const result = context.createParsingResult(match.index + (match[PREFIX_GROUP$1] || "").length, match.index + match[0].length);
		result.start.imply("day", 1);
		result.start.addTag("parser/ITMonthNameParser");
		const month = MONTH_DICTIONARY[monthName];
		result.start.assign("month", month);
		if (match[YEAR_GROUP$2]) {
			const year = parseYear(match[YEAR_GROUP$2]);
			result.start.assign("year", year);
		} else {
			const year = findYearClosestToRef(context.refDate, 1, month);
			result.start.imply("year", year);
		}
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITYearMonthDayParser.js
const PATTERN$8 = new RegExp(`([0-9]{4})[-\\.\\/\\s](?:(${matchAnyPattern(MONTH_DICTIONARY)})|([0-9]{1,2}))[-\\.\\/\\s]([0-9]{1,2})(?=\\W|\$)`, "i");
const YEAR_NUMBER_GROUP = 1;
const MONTH_NAME_GROUP = 2;
const MONTH_NUMBER_GROUP = 3;
const DATE_NUMBER_GROUP = 4;
var ITYearMonthDayParser = class extends AbstractParserWithWordBoundaryChecking {
	strictMonthDateOrder;
	constructor(strictMonthDateOrder) {
		super();
		this.strictMonthDateOrder = strictMonthDateOrder;
	}
	innerPattern() {
		return PATTERN$8;
	}
	innerExtract(context, match) {
		const year = parseInt(match[YEAR_NUMBER_GROUP]);
		let day = parseInt(match[DATE_NUMBER_GROUP]);
		let month = match[MONTH_NUMBER_GROUP] ? parseInt(match[MONTH_NUMBER_GROUP]) : MONTH_DICTIONARY[match[MONTH_NAME_GROUP].toLowerCase()];
		if (month < 1 || month > 12) {
			if (this.strictMonthDateOrder) return null;
			if (day >= 1 && day <= 12) [month, day] = [day, month];
		}
		if (day < 1 || day > 31) return null;
		return {
			day,
			month,
			year
		};
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITSlashMonthFormatParser.js
const PATTERN$7 = new RegExp("([0-9]|0[1-9]|1[012])/([0-9]{4})", "i");
const MONTH_GROUP = 1;
const YEAR_GROUP$1 = 2;
var ITSlashMonthFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$7;
	}
	innerExtract(context, match) {
		const year = parseInt(match[YEAR_GROUP$1]);
		const month = parseInt(match[MONTH_GROUP]);
		return context.createParsingComponents().imply("day", 1).assign("month", month).assign("year", year);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITTimeExpressionParser.js
var ITTimeExpressionParser = class extends AbstractTimeExpressionParser {
	constructor(strictMode) {
		super(strictMode);
	}
	followingPhase() {
		return "\\s*(?:\\-|\\–|\\~|\\〜|a|fino\\s*a|alle?|\\?)\\s*";
	}
	primaryPrefix() {
		return "(?:(?:alle?|dalle?)\\s*)??";
	}
	primarySuffix() {
		return "(?:\\s*(?:di\\s*(?:sera|notte|mattina|pomeriggio)))?(?!/)(?=\\W|$)";
	}
	extractPrimaryTimeComponents(context, match) {
		const components = super.extractPrimaryTimeComponents(context, match);
		if (!components) return components;
		if (match[0].match(/di\s*(?:sera|notte)/i)) {
			const hour = components.get("hour");
			if (hour >= 6 && hour < 12) {
				components.assign("hour", components.get("hour") + 12);
				components.assign("meridiem", Meridiem.PM);
			} else if (hour < 6) components.assign("meridiem", Meridiem.AM);
		}
		if (match[0].match(/di\s*pomeriggio/i)) {
			components.assign("meridiem", Meridiem.PM);
			const hour = components.get("hour");
			if (hour >= 0 && hour <= 6) components.assign("hour", components.get("hour") + 12);
		}
		if (match[0].match(/di\s*mattina/i)) {
			components.assign("meridiem", Meridiem.AM);
			if (components.get("hour") < 12) components.assign("hour", components.get("hour"));
		}
		return components.addTag("parser/ITTimeExpressionParser");
	}
	extractFollowingTimeComponents(context, match, result) {
		const followingComponents = super.extractFollowingTimeComponents(context, match, result);
		if (followingComponents) followingComponents.addTag("parser/ITTimeExpressionParser");
		return followingComponents;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITTimeUnitAgoFormatParser.js
const PATTERN$6 = new RegExp(`(${TIME_UNITS_PATTERN})\\s{0,5}(?:fa|prima)(?=\\W|$)`, "i");
const STRICT_PATTERN$1 = new RegExp(`(${TIME_UNITS_NO_ABBR_PATTERN})\\s{0,5}(?:fa|prima)(?=\\W|$)`, "i");
var ITTimeUnitAgoFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	strictMode;
	constructor(strictMode) {
		super();
		this.strictMode = strictMode;
	}
	innerPattern() {
		return this.strictMode ? STRICT_PATTERN$1 : PATTERN$6;
	}
	innerExtract(context, match) {
		const duration = parseDuration(match[1]);
		if (!duration) return null;
		return ParsingComponents.createRelativeFromReference(context.reference, reverseDuration(duration));
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITTimeUnitLaterFormatParser.js
const PATTERN$5 = new RegExp(`(${TIME_UNITS_PATTERN})\\s{0,5}(?:dopo|più\\s*tardi|da\\s*adesso|da\\s*ora)(?=(?:\\W|\$))`, "i");
const STRICT_PATTERN = new RegExp(`(${TIME_UNITS_NO_ABBR_PATTERN})\\s{0,5}(dopo|più\\s*tardi|da\\s*adesso|da\\s*ora)(?=\\W|$)`, "i");
const GROUP_NUM_TIMEUNITS = 1;
var ITTimeUnitLaterFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	strictMode;
	constructor(strictMode) {
		super();
		this.strictMode = strictMode;
	}
	innerPattern() {
		return this.strictMode ? STRICT_PATTERN : PATTERN$5;
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[GROUP_NUM_TIMEUNITS]);
		if (!timeUnits) return null;
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/refiners/ITMergeDateRangeRefiner.js
var ITMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(a|al|-|–|fino\s*a|fino\s*al)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/refiners/ITMergeDateTimeRefiner.js
var ITMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return new RegExp("^\\s*(T|alle?|dopo\\s*le|prima\\s*delle?|,|-|\\.|∙|:)?\\s*$");
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITCasualDateParser.js
const PATTERN$4 = /(adesso|ora|oggi|stasera|stanotte|domani|dopodomani|ieri|ieri\s*sera|ieri\s*notte)(?=\W|$)/i;
var ITCasualDateParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return PATTERN$4;
	}
	innerExtract(context, match) {
		let targetDate = context.refDate;
		const lowerText = match[0].toLowerCase();
		let component = context.createParsingComponents();
		switch (lowerText) {
			case "adesso":
			case "ora":
				component = now(context.reference);
				break;
			case "oggi":
				component = today(context.reference);
				break;
			case "ieri":
				component = yesterday(context.reference);
				break;
			case "domani":
				component = tomorrow(context.reference);
				break;
			case "stasera":
			case "stanotte":
				component = tonight(context.reference);
				break;
			case "dopodomani":
				component = theDayAfter(context.reference, 2);
				break;
			default: if (lowerText.match(/ieri\s*sera/) || lowerText.match(/ieri\s*notte/)) {
				if (targetDate.getHours() > 6) {
					const previousDay = new Date(targetDate.getTime());
					previousDay.setDate(previousDay.getDate() - 1);
					targetDate = previousDay;
				}
				assignSimilarDate(component, targetDate);
				component.imply("hour", 0);
			}
		}
		component.addTag("parser/ITCasualDateParser");
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITCasualTimeParser.js
const PATTERN$3 = /(stamattina|stasera|stanotte|stamani)|(questa\s*)?(mattina|pomeriggio|sera|notte|mezzanotte|mezzogiorno)(?=\W|$)/i;
var ITCasualTimeParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$3;
	}
	innerExtract(context, match) {
		let component = null;
		if (match[1]) switch (match[1].toLowerCase()) {
			case "stamattina":
			case "stamani":
				component = morning(context.reference);
				break;
			case "stasera":
			case "stanotte": component = evening(context.reference);
		}
		else if (match[3]) switch (match[3].toLowerCase()) {
			case "pomeriggio":
				component = afternoon(context.reference);
				break;
			case "sera":
			case "notte":
				component = evening(context.reference);
				break;
			case "mezzanotte":
				component = midnight(context.reference);
				break;
			case "mattina":
				component = morning(context.reference);
				break;
			case "mezzogiorno": component = noon(context.reference);
		}
		if (component) component.addTag("parser/ITCasualTimeParser");
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITWeekdayParser.js
const PATTERN$2 = new RegExp(`(?:(?:\\,|\\(|\\（)\\s*)?(?:(questo|questa|quest'|scorso|scorsa|prossimo|prossima)\\s*)?(${matchAnyPattern(WEEKDAY_DICTIONARY)}|weekend|fine\\s*settimana)(?:\\s*(?:\\,|\\)|\\）))?(?:\\s*(scorso|scorsa|prossimo|prossima)(?:\\s*settimana)?)?(?=\\W|\$)`, "i");
const PREFIX_GROUP = 1;
const WEEKDAY_GROUP = 2;
const POSTFIX_GROUP = 3;
var ITWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$2;
	}
	innerExtract(context, match) {
		const prefix = match[PREFIX_GROUP];
		const postfix = match[POSTFIX_GROUP];
		let modifierWord = prefix || postfix;
		modifierWord = modifierWord || "";
		modifierWord = modifierWord.toLowerCase();
		let modifier = null;
		if (modifierWord == "scorso" || modifierWord == "scorsa") modifier = "last";
		else if (modifierWord == "prossimo" || modifierWord == "prossima") modifier = "next";
		else if (modifierWord == "questo" || modifierWord == "questa" || modifierWord == "quest'") modifier = "this";
		const weekday_word = match[WEEKDAY_GROUP].toLowerCase();
		let weekday;
		if (WEEKDAY_DICTIONARY[weekday_word] !== void 0) weekday = WEEKDAY_DICTIONARY[weekday_word];
		else if (weekday_word == "weekend" || weekday_word.match(/fine\s*settimana/)) weekday = modifier == "last" ? Weekday.SUNDAY : Weekday.SATURDAY;
		else return null;
		return createParsingComponentsAtWeekday(context.reference, weekday, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITRelativeDateFormatParser.js
const PATTERN$1 = new RegExp(`(?:(?:il\\s*|la\\s*|l'\\s*)?(questo|questa|quest'|scorso|scorsa|prossimo|prossima|dopo\\s*questo|dopo\\s*questa)\\s*(${matchAnyPattern(TIME_UNIT_DICTIONARY)})|(?:il\\s*|la\\s*|l'\\s*)(${matchAnyPattern(TIME_UNIT_DICTIONARY)})\\s*(scorso|scorsa|prossimo|prossima))(?=\\W|\$)`, "i");
const MODIFIER_WORD_GROUP_1 = 1;
const RELATIVE_WORD_GROUP_1 = 2;
const RELATIVE_WORD_GROUP_2 = 3;
const MODIFIER_WORD_GROUP_2 = 4;
var ITRelativeDateFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$1;
	}
	innerExtract(context, match) {
		let modifier;
		let unitWord;
		if (match[MODIFIER_WORD_GROUP_1]) {
			modifier = match[MODIFIER_WORD_GROUP_1].toLowerCase();
			unitWord = match[RELATIVE_WORD_GROUP_1].toLowerCase();
		} else {
			modifier = match[MODIFIER_WORD_GROUP_2].toLowerCase();
			unitWord = match[RELATIVE_WORD_GROUP_2].toLowerCase();
		}
		const timeunit = TIME_UNIT_DICTIONARY[unitWord];
		if (modifier == "prossimo" || modifier == "prossima" || modifier.startsWith("dopo")) {
			const timeUnits = {};
			timeUnits[timeunit] = 1;
			return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
		}
		if (modifier == "scorso" || modifier == "scorsa") {
			const timeUnits = {};
			timeUnits[timeunit] = -1;
			return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
		}
		const components = context.createParsingComponents();
		let date = new Date(context.reference.instant.getTime());
		if (unitWord.match(/settimana/i)) {
			date.setDate(date.getDate() - date.getDay());
			components.imply("day", date.getDate());
			components.imply("month", date.getMonth() + 1);
			components.imply("year", date.getFullYear());
		} else if (unitWord.match(/mese/i)) {
			date.setDate(1);
			components.imply("day", date.getDate());
			components.assign("year", date.getFullYear());
			components.assign("month", date.getMonth() + 1);
		} else if (unitWord.match(/anno/i)) {
			date.setDate(1);
			date.setMonth(0);
			components.imply("day", date.getDate());
			components.imply("month", date.getMonth() + 1);
			components.assign("year", date.getFullYear());
		}
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/parsers/ITTimeUnitCasualRelativeFormatParser.js
const PATTERN = new RegExp(`(?:il\\s*|la\\s*|l'\\s*)?(questo|questa|quest'|scorso|scorsa|prossimo|prossima|dopo|\\+|-)\\s*(${TIME_UNITS_PATTERN})(?=\\W|$)`, "i");
const PATTERN_NO_ABBR = new RegExp(`(?:il\\s*|la\\s*|l'\\s*)?(questo|questa|quest'|scorso|scorsa|prossimo|prossima|dopo|\\+|-)\\s*(${TIME_UNITS_NO_ABBR_PATTERN})(?=\\W|$)`, "i");
var ITTimeUnitCasualRelativeFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	allowAbbreviations;
	constructor(allowAbbreviations = true) {
		super();
		this.allowAbbreviations = allowAbbreviations;
	}
	innerPattern() {
		return this.allowAbbreviations ? PATTERN : PATTERN_NO_ABBR;
	}
	innerExtract(context, match) {
		const prefix = match[1].toLowerCase();
		let duration = parseDuration(match[2]);
		if (!duration) return null;
		switch (prefix) {
			case "scorso":
			case "scorsa":
			case "-": duration = reverseDuration(duration);
		}
		return ParsingComponents.createRelativeFromReference(context.reference, duration);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/refiners/ITMergeRelativeAfterDateRefiner.js
function IsPositiveFollowingReference(result) {
	return result.text.match(/^[+-]/i) != null;
}
function IsNegativeFollowingReference(result) {
	return result.text.match(/^-/i) != null;
}
var ITMergeRelativeAfterDateRefiner = class extends MergingRefiner {
	shouldMergeResults(textBetween, currentResult, nextResult) {
		if (!textBetween.match(/^\s*$/i)) return false;
		return IsPositiveFollowingReference(nextResult) || IsNegativeFollowingReference(nextResult);
	}
	mergeResults(textBetween, currentResult, nextResult, context) {
		let timeUnits = parseDuration(nextResult.text);
		if (IsNegativeFollowingReference(nextResult)) timeUnits = reverseDuration(timeUnits);
		const components = ParsingComponents.createRelativeFromReference(ReferenceWithTimezone.fromDate(currentResult.start.date()), timeUnits);
		return new ParsingResult(currentResult.reference, currentResult.index, `${currentResult.text}${textBetween}${nextResult.text}`, components);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/refiners/ITMergeRelativeFollowByDateRefiner.js
function hasImpliedEarlierReferenceDate(result) {
	return result.text.match(/\s+(prima|da)$/i) != null;
}
function hasImpliedLaterReferenceDate(result) {
	return result.text.match(/\s+(dopo|dal?)$/i) != null;
}
var ITMergeRelativeFollowByDateRefiner = class extends MergingRefiner {
	patternBetween() {
		return /^\s*$/i;
	}
	shouldMergeResults(textBetween, currentResult, nextResult) {
		if (!textBetween.match(this.patternBetween())) return false;
		if (!hasImpliedEarlierReferenceDate(currentResult) && !hasImpliedLaterReferenceDate(currentResult)) return false;
		return !!nextResult.start.get("day") && !!nextResult.start.get("month") && !!nextResult.start.get("year");
	}
	mergeResults(textBetween, currentResult, nextResult) {
		let duration = parseDuration(currentResult.text);
		if (hasImpliedEarlierReferenceDate(currentResult)) duration = reverseDuration(duration);
		const components = ParsingComponents.createRelativeFromReference(ReferenceWithTimezone.fromDate(nextResult.start.date()), duration);
		return new ParsingResult(nextResult.reference, currentResult.index, `${currentResult.text}${textBetween}${nextResult.text}`, components);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/refiners/ITExtractYearSuffixRefiner.js
const YEAR_SUFFIX_PATTERN = new RegExp(`^\\s*(${YEAR_PATTERN})`, "i");
const YEAR_GROUP = 1;
var ITExtractYearSuffixRefiner = class {
	refine(context, results) {
		results.forEach(function(result) {
			if (!result.start.isDateWithUnknownYear()) return;
			const suffix = context.text.substring(result.index + result.text.length);
			const match = YEAR_SUFFIX_PATTERN.exec(suffix);
			if (!match) return;
			if (match[0].trim().length <= 3) return;
			context.debug(() => {
				console.log(`Extracting year: '${match[0]}' into : ${result}`);
			});
			const year = parseYear(match[YEAR_GROUP]);
			if (result.end != null) result.end.assign("year", year);
			result.start.assign("year", year);
			result.text += match[0];
		});
		return results;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/refiners/ITUnlikelyFormatFilter.js
var ITUnlikelyFormatFilter = class extends Filter {
	constructor() {
		super();
	}
	isValid(context, result) {
		const text = result.text.trim();
		if (text === context.text.trim()) return true;
		if (text.toLowerCase().endsWith("il secondo") || text.toLowerCase() === "secondo") {
			if (context.text.substring(result.index + result.text.length).trim().length > 0) context.debug(() => {
				console.log(`Removing unlikely result: ${result}`);
			});
			return false;
		}
		return true;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/configuration.js
var ITDefaultConfiguration = class {
	createCasualConfiguration() {
		const option = this.createConfiguration(false);
		option.parsers.push(new ITCasualDateParser());
		option.parsers.push(new ITCasualTimeParser());
		option.parsers.push(new ITMonthNameParser());
		option.parsers.push(new ITRelativeDateFormatParser());
		option.parsers.push(new ITTimeUnitCasualRelativeFormatParser());
		option.refiners.push(new ITUnlikelyFormatFilter());
		return option;
	}
	createConfiguration(strictMode = true) {
		const options = includeCommonConfiguration({
			parsers: [
				new SlashDateFormatParser(true),
				new ITTimeUnitWithinFormatParser(strictMode),
				new ITMonthNameLittleEndianParser(),
				new ITMonthNameMiddleEndianParser(true),
				new ITWeekdayParser(),
				new ITSlashMonthFormatParser(),
				new ITTimeExpressionParser(strictMode),
				new ITTimeUnitAgoFormatParser(strictMode),
				new ITTimeUnitLaterFormatParser(strictMode)
			],
			refiners: [new ITMergeDateTimeRefiner()]
		}, strictMode);
		options.parsers.unshift(new ITYearMonthDayParser(strictMode));
		options.refiners.unshift(new ITMergeRelativeFollowByDateRefiner());
		options.refiners.unshift(new ITMergeRelativeAfterDateRefiner());
		options.refiners.unshift(new OverlapRemovalRefiner());
		options.refiners.push(new ITMergeDateTimeRefiner());
		options.refiners.push(new ITExtractYearSuffixRefiner());
		options.refiners.push(new ITMergeDateRangeRefiner());
		return options;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/it/index.js
const configuration = new ITDefaultConfiguration();
const casual = new Chrono(configuration.createCasualConfiguration());
const strict = new Chrono(configuration.createConfiguration(true));
function parse(text, ref, option) {
	return casual.parse(text, ref, option);
}
function parseDate(text, ref, option) {
	return casual.parseDate(text, ref, option);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, configuration, parse, parseDate, strict };
