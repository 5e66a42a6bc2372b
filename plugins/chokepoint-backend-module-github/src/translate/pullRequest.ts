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
import { PullRequestNode } from '../queries/nodes';
import { assignmentsOf } from './assignees';
import { checksOf } from './checks';
import { pushesOf } from './commits';
import { descriptionOf } from './description';
import { pullRequestKey } from './keys';
import { lifecycleOf } from './lifecycle';
import { conversationOf } from './reviews';
import { TranslationContext } from './TranslationContext';
import { linkedIssues, linksOf } from './workItems';

/**
 * Everything GitHub tells of one pull request, as events. The one translation:
 * the backfill, later runs and webhooks all read the same node and come through
 * here, so that none of them can say something else.
 *
 * A fact gets the same id, instant and content whenever it is read, as far as
 * GitHub still knows it. That is why the opening is told without what can only
 * be known as of now (size, files, linked issues); those are updates.
 *
 * What GitHub forgets is kept only if it was read in time: comments that were
 * deleted, ordinary pushes whose commits a later force-push put away (but for
 * the head it replaced), and checks of any but the last three commits.
 */
export function translatePullRequest(
  pullRequest: PullRequestNode,
  context: TranslationContext,
): FlowEvent[] {
  const subject = pullRequestKey(context.repo, pullRequest.number);
  const pushes = pushesOf(pullRequest, context);
  return [
    ...descriptionOf(pullRequest, subject, pushes, context),
    ...linksOf(pullRequest, subject, context),
    ...lifecycleOf(pullRequest, subject, pushes, context),
    ...assignmentsOf(pullRequest, subject, context),
    ...conversationOf(pullRequest, subject, context),
    ...checksOf(pullRequest, subject, pushes, context),
    ...linkedIssues(pullRequest, context),
  ];
}
