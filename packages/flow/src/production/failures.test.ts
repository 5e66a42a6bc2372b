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

const INCIDENT = 'acme.pagerduty.com/incidents/Q1';
const story = () => new RepositoryStory();

/** One release at 3, another at 7. */
const twice = () =>
  story()
    .live()
    .change(2, 1)
    .deployed(3, 'd1', 'm1')
    .change(6, 2)
    .deployed(7, 'd2', 'm2');

describe('a release', () => {
  it('is one service at one commit, in all regions, packages and re-runs', () => {
    const regions = story()
      .change(2, 1)
      .deployed(3, 'us', 'm1', { environment: 'prod-us', outcome: 'failure' })
      .deployed(4, 'eu', 'm1', { environment: 'prod-eu' })
      .deployed(5, 'us2', 'm1', { environment: 'prod-us' });
    const { releases } = regions.placed();
    expect(releases).toHaveLength(1);
    expect(releases[0]).toMatchObject({
      environments: ['prod-eu', 'prod-us'],
      failedRollOuts: 1,
      productionAt: RepositoryStory.at(4),
    });
  });

  it('is one where its source gives it one id', () => {
    const one = story()
      .deployed(3, 'a', 'a1', { release: 'v1', service: 'web' })
      .deployed(4, 'b', 'b1', { release: 'v1', service: 'api' });
    expect(one.releases()).toEqual(['a release 3']);
  });

  it('is none when it goes back, which is a failure of what was live, nor when it goes forward again', () => {
    const back = twice().deployed(8, 'd3', 'm1').deployed(9, 'd4', 'm2');
    expect(back.releases()).toEqual([
      'first release -700',
      'd1 release 3',
      'd2 release 7: rolledBack 8–8',
      'd3 rollBack 8',
      'd4 forward 9',
    ]);
  });

  it('is no roll-back where the same commit is rolled out again', () => {
    const again = twice().deployed(8, 'd3', 'm2');
    expect(again.releases()).toHaveLength(3);
    expect(again.releases().join()).not.toContain('rolledBack');
  });
});

describe('an incident is a failure', () => {
  it('of what was rolling out when it opened', () => {
    const rolling = story();
    const d2 = rolling.deployment('d2');
    rolling
      .live()
      .change(2, 1)
      .deployed(3, 'd1', 'm1')
      .change(6, 2)
      .tell(8, 'deployment.started', d2, {
        environment: 'production',
        repo: rolling.repo,
        sha: 'm2',
      })
      .tell(9, 'incident.opened', INCIDENT, { repo: rolling.repo })
      .tell(10, 'deployment.finished', d2, { outcome: 'success' })
      .tell(12, 'incident.resolved', INCIDENT);
    expect(rolling.releases()).toContain('d2 release 10: incident 9–12');
  });

  it('to its last resolution', () => {
    const again = twice()
      .tell(8, 'incident.opened', INCIDENT, { repo: story().repo })
      .tell(9, 'incident.resolved', INCIDENT)
      .tell(10, 'incident.opened', INCIDENT)
      .tell(17, 'incident.resolved', INCIDENT);
    expect(again.releases(11)).toContain('d2 release 7: incident 8–undefined');
    expect(again.releases()).toContain('d2 release 7: incident 8–17');
  });

  it.each([
    ['cause', { cause: 'other' as const }],
    ['severity', { severity: 'SEV4' }],
  ])('not where its %s says otherwise', (_, said) => {
    const other = twice()
      .with({
        failures: {
          incidentLag: 7 * 24 * 3_600_000,
          revertWords: ['revert'],
          hotfixWords: ['hotfix'],
          severities: ['sev1'],
        },
      })
      .tell(8, 'incident.opened', INCIDENT, { repo: story().repo, ...said });
    expect(other.releases()).toContain('d2 release 7');
    expect(other.placed().unlinkedIncidents).toEqual([]);
  });

  it.each([
    [undefined, true],
    ['unknown' as const, true],
    ['change' as const, undefined],
  ])(
    'with the cause %s, which is kept apart where it is unknown',
    (cause, unknown) => {
      const caused = twice().tell(8, 'incident.opened', INCIDENT, {
        repo: story().repo,
        ...(cause && { cause }),
      });
      expect(caused.placed().releases[2].causeUnknown).toBe(unknown);
    },
  );

  it('of none, and listed, where no release began in the time before', () => {
    const late = twice().tell(7 + 7 * 24 + 0.1, 'incident.opened', INCIDENT, {
      repo: story().repo,
    });
    expect(late.placed().unlinkedIncidents).toEqual([INCIDENT]);
    const justInTime = twice().tell(7 + 7 * 24, 'incident.opened', INCIDENT, {
      repo: story().repo,
    });
    expect(justInTime.placed().unlinkedIncidents).toEqual([]);
  });

  it('of the deployment that it names', () => {
    const named = twice().tell(8, 'incident.opened', INCIDENT, {
      deployment: story().deployment('d1'),
    });
    expect(named.releases()).toContain('d1 release 3: incident 8–undefined');
  });

  it('of the newest release, and not of a roll-back', () => {
    const back = twice()
      .deployed(8, 'd3', 'm1')
      .tell(9, 'incident.opened', INCIDENT, { repo: story().repo });
    expect(back.releases()).toContain('d3 rollBack 8');
    expect(back.placed().unlinkedIncidents).toEqual([]);
  });

  it('of its service, also where that is the only one of the repository', () => {
    const single = story()
      .entity('cart')
      .deployed(3, 'd1', 'a1', { service: 'cart' })
      .tell(4, 'incident.opened', INCIDENT, { services: ['cart'] });
    expect(single.releases()).toEqual(['d1 release 3: incident 4–undefined']);
    expect(single.placed().releases[0].services).toEqual([
      'component:default/cart',
    ]);
  });
});

