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
import { actorOf } from '../world/Ball';
import { Change } from '../world/Change';
import { World } from '../world/World';

/** The automations that look at every change. */
export class Checking {
  private readonly runs = new WeakMap<Change, Run>();

  constructor(private readonly world: World) {}

  /** A new commit is there: the checks run, those of an older one stop. */
  begin(change: Change, rules: RepositoryRules): void {
    const { checks } = rules;
    if (!checks) {
      return;
    }
    const { world } = this;
    const { now, dice } = world;
    const before = this.runs.get(change);
    const run: Run = { isStale: false, suites: 0 };
    this.runs.set(change, run);
    if (before) {
      before.isStale = true;
    }
    const start = now + dice.between(8 * SECOND, 50 * SECOND);
    world.at(start - 2 * SECOND, () => this.abandon(change, before));
    world.at(start, () => {
      if (!run.isStale && change.phase === 'open' && !change.isQueued) {
        this.runThrough(change, run, checks);
      }
    });
  }

  /** Automations that have something to say about a new change. */
  greet(change: Change): void {
    const { world } = this;
    if (world.dice.chance(0.3)) {
      world.at(world.now + world.dice.lasting(6 * MINUTE, 0.5), () => {
        if (change.phase === 'open') {
          const verdict = world.dice.chance(0.2) ? 'approved' : 'commented';
          change.answerAutomatically(REVIEW_AGENT, verdict);
        }
      });
    }
  }

  private abandon(change: Change, run: Run | undefined): void {
    for (; run && run.suites > 0; run.suites--) {
      change.abandonChecks();
    }
  }

  private runThrough(change: Change, run: Run, checks: Checks): void {
    const { world } = this;
    const { dice } = world;
    for (let suite = 0; suite < checks.suites; suite++) {
      run.suites += 1;
      change.startChecks();
      const end = world.now + dice.lasting(checks.lasting, 0.25);
      world.at(end, () => {
        if (!run.isStale) {
          run.suites -= 1;
          this.finish(change, dice.chance(checks.failing));
        }
      });
    }
  }

  private finish(change: Change, failed: boolean): void {
    change.finishChecks(failed ? 'failure' : 'success');
    const { world } = this;
    if (world.dice.chance(0.12)) {
      world.at(world.now + 3 * SECOND, () =>
        change.say({
          type: 'change.commented',
          subject: change.key,
          actor: actorOf(COVERAGE_BOT),
        }),
      );
    }
  }
}

type Checks = NonNullable<RepositoryRules['checks']>;

/** The suites that run for one commit. */
interface Run {
  isStale: boolean;
  suites: number;
}
