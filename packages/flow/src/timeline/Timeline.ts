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

import { ActorKind } from '../events/FlowEvent';
import { Containment, Placement } from '../production/Placement';
import { ModelRules } from '../rules/ModelRules';
import { Instant, Party, Segment } from './Segment';

/**
 * Where a change stands. `inProduction` includes changes of repositories
 * without deployments, whose production is the merge
 * (`productionObserved: false`).
 *
 * @public
 */
export type ChangeState = 'open' | 'merged' | 'inProduction' | 'closed';

/**
 * The dates of a change's life; absent when unknown or not reached.
 *
 * @public
 */
export interface Milestones {
  /** The decision that counts, of those made by its opening on work items linked by then. */
  decidedAt?: Instant;
  /** Work began: `workItem.started`, `change.opened` or the first commit. */
  startedAt?: Instant;
  /** Author date of the first commit, never later than `openedAt`. */
  firstCommitAt?: Instant;
  openedAt: Instant;
  /** First time it was out of draft. */
  readyAt?: Instant;
  /** First review by a human other than the author, or answer by somebody asked. */
  firstReviewAt?: Instant;
  /** First time it had enough approvals and no standing request for changes. */
  approvedAt?: Instant;
  mergedAt?: Instant;
  /** First successful production deployment that contains it. */
  productionAt?: Instant;
  closedAt?: Instant;
}

/**
 * What happened on the way, counted while the timeline is built.
 *
 * @public
 */
export interface TimelineCounts {
  /**
   * Times work came back: changes requested, back to draft after ready, work
   * item moved to an earlier category or reopened.
   */
  returns: number;
  /** Questions asked on the linked work items. */
  clarificationLoops: number;
}

/**
 * One stretch of `review`, from the ball arriving to the ball leaving. A block
 * interrupts a visit and does not end it.
 *
 * @public
 */
export interface ReviewVisit {
  start: Instant;
  /** Absent while the change still waits. */
  end?: Instant;
  /** A person's answer ended it; else it was merged, closed, drafted or withdrawn. */
  answered: boolean;
}

/**
 * When something was reached while the change was ready for review, and since
 * when it had been ready then.
 *
 * @public
 */
export interface ReachedWhenReady {
  /** The last time before `at` that it became ready. */
  readyAt: Instant;
  at: Instant;
}

/**
 * The life of one change up to `asOf`, as touching segments.
 *
 * @public
 */
export interface Timeline {
  change: string;
  repo: string;
  asOf: Instant;
  state: ChangeState;
  /** End of the last segment; absent while the change is on its way. */
  end?: Instant;
  /** The author's actor id, when the source reports one. */
  author?: string;
  authorParty: Party;
  authorKind: ActorKind;
  /** False where production is taken to be the merge, or was not observed. */
  productionObserved: boolean;
  /**
   * Merged before the first deployment ever seen of its repository: when it
   * reached production is not known.
   */
  releaseUnobserved: boolean;
  /** A work item it was linked to at its opening was decided after the opening. */
  decidedLate: boolean;
  /** A decision is known, but on a work item linked after the opening. */
  linkedLate: boolean;
  /** No work of its own: it brings other changes to another branch. */
  carrier: boolean;
  /** Key of the change that carries it, once one does. */
  carriedBy?: string;
  /** How the production roll-out was found to contain it. */
  containment?: Containment;
  /** Id of the release that brought it to production. */
  release?: string;
  /** Since when releases go by without it; absent once one contains it. */
  unplacedSince?: Instant;
  milestones: Milestones;
  /** Every stretch of `review`, in order. */
  reviewVisits: ReviewVisit[];
  /** The first answer of a person while it was ready. */
  firstReview?: ReachedWhenReady;
  /** The first moment at which there were enough approvals. */
  approval?: ReachedWhenReady;
  /** First comment or review by a human other than the author. */
  firstResponseAt?: Instant;
  /** First review or comment by a bot or an agent other than the author. */
  automatedResponseAt?: Instant;
  /** Who approved, in order; the author and automations excluded. */
  approvals: { party: Party; at: Instant }[];
  /** Partition of [first event, end): no gap, no overlap, no empty segment. */
  segments: Segment[];
  counts: TimelineCounts;
}

/**
 * What a timeline needs to know beyond the events.
 *
 * @public
 */
export interface TimelineContext {
  /** The key of the change; events of other changes are ignored. */
  change: string;
  /** The team that owns the entities the change touches; `unassigned` when unowned. */
  owner: Party;
  /** The party of an actor or team id; one of its own when it is not in the catalog. */
  partyOf(actorId: string): Party;
  /** The team of a party; the party itself where it has none. */
  teamOf?(party: Party): Party;
  /** Whether an actor belongs to a team that was asked. */
  isMemberOf?(actorId: string, teamId: string): boolean;
  /** Approvals the branch needs until an event tells; 1 when unknown. */
  approvalsNeeded?: number;
  /** The earliest production deployment ever seen of the change's repository. */
  firstDeploymentAt?: Instant;
  /** The rules of the model; its defaults when absent. */
  rules?: ModelRules;
  /**
   * What the rest of the repository means for the change, after its merge. When
   * it is absent, the deployments among the events are all that is known.
   */
  placement?: Placement;
  /** The timeline of the change that carries this one, as of the same instant. */
  timelineOf?(change: string): Timeline | undefined;
}
