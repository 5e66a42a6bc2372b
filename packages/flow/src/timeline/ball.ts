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

import { ActorKind, Requirement } from '../events/FlowEvent';
import { Automations } from './automations';
import { Checks, newChecks } from './checks';
import { RoundRobin } from './roundRobin';

/** Whether an actor belongs to a team. */
export type Membership = (actorId: string, teamId: string) => boolean;

/** What is known of who carries a change. */
export interface AuthorSide {
  readonly author: string | undefined;
  readonly kind: ActorKind;
  /** Whom it was assigned to; empty: its author. */
  assigned: readonly string[];
  /** The person an agent acts for. */
  onBehalfOf?: string;
  /** People who asked for its reviews or pushed to it, in order. */
  readonly hands: Set<string>;
}

/**
 * A seat at the review: a person or a team that was asked, or a person who
 * answered without being asked.
 */
export interface Seat {
  /** Actor or team id. */
  id: string;
  /** It was asked, and the request was not removed. */
  asked: boolean;
  /** The ball is on this seat whenever it is with the reviewers. */
  waitedOn: boolean;
  /** Answered with feedback the author has not handed back yet. */
  feedback?: 'changesRequested' | 'commented';
  /** Its request was removed, and it was not asked again. */
  removed: boolean;
  /** People whose `changesRequested` stands. */
  blockedBy: Set<string>;
  /** The team in whose place the person was asked. */
  actsFor?: string;
}

/** By what an approval was given that no command gave. */
export const BY_REVIEW = '';

/** An approval that stands. */
export interface Approval {
  /** The seats for which it was given. */
  seats: string[];
  /** The commands it was given by, and {@link BY_REVIEW}. */
  signals: Set<string>;
  /** Its giver was asked again: it does not count until the answer. */
  aside: boolean;
}

/**
 * With whom the ball is while the change is open and out of draft: the author's
 * side (rework), the reviewers (review), or past them (merge).
 */
export type Side = 'author' | 'reviewers' | 'pastReview';

/**
 * Whose turn it is, as far as the forge tells: everything the review of a
 * change needs to remember between two events.
 */
export interface Ball {
  readonly authorSide: AuthorSide;
  readonly automations: Automations;
  readonly isMember: Membership;
  readonly checks: Checks;
  readonly roundRobin: RoundRobin;
  requirements: readonly Requirement[];
  side: Side;
  draft: boolean;
  queued: boolean;
  seats: Map<string, Seat>;
  /** Person → the approval that stands. */
  approvals: Map<string, Approval>;
  /** Person → seats the person answered for. */
  actedFor: Map<string, string[]>;
  /** People whose approval the branch does not take. */
  powerless: Set<string>;
}

/** The ball before anything happened to the change. */
export function newBall(
  author: { id: string | undefined; kind: ActorKind; onBehalfOf?: string },
  approvalsNeeded: number,
  automations: Automations,
  isMember: Membership,
): Ball {
  return {
    authorSide: {
      author: author.id,
      kind: author.kind,
      onBehalfOf: author.onBehalfOf,
      assigned: [],
      hands: new Set(),
    },
    automations,
    isMember,
    checks: newChecks(),
    roundRobin: new RoundRobin(),
    requirements: [{ count: approvalsNeeded }],
    side: 'reviewers',
    draft: false,
    queued: false,
    seats: new Map(),
    approvals: new Map(),
    actedFor: new Map(),
    powerless: new Set(),
  };
}

/** The seat of an actor or team, taken when it was not there. */
export function seatOf(ball: Ball, id: string): Seat {
  let seat = ball.seats.get(id);
  if (!seat) {
    seat = {
      id,
      asked: false,
      waitedOn: false,
      removed: false,
      blockedBy: new Set(),
    };
    ball.seats.set(id, seat);
  }
  return seat;
}

/**
 * Whether somebody is a reviewer: was asked for the review in person, or
 * answered it. What a team is asked makes no reviewer of each of its members.
 */
export function isReviewer(ball: Ball, actorId: string): boolean {
  return (
    ball.actedFor.has(actorId) || (ball.seats.get(actorId)?.asked ?? false)
  );
}

/** Whether the author's side still owes an answer to somebody's feedback. */
export function owesRework(ball: Ball): boolean {
  for (const seat of ball.seats.values()) {
    if (seat.feedback) {
      return true;
    }
  }
  return false;
}
