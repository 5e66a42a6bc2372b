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

import { ChangeFacts, chargeWait } from 'chokepoint-flow';
import { Knex } from 'knex';
import { insertAll, oneOf } from '../database';
import { Assembly } from './assemble';
import { BuiltChange } from './buildChange';

/** A change to be written down. */
export interface ChangeToWrite {
  assembly: Assembly;
  built: BuiltChange;
}

const TABLES_BY_CHANGE = [
  'segments',
  'waits',
  'facts',
  'change_entities',
  'participants',
];

/** Removes what is derived of some changes. */
export async function removeChanges(
  trx: Knex,
  changes: readonly string[],
): Promise<void> {
  const these = oneOf(trx, 'change', changes);
  for (const table of TABLES_BY_CHANGE) {
    await trx(table).where(these).delete();
  }
}

/** Writes down some changes that were removed before. */
export async function insertChanges(
  trx: Knex,
  changes: readonly ChangeToWrite[],
  revision: number,
): Promise<void> {
  await insertAll(
    trx,
    'facts',
    changes.map(change => factsRow(change, revision)),
  );
  await insertAll(trx, 'segments', changes.flatMap(segmentRows));
  await insertAll(trx, 'waits', changes.flatMap(waitRows));
  await insertAll(trx, 'change_entities', changes.flatMap(entityRows));
  await insertAll(trx, 'participants', changes.flatMap(participantRows));
}

function factsRow({ assembly, built }: ChangeToWrite, revision: number) {
  const { facts } = built;
  const { milestones, current } = facts;
  const own = assembly.events.filter(e => e.event.subject === facts.change);
  return {
    change: facts.change,
    repo: facts.repo,
    state: facts.state,
    author_kind: facts.authorKind,
    work_type: facts.workType,
    size: facts.size,
    title_order: facts.title.toLowerCase().slice(0, 200),
    owner: facts.owner,
    started_at: facts.start,
    ended_at: facts.end ?? null,
    decided_at: milestones.decidedAt ?? null,
    opened_at: milestones.openedAt,
    merged_at: milestones.mergedAt ?? null,
    production_at: milestones.productionAt ?? null,
    closed_at: milestones.closedAt ?? null,
    turn_since: current?.since ?? null,
    turn_stage: current?.stage ?? null,
    turn_waits: current?.mode === 'waiting',
    waiting: facts.waiting,
    release: built.timeline.release ?? null,
    production_observed: facts.productionObserved,
    simulated: own.some(({ event }) => event.source.startsWith('simulation:')),
    fresh_at: Math.max(...assembly.events.map(e => e.receivedAt)),
    revision,
    facts: JSON.stringify(facts satisfies ChangeFacts),
  };
}

/** The segments of a change; the last one of an unfinished change is open. */
export function segmentRows({ built: { timeline, facts } }: ChangeToWrite) {
  const last = timeline.segments.length - 1;
  return timeline.segments.map((segment, position) => ({
    change: timeline.change,
    position,
    stage: segment.stage,
    mode: segment.mode,
    started_at: segment.start,
    ended_at: facts.current && position === last ? null : segment.end,
    reason: segment.reason ?? null,
    holders: JSON.stringify(segment.holders),
  }));
}

/** Waiting segments, charged to their holders; an open one has no length yet. */
function waitRows({ assembly, built: { timeline, facts } }: ChangeToWrite) {
  const last = timeline.segments.length - 1;
  return timeline.segments.flatMap((segment, position) => {
    if (segment.mode !== 'waiting') {
      return [];
    }
    const open = facts.current !== undefined && position === last;
    const charged = new Map(
      chargeWait(segment, segment.end - segment.start).map(wait => [
        wait.party,
        wait.length,
      ]),
    );
    return segment.holders.map(({ party, share }) => ({
      change: timeline.change,
      position,
      party,
      team: assembly.directory.teamOf(party, facts.owner),
      stage: segment.stage,
      started_at: segment.start,
      ended_at: open ? null : segment.end,
      share,
      length: open ? null : charged.get(party) ?? 0,
    }));
  });
}

function entityRows({ built: { facts, entities } }: ChangeToWrite) {
  return entities.map(({ entityRef, owner }) => ({
    change: facts.change,
    entity_ref: entityRef,
    owner: owner ?? null,
  }));
}

function participantRows({ built: { facts, participants } }: ChangeToWrite) {
  return participants.map(({ actorId, kind }) => ({
    change: facts.change,
    actor_id: actorId,
    actor_kind: kind ?? null,
  }));
}
