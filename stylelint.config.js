export default {
  extends: 'stylelint-config-standard',
  plugins: ['stylelint-use-logical'],
  rules: {
    'csstools/use-logical': 'always',
    'declaration-no-important': true,
    // Blank lines group the tokens.
    'custom-property-empty-line-before': null,
    'selector-max-id': 0,
    // Blocks, their elements and their variants: `task`, `task__title`, `task--placeholder`.
    'selector-class-pattern': '^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z][a-z0-9]*(-[a-z0-9]+)*)?(--[a-z][a-z0-9]*(-[a-z0-9]+)*)?$',
  },
};
