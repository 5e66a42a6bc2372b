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

import { CommitIndex } from './CommitIndex';
import { ListedBefore } from './Contents';
import { RollOutStep, serviceOf } from './RollOut';

/** What failed roll-outs listed, by service: the next successful one has it too. */
export class FailedLists {
  readonly #byService = new Map<string, ListedBefore>();

  constructor(private readonly index: CommitIndex) {}

  before(step: RollOutStep): ListedBefore | undefined {
    return this.#byService.get(serviceOf(step));
  }

  failed(step: RollOutStep): void {
    const { changes = [], commits = [] } = step.known;
    if (changes.length + commits.length > 0) {
      const before = this.before(step);
      this.#byService.set(serviceOf(step), {
        changes: new Set([...(before?.changes ?? []), ...changes]),
        commits: new Set([
          ...(before?.commits ?? []),
          ...commits.map(commit => this.index.resolve(commit, step.at)),
        ]),
      });
    }
  }

  succeeded(step: RollOutStep): void {
    this.#byService.delete(serviceOf(step));
  }
}
