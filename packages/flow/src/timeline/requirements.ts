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

import { Requirement } from '../events/FlowEvent';
import { Approval, Ball, Seat } from './ball';

/**
 * What a branch asks for, from a description: `requirements`, else
 * `approvalsNeeded: n`, which is short for one requirement of n approvals.
 */
export function requirementsOf(description: {
  requirements?: readonly Requirement[];
  approvalsNeeded?: number;
}): readonly Requirement[] | undefined {
  const { requirements, approvalsNeeded } = description;
  return (
    requirements ??
    (approvalsNeeded === undefined ? undefined : [{ count: approvalsNeeded }])
  );
}

/** Whether somebody is one of those a requirement is about. */
function isOf(ball: Ball, id: string, from: readonly string[]): boolean {
  return from.some(
    one =>
      one === id ||
      ball.isMember(id, one) ||
      ball.seats.get(id)?.actsFor === one,
  );
}

/** Whether an approval fits a requirement. */
function fits(
  ball: Ball,
  person: string,
  approval: Approval,
  { from, signal }: Requirement,
): boolean {
  return (
    !approval.aside &&
    (signal === undefined || approval.signals.has(signal.toLowerCase())) &&
    (from === undefined || isOf(ball, person, from))
  );
}

/** Who has given an approval that fits a requirement. */
function givers(ball: Ball, requirement: Requirement): string[] {
  const fitting: string[] = [];
  for (const [person, approval] of ball.approvals) {
    if (fits(ball, person, approval, requirement)) {
      fitting.push(person);
    }
  }
  return fitting;
}

/**
 * The requirements that are not met, in their order. An approval meets every
 * requirement it fits; those that ask for different people (`distinct`) share
 * the approvals out, each to one of them, as well as can be. Of several ways to
 * do that none is preferred: whatever one of them leaves open is not met.
 */
export function unmetRequirements(ball: Ball): Requirement[] {
  return ball.requirements.filter((_, i) => !isMet(ball, i));
}

/** Whether one of the requirements, by its index, is met. */
export function isMet(ball: Ball, index: number): boolean {
  const requirement = ball.requirements[index];
  if (!requirement.distinct) {
    return givers(ball, requirement).length >= requirement.count;
  }
  if (requirement.count === 0) {
    return true;
  }
  const distinct = ball.requirements.filter(one => one.distinct);
  const all = assigned(ball, distinct);
  const withOneLess = distinct.map(one =>
    one === requirement ? { ...one, count: one.count - 1 } : one,
  );
  return assigned(ball, withOneLess) < all;
}

/** Every requirement of the branch is met. */
export function isEnough(ball: Ball): boolean {
  return ball.requirements.every((_, i) => isMet(ball, i));
}

/** Enough approvals, and no `changesRequested` stands. */
export function isApproved(ball: Ball): boolean {
  for (const seat of ball.seats.values()) {
    if (seat.blockedBy.size > 0) {
      return false;
    }
  }
  return isEnough(ball);
}

/**
 * How many places of these requirements can be filled with different people:
 * the size of a maximum matching, found by augmenting paths.
 */
function assigned(ball: Ball, requirements: readonly Requirement[]): number {
  const candidates = requirements.map(one => givers(ball, one));
  const placeOf = new Map<string, number>();
  const free = requirements.map(one => one.count);
  const place = (requirement: number, tried: Set<string>): boolean => {
    for (const person of candidates[requirement]) {
      if (!tried.has(person)) {
        tried.add(person);
        const taken = placeOf.get(person);
        if (taken === undefined || place(taken, tried)) {
          placeOf.set(person, requirement);
          return true;
        }
      }
    }
    return false;
  };
  requirements.forEach((_, i) => {
    while (free[i] > 0 && place(i, new Set())) {
      free[i] -= 1;
    }
  });
  return placeOf.size;
}

/** Whether somebody who is asked could meet a requirement. */
function couldMeet(ball: Ball, id: string, { from }: Requirement): boolean {
  return (
    !ball.powerless.has(id) &&
    (from === undefined ||
      isOf(ball, id, from) ||
      from.some(one => ball.isMember(one, id)))
  );
}

/**
 * Whom a review waits for: those whose `changesRequested` stands and, of each
 * requirement not yet met, the ones asked who could meet it, else whom it is
 * about. Empty where that is nobody in particular.
 */
export function reviewHolders(ball: Ball): string[] {
  const seats = [...ball.seats.values()];
  const holders = new Set(seats.filter(isStanding).map(seat => seat.id));
  const asked = seats.filter(
    seat => seat.waitedOn && !ball.automations.isAutomation(seat.id),
  );
  for (const requirement of unmetRequirements(ball)) {
    const able = asked.filter(seat => couldMeet(ball, seat.id, requirement));
    const missing =
      able.length > 0 ? able.map(seat => seat.id) : requirement.from ?? [];
    missing.forEach(id => holders.add(id));
  }
  return [...holders];
}

function isStanding(seat: Seat): boolean {
  return seat.blockedBy.size > 0 && !seat.removed;
}
