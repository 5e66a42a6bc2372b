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

import { FlowSource } from 'backstage-plugin-chokepoint-node';
import { silentLogger } from '../../dev/testing/silentLogger';
import { COMPANY, component, group } from '../../dev/testing/company';
import { API, startPortal } from '../../dev/testing/portal';
import { mergedStory } from '../../dev/testing/story';
import { ProjectionLoop } from './ProjectionLoop';

describe('a module of the plugin', () => {
  it('is asked for events, and told which repositories the catalog knows', async () => {
    const seen: unknown[] = [];
    const source: FlowSource = {
      id: 'test:module',
      async sync(context) {
        seen.push(await context.repositories());
        await context.emit(
          mergedStory(1).events.map(event => ({
            ...event,
            source: 'test:module',
          })),
        );
      },
    };
    const portal = await startPortal({
      sources: [source],
      entities: [
        group('web'),
        component('shop', { owner: 'web' }),
        component('cart', { slug: 'Acme/Shop' }),
      ],
    });
    expect(seen).toEqual([
      [
        {
          key: 'github.com/acme/shop',
          host: 'github.com',
          slug: 'acme/shop',
          entityRefs: ['component:default/shop', 'component:default/cart'],
        },
      ],
    ]);
    await portal.settle();
    const { body } = await portal.api.get(`${API}/sources`).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        id: 'test:module',
        kind: 'module',
        state: 'idle',
        events: 4,
        lastSuccessAt: expect.any(String),
      }),
    ]);
    await portal.stop();
  });

  it('is still syncing for the first time until that has gone well', async () => {
    let fails = true;
    const portal = await startPortal({
      sources: [
        {
          id: 'test:module',
          async sync() {
            if (fails) {
              throw new Error('502 from the tracker');
            }
          },
        },
      ],
    });
    const syncing = async () => {
      const { body } = await portal.api.get(
        `${API}/entities/component/default/shop/figures`,
      );
      return body.partial.syncing;
    };
    await portal.run('sync-test:module');
    expect(await syncing()).toEqual(['test:module']);
    const { body } = await portal.api.get(`${API}/sources`);
    expect(body.items[0]).toMatchObject({
      state: 'failing',
      lastError: 'Error: 502 from the tracker',
    });
    fails = false;
    await portal.catalogSays([...COMPANY, component('new')]);
    expect(await syncing()).toEqual([]);
    await portal.stop();
  });
});

describe('the loop of the projection', () => {
  /** A projector whose runs end when they are told to. */
  function slowProjector() {
    const runs: { signal?: AbortSignal; end(): void }[] = [];
    return {
      runs,
      drain: (signal?: AbortSignal) =>
        new Promise<number>(end => runs.push({ signal, end: () => end(1) })),
    };
  }
  const turn = () => new Promise(resolve => setImmediate(resolve));

  it('runs once at a time, and once more for what came in meanwhile', async () => {
    const projector = slowProjector();
    const loop = new ProjectionLoop(projector, silentLogger);
    const first = loop.wake();
    loop.note();
    loop.note();
    expect(projector.runs).toHaveLength(1);
    projector.runs[0].end();
    await turn();
    expect(projector.runs).toHaveLength(2);
    projector.runs[1].end();
    await first;
    expect(projector.runs).toHaveLength(2);
  });

  it('waits for the end of a flood, taking short turns by the clock only', async () => {
    const projector = slowProjector();
    const loop = new ProjectionLoop(projector, silentLogger);
    await loop.makeWayFor(async () => {
      loop.note();
      expect(projector.runs).toHaveLength(0);
      const woken = loop.wake();
      await new Promise(resolve => setTimeout(resolve, 1_100));
      expect(projector.runs[0].signal?.aborted).toBe(true);
      projector.runs[0].end();
      await woken;
    });
    expect(projector.runs).toHaveLength(2);
  });

  it('goes on after a failure', async () => {
    let calls = 0;
    const loop = new ProjectionLoop(
      {
        async drain() {
          calls += 1;
          throw new Error('no database');
        },
      },
      { ...silentLogger, error() {} },
    );
    await loop.wake();
    await loop.wake();
    expect(calls).toBe(2);
  });

  it('stops after what it is at', async () => {
    const projector = slowProjector();
    const loop = new ProjectionLoop(projector, silentLogger);
    void loop.wake();
    const stopped = loop.stop();
    expect(projector.runs[0].signal?.aborted).toBe(true);
    projector.runs[0].end();
    await stopped;
    await loop.wake();
    expect(projector.runs).toHaveLength(1);
  });
});
