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
import { SnapshotComparison } from 'backstage-plugin-chokepoint-common';
import { FindingRule } from 'chokepoint-flow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API, Portal, startPortal } from '../../../dev/testing/portal';

// The worked example of snapshots in docs/kpis.md, compared.

const KPIS = readFileSync(
  join(__dirname, '../../../../../docs/kpis.md'),
  'utf8',
).replace(/\s+/g, ' ');
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const PATH = `${API}/entities/component/default/shop/snapshots`;
const MARCH: FindingRule[] = ['singleGateway', 'tooMuchWip'];
const JUNE: FindingRule[] = ['tooMuchWip', 'blindSpot'];

describe('two snapshots', () => {
  let portal: Portal;
  let ids: string[];

  beforeAll(async () => {
    const knex = await databases.init('SQLITE_3');
    portal = await startPortal({ knex });
    ids = [];
    for (const rules of [MARCH, JUNE]) {
      const { body } = await portal.api.post(PATH).send({}).expect(201);
      const findings = rules.map(rule => ({
        rule,
        severity: 'info',
        sentence: 'It is so.',
        move: 'Change it.',
        figures: [],
      }));
      await knex('snapshots')
        .where({ id: body.id })
        .update({ state: JSON.stringify({ figures: {}, findings }) });
      ids.push(body.id);
    }
  });

  afterAll(() => portal.stop());

  it('tell what is gone, has stayed and is new, as the documentation does', async () => {
    const [march, june] = ids;
    const { body } = await portal.api
      .get(`${PATH}/${march}?compare=${june}`)
      .expect(200);
    const { findings }: SnapshotComparison = body;
    const told = (key: 'gone' | 'stayed' | 'new') =>
      findings[key].map(({ rule }) => `\`${rule}\``).join(', ');
    const shown = (rules: FindingRule[]) =>
      rules.map(rule => `\`${rule}\``).join(', ');
    expect(KPIS).toContain(
      `{${shown(MARCH)}} in March and {${shown(JUNE)}} in June, ${told(
        'gone',
      )} is gone, ${told('stayed')} has stayed, ${told('new')} is new.`,
    );
  });
});
