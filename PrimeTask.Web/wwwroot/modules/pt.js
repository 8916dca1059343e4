import { AbstractMergeDateRangeRefiner, AbstractMergeDateTimeRefiner, AbstractParserWithWordBoundaryChecking, AbstractTimeExpressionParser, Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, SlashDateFormatParser, Weekday, assignSimilarDate, createParsingComponentsAtWeekday, findYearClosestToRef, implySimilarTime, includeCommonConfiguration, matchAnyPattern, now, today, tomorrow, yesterday } from "./chrono.js";
// ../node_modules/chrono-node/dist/esm/locales/pt/constants.js
const WEEKDAY_DICTIONARY = {
	"domingo": 0,
	"dom": 0,
	"segunda": 1,
	"segunda-feira": 1,
	"seg": 1,
	"terça": 2,
	"terça-feira": 2,
	"ter": 2,
	"quarta": 3,
	"quarta-feira": 3,
	"qua": 3,
	"quinta": 4,
	"quinta-feira": 4,
	"qui": 4,
	"sexta": 5,
	"sexta-feira": 5,
	"sex": 5,
	"sábado": 6,
	"sabado": 6,
	"sab": 6
};
const MONTH_DICTIONARY = {
	"janeiro": 1,
	"jan": 1,
	"jan.": 1,
	"fevereiro": 2,
	"fev": 2,
	"fev.": 2,
	"março": 3,
	"mar": 3,
	"mar.": 3,
	"abril": 4,
	"abr": 4,
	"abr.": 4,
	"maio": 5,
	"mai": 5,
	"mai.": 5,
	"junho": 6,
	"jun": 6,
	"jun.": 6,
	"julho": 7,
	"jul": 7,
	"jul.": 7,
	"agosto": 8,
	"ago": 8,
	"ago.": 8,
	"setembro": 9,
	"set": 9,
	"set.": 9,
	"outubro": 10,
	"out": 10,
	"out.": 10,
	"novembro": 11,
	"nov": 11,
	"nov.": 11,
	"dezembro": 12,
	"dez": 12,
	"dez.": 12
};
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
// ../node_modules/chrono-node/dist/esm/locales/pt/parsers/PTWeekdayParser.js
const PATTERN$1 = new RegExp(`(?:(?:\\,|\\(|\\（)\\s*)?(?:(este|esta|passado|pr[oó]ximo)\\s*)?(${matchAnyPattern(WEEKDAY_DICTIONARY)})(?:\\s*(?:\\,|\\)|\\）))?(?:\\s*(este|esta|passado|pr[óo]ximo)\\s*semana)?(?=\\W|\\d|\$)`, "i");
const PREFIX_GROUP = 1;
const WEEKDAY_GROUP = 2;
const POSTFIX_GROUP = 3;
var PTWeekdayParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN$1;
	}
	innerExtract(context, match) {
		const dayOfWeek = match[WEEKDAY_GROUP].toLowerCase();
		const weekday = WEEKDAY_DICTIONARY[dayOfWeek];
		if (weekday === void 0) return null;
		const prefix = match[PREFIX_GROUP];
		const postfix = match[POSTFIX_GROUP];
		let norm = prefix || postfix || "";
		norm = norm.toLowerCase();
		let modifier = null;
		if (norm == "passado") modifier = "this";
		else if (norm == "próximo" || norm == "proximo") modifier = "next";
		else if (norm == "este") modifier = "this";
		return createParsingComponentsAtWeekday(context.reference, weekday, modifier);
	}
};
// ../node_modules/chrono-node/dist/esm/locales/pt/parsers/PTTimeExpressionParser.js
var PTTimeExpressionParser = class extends AbstractTimeExpressionParser {
	primaryPrefix() {
		return "(?:(?:ao?|às?|das|da|de|do)\\s*)?";
	}
	followingPhase() {
		return "\\s*(?:\\-|\\–|\\~|\\〜|a(?:o)?|\\?)\\s*";
	}
};
// ../node_modules/chrono-node/dist/esm/locales/pt/refiners/PTMergeDateTimeRefiner.js
var PTMergeDateTimeRefiner = class extends AbstractMergeDateTimeRefiner {
	patternBetween() {
		return new RegExp("^\\s*(?:,|à)?\\s*$");
	}
};
// ../node_modules/chrono-node/dist/esm/locales/pt/refiners/PTMergeDateRangeRefiner.js
var PTMergeDateRangeRefiner = class extends AbstractMergeDateRangeRefiner {
	patternBetween() {
		return /^\s*(?:-)\s*$/i;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/pt/parsers/PTMonthNameLittleEndianParser.js
const PATTERN = new RegExp(`([0-9]{1,2})(?:º|ª|°)?(?:\\s*(?:desde|de|\\-|\\–|ao?|\\s)\\s*([0-9]{1,2})(?:º|ª|°)?)?\\s*(?:de)?\\s*(?:-|/|\\s*(?:de|,)?\\s*)(${matchAnyPattern(MONTH_DICTIONARY)})(?:\\s*(?:de|,)?\\s*(${YEAR_PATTERN}))?(?=\\W|$)`, "i");
const DATE_GROUP = 1;
const DATE_TO_GROUP = 2;
const MONTH_NAME_GROUP = 3;
const YEAR_GROUP = 4;
var PTMonthNameLittleEndianParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return PATTERN;
	}
	innerExtract(context, match) {
		const result = context.createParsingResult(match.index, match[0]);
		const month = MONTH_DICTIONARY[match[MONTH_NAME_GROUP].toLowerCase()];
		const day = parseInt(match[DATE_GROUP]);
		if (day > 31) {
			match.index = match.index + match[DATE_GROUP].length;
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
// ../node_modules/chrono-node/dist/esm/locales/pt/parsers/PTCasualDateParser.js
var PTCasualDateParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern(context) {
		return /(agora|hoje|amanha|amanhã|ontem)(?=\W|$)/i;
	}
	innerExtract(context, match) {
		const lowerText = match[0].toLowerCase();
		const component = context.createParsingComponents();
		switch (lowerText) {
			case "agora": return now(context.reference);
			case "hoje": return today(context.reference);
			case "amanha":
			case "amanhã": return tomorrow(context.reference);
			case "ontem": return yesterday(context.reference);
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/pt/parsers/PTCasualTimeParser.js
var PTCasualTimeParser = class extends AbstractParserWithWordBoundaryChecking {
	innerPattern() {
		return /(?:esta\s*)?(manha|manhã|tarde|meia-noite|meio-dia|noite)(?=\W|$)/i;
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
			case "noite":
				component.imply("meridiem", Meridiem.PM);
				component.imply("hour", 22);
				component.addTag("casualReference/evening");
				break;
			case "manha":
			case "manhã":
				component.imply("meridiem", Meridiem.AM);
				component.imply("hour", 6);
				component.addTag("casualReference/morning");
				break;
			case "meia-noite":
				const nextDay = new Date(targetDate.getTime());
				nextDay.setDate(nextDay.getDate() + 1);
				assignSimilarDate(component, nextDay);
				implySimilarTime(component, nextDay);
				component.imply("hour", 0);
				component.imply("minute", 0);
				component.imply("second", 0);
				component.addTag("casualReference/midnight");
				break;
			case "meio-dia":
				component.imply("meridiem", Meridiem.AM);
				component.imply("hour", 12);
				component.addTag("casualReference/noon");
		}
		return component;
	}
};
// ../node_modules/chrono-node/dist/esm/locales/pt/index.js
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
	option.parsers.push(new PTCasualDateParser());
	option.parsers.push(new PTCasualTimeParser());
	return option;
}
function createConfiguration(strictMode = true, littleEndian = true) {
	return includeCommonConfiguration({
		parsers: [
			new SlashDateFormatParser(littleEndian),
			new PTWeekdayParser(),
			new PTTimeExpressionParser(),
			new PTMonthNameLittleEndianParser()
		],
		refiners: [new PTMergeDateTimeRefiner(), new PTMergeDateRangeRefiner()]
	}, strictMode);
}
export { Chrono, Meridiem, ParsingComponents, ParsingResult, ReferenceWithTimezone, Weekday, casual, createCasualConfiguration, createConfiguration, parse, parseDate, strict };
