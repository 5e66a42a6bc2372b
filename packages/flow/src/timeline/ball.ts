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

/**
 * A seat at the review: a person or a team that was asked, or a person who
 * answered without being asked.
 */
export interface Seat {
  /** Actor or team id. */
  id: string;
  /** The ball is on this seat whenever it is with the reviewers. */
  waitedOn: boolean;
  /** Answered with feedback the author has not handed back yet. */
  feedback?: 'changesRequested' | 'commented';
  /** Its request was removed, and it was not asked again. */
  removed: boolean;
  /** People whose `changesRequested` stands. */
  blockedBy: Set<string>;
}

/**
 * With whom the ball is while the change is open and out of draft: the author
 * (rework), the reviewers (review), or past them (merge).
 */
export type Side = 'author' | 'reviewers' | 'pastReview';

/**
 * Whose turn it is, as far as the forge tells: everything the review of a
 * change needs to remember between two events.
 */
export interface Ball {
  readonly author: string | undefined;
  approvalsNeeded: number;
  side: Side;
  draft: boolean;
  queued: boolean;
  checksRunning: number;
  seats: Map<string, Seat>;
  /** Person → the seats for which the approval that stands was given. */
  approvals: Map<string, string[]>;
  /** Person → seats the person answered for. */
  actedFor: Map<string, string[]>;
}

/** The ball before anything happened to the change. */
export function newBall(
  author: string | undefined,
  approvalsNeeded: number,
): Ball {
  return {
    author,
    approvalsNeeded,
    side: 'reviewers',
    draft: false,
    queued: false,
    checksRunning: 0,
    seats: new Map(),
    approvals: new Map(),
    actedFor: new Map(),
  };
}

/** The seat of an actor or team, taken when it was not there. */
export function seatOf(ball: Ball, id: string): Seat {
  let seat = ball.seats.get(id);
  if (!seat) {
    seat = { id, waitedOn: false, removed: false, blockedBy: new Set() };
    ball.seats.set(id, seat);
  }
  return seat;
}

/** Enough approvals, and no `changesRequested` stands. */
export function isApproved(ball: Ball): boolean {
  if (ball.approvals.size < ball.approvalsNeeded) {
    return false;
  }
  for (const seat of ball.seats.values()) {
    if (seat.blockedBy.size > 0) {
      return false;
    }
  }
  return true;
}

/**
 * The seats that hold the ball while it is with the reviewers: those asked and
 * not yet answered and, after a hand-back, those that had answered with
 * feedback. Where nobody of them is left but a request for changes stands, the
 * seat it came from.
 */
export function waitedOn(ball: Ball): Seat[] {
  const seats = [...ball.seats.values()];
  const asked = seats.filter(seat => seat.waitedOn);
  return asked.length > 0
    ? asked
    : seats.filter(seat => seat.blockedBy.size > 0 && !seat.removed);
}

/** Whether the author still owes an answer to somebody's feedback. */
export function owesRework(ball: Ball): boolean {
  for (const seat of ball.seats.values()) {
    if (seat.feedback) {
      return true;
    }
  }
  return false;
}
