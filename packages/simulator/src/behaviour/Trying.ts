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
import { Staff } from '../company/Staff';
import { Change } from '../world/Change';
import { WorkItem } from '../world/WorkItem';
import { World } from '../world/World';

/** People who try what a change does before it goes on. */
export class Trying {
  private readonly items = new Map<Change, WorkItem>();

  constructor(private readonly world: World, private readonly staff: Staff) {}

  /** The only change of a work item can be tried through it. */
  bind(change: Change, item: WorkItem): void {
    this.items.set(change, item);
  }

  release(change: Change): void {
    this.items.delete(change);
  }

  canTry(change: Change): boolean {
    return this.items.has(change) && !change.isTried;
  }

  /** Hands the change over, and goes on when somebody has tried it. */
  begin(change: Change, then: (isGood: boolean) => void): void {
    const item = this.items.get(change);
    if (!item) {
      return;
    }
    const { world } = this;
    const { dice } = world;
    const team = this.staff.keepersOf(change.draft.services[0]);
    const tester = this.staff.oneOf(team, 'quality');
    item.tryOut(
      dice.chance(0.6) || change.author.kind !== 'human' ? [tester] : [],
      change.author,
    );
    if (dice.chance(0.2)) {
      const later = world.now + dice.lasting(40 * MINUTE, 0.6);
      world.whileItLies(change, later, () => item.assign([tester], tester));
    }
    const effort = dice.lasting(1.5 * HOUR, 0.7);
    const done = this.staff.deskOf(tester).answer(world.now, effort);
    world.at(done, () => {
      const isGood = dice.chance(0.85);
      change.isTried = isGood;
      item.moveTo(isGood ? 'Tried' : 'In progress', 'doing', tester);
      then(isGood);
    });
  }
}
