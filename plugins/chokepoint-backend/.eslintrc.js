module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // supertest expects by a method of the request.
    'jest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect', '**.expect', 'expect*'] },
    ],
  },
});
