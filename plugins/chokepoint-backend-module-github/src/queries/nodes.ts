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

/** A connection of GitHub's: one page of a list. */
export interface Page<T> {
  nodes: (T | null)[];
  pageInfo: PageInfo;
}

/** Where the next page begins. */
export interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

/** Who did something; null where the account is gone. */
export type Who = { __typename: string; login: string } | null;

/** Who was asked for a review. */
export type RequestedReviewer =
  | { __typename: 'User' | 'Bot' | 'Mannequin'; login: string }
  | { __typename: 'Team'; slug: string; organization: { login: string } }
  | null;

/** A commit, as far as its dates tell when work was done. */
export interface CommitNode {
  oid: string;
  authoredDate: string;
  committedDate: string;
  author?: { user: { login: string } | null } | null;
  committer?: { user: { login: string } | null } | null;
}

/** Fields that every item of a timeline but a commit and a review has. */
interface TimelineEvent {
  id: string;
  createdAt: string;
  actor: Who;
}

/** Items of some kinds that have the same fields, told apart by kind. */
type Events<K extends string, Fields = unknown> = K extends string
  ? { __typename: K } & TimelineEvent & Fields
  : never;

/** One item of a pull request's timeline. */
export type TimelineItem =
  | { __typename: 'PullRequestCommit'; id: string; commit: CommitNode }
  | { __typename: 'PullRequestReview'; id: string }
  | { __typename: 'IssueComment'; id: string; createdAt: string; author: Who }
  | Events<
      | 'ReadyForReviewEvent'
      | 'ConvertToDraftEvent'
      | 'ClosedEvent'
      | 'ReopenedEvent'
      | 'MergedEvent'
      | 'AddedToMergeQueueEvent'
      | 'RemovedFromMergeQueueEvent'
    >
  | Events<
      'ReviewRequestedEvent' | 'ReviewRequestRemovedEvent',
      { requestedReviewer: RequestedReviewer }
    >
  | Events<
      'ReviewDismissedEvent',
      {
        previousReviewState: ReviewState;
        review: { id: string; author: Who } | null;
      }
    >
  | Events<
      'HeadRefForcePushedEvent',
      { beforeCommit: CommitNode | null; afterCommit: CommitNode | null }
    >
  | Events<'LabeledEvent' | 'UnlabeledEvent', { label: { name: string } }>
  | Events<'RenamedTitleEvent', { previousTitle: string; currentTitle: string }>
  | Events<
      'BaseRefChangedEvent',
      { previousRefName: string; currentRefName: string }
    >
  | Events<
      'ConnectedEvent',
      { source: { id?: string }; subject: { id?: string } }
    >;

/** An item of one kind. */
export type ItemOf<K extends TimelineItem['__typename']> = Extract<
  TimelineItem,
  { __typename: K }
>;

/** The state of a review as it is now. */
export type ReviewState =
  | 'APPROVED'
  | 'CHANGES_REQUESTED'
  | 'COMMENTED'
  | 'DISMISSED'
  | 'PENDING';

/** A review; one that only replies inline is in no timeline. */
export interface ReviewNode {
  id: string;
  state: ReviewState;
  submittedAt: string | null;
  author: Who;
}

/** One run of a check, or the latest report of a commit status. */
export type CheckContext =
  | {
      __typename: 'CheckRun';
      status: string;
      conclusion: string | null;
      startedAt: string | null;
      completedAt: string | null;
    }
  | { __typename: 'StatusContext'; state: string; createdAt: string };

/** A head commit with its checks. */
export interface CheckedCommit {
  oid: string;
  statusCheckRollup: { contexts: Page<CheckContext> } | null;
}

/** How many approvals a branch asks for; null where it asks for none. */
export interface ApprovalRule {
  requiredApprovingReviewCount: number | null;
}

/**
 * The branch a pull request is for, while it exists. Its protection is shown to
 * administrators as one rule and to everybody else as another.
 */
export interface BaseRef {
  branchProtectionRule: ApprovalRule | null;
  refUpdateRule: ApprovalRule | null;
}

/** A pull request. */
export interface PullRequestNode {
  id: string;
  number: number;
  title: string;
  url: string;
  isDraft: boolean;
  closed: boolean;
  createdAt: string;
  updatedAt: string;
  mergedAt: string | null;
  additions: number;
  deletions: number;
  baseRefName: string;
  baseRef: BaseRef | null;
  headRefOid: string;
  mergeCommit: { oid: string } | null;
  author: Who;
  labels: { nodes: ({ name: string } | null)[] } | null;
  files: Page<{ path: string }> | null;
  reviews: Page<ReviewNode> | null;
  timelineItems: Page<TimelineItem>;
  commits: { nodes: ({ commit: CheckedCommit } | null)[] };
  closingIssuesReferences: { nodes: (IssueNode | null)[] } | null;
}

/** One item of an issue's timeline. */
export type IssueItem =
  | Events<
      'AssignedEvent' | 'UnassignedEvent',
      { assignee: { __typename: string; login: string } | null }
    >
  | Events<'ClosedEvent' | 'ReopenedEvent' | 'MilestonedEvent'>
  | Events<'LabeledEvent', { label: { name: string } }>;

/** An issue that pull requests close. */
export interface IssueNode {
  id: string;
  number: number;
  title: string;
  url: string;
  createdAt: string;
  updatedAt: string;
  author: Who;
  repository: { nameWithOwner: string };
  labels: { nodes: ({ name: string } | null)[] } | null;
  timelineItems: { nodes: (IssueItem | null)[] };
}

/** An issue, with the number of pull requests that close it. */
export interface ListedIssueNode extends IssueNode {
  closedByPullRequestsReferences: { totalCount: number } | null;
}

/** One step of a deployment. */
export interface DeploymentStatusNode {
  id: string;
  state: string;
  createdAt: string;
  creator: Who;
}

/** A deployment. */
export interface DeploymentNode {
  id: string;
  createdAt: string;
  updatedAt: string;
  commitOid: string;
  environment: string | null;
  originalEnvironment: string | null;
  creator: Who;
  statuses: { nodes: (DeploymentStatusNode | null)[] } | null;
}

/** A release; `tagCommit` is null where its tag is gone. */
export interface ReleaseNode {
  id: string;
  tagName: string;
  createdAt: string;
  publishedAt: string | null;
  isDraft: boolean;
  isPrerelease: boolean;
  author: Who;
  tagCommit: { oid: string } | null;
}

/** An environment with those who have to approve a deployment to it. */
export interface EnvironmentNode {
  name: string;
  protectionRules: {
    nodes: ({
      reviewers: { nodes: RequestedReviewer[] } | null;
    } | null)[];
  };
}

/** The commits that lead to one, newest first. */
export interface HistoryNode {
  history: { nodes: ({ oid: string; messageHeadline: string } | null)[] };
}
