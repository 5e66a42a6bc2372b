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

import { DAY, HOUR } from '../calendar/time';
import { RepositorySite } from '../company/Company';
import { Staff } from '../company/Staff';
import { Change } from '../world/Change';
import { World } from '../world/World';
import { Inviting } from './Inviting';
import { Sites } from './Sites';

/** Share of the changes that nobody wants after all. */
const HOPELESS = 0.03;

/** Changes that lie too long are asked for, given to others, or given up. */
export class Minding {
  constructor(
    private readonly world: World,
    private readonly staff: Staff,
    private readonly sites: Sites,
    private readonly inviting: Inviting,
  ) {}

  /** From now on somebody looks at the change every few days. */
  watch(change: Change): void {
    const { world } = this;
    if (world.dice.chance(HOPELESS)) {
      const end = world.now + world.dice.lasting(30 * HOUR, 1);
      world.at(end, () => this.drop(change));
    }
    this.keepAnEyeOn(change);
  }

  /** Some changes turn out not to be wanted. */
  private drop(change: Change): void {
    if (change.phase === 'open' && !change.isQueued && !change.trial) {
      this.giveUp(change);
    }
  }

  private keepAnEyeOn(change: Change): void {
    const { world } = this;
    const { turn } = change;
    const { calendar } = this.staff.deskOf(change.author);
    const next = calendar.next(world.now + world.dice.between(3, 6) * DAY);
    world.at(next, () => {
      if (change.phase === 'open') {
        if (change.turn === turn) {
          this.nudge(change, this.sites.ofChange(change));
        }
        this.keepAnEyeOn(change);
      }
    });
  }

  private nudge(change: Change, site: RepositorySite): void {
    const { dice } = this.world;
    const { stage } = change.where;
    if (change.trial || change.isQueued) {
      return;
    }
    if (dice.chance(this.weariness(change))) {
      this.giveUp(change);
    } else if (change.table.isObjectedTo && dice.chance(0.3)) {
      this.overrule(change);
    } else if (stage === 'review' && dice.chance(0.45)) {
      this.inviting.replace(change, site);
    } else if (stage === 'review') {
      change.reply();
    }
  }

  /** Whoever leads the team takes an objection back that nobody holds any more. */
  private overrule(change: Change): void {
    const team = this.staff.keepersOf(change.draft.services[0]);
    const [objector] = change.table.objectors;
    change.dismissObjection(objector, this.staff.oneOf(team, 'lead'));
  }

  /** The older, the likelier it is given up. */
  private weariness(change: Change): number {
    const { now } = this.world;
    const age = now - change.chronicle.milestones.openedAt;
    return age > 45 * DAY ? 0.6 : 0.12;
  }

  private giveUp(change: Change): void {
    if (change.isCarrier) {
      return;
    }
    const { world } = this;
    const { author } = change;
    change.close(author);
    if (author.kind === 'human' && world.dice.chance(0.35)) {
      const { calendar } = this.staff.deskOf(author);
      const pause = world.dice.lasting(40 * HOUR, 1);
      world.at(calendar.next(world.now + pause), () => {
        change.reopen(author);
        this.keepAnEyeOn(change);
      });
    } else {
      world.conclude(change);
    }
  }
}
