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

import { hour, opened, REPO, Story, WORK_ITEM } from '../../testing/story';

const d1 = { environment: 'production', repo: REPO, sha: 'm1' };
const gate = (kind: string) => `gate:${kind}/${REPO}`;
const merged = () =>
  opened()
    .knowing({ firstDeploymentAt: hour(-100) })
    .at(1, 'alice')
    .happened('merged');

describe('release and deployment', () => {
  it('waits on the release, then the roll-out works, until the first success in production', () => {
    const story = merged()
      .at(3)
      .deployment('deployment.requested', d1)
      .at(4)
      .deployment('deployment.started')
      .at(5)
      .deployment('deployment.finished', { outcome: 'success' });
    expect(story.ledger(9).slice(1)).toEqual([
      `1–4 release waiting ${gate('release')}`,
      `4–5 deployment working ${gate('deployment')}`,
    ]);
    expect(story.timeline(9)).toMatchObject({
      state: 'inProduction',
      end: hour(5),
      productionObserved: true,
    });
  });

  it('waits on the approvers of a gate while one is asked', () => {
    const story = merged()
      .at(2)
      .deployment('deployment.requested', d1)
      .at(2)
      .deployment('deployment.approvalRequested', {
        approvers: ['bob', 'carol'],
      })
      .at(4, 'bob')
      .deployment('deployment.approved');
    expect(story.ledger(5).slice(1)).toEqual([
      `1–2 release waiting ${gate('release')}`,
      '2–4 release waiting bob 0.5, carol 0.5 (gate)',
      `4–5 release waiting ${gate('release')}`,
    ]);
  });

  it('goes back to waiting when a roll-out fails or is rolled back', () => {
    const story = merged()
      .at(2)
      .deployment('deployment.requested', d1)
      .at(2)
      .deployment('deployment.started')
      .at(3)
      .deployment('deployment.finished', { outcome: 'failure' });
    expect(story.ledger(4).slice(1)).toEqual([
      `1–2 release waiting ${gate('release')}`,
      `2–3 deployment working ${gate('deployment')}`,
      `3–4 release waiting ${gate('release')} (deploymentFailed)`,
    ]);
  });

  it('is over with the gate once the roll-out starts, and rolled back while it runs has failed', () => {
    const story = merged()
      .at(2)
      .deployment('deployment.requested', d1)
      .at(2)
      .deployment('deployment.approvalRequested', { approvers: ['bob'] })
      .at(3)
      .deployment('deployment.started')
      .at(4)
      .deployment('deployment.rolledBack');
    expect(story.ledger(5).slice(2)).toEqual([
      '2–3 release waiting bob (gate)',
      `3–4 deployment working ${gate('deployment')}`,
      `4–5 release waiting ${gate('release')} (deploymentFailed)`,
    ]);
  });

  it('takes a success whose description came only at its end', () => {
    const story = merged()
      .at(2)
      .deployment('deployment.started')
      .at(3)
      .deployment('deployment.finished', { outcome: 'success', ...d1 });
    expect(story.ledger(4).slice(1)).toEqual([
      `1–3 release waiting ${gate('release')}`,
    ]);
    expect(story.timeline(4)?.milestones.productionAt).toBe(hour(3));
  });

  it('does not look at other environments than production', () => {
    const story = merged()
      .at(2)
      .deployment('deployment.requested', { ...d1, environment: 'staging' })
      .at(2)
      .deployment('deployment.started')
      .at(3)
      .deployment('deployment.finished', { outcome: 'success' });
    expect(story.ledger(4).slice(1)).toEqual([
      `1–4 release waiting ${gate('release')}`,
    ]);
    expect(story.timeline(4)?.state).toBe('merged');
  });

  it('takes the merge for production where no deployment was ever seen', () => {
    const story = opened().at(2, 'alice').happened('merged');
    expect(story.timeline(9)).toMatchObject({
      state: 'inProduction',
      end: hour(2),
      productionObserved: false,
      releaseUnobserved: false,
      milestones: { productionAt: hour(2) },
    });
  });

  it('has no observed release when merged before the first deployment ever seen', () => {
    const story = opened()
      .knowing({ firstDeploymentAt: hour(3) })
      .at(2, 'alice')
      .happened('merged')
      .at(3)
      .deployment('deployment.finished', { outcome: 'success', ...d1 });
    const timeline = story.timeline(9);
    expect(timeline).toMatchObject({
      state: 'merged',
      end: hour(2),
      releaseUnobserved: true,
      productionObserved: false,
    });
    expect(timeline?.milestones.productionAt).toBeUndefined();
    // As of a time before that deployment it was not known.
    expect(story.timeline(2.5)).toMatchObject({ state: 'inProduction' });
  });
});

