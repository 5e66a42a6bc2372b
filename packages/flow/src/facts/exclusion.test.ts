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

import { Chapter } from '../../testing/documentation';
import { Segment, UNASSIGNED } from '../timeline/Segment';
import { excludedBy } from './exclusion';
import { countHandoffs } from './handoffs';

describe('what a rule leaves out', () => {
  const rules = [
    { name: 'backMerges', branches: ['main', 'mirror/*'] },
    { name: 'dependencyUpdates', authors: ['github.com/Dependabot'] },
    {
      name: 'generated',
      labels: ['Generated'],
      titlePrefixes: ['chore(release)'],
    },
  ];

  it.each([
    [
      'Merge main into develop, of main',
      { title: 'Merge main', headBranch: 'main' },
    ],
    [
      'Bump lodash, by dependabot',
      { title: 'Bump', author: 'github.com/dependabot' },
    ],
  ])('is as documented: %s', (name, change) => {
    expect(new Chapter('Leaving out').row(name)).toEqual([
      excludedBy(change, rules),
    ]);
  });

  it.each([
    [{ title: 'x', headBranch: 'mirror/a/b' }, 'backMerges'],
    [{ title: 'x', headBranch: 'fix-main-menu' }, undefined],
    [{ title: 'x', headBranch: 'bob:main' }, undefined],
    [{ title: 'x', headBranch: 'mirror' }, undefined],
    [{ title: 'Chore(release): 1.2' }, 'generated'],
    [{ title: 'x', labels: ['generated'] }, 'generated'],
    [{ title: 'A chore(release)' }, undefined],
    [{ title: 'x', author: 'github.com/dependabot2' }, undefined],
  ])('%j → %s', (change, rule) => {
    expect(excludedBy(change, rules)).toBe(rule);
  });
});

describe('a hand-off', () => {
  const through = (...parties: string[][]): Segment[] =>
    parties.map((holders, i) => ({
      stage: 'review',
      mode: holders[0] === 'paused' ? 'paused' : 'waiting',
      start: i,
      end: i + 1,
      holders: holders.map(party => ({ party, share: 1 / holders.length })),
    }));
  const count = (...parties: string[][]) =>
    countHandoffs(through(...parties), party => party);

  it.each([
    ['to somebody who did not hold before', [['a'], ['b'], ['a']], 2],
    ['of who drops out is none', [['a', 'b'], ['b']], 0],
    ['to one more is one', [['a'], ['a', 'b']], 1],
    [
      'passes over nobody',
      [['a'], [UNASSIGNED], ['a'], [UNASSIGNED], ['b']],
      1,
    ],
    ['passes over pauses', [['a'], ['paused'], ['a']], 0],
    ['passes over checks', [['a'], ['gate:checks/r'], ['a']], 0],
    ['passes over the merge queue', [['a'], ['gate:merge-queue/r'], ['b']], 1],
    ['passes over the roll-out', [['a'], ['gate:deployment/r']], 0],
    ['comes to the gate of a release', [['a'], ['gate:release/r']], 1],
  ])('%s', (_, parties, expected) => {
    expect(count(...parties)).toBe(expected);
  });

  it('is counted between teams as they are seen', () => {
    const team = (party: string) => (party === 'c' ? 'web' : 'shop');
    expect(countHandoffs(through(['a'], ['b'], ['c']), team)).toBe(1);
  });
});
