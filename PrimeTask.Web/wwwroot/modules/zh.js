import { __exportAll } from "./rolldown-runtime.js";
import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, Chrono, ExtractTimezoneOffsetRefiner, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, addDuration, includeCommonConfiguration, reverseDuration } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/zh/hans/constants.js
const NUMBER$1 = {
	"零": 0,
	"〇": 0,
	"一": 1,
	"二": 2,
	"两": 2,
	"三": 3,
	"四": 4,
	"五": 5,
	"六": 6,
	"七": 7,
	"八": 8,
	"九": 9,
	"十": 10
};
const WEEKDAY_OFFSET$1 = {
	"天": 0,
	"日": 0,
	"一": 1,
	"二": 2,
	"三": 3,
	"四": 4,
	"五": 5,
	"六": 6
};
function zhStringToNumber$1(text) {
	let number = 0;
	for (let i = 0; i < text.length; i++) {
		const char = text[i];
		if (char === "十") number = number === 0 ? NUMBER$1[char] : number * NUMBER$1[char];
		else number += NUMBER$1[char];
	}
	return number;
}
function zhStringToYear$1(text) {
	let string = "";
	for (let i = 0; i < text.length; i++) {
		const char = text[i];
		string = string + NUMBER$1[char];
	}
	return parseInt(string);
}
// ../node_modules/chrono-node/dist/esm/locales/zh/hans/parsers/ZHHansDateParser.js
const YEAR_GROUP$1 = 1;
const MONTH_GROUP$1 = 2;
const DAY_GROUP$1 = 3;
var ZHHansDateParser = class extends AbstractParserWithWordBoundaryChecking {
	patternLeftBoundary() {
		return "()";
	}
	innerPattern() {
		return new RegExp("(\\d{2,4}|[" + Object.keys(NUMBER$1).join("") + "]{4}|[" + Object.keys(NUMBER$1).join("") + "]{2})?(?:\\s*)(?:年)?(?:[\\s|,|，]*)(\\d{1,2}|[" + Object.keys(NUMBER$1).join("") + "]{1,3})(?:\\s*)(?:月)(?:\\s*)(\\d{1,2}|[" + Object.keys(NUMBER$1).join("") + "]{1,3})?(?:\\s*)(?:日|号)?");
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		let month = parseInt(match[MONTH_GROUP$1]);
		if (isNaN(month)) month = zhStringToNumber$1(match[MONTH_GROUP$1]);
		result.start.assign("month", month);
		if (match[DAY_GROUP$1]) {
			let day = parseInt(match[DAY_GROUP$1]);
			if (isNaN(day)) day = zhStringToNumber$1(match[DAY_GROUP$1]);
			result.start.assign("day", day);
		} else result.start.imply("day", context.refDate.getDate());
		if (match[YEAR_GROUP$1]) {
			let year = parseInt(match[YEAR_GROUP$1]);
			if (isNaN(year)) year = zhStringToYear$1(match[YEAR_GROUP$1]);
			result.start.assign("year", year);
		} else result.start.imply("year", context.refDate.getFullYear());
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hans/parsers/ZHHansDeadlineFormatParser.js
const PATTERN$7 = new RegExp("(\\d+|[" + Object.keys(NUMBER$1).join("") + "]+|半|几)(?:\\s*)(?:个)?(秒(?:钟)?|分钟|小时|钟|日|天|星期|礼拜|月|年)(?:(?:之|过)?后|(?:之)?内)", "i");
const NUMBER_GROUP$3 = 1;
const UNIT_GROUP$3 = 2;
var ZHHansDeadlineFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	patternLeftBoundary() {
		return "()";
	}
	innerPattern() {
		return PATTERN$7;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		let number = parseInt(match[NUMBER_GROUP$3]);
		if (isNaN(number)) number = zhStringToNumber$1(match[NUMBER_GROUP$3]);
		if (isNaN(number)) {
			const string = match[NUMBER_GROUP$3];
			if (string === "几") number = 3;
			else if (string === "半") number = .5;
			else return null;
		}
		const duration = {};
		const unitAbbr = match[UNIT_GROUP$3][0];
		if (unitAbbr.match(/[日天星礼月年]/)) {
			if (unitAbbr == "日" || unitAbbr == "天") duration.day = number;
			else if (unitAbbr == "星" || unitAbbr == "礼") duration.week = number;
			else if (unitAbbr == "月") duration.month = number;
			else if (unitAbbr == "年") duration.year = number;
			const date = addDuration(context.refDate, duration);
			result.start.assign("year", date.getFullYear());
			result.start.assign("month", date.getMonth() + 1);
			result.start.assign("day", date.getDate());
			return result;
		}
		if (unitAbbr == "秒") duration.second = number;
		else if (unitAbbr == "分") duration.minute = number;
		else if (unitAbbr == "小" || unitAbbr == "钟") duration.hour = number;
		const date = addDuration(context.refDate, duration);
		result.start.imply("year", date.getFullYear());
		result.start.imply("month", date.getMonth() + 1);
		result.start.imply("day", date.getDate());
		result.start.assign("hour", date.getHours());
		result.start.assign("minute", date.getMinutes());
		result.start.assign("second", date.getSeconds());
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hans/parsers/ZHHansRelationWeekdayParser.js
const PATTERN$6 = new RegExp("(?<prefix>上|下|这)(?:个)?(?:星期|礼拜|周)(?<weekday>" + Object.keys(WEEKDAY_OFFSET$1).join("|") + ")");
var ZHHansRelationWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$6;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		const dayOfWeek = match.groups.weekday;
		const offset = WEEKDAY_OFFSET$1[dayOfWeek];
		if (offset === void 0) return null;
		let modifier = null;
		const prefix = match.groups.prefix;
		if (prefix == "上") modifier = "last";
		else if (prefix == "下") modifier = "next";
		else if (prefix == "这") modifier = "this";
		const date = new Date(context.refDate.getTime());
		let startMomentFixed = false;
		const refOffset = date.getDay();
		if (modifier == "last" || modifier == "past") {
			date.setDate(date.getDate() + (offset - 7 - refOffset));
			startMomentFixed = true;
		} else if (modifier == "next") {
			date.setDate(date.getDate() + (offset + 7 - refOffset));
			startMomentFixed = true;
		} else if (modifier == "this") date.setDate(date.getDate() + (offset - refOffset));
		else {
			let diff = offset - refOffset;
			if (Math.abs(diff - 7) < Math.abs(diff)) diff -= 7;
			if (Math.abs(diff + 7) < Math.abs(diff)) diff += 7;
			date.setDate(date.getDate() + diff);
		}
		result.start.assign("weekday", offset);
		if (startMomentFixed) {
			result.start.assign("day", date.getDate());
			result.start.assign("month", date.getMonth() + 1);
			result.start.assign("year", date.getFullYear());
		} else {
			result.start.imply("day", date.getDate());
			result.start.imply("month", date.getMonth() + 1);
			result.start.imply("year", date.getFullYear());
		}
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hans/parsers/ZHHansTimeExpressionParser.js
const FIRST_REG_PATTERN$1 = new RegExp("(?:从|自)?(?:(今|明|前|大前|后|大后|昨)(早|朝|晚)|(上(?:午)|早(?:上)|下(?:午)|晚(?:上)|夜(?:晚)?|中(?:午)|凌(?:晨))|(今|明|前|大前|后|大后|昨)(?:日|天)(?:[\\s,，]*)(?:(上(?:午)|早(?:上)|下(?:午)|晚(?:上)|夜(?:晚)?|中(?:午)|凌(?:晨)))?)?(?:[\\s,，]*)(?:(\\d+|[" + Object.keys(NUMBER$1).join("") + "]+)(?:\\s*)(?:点|时|:|：)(?:\\s*)(\\d+|半|正|整|[" + Object.keys(NUMBER$1).join("") + "]+)?(?:\\s*)(?:分|:|：)?(?:\\s*)(\\d+|[" + Object.keys(NUMBER$1).join("") + "]+)?(?:\\s*)(?:秒)?)(?:\\s*(A.M.|P.M.|AM?|PM?))?", "i");
const SECOND_REG_PATTERN$1 = new RegExp("(?:^\\s*(?:到|至|\\-|\\–|\\~|\\〜)\\s*)(?:(今|明|前|大前|后|大后|昨)(早|朝|晚)|(上(?:午)|早(?:上)|下(?:午)|晚(?:上)|夜(?:晚)?|中(?:午)|凌(?:晨))|(今|明|前|大前|后|大后|昨)(?:日|天)(?:[\\s,，]*)(?:(上(?:午)|早(?:上)|下(?:午)|晚(?:上)|夜(?:晚)?|中(?:午)|凌(?:晨)))?)?(?:[\\s,，]*)(?:(\\d+|[" + Object.keys(NUMBER$1).join("") + "]+)(?:\\s*)(?:点|时|:|：)(?:\\s*)(\\d+|半|正|整|[" + Object.keys(NUMBER$1).join("") + "]+)?(?:\\s*)(?:分|:|：)?(?:\\s*)(\\d+|[" + Object.keys(NUMBER$1).join("") + "]+)?(?:\\s*)(?:秒)?)(?:\\s*(A.M.|P.M.|AM?|PM?))?", "i");
const DAY_GROUP_1$3 = 1;
const ZH_AM_PM_HOUR_GROUP_1$1 = 2;
const ZH_AM_PM_HOUR_GROUP_2$1 = 3;
const DAY_GROUP_3$3 = 4;
const ZH_AM_PM_HOUR_GROUP_3$1 = 5;
const HOUR_GROUP$1 = 6;
const MINUTE_GROUP$1 = 7;
const SECOND_GROUP$1 = 8;
const AM_PM_HOUR_GROUP$1 = 9;
var ZHHansTimeExpressionParser = class extends AbstractParserWithWordBoundaryChecking {
	patternLeftBoundary() {
		return "()";
	}
	innerPattern() {
		return FIRST_REG_PATTERN$1;
	}
	innerExtract(context, match) {
		if (match.index > 0 && context.text[match.index - 1].match(/\w/)) return null;
		const result = context.createParsingResult(match.index, match[0]);
		const startMoment = new Date(context.reference.instant.getTime());
		if (match[DAY_GROUP_1$3]) {
			const day1 = match[DAY_GROUP_1$3];
			if (day1 == "明") {
				if (context.reference.instant.getHours() > 1) startMoment.setDate(startMoment.getDate() + 1);
			} else if (day1 == "昨") startMoment.setDate(startMoment.getDate() - 1);
			else if (day1 == "前") startMoment.setDate(startMoment.getDate() - 2);
			else if (day1 == "大前") startMoment.setDate(startMoment.getDate() - 3);
			else if (day1 == "后") startMoment.setDate(startMoment.getDate() + 2);
			else if (day1 == "大后") startMoment.setDate(startMoment.getDate() + 3);
			result.start.assign("day", startMoment.getDate());
			result.start.assign("month", startMoment.getMonth() + 1);
			result.start.assign("year", startMoment.getFullYear());
		} else if (match[DAY_GROUP_3$3]) {
			const day3 = match[DAY_GROUP_3$3];
			if (day3 == "明") startMoment.setDate(startMoment.getDate() + 1);
			else if (day3 == "昨") startMoment.setDate(startMoment.getDate() - 1);
			else if (day3 == "前") startMoment.setDate(startMoment.getDate() - 2);
			else if (day3 == "大前") startMoment.setDate(startMoment.getDate() - 3);
			else if (day3 == "后") startMoment.setDate(startMoment.getDate() + 2);
			else if (day3 == "大后") startMoment.setDate(startMoment.getDate() + 3);
			result.start.assign("day", startMoment.getDate());
			result.start.assign("month", startMoment.getMonth() + 1);
			result.start.assign("year", startMoment.getFullYear());
		} else {
			result.start.imply("day", startMoment.getDate());
			result.start.imply("month", startMoment.getMonth() + 1);
			result.start.imply("year", startMoment.getFullYear());
		}
		let hour = 0;
		let minute = 0;
		let meridiem = -1;
		if (match[SECOND_GROUP$1]) {
			let second = parseInt(match[SECOND_GROUP$1]);
			if (isNaN(second)) second = zhStringToNumber$1(match[SECOND_GROUP$1]);
			if (second >= 60) return null;
			result.start.assign("second", second);
		}
		hour = parseInt(match[HOUR_GROUP$1]);
		if (isNaN(hour)) hour = zhStringToNumber$1(match[HOUR_GROUP$1]);
		if (match[MINUTE_GROUP$1]) {
			if (match[MINUTE_GROUP$1] == "半") minute = 30;
			else if (match[MINUTE_GROUP$1] == "正" || match[MINUTE_GROUP$1] == "整") minute = 0;
			else {
				minute = parseInt(match[MINUTE_GROUP$1]);
				if (isNaN(minute)) minute = zhStringToNumber$1(match[MINUTE_GROUP$1]);
			}
		} else if (hour > 100) {
			minute = hour % 100;
			hour = Math.floor(hour / 100);
		}
		if (minute >= 60) return null;
		if (hour > 24) return null;
		if (hour >= 12) meridiem = 1;
		if (match[AM_PM_HOUR_GROUP$1]) {
			if (hour > 12) return null;
			const ampm = match[AM_PM_HOUR_GROUP$1][0].toLowerCase();
			if (ampm == "a") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			}
			if (ampm == "p") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		} else if (match[ZH_AM_PM_HOUR_GROUP_1$1]) {
			const zhAMPM1 = match[ZH_AM_PM_HOUR_GROUP_1$1][0];
			if (zhAMPM1 == "早") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			} else if (zhAMPM1 == "晚") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		} else if (match[ZH_AM_PM_HOUR_GROUP_2$1]) {
			const zhAMPM2 = match[ZH_AM_PM_HOUR_GROUP_2$1][0];
			if (zhAMPM2 == "上" || zhAMPM2 == "早" || zhAMPM2 == "凌") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			} else if (zhAMPM2 == "下" || zhAMPM2 == "晚") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		} else if (match[ZH_AM_PM_HOUR_GROUP_3$1]) {
			const zhAMPM3 = match[ZH_AM_PM_HOUR_GROUP_3$1][0];
			if (zhAMPM3 == "上" || zhAMPM3 == "早" || zhAMPM3 == "凌") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			} else if (zhAMPM3 == "下" || zhAMPM3 == "晚") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		}
		result.start.assign("hour", hour);
		result.start.assign("minute", minute);
		if (meridiem >= 0) result.start.assign("meridiem", meridiem);
		else if (hour < 12) result.start.imply("meridiem", 0);
		else result.start.imply("meridiem", 1);
		const secondMatch = SECOND_REG_PATTERN$1.exec(context.text.substring(result.index + result.text.length));
		if (!secondMatch) {
			if (result.text.match(/^\d+$/)) return null;
			return result;
		}
		let endMoment = new Date(startMoment.getTime());
		if (secondMatch[DAY_GROUP_1$3] || secondMatch[DAY_GROUP_3$3]) endMoment = new Date(context.reference.instant.getTime());
		result.end = context.createParsingComponents();
		if (secondMatch[DAY_GROUP_1$3]) {
			const day1 = secondMatch[DAY_GROUP_1$3];
			if (day1 == "明") {
				if (context.reference.instant.getHours() > 1) endMoment.setDate(endMoment.getDate() + 1);
			} else if (day1 == "昨") endMoment.setDate(endMoment.getDate() - 1);
			else if (day1 == "前") endMoment.setDate(endMoment.getDate() - 2);
			else if (day1 == "大前") endMoment.setDate(endMoment.getDate() - 3);
			else if (day1 == "后") endMoment.setDate(endMoment.getDate() + 2);
			else if (day1 == "大后") endMoment.setDate(endMoment.getDate() + 3);
			result.end.assign("day", endMoment.getDate());
			result.end.assign("month", endMoment.getMonth() + 1);
			result.end.assign("year", endMoment.getFullYear());
		} else if (secondMatch[DAY_GROUP_3$3]) {
			const day3 = secondMatch[DAY_GROUP_3$3];
			if (day3 == "明") endMoment.setDate(endMoment.getDate() + 1);
			else if (day3 == "昨") endMoment.setDate(endMoment.getDate() - 1);
			else if (day3 == "前") endMoment.setDate(endMoment.getDate() - 2);
			else if (day3 == "大前") endMoment.setDate(endMoment.getDate() - 3);
			else if (day3 == "后") endMoment.setDate(endMoment.getDate() + 2);
			else if (day3 == "大后") endMoment.setDate(endMoment.getDate() + 3);
			result.end.assign("day", endMoment.getDate());
			result.end.assign("month", endMoment.getMonth() + 1);
			result.end.assign("year", endMoment.getFullYear());
		} else {
			result.end.imply("day", endMoment.getDate());
			result.end.imply("month", endMoment.getMonth() + 1);
			result.end.imply("year", endMoment.getFullYear());
		}
		hour = 0;
		minute = 0;
		meridiem = -1;
		if (secondMatch[SECOND_GROUP$1]) {
			let second = parseInt(secondMatch[SECOND_GROUP$1]);
			if (isNaN(second)) second = zhStringToNumber$1(secondMatch[SECOND_GROUP$1]);
			if (second >= 60) return null;
			result.end.assign("second", second);
		}
		hour = parseInt(secondMatch[HOUR_GROUP$1]);
		if (isNaN(hour)) hour = zhStringToNumber$1(secondMatch[HOUR_GROUP$1]);
		if (secondMatch[MINUTE_GROUP$1]) {
			if (secondMatch[MINUTE_GROUP$1] == "半") minute = 30;
			else if (secondMatch[MINUTE_GROUP$1] == "正" || secondMatch[MINUTE_GROUP$1] == "整") minute = 0;
			else {
				minute = parseInt(secondMatch[MINUTE_GROUP$1]);
				if (isNaN(minute)) minute = zhStringToNumber$1(secondMatch[MINUTE_GROUP$1]);
			}
		} else if (hour > 100) {
			minute = hour % 100;
			hour = Math.floor(hour / 100);
		}
		if (minute >= 60) return null;
		if (hour > 24) return null;
		if (hour >= 12) meridiem = 1;
		if (secondMatch[AM_PM_HOUR_GROUP$1]) {
			if (hour > 12) return null;
			const ampm = secondMatch[AM_PM_HOUR_GROUP$1][0].toLowerCase();
			if (ampm == "a") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			}
			if (ampm == "p") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
			if (!result.start.isCertain("meridiem")) {
				if (meridiem == 0) {
					result.start.imply("meridiem", 0);
					if (result.start.get("hour") == 12) result.start.assign("hour", 0);
				} else {
					result.start.imply("meridiem", 1);
					if (result.start.get("hour") != 12) result.start.assign("hour", result.start.get("hour") + 12);
				}
			}
		} else if (secondMatch[ZH_AM_PM_HOUR_GROUP_1$1]) {
			const zhAMPM1 = secondMatch[ZH_AM_PM_HOUR_GROUP_1$1][0];
			if (zhAMPM1 == "早") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			} else if (zhAMPM1 == "晚") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		} else if (secondMatch[ZH_AM_PM_HOUR_GROUP_2$1]) {
			const zhAMPM2 = secondMatch[ZH_AM_PM_HOUR_GROUP_2$1][0];
			if (zhAMPM2 == "上" || zhAMPM2 == "早" || zhAMPM2 == "凌") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			} else if (zhAMPM2 == "下" || zhAMPM2 == "晚") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		} else if (secondMatch[ZH_AM_PM_HOUR_GROUP_3$1]) {
			const zhAMPM3 = secondMatch[ZH_AM_PM_HOUR_GROUP_3$1][0];
			if (zhAMPM3 == "上" || zhAMPM3 == "早" || zhAMPM3 == "凌") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			} else if (zhAMPM3 == "下" || zhAMPM3 == "晚") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		}
		result.text = result.text + secondMatch[0];
		result.end.assign("hour", hour);
		result.end.assign("minute", minute);
		if (meridiem >= 0) result.end.assign("meridiem", meridiem);
		else if (result.start.isCertain("meridiem") && result.start.get("meridiem") == 1 && result.start.get("hour") > hour) result.end.imply("meridiem", 0);
		else if (hour > 12) result.end.imply("meridiem", 1);
		if (result.end.date().getTime() < result.start.date().getTime() && !result.end.isCertain("day")) result.end.addDurationAsImplied({ day: 1 });
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hans/parsers/ZHHansWeekdayParser.js
const PATTERN$5 = new RegExp("(?:星期|礼拜|周)(?<weekday>" + Object.keys(WEEKDAY_OFFSET$1).join("|") + ")");
var ZHHansWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$5;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		const dayOfWeek = match.groups.weekday;
		const offset = WEEKDAY_OFFSET$1[dayOfWeek];
		if (offset === void 0) return null;
		const date = new Date(context.refDate.getTime());
		let diff = offset - date.getDay();
		if (Math.abs(diff - 7) < Math.abs(diff)) diff -= 7;
		if (Math.abs(diff + 7) < Math.abs(diff)) diff += 7;
		date.setDate(date.getDate() + diff);
		result.start.assign("weekday", offset);
		result.start.imply("day", date.getDate());
		result.start.imply("month", date.getMonth() + 1);
		result.start.imply("year", date.getFullYear());
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hant/parsers/ZHHantCasualDateParser.js
const NOW_GROUP$1 = 1;
const DAY_GROUP_1$2 = 2;
const TIME_GROUP_1$1 = 3;
const TIME_GROUP_2$1 = 4;
const DAY_GROUP_3$2 = 5;
const TIME_GROUP_3$1 = 6;
var ZHHantCasualDateParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return new RegExp("(而家|立(?:刻|即)|即刻)|(今|明|前|大前|後|大後|聽|昨|尋|琴)(早|朝|晚)|(上(?:午|晝)|朝(?:早)|早(?:上)|下(?:午|晝)|晏(?:晝)|晚(?:上)|夜(?:晚)?|中(?:午)|凌(?:晨))|(今|明|前|大前|後|大後|聽|昨|尋|琴)(?:日|天)(?:[\\s|,|，]*)(?:(上(?:午|晝)|朝(?:早)|早(?:上)|下(?:午|晝)|晏(?:晝)|晚(?:上)|夜(?:晚)?|中(?:午)|凌(?:晨)))?", "i");
	}
	innerExtract(context, match) {
		const index = match.index;
		const result = context.createParsingResult(index, match[0]);
		const refDate = context.refDate;
		let date = new Date(refDate.getTime());
		if (match[NOW_GROUP$1]) {
			result.start.imply("hour", refDate.getHours());
			result.start.imply("minute", refDate.getMinutes());
			result.start.imply("second", refDate.getSeconds());
			result.start.imply("millisecond", refDate.getMilliseconds());
		} else if (match[DAY_GROUP_1$2]) {
			const day1 = match[DAY_GROUP_1$2];
			const time1 = match[TIME_GROUP_1$1];
			if (day1 == "明" || day1 == "聽") {
				if (refDate.getHours() > 1) date.setDate(date.getDate() + 1);
			} else if (day1 == "昨" || day1 == "尋" || day1 == "琴") date.setDate(date.getDate() - 1);
			else if (day1 == "前") date.setDate(date.getDate() - 2);
			else if (day1 == "大前") date.setDate(date.getDate() - 3);
			else if (day1 == "後") date.setDate(date.getDate() + 2);
			else if (day1 == "大後") date.setDate(date.getDate() + 3);
			if (time1 == "早" || time1 == "朝") result.start.imply("hour", 6);
			else if (time1 == "晚") {
				result.start.imply("hour", 22);
				result.start.imply("meridiem", 1);
			}
		} else if (match[TIME_GROUP_2$1]) {
			const time2 = match[TIME_GROUP_2$1][0];
			if (time2 == "早" || time2 == "朝" || time2 == "上") result.start.imply("hour", 6);
			else if (time2 == "下" || time2 == "晏") {
				result.start.imply("hour", 15);
				result.start.imply("meridiem", 1);
			} else if (time2 == "中") {
				result.start.imply("hour", 12);
				result.start.imply("meridiem", 1);
			} else if (time2 == "夜" || time2 == "晚") {
				result.start.imply("hour", 22);
				result.start.imply("meridiem", 1);
			} else if (time2 == "凌") result.start.imply("hour", 0);
		} else if (match[DAY_GROUP_3$2]) {
			const day3 = match[DAY_GROUP_3$2];
			if (day3 == "明" || day3 == "聽") {
				if (refDate.getHours() > 1) date.setDate(date.getDate() + 1);
			} else if (day3 == "昨" || day3 == "尋" || day3 == "琴") date.setDate(date.getDate() - 1);
			else if (day3 == "前") date.setDate(date.getDate() - 2);
			else if (day3 == "大前") date.setDate(date.getDate() - 3);
			else if (day3 == "後") date.setDate(date.getDate() + 2);
			else if (day3 == "大後") date.setDate(date.getDate() + 3);
			const timeString3 = match[TIME_GROUP_3$1];
			if (timeString3) {
				const time3 = timeString3[0];
				if (time3 == "早" || time3 == "朝" || time3 == "上") result.start.imply("hour", 6);
				else if (time3 == "下" || time3 == "晏") {
					result.start.imply("hour", 15);
					result.start.imply("meridiem", 1);
				} else if (time3 == "中") {
					result.start.imply("hour", 12);
					result.start.imply("meridiem", 1);
				} else if (time3 == "夜" || time3 == "晚") {
					result.start.imply("hour", 22);
					result.start.imply("meridiem", 1);
				} else if (time3 == "凌") result.start.imply("hour", 0);
			}
		}
		result.start.assign("day", date.getDate());
		result.start.assign("month", date.getMonth() + 1);
		result.start.assign("year", date.getFullYear());
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hant/constants.js
const NUMBER = {
	"零": 0,
	"一": 1,
	"二": 2,
	"兩": 2,
	"三": 3,
	"四": 4,
	"五": 5,
	"六": 6,
	"七": 7,
	"八": 8,
	"九": 9,
	"十": 10,
	"廿": 20,
	"卅": 30
};
const WEEKDAY_OFFSET = {
	"天": 0,
	"日": 0,
	"一": 1,
	"二": 2,
	"三": 3,
	"四": 4,
	"五": 5,
	"六": 6
};
function zhStringToNumber(text) {
	let number = 0;
	for (let i = 0; i < text.length; i++) {
		const char = text[i];
		if (char === "十") number = number === 0 ? NUMBER[char] : number * NUMBER[char];
		else number += NUMBER[char];
	}
	return number;
}
function zhStringToYear(text) {
	let string = "";
	for (let i = 0; i < text.length; i++) {
		const char = text[i];
		string = string + NUMBER[char];
	}
	return parseInt(string);
}
// ../node_modules/chrono-node/dist/esm/locales/zh/hant/parsers/ZHHantDateParser.js
const YEAR_GROUP = 1;
const MONTH_GROUP = 2;
const DAY_GROUP = 3;
var ZHHantDateParser = class extends AbstractParserWithWordBoundaryChecking {
	patternLeftBoundary() {
		return "()";
	}
	innerPattern() {
		return new RegExp("(\\d{2,4}|[" + Object.keys(NUMBER).join("") + "]{4}|[" + Object.keys(NUMBER).join("") + "]{2})?(?:\\s*)(?:年)?(?:[\\s|,|，]*)(\\d{1,2}|[" + Object.keys(NUMBER).join("") + "]{1,2})(?:\\s*)(?:月)(?:\\s*)(\\d{1,2}|[" + Object.keys(NUMBER).join("") + "]{1,2})?(?:\\s*)(?:日|號)?");
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		let month = parseInt(match[MONTH_GROUP]);
		if (isNaN(month)) month = zhStringToNumber(match[MONTH_GROUP]);
		result.start.assign("month", month);
		if (match[DAY_GROUP]) {
			let day = parseInt(match[DAY_GROUP]);
			if (isNaN(day)) day = zhStringToNumber(match[DAY_GROUP]);
			result.start.assign("day", day);
		} else result.start.imply("day", context.refDate.getDate());
		if (match[YEAR_GROUP]) {
			let year = parseInt(match[YEAR_GROUP]);
			if (isNaN(year)) year = zhStringToYear(match[YEAR_GROUP]);
			result.start.assign("year", year);
		} else result.start.imply("year", context.refDate.getFullYear());
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hant/parsers/ZHHantDeadlineFormatParser.js
const PATTERN$4 = new RegExp("(\\d+|[" + Object.keys(NUMBER).join("") + "]+|半|幾)(?:\\s*)(?:個)?(秒(?:鐘)?|分鐘|小時|鐘|日|天|星期|禮拜|月|年)(?:(?:之|過)?後|(?:之)?內)", "i");
const NUMBER_GROUP$2 = 1;
const UNIT_GROUP$2 = 2;
var ZHHantDeadlineFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	patternLeftBoundary() {
		return "()";
	}
	innerPattern() {
		return PATTERN$4;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		let number = parseInt(match[NUMBER_GROUP$2]);
		if (isNaN(number)) number = zhStringToNumber(match[NUMBER_GROUP$2]);
		if (isNaN(number)) {
			const string = match[NUMBER_GROUP$2];
			if (string === "幾") number = 3;
			else if (string === "半") number = .5;
			else return null;
		}
		const duration = {};
		const unitAbbr = match[UNIT_GROUP$2][0];
		if (unitAbbr.match(/[日天星禮月年]/)) {
			if (unitAbbr == "日" || unitAbbr == "天") duration.day = number;
			else if (unitAbbr == "星" || unitAbbr == "禮") duration.week = number;
			else if (unitAbbr == "月") duration.month = number;
			else if (unitAbbr == "年") duration.year = number;
			const date = addDuration(context.refDate, duration);
			result.start.assign("year", date.getFullYear());
			result.start.assign("month", date.getMonth() + 1);
			result.start.assign("day", date.getDate());
			return result;
		}
		if (unitAbbr == "秒") duration.second = number;
		else if (unitAbbr == "分") duration.minute = number;
		else if (unitAbbr == "小" || unitAbbr == "鐘") duration.hour = number;
		const date = addDuration(context.refDate, duration);
		result.start.imply("year", date.getFullYear());
		result.start.imply("month", date.getMonth() + 1);
		result.start.imply("day", date.getDate());
		result.start.assign("hour", date.getHours());
		result.start.assign("minute", date.getMinutes());
		result.start.assign("second", date.getSeconds());
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hant/parsers/ZHHantRelationWeekdayParser.js
const PATTERN$3 = new RegExp("(?<prefix>上|今|下|這|呢)(?:個)?(?:星期|禮拜|週)(?<weekday>" + Object.keys(WEEKDAY_OFFSET).join("|") + ")");
var ZHHantRelationWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$3;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		const dayOfWeek = match.groups.weekday;
		const offset = WEEKDAY_OFFSET[dayOfWeek];
		if (offset === void 0) return null;
		let modifier = null;
		const prefix = match.groups.prefix;
		if (prefix == "上") modifier = "last";
		else if (prefix == "下") modifier = "next";
		else if (prefix == "今" || prefix == "這" || prefix == "呢") modifier = "this";
		const date = new Date(context.refDate.getTime());
		let startMomentFixed = false;
		const refOffset = date.getDay();
		if (modifier == "last" || modifier == "past") {
			date.setDate(date.getDate() + (offset - 7 - refOffset));
			startMomentFixed = true;
		} else if (modifier == "next") {
			date.setDate(date.getDate() + (offset + 7 - refOffset));
			startMomentFixed = true;
		} else if (modifier == "this") date.setDate(date.getDate() + (offset - refOffset));
		else {
			let diff = offset - refOffset;
			if (Math.abs(diff - 7) < Math.abs(diff)) diff -= 7;
			if (Math.abs(diff + 7) < Math.abs(diff)) diff += 7;
			date.setDate(date.getDate() + diff);
		}
		result.start.assign("weekday", offset);
		if (startMomentFixed) {
			result.start.assign("day", date.getDate());
			result.start.assign("month", date.getMonth() + 1);
			result.start.assign("year", date.getFullYear());
		} else {
			result.start.imply("day", date.getDate());
			result.start.imply("month", date.getMonth() + 1);
			result.start.imply("year", date.getFullYear());
		}
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hant/parsers/ZHHantTimeExpressionParser.js
const FIRST_REG_PATTERN = new RegExp("(?:由|從|自)?(?:(今|明|前|大前|後|大後|聽|昨|尋|琴)(早|朝|晚)|(上(?:午|晝)|朝(?:早)|早(?:上)|下(?:午|晝)|晏(?:晝)|晚(?:上)|夜(?:晚)?|中(?:午)|凌(?:晨))|(今|明|前|大前|後|大後|聽|昨|尋|琴)(?:日|天)(?:[\\s,，]*)(?:(上(?:午|晝)|朝(?:早)|早(?:上)|下(?:午|晝)|晏(?:晝)|晚(?:上)|夜(?:晚)?|中(?:午)|凌(?:晨)))?)?(?:[\\s,，]*)(?:(\\d+|[" + Object.keys(NUMBER).join("") + "]+)(?:\\s*)(?:點|時|:|：)(?:\\s*)(\\d+|半|正|整|[" + Object.keys(NUMBER).join("") + "]+)?(?:\\s*)(?:分|:|：)?(?:\\s*)(\\d+|[" + Object.keys(NUMBER).join("") + "]+)?(?:\\s*)(?:秒)?)(?:\\s*(A.M.|P.M.|AM?|PM?))?", "i");
const SECOND_REG_PATTERN = new RegExp("(?:^\\s*(?:到|至|\\-|\\–|\\~|\\〜)\\s*)(?:(今|明|前|大前|後|大後|聽|昨|尋|琴)(早|朝|晚)|(上(?:午|晝)|朝(?:早)|早(?:上)|下(?:午|晝)|晏(?:晝)|晚(?:上)|夜(?:晚)?|中(?:午)|凌(?:晨))|(今|明|前|大前|後|大後|聽|昨|尋|琴)(?:日|天)(?:[\\s,，]*)(?:(上(?:午|晝)|朝(?:早)|早(?:上)|下(?:午|晝)|晏(?:晝)|晚(?:上)|夜(?:晚)?|中(?:午)|凌(?:晨)))?)?(?:[\\s,，]*)(?:(\\d+|[" + Object.keys(NUMBER).join("") + "]+)(?:\\s*)(?:點|時|:|：)(?:\\s*)(\\d+|半|正|整|[" + Object.keys(NUMBER).join("") + "]+)?(?:\\s*)(?:分|:|：)?(?:\\s*)(\\d+|[" + Object.keys(NUMBER).join("") + "]+)?(?:\\s*)(?:秒)?)(?:\\s*(A.M.|P.M.|AM?|PM?))?", "i");
const DAY_GROUP_1$1 = 1;
const ZH_AM_PM_HOUR_GROUP_1 = 2;
const ZH_AM_PM_HOUR_GROUP_2 = 3;
const DAY_GROUP_3$1 = 4;
const ZH_AM_PM_HOUR_GROUP_3 = 5;
const HOUR_GROUP = 6;
const MINUTE_GROUP = 7;
const SECOND_GROUP = 8;
const AM_PM_HOUR_GROUP = 9;
var ZHHantTimeExpressionParser = class extends AbstractParserWithWordBoundaryChecking {
	patternLeftBoundary() {
		return "()";
	}
	innerPattern() {
		return FIRST_REG_PATTERN;
	}
	innerExtract(context, match) {
		if (match.index > 0 && context.text[match.index - 1].match(/\w/)) return null;
		const result = context.createParsingResult(match.index, match[0]);
		const startMoment = new Date(context.reference.instant.getTime());
		if (match[DAY_GROUP_1$1]) {
			const day1 = match[DAY_GROUP_1$1];
			if (day1 == "明" || day1 == "聽") {
				if (context.refDate.getHours() > 1) startMoment.setDate(startMoment.getDate() + 1);
			} else if (day1 == "昨" || day1 == "尋" || day1 == "琴") startMoment.setDate(startMoment.getDate() - 1);
			else if (day1 == "前") startMoment.setDate(startMoment.getDate() - 2);
			else if (day1 == "大前") startMoment.setDate(startMoment.getDate() - 3);
			else if (day1 == "後") startMoment.setDate(startMoment.getDate() + 2);
			else if (day1 == "大後") startMoment.setDate(startMoment.getDate() + 3);
			result.start.assign("day", startMoment.getDate());
			result.start.assign("month", startMoment.getMonth() + 1);
			result.start.assign("year", startMoment.getFullYear());
		} else if (match[DAY_GROUP_3$1]) {
			const day3 = match[DAY_GROUP_3$1];
			if (day3 == "明" || day3 == "聽") startMoment.setDate(startMoment.getDate() + 1);
			else if (day3 == "昨" || day3 == "尋" || day3 == "琴") startMoment.setDate(startMoment.getDate() - 1);
			else if (day3 == "前") startMoment.setDate(startMoment.getDate() - 2);
			else if (day3 == "大前") startMoment.setDate(startMoment.getDate() - 3);
			else if (day3 == "後") startMoment.setDate(startMoment.getDate() + 2);
			else if (day3 == "大後") startMoment.setDate(startMoment.getDate() + 3);
			result.start.assign("day", startMoment.getDate());
			result.start.assign("month", startMoment.getMonth() + 1);
			result.start.assign("year", startMoment.getFullYear());
		} else {
			result.start.imply("day", startMoment.getDate());
			result.start.imply("month", startMoment.getMonth() + 1);
			result.start.imply("year", startMoment.getFullYear());
		}
		let hour = 0;
		let minute = 0;
		let meridiem = -1;
		if (match[SECOND_GROUP]) {
			var second = parseInt(match[SECOND_GROUP]);
			if (isNaN(second)) second = zhStringToNumber(match[SECOND_GROUP]);
			if (second >= 60) return null;
			result.start.assign("second", second);
		}
		hour = parseInt(match[HOUR_GROUP]);
		if (isNaN(hour)) hour = zhStringToNumber(match[HOUR_GROUP]);
		if (match[MINUTE_GROUP]) {
			if (match[MINUTE_GROUP] == "半") minute = 30;
			else if (match[MINUTE_GROUP] == "正" || match[MINUTE_GROUP] == "整") minute = 0;
			else {
				minute = parseInt(match[MINUTE_GROUP]);
				if (isNaN(minute)) minute = zhStringToNumber(match[MINUTE_GROUP]);
			}
		} else if (hour > 100) {
			minute = hour % 100;
			hour = Math.floor(hour / 100);
		}
		if (minute >= 60) return null;
		if (hour > 24) return null;
		if (hour >= 12) meridiem = 1;
		if (match[AM_PM_HOUR_GROUP]) {
			if (hour > 12) return null;
			var ampm = match[AM_PM_HOUR_GROUP][0].toLowerCase();
			if (ampm == "a") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			}
			if (ampm == "p") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		} else if (match[ZH_AM_PM_HOUR_GROUP_1]) {
			var zhAMPM1 = match[ZH_AM_PM_HOUR_GROUP_1][0];
			if (zhAMPM1 == "朝" || zhAMPM1 == "早") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			} else if (zhAMPM1 == "晚") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		} else if (match[ZH_AM_PM_HOUR_GROUP_2]) {
			var zhAMPM2 = match[ZH_AM_PM_HOUR_GROUP_2][0];
			if (zhAMPM2 == "上" || zhAMPM2 == "朝" || zhAMPM2 == "早" || zhAMPM2 == "凌") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			} else if (zhAMPM2 == "下" || zhAMPM2 == "晏" || zhAMPM2 == "晚") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		} else if (match[ZH_AM_PM_HOUR_GROUP_3]) {
			var zhAMPM3 = match[ZH_AM_PM_HOUR_GROUP_3][0];
			if (zhAMPM3 == "上" || zhAMPM3 == "朝" || zhAMPM3 == "早" || zhAMPM3 == "凌") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			} else if (zhAMPM3 == "下" || zhAMPM3 == "晏" || zhAMPM3 == "晚") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		}
		result.start.assign("hour", hour);
		result.start.assign("minute", minute);
		if (meridiem >= 0) result.start.assign("meridiem", meridiem);
		else if (hour < 12) result.start.imply("meridiem", 0);
		else result.start.imply("meridiem", 1);
		const secondMatch = SECOND_REG_PATTERN.exec(context.text.substring(result.index + result.text.length));
		if (!secondMatch) {
			if (result.text.match(/^\d+$/)) return null;
			return result;
		}
		let endMoment = new Date(startMoment.getTime());
		if (secondMatch[DAY_GROUP_1$1] || secondMatch[DAY_GROUP_3$1]) endMoment = new Date(context.reference.instant.getTime());
		result.end = context.createParsingComponents();
		if (secondMatch[DAY_GROUP_1$1]) {
			const day1 = secondMatch[DAY_GROUP_1$1];
			if (day1 == "明" || day1 == "聽") {
				if (context.refDate.getHours() > 1) endMoment.setDate(endMoment.getDate() + 1);
			} else if (day1 == "昨" || day1 == "尋" || day1 == "琴") endMoment.setDate(endMoment.getDate() - 1);
			else if (day1 == "前") endMoment.setDate(endMoment.getDate() - 2);
			else if (day1 == "大前") endMoment.setDate(endMoment.getDate() - 3);
			else if (day1 == "後") endMoment.setDate(endMoment.getDate() + 2);
			else if (day1 == "大後") endMoment.setDate(endMoment.getDate() + 3);
			result.end.assign("day", endMoment.getDate());
			result.end.assign("month", endMoment.getMonth() + 1);
			result.end.assign("year", endMoment.getFullYear());
		} else if (secondMatch[DAY_GROUP_3$1]) {
			const day3 = secondMatch[DAY_GROUP_3$1];
			if (day3 == "明" || day3 == "聽") endMoment.setDate(endMoment.getDate() + 1);
			else if (day3 == "昨" || day3 == "尋" || day3 == "琴") endMoment.setDate(endMoment.getDate() - 1);
			else if (day3 == "前") endMoment.setDate(endMoment.getDate() - 2);
			else if (day3 == "大前") endMoment.setDate(endMoment.getDate() - 3);
			else if (day3 == "後") endMoment.setDate(endMoment.getDate() + 2);
			else if (day3 == "大後") endMoment.setDate(endMoment.getDate() + 3);
			result.end.assign("day", endMoment.getDate());
			result.end.assign("month", endMoment.getMonth() + 1);
			result.end.assign("year", endMoment.getFullYear());
		} else {
			result.end.imply("day", endMoment.getDate());
			result.end.imply("month", endMoment.getMonth() + 1);
			result.end.imply("year", endMoment.getFullYear());
		}
		hour = 0;
		minute = 0;
		meridiem = -1;
		if (secondMatch[SECOND_GROUP]) {
			let second = parseInt(secondMatch[SECOND_GROUP]);
			if (isNaN(second)) second = zhStringToNumber(secondMatch[SECOND_GROUP]);
			if (second >= 60) return null;
			result.end.assign("second", second);
		}
		hour = parseInt(secondMatch[HOUR_GROUP]);
		if (isNaN(hour)) hour = zhStringToNumber(secondMatch[HOUR_GROUP]);
		if (secondMatch[MINUTE_GROUP]) {
			if (secondMatch[MINUTE_GROUP] == "半") minute = 30;
			else if (secondMatch[MINUTE_GROUP] == "正" || secondMatch[MINUTE_GROUP] == "整") minute = 0;
			else {
				minute = parseInt(secondMatch[MINUTE_GROUP]);
				if (isNaN(minute)) minute = zhStringToNumber(secondMatch[MINUTE_GROUP]);
			}
		} else if (hour > 100) {
			minute = hour % 100;
			hour = Math.floor(hour / 100);
		}
		if (minute >= 60) return null;
		if (hour > 24) return null;
		if (hour >= 12) meridiem = 1;
		if (secondMatch[AM_PM_HOUR_GROUP]) {
			if (hour > 12) return null;
			var ampm = secondMatch[AM_PM_HOUR_GROUP][0].toLowerCase();
			if (ampm == "a") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			}
			if (ampm == "p") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
			if (!result.start.isCertain("meridiem")) {
				if (meridiem == 0) {
					result.start.imply("meridiem", 0);
					if (result.start.get("hour") == 12) result.start.assign("hour", 0);
				} else {
					result.start.imply("meridiem", 1);
					if (result.start.get("hour") != 12) result.start.assign("hour", result.start.get("hour") + 12);
				}
			}
		} else if (secondMatch[ZH_AM_PM_HOUR_GROUP_1]) {
			var zhAMPM1 = secondMatch[ZH_AM_PM_HOUR_GROUP_1][0];
			if (zhAMPM1 == "朝" || zhAMPM1 == "早") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			} else if (zhAMPM1 == "晚") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		} else if (secondMatch[ZH_AM_PM_HOUR_GROUP_2]) {
			var zhAMPM2 = secondMatch[ZH_AM_PM_HOUR_GROUP_2][0];
			if (zhAMPM2 == "上" || zhAMPM2 == "朝" || zhAMPM2 == "早" || zhAMPM2 == "凌") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			} else if (zhAMPM2 == "下" || zhAMPM2 == "晏" || zhAMPM2 == "晚") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		} else if (secondMatch[ZH_AM_PM_HOUR_GROUP_3]) {
			var zhAMPM3 = secondMatch[ZH_AM_PM_HOUR_GROUP_3][0];
			if (zhAMPM3 == "上" || zhAMPM3 == "朝" || zhAMPM3 == "早" || zhAMPM3 == "凌") {
				meridiem = 0;
				if (hour == 12) hour = 0;
			} else if (zhAMPM3 == "下" || zhAMPM3 == "晏" || zhAMPM3 == "晚") {
				meridiem = 1;
				if (hour != 12) hour += 12;
			}
		}
		result.text = result.text + secondMatch[0];
		result.end.assign("hour", hour);
		result.end.assign("minute", minute);
		if (meridiem >= 0) result.end.assign("meridiem", meridiem);
		else if (result.start.isCertain("meridiem") && result.start.get("meridiem") == 1 && result.start.get("hour") > hour) result.end.imply("meridiem", 0);
		else if (hour > 12) result.end.imply("meridiem", 1);
		if (result.end.date().getTime() < result.start.date().getTime() && !result.end.isCertain("day")) result.end.addDurationAsImplied({ day: 1 });
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hant/parsers/ZHHantWeekdayParser.js
const PATTERN$2 = new RegExp("(?:星期|禮拜|週)(?<weekday>" + Object.keys(WEEKDAY_OFFSET).join("|") + ")");
var ZHHantWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$2;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		const dayOfWeek = match.groups.weekday;
		const offset = WEEKDAY_OFFSET[dayOfWeek];
		if (offset === void 0) return null;
		const date = new Date(context.refDate.getTime());
		let diff = offset - date.getDay();
		if (Math.abs(diff - 7) < Math.abs(diff)) diff -= 7;
		if (Math.abs(diff + 7) < Math.abs(diff)) diff += 7;
		date.setDate(date.getDate() + diff);
		result.start.assign("weekday", offset);
		result.start.imply("day", date.getDate());
		result.start.imply("month", date.getMonth() + 1);
		result.start.imply("year", date.getFullYear());
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hant/refiners/ZHHantMergeDateRangeRefiner.js
var ZHHantMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(至|到|\-|\~|～|－|ー)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hant/refiners/ZHHantMergeDateTimeRefiner.js
var ZHHantMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return /^\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hant/parsers/ZHHantAgoFormatParser.js
const PATTERN$1 = new RegExp("(\\d+|[" + Object.keys(NUMBER).join("") + "]+|半|幾)(?:\\s*)(?:個)?(秒(?:鐘)?|分鐘|小時|鐘|日|天|星期|禮拜|月|年)(?:之)?前", "i");
const NUMBER_GROUP$1 = 1;
const UNIT_GROUP$1 = 2;
var ZHHantAgoFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	patternLeftBoundary() {
		return "()";
	}
	innerPattern() {
		return PATTERN$1;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		let number = parseInt(match[NUMBER_GROUP$1]);
		if (isNaN(number)) number = zhStringToNumber(match[NUMBER_GROUP$1]);
		if (isNaN(number)) {
			const string = match[NUMBER_GROUP$1];
			if (string === "幾") number = 3;
			else if (string === "半") number = .5;
			else return null;
		}
		let duration = {};
		const unitAbbr = match[UNIT_GROUP$1][0];
		if (unitAbbr.match(/[日天星禮月年]/)) {
			if (unitAbbr == "日" || unitAbbr == "天") duration.day = number;
			else if (unitAbbr == "星" || unitAbbr == "禮") duration.week = number;
			else if (unitAbbr == "月") duration.month = number;
			else if (unitAbbr == "年") duration.year = number;
			duration = reverseDuration(duration);
			const date = addDuration(context.refDate, duration);
			result.start.assign("year", date.getFullYear());
			result.start.assign("month", date.getMonth() + 1);
			result.start.assign("day", date.getDate());
			return result;
		}
		if (unitAbbr == "秒") duration.second = number;
		else if (unitAbbr == "分") duration.minute = number;
		else if (unitAbbr == "小" || unitAbbr == "鐘") duration.hour = number;
		duration = reverseDuration(duration);
		const date = addDuration(context.refDate, duration);
		result.start.imply("year", date.getFullYear());
		result.start.imply("month", date.getMonth() + 1);
		result.start.imply("day", date.getDate());
		result.start.assign("hour", date.getHours());
		result.start.assign("minute", date.getMinutes());
		result.start.assign("second", date.getSeconds());
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hant/index.js
var hant_exports = __exportAll({
	Chrono: () => Chrono,
	Meridiem: () => Meridiem,
	ParsingComponents: () => ParsingComponents,
	ParsingResult: () => ParsingResult,
	ReferenceWithTimezone: () => ReferenceWithTimezone,
	Weekday: () => Weekday,
	casual: () => casual$2,
	createCasualConfiguration: () => createCasualConfiguration$2,
	createConfiguration: () => createConfiguration$2,
	hant: () => hant,
	parse: () => parse$2,
	parseDate: () => parseDate$2,
	strict: () => strict$2
});
const hant = new Chrono(createCasualConfiguration$2());
const casual$2 = new Chrono(createCasualConfiguration$2());
const strict$2 = new Chrono(createConfiguration$2());
function parse$2(text, ref, option) {
	return casual$2.parse(text, ref, option);
}
function parseDate$2(text, ref, option) {
	return casual$2.parseDate(text, ref, option);
}
function createCasualConfiguration$2() {
	const option = createConfiguration$2();
	option.parsers.unshift(new ZHHantCasualDateParser());
	return option;
}
function createConfiguration$2() {
	const configuration = includeCommonConfiguration({
		parsers: [
			new ZHHantDateParser(),
			new ZHHantRelationWeekdayParser(),
			new ZHHantWeekdayParser(),
			new ZHHantTimeExpressionParser(),
			new ZHHantDeadlineFormatParser(),
			new ZHHantAgoFormatParser()
		],
		refiners: [new ZHHantMergeDateRangeRefiner(), new ZHHantMergeDateTimeRefiner()]
	});
	configuration.refiners = configuration.refiners.filter((refiner) => !(refiner instanceof ExtractTimezoneOffsetRefiner));
	return configuration;
}
// ../node_modules/chrono-node/dist/esm/locales/zh/hans/parsers/ZHHansCasualDateParser.js
const NOW_GROUP = 1;
const DAY_GROUP_1 = 2;
const TIME_GROUP_1 = 3;
const TIME_GROUP_2 = 4;
const DAY_GROUP_3 = 5;
const TIME_GROUP_3 = 6;
var ZHHansCasualDateParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return new RegExp("(现在|立(?:刻|即)|即刻)|(今|明|前|大前|后|大后|昨)(早|晚)|(上(?:午)|早(?:上)|下(?:午)|晚(?:上)|夜(?:晚)?|中(?:午)|凌(?:晨))|(今|明|前|大前|后|大后|昨)(?:日|天)(?:[\\s|,|，]*)(?:(上(?:午)|早(?:上)|下(?:午)|晚(?:上)|夜(?:晚)?|中(?:午)|凌(?:晨)))?", "i");
	}
	innerExtract(context, match) {
		const index = match.index;
		const result = context.createParsingResult(index, match[0]);
		const refDate = context.refDate;
		let date = new Date(refDate.getTime());
		if (match[NOW_GROUP]) {
			result.start.imply("hour", refDate.getHours());
			result.start.imply("minute", refDate.getMinutes());
			result.start.imply("second", refDate.getSeconds());
			result.start.imply("millisecond", refDate.getMilliseconds());
		} else if (match[DAY_GROUP_1]) {
			const day1 = match[DAY_GROUP_1];
			const time1 = match[TIME_GROUP_1];
			if (day1 == "明") {
				if (refDate.getHours() > 1) date.setDate(date.getDate() + 1);
			} else if (day1 == "昨") date.setDate(date.getDate() - 1);
			else if (day1 == "前") date.setDate(date.getDate() - 2);
			else if (day1 == "大前") date.setDate(date.getDate() - 3);
			else if (day1 == "后") date.setDate(date.getDate() + 2);
			else if (day1 == "大后") date.setDate(date.getDate() + 3);
			if (time1 == "早") result.start.imply("hour", 6);
			else if (time1 == "晚") {
				result.start.imply("hour", 22);
				result.start.imply("meridiem", 1);
			}
		} else if (match[TIME_GROUP_2]) {
			const time2 = match[TIME_GROUP_2][0];
			if (time2 == "早" || time2 == "上") result.start.imply("hour", 6);
			else if (time2 == "下") {
				result.start.imply("hour", 15);
				result.start.imply("meridiem", 1);
			} else if (time2 == "中") {
				result.start.imply("hour", 12);
				result.start.imply("meridiem", 1);
			} else if (time2 == "夜" || time2 == "晚") {
				result.start.imply("hour", 22);
				result.start.imply("meridiem", 1);
			} else if (time2 == "凌") result.start.imply("hour", 0);
		} else if (match[DAY_GROUP_3]) {
			const day3 = match[DAY_GROUP_3];
			if (day3 == "明") {
				if (refDate.getHours() > 1) date.setDate(date.getDate() + 1);
			} else if (day3 == "昨") date.setDate(date.getDate() - 1);
			else if (day3 == "前") date.setDate(date.getDate() - 2);
			else if (day3 == "大前") date.setDate(date.getDate() - 3);
			else if (day3 == "后") date.setDate(date.getDate() + 2);
			else if (day3 == "大后") date.setDate(date.getDate() + 3);
			const timeString3 = match[TIME_GROUP_3];
			if (timeString3) {
				const time3 = timeString3[0];
				if (time3 == "早" || time3 == "上") result.start.imply("hour", 6);
				else if (time3 == "下") {
					result.start.imply("hour", 15);
					result.start.imply("meridiem", 1);
				} else if (time3 == "中") {
					result.start.imply("hour", 12);
					result.start.imply("meridiem", 1);
				} else if (time3 == "夜" || time3 == "晚") {
					result.start.imply("hour", 22);
					result.start.imply("meridiem", 1);
				} else if (time3 == "凌") result.start.imply("hour", 0);
			}
		}
		result.start.assign("day", date.getDate());
		result.start.assign("month", date.getMonth() + 1);
		result.start.assign("year", date.getFullYear());
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hans/parsers/ZHHansAgoFormatParser.js
const PATTERN = new RegExp("(\\d+|[" + Object.keys(NUMBER$1).join("") + "]+|半|几)(?:\\s*)(?:个)?(秒(?:钟)?|分钟|小时|钟|日|天|星期|礼拜|月|年)(?:之)?前", "i");
const NUMBER_GROUP = 1;
const UNIT_GROUP = 2;
var ZHHansAgoFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	patternLeftBoundary() {
		return "()";
	}
	innerPattern() {
		return PATTERN;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		let number = parseInt(match[NUMBER_GROUP]);
		if (isNaN(number)) number = zhStringToNumber$1(match[NUMBER_GROUP]);
		if (isNaN(number)) {
			const string = match[NUMBER_GROUP];
			if (string === "几") number = 3;
			else if (string === "半") number = .5;
			else return null;
		}
		let duration = {};
		const unitAbbr = match[UNIT_GROUP][0];
		if (unitAbbr.match(/[日天星礼月年]/)) {
			if (unitAbbr == "日" || unitAbbr == "天") duration.day = number;
			else if (unitAbbr == "星" || unitAbbr == "礼") duration.week = number;
			else if (unitAbbr == "月") duration.month = number;
			else if (unitAbbr == "年") duration.year = number;
			duration = reverseDuration(duration);
			const date = addDuration(context.refDate, duration);
			result.start.assign("year", date.getFullYear());
			result.start.assign("month", date.getMonth() + 1);
			result.start.assign("day", date.getDate());
			return result;
		}
		if (unitAbbr == "秒") duration.second = number;
		else if (unitAbbr == "分") duration.minute = number;
		else if (unitAbbr == "小" || unitAbbr == "钟") duration.hour = number;
		duration = reverseDuration(duration);
		const date = addDuration(context.refDate, duration);
		result.start.imply("year", date.getFullYear());
		result.start.imply("month", date.getMonth() + 1);
		result.start.imply("day", date.getDate());
		result.start.assign("hour", date.getHours());
		result.start.assign("minute", date.getMinutes());
		result.start.assign("second", date.getSeconds());
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hans/refiners/ZHHansMergeDateRangeRefiner.js
var ZHHansMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(至|到|-|~|～|－|ー)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hans/refiners/ZHHansMergeDateTimeRefiner.js
var ZHHansMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return /^\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/zh/hans/index.js
var hans_exports = __exportAll({
	Chrono: () => Chrono,
	Meridiem: () => Meridiem,
	ParsingComponents: () => ParsingComponents,
	ParsingResult: () => ParsingResult,
	ReferenceWithTimezone: () => ReferenceWithTimezone,
	Weekday: () => Weekday,
	casual: () => casual$1,
	createCasualConfiguration: () => createCasualConfiguration$1,
	createConfiguration: () => createConfiguration$1,
	hans: () => hans,
	parse: () => parse$1,
	parseDate: () => parseDate$1,
	strict: () => strict$1
});
const hans = new Chrono(createCasualConfiguration$1());
const casual$1 = new Chrono(createCasualConfiguration$1());
const strict$1 = new Chrono(createConfiguration$1());
function parse$1(text, ref, option) {
	return casual$1.parse(text, ref, option);
}
function parseDate$1(text, ref, option) {
	return casual$1.parseDate(text, ref, option);
}
function createCasualConfiguration$1() {
	const option = createConfiguration$1();
	option.parsers.unshift(new ZHHansCasualDateParser());
	return option;
}
function createConfiguration$1() {
	const configuration = includeCommonConfiguration({
		parsers: [
			new ZHHansDateParser(),
			new ZHHansRelationWeekdayParser(),
			new ZHHansWeekdayParser(),
			new ZHHansTimeExpressionParser(),
			new ZHHansDeadlineFormatParser(),
			new ZHHansAgoFormatParser()
		],
		refiners: [new ZHHansMergeDateRangeRefiner(), new ZHHansMergeDateTimeRefiner()]
	});
	configuration.refiners = configuration.refiners.filter((refiner) => !(refiner instanceof ExtractTimezoneOffsetRefiner));
	return configuration;
}
// ../node_modules/chrono-node/dist/esm/locales/zh/index.js
const casual = new Chrono(createCasualConfiguration());
const strict = new Chrono(createConfiguration());
function parse(text, ref, option) {
	return casual.parse(text, ref, option);
}
function parseDate(text, ref, option) {
	return casual.parseDate(text, ref, option);
}
function createCasualConfiguration() {
	const option = createConfiguration();
	option.parsers.unshift(new ZHHantCasualDateParser());
	return option;
}
function createConfiguration() {
	const configuration = includeCommonConfiguration({
		parsers: [
			new ZHHantDateParser(),
			new ZHHansDateParser(),
			new ZHHantRelationWeekdayParser(),
			new ZHHansRelationWeekdayParser(),
			new ZHHantWeekdayParser(),
			new ZHHansWeekdayParser(),
			new ZHHantTimeExpressionParser(),
			new ZHHansTimeExpressionParser(),
			new ZHHantDeadlineFormatParser(),
			new ZHHansDeadlineFormatParser()
		],
		refiners: [new ZHHantMergeDateRangeRefiner(), new ZHHantMergeDateTimeRefiner()]
	});
	configuration.refiners = configuration.refiners.filter((refiner) => !(refiner instanceof ExtractTimezoneOffsetRefiner));
	return configuration;
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, hans_exports as hans, hant_exports as hant, parse, parseDate, strict };
