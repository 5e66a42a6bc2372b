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
import { FlowEvent, FlowEventOf } from 'chokepoint-flow';
import { PullRequestNode } from '../queries/nodes';
import { actorOf } from './actors';
import { firstCommitAt, Push } from './commits';
import { instant } from './keys';
import { eventsOf, present } from './timeline';
import { TranslationContext } from './TranslationContext';

/**
 * How a pull request is described, and how that changed. The opening tells what
 * was true at the opening, worked out backwards from what changed since, so
 * that it is the same fact whenever it is read.
 */
export function descriptionOf(
  pullRequest: PullRequestNode,
  subject: string,
  pushes: Push[],
  context: TranslationContext,
): FlowEvent[] {
  const { source } = context;
  const opened: FlowEventOf<'change.opened'> = {
    id: pullRequest.id,
    source,
    type: 'change.opened',
    subject,
    at: instant(pullRequest.createdAt),
    actor: actorOf(pullRequest.author, context),
    data: {
      title: titleAtOpening(pullRequest),
      url: pullRequest.url,
      repo: context.repo,
      baseBranch: baseAtOpening(pullRequest),
      draft: draftAtOpening(pullRequest),
      labels: labelsAtOpening(pullRequest),
    },
  };
  const update = { source, type: 'change.updated', subject } as const;
  return [
    opened,
    ...firstCommit(pullRequest).map(event => ({ ...update, ...event })),
    ...approvals(pullRequest).map(event => ({ ...update, ...event })),
    ...metadata(pullRequest, context).map(event => ({ ...update, ...event })),
    { ...update, ...extent(pullRequest, pushes) },
  ];
}

type Update = Pick<
  FlowEventOf<'change.updated'>,
  'id' | 'at' | 'actor' | 'data'
>;

/**
 * When work began, told at the opening: only what is known by then moves the
 * start of a timeline. Each earlier date that turns up is a fact of its own.
 */
function firstCommit(pullRequest: PullRequestNode): Update[] {
  const date = firstCommitAt(pullRequest);
  if (date === undefined) {
    return [];
  }
  const openedAt = Date.parse(pullRequest.createdAt);
  // Of two facts of one instant the later by id holds: that of the longer lead.
  const lead = String(openedAt - date).padStart(15, '0');
  return [
    {
      id: `${pullRequest.id}:firstCommit:${lead}`,
      at: instant(openedAt),
      data: { firstCommitAt: instant(date) },
    },
  ];
}

/**
 * How many approvals the branch asks for. GitHub shows the rule as it is now and
 * not since when it is: it is told at the opening, each number as a fact of its
 * own, of which the highest holds. A branch that asks for none tells nothing of
 * how many its people want.
 */
function approvals(pullRequest: PullRequestNode): Update[] {
  const { baseRef, createdAt, id } = pullRequest;
  const rule = baseRef?.branchProtectionRule ?? baseRef?.refUpdateRule;
  const approvalsNeeded = rule?.requiredApprovingReviewCount ?? 0;
  if (approvalsNeeded < 1 || !wasUnder(approvalsNeeded, pullRequest)) {
    return [];
  }
  // Of two facts of one instant the later by id holds.
  const number = String(approvalsNeeded).padStart(3, '0');
  return [
    {
      id: `${id}:approvalsNeeded:${number}`,
      at: instant(createdAt),
      data: { approvalsNeeded },
    },
  ];
}

/** What was merged with fewer approvals was not under the rule of now. */
function wasUnder(
  approvalsNeeded: number,
  { author, mergedAt, reviews }: PullRequestNode,
): boolean {
  const approvers = present(reviews)
    .filter(({ state }) => state === 'APPROVED')
    .flatMap(review => review.author?.login ?? [])
    .filter(login => login !== author?.login);
  return !mergedAt || new Set(approvers).size >= approvalsNeeded;
}

/**
 * How large the pull request is, told at the push (or change of the base
 * branch) that made it so.
 */
function extent(pullRequest: PullRequestNode, pushes: Push[]): Update {
  const { additions, deletions, baseRefName, headRefOid } = pullRequest;
  const rebased = eventsOf(pullRequest, 'BaseRefChangedEvent').at(-1);
  const forced = eventsOf(pullRequest, 'HeadRefForcePushedEvent').length;
  const at = Math.max(
    Date.parse(pullRequest.createdAt),
    pushes.at(-1)?.at ?? 0,
    Date.parse(rebased?.createdAt ?? pullRequest.createdAt),
  );
  const paths = present(pullRequest.files).map(file => file.path);
  return {
    id: `${pullRequest.id}:extent:${headRefOid}:${forced}:${baseRefName}`,
    at: instant(at),
    data: pullRequest.files
      ? { additions, deletions, paths }
      : { additions, deletions },
  };
}

/** What changed of the title, the base branch and the labels since the opening. */
function metadata(
  pullRequest: PullRequestNode,
  context: TranslationContext,
): Update[] {
  const labels = new Set(labelsAtOpening(pullRequest));
  const items = eventsOf(
    pullRequest,
    'RenamedTitleEvent',
    'BaseRefChangedEvent',
    'LabeledEvent',
    'UnlabeledEvent',
  );
  return items.map(item => ({
    id: item.id,
    at: instant(item.createdAt),
    actor: actorOf(item.actor, context),
    data: updateOf(item, labels),
  }));
}

function updateOf(
  item: ReturnType<
    typeof eventsOf<
      | 'RenamedTitleEvent'
      | 'BaseRefChangedEvent'
      | 'LabeledEvent'
      | 'UnlabeledEvent'
    >
  >[number],
  labels: Set<string>,
): Update['data'] {
  switch (item.__typename) {
    case 'RenamedTitleEvent':
      return { title: item.currentTitle };
    case 'BaseRefChangedEvent':
      return { baseBranch: item.currentRefName };
    case 'LabeledEvent':
      labels.add(item.label.name);
      return { labels: [...labels] };
    case 'UnlabeledEvent':
      labels.delete(item.label.name);
      return { labels: [...labels] };
    default:
      return item satisfies never;
  }
}

function titleAtOpening(pullRequest: PullRequestNode): string {
  const [renamed] = eventsOf(pullRequest, 'RenamedTitleEvent');
  return renamed?.previousTitle ?? pullRequest.title;
}

function baseAtOpening(pullRequest: PullRequestNode): string {
  const [changed] = eventsOf(pullRequest, 'BaseRefChangedEvent');
  return changed?.previousRefName ?? pullRequest.baseRefName;
}

/**
 * Whether it was opened as a draft. No flag says so; its first draft event
 * does: made ready, it was one; made a draft, it was not; neither, then it is
 * what the flag says now.
 */
function draftAtOpening(pullRequest: PullRequestNode): boolean {
  const [first] = eventsOf(
    pullRequest,
    'ReadyForReviewEvent',
    'ConvertToDraftEvent',
  );
  return first
    ? first.__typename === 'ReadyForReviewEvent'
    : pullRequest.isDraft;
}

/** The labels that were taken away before they were given, and those nobody touched. */
function labelsAtOpening(pullRequest: PullRequestNode): string[] {
  const first = new Map<string, string>();
  for (const item of eventsOf(pullRequest, 'LabeledEvent', 'UnlabeledEvent')) {
    if (!first.has(item.label.name)) {
      first.set(item.label.name, item.__typename);
    }
  }
  const untouched = present(pullRequest.labels)
    .map(label => label.name)
    .filter(name => !first.has(name));
  const taken = [...first]
    .filter(([, kind]) => kind === 'UnlabeledEvent')
    .map(([name]) => name);
  return [...untouched, ...taken];
}
