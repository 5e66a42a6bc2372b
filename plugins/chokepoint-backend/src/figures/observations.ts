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

import {
  ChangeFacts,
  DeploymentFacts,
  Instant,
  Window,
  withCurrentTurn,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn, BooleanColumn } from '../database';
import { deploymentsOf } from './deployments';
import { ChangeFilter, factsIn, VisibleScope } from './scope';

/** A row of `facts`, as far as figures need it. */
interface FactsRow {
  facts: string;
  simulated: BooleanColumn;
  fresh_at: BigIntColumn;
  revision: BigIntColumn;
  deployment: string | null;
}

/** What the figures of a scope are pooled from, and what is to be said of it. */
export interface Loaded {
  changes: ChangeFacts[];
  deployments: DeploymentFacts[];
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
 */
export async function loadObservations(
  knex: Knex,
  scope: VisibleScope,
  filter: ChangeFilter,
  window: Window,
  asOf: Instant,
): Promise<Loaded> {
  const rows: FactsRow[] = await inWindow(factsIn(knex, scope, filter), window)
    .select('facts', 'simulated', 'fresh_at', 'revision', 'deployment')
    .orderBy('started_at');
  const changes = rows.map(row => factsOf(row.facts, asOf));
  const shippedBy = new Map(
    rows.flatMap((row, i) =>
      row.deployment === null ? [] : [[changes[i].change, row.deployment]],
    ),
  );
  const fresh = rows.map(row => Number(row.fresh_at));
  const revisions = rows.map(row => Number(row.revision));
  return {
    changes,
    deployments: await deploymentsOf(knex, scope, changes, shippedBy, window),
    simulated: rows.some(row => Boolean(row.simulated)),
    ...(rows.length > 0 && { freshAt: Math.max(...fresh) }),
    version: `${rows.length}.${revisions.reduce((sum, r) => sum + r, 0)}`,
  };
}

/** The facts of a row, as of an instant. */
export function factsOf(json: string, asOf: Instant): ChangeFacts {
  return withCurrentTurn(JSON.parse(json), asOf);
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
