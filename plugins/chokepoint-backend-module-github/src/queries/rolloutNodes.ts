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
import { Page, RequestedReviewer, Who } from './nodes';

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
  commit?: HistoryCommit | null;
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
  tagCommit: HistoryCommit | null;
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

/** A commit's place in the history. */
export interface HistoryCommit {
  oid: string;
  committedDate: string;
  messageHeadline: string;
  parents: { nodes: ({ oid: string } | null)[] };
  /** The merged pull requests that brought it, by GitHub's own link. */
  associatedPullRequests: { totalCount: number } | null;
}

/** The commits that lead to one, newest first. */
export interface HistoryNode {
  history: Page<HistoryCommit>;
}

/** How a pull request was closed last. */
export interface ClosedNode {
  id: string;
  number: number;
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  timelineItems: {
    nodes: ({ id: string; createdAt: string; actor: Who } | null)[];
  };
}
