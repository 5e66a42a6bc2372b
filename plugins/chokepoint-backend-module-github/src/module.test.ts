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
import { setTimeout as delay } from 'node:timers/promises';
import { at, drawPull } from '../dev/testing/draw';
import { GithubServer } from '../dev/testing/GithubServer';
import { GithubWorld, WorldRepository } from '../dev/testing/GithubWorld';
import { startPortal } from '../dev/testing/portal';
import { recordedAnswers, WINDOWS } from '../dev/testing/recordedAnswers';
import {
  RECORDED_REPOSITORY,
  overRecording,
  recordedPulls,
} from '../dev/testing/recordedPulls';
import { recordedRepository } from '../dev/testing/recordedWorld';
import { toWorld } from '../dev/testing/worlds';

const API = '/api/chokepoint/v1';
const SYNC = 'sync-github:github.com';
const pulls = recordedPulls();

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function changePath(slug: string, number: number): string {
  const key = `github.com/${slug}/pull/${number}`;
  return `${API}/changes/${encodeURIComponent(key)}?asOf=2026-11-01T00:00:00Z`;
}

interface RecordedSegment {
  mode: string;
  start: string;
  end: string;
}

function waitingIn(
  window: { from: string; to: string },
  changes: { segments: RecordedSegment[] }[],
): number {
  return changes
    .flatMap(({ segments }) => segments)
    .filter(({ mode }) => mode === 'waiting')
    .reduce((sum, { start, end }) => {
      const begin = Math.max(Date.parse(start), Date.parse(window.from));
      const stop = Math.min(Date.parse(end), Date.parse(window.to));
      return sum + Math.max(0, stop - begin);
    }, 0);
}

function sumOf(rows: { queueMs: number }[]): number {
  return rows.reduce((sum, { queueMs }) => sum + queueMs, 0);
}

overRecording('the recorded pull requests', () => {
  const answers = new Map<string, [changes: unknown[], rest: unknown[]]>();

  it.each(databases.eachSupportedId())(
    'come into %p, all 537, each with its timeline',
    async databaseId => {
      const github = await GithubServer.start(
        new GithubWorld([recordedRepository(pulls)]),
      );
      const portal = await startPortal({
        github,
        repositories: [RECORDED_REPOSITORY],
        knex: await databases.init(databaseId),
        config: { botLogins: ['DrahtBot'] },
      });
      await portal.run(SYNC);
      await portal.run('project');

      const changes: { segments: RecordedSegment[] }[] = [];
      for (const { number, mergedAt } of pulls) {
        const { body } = await portal.api
          .get(changePath(RECORDED_REPOSITORY, number))
          .expect(200);
        expect(body.segments.length).toBeGreaterThan(0);
        expect(body.state === 'inProduction').toBe(mergedAt !== null);
        expect(body.entities).toEqual(['component:default/gui']);
        changes.push(body);
      }
      answers.set(databaseId, [changes, await recordedAnswers(portal)]);

      // Every millisecond of waiting is charged to somebody, and once.
      for (const window of WINDOWS) {
        const waited = waitingIn(window, changes);
        for (const by of ['team', 'party']) {
          const { body } = await portal.api
            .get(`${API}/gateways`)
            .query({ ...window, by, limit: 500 })
            .expect(200);
          expect(body.total.queueMs).toBe(waited);
          expect(sumOf(body.items)).toBe(waited);
        }
        const { body } = await portal.api
          .get(`${API}/flow-map`)
          .query(window)
          .expect(200);
        expect(sumOf(body.edges)).toBe(waited);
      }

      const rejections = await portal.api.get(`${API}/rejections`).expect(200);
      expect(rejections.body.items).toEqual([]);
      await portal.stop();
      await github.stop();
    },
    300_000,
  );

  it('come out the same of every database', () => {
    const [first, ...others] = [...answers.values()];
    expect(first[0]).toHaveLength(537);
    expect(others).toHaveLength(1);
    others.forEach(other => expect(other).toEqual(first));
  });
});

describe('a webhook', () => {
  it('brings in what it is about, a few seconds later', async () => {
    const shop: WorldRepository = { nameWithOwner: 'acme/shop' };
    const github = await GithubServer.start(new GithubWorld([shop]));
    const portal = await startPortal({
      github,
      repositories: ['acme/shop'],
      knex: await databases.init('SQLITE_3'),
    });
    await portal.run(SYNC);
    await portal.api.get(changePath('acme/shop', 42)).expect(404);

    shop.pullRequests = [toWorld(drawPull({ mergedAt: at(9), closed: true }))];
    const repository = {
      id: 1,
      full_name: 'acme/shop',
      html_url: 'https://github.com/acme/shop',
    };
    for (const eventPayload of [
      'rubbish',
      { repository, pull_request: { number: 42 } },
    ]) {
      await portal.events.publish({
        topic: 'github.pull_request',
        eventPayload,
      });
    }

    let status = 404;
    for (let tries = 0; status === 404 && tries < 100; tries++) {
      await delay(100);
      await portal.run('project');
      const answer = await portal.api.get(changePath('acme/shop', 42));
      status = answer.status;
      expect([undefined, 'inProduction']).toContain(answer.body.state);
    }
    expect(status).toBe(200);
    await portal.stop();
    await github.stop();
  }, 60_000);
});
