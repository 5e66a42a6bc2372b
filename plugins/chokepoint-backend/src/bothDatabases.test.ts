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
import { allAnswers, derivedRows, Questions } from '../dev/testing/answers';
import { API, startPortal } from '../dev/testing/portal';
import { simulatedCompany } from '../dev/testing/simulated';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const FROM = Date.UTC(2026, 0, 5);
const TO = Date.UTC(2026, 1, 16);
const COMPANY = simulatedCompany({
  seed: 7,
  from: FROM,
  to: TO,
  changesPerWeek: 60,
});
const CHANGES = COMPANY.events
  .filter(event => event.type === 'change.opened')
  .map(event => event.subject);

const QUESTIONS: Questions = {
  changes: CHANGES.filter((_, i) => i % 5 === 0),
  entities: COMPANY.entities
    .filter(entity => entity.kind !== 'User')
    .map(
      ({ kind, metadata }) => `${kind.toLowerCase()}/default/${metadata.name}`,
    ),
  from: new Date(FROM).toISOString(),
  to: new Date(TO).toISOString(),
};

describe('six weeks of a company', () => {
  const answers: unknown[] = [];
  const rows: unknown[] = [];

  it.each(databases.eachSupportedId())(
    'go into %s without a refusal, and every change comes out',
    async id => {
      const knex = await databases.init(id);
      const portal = await startPortal({ knex, entities: COMPANY.entities });
      const { body } = await portal.api
        .post(`${API}/events`)
        .set('Content-Type', 'application/x-ndjson')
        .send(COMPANY.events.map(event => JSON.stringify(event)).join('\n'))
        .expect(200);
      expect(body).toMatchObject({
        accepted: COMPANY.events.length,
        rejectedTotal: 0,
        contradictions: [],
      });
      await portal.settle();
      const derived = await derivedRows(knex);
      expect(derived.facts).toHaveLength(CHANGES.length);
      rows.push(derived);
      answers.push(await allAnswers(portal, QUESTIONS));
      await portal.stop();
    },
    240_000,
  );

  it('have the same rows and the same answers on every database', () => {
    expect(answers).toHaveLength(2);
    expect(rows[1]).toEqual(rows[0]);
    expect(answers[1]).toEqual(answers[0]);
  });
});
