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

import { HOUR, MINUTE, SECOND } from '../calendar/time';
import { RepositorySite } from '../company/Company';
import { PIPELINE_BOT } from '../company/automations';
import { Staff } from '../company/Staff';
import { Change } from '../world/Change';
import { World } from '../world/World';
import { Authoring } from './Authoring';
import { Releasing } from './Releasing';
import { Sites } from './Sites';
import { Trying } from './Trying';

/** What the merge queue runs on every change. */
const QUEUE_SUITE = 'merge-queue';

/** What happens between the last approval and the merge. */
export class Merging {
  private readonly queueFreeAt = new Map<string, number>();

  constructor(
    private readonly world: World,
    private readonly staff: Staff,
    private readonly sites: Sites,
    private readonly authoring: Authoring,
    private readonly trying: Trying,
    private readonly releasing: Releasing,
  ) {}

  /** The author has it, with everything that was asked for. */
  attend(change: Change): void {
    const { stage, reason } = change.where;
    if (stage === 'merge' && !reason) {
      this.proceed(change, this.sites.ofChange(change));
    } else if (reason === 'unrequested' && change.author.kind === 'bot') {
      this.mergeUnseen(change);
    }
  }

  private proceed(change: Change, site: RepositorySite): void {
    const { world } = this;
    const { dice, now } = world;
    const desk = this.staff.deskOf(change.author);
    if (change.checks === 'failed') {
      const mended = desk.answer(now, dice.lasting(30 * MINUTE, 0.8));
      world.whileItLies(change, mended, () => this.authoring.push(change));
      return;
    }
    const isFast = site.rules.mergesItself || change.draft.isUrgent;
    const moment = isFast
      ? now + dice.between(1, 90) * SECOND
      : desk.calendar.after(now, dice.lasting(1.2 * HOUR, 1.1));
    world.whileItLies(change, moment, () => this.step(change, site));
  }

  private step(change: Change, site: RepositorySite): void {
    const { dice } = this.world;
    const isTriedFirst =
      site.rules.quality === 'beforeMerge' && !change.draft.isUrgent;
    if (isTriedFirst && this.trying.canTry(change)) {
      this.trying.begin(change, isGood => {
        if (change.phase !== 'open') {
          return;
        }
        if (isGood) {
          this.attend(change);
        } else {
          this.authoring.push(change);
        }
      });
    } else if (!change.draft.isUrgent && dice.chance(0.08)) {
      this.authoring.rebase(change);
    } else if (site.rules.mergeQueue && !change.isStacked) {
      this.queue(change, site);
    } else {
      this.merge(change, site);
    }
  }

  /** One change after the other is merged, if it still works with the others. */
  private queue(change: Change, site: RepositorySite): void {
    const { world } = this;
    change.enterQueue();
    const begin = Math.max(world.now, this.queueFreeAt.get(site.key) ?? 0);
    const end = begin + MINUTE + world.dice.lasting(9 * MINUTE, 0.4);
    this.queueFreeAt.set(site.key, end);
    world.at(begin + 5 * SECOND, () => change.startChecks(QUEUE_SUITE));
    world.at(end, () => {
      if (world.dice.chance(0.07)) {
        change.finishChecks(QUEUE_SUITE, 'failure');
        change.leaveQueue();
      } else {
        change.finishChecks(QUEUE_SUITE, 'success');
        this.merge(change, site);
      }
    });
  }

  /** An automation merges what the checks have passed, without a review. */
  private mergeUnseen(change: Change): void {
    const { world } = this;
    const site = this.sites.ofChange(change);
    if (site.rules.approvalsNeeded > 1 || world.dice.chance(0.4)) {
      return;
    }
    world.whileItLies(change, world.now + 2 * HOUR, () => {
      if (change.checks === 'passed') {
        this.merge(change, site);
      }
    });
  }

  private merge(change: Change, site: RepositorySite): void {
    const { dice } = this.world;
    const isForge = site.rules.mergesItself || site.rules.mergeQueue;
    change.merge(dice.sha(), isForge ? PIPELINE_BOT : change.author);
    if (!change.isStacked) {
      this.releasing.accept(change, site);
    }
  }
}
