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

import { Knex } from 'knex';
import { BigIntColumn, insertAll, oneOf } from '../database';
import { Resident as CatalogResident } from './readCatalog';

/** An entity in a repository, and while which time it was so. */
export interface Tenure {
  seq: number;
  entityRef: string;
  /** Key of the repository in lower case. */
  repo: string;
  path: string;
  owner?: string;
  system?: string;
  /** Milliseconds since the epoch, inclusive. */
  validFrom: number;
  /** Exclusive; absent while it holds. */
  validTo?: number;
}

interface OwnershipRow {
  seq: BigIntColumn;
  entity_ref: string;
  repo: string;
  path: string;
  owner: string | null;
  system: string | null;
  valid_from: BigIntColumn;
  valid_to: BigIntColumn | null;
}

/**
 * Who has lived in some repositories, ever. Keys of repositories in lower case.
 * An owner that the catalog does not know any more owns nothing: somebody has to
 * be asked who exists.
 */
export async function tenuresIn(
  knex: Knex,
  repos: Iterable<string>,
): Promise<Tenure[]> {
  const rows: OwnershipRow[] = await knex('ownership')
    .select()
    .where(oneOf(knex, 'repo', repos))
    .orderBy('seq');
  const owners = await knownParties(
    knex,
    new Set(rows.flatMap(row => row.owner ?? [])),
  );
  return rows.map(row =>
    fromRow(
      row.owner !== null && owners.has(row.owner)
        ? row
        : { ...row, owner: null },
    ),
  );
}

async function knownParties(
  knex: Knex,
  refs: ReadonlySet<string>,
): Promise<Set<string>> {
  const rows: { party: string }[] = await knex('identities')
    .distinct('party')
    .where(oneOf(knex, 'party', refs));
  return new Set(rows.map(row => row.party));
}

/** Who lives where now. */
export async function currentTenures(knex: Knex): Promise<Tenure[]> {
  const rows = await knex<OwnershipRow>('ownership')
    .select()
    .whereNull('valid_to')
    .orderBy('seq');
  return rows.map(fromRow);
}

/** Those of some tenures that held at an instant. */
export function heldAt(tenures: readonly Tenure[], at: number): Tenure[] {
  return tenures.filter(
    ({ validFrom, validTo }) =>
      validFrom <= at && (validTo === undefined || at < validTo),
  );
}

/**
 * Writes down what has changed since the last time. What an entity was before
 * stays, with the instant until which it held; the first that is known of an
 * entity holds from the beginning of time; an entity that comes back as it was
 * has never been away. Returns the repositories in which anything changed.
 */
export async function updateTenures(
  trx: Knex,
  residents: readonly CatalogResident[],
  now: number,
): Promise<Set<string>> {
  const rows = await trx<OwnershipRow>('ownership').select().orderBy('seq');
  const tenures = rows.map(fromRow);
  const lastOf = new Map(tenures.map(t => [placeOf(t), t]));
  const known = new Set(tenures.map(t => t.entityRef));
  const touched = new Set<string>();
  const seen = new Set<string>();
  const begun: object[] = [];
  for (const resident of residents) {
    const wanted = { ...resident, repo: resident.repo.toLowerCase() };
    const last = lastOf.get(placeOf(wanted));
    seen.add(placeOf(wanted));
    if (last && isSame(last, wanted) && !wasElsewhere(last, tenures)) {
      if (last.validTo !== undefined) {
        await trx('ownership')
          .where({ seq: last.seq })
          .update({ valid_to: null });
        touched.add(last.repo);
      }
      continue;
    }
    if (last && last.validTo === undefined) {
      await end(trx, last, now);
      touched.add(last.repo);
    }
    begun.push(toRow(wanted, known.has(wanted.entityRef) ? now : 0));
    touched.add(wanted.repo);
  }
  for (const last of lastOf.values()) {
    if (!seen.has(placeOf(last)) && last.validTo === undefined) {
      await end(trx, last, now);
      touched.add(last.repo);
    }
  }
  await insertAll(trx, 'ownership', begun);
  return touched;
}

/** An entity may live in several repositories, and is followed in each. */
function placeOf({ entityRef, repo }: { entityRef: string; repo: string }) {
  return `${entityRef} ${repo}`;
}

/** Whether an entity lived somewhere else after a tenure had ended. */
function wasElsewhere(last: Tenure, tenures: readonly Tenure[]): boolean {
  const { validTo } = last;
  return (
    validTo !== undefined &&
    tenures.some(t => t.entityRef === last.entityRef && t.validFrom >= validTo)
  );
}

async function end(trx: Knex, tenure: Tenure, now: number): Promise<void> {
  await trx('ownership').where({ seq: tenure.seq }).update({ valid_to: now });
}

function isSame(a: Tenure, b: CatalogResident): boolean {
  return (
    a.repo === b.repo &&
    a.path === b.path &&
    a.owner === b.owner &&
    a.system === b.system
  );
}

function toRow(resident: CatalogResident, validFrom: number) {
  return {
    entity_ref: resident.entityRef,
    repo: resident.repo,
    path: resident.path,
    owner: resident.owner ?? null,
    system: resident.system ?? null,
    valid_from: validFrom,
    valid_to: null,
  };
}

function fromRow(row: OwnershipRow): Tenure {
  return {
    seq: Number(row.seq),
    entityRef: row.entity_ref,
    repo: row.repo,
    path: row.path,
    ...(row.owner !== null && { owner: row.owner }),
    ...(row.system !== null && { system: row.system }),
    validFrom: Number(row.valid_from),
    ...(row.valid_to !== null && { validTo: Number(row.valid_to) }),
  };
}
