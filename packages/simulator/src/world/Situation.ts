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

import type { Party, SegmentReason } from 'chokepoint-flow';
import { Position } from './Ledger';
import { CheckState } from './Suites';

/** How far a change is. */
export type Phase = 'open' | 'closed' | 'merged' | 'live';

/** The roll-out that a merged change is part of. */
export interface Rollout {
  /** Who has to let it in. */
  approvers?: Party[];
  running: boolean;
  /** The last one failed. */
  failed: boolean;
}

/** A work item of it is tried, and somebody has to say whether it is good. */
export interface Trial {
  holders: Party[];
  /** Entered while the change was in review: the forge says whose turn it is. */
  isOverridden: boolean;
}

/** What keeps a change where it is, by whom it is held. */
export interface Obstacles {
  /** It cannot move, whoever has the turn. */
  blocked?: Party[];
  /** The same by a label, which says nothing of a draft. */
  labelledBlocked?: Party[];
  /** It may not be merged. */
  held?: Party[];
}

/** What those who work on a change see of it. */
export interface Situation {
  readonly repo: string;
  /** Those who have it when it is neither reviewed nor released. */
  readonly carriers: Party[];
  readonly phase: Phase;
  readonly isDraft: boolean;
  readonly isApproved: boolean;
  readonly isQueued: boolean;
  readonly checks: CheckState;
  readonly suites: { readonly hasFailed: boolean };
  /** It came back to the author. */
  readonly isSentBack: boolean;
  /** Why it came back. */
  readonly table: { readonly feedback?: SegmentReason };
  readonly trial?: Trial;
  readonly rollout: Rollout;
  readonly obstacles: Obstacles;
  /** Where the change lies in whose branch it was merged, while that is open. */
  readonly carriedBy?: Position;
  /** Whom the review waits for. */
  readonly reviewers: Party[];
  /** Where the ball lay before. */
  readonly where?: Position;
}

/** Whose turn it is, as everybody who looks at the change would say. */
export function whereTheBallLies(change: Situation): Position {
  if (change.phase === 'closed') {
    return {
      stage: change.where?.stage ?? 'build',
      mode: 'paused',
      holders: change.carriers,
      reason: 'closed',
    };
  }
  const turn = whoseTurn(change);
  const { blocked, labelledBlocked } = change.obstacles;
  const isDraft = change.phase === 'open' && change.isDraft;
  const obstacle = [
    ...(blocked ?? []),
    ...(isDraft ? [] : labelledBlocked ?? []),
  ];
  return obstacle.length > 0 ? waiting(turn.stage, obstacle, 'blocked') : turn;
}

function whoseTurn(change: Situation): Position {
  if (change.phase !== 'open') {
    return onItsWayOut(change);
  }
  if (change.isDraft) {
    return working('build', change.carriers, 'draft');
  }
  if (change.isQueued) {
    return waiting('merge', [`gate:merge-queue/${change.repo}`], 'mergeQueue');
  }
  if (change.isSentBack) {
    return working('rework', change.carriers, change.table.feedback);
  }
  return change.isApproved ? beforeTheMerge(change) : inReview(change);
}

function inReview({ carriers, reviewers, suites }: Situation): Position {
  if (suites.hasFailed) {
    return working('rework', carriers, 'checksFailed');
  }
  return reviewers.length > 0
    ? waiting('review', reviewers)
    : waiting('review', ['unassigned'], 'unrequested');
}

function beforeTheMerge(change: Situation): Position {
  if (change.checks === 'running') {
    return working('verification', [`gate:checks/${change.repo}`], 'checks');
  }
  return change.obstacles.held
    ? waiting('merge', change.obstacles.held, 'hold')
    : waiting('merge', change.carriers);
}

function onItsWayOut(change: Situation): Position {
  const { repo, rollout, trial, carriedBy } = change;
  if (rollout.running) {
    return working('deployment', [`gate:deployment/${repo}`]);
  }
  if (trial && !trial.isOverridden) {
    return waiting('verification', trial.holders, 'status');
  }
  if (rollout.approvers) {
    return waiting('release', rollout.approvers, 'gate');
  }
  if (carriedBy) {
    return waiting('release', carriedBy.holders, 'carried');
  }
  return waiting(
    'release',
    [`gate:release/${repo}`],
    rollout.failed ? 'deploymentFailed' : undefined,
  );
}

function waiting(
  stage: Position['stage'],
  holders: Party[],
  reason?: SegmentReason,
): Position {
  return { stage, mode: 'waiting', holders, reason };
}

function working(
  stage: Position['stage'],
  holders: Party[],
  reason?: SegmentReason,
): Position {
  return { stage, mode: 'working', holders, reason };
}
