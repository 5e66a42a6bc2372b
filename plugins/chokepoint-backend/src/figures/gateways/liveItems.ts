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

import { WaitingChange } from 'backstage-plugin-chokepoint-common';
import { Party, QueueHolder, QueueItem } from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../../database';
import { Directory } from '../../ownership/Directory';
import { membershipsOf, parentsOf } from '../../ownership/directoryTables';
import { PeopleView, ReadRequest } from '../Reader';
import { iso } from '../window';

/** A caller's own ref and those of all the caller's groups. */
export async function callersParties(
  knex: Knex,
  { caller }: ReadRequest,
): Promise<ReadonlySet<Party>> {
  if (caller === undefined) {
    return new Set();
  }
  const directory = new Directory({
    identities: [],
    memberships: await membershipsOf(knex, [caller]),
    parents: await parentsOf(knex),
  });
  return new Set([caller, ...directory.allGroupsOf(caller)]);
}

/** Whether somebody who is waited on is one of some parties. */
export function isMine(
  { holders }: QueueItem,
  mine: ReadonlySet<Party>,
): boolean {
  return holders.some(({ party, team }) => mine.has(party) || mine.has(team));
}

/** Changes that wait, as the API tells them. */
export async function presentItems(
  knex: Knex,
  items: readonly QueueItem[],
  people: PeopleView,
  mine: ReadonlySet<Party>,
): Promise<WaitingChange[]> {
  const rows: { change: string; facts: string }[] = await knex('facts')
    .select('change', 'facts')
    .where(
      oneOf(
        knex,
        'change',
        items.map(item => item.change),
      ),
    );
  const urls = new Map<string, string>(
    rows.map(row => [row.change, JSON.parse(row.facts).url]),
  );
  return items.map(item => ({
    ...item,
    url: urls.get(item.change) ?? `https://${item.change}`,
    since: iso(item.since),
    holders: seenAs(item.holders, people),
    mine: isMine(item, mine),
  }));
}

/** Holders as somebody may see them; the shares of one party are added. */
function seenAs(
  holders: readonly QueueHolder[],
  people: PeopleView,
): QueueHolder[] {
  const seen = new Map<Party, QueueHolder>();
  for (const { party, team, share } of holders) {
    const named = people === 'byName' || !party.startsWith('user:');
    const shown = named ? party : team;
    const before = seen.get(shown);
    seen.set(shown, {
      party: shown,
      team,
      share: (before?.share ?? 0) + share,
    });
  }
  return [...seen.values()];
}
