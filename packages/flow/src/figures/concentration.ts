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

import { EXTERNAL, Party } from '../timeline/Segment';
import { Figure } from './Figure';
import { sum } from '../statistics/quantile';

/**
 * How few people give the approvals: the share of the one who gives most, the
 * Herfindahl-Hirschman index, its inverse as the effective number of approvers,
 * and the smallest number of people without whom more than half of the changes
 * would have nobody to approve them. People are counted, never named. Outsiders
 * are people of their own, and who has no account any more is somebody else
 * each time.
 *
 * @param approvers - of each approved change, each person once
 */
export function approvalConcentration(
  approvers: readonly (readonly Party[])[],
): Partial<Figure> {
  const approved = apart(approvers.filter(people => people.length > 0));
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

/** With names of their own for those who have none. */
function apart(approvers: readonly (readonly Party[])[]): Party[][] {
  return approvers.map((people, i) =>
    people.map((person, j) =>
      person === EXTERNAL ? `${EXTERNAL}:#${i}.${j}` : person,
    ),
  );
}

/** People who approved changes together, and how many changes. */
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
    if (mostStranded(sets, people, size) > half) {
      return size;
    }
  }
  return greedily(sets, people, half);
}

function distinctSets(approvers: readonly (readonly Party[])[]): Approvers[] {
  const sets = new Map<string, Approvers>();
  for (const people of approvers) {
    const key = people.length > 1 ? [...people].sort().join(' ') : people[0];
    const set = sets.get(key) ?? { people, changes: 0 };
    set.changes += 1;
    sets.set(key, set);
  }
  return [...sets.values()];
}

/**
 * The most changes that nobody can approve while one person or two are absent:
 * those that only the one, only the other, or both together approved.
 */
function mostStranded(
  sets: Approvers[],
  people: Party[],
  size: number,
): number {
  const alone = new Map<Party, number>();
  const together = new Map<Party, Map<Party, number>>();
  for (const { people: of, changes } of sets) {
    if (of.length === 1) {
      alone.set(of[0], changes);
    } else if (of.length === 2) {
      const [first, second] = [...of].sort();
      const partners = together.get(first) ?? new Map<Party, number>();
      together.set(first, partners.set(second, changes));
    }
  }
  const of = (person: Party) => alone.get(person) ?? 0;
  if (size === 1) {
    return people.reduce((most, person) => Math.max(most, of(person)), 0);
  }
  return people.reduce((most, first, i) => {
    const partners = together.get(first);
    return people
      .slice(i + 1)
      .reduce(
        (best, second) =>
          Math.max(best, of(first) + of(second) + (partners?.get(second) ?? 0)),
        most,
      );
  }, 0);
}

/** Takes away whoever is missed most, until more than half are stranded. */
function greedily(sets: Approvers[], people: Party[], half: number): number {
  const absent = new Set<Party>();
  let left = sets;
  let stranded = 0;
  while (stranded <= half) {
    const next = mostMissed(left, absent, people);
    absent.add(next);
    const others = left.map(({ people: of, changes }) => ({
      people: of.includes(next) ? of.filter(person => person !== next) : of,
      changes,
    }));
    stranded += sum(
      others.filter(set => set.people.length === 0).map(set => set.changes),
    );
    left = others.filter(set => set.people.length > 0);
  }
  return absent.size;
}

/** Who is missed most next: every change counts by how few are left for it. */
function mostMissed(
  left: Approvers[],
  absent: ReadonlySet<Party>,
  people: Party[],
): Party {
  const missed = new Map<Party, number>();
  for (const set of left) {
    const weight = set.changes / set.people.length;
    for (const person of set.people) {
      missed.set(person, (missed.get(person) ?? 0) + weight);
    }
  }
  return people
    .filter(person => !absent.has(person))
    .reduce((a, b) => ((missed.get(b) ?? 0) > (missed.get(a) ?? 0) ? b : a));
}
