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

import { opened, Story } from '../../testing/story';

describe('review', () => {
  it('waits for the reviewer who was asked', () => {
    const story = opened()
      .at(1, 'alice')
      .happened('asked', { reviewers: ['bob'] });
    expect(story.ledger(3)).toEqual([
      '0–1 review waiting unassigned (unrequested)',
      '1–3 review waiting bob',
    ]);
  });

  it('is shared equally by several reviewers, and whoever has answered drops out', () => {
    const story = opened()
      .knowing({ approvalsNeeded: 2 })
      .at(0, 'alice')
      .happened('asked', { reviewers: ['bob', 'carol'] })
      .at(2, 'bob')
      .happened('reviewed', { verdict: 'approved' });
    expect(story.ledger(5)).toEqual([
      '0–2 review waiting bob 0.5, carol 0.5',
      '2–5 review waiting carol',
    ]);
  });

  it('adds the shares of reviewers who are one party', () => {
    const story = opened()
      .knowing({
        partyOf: id => (id === 'bob' ? 'user:default/bob' : 'external'),
      })
      .at(0, 'alice')
      .happened('asked', { reviewers: ['bob', 'x', 'y'] });
    expect(story.ledger(1)).toEqual([
      '0–1 review waiting external 0.667, bob 0.333',
    ]);
  });

  it('begins when the change is ready, not before', () => {
    const story = opened({ draft: true })
      .at(1, 'alice')
      .happened('asked', { reviewers: ['bob'] })
      .at(4, 'alice')
      .happened('ready');
    expect(story.ledger(6)).toEqual([
      '0–4 build working alice (draft)',
      '4–6 review waiting bob',
    ]);
  });

  it('stops charging a reviewer whose request was removed', () => {
    const story = opened()
      .at(0, 'alice')
      .happened('asked', { reviewers: ['bob', 'carol'] })
      .at(2, 'alice')
      .happened('unasked', { reviewers: ['bob'] })
      .at(3, 'alice')
      .happened('unasked', { reviewers: ['carol'] });
    expect(story.ledger(4)).toEqual([
      '0–2 review waiting bob 0.5, carol 0.5',
      '2–3 review waiting carol',
      '3–4 review waiting unassigned (unrequested)',
    ]);
  });

  it('does not wait for an author who is on the own list of reviewers', () => {
    const story = opened()
      .at(0, 'alice')
      .happened('asked', { reviewers: ['alice', 'bob'] });
    expect(story.ledger(1)).toEqual(['0–1 review waiting bob']);
  });
});

describe('takeover', () => {
  it('charges X, who was asked, until Y acts, and then the next holder', () => {
    const story = opened()
      .at(0, 'alice')
      .happened('asked', { reviewers: ['xenia'] })
      .at(3, 'yuri')
      .happened('reviewed', { verdict: 'approved' });
    expect(story.ledger(5)).toEqual([
      '0–3 review waiting xenia',
      '3–5 merge waiting alice',
    ]);
  });

  it('charges a team that was asked as the team, whoever of it acts', () => {
    const story = opened()
      .knowing({
        isMemberOf: (id, team) => id === 'tina' && team.endsWith('/web'),
      })
      .at(0, 'alice')
      .happened('asked', { reviewers: ['github.com/orgs/acme/teams/web'] })
      .at(2, 'tina')
      .happened('reviewed', { verdict: 'changesRequested' })
      .at(3, 'alice')
      .happened('pushed');
    expect(story.ledger(5)).toEqual([
      '0–2 review waiting web',
      '2–3 rework working alice (changesRequested)',
      '3–5 review waiting web',
    ]);
  });

  it('takes an answer for the person and for every team of the person that was asked', () => {
    const web = 'github.com/orgs/acme/teams/web';
    const story = opened()
      .knowing({
        approvalsNeeded: 2,
        isMemberOf: (id, team) => id === 'tina' && team === web,
      })
      .at(0, 'alice')
      .happened('asked', { reviewers: ['tina', web, 'bob'] })
      .at(2, 'tina')
      .happened('reviewed', { verdict: 'approved' })
      .at(3, 'alice')
      .happened('dismissed', { reviewer: 'tina' });
    expect(story.ledger(4)).toEqual([
      '0–2 review waiting web 0.333, bob 0.333, tina 0.333',
      '2–3 review waiting bob',
      '3–4 review waiting web 0.333, bob 0.333, tina 0.333',
    ]);
  });

  it('keeps waiting for those who have not answered, beside whoever gave feedback', () => {
    const story = opened()
      .at(0, 'alice')
      .happened('asked', { reviewers: ['xenia'] })
      .at(1, 'yuri')
      .happened('reviewed', { verdict: 'commented' })
      .at(2, 'alice')
      .happened('pushed');
    expect(story.ledger(3)).toEqual([
      '0–1 review waiting xenia',
      '1–2 rework working alice (commented)',
      '2–3 review waiting xenia 0.5, yuri 0.5',
    ]);
  });
});

