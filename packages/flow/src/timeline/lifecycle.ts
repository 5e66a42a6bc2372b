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

import { isApproved } from './ball';
import { isOpened, Life } from './Life';
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
  if (life.endedBeforeOpening === 'merged') {
    merge(life, at);
  } else if (life.endedBeforeOpening === 'closed') {
    close(life, at);
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

/** Reopened: the closed stretch becomes a pause. */
export function reopen(life: Life): void {
  if (!isOpened(life) && life.endedBeforeOpening === 'closed') {
    life.endedBeforeOpening = undefined;
  } else if (life.state.phase === 'closed') {
    life.state.phase = 'open';
    life.chronicle.closed(undefined);
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
    if (first === undefined || first > at) {
      life.end = at;
    }
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
