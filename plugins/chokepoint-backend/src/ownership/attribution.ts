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

import { Party, UNASSIGNED } from 'chokepoint-flow';

/** An entity in a repository, and who owned it at the time in question. */
export interface Resident {
  entityRef: string;
  /** Folder with a slash at its end; empty for the root. */
  path: string;
  /** Absent when unowned. */
  owner?: string;
}

/**
 * The entities a change touches, by section 3 of the model: those that live in
 * its repository; where they live in several folders, those in the innermost
 * folder around each path. A change of which no path is known, or none lies in
 * any of the folders, touches them all: nothing is dropped.
 */
export function entitiesTouched(
  residents: readonly Resident[],
  paths: readonly string[] | undefined,
): Resident[] {
  const folders = [...new Set(residents.map(r => r.path))].sort(
    (a, b) => b.length - a.length,
  );
  if (folders.length < 2 || !paths || paths.length === 0) {
    return [...residents];
  }
  const innermost = new Set<string>();
  for (const path of paths) {
    const folder = folders.find(prefix => path.startsWith(prefix));
    if (folder !== undefined) {
      innermost.add(folder);
    }
  }
  return innermost.size === 0
    ? [...residents]
    : residents.filter(r => innermost.has(r.path));
}

/**
 * The team that owns what a change touches: the owner of most of its entities,
 * the first by name where several own as many. An entity without an owner is
 * outvoted by any that has one.
 */
export function ownerOf(touched: readonly Resident[]): Party {
  const votes = new Map<string, number>();
  for (const { owner } of touched) {
    if (owner !== undefined) {
      votes.set(owner, (votes.get(owner) ?? 0) + 1);
    }
  }
  const [first] = [...votes].sort(
    ([a, n], [b, m]) => m - n || (a < b ? -1 : 1),
  );
  return first?.[0] ?? UNASSIGNED;
}
