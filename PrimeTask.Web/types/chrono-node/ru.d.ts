// A bundle of the package's language.
export * from 'chrono-node/dist/esm/locales/ru/index.js';
