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
  ActorKind,
  buildTimeline,
  ChangeFacts,
  changeFacts,
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
  /** Actors and teams its timeline speaks of. */
  participants: Participant[];
}

/** An actor or a team that the timeline of a change speaks of. */
export interface Participant {
  /** In lower case. */
  actorId: string;
  /** What its events say it is; absent where it did nothing itself. */
  kind?: ActorKind;
}

/**
 * Builds changes as of an instant from what was collected for them: the same
 * code for what is stored and for what was true on a day in the past. A change
 * that is carried is built with the one that carries it.
 */
export class ChangeBuilder {
  readonly #assemblies: ReadonlyMap<string, Assembly>;
  readonly #asOf: Instant;
  readonly #rules: ModelRules;
  readonly #built = new Map<string, BuiltChange | undefined>();

  constructor(
    assemblies: ReadonlyMap<string, Assembly>,
    asOf: Instant,
    rules: ModelRules,
  ) {
    this.#assemblies = assemblies;
    this.#asOf = asOf;
    this.#rules = rules;
  }

  /** Undefined while the opening of the change, or its placement, is not known. */
  build(change: string): BuiltChange | undefined {
    if (!this.#built.has(change)) {
      // In a circle of carriers nobody carries the one that is met again.
      this.#built.set(change, undefined);
      const assembly = this.#assemblies.get(change);
      this.#built.set(
        change,
        assembly &&
          buildChange(
            assembly,
            this.#asOf,
            this.#rules,
            key => this.build(key)?.timeline,
          ),
      );
    }
    return this.#built.get(change);
  }
}

function buildChange(
  assembly: Assembly,
  asOf: Instant,
  rules: ModelRules,
  timelineOf: (change: string) => Timeline | undefined,
): BuiltChange | undefined {
  const { directory, placement } = assembly;
  const events = assembly.events.map(({ event }) => event);
  const description = describeChange(events, assembly.change, asOf);
  const opened = events.find(
    e => e.type === 'change.opened' && e.subject === assembly.change,
  );
  if (!description || !opened || !placement) {
    return undefined;
  }
  const entities = entitiesTouched(
    heldAt(assembly.tenures, Date.parse(opened.at)),
    description.paths,
  );
  const owner = ownerOf(entities);
  const participants = new Set<string>();
  const timeline = buildTimeline(
    events,
    {
      change: assembly.change,
      owner,
      rules,
      placement,
      timelineOf,
      partyOf: actorId => {
        participants.add(actorId.toLowerCase());
        return directory.partyOf(actorId);
      },
      isMemberOf: (actorId, teamId) => {
        participants.add(actorId.toLowerCase());
        return directory.isMemberOf(actorId, teamId);
      },
      teamOf: party => directory.teamOf(party, owner),
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
    revertedAt: placement.revertedAt.find(at => at <= asOf),
    exclude: rules.exclude,
  });
  return {
    timeline,
    facts,
    entities,
    participants: withKinds(participants, events),
  };
}

function withKinds(
  actorIds: ReadonlySet<string>,
  events: readonly FlowEvent[],
): Participant[] {
  const kinds = new Map(
    events.flatMap(({ actor }) =>
      actor ? [[actor.id.toLowerCase(), actor.kind]] : [],
    ),
  );
  return [...actorIds].map(actorId => ({ actorId, kind: kinds.get(actorId) }));
}

/** Labels of the work items, which tell the work type as those of the change do. */
function labelsOf(events: readonly FlowEvent[], asOf: Instant): string[] {
  return events.flatMap(event =>
    (event.type === 'workItem.created' || event.type === 'workItem.updated') &&
    Date.parse(event.at) <= asOf
      ? event.data?.labels ?? []
      : [],
  );
}
