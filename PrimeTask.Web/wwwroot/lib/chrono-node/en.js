import {
  Chrono,
  ENDefaultConfiguration,
  Meridiem,
  ParsingComponents,
  ParsingResult,
  ReferenceWithTimezone,
  Weekday
} from "./shared.js";

// ../node_modules/chrono-node/dist/esm/locales/en/index.js
var configuration = new ENDefaultConfiguration();
var casual = new Chrono(configuration.createCasualConfiguration(false));
var strict = new Chrono(configuration.createConfiguration(true, false));
var GB = new Chrono(configuration.createCasualConfiguration(true));
function parse(text, ref, option) {
  return casual.parse(text, ref, option);
}
function parseDate(text, ref, option) {
  return casual.parseDate(text, ref, option);
}
export {
  Chrono,
  GB,
  Meridiem,
  ParsingComponents,
  ParsingResult,
  ReferenceWithTimezone,
  Weekday,
  casual,
  configuration,
  parse,
  parseDate,
  strict
};
