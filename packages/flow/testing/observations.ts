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

import { ChangeFacts, ReleaseFacts } from '../src/facts/factTypes';
import { Observations } from '../src/figures/population';
import { EPOCH } from './story';

export const DAY = 86_400_000;

/** Four weeks; the tests give days from its begin. */
export const WINDOW = { from: EPOCH, to: EPOCH + 28 * DAY };

const day = (days: number) => EPOCH + days * DAY;
let keys = 0;

/** Facts of a change that is open since day 0, but for what is given in days. */
export function facts(
  given: Partial<Omit<ChangeFacts, 'start' | 'end'>> & {
    start?: number;
    shipped?: number;
    closed?: number;
    mergedAt?: number;
    decided?: boolean;
    visits?: [number, number | undefined][];
    pause?: [number, number];
  },
): ChangeFacts {
  const {
    start = 0,
    shipped,
    closed,
    mergedAt,
    decided,
    visits = [],
    pause,
    ...rest
  } = given;
  const production = shipped === undefined ? undefined : day(shipped);
  const end = production ?? (closed === undefined ? undefined : day(closed));
  return {
    change: `github.com/acme/shop/pull/${(keys += 1)}`,
    repo: 'github.com/acme/shop',
    title: 't',
    url: 'u',
    state: production === undefined ? 'open' : 'inProduction',
    author: 'user:default/alice',
    authorKind: 'human',
    workType: 'other',
    size: 's',
    owner: 'group:default/shop',
    productionObserved: true,
    releaseUnobserved: false,
    carrier: false,
    decidedLate: false,
    linkedLate: false,
    milestones: {
      openedAt: day(start),
      productionAt: production,
      mergedAt: mergedAt === undefined ? production : day(mergedAt),
      decidedAt: decided ? day(start) : undefined,
    },
    start: day(start),
    end,
    working: 0,
    waiting: 0,
    stages: {},
    handoffs: 0,
    teamHandoffs: 0,
    returns: 0,
    clarificationLoops: 0,
    soleBlockerTime: 0,
    unownedWait: 0,
    approvers: [],
    reviewVisits: visits.map(([from, to]) => ({
      start: day(from),
      ...(to !== undefined && { end: day(to) }),
      answered: to !== undefined,
    })),
    pauses: pause ? [{ start: day(pause[0]), end: day(pause[1]) }] : [],
    ...rest,
  };
}

/** A release that reached production on a day, in an hour. */
export function live(
  finished: number,
  given: Partial<ReleaseFacts> = {},
): ReleaseFacts {
  const release = `github.com/acme/shop/deployments/${(keys += 1)}`;
  return {
    release,
    kind: 'release',
    repo: 'github.com/acme/shop',
    services: [],
    sha: 'm',
    environments: ['production'],
    rollOuts: [release],
    startedAt: day(finished) - 3_600_000,
    productionAt: day(finished),
    failedRollOuts: 0,
    changes: [],
    ...given,
  };
}

/** A release of which no roll-out succeeded. */
export function failed(begun: number): ReleaseFacts {
  return {
    ...live(begun),
    startedAt: day(begun),
    productionAt: undefined,
    failedRollOuts: 1,
  };
}

/** What is observed in the four weeks. */
export function observe(
  changes: ChangeFacts[],
  releases: ReleaseFacts[] = [],
): Observations {
  return { changes, releases, window: WINDOW, asOf: WINDOW.to };
}
