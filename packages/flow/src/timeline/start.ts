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

import { ActorKind, FlowEvent, FlowEventOf } from '../events/FlowEvent';
import { Automations } from './automations';
import { Decision, decisionOf } from './decisions';
import { Instant } from './Segment';

/** What is known of a change at its opening; later facts do not move its start. */
export interface Start {
  opened: FlowEventOf<'change.opened'>;
  openedAt: Instant;
  author: string | undefined;
  authorKind: ActorKind;
  /** Actor id of the person an agent acts for, as said by the opening. */
  onBehalfOf?: string;
  /** Earliest author date seen, never later than the opening. */
  firstCommitAt?: Instant;
  /** Work items the change was linked to by its opening. */
  workItems: ReadonlySet<string>;
  /** The decision that counts, of those made by the opening. */
  decision?: Decision;
  /** Begin of the build: work started, opened or first commit, whichever is first. */
  buildAt: Instant;
  /** Begin of the timeline. */
  startAt: Instant;
}

/**
 * Where the timeline of a change begins: with the decision on a work item it
 * was linked to by the time it was opened, else with the first sign of work.
 * Only what was known at the opening counts, so that no later fact rewrites
 * history. Undefined while no opening is known.
 *
 * @param events - in order, none after asOf
 */
export function startOf(
  events: FlowEvent[],
  change: string,
  automations: Automations,
): Start | undefined {
  const opened = events.find(
    (event): event is FlowEventOf<'change.opened'> =>
      event.type === 'change.opened' && event.subject === change,
  );
  if (!opened) {
    return undefined;
  }
  const openedAt = Date.parse(opened.at);
  const before = events.filter(event => event.at <= opened.at);
  const firstCommitAt = firstCommit(before, change, openedAt);
  const linked = linkedWorkItems(before, change);
  const decision = decisionOf(before, linked);
  const workStartedAt = workStarted(before, linked);
  const buildAt = Math.min(
    openedAt,
    firstCommitAt ?? openedAt,
    workStartedAt ?? openedAt,
  );
  return {
    opened,
    openedAt,
    author: opened.actor?.id,
    authorKind: opened.actor ? automations.kindOf(opened.actor) : 'human',
    onBehalfOf: personBehind(before, change),
    firstCommitAt,
    workItems: linked,
    decision,
    buildAt,
    startAt: Math.min(buildAt, decision?.at ?? buildAt),
  };
}

/**
 * The earliest author date seen up to the opening: it does not move when
 * commits vanish in a rebase, and is never later than the opening.
 */
function firstCommit(
  events: FlowEvent[],
  change: string,
  openedAt: Instant,
): Instant | undefined {
  let first: Instant | undefined;
  for (const event of events) {
    if (event.subject === change) {
      const date = commitDate(event);
      if (date !== undefined) {
        first = Math.min(first ?? openedAt, Date.parse(date));
      }
    }
  }
  return first;
}

function commitDate(event: FlowEvent): string | undefined {
  switch (event.type) {
    case 'change.opened':
    case 'change.updated':
      return event.data?.firstCommitAt;
    case 'change.pushed':
      return event.data.committedAt;
    default:
      return undefined;
  }
}

/** The person an agent acts for, as these events describe the change. */
function personBehind(events: FlowEvent[], change: string): string | undefined {
  let person: string | undefined;
  for (const event of events) {
    if (event.subject === change && isDescription(event)) {
      person = event.data?.onBehalfOf ?? person;
    }
  }
  return person;
}

function isDescription(
  event: FlowEvent,
): event is FlowEventOf<'change.opened'> | FlowEventOf<'change.updated'> {
  return event.type === 'change.opened' || event.type === 'change.updated';
}

/** The work items a change is linked to after these events. */
function linkedWorkItems(events: FlowEvent[], change: string): Set<string> {
  let linked: string[] = [];
  for (const event of events) {
    if (event.subject === change && isDescription(event)) {
      linked = event.data?.workItems ?? linked;
    }
  }
  return new Set(linked);
}

function workStarted(
  events: FlowEvent[],
  linked: ReadonlySet<string>,
): Instant | undefined {
  const event = events.find(
    e => e.type === 'workItem.started' && linked.has(e.subject),
  );
  return event && Date.parse(event.at);
}
