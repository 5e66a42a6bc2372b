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

import fc from 'fast-check';
import { contexts, eventSets, instants } from '../../testing/randomEvents';
import { hour, HOUR } from '../../testing/story';
import { overlap } from '../facts/waits';
import { buildTimeline } from '../timeline/buildTimeline';
import { flowMap } from './flowMap';
import { liveQueue, queueCycles, waitsOnTransitively } from './liveQueue';
import { chargeQueue, Queue, QueuedChange, QueuedSegment } from './Queue';
import { rankGateways, totalQueue } from './ranking';
import { savingAt } from './saving';
import { gatewaySentence } from './sentence';

const change = (
  key: string,
  owner: string,
  more: Partial<QueuedChange> = {},
): QueuedChange => ({
  change: key,
  title: key,
  owner,
  entities: [`component:default/${owner}`],
  workType: 'other',
  authorKind: 'human',
  approvers: [],
  ...more,
});
const wait = (
  key: string,
  on: string | string[],
  from: number,
  to: number,
  more: Partial<QueuedSegment> = {},
): QueuedSegment => {
  const teams = typeof on === 'string' ? [on] : on;
  return {
    change: key,
    stage: 'review',
    start: hour(from),
    end: hour(to),
    open: false,
    holders: teams.map(team => ({
      party: `user:default/${team}-one`,
      team,
      share: 1 / teams.length,
    })),
    ...more,
  };
};
const queueOf = (
  changes: QueuedChange[],
  segments: QueuedSegment[],
  to = 168,
): Queue => ({
  changes: new Map(changes.map(c => [c.change, c])),
  segments,
  window: { from: hour(0), to: hour(to) },
  asOf: hour(to),
});
const row = (queue: Queue, party: string) =>
  rankGateways(queue).find(r => r.party === party);

