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

import { FlowEvent } from '../events/FlowEvent';
import { finishCheck, startCheck } from './checks';
import { Life } from './Life';
import { askInstead, removeRequest, requestReview } from './reviewRequests';
import { dismiss, passOver, push } from './reviewRules';
import { Instant } from './Segment';
import { label, speakerOf, unlabel } from './signals';

/** The events that only move the ball, or stop it. */
export function passBall(life: Life, event: FlowEvent, at: Instant): void {
  const { ball, blocks } = life;
  switch (event.type) {
    case 'change.assigned':
      ball.authorSide.assigned = event.data.to;
      break;
    case 'change.pushed':
      push(ball, event.actor, event.data.kind !== 'baseMerge');
      break;
    case 'change.reviewRequested':
      ask(life, event, at);
      break;
    case 'change.reviewRequestRemoved':
      unask(life, event, at);
      break;
    case 'change.reviewDismissed':
      dismiss(ball, event.data.reviewer);
      break;
    case 'change.labelled':
      label(life, event, event.data.label, at);
      break;
    case 'change.unlabelled':
      unlabel(life, event.data.label);
      break;
    case 'change.blocked':
      blocks.block(event.data?.by, speakerOf(life, event));
      break;
    case 'change.unblocked':
      blocks.unblock(event.data?.by);
      break;
    case 'change.checksStarted':
      startCheck(ball.checks, event.data ?? {}, at);
      break;
    case 'change.checksFinished':
      finishCheck(ball.checks, event.data ?? {});
      break;
    case 'change.queued':
      ball.queued = true;
      break;
    case 'change.dequeued':
      ball.queued = false;
      break;
    default:
      break;
  }
}

/**
 * Reviewers are asked, in a team's place where the source says so or where the
 * request to their team was removed in the same step.
 */
function ask(
  { ball, automations }: Life,
  event: FlowEvent & { type: 'change.reviewRequested' },
  at: Instant,
): void {
  const { reviewers, insteadOf } = event.data;
  requestReview(ball, reviewers, event.actor);
  for (const id of reviewers) {
    if (automations.isAutomation(id)) {
      passOver(ball, id);
    }
    if (insteadOf !== undefined) {
      askInstead(ball, id, insteadOf);
    } else if (event.actor) {
      ball.roundRobin
        .ask({ actor: event.actor.id, id, at })
        .filter(team => ball.isMember(id, team))
        .forEach(team => askInstead(ball, id, team));
    }
  }
}

function unask(
  { ball }: Life,
  event: FlowEvent & { type: 'change.reviewRequestRemoved' },
  at: Instant,
): void {
  const { actor } = event;
  removeRequest(ball, event.data.reviewers);
  if (actor) {
    for (const team of event.data.reviewers) {
      ball.roundRobin
        .remove({ actor: actor.id, id: team, at })
        .filter(person => ball.isMember(person, team))
        .forEach(person => askInstead(ball, person, team));
    }
  }
}
