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

import fc from 'fast-check';
import { hour, HOUR, opened, REPO, Story } from '../../testing/story';
import { teamOfParty } from '../ownership/teams';
import { changeFacts, withCurrentTurn } from './changeFacts';
import { deploymentFacts, isHotfix, withFailures } from './deployments';
import { describeChange, revertedTitle } from './description';
import { DeploymentFacts } from './factTypes';
import { chargeWait, overlap } from './waits';
import { sizeOf } from './changeSize';
import { DEFAULT_WORK_TYPE_RULES, workTypeOf } from './workType';

function factsOf(
  story: Story,
  asOf: number,
  teams: Record<string, string> = {},
) {
  const timeline = story.timeline(asOf);
  if (!timeline) {
    throw new Error('the story has no opening');
  }
  return changeFacts(timeline, {
    description: { title: 'Add a cart', url: 'u', repo: REPO, additions: 40 },
    workType: 'other',
    owner: 'group:default/shop',
    teamOf: party => teams[party] ?? party,
  });
}

const reviewed = () =>
  opened({ firstCommitAt: new Date(hour(-4)).toISOString() })
    .at(0, 'alice')
    .happened('asked', { reviewers: ['bob', 'carol'] })
    .at(2, 'bob')
    .happened('reviewed', { verdict: 'changesRequested' })
    .at(3, 'alice')
    .happened('pushed')
    .at(7, 'bob')
    .happened('reviewed', { verdict: 'approved' })
    .at(8, 'alice')
    .happened('merged');

describe('the facts of a change', () => {
  it('are sums and spans over its timeline', () => {
    expect(factsOf(reviewed(), 9)).toMatchObject({
      working: (4 + 1) * HOUR,
      waiting: (2 + 4 + 1) * HOUR,
      stages: {
        build: { working: 4 * HOUR, waiting: 0 },
        review: { working: 0, waiting: 6 * HOUR },
        rework: { working: HOUR, waiting: 0 },
        merge: { working: 0, waiting: HOUR },
      },
      leadTime: 12 * HOUR,
      timeToFirstReview: 2 * HOUR,
      timeToFirstResponse: 2 * HOUR,
      timeToApproval: 7 * HOUR,
      reviewVisits: [
        { start: hour(0), end: hour(2) },
        { start: hour(3), end: hour(7) },
      ],
      returns: 1,
      soleBlockerTime: HOUR,
      unownedWait: 0,
      approvers: ['user:default/bob'],
      size: 's',
      start: hour(-4),
      end: hour(8),
    });
  });

  it('count a hand-off at every boundary where the holders differ', () => {
    // build alice | review bob, carol | rework alice | review bob, carol | merge alice
    expect(factsOf(reviewed(), 9).handoffs).toBe(4);
  });

  it('count hand-offs between teams by the teams of the holders', () => {
    const web = 'group:default/web';
    const all = {
      'user:default/alice': web,
      'user:default/bob': web,
      'user:default/carol': web,
    };
    expect(factsOf(reviewed(), 9, all).teamHandoffs).toBe(0);
    const other = { ...all, 'user:default/alice': 'group:default/shop' };
    expect(factsOf(reviewed(), 9, other).teamHandoffs).toBe(4);
  });

  it('count neither the time nor the hand-offs of a pause', () => {
    const story = opened()
      .at(0, 'alice')
      .happened('asked', { reviewers: ['bob'] })
      .at(1, 'alice')
      .happened('closed')
      .at(5, 'alice')
      .happened('reopened')
      .at(6, 'bob')
      .happened('reviewed', { verdict: 'approved' })
      .at(6, 'alice')
      .happened('merged');
    const facts = factsOf(story, 9);
    expect(facts.waiting).toBe(2 * HOUR);
    expect(facts.handoffs).toBe(0);
    expect(facts.pauses).toEqual([{ start: hour(1), end: hour(5) }]);
  });

  it('leave the current turn of an unfinished change out, until asked as of an instant', () => {
    const facts = factsOf(opened(), 5);
    expect(facts).toMatchObject({
      waiting: 0,
      current: { stage: 'review', since: hour(0), reason: 'unrequested' },
      reviewVisits: [{ start: hour(0) }],
    });
    expect(facts.reviewVisits[0].end).toBeUndefined();
    expect(withCurrentTurn(facts, hour(7))).toMatchObject({
      waiting: 7 * HOUR,
      unownedWait: 7 * HOUR,
      soleBlockerTime: 0,
      stages: { review: { working: 0, waiting: 7 * HOUR } },
    });
  });
});

