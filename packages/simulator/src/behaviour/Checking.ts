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

/** The names of the suites; a repository has the first ones. */
const SUITES = ['build', 'browser-tests'];

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
    const run: Run = { isStale: false, suites: new Set() };
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

  /** What has failed is run again without a change, and succeeds. */
  runAgain(change: Change): void {
    const { world } = this;
    const run = this.runs.get(change);
    for (const suite of change.suites.failures) {
      change.startChecks(suite);
      run?.suites.add(suite);
      world.at(world.now + world.dice.lasting(12 * MINUTE, 0.25), () => {
        if (run && !run.isStale) {
          run.suites.delete(suite);
          change.finishChecks(suite, 'success');
        }
      });
    }
  }

  private abandon(change: Change, run: Run | undefined): void {
    run?.suites.forEach(suite => change.abandonChecks(suite));
    run?.suites.clear();
  }

  private runThrough(change: Change, run: Run, checks: Checks): void {
    const { world } = this;
    const { dice } = world;
    for (const suite of SUITES.slice(0, checks.suites)) {
      run.suites.add(suite);
      change.startChecks(suite);
      const end = world.now + dice.lasting(checks.lasting, 0.25);
      world.at(end, () => {
        if (!run.isStale) {
          run.suites.delete(suite);
          this.finish(change, suite, dice.chance(checks.failing));
        }
      });
    }
  }

  private finish(change: Change, suite: string, failed: boolean): void {
    change.finishChecks(suite, failed ? 'failure' : 'success');
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
  suites: Set<string>;
}
