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

import { ModelRules } from '../rules/ModelRules';
import { Instant } from '../timeline/Segment';
import { RepositoryDescribed } from './RepositoryRecord';

const TRUNK = /^(main|master|trunk)$/i;
const INTEGRATION = /^(develop|development|dev|next|staging|integration)$/i;
const RELEASE = /^(release|stable|maint)|^v?\d+(\.\d+|\.x)*(\.x)?$/i;

/** Whether a branch is named like one that work is brought together on. */
export function isIntegrationName(branch: string): boolean {
  return INTEGRATION.test(branch);
}

/** What branches are, as it becomes known (section 2 of the model, *Released branches*). */
export class Branches {
  /** A production roll-out was made of these. */
  readonly #rolledOut = new Set<string>();
  /** How many open changes have each branch as their head. */
  readonly #openHeads = new Map<string, number>();
  readonly #heads = new Set<string>();
  #mergedIntoTrunk = false;

  constructor(
    private readonly repo: string,
    private readonly described: readonly RepositoryDescribed[],
    private readonly rules: ModelRules,
  ) {}

  /** A change of this branch is open now. */
  headOpened(branch: string): void {
    this.#heads.add(branch);
    this.#openHeads.set(branch, (this.#openHeads.get(branch) ?? 0) + 1);
  }

  headClosed(branch: string): void {
    this.#openHeads.set(branch, (this.#openHeads.get(branch) ?? 0) - 1);
  }

  mergedInto(branch: string): void {
    this.#mergedIntoTrunk ||= TRUNK.test(branch);
  }

  rolledOut(branch: string): void {
    this.#rolledOut.add(branch);
  }

  /** Whether what is merged into it is released from it; a branch nobody names is. */
  isReleased(branch: string | undefined, at: Instant): boolean {
    if (branch === undefined || this.#rolledOut.has(branch)) {
      return true;
    }
    const named = this.#named(at);
    if (named) {
      return named.includes(branch);
    }
    if (TRUNK.test(branch)) {
      return true;
    }
    if (branch === this.#said('defaultBranch', at)) {
      return !isIntegrationName(branch) || !this.#mergedIntoTrunk;
    }
    return RELEASE.test(branch) && (this.#openHeads.get(branch) ?? 0) <= 0;
  }

  /**
   * Whether a merge into it is production where no roll-out was ever seen: a
   * released branch, or one that nobody opened a change from.
   */
  endsHere(branch: string | undefined, at: Instant): boolean {
    return (
      branch === undefined ||
      this.isReleased(branch, at) ||
      (!this.#named(at) &&
        !this.#heads.has(branch) &&
        !isIntegrationName(branch))
    );
  }

  #named(at: Instant): readonly string[] | undefined {
    return (
      this.rules.releasedBranches[this.repo] ??
      this.#said('releasedBranches', at)
    );
  }

  /** What was said of the repository; the first time counts for the time before it. */
  #said<K extends 'defaultBranch' | 'releasedBranches'>(
    field: K,
    at: Instant,
  ): RepositoryDescribed[K] {
    const saying = this.described.filter(d => d[field] !== undefined);
    return (saying.findLast(d => d.at <= at) ?? saying[0])?.[field];
  }
}