describe('the worked example of the documentation', () => {
  it('comes out as it is written there', () => {
    const story = opened()
      .at(0, 'alice')
      .happened('asked', { reviewers: ['bob', 'carol'] })
      .at(2, 'bob')
      .happened('reviewed', { verdict: 'changesRequested' })
      .at(3, 'alice')
      .happened('pushed')
      .at(7, 'bob')
      .happened('reviewed', { verdict: 'approved' })
      .at(8, 'alice')
      .happened('merged');
    const example = factsOf(story, 9);
    const waits = (story.timeline(9)?.segments ?? [])
      .filter(segment => segment.stage === 'review')
      .flatMap(segment => chargeWait(segment, segment.end - segment.start));
    const of = (party: string) =>
      waits
        .filter(wait => wait.party === `user:default/${party}`)
        .reduce((sum, wait) => sum + wait.length, 0);
    expect(example.waiting / (example.waiting + example.working)).toBe(0.875);
    expect(example).toMatchObject({ handoffs: 3, returns: 1 });
    expect(example.reviewVisits).toHaveLength(2);
    expect([of('bob'), of('carol')]).toEqual([3 * HOUR, 3 * HOUR]);
    expect(example.timeToFirstReview).toBe(2 * HOUR);
    expect(example.timeToApproval).toBe(7 * HOUR);
  });
});

describe('waits', () => {
  it('charge whole milliseconds and lose none', () => {
    const holders = ['a', 'b', 'c'].map(party => ({ party, share: 1 / 3 }));
    expect(chargeWait({ holders }, 100)).toEqual([
      { party: 'a', length: 34 },
      { party: 'b', length: 33 },
      { party: 'c', length: 33 },
    ]);
  });

  it('sum to the length for any shares', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 5 }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 0, max: 10 ** 11 }),
        (parts, length) => {
          const whole = parts.reduce((a, b) => a + b, 0);
          const holders = parts.map((part, i) => ({
            party: `p${i}`,
            share: part / whole,
          }));
          const waits = chargeWait({ holders }, length);
          expect(waits.reduce((total, wait) => total + wait.length, 0)).toBe(
            length,
          );
          waits.forEach((wait, i) => {
            expect(
              Math.abs(wait.length - length * holders[i].share),
            ).toBeLessThanOrEqual(1);
          });
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('overlap a window by what lies in both', () => {
    const segment = { start: 10, end: 20 };
    expect(overlap(segment, { start: 15, end: 30 })).toBe(5);
    expect(overlap(segment, { start: 0, end: 12 })).toBe(2);
    expect(overlap(segment, { start: 20, end: 30 })).toBe(0);
  });
});

describe('the team a party acts for', () => {
  const memberOf = (person: string) =>
    ({
      'user:default/ann': ['group:default/web', 'group:default/shop'],
      'user:default/ben': ['group:default/web', 'group:default/api'],
      'user:default/cy': ['group:default/web'],
    }[person] ?? []);
  it.each([
    [
      'the owning team, when the person is in it',
      'user:default/ann',
      'group:default/shop',
    ],
    ['else the only team', 'user:default/cy', 'group:default/web'],
    ['else the first by name', 'user:default/ben', 'group:default/api'],
    [
      'nobody but the person without a team',
      'user:default/dan',
      'user:default/dan',
    ],
    [
      'the owner of the entity a gate guards',
      'gate:release/x',
      'group:default/shop',
    ],
    ['a group itself', 'group:default/api', 'group:default/api'],
    ['unassigned', 'unassigned', 'unassigned'],
  ])('is %s', (_, party, team) => {
    expect(teamOfParty(party, 'group:default/shop', memberOf)).toBe(team);
  });

  it('is the gate itself where the entity has no owner', () => {
    expect(teamOfParty('gate:release/x', undefined, memberOf)).toBe(
      'gate:release/x',
    );
  });
});

describe('the type of work', () => {
  it.each([
    [
      'a label, without case',
      { title: 'x', labels: ['BUG'] },
      'operationalFix',
    ],
    ['the begin of the title', { title: 'Fix the cart' }, 'operationalFix'],
    [
      'paths, when every one matches',
      { title: 'x', paths: ['docs/a.png', 'README.md'] },
      'contentAndConfiguration',
    ],
    [
      'nothing, when one path does not match',
      { title: 'x', paths: ['docs/a.md', 'src/a.ts'] },
      'other',
    ],
    [
      'the first rule that matches',
      { title: 'Fix', labels: ['docs'] },
      'operationalFix',
    ],
    ['nothing', { title: 'Add a cart' }, 'other'],
  ])('comes from %s', (_, change, expected) => {
    expect(workTypeOf(change, DEFAULT_WORK_TYPE_RULES)).toBe(expected);
  });

  it('comes from labels of the work item too', () => {
    expect(
      workTypeOf({ title: 'x' }, DEFAULT_WORK_TYPE_RULES, ['Experiment']),
    ).toBe('experiment');
  });

  it.each([
    [{ additions: 5, deletions: 4 }, 'xs'],
    [{ additions: 10 }, 's'],
    [{ additions: 50 }, 'm'],
    [{ deletions: 999 }, 'l'],
    [{ additions: 1000 }, 'xl'],
    [{}, 'unknown'],
  ])('is beside the size: %j → %s', (lines, size) => {
    expect(sizeOf(lines)).toBe(size);
  });
});

