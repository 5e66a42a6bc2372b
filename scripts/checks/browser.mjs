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

/** The Chromium that the browser tests use. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../toolchain/processes.mjs';
import { lastLines, Obstacle, step } from '../toolchain/say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The path of a Chromium; installs one where that is allowed. */
export async function findBrowser() {
  const known = process.env.CHOKEPOINT_TEST_BROWSER ?? installedBrowser();
  if (known) {
    return known;
  }
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    throw new Obstacle(
      'No Chromium was found for the browser tests: install it, or set CHOKEPOINT_TEST_BROWSER to the path of a Chromium or Chrome.',
    );
  }
  await step('Installing Chromium', async () => {
    await aptGet('update');
    await aptGet(
      'install',
      '--yes',
      '--no-install-recommends',
      'chromium',
      'fonts-liberation',
    );
  });
  return installedBrowser();
}

function installedBrowser() {
  return NAMES.map(onPath).find(Boolean);
}

async function aptGet(...args) {
  const { ok, output } = await run('apt-get', args, {
    quiet: true,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (!ok) {
    throw new Obstacle(
      `Chromium could not be installed:\n${lastLines(output)}`,
    );
  }
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
