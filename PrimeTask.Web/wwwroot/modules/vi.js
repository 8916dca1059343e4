import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, Chrono, ISOFormatParser, MergeWeekdayComponentRefiner, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, createParsingComponentsAtWeekday, findMostLikelyADYear, findYearClosestToRef, implySimilarTime, includeCommonConfiguration, matchAnyPattern, now, repeatedTimeunitPattern, reverseDuration, theDayAfter, theDayBefore, today, tomorrow, yesterday } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/vi/constants.js
const WEEKDAY_DICTIONARY = {
	"chủ nhật": 0,
	"cn": 0,
	"thứ hai": 1,
	"t2": 1,
	"thứ ba": 2,
	"t3": 2,
	"thứ tư": 3,
	"t4": 3,
	"thứ năm": 4,
	"t5": 4,
	"thứ sáu": 5,
	"t6": 5,
	"thứ bảy": 6,
	"t7": 6
};
const MONTH_DICTIONARY = {
	"tháng 1": 1,
	"tháng một": 1,
	"tháng giêng": 1,
	"tháng 2": 2,
	"tháng hai": 2,
	"tháng 3": 3,
	"tháng ba": 3,
	"tháng 4": 4,
	"tháng tư": 4,
	"tháng 5": 5,
	"tháng năm": 5,
	"tháng 6": 6,
	"tháng sáu": 6,
	"tháng 7": 7,
	"tháng bảy": 7,
	"tháng 8": 8,
	"tháng tám": 8,
	"tháng 9": 9,
	"tháng chín": 9,
	"tháng 10": 10,
	"tháng mười": 10,
	"tháng 11": 11,
	"tháng mười một": 11,
	"tháng 12": 12,
	"tháng mười hai": 12,
	"tháng chạp": 12
};
const INTEGER_WORD_DICTIONARY = {
	"một": 1,
	"hai": 2,
	"ba": 3,
	"bốn": 4,
	"năm": 5,
	"sáu": 6,
	"bảy": 7,
	"tám": 8,
	"chín": 9,
	"mười": 10,
	"mười một": 11,
	"mười hai": 12
};
const TIME_UNIT_DICTIONARY = {
	"giây": "second",
	"phút": "minute",
	"giờ": "hour",
	"ngày": "day",
	"tuần": "week",
	"tháng": "month",
	"năm": "year"
};
const NUMBER_PATTERN = "(?:" + matchAnyPattern(INTEGER_WORD_DICTIONARY) + "|[0-9]+|[0-9]+\\.[0-9]+)";
function parseNumberPattern(match) {
	const num = match.toLowerCase();
	if (INTEGER_WORD_DICTIONARY[num] !== void 0) return INTEGER_WORD_DICTIONARY[num];
	return parseFloat(num);
}
const YEAR_PATTERN = "(?:[0-9]{1,4}(?:\\s*TCN)?)";
function parseYear(match) {
	const upper = match.toUpperCase();
	const num = parseInt(match.replace(/[^0-9]+/g, ""));
	if (/TCN/.test(upper)) return -num;
	return findMostLikelyADYear(num);
}
const SINGLE_TIME_UNIT_PATTERN = "(" + NUMBER_PATTERN + ")\\s{0,5}(" + matchAnyPattern(TIME_UNIT_DICTIONARY) + ")\\s{0,5}";
const SINGLE_TIME_UNIT_REGEX = new RegExp(SINGLE_TIME_UNIT_PATTERN, "i");
const TIME_UNITS_PATTERN = repeatedTimeunitPattern("", SINGLE_TIME_UNIT_PATTERN);
function parseDuration(timeunitText) {
	const fragments = {};
	let remainingText = timeunitText;
	let match = SINGLE_TIME_UNIT_REGEX.exec(remainingText);
	while (match) {
		const num = parseNumberPattern(match[1]);
		const unit = TIME_UNIT_DICTIONARY[match[2].toLowerCase()];
		fragments[unit] = num;
		remainingText = remainingText.substring(match[0].length);
		match = SINGLE_TIME_UNIT_REGEX.exec(remainingText);
	}
	return fragments;
}
// ../node_modules/chrono-node/dist/esm/locales/vi/parsers/VIStandardParser.js
const PATTERN$10 = new RegExp("(?:ngày\\s*)?([0-9]{1,2})\\s*tháng\\s*([0-9]{1,2})(?:\\s*năm\\s*(" + YEAR_PATTERN + "))?(?=\\W|$)", "i");
const DAY_GROUP = 1;
const MONTH_GROUP$1 = 2;
const YEAR_GROUP$1 = 3;
var VIStandardParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$10;
	}
	innerExtract(context, match) {
		const day = parseInt(match[DAY_GROUP]);
		const month = parseInt(match[MONTH_GROUP$1]);
		if (day > 31 || month > 12) return null;
		const result = context.createParsingResult(match.index, match[0]);
		result.start.assign("day", day);
		result.start.assign("month", month);
		if (match[YEAR_GROUP$1]) result.start.assign("year", parseYear(match[YEAR_GROUP$1]));
		else result.start.imply("year", findYearClosestToRef(context.refDate, day, month));
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/parsers/VIMonthYearParser.js
const PATTERN$9 = new RegExp("(" + matchAnyPattern(MONTH_DICTIONARY) + ")(?:\\s*(?:năm|/)\\s*((?:[0-9]{1,4}(?:\\s*TCN)?)))?(?=\\W|$)", "i");
const MONTH_GROUP = 1;
const YEAR_GROUP = 2;
var VIMonthYearParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$9;
	}
	innerExtract(context, match) {
		const month = MONTH_DICTIONARY[match[MONTH_GROUP].toLowerCase()];
		if (!month) return null;
		const result = context.createParsingResult(match.index, match[0]);
		result.start.assign("month", month);
		result.start.imply("day", 1);
		if (match[YEAR_GROUP]) result.start.assign("year", parseYear(match[YEAR_GROUP]));
		else result.start.imply("year", context.reference.getDateWithAdjustedTimezone().getFullYear());
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/parsers/VIYearParser.js
const PATTERN$8 = new RegExp("(?:\\bnăm\\s*(" + YEAR_PATTERN + ")|\\b([0-9]{1,4})\\s*(TCN))(?=\\W|$)", "i");
const YEAR_WITH_NAM_GROUP = 1;
const BARE_BC_YEAR_GROUP = 2;
const BARE_BC_SUFFIX_GROUP = 3;
var VIYearParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$8;
	}
	innerExtract(context, match) {
		let yearText;
		if (match[YEAR_WITH_NAM_GROUP]) yearText = match[YEAR_WITH_NAM_GROUP];
		else yearText = match[BARE_BC_YEAR_GROUP] + " " + match[BARE_BC_SUFFIX_GROUP];
		const result = context.createParsingResult(match.index, match[0]);
		result.start.assign("year", parseYear(yearText));
		result.start.imply("month", 1);
		result.start.imply("day", 1);
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/parsers/VICasualDateParser.js
const PATTERN$7 = /\b(hôm nay|hôm qua|hôm kia|ngày mai|ngày kia|bây giờ|lúc này)(?=\W|$)/i;
var VICasualDateParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$7;
	}
	innerExtract(context, match) {
		switch (match[1].toLowerCase()) {
			case "bây giờ":
			case "lúc này": return now(context.reference);
			case "hôm nay": return today(context.reference);
			case "hôm qua": return yesterday(context.reference);
			case "hôm kia": return theDayBefore(context.reference, 2);
			case "ngày mai": return tomorrow(context.reference);
			case "ngày kia": return theDayAfter(context.reference, 2);
		}
		return context.createParsingComponents();
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/parsers/VICasualTimeParser.js
const PATTERN$6 = /(buổi\s*)?(sáng sớm|sáng|trưa|chiều|tối|đêm|nửa đêm|bình minh)(?=\W|$)/i;
var VICasualTimeParser = class VICasualTimeParser extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$6;
	}
	innerExtract(context, match) {
		const component = context.createParsingComponents();
		implySimilarTime(component, context.refDate);
		return VICasualTimeParser.extractTimeComponents(component, match[2].toLowerCase());
	}
	static extractTimeComponents(component, keyword) {
		switch (keyword) {
			case "bình minh":
			case "sáng sớm":
				component.imply("hour", 6);
				component.imply("minute", 0);
				component.imply("meridiem", Meridiem.AM);
				break;
			case "sáng":
				component.imply("hour", 9);
				component.imply("minute", 0);
				component.imply("meridiem", Meridiem.AM);
				break;
			case "trưa":
				component.imply("hour", 12);
				component.imply("minute", 0);
				component.imply("meridiem", Meridiem.PM);
				break;
			case "chiều":
				component.imply("hour", 15);
				component.imply("minute", 0);
				component.imply("meridiem", Meridiem.PM);
				break;
			case "tối":
				component.imply("hour", 19);
				component.imply("minute", 0);
				component.imply("meridiem", Meridiem.PM);
				break;
			case "đêm":
				component.imply("hour", 22);
				component.imply("minute", 0);
				component.imply("meridiem", Meridiem.PM);
				break;
			case "nửa đêm":
				component.imply("hour", 0);
				component.imply("minute", 0);
				component.imply("meridiem", Meridiem.AM);
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/parsers/VIWeekdayParser.js
const PATTERN$5 = new RegExp("(" + matchAnyPattern(WEEKDAY_DICTIONARY) + ")(?:\\s*(này|tới|sau(?!\\s*khi)|qua))?(?=\\W|$)", "i");
const WEEKDAY_GROUP = 1;
const MODIFIER_GROUP = 2;
var VIWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$5;
	}
	innerExtract(context, match) {
		const dowText = match[WEEKDAY_GROUP].toLowerCase();
		const dow = WEEKDAY_DICTIONARY[dowText];
		if (dow === void 0) return null;
		const modifier = match[MODIFIER_GROUP];
		let modifierType = null;
		if (modifier) {
			const m = modifier.toLowerCase();
			if (m.includes("tới") || m.includes("sau")) modifierType = "next";
			else if (m.includes("qua")) modifierType = "last";
		}
		return createParsingComponentsAtWeekday(context.reference, dow, modifierType);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/parsers/VITimeExpressionParser.js
const PATTERN$4 = new RegExp("(?:lúc\\s*|vào\\s*)?([0-9]{1,2})(?:\\s*giờ\\s*([0-9]{1,2})?\\s*(?:phút\\s*)?(sáng|trưa|chiều|tối|đêm)?|:([0-9]{2}))(?=\\W|$)", "i");
const HOUR_GROUP = 1;
const MINUTE_GIO_GROUP = 2;
const MERIDIEM_GROUP = 3;
const MINUTE_COLON_GROUP = 4;
var VITimeExpressionParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$4;
	}
	innerExtract(context, match) {
		const hour = parseInt(match[HOUR_GROUP]);
		if (hour > 23) return null;
		const result = context.createParsingResult(match.index, match[0]);
		result.start.assign("hour", hour);
		const minute = match[MINUTE_COLON_GROUP] ? parseInt(match[MINUTE_COLON_GROUP]) : match[MINUTE_GIO_GROUP] ? parseInt(match[MINUTE_GIO_GROUP]) : 0;
		if (minute >= 60) return null;
		result.start.assign("minute", minute);
		const meridiem = match[MERIDIEM_GROUP]?.toLowerCase();
		if (meridiem === "sáng") {
			result.start.assign("meridiem", Meridiem.AM);
			if (hour === 12) result.start.assign("hour", 0);
		} else if (meridiem === "trưa") {
			if (hour < 10) {
				result.start.assign("meridiem", Meridiem.PM);
				result.start.assign("hour", hour + 12);
			} else result.start.assign("meridiem", hour >= 12 ? Meridiem.PM : Meridiem.AM);
		} else if (meridiem === "chiều" || meridiem === "tối" || meridiem === "đêm") {
			result.start.assign("meridiem", Meridiem.PM);
			if (hour < 12) result.start.assign("hour", hour + 12);
		}
		result.start.imply("second", 0);
		result.start.imply("millisecond", 0);
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/parsers/VITimeUnitAgoFormatParser.js
const PATTERN$3 = new RegExp("(" + TIME_UNITS_PATTERN + ")\\s{0,5}(?:trước|qua)(?=\\W|$)", "i");
var VITimeUnitAgoFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	strictMode;
	constructor(strictMode = false) {
		super();
		this.strictMode = strictMode;
	}
	innerPattern() {
		return PATTERN$3;
	}
	innerExtract(context, match) {
		const duration = parseDuration(match[1]);
		if (!duration) return null;
		return ParsingComponents.createRelativeFromReference(context.reference, reverseDuration(duration));
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/parsers/VITimeUnitLaterFormatParser.js
const PATTERN$2 = new RegExp("(" + TIME_UNITS_PATTERN + ")\\s{0,5}(?:sau|nữa|tới|tiếp)(?=\\W|$)", "i");
var VITimeUnitLaterFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	strictMode;
	constructor(strictMode = false) {
		super();
		this.strictMode = strictMode;
	}
	innerPattern() {
		return PATTERN$2;
	}
	innerExtract(context, match) {
		const duration = parseDuration(match[1]);
		if (!duration) return null;
		return ParsingComponents.createRelativeFromReference(context.reference, duration);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/parsers/VITimeUnitWithinFormatParser.js
const PATTERN$1 = new RegExp("(?:trong\\s*(?:vòng\\s*)?)(" + TIME_UNITS_PATTERN + ")(?=\\W|$)", "i");
var VITimeUnitWithinFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	strictMode;
	constructor(strictMode = false) {
		super();
		this.strictMode = strictMode;
	}
	innerPattern() {
		return PATTERN$1;
	}
	innerExtract(context, match) {
		const timeUnits = parseDuration(match[1]);
		if (!timeUnits) return null;
		return ParsingComponents.createRelativeFromReference(context.reference, timeUnits);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/parsers/VITimeUnitCasualRelativeFormatParser.js
const CASUAL_UNIT_PATTERN = "(?:" + NUMBER_PATTERN + "\\s{0,5})?(?:" + matchAnyPattern(TIME_UNIT_DICTIONARY) + ")";
const PATTERN = new RegExp("(này|trước|qua|sau|tới|tiếp)\\s*(" + CASUAL_UNIT_PATTERN + ")|(" + CASUAL_UNIT_PATTERN + ")\\s*(này|trước|qua|sau|tới|tiếp)(?=\\W|$)", "i");
var VITimeUnitCasualRelativeFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN;
	}
	innerExtract(context, match) {
		const modifier = (match[1] || match[4] || "").toLowerCase();
		const unitText = (match[2] || match[3] || "").toLowerCase();
		let duration = parseDuration(unitText);
		if (Object.keys(duration).length === 0) {
			const unit = TIME_UNIT_DICTIONARY[unitText];
			if (!unit) return null;
			duration = { [unit]: 1 };
		}
		if (modifier === "trước" || modifier === "qua") duration = reverseDuration(duration);
		return ParsingComponents.createRelativeFromReference(context.reference, duration);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/refiners/VIMergeDateRangeRefiner.js
var VIMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(?:–|-|đến|tới|và)\s*$/;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/refiners/VIMergeDateTimeRefiner.js
var VIMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return /^\s*(?:lúc|vào|,|T|-)?\s*$/;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/vi/refiners/VIMergeWeekdayComponentRefiner.js
var VIMergeWeekdayComponentRefiner = class extends MergeWeekdayComponentRefiner {};
// ../node_modules/chrono-node/dist/esm/locales/vi/index.js
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
	option.parsers.unshift(new VICasualTimeParser());
	option.parsers.unshift(new VICasualDateParser());
	option.parsers.unshift(new VITimeUnitCasualRelativeFormatParser());
	return option;
}
function createConfiguration(strictMode = true, littleEndian = true) {
	return includeCommonConfiguration({
		parsers: [
			new ISOFormatParser(),
			new SlashDateFormatParser(littleEndian),
			new VIStandardParser(),
			new VIMonthYearParser(),
			new VIYearParser(),
			new VIWeekdayParser(),
			new VITimeExpressionParser(),
			new VITimeUnitAgoFormatParser(strictMode),
			new VITimeUnitLaterFormatParser(strictMode),
			new VITimeUnitWithinFormatParser(strictMode)
		],
		refiners: [
			new VIMergeWeekdayComponentRefiner(),
			new VIMergeDateRangeRefiner(),
			new VIMergeDateTimeRefiner()
		]
	}, strictMode);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
