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
  ChangeFacts,
  EXTERNAL,
  Instant,
  Party,
  Queue,
  QueuedChange,
  QueuedSegment,
  QueueHolder,
  Stage,
  Window,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn, oneOf } from '../../database';
import { entitiesOf } from '../entityChanges';
import { factsOf } from '../LoadedChanges';
import { seenParty, TeamOf } from '../people';
import { EntityFilter, PeopleView } from '../Reader';
import { ChangeFilter, factsIn, VisibleScope } from '../scope';
import { teamsFor } from '../teams';
import { Timekeeper } from '../time/Timekeeper';

/** How people and entities are told to whoever asks. */
interface View {
  people: PeopleView;
  visible?: EntityFilter;
}

interface WaitRow {
  change: string;
  position: number;
  party: string;
  team: string;
  stage: Stage;
  started_at: BigIntColumn;
  ended_at: BigIntColumn | null;
  share: number;
}

/**
 * Everything of a scope that waited at any time in a window, and all that is on
 * its way now, as far as somebody may see it.
 *
 * @param timekeeper - counts the waiting; without one the clock on the wall does
 */
export async function loadQueue(
  knex: Knex,
  scope: VisibleScope,
  request: ChangeFilter & View,
  window: Window,
  asOf: Instant,
  timekeeper?: Timekeeper,
): Promise<Queue> {
  const rows: { facts: string }[] = await factsIn(knex, scope, request)
    .where('started_at', '<=', asOf)
    .where(living =>
      living
        .whereNull('ended_at')
        .orWhere(ended =>
          ended
            .where('ended_at', '>=', window.from)
            .where('started_at', '<', window.to),
        ),
    )
    .select('facts')
    .orderBy('started_at');
  const onTheWall = rows.map(row => factsOf(row.facts, asOf));
  if (!timekeeper) {
    return queueOf(knex, onTheWall, request, window, asOf);
  }
  const { changes } = await timekeeper.measure(onTheWall);
  const queue = await queueOf(knex, changes, request, window, asOf);
  return { ...queue, clock: timekeeper.clock };
}

/** The queue that some changes make. */
export async function queueOf(
  knex: Knex,
  changes: readonly ChangeFacts[],
  view: View,
  window: Window,
  asOf: Instant,
): Promise<Queue> {
  const keys = changes.map(facts => facts.change);
  const entities = await entitiesOf(knex, keys, view.visible);
  const approvers = changes.flatMap(facts => facts.approvers);
  const teamOf = await teamsFor(knex, [
    ...approvers,
    ...changes.map(facts => facts.owner),
  ]);
  return {
    changes: new Map(
      changes.map(facts => [
        facts.change,
        queuedChange(facts, entities.get(facts.change) ?? [], view, teamOf),
      ]),
    ),
    segments: await waitsOf(knex, keys, view, asOf),
    window,
    asOf,
  };
}

function queuedChange(
  facts: ChangeFacts,
  entities: string[],
  { people }: View,
  teamOf: TeamOf,
): QueuedChange {
  const { owner, milestones } = facts;
  return {
    change: facts.change,
    title: facts.title,
    owner: seenParty(owner, owner, people, teamOf),
    entities,
    workType: facts.workType,
    authorKind: facts.authorKind,
    decisionToProduction: facts.decisionToProduction,
    productionAt: milestones.productionAt,
    approvers: facts.approvers.map(party => ({
      party,
      team: asTeam(teamOf(party, owner)),
    })),
  };
}

async function waitsOf(
  knex: Knex,
  changes: readonly string[],
  { people }: View,
  asOf: Instant,
): Promise<QueuedSegment[]> {
  const rows: WaitRow[] = await knex('waits')
    .select(
      'change',
      'position',
      'party',
      'team',
      'stage',
      'started_at',
      'ended_at',
      'share',
    )
    .where(oneOf(knex, 'change', changes))
    .where('started_at', '<=', asOf)
    .orderBy([
      { column: 'change' },
      { column: 'position' },
      { column: 'party' },
    ]);
  const segments: QueuedSegment[] = [];
  let holders: QueueHolder[] = [];
  let before: WaitRow | undefined;
  for (const row of rows) {
    if (before?.change !== row.change || before.position !== row.position) {
      holders = [];
      segments.push(segmentOf(row, holders, asOf));
    }
    holders.push(holderOf(row, people));
    before = row;
  }
  return segments;
}

function segmentOf(
  row: WaitRow,
  holders: QueueHolder[],
  asOf: Instant,
): QueuedSegment {
  return {
    change: row.change,
    stage: row.stage,
    start: Number(row.started_at),
    end: row.ended_at === null ? asOf : Number(row.ended_at),
    open: row.ended_at === null,
    holders,
  };
}

function holderOf(row: WaitRow, people: PeopleView): QueueHolder {
  const team = asTeam(row.team);
  const named = people === 'byName' || !row.party.startsWith('user:');
  return { party: named ? row.party : team, team, share: row.share };
}

/** A person without a team is nobody's whom the catalog knows. */
function asTeam(team: Party): Party {
  return team.startsWith('user:') ? EXTERNAL : team;
}
