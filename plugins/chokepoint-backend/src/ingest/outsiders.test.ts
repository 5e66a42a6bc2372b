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
import { Knex } from 'knex';
import { forgetEvents } from '../../dev/testing/answers';
import { API, Portal, startPortal } from '../../dev/testing/portal';
import {
  changeStory,
  deploymentStory,
  hours,
  mergedStory,
  SHOP,
} from '../../dev/testing/story';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

interface Told {
  party: string;
  share: number;
}

describe.each(databases.eachSupportedId())('who is who on %s', id => {
  let portal: Portal;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    portal = await startPortal({ knex });
  });

  beforeEach(() => forgetEvents(knex));

  afterAll(async () => {
    await portal.stop();
  });

  async function change(key: string) {
    const { body } = await portal.api
      .get(`${API}/changes/${encodeURIComponent(key)}`)
      .expect(200);
    return body;
  }

  async function figures(window: { from: string; to: string }) {
    const { body } = await portal.api
      .get(`${API}/entities/component/default/shop/figures`)
      .query(window)
      .expect(200);
    return body.figures;
  }

  const window = {
    from: new Date(hours(-24)).toISOString(),
    to: new Date(hours(24 * 20)).toISOString(),
  };

  it('two outsiders hold half each and are shown as external', async () => {
    const story = changeStory(1).tell(1, 'change.reviewRequested', 'alice', {
      reviewers: ['github.com/contractor-1', 'github.com/contractor-2'],
    });
    await portal.send(story.events);
    const found = await change(story.subject);
    expect(found.current.holders).toEqual([{ party: 'external', share: 1 }]);
    const waits = await knex('waits')
      .where({ stage: 'review' })
      .orderBy('party');
    expect(
      waits.slice(0, 2).map(({ party, team, share }) => [party, team, share]),
    ).toEqual([
      ['external:github.com/contractor-1', 'external', 0.5],
      ['external:github.com/contractor-2', 'external', 0.5],
    ]);
    const { body: queue } = await portal.api.get(`${API}/queue`).expect(200);
    expect(queue.items[0].holders.map((h: Told) => h.party)).toEqual([
      'external',
    ]);
    const { body: gateways } = await portal.api
      .get(`${API}/gateways`)
      .query({ by: 'party', ...window })
      .expect(200);
    expect(gateways.items.map((g: Told) => g.party)).toEqual(
      expect.arrayContaining(['external']),
    );
    expect(JSON.stringify([found.segments, queue, gateways])).not.toContain(
      'external:',
    );
  });

  it('twelve contractors are twelve approvers, and no floor of privacy', async () => {
    const stories = Array.from({ length: 12 }, (_, n) => [
      ...changeStory(n, { hour: n, author: n % 2 ? 'alice' : 'dave' })
        .tell(n + 1, 'change.reviewed', `contractor-${n}`, {
          verdict: 'approved',
        })
        .tell(n + 2, 'change.merged', 'alice', { sha: `s${n}` }).events,
    ]).flat();
    const catalogued = mergedStory(20, { hour: 30, author: 'carol' });
    await portal.send(stories);
    expect((await figures(window)).approvalConcentration.withheld).toBe(
      'tooFewPeople',
    );
    await portal.send(catalogued.events);
    const { details } = (await figures(window)).approvalConcentration;
    expect(details.people).toBe(13);
    expect(details.topShare).toBeCloseTo(1 / 13);
  });

  it.each([
    ['a bot', { id: 'github.com/dependabot', kind: 'bot' as const }],
    ['an agent', { id: 'github.com/codex', kind: 'agent' as const }],
    ['an outsider', { id: 'github.com/somebody', kind: 'human' as const }],
  ])('two people and %s are two people', async (_, other) => {
    const opened = (n: number, author: string) =>
      changeStory(n, { hour: n, author })
        .tell(n + 3, 'change.reviewed', 'bob', { verdict: 'approved' })
        .tell(n + 4, 'change.merged', author, { sha: `s${n}` }).events;
    const [first, ...rest] = opened(9, 'alice');
    await portal.send([
      ...[1, 2, 3, 4, 5].flatMap(n => opened(n, 'alice')),
      { ...first, actor: other },
      ...rest,
    ]);
    const told = await figures(window);
    expect(told.leadTime.withheld).toBe('tooFewPeople');
    await portal.send(opened(10, 'carol'));
    expect((await figures(window)).leadTime.withheld).toBeUndefined();
  });

  it('a login that was renamed is one person', async () => {
    await portal.send([
      ...changeStory(1)
        .tell(0, 'change.reviewRequested', 'alice', {
          reviewers: ['github.com/oldbob'],
        })
        .tell(2, 'change.reviewed', 'bob', { verdict: 'changesRequested' })
        .tell(3, 'change.pushed', 'alice', { sha: 'p' })
        .tell(30, 'change.reviewed', 'bob', { verdict: 'approved' }).events,
      {
        id: 'bob-renamed',
        source: 'api:story',
        type: 'actor.renamed',
        subject: 'github.com/oldbob',
        at: new Date(hours(1)).toISOString(),
        data: { to: 'github.com/bob' },
      },
    ]);
    const { segments } = await change(`${SHOP}/pull/1`);
    expect(
      segments
        .filter((s: { stage: string }) => s.stage === 'review')
        .map((s: { holders: Told[] }) => s.holders),
    ).toEqual([
      [{ party: 'user:default/bob', share: 1 }],
      [{ party: 'user:default/bob', share: 1 }],
    ]);
  });

  it('a repository has no case, and 7 characters are enough of a commit', async () => {
    const sha = '0123456789abcdef0123456789abcdef01234567';
    await portal.send([
      ...deploymentStory(1, { hour: -100, sha: 'first' }).events,
      ...changeStory(1)
        .tell(1, 'change.reviewed', 'bob', { verdict: 'approved' })
        .tell(2, 'change.merged', 'alice', { sha }).events,
      ...deploymentStory(9, {
        hour: 3,
        sha: sha.toUpperCase(),
        repo: 'GitHub.com/Acme/Shop',
      }).events,
    ]);
    expect((await change(`${SHOP}/pull/1`)).milestones.productionAt).toBe(
      new Date(hours(5)).toISOString(),
    );
  });

  it('a deleted account approves without a name', async () => {
    await portal.send(
      changeStory(1)
        .tell(1, 'change.reviewed', undefined, { verdict: 'approved' })
        .tell(2, 'change.merged', 'alice', { sha: 's' }).events,
    );
    const found = await change(`${SHOP}/pull/1`);
    expect(found.milestones.approvedAt).toBe(new Date(hours(1)).toISOString());
    expect(JSON.stringify(found.segments)).not.toContain('ghost');
  });

  it('an account of a tracker that no annotation names is external', async () => {
    const account = 'acme.atlassian.net/557058:AbC-1';
    await portal.send([
      ...changeStory(1).tell(1, 'change.reviewRequested', 'alice', {
        reviewers: [account],
      }).events,
    ]);
    const found = await change(`${SHOP}/pull/1`);
    expect(found.current.holders).toEqual([{ party: 'external', share: 1 }]);
  });

  it('a change of 6,000 paths keeps the first 5,000, and the answer says so', async () => {
    const paths = Array.from({ length: 6_000 }, (_, i) => `src/${i}.ts`);
    const story = changeStory(1, { data: { paths } });
    const { body } = await portal.api
      .post(`${API}/events`)
      .send(story.events)
      .expect(200);
    expect(body).toEqual({
      accepted: 1,
      duplicates: 0,
      rejected: [],
      rejectedTotal: 0,
      contradictions: [],
      notices: [
        {
          index: 0,
          id: story.events[0].id,
          reason: 'data.paths: the first 5000 of 6000 were kept',
        },
      ],
    });
    await portal.settle();
    expect((await change(story.subject)).state).toBe('open');
  });
});

describe.each(databases.eachSupportedId())('a credential on %s', id => {
  it('is refused what it may not write, item by item', async () => {
    const portal = await startPortal({
      knex: await databases.init(id),
      config: {
        chokepoint: { ingest: { sources: { 'external:ci': ['cd:*'] } } },
      },
    });
    const [one, two] = changeStory(1).tell(1, 'change.ready', 'alice').events;
    const { body } = await portal.api
      .post(`${API}/events`)
      .send([
        one,
        { ...two, source: 'github:github.com' },
        { ...two, source: 'cd:x' },
      ])
      .expect(200);
    expect(body).toMatchObject({
      accepted: 1,
      rejected: [
        {
          index: 1,
          id: two.id,
          reason:
            'source: github:github.com is reserved to the module that reads it',
        },
        {
          index: 2,
          id: two.id,
          reason: 'source: user:default/mock may write under api:* only',
        },
      ],
    });
    const { body: refused } = await portal.api.get(`${API}/rejections`);
    expect(refused.items.map((r: { kind: string }) => r.kind)).toEqual([
      'refused',
      'refused',
    ]);
    await portal.stop();
  });
});
