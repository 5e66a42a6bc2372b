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
 * Asks a backend with about 20,000 simulated changes for everything its pages
 * show, of the whole company, and prints how long the answers take (p50 and
 * most), the work of a processor in them, for how long nothing else could be
 * answered meanwhile, and what many at once cost in memory:
 *
 *   yarn run -T tsx dev/timeAnswers.ts [--directory d] [--changes 20000]
 *     [--rounds 5] [--crowd 8] [--only pattern] [--answers folder]
 *
 * The database stays in the directory and is filled only once. Where a folder
 * for answers is named, each is written there: they are the same, byte by byte,
 * as long as the rules are. `--only` takes a part of the questions; with
 * `node --cpu-prof --import tsx` in front it tells where their time goes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { backendOn, freePort, TOKEN } from './testing/backend';
import { FIRST_DAY, fillOnce, LAST_DAY } from './testing/halfYear';

const MEBIBYTE = 1024 * 1024;
const EVERYTHING = 'entities/group/default/brindlewick';
const BEGINNING = new Date(FIRST_DAY).toISOString();

/** What is asked of a window, by the name of the question. */
const QUESTIONS = {
  gateways: 'gateways?limit=100',
  gatewaysByParty: 'gateways?limit=500&by=party',
  gatewaysInWorkingHours: 'gateways?limit=100&time=workingHours',
  gateway: 'gateways/group%3Adefault%2Ffoundations?target=86400000',
  flowMap: 'flow-map?',
  figures: `${EVERYTHING}/figures?`,
  figuresInWorkingHours: `${EVERYTHING}/figures?time=workingHours`,
  durations: `${EVERYTHING}/durations?`,
  reviews: `${EVERYTHING}/reviews?zone=Europe/Berlin`,
  changes: `${EVERYTHING}/changes?limit=100`,
  behind: `${EVERYTHING}/changes?limit=100&figure=reviewLatency`,
  findings: `${EVERYTHING}/findings?`,
  domain: 'entities/domain/default/shopping/findings?',
  scorecard: 'scorecard?limit=100',
  services: 'scorecard?limit=100&rows=entities',
  allFindings: 'findings?limit=100',
};

/** Every question, of the last 90 days and of the half year. */
const PATHS: Record<string, string> = {
  queue: 'queue',
  sources: 'sources',
  ...Object.fromEntries(
    Object.entries(QUESTIONS).flatMap(([name, path]) => [
      [name, path],
      [`${name}, half a year`, `${path}&from=${BEGINNING}`],
    ]),
  ),
};

/** Questions by name, as they are asked. */
type Paths = [name: string, path: string][];

/** What is measured, and with what. */
interface Options {
  directory: string;
  changes: number;
  rounds: number;
  /** Requests of a kind that are sent at the same time. */
  crowd: number;
  only: RegExp;
  answers?: string;
}

/** Asks, and gives the answer as it came, with its tag. */
type Ask = (path: string) => Promise<string>;

function askAt(port: number): Ask {
  return async path => {
    const response = await fetch(
      `http://127.0.0.1:${port}/api/chokepoint/v1/${path}`,
      { headers: { Authorization: `Bearer ${TOKEN}` } },
    );
    const body = await response.text();
    if (!response.ok) {
      throw new Error(`${path}: ${response.status} ${body}`);
    }
    return `${response.headers.get('etag') ?? ''}\n${body}\n`;
  };
}

function print(...cells: (string | number)[]): void {
  const [name, ...rest] = cells.map(String);
  const row = rest.map(cell => cell.padStart(9)).join('');
  process.stdout.write(`${name.padEnd(30)}${row}\n`);
}

function rss(): number {
  return Math.round(process.memoryUsage().rss / MEBIBYTE);
}

/** One after the other: how long each takes, and how long others had to wait. */
async function timeEach(ask: Ask, paths: Paths, options: Options) {
  const { rounds, answers } = options;
  print('one at a time, ms', 'p50', 'most', 'CPU', 'blocked', 'RSS MiB');
  for (const [name, path] of paths) {
    const blocked = monitorEventLoopDelay({ resolution: 5 });
    blocked.enable();
    await sleep(20);
    const times: number[] = [];
    const cpu = process.cpuUsage();
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      const answer = await ask(path);
      times.push(performance.now() - began);
      if (answers !== undefined && round === 0) {
        writeFileSync(join(answers, name), answer);
      }
    }
    const { user, system } = process.cpuUsage(cpu);
    await sleep(20);
    blocked.disable();
    times.sort((a, b) => a - b);
    const p50 = Math.round(times[Math.floor(times.length / 2)]);
    const most = Math.round(times[times.length - 1]);
    const work = Math.round((user + system) / 1e3 / rounds);
    print(name, p50, most, work, Math.round(blocked.max / 1e6), rss());
  }
}

/** Many of a kind at once: until the last is answered, and the most memory. */
async function timeCrowds(ask: Ask, paths: Paths, size: number) {
  print(`${size} at a time, ms`, 'last', 'other', 'RSS MiB');
  for (const [name, path] of paths) {
    let most = rss();
    const watch = setInterval(() => {
      most = Math.max(most, rss());
    }, 20);
    const began = performance.now();
    const crowd = Promise.all(Array.from({ length: size }, () => ask(path)));
    // What else is asked meanwhile is not to wait for all of them.
    const other = ask('sources').then(() => performance.now() - began);
    await crowd;
    clearInterval(watch);
    const last = Math.round(performance.now() - began);
    print(name, last, Math.round(await other), most);
  }
}

async function main(options: Options): Promise<void> {
  const { directory, answers, only } = options;
  if (answers !== undefined) {
    mkdirSync(answers, { recursive: true });
  }
  // Nothing goes on after the last day, so that answers stay the same.
  Date.now = () => LAST_DAY;
  const entities = await fillOnce(directory, options.changes);
  const port = await freePort();
  const database = { client: 'better-sqlite3', connection: { directory } };
  const backend = backendOn(port, database, entities);
  await backend.start();
  const ask = askAt(port);
  const paths = Object.entries(PATHS).filter(([name]) => only.test(name));
  await timeEach(ask, paths, options);
  if (options.crowd > 0) {
    await timeCrowds(ask, paths, options.crowd);
  }
  await backend.stop();
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      directory: { type: 'string' },
      changes: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '5' },
      crowd: { type: 'string', default: '8' },
      only: { type: 'string', default: '' },
      answers: { type: 'string' },
    },
  });
  return {
    directory: values.directory ?? join(tmpdir(), 'chokepoint-answers'),
    changes: Number(values.changes),
    rounds: Number(values.rounds),
    crowd: Number(values.crowd),
    only: new RegExp(values.only),
    answers: values.answers,
  };
}

main(readOptions()).then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
