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

import { Party } from '../timeline/Segment';
import { Figure } from './Figure';
import { sum } from '../statistics/quantile';

/**
 * How few people give the approvals: the share of the one who gives most, the
 * Herfindahl-Hirschman index, its inverse as the effective number of approvers,
 * and the smallest number of people without whom more than half of the changes
 * would have nobody to approve them. People are counted, never named.
 *
 * @param approvers - of each approved change, each person once
 */
export function approvalConcentration(
  approvers: readonly (readonly Party[])[],
): Partial<Figure> {
  const approved = approvers.filter(people => people.length > 0);
  if (approved.length === 0) {
    return {};
  }
  const given = new Map<Party, number>();
  for (const person of approved.flat()) {
    given.set(person, (given.get(person) ?? 0) + 1);
  }
  const total = sum([...given.values()]);
  const shares = [...given.values()].map(count => count / total);
  const hhi = sum(shares.map(share => share * share));
  const topShare = Math.max(...shares);
  return {
    value: topShare,
    details: {
      topShare,
      hhi,
      effectiveApprovers: 1 / hhi,
      people: given.size,
      indispensable: indispensable(approved),
    },
  };
}

/** A set of people who approved changes together, and how many changes. */
interface Approvers {
  people: readonly Party[];
  changes: number;
}

/**
 * The smallest number of people without whom more than half of the changes have
 * nobody to approve them. Exact up to two people; beyond that the next is
 * always the one whose absence matters most, which may find one too many.
 */
export function indispensable(
  approvers: readonly (readonly Party[])[],
): number {
  const sets = distinctSets(approvers);
  const people = [...new Set(approvers.flat())].sort();
  const half = approvers.length / 2;
  for (const size of [1, 2]) {
    for (const absent of combinations(people, size)) {
      if (stranded(sets, absent) > half) {
        return size;
      }
    }
  }
  const absent = new Set<Party>();
  while (stranded(sets, absent) <= half) {
    absent.add(mostMissed(sets, absent, people));
  }
  return absent.size;
}

function distinctSets(approvers: readonly (readonly Party[])[]): Approvers[] {
  const sets = new Map<string, Approvers>();
  for (const people of approvers) {
    const key = [...people].sort().join(' ');
    const set = sets.get(key) ?? { people, changes: 0 };
    set.changes += 1;
    sets.set(key, set);
  }
  return [...sets.values()];
}

/** Changes that nobody can approve while some people are absent. */
function stranded(sets: Approvers[], absent: ReadonlySet<Party>): number {
  return sum(
    sets
      .filter(({ people }) => people.every(person => absent.has(person)))
      .map(({ changes }) => changes),
  );
}

/** Who is missed most next: every change counts by how few are left for it. */
function mostMissed(
  sets: Approvers[],
  absent: ReadonlySet<Party>,
  people: Party[],
): Party {
  const missed = new Map<Party, number>();
  for (const set of sets) {
    const left = set.people.filter(person => !absent.has(person));
    for (const person of left) {
      const weight = set.changes / left.length;
      missed.set(person, (missed.get(person) ?? 0) + weight);
    }
  }
  return people
    .filter(person => !absent.has(person))
    .reduce((a, b) => ((missed.get(b) ?? 0) > (missed.get(a) ?? 0) ? b : a));
}

function* combinations<T>(items: T[], size: number): Generator<Set<T>> {
  if (size === 0) {
    yield new Set();
    return;
  }
  for (let i = 0; i + size <= items.length; i++) {
    for (const rest of combinations(items.slice(i + 1), size - 1)) {
      yield new Set([items[i], ...rest]);
    }
  }
}
