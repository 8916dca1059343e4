import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, AbstractTimeExpressionParser, Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, assignSimilarDate, createParsingComponentsAtWeekday, evening, findMostLikelyADYear, findYearClosestToRef, includeCommonConfiguration, lastNight, matchAnyPattern, midnight, morning, noon, now, repeatedTimeunitPattern, reverseDuration, theDayAfter, theDayBefore, today, tomorrow, yesterday, yesterdayEvening } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/ru/constants.js
const REGEX_PARTS = {
	leftBoundary: "([^\\p{L}\\p{N}_]|^)",
	rightBoundary: "(?=[^\\p{L}\\p{N}_]|$)",
	flags: "iu"
};
const WEEKDAY_DICTIONARY = {
	воскресенье: 0,
	воскресенья: 0,
	вск: 0,
	"вск.": 0,
	понедельник: 1,
	понедельника: 1,
	пн: 1,
	"пн.": 1,
	вторник: 2,
	вторника: 2,
	вт: 2,
	"вт.": 2,
	среда: 3,
	среды: 3,
	среду: 3,
	ср: 3,
	"ср.": 3,
	четверг: 4,
	четверга: 4,
	чт: 4,
	"чт.": 4,
	пятница: 5,
	пятницу: 5,
	пятницы: 5,
	пт: 5,
	"пт.": 5,
	суббота: 6,
	субботу: 6,
	субботы: 6,
	сб: 6,
	"сб.": 6
};
const FULL_MONTH_NAME_DICTIONARY = {
	январь: 1,
	января: 1,
	январе: 1,
	февраль: 2,
	февраля: 2,
	феврале: 2,
	март: 3,
	марта: 3,
	марте: 3,
	апрель: 4,
	апреля: 4,
	апреле: 4,
	май: 5,
	мая: 5,
	мае: 5,
	июнь: 6,
	июня: 6,
	июне: 6,
	июль: 7,
	июля: 7,
	июле: 7,
	август: 8,
	августа: 8,
	августе: 8,
	сентябрь: 9,
	сентября: 9,
	сентябре: 9,
	октябрь: 10,
	октября: 10,
	октябре: 10,
	ноябрь: 11,
	ноября: 11,
	ноябре: 11,
	декабрь: 12,
	декабря: 12,
	декабре: 12
};
const MONTH_DICTIONARY = {
	...FULL_MONTH_NAME_DICTIONARY,
	янв: 1,
	"янв.": 1,
	фев: 2,
	"фев.": 2,
	мар: 3,
	"мар.": 3,
	апр: 4,
	"апр.": 4,
	авг: 8,
	"авг.": 8,
	сен: 9,
	"сен.": 9,
	окт: 10,
	"окт.": 10,
	ноя: 11,
	"ноя.": 11,
	дек: 12,
	"дек.": 12
};
const INTEGER_WORD_DICTIONARY = {
	один: 1,
	одна: 1,
	одной: 1,
	одну: 1,
	две: 2,
	два: 2,
	двух: 2,
	три: 3,
	трех: 3,
	трёх: 3,
	четыре: 4,
	четырех: 4,
	четырёх: 4,
	пять: 5,
	пяти: 5,
	шесть: 6,
	шести: 6,
	семь: 7,
	семи: 7,
	восемь: 8,
	восьми: 8,
	девять: 9,
	девяти: 9,
	десять: 10,
	десяти: 10,
	одиннадцать: 11,
	одиннадцати: 11,
	двенадцать: 12,
	двенадцати: 12
};
const ORDINAL_WORD_DICTIONARY = {
	первое: 1,
	первого: 1,
	второе: 2,
	второго: 2,
	третье: 3,
	третьего: 3,
	четвертое: 4,
	четвертого: 4,
	пятое: 5,
	пятого: 5,
	шестое: 6,
	шестого: 6,
	седьмое: 7,
	седьмого: 7,
	восьмое: 8,
	восьмого: 8,
	девятое: 9,
	девятого: 9,
	десятое: 10,
	десятого: 10,
	одиннадцатое: 11,
	одиннадцатого: 11,
	двенадцатое: 12,
	двенадцатого: 12,
	тринадцатое: 13,
	тринадцатого: 13,
	четырнадцатое: 14,
	четырнадцатого: 14,
	пятнадцатое: 15,
	пятнадцатого: 15,
	шестнадцатое: 16,
	шестнадцатого: 16,
	семнадцатое: 17,
	семнадцатого: 17,
	восемнадцатое: 18,
	восемнадцатого: 18,
	девятнадцатое: 19,
	девятнадцатого: 19,
	двадцатое: 20,
	двадцатого: 20,
	"двадцать первое": 21,
	"двадцать первого": 21,
	"двадцать второе": 22,
	"двадцать второго": 22,
	"двадцать третье": 23,
	"двадцать третьего": 23,
	"двадцать четвертое": 24,
	"двадцать четвертого": 24,
	"двадцать пятое": 25,
	"двадцать пятого": 25,
	"двадцать шестое": 26,
	"двадцать шестого": 26,
	"двадцать седьмое": 27,
	"двадцать седьмого": 27,
	"двадцать восьмое": 28,
	"двадцать восьмого": 28,
	"двадцать девятое": 29,
	"двадцать девятого": 29,
	"тридцатое": 30,
	"тридцатого": 30,
	"тридцать первое": 31,
	"тридцать первого": 31
};
const TIME_UNIT_DICTIONARY = {
	сек: "second",
	секунда: "second",
	секунд: "second",
	секунды: "second",
	секунду: "second",
	секундочка: "second",
	секундочки: "second",
	секундочек: "second",
	секундочку: "second",
	мин: "minute",
	минута: "minute",
	минут: "minute",
	минуты: "minute",
	минуту: "minute",
	минуток: "minute",
	минутки: "minute",
	минутку: "minute",
	минуточек: "minute",
	минуточки: "minute",
	минуточку: "minute",
	час: "hour",
	часов: "hour",
	часа: "hour",
	часу: "hour",
	часиков: "hour",
	часика: "hour",
	часике: "hour",
	часик: "hour",
	день: "day",
	дня: "day",
	дней: "day",
	суток: "day",
	сутки: "day",
	неделя: "week",
	неделе: "week",
	недели: "week",
	неделю: "week",
	недель: "week",
	недельке: "week",
	недельки: "week",
	неделек: "week",
	месяц: "month",
	месяце: "month",
	месяцев: "month",
	месяца: "month",
	квартал: "quarter",
	квартале: "quarter",
	кварталов: "quarter",
	год: "year",
	года: "year",
	году: "year",
	годов: "year",
	лет: "year",
	годик: "year",
	годика: "year",
	годиков: "year"
};
const NUMBER_PATTERN = `(?:${matchAnyPattern(INTEGER_WORD_DICTIONARY)}|[0-9]+|[0-9]+\\.[0-9]+|пол|несколько|пар(?:ы|у)|\\s{0,3})`;
function parseNumberPattern(match) {
	const num = match.toLowerCase();
	if (INTEGER_WORD_DICTIONARY[num] !== void 0) return INTEGER_WORD_DICTIONARY[num];
	if (num.match(/несколько/)) return 3;
	else if (num.match(/пол/)) return .5;
	else if (num.match(/пар/)) return 2;
	else if (num === "") return 1;
	return parseFloat(num);
}
const ORDINAL_NUMBER_PATTERN = `(?:${matchAnyPattern(ORDINAL_WORD_DICTIONARY)}|[0-9]{1,2}(?:го|ого|е|ое)?)`;
function parseOrdinalNumberPattern(match) {
	const num = match.toLowerCase();
	if (ORDINAL_WORD_DICTIONARY[num] !== void 0) return ORDINAL_WORD_DICTIONARY[num];
	return parseInt(num);
}
const year = "(?:\\s+(?:году|года|год|г|г.))?";
const YEAR_PATTERN = `(?:[1-9][0-9]{0,3}${year}\\s*(?:н.э.|до н.э.|н. э.|до н. э.)|[1-2][0-9]{3}${year}|[5-9][0-9]${year})`;
function parseYear(match) {
	if (/(год|года|г|г.)/i.test(match)) match = match.replace(/(год|года|г|г.)/i, "");
	if (/(до н.э.|до н. э.)/i.test(match)) {
		match = match.replace(/(до н.э.|до н. э.)/i, "");
		return -parseInt(match);
	}
	if (/(н. э.|н.э.)/i.test(match)) {
		match = match.replace(/(н. э.|н.э.)/i, "");
		return parseInt(match);
	}
	return findMostLikelyADYear(parseInt(match));
}
const SINGLE_TIME_UNIT_PATTERN = `(${NUMBER_PATTERN})\\s{0,3}(${matchAnyPattern(TIME_UNIT_DICTIONARY)})`;
const SINGLE_TIME_UNIT_REGEX = new RegExp(SINGLE_TIME_UNIT_PATTERN, "i");
const TIME_UNITS_PATTERN = repeatedTimeunitPattern(`(?:(?:около|примерно)\\s{0,3})?`, SINGLE_TIME_UNIT_PATTERN);
function parseDuration(timeunitText) {
	const fragments = {};
	let remainingText = timeunitText;
	let match = SINGLE_TIME_UNIT_REGEX.exec(remainingText);
	while (match) {
		collectDateTimeFragment(fragments, match);
		remainingText = remainingText.substring(match[0].length).trim();
		match = SINGLE_TIME_UNIT_REGEX.exec(remainingText);
	}
	return fragments;
}
function collectDateTimeFragment(fragments, match) {
	const num = parseNumberPattern(match[1]);
	const unit = TIME_UNIT_DICTIONARY[match[2].toLowerCase()];
	fragments[unit] = num;
}
// ../node_modules/chrono-node/dist/esm/locales/ru/parsers/RUTimeUnitWithinFormatParser.js
const PATTERN = `(?:(?:около|примерно)\\s*(?:~\\s*)?)?(${TIME_UNITS_PATTERN})${REGEX_PARTS.rightBoundary}`;
var RUTimeUnitWithinFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	patternLeftBoundary() {
		return REGEX_PARTS.leftBoundary;
	}
	innerPattern(context) {
		return context.option.forwardDate ? new RegExp(PATTERN, REGEX_PARTS.flags) : new RegExp(`(?:в течение|в течении)\\s*${PATTERN}`, REGEX_PARTS.flags);
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ru/parsers/AbstractParserWithWordBoundaryChecking.js
var AbstractParserWithLeftBoundaryChecking = class extends AbstractParserWithWordBoundaryChecking {
	patternLeftBoundary() {
		return REGEX_PARTS.leftBoundary;
	}
	innerPattern(context) {
		return new RegExp(this.innerPatternString(context), REGEX_PARTS.flags);
	}
	innerPatternHasChange(context, currentInnerPattern) {
		return false;
	}
};
var AbstractParserWithLeftRightBoundaryChecking = class extends AbstractParserWithLeftBoundaryChecking {
	innerPattern(context) {
		return new RegExp(`${this.innerPatternString(context)}${REGEX_PARTS.rightBoundary}`, REGEX_PARTS.flags);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ru/parsers/RUMonthNameLittleEndianParser.js
const DATE_GROUP = 1;
const DATE_TO_GROUP = 2;
const MONTH_NAME_GROUP$1 = 3;
const YEAR_GROUP$1 = 4;
var RUMonthNameLittleEndianParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(?:с)?\\s*(${ORDINAL_NUMBER_PATTERN})(?:\\s{0,3}(?:по|-|–|до)?\\s{0,3}(${ORDINAL_NUMBER_PATTERN}))?(?:-|\\/|\\s{0,3}(?:of)?\\s{0,3})(${matchAnyPattern(MONTH_DICTIONARY)})(?:(?:-|\\/|,?\\s{0,3})(${YEAR_PATTERN}(?![^\\s]\\d)))?`;
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
// ../node_modules/chrono-node/dist/esm/locales/ru/parsers/RUMonthNameParser.js
const MONTH_NAME_GROUP = 2;
const YEAR_GROUP = 3;
var RUMonthNameParser = class extends AbstractParserWithLeftBoundaryChecking {
	innerPatternString(context) {
		return `((?:в)\\s*)?(${matchAnyPattern(MONTH_DICTIONARY)})\\s*(?:[,-]?\\s*(${YEAR_PATTERN})?)?(?=[^\\s\\w]|\\s+[^0-9]|\\s+$|$)`;
	}
	innerExtract(context, match) {
		const monthName = match[MONTH_NAME_GROUP].toLowerCase();
		if (match[0].length <= 3 && !FULL_MONTH_NAME_DICTIONARY[monthName]) return null;
		const result = context.createParsingResult(match.index, match.index + match[0].length);
		result.start.imply("day", 1);
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
// ../node_modules/chrono-node/dist/esm/locales/ru/parsers/RUTimeExpressionParser.js
var RUTimeExpressionParser = class extends AbstractTimeExpressionParser {
	constructor(strictMode) {
		super(strictMode);
	}
	patternFlags() {
		return REGEX_PARTS.flags;
	}
	primaryPatternLeftBoundary() {
		return `(^|\\s|T|(?:[^\\p{L}\\p{N}_]))`;
	}
	followingPhase() {
		return `\\s*(?:\\-|\\–|\\~|\\〜|до|и|по|\\?)\\s*`;
	}
	primaryPrefix() {
		return `(?:(?:в|с)\\s*)??`;
	}
	primarySuffix() {
		return `(?:\\s*(?:утра|вечера|после полудня))?(?!\\/)${REGEX_PARTS.rightBoundary}`;
	}
	extractPrimaryTimeComponents(context, match) {
		const components = super.extractPrimaryTimeComponents(context, match);
		if (components) {
			if (match[0].endsWith("вечера")) {
				const hour = components.get("hour");
				if (hour >= 6 && hour < 12) {
					components.assign("hour", components.get("hour") + 12);
					components.assign("meridiem", Meridiem.PM);
				} else if (hour < 6) components.assign("meridiem", Meridiem.AM);
			}
			if (match[0].endsWith("после полудня")) {
				components.assign("meridiem", Meridiem.PM);
				const hour = components.get("hour");
				if (hour >= 0 && hour <= 6) components.assign("hour", components.get("hour") + 12);
			}
			if (match[0].endsWith("утра")) {
				components.assign("meridiem", Meridiem.AM);
				if (components.get("hour") < 12) components.assign("hour", components.get("hour"));
			}
		}
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ru/parsers/RUTimeUnitAgoFormatParser.js
var RUTimeUnitAgoFormatParser = class extends AbstractParserWithLeftBoundaryChecking {
	innerPatternString(context) {
		return `(${TIME_UNITS_PATTERN})\\s{0,5}назад(?=(?:\\W|$))`;
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		const outputTimeUnits = reverseDuration(timeUnits);
		return ParsingComponents.createRelativeFromReference(context.reference, outputTimeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ru/refiners/RUMergeDateRangeRefiner.js
var RUMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(и до|и по|до|по|-)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ru/refiners/RUMergeDateTimeRefiner.js
var RUMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return new RegExp(`^\\s*(T|в|,|-)?\\s*$`);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ru/parsers/RUCasualDateParser.js
var RUCasualDateParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(?:с|со)?\\s*(сегодня|вчера|завтра|послезавтра|послепослезавтра|позапозавчера|позавчера)`;
	}
	innerExtract(context, match) {
		const lowerText = match[1].toLowerCase();
		const component = context.createParsingComponents();
		switch (lowerText) {
			case "сегодня": return today(context.reference);
			case "вчера": return yesterday(context.reference);
			case "завтра": return tomorrow(context.reference);
			case "послезавтра": return theDayAfter(context.reference, 2);
			case "послепослезавтра": return theDayAfter(context.reference, 3);
			case "позавчера": return theDayBefore(context.reference, 2);
			case "позапозавчера": return theDayBefore(context.reference, 3);
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ru/parsers/RUCasualTimeParser.js
var RUCasualTimeParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(сейчас|прошлым\\s*вечером|прошлой\\s*ночью|следующей\\s*ночью|сегодня\\s*ночью|этой\\s*ночью|ночью|этим утром|утром|утра|в\\s*полдень|вечером|вечера|в\\s*полночь)`;
	}
	innerExtract(context, match) {
		let targetDate = context.refDate;
		const lowerText = match[0].toLowerCase();
		const component = context.createParsingComponents();
		if (lowerText === "сейчас") return now(context.reference);
		if (lowerText === "вечером" || lowerText === "вечера") return evening(context.reference);
		if (lowerText.endsWith("утром") || lowerText.endsWith("утра")) return morning(context.reference);
		if (lowerText.match(/в\s*полдень/)) return noon(context.reference);
		if (lowerText.match(/прошлой\s*ночью/)) return lastNight(context.reference);
		if (lowerText.match(/прошлым\s*вечером/)) return yesterdayEvening(context.reference);
		if (lowerText.match(/следующей\s*ночью/)) {
			const daysToAdd = targetDate.getHours() < 22 ? 1 : 2;
			const nextDay = new Date(targetDate.getTime());
			nextDay.setDate(nextDay.getDate() + daysToAdd);
			assignSimilarDate(component, nextDay);
			component.imply("hour", 0);
		}
		if (lowerText.match(/в\s*полночь/) || lowerText.endsWith("ночью")) return midnight(context.reference);
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ru/parsers/RUWeekdayParser.js
const PREFIX_GROUP = 1;
const WEEKDAY_GROUP = 2;
const POSTFIX_GROUP = 3;
var RUWeekdayParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(?:(?:,|\\(|（)\\s*)?(?:в\\s*?)?(?:(эту|этот|прошлый|прошлую|следующий|следующую|следующего)\\s*)?(${matchAnyPattern(WEEKDAY_DICTIONARY)})(?:\\s*(?:,|\\)|）))?(?:\\s*на\\s*(этой|прошлой|следующей)\\s*неделе)?`;
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
		if (modifierWord == "прошлый" || modifierWord == "прошлую" || modifierWord == "прошлой") modifier = "last";
		else if (modifierWord == "следующий" || modifierWord == "следующую" || modifierWord == "следующей" || modifierWord == "следующего") modifier = "next";
		else if (modifierWord == "этот" || modifierWord == "эту" || modifierWord == "этой") modifier = "this";
		return createParsingComponentsAtWeekday(context.reference, weekday, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ru/parsers/RURelativeDateFormatParser.js
const MODIFIER_WORD_GROUP = 1;
const RELATIVE_WORD_GROUP = 2;
var RURelativeDateFormatParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(в прошлом|на прошлой|на следующей|в следующем|на этой|в этом)\\s*(${matchAnyPattern(TIME_UNIT_DICTIONARY)})`;
	}
	innerExtract(context, match) {
		const modifier = match[MODIFIER_WORD_GROUP].toLowerCase();
		const unitWord = match[RELATIVE_WORD_GROUP].toLowerCase();
		const timeunit = TIME_UNIT_DICTIONARY[unitWord];
		if (modifier == "на следующей" || modifier == "в следующем") {
			const timeUnits = {};
			timeUnits[timeunit] = 1;
			return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
		}
		if (modifier == "в прошлом" || modifier == "на прошлой") {
			const timeUnits = {};
			timeUnits[timeunit] = -1;
			return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
		}
		const components = context.createParsingComponents();
		let date = new Date(context.reference.instant.getTime());
		if (timeunit.match(/week/i)) {
			date.setDate(date.getDate() - date.getDay());
			components.imply("day", date.getDate());
			components.imply("month", date.getMonth() + 1);
			components.imply("year", date.getFullYear());
		} else if (timeunit.match(/month/i)) {
			date.setDate(1);
			components.imply("day", date.getDate());
			components.assign("year", date.getFullYear());
			components.assign("month", date.getMonth() + 1);
		} else if (timeunit.match(/year/i)) {
			date.setDate(1);
			date.setMonth(0);
			components.imply("day", date.getDate());
			components.imply("month", date.getMonth() + 1);
			components.assign("year", date.getFullYear());
		}
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ru/parsers/RUTimeUnitCasualRelativeFormatParser.js
var RUTimeUnitCasualRelativeFormatParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(эти|последние|прошлые|следующие|после|спустя|через|\\+|-)\\s*(${TIME_UNITS_PATTERN})`;
	}
	innerExtract(context, match) {
		const prefix = match[1].toLowerCase();
		let timeUnits = parseDuration(match[2]);
		switch (prefix) {
			case "последние":
			case "прошлые":
			case "-": timeUnits = reverseDuration(timeUnits);
		}
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ru/index.js
const casual = new Chrono(createCasualConfiguration());
const strict = new Chrono(createConfiguration(true));
function parse(text, ref, option) {
	return casual.parse(text, ref, option);
}
function parseDate(text, ref, option) {
	return casual.parseDate(text, ref, option);
}
function createCasualConfiguration() {
	const option = createConfiguration(false);
	option.parsers.unshift(new RUCasualDateParser());
	option.parsers.unshift(new RUCasualTimeParser());
	option.parsers.unshift(new RUMonthNameParser());
	option.parsers.unshift(new RURelativeDateFormatParser());
	option.parsers.unshift(new RUTimeUnitCasualRelativeFormatParser());
	return option;
}
function createConfiguration(strictMode = true) {
	return includeCommonConfiguration({
		parsers: [
			new SlashDateFormatParser(true),
			new RUTimeUnitWithinFormatParser(),
			new RUMonthNameLittleEndianParser(),
			new RUWeekdayParser(),
			new RUTimeExpressionParser(strictMode),
			new RUTimeUnitAgoFormatParser()
		],
		refiners: [new RUMergeDateTimeRefiner(), new RUMergeDateRangeRefiner()]
	}, strictMode);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
