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

import type { Party, Verdict } from 'chokepoint-flow';
import { isOutsider, Person, Team } from '../company/Company';

/** A reviewer: a person, or a team of which anybody may answer. */
export type Reviewer =
  | { kind: 'person'; person: Person }
  | { kind: 'team'; team: Team };

/** A reviewer's place at the table. */
export interface Seat {
  id: string;
  party: Party;
  reviewer: Reviewer;
  /** Was asked; else somebody who sat down unasked. */
  asked: boolean;
  /** The author waits for an answer. */
  waitedOn: boolean;
  /** What was said, while the author has not reacted to it. */
  feedback?: Exclude<Verdict, 'approved'>;
  /** Those who sit here and object to the change as it is. */
  objectors: Set<Person>;
  /** Who of a team answered, and will again. */
  sitter?: Person;
  /** The review is on somebody's desk. */
  onDesk: boolean;
}

/** Who was asked to review a change, and what they said. */
export class ReviewTable {
  readonly seats = new Map<string, Seat>();
  private readonly approvers = new Map<string, Person>();
  private readonly speakers = new Set<Person>();
  /** The seats from which each person approved last. */
  private readonly approvedFrom = new Map<Person, Seat[]>();

  ask(reviewer: Reviewer): Seat {
    const seat = this.seatFor(reviewer);
    seat.asked = true;
    seat.waitedOn = true;
    return seat;
  }

  unask(id: string): void {
    this.seats.delete(id);
  }

  /**
   * Somebody says what they think; the seats they sit on have answered. Who
   * speaks from a seat that is waited on says it from that one alone.
   *
   * @param isIdle - what is said asks nothing of the author
   */
  answer(person: Person, verdict: Verdict, isIdle = false): void {
    this.speakers.add(person);
    const seats = this.seatsOf(person);
    const speaking = seatsSpokenFrom(seats);
    for (const seat of seats) {
      seat.waitedOn = false;
      seat.sitter = person;
      if (!isIdle && (verdict === 'approved' || speaking.includes(seat))) {
        this.note(seat, person, verdict);
      }
    }
    if (verdict === 'approved') {
      this.approvers.set(person.forgeId, person);
      this.approvedFrom.set(person, speaking);
      this.seats.forEach(seat => seat.objectors.delete(person));
    } else if (verdict === 'changesRequested') {
      this.approvers.delete(person.forgeId);
    }
  }

  /** An automation that was asked has answered; that is all it does. */
  answerAutomatically(automation: Person): void {
    const seat = this.seats.get(automation.forgeId);
    if (seat) {
      seat.waitedOn = false;
    }
  }

  /** Those who gave feedback are waited on again. */
  handBack(): void {
    for (const seat of this.seats.values()) {
      if (seat.feedback) {
        seat.feedback = undefined;
        seat.waitedOn = true;
      }
    }
  }

  /** Takes back every approval; whoever gave one is waited on again. */
  dismissApprovals(): Person[] {
    const dismissed = [...this.approvers.values()];
    this.approvers.clear();
    for (const person of dismissed) {
      for (const seat of this.approvedFrom.get(person) ?? []) {
        seat.waitedOn = true;
      }
    }
    return dismissed;
  }

  /** Takes back what somebody objected. */
  dismissObjection(person: Person): void {
    for (const seat of this.seats.values()) {
      if (seat.objectors.delete(person) && seat.objectors.size === 0) {
        seat.feedback = undefined;
      }
    }
  }

  /** Those asked; when all have answered, those who still object. */
  get waitedOn(): Seat[] {
    const seats = [...this.seats.values()];
    const asked = seats.filter(seat => seat.waitedOn);
    return asked.length > 0
      ? asked
      : seats.filter(seat => seat.objectors.size > 0);
  }

  /**
   * Whom the review waits for: those who object and, while approvals are
   * missing, the people and teams that were asked.
   */
  holders(isEnough: boolean): Seat[] {
    return [...this.seats.values()].filter(
      seat =>
        seat.objectors.size > 0 ||
        (!isEnough && seat.waitedOn && !isAutomatic(seat)),
    );
  }

  /** What the author has to react to: the gravest of what was said. */
  get feedback(): Seat['feedback'] {
    const said = [...this.seats.values()].flatMap(seat => seat.feedback ?? []);
    return said.includes('changesRequested') ? 'changesRequested' : said[0];
  }

  get objectors(): Person[] {
    return [...this.seats.values()].flatMap(seat => [...seat.objectors]);
  }

  get approvals(): number {
    return this.approvers.size;
  }

  get isObjectedTo(): boolean {
    return this.objectors.length > 0;
  }

  hasAnswered(person: Person): boolean {
    return (
      this.approvers.has(person.forgeId) || this.objectors.includes(person)
    );
  }

  /** Whether the person has a seat of their own, or has answered for a team. */
  hasBeenAsked(person: Person): boolean {
    return this.seats.has(person.forgeId) || this.hasAnswered(person);
  }

  /** Whether the person was asked in person, or has answered. */
  isReviewer(person: Person): boolean {
    return (
      this.speakers.has(person) ||
      (this.seats.get(person.forgeId)?.asked ?? false)
    );
  }

  isAtTable(person: Person): boolean {
    return [...this.seats.values()].some(seat => sitsOn(person, seat));
  }

  private seatFor(reviewer: Reviewer): Seat {
    const { forgeId: id, party } =
      reviewer.kind === 'person' ? reviewer.person : reviewer.team;
    const known = this.seats.get(id);
    if (known) {
      return known;
    }
    const seat: Seat = {
      id,
      party,
      reviewer,
      asked: false,
      waitedOn: false,
      objectors: new Set(),
      onDesk: false,
    };
    this.seats.set(id, seat);
    return seat;
  }

  private note(seat: Seat, person: Person, verdict: Verdict): void {
    if (verdict === 'approved') {
      seat.objectors.delete(person);
      if (seat.objectors.size === 0) {
        seat.feedback = undefined;
      }
    } else if (verdict === 'changesRequested') {
      seat.feedback = verdict;
      seat.objectors.add(person);
    } else {
      seat.feedback ??= verdict;
    }
  }

  /** The seats a person speaks for; one of their own when there is none. */
  private seatsOf(person: Person): Seat[] {
    const seats = [...this.seats.values()];
    const own = seats.filter(
      seat => sitsOn(person, seat) && (seat.waitedOn || seat.sitter === person),
    );
    if (own.length > 0) {
      return own;
    }
    return [this.seatFor({ kind: 'person', person })];
  }
}

/** Nobody waits for an automation. */
function isAutomatic({ reviewer }: Seat): boolean {
  return reviewer.kind === 'person' && reviewer.person.kind !== 'human';
}

/** Whether a person may speak for a seat. */
export function sitsOn(person: Person, { reviewer }: Seat): boolean {
  return reviewer.kind === 'person'
    ? reviewer.person === person
    : !isOutsider(person) && person.teams.includes(reviewer.team.name);
}

/** Those that are waited on, else those that were asked, else all. */
function seatsSpokenFrom(seats: Seat[]): Seat[] {
  const waitedOn = seats.filter(seat => seat.waitedOn);
  const asked = seats.filter(seat => seat.asked);
  return [waitedOn, asked, seats].find(some => some.length > 0) ?? [];
}