describe('rework', () => {
  const sentBack = () =>
    opened()
      .at(0, 'alice')
      .happened('asked', { reviewers: ['bob'] })
      .at(1, 'bob')
      .happened('reviewed', { verdict: 'changesRequested' });

  it.each([
    ['a push', 'pushed'],
    ['a comment', 'commented'],
  ] as const)('ends when the author hands the ball back by %s', (_, moment) => {
    expect(sentBack().at(3, 'alice').happened(moment).ledger(4)).toEqual([
      '0–1 review waiting bob',
      '1–3 rework working alice (changesRequested)',
      '3–4 review waiting bob',
    ]);
  });

  it('ends when the author asks for review again', () => {
    const story = sentBack()
      .at(3, 'alice')
      .happened('asked', { reviewers: ['carol'] });
    expect(story.ledger(4).slice(1)).toEqual([
      '1–3 rework working alice (changesRequested)',
      '3–4 review waiting bob 0.5, carol 0.5',
    ]);
  });

  it('does not end when somebody else comments or asks, or a reviewer pushes', () => {
    const story = sentBack()
      .at(2, 'bob')
      .happened('pushed')
      .at(2.5, 'carol')
      .happened('commented')
      .at(3, 'carol')
      .happened('asked', { reviewers: ['dave'] });
    expect(story.ledger(4).slice(1)).toEqual([
      '1–4 rework working alice (changesRequested)',
    ]);
  });

  it('ends when the reviewer withdraws the request by approving', () => {
    const story = sentBack()
      .at(2, 'bob')
      .happened('reviewed', { verdict: 'approved' });
    expect(story.ledger(3).slice(1)).toEqual([
      '1–2 rework working alice (changesRequested)',
      '2–3 merge waiting alice',
    ]);
  });

  it('follows a plain comment of a reviewer who was asked, as it does a review', () => {
    const story = opened()
      .at(0, 'alice')
      .happened('asked', { reviewers: ['bob'] })
      .at(1, 'carol')
      .happened('commented')
      .at(2, 'bob')
      .happened('commented');
    expect(story.ledger(3)).toEqual([
      '0–2 review waiting bob',
      '2–3 rework working alice (commented)',
    ]);
  });

  it('does not follow a review or comment by the author', () => {
    const story = opened()
      .at(0, 'alice')
      .happened('asked', { reviewers: ['bob'] })
      .at(1, 'alice')
      .happened('reviewed', { verdict: 'commented' })
      .at(2, 'alice')
      .happened('commented');
    expect(story.ledger(3)).toEqual(['0–3 review waiting bob']);
  });

  it('does not follow a review or comment by a bot or an agent, whose time is kept apart', () => {
    const story = opened()
      .at(0, 'alice')
      .happened('asked', { reviewers: ['bob', 'copilot'] })
      .at(1, 'copilot', 'agent')
      .happened('reviewed', { verdict: 'changesRequested' })
      .at(2, 'lint', 'bot')
      .happened('commented');
    expect(story.ledger(3)).toEqual([
      '0–1 review waiting bob 0.5, copilot 0.5',
      '1–3 review waiting bob',
    ]);
    const timeline = story.timeline(3);
    expect(timeline?.milestones.firstReviewAt).toBeUndefined();
    expect(timeline?.automatedResponseAt).toBe(
      (timeline?.milestones.openedAt ?? 0) + 3_600_000,
    );
    expect(timeline?.counts.returns).toBe(0);
  });

  it('is owed to a reviewer of a team whose request for changes still stands', () => {
    const story = opened()
      .knowing({
        isMemberOf: (id, team) => id !== 'alice' && team.endsWith('/web'),
      })
      .at(0, 'alice')
      .happened('asked', { reviewers: ['github.com/orgs/acme/teams/web'] })
      .at(1, 'tina')
      .happened('reviewed', { verdict: 'changesRequested' })
      .at(2, 'alice')
      .happened('pushed')
      .at(3, 'tom')
      .happened('reviewed', { verdict: 'approved' });
    expect(story.ledger(4).slice(2)).toEqual(['2–4 review waiting web']);
  });

  it('takes back the approval of the reviewer who asks for changes', () => {
    const story = opened()
      .at(1, 'bob')
      .happened('reviewed', { verdict: 'approved' })
      .at(2, 'bob')
      .happened('reviewed', { verdict: 'changesRequested' })
      .at(3, 'carol')
      .happened('dismissed', { reviewer: 'bob' });
    expect(story.ledger(4).slice(1)).toEqual([
      '1–2 merge waiting alice',
      '2–3 rework working alice (changesRequested)',
      '3–4 review waiting unassigned (unrequested)',
    ]);
  });

  it('is not led back to after the merge', () => {
    const story = opened()
      .knowing({ firstDeploymentAt: 0 })
      .at(1, 'alice')
      .happened('merged')
      .at(2, 'bob')
      .happened('reviewed', { verdict: 'changesRequested' });
    expect(story.ledger(3)).toEqual([
      '0–1 review waiting unassigned (unrequested)',
      '1–3 release waiting gate:release/github.com/acme/shop',
    ]);
    expect(story.timeline(3)?.counts.returns).toBe(0);
    expect(story.timeline(3)?.milestones.firstReviewAt).toBeUndefined();
  });
});

