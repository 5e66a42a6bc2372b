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

const WHO = `
  fragment Who on Actor {
    __typename login
    ... on User { databaseId }
    ... on Bot { databaseId }
  }`;

const TIMELINE_TYPES = `[
    PULL_REQUEST_COMMIT PULL_REQUEST_REVIEW ISSUE_COMMENT
    REVIEW_REQUESTED_EVENT REVIEW_REQUEST_REMOVED_EVENT REVIEW_DISMISSED_EVENT
    READY_FOR_REVIEW_EVENT CONVERT_TO_DRAFT_EVENT
    CLOSED_EVENT REOPENED_EVENT MERGED_EVENT
    ADDED_TO_MERGE_QUEUE_EVENT REMOVED_FROM_MERGE_QUEUE_EVENT
    HEAD_REF_FORCE_PUSHED_EVENT BASE_REF_CHANGED_EVENT
    LABELED_EVENT UNLABELED_EVENT RENAMED_TITLE_EVENT CONNECTED_EVENT
    ASSIGNED_EVENT UNASSIGNED_EVENT
  ]`;

/** Arguments that pick the items of a timeline that say something about flow. */
export const TIMELINE_ARGUMENTS = `itemTypes: ${TIMELINE_TYPES}, first: 100`;

const REVIEWER = `
  fragment Reviewer on RequestedReviewer {
    __typename
    ... on User { login databaseId }
    ... on Bot { login databaseId }
    ... on Mannequin { login }
    ... on Team { databaseId slug organization { login } }
  }`;

const ASSIGNEE = `
  fragment AssigneeLogin on Assignee {
    __typename
    ... on User { login databaseId }
    ... on Bot { login databaseId }
    ... on Mannequin { login }
    ... on Organization { login }
  }`;

const COMMIT_DATES = `
  fragment CommitDates on Commit { oid authoredDate committedDate }`;

/** A page of a pull request's timeline. */
export const TIMELINE_PAGE = `
  fragment TimelinePage on PullRequestTimelineItemsConnection {
    pageInfo { hasNextPage endCursor }
    nodes {
      __typename
      ... on PullRequestCommit {
        id
        commit {
          ...CommitDates
          messageHeadline messageBody
          author { name user { login databaseId } }
          committer { name user { login databaseId } }
        }
      }
      ... on PullRequestReview { id }
      ... on IssueComment { id createdAt body author { ...Who } }
      ... on AssignedEvent {
        id createdAt actor { ...Who } assignee { ...AssigneeLogin }
      }
      ... on UnassignedEvent {
        id createdAt actor { ...Who } assignee { ...AssigneeLogin }
      }
      ... on ReviewRequestedEvent {
        id createdAt actor { ...Who } requestedReviewer { ...Reviewer }
      }
      ... on ReviewRequestRemovedEvent {
        id createdAt actor { ...Who } requestedReviewer { ...Reviewer }
      }
      ... on ReviewDismissedEvent {
        id createdAt actor { ...Who }
        previousReviewState
        review { id author { ...Who } }
      }
      ... on ReadyForReviewEvent { id createdAt actor { ...Who } }
      ... on ConvertToDraftEvent { id createdAt actor { ...Who } }
      ... on ClosedEvent {
        id createdAt actor { ...Who }
        closer { __typename ... on Commit { oid } }
      }
      ... on ReopenedEvent { id createdAt actor { ...Who } }
      ... on MergedEvent { id createdAt actor { ...Who } }
      ... on AddedToMergeQueueEvent { id createdAt actor { ...Who } }
      ... on RemovedFromMergeQueueEvent { id createdAt actor { ...Who } }
      ... on HeadRefForcePushedEvent {
        id createdAt actor { ...Who }
        beforeCommit { ...CommitDates }
        afterCommit { ...CommitDates }
      }
      ... on BaseRefChangedEvent {
        id createdAt actor { ...Who } previousRefName currentRefName
      }
      ... on LabeledEvent { id createdAt actor { ...Who } label { name } }
      ... on UnlabeledEvent { id createdAt actor { ...Who } label { name } }
      ... on RenamedTitleEvent {
        id createdAt actor { ...Who } previousTitle currentTitle
      }
      ... on ConnectedEvent {
        id createdAt actor { ...Who }
        source { __typename ... on Issue { id } }
        subject { __typename ... on Issue { id } }
      }
    }
  }
  ${WHO}
  ${REVIEWER}
  ${ASSIGNEE}
  ${COMMIT_DATES}`;