describe('the description of a change', () => {
  it('is its opening with what was updated since, as of an instant', () => {
    const { events } = opened()
      .at(2)
      .happened('updated', { title: 'Add two carts' });
    const change = 'github.com/acme/shop/pull/42';
    expect(describeChange(events, change, hour(1))?.title).toBe('Add a cart');
    expect(describeChange(events, change, hour(2))).toMatchObject({
      title: 'Add two carts',
      repo: REPO,
    });
    expect(describeChange(events, change, hour(-1))).toBeUndefined();
  });

  it.each([
    ['Revert "Add a cart"', 'Add a cart'],
    ['revert: "Add a cart" (#7)', 'Add a cart'],
    ['Revert "Revert "Add a cart""', 'Revert "Add a cart"'],
    ['Add a cart', undefined],
  ])('says what it reverts: %s', (title, reverted) => {
    expect(revertedTitle(title)).toBe(reverted);
  });
});

describe('a deployment', () => {
  const key = `${REPO}/deployments/d1`;
  const d1 = { environment: 'production', repo: REPO, sha: 'm1' };

  it('is known once its description is', () => {
    const { events } = new Story().at(0).deployment('deployment.started');
    expect(deploymentFacts(events, key, [])).toBeUndefined();
  });

  it('keeps its first success, whatever comes after', () => {
    const { events } = new Story()
      .at(0)
      .deployment('deployment.requested', d1)
      .at(1)
      .deployment('deployment.started')
      .at(2)
      .deployment('deployment.finished', { outcome: 'success' })
      .at(3)
      .deployment('deployment.finished', { outcome: 'failure' });
    expect(deploymentFacts(events, key, ['c'])).toEqual({
      deployment: key,
      ...d1,
      production: true,
      changes: ['c'],
      requestedAt: hour(0),
      startedAt: hour(1),
      finishedAt: hour(2),
      outcome: 'success',
    });
  });

  const live = (
    name: string,
    finished: number,
    more: Partial<DeploymentFacts> = {},
  ): DeploymentFacts => ({
    deployment: name,
    ...d1,
    production: true,
    changes: [`${name}-change`],
    finishedAt: hour(finished),
    outcome: 'success',
    ...more,
  });
  const failureOf = (name: string, facts: DeploymentFacts[]) =>
    facts.find(d => d.deployment === name)?.failure;

  it('led to a failure when it was rolled back', () => {
    const facts = withFailures(
      [live('a', 1, { rolledBackAt: hour(2) })],
      [],
      [],
    );
    expect(failureOf('a', facts)).toEqual({
      cause: 'rolledBack',
      at: hour(2),
      recoveredAt: hour(2),
    });
  });

  it('led to the incident that names it, or that opened while it was the newest', () => {
    const deployments = [live('a', 1), live('b', 3)];
    const named = {
      incident: 'i',
      openedAt: hour(4),
      resolvedAt: hour(6),
      deployment: 'a',
    };
    expect(
      failureOf('a', withFailures(deployments, [named], [])),
    ).toMatchObject({
      cause: 'incident',
      recoveredAt: hour(6),
      evidence: 'i',
    });
    const unnamed = { incident: 'i', openedAt: hour(2), repo: REPO };
    const facts = withFailures(deployments, [unnamed], []);
    expect(failureOf('a', facts)?.cause).toBe('incident');
    expect(failureOf('b', facts)).toBeUndefined();
  });

  it('led to a failure when a change in it was reverted, or a hotfix followed it', () => {
    const deployments = [live('a', 1), live('b', 3)];
    const revert = {
      change: 'r',
      repo: REPO,
      openedAt: hour(5),
      productionAt: hour(6),
      reverts: 'a-change',
    };
    expect(failureOf('a', withFailures(deployments, [], [revert]))).toEqual({
      cause: 'reverted',
      at: hour(5),
      recoveredAt: hour(6),
      evidence: 'r',
    });
    const hotfix = { change: 'h', repo: REPO, openedAt: hour(5) };
    const facts = withFailures(deployments, [], [hotfix]);
    expect(failureOf('b', facts)?.cause).toBe('hotfix');
    expect(failureOf('a', facts)).toBeUndefined();
  });

  it('is charged with the first of several failures', () => {
    const rolledBack = live('a', 1, { rolledBackAt: hour(9) });
    const incident = { incident: 'i', openedAt: hour(2), deployment: 'a' };
    expect(
      failureOf('a', withFailures([rolledBack], [incident], []))?.cause,
    ).toBe('incident');
  });

  it('led to none when it never reached production', () => {
    const failed = live('a', 1, { outcome: 'failure', rolledBackAt: hour(2) });
    expect(failureOf('a', withFailures([failed], [], []))).toBeUndefined();
  });

  it.each([
    [{ title: 'Hotfix: stop the leak' }, true],
    [{ title: 'x', labels: ['hotfix'] }, true],
    [{ title: 'Fix the hotfix page' }, false],
  ])('is repaired by a hotfix: %j → %s', (change, expected) => {
    expect(isHotfix(change)).toBe(expected);
  });
});
