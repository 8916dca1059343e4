export { addExamples, examplesIn, forget, welcome } from "./tasks.js";
