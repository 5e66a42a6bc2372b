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

import { MINUTE, SECOND } from '../calendar/time';
import { RepositoryRules } from '../company/Company';
import { COVERAGE_BOT, REVIEW_AGENT } from '../company/automations';
import { actorOf, Change } from '../world/Change';
import { World } from '../world/World';

/** The automations that look at every change. */
export class Checking {
  constructor(private readonly world: World) {}

  /** A new commit is there: the checks run, those of an older one stop. */
  begin(change: Change, rules: RepositoryRules): void {
    const { checks } = rules;
    if (!checks) {
      return;
    }
    const { world } = this;
    change.run += 1;
    const { run } = change;
    const start = world.now + world.dice.between(8 * SECOND, 50 * SECOND);
    world.at(start - 2 * SECOND, () => {
      if (run === change.run && change.checks === 'running') {
        change.finishChecks(undefined);
      }
    });
    world.at(start, () => {
      if (run === change.run && change.phase === 'open' && !change.isQueued) {
        this.runThrough(change, checks);
      }
    });
  }

  /** Automations that have something to say about a new change. */
  greet(change: Change): void {
    const { world } = this;
    if (world.dice.chance(0.3)) {
      world.at(world.now + world.dice.lasting(6 * MINUTE, 0.5), () => {
        if (change.phase === 'open') {
          change.say({
            type: 'change.reviewed',
            subject: change.key,
            actor: actorOf(REVIEW_AGENT),
            data: {
              verdict: world.dice.chance(0.2) ? 'approved' : 'commented',
            },
          });
        }
      });
    }
  }

  private runThrough(
    change: Change,
    checks: NonNullable<RepositoryRules['checks']>,
  ): void {
    const { world } = this;
    const { run } = change;
    change.startChecks();
    const end = world.now + world.dice.lasting(checks.lasting, 0.25);
    world.at(end, () => {
      if (run !== change.run || change.checks !== 'running') {
        return;
      }
      const failed = world.dice.chance(checks.failing);
      change.finishChecks(failed ? 'failure' : 'success');
      if (world.dice.chance(0.12)) {
        change.say({
          type: 'change.commented',
          subject: change.key,
          actor: actorOf(COVERAGE_BOT),
        });
      }
    });
  }
}
