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
 * Simulates many changes and prints how long it takes and how much memory it
 * needs: `yarn tsx packages/simulator/bench/changes.ts [changes] [branches]`.
 * The company works about 150 changes a week per branch, for as many years as
 * it takes.
 */
import { simulate } from '../src/index';

const WEEK = 7 * 24 * 60 * 60 * 1_000;
const PER_BRANCH = 150;

const changes = Number(process.argv[2] ?? 1_000_000);
const branches = Number(process.argv[3] ?? 8);
const changesPerWeek = PER_BRANCH * branches;
const to = Date.UTC(2026, 0, 1);
const from = to - Math.ceil(changes / changesPerWeek) * WEEK;

const begin = performance.now();
let events = 0;
let told = 0;
let peak = 0;

for (const occurrence of simulate({
  seed: 1,
  from,
  to,
  changesPerWeek,
  branches,
})) {
  if (occurrence.kind === 'event') {
    events += 1;
  } else if (occurrence.kind === 'truth') {
    told += 1;
    if (told % 1_000 === 0) {
      peak = Math.max(peak, process.memoryUsage.rss());
    }
  } else {
    const seconds = (performance.now() - begin) / 1_000;
    process.stdout.write(
      `${JSON.stringify({
        changes: told,
        unfinished: occurrence.summary.unfinished,
        events,
        seconds: Number(seconds.toFixed(1)),
        eventsPerSecond: Math.round(events / seconds),
        peakRssMiB: Math.round(peak / 2 ** 20),
      })}\n`,
    );
  }
}
