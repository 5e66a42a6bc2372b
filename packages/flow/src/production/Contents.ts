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

import { DeploymentDescription } from '../events/FlowEvent';
import { Instant } from '../timeline/Segment';
import { CommitIndex } from './CommitIndex';
import { liesIn } from './folders';
import { Containment } from './Placement';
import { WalkedChange } from './WalkedChange';

/** What a roll-out is of: a part of its repository, or all of it. */
export interface RolledOutPart {
  /** Ref of the entity, where it names one that is known. */
  service?: string;
  /** It names a service of a repository with several, and none of them. */
  isUnknownService: boolean;
  paths?: readonly string[];
}

/** What failed roll-outs of a service listed, until one succeeds. */
export interface ListedBefore {
  changes: ReadonlySet<string>;
  commits: ReadonlySet<string>;
}

type Said = Pick<DeploymentDescription, 'sha' | 'changes' | 'commits'>;

/**
 * What a roll-out contains (section 2 of the model, *What is in production*):
 * what it lists, else what its commit descends from, else what was merged
 * before on the same branch. It is asked of what is known when it is asked.
 */
export class Contents {
  /** Its commit in full. */
  readonly sha: string;
  private readonly commits: ReadonlySet<string>;
  private readonly changes: ReadonlySet<string>;

  constructor(
    private readonly said: Said,
    readonly part: RolledOutPart,
    private readonly before: ListedBefore | undefined,
    /** When it was said. */
    readonly at: Instant,
    /** When the roll-out began. */
    readonly startedAt: Instant,
    private readonly index: CommitIndex,
  ) {
    this.sha = index.resolve(said.sha, at);
    this.changes = new Set(said.changes);
    this.commits = new Set(
      (said.commits ?? []).map(commit => index.resolve(commit, at)),
    );
  }

  /** How it contains a change that went in, itself or by what carries it. */
  find(change: WalkedChange): Containment | undefined {
    for (const member of change.line()) {
      const how = this.holds(member);
      if (how === 'changes' || (how && this.touches(change))) {
        return how;
      }
    }
    return undefined;
  }

  /**
   * How it contains the last work of a change that is not merged, or was not
   * when it was rolled out.
   */
  findWork(change: WalkedChange): Containment | undefined {
    const { lastWork, key, newestShas } = change;
    if (this.lists(key)) {
      return lastWork === undefined || lastWork.at <= this.startedAt
        ? 'changes'
        : undefined;
    }
    if (lastWork === undefined || this.said.changes) {
      return undefined;
    }
    for (const sha of newestShas) {
      const how = this.findCommit(sha);
      if (how && this.touches(change)) {
        return how;
      }
    }
    return undefined;
  }

  /** Whether it is made of nothing but changes that are not merged yet. */
  get isTrial(): boolean {
    const { changes } = this.said;
    if (changes && changes.length > 0) {
      return changes.every(key => this.index.change(key)?.isOpen);
    }
    // A carrier's commits are those of a branch that others were merged into.
    const pushedBy = this.index.pushedBy(this.sha);
    return (
      !this.index.landedAs(this.sha) &&
      pushedBy?.isOpen === true &&
      !pushedBy.isCarrier
    );
  }

  /** The open changes that are tried out with it. */
  get triedOut(): WalkedChange[] {
    const pushedBy = this.index.pushedBy(this.sha);
    const tried = this.said.changes
      ? this.said.changes.map(key => this.index.change(key))
      : [this.index.landedAs(this.sha) ? undefined : pushedBy];
    return tried.flatMap(change => (change?.isOpen ? change : []));
  }

  /** Whether no change known now can be among it: nothing of it is known. */
  get isEmpty(): boolean {
    return (
      this.changes.size === 0 &&
      this.commits.size === 0 &&
      !this.before &&
      !this.index.knows(this.sha)
    );
  }

  /** Whether it says itself which changes it contains. */
  get isListing(): boolean {
    return this.said.changes !== undefined;
  }

  /** Whether it says what it contains, or its commit is known. */
  get isKnown(): boolean {
    return (
      this.said.changes !== undefined ||
      this.said.commits?.length === 0 ||
      [this.sha, ...this.commits].some(sha => this.index.knows(sha))
    );
  }

  /** Keys of the changes that it lists, or whose commits it does. */
  get listed(): readonly string[] {
    const { changes, commits } = this.said;
    if (changes) {
      return changes;
    }
    return commits === undefined
      ? []
      : [...this.commits].flatMap(sha => {
          const change = this.index.landedAs(sha) ?? this.index.pushedBy(sha);
          return change ? [change.key] : [];
        });
  }

  /** Whether a change touches what is rolled out; one that touches no service does. */
  touches({ entities, folders }: WalkedChange): boolean {
    const { service, isUnknownService, paths } = this.part;
    if (entities.length > 0) {
      if (isUnknownService || (service && !entities.includes(service))) {
        return false;
      }
    }
    return (
      paths === undefined ||
      folders === undefined ||
      folders.some(folder => paths.some(path => liesIn(folder, path)))
    );
  }

  private lists(key: string): boolean {
    return this.changes.has(key) || (this.before?.changes.has(key) ?? false);
  }

  private holds(change: WalkedChange): Containment | undefined {
    if (this.lists(change.key)) {
      return 'changes';
    }
    if (this.holdsOneOf(change, this.before?.commits)) {
      return 'commits';
    }
    if (this.said.changes) {
      return undefined;
    }
    if (this.said.commits) {
      return this.holdsOneOf(change, this.commits) ? 'commits' : undefined;
    }
    return this.index.history.has(this.sha)
      ? this.descendsFrom(change)
      : this.assumedToHold(change);
  }

  private holdsOneOf(
    { landing, record }: WalkedChange,
    commits: ReadonlySet<string> | undefined,
  ): boolean {
    if (!commits || commits.size === 0) {
      return false;
    }
    return (
      (landing?.sha !== undefined && commits.has(landing.sha)) ||
      record.pushes.some(({ sha }) => commits.has(sha)) ||
      record.described.some(d => d.commits?.some(sha => commits.has(sha)))
    );
  }

  /** The history says so; of what was merged before it begins, the branch does. */
  private descendsFrom(change: WalkedChange): Containment | undefined {
    const { landing } = change;
    const { history } = this.index;
    if (landing === undefined) {
      return undefined;
    }
    if (landing.sha !== undefined && history.has(landing.sha)) {
      return history.contains(this.sha, landing.sha) ? 'history' : undefined;
    }
    const from = this.index.landedAs(this.sha)?.landing?.branch;
    return history.oldestAt !== undefined &&
      landing.at < history.oldestAt &&
      (from === undefined || from === landing.branch)
      ? 'history'
      : undefined;
  }

  /** It is made of a change, and of all merged before it on the same branch. */
  private assumedToHold(change: WalkedChange): Containment | undefined {
    const tip = this.index.landedAs(this.sha);
    if (tip?.landing && change.landing) {
      return change.landing.branch === tip.landing.branch &&
        (change === tip || change.landing.at <= tip.landing.at)
        ? 'assumed'
        : undefined;
    }
    return tip === undefined && change.newestShas.includes(this.sha)
      ? 'assumed'
      : undefined;
  }

  private findCommit(sha: string): Containment | undefined {
    if (this.said.commits) {
      return this.commits.has(sha) ? 'commits' : undefined;
    }
    if (this.index.history.contains(this.sha, sha)) {
      return 'history';
    }
    return this.sha === sha ? 'assumed' : undefined;
  }
}
