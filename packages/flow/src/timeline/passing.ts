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

import { Ball, owesRework } from './ball';
import { isApproved } from './requirements';

/**
 * The author's side hands the ball back by a push, a comment or a new review
 * request: it is then with those who had answered with feedback and those who
 * have not answered yet, unless the approvals are enough.
 */
export function handBack(ball: Ball): void {
  for (const seat of ball.seats.values()) {
    if (seat.feedback) {
      seat.feedback = undefined;
      seat.waitedOn = true;
    }
  }
  ball.side = isApproved(ball) ? 'pastReview' : 'reviewers';
}

/** Back to the reviewers where what was given is no longer enough. */
export function fallBack(ball: Ball): void {
  if (ball.side === 'pastReview' && !isApproved(ball)) {
    ball.side = 'reviewers';
  }
}

/** Moves the ball on where nothing keeps it: enough approvals, or no feedback left to answer. */
export function settle(ball: Ball): void {
  if (isApproved(ball)) {
    ball.side = 'pastReview';
  } else if (ball.side === 'author' && !owesRework(ball)) {
    ball.side = 'reviewers';
  }
}
