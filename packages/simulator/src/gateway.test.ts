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
  Window,
} from 'chokepoint-flow';
import { ChangeTruth, foundCompany, Summary } from '.';
import { WEEK } from './calendar/time';
import { listen, Recording } from './testing/listen';
import { timelineOf } from './testing/timelineOf';
import { QueueLedger } from './truth/QueueLedger';

const GATEWAY = 'group:default/foundations';
const isPlanted = ({ party }: GatewayRow) => party === GATEWAY;
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
function ranked(
  recording: Recording,
  { from, to }: Window = recording,
): GatewayRow[] {
  const { truths } = recording;
  const queue: Queue = {
    changes: new Map(truths.map(t => [t.change, queuedChange(t)])),
    segments: truths.flatMap(truth => waitsOf(truth, recording)),
    window: { from, to },
    asOf: recording.to,
  };
  return rankGateways(queue);
}

/** What the company knows of the waiting in a window. */
function livedIn(
  { company, truths }: Recording,
  window: Window,
): Summary['queueTime'] {
  const ledger = new QueueLedger(company, window);
  truths.forEach(truth => ledger.add(truth));
  return ledger.totals().queueTime;
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
      expect(first.queueMs).toBe(queueTime[GATEWAY]);
      const inside = {
        from: recording.from + 2.3 * WEEK,
        to: recording.from + 5.7 * WEEK,
      };
      const lived = livedIn(recording, inside)[GATEWAY];
      expect(lived).toBeLessThan(queueTime[GATEWAY]);
      expect(ranked(recording, inside).find(isPlanted)?.queueMs).toBe(lived);
      expect(services.sort(([, a], [, b]) => b - a)[0][0]).toBe('order-core');
    },
  );

  it('is found by flow for what every other team caused, too', () => {
    const recording = listen({ seed: 1, weeks: 12, changesPerWeek: 150 });
    const rows = ranked(recording);
    const { queueTime } = recording.summary;

    expect(
      Object.fromEntries(rows.map(({ party, queueMs }) => [party, queueMs])),
    ).toEqual(queueTime);
    expect(rows[0].queueShare).toBeGreaterThan(0.3);
    expect(rows[0].externalQueueMs).toBeGreaterThan(rows[0].queueMs / 4);
  });

  it('is not there when it is not planted', () => {
    const options = { seed: 1, gateway: false };
    const recording = listen({ ...options, weeks: 12, changesPerWeek: 150 });
    const row = ranked(recording).find(isPlanted);

    expect(foundCompany(options).gateway).toBeUndefined();
    expect(row?.queueShare).toBeLessThan(0.15);
  });
});
