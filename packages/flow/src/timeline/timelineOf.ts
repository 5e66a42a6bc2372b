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

import { ActorKind, FlowEvent } from '../events/FlowEvent';
import { decisionOf } from './decisions';
import { partyOfAuthor } from './holders';
import { Life } from './Life';
import { Instant } from './Segment';
import { ChangeState, Timeline } from './Timeline';
import { reviewVisits } from './visits';

/**
 * The timeline as of an instant that is not before the last event taken.
 *
 * @param events - everything that is known by then, in order
 */
export function timelineOf(
  life: Life,
  events: readonly FlowEvent[],
  asOf: Instant,
): Timeline {
  const { start, context, chronicle, placed, state } = life;
  const observed = placed ? placed.placement : observedByEvents(life, asOf);
  const end = life.end ?? chronicle.milestones.closedAt;
  const segments = life.ledger.upTo(end ?? asOf);
  return {
    change: context.change,
    repo: state.repo,
    asOf,
    state: changeState(life),
    end,
    author: start.author,
    authorParty: partyOfAuthor(start.author, context),
    authorKind: authorKind(life),
    productionObserved: observed.productionObserved,
    releaseUnobserved: observed.releaseUnobserved,
    ...lateDecisions(life, events, end ?? asOf),
    ...placedAs(life),
    milestones: chronicle.milestones,
    reviewVisits: reviewVisits(segments, end, chronicle.answers),
    firstReview: chronicle.firstReview,
    approval: chronicle.approval,
    firstResponseAt: chronicle.firstResponseAt,
    automatedResponseAt: chronicle.automatedResponseAt,
    approvals: chronicle.approvals,
    segments,
    counts: {
      returns: chronicle.returns,
      clarificationLoops: chronicle.clarificationLoops,
    },
  };
}

/** Where no placement is known, production is what the events show. */
function observedByEvents({ context, chronicle }: Life, asOf: Instant) {
  const { mergedAt } = chronicle.milestones;
  const first = context.firstDeploymentAt;
  const seen = first !== undefined && first <= asOf;
  const releaseUnobserved = seen && mergedAt !== undefined && first > mergedAt;
  if (mergedAt !== undefined && !seen) {
    chronicle.inProduction(mergedAt);
  }
  return { productionObserved: seen && !releaseUnobserved, releaseUnobserved };
}

function placedAs({ placed }: Life) {
  const reached = placed?.productionAt !== undefined;
  return {
    carrier: placed?.placement.carrier ?? false,
    carriedBy: placed?.placement.carriedBy,
    containment: reached ? placed.placement.containment : undefined,
    release: reached ? placed.placement.release : undefined,
    unplacedSince: placed?.unplacedSince,
  };
}

function changeState({ chronicle, state }: Life): ChangeState {
  if (chronicle.milestones.productionAt !== undefined) {
    return 'inProduction';
  }
  switch (state.phase) {
    case 'merged':
      return 'merged';
    case 'closed':
      return 'closed';
    default:
      return 'open';
  }
}

/**
 * A change is an agent's in the figures when its author is one, when it names
 * one that helped, or by the rules on label and head branch.
 */
function authorKind({
  assisted,
  headBranch,
  labels,
  sets,
  start,
}: Life): ActorKind {
  const { agents } = sets.rules;
  const branch = headBranch?.slice(headBranch.indexOf(':') + 1).toLowerCase();
  const isAgents =
    assisted ||
    agents.labels.some(name => labels.has(name.toLowerCase())) ||
    agents.branchPrefixes.some(prefix =>
      branch?.startsWith(prefix.toLowerCase()),
    );
  return isAgents ? 'agent' : start.authorKind;
}

/**
 * Settled at the opening: what is decided or linked afterwards is told apart,
 * for labelling late must not improve a figure. What is decided when the
 * timeline has ended was not on the way to production.
 */
function lateDecisions(
  { everLinked, start }: Life,
  events: readonly FlowEvent[],
  end: Instant,
): { decidedLate: boolean; linkedLate: boolean } {
  if (start.decision) {
    return { decidedLate: false, linkedLate: false };
  }
  const limit = new Date(end).toISOString();
  const known = events.filter(event => event.at <= limit);
  const decidedLate = decisionOf(known, start.workItems) !== undefined;
  return {
    decidedLate,
    linkedLate: !decidedLate && decisionOf(known, everLinked) !== undefined,
  };
}
