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

import type { Verdict } from 'chokepoint-flow';
import { HOUR, MINUTE } from '../calendar/time';
import { isOutsider, Person } from '../company/Company';
import { Staff } from '../company/Staff';
import { actorOf } from '../world/Ball';
import { Change } from '../world/Change';
import { Seat } from '../world/ReviewTable';
import { World } from '../world/World';
import { Inviting } from './Inviting';

/** People who are asked to review, and some who do it unasked. */
export class Reviewing {
  constructor(
    private readonly world: World,
    private readonly staff: Staff,
    private readonly inviting: Inviting,
  ) {}

  /** Puts the change on the desks of those who are waited on. */
  attend(change: Change): void {
    const { stage } = change.where;
    if (stage !== 'review' && stage !== 'rework') {
      return;
    }
    for (const seat of change.table.waitedOn) {
      if (!seat.onDesk) {
        this.receive(change, seat);
      }
    }
  }

  /** Somebody looks at a change without being asked. */
  volunteer(change: Change): void {
    const { world } = this;
    if (!world.dice.chance(0.08)) {
      return;
    }
    const team = this.staff.keepersOf(change.draft.services[0]);
    const person = world.dice.pick(this.staff.developersOf(team));
    const { calendar } = this.staff.deskOf(person);
    const moment = calendar.next(world.now + world.dice.lasting(6 * HOUR, 1));
    world.at(moment, () => {
      if (change.phase === 'open' && person !== change.author) {
        this.speakUp(change, person);
      }
    });
  }

  private speakUp(change: Change, person: Person): void {
    if (this.world.dice.chance(0.4) && !change.table.isAtTable(person)) {
      change.say({
        type: 'change.commented',
        subject: change.key,
        // Some accounts are gone by the time somebody looks.
        ...(this.world.dice.chance(0.9) && { actor: actorOf(person) }),
      });
      return;
    }
    const { stage } = change.where;
    const isSettled = stage === 'merge' || stage === 'verification';
    if (!change.isDraft && !isSettled && !change.table.hasAnswered(person)) {
      change.answer(person, this.verdictOn(change));
    }
  }

  private receive(change: Change, seat: Seat): void {
    const { world } = this;
    const person = this.whoSits(change, seat);
    if (person.role === 'lead' && world.customs.leadsAway) {
      return;
    }
    seat.onDesk = true;
    const effort = this.effortFor(change, seat);
    const done = change.draft.isUrgent
      ? world.now + world.dice.lasting(9 * MINUTE, 0.6)
      : this.staff.deskOf(person).answer(world.now, effort);
    world.at(done, () => {
      seat.onDesk = false;
      if (change.table.seats.get(seat.id) === seat) {
        this.review(change, seat, person);
      }
    });
  }

  private whoSits(change: Change, seat: Seat): Person {
    if (seat.reviewer.kind === 'person') {
      return seat.reviewer.person;
    }
    const { sitter, reviewer } = seat;
    if (sitter) {
      return sitter;
    }
    const able = this.staff
      .reviewersOf(reviewer.team, change.author)
      .filter(person => !isOutsider(person));
    return this.isGateway(seat)
      ? this.world.dice.weighted(able, person => 0.2 ** able.indexOf(person))
      : this.world.dice.pick(able);
  }

  private isGateway({ reviewer }: Seat): boolean {
    const { gateway } = this.staff.company;
    return reviewer.kind === 'team' && reviewer.team.name === gateway?.team;
  }

  private effortFor(change: Change, seat: Seat): number {
    const { additions, deletions } = change.draft;
    const size = Math.min(3, 0.5 + (additions + deletions) / 400);
    const again = seat.sitter ? 0.4 : 1;
    const care = this.isGateway(seat) ? 5 : 1;
    const { dice, customs } = this.world;
    const usual = dice.lasting(25 * MINUTE, 0.5);
    return usual * size * again * care * customs.care;
  }

  private review(change: Change, seat: Seat, person: Person): void {
    if (change.phase !== 'open' || change.isQueued || change.trial) {
      this.remarkLate(change, person);
      return;
    }
    if (!seat.waitedOn) {
      return;
    }
    if (change.isDraft) {
      this.lookAtDraft(change, person);
      return;
    }
    const { stage } = change.where;
    const dice = this.world.dice;
    const isSettled = stage === 'merge' || stage === 'verification';
    if (isSettled && dice.chance(0.7)) {
      return;
    }
    if (stage === 'rework' && dice.chance(0.5)) {
      return;
    }
    const verdict = this.verdictOn(change);
    if (person.kind !== 'human') {
      change.answerAutomatically(person, verdict);
      return;
    }
    const plainly = verdict === 'commented' && seat.asked && dice.chance(0.4);
    change.answer(person, verdict, plainly);
    if (verdict !== 'approved') {
      this.inviting.suggest(change, person);
    }
  }

  private lookAtDraft(change: Change, person: Person): void {
    if (person.kind === 'human' && this.world.dice.chance(0.3)) {
      change.answer(person, 'commented', this.world.dice.chance(0.4));
    }
  }

  private verdictOn(change: Change): Verdict {
    const rounds = [...change.table.seats.values()].filter(
      seat => seat.sitter,
    ).length;
    const { dice, customs } = this.world;
    const approving = change.draft.isUrgent ? 0.95 : 0.58 + 0.12 * rounds;
    return dice.weighted<Verdict>(
      ['approved', 'changesRequested', 'commented'],
      verdict =>
        ({
          approved: approving / (1 - Math.min(0.95, approving)),
          changesRequested: 0.45 * customs.discontent,
          commented: 0.55 * customs.discontent,
        }[verdict]),
    );
  }

  private remarkLate(change: Change, person: Person): void {
    const { dice } = this.world;
    if (change.phase !== 'merged' || person.kind !== 'human') {
      return;
    }
    const remark = { subject: change.key, actor: actorOf(person) };
    if (dice.chance(0.2)) {
      change.say({ ...remark, type: 'change.commented' });
    } else if (dice.chance(0.2)) {
      const data = { verdict: this.verdictOn(change) };
      change.say({ ...remark, type: 'change.reviewed', data });
    }
  }
}
