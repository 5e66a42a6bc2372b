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
/** A commit's place in the history. */
export const COMMIT_PARENTS = `
  fragment CommitParents on Commit {
    oid committedDate messageHeadline
    parents(first: 10) { nodes { oid } }
    associatedPullRequests(first: 1) { totalCount }
  }`;

/** A deployment and its steps. Needs {@link COMMIT_PARENTS}. */
export const DEPLOYMENT = `
  fragment DeploymentFacts on Deployment {
    id createdAt updatedAt commitOid environment originalEnvironment
    commit { ...CommitParents }
    creator { ...Who }
    statuses(first: 100) { nodes { id state createdAt creator { ...Who } } }
  }`;

/** The environments of a repository, and who has to approve deployments. */
export const ENVIRONMENTS = `
  fragment Environments on Repository {
    environments(first: 100) {
      nodes {
        name
        protectionRules(first: 5) {
          nodes { reviewers(first: 10) { nodes { ...GateReviewer } } }
        }
      }
    }
  }
  fragment GateReviewer on DeploymentReviewer {
    __typename
    ... on User { login databaseId }
    ... on Team { databaseId slug organization { login } }
  }`;

/** A release. Needs {@link COMMIT_PARENTS}. */
export const RELEASE = `
  fragment ReleaseFacts on Release {
    id tagName createdAt publishedAt isDraft isPrerelease
    author { ...Who }
    tagCommit { ...CommitParents }
  }`;
