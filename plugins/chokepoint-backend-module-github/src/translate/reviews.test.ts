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
import {
  drawPull,
  eventAt,
  eventsOfPull,
  happened,
  ofType,
  page,
  review,
  who,
} from '../../dev/testing/draw';
import { RequestedReviewer, ReviewNode, TimelineItem } from '../queries/nodes';

function verdicts(reviewed: ReviewNode[], items: TimelineItem[] = []) {
  const events = eventsOfPull(drawPull({ reviewed, items }));
  return ofType(events, 'change.reviewed').map(event => [
    event.at,
    event.actor?.id,
    event.data.verdict,
  ]);
}

function requested(
  hours: number,
  requestedReviewer: RequestedReviewer,
  kind:
    | 'ReviewRequestedEvent'
    | 'ReviewRequestRemovedEvent' = 'ReviewRequestedEvent',
): TimelineItem {
  return { __typename: kind, ...happened(hours, 'carol'), requestedReviewer };
}

describe('a review', () => {
  it('is given by its author at its submission', () => {
    expect(
      verdicts([
        review(2, 'bob', 'APPROVED'),
        review(3, 'carol', 'CHANGES_REQUESTED'),
        review(4, 'bob', 'COMMENTED'),
      ]),
    ).toEqual([
      [eventAt(2), 'github.com/bob', 'approved'],
      [eventAt(3), 'github.com/carol', 'changesRequested'],
      [eventAt(4), 'github.com/bob', 'commented'],
    ]);
  });

  it('that is still being written is not told', () => {
    expect(verdicts([review(2, 'bob', 'PENDING')])).toEqual([]);
  });

  it('by an account that is gone has no actor', () => {
    expect(verdicts([review(2, undefined, 'APPROVED')])).toEqual([
      [eventAt(2), undefined, 'approved'],
    ]);
  });

  it('of the author’s own is told as it is', () => {
    expect(verdicts([review(2, 'alice', 'COMMENTED')])).toEqual([
      [eventAt(2), 'github.com/alice', 'commented'],
    ]);
  });

  it('that was dismissed said what its dismissal remembers, and was dismissed then', () => {
    const dismissed = review(2, 'bob', 'DISMISSED');
    const dismissal: TimelineItem = {
      __typename: 'ReviewDismissedEvent',
      ...happened(90, 'carol'),
      previousReviewState: 'CHANGES_REQUESTED',
      review: dismissed,
    };
    const events = eventsOfPull(
      drawPull({ reviewed: [dismissed], items: [dismissal] }),
    );
    expect(verdicts([dismissed], [dismissal])).toEqual([
      [eventAt(2), 'github.com/bob', 'changesRequested'],
    ]);
    expect(ofType(events, 'change.reviewDismissed')).toMatchObject([
      {
        at: eventAt(90),
        actor: { id: 'github.com/carol' },
        data: { reviewer: 'github.com/bob' },
      },
    ]);
  });

  it('that was dismissed said the same before its dismissal', () => {
    const before = { ...review(2, 'bob', 'APPROVED'), id: 'R' };
    const after = { ...before, state: 'DISMISSED' as const };
    const dismissal: TimelineItem = {
      __typename: 'ReviewDismissedEvent',
      ...happened(90),
      previousReviewState: 'APPROVED',
      review: after,
    };
    expect(verdicts([after], [dismissal])).toEqual(verdicts([before]));
  });

  it('whose reviewer is gone cannot be told to be dismissed', () => {
    const dismissal: TimelineItem = {
      __typename: 'ReviewDismissedEvent',
      ...happened(90),
      previousReviewState: 'APPROVED',
      review: { id: 'R', author: null },
    };
    const events = eventsOfPull(drawPull({ items: [dismissal] }));
    expect(ofType(events, 'change.reviewDismissed')).toEqual([]);
  });

  it('that only replies in a thread is a comment, so that the author’s own hands the ball back', () => {
    const reply = review(5, 'alice', 'COMMENTED');
    const events = eventsOfPull(drawPull({ reviews: page([reply]) }));
    expect(ofType(events, 'change.reviewed')).toEqual([]);
    expect(ofType(events, 'change.commented')).toMatchObject([
      { id: reply.id, at: eventAt(5), actor: { id: 'github.com/alice' } },
    ]);
  });
});

describe('a comment', () => {
  it('of a deleted account has no actor', () => {
    const { id, createdAt } = happened(1);
    const items: TimelineItem[] = [
      { __typename: 'IssueComment', id, createdAt, author: null },
      {
        ...happened(2),
        __typename: 'IssueComment',
        author: who('bob'),
      },
    ];
    expect(
      ofType(eventsOfPull(drawPull({ items })), 'change.commented').map(
        event => event.actor,
      ),
    ).toEqual([undefined, { id: 'github.com/bob', kind: 'human' }]);
  });
});

describe('a review request', () => {
  it('is of a person or of a team, by whoever asked', () => {
    const items = [
      requested(1, { __typename: 'User', login: 'bob' }),
      requested(2, {
        __typename: 'Team',
        slug: 'web',
        organization: { login: 'acme' },
      }),
    ];
    expect(
      ofType(eventsOfPull(drawPull({ items })), 'change.reviewRequested'),
    ).toMatchObject([
      {
        actor: { id: 'github.com/carol' },
        data: { reviewers: ['github.com/bob'] },
      },
      { data: { reviewers: ['github.com/orgs/acme/teams/web'] } },
    ]);
  });

  it('ends when it is removed', () => {
    const bob = { __typename: 'User', login: 'bob' } as const;
    const items = [
      requested(1, bob),
      requested(7, bob, 'ReviewRequestRemovedEvent'),
    ];
    expect(
      ofType(eventsOfPull(drawPull({ items })), 'change.reviewRequestRemoved'),
    ).toMatchObject([
      { at: eventAt(7), data: { reviewers: ['github.com/bob'] } },
    ]);
  });

  it('of a team the token may not see is not told', () => {
    const events = eventsOfPull(drawPull({ items: [requested(1, null)] }));
    expect(ofType(events, 'change.reviewRequested')).toEqual([]);
  });
});
