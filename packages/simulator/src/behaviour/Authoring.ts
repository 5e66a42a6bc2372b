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
import { HOUR, MINUTE, SECOND } from '../calendar/time';
import { PIPELINE_BOT } from '../company/automations';
import { Person } from '../company/Company';
import { Staff } from '../company/Staff';
import { actorOf } from '../world/Ball';
import { Change } from '../world/Change';
import { Draft } from '../world/Draft';
import { World } from '../world/World';
import { Checking } from './Checking';
import { Inviting } from './Inviting';
import { Sites } from './Sites';

/** What an author has thought of before the change is opened. */
export type Proposal = Omit<
  Draft,
  'key' | 'repo' | 'approvalsNeeded' | 'isDraft' | 'branch' | 'onto'
> & {
  /** The change into whose branch it is to be merged. */
  base?: Change;
};

/** Those who write changes, and look after them until they are merged. */
export class Authoring {
  constructor(
    private readonly world: World,
    private readonly staff: Staff,
    private readonly sites: Sites,
    private readonly checking: Checking,
    private readonly inviting: Inviting,
  ) {}

  /** Opens a change now. */
  open(proposal: Proposal): Change {
    const { world } = this;
    const { base, ...thought } = proposal;
    const { author, services, isUrgent } = thought;
    const site = this.sites.of(services[0]);
    // Who begins many things shows them early.
    const early = 1 - 0.8 / world.customs.begun;
    const isDraft =
      !isUrgent && author.kind === 'human' && world.dice.chance(early);
    const key = this.sites.nextChange(site);
    const number = key.slice(key.lastIndexOf('/') + 1);
    const change = new Change(world, {
      ...thought,
      key,
      branch: `${author.login}/${number}`,
      ...(base && { onto: base.draft.branch }),
      repo: site.key,
      approvalsNeeded: site.rules.approvalsNeeded,
      isDraft,
    });
    if (base) {
      change.stackOn(base);
    }
    world.add(change);
    change.open();
    if (!isDraft && world.dice.chance(isUrgent ? 1 : world.customs.asking)) {
      this.inviting.invite(change, site);
    }
    this.checking.begin(change, site.rules);
    this.checking.greet(change);
    this.refresh(change);
    return change;
  }

  /** Does what the author has to do where the ball lies. */
  attend(change: Change): void {
    const { stage, mode, reason } = change.where;
    if (mode === 'paused') {
      return;
    }
    if (stage === 'build') {
      this.finishDraft(change);
    } else if (stage === 'rework') {
      this.rework(change);
    } else if (reason === 'unrequested') {
      this.inviting.notice(change, this.sites.ofChange(change));
    }
  }

  /** Pushes a commit; approvals fall where the repository's rules say so. */
  push(change: Change, by = change.author): void {
    const { world } = this;
    const { now, dice } = world;
    const since = change.chronicle.milestones.openedAt;
    const committedAt = dice.chance(0.7)
      ? Math.round(Math.max(since, now - dice.lasting(4 * MINUTE, 1)))
      : undefined;
    change.push(dice.sha(), committedAt, by);
    this.afterPush(change, by);
  }

  private afterPush(change: Change, by: Person): void {
    const { rules } = this.sites.ofChange(change);
    if (rules.dismissesStaleApprovals && change.table.approvals > 0) {
      change.dismissApprovals(by);
    }
    this.checking.begin(change, rules);
  }

  /** Brings the branch up to date; its commits get new dates. */
  rebase(change: Change): void {
    const { world } = this;
    if (change.draft.plan.firstCommitAt !== undefined) {
      change.say({
        type: 'change.updated',
        subject: change.key,
        data: {
          firstCommitAt: new Date(world.now - 5 * SECOND).toISOString(),
          additions: change.draft.additions + world.dice.whole(0, 20),
        },
      });
    }
    this.push(change);
  }

  /** An automation merges the base branch into the change. */
  private refresh(change: Change): void {
    const { world } = this;
    if (world.dice.chance(0.06)) {
      world.at(world.now + world.dice.lasting(9 * HOUR, 1), () => {
        if (change.phase === 'open' && !change.isQueued && !change.trial) {
          change.updateBranch(world.dice.sha(), PIPELINE_BOT);
          this.afterPush(change, PIPELINE_BOT);
        }
      });
    }
  }

  private finishDraft(change: Change): void {
    const { world } = this;
    const done = this.beside(change, world.dice.lasting(3 * HOUR, 0.9));
    const hasMore = world.dice.chance(0.7);
    if (hasMore) {
      world.whileItLies(change, done, () => this.push(change));
    }
    world.whileItLies(change, done + 2 * SECOND, () => {
      change.markReady();
      if (change.table.waitedOn.length === 0 && !change.isApproved) {
        this.inviting.invite(change, this.sites.ofChange(change));
      }
    });
  }

  private rework(change: Change): void {
    const { world } = this;
    const done = this.beside(change, world.dice.lasting(55 * MINUTE, 0.9));
    const isBroken = change.where.reason === 'checksFailed';
    world.whileItLies(change, done, () =>
      isBroken ? this.mend(change) : this.react(change),
    );
    if (change.author.kind === 'human' && world.dice.chance(0.06)) {
      world.whileItLies(change, world.now + 5 * MINUTE, () =>
        change.backToDraft(),
      );
    }
  }

  /** What failed is mended, or was a whim and is run again. */
  private mend(change: Change): void {
    if (this.world.dice.chance(0.75)) {
      this.push(change);
    } else {
      this.checking.runAgain(change);
    }
  }

  private react(change: Change): void {
    const { dice } = this.world;
    const isHuman = change.author.kind === 'human';
    if (isHuman && dice.chance(0.15)) {
      change.reply();
    } else if (isHuman && dice.chance(0.1)) {
      this.inviting.askAgain(change);
    } else if (dice.chance(0.12)) {
      this.rebase(change);
    } else {
      this.push(change);
      if (isHuman) {
        this.afterthoughts(change);
      }
    }
  }

  /** What follows a push: an answer in words, a request, another commit. */
  private afterthoughts(change: Change): void {
    const { world } = this;
    const { now, dice } = world;
    const { calendar } = this.deskOf(change.author);
    const soon = (act: () => void) =>
      world.whileItLies(
        change,
        calendar.after(now, dice.lasting(4 * MINUTE, 0.8)),
        act,
      );
    if (dice.chance(0.3)) {
      soon(() => this.inviting.askAgain(change));
    }
    if (dice.chance(0.1)) {
      soon(() =>
        change.say({
          type: 'change.reviewed',
          subject: change.key,
          actor: actorOf(change.author),
          data: { verdict: 'commented' },
        }),
      );
    }
    if (dice.chance(0.3)) {
      soon(() => change.reply());
    }
    if (dice.chance(0.25)) {
      soon(() => this.push(change));
    }
  }

  /** When an author is done with one of the changes that were begun. */
  private beside({ author }: Change, effort: Duration): Instant {
    const { now, customs } = this.world;
    const desk = this.deskOf(author);
    const done = desk.answer(now, effort);
    const others = (customs.begun - 1) * effort;
    return others > 0 ? desk.calendar.after(done, others) : done;
  }

  private deskOf(person: Person) {
    return this.staff.deskOf(person);
  }
}
