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

import type { CheckOutcome } from 'chokepoint-flow';
import { HinderedBall } from './HinderedBall';

/** What machines do with a change before its merge: checks, and the merge queue. */
export class CheckedBall extends HinderedBall {
  /** One of the suites of checks begins. */
  startChecks(suite: string): void {
    this.suites.start(suite);
    this.say({
      type: 'change.checksStarted',
      subject: this.key,
      data: { check: suite, required: true },
    });
    this.settle();
  }

  /** A suite ends. */
  finishChecks(suite: string, outcome: 'success' | 'failure'): void {
    this.suites.finish(suite, outcome);
    this.sayChecksFinished(suite, outcome);
    this.settle();
  }

  /** A run that nobody needs any more is cancelled. */
  abandonChecks(suite: string): void {
    this.sayChecksFinished(suite, 'cancelled');
    this.settle();
  }

  enterQueue(): void {
    this.isQueued = true;
    this.tell('change.queued', this.author);
  }

  leaveQueue(): void {
    this.isQueued = false;
    this.tell('change.dequeued');
  }

  private sayChecksFinished(check: string, outcome: CheckOutcome) {
    this.say({
      type: 'change.checksFinished',
      subject: this.key,
      data: { outcome, check, required: true },
    });
  }
}
