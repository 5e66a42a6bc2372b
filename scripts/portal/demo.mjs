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

/** `npm start`. */
import { join, relative } from 'node:path';
import { root } from '../toolchain/memory.mjs';
import { end, isEnding } from '../toolchain/processes.mjs';
import { Obstacle, step } from '../toolchain/say.mjs';
import { installDependencies } from '../toolchain/yarn.mjs';
import { buildApp } from './build.mjs';
import { demoDataLoaded } from './data.mjs';
import { assertPortIsFree, startPortal } from './portal.mjs';

export async function startDemo() {
  const port = Number(process.env.PORT ?? 7007);
  const host = process.env.HOST ?? '127.0.0.1';
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Obstacle(`PORT is not a port number: ${process.env.PORT}`);
  }
  await assertPortIsFree(
    port,
    host,
    'stop it, or choose another port, as in PORT=7008 npm start.',
  );
  await installDependencies();
  await buildApp('app');
  const { url, log, child } = await step('Starting the portal', () =>
    startPortal({
      app: 'app',
      port,
      host,
      data: join(root, 'data'),
      local: true,
    }),
  );
  child.once('exit', code => {
    if (!isEnding()) {
      process.stderr.write(
        `The backend ended (${code}); see ${relative(root, log)}.\n`,
      );
      end(1);
    }
  });
  await step('Loading data', () => demoDataLoaded(url, showProgress()));
  process.stdout.write(
    `\nChokepoint is ready: ${url}\nLog: ${relative(
      root,
      log,
    )}. Stop with Ctrl-C.\n`,
  );
}

/** On a terminal each word of progress replaces the one before. */
function showProgress() {
  let last = '';
  return text => {
    if (text !== last && process.stdout.isTTY) {
      process.stdout.write(`\r\u001b[KLoading data … ${text} … `);
    }
    last = text;
  };
}
