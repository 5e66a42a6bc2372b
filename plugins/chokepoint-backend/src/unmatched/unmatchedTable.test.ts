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

import { TestDatabases } from '@backstage/backend-test-utils';
import { Unmatched } from 'chokepoint-flow';
import { migrate } from '../database';
import { replaceUnmatched, UnmatchedRow } from './unmatchedTable';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const SHOP = 'github.com/acme/shop';
const PAY = 'github.com/acme/pay';

function commit(value: string, lastAt: number, repo = SHOP): Unmatched {
  return {
    kind: 'commits',
    value,
    repo,
    n: 2,
    firstAt: 1,
    lastAt,
    open: true,
    mend: { kind: 'history', repo },
  };
}

describe.each(databases.eachSupportedId())('what did not match, on %s', id => {
  const table = async () => {
    const knex = await databases.init(id);
    await migrate(knex);
    return knex;
  };

  it('is replaced as a whole for the scope that found it, and for no other', async () => {
    const knex = await table();
    const shop = { repository: 'GitHub.com/acme/Shop' };
    await replaceUnmatched(knex, shop, [commit('a', 5), commit('b', 6)], 9);
    await replaceUnmatched(knex, { repository: PAY }, [commit('c', 7, PAY)], 9);
    await replaceUnmatched(knex, shop, [commit('b', 8)], 9);
    const rows = await knex<UnmatchedRow>('unmatched').orderBy('value');
    expect(rows.map(row => [row.value, row.repo, Number(row.last_at)])).toEqual(
      [
        ['b', SHOP, 8],
        ['c', PAY, 7],
      ],
    );
    await replaceUnmatched(knex, shop, [], 9);
    expect(await knex('unmatched').pluck('value')).toEqual(['c']);
  });

  it('bears the instant since when it is known, where it has none of its own', async () => {
    const knex = await table();
    const entity: Unmatched = {
      kind: 'entities',
      value: 'component:default/shop',
      n: 1,
      open: true,
      entityRefs: ['component:default/shop'],
    };
    await replaceUnmatched(knex, 'catalog', [entity], 100);
    await replaceUnmatched(knex, 'catalog', [{ ...entity, n: 4 }], 200);
    const [row] = await knex<UnmatchedRow>('unmatched');
    expect([row.n, row.first_at, row.last_at].map(Number)).toEqual([
      4, 100, 100,
    ]);
  });

  it('is not written again where nothing has changed', async () => {
    const knex = await table();
    const found = [commit('a', 5), commit('b', 5)];
    await replaceUnmatched(knex, { repository: SHOP }, found, 9);
    const before = await knex('unmatched').pluck('seq');
    await replaceUnmatched(knex, { repository: SHOP }, found.reverse(), 10);
    expect(await knex('unmatched').pluck('seq')).toEqual(before);
  });

  it('says how many there are beyond the thousand newest', async () => {
    const knex = await table();
    const found = Array.from({ length: 1_003 }, (_, i) =>
      commit(`sha${i}`, 10 + i),
    );
    await replaceUnmatched(knex, { repository: SHOP }, found, 9);
    const rows = await knex<UnmatchedRow>('unmatched').where({ value: '' });
    expect(rows).toHaveLength(1);
    const [{ n, detail, last_at }] = rows;
    expect([n, last_at].map(Number)).toEqual([6, 12]);
    expect(detail).toBe('{"more":3}');
    expect(await knex('unmatched').pluck('seq')).toHaveLength(1_001);
    expect(await knex('unmatched').where({ value: 'sha2' })).toEqual([]);
    expect(await knex('unmatched').where({ value: 'sha3' })).toHaveLength(1);
  });
});
