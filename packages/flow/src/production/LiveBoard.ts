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

import { DeploymentFailure, ReleaseFacts } from '../facts/factTypes';
import { Instant } from '../timeline/Segment';
import { Contents } from './Contents';
import { RollOut, RollOutStep } from './RollOut';

/** One release while its repository is walked through in order of time. */
export interface Release {
  /** Key of its first roll-out. */
  id: string;
  kind: ReleaseFacts['kind'];
  service?: string;
  sha: string;
  environments: Set<string>;
  rollOuts: Set<string>;
  startedAt: Instant;
  productionAt?: Instant;
  /** Instants at which roll-outs of it ended, by roll-out. */
  endedAt: Map<string, Instant>;
  failedRollOuts: number;
  changes: string[];
  /** A branch that was not merged yet: no release until it is. */
  isTrial: boolean;
  failures: DeploymentFailure[];
}

/** What is live of one service in one environment. */
interface Lane {
  service: string;
  /** The order in which commits were first live here. */
  first: Map<string, number>;
  /** The commits that were live, the current one last. */
  live: { sha: string; release: Release }[];
  /** What is rolled out here now, trials among it. */
  now?: { contents: Contents; release: Release };
}

/**
 * What is live, and which roll-outs are one release (section 2 of the model, *A
 * release*): one `release` of the source, else one service at one commit.
 */
export class LiveBoard {
  readonly releases: Release[] = [];
  readonly #newest = new Map<string, Release>();
  readonly #lanes = new Map<string, Lane>();
  readonly #byRollOut = new Map<string, Release>();

  /** What is live in every environment of every service. */
  *live(): Iterable<{ contents: Contents; release: Release }> {
    for (const { now } of this.#lanes.values()) {
      if (now) {
        yield now;
      }
    }
  }

  /** The release of a roll-out that began or ended. */
  releaseOf(rollOut: string): Release | undefined {
    return this.#byRollOut.get(rollOut);
  }

  /** Whether a success of this would go back to what was live before. */
  isBack(step: RollOutStep, contents: Contents): boolean {
    return kindIn(this.#lane(step, contents), contents.sha) === 'rollBack';
  }

  /** A roll-out begins. */
  started(rollOut: RollOut, step: RollOutStep, contents: Contents): Release {
    return this.#join(rollOut, step, contents);
  }

  failed(rollOut: RollOut, step: RollOutStep, contents: Contents): Release {
    const release = this.started(rollOut, step, contents);
    release.failedRollOuts += 1;
    release.endedAt.set(rollOut.key, step.at);
    return release;
  }

  /**
   * A roll-out succeeds.
   *
   * @returns the release, and whether it is live for the first time with it
   */
  succeeded(
    rollOut: RollOut,
    step: RollOutStep,
    contents: Contents,
  ): { release: Release; isNew: boolean } {
    const lane = this.#lane(step, contents);
    const kind = kindIn(lane, contents.sha);
    const release = this.#join(rollOut, step, contents);
    release.isTrial &&= contents.isTrial;
    release.endedAt.set(rollOut.key, step.at);
    lane.now = { contents, release };
    if (release.isTrial) {
      return { release, isNew: false };
    }
    const isNew = release.productionAt === undefined;
    release.productionAt ??= step.at;
    const live = lane.live[lane.live.length - 1];
    if (kind === 'rollBack' && live) {
      live.release.failures.push({
        cause: 'rolledBack',
        at: release.startedAt,
        recoveredAt: step.at,
        evidence: rollOut.key,
      });
    }
    goLive(lane, contents.sha, release);
    return { release, isNew };
  }

  /** A roll-out is taken back: what was live before it is live again. */
  rolledBack(rollOut: RollOut, step: RollOutStep, contents: Contents): void {
    const release = this.#byRollOut.get(rollOut.key);
    const lane = this.#lane(step, contents);
    const live = lane.live[lane.live.length - 1];
    if (release?.productionAt === undefined) {
      return;
    }
    release.failures.push({
      cause: 'rolledBack',
      at: step.at,
      recoveredAt: step.at,
    });
    if (live?.release === release) {
      lane.live.pop();
      lane.now = undefined;
    }
  }

  /** A trial brought its change to production with its merge. */
  becomesRelease(release: Release, at: Instant): void {
    if (release.isTrial) {
      release.isTrial = false;
      for (const lane of this.#lanes.values()) {
        if (lane.now?.release === release) {
          goLive(lane, lane.now.contents.sha, release);
        }
      }
    }
    release.productionAt ??= at;
  }

  #lane({ known }: RollOutStep, { part }: Contents): Lane {
    const service = part.service ?? known.service?.toLowerCase() ?? '';
    const key = JSON.stringify([
      service,
      part.paths,
      known.environment.toLowerCase(),
    ]);
    let lane = this.#lanes.get(key);
    if (!lane) {
      lane = { service, first: new Map(), live: [] };
      this.#lanes.set(key, lane);
    }
    return lane;
  }

  #join(rollOut: RollOut, step: RollOutStep, contents: Contents): Release {
    const { known } = step;
    const lane = this.#lane(step, contents);
    const kind = kindIn(lane, contents.sha);
    const service = contents.part.service ?? known.service?.toLowerCase();
    const key = JSON.stringify(
      known.release === undefined
        ? [service, contents.sha]
        : [undefined, known.release],
    );
    let release = this.#byRollOut.get(rollOut.key) ?? this.#newest.get(key);
    if (!release || (kind !== 'release' && !goesOn(release, kind, lane))) {
      release = {
        id: rollOut.key,
        kind,
        ...(service !== undefined && { service }),
        sha: contents.sha,
        environments: new Set(),
        rollOuts: new Set(),
        startedAt: rollOut.startedAt,
        endedAt: new Map(),
        failedRollOuts: 0,
        changes: [],
        isTrial: contents.isTrial,
        failures: [],
      };
      this.releases.push(release);
      this.#newest.set(key, release);
    }
    release.environments.add(known.environment);
    release.rollOuts.add(rollOut.key);
    this.#byRollOut.set(rollOut.key, release);
    return release;
  }
}

/** From now on this is what is live. */
function goLive({ first, live }: Lane, sha: string, release: Release): void {
  if (!first.has(sha)) {
    first.set(sha, first.size);
  }
  if (live[live.length - 1]?.sha !== sha) {
    live.push({ sha, release });
  }
}

/** Whether going back, or forward, is the one that began elsewhere already. */
function goesOn(
  release: Release,
  kind: ReleaseFacts['kind'],
  { live }: Lane,
): boolean {
  const current = live[live.length - 1];
  return (
    release.kind === kind &&
    release.startedAt >= (current?.release.productionAt ?? -Infinity)
  );
}

/** What it is to roll a commit out where others were live. */
function kindIn({ first, live }: Lane, sha: string): ReleaseFacts['kind'] {
  const current = live[live.length - 1];
  const order = first.get(sha);
  if (order === undefined || !current || current.sha === sha) {
    return 'release';
  }
  return order < (first.get(current.sha) ?? 0) ? 'rollBack' : 'forward';
}