describe('merge', () => {
  const approved = (story: Story = opened()) =>
    story.at(1, 'bob').happened('reviewed', { verdict: 'approved' });

  it('waits on the author once there are enough approvals; others asked hold nothing', () => {
    const story = approved(
      opened()
        .at(0, 'alice')
        .happened('asked', { reviewers: ['bob', 'carol'] }),
    );
    expect(story.ledger(2)).toEqual([
      '0–1 review waiting bob 0.5, carol 0.5',
      '1–2 merge waiting alice',
    ]);
  });

  it('needs as many approvals as the source says', () => {
    const story = approved(opened().knowing({ approvalsNeeded: 2 }))
      .at(2, 'carol')
      .happened('reviewed', { verdict: 'approved' });
    expect(story.ledger(3)).toEqual([
      '0–2 review waiting unassigned (unrequested)',
      '2–3 merge waiting alice',
    ]);
    expect(story.timeline(3)?.milestones.approvedAt).toBe(
      (story.timeline(3)?.milestones.openedAt ?? 0) + 2 * 3_600_000,
    );
  });

  it('needs as many approvals as the opening tells, whatever was assumed before', () => {
    const story = approved(
      opened({ approvalsNeeded: 2 }).knowing({ approvalsNeeded: 1 }),
    )
      .at(2, 'carol')
      .happened('reviewed', { verdict: 'approved' });
    expect(story.ledger(3)).toEqual([
      '0–2 review waiting unassigned (unrequested)',
      '2–3 merge waiting alice',
    ]);
  });

  it('goes back to review when the source tells that more approvals are needed, from then on', () => {
    const story = approved()
      .at(0, 'alice')
      .happened('asked', { reviewers: ['carol'] })
      .at(3)
      .happened('updated', { approvalsNeeded: 2 });
    expect(story.ledger(4)).toEqual([
      '0–1 review waiting carol',
      '1–3 merge waiting alice',
      '3–4 review waiting carol',
    ]);
    expect(story.ledger(3)).toEqual([
      '0–1 review waiting carol',
      '1–3 merge waiting alice',
    ]);
  });

  it('goes on to the merge when the source tells that fewer approvals are needed', () => {
    const story = approved(opened({ approvalsNeeded: 2 }))
      .at(4)
      .happened('updated', { approvalsNeeded: 1 });
    expect(story.ledger(5)).toEqual([
      '0–4 review waiting unassigned (unrequested)',
      '4–5 merge waiting alice',
    ]);
    expect(story.timeline(5)?.milestones.approvedAt).toBe(
      (story.timeline(5)?.milestones.openedAt ?? 0) + 4 * 3_600_000,
    );
  });

  it('stays with the author who owes an answer when the same number is reported again', () => {
    const story = approved()
      .at(2, 'carol')
      .happened('reviewed', { verdict: 'changesRequested' })
      .at(3)
      .happened('updated', { approvalsNeeded: 1 })
      .at(4)
      .happened('updated', { approvalsNeeded: 0 });
    expect(story.ledger(5).slice(-1)).toEqual([
      '2–5 rework working alice (changesRequested)',
    ]);
  });

  it('waits for no review where the source tells that none is needed', () => {
    expect(opened({ approvalsNeeded: 0 }).ledger(1)).toEqual([
      '0–1 merge waiting alice',
    ]);
  });

  it('does not begin while a request for changes stands', () => {
    const story = opened()
      .at(1, 'bob')
      .happened('reviewed', { verdict: 'changesRequested' })
      .at(2, 'carol')
      .happened('reviewed', { verdict: 'approved' })
      .at(3, 'alice')
      .happened('pushed');
    expect(story.ledger(4)).toEqual([
      '0–1 review waiting unassigned (unrequested)',
      '1–3 rework working alice (changesRequested)',
      '3–4 review waiting bob',
    ]);
  });

  it('falls back to review when the approval is dismissed, and waits for its reviewer again', () => {
    const story = approved()
      .at(2, 'alice')
      .happened('dismissed', { reviewer: 'bob' });
    expect(story.ledger(3)).toEqual([
      '0–1 review waiting unassigned (unrequested)',
      '1–2 merge waiting alice',
      '2–3 review waiting bob',
    ]);
  });

  it('puts the seat back to waiting for which the dismissed approval was given', () => {
    const web = 'github.com/orgs/acme/teams/web';
    const story = opened()
      .knowing({
        approvalsNeeded: 2,
        isMemberOf: (id, team) => id === 'tina' && team === web,
      })
      .at(0, 'alice')
      .happened('asked', { reviewers: ['tina'] })
      .at(1, 'tina')
      .happened('reviewed', { verdict: 'approved' })
      .at(2, 'alice')
      .happened('asked', { reviewers: [web] })
      .at(3, 'tina')
      .happened('commented')
      .at(4, 'alice')
      .happened('pushed')
      .at(5, 'alice')
      .happened('dismissed', { reviewer: 'tina' });
    expect(story.ledger(6).slice(-2)).toEqual([
      '4–5 review waiting web',
      '5–6 review waiting web 0.5, tina 0.5',
    ]);
  });

  it('is not moved by the dismissal of a review that said neither', () => {
    const story = approved()
      .at(2, 'carol')
      .happened('reviewed', { verdict: 'commented' })
      .at(3, 'bob')
      .happened('dismissed', { reviewer: 'dave' });
    expect(story.ledger(4).slice(1)).toEqual(['1–4 merge waiting alice']);
  });

  it('begins when the request for changes that stood in the way is dismissed', () => {
    const story = opened()
      .at(1, 'bob')
      .happened('reviewed', { verdict: 'changesRequested' })
      .at(2, 'carol')
      .happened('reviewed', { verdict: 'approved' })
      .at(3, 'carol')
      .happened('dismissed', { reviewer: 'bob' });
    expect(story.ledger(4).slice(1)).toEqual([
      '1–3 rework working alice (changesRequested)',
      '3–4 merge waiting alice',
    ]);
  });

  it('waits on the merge queue while the change is in it', () => {
    const story = approved()
      .at(2, 'alice')
      .happened('queued')
      .at(3)
      .happened('dequeued');
    expect(story.ledger(4).slice(1)).toEqual([
      '1–2 merge waiting alice',
      '2–3 merge waiting gate:merge-queue/github.com/acme/shop (mergeQueue)',
      '3–4 merge waiting alice',
    ]);
  });

  it('gives way to checks only while nothing else is outstanding', () => {
    const story = opened()
      .at(0.5)
      .happened('checksStarted')
      .at(1, 'bob')
      .happened('reviewed', { verdict: 'approved' })
      .at(2)
      .happened('checksFinished', { outcome: 'success' });
    expect(story.ledger(3)).toEqual([
      '0–1 review waiting unassigned (unrequested)',
      '1–2 verification working gate:checks/github.com/acme/shop (checks)',
      '2–3 merge waiting alice',
    ]);
  });

  it('forgets the checks of what was there before a push', () => {
    const story = approved()
      .at(1)
      .happened('checksStarted')
      .at(2, 'alice')
      .happened('pushed');
    expect(story.ledger(3).slice(1)).toEqual([
      '1–2 verification working gate:checks/github.com/acme/shop (checks)',
      '2–3 merge waiting alice',
    ]);
  });
});

