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
  /** The first decision on a work item the change was linked to at its opening. */
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
  /** A decision is known, but on a work item linked after the opening. */
  decisionLinkedLate: boolean;
  milestones: Milestones;
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
  /** The party of an actor or team id at an instant; `external` when it is not in the catalog. */
  partyOf(actorId: string): Party;
  /** Whether an actor belongs to a team that was asked. */
  isMemberOf?(actorId: string, teamId: string): boolean;
  /** Approvals the branch needs until an event tells; 1 when unknown. */
  approvalsNeeded?: number;
  /** The earliest production deployment ever seen of the change's repository. */
  firstDeploymentAt?: Instant;
}
