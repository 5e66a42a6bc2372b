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
import fc from 'fast-check';
import { Knex } from 'knex';
import {
  allAnswers,
  derivedRows,
  forgetEvents,
  Questions,
} from '../../dev/testing/answers';
import { API, Portal, startPortal } from '../../dev/testing/portal';
import {
  changeStory,
  deploymentStory,
  hours,
  mergedStory,
  SHOP,
  Story,
} from '../../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const PAY = 'github.com/acme/pay';
const ITEM = 'acme.atlassian.net/browse/SHOP-1';

/** A fortnight in which everything happens that ties subjects together. */
const FORTNIGHT: FlowEvent[] = [
  // Before the first deployment ever, and never deployed.
  ...mergedStory(1, { hour: 0 }).events,
  // By the list of a deployment, by its very commit, by a later commit.
  ...mergedStory(2, { hour: 20 }).events,
  ...mergedStory(3, { hour: 22 }).events,
  ...mergedStory(4, { hour: 24 }).events,
  ...deploymentStory(1, { hour: 8, sha: 'of-nothing-known' }).events,
  ...deploymentStory(2, {
    hour: 40,
    sha: 'of-nothing-known-either',
    changes: [`${SHOP}/pull/2`],
  }).events,
  ...deploymentStory(3, { hour: 44, sha: 'sha-4', outcome: 'failure' }).events,
  ...deploymentStory(4, { hour: 50, sha: 'sha-4' }).events,
  ...deploymentStory(5, { hour: 60, sha: 'sha-4' }).events,
  // To another branch, which the deployments of main do not contain.
  ...mergedStory(5, { hour: 26, data: { baseBranch: 'legacy' } }).events,
  // Serves a work item, and is linked to it late.
  ...new Story(ITEM, 'jira:acme')
    .tell(-20, 'workItem.created', 'dave', { labels: ['bug'] })
    .tell(-10, 'workItem.decided', 'dave')
    .tell(30, 'workItem.questionAsked', 'alice')
    .tell(90, 'workItem.statusChanged', 'dave', {
      from: 'Review',
      to: 'Ready for QA',
      category: 'waiting',
    })
    .tell(95, 'workItem.reopened', 'dave').events,
  ...mergedStory(6, { hour: 80, data: { workItems: [ITEM] } }).events,
  ...changeStory(7, { hour: 81 }).tell(85, 'change.updated', 'alice', {
    workItems: [ITEM],
    title: 'Change 7, on second thought',
  }).events,
  // A revert of the newer of two changes of one title, and an incident.
  ...mergedStory(8, { hour: 100, data: { title: 'Colour' } }).events,
  ...mergedStory(9, { hour: 110, data: { title: 'Colour' } }).events,
  ...deploymentStory(6, { hour: 120, sha: 'sha-9' }).tell(
    130,
    'deployment.rolledBack',
    'carol',
  ).events,
  ...mergedStory(10, { hour: 125, data: { title: 'Revert "Colour"' } }).events,
  ...new Story('acme.pagerduty.com/incidents/1')
    .tell(124, 'incident.opened', 'carol', {
      deployment: `${SHOP}/deployments/6`,
    })
    .tell(126, 'incident.resolved', 'carol', {}).events,
  // A repository without any deployment: production is the merge.
  ...mergedStory(11, { hour: 30, repo: PAY, author: 'carol' }).events,
  ...mergedStory(12, { hour: 31, repo: PAY, author: 'carol' }).events,
];

const QUESTIONS: Questions = {
  changes: [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(n => `${SHOP}/pull/${n}`),
    ...[11, 12].map(n => `${PAY}/pull/${n}`),
  ],
  entities: [
    'component/default/shop',
    'component/default/pay',
    'domain/default/commerce',
    'group/default/engineering',
  ],
  from: new Date(hours(-48)).toISOString(),
  to: new Date(hours(14 * 24)).toISOString(),
};

const EVERY_INDEX = FORTNIGHT.map((_, index) => index);

/** All events in any order, cut into batches, some processed at once. */
const deliveries = fc.record({
  order: fc.shuffledSubarray(EVERY_INDEX, { minLength: EVERY_INDEX.length }),
  cuts: fc.array(
    fc.record({ size: fc.integer({ min: 1, max: 30 }), settle: fc.boolean() }),
    { maxLength: 12 },
  ),
});

describe.each(databases.eachSupportedId())('on %s', id => {
  let portal: Portal;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    portal = await startPortal({
      knex,
      config: {
        chokepoint: { privacy: { minimumChanges: 1, minimumGroupSize: 1 } },
      },
    });
  });

  afterAll(async () => {
    await portal.stop();
  });

  it('the same events give the same answers, in whatever order they arrive', async () => {
    await portal.send(FORTNIGHT);
    const expected = await allAnswers(portal, QUESTIONS);
    const rows = await derivedRows(knex);
    expect(rows.facts).toHaveLength(12);
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ order, cuts }) => {
        await forgetEvents(knex);
        let rest = order.map(index => FORTNIGHT[index]);
        for (const { size, settle } of cuts) {
          await portal.api.post(`${API}/events`).send(rest.slice(0, size));
          rest = rest.slice(size);
          if (settle) {
            await portal.settle();
          }
        }
        await portal.send(rest);
        expect(await derivedRows(knex)).toEqual(rows);
        expect(await allAnswers(portal, QUESTIONS)).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  }, 300_000);

  it('ties each change to its release, its decision and its revert', async () => {
    await forgetEvents(knex);
    await portal.send(FORTNIGHT);
    const facts: {
      change: string;
      release: string | null;
      state: string;
    }[] = await knex('facts').select('change', 'release', 'state');
    const by = new Map(
      facts.map(row => [
        Number(row.change.split('/').pop()),
        row.release?.split('/').pop() ?? row.state,
      ]),
    );
    expect(Object.fromEntries(by)).toEqual({
      1: 'merged',
      2: '2',
      // A release goes by its first attempt, which failed.
      3: '3',
      4: '3',
      5: 'merged',
      6: '6',
      7: 'open',
      8: '6',
      9: '6',
      10: 'merged',
      11: 'inProduction',
      12: 'inProduction',
    });
    const { body } = await portal.api
      .get(`${API}/entities/component/default/shop/figures`)
      .query({ from: QUESTIONS.from, to: QUESTIONS.to });
    expect(body.figures.changeFailureRate).toMatchObject({
      n: 4,
      value: 0.25,
    });
    expect(body.figures.decisionToProduction.n).toBe(1);
    const reverted: { facts: string }[] = await knex('facts')
      .select('facts')
      .whereIn('change', [`${SHOP}/pull/8`, `${SHOP}/pull/9`])
      .orderBy('change');
    expect(reverted.map(row => JSON.parse(row.facts).revertedAt)).toEqual([
      undefined,
      hours(131),
    ]);
  });
});
