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
};
