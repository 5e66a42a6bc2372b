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

import { HOUR } from '../calendar/time';
import { Change } from '../world/Change';
import { World } from '../world/World';
import { Authoring } from './Authoring';
import { thinkOf } from './Intending';

/** Share of the changes that are gone on with before they are merged. */
const STACKED = 0.03;

/** Authors who go on with what is still in review, in a change on top of it. */
export class Stacking {
  constructor(
    private readonly world: World,
    private readonly authoring: Authoring,
  ) {}

  /** A change was opened. */
  watch(change: Change): void {
    const { world } = this;
    const { rareDice } = world;
    if (change.author.kind === 'human' && rareDice.chance(STACKED)) {
      world.at(world.now + rareDice.lasting(2 * HOUR, 0.8), () => {
        if (change.phase === 'open' && !change.isQueued) {
          this.goOn(change);
        }
      });
    }
  }

  private goOn(base: Change): void {
    const { now, rareDice } = this.world;
    const { author, services } = base.draft;
    const { workType: _, ...subject } = thinkOf(services, rareDice);
    this.authoring.open({
      ...subject,
      author,
      services,
      isUrgent: false,
      base,
      plan: { workItems: [], waits: [], blocks: [], buildSince: now },
    });
  }
}
