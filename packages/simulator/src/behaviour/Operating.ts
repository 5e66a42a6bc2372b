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
import { Person, Service } from '../company/Company';
import { Staff } from '../company/Staff';
import { Change } from '../world/Change';
import { Deployment, Train } from '../world/Train';
import { World } from '../world/World';
import { Authoring } from './Authoring';

const REMEDIES = [
  { name: 'rollBack', weight: 4 },
  { name: 'redeploy', weight: 2 },
  { name: 'revert', weight: 3 },
  { name: 'hotfix', weight: 3 },
] as const;

/** People who notice that production is broken, and mend it. */
export class Operating {
  private incidents = 0;
  private readonly repairs = new Map<Change, string>();

  constructor(
    private readonly world: World,
    private readonly staff: Staff,
    private readonly authoring: Authoring,
  ) {}

  /** A deployment is in production, and may have broken something. */
  watch(train: Train, deployment: Deployment): void {
    const { dice, now, customs } = this.world;
    if (!dice.chance(customs.breaking ?? train.site.rules.breaking)) {
      return;
    }
    const previous = train.liveSha;
    this.world.at(now + dice.lasting(45 * MINUTE, 1), () =>
      this.respond(train, deployment, previous),
    );
  }

  /** A repair is in production, or was given up. */
  concluded(change: Change): void {
    const incident = this.repairs.get(change);
    if (incident !== undefined) {
      this.repairs.delete(change);
      this.soon(5 * MINUTE, () => this.resolve(incident));
    }
  }

  private respond(
    train: Train,
    deployment: Deployment,
    previous: string | undefined,
  ): void {
    const { dice } = this.world;
    const incident = this.openIncident(train, deployment);
    const remedy = dice.weighted(REMEDIES, ({ weight }) => weight).name;
    if (remedy === 'rollBack') {
      this.soon(20 * MINUTE, () => {
        deployment.rollBack();
        this.soon(10 * MINUTE, () => this.resolve(incident));
      });
    } else if (remedy === 'redeploy' && previous !== undefined) {
      this.soon(20 * MINUTE, () => this.redeploy(train, previous));
      this.soon(HOUR, () => this.resolve(incident));
    } else {
      this.soon(30 * MINUTE, () =>
        this.repair(train, deployment, remedy === 'revert', incident),
      );
    }
  }

  private openIncident(train: Train, deployment: Deployment): string {
    const { world } = this;
    const { dice } = world;
    this.incidents += 1;
    const incident = `${world.company.slug}.pagerduty.com/incidents/Q${this.incidents}`;
    world.report({
      type: 'incident.opened',
      subject: incident,
      data: {
        ...(dice.chance(0.6)
          ? { deployment: deployment.key }
          : { repo: train.site.key }),
        severity: dice.pick(['sev1', 'sev2', 'sev3']),
      },
    });
    if (world.rareDice.chance(0.4)) {
      this.look(incident);
    }
    return incident;
  }

  /** Somebody finds out more about it. */
  private look(incident: string): void {
    const { world } = this;
    const found = world.now + world.rareDice.lasting(12 * MINUTE, 0.6);
    world.at(found, () =>
      world.report({
        type: 'incident.updated',
        subject: incident,
        data: {
          severity: world.rareDice.pick(['sev1', 'sev2']),
          cause: 'change',
        },
      }),
    );
  }

  private resolve(incident: string): void {
    this.world.report({ type: 'incident.resolved', subject: incident });
  }

  /** Puts the commit that was in production before into production again. */
  private redeploy(train: Train, sha: string): void {
    if (train.isBusy) {
      return;
    }
    const deployment = train.reload(sha);
    deployment.request();
    deployment.start();
    train.isBusy = true;
    this.soon(8 * MINUTE, () => {
      deployment.succeed();
      train.isBusy = false;
    });
  }

  private repair(
    train: Train,
    deployment: Deployment,
    isRevert: boolean,
    incident: string,
  ): void {
    const { dice } = this.world;
    const last = deployment.carried[deployment.carried.length - 1];
    const services = last?.draft.services ?? [dice.pick(train.site.services)];
    const [service] = services;
    const size = dice.whole(2, 60);
    const change = this.authoring.open({
      title:
        isRevert && last
          ? `Revert "${last.draft.title}"`
          : `Hotfix: restore ${service.displayName}`,
      author: this.onCall(service),
      services,
      labels: isRevert && last ? ['revert'] : ['hotfix'],
      paths: last?.draft.paths ?? [`${service.path}src/index.ts`],
      additions: size,
      deletions: Math.floor(size / 2),
      isUrgent: true,
      plan: {
        workItems: [],
        waits: [],
        blocks: [],
        buildSince: this.world.now,
      },
    });
    this.repairs.set(change, incident);
  }

  private onCall(service: Service): Person {
    const team = this.staff.keepersOf(service);
    return this.world.dice.pick(this.staff.developersOf(team));
  }

  private soon(delay: number, act: () => void): void {
    const { world } = this;
    world.at(world.now + world.dice.lasting(delay, 0.6), act);
  }
}
