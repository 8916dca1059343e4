import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, AbstractTimeExpressionParser, Chrono, ISOFormatParser, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, assignSimilarDate, createParsingComponentsAtWeekday, evening, findMostLikelyADYear, findYearClosestToRef, includeCommonConfiguration, lastNight, matchAnyPattern, midnight, morning, noon, now, repeatedTimeunitPattern, reverseDuration, theDayAfter, theDayBefore, today, tomorrow, yesterday, yesterdayEvening } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/uk/constants.js
const REGEX_PARTS = {
	leftBoundary: "([^\\p{L}\\p{N}_]|^)",
	rightBoundary: "(?=[^\\p{L}\\p{N}_]|$)",
	flags: "iu"
};
const WEEKDAY_DICTIONARY = {
	"неділя": 0,
	"неділі": 0,
	"неділю": 0,
	"нд": 0,
	"нд.": 0,
	"понеділок": 1,
	"понеділка": 1,
	"пн": 1,
	"пн.": 1,
	"вівторок": 2,
	"вівторка": 2,
	"вт": 2,
	"вт.": 2,
	"середа": 3,
	"середи": 3,
	"середу": 3,
	"ср": 3,
	"ср.": 3,
	"четвер": 4,
	"четверга": 4,
	"четвергу": 4,
	"чт": 4,
	"чт.": 4,
	"п'ятниця": 5,
	"п'ятниці": 5,
	"п'ятницю": 5,
	"пт": 5,
	"пт.": 5,
	"субота": 6,
	"суботи": 6,
	"суботу": 6,
	"сб": 6,
	"сб.": 6
};
const FULL_MONTH_NAME_DICTIONARY = {
	"січень": 1,
	"січня": 1,
	"січні": 1,
	"лютий": 2,
	"лютого": 2,
	"лютому": 2,
	"березень": 3,
	"березня": 3,
	"березні": 3,
	"квітень": 4,
	"квітня": 4,
	"квітні": 4,
	"травень": 5,
	"травня": 5,
	"травні": 5,
	"червень": 6,
	"червня": 6,
	"червні": 6,
	"липень": 7,
	"липня": 7,
	"липні": 7,
	"серпень": 8,
	"серпня": 8,
	"серпні": 8,
	"вересень": 9,
	"вересня": 9,
	"вересні": 9,
	"жовтень": 10,
	"жовтня": 10,
	"жовтні": 10,
	"листопад": 11,
	"листопада": 11,
	"листопаду": 11,
	"грудень": 12,
	"грудня": 12,
	"грудні": 12
};
const MONTH_DICTIONARY = {
	...FULL_MONTH_NAME_DICTIONARY,
	"січ": 1,
	"січ.": 1,
	"лют": 2,
	"лют.": 2,
	"бер": 3,
	"бер.": 3,
	"квіт": 4,
	"квіт.": 4,
	"трав": 5,
	"трав.": 5,
	"черв": 6,
	"черв.": 6,
	"лип": 7,
	"лип.": 7,
	"серп": 8,
	"серп.": 8,
	"сер": 8,
	"cер.": 8,
	"вер": 9,
	"вер.": 9,
	"верес": 9,
	"верес.": 9,
	"жовт": 10,
	"жовт.": 10,
	"листоп": 11,
	"листоп.": 11,
	"груд": 12,
	"груд.": 12
};
const INTEGER_WORD_DICTIONARY = {
	"один": 1,
	"одна": 1,
	"одної": 1,
	"одну": 1,
	"дві": 2,
	"два": 2,
	"двох": 2,
	"три": 3,
	"трьох": 3,
	"чотири": 4,
	"чотирьох": 4,
	"п'ять": 5,
	"п'яти": 5,
	"шість": 6,
	"шести": 6,
	"сім": 7,
	"семи": 7,
	"вісім": 8,
	"восьми": 8,
	"дев'ять": 9,
	"дев'яти": 9,
	"десять": 10,
	"десяти": 10,
	"одинадцять": 11,
	"одинадцяти": 11,
	"дванадцять": 12,
	"дванадцяти": 12
};
const ORDINAL_WORD_DICTIONARY = {
	"перше": 1,
	"першого": 1,
	"друге": 2,
	"другого": 2,
	"третє": 3,
	"третього": 3,
	"четверте": 4,
	"четвертого": 4,
	"п'яте": 5,
	"п'ятого": 5,
	"шосте": 6,
	"шостого": 6,
	"сьоме": 7,
	"сьомого": 7,
	"восьме": 8,
	"восьмого": 8,
	"дев'яте": 9,
	"дев'ятого": 9,
	"десяте": 10,
	"десятого": 10,
	"одинадцяте": 11,
	"одинадцятого": 11,
	"дванадцяте": 12,
	"дванадцятого": 12,
	"тринадцяте": 13,
	"тринадцятого": 13,
	"чотирнадцяте": 14,
	"чотинрнадцятого": 14,
	"п'ятнадцяте": 15,
	"п'ятнадцятого": 15,
	"шістнадцяте": 16,
	"шістнадцятого": 16,
	"сімнадцяте": 17,
	"сімнадцятого": 17,
	"вісімнадцяте": 18,
	"вісімнадцятого": 18,
	"дев'ятнадцяте": 19,
	"дев'ятнадцятого": 19,
	"двадцяте": 20,
	"двадцятого": 20,
	"двадцять перше": 21,
	"двадцять першого": 21,
	"двадцять друге": 22,
	"двадцять другого": 22,
	"двадцять третє": 23,
	"двадцять третього": 23,
	"двадцять четверте": 24,
	"двадцять четвертого": 24,
	"двадцять п'яте": 25,
	"двадцять п'ятого": 25,
	"двадцять шосте": 26,
	"двадцять шостого": 26,
	"двадцять сьоме": 27,
	"двадцять сьомого": 27,
	"двадцять восьме": 28,
	"двадцять восьмого": 28,
	"двадцять дев'яте": 29,
	"двадцять дев'ятого": 29,
	"тридцяте": 30,
	"тридцятого": 30,
	"тридцять перше": 31,
	"тридцять першого": 31
};
const TIME_UNIT_DICTIONARY = {
	сек: "second",
	секунда: "second",
	секунд: "second",
	секунди: "second",
	секунду: "second",
	секундочок: "second",
	секундочки: "second",
	секундочку: "second",
	хв: "minute",
	хвилина: "minute",
	хвилин: "minute",
	хвилини: "minute",
	хвилину: "minute",
	хвилинок: "minute",
	хвилинки: "minute",
	хвилинку: "minute",
	хвилиночок: "minute",
	хвилиночки: "minute",
	хвилиночку: "minute",
	год: "hour",
	година: "hour",
	годин: "hour",
	години: "hour",
	годину: "hour",
	годинка: "hour",
	годинок: "hour",
	годинки: "hour",
	годинку: "hour",
	день: "day",
	дня: "day",
	днів: "day",
	дні: "day",
	доба: "day",
	добу: "day",
	тиждень: "week",
	тижню: "week",
	тижня: "week",
	тижні: "week",
	тижнів: "week",
	місяць: "month",
	місяців: "month",
	місяці: "month",
	місяця: "month",
	квартал: "quarter",
	кварталу: "quarter",
	квартала: "quarter",
	кварталів: "quarter",
	кварталі: "quarter",
	рік: "year",
	року: "year",
	році: "year",
	років: "year",
	роки: "year"
};
const NUMBER_PATTERN = `(?:${matchAnyPattern(INTEGER_WORD_DICTIONARY)}|[0-9]+|[0-9]+\\.[0-9]+|пів|декілька|пар(?:у)|\\s{0,3})`;
function parseNumberPattern(match) {
	const num = match.toLowerCase();
	if (INTEGER_WORD_DICTIONARY[num] !== void 0) return INTEGER_WORD_DICTIONARY[num];
	if (num.match(/декілька/)) return 2;
	else if (num.match(/пів/)) return .5;
	else if (num.match(/пар/)) return 2;
	else if (num === "") return 1;
	return parseFloat(num);
}
const ORDINAL_NUMBER_PATTERN = `(?:${matchAnyPattern(ORDINAL_WORD_DICTIONARY)}|[0-9]{1,2}(?:го|ого|е)?)`;
function parseOrdinalNumberPattern(match) {
	const num = match.toLowerCase();
	if (ORDINAL_WORD_DICTIONARY[num] !== void 0) return ORDINAL_WORD_DICTIONARY[num];
	return parseInt(num);
}
const year = "(?:\\s+(?:року|рік|р|р.))?";
const YEAR_PATTERN = `(?:[1-9][0-9]{0,3}${year}\\s*(?:н.е.|до н.е.|н. е.|до н. е.)|[1-2][0-9]{3}${year}|[5-9][0-9]${year})`;
function parseYearPattern(match) {
	if (/(рік|року|р|р.)/i.test(match)) match = match.replace(/(рік|року|р|р.)/i, "");
	if (/(до н.е.|до н. е.)/i.test(match)) {
		match = match.replace(/(до н.е.|до н. е.)/i, "");
		return -parseInt(match);
	}
	if (/(н. е.|н.е.)/i.test(match)) {
		match = match.replace(/(н. е.|н.е.)/i, "");
		return parseInt(match);
	}
	return findMostLikelyADYear(parseInt(match));
}
const SINGLE_TIME_UNIT_PATTERN = `(${NUMBER_PATTERN})\\s{0,3}(${matchAnyPattern(TIME_UNIT_DICTIONARY)})`;
const SINGLE_TIME_UNIT_REGEX = new RegExp(SINGLE_TIME_UNIT_PATTERN, "i");
const TIME_UNITS_PATTERN = repeatedTimeunitPattern(`(?:(?:близько|приблизно)\\s{0,3})?`, SINGLE_TIME_UNIT_PATTERN);
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
// ../node_modules/chrono-node/dist/esm/locales/uk/parsers/UKTimeUnitWithinFormatParser.js
const PATTERN = `(?:(?:приблизно|орієнтовно)\\s*(?:~\\s*)?)?(${TIME_UNITS_PATTERN})${REGEX_PARTS.rightBoundary}`;
var UKTimeUnitWithinFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	patternLeftBoundary() {
		return REGEX_PARTS.leftBoundary;
	}
	innerPattern(context) {
		return context.option.forwardDate ? new RegExp(PATTERN, REGEX_PARTS.flags) : new RegExp(`(?:протягом|на протязі|протягом|упродовж|впродовж)\\s*${PATTERN}`, REGEX_PARTS.flags);
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/uk/parsers/AbstractParserWithWordBoundaryChecking.js
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
// ../node_modules/chrono-node/dist/esm/locales/uk/parsers/UKMonthNameLittleEndianParser.js
const DATE_GROUP = 1;
const DATE_TO_GROUP = 2;
const MONTH_NAME_GROUP$1 = 3;
const YEAR_GROUP$1 = 4;
var UKMonthNameLittleEndianParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(?:з|із)?\\s*(${ORDINAL_NUMBER_PATTERN})(?:\\s{0,3}(?:по|-|–|до)?\\s{0,3}(${ORDINAL_NUMBER_PATTERN}))?(?:-|\\/|\\s{0,3}(?:of)?\\s{0,3})(${matchAnyPattern(MONTH_DICTIONARY)})(?:(?:-|\\/|,?\\s{0,3})(${YEAR_PATTERN}(?![^\\s]\\d)))?`;
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
			const yearNumber = parseYearPattern(match[YEAR_GROUP$1]);
			result.start.assign("year", yearNumber);
		} else {
			const year = findYearClosestToRef(context.reference.instant, day, month);
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
// ../node_modules/chrono-node/dist/esm/locales/uk/parsers/UKMonthNameParser.js
const MONTH_NAME_GROUP = 2;
const YEAR_GROUP = 3;
var UkMonthNameParser = class extends AbstractParserWithLeftBoundaryChecking {
	innerPatternString(context) {
		return `((?:в|у)\\s*)?(${matchAnyPattern(MONTH_DICTIONARY)})\\s*(?:[,-]?\\s*(${YEAR_PATTERN})?)?(?=[^\\s\\w]|\\s+[^0-9]|\\s+$|$)`;
	}
	innerExtract(context, match) {
		const monthName = match[MONTH_NAME_GROUP].toLowerCase();
		if (match[0].length <= 3 && !FULL_MONTH_NAME_DICTIONARY[monthName]) return null;
		const result = context.createParsingResult(match.index, match.index + match[0].length);
		result.start.imply("day", 1);
		const month = MONTH_DICTIONARY[monthName];
		result.start.assign("month", month);
		if (match[YEAR_GROUP]) {
			const year = parseYearPattern(match[YEAR_GROUP]);
			result.start.assign("year", year);
		} else {
			const year = findYearClosestToRef(context.reference.instant, 1, month);
			result.start.imply("year", year);
		}
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/uk/parsers/UKTimeExpressionParser.js
var UKTimeExpressionParser = class extends AbstractTimeExpressionParser {
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
		return `\\s*(?:\\-|\\–|\\~|\\〜|до|і|по|\\?)\\s*`;
	}
	primaryPrefix() {
		return `(?:(?:в|у|о|об|з|із|від)\\s*)??`;
	}
	primarySuffix() {
		return `(?:\\s*(?:ранку|вечора|по обіді|після обіду))?(?!\\/)${REGEX_PARTS.rightBoundary}`;
	}
	extractPrimaryTimeComponents(context, match) {
		const components = super.extractPrimaryTimeComponents(context, match);
		if (components) {
			if (match[0].endsWith("вечора")) {
				const hour = components.get("hour");
				if (hour >= 6 && hour < 12) {
					components.assign("hour", components.get("hour") + 12);
					components.assign("meridiem", Meridiem.PM);
				} else if (hour < 6) components.assign("meridiem", Meridiem.AM);
			}
			if (match[0].endsWith("по обіді") || match[0].endsWith("після обіду")) {
				components.assign("meridiem", Meridiem.PM);
				const hour = components.get("hour");
				if (hour >= 0 && hour <= 6) components.assign("hour", components.get("hour") + 12);
			}
			if (match[0].endsWith("ранку")) {
				components.assign("meridiem", Meridiem.AM);
				if (components.get("hour") < 12) components.assign("hour", components.get("hour"));
			}
		}
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/uk/parsers/UKTimeUnitAgoFormatParser.js
var UKTimeUnitAgoFormatParser = class extends AbstractParserWithLeftBoundaryChecking {
	innerPatternString(context) {
		return `(${TIME_UNITS_PATTERN})\\s{0,5}тому(?=(?:\\W|$))`;
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		const outputTimeUnits = reverseDuration(timeUnits);
		return ParsingComponents.createRelativeFromReference(context.reference, outputTimeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/uk/refiners/UKMergeDateRangeRefiner.js
var UKMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(і до|і по|до|по|-)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/uk/refiners/UKMergeDateTimeRefiner.js
var UKMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return new RegExp(`^\\s*(T|в|у|о|,|-)?\\s*$`);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/uk/parsers/UKCasualDateParser.js
var UKCasualDateParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(?:з|із|від)?\\s*(сьогодні|вчора|завтра|післязавтра|післяпіслязавтра|позапозавчора|позавчора)`;
	}
	innerExtract(context, match) {
		const lowerText = match[1].toLowerCase();
		const component = context.createParsingComponents();
		switch (lowerText) {
			case "сьогодні": return today(context.reference);
			case "вчора": return yesterday(context.reference);
			case "завтра": return tomorrow(context.reference);
			case "післязавтра": return theDayAfter(context.reference, 2);
			case "післяпіслязавтра": return theDayAfter(context.reference, 3);
			case "позавчора": return theDayBefore(context.reference, 2);
			case "позапозавчора": return theDayBefore(context.reference, 3);
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/uk/parsers/UKCasualTimeParser.js
var UKCasualTimeParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(зараз|минулого\\s*вечора|минулої\\s*ночі|наступної\\s*ночі|сьогодні\\s*вночі|цієї\\s*ночі|цього ранку|вранці|ранку|зранку|опівдні|ввечері|вечора|опівночі|вночі)`;
	}
	innerExtract(context, match) {
		let targetDate = context.refDate;
		const lowerText = match[0].toLowerCase();
		const component = context.createParsingComponents();
		if (lowerText === "зараз") return now(context.reference);
		if (lowerText === "ввечері" || lowerText === "вечора") return evening(context.reference);
		if (lowerText.endsWith("вранці") || lowerText.endsWith("ранку") || lowerText.endsWith("зранку")) return morning(context.reference);
		if (lowerText.endsWith("опівдні")) return noon(context.reference);
		if (lowerText.match(/минулої\s*ночі/)) return lastNight(context.reference);
		if (lowerText.match(/минулого\s*вечора/)) return yesterdayEvening(context.reference);
		if (lowerText.match(/наступної\s*ночі/)) {
			const daysToAdd = targetDate.getHours() < 22 ? 1 : 2;
			const nextDay = new Date(targetDate.getTime());
			nextDay.setDate(nextDay.getDate() + daysToAdd);
			assignSimilarDate(component, nextDay);
			component.imply("hour", 1);
		}
		if (lowerText.match(/цієї\s*ночі/)) return midnight(context.reference);
		if (lowerText.endsWith("опівночі") || lowerText.endsWith("вночі")) return midnight(context.reference);
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/uk/parsers/UKWeekdayParser.js
const PREFIX_GROUP = 1;
const WEEKDAY_GROUP = 2;
const POSTFIX_GROUP = 3;
var UKWeekdayParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(?:(?:,|\\(|（)\\s*)?(?:в\\s*?)?(?:у\\s*?)?(?:(цей|минулого|минулий|попередній|попереднього|наступного|наступний|наступному)\\s*)?(${matchAnyPattern(WEEKDAY_DICTIONARY)})(?:\\s*(?:,|\\)|）))?(?:\\s*(на|у|в)\\s*(цьому|минулому|наступному)\\s*тижні)?`;
	}
	innerExtract(context, match) {
		const dayOfWeek = match[WEEKDAY_GROUP].toLocaleLowerCase();
		const weekday = WEEKDAY_DICTIONARY[dayOfWeek];
		const prefix = match[PREFIX_GROUP];
		const postfix = match[POSTFIX_GROUP];
		let modifierWord = prefix || postfix;
		modifierWord = modifierWord || "";
		modifierWord = modifierWord.toLocaleLowerCase();
		let modifier = null;
		if (modifierWord == "минулого" || modifierWord == "минулий" || modifierWord == "попередній" || modifierWord == "попереднього") modifier = "last";
		else if (modifierWord == "наступного" || modifierWord == "наступний") modifier = "next";
		else if (modifierWord == "цей" || modifierWord == "цього" || modifierWord == "цьому") modifier = "this";
		return createParsingComponentsAtWeekday(context.reference, weekday, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/uk/parsers/UKRelativeDateFormatParser.js
const MODIFIER_WORD_GROUP = 1;
const RELATIVE_WORD_GROUP = 2;
var UKRelativeDateFormatParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(в минулому|у минулому|на минулому|минулого|на наступному|в наступному|у наступному|наступного|на цьому|в цьому|у цьому|цього)\\s*(${matchAnyPattern(TIME_UNIT_DICTIONARY)})(?=\\s*)`;
	}
	innerExtract(context, match) {
		const modifier = match[MODIFIER_WORD_GROUP].toLowerCase();
		const unitWord = match[RELATIVE_WORD_GROUP].toLowerCase();
		const timeunit = TIME_UNIT_DICTIONARY[unitWord];
		if (modifier == "на наступному" || modifier == "в наступному" || modifier == "у наступному" || modifier == "наступного") {
			const timeUnits = {};
			timeUnits[timeunit] = 1;
			return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
		}
		if (modifier == "на минулому" || modifier == "в минулому" || modifier == "у минулому" || modifier == "минулого") {
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
// ../node_modules/chrono-node/dist/esm/locales/uk/parsers/UKTimeUnitCasualRelativeFormatParser.js
var UKTimeUnitCasualRelativeFormatParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(ці|останні|минулі|майбутні|наступні|після|через|\\+|-)\\s*(${TIME_UNITS_PATTERN})`;
	}
	innerExtract(context, match) {
		const prefix = match[1].toLowerCase();
		let timeUnits = parseDuration(match[3]);
		switch (prefix) {
			case "останні":
			case "минулі":
			case "-": timeUnits = reverseDuration(timeUnits);
		}
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/uk/index.js
const casual = new Chrono(createCasualConfiguration());
const strict = new Chrono(createConfiguration(true));
function createCasualConfiguration() {
	const option = createConfiguration(false);
	option.parsers.unshift(new UKCasualDateParser());
	option.parsers.unshift(new UKCasualTimeParser());
	option.parsers.unshift(new UkMonthNameParser());
	option.parsers.unshift(new UKRelativeDateFormatParser());
	option.parsers.unshift(new UKTimeUnitCasualRelativeFormatParser());
	return option;
}
function createConfiguration(strictMode) {
	return includeCommonConfiguration({
		parsers: [
			new ISOFormatParser(),
			new SlashDateFormatParser(true),
			new UKTimeUnitWithinFormatParser(),
			new UKMonthNameLittleEndianParser(),
			new UKWeekdayParser(),
			new UKTimeExpressionParser(strictMode),
			new UKTimeUnitAgoFormatParser()
		],
		refiners: [new UKMergeDateTimeRefiner(), new UKMergeDateRangeRefiner()]
	}, strictMode);
}
function parse(text, ref, option) {
	return casual.parse(text, ref, option);
}
function parseDate(text, ref, option) {
	return casual.parseDate(text, ref, option);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
