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
import { RepositoryStory } from '../../testing/RepositoryStory';

const story = () => new RepositoryStory();

describe('a roll-out contains', () => {
  it('exactly the changes that it lists', () => {
    const listed = story().live().change(2, 1).change(3, 2);
    listed.deployed(5, 'd1', 'm2', { changes: [listed.pull(1)] });
    expect(listed.placement(1)).toMatchObject({ containment: 'changes' });
    expect(listed.production(1)).toBe(5);
    expect(listed.production(2)).toBeUndefined();
  });

  it('the changes whose merge, landing or pushed commit it lists', () => {
    const listed = story()
      .live()
      .change(2, 1)
      .opened(1, 2)
      .pushed(1, 2, 'p2')
      .merged(3, 2)
      .opened(1, 3)
      .tell(3, 'change.closed', story().pull(3), { landedAs: 'l3' })
      .change(4, 4)
      .deployed(5, 'd1', 'unknown', { commits: ['m1', 'p2', 'l3'] });
    expect([1, 2, 3, 4].map(n => listed.production(n))).toEqual([
      5,
      5,
      5,
      undefined,
    ]);
    expect(listed.placement(2).containment).toBe('commits');
  });

  it('nothing, where it lists nothing', () => {
    const empty = story().live().change(2, 1);
    empty.deployed(5, 'd1', 'm1', { commits: [] });
    expect(empty.production(1)).toBeUndefined();
  });

  it('what its commit descends from, and what was merged before the oldest commit known', () => {
    const history = story()
      .live()
      .change(2, 1)
      .change(20, 2)
      .change(21, 3)
      .commits(30, ['m2', ['x'], 20], ['v2', ['m2'], 20.5], ['m3', ['v2'], 21])
      .deployed(25, 'd1', 'v2');
    expect(history.production(1)).toBe(25);
    expect(history.placement(2).containment).toBe('history');
    expect(history.production(3)).toBeUndefined();
  });

  it('else what was merged before it on the same branch, which is assumed', () => {
    const merges = story()
      .live()
      .change(2, 1)
      .change(3, 2)
      .change(3.5, 3, { baseBranch: 'release/1' })
      .change(4, 4)
      .deployed(5, 'd1', 'm2');
    expect([1, 2, 3, 4].map(n => merges.production(n))).toEqual([
      5,
      5,
      undefined,
      undefined,
    ]);
    expect(merges.placement(1).containment).toBe('assumed');
  });

  it('what a failed roll-out of its service listed, unless it is a roll-back', () => {
    const tried = story()
      .live()
      .change(2, 1)
      .deployed(3, 'd1', 'm1', { commits: ['m1'], outcome: 'failure' })
      .deployed(4, 'd2', 'v2', { commits: ['c2'] });
    expect(tried.production(1)).toBe(4);
    const back = story()
      .deployed(-2, 'd0', 'a0')
      .deployed(-1, 'd00', 'b0')
      .change(2, 1)
      .deployed(3, 'd1', 'm1', { commits: ['m1'], outcome: 'failure' })
      .deployed(4, 'd2', 'a0', { commits: [] });
    expect(back.production(1)).toBeUndefined();
    expect(back.releases()).toContain('d2 rollBack 4');
  });

  it('what was merged at the very instant of its success', () => {
    const same = story().live().change(5, 1).deployed(5, 'd1', 'm1');
    expect(same.production(1)).toBe(5);
  });
});

describe('a short sha', () => {
  const FULL = '0123456789abcdef0123456789abcdef01234567';

  it('is enough with seven characters where one commit reported by then begins so', () => {
    const short = story().live().opened(1, 1).merged(2, 1, FULL);
    expect(short.deployed(5, 'd1', '0123456').production(1)).toBe(5);
  });

  it('means nothing with six, or where two commits begin so', () => {
    const six = story().live().opened(1, 1).merged(2, 1, FULL);
    expect(six.deployed(5, 'd1', '012345').production(1)).toBeUndefined();
    const two = story()
      .live()
      .opened(1, 1)
      .merged(2, 1, FULL)
      .opened(1, 2)
      .merged(3, 2, FULL.replace(/7$/, '8'));
    expect(two.deployed(5, 'd1', '0123456').production(1)).toBeUndefined();
  });

  it('goes on meaning its commit when another that begins so is reported later', () => {
    const later = story()
      .live()
      .opened(1, 1)
      .merged(2, 1, FULL)
      .deployed(5, 'd1', '0123456')
      .opened(6, 2)
      .merged(7, 2, FULL.replace(/7$/, '8'));
    expect(later.production(1)).toBe(5);
  });
});

