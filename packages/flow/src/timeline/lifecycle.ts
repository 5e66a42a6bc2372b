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

import { isOpened, Life } from './Life';
import { isApproved } from './requirements';
import { Instant } from './Segment';

/** The change is opened, in draft or ready for review. */
export function open(life: Life, draft: boolean, at: Instant): void {
  const { ball, chronicle, state } = life;
  state.phase = 'open';
  ball.draft = draft;
  if (isApproved(ball)) {
    ball.side = 'pastReview';
  }
  if (!draft) {
    chronicle.ready(at);
  }
  switch (life.endedBeforeOpening) {
    case 'merged':
      merge(life, at);
      break;
    case 'landed':
      land(life, at);
      break;
    case 'closed':
      close(life, at);
      break;
    default:
  }
}

/** Back to draft: a return, once the change was open. */
export function backToDraft(life: Life): void {
  if (!life.ball.draft && life.state.phase === 'open') {
    life.chronicle.returns += 1;
  }
  life.ball.draft = true;
}

/** Closed without merging. */
export function close(life: Life, at: Instant): void {
  const { ball, chronicle, ledger, state } = life;
  if (!isOpened(life)) {
    life.endedBeforeOpening ??= 'closed';
  } else if (state.phase === 'open') {
    state.closedIn = ledger.stage ?? 'build';
    state.phase = 'closed';
    ball.queued = false;
    chronicle.closed(at);
  }
}

/**
 * Closed because it went in outside of the forge's merge (`landedAs`, or closed
 * by a known landing bot): it is a merge.
 */
export function land(life: Life, at: Instant): void {
  if (!isOpened(life)) {
    life.endedBeforeOpening ??= 'landed';
  } else if (life.chronicle.milestones.mergedAt === undefined) {
    merge(life, at);
    life.landed = true;
  }
}

/**
 * Reopened: the closed stretch becomes a pause. After a landing it takes that
 * back, unless it was in production: the ball is the author's side's.
 */
export function reopen(life: Life): void {
  const { ball, chronicle, state } = life;
  if (!isOpened(life)) {
    if (life.endedBeforeOpening !== 'merged') {
      life.endedBeforeOpening = undefined;
    }
  } else if (state.phase === 'closed') {
    state.phase = 'open';
    chronicle.closed(undefined);
  } else if (life.landed && life.end === undefined) {
    life.landed = false;
    state.phase = 'open';
    ball.side = 'author';
    chronicle.takenBack();
  }
}

/** Merged: the end, where no deployment of the repository was seen before. */
export function merge(life: Life, at: Instant): void {
  const { ball, chronicle, context, state } = life;
  if (!isOpened(life)) {
    life.endedBeforeOpening = 'merged';
  } else if (chronicle.milestones.mergedAt === undefined) {
    state.phase = 'merged';
    ball.queued = false;
    chronicle.merged(at);
    const first = context.firstDeploymentAt;
    if (!life.placed && (first === undefined || first > at)) {
      life.end = at;
    }
  } else {
    // What was landed outside of the forge is merged by it after all.
    life.landed = false;
  }
}

/** The first success in production that contains the merged change. */
export function reachProduction(life: Life, at: Instant): void {
  if (life.end === undefined && life.state.phase === 'merged') {
    life.state.phase = 'inProduction';
    life.chronicle.inProduction(at);
    life.end = at;
  }
}

/** The end that the placement gives, once it has come and the change is merged. */
export function endByPlacement(life: Life, at: Instant): void {
  const { chronicle, placed, state } = life;
  const end = placed?.end;
  if (
    placed &&
    life.end === undefined &&
    state.phase === 'merged' &&
    end !== undefined &&
    end <= at
  ) {
    life.end = Math.max(end, chronicle.milestones.mergedAt ?? end);
    if (placed.productionAt !== undefined) {
      state.phase = 'inProduction';
      chronicle.inProduction(life.end);
    }
  }
}
