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
  UnmatchedItem,
  UnmatchedPage,
} from 'backstage-plugin-chokepoint-common';
import { UnmatchedDetail } from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../database';
import { asOfPage, pageOf } from '../figures/page';
import { UnmatchedRequest } from '../figures/Reader';
import { iso } from '../figures/window';
import { Concern, concernsOf, rowsAbout } from './concerns';
import { countKinds, groupUnmatched, keyOf, UnmatchedGroup } from './groups';
import { scopeOfUnmatched } from './scope';
import { UnmatchedRow } from './unmatchedTable';

/** Repositories and entities of one thing that are listed by key. */
const MAX_LISTED = 10;

/** Section 3 of the model, *What did not match*: one page, and all sums. */
export async function listUnmatched(
  knex: Knex,
  request: UnmatchedRequest,
  now: number,
): Promise<UnmatchedPage> {
  const { entityRef, visible, unowned, people } = request;
  const scope =
    entityRef === undefined
      ? undefined
      : await scopeOfUnmatched(knex, entityRef, visible);
  const concerns = await concernsOf(knex, { visible, scope, unowned });
  const groups = await groupUnmatched(knex, concerns, {
    people,
    openOnly: request.open,
  });
  const asked = groups.filter(
    ({ kind, withheld }) =>
      !withheld && (request.kind === undefined || kind === request.kind),
  );
  const page = pageOf(asked, keyOf, request, asOfPage(request, now));
  return {
    kinds: countKinds(groups),
    items: await presentGroups(knex, page.items, concerns),
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
  };
}

type Particulars = Pick<
  UnmatchedRow,
  'kind' | 'value' | 'source' | 'mend' | 'repo' | 'detail'
> & { concern: string };

async function presentGroups(
  knex: Knex,
  groups: readonly UnmatchedGroup[],
  concerns: readonly Concern[],
): Promise<UnmatchedItem[]> {
  const byKey = new Map(concerns.map(concern => [concern.key, concern]));
  const rows: Particulars[] = await rowsAbout(knex, concerns)
    .select('kind', 'value', 'source', 'mend', 'repo', 'detail', 'concern')
    .where(oneOf(knex, 'value', new Set(groups.map(({ value }) => value))))
    .orderBy([{ column: 'last_at', order: 'desc' }, { column: 'seq' }]);
  const rowsOf = new Map<string, Particulars[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.kind, row.value, row.source, row.mend]);
    rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
  }
  return groups.map(group => {
    const { kind, value, source, mend } = group;
    const key = JSON.stringify([
      kind,
      value,
      source ?? null,
      mend ? JSON.stringify(mend) : null,
    ]);
    return present(group, rowsOf.get(key) ?? [], byKey);
  });
}

function present(
  group: UnmatchedGroup,
  rows: readonly Particulars[],
  concerns: ReadonlyMap<string, Concern>,
): UnmatchedItem {
  const repos = new Set(rows.flatMap(({ repo }) => repo ?? []));
  const refs = rows.flatMap(row => concerns.get(row.concern)?.refs ?? []);
  const [newest] = rows;
  const detail = newest && detailOf(newest, concerns);
  return {
    kind: group.kind,
    ...(group.value === '' ? { more: group.values } : { value: group.value }),
    n: group.n,
    firstAt: iso(group.firstAt),
    lastAt: iso(group.lastAt),
    open: group.open,
    ...(group.source !== undefined && { source: group.source }),
    ...(repos.size > 0 && {
      repos: [...repos].slice(0, MAX_LISTED),
      repoCount: repos.size,
    }),
    ...(refs.length > 0 && {
      entityRefs: [...new Set(refs)].sort().slice(0, MAX_LISTED),
    }),
    ...(detail && { detail }),
    ...(group.mend && { mend: asWritable(group.mend) }),
  };
}

/** The particulars, without what may belong to an entity that is hidden. */
function detailOf(
  { detail, concern }: Particulars,
  concerns: ReadonlyMap<string, Concern>,
): UnmatchedItem['detail'] {
  if (detail === null) {
    return undefined;
  }
  const { more, samples, ...rest }: UnmatchedDetail = JSON.parse(detail);
  const shown = {
    ...rest,
    ...(samples && concerns.get(concern)?.whole && { samples: [...samples] }),
  };
  return Object.keys(shown).length > 0 ? shown : undefined;
}

function asWritable(
  mend: NonNullable<UnmatchedGroup['mend']>,
): NonNullable<UnmatchedItem['mend']> {
  return mend.kind === 'serviceName'
    ? { ...mend, candidates: [...mend.candidates] }
    : mend;
}
