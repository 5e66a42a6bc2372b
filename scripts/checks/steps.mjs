/*
 * Copyright 2026 The Chokepoint Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/** The steps of `npm test`, cheapest first, and what each of them runs. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../portal/build.mjs';
import { root } from '../toolchain/memory.mjs';
import { run } from '../toolchain/processes.mjs';
import { bin } from '../toolchain/yarn.mjs';
import { findBrowser } from './browser.mjs';

const reports = join(root, 'node_modules/.cache/chokepoint');

export const STEPS = {
  lint: {
    title: 'ESLint, with the licence header in every file',
    check: () => command('backstage-cli', 'repo', 'lint', '--max-warnings=0'),
  },
  scripts: {
    title: 'ESLint of the scripts and the configuration at the top',
    check: () =>
      command(
        'eslint',
        ...['--ext', '.mjs,.js,.ts'],
        ...['scripts', 'e2e-tests', 'playwright.config.ts'],
      ),
  },
  imports: {
    title: 'imports go one way, without cycles',
    check: () =>
      command(
        'depcruise',
        ...['--config', '.dependency-cruiser.js'],
        ...['packages', 'plugins'],
      ),
  },
  format: {
    title: 'Prettier',
    check: () => command('prettier', '--check', '--loglevel=warn', '.'),
  },
  manifests: {
    title: 'the manifests of the packages are in order',
    check: () => command('backstage-cli', 'repo', 'fix', '--check'),
  },
  licences: {
    title: 'licences of what the packages need',
    check: () => script('scripts/checks/licences.mjs'),
  },
  types: {
    title: 'TypeScript',
    check: () =>
      command('tsc', '--skipLibCheck', 'false', '--incremental', 'false'),
  },
  openapi: {
    title: 'the OpenAPI description',
    check: () =>
      command('backstage-repo-tools', 'repo', 'schema', 'openapi', 'lint'),
  },
  reports: {
    title: 'reports of the public interfaces and of the tables are up to date',
    check: () =>
      command(
        'backstage-repo-tools',
        ...['api-reports', '--ci', '--sql-reports'],
        // As Backstage does: a field whose name says all needs no comment, and
        // workspace packages are seen by their sources.
        ...['-o', 'ae-undocumented,ae-wrong-input-file-type'],
        ...['packages/flow', 'plugins/*'],
      ),
  },
  unit: {
    title: 'tests of the packages, on SQLite and PostgreSQL',
    check: unitTests,
  },
  packages: {
    title: 'the packages can be published',
    check: () => command('backstage-cli', 'repo', 'build'),
  },
  browser: {
    title: 'the portal in a browser, with the new and the old frontend system',
    check: browserTests,
  },
};

/** A check passes or fails; what it says matters when it fails. */
function command(name, ...args) {
  return script(bin(name), ...args);
}

async function script(path, ...args) {
  const { ok, output } = await run(process.execPath, [path, ...args], {
    quiet: true,
    cwd: root,
  });
  if (!ok) {
    process.stdout.write(output);
  }
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function unitTests() {
  const file = join(reports, 'unit.json');
  rmSync(file, { force: true });
  await run(
    process.execPath,
    [
      bin('backstage-cli'),
      ...['repo', 'test', '--watchAll=false', '--ci'],
      ...['--json', `--outputFile=${file}`],
    ],
    { cwd: root, env: { ...process.env, CI: '1' } },
  );
  const result = reportOf(file);
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests,
  };
}

async function browserTests() {
  const executable = await findBrowser();
  await buildApp('app');
  await buildApp('app-legacy');
  const file = join(reports, 'browser.json');
  rmSync(file, { force: true });
  await run(process.execPath, [bin('playwright'), 'test'], {
    cwd: root,
    env: {
      ...process.env,
      CHOKEPOINT_TEST_BROWSER: executable,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  });
  const { stats, errors } = reportOf(file);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

function reportOf(file) {
  if (!existsSync(file)) {
    throw new Error('The tests ended without a report');
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}
