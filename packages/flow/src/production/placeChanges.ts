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

import { Instant } from '../timeline/Segment';
import { changesIn, landingsIn, LifeStep } from './changesIn';
import { isOnTheWay } from './environments';
import { releasesIn } from './failures';
import { revertedBy } from './reverts';
import { FirstSeen, Parts } from './parts';
import { Placement } from './Placement';
import { RepositoryInput, RepositoryPlacement } from './RepositoryPlacement';
import { RepositoryWalk } from './RepositoryWalk';
import { RollOut, RollOutStep, rollOutUpTo } from './RollOut';
import { ShaBook } from './ShaBook';
import { unmatchedIn } from './unmatchedIn';
import { WalkedChange } from './WalkedChange';

/** Something that happens at an instant; of several the lowest order is first. */
interface Happening {
  at: Instant;
  order: number;
  key: string;
  run(): void;
}

/** What happens at one instant happens in this order. */
const ORDER = { described: 0, pushed: 1, life: 2, stale: 3, rollOut: 4 };

/**
 * Works out what is in production of a repository as of an instant, and what
 * failed there (section 2 of the model, *What is in production* and *What
 * failed*). Nothing that happened later is used, apart from which commit
 * descends from which and the first description of the repository: what it says
 * of an instant is the same whenever it is asked.
 *
 * @param input - everything known of the repository, now
 * @param asOf - the instant, in milliseconds since 1970
 * @public
 */
export function placeChanges(
  input: RepositoryInput,
  asOf: Instant,
): RepositoryPlacement {
  const parts = new Parts(input);
  const rollOuts = input.rollOuts
    .flatMap(
      record => rollOutUpTo(record, asOf, input.rules.environments) ?? [],
    )
    // Not in the order of arrival, which says nothing.
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const own = rollOuts.filter(({ steps }) =>
    steps.some(({ known }) => known.repo === input.repo),
  );
  const changes = changesIn(input, asOf);
  const book = new ShaBook(input.history);
  const walk = new RepositoryWalk(
    input,
    parts,
    new FirstSeen(rollOuts, parts),
    book,
  );
  const happenings = [
    ...changes.flatMap(change => lifeOf(change, walk, book, input, asOf)),
    ...rollOuts.flatMap(rollOut => wayOf(rollOut, walk)),
  ];
  happenings.sort(
    (a, b) =>
      a.at - b.at ||
      a.order - b.order ||
      (a.key < b.key ? -1 : +(a.key > b.key)),
  );
  happenings.forEach(({ run }) => run());
  const reverted = revertedBy(changes, input.rules);
  const { releases, unlinked } = releasesIn({ input, walk, changes }, asOf);
  return {
    placements: new Map(
      changes.map(change => [change.key, placementOf(change, reverted)]),
    ),
    releases,
    unlinkedIncidents: unlinked,
    unmatched: unmatchedIn({ input, walk, rollOuts: own, changes, unlinked }),
  };
}

function placementOf(
  change: WalkedChange,
  reverted: ReadonlyMap<WalkedChange, readonly Instant[]>,
): Placement {
  const { containment, release, productionAt, end } = change;
  return {
    change: change.key,
    carrier: change.isCarrier,
    ...(change.carriedBy && { carriedBy: change.carriedBy.key }),
    ...(containment !== undefined && { containment }),
    ...(release !== undefined && { release }),
    ...(productionAt !== undefined && { productionAt }),
    ...(end !== undefined && { end }),
    productionObserved: change.productionObserved && !change.releaseUnobserved,
    releaseUnobserved: change.releaseUnobserved,
    steps: change.steps,
    revertedAt: reverted.get(change) ?? [],
  };
}

/** Everything that happens to a change by an instant. */
function lifeOf(
  change: WalkedChange,
  walk: RepositoryWalk,
  book: ShaBook,
  { rules }: RepositoryInput,
  asOf: Instant,
): Happening[] {
  const { key, record } = change;
  const found: Happening[] = [];
  const add = (at: Instant, order: number, run: () => void) => {
    if (at <= asOf) {
      found.push({ at, order, key, run });
    }
  };
  // What is said beside the opening belongs to it.
  const whole = record.described.findLastIndex(
    ({ at }) => at === record.openedAt,
  );
  record.described.forEach((described, i) =>
    add(described.at, ORDER.described, () => {
      change.describe(described);
      described.commits?.forEach(sha => {
        book.add(sha, described.at);
        walk.pushed(change, sha, described.at, false);
      });
      if (i === whole) {
        walk.opened(change);
      }
    }),
  );
  for (const { at, sha, work } of record.pushes) {
    add(Math.max(at, record.openedAt), ORDER.pushed, () => {
      book.add(sha, at);
      walk.pushed(change, sha, at, work);
    });
  }
  for (const step of landingsIn(record, rules)) {
    add(step.at, ORDER.life, () => liveOn(change, step, walk, book));
    if (step.kind === 'landed') {
      const stale = step.at + rules.staleRelease;
      add(stale, ORDER.stale, () => walk.grewStale(change, stale));
    }
  }
  return found;
}

function liveOn(
  change: WalkedChange,
  step: LifeStep,
  walk: RepositoryWalk,
  book: ShaBook,
): void {
  const { at } = step;
  switch (step.kind) {
    case 'landed': {
      const { sha } = step;
      const { baseBranch: branch } = change;
      if (sha !== undefined) {
        book.add(sha, at);
      }
      walk.landed(change, {
        at,
        ...(sha !== undefined && { sha }),
        ...(branch !== undefined && { branch }),
      });
      break;
    }
    case 'closed':
      walk.closed(change, at);
      break;
    default:
      walk.reopened(change, at);
      break;
  }
}

/** Everything that happens to a roll-out by an instant. */
function wayOf(rollOut: RollOut, walk: RepositoryWalk): Happening[] {
  return rollOut.steps.map((step, i) => ({
    at: step.at,
    order: ORDER.rollOut,
    key: `${rollOut.key} ${String(i).padStart(4, '0')}`,
    run: () => goOn(rollOut, step, walk),
  }));
}

function goOn(rollOut: RollOut, step: RollOutStep, walk: RepositoryWalk): void {
  const { production } = step.environment;
  switch (step.kind) {
    case 'gate':
      if (production || isOnTheWay(step.known.environment)) {
        walk.asked(rollOut, step);
      }
      break;
    case 'passed':
      walk.passed(rollOut.key, step.at);
      break;
    case 'started':
      if (production) {
        walk.started(rollOut, step);
      } else {
        walk.startedOnTheWay(rollOut, step);
      }
      break;
    case 'succeeded':
    case 'failed':
      if (!production) {
        walk.startedOnTheWay(rollOut, step);
      } else if (step.kind === 'succeeded') {
        walk.succeeded(rollOut, step);
      } else {
        walk.failed(rollOut, step);
      }
      break;
    case 'rolledBack':
      if (production) {
        walk.rolledBack(rollOut, step);
      }
      break;
    default:
      break;
  }
}