describe('a repository of several services', () => {
  const mono = () =>
    story()
      .entity('cart', 'services/cart')
      .entity('search', 'services/search')
      .deployed(-700, 'c', 'f00dfee', { service: 'cart' })
      .deployed(-700, 's', 'f00dfee', { service: 'search' })
      .change(2, 1, { paths: ['services/search/a.ts'] })
      .change(3, 2, { paths: ['services/cart/a.ts'] })
      .change(3, 3, { paths: ['README.md'] });

  it('releases with a service what touches it, and what touches none', () => {
    const placed = mono()
      .deployed(5, 'd1', 'm3', { service: 'Cart' })
      .deployed(100, 'd2', 'm3', { service: 'component:default/search' });
    expect([1, 2, 3].map(n => placed.production(n))).toEqual([100, 5, 5]);
  });

  it('lists a service that nobody knows, with the names that it may mean', () => {
    const placed = mono().deployed(5, 'd1', 'm3', { service: 'basket' });
    expect(placed.production(2)).toBeUndefined();
    expect(placed.placed().unmatched).toContainEqual(
      expect.objectContaining({ kind: 'services', value: 'basket', n: 1 }),
    );
  });

  it('is narrowed by folders where no service is named, each live on its own', () => {
    const placed = mono()
      .deployed(5, 'd1', 'm2', { paths: ['services/cart/**'] })
      .deployed(6, 'd2', 'm3', { paths: ['services/search'] })
      .deployed(7, 'd3', 'm2', { paths: ['services/cart'] });
    expect([1, 2].map(n => placed.production(n))).toEqual([6, 5]);
    expect(placed.releases().join()).not.toContain('rollBack');
  });

  it('has no release of a service that is never rolled out: its merge is production', () => {
    const placed = story()
      .entity('cart', 'cart')
      .entity('docs', 'docs')
      .deployed(-700, 'c', 'f00dfee', { service: 'cart' })
      .change(2, 1, { paths: ['docs/a.md'] });
    expect(placed.placement(1)).toMatchObject({ productionObserved: false });
    expect(placed.production(1)).toBe(2);
  });
});

describe('a carried change', () => {
  it('ships with the first change merged afterwards from its branch, in turn', () => {
    const chain = story()
      .live()
      .change(2, 1, { baseBranch: 'feat-b' })
      .change(4, 2, { headBranch: 'feat-b', baseBranch: 'feat-a' })
      .change(6, 3, { headBranch: 'feat-a' })
      .deployed(8, 'd1', 'm3');
    expect([1, 2, 3].map(n => chain.production(n))).toEqual([8, 8, 8]);
    expect(chain.placement(1).carriedBy).toBe(chain.pull(2));
  });

  it('waits for the carrier while that is open, and for the release once it is closed', () => {
    const closed = story()
      .live()
      .change(2, 1, { baseBranch: 'feat-a' })
      .opened(3, 2, { headBranch: 'feat-a' })
      .tell(5, 'change.closed', story().pull(2));
    expect(closed.waits(1, 100)).toEqual([
      '2 release',
      '3 carried by 2',
      '5 release',
    ]);
  });

  it('is not carried by the branch of a fork', () => {
    const fork = story()
      .live()
      .change(2, 1, { baseBranch: 'develop' })
      .change(4, 2, { headBranch: 'mallory:develop' })
      .deployed(5, 'd1', 'm2');
    expect(fork.production(1)).toBeUndefined();
  });

  it('is carried by a branch that is reported beside the opening', () => {
    const beside = story()
      .live()
      .change(2, 1, { baseBranch: 'develop' })
      .opened(3, 2)
      .tell(3, 'change.updated', story().pull(2), { headBranch: 'develop' })
      .merged(4, 2)
      .deployed(5, 'd1', 'm2');
    expect(beside.placement(1).carriedBy).toBe(beside.pull(2));
    expect(beside.placement(2).carrier).toBe(true);
    expect(beside.waits(1, 100)).toEqual([
      '2 release',
      '3 carried by 2',
      '4 release',
    ]);
  });

  it('makes its carrier no work of its own where that was opened afterwards', () => {
    const stack = story()
      .live()
      .opened(1, 1, { headBranch: 'feat-a' })
      .change(2, 2, { baseBranch: 'feat-a' })
      .merged(3, 1)
      .change(4, 3, { baseBranch: 'develop' })
      .change(6, 4, { headBranch: 'develop' });
    expect(stack.placement(1).carrier).toBe(false);
    expect(stack.placement(4).carrier).toBe(true);
  });
});

