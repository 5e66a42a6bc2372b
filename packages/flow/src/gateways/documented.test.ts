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

import { Chapter, hours, rounded, told } from '../../testing/documentation';
import { hour, HOUR } from '../../testing/story';
import { TeamHolder } from '../facts/waits';
import { flowMap } from './flowMap';
import { liveQueue, queueCycles, waitsOnTransitively } from './liveQueue';
import { Queue, QueuedChange, QueuedSegment } from './Queue';
import { GatewayRow, rankGateways } from './ranking';
import { savingAt } from './saving';
import { gatewaySentence } from './sentence';

// The worked example of gateways in docs/kpis.md, computed.

const [PLATFORM, WEB, SHOP] = ['platform', 'web', 'shop'].map(
  name => `group:default/${name}`,
);
const TEAM_OF: Record<string, string> = {
  Bob: PLATFORM,
  Eve: PLATFORM,
  Dave: WEB,
  Alice: SHOP,
};
const held = (...people: string[]): TeamHolder[] =>
  people.map(person => ({
    party: `user:default/${person.toLowerCase()}`,
    team: TEAM_OF[person],
    share: 1 / people.length,
  }));

const wait = (
  change: string,
  from: number,
  to: number,
  holders: TeamHolder[],
  more: Partial<QueuedSegment> = {},
): QueuedSegment => ({
  change,
  stage: 'review',
  start: hour(from),
  end: hour(to),
  open: false,
  holders,
  ...more,
});

const change = (
  key: string,
  owner: string,
  service: string,
  decisionToProduction?: number,
  approver?: string,
): [string, QueuedChange] => [
  key,
  {
    change: key,
    title: key,
    owner,
    entities: [`component:default/${service}`],
    workType: 'other',
    authorKind: 'human',
    approvers: approver ? held(approver) : [],
    ...(decisionToProduction && {
      decisionToProduction: decisionToProduction * HOUR,
      productionAt: hour(100),
    }),
  },
];

/** A week in which changes of Web and Shop wait for Platform. */
const queue: Queue = {
  changes: new Map([
    change('web-1', WEB, 'storefront', 20, 'Bob'),
    change('web-2', WEB, 'search', 30, 'Eve'),
    change('shop-1', SHOP, 'cart', 10, 'Bob'),
    change('shop-2', SHOP, 'cart'),
  ]),
  segments: [
    wait('web-1', 10, 14, held('Bob')),
    wait('web-1', 14, 16, held('Bob', 'Dave')),
    wait('web-2', 20, 24, held('Eve')),
    wait('shop-1', 30, 34, held('Bob')),
    wait('shop-1', 34, 37, held('Alice'), { stage: 'merge' }),
    wait('shop-2', 165, 168, held('Bob'), { stage: 'release', open: true }),
  ],
  window: { from: hour(0), to: hour(168) },
  asOf: hour(168),
};

const rows = rankGateways(queue);
const platform = rows.find(row => row.party === PLATFORM);

function partsOf(parts: GatewayRow['stages'] | GatewayRow['workTypes']) {
  return parts.map(({ key, share }) => `${key} ${told(share, 'ratio')}`);
}

describe('the gateway of the example', () => {
  const chapter = new Chapter('Gateways');

  if (!platform) {
    throw new Error('nothing waits on Platform');
  }
  const { concentration } = platform;
  const shown: Record<string, string> = {
    queueMs: hours(platform.queueMs),
    queueShare: told(platform.queueShare, 'ratio'),
    externalQueueMs: hours(platform.externalQueueMs),
    queuedChanges: String(platform.queuedChanges),
    queuedTeams: String(platform.queuedTeams),
    queuedServices: String(platform.queuedServices),
    visits: String(platform.visits),
    waitP50: hours(platform.waitP50),
    waitP90: hours(platform.waitP90),
    arrivalRate: told(platform.arrivalRate, 'perWeek'),
    serviceRate: told(platform.serviceRate, 'perWeek'),
    load: rounded(platform.load),
    queueNow: String(platform.queueNow),
    oldestNow: hours(platform.oldestNow),
    stages: partsOf(platform.stages).join(', '),
    workTypes: partsOf(platform.workTypes).join(', '),
    authorKinds: partsOf(platform.authorKinds).join(', '),
    concentration: `${told(concentration?.topShare, 'ratio')}, ${rounded(
      concentration?.effectiveApprovers,
    )} effective approvers`,
    gateway: platform.gateway ? 'yes' : 'no',
  };

  it.each(Object.keys(platform).filter(key => key !== 'party'))(
    'has the %s that is told',
    figure => {
      expect(chapter.result(figure)).toBe(shown[figure]);
    },
  );

  it('saves what is told at a target of an hour', () => {
    const saving = savingAt(queue, PLATFORM, HOUR);
    expect(chapter.result('saving')).toBe(
      `${hours(saving.savedMs)}, and ${hours(
        saving.newDecisionToProductionP50,
      )} instead of ${hours(saving.decisionToProductionP50)}`,
    );
  });

  it('is told in the sentence that is quoted', () => {
    expect(chapter.text).toContain(`"${gatewaySentence(platform)}"`);
  });

  it('has three rows that sum to all waiting', () => {
    expect(
      rows.map(row => [row.party, hours(row.queueMs), row.gateway]),
    ).toEqual([
      [PLATFORM, '16 h', true],
      [SHOP, '3 h', false],
      [WEB, '1 h', false],
    ]);
  });
});

describe('the flow map of the example', () => {
  it('has the edges that are shown', () => {
    const chapter = new Chapter('Flow map and queue');
    const name = (team: string) => {
      const bare = team.replace('group:default/', '');
      return bare[0].toUpperCase() + bare.slice(1);
    };
    const edges = flowMap(queue);
    expect(edges).toHaveLength(4);
    for (const { from, to, queueMs } of edges) {
      expect(chapter.row(`${name(from)} → ${name(to)}`)[0]).toBe(
        hours(queueMs),
      );
    }
  });

  it('has circles and chains where teams wait on each other now', () => {
    const now: Queue = {
      ...queue,
      changes: new Map([
        change('web-1', WEB, 'storefront'),
        change('platform-1', PLATFORM, 'gateway'),
        change('shop-1', SHOP, 'cart'),
      ]),
      segments: [
        wait('web-1', 160, 168, held('Bob'), { open: true }),
        wait('platform-1', 164, 168, held('Dave'), { open: true }),
        wait('shop-1', 166, 168, held('Dave'), { open: true }),
      ],
    };
    const items = liveQueue(now);
    expect(items.map(item => hours(item.age))).toEqual(['8 h', '4 h', '2 h']);
    expect(queueCycles(items)).toEqual([
      { teams: [PLATFORM, WEB], changes: 2 },
    ]);
    expect(waitsOnTransitively(items, SHOP)).toEqual([
      { team: WEB, distance: 1 },
      { team: PLATFORM, distance: 2 },
    ]);
  });
});
