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
 * Sends a million events as one request to a backend in a process of its own,
 * and prints how long it took and the most memory the process ever had:
 *
 *   yarn run -T tsx dev/millionEvents.ts [changes] [heap MB]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flood, peakMemory, startServer } from './testing/flood';

const MEBIBYTE = 1024 * 1024;

async function main(changes: number, heap: number): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'chokepoint-million-'));
  const server = await startServer(
    { client: 'better-sqlite3', connection: { directory } },
    heap,
  );
  try {
    const began = Date.now();
    const report = await flood(server, { changes, repos: 40 });
    const peak = await peakMemory(server);
    process.stdout.write(
      `${report.accepted} events in ${
        (Date.now() - began) / 1_000
      } s, at most ${
        peak === undefined ? 'unknown' : Math.round(peak / MEBIBYTE)
      } MiB\n`,
    );
  } finally {
    server.process.kill('SIGKILL');
    rmSync(directory, { recursive: true });
  }
}

const [changes = '66700', heap = '256'] = process.argv.slice(2);
main(Number(changes), Number(heap)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
