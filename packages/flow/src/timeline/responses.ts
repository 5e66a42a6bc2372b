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
import { Life } from './Life';
import { answer, automatedAnswer, comment, isWaitedOn } from './reviewRules';
import { EXTERNAL, Instant } from './Segment';

/** The id under which an actor whose account is gone is remembered. */
const UNKNOWN_ACTOR = '';

/**
 * A review or a comment. Those of the author and of automations pass no ball,
 * and after the merge none does.
 */
export function respond(life: Life, event: FlowEvent, at: Instant): void {
  const { chronicle, start } = life;
  const actor = event.actor?.id ?? UNKNOWN_ACTOR;
  const byAuthor = event.actor !== undefined && actor === start.author;
  if (event.actor && event.actor.kind !== 'human') {
    if (!byAuthor) {
      chronicle.respondedAutomatically(at);
      automatedAnswer(life.ball, actor);
    }
    return;
  }
  if (!byAuthor && event.actor) {
    chronicle.responded(at);
  }
  if (chronicle.milestones.mergedAt !== undefined) {
    return;
  }
  if (event.type === 'change.commented') {
    commentBeforeMerge(life, actor, byAuthor, at);
  } else if (event.type === 'change.reviewed' && !byAuthor) {
    const { verdict } = event.data;
    chronicle.reviewed(verdict, at, !life.ball.draft);
    if (verdict === 'approved') {
      const party =
        actor === UNKNOWN_ACTOR ? EXTERNAL : life.context.partyOf(actor);
      chronicle.approvedBy(party, at);
    }
    answer(life.ball, actor, verdict, life.isMember);
  }
}

function commentBeforeMerge(
  { ball, chronicle, isMember }: Life,
  actor: string,
  byAuthor: boolean,
  at: Instant,
): void {
  if (actor === UNKNOWN_ACTOR) {
    return;
  }
  if (!byAuthor && isWaitedOn(ball, actor, isMember)) {
    chronicle.reviewed('commented', at, !ball.draft);
  }
  comment(ball, actor, isMember);
}
