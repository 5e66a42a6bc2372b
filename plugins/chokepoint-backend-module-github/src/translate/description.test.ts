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
import { describeChange } from 'chokepoint-flow';
import {
  at,
  commit,
  committed,
  drawPull,
  eventAt,
  eventsOfPull,
  forcePush,
  happened,
  ofType,
  review,
} from '../../dev/testing/draw';
import { PullRequestNode, TimelineItem } from '../queries/nodes';

function opening(pull: PullRequestNode) {
  return ofType(eventsOfPull(pull), 'change.opened')[0].data;
}

function describedAt(pull: PullRequestNode, hours: number) {
  const key = 'github.com/acme/shop/pull/42';
  return describeChange(eventsOfPull(pull), key, Date.parse(at(hours)));
}

function labelled(
  hours: number,
  kind: 'LabeledEvent' | 'UnlabeledEvent',
  name: string,
): TimelineItem {
  return { __typename: kind, ...happened(hours, 'bob'), label: { name } };
}

describe('whether a pull request was opened as a draft', () => {
  const ready: TimelineItem = {
    __typename: 'ReadyForReviewEvent',
    ...happened(3, 'alice'),
  };
  const drafted: TimelineItem = {
    __typename: 'ConvertToDraftEvent',
    ...happened(5, 'alice'),
  };

  it.each([
    ['was, when it was made ready first', [ready, drafted], true, true],
    ['was not, when it was made a draft first', [drafted], true, false],
    ['is what the flag says, when it never changed', [], true, true],
    ['is what the flag says, when it never changed', [], false, false],
  ])('%s', (_, items, isDraft, draft) => {
    expect(opening(drawPull({ items, isDraft })).draft).toBe(draft);
  });
});

describe('a description', () => {
  it('is at the opening what it was then', () => {
    const items: TimelineItem[] = [
      {
        __typename: 'RenamedTitleEvent',
        ...happened(2, 'alice'),
        previousTitle: 'wip',
        currentTitle: 'Fix it',
      },
      {
        __typename: 'BaseRefChangedEvent',
        ...happened(3, 'alice'),
        previousRefName: 'develop',
        currentRefName: 'main',
      },
    ];
    const pull = drawPull({ items, title: 'Fix it', baseRefName: 'main' });
    expect(opening(pull)).toMatchObject({
      title: 'wip',
      baseBranch: 'develop',
      repo: 'github.com/acme/shop',
      url: 'https://github.com/acme/shop/pull/42',
    });
    expect(describedAt(pull, 2)?.title).toBe('Fix it');
    expect(describedAt(pull, 2)?.baseBranch).toBe('develop');
    expect(describedAt(pull, 3)?.baseBranch).toBe('main');
  });

  it('has the labels of each moment', () => {
    const pull = drawPull({
      labels: { nodes: [{ name: 'bug' }, { name: 'untouched' }] },
      items: [
        labelled(1, 'UnlabeledEvent', 'from-template'),
        labelled(2, 'LabeledEvent', 'bug'),
        labelled(3, 'LabeledEvent', 'wrong'),
        labelled(4, 'UnlabeledEvent', 'wrong'),
      ],
    });
    const labels = [0, 1, 2, 3, 4].map(hours =>
      describedAt(pull, hours)?.labels?.sort(),
    );
    expect(labels).toEqual([
      ['from-template', 'untouched'],
      ['untouched'],
      ['bug', 'untouched'],
      ['bug', 'untouched', 'wrong'],
      ['bug', 'untouched'],
    ]);
  });

  it('has the size and the files from the push on that made them', () => {
    const pull = drawPull({
      items: [committed(commit('a', -1)), committed(commit('b', 6))],
    });
    expect(describedAt(pull, 5)?.paths).toBeUndefined();
    expect(describedAt(pull, 6)).toMatchObject({
      additions: 10,
      deletions: 2,
      paths: ['src/a.ts'],
    });
  });

  it('has another size after every push, though the head is one it had before', () => {
    const ids = [
      [],
      [forcePush(1, null)],
      [forcePush(1, null), forcePush(2, null)],
    ].map(
      items =>
        eventsOfPull(drawPull({ items })).find(event =>
          event.id.includes(':extent:'),
        )?.id,
    );
    expect(new Set(ids).size).toBe(3);
  });

  it('has no files where GitHub does not show them', () => {
    const updates = ofType(
      eventsOfPull(drawPull({ files: null })),
      'change.updated',
    );
    expect(updates.map(event => event.data)).toEqual([
      { additions: 10, deletions: 2 },
    ]);
  });

  const protectedBy = (count: number | null, mine: number | null = null) => ({
    branchProtectionRule:
      count === null ? null : { requiredApprovingReviewCount: count },
    refUpdateRule:
      mine === null ? null : { requiredApprovingReviewCount: mine },
  });

  it.each([
    ['as many approvals as the branch asks for', protectedBy(2), 2],
    ['as many as it is told who is no administrator', protectedBy(null, 3), 3],
    [
      'nothing of approvals where the branch asks for none',
      protectedBy(0),
      undefined,
    ],
    [
      'nothing of approvals where no rule is shown',
      protectedBy(null),
      undefined,
    ],
    ['nothing of approvals where the branch is gone', null, undefined],
  ])('has %s, from the opening on', (_, baseRef, needed) => {
    expect(describedAt(drawPull({ baseRef }), 0)?.approvalsNeeded).toBe(needed);
  });

  it.each([
    [['bob', 'carol'], 2],
    [['bob'], undefined],
    [['bob', 'bob'], undefined],
    [['bob', 'alice'], undefined],
  ])(
    'has what the branch asks for now when it was merged with it: approved by %j',
    (approvers, needed) => {
      const pull = drawPull({
        baseRef: protectedBy(2),
        mergedAt: at(9),
        reviewed: approvers.map((login, i) => review(i + 1, login, 'APPROVED')),
      });
      expect(describedAt(pull, 9)?.approvalsNeeded).toBe(needed);
    },
  );

  it('keeps the higher of two numbers the branch has asked for', () => {
    const [two, one] = [2, 1].map(count =>
      eventsOfPull(drawPull({ baseRef: protectedBy(count) })),
    );
    const key = 'github.com/acme/shop/pull/42';
    for (const events of [
      [...two, ...one],
      [...one, ...two],
    ]) {
      const described = describeChange(events, key, Date.parse(at(1)));
      expect(described?.approvalsNeeded).toBe(2);
    }
  });

  it('is opened by its author, if the account is still there', () => {
    const actors = [drawPull(), drawPull({ author: null })].map(
      pull => ofType(eventsOfPull(pull), 'change.opened')[0].actor,
    );
    expect(actors).toEqual([
      { id: 'github.com/alice', kind: 'human' },
      undefined,
    ]);
    expect(ofType(eventsOfPull(drawPull()), 'change.opened')[0].at).toBe(
      eventAt(0),
    );
  });
});
