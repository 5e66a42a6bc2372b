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
import { Person } from '../company/Company';
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
}

/** What those who work on a change see of it. */
export interface Situation {
  readonly repo: string;
  readonly author: Person;
  readonly phase: Phase;
  readonly isDraft: boolean;
  readonly isApproved: boolean;
  readonly isQueued: boolean;
  readonly checks: CheckState;
  /** It came back to the author. */
  readonly isSentBack: boolean;
  /** Why it came back. */
  readonly table: { readonly feedback?: SegmentReason };
  readonly trial?: Trial;
  readonly rollout: Rollout;
  /** Reviewers who were asked and have not answered. */
  readonly waitedOn: Party[];
  /** Where the ball lay before. */
  readonly where?: Position;
}

/** Whose turn it is, as everybody who looks at the change would say. */
export function whereTheBallLies(change: Situation): Position {
  if (change.phase === 'closed') {
    return {
      stage: change.where?.stage ?? 'build',
      mode: 'paused',
      holders: [change.author.party],
      reason: 'closed',
    };
  }
  if (change.trial) {
    return waiting('verification', change.trial.holders, 'status');
  }
  if (change.phase !== 'open') {
    return onItsWayOut(change);
  }
  if (change.isDraft) {
    return working('build', change.author.party, 'draft');
  }
  if (change.isQueued) {
    return waiting('merge', [`gate:merge-queue/${change.repo}`], 'mergeQueue');
  }
  if (change.isSentBack) {
    return working('rework', change.author.party, change.table.feedback);
  }
  return change.isApproved ? beforeTheMerge(change) : inReview(change);
}

function inReview({ waitedOn }: Situation): Position {
  return waitedOn.length > 0
    ? waiting('review', waitedOn)
    : waiting('review', ['unassigned'], 'unrequested');
}

function beforeTheMerge(change: Situation): Position {
  if (change.checks === 'running') {
    return working('verification', `gate:checks/${change.repo}`, 'checks');
  }
  return waiting('merge', [change.author.party]);
}

function onItsWayOut({ repo, rollout }: Situation): Position {
  if (rollout.running) {
    return working('deployment', `gate:deployment/${repo}`);
  }
  if (rollout.approvers) {
    return waiting('release', rollout.approvers, 'gate');
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
  holder: Party,
  reason?: SegmentReason,
): Position {
  return { stage, mode: 'working', holders: [holder], reason };
}
