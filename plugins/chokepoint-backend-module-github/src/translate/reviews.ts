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
import { FlowEvent, Verdict } from 'chokepoint-flow';
import { PullRequestNode, ReviewNode, ReviewState } from '../queries/nodes';
import { actorOf, reviewerId } from './actors';
import { commandsIn } from './commands';
import { instant } from './keys';
import { retraction } from './retraction';
import { eventsOf, itemsOf, present } from './timeline';
import { TranslationContext } from './TranslationContext';

/** What was said of a pull request: reviews, comments, requests and dismissals. */
export function conversationOf(
  pullRequest: PullRequestNode,
  subject: string,
  context: TranslationContext,
): FlowEvent[] {
  return [
    ...reviewsOf(pullRequest, subject, context),
    ...commentsOf(pullRequest, subject, context),
    ...requestsOf(pullRequest, subject, context),
    ...dismissalsOf(pullRequest, subject, context),
  ];
}

/**
 * Reviews. GitHub makes a review of every reply in a review thread; such a
 * review is in the list of reviews but not in the timeline, and it is a
 * comment: the author's own hands the ball back, which an own review does not.
 */
function reviewsOf(
  pullRequest: PullRequestNode,
  subject: string,
  context: TranslationContext,
): FlowEvent[] {
  const { source } = context;
  const shown = new Set(
    itemsOf(pullRequest, 'PullRequestReview').map(item => item.id),
  );
  return present(pullRequest.reviews).flatMap((review): FlowEvent[] => {
    if (review.submittedAt === null) {
      return [];
    }
    const base = {
      id: review.id,
      source,
      subject,
      at: instant(review.submittedAt),
      actor: actorOf(review.author, context),
    };
    const commands = commandsIn(review.body, context.commands).map(command =>
      commanded(base, command),
    );
    return review.state === 'COMMENTED' && !shown.has(review.id)
      ? [{ ...base, type: 'change.commented' }, ...commands]
      : [...verdictFact(review, base, pullRequest, context), ...commands];
  });
}

type Said = Pick<FlowEvent, 'id' | 'source' | 'subject' | 'at' | 'actor'>;

/** A command that somebody gave in a comment or a review. */
function commanded(said: Said, command: string): FlowEvent {
  const id = `${said.id}:${command}`;
  return { ...said, id, type: 'change.commented', data: { command } };
}

/**
 * A review with its verdict. An approval by somebody who may not write to the
 * repository is one that the branch does not take.
 */
function verdictFact(
  review: ReviewNode,
  base: Said,
  pullRequest: PullRequestNode,
  context: TranslationContext,
): FlowEvent[] {
  const verdict = verdictOf(review, pullRequest);
  const counts =
    verdict !== 'approved' || review.authorCanPushToRepository !== false;
  return counts
    ? [{ ...base, type: 'change.reviewed', data: { verdict } }]
    : [
        {
          ...base,
          id: `${base.id}:withoutWrite`,
          type: 'change.reviewed',
          data: { verdict, counts },
        },
        ...retraction(base, context),
      ];
}

/**
 * What a review said when it was given. `DISMISSED` is what it is now: what it
 * was before is in its dismissal.
 */
function verdictOf(review: ReviewNode, pullRequest: PullRequestNode): Verdict {
  const dismissal = eventsOf(pullRequest, 'ReviewDismissedEvent').find(
    item => item.review?.id === review.id,
  );
  return verdictOfState(dismissal?.previousReviewState ?? review.state);
}

function verdictOfState(state: ReviewState): Verdict {
  switch (state) {
    case 'APPROVED':
      return 'approved';
    case 'CHANGES_REQUESTED':
      return 'changesRequested';
    case 'COMMENTED':
    case 'DISMISSED':
    case 'PENDING':
      return 'commented';
    default:
      return state satisfies never;
  }
}

/** Comments; of one that gives commands only these are reported. */
function commentsOf(
  pullRequest: PullRequestNode,
  subject: string,
  context: TranslationContext,
): FlowEvent[] {
  return eventsOf(pullRequest, 'IssueComment').flatMap(
    (comment): FlowEvent[] => {
      const said = {
        id: comment.id,
        source: context.source,
        subject,
        at: instant(comment.createdAt),
        actor: actorOf(comment.author, context),
      };
      const commands = commandsIn(comment.body, context.commands);
      return commands.length === 0
        ? [{ ...said, type: 'change.commented' }]
        : [
            ...commands.map(command => commanded(said, command)),
            ...retraction(said, context),
          ];
    },
  );
}

/** Requests for a review, of people and of teams, and their removal. */
function requestsOf(
  pullRequest: PullRequestNode,
  subject: string,
  context: TranslationContext,
): FlowEvent[] {
  return eventsOf(
    pullRequest,
    'ReviewRequestedEvent',
    'ReviewRequestRemovedEvent',
  ).flatMap((item): FlowEvent[] => {
    const reviewer = reviewerId(item.requestedReviewer, context.host);
    return reviewer === undefined
      ? []
      : [
          {
            id: item.id,
            source: context.source,
            type:
              item.__typename === 'ReviewRequestedEvent'
                ? 'change.reviewRequested'
                : 'change.reviewRequestRemoved',
            subject,
            at: instant(item.createdAt),
            actor: actorOf(item.actor, context),
            data: { reviewers: [reviewer] },
          },
        ];
  });
}

/** Dismissals; that of a reviewer whose account is gone cannot be told. */
function dismissalsOf(
  pullRequest: PullRequestNode,
  subject: string,
  context: TranslationContext,
): FlowEvent[] {
  return eventsOf(pullRequest, 'ReviewDismissedEvent').flatMap(
    (item): FlowEvent[] => {
      const reviewer = actorOf(item.review?.author, context);
      return reviewer
        ? [
            {
              id: item.id,
              source: context.source,
              type: 'change.reviewDismissed',
              subject,
              at: instant(item.createdAt),
              actor: actorOf(item.actor, context),
              data: { reviewer: reviewer.id },
            },
          ]
        : [];
    },
  );
}
