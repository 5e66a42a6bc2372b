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

import { Actor, FlowEvent } from '../events/FlowEvent';
import { approveOwn, personOf, review } from './answers';
import { isAuthorsSide } from './authorSide';
import { Life } from './Life';
import { handBack } from './passing';
import { isWaitedOn, passOver } from './reviewRules';
import { Instant } from './Segment';
import { takeCommand } from './signals';

/**
 * A review or a comment. Those of the author's side and of automations pass no
 * ball as a review, and after the merge none does.
 */
export function respond(life: Life, event: FlowEvent, at: Instant): void {
  const { ball, chronicle } = life;
  const { actor } = event;
  if (actor && actor.kind !== 'human') {
    if (actor.id !== ball.authorSide.author) {
      chronicle.respondedAutomatically(at);
      passOver(ball, actor.id);
    }
    return;
  }
  const isOwn = isAuthorsSide(ball, actor?.id);
  if (actor && !isOwn) {
    chronicle.responded(at);
  }
  if (chronicle.milestones.mergedAt !== undefined) {
    return;
  }
  if (event.type === 'change.commented') {
    comment(life, event, isOwn, at);
  } else if (event.type === 'change.reviewed') {
    const { verdict, counts } = event.data;
    if (!isOwn) {
      review(life, personOf(event), { verdict, counts: counts ?? true }, at);
    } else if (counts === true && verdict === 'approved') {
      approveOwn(life, personOf(event), at);
    }
  }
}

/**
 * A plain comment is an answer when its writer is waited on, and one of the
 * author's side hands the ball back; anybody else's passes no ball. A command
 * is no plain comment: it means what the rules say, or nothing.
 */
function comment(
  life: Life,
  event: FlowEvent & { type: 'change.commented' },
  isOwn: boolean,
  at: Instant,
): void {
  const { ball } = life;
  const actor: Actor | undefined = event.actor;
  if (event.data?.command !== undefined) {
    takeCommand(life, event, event.data.command, at);
  } else if (actor && isOwn) {
    if (ball.side === 'author') {
      handBack(ball);
    }
  } else if (actor && isWaitedOn(ball, actor.id)) {
    review(life, actor.id, { verdict: 'commented', counts: true }, at);
  }
}
