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

import { ChangeFacts, Instant, ReleaseFacts, Window } from 'chokepoint-flow';
import { Knex } from 'knex';
import { LoadedChanges } from './LoadedChanges';
import { releasesOf } from './releases';
import { ChangeFilter, factsIn, VisibleScope } from './scope';

/** What the figures of a scope are pooled from, and what is to be said of it. */
export interface Loaded {
  changes: ChangeFacts[];
  releases: ReleaseFacts[];
  simulated: boolean;
  /** When the newest event was stored. */
  freshAt?: Instant;
  /** Changes when any of the changes does. */
  version: string;
}

/**
 * Loads everything of a scope that was on its way at any time in a window or
 * reached its end in it.
 *
 * @param asOf - now; open changes have their current turn up to it
 * @param known - what the request has read already, as of the same instant
 */
export async function loadObservations(
  knex: Knex,
  scope: VisibleScope,
  filter: ChangeFilter,
  window: Window,
  asOf: Instant,
  known = new LoadedChanges(knex, asOf),
): Promise<Loaded> {
  const loaded = await known.of(inWindow(factsIn(knex, scope, filter), window));
  const changes = loaded.map(change => change.facts);
  const shippedBy = new Map(
    loaded.flatMap(({ facts, release }) =>
      release === undefined ? [] : [[facts.change, release]],
    ),
  );
  const releases = await releasesOf(knex, scope, changes, shippedBy, window);
  const revisions = loaded.reduce((sum, change) => sum + change.revision, 0);
  return {
    changes,
    releases,
    simulated: loaded.some(change => change.simulated),
    ...(loaded.length > 0 && {
      freshAt: loaded.reduce((last, c) => Math.max(last, c.freshAt), 0),
    }),
    version: `${loaded.length}.${revisions}`,
  };
}

/** Changes that were on their way in a window, or ended in it. */
export function inWindow(
  query: Knex.QueryBuilder,
  window: Window,
): Knex.QueryBuilder {
  return query
    .where('started_at', '<', window.to)
    .where(living =>
      living.whereNull('ended_at').orWhere('ended_at', '>=', window.from),
    );
}

/** The same of a change that has been loaded. */
export function isInWindow({ start, end }: ChangeFacts, window: Window) {
  return start < window.to && (end === undefined || end >= window.from);
}
