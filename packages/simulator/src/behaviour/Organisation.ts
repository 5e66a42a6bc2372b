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

import type { Instant } from 'chokepoint-flow';
import { Renaming } from '../company/renamings';
import { Staff } from '../company/Staff';
import { Change } from '../world/Change';
import { World } from '../world/World';
import { Announcing } from './Announcing';
import { Authoring } from './Authoring';
import { Backlog } from './Backlog';
import { Building } from './Building';
import { Checking } from './Checking';
import { Hindering } from './Hindering';
import { Inviting } from './Inviting';
import { Merging } from './Merging';
import { Minding } from './Minding';
import { Operating } from './Operating';
import { Planning } from './Planning';
import { Releasing } from './Releasing';
import { Reviewing } from './Reviewing';
import { Sites } from './Sites';
import { Stacking } from './Stacking';
import { Trying } from './Trying';

/** Everybody of the company, and who looks when the ball of a change moves. */
export class Organisation {
  private readonly announcing: Announcing;
  private readonly hindering: Hindering;
  private readonly stacking: Stacking;
  private readonly reviewing: Reviewing;
  private readonly authoring: Authoring;
  private readonly minding: Minding;
  private readonly merging: Merging;
  private readonly releasing: Releasing;
  private readonly operating: Operating;
  private readonly building: Building;
  private readonly planning: Planning;
  private readonly attendedTurn = new WeakMap<Change, number>();

  constructor(world: World, staff: Staff, changesPerWeek: number) {
    const sites = new Sites(world.company);
    this.announcing = new Announcing(world);
    this.hindering = new Hindering(world, staff);
    const inviting = new Inviting(world, staff);
    const trying = new Trying(world, staff);
    this.reviewing = new Reviewing(world, staff, inviting);
    this.authoring = new Authoring(
      world,
      staff,
      sites,
      new Checking(world),
      inviting,
    );
    this.stacking = new Stacking(world, this.authoring);
    this.minding = new Minding(world, staff, sites, inviting);
    this.operating = new Operating(world, staff, this.authoring);
    this.releasing = new Releasing(world, staff, trying, (train, deployment) =>
      this.operating.watch(train, deployment),
    );
    this.merging = new Merging(
      world,
      staff,
      sites,
      this.authoring,
      trying,
      this.releasing,
    );
    this.building = new Building(world, staff, this.authoring, trying);
    this.planning = new Planning(
      world,
      staff,
      this.building,
      new Backlog(world, staff, this.building),
      changesPerWeek,
    );
  }

  /** The company opens its doors. */
  begin(from: Instant, to: Instant, renamings: readonly Renaming[]): void {
    this.announcing.begin(renamings);
    this.releasing.prepare(from, to);
    this.planning.begin();
  }

  /** The ball of a change may have moved. */
  attend(change: Change): void {
    if (change.phase !== 'open') {
      return;
    }
    this.reviewing.attend(change);
    const before = this.attendedTurn.get(change);
    if (before === change.turn) {
      return;
    }
    this.attendedTurn.set(change, change.turn);
    if (before === undefined) {
      this.minding.watch(change);
      this.hindering.watch(change);
      this.stacking.watch(change);
      this.reviewing.volunteer(change);
    }
    this.authoring.attend(change);
    this.merging.attend(change);
  }

  /** A change is in production, or was given up. */
  concluded(change: Change): void {
    this.building.concluded(change);
    this.operating.concluded(change);
  }

  /** The first deployment to production of each repository. */
  firstDeployments(): Record<string, Instant> {
    return this.releasing.firstDeployments();
  }
}
