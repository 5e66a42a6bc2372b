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

import { Actor, Requirement, Verdict } from '../events/FlowEvent';
import { authorsSide, lendHand } from './authorSide';
import { Ball, BY_REVIEW, isReviewer, Seat, seatOf } from './ball';
import { outdateChecks } from './checks';
import { fallBack, handBack, settle } from './passing';
import { isApproved, isEnough } from './requirements';
import { isUnknownPerson } from './unknownPerson';

/**
 * A push hands the ball back, whoever of people and agents it is by, but not by
 * somebody who was asked or has answered; a bot's only on its own change.
 * Where the source does not say who pushed, it was the author. A push that only
 * brings in the base passes no ball; either way what the checks say of the
 * commits before it no longer counts.
 */
export function push(
  ball: Ball,
  actor: Actor | undefined,
  isWork: boolean,
): void {
  outdateChecks(ball.checks, isWork);
  if (!isWork) {
    return;
  }
  lendHand(ball, actor);
  if (ball.side === 'author' && isOwnWork(ball, actor)) {
    handBack(ball);
  }
}

function isOwnWork(ball: Ball, actor: Actor | undefined): boolean {
  if (!actor || actor.id === ball.authorSide.author) {
    return true;
  }
  return (
    actor.kind !== 'bot' &&
    (authorsSide(ball).includes(actor.id) || !isReviewer(ball, actor.id))
  );
}

/** Out of draft is the first hand-back, and each time after a draft another. */
export function ready(ball: Ball): void {
  ball.draft = false;
  handBack(ball);
}

/**
 * The seats somebody sits on that are waited on: the person's own, and those of
 * teams the person belongs to.
 */
function waitedOnSeats(ball: Ball, actor: string): Seat[] {
  return [...ball.seats.values()].filter(
    seat =>
      seat.waitedOn && (seat.id === actor || ball.isMember(actor, seat.id)),
  );
}

/** Whether somebody is waited on, in person or as a member of a team. */
export function isWaitedOn(ball: Ball, actor: string): boolean {
  return waitedOnSeats(ball, actor).length > 0;
}

/**
 * The seats somebody answers for: every one that is waited on and that the
 * person sits on, for a team has answered whoever of it acts. Where there is
 * none, the seats of the person's last answer, else a new one of the person's.
 */
function answeringSeats(ball: Ball, actor: string): Seat[] {
  const seats = waitedOnSeats(ball, actor);
  const before = ball.actedFor.get(actor) ?? [actor];
  return seats.length > 0 ? seats : before.map(id => seatOf(ball, id));
}

/** What a reviewer says. */
export interface Answer {
  verdict: Verdict;
  /** False by somebody whose approval the branch does not take. */
  counts: boolean;
  /** The command by which it was said; absent in a review. */
  signal?: string;
}

/**
 * A human reviewer answers. Feedback passes the ball to the author's side; an
 * approval passes it on once there are enough, and otherwise leaves it with
 * those who have not answered. Once there are enough a comment passes no ball.
 */
export function answer(ball: Ball, actor: string, given: Answer): void {
  const wasEnough = isEnough(ball);
  const seats = answeringSeats(ball, actor);
  ball.actedFor.set(
    actor,
    seats.map(seat => seat.id),
  );
  if (given.counts) {
    ball.powerless.delete(actor);
  } else {
    ball.powerless.add(actor);
  }
  for (const seat of seats) {
    seat.waitedOn = false;
    seat.removed = false;
  }
  const approval = ball.approvals.get(actor);
  if (approval) {
    approval.aside = false;
  }
  if (given.verdict === 'approved') {
    approve(ball, seats, actor, given);
    settle(ball);
  } else if (given.verdict === 'changesRequested' || !wasEnough) {
    giveFeedback(ball, seats, actor, given);
  }
}

function approve(
  ball: Ball,
  seats: Seat[],
  actor: string,
  { counts, signal }: Answer,
): void {
  if (counts) {
    addApproval(ball, actor, signal, seats);
  }
  for (const other of ball.seats.values()) {
    other.blockedBy.delete(actor);
  }
  for (const seat of seats) {
    if (seat.blockedBy.size === 0) {
      seat.feedback = undefined;
    }
  }
}

/** An approval that counts, beside what its giver approved by before. */
export function addApproval(
  ball: Ball,
  person: string,
  signal: string | undefined,
  seats: Seat[] = [],
): void {
  const before = ball.approvals.get(person);
  ball.approvals.set(person, {
    seats: seats.map(seat => seat.id),
    signals: new Set(before?.signals).add(signal ?? BY_REVIEW),
    aside: false,
  });
}

function giveFeedback(
  ball: Ball,
  seats: Seat[],
  actor: string,
  { verdict, counts }: Answer,
): void {
  const isRequest = verdict === 'changesRequested';
  if (isRequest) {
    ball.approvals.delete(actor);
  }
  for (const seat of seats) {
    if (isRequest && counts) {
      seat.blockedBy.add(actor);
    }
    seat.feedback = isRequest
      ? 'changesRequested'
      : seat.feedback ?? 'commented';
  }
  ball.side = 'author';
}

/** An automation that was asked holds nothing. */
export function passOver(ball: Ball, automation: string): void {
  const seat = ball.seats.get(automation);
  if (seat) {
    seat.waitedOn = false;
  }
}

/**
 * A dismissed approval no longer counts and its reviewer is waited on again; a
 * dismissed request for changes no longer stands.
 */
export function dismiss(ball: Ball, reviewer: string): void {
  const approval = ball.approvals.get(reviewer);
  if (approval) {
    ball.approvals.delete(reviewer);
    waitAgain(ball, approval.seats);
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
 * What somebody approved by a command is taken back; what the person approved
 * by another one, or by a review, goes on standing.
 */
export function dismissSignal(
  ball: Ball,
  person: string,
  signal: string,
): void {
  const approval = ball.approvals.get(person);
  if (approval?.signals.delete(signal)) {
    if (approval.signals.size === 0) {
      ball.approvals.delete(person);
    }
    waitAgain(ball, approval.seats);
  }
}

/** Nobody can wait for somebody who is not known. */
function waitAgain(ball: Ball, seats: readonly string[]): void {
  for (const id of seats) {
    seatOf(ball, id).waitedOn = !isUnknownPerson(id);
  }
  fallBack(ball);
}

/**
 * What the branch asks for from now on: the ball goes back to the reviewers
 * where what was given is no longer enough, and on where it is enough now.
 */
export function askFor(ball: Ball, requirements: readonly Requirement[]): void {
  const wasApproved = isApproved(ball);
  ball.requirements = requirements;
  if (isApproved(ball) && !wasApproved) {
    ball.side = 'pastReview';
  }
  fallBack(ball);
}