/** A page of a pull request's reviews. */
export const REVIEWS_PAGE = `
  fragment ReviewsPage on PullRequestReviewConnection {
    pageInfo { hasNextPage endCursor }
    nodes {
      id state submittedAt body authorCanPushToRepository
      author { ...Who }
    }
  }`;

/** A page of a pull request's changed files. */
export const FILES_PAGE = `
  fragment FilesPage on PullRequestChangedFileConnection {
    pageInfo { hasNextPage endCursor }
    nodes { path }
  }`;

/**
 * An issue and what happened to it. Needs {@link TIMELINE_PAGE} for `Who` and
 * `AssigneeLogin`.
 */
export const ISSUE = `
  fragment IssueFacts on Issue {
    id number title url createdAt updatedAt
    author { ...Who }
    repository { nameWithOwner }
    labels(first: 50) { nodes { name } }
    timelineItems(first: 100, itemTypes: [
      ASSIGNED_EVENT UNASSIGNED_EVENT CLOSED_EVENT REOPENED_EVENT
      LABELED_EVENT MILESTONED_EVENT
    ]) {
      nodes {
        __typename
        ... on AssignedEvent {
          id createdAt actor { ...Who } assignee { ...AssigneeLogin }
        }
        ... on UnassignedEvent {
          id createdAt actor { ...Who } assignee { ...AssigneeLogin }
        }
        ... on ClosedEvent { id createdAt actor { ...Who } }
        ... on ReopenedEvent { id createdAt actor { ...Who } }
        ... on LabeledEvent { id createdAt actor { ...Who } label { name } }
        ... on MilestonedEvent { id createdAt actor { ...Who } }
      }
    }
  }`;

/** What a branch asks for, by its protection and by the rulesets that hold for it. */
const BASE_RULES = `
  fragment BaseRules on Ref {
    branchProtectionRule {
      requiredApprovingReviewCount requiresCodeOwnerReviews
      requiresStatusChecks requiredStatusCheckContexts
    }
    refUpdateRule {
      requiredApprovingReviewCount requiresCodeOwnerReviews
      requiredStatusCheckContexts
    }
    rules(first: 50) {
      nodes {
        repositoryRuleset { enforcement }
        parameters {
          __typename
          ... on PullRequestParameters {
            requiredApprovingReviewCount requireCodeOwnerReview
          }
          ... on RequiredStatusChecksParameters {
            requiredStatusChecks { context }
          }
        }
      }
    }
  }`;

/**
 * Everything that is read of a pull request. The checks are those of the last
 * three commits: earlier ones ran before the wait for the merge began.
 */
export const PULL_REQUEST = `
  fragment PullRequestFacts on PullRequest {
    id number title url isDraft closed createdAt updatedAt mergedAt
    additions deletions baseRefName headRefOid headRefName
    isCrossRepository headRepositoryOwner { login }
    baseRef { ...BaseRules }
    mergeCommit { oid }
    author { ...Who }
    labels(first: 100) { nodes { name } }
    files(first: 100) { ...FilesPage }
    reviews(first: 100) { ...ReviewsPage }
    timelineItems(${TIMELINE_ARGUMENTS}) { ...TimelinePage }
    commits(last: 3) {
      nodes {
        commit {
          oid
          statusCheckRollup {
            contexts(first: 100) {
              pageInfo { hasNextPage endCursor }
              nodes {
                __typename
                ... on CheckRun {
                  id name status conclusion startedAt completedAt
                }
                ... on StatusContext { id context state createdAt }
              }
            }
          }
        }
      }
    }
    closingIssuesReferences(first: 5) { nodes { ...IssueFacts } }
  }
  ${BASE_RULES}
  ${TIMELINE_PAGE}
  ${REVIEWS_PAGE}
  ${FILES_PAGE}
  ${ISSUE}`;

/** Where GitHub looks for the owners of code, in the order in which it does. */
export const CODE_OWNERS = `
  fragment CodeOwners on Repository {
    owners1: object(expression: "HEAD:.github/CODEOWNERS") { ...OwnersFile }
    owners2: object(expression: "HEAD:CODEOWNERS") { ...OwnersFile }
    owners3: object(expression: "HEAD:docs/CODEOWNERS") { ...OwnersFile }
  }
  fragment OwnersFile on Blob { text }`;

/** `Who`, for documents that use no other fragment that brings it. */
export const ACTOR = WHO;

/** `AssigneeLogin`, likewise. */
export const ASSIGNEE_LOGIN = ASSIGNEE;

/** What the query cost. */
export const RATE_LIMIT = `rateLimit { cost }`;
