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
  private readonly running = new Set<string>();
  private readonly failed = new Set<string>();
  private hasEnded = false;

  get state(): CheckState {
    if (this.running.size > 0) {
      return 'running';
    }
    if (this.hasFailed) {
      return 'failed';
    }
    return this.hasEnded ? 'passed' : 'none';
  }

  /** A suite has failed, and nobody has mended it yet. */
  get hasFailed(): boolean {
    return this.failed.size > 0;
  }

  /** The suites that have failed. */
  get failures(): string[] {
    return [...this.failed];
  }

  /** A newer commit is there. What failed goes on failing where it brings no work. */
  outdate(isWork: boolean): void {
    this.running.clear();
    this.hasEnded = false;
    if (isWork) {
      this.failed.clear();
    }
  }

  start(suite: string): void {
    this.running.add(suite);
  }

  finish(suite: string, outcome: 'success' | 'failure'): void {
    this.running.delete(suite);
    this.hasEnded = true;
    if (outcome === 'failure') {
      this.failed.add(suite);
    } else {
      this.failed.delete(suite);
    }
  }
}
