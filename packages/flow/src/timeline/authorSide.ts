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

import { Actor } from '../events/FlowEvent';
import { Ball, isReviewer } from './ball';

/**
 * The people of the author's side (section 2 of the model, *Timelines*): whom
 * the change was assigned to, bots and reviewers passed over, else the author;
 * behind an agent the person it acts for, else whoever first asked for the
 * reviews or pushed by hand and is no reviewer. Empty where no person is known,
 * as behind a bot.
 */
export function authorsSide(ball: Ball): string[] {
  const { assigned, author, hands, kind, onBehalfOf } = ball.authorSide;
  const carrying = assigned.filter(
    id =>
      id !== author &&
      !ball.automations.isAutomation(id) &&
      !isReviewer(ball, id),
  );
  if (kind === 'human' && author !== undefined && assigned.includes(author)) {
    carrying.push(author);
  }
  if (carrying.length > 0) {
    return carrying;
  }
  if (kind === 'human') {
    return author === undefined ? [] : [author];
  }
  if (onBehalfOf !== undefined) {
    return [onBehalfOf];
  }
  const adopter =
    kind === 'agent' && [...hands].find(id => !isReviewer(ball, id));
  return adopter ? [adopter] : [];
}

/** Whether somebody speaks for the author's side: its author always does. */
export function isAuthorsSide(
  ball: Ball,
  actorId: string | undefined,
): boolean {
  return (
    actorId !== undefined &&
    (actorId === ball.authorSide.author || authorsSide(ball).includes(actorId))
  );
}

/** A person asked for reviews or pushed: behind an agent that may be its human. */
export function lendHand(ball: Ball, actor: Actor | undefined): void {
  if (actor?.kind === 'human' && actor.id !== ball.authorSide.author) {
    ball.authorSide.hands.add(actor.id);
  }
}
