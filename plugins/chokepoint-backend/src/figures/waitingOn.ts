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

import { PartyWait } from 'backstage-plugin-chokepoint-common';
import {
  ChangeFacts,
  chargeStretch,
  EXTERNAL,
  isExternal,
  isIn,
  Party,
  Stage,
  whyLeftOut,
  Window,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn, inChunks, oneOf } from '../database';
import { breath } from './breath';
import { Measured } from './time/Timekeeper';

/** Changes whose waits are added up at once. */
const BATCH = 2_000;

/**
 * Whom the changes that reached production in a window waited on, longest
 * first; the parts sum to their waiting. People are told as the team they act
 * for, whoever asks.
 */
export async function waitingOn(
  knex: Knex,
  changes: readonly ChangeFacts[],
  window: Window,
): Promise<PartyWait[]> {
  const keys = shippedIn(window, changes).map(({ change }) => change);
  const rows: WaitedRow[] = [];
  for (const chunk of inChunks(keys, BATCH)) {
    const sums: WaitedRow[] = await knex('waits')
      .where(oneOf(knex, 'change', chunk))
      .groupBy('party', 'team', 'stage')
      .select('party', 'team', 'stage')
      .sum({ waiting: 'length' });
    rows.push(...sums);
    await breath();
  }
  return partyWaits(rows);
}

function shippedIn(
  window: Window,
  changes: readonly ChangeFacts[],
): ChangeFacts[] {
  return changes.filter(
    change =>
      !whyLeftOut(change) && isIn(window, change.milestones.productionAt),
  );
}

/** The same, of measured changes, by the clock they were measured with. */
export function waitingOnBy(
  { clock, changes, segmentsOf }: Measured,
  window: Window,
): PartyWait[] {
  return partyWaits(
    shippedIn(window, changes).flatMap(({ change }) =>
      segmentsOf(change)
        .filter(segment => segment.mode === 'waiting')
        .flatMap(segment =>
          chargeStretch(segment, clock).map(({ party, length }, i) => ({
            party,
            team: segment.holders[i].team,
            stage: segment.stage,
            waiting: length,
          })),
        ),
    ),
  );
}

interface WaitedRow {
  party: Party;
  team: Party;
  stage: Stage;
  waiting: BigIntColumn;
}

function partyWaits(rows: readonly WaitedRow[]): PartyWait[] {
  const byParty = new Map<string, Map<Stage, number>>();
  for (const row of rows) {
    const isOne = row.party.startsWith('user:') || isExternal(row.party);
    const party = isOne ? row.team : row.party;
    const stages = byParty.get(party) ?? new Map<Stage, number>();
    stages.set(row.stage, (stages.get(row.stage) ?? 0) + Number(row.waiting));
    byParty.set(party, stages);
  }
  const total = sum([...byParty.values()].flatMap(s => [...s.values()]));
  return [...byParty]
    .map(([party, stages]) => {
      const waiting = sum([...stages.values()]);
      return {
        party: party.startsWith('user:') ? EXTERNAL : party,
        ...longest(stages),
        waiting,
        share: total === 0 ? 0 : waiting / total,
      };
    })
    .sort((a, b) => b.waiting - a.waiting || (a.party < b.party ? -1 : 1));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function longest(
  stages: ReadonlyMap<Stage, number>,
): Pick<PartyWait, 'stage' | 'stageWaiting'> {
  const [first] = [...stages].sort(
    ([a, n], [b, m]) => m - n || (a < b ? -1 : 1),
  );
  return first ? { stage: first[0], stageWaiting: first[1] } : {};
}
