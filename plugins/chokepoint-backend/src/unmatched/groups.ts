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

import { UnmatchedCount } from 'backstage-plugin-chokepoint-common';
import {
  Mend,
  Unmatched,
  UNMATCHED_KINDS,
  UnmatchedKind,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn, BooleanColumn } from '../database';
import { PeopleView } from '../figures/Reader';
import { iso } from '../figures/window';
import { Concern, rowsAbout } from './concerns';

/** What is one thing, in however many repositories it was named. */
export interface UnmatchedGroup
  extends Required<Pick<Unmatched, 'kind' | 'value' | 'n' | 'open'>> {
  source?: string;
  mend?: Mend;
  firstAt: number;
  lastAt: number;
  /** How many things it stands for. */
  values: number;
  /** About a person, to somebody who may not see people. */
  withheld: boolean;
}

interface GroupRow {
  kind: UnmatchedKind;
  value: string;
  source: string | null;
  mend: string | null;
  open: BooleanColumn;
  n: BigIntColumn;
  first_at: BigIntColumn;
  last_at: BigIntColumn;
}

/**
 * Everything that did not match and concerns somebody, each thing once: by kind,
 * what was named last first.
 */
export async function groupUnmatched(
  knex: Knex,
  concerns: readonly Concern[],
  options: { people: PeopleView; openOnly: boolean },
): Promise<UnmatchedGroup[]> {
  const query = rowsAbout(knex, concerns)
    .select('kind', 'value', 'source', 'mend', 'open')
    .sum({ n: 'n' })
    .min({ first_at: 'first_at' })
    .max({ last_at: 'last_at' })
    .groupBy('kind', 'value', 'source', 'mend', 'open');
  if (options.openOnly) {
    query.where({ open: true });
  }
  const rows: GroupRow[] = await query;
  const more = await beyondTheList(knex, concerns);
  return rows
    .map(row => toGroup(row, more, options.people))
    .sort(
      (a, b) =>
        UNMATCHED_KINDS.indexOf(a.kind) - UNMATCHED_KINDS.indexOf(b.kind) ||
        Number(a.value === '') - Number(b.value === '') ||
        Number(b.open) - Number(a.open) ||
        b.lastAt - a.lastAt ||
        (keyOf(a) < keyOf(b) ? -1 : 1),
    );
}

/** What tells one group from every other. */
export function keyOf({ kind, value, source, mend, open }: UnmatchedGroup) {
  return JSON.stringify([kind, value, source, mend, open]);
}

/** The sums of each kind of which there is any. */
export function countKinds(
  groups: readonly UnmatchedGroup[],
): UnmatchedCount[] {
  return UNMATCHED_KINDS.flatMap(kind => {
    const own = groups.filter(group => group.kind === kind);
    return own.length === 0 ? [] : [countOf(kind, own)];
  });
}

function countOf(
  kind: UnmatchedKind,
  groups: readonly UnmatchedGroup[],
): UnmatchedCount {
  const single = groups.filter(({ value }) => value !== '');
  const pooled = groups.filter(({ value }) => value === '');
  const withheld = groups.some(group => group.withheld);
  return {
    kind,
    values:
      new Set(single.map(({ value }) => value)).size +
      pooled.reduce((sum, { values }) => sum + values, 0),
    // How often one person was named would be a figure about that person.
    n: groups.reduce((sum, g) => sum + (g.withheld ? g.values : g.n), 0),
    since: iso(Math.min(...groups.map(({ firstAt }) => firstAt))),
    ...(withheld && { withheld }),
  };
}

/** How many things the rows without a value stand for, by kind. */
async function beyondTheList(
  knex: Knex,
  concerns: readonly Concern[],
): Promise<Map<UnmatchedKind, number>> {
  const rows: { kind: UnmatchedKind; detail: string | null }[] =
    await rowsAbout(knex, concerns)
      .select('kind', 'detail')
      .where({ value: '' });
  const more = new Map<UnmatchedKind, number>();
  for (const { kind, detail } of rows) {
    const own: Unmatched['detail'] = JSON.parse(detail ?? '{}');
    more.set(kind, (more.get(kind) ?? 0) + (own?.more ?? 0));
  }
  return more;
}

function toGroup(
  row: GroupRow,
  more: ReadonlyMap<UnmatchedKind, number>,
  people: PeopleView,
): UnmatchedGroup {
  const mend: Mend | undefined = row.mend ? JSON.parse(row.mend) : undefined;
  return {
    kind: row.kind,
    value: row.value,
    open: Boolean(row.open),
    n: Number(row.n),
    firstAt: Number(row.first_at),
    lastAt: Number(row.last_at),
    values: row.value === '' ? more.get(row.kind) ?? 0 : 1,
    withheld: people === 'asTeam' && isAboutPerson(row.kind, mend),
    ...(row.source !== null && { source: row.source }),
    ...(mend && { mend }),
  };
}

function isAboutPerson(kind: UnmatchedKind, mend: Mend | undefined): boolean {
  return (
    kind === 'actors' ||
    kind === 'bots' ||
    (mend?.kind === 'alias' && mend.of === 'actors')
  );
}