describe('before the merge', () => {
  it('a roll-out is a trial: it is in production, and a release, with the merge', () => {
    const branch = story()
      .live()
      .opened(1, 1)
      .pushed(1, 1, 'p1')
      .deployed(2, 'd1', 'p1')
      .merged(4, 1);
    expect(branch.production(1, 3)).toBeUndefined();
    expect(branch.releases(3)).toEqual(['first release -700']);
    expect(branch.production(1)).toBe(4);
    expect(branch.releases()).toContain('d1 release 4');
  });

  it('is the same where the commit is in the history afterwards', () => {
    const branch = story()
      .live()
      .opened(1, 1)
      .pushed(1, 1, 'p1')
      .deployed(2, 'd1', 'p1')
      .merged(4, 1)
      .commits(5, ['a', [], 0], ['p1', ['a'], 1], ['m1', ['a', 'p1'], 4]);
    expect(branch.production(1)).toBe(4);
    expect(branch.releases()).toContain('d1 release 4');
  });

  it('what was pushed afterwards waits for the next roll-out; a base merge does not count', () => {
    const pushed = story()
      .live()
      .opened(1, 1)
      .pushed(1, 1, 'p1')
      .opened(1, 2)
      .pushed(1, 2, 'q1')
      .deployed(2, 'd1', 'p1')
      .pushed(3, 1, 'p2')
      .merged(4, 1)
      .deployed(5, 'd2', 'm1')
      .deployed(6, 'd3', 'q1')
      .pushed(7, 2, 'q2', 'baseMerge')
      .merged(8, 2);
    expect(pushed.production(1)).toBe(5);
    expect(pushed.production(2)).toBe(8);
  });

  it('a trial that was replaced before the merge brings nothing to production', () => {
    const replaced = story()
      .live()
      .opened(1, 1)
      .pushed(1, 1, 'p1')
      .deployed(2, 'd1', 'p1')
      .deployed(3, 'd2', 'f00dfee')
      .merged(4, 1);
    expect(replaced.production(1)).toBeUndefined();
  });

  it('a commit that an older one replaces after its merge was rolled back', () => {
    const back = story()
      .live()
      .opened(1, 1)
      .pushed(1, 1, 'p1')
      .deployed(2, 'd1', 'p1')
      .merged(4, 1)
      .deployed(6, 'd2', 'f00dfee');
    expect(back.releases()).toEqual([
      'first release -700',
      'd1 release 4: rolledBack 6–6',
      'd2 rollBack 6',
    ]);
  });
});

describe('where no production roll-out was ever seen', () => {
  it('the merge into a released branch is production, and not observed', () => {
    const none = story().change(2, 1).deployed(3, 'd1', 'm1', {
      environment: 'staging',
    });
    expect(none.placement(1)).toMatchObject({ productionObserved: false });
    expect(none.production(1)).toBe(2);
  });

  it('a carried change is in production with its carrier', () => {
    const carried = story()
      .change(2, 1, { baseBranch: 'develop' })
      .change(6, 2, { headBranch: 'develop' });
    expect(carried.production(1)).toBe(6);
    expect(carried.production(1, 5)).toBeUndefined();
  });

  it('what was merged before the first has no observed release', () => {
    const early = story().change(2, 1).deployed(5, 'd1', 'm1');
    expect(early.placement(1)).toMatchObject({
      releaseUnobserved: true,
      productionObserved: false,
    });
    expect(early.production(1)).toBeUndefined();
  });
});

