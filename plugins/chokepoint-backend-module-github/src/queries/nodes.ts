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
export type Who = {
  __typename: string;
  login: string;
  /** GitHub's own number of the account, which outlives its names. */
  databaseId?: number | null;
} | null;

/** Who was asked for a review. */
export type RequestedReviewer =
  | {
      __typename: 'User' | 'Bot' | 'Mannequin';
      login: string;
      databaseId?: number | null;
    }
  | {
      __typename: 'Team';
      slug: string;
      organization: { login: string };
      databaseId?: number | null;
    }
  | null;

/** Who made a commit; GitHub links only people to an account, not apps. */
export interface GitActorNode {
  name?: string | null;
  user: { login: string } | null;
}

/** A commit, as far as its dates tell when work was done. */
export interface CommitNode {
  oid: string;
  authoredDate: string;
  committedDate: string;
  messageHeadline?: string;
  messageBody?: string;
  author?: GitActorNode | null;
  committer?: GitActorNode | null;
  /** Its parents; only read of merges. */
  parents?: string[];
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
  | {
      __typename: 'IssueComment';
      id: string;
      createdAt: string;
      body?: string;
      author: Who;
    }
  | Events<
      'ClosedEvent',
      { closer?: { __typename: string; oid?: string } | null }
    >
  | Events<'AssignedEvent' | 'UnassignedEvent', { assignee: Who }>
  | Events<
      | 'ReadyForReviewEvent'
      | 'ConvertToDraftEvent'
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
  body?: string;
  /** Whether the branch takes an approval by this person. */
  authorCanPushToRepository?: boolean;
  author: Who;
}

/** One run of a check, or the latest report of a commit status. */
export type CheckContext =
  | {
      __typename: 'CheckRun';
      id: string;
      name: string;
      status: string;
      conclusion: string | null;
      startedAt: string | null;
      completedAt: string | null;
    }
  | {
      __typename: 'StatusContext';
      id: string;
      context: string;
      state: string;
      createdAt: string;
    };

/** A head commit with its checks. */
export interface CheckedCommit {
  oid: string;
  statusCheckRollup: { contexts: Page<CheckContext> } | null;
}

/** The protection of a branch, as administrators or as everybody may see it. */
export interface BranchRule {
  /** Null where it asks for none. */
  requiredApprovingReviewCount: number | null;
  requiresCodeOwnerReviews?: boolean;
  requiredStatusCheckContexts?: (string | null)[] | null;
}

/** A rule of a ruleset; of the parameters only those that are read. */
export interface RulesetRule {
  repositoryRuleset: { enforcement: string } | null;
  parameters: {
    __typename: string;
    requiredApprovingReviewCount?: number;
    requireCodeOwnerReview?: boolean;
    requiredStatusChecks?: { context: string }[];
  } | null;
}

/**
 * The branch a pull request is for, while it exists. Its protection is shown to
 * administrators as one rule and to everybody else as another.
 */
export interface BaseRef {
  branchProtectionRule: BranchRule | null;
  refUpdateRule: BranchRule | null;
  rules?: { nodes: (RulesetRule | null)[] } | null;
}

/** The files that may name the owners of code, of which the first counts. */
export interface CodeOwnersFiles {
  owners1?: { text?: string | null } | null;
  owners2?: { text?: string | null } | null;
  owners3?: { text?: string | null } | null;
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
  headRefName?: string;
  isCrossRepository?: boolean;
  headRepositoryOwner?: { login: string } | null;
  mergeCommit: { oid: string } | null;
  author: Who;
  labels: { nodes: ({ name: string } | null)[] } | null;
  files: Page<{ path: string }> | null;
  reviews: Page<ReviewNode> | null;
  timelineItems: Page<TimelineItem>;
  commits: { nodes: ({ commit: CheckedCommit } | null)[] };
  closingIssuesReferences: { nodes: (IssueNode | null)[] } | null;
  /** The text of the repository's CODEOWNERS, where there is one. */
  codeOwners?: string;
}

/** One item of an issue's timeline. */
export type IssueItem =
  | Events<'AssignedEvent' | 'UnassignedEvent', { assignee: Who }>
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
