import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, AbstractTimeExpressionParser, Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, afternoon, createParsingComponentsAtWeekday, evening, findMostLikelyADYear, findYearClosestToRef, includeCommonConfiguration, lastNight, matchAnyPattern, midnight, morning, noon, now, repeatedTimeunitPattern, reverseDuration, theDayAfter, theDayBefore, today, tomorrow, tonight, yesterday } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/id/parsers/IDCasualDateParser.js
const PATTERN$9 = /(sekarang|saat\s+ini|hari\s+ini|kemarin\s+lusa|kemarin|besok\s+lusa|besok|lusa|nanti\s+malam|malam\s+ini|tadi\s+malam|semalam)(?=\W|$)/i;
var IDCasualDateParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$9;
	}
	innerExtract(context, match) {
		switch (match[1].toLowerCase().replace(/\s+/g, " ")) {
			case "sekarang":
			case "saat ini": return now(context.reference);
			case "hari ini": return today(context.reference);
			case "kemarin": return yesterday(context.reference);
			case "kemarin lusa": return theDayBefore(context.reference, 2);
			case "besok": return tomorrow(context.reference);
			case "lusa":
			case "besok lusa": return theDayAfter(context.reference, 2);
			case "nanti malam":
			case "malam ini": return tonight(context.reference);
			case "tadi malam":
			case "semalam": return lastNight(context.reference);
		}
		return context.createParsingComponents();
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/parsers/IDCasualTimeParser.js
const PATTERN$8 = /(?:(?:pada|di)\s+)?(tengah\s+malam|tengah\s+hari|pagi|siang|sore|petang|malam(?!\s+ini))(?:\s+ini)?(?=\W|$)/i;
var IDCasualTimeParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$8;
	}
	innerExtract(context, match) {
		switch (match[1].toLowerCase().replace(/\s+/g, " ")) {
			case "pagi": return morning(context.reference);
			case "siang":
			case "tengah hari": return noon(context.reference);
			case "sore":
			case "petang": return afternoon(context.reference);
			case "malam": return evening(context.reference);
			case "tengah malam": return midnight(context.reference);
		}
		return null;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/constants.js
const WEEKDAY_DICTIONARY = {
	"minggu": 0,
	"ahad": 0,
	"senin": 1,
	"selasa": 2,
	"rabu": 3,
	"kamis": 4,
	"jumat": 5,
	"jum'at": 5,
	"sabtu": 6
};
const MONTH_DICTIONARY = {
	"januari": 1,
	"jan": 1,
	"jan.": 1,
	"februari": 2,
	"pebruari": 2,
	"feb": 2,
	"feb.": 2,
	"peb": 2,
	"peb.": 2,
	"maret": 3,
	"mar": 3,
	"mar.": 3,
	"april": 4,
	"apr": 4,
	"apr.": 4,
	"mei": 5,
	"juni": 6,
	"jun": 6,
	"jun.": 6,
	"juli": 7,
	"jul": 7,
	"jul.": 7,
	"agustus": 8,
	"agu": 8,
	"agu.": 8,
	"agt": 8,
	"agt.": 8,
	"ags": 8,
	"ags.": 8,
	"september": 9,
	"sep": 9,
	"sep.": 9,
	"sept": 9,
	"sept.": 9,
	"oktober": 10,
	"okt": 10,
	"okt.": 10,
	"november": 11,
	"nopember": 11,
	"nov": 11,
	"nov.": 11,
	"nop": 11,
	"nop.": 11,
	"desember": 12,
	"des": 12,
	"des.": 12
};
const INTEGER_WORD_DICTIONARY = {
	"satu": 1,
	"dua": 2,
	"tiga": 3,
	"empat": 4,
	"lima": 5,
	"enam": 6,
	"tujuh": 7,
	"delapan": 8,
	"sembilan": 9,
	"sepuluh": 10,
	"sebelas": 11,
	"dua belas": 12
};
const TIME_UNIT_DICTIONARY = {
	"detik": "second",
	"menit": "minute",
	"jam": "hour",
	"hari": "day",
	"minggu": "week",
	"pekan": "week",
	"bulan": "month",
	"tahun": "year"
};
const NUMBER_PATTERN = `(?:${matchAnyPattern(INTEGER_WORD_DICTIONARY)}|[0-9]+|[0-9]+[\\.,][0-9]+|setengah)`;
function parseNumberPattern(match) {
	const num = match.toLowerCase();
	if (INTEGER_WORD_DICTIONARY[num] !== void 0) return INTEGER_WORD_DICTIONARY[num];
	else if (num === "setengah") return .5;
	return parseFloat(num.replace(",", "."));
}
const YEAR_PATTERN = `(?:[1-9][0-9]{0,3}\\s*(?:SM|M)(?=\\W|$)|[1-2][0-9]{3}|[5-9][0-9])`;
function parseYear(match) {
	if (/SM/i.test(match)) return -parseInt(match.replace(/SM/i, ""));
	if (/M/i.test(match)) return parseInt(match.replace(/M/i, ""));
	return findMostLikelyADYear(parseInt(match));
}
const SINGLE_TIME_UNIT_PATTERN = `(?:(${NUMBER_PATTERN})\\s{0,5}|se)(${matchAnyPattern(TIME_UNIT_DICTIONARY)})\\s{0,5}`;
const SINGLE_TIME_UNIT_REGEX = new RegExp(SINGLE_TIME_UNIT_PATTERN, "i");
const TIME_UNITS_PATTERN = repeatedTimeunitPattern("", SINGLE_TIME_UNIT_PATTERN, "\\s{0,5}(?:,|dan)?\\s{0,5}");
function parseDuration(timeunitText) {
	const fragments = {};
	let remainingText = timeunitText;
	let match = SINGLE_TIME_UNIT_REGEX.exec(remainingText);
	while (match) {
		const num = match[1] ? parseNumberPattern(match[1]) : 1;
		const unit = TIME_UNIT_DICTIONARY[match[2].toLowerCase()];
		fragments[unit] = num;
		remainingText = remainingText.substring(match.index + match[0].length);
		match = SINGLE_TIME_UNIT_REGEX.exec(remainingText);
	}
	return fragments;
}
// ../node_modules/chrono-node/dist/esm/locales/id/parsers/IDMonthNameLittleEndianParser.js
const PATTERN$7 = new RegExp(`(?:(?:pada\\s+)?(?:tanggal|tgl\\.?)\\s*)?([0-9]{1,2})(?:\\s*(?:-|–|s\\.d\\.?|s/d|sampai(?:\\s+dengan)?|hingga)\\s*([0-9]{1,2}))?(?:\\s*|-|/)(${matchAnyPattern(MONTH_DICTIONARY)})(?:(?:\\s*|-|/|,\\s*)(?:tahun\\s+)?(${YEAR_PATTERN}))?(?=\\W|\$)`, "i");
const DATE_GROUP$1 = 1;
const DATE_TO_GROUP$1 = 2;
const MONTH_NAME_GROUP$2 = 3;
const YEAR_GROUP$2 = 4;
var IDMonthNameLittleEndianParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$7;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		const month = MONTH_DICTIONARY[match[MONTH_NAME_GROUP$2].toLowerCase()];
		const day = parseInt(match[DATE_GROUP$1]);
		if (day > 31) {
			match.index = match.index + match[DATE_GROUP$1].length;
			return null;
		}
		result.start.assign("month", month);
		result.start.assign("day", day);
		if (match[YEAR_GROUP$2]) result.start.assign("year", parseYear(match[YEAR_GROUP$2]));
		else result.start.imply("year", findYearClosestToRef(context.refDate, day, month));
		if (match[DATE_TO_GROUP$1]) {
			const endDate = parseInt(match[DATE_TO_GROUP$1]);
			if (endDate > 31) return null;
			result.end = result.start.clone();
			result.end.assign("day", endDate);
		}
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/parsers/IDMonthNameParser.js
const PATTERN$6 = new RegExp(`(?:(?:pada\\s+)?bulan\\s+)?(${matchAnyPattern(MONTH_DICTIONARY)})(?:\\s*[,-]?\\s*(?:tahun\\s+)?(${YEAR_PATTERN}))?(?=[^\\s\\w]|\\s+[^0-9]|\\s+\$|\$)`, "i");
const MONTH_NAME_GROUP$1 = 1;
const YEAR_GROUP$1 = 2;
var IDMonthNameParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$6;
	}
	innerExtract(context, match) {
		const monthName = match[MONTH_NAME_GROUP$1].toLowerCase();
		if (monthName.length <= 3 && monthName !== "mei" && !match[YEAR_GROUP$1]) return null;
		const components = context.createParsingComponents();
		const month = MONTH_DICTIONARY[monthName];
		components.imply("day", 1);
		components.assign("month", month);
		if (match[YEAR_GROUP$1]) components.assign("year", parseYear(match[YEAR_GROUP$1]));
		else components.imply("year", findYearClosestToRef(context.refDate, 1, month));
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/parsers/IDMonthNameMiddleEndianParser.js
const PATTERN$5 = new RegExp(`(${matchAnyPattern(MONTH_DICTIONARY)})(?:-|/|\\s*,?\\s*)([0-9]{1,2})(?:\\s*(?:-|–|s\\.d\\.?|s/d|sampai(?:\\s+dengan)?|hingga)\\s*([0-9]{1,2}))?(?:(?:-|/|\\s*,\\s*|\\s+)(?:tahun\\s+)?(${YEAR_PATTERN}))?(?=\\W|\$)(?![.:]\\d)`, "i");
const MONTH_NAME_GROUP = 1;
const DATE_GROUP = 2;
const DATE_TO_GROUP = 3;
const YEAR_GROUP = 4;
var IDMonthNameMiddleEndianParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$5;
	}
	innerExtract(context, match) {
		const month = MONTH_DICTIONARY[match[MONTH_NAME_GROUP].toLowerCase()];
		const day = parseInt(match[DATE_GROUP]);
		if (day > 31) return null;
		const components = context.createParsingComponents({
			day,
			month
		});
		if (match[YEAR_GROUP]) components.assign("year", parseYear(match[YEAR_GROUP]));
		else components.imply("year", findYearClosestToRef(context.refDate, day, month));
		if (!match[DATE_TO_GROUP]) return components;
		const endDate = parseInt(match[DATE_TO_GROUP]);
		if (endDate > 31) return null;
		const result = context.createParsingResult(match.index, match[0]);
		result.start = components;
		result.end = components.clone();
		result.end.assign("day", endDate);
		return result;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/parsers/IDWeekdayParser.js
const PATTERN$4 = new RegExp(`(?:pada\\s+)?(hari\\s+)?(${matchAnyPattern(WEEKDAY_DICTIONARY)})(?:\\s+(?:(?:minggu|pekan)\\s+)?(ini|depan|berikutnya|mendatang|yang\\s+lalu|lalu|kemarin))?(?=\\W|\$)`, "i");
const HARI_PREFIX_GROUP = 1;
const WEEKDAY_GROUP = 2;
const MODIFIER_GROUP = 3;
var IDWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$4;
	}
	innerExtract(context, match) {
		const weekdayWord = match[WEEKDAY_GROUP].toLowerCase();
		if (weekdayWord === "minggu" && !match[HARI_PREFIX_GROUP]) return null;
		const weekday = WEEKDAY_DICTIONARY[weekdayWord];
		const modifierWord = (match[MODIFIER_GROUP] || "").toLowerCase().replace(/\s+/g, " ");
		let modifier = null;
		if (modifierWord === "ini") modifier = "this";
		else if (modifierWord === "depan" || modifierWord === "berikutnya" || modifierWord === "mendatang") modifier = "next";
		else if (modifierWord === "lalu" || modifierWord === "yang lalu" || modifierWord === "kemarin") modifier = "last";
		return createParsingComponentsAtWeekday(context.reference, weekday, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/parsers/IDTimeExpressionParser.js
const DAY_PERIOD_GROUP = 7;
var IDTimeExpressionParser = class extends AbstractTimeExpressionParser {
	primaryPrefix() {
		return "(?:(?:pada\\s+)?(?:pukul|pkl\\.?|jam)\\s*)?";
	}
	followingPhase() {
		return "\\s*(?:\\-|\\–|\\~|\\〜|s\\.d\\.?|s/d|sampai(?:\\s+dengan)?|hingga)\\s*(?:(?:pukul|pkl\\.?|jam)\\s*)?";
	}
	primarySuffix() {
		return "(?:\\s*(pagi|siang|sore|petang|malam))?(?!/)(?=\\W|$)";
	}
	extractPrimaryTimeComponents(context, match) {
		if (match[0].match(/^\s*\d{4}\s*$/)) return null;
		const components = super.extractPrimaryTimeComponents(context, match);
		if (!components || !match[DAY_PERIOD_GROUP] || components.isCertain("meridiem")) return components;
		let hour = components.get("hour");
		if (hour > 12) return components;
		switch (match[DAY_PERIOD_GROUP].toLowerCase()) {
			case "pagi":
				if (hour == 12) hour = 0;
				break;
			case "siang":
				if (hour < 10) hour += 12;
				break;
			case "sore":
			case "petang":
				if (hour < 12) hour += 12;
				break;
			case "malam": if (hour == 12) hour = 0;
			else if (hour >= 5) hour += 12;
		}
		components.assign("hour", hour);
		components.assign("meridiem", hour >= 12 ? Meridiem.PM : Meridiem.AM);
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/parsers/IDTimeUnitAgoFormatParser.js
const PATTERN$3 = new RegExp(`(${TIME_UNITS_PATTERN})\\s{0,5}(?:yang\\s+)?(?:lalu|silam|sebelumnya)(?=\\W|$)`, "i");
var IDTimeUnitAgoFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$3;
	}
	innerExtract(context, match) {
		const duration = parseDuration(match[1]);
		return ParsingComponents.createRelativeFromReference(context.reference, reverseDuration(duration));
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/parsers/IDTimeUnitLaterFormatParser.js
const PATTERN$2 = new RegExp(`(${TIME_UNITS_PATTERN})\\s{0,5}(?:lagi|kemudian|setelahnya|sesudahnya|mendatang|ke\\s*depan)(?=\\W|$)`, "i");
var IDTimeUnitLaterFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$2;
	}
	innerExtract(context, match) {
		const duration = parseDuration(match[1]);
		return ParsingComponents.createRelativeFromReference(context.reference, duration);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/parsers/IDTimeUnitWithinFormatParser.js
const PATTERN$1 = new RegExp(`(?:dalam\\s+(?:waktu\\s+)?)(${TIME_UNITS_PATTERN})(?=\\W|$)`, "i");
var IDTimeUnitWithinFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$1;
	}
	innerExtract(context, match) {
		const duration = parseDuration(match[1]);
		return ParsingComponents.createRelativeFromReference(context.reference, duration);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/parsers/IDRelativeDateFormatParser.js
const PATTERN = new RegExp("(minggu|pekan|bulan|tahun)\\s+(ini|depan|berikutnya|mendatang|yang\\s+lalu|lalu|kemarin)(?=\\W|$)", "i");
const UNIT_WORD_GROUP = 1;
const MODIFIER_WORD_GROUP = 2;
const UNIT_WORD_TO_TIMEUNIT = {
	minggu: "week",
	pekan: "week",
	bulan: "month",
	tahun: "year"
};
var IDRelativeDateFormatParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN;
	}
	innerExtract(context, match) {
		const unitWord = match[UNIT_WORD_GROUP].toLowerCase();
		const modifier = match[MODIFIER_WORD_GROUP].toLowerCase().replace(/\s+/g, " ");
		const timeunit = UNIT_WORD_TO_TIMEUNIT[unitWord];
		if (modifier == "depan" || modifier == "berikutnya" || modifier == "mendatang") return ParsingComponents.createRelativeFromReference(context.reference, { [timeunit]: 1 });
		if (modifier == "lalu" || modifier == "yang lalu" || modifier == "kemarin") return ParsingComponents.createRelativeFromReference(context.reference, { [timeunit]: -1 });
		const components = context.createParsingComponents();
		const date = new Date(context.reference.instant.getTime());
		if (timeunit == "week") {
			date.setDate(date.getDate() - date.getDay());
			components.imply("day", date.getDate());
			components.imply("month", date.getMonth() + 1);
			components.imply("year", date.getFullYear());
		} else if (timeunit == "month") {
			date.setDate(1);
			components.imply("day", date.getDate());
			components.assign("year", date.getFullYear());
			components.assign("month", date.getMonth() + 1);
		} else if (timeunit == "year") {
			date.setDate(1);
			date.setMonth(0);
			components.imply("day", date.getDate());
			components.imply("month", date.getMonth() + 1);
			components.assign("year", date.getFullYear());
		}
		return components;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/refiners/IDMergeDateRangeRefiner.js
var IDMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(?:-|–|s\.d\.?|s\/d|sampai(?:\s+dengan)?|hingga)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/refiners/IDMergeDateTimeRefiner.js
var IDMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return /^\s*(?:pada|,|-|T)?\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/id/index.js
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
	option.parsers.unshift(new IDCasualDateParser());
	option.parsers.unshift(new IDCasualTimeParser());
	option.parsers.unshift(new IDMonthNameParser());
	option.parsers.unshift(new IDRelativeDateFormatParser());
	return option;
}
function createConfiguration(strictMode = true, littleEndian = true) {
	return includeCommonConfiguration({
		parsers: [
			new SlashDateFormatParser(littleEndian),
			new IDMonthNameLittleEndianParser(),
			new IDMonthNameMiddleEndianParser(),
			new IDWeekdayParser(),
			new IDTimeExpressionParser(strictMode),
			new IDTimeUnitWithinFormatParser(),
			new IDTimeUnitAgoFormatParser(),
			new IDTimeUnitLaterFormatParser()
		],
		refiners: [new IDMergeDateTimeRefiner(), new IDMergeDateRangeRefiner()]
	}, strictMode);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
