import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, AbstractTimeExpressionParser, Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, afternoon, createParsingComponentsAtWeekday, evening, findMostLikelyADYear, findYearClosestToRef, includeCommonConfiguration, lastNight, matchAnyPattern, midnight, morning, noon, now, repeatedTimeunitPattern, reverseDuration, theDayAfter, theDayBefore, today, tomorrow, tonight, yesterday, yesterdayEvening } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/ar/constants.js
const REGEX_PARTS = {
	leftBoundary: "([^\\p{L}\\p{N}_]|^)",
	rightBoundary: "(?=[^\\p{L}\\p{N}_]|$)",
	flags: "iu"
};
function toWesternDigits(text) {
	return text.replace(/[٠-٩]/g, (d) => (d.charCodeAt(0) - 1632).toString());
}
const WEEKDAY_DICTIONARY = {
	"الأحد": 0,
	"الاحد": 0,
	"أحد": 0,
	"احد": 0,
	"الإثنين": 1,
	"الاثنين": 1,
	"إثنين": 1,
	"اثنين": 1,
	"الثلاثاء": 2,
	"ثلاثاء": 2,
	"الأربعاء": 3,
	"الاربعاء": 3,
	"أربعاء": 3,
	"اربعاء": 3,
	"الخميس": 4,
	"خميس": 4,
	"الجمعة": 5,
	"جمعة": 5,
	"السبت": 6,
	"سبت": 6
};
const MONTH_DICTIONARY = {
	"يناير": 1,
	"فبراير": 2,
	"مارس": 3,
	"أبريل": 4,
	"ابريل": 4,
	"مايو": 5,
	"يونيو": 6,
	"يوليو": 7,
	"أغسطس": 8,
	"اغسطس": 8,
	"سبتمبر": 9,
	"أكتوبر": 10,
	"اكتوبر": 10,
	"نوفمبر": 11,
	"ديسمبر": 12,
	"كانون الثاني": 1,
	"شباط": 2,
	"آذار": 3,
	"اذار": 3,
	"نيسان": 4,
	"أيار": 5,
	"ايار": 5,
	"حزيران": 6,
	"تموز": 7,
	"آب": 8,
	"اب": 8,
	"أيلول": 9,
	"ايلول": 9,
	"تشرين الأول": 10,
	"تشرين الاول": 10,
	"تشرين الثاني": 11,
	"كانون الأول": 12,
	"كانون الاول": 12
};
const INTEGER_WORD_DICTIONARY = {
	"واحد": 1,
	"واحدة": 1,
	"اثنان": 2,
	"اثنين": 2,
	"اثنتان": 2,
	"اثنتين": 2,
	"ثلاثة": 3,
	"ثلاث": 3,
	"أربعة": 4,
	"اربعة": 4,
	"أربع": 4,
	"اربع": 4,
	"خمسة": 5,
	"خمس": 5,
	"ستة": 6,
	"ست": 6,
	"سبعة": 7,
	"سبع": 7,
	"ثمانية": 8,
	"ثماني": 8,
	"ثمان": 8,
	"تسعة": 9,
	"تسع": 9,
	"عشرة": 10,
	"عشر": 10,
	"أحد عشر": 11,
	"احد عشر": 11,
	"إحدى عشرة": 11,
	"احدى عشرة": 11,
	"اثنا عشر": 12,
	"اثني عشر": 12,
	"اثنتا عشرة": 12,
	"اثنتي عشرة": 12,
	"نصف": .5,
	"نص": .5,
	"ربع": .25
};
const ORDINAL_WORD_DICTIONARY = {
	"الأول": 1,
	"الاول": 1,
	"الأولى": 1,
	"الاولى": 1,
	"أول": 1,
	"اول": 1,
	"حادي": 1,
	"الحادي": 1,
	"الثاني": 2,
	"الثانية": 2,
	"ثاني": 2,
	"الثالث": 3,
	"الثالثة": 3,
	"ثالث": 3,
	"الرابع": 4,
	"الرابعة": 4,
	"رابع": 4,
	"الخامس": 5,
	"الخامسة": 5,
	"خامس": 5,
	"السادس": 6,
	"السادسة": 6,
	"سادس": 6,
	"السابع": 7,
	"السابعة": 7,
	"سابع": 7,
	"الثامن": 8,
	"الثامنة": 8,
	"ثامن": 8,
	"التاسع": 9,
	"التاسعة": 9,
	"تاسع": 9,
	"العاشر": 10,
	"العاشرة": 10,
	"عاشر": 10,
	"الحادي عشر": 11,
	"الحادية عشرة": 11,
	"الثاني عشر": 12,
	"الثانية عشرة": 12,
	"الثالث عشر": 13,
	"الثالثة عشرة": 13,
	"الرابع عشر": 14,
	"الرابعة عشرة": 14,
	"الخامس عشر": 15,
	"الخامسة عشرة": 15,
	"السادس عشر": 16,
	"السادسة عشرة": 16,
	"السابع عشر": 17,
	"السابعة عشرة": 17,
	"الثامن عشر": 18,
	"الثامنة عشرة": 18,
	"التاسع عشر": 19,
	"التاسعة عشرة": 19,
	"العشرون": 20,
	"العشرين": 20,
	"الحادي والعشرون": 21,
	"الحادية والعشرون": 21,
	"الواحد والعشرون": 21,
	"الثاني والعشرون": 22,
	"الثانية والعشرون": 22,
	"الثالث والعشرون": 23,
	"الثالثة والعشرون": 23,
	"الرابع والعشرون": 24,
	"الرابعة والعشرون": 24,
	"الخامس والعشرون": 25,
	"الخامسة والعشرون": 25,
	"السادس والعشرون": 26,
	"السادسة والعشرون": 26,
	"السابع والعشرون": 27,
	"السابعة والعشرون": 27,
	"الثامن والعشرون": 28,
	"الثامنة والعشرون": 28,
	"التاسع والعشرون": 29,
	"التاسعة والعشرون": 29,
	"الثلاثون": 30,
	"الثلاثين": 30,
	"الحادي والثلاثون": 31,
	"الحادية والثلاثون": 31,
	"الواحد والثلاثون": 31
};
const TIME_UNIT_DICTIONARY = {
	"ثانية": "second",
	"ثانيةً": "second",
	"ثواني": "second",
	"ثوان": "second",
	"ثوانٍ": "second",
	"دقيقة": "minute",
	"دقيقةً": "minute",
	"دقائق": "minute",
	"ساعة": "hour",
	"ساعةً": "hour",
	"ساعات": "hour",
	"يوم": "day",
	"يوماً": "day",
	"يوما": "day",
	"أيام": "day",
	"ايام": "day",
	"أسبوع": "week",
	"اسبوع": "week",
	"أسبوعاً": "week",
	"أسبوعا": "week",
	"اسبوعاً": "week",
	"اسبوعا": "week",
	"أسابيع": "week",
	"اسابيع": "week",
	"شهر": "month",
	"شهراً": "month",
	"شهرا": "month",
	"أشهر": "month",
	"اشهر": "month",
	"شهور": "month",
	"سنة": "year",
	"سنةً": "year",
	"سنوات": "year",
	"سنين": "year",
	"عام": "year",
	"عاماً": "year",
	"عاما": "year",
	"أعوام": "year",
	"اعوام": "year"
};
const DUAL_TIME_UNIT_DICTIONARY = {
	"ثانيتان": "second",
	"ثانيتين": "second",
	"دقيقتان": "minute",
	"دقيقتين": "minute",
	"ساعتان": "hour",
	"ساعتين": "hour",
	"يومان": "day",
	"يومين": "day",
	"أسبوعان": "week",
	"اسبوعان": "week",
	"أسبوعين": "week",
	"اسبوعين": "week",
	"شهران": "month",
	"شهرين": "month",
	"سنتان": "year",
	"سنتين": "year",
	"عامان": "year",
	"عامين": "year"
};
const NUMBER_PATTERN = `(?:${matchAnyPattern(INTEGER_WORD_DICTIONARY)}|[0-9٠-٩]+|[0-9٠-٩]+[\\.,][0-9٠-٩]+|\\s{0,3})`;
function parseNumberPattern(match) {
	const clean = match.trim();
	if (INTEGER_WORD_DICTIONARY[clean] !== void 0) return INTEGER_WORD_DICTIONARY[clean];
	if (clean === "") return 1;
	const western = toWesternDigits(clean).replace(",", ".");
	return parseFloat(western);
}
const ORDINAL_NUMBER_PATTERN = `(?:${matchAnyPattern(ORDINAL_WORD_DICTIONARY)}|[0-9٠-٩]{1,2})`;
function parseOrdinalNumberPattern(match) {
	const clean = match.trim();
	if (ORDINAL_WORD_DICTIONARY[clean] !== void 0) return ORDINAL_WORD_DICTIONARY[clean];
	const western = toWesternDigits(clean);
	return parseInt(western, 10);
}
const yearSuffix = "(?:\\s*(?:ميلادية|ميلادي|م))?";
const YEAR_PATTERN = `(?:[1-9١-٩][0-9٠-٩]{0,3}${yearSuffix}(?:\\s*(?:قبل الميلاد|ق\\.م))|[1-2١-٢][0-9٠-٩]{3}${yearSuffix}|[5-9٥-٩][0-9٠-٩]${yearSuffix})`;
function parseYear(match) {
	let clean = match.trim();
	const isBC = /(قبل الميلاد|ق\.م)/i.test(clean);
	clean = clean.replace(/(قبل الميلاد|ق\.م|ميلادية|ميلادي|م)/gi, "").trim();
	const western = toWesternDigits(clean);
	const rawYearNumber = parseInt(western, 10);
	if (isBC) return -rawYearNumber;
	return findMostLikelyADYear(rawYearNumber);
}
const SINGLE_TIME_UNIT_PATTERN = `(?:${`(${matchAnyPattern(DUAL_TIME_UNIT_DICTIONARY)})`}|${`(?:(${NUMBER_PATTERN})\\s{0,3})?(${matchAnyPattern(TIME_UNIT_DICTIONARY)})`}|(?:و\\s*)?(نصف|نص|ربع))`;
const SINGLE_TIME_UNIT_REGEX = new RegExp(SINGLE_TIME_UNIT_PATTERN, REGEX_PARTS.flags);
const TIME_UNITS_PATTERN = repeatedTimeunitPattern(`(?:(?:خلال|في غضون|في خلال|حوالي|تقريباً|تقريبا)\\s{0,3})?`, SINGLE_TIME_UNIT_PATTERN, `\\s{0,5},?(?:\\s*و)?\\s{0,5}`);
function parseDuration(timeunitText) {
	const fragments = {};
	let remainingText = timeunitText;
	let match = SINGLE_TIME_UNIT_REGEX.exec(remainingText);
	let lastUnit;
	while (match) {
		lastUnit = collectDateTimeFragment(fragments, match, lastUnit);
		remainingText = remainingText.substring(match.index + match[0].length).trim();
		if (!remainingText) break;
		match = SINGLE_TIME_UNIT_REGEX.exec(remainingText);
	}
	return fragments;
}
function collectDateTimeFragment(fragments, match, lastUnit) {
	if (match[1]) {
		const dualWord = match[1].trim();
		const unit = DUAL_TIME_UNIT_DICTIONARY[dualWord];
		if (unit) {
			fragments[unit] = (fragments[unit] || 0) + 2;
			return unit;
		}
	} else if (match[3]) {
		const num = parseNumberPattern(match[2] ? match[2].trim() : "");
		const unitWord = match[3].trim();
		const unit = TIME_UNIT_DICTIONARY[unitWord];
		if (unit) {
			fragments[unit] = (fragments[unit] || 0) + num;
			return unit;
		}
	} else if (match[4]) {
		const frac = match[4].trim() === "ربع" ? .25 : .5;
		if (lastUnit) {
			fragments[lastUnit] = (fragments[lastUnit] || 0) + frac;
			return lastUnit;
		}
	}
	return lastUnit;
}
// ../node_modules/chrono-node/dist/esm/locales/ar/parsers/AbstractParserWithWordBoundaryChecking.js
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
// ../node_modules/chrono-node/dist/esm/locales/ar/parsers/ARCasualDateParser.js
var ARCasualDateParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(الآن|الان|حالياً|حاليا|اليوم|أول\\s*(?:من\\s*)?أمس|اول\\s*(?:من\\s*)?امس|أول\\s*(?:من\\s*)?البارحة|اول\\s*(?:من\\s*)?البارحة|قبل\\s*(?:من\\s*)?أمس|قبل\\s*(?:من\\s*)?امس|أمس|امس|البارحة|بعد\\s*غد(?:اً|ا)?|بعد\\s*بكر[ةا]|غداً|غدا|بكر[ةا])`;
	}
	innerExtract(context, match) {
		const lowerText = match[1].toLowerCase();
		const component = context.createParsingComponents();
		if (lowerText === "الآن" || lowerText === "الان" || lowerText === "حالياً" || lowerText === "حاليا") return now(context.reference);
		if (lowerText === "اليوم") return today(context.reference);
		if (lowerText.match(/أول\s*(?:من\s*)?أمس/) || lowerText.match(/اول\s*(?:من\s*)?امس/) || lowerText.match(/أول\s*(?:من\s*)?البارحة/) || lowerText.match(/اول\s*(?:من\s*)?البارحة/) || lowerText.match(/قبل\s*(?:من\s*)?أمس/) || lowerText.match(/قبل\s*(?:من\s*)?امس/)) return theDayBefore(context.reference, 2);
		if (lowerText === "أمس" || lowerText === "امس" || lowerText === "البارحة") return yesterday(context.reference);
		if (lowerText.match(/بعد\s*غد/) || lowerText.match(/بعد\s*بكر/)) return theDayAfter(context.reference, 2);
		if (lowerText === "غداً" || lowerText === "غدا" || lowerText.match(/^بكر[ةا]$/)) return tomorrow(context.reference);
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ar/parsers/ARCasualTimeParser.js
var ARCasualTimeParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(مساء\\s*(?:أمس|امس|البارحة)|(?:أمس|امس|البارحة)\\s*مساءً?|ليلة\\s*(?:أمس|امس|البارحة)|(?:أمس|امس|البارحة)\\s*ليلاً?|الليلة\\s*الماضية|منتصف\\s*النهار|منتصف\\s*الليل|هذا\\s*الصباح|هذا\\s*المساء|هذه\\s*الليلة|بعد\\s*الظهر|ظهر\\s*اليوم|الصباح|صباحاً|صباحا|الظهر|ظهراً|ظهرا|العصر|عصراً|عصرا|المساء|مساءً|مساء|الليلة|الليل|ليلاً|ليلا)`;
	}
	innerExtract(context, match) {
		const lowerText = match[1].toLowerCase();
		const component = context.createParsingComponents();
		if (lowerText.match(/مساء\s*(?:أمس|امس|البارحة)/) || lowerText.match(/(?:أمس|امس|البارحة)\s*مساء/)) return yesterdayEvening(context.reference);
		if (lowerText.match(/ليلة\s*(?:أمس|امس|البارحة)/) || lowerText.match(/(?:أمس|امس|البارحة)\s*ليلاً?/) || lowerText === "الليلة الماضية") return lastNight(context.reference);
		if (lowerText === "هذه الليلة" || lowerText === "الليلة") return tonight(context.reference);
		if (lowerText === "منتصف الليل") return midnight(context.reference);
		if (lowerText === "منتصف النهار" || lowerText === "ظهر اليوم" || lowerText === "الظهر" || lowerText === "ظهراً" || lowerText === "ظهرا") return noon(context.reference);
		if (lowerText === "بعد الظهر" || lowerText === "العصر" || lowerText === "عصراً" || lowerText === "عصرا") return afternoon(context.reference);
		if (lowerText === "هذا الصباح" || lowerText === "الصباح" || lowerText === "صباحاً" || lowerText === "صباحا") return morning(context.reference);
		if (lowerText === "هذا المساء" || lowerText === "المساء" || lowerText === "مساءً" || lowerText === "مساء") return evening(context.reference);
		if (lowerText === "الليل" || lowerText === "ليلاً" || lowerText === "ليلا") return evening(context.reference, 22);
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ar/parsers/ARWeekdayParser.js
const PREFIX_GROUP$1 = 1;
const WEEKDAY_GROUP = 2;
const POSTFIX_GROUP$1 = 3;
var ARWeekdayParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(?:(?:,|\\(|（)\\s*)?(?:يوم\\s*)?(?:(هذا|هذه|الماضي|الماضية|السابق|السابقة|القادم|القادمة|المقبل|المقبلة)\\s+)?(${matchAnyPattern(WEEKDAY_DICTIONARY)})(?:\\s+(هذا|هذه|الماضي|الماضية|السابق|السابقة|المنصرم|المنصرمة|القادم|القادمة|المقبل|المقبلة))?(?:\\s*(?:,|\\)|）))?`;
	}
	innerExtract(context, match) {
		const dayOfWeek = match[WEEKDAY_GROUP].toLowerCase();
		const weekday = WEEKDAY_DICTIONARY[dayOfWeek];
		const prefix = match[PREFIX_GROUP$1];
		const postfix = match[POSTFIX_GROUP$1];
		const modifierWord = (prefix || postfix || "").toLowerCase();
		let modifier = null;
		if (modifierWord === "الماضي" || modifierWord === "الماضية" || modifierWord === "السابق" || modifierWord === "السابقة" || modifierWord === "المنصرم" || modifierWord === "المنصرمة") modifier = "last";
		else if (modifierWord === "القادم" || modifierWord === "القادمة" || modifierWord === "المقبل" || modifierWord === "المقبلة") modifier = "next";
		else if (modifierWord === "هذا" || modifierWord === "هذه") modifier = "this";
		return createParsingComponentsAtWeekday(context.reference, weekday, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ar/parsers/ARMonthNameLittleEndianParser.js
const DATE_GROUP = 1;
const DATE_TO_GROUP = 2;
const MONTH_NAME_GROUP$1 = 3;
const YEAR_GROUP$1 = 4;
var ARMonthNameLittleEndianParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(?:(?:في|من)\\s*)?(${ORDINAL_NUMBER_PATTERN})(?:\\s*(?:إلى|وحتى|حتى|-|–)\\s*(${ORDINAL_NUMBER_PATTERN}))?(?:\\s*(?:من)?\\s*)(${matchAnyPattern(MONTH_DICTIONARY)})(?:(?:\\s*(?:،|,)?\\s*(?:سنة|عام)?\\s*)(${YEAR_PATTERN}(?![^\\s]\\d)))?`;
	}
	innerExtract(context, match) {
		const month = MONTH_DICTIONARY[match[MONTH_NAME_GROUP$1].toLowerCase()];
		const day = parseOrdinalNumberPattern(match[DATE_GROUP]);
		if (day > 31 || day < 1) {
			match.index = match.index + match[DATE_GROUP].length;
			return null;
		}
		const result = context.createParsingResult(match.index, match[0]);
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
// ../node_modules/chrono-node/dist/esm/locales/ar/parsers/ARMonthNameParser.js
const MONTH_NAME_GROUP = 1;
const YEAR_GROUP = 2;
var ARMonthNameParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(?:(?:في|خلال)\\s*)?(?:شهر\\s*)?(${matchAnyPattern(MONTH_DICTIONARY)})(?:(?:\\s*(?:،|,)?\\s*(?:سنة|عام)?\\s*)(${YEAR_PATTERN}))?`;
	}
	innerExtract(context, match) {
		if (context.text.substring(0, match.index).match(/[0-9٠-٩]+\s*$/)) return null;
		const monthName = match[MONTH_NAME_GROUP].toLowerCase();
		const month = MONTH_DICTIONARY[monthName];
		if (!month) return null;
		const result = context.createParsingResult(match.index, match[0]);
		result.start.imply("day", 1);
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
// ../node_modules/chrono-node/dist/esm/locales/ar/parsers/ARTimeExpressionParser.js
const HOUR_GROUP = 2;
const MINUTE_GROUP = 3;
const SECOND_GROUP = 4;
const MILLI_SECOND_GROUP = 5;
const AM_PM_GROUP = 6;
function arPrimaryTimePattern(leftBoundary, primaryPrefix, primarySuffix, flags) {
	return new RegExp(`${leftBoundary}${primaryPrefix}([0-9٠-٩]{1,4})(?:(?:\\.|:|：)([0-9٠-٩]{1,2})(?:(?::|：)([0-9٠-٩]{2})(?:\\.([0-9٠-٩]{1,6}))?)?)?(?:\\s*(a\\.m\\.|p\\.m\\.|am?|pm?|ص|م))?${primarySuffix}`, flags);
}
function arFollowingTimePattern(followingPhase, followingSuffix) {
	return new RegExp(`^(${followingPhase})([0-9٠-٩]{1,4})(?:(?:\\.|:|：)([0-9٠-٩]{1,2})(?:(?::|：)([0-9٠-٩]{1,2})(?:\\.([0-9٠-٩]{1,6}))?)?)?(?:\\s*(a\\.m\\.|p\\.m\\.|am?|pm?|ص|م))?${followingSuffix}`, "iu");
}
var ARTimeExpressionParser = class extends AbstractTimeExpressionParser {
	constructor(strictMode = false) {
		super(strictMode);
	}
	patternFlags() {
		return REGEX_PARTS.flags;
	}
	primaryPatternLeftBoundary() {
		return `(^|\\s|T|(?:[^\\p{L}\\p{N}_]))`;
	}
	followingPhase() {
		return `\\s*(?:-|–|~|إلى|وحتى|حتى)\\s*`;
	}
	primaryPrefix() {
		return `(?:(?:في\\s*تمام|في|الساعة|ساعة|من)\\s*)??`;
	}
	primarySuffix() {
		return `(?:\\s*(?:صباحاً|صباحا|مساءً|مساء|ليلاً|ليلا|عصراً|عصرا|ظهراً|ظهرا))?(?!/)${REGEX_PARTS.rightBoundary}`;
	}
	followingSuffix() {
		return `(?:\\s*(?:صباحاً|صباحا|مساءً|مساء|ليلاً|ليلا|عصراً|عصرا|ظهراً|ظهرا))?(?!/)${REGEX_PARTS.rightBoundary}`;
	}
	getPrimaryTimePatternThroughCache() {
		return arPrimaryTimePattern(this.primaryPatternLeftBoundary(), this.primaryPrefix(), this.primarySuffix(), this.patternFlags());
	}
	getFollowingTimePatternThroughCache() {
		return arFollowingTimePattern(this.followingPhase(), this.followingSuffix());
	}
	extractPrimaryTimeComponents(context, match) {
		if (match[HOUR_GROUP]) match[HOUR_GROUP] = toWesternDigits(match[HOUR_GROUP]);
		if (match[MINUTE_GROUP]) match[MINUTE_GROUP] = toWesternDigits(match[MINUTE_GROUP]);
		if (match[SECOND_GROUP]) match[SECOND_GROUP] = toWesternDigits(match[SECOND_GROUP]);
		if (match[MILLI_SECOND_GROUP]) match[MILLI_SECOND_GROUP] = toWesternDigits(match[MILLI_SECOND_GROUP]);
		const components = super.extractPrimaryTimeComponents(context, match);
		if (components) {
			const ampmGroup = (match[AM_PM_GROUP] || "").toLowerCase();
			const fullMatch = match[0].toLowerCase();
			const isPM = ampmGroup === "م" || ampmGroup === "pm" || ampmGroup === "p" || ampmGroup === "p.m." || /(?:مساءً|مساء|ليلاً|ليلا|عصراً|عصرا)/.test(fullMatch);
			const isAM = ampmGroup === "ص" || ampmGroup === "am" || ampmGroup === "a" || ampmGroup === "a.m." || /(?:صباحاً|صباحا)/.test(fullMatch);
			const isNoon = /(?:ظهراً|ظهرا)/.test(fullMatch);
			if (isPM) {
				const hour = components.get("hour");
				if (hour < 12) components.assign("hour", hour + 12);
				components.assign("meridiem", Meridiem.PM);
			} else if (isAM) {
				if (components.get("hour") === 12) components.assign("hour", 0);
				components.assign("meridiem", Meridiem.AM);
			} else if (isNoon) {
				const hour = components.get("hour");
				if (hour < 12 && hour !== 0) components.assign("hour", hour + 12);
				components.assign("meridiem", Meridiem.PM);
			}
		}
		return components;
	}
	extractFollowingTimeComponents(context, match, result) {
		if (match[HOUR_GROUP]) match[HOUR_GROUP] = toWesternDigits(match[HOUR_GROUP]);
		if (match[MINUTE_GROUP]) match[MINUTE_GROUP] = toWesternDigits(match[MINUTE_GROUP]);
		if (match[SECOND_GROUP]) match[SECOND_GROUP] = toWesternDigits(match[SECOND_GROUP]);
		if (match[MILLI_SECOND_GROUP]) match[MILLI_SECOND_GROUP] = toWesternDigits(match[MILLI_SECOND_GROUP]);
		const components = super.extractFollowingTimeComponents(context, match, result);
		if (components) {
			const ampmGroup = (match[AM_PM_GROUP] || "").toLowerCase();
			const fullMatch = match[0].toLowerCase();
			const isPM = ampmGroup === "م" || ampmGroup === "pm" || ampmGroup === "p" || ampmGroup === "p.m." || /(?:مساءً|مساء|ليلاً|ليلا|عصراً|عصرا)/.test(fullMatch);
			const isAM = ampmGroup === "ص" || ampmGroup === "am" || ampmGroup === "a" || ampmGroup === "a.m." || /(?:صباحاً|صباحا)/.test(fullMatch);
			const isNoon = /(?:ظهراً|ظهرا)/.test(fullMatch);
			if (isPM) {
				const hour = components.get("hour");
				if (hour < 12) components.assign("hour", hour + 12);
				components.assign("meridiem", Meridiem.PM);
			} else if (isAM) {
				if (components.get("hour") === 12) components.assign("hour", 0);
				components.assign("meridiem", Meridiem.AM);
			} else if (isNoon) {
				const hour = components.get("hour");
				if (hour < 12 && hour !== 0) components.assign("hour", hour + 12);
				components.assign("meridiem", Meridiem.PM);
			}
			if (!result.start.isCertain("meridiem")) {
				if (isPM) {
					result.start.imply("meridiem", Meridiem.PM);
					if (result.start.get("hour") < 12) result.start.assign("hour", result.start.get("hour") + 12);
				} else if (isAM) {
					result.start.imply("meridiem", Meridiem.AM);
					if (result.start.get("hour") === 12) result.start.assign("hour", 0);
				}
			}
		}
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ar/parsers/ARTimeUnitAgoFormatParser.js
var ARTimeUnitAgoFormatParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(?:(?:منذ|قبل)\\s*(${TIME_UNITS_PATTERN})|(${TIME_UNITS_PATTERN})\\s*(?:مضت|سابقاً))`;
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1] || match[2]);
		const outputTimeUnits = reverseDuration(timeUnits);
		return ParsingComponents.createRelativeFromReference(context.reference, outputTimeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ar/parsers/ARTimeUnitLaterFormatParser.js
var ARTimeUnitLaterFormatParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(?:(?:بعد)\\s*(${TIME_UNITS_PATTERN})(?:\\s*من\\s*الآن)?|(${TIME_UNITS_PATTERN})\\s*(?:من\\s*الآن|لاحقاً|لاحقا))`;
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1] || match[2]);
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ar/parsers/ARTimeUnitWithinFormatParser.js
var ARTimeUnitWithinFormatParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return `(?:في\\s*خلال|في\\s*غضون|في\\s*ظرف|خلال)\\s*(${TIME_UNITS_PATTERN})`;
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ar/parsers/ARRelativeDateFormatParser.js
const PREFIX_GROUP = 1;
const UNIT_GROUP = 2;
const POSTFIX_GROUP = 3;
var ARRelativeDateFormatParser = class extends AbstractParserWithLeftRightBoundaryChecking {
	innerPatternString(context) {
		return "(?:في\\s+)?(?:(هذا|هذه)\\s+)?(الشهر|الاسبوع|الأسبوع|العام|السنة)(?:\\s+(الماضي|الماضية|السابق|السابقة|المنصرم|المنصرمة|القادم|القادمة|المقبل|المقبلة|التالي|التالية))?";
	}
	innerExtract(context, match) {
		(match[PREFIX_GROUP] || "").toLowerCase();
		const unitWord = match[UNIT_GROUP].toLowerCase();
		const postfix = (match[POSTFIX_GROUP] || "").toLowerCase();
		let timeunit = "month";
		if (unitWord === "الاسبوع" || unitWord === "الأسبوع") timeunit = "week";
		else if (unitWord === "العام" || unitWord === "السنة") timeunit = "year";
		if (postfix === "القادم" || postfix === "القادمة" || postfix === "المقبل" || postfix === "المقبلة" || postfix === "التالي" || postfix === "التالية") {
			const timeUnits = {};
			timeUnits[timeunit] = 1;
			return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
		}
		if (postfix === "الماضي" || postfix === "الماضية" || postfix === "السابق" || postfix === "السابقة" || postfix === "المنصرم" || postfix === "المنصرمة") {
			const timeUnits = {};
			timeUnits[timeunit] = -1;
			return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
		}
		const components = context.createParsingComponents();
		const date = new Date(context.reference.instant.getTime());
		if (timeunit === "week") {
			date.setDate(date.getDate() - date.getDay());
			components.imply("day", date.getDate());
			components.imply("month", date.getMonth() + 1);
			components.imply("year", date.getFullYear());
		} else if (timeunit === "month") {
			date.setDate(1);
			components.imply("day", date.getDate());
			components.assign("year", date.getFullYear());
			components.assign("month", date.getMonth() + 1);
		} else if (timeunit === "year") {
			date.setDate(1);
			date.setMonth(0);
			components.imply("day", date.getDate());
			components.imply("month", date.getMonth() + 1);
			components.assign("year", date.getFullYear());
		}
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ar/refiners/ARMergeDateTimeRefiner.js
var ARMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return new RegExp(`^\\s*(T|في\\s*تمام|في|الساعة|ساعة|,|-)?\\s*$`, "iu");
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ar/refiners/ARMergeDateRangeRefiner.js
var ARMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(إلى|وحتى|حتى|-|–)\s*$/iu;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ar/index.js
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
	option.parsers.unshift(new ARCasualDateParser());
	option.parsers.unshift(new ARCasualTimeParser());
	option.parsers.unshift(new ARMonthNameParser());
	option.parsers.unshift(new ARRelativeDateFormatParser());
	return option;
}
function createConfiguration(strictMode = true, littleEndian = true) {
	return includeCommonConfiguration({
		parsers: [
			new SlashDateFormatParser(littleEndian),
			new ARTimeUnitWithinFormatParser(),
			new ARMonthNameLittleEndianParser(),
			new ARWeekdayParser(),
			new ARTimeExpressionParser(strictMode),
			new ARTimeUnitAgoFormatParser(),
			new ARTimeUnitLaterFormatParser()
		],
		refiners: [new ARMergeDateTimeRefiner(), new ARMergeDateRangeRefiner()]
	}, strictMode);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
