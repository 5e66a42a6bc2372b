/**
 * Which package, and inside the backend which folder, may import which.
 *
 * A package lists the workspace packages that it may know. Dependencies on
 * packages of others are the business of each package.json.
 */
const MAY_IMPORT = {
  'packages/flow': [],
  'packages/simulator': ['packages/flow'],
  'plugins/chokepoint-common': ['packages/flow'],
  'plugins/chokepoint-node': ['packages/flow', 'plugins/chokepoint-common'],
  'plugins/chokepoint-backend': [
    'packages/flow',
    'plugins/chokepoint-common',
    'plugins/chokepoint-node',
  ],
  'plugins/chokepoint-backend-module-[^/]+': [
    'packages/flow',
    'plugins/chokepoint-common',
    'plugins/chokepoint-node',
  ],
  'plugins/chokepoint': ['packages/flow', 'plugins/chokepoint-common'],
  'packages/portal-parts': [],
  'packages/app': ['packages/portal-parts', 'plugins/chokepoint'],
  'packages/app-legacy': ['packages/portal-parts', 'plugins/chokepoint'],
  'packages/backend': [
    'packages/flow',
    'packages/simulator',
    'plugins/chokepoint-common',
    'plugins/chokepoint-node',
    'plugins/chokepoint-backend',
    'plugins/chokepoint-backend-module-[^/]+',
  ],
};

/**
 * The folders of the backend, in the order in which data flow through them: a
 * folder reads from those before it. Only the log comes before `ingest`, which
 * writes to it.
 */
const BACKEND_FLOW = [
  'log',
  'ingest',
  'ownership',
  'projection',
  'figures',
  'api',
  'actions',
  'schedule',
];

const TESTS = '\\.test\\.tsx?$|/__fixtures__/|/testing/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-deep-imports',
      comment: 'Another package is entered through its index only.',
      severity: 'error',
      from: { path: '^((?:packages|plugins)/[^/]+)/' },
      to: {
        path: '^(?:packages|plugins)/[^/]+/',
        pathNot: [
          '^$1/',
          '^(?:packages|plugins)/[^/]+/src/(?:index|legacy)\\.tsx?$',
          '^(?:packages|plugins)/[^/]+/package\\.json$',
        ],
      },
    },
    ...Object.entries(MAY_IMPORT).map(([from, allowed]) => ({
      name: `direction-of-${from.replace(/^.*\//, '').replace('[^/]+', 'x')}`,
      comment: `${from} may import ${
        allowed.join(', ') || 'no other package of this workspace'
      }.`,
      severity: 'error',
      // Tests may use the packages that depend on the one they test.
      from: { path: `^${from}/src/`, pathNot: TESTS },
      to: {
        path: '^(?:packages|plugins)/[^/]+/',
        pathNot: [from, ...allowed].map(folder => `^${folder}/`),
      },
    })),
    ...BACKEND_FLOW.slice(0, -1).map((folder, index) => ({
      name: `backend-flow-${folder}`,
      comment: `${folder} knows nothing of what comes after it.`,
      severity: 'error',
      from: {
        path: `^plugins/chokepoint-backend/src/${folder}/`,
        pathNot: TESTS,
      },
      to: {
        path: `^plugins/chokepoint-backend/src/(?:${BACKEND_FLOW.slice(
          index + 1,
        ).join('|')})/`,
      },
    })),
    {
      name: 'core-is-pure',
      comment: 'The core does no I/O and knows nothing of Backstage.',
      severity: 'error',
      from: { path: '^packages/flow/src/', pathNot: TESTS },
      to: {
        path: '(?:^|/)node_modules/',
        pathNot: '(?:^|/)node_modules/(?:zod|luxon|@types/luxon|pure-rand)/',
      },
    },
    {
      name: 'core-does-no-io',
      comment: 'The core does no I/O and knows nothing of Backstage.',
      severity: 'error',
      from: { path: '^packages/flow/src/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere cannot be checked.',
      severity: 'error',
      from: { path: '/src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:packages|plugins)/[^/]+/(?:dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
