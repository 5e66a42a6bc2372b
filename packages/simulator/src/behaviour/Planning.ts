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
import { HOUR, MINUTE, WEEK } from '../calendar/time';
import { CODING_AGENT, LIBRARY_BOT } from '../company/automations';
import { Service } from '../company/Company';
import { Staff } from '../company/Staff';
import { Change } from '../world/Change';
import { World } from '../world/World';
import { Backlog, TWINS } from './Backlog';
import { Building } from './Building';
import { thinkOf, thinkOfLibrary } from './Intending';

/** Where changes come from: work items, sudden ideas, and automations. */
export class Planning {
  private readonly pause: Duration;

  constructor(
    private readonly world: World,
    private readonly staff: Staff,
    private readonly building: Building,
    private readonly backlog: Backlog,
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
    const { dice, company, customs } = this.world;
    const service = dice.weighted(company.services, ({ weight }) => weight);
    const kind = dice.throw();
    if (kind < 0.8 * customs.planning) {
      this.backlog.intend(this.scope(service));
    } else if (kind < 0.8) {
      this.improvise(service);
    } else if (kind < 0.92) {
      this.raiseLibrary(service);
    } else {
      this.letAgentDoIt(service);
    }
  }

  /** A change without a work item. */
  private improvise(service: Service): void {
    const { world } = this;
    const author = this.backlog.whoBuilds(service);
    const services = this.scope(service);
    const job = { author, services, items: [] };
    const start = this.staff.deskOf(author).freeFrom(world.now);
    world.at(start, () =>
      this.building.build(
        { ...job, subject: thinkOf(services, world.dice) },
        change => {
          if (world.dice.chance(0.08)) {
            const later = world.now + world.dice.lasting(HOUR, 1);
            world.at(later, () => this.linkLate(change, service));
          }
        },
      ),
    );
  }

  /** Somebody remembers that there should have been a work item. */
  private linkLate(change: Change, service: Service): void {
    const { author } = change;
    const item = this.backlog.writeDown(change.draft, service, author);
    item.decide(author);
    change.say({
      type: 'change.updated',
      subject: change.key,
      data: { workItems: [item.key] },
    });
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
    const keepers = this.staff.keepersOf(service);
    const onBehalfOf = this.world.rareDice.chance(0.5)
      ? this.staff.oneOf(keepers, 'product')
      : undefined;
    if (dice.chance(0.5)) {
      this.building.build({
        author: CODING_AGENT,
        onBehalfOf,
        services: [service],
        items: [],
        subject,
      });
      return;
    }
    const team = this.staff.keepersOf(service);
    const product = this.staff.oneOf(team, 'product');
    const item = this.backlog.writeDown(subject, service, product);
    item.decide(product);
    this.world.at(this.world.now + dice.lasting(20 * MINUTE, 1), () =>
      this.backlog.pickUp(item, subject, [service], CODING_AGENT),
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
}
