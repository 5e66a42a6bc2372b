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

/**
 * Backstage wants Node 22 or 24. Where another one runs, a Node 22 is brought
 * from the package registry, and the script starts again with it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { remember, recall } from './memory.mjs';
import { end, endWithParent, isEnding, run } from './processes.mjs';
import { Obstacle } from './say.mjs';

const SUPPORTED = [22, 24];
/** Without a network the person should know within seconds. */
const PATIENCE = [
  '--prefer-offline',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=2000',
];
const OLDEST_THAT_CAN_START = 20;

/** Runs `main` in a Node that Backstage supports; tells obstacles plainly. */
export async function inSupportedNode(main) {
  endWithParent();
  try {
    const major = Number(process.versions.node.split('.')[0]);
    if (major < OLDEST_THAT_CAN_START) {
      throw new Obstacle(
        `Node ${process.versions.node} is too old: install Node 20 or later.`,
      );
    }
    if (SUPPORTED.includes(major)) {
      await main();
    } else {
      const { code } = await run(broughtNode(), process.argv.slice(1));
      await end(code);
    }
  } catch (error) {
    if (!isEnding()) {
      process.stderr.write(
        `\n${error instanceof Obstacle ? error.message : error.stack}\n`,
      );
      await end(1);
    }
  }
}

function broughtNode() {
  const known = recall('node');
  if (known && existsSync(known)) {
    return known;
  }
  process.stdout.write(
    `This is Node ${process.versions.node}; bringing Node 22 from the package registry.\n`,
  );
  const path = npx(['-p', 'node@22', '--', 'node', '-p', 'process.execPath']);
  remember('node', path);
  return path;
}

/** Asks npx, which every npm has, for something from the registry. */
export function npx(args) {
  try {
    return execFileSync('npx', ['-y', ...PATIENCE, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
      .trim()
      .split('\n')
      .pop();
  } catch (error) {
    throw new Obstacle(
      error.code === 'ENOENT'
        ? 'npx was not found: install npm 7 or later.'
        : `The package registry could not be reached for ${args[1]}: connect to the network and try again.`,
    );
  }
}
