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
import { REGIONS } from '../calendar/Region';
import { nextWindow, WindowRhythm } from '../calendar/ReleaseWindow';
import { HOUR, MINUTE, SECOND } from '../calendar/time';
import { PIPELINE_BOT } from '../company/automations';
import { RepositorySite } from '../company/Company';
import { GATE_EFFORT } from '../company/rules';
import { Staff } from '../company/Staff';
import { actorOf } from '../world/Ball';
import { Change } from '../world/Change';
import { Deployment, Train } from '../world/Train';
import { World } from '../world/World';
import { Trying } from './Trying';

/** What may follow a deployment that is in production. */
export type AfterRollout = (train: Train, deployment: Deployment) => void;

/** Brings merged changes to production, one deployment after the other. */
export class Releasing {
  private readonly trains = new Map<string, Train>();

  constructor(
    private readonly world: World,
    private readonly staff: Staff,
    private readonly trying: Trying,
    private readonly afterRollout: AfterRollout,
  ) {}

  /** Lays the tracks: first deployments, and the windows. */
  prepare(from: Instant, to: Instant): void {
    for (const site of this.staff.company.repositories) {
      const { rules } = site;
      if (rules.release === 'none') {
        continue;
      }
      const train = this.trainOf(site);
      const start = from + this.world.dice.between(MINUTE, HOUR);
      const midway = from + 0.4 * (to - from);
      this.world.at(rules.deployedFrom === 'start' ? start : midway, () =>
        this.deployFirst(train),
      );
      if (rules.release !== 'continuous') {
        this.waitForWindow(train, rules.release);
      }
    }
  }

  /** The first deployment to production of each repository. */
  firstDeployments(): Record<string, Instant> {
    const first: Record<string, Instant> = {};
    for (const { site, firstDeploymentAt } of this.trains.values()) {
      if (firstDeploymentAt !== undefined) {
        first[site.key] = firstDeploymentAt;
      }
    }
    return first;
  }

  /** A change was merged. */
  accept(change: Change, site: RepositorySite): void {
    const { world } = this;
    const train = this.trainOf(site);
    train.commit(change.mergeSha);
    this.tellHistory(train);
    const all = [...this.carriedBy(change), change];
    if (train.firstDeploymentAt === undefined) {
      for (const one of all) {
        one.goLive(false);
        world.conclude(one);
      }
      return;
    }
    all.forEach(one => train.board(one));
    if (site.rules.staging) {
      this.deployToStaging(train, change);
    }
    if (site.rules.release === 'continuous' || change.draft.isUrgent) {
      const soon = world.now + world.dice.between(20 * SECOND, 8 * MINUTE);
      world.at(soon, () => this.depart(train));
    }
  }

  /** What was merged into the branch of a change, in the order of its merges. */
  private carriedBy(change: Change): Change[] {
    return this.world.inFlight.filter(other =>
      change.carriedAlong.includes(other),
    );
  }

  /** The forge says a little later what the commits descend from. */
  private tellHistory(train: Train): void {
    const { world } = this;
    if (!train.site.rules.listsChanges && !train.isHistoryDue) {
      train.isHistoryDue = true;
      world.at(world.now + 2 * MINUTE, () => {
        const commits = train.takeHistory();
        world.report({
          type: 'repository.commits',
          subject: train.site.key,
          data: { commits },
        });
      });
    }
  }

  private trainOf(site: RepositorySite): Train {
    let train = this.trains.get(site.key);
    if (!train) {
      train = new Train(site, this.world);
      this.trains.set(site.key, train);
    }
    return train;
  }

  private waitForWindow(train: Train, rhythm: WindowRhythm): void {
    const { world } = this;
    const keepers = this.staff.keepersOf(train.site.services[0]);
    const at = nextWindow(rhythm, REGIONS[keepers.region], world.now);
    world.at(at, () => {
      this.depart(train);
      this.waitForWindow(train, rhythm);
    });
  }

  /** What was there before the simulation began, or before it was reported. */
  private deployFirst(train: Train): void {
    const { world } = this;
    const sha = train.newestSha ?? world.dice.sha();
    if (train.newestSha === undefined) {
      train.commit(sha);
      this.tellHistory(train);
    }
    const deployment = train.load([], sha);
    const end = world.now + train.site.rules.rollout.lasting;
    if (train.site.rules.reportsOnlyTheEnd) {
      world.at(end, () => {
        train.firstDeploymentAt = world.now;
        deployment.succeed();
      });
      return;
    }
    train.firstDeploymentAt = world.now;
    deployment.request();
    deployment.start();
    world.at(end, () => deployment.succeed());
  }

  private depart(train: Train): void {
    if (train.isBusy || train.waiting.length === 0) {
      return;
    }
    train.isBusy = true;
    this.request(train, []);
  }

