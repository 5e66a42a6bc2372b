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

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogOf, service } from '../../dev/testing/Situation';
import { API, startPortal } from '../../dev/testing/portal';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const PAGES = resolve(__dirname, '../../../../docs/situations');
/** When all stories of the pages are over. */
const END = '2026-03-02T18:00:00Z';

/** What a page says: the events, and the ledger that they make. */
function read(page: string) {
  const text = readFileSync(resolve(PAGES, page), 'utf8');
  const events = /```json\n(.*?)```/s.exec(text)?.[1].trim().split('\n') ?? [];
  const change = /The timeline of `(.*?)`/.exec(text)?.[1] ?? '';
  const ledger = text
    .split('\n')
    .filter(line => /^\| \d/.test(line))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim())
        .join(' | '),
    );
  return { events: events.map(line => JSON.parse(line)), change, ledger };
}

function lineOf(segment: {
  start: string;
  end: string;
  stage: string;
  mode: string;
  reason?: string;
  holders: { party: string }[];
}): string {
  return [
    dayOf(segment.start),
    dayOf(segment.end),
    segment.stage,
    segment.mode,
    segment.holders.map(({ party }) => party).join(', '),
    segment.reason ?? '',
  ].join(' | ');
}

/** The day of the month and the time: `2 09:00`. */
function dayOf(at: string): string {
  return `${Number(at.slice(8, 10))} ${at.slice(11, 16)}`;
}

describe.each(databases.eachSupportedId())(
  'the pages on situations, on %s',
  id => {
    it.each(readdirSync(PAGES))('%s shows what comes out', async page => {
      const { events, change, ledger } = read(page);
      const portal = await startPortal({
        knex: await databases.init(id),
        entities: [
          ...catalogOf(['shop']),
          service('cart', 'acme/mono', 'services/cart'),
          service('search', 'acme/mono', 'services/search'),
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Group',
            metadata: {
              name: 'storefront',
              namespace: 'default',
              annotations: { 'github.com/team-slug': 'acme/storefront' },
            },
            spec: { type: 'team', children: [] },
          },
        ],
        config: {
          integrations: { github: [{ host: 'github.com' }] },
          chokepoint: { privacy: { minimumChanges: 1, minimumGroupSize: 1 } },
        },
      });
      await portal.send(events);
      const { body } = await portal.api
        .get(`${API}/changes/${encodeURIComponent(change)}`)
        .query({ asOf: END })
        .expect(200);
      await portal.stop();

      expect(ledger.length).toBeGreaterThan(2);
      expect(body.segments.map(lineOf)).toEqual(ledger);
    });
  },
);
