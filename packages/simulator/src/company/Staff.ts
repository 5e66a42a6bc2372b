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

import type { Duration, Instant } from 'chokepoint-flow';
import { REGIONS } from '../calendar/Region';
import {
  AROUND_THE_CLOCK,
  Calendar,
  WorkingCalendar,
} from '../calendar/WorkingCalendar';
import { DAY } from '../calendar/time';
import { Company, Habit, Person, Service, Team } from './Company';
import { Customs, USUAL_CUSTOMS } from './Customs';
import { LOOKS } from './people';

/**
 * Where a person works: one thing is made at a time, and what others wait for
 * is answered one by one.
 */
export class Desk {
  private makingUntil = 0;
  private answeringUntil = 0;

  constructor(
    readonly calendar: Calendar,
    private readonly habit: Habit,
    private readonly haste: number,
    private readonly customs: () => Customs = () => USUAL_CUSTOMS,
  ) {}

  /** When the person could begin to make something new. */
  freeFrom(now: Instant): Instant {
    return this.calendar.next(Math.max(now, this.makingUntil));
  }

  /** How long something takes in a hurry. */
  hasty(effort: Duration): Duration {
    return this.haste * effort;
  }

  /** Makes something; the instant at which it is done. */
  make(now: Instant, effort: Duration): Instant {
    const begin = this.freeFrom(now);
    this.makingUntil = this.calendar.after(begin, this.hasty(effort));
    return this.makingUntil;
  }

  /**
   * Answers when the pile before it is done. A high pile is skimmed, so that no
   * pile grows for ever, where that is customary.
   */
  answer(now: Instant, effort: Duration): Instant {
    const { skimming, habit = this.habit } = this.customs();
    const look =
      habit === 'prompt'
        ? this.calendar.next(now)
        : this.calendar.nextLook(now, LOOKS[habit]);
    const pile = skimming ? Math.max(0, this.answeringUntil - now) : 0;
    const pace = this.hasty(effort) / (1 + pile / (2 * DAY));
    const begin = Math.max(look, this.answeringUntil);
    this.answeringUntil = this.calendar.after(begin, pace);
    return this.answeringUntil;
  }
}

/** The people of a company at their desks. */
export class Staff {
  private readonly desks = new Map<Person, Desk>();
  private readonly teams: Map<string, Team>;

  /**
   * @param haste - factor of every effort: below 1 where more has to be done
   *   than the people could do at their usual pace
   */
  constructor(
    readonly company: Company,
    private readonly haste: number,
    private readonly customs: () => Customs = () => USUAL_CUSTOMS,
  ) {
    this.teams = new Map(company.teams.map(team => [team.name, team]));
  }

  deskOf(person: Person): Desk {
    let desk = this.desks.get(person);
    if (!desk) {
      const calendar =
        person.kind === 'human'
          ? new WorkingCalendar(
              REGIONS[person.region],
              person.shift,
              person.seed,
            )
          : AROUND_THE_CLOCK;
      desk = new Desk(calendar, person.habit, this.haste, this.customs);
      this.desks.set(person, desk);
    }
    return desk;
  }

  team(name: string): Team {
    const team = this.teams.get(name);
    if (!team) {
      throw new Error(`there is no team ${name}`);
    }
    return team;
  }

  /** The team that looks after a service; a neighbour's where nobody owns it. */
  keepersOf(service: Service): Team {
    return this.team(service.owner ?? this.company.teams[0].name);
  }

  /** Those of a team who write changes. */
  developersOf(team: Team): Person[] {
    return team.members.filter(
      ({ role }) => role === 'developer' || role === 'lead',
    );
  }

  /**
   * Those of a team who answer when the team is asked about a change. Where only
   * the lead does, somebody else does for the lead's own.
   */
  reviewersOf(team: Team, author?: Person): Person[] {
    const developers = this.developersOf(team);
    const isGateway = team.name === this.company.gateway?.team;
    const able = (isGateway ? developers.slice(0, 3) : developers).filter(
      person => person !== author,
    );
    return this.customs().reviewers === 'lead' ? able.slice(0, 1) : able;
  }

  oneOf(team: Team, role: Person['role']): Person {
    return team.members.find(member => member.role === role) ?? team.members[0];
  }

  personNamed(name: string): Person | undefined {
    return this.company.people.find(person => person.name === name);
  }
}
