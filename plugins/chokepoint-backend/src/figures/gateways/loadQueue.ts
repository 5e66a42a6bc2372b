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

import { Instant, Queue, Window } from 'chokepoint-flow';
import { Knex } from 'knex';
import { LoadedChanges } from '../LoadedChanges';
import { ChangeFilter, factsIn, VisibleScope } from '../scope';
import { Timekeeper } from '../time/Timekeeper';
import { LoadedWaits, View } from './LoadedWaits';

/** What a request has read. */
export interface Known {
  changes: LoadedChanges;
  waits: LoadedWaits;
}

/** Nothing read yet. */
export function nothingKnown(knex: Knex, view: View, asOf: Instant): Known {
  return {
    changes: new LoadedChanges(knex, asOf),
    waits: new LoadedWaits(knex, view, asOf),
  };
}

/**
 * Everything of a scope that waited at any time in a window, and all that is on
 * its way now, as far as somebody may see it.
 *
 * @param timekeeper - counts the waiting; without one wall-clock time counts
 * @param known - what the request has read already, as of the same instant
 */
export async function loadQueue(
  knex: Knex,
  scope: VisibleScope,
  request: ChangeFilter & View,
  window: Window,
  asOf: Instant,
  timekeeper?: Timekeeper,
  known = nothingKnown(knex, request, asOf),
): Promise<Queue> {
  const loaded = await known.changes.of(
    factsIn(knex, scope, request)
      .where('started_at', '<=', asOf)
      .where(living =>
        living
          .whereNull('ended_at')
          .orWhere(ended =>
            ended
              .where('ended_at', '>=', window.from)
              .where('started_at', '<', window.to),
          ),
      ),
  );
  const onTheWall = loaded.map(change => change.facts);
  if (!timekeeper) {
    return known.waits.queueOf(onTheWall, window);
  }
  const { changes } = await timekeeper.measure(onTheWall);
  const queue = await known.waits.queueOf(changes, window);
  return { ...queue, clock: timekeeper.clock };
}
