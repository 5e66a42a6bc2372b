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

import { NotFoundError } from '@backstage/errors';
import {
  ChangeDetail,
  ReportedEvent,
  ReportedSegment,
} from 'backstage-plugin-chokepoint-common';
import {
  actorFieldsOf,
  ChangeFacts,
  chargeStretch,
  Clock,
  compareEvents,
  FlowEvent,
  Instant,
  ModelRules,
  Party,
  Segment,
  withCurrentTurn,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../database';
import { identitiesIn } from '../log/identityLog';
import { Assembly, assemble } from '../projection/assemble';
import { BuiltChange, ChangeBuilder } from '../projection/buildChange';
import { CommitHistories } from '../projection/CommitHistories';
import { placementsAt } from '../projection/placeRepository';
import { seenHolders } from './people';
import { summarise } from './present';
import { ChangeRequest } from './Reader';
import { WorkCalendars } from '../settings/calendars';
import { workingTimekeeper } from './time/Timekeeper';
import { iso } from './window';

type WayToProduction = Pick<
  ChangeDetail,
  | 'carrier'
  | 'carriedBy'
  | 'release'
  | 'containment'
  | 'releaseUnobserved'
  | 'unplacedSince'
  | 'excludedBy'
  | 'decidedLate'
  | 'linkedLate'
>;

/** Events that are told of one change; the rest is counted. */
const MAX_EVENTS = 2_000;

/**
 * One change as of an instant, built from its events when it is asked for, by
 * the same rules as what is stored.
 *
 * @throws NotFoundError - where it is not known, was not opened yet, or touches
 * entities none of which may be seen
 */
export async function changeDetail(
  knex: Knex,
  request: ChangeRequest,
  rules: ModelRules,
  histories: CommitHistories,
  calendars: WorkCalendars,
  now: number,
): Promise<ChangeDetail> {
  const asOf = Math.min(request.asOf ?? now, now);
  const names = await identitiesIn(knex);
  const key = names.subject(request.key, iso(now));
  const assemblies = await assemble(
    knex,
    [key],
    request.asOf === undefined
      ? undefined
      : keys => placementsAt(knex, keys, asOf, rules, histories),
  );
  const assembly = assemblies.get(key);
  const built = new ChangeBuilder(assemblies, asOf, rules).build(key);
  if (!assembly || !built) {
    throw new NotFoundError(`No change ${request.key} at ${iso(asOf)}`);
  }
  const entities = await seenEntities(knex, built, request);
  const { clock } = await workingTimekeeper(knex, calendars, asOf);
  return present(assembly, built, entities, request, asOf, clock);
}

/**
 * The entities a change touches that may be seen. A change that touches none in
 * the catalog belongs to nobody in particular and may be seen by everybody who
 * may see changes.
 */
async function seenEntities(
  knex: Knex,
  built: BuiltChange,
  request: ChangeRequest,
): Promise<string[]> {
  const touched = built.entities.map(entity => entity.entityRef);
  const living: { entity_ref: string }[] = await knex('ownership')
    .select('entity_ref')
    .whereNull('valid_to')
    .where(oneOf(knex, 'entity_ref', touched));
  const refs = living.map(row => row.entity_ref).sort();
  if (!request.visible || refs.length === 0) {
    return refs;
  }
  const seen = await request.visible(refs);
  if (seen.size === 0) {
    throw new NotFoundError(`No change ${request.key}`);
  }
  return refs.filter(ref => seen.has(ref));
}

function present(
  assembly: Assembly,
  built: BuiltChange,
  entities: string[],
  { people }: ChangeRequest,
  asOf: Instant,
  clock: Clock,
): ChangeDetail {
  const facts = withCurrentTurn(built.facts, asOf);
  const teamOf = assembly.directory.teamOf.bind(assembly.directory);
  const events = assembly.events
    .map(({ event }) => event)
    .filter(event => Date.parse(event.at) <= asOf)
    .sort(compareEvents);
  const last = built.timeline.segments.length - 1;
  return {
    ...summarise(facts, { asOf, people, teamOf, entities }),
    asOf: iso(asOf),
    segments: built.timeline.segments.map(
      (segment, position): ReportedSegment => ({
        stage: segment.stage,
        mode: segment.mode,
        start: iso(segment.start),
        end: iso(segment.end),
        ...(facts.current && position === last && { open: true }),
        holders: seenHolders(segment.holders, facts.owner, people, teamOf),
        ...(segment.mode !== 'paused' && {
          inWorkingHours: workedIn(segment, clock, party =>
            teamOf(party, facts.owner),
          ),
        }),
        ...(segment.reason && { reason: segment.reason }),
      }),
    ),
    events: events
      .slice(0, MAX_EVENTS)
      .map(event => presentEvent(event, people === 'byName')),
    eventsTotal: events.length,
    deployments: [...assembly.rollOuts],
    workItems: assembly.workItems,
    ...wayToProduction(facts),
  };
}

/** What is known of how a change got to production, or why it did not. */
function wayToProduction(facts: ChangeFacts): WayToProduction {
  const { carrier, carriedBy, release, containment, unplacedSince } = facts;
  const { releaseUnobserved, excludedBy, decidedLate, linkedLate } = facts;
  return {
    carrier,
    ...(carriedBy !== undefined && { carriedBy }),
    ...(release !== undefined && { release }),
    ...(containment !== undefined && { containment }),
    releaseUnobserved,
    ...(unplacedSince !== undefined && { unplacedSince: iso(unplacedSince) }),
    ...(excludedBy !== undefined && { excludedBy }),
    decidedLate,
    linkedLate,
  };
}

/** How much of a segment lies in the working hours of those who held it. */
function workedIn(
  { start, end, holders }: Segment,
  clock: Clock,
  teamOf: (party: Party) => Party,
): number {
  const held = holders.map(h => ({ ...h, team: teamOf(h.party) }));
  return chargeStretch({ start, end, holders: held }, clock).reduce(
    (sum, { length }) => sum + length,
    0,
  );
}

/** An event as somebody may see it: without the permission, without people. */
function presentEvent(event: FlowEvent, byName: boolean): ReportedEvent {
  const { id, source, type, subject, at, actor } = event;
  const people = actorFieldsOf(type);
  const data = Object.entries(event.data ?? {}).filter(
    ([field]) => byName || !people.includes(field),
  );
  return {
    id,
    source,
    type,
    subject,
    at,
    ...(actor && { actor: byName ? actor : { kind: actor.kind } }),
    ...(event.data && { data: Object.fromEntries(data) }),
  };
}
