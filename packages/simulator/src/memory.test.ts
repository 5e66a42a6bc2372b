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

import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(__dirname, '../../..');
const CHANGES = 30_000;
/** Far less than the events of so many changes would take. */
const HEAP_MIB = 48;

describe('a long simulation', () => {
  it(`needs no more than ${HEAP_MIB} MiB of heap for ${CHANGES} changes`, async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        `--max-old-space-size=${HEAP_MIB}`,
        '--import',
        'tsx',
        'packages/simulator/bench/changes.ts',
        String(CHANGES),
        '1',
      ],
      { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '' } },
    );
    const figures: { changes: number; events: number } = JSON.parse(stdout);

    expect(figures.changes).toBeGreaterThan(0.9 * CHANGES);
    expect(figures.events).toBeGreaterThan(15 * CHANGES);
  }, 300_000);
});
