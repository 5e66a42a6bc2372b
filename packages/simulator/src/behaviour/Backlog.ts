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

import type { Duration } from 'chokepoint-flow';
import { HOUR, MINUTE } from '../calendar/time';
import { Person, Service, Team } from '../company/Company';
import { Staff } from '../company/Staff';
import { WorkItem } from '../world/WorkItem';
import { World } from '../world/World';
import { Building } from './Building';
import { Subject, thinkOf } from './Intending';

/** Share of the work items that are served by two changes, one after the other. */
export const TWINS = 0.08;

/** Work items, from being written down to being picked up. */
export class Backlog {
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly world: World,
    private readonly staff: Staff,
    private readonly building: Building,
  ) {}

  /** A work item is written down, and decided on some days later. */
  intend(services: Service[]): void {
    const { world } = this;
    const { dice, customs } = world;
    const [service] = services;
    const team = this.staff.keepersOf(service);
    const product = this.staff.oneOf(team, 'product');
    const { calendar } = this.staff.deskOf(product);
    const subject = thinkOf(services, dice);
    world.at(calendar.next(world.now), () => {
      const item = this.writeDown(subject, service, product);
      const questions = dice.chance(customs.unclear)
        ? this.ask(item, team, product)
        : 0;
      const thought = questions + dice.lasting(10 * HOUR, 1);
      const decided = calendar.after(world.now, thought);
      world.at(decided, () => this.decide(item, subject, services, product));
    });
  }

  /** Writes an intent down. */
  writeDown(
    subject: Pick<Subject, 'title' | 'labels'>,
    service: Service,
    author: Person,
  ): WorkItem {
    const team = this.staff.keepersOf(service);
    const number = (this.numbers.get(team.project) ?? 0) + 1;
    this.numbers.set(team.project, number);
    const item = new WorkItem(this.world, {
      key: `${this.world.company.slug}.atlassian.net/browse/${team.project}-${number}`,
      title: subject.title,
      labels: subject.labels,
      author,
      owner: service.ownerParty,
    });
    item.create();
    return item;
  }

  /** Somebody begins to work on it, and builds it. */
  pickUp(
    item: WorkItem,
    subject: Subject,
    services: Service[],
    author: Person,
  ): void {
    const { dice } = this.world;
    const hasTwin = author.kind === 'human' && dice.chance(TWINS);
    const partner = hasTwin ? undefined : this.secondItem(item, services);
    const isStartTold = dice.chance(0.85);
    if (isStartTold) {
      item.start(author);
    }
    item.assign([author], author);
    if (isStartTold) {
      item.moveTo('In progress', 'doing', author);
    }
    const items = partner ? [item, partner] : [item];
    const job = { author, services, items, subject, hasTwin };
    this.building.build(
      job,
      hasTwin
        ? () => this.building.build({ ...job, subject: again(subject) })
        : undefined,
    );
  }

  /** The one of three who is free first, of the team that owns it or of another. */
  whoBuilds(service: Service): Person {
    const { dice, company, now } = this.world;
    const team = dice.chance(service.visitors)
      ? dice.pick(company.teams)
      : this.staff.keepersOf(service);
    const freeFrom = (person: Person) =>
      this.staff.deskOf(person).freeFrom(now);
    return dice
      .some(this.staff.developersOf(team), 3)
      .reduce((first, other) =>
        freeFrom(other) < freeFrom(first) ? other : first,
      );
  }

  /** Something is unclear; how long it takes until it is answered. */
  private ask(item: WorkItem, team: Team, product: Person): Duration {
    const { world } = this;
    const { dice, customs } = world;
    const asker = this.staff.oneOf(team, 'lead');
    const { calendar } = this.staff.deskOf(product);
    let answered = 0;
    for (let question = 0; question < customs.questions; question++) {
      const asked = answered + dice.lasting(2 * HOUR, 0.6);
      answered = asked + dice.lasting(5 * HOUR, 0.9);
      world.at(calendar.after(world.now, asked), () =>
        item.askQuestion(asker, product),
      );
      world.at(calendar.after(world.now, answered) + MINUTE, () =>
        item.answerQuestion(product),
      );
    }
    return dice.chance(0.7) ? answered + HOUR : 0;
  }

  private decide(
    item: WorkItem,
    subject: Subject,
    services: Service[],
    product: Person,
  ): void {
    const { world } = this;
    const { dice } = world;
    const developer = this.whoBuilds(services[0]);
    if (dice.chance(0.04)) {
      this.beginEarly(item, subject, services, developer, product);
      return;
    }
    item.decide(product);
    this.mayReconsider(item, product);
    if (dice.chance(0.15)) {
      item.assign([product, developer], product);
    }
    const team = this.staff.keepersOf(services[0]);
    if (dice.chance(0.35)) {
      const lead = this.staff.oneOf(team, 'lead');
      const { calendar } = this.staff.deskOf(lead);
      world.at(calendar.after(world.now, dice.lasting(3 * HOUR, 0.8)), () =>
        item.assign(dice.chance(0.15) ? [] : [lead], lead),
      );
    }
    const desk = this.staff.deskOf(developer);
    const free = desk.freeFrom(
      world.now + dice.lasting(world.customs.lying, 1),
    );
    world.at(free, () => this.pickUp(item, subject, services, developer));
  }

  /** Now and then a decision is taken back, or the intent is described anew. */
  private mayReconsider(item: WorkItem, product: Person): void {
    const { world } = this;
    const { rareDice } = world;
    const soon = (delay: Duration, act: () => void) =>
      world.at(world.now + rareDice.lasting(delay, 0.7), () => {
        if (item.startedAt === undefined && !item.isGivenUp) {
          act();
        }
      });
    if (rareDice.chance(0.04)) {
      soon(4 * HOUR, () => {
        item.undecide(product);
        soon(12 * HOUR, () => item.decide(product));
      });
    }
    if (rareDice.chance(0.08)) {
      const { title } = item.intent;
      soon(2 * HOUR, () => item.retitle(`${title}, step one`, product));
    }
  }

  /** Work begins before anybody decided that it should. */
  private beginEarly(
    item: WorkItem,
    subject: Subject,
    services: Service[],
    developer: Person,
    product: Person,
  ): void {
    const { world } = this;
    this.pickUp(item, subject, services, developer);
    world.at(world.now + world.dice.lasting(3 * HOUR, 0.8), () => {
      if (!item.isGivenUp) {
        item.decide(product);
      }
    });
  }

  /** Sometimes another intent is met on the way; nobody works on it by itself. */
  private secondItem(
    first: WorkItem,
    services: Service[],
  ): WorkItem | undefined {
    const { dice } = this.world;
    if (!dice.chance(0.04)) {
      return undefined;
    }
    const team = this.staff.keepersOf(services[0]);
    const product = this.staff.oneOf(team, 'product');
    const subject = thinkOf(services, dice);
    const item = this.writeDown(subject, services[0], product);
    if (first.decidedAt !== undefined) {
      item.decide(product);
    }
    return item;
  }
}

function again(subject: Subject): Subject {
  return { ...subject, title: `${subject.title}, part two` };
}
