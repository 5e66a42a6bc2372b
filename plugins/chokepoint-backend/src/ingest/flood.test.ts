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

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  flood,
  peakMemory,
  Server,
  startServer,
} from '../../dev/testing/flood';

const MEBIBYTE = 1024 * 1024;
const CHANGES = 4_000;
const EVENTS = 59_960;
/**
 * Hardly more JavaScript heap than a backend needs that does nothing, in
 * megabytes: to hold the events of this request takes more.
 */
const HEAP = 160;

describe('a body of any length', () => {
  const directory = mkdtempSync(join(tmpdir(), 'chokepoint-flood-'));
  let server: Server | undefined;

  afterAll(() => {
    server?.process.kill('SIGKILL');
    rmSync(directory, { recursive: true });
  });

  it('is taken in as one request in bounded memory', async () => {
    server = await startServer(
      { client: 'better-sqlite3', connection: { directory } },
      HEAP,
    );
    const report = await flood(server, { changes: CHANGES, repos: 40 });
    expect(report).toEqual({
      accepted: EVENTS,
      duplicates: 0,
      rejected: [],
      rejectedTotal: 0,
      contradictions: [],
    });
    const peak = await peakMemory(server);
    // Only Linux tells the peak; elsewhere the bound on the heap is the test.
    expect(peak ?? 0).toBeLessThan(512 * MEBIBYTE);
  }, 300_000);
});
