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

/** One portal: the backend from its sources, serving a built frontend. */
import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { root } from '../toolchain/memory.mjs';
import { isEnding, launch } from '../toolchain/processes.mjs';
import { lastLines, Obstacle } from '../toolchain/say.mjs';

/**
 * Starts a portal; resolves when it answers.
 *
 * @param {object} options
 * @param {'app' | 'app-legacy'} options.app - the frontend it serves
 * @param {number} options.port
 * @param {string} options.host - the interface it listens on
 * @param {string} options.data - the folder of its databases and its log
 * @param {boolean} options.local - whether app-config.local.yaml counts
 */
export async function startPortal({ app, port, host, data, local }) {
  const url = `http://localhost:${port}`;
  mkdirSync(data, { recursive: true });
  const log = join(data, 'backend.log');
  rmSync(log, { force: true });

  let said = '';
  const child = launch(
    process.execPath,
    [
      // Both keep the demo small: see packages/backend/src/heap.ts.
      '--max-semi-space-size=4',
      ...['--import', join(root, 'scripts/toolchain/end-with-parent.mjs')],
      ...[
        '--require',
        join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      ],
      join(root, 'packages/backend/src/index.ts'),
      ...configFiles(local).flatMap(file => ['--config', file]),
    ],
    {
      cwd: join(root, 'packages/backend'),
      env: {
        ...process.env,
        MALLOC_ARENA_MAX: '2',
        // Guests may sign in during development only.
        NODE_ENV: 'development',
        NODE_COMPILE_CACHE: join(
          root,
          'node_modules/.cache/chokepoint/compiled',
        ),
        ...settings({
          'app.packageName': app,
          'app.baseUrl': url,
          'backend.baseUrl': url,
          'backend.cors.origin': url,
          'backend.listen': { port, host },
          'backend.database.connection': { directory: join(data, 'databases') },
        }),
      },
      onOutput: chunk => {
        said = lastLines(said + chunk, 60);
        appendFileSync(log, chunk);
      },
    },
  );
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });

  while (!(await isReady(url))) {
    if (ended && !isEnding()) {
      throw new Obstacle(
        `The backend ended before it was ready. Its last words (all of them are in ${relative(
          root,
          log,
        )}):\n${lastLines(said)}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  return { url, log, child };
}

/** Fails, in one sentence, when something else listens on the port. */
export function assertPortIsFree(port, host, advice) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', error =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Obstacle(`Port ${port} is in use by another program: ${advice}`)
          : new Obstacle(`Port ${port} cannot be used: ${error.message}`),
      ),
    );
    probe.listen(port, host, () => probe.close(resolve));
  });
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function configFiles(local) {
  return ['app-config.yaml', ...(local ? ['app-config.local.yaml'] : [])]
    .map(file => join(root, file))
    .filter(existsSync);
}

/** Configuration as environment variables, which go before every file. */
function settings(values) {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      `APP_CONFIG_${key.replaceAll('.', '_')}`,
      JSON.stringify(value),
    ]),
  );
}

async function isReady(url) {
  try {
    const health = await fetch(`${url}/.backstage/health/v1/readiness`);
    return health.ok && (await fetch(url)).ok;
  } catch {
    return false;
  }
}
