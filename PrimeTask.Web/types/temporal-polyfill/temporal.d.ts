// A bundle of the package.
export { Temporal } from 'temporal-polyfill';
