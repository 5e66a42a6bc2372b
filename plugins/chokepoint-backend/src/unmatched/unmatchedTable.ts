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

import { Unmatched, UnmatchedKind } from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn, BooleanColumn, insertAll } from '../database';

/**
 * Who found what did not match: the placement of one repository, or one of the
 * looks at everything. What a scope found is replaced as a whole.
 */
export type UnmatchedScope =
  | { repository: string }
  | 'catalog'
  | 'accounts'
  | 'contradictions'
  | 'suggestions';

/** A row of the table `unmatched`. */
export interface UnmatchedRow {
  scope: string;
  kind: UnmatchedKind;
  value: string;
  repo: string | null;
  source: string | null;
  entity_refs: string | null;
  n: BigIntColumn;
  first_at: BigIntColumn;
  last_at: BigIntColumn;
  open: BooleanColumn;
  detail: string | null;
  mend: string | null;
}

/** Values of one kind that one scope lists; the others are one row together. */
const MAX_OF_A_KIND = 1_000;
const MAX_VALUE = 500;

/**
 * Replaces everything a scope found by what it finds now. What was there before
 * and bears no instant of its own keeps the one since when it is known; where
 * nothing has changed, nothing is written.
 *
 * @param now - milliseconds since the epoch
 */
export async function replaceUnmatched(
  trx: Knex,
  scope: UnmatchedScope,
  found: readonly Unmatched[],
  now: number,
): Promise<void> {
  const key = scopeKey(scope);
  const before = await trx<UnmatchedRow>('unmatched')
    .select()
    .where({ scope: key })
    .orderBy('seq');
  const since = new Map(
    before.map(row => [identityOf(row), Number(row.first_at)]),
  );
  const rows = listed(found).map(unmatched => {
    const row = toRow(key, unmatched);
    const first = unmatched.firstAt ?? since.get(identityOf(row)) ?? now;
    return { ...row, first_at: first, last_at: unmatched.lastAt ?? first };
  });
  if (textOf(before) === textOf(rows)) {
    return;
  }
  await trx('unmatched').where({ scope: key }).delete();
  await insertAll(trx, 'unmatched', rows);
}

/**
 * At most a thousand values of a kind, the newest; the others are one row
 * without a value that says how many they are.
 */
function listed(found: readonly Unmatched[]): Unmatched[] {
  const byKind = new Map<UnmatchedKind, Unmatched[]>();
  for (const unmatched of found) {
    const list = byKind.get(unmatched.kind) ?? [];
    list.push(unmatched);
    byKind.set(unmatched.kind, list);
  }
  return [...byKind.values()].flatMap(list => {
    const sorted = list.sort(byNewest);
    const rest = sorted.slice(MAX_OF_A_KIND);
    return rest.length === 0
      ? sorted
      : [...sorted.slice(0, MAX_OF_A_KIND), pooled(rest)];
  });
}

function byNewest(a: Unmatched, b: Unmatched): number {
  return (
    (b.lastAt ?? 0) - (a.lastAt ?? 0) ||
    b.n - a.n ||
    (a.value < b.value ? -1 : 1)
  );
}

function pooled(rest: readonly Unmatched[]): Unmatched {
  const [{ kind, repo, source }] = rest;
  const instants = rest.flatMap(({ firstAt, lastAt }) => [
    ...(firstAt === undefined ? [] : [firstAt]),
    ...(lastAt === undefined ? [] : [lastAt]),
  ]);
  return {
    kind,
    value: '',
    n: rest.reduce((sum, { n }) => sum + n, 0),
    open: rest.some(({ open }) => open),
    ...(rest.every(other => other.repo === repo) && { repo }),
    ...(rest.every(other => other.source === source) && { source }),
    ...(instants.length > 0 && {
      firstAt: Math.min(...instants),
      lastAt: Math.max(...instants),
    }),
    detail: { more: rest.length },
  };
}

function toRow(scope: string, found: Unmatched): Omit<UnmatchedRow, Instants> {
  return {
    scope,
    kind: found.kind,
    value: found.value.slice(0, MAX_VALUE),
    repo: found.repo?.toLowerCase() ?? null,
    source: found.source ?? null,
    entity_refs: asJson(found.entityRefs),
    n: found.n,
    open: found.open,
    detail: asJson(found.detail),
    mend: asJson(found.mend),
  };
}

function asJson(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

type Instants = 'first_at' | 'last_at';

/** What makes two rows of a scope the same thing at different times. */
function identityOf({
  kind,
  value,
  repo,
  source,
}: Pick<UnmatchedRow, 'kind' | 'value' | 'repo' | 'source'>): string {
  return JSON.stringify([kind, value, repo, source]);
}

function textOf(rows: readonly UnmatchedRow[]): string {
  return JSON.stringify(
    rows.map(row => [
      identityOf(row),
      row.entity_refs,
      [row.n, row.first_at, row.last_at].map(Number),
      Boolean(row.open),
      row.detail,
      row.mend,
    ]),
  );
}

/** The scope as the column has it. */
export function scopeKey(scope: UnmatchedScope): string {
  return typeof scope === 'string'
    ? scope
    : `repository/${scope.repository.toLowerCase()}`;
}
