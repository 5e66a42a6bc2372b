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
import { Containment } from '../production/Placement';
import {
  Duration,
  Holder,
  Instant,
  Mode,
  Party,
  SegmentReason,
  Stage,
} from '../timeline/Segment';
import {
  ChangeState,
  Milestones,
  ReachedWhenReady,
  ReviewVisit,
} from '../timeline/Timeline';
import { ChangeSize } from './changeSize';
import { Pause } from './elapsed';

/**
 * Working and waiting time of one stage, in milliseconds.
 *
 * @public
 */
export interface StageTime {
  working: Duration;
  waiting: Duration;
}

/**
 * Where an unfinished change stands: its last segment, without an end.
 *
 * @public
 */
export interface CurrentTurn {
  stage: Stage;
  mode: Mode;
  since: Instant;
  holders: Holder[];
  reason?: SegmentReason;
}

/**
 * What the figures need to know of one change: its milestones, and sums over
 * its timeline. Everything here is derived from the timeline and can be built
 * again from it. Times are in milliseconds. The sums of an unfinished change
 * leave its current turn out, so that they do not go stale; see
 * {@link withCurrentTurn}.
 *
 * @public
 */
export interface ChangeFacts {
  change: string;
  repo: string;
  title: string;
  url: string;
  state: ChangeState;
  author: Party;
  authorKind: ActorKind;
  workType: string;
  size: ChangeSize;
  /** The team that owns the entities the change touches. */
  owner: Party;
  productionObserved: boolean;
  /** Merged before the first deployment ever seen of its repository. */
  releaseUnobserved: boolean;
  /** No work of its own: it brings other changes to another branch, and is in no figure. */
  carrier: boolean;
  /** Key of the change that carries it, once one does. */
  carriedBy?: string;
  /** How the production roll-out was found to contain it. */
  containment?: Containment;
  /** Id of the release that brought it to production. */
  release?: string;
  /** Since when releases go by without it; absent once one contains it. */
  unplacedSince?: Instant;
  /** Name of the configured rule that leaves it out of all figures. */
  excludedBy?: string;
  milestones: Milestones;
  /** Start of the first segment. */
  start: Instant;
  /** End of the last segment; absent for an unfinished change. */
  end?: Instant;
  /** Where an unfinished change stands; absent for a finished one. */
  current?: CurrentTurn;
  working: Duration;
  waiting: Duration;
  stages: Partial<Record<Stage, StageTime>>;
  /** First commit → production. */
  leadTime?: Duration;
  /** Decision → production. */
  decisionToProduction?: Duration;
  /** A work item it was linked to at its opening was decided after the opening. */
  decidedLate: boolean;
  /** A work item was decided, but the change was linked to it after opening. */
  linkedLate: boolean;
  /** The last time it became ready. */
  readySince?: Instant;
  /** The first answer of a person while it was ready. */
  firstReview?: ReachedWhenReady;
  /** The first moment at which there were enough approvals. */
  approval?: ReachedWhenReady;
  /** Ready → first review: the last time it became ready before that. */
  timeToFirstReview?: Duration;
  /** Ready → enough approvals: the last time it became ready before that. */
  timeToApproval?: Duration;
  /** Opened → first comment or review by a human other than the author. */
  timeToFirstResponse?: Duration;
  /** Ready → first review or comment by an automation other than the author. */
  timeToAutomatedResponse?: Duration;
  /** How often it came to hands that had not held it before, see `countHandoffs`. */
  handoffs: number;
  /** The same, counted between teams. */
  teamHandoffs: number;
  returns: number;
  clarificationLoops: number;
  /** Waiting with exactly one holder, which that party alone can save. */
  soleBlockerTime: Duration;
  /** Waiting charged to `unassigned`. */
  unownedWait: Duration;
  reviewVisits: ReviewVisit[];
  /** Its paused stretches: they are in no duration, and no work in progress. */
  pauses: Pause[];
  /**
   * Who approved it, each once, and those whose account is unknown once each
   * time; automations and the author excluded.
   */
  approvers: Party[];
  /** When the first change that reverts this one was merged. */
  revertedAt?: Instant;
}

/**
 * How one deployment went.
 *
 * @public
 */
export interface DeploymentFacts {
  deployment: string;
  repo: string;
  environment: string;
  production: boolean;
  sha: string;
  requestedAt?: Instant;
  startedAt?: Instant;
  finishedAt?: Instant;
  outcome?: 'success' | 'failure';
  rolledBackAt?: Instant;
  /** Keys of the changes that reached production with it. */
  changes: string[];
  /** The failure it led to, if any. */
  failure?: DeploymentFailure;
}

/**
 * A release of one service (or repository) in production: all roll-outs of one
 * commit, or of one `release` of the source, in regions, packages and re-runs.
 *
 * `release` is something new; `rollBack` goes back to what was live before;
 * `forward` goes forward again to what was live already. The last two are no
 * releases in the figures.
 *
 * @public
 */
export interface ReleaseFacts {
  /** Subject key of its first roll-out. */
  release: string;
  kind: 'release' | 'rollBack' | 'forward';
  repo: string;
  /** Refs of the entities that are released; empty: the whole repository. */
  services: readonly string[];
  sha: string;
  environments: readonly string[];
  /** Subject keys of its roll-outs. */
  rollOuts: readonly string[];
  /** Begin of the first roll-out. */
  startedAt: Instant;
  /** First success; absent while it never reached production. */
  productionAt?: Instant;
  /** Roll-outs of it that failed. */
  failedRollOuts: number;
  /** Keys of the changes that reached production with it. */
  changes: readonly string[];
  /** The first failure it led to, if any. */
  failure?: DeploymentFailure;
  /** Whether the failure is known to be the change's, where it is an incident. */
  causeUnknown?: boolean;
}

/**
 * A failure that a successful production deployment led to.
 *
 * @public
 */
export interface DeploymentFailure {
  cause: 'incident' | 'rolledBack' | 'reverted' | 'hotfix';
  at: Instant;
  /** When service was restored; absent while it is not. */
  recoveredAt?: Instant;
  /** Subject key of the incident or of the change that repaired it. */
  evidence?: string;
}
