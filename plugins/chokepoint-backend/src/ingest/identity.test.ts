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
import { JsonObject } from '@backstage/types';
import { FlowEvent, mapNames, Renamed } from 'chokepoint-flow';
import fc from 'fast-check';
import { Knex } from 'knex';
import { derivedRows, forgetEvents } from '../../dev/testing/answers';
import { component, COMPANY, group, user } from '../../dev/testing/company';
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
const STORE = 'github.com/acme/store';
const ITEM = `${SHOP}/issues/7`;

function at(hour: number): string {
  return new Date(hours(hour)).toISOString();
}

function renamed(
  hour: number,
  type: Renamed['type'],
  subject: string,
  to: string,
): Renamed {
  const id = `${subject}>${to}`;
  return { id, source: 'api:story', type, subject, at: at(hour), data: { to } };
}

/** What happens in a repository and around it, before and after its renaming. */
const MONTH: FlowEvent[] = [
  ...mergedStory(1, { hour: 0, author: 'al' }).events,
  ...changeStory(2, { hour: 3, author: 'al', data: { workItems: [ITEM] } })
    .tell(4, 'change.reviewRequested', 'al', { reviewers: ['github.com/bob'] })
    .tell(60, 'change.reviewed', 'bob', { verdict: 'approved' })
    .tell(61, 'change.merged', 'al', { sha: 'sha-2' }).events,
  ...changeStory(3, { hour: 5 }).events,
  ...deploymentStory(1, { hour: 10, sha: 'sha-1' }).events,
  ...deploymentStory(2, { hour: 70, sha: 'sha-2' }).events,
  ...new Story(ITEM).tell(1, 'workItem.decided', 'carol').events,
  ...new Story('ci.acme.io/runs/9').tell(80, 'deployment.finished', undefined, {
    outcome: 'success',
    environment: 'production',
    repo: SHOP,
    sha: 'of-nothing-known',
    changes: [`${SHOP}/pull/2`],
  }).events,
  ...new Story('acme.pagerduty.com/incidents/1').tell(
    72,
    'incident.opened',
    'carol',
    { deployment: `${SHOP}/deployments/2` },
  ).events,
];
const RENAMINGS = [
  renamed(40, 'repository.renamed', SHOP, STORE),
  renamed(30, 'actor.renamed', 'github.com/al', 'github.com/alice'),
];

function swap(from: string, to: string) {
  return (name: string) =>
    name === from || name.startsWith(`${from}/`)
      ? to + name.slice(from.length)
      : name;
}

/** An event by names that its source came to know. */
function named(event: FlowEvent): FlowEvent {
  const repository = swap(SHOP, STORE);
  const actor = swap('github.com/al', 'github.com/alice');
  return mapNames(event, { repository, subject: repository, actor });
}

/** What the source reports: by the names of the hour, or late by the old ones. */
const REPORTED = [
  ...MONTH.map((event, i) =>
    event.at > at(40) && i % 3 > 0 ? named(event) : event,
  ),
  ...RENAMINGS,
];

const CATALOG = [
  ...COMPANY.filter(({ metadata }) => metadata.name !== 'shop'),
  component('store', { slug: 'Acme/Store', owner: 'web' }),
  user('al-else'),
  group('elsewhere'),
];

