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

import { Verdict } from '../events/FlowEvent';
import { Ball, isApproved, owesRework, Seat, seatOf } from './ball';

/** Whether an actor belongs to a team. */
export type Membership = (actorId: string, teamId: string) => boolean;

/**
 * The author hands the ball back by a push, a comment or a new review request:
 * it is then with those who had answered with feedback and those who have not
 * answered yet, unless the approvals are enough.
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

/**
 * A push by the author hands the ball back; the runs of checks on what was
 * there before no longer count. Where the source does not say who pushed it was
 * the author.
 */
export function push(ball: Ball, actor: string | undefined): void {
  ball.checksRunning = 0;
  if (
    ball.side === 'author' &&
    (actor === undefined || actor === ball.author)
  ) {
    handBack(ball);
  }
}

/** Out of draft is the first hand-back, and each time after a draft another. */
export function ready(ball: Ball): void {
  ball.draft = false;
  handBack(ball);
}

/** Reviewers are asked; when the author asks, that hands the ball back too. */
export function requestReview(
  ball: Ball,
  reviewers: string[],
  actor: string | undefined,
): void {
  for (const reviewer of reviewers) {
    if (reviewer !== ball.author) {
      const seat = seatOf(ball, reviewer);
      seat.waitedOn = true;
      seat.removed = false;
    }
  }
  if (ball.side === 'author' && actor !== undefined && actor === ball.author) {
    handBack(ball);
  }
}

/** A request that was removed stops charging at its removal. */
export function removeRequest(ball: Ball, reviewers: string[]): void {
  for (const reviewer of reviewers) {
    const seat = ball.seats.get(reviewer);
    if (seat) {
      seat.waitedOn = false;
      seat.removed = true;
    }
  }
}

/**
 * The seats somebody sits on that are waited on: the person's own, and those of
 * teams the person belongs to.
 */
function waitedOnSeats(
  ball: Ball,
  actor: string,
  isMember: Membership,
): Seat[] {
  return [...ball.seats.values()].filter(
    seat => seat.waitedOn && (seat.id === actor || isMember(actor, seat.id)),
  );
}

/** Whether somebody is waited on, in person or as a member of a team. */
export function isWaitedOn(
  ball: Ball,
  actor: string,
  isMember: Membership,
): boolean {
  return waitedOnSeats(ball, actor, isMember).length > 0;
}

/**
 * The seats somebody answers for: every one that is waited on and that the
 * person sits on, for a team has answered whoever of it acts. Where there is
 * none, the seats of the person's last answer, else a new one of the person's.
 */
function answeringSeats(
  ball: Ball,
  actor: string,
  isMember: Membership,
): Seat[] {
  const seats = waitedOnSeats(ball, actor, isMember);
  const before = ball.actedFor.get(actor) ?? [actor];
  return seats.length > 0 ? seats : before.map(id => seatOf(ball, id));
}

/**
 * A human reviewer answers. Feedback passes the ball to the author; an approval
 * passes it on once there are enough, and otherwise leaves it with those who
 * have not answered.
 */
export function answer(
  ball: Ball,
  actor: string,
  verdict: Verdict,
  isMember: Membership,
): void {
  const seats = answeringSeats(ball, actor, isMember);
  ball.actedFor.set(
    actor,
    seats.map(seat => seat.id),
  );
  for (const seat of seats) {
    seat.waitedOn = false;
    seat.removed = false;
  }
  if (verdict === 'approved') {
    approve(ball, seats, actor);
  } else {
    giveFeedback(ball, seats, actor, verdict);
  }
}

function approve(ball: Ball, seats: Seat[], actor: string): void {
  ball.approvals.set(
    actor,
    seats.map(seat => seat.id),
  );
  for (const other of ball.seats.values()) {
    other.blockedBy.delete(actor);
  }
  for (const seat of seats) {
    if (seat.blockedBy.size === 0) {
      seat.feedback = undefined;
    }
  }
  settle(ball);
}

function giveFeedback(
  ball: Ball,
  seats: Seat[],
  actor: string,
  verdict: 'changesRequested' | 'commented',
): void {
  if (verdict === 'changesRequested') {
    ball.approvals.delete(actor);
  }
  for (const seat of seats) {
    if (verdict === 'changesRequested') {
      seat.blockedBy.add(actor);
      seat.feedback = verdict;
    } else {
      seat.feedback ??= verdict;
    }
  }
  ball.side = 'author';
}

/**
 * A plain comment is an answer when its writer is waited on, and the author's
 * own hands the ball back; anybody else's passes no ball.
 */
export function comment(ball: Ball, actor: string, isMember: Membership): void {
  if (actor === ball.author) {
    if (ball.side === 'author') {
      handBack(ball);
    }
  } else if (isWaitedOn(ball, actor, isMember)) {
    answer(ball, actor, 'commented', isMember);
  }
}

/** An automation that was asked is no longer waited on once it answered. */
export function automatedAnswer(ball: Ball, actor: string): void {
  const seat = ball.seats.get(actor);
  if (seat) {
    seat.waitedOn = false;
  }
}

/**
 * A dismissed approval no longer counts and its reviewer is waited on again; a
 * dismissed request for changes no longer stands.
 */
export function dismiss(ball: Ball, reviewer: string): void {
  const approvedFor = ball.approvals.get(reviewer);
  if (approvedFor) {
    ball.approvals.delete(reviewer);
    approvedFor.forEach(id => (seatOf(ball, id).waitedOn = true));
    if (ball.side === 'pastReview' && !isApproved(ball)) {
      ball.side = 'reviewers';
    }
    return;
  }
  const seats = [...ball.seats.values()];
  const withdrawn = seats.filter(seat => seat.blockedBy.delete(reviewer));
  for (const seat of withdrawn) {
    if (seat.blockedBy.size === 0) {
      seat.feedback = undefined;
    }
  }
  if (withdrawn.length > 0) {
    settle(ball);
  }
}

/**
 * The branch needs more approvals from now on, or fewer: the ball goes back to
 * the reviewers where those given are no longer enough, and on where they are
 * enough now.
 */
export function needApprovals(ball: Ball, needed: number): void {
  const wasApproved = isApproved(ball);
  ball.approvalsNeeded = needed;
  if (isApproved(ball) === wasApproved) {
    return;
  }
  if (!wasApproved) {
    ball.side = 'pastReview';
  } else if (ball.side === 'pastReview') {
    ball.side = 'reviewers';
  }
}

/** Moves the ball on where nothing keeps it: enough approvals, or no feedback left to answer. */
function settle(ball: Ball): void {
  if (isApproved(ball)) {
    ball.side = 'pastReview';
  } else if (ball.side === 'author' && !owesRework(ball)) {
    ball.side = 'reviewers';
  }
}
