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

import { mockServices } from '@backstage/backend-test-utils';
import { RepositoryRef, SyncContext } from 'backstage-plugin-chokepoint-node';
import { FlowEvent } from 'chokepoint-flow';
import { SimulatedSource } from './SimulatedSource';

const NOW = Date.parse('2026-03-04T12:00:00Z');
const DAY = 86_400_000;
const company = { seed: 1, changesPerWeek: 20 };
const catalog: RepositoryRef[] = [
  { key: 'github.com/a/b', host: 'github.com', slug: 'a/b', entityRefs: [] },
];

/** A backend that remembers what a source told it. */
class Listener {
  readonly told: FlowEvent[] = [];
  readonly cursors = new Map<string, unknown>();
  #failAfter = Infinity;

  failAfter(batches: number) {
    this.#failAfter = batches;
  }

  at(now: number, signal = new AbortController().signal): SyncContext {
    return {
      now,
      signal,
      logger: mockServices.logger.mock(),
      repositories: async () => catalog,
      emit: async events => {
        this.#failAfter -= 1;
        if (this.#failAfter < 0) {
          throw new Error('the database went away');
        }
        this.told.push(...events);
        return { accepted: events.length, duplicates: 0, rejected: [] };
      },
      getCursor: async key =>
        JSON.parse(JSON.stringify(this.cursors.get(key) ?? null)) ?? undefined,
      setCursor: async (key, cursor) => {
        this.cursors.set(key, cursor);
      },
      progress: () => {},
    };
  }

  ids() {
    return [...new Set(this.told.map(({ id }) => id))];
  }
}

async function toldAtOnce(now: number, since = NOW) {
  const listener = new Listener();
  const source = new SimulatedSource(company);
  await source.sync(listener.at(since));
  if (now > since) {
    await source.sync(listener.at(now));
  }
  return listener.ids();
}

describe('the simulated company', () => {
  it('tells half a year up to now at the first start, and nothing of the future', async () => {
    const listener = new Listener();
    await new SimulatedSource(company).sync(listener.at(NOW));

    const instants = listener.told.map(({ at }) => Date.parse(at));
    expect(instants[0]).toBeLessThan(NOW - 175 * DAY);
    expect(Math.max(...instants)).toBeGreaterThan(NOW - 3 * DAY);
    expect(Math.max(...instants)).toBeLessThanOrEqual(NOW);
    expect(new Set(listener.told.map(({ source }) => source))).toEqual(
      new Set(['simulation:1']),
    );
  });

  it('goes on living: a later sync tells what has happened since', async () => {
    const listener = new Listener();
    const source = new SimulatedSource(company);
    await source.sync(listener.at(NOW));
    const before = listener.told.length;
    await source.sync(listener.at(NOW + 3 * DAY));

    const news = listener.told.slice(before);
    expect(news.length).toBeGreaterThan(10);
    expect(Date.parse(news[0].at)).toBeGreaterThan(NOW);
  });

  it('goes on after a restart where it was', async () => {
    const listener = new Listener();
    await new SimulatedSource(company).sync(listener.at(NOW));
    await new SimulatedSource(company).sync(listener.at(NOW + 3 * DAY));

    expect(listener.ids()).toEqual(await toldAtOnce(NOW + 3 * DAY));
  });

  it('leaves nothing out when storing fails in between', async () => {
    const listener = new Listener();
    const source = new SimulatedSource(company);
    listener.failAfter(2);
    await expect(source.sync(listener.at(NOW))).rejects.toThrow(
      'the database went away',
    );
    listener.failAfter(Infinity);
    await source.sync(listener.at(NOW));

    expect(listener.ids()).toEqual(await toldAtOnce(NOW));
  });

  it('stops when the backend shuts down', async () => {
    const shutdown = new AbortController();
    shutdown.abort();
    const listener = new Listener();

    await expect(
      new SimulatedSource(company).sync(listener.at(NOW, shutdown.signal)),
    ).rejects.toThrow();
    expect(listener.told).toEqual([]);
  });
});
