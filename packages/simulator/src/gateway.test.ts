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

import {
  GatewayRow,
  Queue,
  QueuedChange,
  QueuedSegment,
  rankGateways,
  teamOfParty,
} from 'chokepoint-flow';
import { ChangeTruth, foundCompany } from '.';
import { listen, Recording } from './testing/listen';
import { timelineOf } from './testing/timelineOf';

const GATEWAY = 'group:default/foundations';
const SEEDS = Array.from({ length: 50 }, (_, i) => i + 1);

function queuedChange(truth: ChangeTruth): QueuedChange {
  return {
    change: truth.change,
    title: truth.change,
    owner: truth.owner,
    entities: truth.services.map(name => `component:default/${name}`),
    workType: 'other',
    authorKind: 'human',
    approvers: [],
  };
}

function waitsOf(truth: ChangeTruth, recording: Recording): QueuedSegment[] {
  const timeline = timelineOf(truth, recording, recording.to);
  const { groupsOf } = recording.directory;
  return (timeline?.segments ?? [])
    .filter(({ mode }) => mode === 'waiting')
    .map(({ stage, start, end, holders }) => ({
      change: truth.change,
      stage,
      start,
      end,
      open: end === recording.to,
      holders: holders.map(({ party, share }) => ({
        party,
        share,
        team: teamOfParty(party, truth.owner, groupsOf),
      })),
    }));
}

/** The ranking by flow, from the events alone. */
function ranked(recording: Recording): GatewayRow[] {
  const { truths, to } = recording;
  const queue: Queue = {
    changes: new Map(truths.map(t => [t.change, queuedChange(t)])),
    segments: truths.flatMap(truth => waitsOf(truth, recording)),
    // The decision may lie before the first change was opened.
    window: { from: recording.from, to },
    asOf: to,
  };
  return rankGateways(queue);
}

describe('the planted gateway', () => {
  it.each(SEEDS)(
    'is ranked first, with the waiting that it really caused: seed %i',
    seed => {
      const recording = listen({ seed, weeks: 7, changesPerWeek: 110 });
      const { queueTime, queueTimeByService } = recording.summary;
      const [first] = ranked(recording);
      const services = Object.entries(queueTimeByService);

      expect(first.party).toBe(GATEWAY);
      // To the millisecond: the shares of a wait are whole ones.
      const waits = recording.truths.flatMap(({ segments }) => segments);
      expect(Math.abs(first.queueMs - queueTime[GATEWAY])).toBeLessThan(
        waits.length,
      );
      expect(services.sort(([, a], [, b]) => b - a)[0][0]).toBe('order-core');
    },
  );

  it('is found by flow for what every other team caused, too', () => {
    const recording = listen({ seed: 1, weeks: 12, changesPerWeek: 150 });
    const rows = ranked(recording);
    const { queueTime } = recording.summary;
    const total = Object.values(queueTime).reduce((sum, ms) => sum + ms, 0);

    expect(rows.map(({ party }) => party).sort()).toEqual(
      Object.keys(queueTime).sort(),
    );
    expect(rows.reduce((sum, { queueMs }) => sum + queueMs, 0)).toBeCloseTo(
      total,
      -1,
    );
    expect(rows[0].queueShare).toBeGreaterThan(0.3);
    expect(rows[0].externalQueueMs).toBeGreaterThan(rows[0].queueMs / 4);
  });

  it('is not there when it is not planted', () => {
    const options = { seed: 1, gateway: false };
    const recording = listen({ ...options, weeks: 12, changesPerWeek: 150 });
    const row = ranked(recording).find(({ party }) => party === GATEWAY);

    expect(foundCompany(options).gateway).toBeUndefined();
    expect(row?.queueShare).toBeLessThan(0.15);
  });
});