describe('a merged change waits', () => {
  it('for a roll-out that runs, a gate, and the next release after a failure', () => {
    const waiting = story();
    const description = {
      environment: 'production',
      repo: waiting.repo,
      sha: 'm1',
    };
    const d1 = waiting.deployment('d1');
    waiting
      .live()
      .change(2, 1)
      .tell(3, 'deployment.requested', d1, description)
      .tell(3, 'deployment.approvalRequested', d1, { approvers: ['x/bob'] })
      .tell(4, 'deployment.approved', d1)
      .tell(5, 'deployment.started', d1)
      .tell(6, 'deployment.finished', d1, { outcome: 'failure' })
      .deployed(8, 'd2', 'm1');
    expect(waiting.waits(1)).toEqual([
      '2 release',
      '3 gate x/bob',
      '4 release',
      '5 rollingOut',
      '6 failed',
    ]);
    expect(waiting.production(1)).toBe(8);
  });

  it.each([
    ['staging', ['2 release', '3 gate x/bob', '5 release']],
    ['preview/7', ['2 release']],
    ['demo', ['2 release']],
    ['pr-12', ['2 release']],
  ])(
    'for a gate before %s as far as that is on the way',
    (environment, waits) => {
      const gated = story();
      const description = { environment, repo: gated.repo, sha: 'm1' };
      const d1 = gated.deployment('d1');
      gated
        .live()
        .change(2, 1)
        .tell(3, 'deployment.requested', d1, description)
        .tell(3, 'deployment.approvalRequested', d1, { approvers: ['x/bob'] })
        .deployed(5, 'd2', 'other', { environment });
      expect(gated.waits(1, 20)).toEqual(waits);
    },
  );

  it('no longer for a roll-out that was taken back while it ran', () => {
    const taken = story();
    const d1 = taken.deployment('d1');
    taken
      .live()
      .change(2, 1)
      .tell(3, 'deployment.started', d1, {
        environment: 'production',
        repo: taken.repo,
        sha: 'm1',
      })
      .tell(4, 'deployment.rolledBack', d1);
    expect(taken.waits(1, 20)).toEqual([
      '2 release',
      '3 rollingOut',
      '4 failed',
    ]);
  });

  it('for nothing from the third later release without it on, until one contains it', () => {
    const unplaced = story()
      .live()
      .change(2, 1)
      .deployed(3, 'd1', 'a1')
      .deployed(4, 'd2', 'a2')
      .deployed(5, 'd3', 'a3')
      .deployed(9, 'd4', 'm1');
    expect(unplaced.waits(1, 8)).toEqual(['2 release', '5 unplaced']);
    expect(unplaced.placed(8).unmatched).toContainEqual(
      expect.objectContaining({ kind: 'unplacedChanges' }),
    );
    expect(unplaced.production(1)).toBe(9);
  });

  it('for nothing 90 days after its merge, once its repository has deployed since', () => {
    const stale = story().live().change(0, 1);
    expect(stale.waits(1, 2400)).toEqual(['0 release']);
    stale.deployed(2300, 'd1', 'a1');
    expect(stale.waits(1, 2400)).toEqual(['0 release', '2300 unplaced']);
  });

  it('for nothing 90 days after it went into a branch that is neither released nor carried on', () => {
    const lost = story().live().change(0, 1, { baseBranch: 'spike' });
    expect(lost.waits(1, 2400)).toEqual(['0 release', '2160 unplaced']);
  });
});

describe('what did not match', () => {
  it('lists a commit that nobody knows, with its repository and how often', () => {
    const { unmatched } = story()
      .change(2, 1)
      .deployed(5, 'd1', 'abadc0de')
      .deployed(6, 'd2', 'abadc0de')
      .placed();
    expect(unmatched).toContainEqual(
      expect.objectContaining({ kind: 'commits', value: 'abadc0de', n: 2 }),
    );
  });

  it('lists every environment, and what it was taken for', () => {
    const { unmatched } = story()
      .deployed(5, 'd1', 'a', { environment: 'us-prod' })
      .deployed(6, 'd2', 'a', { environment: 'pre-prod' })
      .with({ environments: [{ name: 'pre-*', production: true }] })
      .placed();
    const seen = unmatched.filter(({ kind }) => kind === 'environments');
    expect(
      seen.map(({ value, detail }) => [
        value,
        detail?.production,
        detail?.takenBy,
      ]),
    ).toEqual([
      ['pre-prod', true, 'rule'],
      ['us-prod', true, 'words'],
    ]);
  });
});
