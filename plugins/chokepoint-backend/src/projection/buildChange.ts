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
  buildTimeline,
  ChangeFacts,
  changeFacts,
  compareEvents,
  describeChange,
  FlowEvent,
  Instant,
  ModelRules,
  Timeline,
  workTypeOf,
} from 'chokepoint-flow';
import { entitiesTouched, ownerOf, Resident } from '../ownership/attribution';
import { heldAt } from '../ownership/ownershipTable';
import { Assembly } from './assemble';

/** A change as of an instant. */
export interface BuiltChange {
  timeline: Timeline;
  facts: ChangeFacts;
  /** The entities it touches, with who owned them at its opening. */
  entities: Resident[];
  /** The deployment that brought it to production. */
  deployment?: string;
  /** Actors and teams its timeline speaks of, in lower case. */
  participants: string[];
}

/**
 * Builds a change as of an instant from what was collected for it: the same
 * code for what is stored and for what was true on a day in the past.
 * Undefined while its opening is not known.
 */
export function buildChange(
  assembly: Assembly,
  asOf: Instant,
  rules: ModelRules,
): BuiltChange | undefined {
  const events = assembly.events.map(({ event }) => event);
  const description = describeChange(events, assembly.change, asOf);
  const opened = events.find(
    e => e.type === 'change.opened' && e.subject === assembly.change,
  );
  if (!description || !opened) {
    return undefined;
  }
  const openedAt = Date.parse(opened.at);
  const entities = entitiesTouched(
    heldAt(assembly.tenures, openedAt),
    description.paths,
  );
  const owner = ownerOf(entities);
  const { directory } = assembly;
  const participants = new Set<string>();
  const timeline = buildTimeline(
    events,
    {
      change: assembly.change,
      owner,
      firstDeploymentAt: assembly.firstDeploymentAt,
      partyOf: actorId => {
        participants.add(actorId.toLowerCase());
        return directory.partyOf(actorId);
      },
      isMemberOf: (actorId, teamId) => {
        participants.add(actorId.toLowerCase());
        return directory.isMemberOf(actorId, teamId);
      },
    },
    asOf,
  );
  if (!timeline) {
    return undefined;
  }
  const facts = changeFacts(timeline, {
    description,
    owner,
    workType: workTypeOf(description, rules.workTypes, labelsOf(events, asOf)),
    teamOf: party => directory.teamOf(party, owner),
    revertedAt: firstUpTo(assembly.revertedAt, asOf),
    exclude: rules.exclude,
  });
  return {
    timeline,
    facts,
    entities,
    deployment: shippedBy(timeline, assembly),
    participants: [...participants],
  };
}

function firstUpTo(instants: number[], asOf: Instant): Instant | undefined {
  const known = instants.filter(at => at <= asOf);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** Labels of the work items, which tell the work type as those of the change do. */
function labelsOf(events: readonly FlowEvent[], asOf: Instant): string[] {
  return events.flatMap(event =>
    event.type === 'workItem.created' && Date.parse(event.at) <= asOf
      ? event.data?.labels ?? []
      : [],
  );
}

/** The deployment whose success is the change's production. */
function shippedBy(timeline: Timeline, assembly: Assembly): string | undefined {
  const { productionAt } = timeline.milestones;
  if (!timeline.productionObserved || productionAt === undefined) {
    return undefined;
  }
  const rollOuts = new Set(assembly.deployments.map(d => d.subject));
  return assembly.events
    .map(({ event }) => event)
    .filter(
      event =>
        event.type === 'deployment.finished' &&
        event.data.outcome === 'success' &&
        Date.parse(event.at) === productionAt &&
        rollOuts.has(event.subject),
    )
    .sort(compareEvents)[0]?.subject;
}
