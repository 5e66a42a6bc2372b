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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { API, startPortal } from '../../dev/testing/portal';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const GUIDE = readFileSync(
  resolve(__dirname, '../../../../docs/api.md'),
  'utf8',
);

/** What the commands of the guide send to `POST /events`. */
const COMMANDS = [...GUIDE.matchAll(/```sh\n(curl .*?)```/gs)]
  .map(([, command]) => command)
  .filter(command => command.includes('/v1/events"'))
  .map(command => ({
    type: /-H 'Content-Type: (.*?)'/.exec(command)?.[1] ?? '',
    body: /-d '(.*?)'\n/s.exec(command)?.[1] ?? '',
  }));

describe.each(databases.eachSupportedId())(
  'the guide to the API, on %s',
  id => {
    it('sends events that are taken, each once', async () => {
      const portal = await startPortal({ knex: await databases.init(id) });
      const answers = [];
      for (const { type, body } of [...COMMANDS, COMMANDS[0]]) {
        const answer = await portal.api
          .post(`${API}/events`)
          .set('Content-Type', type)
          .send(body)
          .expect(200);
        answers.push(answer.body);
      }
      await portal.settle();
      await portal.stop();
      const taken = (accepted: number, duplicates = 0) => ({
        accepted,
        duplicates,
        rejected: [],
        rejectedTotal: 0,
        contradictions: [],
      });
      expect(answers).toEqual([taken(1), taken(1), taken(2), taken(0, 1)]);
      // The answer that the guide shows.
      const shown = /```json\n(\{\s+"accepted".*?)```/s.exec(GUIDE)?.[1] ?? '';
      expect(JSON.parse(shown)).toEqual(answers[0]);
    });
  },
);
