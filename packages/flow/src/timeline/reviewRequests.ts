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
import { isAuthorsSide, lendHand } from './authorSide';
import { Ball, seatOf } from './ball';
import { fallBack, handBack, settle } from './passing';

/**
 * Reviewers are asked; when the author's side asks, that hands the ball back
 * too. Somebody who has approved is asked again: the approval stands aside
 * until the answer, or until the request is removed.
 */
export function requestReview(
  ball: Ball,
  reviewers: readonly string[],
  actor: Actor | undefined,
): void {
  lendHand(ball, actor);
  for (const reviewer of reviewers) {
    if (reviewer !== ball.authorSide.author) {
      askAgain(ball, reviewer);
      const seat = seatOf(ball, reviewer);
      seat.asked = true;
      seat.waitedOn = true;
      seat.removed = false;
    }
  }
  if (ball.side === 'author' && isAuthorsSide(ball, actor?.id)) {
    handBack(ball);
  }
  fallBack(ball);
}

function askAgain(ball: Ball, reviewer: string): void {
  for (const [person, approval] of ball.approvals) {
    if (person === reviewer || approval.seats.includes(reviewer)) {
      approval.aside = true;
    }
  }
}

/** A request that was removed stops charging at its removal. */
export function removeRequest(ball: Ball, reviewers: readonly string[]): void {
  for (const reviewer of reviewers) {
    const seat = ball.seats.get(reviewer);
    if (seat) {
      seat.asked = false;
      seat.waitedOn = false;
      seat.removed = true;
    }
    for (const [person, approval] of ball.approvals) {
      if (person === reviewer || approval.seats.includes(reviewer)) {
        approval.aside = false;
      }
    }
  }
  if (ball.side === 'reviewers') {
    settle(ball);
  }
}

/**
 * A person is asked in a team's place, and acts for it from then on: the team
 * is waited on no longer.
 */
export function askInstead(ball: Ball, person: string, team: string): void {
  seatOf(ball, person).actsFor = team;
  const seat = ball.seats.get(team);
  if (seat?.waitedOn) {
    seat.asked = false;
    seat.waitedOn = false;
    seat.removed = true;
  }
}
