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
import { issuesByNumber, issuesPage } from '../queries/issues';
import { IssueNode, ListedIssueNode } from '../queries/nodes';
import { nextPage } from '../queries/pullRequests';
import { present } from '../translate/timeline';
import { Reader, ReadPage } from './Reader';

const PAGE = 50;

/** A page of the issues that changed since an instant (RFC 3339), newest first. */
export async function readIssues(
  { client, target, signal }: Reader,
  { since, after }: { since: string; after?: string },
): Promise<ReadPage<ListedIssueNode>> {
  const { repository } = await client.request(
    target,
    () => issuesPage({ ...target, since, after, first: PAGE }),
    signal,
  );
  const issues = repository?.issues;
  return { items: present(issues), next: nextPage(issues) };
}

/** Some issues; those that do not exist are left out. */
export async function readIssuesByNumber(
  { client, target, signal }: Reader,
  numbers: number[],
): Promise<ListedIssueNode[]> {
  const { repository } = await client.request(
    target,
    () => issuesByNumber(target, numbers),
    signal,
  );
  return present({ nodes: Object.values(repository ?? {}) });
}

/** Whether any pull request closes an issue: only then does it say anything of changes. */
export function servesChanges(
  issue: ListedIssueNode,
): issue is IssueNode & ListedIssueNode {
  return (issue.closedByPullRequestsReferences?.totalCount ?? 0) > 0;
}
