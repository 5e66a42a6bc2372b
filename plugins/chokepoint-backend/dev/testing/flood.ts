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

import { ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { IngestReport } from 'backstage-plugin-chokepoint-common';
import { factoryEvents, FactoryOptions } from './factory';

/** A backend in a process of its own. */
export interface Server {
  port: number;
  process: ChildProcess;
}

/** Starts a backend on a database, with so many megabytes of JavaScript heap. */
export async function startServer(
  database: object,
  heap: number,
): Promise<Server> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heap}`,
      '--import',
      'tsx',
      resolve(__dirname, 'server.ts'),
      JSON.stringify(database),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const port = await new Promise<number>((done, fail) => {
    child.stdout?.on('data', (text: Buffer) => {
      const match = /listening (\d+)/.exec(text.toString());
      if (match) {
        done(Number(match[1]));
      }
    });
    child.once('exit', code => fail(new Error(`The backend ended: ${code}`)));
  });
  return { port, process: child };
}

/** Most memory a process ever had, in bytes; undefined where nobody can tell. */
export async function peakMemory({
  process: child,
}: Server): Promise<number | undefined> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(
    () => '',
  );
  const match = /VmHWM:\s+(\d+) kB/.exec(status);
  return match ? Number(match[1]) * 1024 : undefined;
}

/** Sends the factory's events as one NDJSON request. */
export async function flood(
  { port }: Server,
  options: FactoryOptions,
): Promise<IngestReport> {
  const request = httpRequest({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/chokepoint/v1/events',
    headers: {
      'Content-Type': 'application/x-ndjson',
      Authorization: 'Bearer test-token',
    },
  });
  const answer = new Promise<IngestReport>((done, fail) => {
    request.on('error', fail);
    request.on('response', async response => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) {
        chunks.push(chunk);
      }
      const text = Buffer.concat(chunks).toString();
      if (response.statusCode === 200) {
        done(JSON.parse(text));
      } else {
        fail(new Error(text));
      }
    });
  });
  await pipeline(Readable.from(lines(options)), request);
  return answer;
}

function* lines(options: FactoryOptions): Iterable<string> {
  for (const event of factoryEvents(options)) {
    yield `${JSON.stringify(event)}\n`;
  }
}
