import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, Chrono, MergeWeekdayComponentRefiner, MergingRefiner, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, createParsingComponentsAtWeekday, findMostLikelyADYear, findYearClosestToRef, includeCommonConfiguration, today, tomorrow, yesterday } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/ja/constants.js
const NUMBER = {
	"零": 0,
	"〇": 0,
	"一": 1,
	"二": 2,
	"三": 3,
	"四": 4,
	"五": 5,
	"六": 6,
	"七": 7,
	"八": 8,
	"九": 9,
	"十": 10
};
const WEEKDAY_OFFSET = {
	"日": 0,
	"月": 1,
	"火": 2,
	"水": 3,
	"木": 4,
	"金": 5,
	"土": 6
};
function toHankaku(text) {
	return String(text).replace(/\u2019/g, "'").replace(/\u201D/g, "\"").replace(/\u3000/g, " ").replace(/\uFFE5/g, "¥").replace(/[\uFF01\uFF03-\uFF06\uFF08\uFF09\uFF0C-\uFF19\uFF1C-\uFF1F\uFF21-\uFF3B\uFF3D\uFF3F\uFF41-\uFF5B\uFF5D\uFF5E]/g, alphaNum);
}
function alphaNum(token) {
	return String.fromCharCode(token.charCodeAt(0) - 65248);
}
function jaStringToNumber(text) {
	let number = 0;
	for (let i = 0; i < text.length; i++) {
		const char = text[i];
		if (char === "十") number = number === 0 ? NUMBER[char] : number * NUMBER[char];
		else number += NUMBER[char];
	}
	return number;
}
// ../node_modules/chrono-node/dist/esm/locales/ja/parsers/JPStandardParser.js
const PATTERN$4 = /(?:(?:([同今本])|((昭和|平成|令和)?([0-9０-９]{1,4}|元)))年\s*)?([0-9０-９]{1,2})月\s*([0-9０-９]{1,2})日/i;
const SPECIAL_YEAR_GROUP = 1;
const TYPICAL_YEAR_GROUP = 2;
const ERA_GROUP = 3;
const YEAR_NUMBER_GROUP = 4;
const MONTH_GROUP$1 = 5;
const DAY_GROUP$1 = 6;
var JPStandardParser = class {
	pattern() {
		return PATTERN$4;
	}
	extract(context, match) {
		const month = parseInt(toHankaku(match[MONTH_GROUP$1]));
		const day = parseInt(toHankaku(match[DAY_GROUP$1]));
		const components = context.createParsingComponents({
			day,
			month
		});
		if (match[SPECIAL_YEAR_GROUP] && match[SPECIAL_YEAR_GROUP].match("同|今|本")) components.assign("year", context.reference.getDateWithAdjustedTimezone().getFullYear());
		if (match[TYPICAL_YEAR_GROUP]) {
			const yearNumText = match[YEAR_NUMBER_GROUP];
			let year = yearNumText == "元" ? 1 : parseInt(toHankaku(yearNumText));
			if (match[ERA_GROUP] == "令和") year += 2018;
			else if (match[ERA_GROUP] == "平成") year += 1988;
			else if (match[ERA_GROUP] == "昭和") year += 1925;
			components.assign("year", year);
		} else {
			const year = findYearClosestToRef(context.refDate, day, month);
			components.imply("year", year);
		}
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ja/refiners/JPMergeDateRangeRefiner.js
var JPMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(から|－|ー|-|～|~)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ja/parsers/JPCasualDateParser.js
const PATTERN$3 = /今日|きょう|本日|ほんじつ|昨日|きのう|明日|あした|今夜|こんや|今夕|こんゆう|今晩|こんばん|今朝|けさ/i;
function normalizeTextToKanji(text) {
	switch (text) {
		case "きょう": return "今日";
		case "ほんじつ": return "本日";
		case "きのう": return "昨日";
		case "あした": return "明日";
		case "こんや": return "今夜";
		case "こんゆう": return "今夕";
		case "こんばん": return "今晩";
		case "けさ": return "今朝";
		default: return text;
	}
}
var JPCasualDateParser = class {
	pattern() {
		return PATTERN$3;
	}
	extract(context, match) {
		const text = normalizeTextToKanji(match[0]);
		const components = context.createParsingComponents();
		switch (text) {
			case "昨日": return yesterday(context.reference);
			case "明日": return tomorrow(context.reference);
			case "本日":
			case "今日": return today(context.reference);
		}
		if (text == "今夜" || text == "今夕" || text == "今晩") {
			components.imply("hour", 22);
			components.assign("meridiem", Meridiem.PM);
		} else if (text.match("今朝")) {
			components.imply("hour", 6);
			components.assign("meridiem", Meridiem.AM);
		}
		const date = context.refDate;
		components.assign("day", date.getDate());
		components.assign("month", date.getMonth() + 1);
		components.assign("year", date.getFullYear());
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ja/parsers/JPWeekdayParser.js
const PATTERN$2 = new RegExp("((?<prefix>前の|次の|今週))?(?<weekday>" + Object.keys(WEEKDAY_OFFSET).join("|") + ")(?:曜日|曜)", "i");
var JPWeekdayParser = class {
	pattern() {
		return PATTERN$2;
	}
	extract(context, match) {
		const dayOfWeek = match.groups.weekday;
		const offset = WEEKDAY_OFFSET[dayOfWeek];
		if (offset === void 0) return null;
		const prefix = match.groups.prefix || "";
		let modifier = null;
		if (prefix.match(/前の/)) modifier = "last";
		else if (prefix.match(/次の/)) modifier = "next";
		else if (prefix.match(/今週/)) modifier = "this";
		return createParsingComponentsAtWeekday(context.reference, offset, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ja/parsers/JPSlashDateFormatParser.js
const PATTERN$1 = new RegExp("([0-9０-９]{4}[\\/|\\／])?([0-1０-１]{0,1}[0-9０-９]{1})(?:[\\/|\\／]([0-3０-３]{0,1}[0-9０-９]{1}))", "i");
const YEAR_GROUP = 1;
const MONTH_GROUP = 2;
const DAY_GROUP = 3;
var JPSlashDateFormatParser = class {
	pattern() {
		return PATTERN$1;
	}
	extract(context, match) {
		const result = context.createParsingComponents();
		const month = parseInt(toHankaku(match[MONTH_GROUP]));
		const day = parseInt(toHankaku(match[DAY_GROUP]));
		if (month < 1 || month > 12) return null;
		if (day < 1 || day > 31) return null;
		result.assign("day", day);
		result.assign("month", month);
		if (match[YEAR_GROUP]) {
			const rawYearNumber = parseInt(toHankaku(match[YEAR_GROUP]));
			const year = findMostLikelyADYear(rawYearNumber);
			result.assign("year", year);
		} else {
			const year = findYearClosestToRef(context.reference.instant, day, month);
			result.imply("year", year);
		}
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ja/parsers/JPTimeExpressionParser.js
const FIRST_REG_PATTERN = new RegExp("(?:(午前|午後|A.M.|P.M.|AM|PM))?(?:[\\s,，、]*)(?:([0-9０-９]+|[" + Object.keys(NUMBER).join("") + "]+)(?:\\s*)(?:時(?!間)|:|：)(?:\\s*)([0-9０-９]+|半|[" + Object.keys(NUMBER).join("") + "]+)?(?:\\s*)(?:分|:|：)?(?:\\s*)([0-9０-９]+|[" + Object.keys(NUMBER).join("") + "]+)?(?:\\s*)(?:秒)?)(?:\\s*(A.M.|P.M.|AM?|PM?))?", "i");
const SECOND_REG_PATTERN = new RegExp("(?:^\\s*(?:から|\\-|\\–|\\－|\\~|\\〜)\\s*)(?:(午前|午後|A.M.|P.M.|AM|PM))?(?:[\\s,，、]*)(?:([0-9０-９]+|[" + Object.keys(NUMBER).join("") + "]+)(?:\\s*)(?:時|:|：)(?:\\s*)([0-9０-９]+|半|[" + Object.keys(NUMBER).join("") + "]+)?(?:\\s*)(?:分|:|：)?(?:\\s*)([0-9０-９]+|[" + Object.keys(NUMBER).join("") + "]+)?(?:\\s*)(?:秒)?)(?:\\s*(A.M.|P.M.|AM?|PM?))?", "i");
const AM_PM_HOUR_GROUP_1 = 1;
const HOUR_GROUP = 2;
const MINUTE_GROUP = 3;
const SECOND_GROUP = 4;
const AM_PM_HOUR_GROUP_2 = 5;
var JPTimeExpressionParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return FIRST_REG_PATTERN;
	}
	innerExtract(context, match) {
		if (match.index > 0 && context.text[match.index - 1].match(/\w/)) return null;
		const result = context.createParsingResult(match.index, match[0]);
		result.start = createTimeComponents(context, match[HOUR_GROUP], match[MINUTE_GROUP], match[SECOND_GROUP], match[AM_PM_HOUR_GROUP_1] ?? match[AM_PM_HOUR_GROUP_2]);
		if (!result.start) {
			match.index += match[0].length;
			return null;
		}
		match = SECOND_REG_PATTERN.exec(context.text.substring(result.index + result.text.length));
		if (!match) return result;
		result.text = result.text + match[0];
		result.end = createTimeComponents(context, match[HOUR_GROUP], match[MINUTE_GROUP], match[SECOND_GROUP], match[AM_PM_HOUR_GROUP_1] ?? match[AM_PM_HOUR_GROUP_2]);
		if (!result.end) return null;
		if (!result.end.isCertain("meridiem") && result.start.isCertain("meridiem")) {
			result.end.imply("meridiem", result.start.get("meridiem"));
			if (result.start.get("meridiem") === Meridiem.PM) {
				if (result.start.get("hour") - 12 > result.end.get("hour")) result.end.imply("meridiem", Meridiem.AM);
				else if (result.end.get("hour") < 12) result.end.assign("hour", result.end.get("hour") + 12);
			}
		}
		if (result.end.date().getTime() < result.start.date().getTime()) result.end.addDurationAsImplied({ day: 1 });
		return result;
	}
};
function createTimeComponents(context, matchHour, matchMinute, matchSecond, matchAmPm) {
	let hour = 0;
	let meridiem = -1;
	let targetComponents = context.createParsingComponents();
	hour = parseInt(toHankaku(matchHour));
	if (isNaN(hour)) hour = jaStringToNumber(matchHour);
	if (hour > 24) return null;
	if (matchMinute) {
		let minute;
		if (matchMinute === "半") minute = 30;
		else {
			minute = parseInt(toHankaku(matchMinute));
			if (isNaN(minute)) minute = jaStringToNumber(matchMinute);
		}
		if (minute >= 60) return null;
		targetComponents.assign("minute", minute);
	}
	if (matchSecond) {
		let second = parseInt(toHankaku(matchSecond));
		if (isNaN(second)) second = jaStringToNumber(matchSecond);
		if (second >= 60) return null;
		targetComponents.assign("second", second);
	}
	if (matchAmPm) {
		if (hour > 12) return null;
		const AMPMString = matchAmPm;
		if (AMPMString === "午前" || AMPMString[0].toLowerCase() === "a") {
			meridiem = Meridiem.AM;
			if (hour === 12) hour = 0;
		} else if (AMPMString === "午後" || AMPMString[0].toLowerCase() === "p") {
			meridiem = Meridiem.PM;
			if (hour != 12) hour += 12;
		}
	}
	targetComponents.assign("hour", hour);
	if (meridiem >= 0) targetComponents.assign("meridiem", meridiem);
	else if (hour < 12) targetComponents.imply("meridiem", Meridiem.AM);
	else targetComponents.imply("meridiem", Meridiem.PM);
	return targetComponents;
}
// ../node_modules/chrono-node/dist/esm/locales/ja/refiners/JPMergeDateTimeRefiner.js
var JPMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return /^\s*(の)?\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ja/refiners/JPMergeWeekdayComponentRefiner.js
var JPMergeWeekdayComponentRefiner = class extends MergingRefiner {
	mergeResults(textBetween, currentResult, nextResult) {
		const newResult = currentResult.clone();
		newResult.text = currentResult.text + textBetween + nextResult.text;
		newResult.start.assign("weekday", nextResult.start.get("weekday"));
		if (newResult.end) newResult.end.assign("weekday", nextResult.start.get("weekday"));
		return newResult;
	}
	shouldMergeResults(textBetween, currentResult, nextResult) {
		return currentResult.start.isCertain("day") && nextResult.start.isOnlyWeekdayComponent() && !nextResult.start.isCertain("hour") && textBetween.match(/^[,、の]?\s*$/) !== null;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ja/parsers/JPWeekdayWithParenthesesParser.js
const PATTERN = new RegExp("(?:\\(|\\（)(?<weekday>" + Object.keys(WEEKDAY_OFFSET).join("|") + ")(?:\\)|\\）)", "i");
var JPWeekdayWithParenthesesParser = class {
	pattern() {
		return PATTERN;
	}
	extract(context, match) {
		const dayOfWeek = match.groups.weekday;
		const offset = WEEKDAY_OFFSET[dayOfWeek];
		if (offset === void 0) return null;
		return createParsingComponentsAtWeekday(context.reference, offset);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/ja/index.js
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
	option.parsers.unshift(new JPCasualDateParser());
	return option;
}
function createConfiguration(strictMode = true) {
	const configuration = includeCommonConfiguration({
		parsers: [
			new JPStandardParser(),
			new JPWeekdayParser(),
			new JPWeekdayWithParenthesesParser(),
			new JPSlashDateFormatParser(),
			new JPTimeExpressionParser()
		],
		refiners: [
			new JPMergeWeekdayComponentRefiner(),
			new JPMergeDateTimeRefiner(),
			new JPMergeDateRangeRefiner()
		]
	}, strictMode);
	configuration.refiners = configuration.refiners.filter((refiner) => !(refiner instanceof MergeWeekdayComponentRefiner));
	return configuration;
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