describe('work items', () => {
  const decided = () =>
    new Story()
      .at(0)
      .workItem('workItem.decided')
      .at(10, 'alice')
      .happened('opened', { workItems: ['acme.atlassian.net/browse/SHOP-7'] });

  it('begin the timeline with the decision, waiting on the owning team and then the assignees', () => {
    const story = decided()
      .at(2)
      .workItem('workItem.assigned', { to: ['alice'] });
    expect(story.ledger(11)).toEqual([
      '0–2 prioritisation waiting shop',
      '2–10 prioritisation waiting alice',
      '10–11 review waiting unassigned (unrequested)',
    ]);
    expect(story.timeline(11)?.milestones.decidedAt).toBe(hour(0));
  });

  it.each([
    [
      'when work on the item starts',
      decided().at(4).workItem('workItem.started'),
    ],
    [
      'with the first commit',
      decided()
        .at(10, 'alice')
        .happened('updated', {
          firstCommitAt: new Date(hour(4)).toISOString(),
        }),
    ],
  ])('end prioritisation %s', (_, story) => {
    expect(story.ledger(11)).toEqual([
      '0–4 prioritisation waiting shop',
      '4–10 build working alice',
      '10–11 review waiting unassigned (unrequested)',
    ]);
  });

  it('are of the person an agent acts for, before its opening too', () => {
    const story = new Story()
      .at(0)
      .workItem('workItem.decided')
      .at(4)
      .workItem('workItem.started')
      .at(10, 'copilot', 'agent')
      .happened('opened', {
        draft: true,
        workItems: ['acme.atlassian.net/browse/SHOP-7'],
      })
      // Reported beside the opening, as GitHub's module does.
      .at(10)
      .happened('updated', { onBehalfOf: 'bob' });
    expect(story.ledger(11)).toEqual([
      '0–4 prioritisation waiting shop',
      '4–10 build working bob',
      '10–11 build working bob (draft)',
    ]);
  });

  it('do not move a start that has been shown: links and commits made known later', () => {
    const story = new Story()
      .at(0)
      .workItem('workItem.decided')
      .at(10, 'alice')
      .happened('opened')
      .at(12, 'alice')
      .happened('updated', {
        workItems: ['acme.atlassian.net/browse/SHOP-7'],
        firstCommitAt: new Date(hour(4)).toISOString(),
      });
    expect(story.ledger(13)).toEqual([
      '10–13 review waiting unassigned (unrequested)',
    ]);
    expect(story.timeline(13)).toMatchObject({ linkedLate: true });
    expect(story.timeline(13)?.milestones.decidedAt).toBeUndefined();
  });

  it('are those of the opening, whatever the description said before', () => {
    const story = decided()
      .at(0)
      .workItem('workItem.assigned', { to: ['alice'] })
      .at(1)
      .happened('updated', { workItems: [] });
    expect(story.ledger(11)).toEqual([
      '0–10 prioritisation waiting alice',
      '10–11 review waiting unassigned (unrequested)',
    ]);
  });

  it('do not count for a decision that came after production', () => {
    const story = opened({ workItems: [WORK_ITEM] })
      .at(2, 'alice')
      .happened('merged')
      .at(3)
      .workItem('workItem.decided');
    expect(story.timeline(4)?.milestones.decidedAt).toBeUndefined();
    expect(story.timeline(4)?.linkedLate).toBe(false);
  });

  it('never take a first commit later than the opening', () => {
    const story = opened({ firstCommitAt: new Date(hour(3)).toISOString() });
    expect(story.timeline(5)?.milestones.firstCommitAt).toBe(hour(0));
  });

  it('wait in verification on whom the status names, else the assignees, else the team', () => {
    const waiting = (waitingOn?: string[]) => ({
      from: 'Doing',
      to: 'Ready for QA',
      category: 'waiting' as const,
      waitingOn,
    });
    const story = decided()
      .at(0.5)
      .workItem('workItem.started')
      .at(1)
      .workItem('workItem.statusChanged', waiting(['quinn']))
      .at(2)
      .workItem('workItem.statusChanged', waiting())
      .at(3)
      .workItem('workItem.assigned', { to: ['rita'] })
      .at(4)
      .workItem('workItem.statusChanged', {
        from: 'Ready for QA',
        to: 'Doing',
        category: 'doing',
      });
    expect(story.ledger(11).slice(2, 5)).toEqual([
      '1–2 verification waiting quinn (status)',
      '2–3 verification waiting shop (status)',
      '3–4 verification waiting rita (status)',
    ]);
  });

  it('say nothing by a status that is entered while the change is open', () => {
    const story = decided().at(11).workItem('workItem.statusChanged', {
      from: 'Doing',
      to: 'Ready for QA',
      category: 'waiting',
    });
    expect(story.ledger(12)).toEqual([
      '0–10 prioritisation waiting shop',
      '10–12 review waiting unassigned (unrequested)',
    ]);
  });

  it('count a move to an earlier category and a reopening as returns', () => {
    const story = decided()
      .at(11)
      .workItem('workItem.statusChanged', {
        from: 'a',
        to: 'b',
        category: 'waiting',
      })
      .at(12)
      .workItem('workItem.statusChanged', {
        from: 'b',
        to: 'a',
        category: 'todo',
      })
      .at(13)
      .workItem('workItem.done')
      .at(14)
      .workItem('workItem.reopened')
      .at(15)
      .workItem('workItem.questionAsked');
    expect(story.timeline(16)?.counts).toEqual({
      returns: 2,
      clarificationLoops: 1,
    });
  });
});

describe('a timeline', () => {
  it('does not exist before the opening of the change is known', () => {
    const story = new Story().at(0, 'bob').happened('commented');
    expect(story.timeline(1)).toBeUndefined();
    expect(opened().timeline(-1)).toBeUndefined();
  });

  it('ends at asOf, open, while the change is on its way', () => {
    const timeline = opened().timeline(7);
    expect(timeline?.end).toBeUndefined();
    expect(timeline?.segments).toHaveLength(1);
    expect(timeline?.segments[0].end).toBe(hour(7));
  });
});
