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
import { at, eventAt, ofType } from '../../dev/testing/draw';
import { GithubWorld } from '../../dev/testing/GithubWorld';
import {
  drawShopPull as pull,
  Shop,
  SHOP,
  SHOP_KEY,
  startShop,
} from '../../dev/testing/shop';
import { repositoryRef, SyncRecorder } from '../../dev/testing/SyncRecorder';
import { toWorld } from '../../dev/testing/worlds';

/** The hour of the first sync, after everything that is drawn before it. */
const FIRST = 100;

describe('a reading', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await startShop();
  });

  afterEach(() => shop.stop());

  it('finds what changed while a reading was stopped', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
    const pulls = numbers.map(number => toWorld(pull(number, number)));
    shop.repository.pullRequests = pulls;
    shop.recorder.beforeEmit = emit => {
      if (emit === 3) {
        throw new Error('killed');
      }
    };
    await expect(shop.sync(FIRST)).rejects.toThrow('killed');
    shop.recorder.warnings.length = 0;
    pulls[59].updatedAt = at(FIRST + 5);
    pulls[59].mergedAt = at(FIRST + 5);
    await shop.sync(FIRST + 9);
    expect(ofType(shop.events(), 'change.merged')).toEqual([]);
    await shop.sync(FIRST + 10);
    expect(ofType(shop.events(), 'change.merged')).toHaveLength(1);
  });

  it('begins a list again when GitHub no longer knows the place in it', async () => {
    shop.repository.pullRequests = [toWorld(pull(1, 0))];
    await shop.sync(FIRST);
    const saved = shop.recorder.cursors.get(SHOP_KEY);
    const run = {
      newest: eventAt(0),
      startedAt: eventAt(FIRST),
      after: '',
      read: 3,
    };
    shop.recorder = new SyncRecorder([repositoryRef(SHOP)]);
    shop.recorder.cursors.set(SHOP_KEY, { ...saved, pullRequests: { run } });
    await shop.sync(FIRST + 1);
    expect(ofType(shop.events(), 'change.opened')).toHaveLength(1);
  });

  it('tells how far it is, over all repositories, and of a reading that goes on', async () => {
    const pulls = Array.from({ length: 120 }, (_, i) =>
      toWorld(pull(i + 1, i)),
    );
    const slugs = ['acme/one', 'acme/two'];
    shop.github.world = new GithubWorld(
      slugs.map(nameWithOwner => ({ nameWithOwner, pullRequests: pulls })),
    );
    shop.recorder = new SyncRecorder(slugs.map(slug => repositoryRef(slug)));
    await shop.sync(FIRST * 10);
    const told = shop.recorder.progress.map(({ done, total }) => [done, total]);
    expect(told).toEqual([
      [0, 0],
      [50, 120],
      [100, 120],
      [120, 120],
      [120, 120],
      [170, 240],
      [220, 240],
      [240, 240],
    ]);
    expect(shop.recorder.progress.at(-1)?.detail).toBe(
      'acme/two (2 of 2 repositories)',
    );
  });

  it('begins anew when a saved cursor is none of its own', async () => {
    shop.repository.pullRequests = [toWorld(pull(1, 0))];
    shop.recorder.cursors.set(SHOP_KEY, { version: 0, page: 7 });
    await shop.sync(FIRST);
    expect(ofType(shop.events(), 'change.opened')).toHaveLength(1);
    expect(shop.recorder.cursors.get(SHOP_KEY)).toMatchObject({
      version: 2,
      readBefore: false,
      // The clock of the server has gone on while it answered.
      pullRequests: {
        since: eventAt(0),
        asOf: expect.stringMatching(eventAt(FIRST).slice(0, -'00.000Z'.length)),
      },
    });
  });
});
