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
import { assistantsOf, personBehind } from './agents';
import { firstAuthoredAt, firstCommitAt, Push } from './commits';
import { instant } from './keys';
import {
  baseAtOpening,
  draftAtOpening,
  labelsAtOpening,
  titleAtOpening,
} from './opening';
import { requirementsOf } from './requirements';
import { retraction } from './retraction';
import { eventsOf, itemsOf, present } from './timeline';
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
    ...[
      ...firstCommit(pullRequest),
      ...headBranch(pullRequest),
      ...agents(pullRequest, context),
      ...requirementsOf(pullRequest, context),
      ...metadata(pullRequest, context),
      ...extent(pullRequest, pushes),
    ].map(event => ({ ...update, ...event })),
    ...formerStart(pullRequest, subject, context),
  ];
}

type Update = Pick<
  FlowEventOf<'change.updated'>,
  'id' | 'at' | 'actor' | 'data'
>;

/**
 * When work began, reported at the opening: only what is known by then moves the
 * start of a timeline. Each earlier date that turns up is a fact of its own.
 */
function firstCommit(pullRequest: PullRequestNode): Update[] {
  const date = firstCommitAt(pullRequest);
  return date === undefined
    ? []
    : [
        {
          id: firstCommitId(pullRequest, date),
          at: instant(pullRequest.createdAt),
          data: { firstCommitAt: instant(date) },
        },
      ];
}

/** Of two facts of one instant the later by id holds: that of the longer lead. */
function firstCommitId({ id, createdAt }: PullRequestNode, date: number) {
  const lead = String(Date.parse(createdAt) - date).padStart(15, '0');
  return `${id}:firstCommit:${lead}`;
}

/** The first edition let work that was made for another change begin with that. */
function formerStart(
  pullRequest: PullRequestNode,
  subject: string,
  context: TranslationContext,
): FlowEvent[] {
  const former = firstAuthoredAt(pullRequest);
  const at = instant(pullRequest.createdAt);
  return former === undefined || former === firstCommitAt(pullRequest)
    ? []
    : retraction(
        { id: firstCommitId(pullRequest, former), subject, at },
        context,
      );
}

/** The branch that is to be merged; that of a fork with its owner. */
function headBranch(pullRequest: PullRequestNode): Update[] {
  const { id, createdAt, headRefName, isCrossRepository } = pullRequest;
  if (headRefName === undefined) {
    return [];
  }
  const owner = pullRequest.headRepositoryOwner?.login ?? 'unknown';
  const branch = isCrossRepository ? `${owner}:${headRefName}` : headRefName;
  return [
    {
      id: `${id}:headBranch:${branch}`,
      at: instant(createdAt),
      data: { headBranch: branch },
    },
  ];
}

/** The agents that helped, and the person an agent acts for. */
function agents(
  pullRequest: PullRequestNode,
  context: TranslationContext,
): Update[] {
  const { id, createdAt } = pullRequest;
  const at = instant(createdAt);
  const assistedBy = assistantsOf(pullRequest, context);
  const onBehalfOf = personBehind(pullRequest, context);
  const updates: Update[] = [];
  if (assistedBy.length > 0) {
    // More agents come after fewer, and of one instant the later by id holds.
    const count = String(assistedBy.length).padStart(2, '0');
    updates.push({
      id: `${id}:assistedBy:${count}:${assistedBy.join(' ')}`,
      at,
      data: { assistedBy },
    });
  }
  if (onBehalfOf !== undefined) {
    updates.push({
      id: `${id}:onBehalfOf:${onBehalfOf}`,
      at,
      data: { onBehalfOf },
    });
  }
  return updates;
}

/**
 * How large the pull request is and which commits it has, reported at the push
 * (or change of the base branch) that made it so.
 */
function extent(pullRequest: PullRequestNode, pushes: Push[]): Update[] {
  const { id, additions, deletions, baseRefName, headRefOid } = pullRequest;
  const rebased = eventsOf(pullRequest, 'BaseRefChangedEvent').at(-1);
  const forced = eventsOf(pullRequest, 'HeadRefForcePushedEvent').length;
  const at = instant(
    Math.max(
      Date.parse(pullRequest.createdAt),
      pushes.at(-1)?.at ?? 0,
      Date.parse(rebased?.createdAt ?? pullRequest.createdAt),
    ),
  );
  const paths = present(pullRequest.files).map(file => file.path);
  const version = `${headRefOid}:${forced}:${baseRefName}`;
  const commits = itemsOf(pullRequest, 'PullRequestCommit').map(
    ({ commit }) => commit.oid,
  );
  const size: Update = {
    id: `${id}:extent:${version}`,
    at,
    data: pullRequest.files
      ? { additions, deletions, paths }
      : { additions, deletions },
  };
  return commits.length > 0
    ? [
        size,
        {
          id: `${id}:commits:${version}:${commits.length}`,
          at,
          data: { commits },
        },
      ]
    : [size];
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
