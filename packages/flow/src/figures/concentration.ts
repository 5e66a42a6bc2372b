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
import { sum } from './quantile';

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

/**
 * The smallest number of people without whom more than half of the changes have
 * nobody to approve them. Exact up to three people; beyond that the next is
 * always the one whose absence strands most changes, which may find one too
 * many.
 */
export function indispensable(
  approvers: readonly (readonly Party[])[],
): number {
  const people = [...new Set(approvers.flat())];
  const half = approvers.length / 2;
  for (let size = 1; size <= Math.min(3, people.length); size++) {
    for (const absent of combinations(people, size)) {
      if (stranded(approvers, absent) > half) {
        return size;
      }
    }
  }
  const absent = new Set<Party>();
  while (stranded(approvers, absent) <= half) {
    const next = people
      .filter(person => !absent.has(person))
      .map(person => ({
        person,
        n: weight(approvers, absent, person),
      }))
      .sort((a, b) => b.n - a.n || (a.person < b.person ? -1 : 1))[0];
    absent.add(next.person);
  }
  return absent.size;
}

/** Changes that nobody can approve while some people are absent. */
function stranded(
  approvers: readonly (readonly Party[])[],
  absent: ReadonlySet<Party>,
): number {
  return approvers.filter(people => people.every(p => absent.has(p))).length;
}

/** How much one more absence matters: each change the person approves, by how few others are left for it. */
function weight(
  approvers: readonly (readonly Party[])[],
  absent: ReadonlySet<Party>,
  person: Party,
): number {
  return sum(
    approvers
      .filter(people => people.includes(person))
      .map(people => 1 / people.filter(p => !absent.has(p)).length),
  );
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
