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

/** Yarn without Yarn: from the package registry, at the version of the project. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { npx } from './node.mjs';
import { fingerprint, recall, remember, root } from './memory.mjs';
import { end, run } from './processes.mjs';
import { lastLines, Obstacle, step } from './say.mjs';

/** Whether a person with Yarn runs the script, and takes care of installing. */
export function runByYarn() {
  return (process.env.npm_config_user_agent ?? '').startsWith('yarn/');
}

export async function runBackstageCli(args) {
  const { code } = await run(process.execPath, [bin('backstage-cli'), ...args]);
  await end(code);
}

/** The script behind a command of an installed package. */
export function bin(name) {
  return join(root, 'node_modules/.bin', name);
}

/** Installs the dependencies when they are missing or have changed. */
export async function installDependencies() {
  const wanted = fingerprint(
    ['package.json', 'yarn.lock', '.yarnrc.yml', ...manifests()],
    process.versions.modules,
    process.platform,
    process.arch,
  );
  if (
    recall('installed') === wanted &&
    existsSync(join(root, 'node_modules/.yarn-state.yml'))
  ) {
    return;
  }
  const yarn = broughtYarn();
  await step('Installing dependencies (a minute or two the first time)', () =>
    install(yarn),
  );
  remember('installed', wanted);
}

async function install(yarn) {
  const { ok, output } = await run(
    process.execPath,
    [yarn, 'install', '--immutable'],
    { quiet: true, cwd: root },
  );
  if (ok) {
    return;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT/.test(output)) {
    throw new Obstacle(
      'The package registry could not be reached to install the dependencies: connect to the network and try again.',
    );
  }
  throw new Obstacle(
    `The dependencies could not be installed. Yarn says:\n${lastLines(output)}`,
  );
}

function manifests() {
  return ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(root, folder)).map(
      name => `${folder}/${name}/package.json`,
    ),
  );
}

function broughtYarn() {
  const { packageManager } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const version = packageManager.replace(/^yarn@/, '');
  const known = recall(`yarn-${version}`);
  if (known && existsSync(known)) {
    return known;
  }
  const folders = npx([
    '-p',
    `@yarnpkg/cli-dist@${version}`,
    '--',
    'node',
    '-p',
    'process.env.PATH',
  ]);
  const path = folders
    .split(process.platform === 'win32' ? ';' : ':')
    .map(folder => join(folder, '../@yarnpkg/cli-dist/bin/yarn.js'))
    .find(existsSync);
  if (!path) {
    throw new Obstacle('Yarn could not be brought from the package registry.');
  }
  remember(`yarn-${version}`, path);
  return path;
}
