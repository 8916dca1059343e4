import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import globals from 'globals';

const client = 'PrimeTask.Web/client';

/** Features do not know each other, except that all know tasks and their editor. */
const features = readdirSync(`${client}/features`).filter((name) => name !== 'tasks');

/**
 * Imports point one way: app/shell → features → ui → app. What loads the views by their addresses (app/shell) stands above them.
 * @param {string} files
 * @param {string[]} forbidden folders
 */
const layer = (files, forbidden) => ({
  files: [`${client}/${files}`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group: forbidden.map((folder) => `**/${folder}/**`), message: 'Imports point one way: app/shell → features → ui → app. Views do not know each other.' }] },
    ],
  },
});

export default [
  // Built or fetched.
  { ignores: ['**/bin/', '**/obj/', 'PrimeTask.Web/wwwroot/modules/', '**/TestResults/'] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-implicit-coercion': ['error', { boolean: false }],
      'no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  { files: ['eslint.config.js', 'stylelint.config.js', '**/tests/js/**/*.js', 'PrimeTask.Web/bundle.js'], languageOptions: { globals: globals.node } },
  { files: ['.ci/*.js', 'bench/**/*.js', 'PrimeTask.Tests/screenshots/*.js'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    files: [`${client}/**/*.js`, 'PrimeTask.Web/wwwroot/start.js'],
    ...lit['flat/recommended'],
    languageOptions: { globals: globals.browser },
    rules: {
      ...lit['flat/recommended'].rules,
      'no-console': 'error',
      'no-eval': 'error',
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Only app/http.js talks to the network.' }],
      'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({ property, message: 'What people write is only ever text.' }))],
    },
  },
  { files: [`${client}/app/http.js`], rules: { 'no-restricted-globals': 'off' } },
  layer('app/*.js', ['shell', 'features', 'ui']),
  layer('ui/**/*.js', ['shell', 'features']),
  layer('features/tasks/*.js', ['shell', 'list', 'board', 'editor', 'quickAdd', 'today', 'upcoming', 'calendar', ...features]),
  layer('features/tasks/projects/**/*.js', ['shell', 'list', 'board', 'editor', 'quickAdd', 'today', 'upcoming', 'calendar', ...features]),
  layer('features/tasks/editor/**/*.js', ['shell', 'list', 'board', 'quickAdd', 'today', 'upcoming', 'calendar', ...features]),
  layer('features/tasks/quickAdd/**/*.js', ['shell', 'list', 'board', 'today', 'upcoming', 'calendar', ...features]),
  layer('features/tasks/list/**/*.js', ['shell', 'board', 'today', 'upcoming', 'calendar', ...features]),
  layer('features/tasks/today/**/*.js', ['shell', 'board', 'upcoming', 'calendar', ...features]),
  layer('features/tasks/upcoming/**/*.js', ['shell', 'board', 'today', 'calendar', ...features]),
  layer('features/tasks/calendar/**/*.js', ['shell', 'board', 'today', 'upcoming', ...features]),
  layer('features/tasks/board/**/*.js', ['shell', 'list', ...features]),
  ...features.map((name) => layer(`features/${name}/**/*.js`, ['shell', 'list', 'board', ...features])),
];
