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
import { FlowEvent } from 'chokepoint-flow';
import { Knex } from 'knex';
import { forgetEvents } from '../../dev/testing/answers';
import { Portal, startPortal } from '../../dev/testing/portal';
import {
  deploymentStory,
  hours,
  mergedStory,
  SHOP,
  Story,
} from '../../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ITEM = 'acme.atlassian.net/browse/SHOP-1';
const FIRST_EVER = deploymentStory(99, { hour: -5, sha: 'unknown' }).events;

describe.each(databases.eachSupportedId())(
  'what arrives late finds the changes that were built without it, on %s:',
  id => {
    let portal: Portal;
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
      portal = await startPortal({ knex });
    });

    beforeEach(async () => {
      await forgetEvents(knex);
    });

    afterAll(async () => {
      await portal.stop();
    });

    /** The stored facts of a change, after each of several deliveries. */
    async function after(
      number: number,
      ...deliveries: (readonly FlowEvent[])[]
    ) {
      for (const events of deliveries) {
        await portal.send(events);
      }
      const row = await knex('facts')
        .where({ change: `${SHOP}/pull/${number}` })
        .first();
      return { ...JSON.parse(row.facts), release: row.release };
    }

    it('a deployment', async () => {
      const facts = await after(
        1,
        [...FIRST_EVER, ...mergedStory(1).events],
        deploymentStory(7, { hour: 10, sha: 'sha-1' }).events,
      );
      expect(facts.milestones.productionAt).toBe(hours(12));
      expect(facts.release).toBe(`${SHOP}/deployments/7`);
    });

    it('an earlier deployment than the one that was known', async () => {
      const facts = await after(
        1,
        [
          ...FIRST_EVER,
          ...mergedStory(1).events,
          ...deploymentStory(8, { hour: 20, sha: 'sha-1' }).events,
        ],
        deploymentStory(7, { hour: 10, sha: 'sha-1' }).events,
      );
      expect(facts.release).toBe(`${SHOP}/deployments/7`);
    });

    it('the merge of a later change, whose commit was rolled out', async () => {
      const later = mergedStory(2, { hour: 1 }).events;
      const facts = await after(
        1,
        [
          ...FIRST_EVER,
          ...mergedStory(1).events,
          ...later.slice(0, -1),
          ...deploymentStory(7, { hour: 10, sha: 'sha-2' }).events,
        ],
        later.slice(-1),
      );
      expect(facts.release).toBe(`${SHOP}/deployments/7`);
    });

    it('a deployment that lists the change', async () => {
      const facts = await after(
        1,
        [...FIRST_EVER, ...mergedStory(1).events],
        deploymentStory(7, {
          hour: 10,
          sha: 'unknown-too',
          changes: [`${SHOP}/pull/1`],
        }).events,
      );
      expect(facts.release).toBe(`${SHOP}/deployments/7`);
    });

    it('the first deployment ever of the repository', async () => {
      const merged = mergedStory(1).events;
      expect(await after(1, merged)).toMatchObject({ state: 'inProduction' });
      expect(await after(1, FIRST_EVER)).toMatchObject({
        state: 'merged',
        releaseUnobserved: false,
      });
    });

    it('a still earlier first deployment', async () => {
      const second = deploymentStory(7, { hour: 50, sha: 'unknown' }).events;
      expect(await after(1, mergedStory(1).events, second)).toMatchObject({
        releaseUnobserved: true,
      });
      expect(await after(1, FIRST_EVER)).toMatchObject({
        releaseUnobserved: false,
      });
    });

    it('a decision on its work item', async () => {
      const facts = await after(
        1,
        mergedStory(1, { data: { workItems: [ITEM] } }).events,
        new Story(ITEM).tell(-3, 'workItem.decided', 'dave').events,
      );
      expect(facts.milestones.decidedAt).toBe(hours(-3));
    });

    it('a revert', async () => {
      const colour = { data: { title: 'Colour' } };
      const facts = await after(
        1,
        mergedStory(1, colour).events,
        mergedStory(2, { hour: 30, data: { title: 'Revert "Colour"' } }).events,
      );
      expect(facts.revertedAt).toBe(hours(36));
      const twin = mergedStory(3, { hour: 20, ...colour }).events;
      expect((await after(1, twin)).revertedAt).toBeUndefined();
      expect((await after(3)).revertedAt).toBe(hours(36));
    });
  },
);
