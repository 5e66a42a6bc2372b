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
import { FlowEvent } from 'chokepoint-flow';
import { createHash } from 'node:crypto';
import { IssueItem, IssueNode, PullRequestNode } from '../queries/nodes';
import { actorOf } from './actors';
import { assigneesAfter } from './assignees';
import { instant, issueKey } from './keys';
import { byDate, eventsOf, present } from './timeline';
import { TranslationContext } from './TranslationContext';

/** The key of an issue. */
function keyOf(issue: IssueNode, { host }: TranslationContext): string {
  return issueKey(host, issue.repository.nameWithOwner, issue.number);
}

/**
 * The issues a pull request closes, and when it was linked to them: by the
 * sidebar when GitHub says so, by its description from its opening on (or from
 * the issue's, when that is later). GitHub does not tell since when a
 * description says it.
 */
export function linksOf(
  pullRequest: PullRequestNode,
  subject: string,
  context: TranslationContext,
): FlowEvent[] {
  const linked = present(pullRequest.closingIssuesReferences)
    .map(issue => ({
      key: keyOf(issue, context),
      at: linkedAt(issue, pullRequest),
    }))
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  return linked.flatMap(({ at }, index): FlowEvent[] => {
    if (linked[index + 1]?.at === at) {
      return [];
    }
    const workItems = linked.slice(0, index + 1).map(({ key }) => key);
    return [
      {
        id: `${pullRequest.id}:workItems:${idOfLinks(workItems)}`,
        source: context.source,
        type: 'change.updated',
        subject,
        at: instant(at),
        data: { workItems },
      },
    ];
  });
}

/**
 * Of two facts of one instant the later by id holds: more links come after
 * fewer, which is how descriptions grow.
 */
function idOfLinks(workItems: string[]): string {
  const count = String(workItems.length).padStart(2, '0');
  const links = createHash('sha256').update(workItems.join(' ')).digest('hex');
  return `${count}:${links.slice(0, 16)}`;
}

function linkedAt(issue: IssueNode, pullRequest: PullRequestNode): number {
  const connected = eventsOf(pullRequest, 'ConnectedEvent')
    .filter(item => [item.source.id, item.subject.id].includes(issue.id))
    .at(0);
  return Math.max(
    Date.parse(pullRequest.createdAt),
    Date.parse(connected?.createdAt ?? issue.createdAt),
  );
}

/** The issues a pull request closes, with what happened to them. */
export function linkedIssues(
  pullRequest: PullRequestNode,
  context: TranslationContext,
): FlowEvent[] {
  return present(pullRequest.closingIssuesReferences).flatMap(issue =>
    translateIssue(issue, context),
  );
}

/** Everything GitHub tells of one issue that pull requests close. */
export function translateIssue(
  issue: IssueNode,
  context: TranslationContext,
): FlowEvent[] {
  const subject = keyOf(issue, context);
  const items = present(issue.timelineItems).sort(byDate);
  const assigned = new Set<string>();
  return [
    {
      id: issue.id,
      source: context.source,
      type: 'workItem.created',
      subject,
      at: instant(issue.createdAt),
      actor: actorOf(issue.author, context),
      data: {
        title: issue.title,
        url: issue.url,
        labels: present(issue.labels).map(label => label.name),
      },
    },
    ...items.flatMap(item => stepOf(item, subject, assigned, context)),
  ];
}

function stepOf(
  item: IssueItem,
  subject: string,
  assigned: Set<string>,
  context: TranslationContext,
): FlowEvent[] {
  const step = {
    id: item.id,
    source: context.source,
    subject,
    at: instant(item.createdAt),
    actor: actorOf(item.actor, context),
  };
  switch (item.__typename) {
    case 'AssignedEvent':
    case 'UnassignedEvent': {
      const to = assigneesAfter(item, assigned, context);
      return to ? [{ ...step, type: 'workItem.assigned', data: { to } }] : [];
    }
    case 'ClosedEvent':
      return [{ ...step, type: 'workItem.done' }];
    case 'ReopenedEvent':
      return [{ ...step, type: 'workItem.reopened' }];
    case 'LabeledEvent':
      return decides(item.label.name, context)
        ? [{ ...step, type: 'workItem.decided' }]
        : [];
    case 'MilestonedEvent':
      return context.decision.milestone
        ? [{ ...step, type: 'workItem.decided' }]
        : [];
    default:
      return item satisfies never;
  }
}

function decides(label: string, { decision }: TranslationContext): boolean {
  return decision.labels.some(
    name => name.localeCompare(label, 'en', { sensitivity: 'accent' }) === 0,
  );
}
