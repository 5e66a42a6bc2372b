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

import { defineConfig, devices } from '@playwright/test';
import { existsSync } from 'node:fs';

/**
 * Browser tests run against real portals, one for each frontend system: built,
 * served by the backend from a clean data folder, with the demo data loaded.
 * Each says on which free port it is; the names of the groups become
 * environment variables (see `address`).
 */
const executablePath = [
  process.env.CHOKEPOINT_TEST_BROWSER,
  '/usr/bin/chromium',
].find(path => path && existsSync(path));

function portal(app: string, name: string) {
  return {
    name: app,
    command: `node scripts/portal/serve.mjs ${app}`,
    wait: {
      stdout: new RegExp(`\\(${app}\\) is ready: (?<${name}>http://\\S+)`),
    },
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
  };
}

/** Where a portal is; known in the tests, after the portals have started. */
function address(name: string) {
  return process.env[name.toUpperCase()] ?? 'http://localhost:7007';
}

const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: { executablePath, args: ['--no-sandbox'] },
};

export default defineConfig({
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE }],
    ['html', { open: 'never', outputFolder: 'e2e-test-report' }],
  ],
  outputDir: 'node_modules/.cache/e2e-test-results',
  webServer: [
    portal('app', 'chokepoint_portal'),
    portal('app-legacy', 'chokepoint_portal_legacy'),
  ],
  use: { screenshot: 'only-on-failure', trace: 'retain-on-failure' },
  projects: [
    {
      name: 'app',
      testDir: 'packages/app/e2e-tests',
      use: { ...chromium, baseURL: address('chokepoint_portal') },
    },
    {
      name: 'app-legacy',
      testDir: 'packages/app-legacy/e2e-tests',
      use: { ...chromium, baseURL: address('chokepoint_portal_legacy') },
    },
    // What both frontend systems show is looked at in both portals.
    {
      name: 'pages of the app',
      testDir: 'e2e-tests',
      use: { ...chromium, baseURL: address('chokepoint_portal') },
    },
    {
      name: 'pages of the app-legacy',
      testDir: 'e2e-tests',
      use: { ...chromium, baseURL: address('chokepoint_portal_legacy') },
    },
  ],
});
