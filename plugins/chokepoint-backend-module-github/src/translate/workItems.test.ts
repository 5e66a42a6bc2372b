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
import { buildTimeline, FlowEvent } from 'chokepoint-flow';
import {
  at,
  drawContext,
  drawPull,
  eventAt,
  eventsOfPull,
  happened,
  who,
} from '../../dev/testing/draw';
import { contextOf } from '../../dev/testing/timelines';
import { IssueItem, IssueNode, TimelineItem } from '../queries/nodes';

function drawIssue(number: number, given: Partial<IssueNode> = {}): IssueNode {
  return {
    id: `I_${number}`,
    number,
    title: 'A wish',
    url: `https://github.com/acme/shop/issues/${number}`,
    createdAt: at(-100),
    updatedAt: at(0),
    author: who('paul'),
    repository: { nameWithOwner: 'Acme/Shop' },
    labels: { nodes: [{ name: 'bug' }] },
    timelineItems: { nodes: [] },
    ...given,
  };
}

function labelled(hours: number, name: string): IssueItem {
  return {
    __typename: 'LabeledEvent',
    ...happened(hours, 'paul'),
    label: { name },
  };
}

function assigned(
  kind: 'AssignedEvent' | 'UnassignedEvent',
  hours: number,
  login: string,
): IssueItem {
  return { __typename: kind, ...happened(hours, 'paul'), assignee: who(login) };
}

function connected(hours: number, issue: IssueNode): TimelineItem {
  return {
    __typename: 'ConnectedEvent',
    ...happened(hours, 'alice'),
    source: {},
    subject: { id: issue.id },
  };
}

function ofIssue(events: FlowEvent[]) {
  return events
    .filter(event => event.subject === 'github.com/acme/shop/issues/7')
    .map(event => [event.type, event.at, event.data]);
}

function links(events: FlowEvent[]) {
  return events.flatMap(event =>
    event.type === 'change.updated' && event.data?.workItems
      ? [[event.at, event.data.workItems]]
      : [],
  );
}

describe('an issue that a pull request closes', () => {
  it('is a work item with everything that happened to it', () => {
    const issue = drawIssue(7, {
      timelineItems: {
        nodes: [
          assigned('AssignedEvent', -50, 'alice'),
          assigned('AssignedEvent', -40, 'bob'),
          assigned('UnassignedEvent', -30, 'alice'),
          { __typename: 'ClosedEvent', ...happened(5, 'bob') },
          { __typename: 'ReopenedEvent', ...happened(6, 'paul') },
        ],
      },
    });
    const pull = drawPull({ closingIssuesReferences: { nodes: [issue] } });
    expect(ofIssue(eventsOfPull(pull))).toEqual([
      [
        'workItem.created',
        eventAt(-100),
        { title: 'A wish', url: issue.url, labels: ['bug'] },
      ],
      ['workItem.assigned', eventAt(-50), { to: ['github.com/alice'] }],
      [
        'workItem.assigned',
        eventAt(-40),
        { to: ['github.com/alice', 'github.com/bob'] },
      ],
      ['workItem.assigned', eventAt(-30), { to: ['github.com/bob'] }],
      ['workItem.done', eventAt(5), undefined],
      ['workItem.reopened', eventAt(6), undefined],
    ]);
  });

  it('is decided when it gets a label that says so, whatever its case', () => {
    const nodes = [labelled(-9, 'nice to have'), labelled(-8, 'Accepted')];
    const issue = drawIssue(7, { timelineItems: { nodes } });
    const pull = drawPull({ closingIssuesReferences: { nodes: [issue] } });
    expect(ofIssue(eventsOfPull(pull)).slice(1)).toEqual([
      ['workItem.decided', eventAt(-8), undefined],
    ]);
  });

  it('is decided by a milestone where that is configured', () => {
    const nodes: IssueItem[] = [
      { __typename: 'MilestonedEvent', ...happened(-7, 'paul') },
    ];
    const issue = drawIssue(7, { timelineItems: { nodes } });
    const pull = drawPull({ closingIssuesReferences: { nodes: [issue] } });
    const decision = { labels: [], milestone: true };
    expect(ofIssue(eventsOfPull(pull)).slice(1)).toEqual([]);
    expect(
      ofIssue(eventsOfPull(pull, drawContext({ decision }))).slice(1),
    ).toEqual([['workItem.decided', eventAt(-7), undefined]]);
  });

  it('lets the timeline of the pull request begin with the decision', () => {
    const nodes = [
      labelled(-20, 'accepted'),
      assigned('AssignedEvent', -15, 'alice'),
    ];
    const issue = drawIssue(7, { timelineItems: { nodes } });
    const pull = drawPull({ closingIssuesReferences: { nodes: [issue] } });
    const key = 'github.com/acme/shop/pull/42';
    const timeline = buildTimeline(
      eventsOfPull(pull),
      contextOf(key),
      Date.parse(at(1)),
    );
    expect(timeline?.milestones.decidedAt).toBe(Date.parse(at(-20)));
    expect(timeline?.segments[0].stage).toBe('prioritisation');
  });
});

describe('the link to an issue', () => {
  it('is there from the opening when the description made it', () => {
    const nodes = [drawIssue(7)];
    const pull = drawPull({ closingIssuesReferences: { nodes } });
    expect(links(eventsOfPull(pull))).toEqual([
      [eventAt(0), ['github.com/acme/shop/issues/7']],
    ]);
  });

  it('is there from when somebody made it by hand', () => {
    const [first, second] = [drawIssue(7), drawIssue(8)];
    const pull = drawPull({
      closingIssuesReferences: { nodes: [second, first] },
      items: [connected(12, second)],
    });
    expect(links(eventsOfPull(pull))).toEqual([
      [eventAt(0), ['github.com/acme/shop/issues/7']],
      [
        eventAt(12),
        ['github.com/acme/shop/issues/7', 'github.com/acme/shop/issues/8'],
      ],
    ]);
  });

  it('is never there before the issue', () => {
    const nodes = [drawIssue(7, { createdAt: at(3) })];
    const pull = drawPull({ closingIssuesReferences: { nodes } });
    expect(links(eventsOfPull(pull))).toEqual([
      [eventAt(3), ['github.com/acme/shop/issues/7']],
    ]);
  });

  it('that is added to the description later holds over those before', () => {
    const issues = [7, 3, 9, 1, 5].map(number => drawIssue(number));
    const ids = issues.map((_, index) => {
      const nodes = issues.slice(0, index + 1);
      const pull = drawPull({ closingIssuesReferences: { nodes } });
      return eventsOfPull(pull).find(event => event.id.includes(':workItems:'))
        ?.id;
    });
    expect(new Set(ids).size).toBe(5);
    expect([...ids].sort()).toEqual(ids);
  });
});
