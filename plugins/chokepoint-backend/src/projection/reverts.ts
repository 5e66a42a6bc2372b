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
import { BigIntColumn, oneOf } from '../database';
import { Subject } from './subjects';

interface Opening {
  change: string;
  repo: string;
  digest: string;
  openedAt: number;
}

/** When changes that revert each change were opened, in ms since the epoch. */
export async function revertsOf(
  knex: Knex,
  changes: readonly Subject[],
): Promise<Map<string, number[]>> {
  const digests = new Set(changes.flatMap(c => c.titleDigest ?? []));
  const reverts = await openings(knex, 'reverts_digest', digests);
  const twins =
    reverts.length === 0
      ? []
      : await openings(
          knex,
          'title_digest',
          new Set(reverts.map(r => r.digest)),
        );
  const found = new Map<string, number[]>();
  for (const revert of reverts) {
    const target = revertedBy(revert, twins);
    if (target !== undefined) {
      found.set(target, [...(found.get(target) ?? []), revert.openedAt]);
    }
  }
  return found;
}

/**
 * The change that another reverts: of those in its repository that bear the
 * title it names, the newest that was opened before it.
 */
export function revertedBy(
  revert: Opening,
  sameTitle: readonly Opening[],
): string | undefined {
  const [newest] = sameTitle
    .filter(
      twin =>
        twin.repo === revert.repo &&
        twin.digest === revert.digest &&
        twin.change !== revert.change &&
        twin.openedAt <= revert.openedAt,
    )
    .sort((a, b) => b.openedAt - a.openedAt || (a.change < b.change ? 1 : -1));
  return newest?.change;
}

/** Changes whose title, or the title they revert, has one of some digests. */
export async function openings(
  knex: Knex,
  column: 'title_digest' | 'reverts_digest',
  digests: ReadonlySet<string>,
): Promise<Opening[]> {
  const rows: {
    subject: string;
    repo: string;
    digest: string;
    opened_at: BigIntColumn;
  }[] = await knex('subjects')
    .select('subject', 'repo', 'opened_at', { digest: column })
    .where(oneOf(knex, column, digests))
    .whereNotNull('opened_at');
  return rows.map(row => ({
    change: row.subject,
    repo: row.repo,
    digest: row.digest,
    openedAt: Number(row.opened_at),
  }));
}
