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

import { ChangeFacts, Instant, withCurrentTurn } from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn, BooleanColumn, inChunks, oneOf } from '../database';
import { breath } from './breath';

/** Changes that are read at once. */
const BATCH = 1_000;

/** A row of `facts`, as far as figures need it. */
interface FactsRow {
  change: string;
  facts: string;
  simulated: BooleanColumn;
  fresh_at: BigIntColumn;
  revision: BigIntColumn;
  release: string | null;
}

/** A change as it was read, and what is to be said of it. */
export interface LoadedChange {
  facts: ChangeFacts;
  simulated: boolean;
  /** When its newest event was stored. */
  freshAt: Instant;
  /** Grows when it is built again. */
  revision: number;
  /** That brought it to production. */
  release?: string;
}

/**
 * The changes that one request has read, as of one instant. Each is read once,
 * in however many scopes it counts; which ones count in a scope is asked of the
 * database every time.
 */
export class LoadedChanges {
  readonly #knex: Knex;
  readonly #asOf: Instant;
  readonly #known = new Map<string, LoadedChange>();

  /** @param asOf - now; open changes have their current turn up to it */
  constructor(knex: Knex, asOf: Instant) {
    this.#knex = knex;
    this.#asOf = asOf;
  }

  /** The changes of a query of `facts`, in the order in which they began. */
  async of(query: Knex.QueryBuilder): Promise<LoadedChange[]> {
    const rows: { change: string }[] = await query.select('facts.change');
    const unknown = rows
      .map(row => row.change)
      .filter(change => !this.#known.has(change));
    for (const changes of inChunks(unknown, BATCH)) {
      await this.#read(changes);
      await breath();
    }
    return rows
      .flatMap(row => this.#known.get(row.change) ?? [])
      .sort(
        ({ facts: a }, { facts: b }) =>
          a.start - b.start || (a.change < b.change ? -1 : 1),
      );
  }

  async #read(changes: readonly string[]): Promise<void> {
    const rows: FactsRow[] = await this.#knex('facts')
      .select('change', 'facts', 'simulated', 'fresh_at', 'revision', 'release')
      .where(oneOf(this.#knex, 'change', changes));
    for (const row of rows) {
      this.#known.set(row.change, {
        facts: factsOf(row.facts, this.#asOf),
        simulated: Boolean(row.simulated),
        freshAt: Number(row.fresh_at),
        revision: Number(row.revision),
        ...(row.release !== null && { release: row.release }),
      });
    }
  }
}

/** The facts of a row, as of an instant. */
export function factsOf(json: string, asOf: Instant): ChangeFacts {
  return withCurrentTurn(JSON.parse(json), asOf);
}