  private request(train: Train, again: readonly Change[]): void {
    const deployment = train.load(again, '');
    deployment.request();
    this.world.at(this.world.now + 20 * SECOND, () =>
      this.tryAll(train, deployment, () =>
        this.passGate(train, deployment, () => this.rollOut(train, deployment)),
      ),
    );
  }

  /** Everything that has to be tried before the release is tried. */
  private tryAll(train: Train, deployment: Deployment, then: () => void): void {
    const untried =
      train.site.rules.quality === 'beforeRelease'
        ? deployment.carried.filter(change => this.trying.canTry(change))
        : [];
    let left = untried.length;
    if (left === 0) {
      then();
      return;
    }
    const tryUntilGood = (change: Change) =>
      this.trying.begin(change, isGood => {
        left -= isGood ? 1 : 0;
        if (!isGood) {
          const mended =
            this.world.now + this.world.dice.lasting(2 * HOUR, 0.5);
          this.world.at(mended, () => tryUntilGood(change));
        } else if (left === 0) {
          then();
        }
      });
    untried.forEach(tryUntilGood);
  }

  private passGate(train: Train, deployment: Deployment, then: () => void) {
    const { world } = this;
    const approvers = this.gatekeepers(train.site);
    const isUrgent = deployment.carried.some(change => change.draft.isUrgent);
    if (approvers.people.length === 0 || isUrgent) {
      then();
      return;
    }
    deployment.askForApproval(approvers.ids, approvers.parties);
    const first = world.dice.pick(approvers.people);
    const effort = world.dice.lasting(GATE_EFFORT, 0.6);
    world.at(this.staff.deskOf(first).answer(world.now, effort), () => {
      deployment.approve({ id: first.forgeId, kind: 'human' });
      then();
    });
  }

  private gatekeepers(site: RepositorySite) {
    const { gate } = site.rules;
    if (gate?.team !== undefined) {
      const team = this.staff.team(gate.team);
      return {
        people: this.staff.reviewersOf(team),
        ids: [team.forgeId],
        parties: [team.party],
      };
    }
    const people = (gate?.people ?? []).flatMap(
      name => this.staff.personNamed(name) ?? [],
    );
    return {
      people,
      ids: people.map(person => person.forgeId),
      parties: people.map(person => person.party),
    };
  }

  private rollOut(train: Train, deployment: Deployment): void {
    const { world } = this;
    const { rollout } = train.site.rules;
    const begin = world.now + world.dice.between(15 * SECOND, 4 * MINUTE);
    world.at(begin, () => {
      deployment.start();
      const end = world.now + world.dice.lasting(rollout.lasting, 0.3);
      const fails =
        deployment.attempts < 3 && world.dice.chance(rollout.failing);
      world.at(end, () =>
        fails ? this.fail(train, deployment) : this.succeed(train, deployment),
      );
    });
  }

  private succeed(train: Train, deployment: Deployment): void {
    deployment.succeed();
    deployment.carried.forEach(change => this.world.conclude(change));
    this.afterRollout(train, deployment);
    train.liveSha = deployment.sha;
    train.isBusy = false;
    if (train.site.rules.release === 'continuous') {
      const soon = this.world.now + this.world.dice.between(5, 60) * SECOND;
      this.world.at(soon, () => this.depart(train));
    }
  }

  private fail(train: Train, deployment: Deployment): void {
    const { world } = this;
    deployment.fail();
    if (world.dice.chance(0.3)) {
      world.at(world.now + 40 * SECOND, () => deployment.rollBack());
    }
    const later = world.now + world.dice.lasting(50 * MINUTE, 0.8);
    if (train.site.rules.rollout.runsAgain) {
      world.at(later, () => this.rollOut(train, deployment));
    } else {
      world.at(later, () => this.request(train, deployment.carried));
    }
  }

  private deployToStaging(train: Train, change: Change): void {
    const { world } = this;
    const subject = train.nextKey();
    const actor = actorOf(PIPELINE_BOT);
    const start = world.now + world.dice.between(10 * SECOND, 60 * SECOND);
    world.at(start, () => {
      world.report({
        type: 'deployment.requested',
        subject,
        actor,
        data: {
          environment: 'staging',
          repo: change.repo,
          sha: change.mergeSha,
          production: false,
        },
      });
      world.report({ type: 'deployment.started', subject, actor });
    });
    world.at(start + world.dice.between(2, 6) * MINUTE, () => {
      const failed = world.dice.chance(0.05);
      world.report({
        type: 'deployment.finished',
        subject,
        actor,
        data: { outcome: failed ? 'failure' : 'success' },
      });
    });
  }
}
