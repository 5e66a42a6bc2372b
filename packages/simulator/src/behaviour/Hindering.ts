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
import { Person } from '../company/Company';
import { Staff } from '../company/Staff';
import { actorOf } from '../world/Ball';
import { Change } from '../world/Change';
import { World } from '../world/World';

const HINDRANCES = [
  { name: 'block', weight: 2 },
  { name: 'label', weight: 2 },
  { name: 'hold', weight: 2 },
  { name: 'assign', weight: 1 },
  { name: 'mistake', weight: 1 },
] as const;

/** What keeps changes now and then, whoever has the turn. */
export class Hindering {
  constructor(private readonly world: World, private readonly staff: Staff) {}

  /** A change was opened. */
  watch(change: Change): void {
    const { customs, rareDice } = this.world;
    if (rareDice.chance(customs.hindered)) {
      const { name } = rareDice.weighted(HINDRANCES, ({ weight }) => weight);
      this.later(2 * HOUR, () => {
        if (change.phase === 'open') {
          this[name](change);
        }
      });
    }
  }

  /** It waits for a team of which nobody was asked for a review. */
  private block(change: Change): void {
    const { company, rareDice } = this.world;
    const by = this.bystander(change);
    change.block(rareDice.pick(company.teams), by);
    this.later(10 * HOUR, () => {
      if (!change.isOver) {
        change.unblock(by);
      }
    });
  }

  private label(change: Change): void {
    this.setLabel(change, 'blocked');
  }

  private hold(change: Change): void {
    this.setLabel(change, 'hold');
  }

  private setLabel(change: Change, label: 'blocked' | 'hold'): void {
    const by = this.bystander(change);
    const [team] = by.teams;
    change.label(label, by, `group:default/${team}`);
    this.later(10 * HOUR, () => {
      if (!change.isOver) {
        change.unlabel(label, by);
      }
    });
  }

  /** Somebody else carries it on, for a while. */
  private assign(change: Change): void {
    const by = this.bystander(change);
    if (change.author.kind === 'human') {
      change.assign(by, change.author);
      this.later(20 * HOUR, () => {
        if (change.phase === 'open') {
          change.assign(undefined, by);
        }
      });
    }
  }

  /** A tool reports a review that never was, and takes it back. */
  private mistake(change: Change): void {
    const { world } = this;
    const id = world.report({
      type: 'change.reviewed',
      subject: change.key,
      actor: actorOf(this.bystander(change)),
      data: { verdict: 'changesRequested' },
    });
    this.later(10 * MINUTE, () =>
      world.report({
        type: 'fact.retracted',
        subject: change.key,
        data: { id },
      }),
    );
  }

  /** Somebody of the owning team who reviews nothing, and does not carry it. */
  private bystander(change: Change): Person {
    const team = this.staff.keepersOf(change.draft.services[0]);
    const product = this.staff.oneOf(team, 'product');
    return product === change.carrier
      ? this.staff.oneOf(team, 'quality')
      : product;
  }

  private later(delay: Duration, act: () => void): void {
    const { world } = this;
    world.at(world.now + world.rareDice.lasting(delay, 0.8), act);
  }
}
