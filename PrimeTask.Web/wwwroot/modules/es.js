import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, AbstractTimeExpressionParser, Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, assignSimilarDate, createParsingComponentsAtWeekday, findYearClosestToRef, implySimilarTime, includeCommonConfiguration, matchAnyPattern, now, repeatedTimeunitPattern, today, tomorrow, yesterday } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/es/constants.js
const WEEKDAY_DICTIONARY = {
	"domingo": 0,
	"dom": 0,
	"lunes": 1,
	"lun": 1,
	"martes": 2,
	"mar": 2,
	"miércoles": 3,
	"miercoles": 3,
	"mié": 3,
	"mie": 3,
	"jueves": 4,
	"jue": 4,
	"viernes": 5,
	"vie": 5,
	"sábado": 6,
	"sabado": 6,
	"sáb": 6,
	"sab": 6
};
const FULL_MONTH_NAME_DICTIONARY = {
	"enero": 1,
	"febrero": 2,
	"marzo": 3,
	"abril": 4,
	"mayo": 5,
	"junio": 6,
	"julio": 7,
	"agosto": 8,
	"septiembre": 9,
	"setiembre": 9,
	"octubre": 10,
	"noviembre": 11,
	"diciembre": 12
};
const MONTH_DICTIONARY = {
	...FULL_MONTH_NAME_DICTIONARY,
	"ene": 1,
	"ene.": 1,
	"feb": 2,
	"feb.": 2,
	"mar": 3,
	"mar.": 3,
	"abr": 4,
	"abr.": 4,
	"may": 5,
	"may.": 5,
	"jun": 6,
	"jun.": 6,
	"jul": 7,
	"jul.": 7,
	"ago": 8,
	"ago.": 8,
	"sep": 9,
	"sep.": 9,
	"oct": 10,
	"oct.": 10,
	"nov": 11,
	"nov.": 11,
	"dic": 12,
	"dic.": 12
};
const INTEGER_WORD_DICTIONARY = {
	"uno": 1,
	"dos": 2,
	"tres": 3,
	"cuatro": 4,
	"cinco": 5,
	"seis": 6,
	"siete": 7,
	"ocho": 8,
	"nueve": 9,
	"diez": 10,
	"once": 11,
	"doce": 12,
	"trece": 13
};
const ORDINAL_WORD_DICTIONARY = {
	"primero": 1,
	"primera": 1,
	"segundo": 2,
	"segunda": 2,
	"tercero": 3,
	"tercera": 3,
	"cuarto": 4,
	"cuarta": 4,
	"quinto": 5,
	"quinta": 5,
	"sexto": 6,
	"sexta": 6,
	"séptimo": 7,
	"septimo": 7,
	"séptima": 7,
	"septima": 7,
	"octavo": 8,
	"octava": 8,
	"noveno": 9,
	"novena": 9,
	"décimo": 10,
	"decimo": 10,
	"décima": 10,
	"decima": 10,
	"undécimo": 11,
	"undecimo": 11,
	"duodécimo": 12,
	"duodecimo": 12,
	"decimotercero": 13,
	"decimocuarto": 14,
	"decimoquinto": 15,
	"decimosexto": 16,
	"decimoséptimo": 17,
	"decimoseptimo": 17,
	"decimoctavo": 18,
	"decimonoveno": 19,
	"vigésimo": 20,
	"vigesimo": 20,
	"vigésimo primero": 21,
	"vigesimo primero": 21,
	"vigésimo segundo": 22,
	"vigesimo segundo": 22,
	"vigésimo tercero": 23,
	"vigesimo tercero": 23,
	"vigésimo cuarto": 24,
	"vigesimo cuarto": 24,
	"vigésimo quinto": 25,
	"vigesimo quinto": 25,
	"vigésimo sexto": 26,
	"vigesimo sexto": 26,
	"vigésimo séptimo": 27,
	"vigesimo septimo": 27,
	"vigésimo octavo": 28,
	"vigesimo octavo": 28,
	"vigésimo noveno": 29,
	"vigesimo noveno": 29,
	"trigésimo": 30,
	"trigesimo": 30,
	"trigésimo primero": 31,
	"trigesimo primero": 31
};
const TIME_UNIT_DICTIONARY = {
	"sec": "second",
	"segundo": "second",
	"segundos": "second",
	"min": "minute",
	"mins": "minute",
	"minuto": "minute",
	"minutos": "minute",
	"h": "hour",
	"hr": "hour",
	"hrs": "hour",
	"hora": "hour",
	"horas": "hour",
	"día": "day",
	"días": "day",
	"dia": "day",
	"dias": "day",
	"semana": "week",
	"semanas": "week",
	"mes": "month",
	"meses": "month",
	"cuarto": "quarter",
	"cuartos": "quarter",
	"año": "year",
	"años": "year",
	"ano": "year",
	"anos": "year"
};
const NUMBER_PATTERN = `(?:${matchAnyPattern(INTEGER_WORD_DICTIONARY)}|[0-9]+|[0-9]+\\.[0-9]+|un?|uno?|una?|algunos?|unos?|demi-?)`;
function parseNumberPattern(match) {
	const num = match.toLowerCase();
	if (INTEGER_WORD_DICTIONARY[num] !== void 0) return INTEGER_WORD_DICTIONARY[num];
	else if (num === "un" || num === "una" || num === "uno") return 1;
	else if (num.match(/algunos?/)) return 3;
	else if (num.match(/unos?/)) return 3;
	else if (num.match(/media?/)) return .5;
	return parseFloat(num);
}
const ORDINAL_NUMBER_PATTERN = `(?:${matchAnyPattern(ORDINAL_WORD_DICTIONARY)}|[0-9]{1,2}(?:º|ª|°|ro|do|to|mo|er|vo|no|ma|era|ero|avo|ava)?)`;
function parseOrdinalNumberPattern(match) {
	let num = match.toLowerCase();
	if (ORDINAL_WORD_DICTIONARY[num] !== void 0) return ORDINAL_WORD_DICTIONARY[num];
	num = num.replace(/(?:º|ª|°|ro|do|to|mo|er|vo|no|ma|era|ero|avo|ava)$/i, "");
	return parseInt(num);
}
const YEAR_PATTERN = "[0-9]{1,4}(?![^\\s]\\d)(?:\\s*[a|d]\\.?\\s*c\\.?|\\s*a\\.?\\s*d\\.?)?";
function parseYear(match) {
	if (match.match(/^[0-9]{1,4}$/)) {
		let yearNumber = parseInt(match);
		if (yearNumber < 100) {
			if (yearNumber > 50) yearNumber = yearNumber + 1900;
			else yearNumber = yearNumber + 2e3;
		}
		return yearNumber;
	}
	if (match.match(/a\.?\s*c\.?/i)) {
		match = match.replace(/a\.?\s*c\.?/i, "");
		return -parseInt(match);
	}
	return parseInt(match);
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
// ../node_modules/chrono-node/dist/esm/locales/es/parsers/ESWeekdayParser.js
const PATTERN$2 = new RegExp(`(?:(?:\\,|\\(|\\（)\\s*)?(?:(este|esta|pasado|pr[oó]ximo)\\s*)?(${matchAnyPattern(WEEKDAY_DICTIONARY)})(?:\\s*(?:\\,|\\)|\\）))?(?:\\s*(este|esta|pasado|pr[óo]ximo)\\s*semana)?(?=\\W|\\d|\$)`, "i");
const PREFIX_GROUP$1 = 1;
const WEEKDAY_GROUP = 2;
const POSTFIX_GROUP = 3;
var ESWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$2;
	}
	innerExtract(context, match) {
		const dayOfWeek = match[WEEKDAY_GROUP].toLowerCase();
		const weekday = WEEKDAY_DICTIONARY[dayOfWeek];
		if (weekday === void 0) return null;
		const prefix = match[PREFIX_GROUP$1];
		const postfix = match[POSTFIX_GROUP];
		let norm = prefix || postfix || "";
		norm = norm.toLowerCase();
		let modifier = null;
		if (norm == "pasado") modifier = "this";
		else if (norm == "próximo" || norm == "proximo") modifier = "next";
		else if (norm == "este") modifier = "this";
		return createParsingComponentsAtWeekday(context.reference, weekday, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/es/parsers/ESTimeExpressionParser.js
var ESTimeExpressionParser = class extends AbstractTimeExpressionParser {
	primaryPrefix() {
		return "(?:(?:aslas|deslas|las?|al?|de|del)\\s*)?";
	}
	followingPhase() {
		return "\\s*(?:\\-|\\–|\\~|\\〜|a(?:l)?|\\?)\\s*";
	}
};
// ../node_modules/chrono-node/dist/esm/locales/es/refiners/ESMergeDateTimeRefiner.js
var ESMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return new RegExp("^\\s*(?:,|de|aslas|a|a\\s+la|en\\s+la)?\\s*$", "i");
	}
};
// ../node_modules/chrono-node/dist/esm/locales/es/refiners/ESMergeDateRangeRefiner.js
var ESMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(?:-)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/es/parsers/ESMonthNameLittleEndianParser.js
const PATTERN$1 = new RegExp(`(${ORDINAL_NUMBER_PATTERN})(?:\\s*(?:desde|de|\\-|\\–|ao?|\\s)\\s*(${ORDINAL_NUMBER_PATTERN}))?\\s*(?:de)?\\s*(?:-|/|\\s*(?:de|,)?\\s*)(${matchAnyPattern(MONTH_DICTIONARY)})(?:\\s*(?:de|,)?\\s*(${YEAR_PATTERN}))?(?=\\W|$)`, "i");
const DATE_GROUP = 1;
const DATE_TO_GROUP = 2;
const MONTH_NAME_GROUP$1 = 3;
const YEAR_GROUP$1 = 4;
var ESMonthNameLittleEndianParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$1;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		const month = MONTH_DICTIONARY[match[MONTH_NAME_GROUP$1].toLowerCase()];
		const day = parseOrdinalNumberPattern(match[DATE_GROUP]);
		if (day > 31) {
			match.index = match.index + match[DATE_GROUP].length;
			return null;
		}
		result.start.assign("month", month);
		result.start.assign("day", day);
		if (match[YEAR_GROUP$1]) {
			const yearNumber = parseYear(match[YEAR_GROUP$1]);
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
// ../node_modules/chrono-node/dist/esm/locales/es/parsers/ESCasualDateParser.js
var ESCasualDateParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return /(ahora|hoy|mañana|manana|ayer)(?=\W|$)/i;
	}
	innerExtract(context, match) {
		const lowerText = match[0].toLowerCase();
		const component = context.createParsingComponents();
		if ((lowerText === "mañana" || lowerText === "manana") && context.text.substring(0, match.index).match(/(?:^|[^\p{L}\p{N}\p{M}_])(?:a|en)\s+la\s*$/iu)) return null;
		switch (lowerText) {
			case "ahora": return now(context.reference);
			case "hoy": return today(context.reference);
			case "mañana":
			case "manana": return tomorrow(context.reference);
			case "ayer": return yesterday(context.reference);
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/es/parsers/ESCasualTimeParser.js
var ESCasualTimeParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return /(?:esta\s*)?(mañana|manana|tarde|medianoche|mediodia|mediodía|noche)(?=\W|$)/i;
	}
	innerExtract(context, match) {
		const targetDate = context.refDate;
		const component = context.createParsingComponents();
		switch (match[1].toLowerCase()) {
			case "tarde":
				component.imply("meridiem", Meridiem.PM);
				component.imply("hour", 15);
				component.addTag("casualReference/afternoon");
				break;
			case "noche":
				component.imply("meridiem", Meridiem.PM);
				component.imply("hour", 22);
				component.addTag("casualReference/evening");
				break;
			case "mañana":
			case "manana":
				component.imply("meridiem", Meridiem.AM);
				component.imply("hour", 6);
				component.addTag("casualReference/morning");
				break;
			case "medianoche":
				const nextDay = new Date(targetDate.getTime());
				nextDay.setDate(nextDay.getDate() + 1);
				assignSimilarDate(component, nextDay);
				implySimilarTime(component, nextDay);
				component.imply("hour", 0);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.addTag("casualReference/midnight");
				break;
			case "mediodia":
			case "mediodía":
				component.imply("meridiem", Meridiem.AM);
				component.imply("hour", 12);
				component.addTag("casualReference/noon");
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/es/parsers/ESTimeUnitWithinFormatParser.js
const PATTERN_WITH_OPTIONAL_PREFIX = new RegExp(`(?:(?:en|por|durante|de|dentro de)\\s*)?(${TIME_UNITS_PATTERN})(?=\\W|$)`, "i");
const PATTERN_WITH_PREFIX = new RegExp(`(?:en|por|durante|de|dentro de)\\s*(${TIME_UNITS_PATTERN})(?=\\W|$)`, "i");
var ESTimeUnitWithinFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	strictMode;
	constructor(strictMode) {
		super();
		this.strictMode = strictMode;
	}
	innerPattern(context) {
		return !this.strictMode && context.option.forwardDate ? PATTERN_WITH_OPTIONAL_PREFIX : PATTERN_WITH_PREFIX;
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/es/parsers/ESMonthNameParser.js
const PATTERN = new RegExp(`((?:en)\\s*)?(${matchAnyPattern(MONTH_DICTIONARY)})\\s*(?:(?:,|-|de)?\\s*(${YEAR_PATTERN})?)?(?=[^\\s\\w]|\\s+[^0-9]|\\s+\$|\$)`, "i");
const PREFIX_GROUP = 1;
const MONTH_NAME_GROUP = 2;
const YEAR_GROUP = 3;
const DATE_PREFIX_PATTERN = new RegExp(`(?:^|[^\\p{L}\\p{N}\\p{M}_])${ORDINAL_NUMBER_PATTERN}(?:\\s*(?:desde|de|-|–|ao?|\\s)\\s*${ORDINAL_NUMBER_PATTERN})?\\s*(?:de)?\\s*(?:-|/|\\s*(?:de|,)?\\s*)$`, "iu");
var ESMonthNameParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN;
	}
	innerExtract(context, match) {
		const monthName = match[MONTH_NAME_GROUP].toLowerCase();
		if (context.text.substring(0, match.index).match(DATE_PREFIX_PATTERN)) return null;
		if (match[0].length <= 3 && !FULL_MONTH_NAME_DICTIONARY[monthName]) return null;
		const result = context.createParsingResult(match.index + (match[PREFIX_GROUP] || "").length, match.index + match[0].length);
		result.start.imply("day", 1);
		result.start.addTag("parser/ESMonthNameParser");
		const month = MONTH_DICTIONARY[monthName];
		result.start.assign("month", month);
		if (match[YEAR_GROUP]) {
			const year = parseYear(match[YEAR_GROUP]);
			result.start.assign("year", year);
		} else {
			const year = findYearClosestToRef(context.refDate, 1, month);
			result.start.imply("year", year);
		}
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/es/index.js
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
	option.parsers.push(new ESCasualDateParser());
	option.parsers.push(new ESCasualTimeParser());
	option.parsers.push(new ESMonthNameParser());
	return option;
}
function createConfiguration(strictMode = true, littleEndian = true) {
	return includeCommonConfiguration({
		parsers: [
			new SlashDateFormatParser(littleEndian),
			new ESWeekdayParser(),
			new ESTimeExpressionParser(),
			new ESMonthNameLittleEndianParser(),
			new ESTimeUnitWithinFormatParser(strictMode)
		],
		refiners: [new ESMergeDateTimeRefiner(), new ESMergeDateRangeRefiner()]
	}, strictMode);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
