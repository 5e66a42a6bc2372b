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

import { PlacementStep } from '../production/Placement';
import { whereBlocked } from './blockedTurn';
import { alone, atGate, sharedBy } from './holders';
import { Placed } from './placed';
import { rollOutPhase } from './rollout';
import { gateParty, Instant, SegmentReason } from './Segment';
import { TimelineContext } from './Timeline';
import { Turn, TurnState, waitingForVerification } from './turn';

/**
 * Whose turn it is after the merge. Of what is true at one moment the first
 * counts: unplaced, blocked, a production roll-out that runs, a waiting status,
 * a gate, an open carrier, the release.
 */
export function turnAfterMerge(
  state: TurnState,
  context: TimelineContext,
  at: Instant,
): Turn {
  const step = state.placed
    ? state.placed.stepAt(at)
    : stepByDeployments(state, at);
  if (step?.unplaced) {
    return unplaced(state);
  }
  return whereBlocked(released(state, context, step, at), state, context);
}

function released(
  state: TurnState,
  context: TimelineContext,
  step: PlacementStep | undefined,
  at: Instant,
): Turn {
  if (step?.rollingOut) {
    return deployment(state);
  }
  const status = waitingForVerification(state, context);
  if (status) {
    return status;
  }
  if (step?.gate) {
    return gate(state, context, step.gate);
  }
  return (
    (step?.carrier && state.placed
      ? carried(state.placed, step.carrier, at)
      : undefined) ??
    release(state, step?.failed ? 'deploymentFailed' : undefined)
  );
}

/** What the deployments among the events say, where no placement is known. */
function stepByDeployments(state: TurnState, at: Instant): PlacementStep {
  const phase = rollOutPhase(state.rollOuts);
  return {
    at,
    unplaced: false,
    rollingOut: phase.kind === 'running',
    gate: phase.kind === 'gated' ? phase.approvers : undefined,
    failed: phase.kind === 'idle' && phase.failed,
  };
}

/** Releases go by without it: in no queue, and in no duration. */
function unplaced(state: TurnState): Turn {
  return {
    stage: 'release',
    mode: 'paused',
    holders: atGate('release', state.repo),
    reason: 'unplaced',
  };
}

/** The production roll-out that contains the change runs. */
function deployment(state: TurnState): Turn {
  return {
    stage: 'deployment',
    mode: 'working',
    holders: atGate('deployment', state.repo),
  };
}

/** Somebody was asked to let it pass to an environment on the way. */
function gate(
  state: TurnState,
  context: TimelineContext,
  approvers: readonly string[],
): Turn {
  return {
    stage: 'release',
    mode: 'waiting',
    holders: sharedBy(approvers, context, gateParty('release', state.repo)),
    reason: 'gate',
  };
}

/** While its carrier is open, a carried change waits for whom that one waits for. */
function carried(
  placed: Placed,
  carrier: string,
  at: Instant,
): Turn | undefined {
  const segment = placed.carrierAt(carrier, at);
  return segment && segment.mode !== 'paused'
    ? {
        stage: 'release',
        mode: 'waiting',
        holders: segment.holders,
        reason: 'carried',
      }
    : undefined;
}

/** Merged, and waiting for the next release. */
function release(state: TurnState, reason: SegmentReason | undefined): Turn {
  return {
    stage: 'release',
    mode: 'waiting',
    holders: alone(gateParty('release', state.repo)),
    reason,
  };
}