describe('queueHours', () => {
  it('are Σ share × overlap with the window, with the share of everybody in scope', () => {
    const queue = queueOf(
      [change('a', 'shop'), change('b', 'web')],
      [wait('a', 'platform', -10, 10), wait('b', ['platform', 'web'], 20, 40)],
    );
    expect(row(queue, 'platform')).toMatchObject({
      queueMs: 20 * HOUR,
      queueShare: 20 / 30,
      externalQueueMs: 20 * HOUR,
      queuedChanges: 2,
      queuedTeams: 2,
      queuedServices: 2,
    });
    expect(row(queue, 'web')).toMatchObject({
      queueMs: 10 * HOUR,
      externalQueueMs: 0,
      queuedTeams: 0,
    });
  });

  it('conserve: for any changes and window they sum to the waiting time, to the millisecond', () => {
    const many = fc.array(fc.tuple(eventSets, contexts), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(many, instants, instants, instants, (sets, a, b, asOf) => {
        const window = { from: Math.min(a, b), to: Math.max(a, b) };
        const timelines = sets.flatMap(
          ([events, context]) => buildTimeline(events, context, asOf) ?? [],
        );
        const waiting = timelines.map(t =>
          t.segments.filter(s => s.mode === 'waiting'),
        );
        const changes = timelines.map((_, i) => change(`c${i}`, 'shop'));
        const segments = waiting.flatMap((list, i) =>
          list.map(s => ({
            ...s,
            change: `c${i}`,
            open: false,
            holders: s.holders.map(h => ({ ...h, team: h.party.slice(0, 14) })),
          })),
        );
        const queue: Queue = {
          changes: new Map(changes.map(c => [c.change, c])),
          segments,
          window,
          asOf,
        };
        const expected = waiting
          .flat()
          .reduce(
            (sum, s) =>
              sum + overlap(s, { start: window.from, end: window.to }),
            0,
          );
        const total = (rows: { queueMs: number }[]) =>
          rows.reduce((sum, r) => sum + r.queueMs, 0);
        expect(totalQueue(chargeQueue(queue))).toBe(expected);
        expect(total(rankGateways(queue, 'team'))).toBe(expected);
        expect(total(rankGateways(queue, 'party'))).toBe(expected);
        expect(total(flowMap(queue))).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a gateway', () => {
  it('is in the smallest set that holds half of all queue hours', () => {
    const queue = queueOf(
      [change('a', 'shop')],
      [
        wait('a', 'p', 0, 40),
        wait('a', 'q', 40, 70),
        wait('a', 'r', 70, 90),
        wait('a', 's', 90, 100),
      ],
    );
    expect(rankGateways(queue).map(r => [r.party, r.gateway])).toEqual([
      ['p', true],
      ['q', true],
      ['r', false],
      ['s', false],
    ]);
  });

  it('is alone where it holds exactly half', () => {
    const queue = queueOf(
      [change('a', 'shop')],
      [wait('a', 'p', 0, 50), wait('a', 'q', 50, 100)],
    );
    expect(rankGateways(queue).map(r => r.gateway)).toEqual([true, false]);
  });

  it('has visits: touching stretches are one, and those that ended in the window count', () => {
    const queue = queueOf(
      [change('a', 'shop'), change('b', 'shop'), change('c', 'shop')],
      [
        wait('a', ['p', 'q'], 0, 2),
        wait('a', 'p', 2, 6),
        wait('a', 'p', 10, 12),
        wait('b', 'p', -20, -10),
        wait('c', 'p', 100, 168, { open: true }),
      ],
    );
    expect(row(queue, 'p')).toMatchObject({
      visits: 2,
      waitP50: 4 * HOUR,
      arrivalRate: 3,
      serviceRate: 2,
      load: 1.5,
      queueNow: 1,
      oldestNow: 68 * HOUR,
    });
  });

  it('is told by stage, with how concentrated its approvals are', () => {
    const ann = { party: 'user:default/ann', team: 'p' };
    const queue = queueOf(
      [
        change('a', 'shop', { approvers: [ann] }),
        change('b', 'shop', { approvers: [ann] }),
      ],
      [wait('a', 'p', 0, 30), wait('b', 'p', 30, 40, { stage: 'release' })],
    );
    const p = rankGateways(queue)[0];
    expect(p.stages).toEqual([
      { key: 'review', queueMs: 30 * HOUR, share: 0.75 },
      { key: 'release', queueMs: 10 * HOUR, share: 0.25 },
    ]);
    expect(p.concentration).toMatchObject({
      topShare: 1,
      effectiveApprovers: 1,
    });
    expect(gatewaySentence(p)).toBe(
      '100 % of all waiting; 1 team; 20 hours at the median; 75 % of it for review; one person gives 100 % of the approvals',
    );
  });
});

describe('the flow map', () => {
  it("has an edge A → B of the queue time of A's changes charged to B", () => {
    const queue = queueOf(
      [change('a', 'shop'), change('b', 'shop'), change('c', 'web')],
      [wait('a', 'p', 0, 10), wait('b', 'p', 0, 5), wait('c', 'web', 0, 1)],
    );
    expect(flowMap(queue)).toEqual([
      { from: 'shop', to: 'p', queueMs: 15 * HOUR, changes: 2 },
      { from: 'web', to: 'web', queueMs: HOUR, changes: 1 },
    ]);
  });
});

describe('the saving', () => {
  it('shortens every visit in proportion, and tells the new median', () => {
    const shipped = {
      decisionToProduction: 100 * HOUR,
      productionAt: hour(50),
    };
    const queue = queueOf(
      [change('a', 'shop', shipped), change('b', 'shop')],
      [wait('a', 'p', 0, 40), wait('b', 'p', 0, 40)],
    );
    expect(savingAt(queue, 'p', 10 * HOUR)).toEqual({
      target: 10 * HOUR,
      savedMs: 60 * HOUR,
      decisionToProductionP50: 100 * HOUR,
      newDecisionToProductionP50: 70 * HOUR,
      n: 1,
    });
  });

  it('is nothing where the median is at the target already', () => {
    const queue = queueOf([change('a', 'shop')], [wait('a', 'p', 0, 4)]);
    expect(savingAt(queue, 'p', 10 * HOUR)).toMatchObject({ savedMs: 0, n: 0 });
  });
});

describe('the live queue', () => {
  const now = (key: string, on: string, from: number) =>
    wait(key, on, from, 168, { open: true });
  const queue = queueOf(
    [change('a', 'A'), change('b', 'B'), change('c', 'C'), change('d', 'D')],
    [
      now('a', 'B', 100),
      now('b', 'C', 50),
      now('c', 'A', 150),
      now('d', 'A', 20),
      wait('a', 'B', 0, 9),
    ],
  );
  const items = liveQueue(queue);

  it('tells who waits on whom now, oldest first', () => {
    expect(items.map(i => [i.change, i.age / HOUR])).toEqual([
      ['d', 148],
      ['b', 118],
      ['a', 68],
      ['c', 18],
    ]);
  });

  it('follows the waiting transitively', () => {
    expect(waitsOnTransitively(items, 'D')).toEqual([
      { team: 'A', distance: 1 },
      { team: 'B', distance: 2 },
      { team: 'C', distance: 3 },
    ]);
  });

  it('names the circles', () => {
    expect(queueCycles(items)).toEqual([
      { teams: ['A', 'B', 'C'], changes: 3 },
    ]);
    expect(queueCycles(items.filter(i => i.change !== 'c'))).toEqual([]);
  });
});
