const path = require('path');

module.exports = {
  root: true,
  plugins: ['notice'],
  rules: {
    // Every source file carries the Apache-2.0 header.
    'notice/notice': [
      'error',
      {
        templateFile: path.join(__dirname, 'scripts/licence-header.txt'),
        onNonMatchingHeader: 'replace',
      },
    ],
  },
  overrides: [
    {
      files: ['scripts/**/*.mjs'],
      extends: ['eslint:recommended'],
      env: { node: true, es2022: true },
      parserOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    },
    {
      files: ['playwright.config.ts', 'e2e-tests/**/*.ts'],
      parser: '@typescript-eslint/parser',
    },
  ],
};
