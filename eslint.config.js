import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import globals from 'globals';

const web = 'PrimeTask.Web/wwwroot/js';

/**
 * What may be imported from where, so that imports point one way: views → components, state → api → lib.
 * @param {string} folder
 * @param {string[]} forbidden folders
 */
const layer = (folder, forbidden) => ({
  files: [`${web}/${folder}/**/*.js`],
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ group: forbidden.map((name) => `**/${name}/**`), message: 'Imports point one way: views → components, state → api → lib.' }] }],
  },
});

export default [
  // Built, fetched or released by others.
  { ignores: ['**/bin/', '**/obj/', 'PrimeTask.Web/wwwroot/lib/', '**/TestResults/'] },
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
  { files: ['eslint.config.js', 'stylelint.config.js', '**/tests/js/**/*.js'], languageOptions: { globals: globals.node } },
  { files: ['.ci/*.js', 'bench/**/*.js', 'PrimeTask.Tests/screenshots/*.js'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    files: [`${web}/**/*.js`],
    ...lit['flat/recommended'],
    languageOptions: { globals: globals.browser },
    rules: {
      ...lit['flat/recommended'].rules,
      'no-console': 'error',
      'no-eval': 'error',
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Only js/api/http.js talks to the network.' }],
      'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({ property, message: 'What people write is only ever text.' }))],
    },
  },
  { files: [`${web}/api/http.js`], rules: { 'no-restricted-globals': 'off' } },
  layer('lib', ['api', 'state', 'components', 'views']),
  layer('api', ['state', 'components', 'views']),
  layer('state', ['components', 'views']),
  layer('components', ['views']),
];
