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
import { PullRequestNode } from '../../src/queries/nodes';
import { WorldObject } from './connections';

/** A drawn pull request, as a server's world holds it: with lists, not pages. */
export function toWorld(pull: PullRequestNode): WorldObject {
  return {
    ...pull,
    __typename: 'PullRequest',
    baseRef: pull.baseRef && {
      ...pull.baseRef,
      rules: pull.baseRef.rules?.nodes,
    },
    labels: pull.labels?.nodes,
    files: pull.files?.nodes,
    reviews: pull.reviews?.nodes,
    timelineItems: [
      ...pull.timelineItems.nodes,
      // A review is in the timeline as the object it is.
    ].map(item =>
      item?.__typename === 'PullRequestReview'
        ? pull.reviews?.nodes.find(review => review?.id === item.id) ?? item
        : item,
    ),
    commits: pull.commits.nodes.map(node => ({
      commit: {
        ...node?.commit,
        statusCheckRollup: node?.commit.statusCheckRollup && {
          contexts: node.commit.statusCheckRollup.contexts.nodes,
        },
      },
    })),
    closingIssuesReferences: pull.closingIssuesReferences?.nodes,
  };
}
