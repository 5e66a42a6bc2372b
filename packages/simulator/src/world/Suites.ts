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

/** How the checks of the newest commit are going. */
export type CheckState = 'none' | 'running' | 'passed' | 'failed';

/** The suites of checks that run for the newest commit. */
export class Suites {
  state: CheckState = 'none';
  private running = 0;
  private hasFailed = false;

  /** A newer commit is there; what ran before says nothing about it. */
  reset(): void {
    this.state = 'none';
    this.running = 0;
    this.hasFailed = false;
  }

  start(): void {
    this.running += 1;
    this.state = 'running';
  }

  /** All have passed when the last one ends and none has failed. */
  finish(outcome: 'success' | 'failure'): void {
    this.running -= 1;
    this.hasFailed = outcome === 'failure' || this.hasFailed;
    if (this.running === 0) {
      this.state = this.hasFailed ? 'failed' : 'passed';
      this.hasFailed = false;
    }
  }
}