describe('a revert is a failure', () => {
  it.each([
    'Revert "Add cache"',
    'fix: revert "Add cache" (#1)',
    'revert: Add cache',
    'revert(cart)!: Add cache',
  ])('of the release of what it reverts: %s', title => {
    const reverted = story()
      .live()
      .change(2, 1, { title: 'Add cache (#1)' })
      .deployed(3, 'd1', 'm1')
      .change(5, 2, { title })
      .deployed(6, 'd2', 'm2');
    expect(reverted.releases(5.5)).toContain('d1 release 3');
    expect(reverted.releases()).toContain('d1 release 3: reverted 4–6');
    expect(reverted.placement(1).revertedAt).toEqual([RepositoryStory.at(5)]);
  });

  it('not of what it took back before that shipped', () => {
    const unshipped = story()
      .live()
      .change(2, 1, { title: 'Add cache' })
      .change(4, 2, { title: 'Revert "Add cache"' })
      .deployed(6, 'd1', 'm2');
    expect(unshipped.releases()).toContain('d1 release 6');
  });

  it('not where it is closed, or reverts a revert', () => {
    const twiceReverted = story()
      .live()
      .change(2, 1, { title: 'Add cache' })
      .deployed(3, 'd1', 'm1')
      .opened(3.5, 9, { title: 'Revert "Add cache"' })
      .tell(3.6, 'change.closed', story().pull(9));
    expect(twiceReverted.releases()).toContain('d1 release 3');
    twiceReverted
      .change(5, 2, { title: 'Revert "Add cache"' })
      .deployed(6, 'd2', 'm2')
      .change(8, 3, { title: 'Revert "Revert "Add cache""' })
      .deployed(9, 'd3', 'm3');
    expect(twiceReverted.releases()).toContain('d2 release 6');
    expect(twiceReverted.placement(2).revertedAt).toEqual([]);
  });

  it('found by any title that the change had by then', () => {
    const edited = story()
      .live()
      .change(2, 1, { title: 'Add cache' })
      .deployed(3, 'd1', 'm1')
      .change(5, 2, { title: 'Revert "Add cache"' })
      .deployed(6, 'd2', 'm2')
      .tell(7, 'change.updated', story().pull(1), { title: 'Add a cache' });
    expect(edited.releases()).toContain('d1 release 3: reverted 4–6');
  });

  it('of the carrier reverts what it carried', () => {
    const carried = story()
      .live()
      .change(2, 1, { baseBranch: 'develop' })
      .change(4, 2, { headBranch: 'develop', title: 'Release 1' })
      .deployed(5, 'd1', 'm2')
      .change(7, 3, { title: 'Revert "Release 1"' });
    expect(carried.placement(1).revertedAt).toEqual([RepositoryStory.at(7)]);
  });
});

describe('a hotfix is a failure', () => {
  it.each([
    [{ title: '[HOTFIX] payment crash' }],
    [{ title: 'fix(pay): hotfix for the crash' }],
    [{ title: 'Payment', labels: ['Hotfix'] }],
    [{ title: 'Payment', headBranch: 'hotfix/payment' }],
  ])('of the release that was newest when it was opened: %j', said => {
    const fixed = story()
      .live()
      .change(2, 1)
      .deployed(3, 'd1', 'm1')
      .change(5, 2, said)
      .deployed(6, 'd2', 'm2');
    expect(fixed.releases()).toContain('d1 release 3: hotfix 4–6');
    expect(fixed.releases(5.5)).toContain('d1 release 3');
  });

  it.each([{ title: 'Document hotfixes' }, { title: 'Hotfixes page' }])(
    'not by the word elsewhere: %j',
    said => {
      const other = story()
        .live()
        .deployed(3, 'd1', 'a1')
        .change(5, 2, said)
        .deployed(6, 'd2', 'm2');
      expect(other.releases()).toContain('d1 release 3');
    },
  );

  it('shipped with the first roll-out of it, trial or not', () => {
    const trial = story()
      .live()
      .deployed(3, 'd1', 'a1')
      .opened(4, 2, { title: 'hotfix: crash' })
      .pushed(4, 2, 'p2')
      .deployed(5, 'd2', 'p2')
      .merged(8, 2);
    expect(trial.releases(6)).toContain('d1 release 3: hotfix 4–5');
    expect(trial.releases()).toContain('d1 release 3: hotfix 4–5');
  });
});
