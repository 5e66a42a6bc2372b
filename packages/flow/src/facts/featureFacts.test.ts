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

import { Chapter, hours } from '../../testing/documentation';
import { hour } from '../../testing/story';
import { FeatureChange, featureFacts, WorkItemRecord } from './featureFacts';

const item = (
  workItem: string,
  given: Partial<WorkItemRecord> = {},
): WorkItemRecord => ({ workItem, decisions: [], completions: [], ...given });

const decided = (...hoursOf: number[]) =>
  hoursOf.map((h, i) => ({ at: hour(h), decided: i % 2 === 0 }));
const done = (...hoursOf: number[]) =>
  hoursOf.map((h, i) => ({ at: hour(h), done: i % 2 === 0 }));

const change = (
  name: string,
  workItems: string[],
  opened: number,
  live?: number,
  given: Partial<FeatureChange> = {},
): FeatureChange => ({
  change: name,
  workItems,
  openedAt: hour(opened),
  state: live === undefined ? 'open' : 'inProduction',
  productionAt: live === undefined ? undefined : hour(live),
  ...given,
});

const factsOf = (
  name: string,
  items: WorkItemRecord[],
  changes: FeatureChange[],
) => featureFacts(items, changes).find(f => f.workItem === name);

describe('a feature', () => {
  const epic = item('epic', { decisions: decided(0), completions: done(201) });
  const story = item('story', { parent: 'epic' });
  const rows = (pay?: number) => [
    change('shop/pull/1', ['story'], 2, 13),
    change('pay/pull/7', ['story'], 4, pay),
    change('pay/pull/8', ['story'], 5, undefined, { state: 'closed' }),
    change('shop/pull/9', ['story'], 300, 310),
  ];

  it('is live with the last of its changes, in whatever repository, as documented', () => {
    const found = factsOf('epic', [epic, story], rows(200));
    expect(found?.liveAt).toBe(hour(200));
    expect(found?.changes).toEqual(['shop/pull/1', 'pay/pull/7']);
    expect(new Chapter('Features').row('featureTime').pop()).toBe(
      hours(found?.featureTime),
    );
  });

  it('is not live while one of its changes is open', () => {
    expect(factsOf('epic', [epic, story], rows())).toMatchObject({
      liveAt: undefined,
      featureTime: undefined,
    });
  });

  it('inherits the decision of its nearest ancestor, and counts a change once', () => {
    const parts = [
      item('top', { decisions: decided(-50) }),
      item('epic', { parent: 'top', decisions: decided(1) }),
      item('story', { parent: 'epic' }),
    ];
    const changes = [change('a', ['story', 'epic'], 2, 9)];
    expect(factsOf('story', parts, changes)?.decidedAt).toBe(hour(1));
    expect(factsOf('top', parts, changes)).toMatchObject({
      decidedAt: hour(-50),
      changes: ['a'],
    });
  });

  it('that has no decision above it begins with the first of its parts', () => {
    const parts = [
      item('epic'),
      item('one', { parent: 'epic', decisions: decided(5) }),
      item('two', { parent: 'epic', decisions: decided(3) }),
    ];
    const changes = [change('a', ['one'], 6, 10), change('b', ['two'], 6, 12)];
    expect(factsOf('epic', parts, changes)?.decidedAt).toBe(hour(3));
  });

  it('counts a change that was opened after it was reopened', () => {
    const again = item('story', {
      decisions: decided(0),
      completions: done(10, 15),
    });
    const changes = [
      change('a', ['story'], 1, 9),
      change('b', ['story'], 20, 30),
    ];
    expect(factsOf('story', [again], changes)?.liveAt).toBe(hour(30));
    const stays = { ...again, completions: done(10) };
    expect(factsOf('story', [stays], changes)?.liveAt).toBe(hour(9));
  });

  it('does not count the time for which its decision was withdrawn', () => {
    const again = item('story', { decisions: decided(0, 30, 700) });
    const changes = [change('a', ['story'], 701, 710)];
    expect(hours(factsOf('story', [again], changes)?.featureTime)).toBe('40 h');
  });

  it('has no changes that are left out', () => {
    const changes = [change('a', ['story'], 1, 9, { leftOut: true })];
    expect(featureFacts([story], changes)).toEqual([]);
  });

  it('ends a circle of parents where it would close', () => {
    const circle = [item('a', { parent: 'b' }), item('b', { parent: 'a' })];
    const found = featureFacts(circle, [change('c', ['a'], 1, 2)]);
    expect(found.map(f => f.workItem)).toEqual(['a', 'b']);
  });
});
