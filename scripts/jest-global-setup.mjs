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
 * What tests of every package find in their environment: where the recorded
 * data are, and a real PostgreSQL beside SQLite for packages that have a
 * database.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const WITHOUT_DATABASE = ['common-library', 'frontend', 'frontend-plugin'];

export default async function setup() {
  process.env.CHOKEPOINT_TEST_DATA = resolve(
    root,
    process.env.CHOKEPOINT_TEST_DATA ?? '../shared/data',
  );
  process.env.BACKSTAGE_TEST_DISABLE_DOCKER = '1';
  if (!process.env[POSTGRES] && hasDatabase(process.cwd())) {
    process.env[POSTGRES] = await startPostgres();
  }
}

function hasDatabase(folder) {
  const manifest = join(folder, 'package.json');
  const role =
    existsSync(manifest) &&
    JSON.parse(readFileSync(manifest, 'utf8')).backstage?.role;
  return !WITHOUT_DATABASE.includes(role);
}

/** Runs beside Jest and ends with it: its standard input closes then. */
function startPostgres() {
  const child = spawn(process.execPath, [join(root, 'scripts/postgres.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return new Promise((done, failed) => {
    createInterface({ input: child.stdout }).once('line', line => {
      child.unref();
      child.stdin.unref();
      child.stdout.unref();
      done(line);
    });
    child.once('exit', () =>
      failed(new Error('PostgreSQL for the tests did not start')),
    );
  });
}
