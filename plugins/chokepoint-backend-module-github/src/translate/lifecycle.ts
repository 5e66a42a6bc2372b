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
import { PullRequestNode, Who } from '../queries/nodes';
import { actorOf } from './actors';
import { Push } from './commits';
import { instant } from './keys';
import { retraction } from './retraction';
import { eventsOf } from './timeline';
import { TranslationContext } from './TranslationContext';

const MINUTE = 60_000;

/** What moved a pull request on: pushes, drafts, the merge queue, its end. */
export function lifecycleOf(
  pullRequest: PullRequestNode,
  subject: string,
  pushes: Push[],
  context: TranslationContext,
): FlowEvent[] {
  return [
    ...pushes.flatMap(push => pushed(push, subject, context)),
    ...stepsOf(pullRequest, subject, context),
    ...landings(pullRequest, subject, context),
    ...mergeOf(pullRequest, subject, context),
  ];
}

function pushed(
  { id, sha, at, actor, isBaseMerge, isOfApp }: Push,
  subject: string,
  context: TranslationContext,
): FlowEvent[] {
  const { source } = context;
  const fact = { id, source, subject, at: instant(at), actor };
  return isBaseMerge
    ? [
        {
          ...fact,
          id: `${id}:baseMerge`,
          type: 'change.pushed',
          data: { sha, kind: 'baseMerge' },
        },
        ...retraction(fact, context),
      ]
    : [
        {
          ...fact,
          id: isOfApp ? `${id}:app` : id,
          type: 'change.pushed',
          data: { sha },
        },
        ...(isOfApp ? retraction(fact, context) : []),
      ];
}

/**
 * Closings by a commit: the pull request went in under that commit, outside
 * GitHub's own merge.
 */
function landings(
  pullRequest: PullRequestNode,
  subject: string,
  context: TranslationContext,
): FlowEvent[] {
  return pullRequest.mergedAt
    ? []
    : eventsOf(pullRequest, 'ClosedEvent').flatMap(closed =>
        closed.closer?.oid === undefined
          ? []
          : [landed(closed, closed.closer.oid, subject, context)],
      );
}

/** A closing of a pull request that went in under a commit. */
export function landed(
  closed: { id: string; createdAt: string; actor: Who },
  oid: string,
  subject: string,
  context: TranslationContext,
): FlowEvent {
  return {
    id: `${closed.id}:landed:${oid}`,
    source: context.source,
    type: 'change.closed',
    subject,
    at: instant(closed.createdAt),
    actor: actorOf(closed.actor, context),
    data: { landedAs: oid },
  };
}

/** Types of event whose name says everything. */
type Step = Extract<
  FlowEvent['type'],
  | 'change.ready'
  | 'change.drafted'
  | 'change.closed'
  | 'change.reopened'
  | 'change.queued'
  | 'change.dequeued'
>;

type StepItem = ReturnType<typeof stepItems>[number];

const STEP_OF: Record<StepItem['__typename'], Step> = {
  ReadyForReviewEvent: 'change.ready',
  ConvertToDraftEvent: 'change.drafted',
  ClosedEvent: 'change.closed',
  ReopenedEvent: 'change.reopened',
  AddedToMergeQueueEvent: 'change.queued',
  RemovedFromMergeQueueEvent: 'change.dequeued',
};

function stepItems(pullRequest: PullRequestNode) {
  return eventsOf(
    pullRequest,
    'ReadyForReviewEvent',
    'ConvertToDraftEvent',
    'ClosedEvent',
    'ReopenedEvent',
    'AddedToMergeQueueEvent',
    'RemovedFromMergeQueueEvent',
  );
}

function stepsOf(
  pullRequest: PullRequestNode,
  subject: string,
  context: TranslationContext,
): FlowEvent[] {
  const steps = stepItems(pullRequest);
  return steps
    .filter(
      (step, index) => !isPartOfMerge(step, steps[index + 1], pullRequest),
    )
    .map((step): { [T in Step]: FlowEventOf<T> }[Step] => ({
      id: step.id,
      source: context.source,
      type: STEP_OF[step.__typename],
      subject,
      at: instant(step.createdAt),
      actor: actorOf(step.actor, context),
    }));
}

/**
 * GitHub closes a pull request with its merge and takes it off the merge queue
 * then, a second before or after. Neither is a step of its own.
 */
function isPartOfMerge(
  step: StepItem,
  next: StepItem | undefined,
  { mergedAt }: PullRequestNode,
): boolean {
  if (!mergedAt) {
    return false;
  }
  const before = Date.parse(mergedAt) - Date.parse(step.createdAt);
  switch (step.__typename) {
    case 'ClosedEvent':
      return before <= MINUTE && next?.__typename !== 'ReopenedEvent';
    case 'RemovedFromMergeQueueEvent':
      return before <= MINUTE && next?.__typename !== 'AddedToMergeQueueEvent';
    default:
      return false;
  }
}

/** The merge; a pull request has one, with the sha GitHub reports for it. */
function mergeOf(
  pullRequest: PullRequestNode,
  subject: string,
  context: TranslationContext,
): FlowEvent[] {
  const { id, mergedAt, mergeCommit, headRefOid } = pullRequest;
  if (!mergedAt) {
    return [];
  }
  const merged = eventsOf(pullRequest, 'MergedEvent').at(0);
  const sha = mergeCommit?.oid ?? headRefOid;
  return [
    {
      id: `${id}:merged`,
      source: context.source,
      type: 'change.merged',
      subject,
      at: instant(mergedAt),
      actor: actorOf(merged?.actor, context),
      data: { sha },
    },
  ];
}
