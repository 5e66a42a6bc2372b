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
 * Prints how many events per second timelines are built from, and the ratio of
 * that time to parsing the same events from JSON in the same run. Reach: 1.5.
 *
 * Usage: yarn bench [number of changes]
 */
import { buildTimeline, FlowEvent } from '../src';

const changes = Number(process.argv[2] ?? 20_000);
const ROUNDS = 9;
const BASE = Date.UTC(2026, 0, 5);

/** A change with decision, two reviewers, a round of rework and a release. */
function eventsOf(n: number): FlowEvent[] {
  const repo = `github.com/acme/service-${n % 40}`;
  const subject = `${repo}/pull/${n}`;
  const item = `acme.atlassian.net/browse/ACME-${n}`;
  const deployment = `${repo}/deployments/${n}`;
  const person = (i: number) => `github.com/person-${(n * 7 + i) % 120}`;
  let minutes = n;
  const step = (type: string, key: string, actor?: number, data?: object) => {
    minutes += 17 + ((n * 31) % 97);
    return {
      id: `${key}#${type}-${minutes}`,
      source: 'bench:generated',
      type,
      subject: key,
      at: new Date(BASE + minutes * 60_000).toISOString(),
      ...(actor !== undefined && {
        actor: { id: person(actor), kind: 'human' },
      }),
      ...(data && { data }),
    } as FlowEvent;
  };
  return [
    step('workItem.decided', item, 3),
    step('workItem.assigned', item, 3, { to: [person(0)] }),
    step('workItem.started', item, 0),
    step('change.opened', subject, 0, {
      title: `Change number ${n}`,
      url: `https://${subject}`,
      repo,
      baseBranch: 'main',
      additions: 40,
      deletions: 12,
      paths: ['src/cart.ts', 'src/cart.test.ts'],
      labels: ['feature'],
      workItems: [item],
    }),
    step('change.reviewRequested', subject, 0, {
      reviewers: [person(1), person(2)],
    }),
    step('change.checksStarted', subject),
    step('change.checksFinished', subject, undefined, { outcome: 'success' }),
    step('change.reviewed', subject, 1, { verdict: 'changesRequested' }),
    step('change.pushed', subject, 0, { sha: `a${n}` }),
    step('change.commented', subject, 0),
    step('change.reviewed', subject, 1, { verdict: 'approved' }),
    step('change.queued', subject, 0),
    step('change.merged', subject, 0, { sha: `m${n}` }),
    step('deployment.requested', deployment, 0, {
      environment: 'production',
      repo,
      sha: `m${n}`,
    }),
    step('deployment.started', deployment),
    step('deployment.finished', deployment, undefined, { outcome: 'success' }),
  ];
}

const sets = Array.from({ length: changes }, (_, n) => eventsOf(n));
const texts = sets.map(events => events.map(e => JSON.stringify(e)));
const keys = sets.map(events => events[3].subject);
const asOf = Date.UTC(2027, 0, 1);
const parties = new Map<string, string>();
for (let i = 0; i < 120; i++) {
  parties.set(`github.com/person-${i}`, `user:default/person-${i}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function time(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function parseAll(): FlowEvent[][] {
  return texts.map(lines => lines.map(line => JSON.parse(line)));
}

/** Builds every timeline, and returns the number of their segments. */
function buildAll(parsed: FlowEvent[][]): number {
  return parsed.reduce((total, set, i) => {
    const timeline = buildTimeline(
      set,
      {
        change: keys[i],
        owner: 'group:default/shop',
        partyOf: id => parties.get(id) ?? 'external',
        firstDeploymentAt: BASE,
      },
      asOf,
    );
    return total + (timeline?.segments.length ?? 0);
  }, 0);
}

function round() {
  let parsed: FlowEvent[][] = [];
  let segments = 0;
  const parsing = time(() => {
    parsed = parseAll();
  });
  const building = time(() => {
    segments = buildAll(parsed);
  });
  return { parsing, building, segments };
}

round(); // to warm up
const rounds = Array.from({ length: ROUNDS }, round);
const parsing = rounds.map(r => r.parsing);
const building = rounds.map(r => r.building);
const { segments } = rounds[0];

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const events = sets.reduce((sum, set) => sum + set.length, 0);
const ratios = building.map((ms, i) => ms / parsing[i]);
print(
  `${changes} changes, ${events} events, ${segments} segments, median of ${ROUNDS} rounds`,
);
print(
  `JSON.parse      ${median(parsing).toFixed(0)} ms  ${Math.round(
    (events / median(parsing)) * 1000,
  )} events/s`,
);
print(
  `buildTimeline   ${median(building).toFixed(0)} ms  ${Math.round(
    (events / median(building)) * 1000,
  )} events/s`,
);
print(`ratio           ${median(ratios).toFixed(2)} (reach: at most 1.50)`);
