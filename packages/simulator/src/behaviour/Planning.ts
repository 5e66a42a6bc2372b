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

import { Duration } from 'chokepoint-flow';
import { DAY, HOUR, MINUTE, WEEK } from '../calendar/time';
import { CODING_AGENT, LIBRARY_BOT } from '../company/automations';
import { Person, Service, Team } from '../company/Company';
import { Staff } from '../company/Staff';
import { WorkItem } from '../world/WorkItem';
import { World } from '../world/World';
import { Building } from './Building';
import { Subject, thinkOf, thinkOfLibrary } from './Intending';

/** Share of the changes that another change of the same work item follows. */
const TWINS = 0.08;

/** Where changes come from: intents are written down, decided and picked up. */
export class Planning {
  private readonly numbers = new Map<string, number>();
  private readonly pause: Duration;

  constructor(
    private readonly world: World,
    private readonly staff: Staff,
    private readonly building: Building,
    changesPerWeek: number,
  ) {
    this.pause = (WEEK * (1 + TWINS)) / changesPerWeek;
  }

  /** From now on, somebody wants something. */
  begin(): void {
    const { world } = this;
    world.at(world.now + world.dice.arrival(this.pause), () => {
      this.want();
      this.begin();
    });
  }

  private want(): void {
    const { dice, company } = this.world;
    const service = dice.weighted(company.services, ({ weight }) => weight);
    const kind = dice.throw();
    if (kind < 0.62) {
      this.intend(service);
    } else if (kind < 0.8) {
      this.improvise(service);
    } else if (kind < 0.92) {
      this.raiseLibrary(service);
    } else {
      this.letAgentDoIt(service);
    }
  }

  /** A work item is written down, and decided on some days later. */
  private intend(service: Service): void {
    const { world } = this;
    const { dice } = world;
    const team = this.staff.keepersOf(service);
    const product = this.staff.oneOf(team, 'product');
    const { calendar } = this.staff.deskOf(product);
    const services = this.scope(service);
    const subject = thinkOf(services, dice);
    world.at(calendar.next(world.now), () => {
      const item = this.writeDown(subject, service, product, team);
      const questions = dice.chance(0.25) ? this.ask(item, team, product) : 0;
      const thought = questions + dice.lasting(10 * HOUR, 1);
      const decided = calendar.after(world.now, thought);
      world.at(decided, () => this.decide(item, subject, services, product));
    });
  }

  private writeDown(
    subject: Pick<Subject, 'title' | 'labels'>,
    service: Service,
    author: Person,
    team: Team,
  ): WorkItem {
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

  /** Something is unclear; how long it takes until it is answered. */
  private ask(item: WorkItem, team: Team, product: Person): Duration {
    const { world } = this;
    const { dice } = world;
    const asker = this.staff.oneOf(team, 'lead');
    const { calendar } = this.staff.deskOf(product);
    const asked = dice.lasting(2 * HOUR, 0.6);
    const answered = asked + dice.lasting(5 * HOUR, 0.9);
    world.at(calendar.after(world.now, asked), () =>
      item.askQuestion(asker, product),
    );
    world.at(calendar.after(world.now, answered) + MINUTE, () =>
      item.answerQuestion(product),
    );
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
    if (dice.chance(0.15)) {
      item.assign([product, developer], product);
    }
    item.decide(product);
    const team = this.staff.keepersOf(services[0]);
    if (dice.chance(0.35)) {
      const lead = this.staff.oneOf(team, 'lead');
      const { calendar } = this.staff.deskOf(lead);
      world.at(calendar.after(world.now, dice.lasting(3 * HOUR, 0.8)), () =>
        item.assign(dice.chance(0.15) ? [] : [lead], lead),
      );
    }
    const desk = this.staff.deskOf(developer);
    const free = desk.freeFrom(world.now + dice.lasting(1.1 * DAY, 1));
    world.at(free, () => this.pickUp([item], subject, services, developer));
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
    this.pickUp([item], subject, services, developer);
    world.at(world.now + world.dice.lasting(3 * HOUR, 0.8), () =>
      item.decide(product),
    );
  }

  private pickUp(
    items: WorkItem[],
    subject: Subject,
    services: Service[],
    author: Person,
  ): void {
    const { dice } = this.world;
    const [item] = items;
    item.assign([author], author);
    if (dice.chance(0.85)) {
      item.start(author);
      item.moveTo('In progress', 'doing', author);
    }
    const job = { author, services, items, subject };
    const hasTwin = author.kind === 'human' && dice.chance(TWINS);
    const partner = hasTwin ? undefined : this.secondItem(items, services);
    this.building.build(
      { ...job, items: partner ? [item, partner] : items, hasTwin },
      hasTwin
        ? () =>
            this.building.build({ ...job, hasTwin, subject: again(subject) })
        : undefined,
    );
  }

  /** Sometimes another intent is met on the way; nobody works on it by itself. */
  private secondItem(
    items: WorkItem[],
    services: Service[],
  ): WorkItem | undefined {
    const { dice } = this.world;
    if (!dice.chance(0.04)) {
      return undefined;
    }
    const team = this.staff.keepersOf(services[0]);
    const product = this.staff.oneOf(team, 'product');
    const subject = thinkOf(services, dice);
    const item = this.writeDown(subject, services[0], product, team);
    if (items[0].decidedAt !== undefined) {
      item.decide(product);
    }
    return item;
  }

  /** A change without a work item. */
  private improvise(service: Service): void {
    const { world } = this;
    const author = this.whoBuilds(service);
    const services = this.scope(service);
    const job = { author, services, items: [] };
    const start = this.staff.deskOf(author).freeFrom(world.now);
    world.at(start, () =>
      this.building.build(
        { ...job, subject: thinkOf(services, world.dice) },
        change => {
          if (world.dice.chance(0.08)) {
            const team = this.staff.keepersOf(service);
            const item = this.writeDown(change.draft, service, author, team);
            item.decide(author);
            change.say({
              type: 'change.updated',
              subject: change.key,
              data: { workItems: [item.key] },
            });
          }
        },
      ),
    );
  }

  private raiseLibrary(service: Service): void {
    this.building.build({
      author: LIBRARY_BOT,
      services: [service],
      items: [],
      subject: thinkOfLibrary(service, this.world.dice),
    });
  }

  private letAgentDoIt(service: Service): void {
    const { dice } = this.world;
    const subject = thinkOf([service], dice);
    if (dice.chance(0.5)) {
      this.building.build({
        author: CODING_AGENT,
        services: [service],
        items: [],
        subject,
      });
      return;
    }
    const team = this.staff.keepersOf(service);
    const product = this.staff.oneOf(team, 'product');
    const item = this.writeDown(subject, service, product, team);
    item.decide(product);
    this.world.at(this.world.now + dice.lasting(20 * MINUTE, 1), () =>
      this.pickUp([item], subject, [service], CODING_AGENT),
    );
  }

  /** Some changes touch a second service of the same owner in the same repository. */
  private scope(service: Service): Service[] {
    const { dice, company } = this.world;
    const neighbours = company.services.filter(
      other =>
        other !== service &&
        other.repository === service.repository &&
        other.owner === service.owner,
    );
    return neighbours.length > 0 && dice.chance(0.15)
      ? [service, dice.pick(neighbours)]
      : [service];
  }

  /** The one of three who is free first, of the team that owns it or of another. */
  private whoBuilds(service: Service): Person {
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
}

function again(subject: Subject): Subject {
  return { ...subject, title: `${subject.title}, part two` };
}