describe('draft, closed and reopened', () => {
  it('counts each stretch of draft as build, and going back to it as a return', () => {
    const story = opened()
      .at(1, 'alice')
      .happened('drafted')
      .at(2, 'alice')
      .happened('ready');
    expect(story.ledger(3)).toEqual([
      '0–1 review waiting unassigned (unrequested)',
      '1–2 build working alice (draft)',
      '2–3 review waiting unassigned (unrequested)',
    ]);
    expect(story.timeline(3)?.counts.returns).toBe(1);
  });

  it('leaves no segment for a turn that was held for no time', () => {
    const story = opened()
      .at(2, 'alice')
      .happened('drafted')
      .at(2, 'alice')
      .happened('ready');
    expect(story.ledger(3)).toEqual([
      '0–3 review waiting unassigned (unrequested)',
    ]);
  });

  it('ends at the close, and pauses the closed stretch of a change that is reopened', () => {
    const story = opened().at(2, 'alice').happened('closed');
    expect(story.ledger(9)).toEqual([
      '0–2 review waiting unassigned (unrequested)',
    ]);
    expect(story.timeline(9)?.state).toBe('closed');
    story.at(5, 'alice').happened('reopened');
    expect(story.ledger(9)).toEqual([
      '0–2 review waiting unassigned (unrequested)',
      '2–5 review paused alice (closed)',
      '5–9 review waiting unassigned (unrequested)',
    ]);
    expect(story.timeline(9)?.state).toBe('open');
  });

  it('takes the close that comes with every merge for no close', () => {
    const story = opened()
      .at(2, 'alice')
      .happened('closed')
      .at(2, 'alice')
      .happened('merged');
    expect(story.timeline(3)).toMatchObject({ state: 'inProduction' });
    expect(story.timeline(3)?.milestones.closedAt).toBeUndefined();
  });
});
