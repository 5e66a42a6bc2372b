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

import { HOUR, MINUTE } from '../calendar/time';
import { Person, RepositorySite, Team } from '../company/Company';
import { REVIEW_AGENT } from '../company/automations';
import { Staff } from '../company/Staff';
import { Change } from '../world/Change';
import { Reviewer, Seat } from '../world/ReviewTable';
import { World } from '../world/World';

/** Whom authors ask for a review, and when they ask somebody else. */
export class Inviting {
  constructor(private readonly world: World, private readonly staff: Staff) {}

  /** Asks those who usually review changes here. */
  invite(change: Change, site: RepositorySite): void {
    const owners = site.rules.codeOwners
      .map(name => this.staff.team(name))
      .filter(team => !isTeamAtTable(change, team));
    const reviewers: Reviewer[] = owners.map(team => ({ kind: 'team', team }));
    const isEnough =
      owners.length >= change.draft.approvalsNeeded &&
      this.world.dice.chance(0.75);
    if (!isEnough) {
      reviewers.push(...this.colleagues(change, site));
    }
    if (reviewers.length > 0) {
      if (this.world.dice.chance(0.05)) {
        reviewers.push({ kind: 'person', person: REVIEW_AGENT });
      }
      const isOnOwnList = this.world.dice.chance(0.01);
      const listed = isOnOwnList ? [change.author.forgeId] : [];
      change.ask(reviewers, this.whoAsks(change), listed);
    }
  }

  /** Nobody is asked: sooner or later the author sees it. */
  notice(change: Change, site: RepositorySite): void {
    const { world } = this;
    const desk = this.staff.deskOf(this.whoAsks(change));
    const delay = change.draft.services[0].owner
      ? world.dice.lasting(3 * HOUR, 0.9)
      : world.dice.lasting(16 * HOUR, 0.9);
    world.whileItLies(change, desk.calendar.after(world.now, delay), () =>
      this.invite(change, site),
    );
  }

  /** Asks those again who gave feedback. */
  askAgain(change: Change): void {
    const seats = [...change.table.seats.values()].filter(
      seat => seat.feedback || (seat.waitedOn && seat.sitter),
    );
    if (seats.length > 0) {
      change.ask(
        seats.map(seat => seat.reviewer),
        this.whoAsks(change),
      );
    } else {
      change.reply();
    }
  }

  /** A reviewer thinks that somebody else should look, too. */
  suggest(change: Change, by: Person): void {
    const { world } = this;
    const team = this.staff.keepersOf(change.draft.services[0]);
    const other = world.dice.pick(this.staff.reviewersOf(team));
    const { calendar } = this.staff.deskOf(by);
    const isNew = () =>
      other !== by &&
      other !== change.author &&
      !change.table.hasBeenAsked(other);
    if (world.dice.chance(0.12)) {
      world.whileItLies(change, calendar.after(world.now, 9 * MINUTE), () => {
        if (isNew()) {
          change.ask([{ kind: 'person', person: other }], by);
        }
      });
    }
  }

  /** The answer takes too long: somebody else is asked, or somebody more. */
  replace(change: Change, site: RepositorySite): void {
    const asked = change.table.waitedOn.filter(isAskedPerson);
    const others = this.colleagues(change, site).slice(0, 1);
    if (others.length > 0) {
      change.ask(others, this.whoAsks(change));
    }
    if (asked.length > 0 && this.world.dice.chance(0.6)) {
      change.unask(asked[0], this.whoAsks(change));
    }
  }

  private colleagues(change: Change, site: RepositorySite): Reviewer[] {
    const { dice } = this.world;
    const { services, approvalsNeeded, author } = change.draft;
    const team = this.staff.keepersOf(services[0]);
    if (!isTeamAtTable(change, team) && dice.chance(0.25)) {
      return [{ kind: 'team', team }];
    }
    const able = this.staff
      .reviewersOf(team, author)
      .filter(person => !change.table.hasBeenAsked(person));
    const count = Math.max(
      approvalsNeeded - site.rules.codeOwners.length,
      dice.chance(0.3) ? 2 : 1,
    );
    const people = change.draft.isUrgent
      ? promptest(able, count)
      : dice.some(able, count);
    return people.map(person => ({ kind: 'person', person }));
  }

  /** Automations do not ask; whoever leads the team does it for them. */
  private whoAsks(change: Change): Person {
    const { author, services } = change.draft;
    return author.kind === 'human'
      ? author
      : this.staff.oneOf(this.staff.keepersOf(services[0]), 'lead');
  }
}

/** Those who answer first. */
function promptest(people: Person[], count: number): Person[] {
  const isPrompt = (person: Person) => Number(person.habit === 'prompt');
  return [...people].sort((a, b) => isPrompt(b) - isPrompt(a)).slice(0, count);
}

function isAskedPerson(seat: Seat): boolean {
  return seat.reviewer.kind === 'person' && seat.asked && !seat.sitter;
}

function isTeamAtTable(change: Change, team: Team): boolean {
  return change.table.seats.has(team.forgeId);
}