describe.each(databases.eachSupportedId())('identity on %s', id => {
  let portal: Portal;
  let knex: Knex;

  async function start(chokepoint: JsonObject = {}) {
    portal = await startPortal({
      knex,
      entities: CATALOG,
      config: {
        chokepoint: {
          privacy: { minimumChanges: 1, minimumGroupSize: 1 },
          ...chokepoint,
        },
      },
    });
  }

  beforeAll(async () => {
    knex = await databases.init(id);
    await start();
  });

  beforeEach(() => forgetEvents(knex));

  afterAll(async () => {
    await portal.stop();
  });

  async function send(...events: object[]) {
    const { body } = await portal.api
      .post(`${API}/events`)
      .send(events)
      .expect(200);
    await portal.settle();
    return body;
  }

  async function change(key: string) {
    const { body } = await portal.api
      .get(`${API}/changes/${encodeURIComponent(key)}`)
      .expect(200);
    return body;
  }

  async function rejections() {
    const { body } = await portal.api.get(`${API}/rejections`).expect(200);
    return body.items;
  }

  it('a renamed repository ends as one that was never called anything else', async () => {
    await send(...MONTH.map(named));
    const expected = await derivedRows(knex);
    expect(expected.facts).toHaveLength(3);
    const every = REPORTED.map((_, i) => i);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(every, { minLength: every.length }),
        fc.array(fc.integer({ min: 1, max: every.length }), { maxLength: 3 }),
        async (order, cuts) => {
          await forgetEvents(knex);
          let rest = order.map(i => REPORTED[i]);
          for (const size of cuts) {
            await send(...rest.slice(0, size));
            rest = rest.slice(size);
          }
          await send(...rest);
          expect(await derivedRows(knex)).toEqual(expected);
        },
      ),
      { numRuns: 12 },
    );
  }, 300_000);

  it('a renaming that is taken back sets everything back', async () => {
    const alone = MONTH.slice(0, 9);
    await send(...alone);
    const before = await derivedRows(knex);
    const [renaming] = RENAMINGS;
    await send(renaming);
    expect(await derivedRows(knex)).not.toEqual(before);
    await send({
      ...renaming,
      id: 'taken-back',
      type: 'fact.retracted',
      data: { id: renaming.id },
    });
    expect(await derivedRows(knex)).toEqual(before);
  });

  it('a change is found by every name of its repository, in any spelling', async () => {
    await send(...REPORTED);
    for (const name of [SHOP, STORE, 'https://GitHub.com/Acme/Shop']) {
      expect((await change(`${name}/pull/1`)).key).toBe(`${STORE}/pull/1`);
    }
  });

  it('an entity that names its repository by an old name keeps its changes', async () => {
    const pay = 'github.com/acme/pay';
    await send(
      ...mergedStory(1, { repo: pay }).events,
      renamed(2, 'repository.renamed', pay, 'github.com/acme/payments'),
    );
    const found = await change('github.com/acme/payments/pull/1');
    expect(found.entities).toEqual(['component:default/pay']);
  });

  it('a fact that comes again under the new name is a duplicate', async () => {
    await send(...REPORTED);
    const again = await send(...MONTH.map(named), ...MONTH);
    expect(again).toMatchObject({
      accepted: 0,
      duplicates: 2 * MONTH.length,
      contradictions: [],
    });
  });

  it('what both names brought before the renaming is one fact', async () => {
    await send(...MONTH);
    // Of what lies elsewhere nothing came twice.
    const within = MONTH.filter(event => event.subject.startsWith(SHOP));
    await send(...within.map(named));
    await send(...RENAMINGS);
    const rows = await derivedRows(knex);
    expect(await rejections()).toEqual([]);
    await forgetEvents(knex);
    await send(...MONTH.map(named));
    expect(rows).toEqual(await derivedRows(knex));
  });

  it('a known fact with another content is a contradiction, and the first stands', async () => {
    const [opened] = changeStory(1).events;
    const other = { ...opened, data: { ...opened.data, title: 'Another' } };
    await send(opened);
    const body = await send(other, opened);
    expect(body).toMatchObject({
      accepted: 0,
      duplicates: 1,
      rejected: [],
      rejectedTotal: 0,
      contradictions: [
        {
          index: 0,
          id: opened.id,
          reason:
            'its id is known with another content; what was accepted first stands',
        },
      ],
    });
    expect((await change(opened.subject)).title).toBe('Change 1');
    expect(await rejections()).toEqual([
      expect.objectContaining({
        kind: 'contradiction',
        source: 'api:story',
        id: opened.id,
        item: expect.stringContaining('Another'),
      }),
    ]);
    const { body: health } = await portal.api.get(`${API}/sources`);
    expect(health.items).toEqual([
      expect.objectContaining({ id: 'api:story', events: 1, rejections: 1 }),
    ]);
  });

  it('of contradictions in one batch the first stands', async () => {
    const [opened] = changeStory(1).events;
    const other = { ...opened, data: { ...opened.data, title: 'Another' } };
    expect(await send(other, opened, other)).toMatchObject({
      accepted: 1,
      duplicates: 1,
      contradictions: [{ index: 1 }],
    });
    expect((await change(opened.subject)).title).toBe('Another');
  });

  it('an id is unique within its subject: two repositories may use the same', async () => {
    const [one] = changeStory(1).events;
    const [two] = changeStory(1, { repo: STORE }).events;
    expect(await send(one, { ...two, id: one.id })).toMatchObject({
      accepted: 2,
      contradictions: [],
    });
  });

  it('contradictions that a renaming brings to light are listed', async () => {
    const [opened] = changeStory(1).events;
    const elsewhere = named({
      ...opened,
      data: { ...opened.data, title: 'Another' },
    } as FlowEvent);
    await send(opened);
    await send(elsewhere);
    await send(RENAMINGS[0]);
    expect((await change(elsewhere.subject)).title).toBe('Change 1');
    expect(await rejections()).toEqual([
      expect.objectContaining({ kind: 'contradiction', id: opened.id }),
    ]);
  });

  it.each([['before'], ['after']])(
    'a fact is in no timeline when it is retracted %s it comes',
    async when => {
      const story = mergedStory(1);
      const merged = story.events[3];
      const retraction = {
        ...merged,
        id: 'retraction',
        type: 'fact.retracted',
        data: { id: merged.id },
      };
      const facts = [...story.events.slice(0, 3)];
      await send(
        ...facts,
        ...(when === 'before' ? [retraction, merged] : [merged, retraction]),
      );
      const found = await change(merged.subject);
      expect(found.state).toBe('open');
      expect(found.events.map((e: FlowEvent) => e.type)).not.toContain(
        'change.merged',
      );
      expect(await send(merged)).toMatchObject({ accepted: 0, duplicates: 1 });
    },
  );

  it('a change of which everything is taken back is gone', async () => {
    const [opened] = changeStory(1).events;
    await send(opened);
    await send({
      ...opened,
      id: 'r',
      type: 'fact.retracted',
      data: { id: opened.id },
    });
    const rows = await derivedRows(knex);
    expect([rows.subjects, rows.facts, rows.segments]).toEqual([[], [], []]);
  });

  it('another repository that takes the old name is another', async () => {
    await send(
      ...mergedStory(1).events,
      renamed(10, 'repository.renamed', SHOP, STORE),
      {
        id: 'described',
        source: 'api:story',
        type: 'repository.described',
        subject: SHOP,
        at: at(20),
      },
    );
    const [opened] = changeStory(1, { hour: 30 }).events;
    await send({ ...opened, id: 'second' });
    expect((await change(`${SHOP}/pull/1`)).milestones.openedAt).toBe(at(30));
    expect((await change(`${STORE}/pull/1`)).milestones.openedAt).toBe(at(0));
  });

  it('names of the configuration are taken over, and given up, at the start', async () => {
    await send(...MONTH);
    const before = await derivedRows(knex);
    await portal.stop();
    await start({
      aliases: {
        repositories: { 'https://github.com/Acme/Shop': STORE },
        actors: { 'github.com/al': 'github.com/alice' },
      },
    });
    await portal.settle();
    const joined = await derivedRows(knex);
    await portal.stop();
    await start();
    await portal.settle();
    expect(await derivedRows(knex)).toEqual(before);
    await forgetEvents(knex);
    await send(...MONTH.map(named));
    expect(joined).toEqual(await derivedRows(knex));
  });
});
