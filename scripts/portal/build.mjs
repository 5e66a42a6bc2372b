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

/** Builds the frontend of the portal once for each state of its sources. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, recall, remember, root } from '../toolchain/memory.mjs';
import { run } from '../toolchain/processes.mjs';
import { lastLines, Obstacle, step } from '../toolchain/say.mjs';
import { bin } from '../toolchain/yarn.mjs';

/** What goes into the bundle of an app, besides the app itself. */
const SOURCES = [
  'plugins/chokepoint',
  'plugins/chokepoint-common',
  'packages/flow',
  'packages/portal-parts',
  'yarn.lock',
  'app-config.yaml',
];

/** @param {'app' | 'app-legacy'} app */
export async function buildApp(app) {
  const folder = join(root, 'packages', app);
  const wanted = fingerprint([`packages/${app}`, ...SOURCES]);
  if (
    recall(`built-${app}`) === wanted &&
    existsSync(join(folder, 'dist/index.html'))
  ) {
    return;
  }
  await step(`Building the frontend (packages/${app})`, async () => {
    const { ok, output } = await run(
      process.execPath,
      [bin('backstage-cli'), 'package', 'build'],
      {
        quiet: true,
        cwd: folder,
        env: { ...process.env, NODE_ENV: undefined },
      },
    );
    if (!ok) {
      throw new Obstacle(`The build says:\n${lastLines(output, 40)}`);
    }
  });
  remember(`built-${app}`, wanted);
}
