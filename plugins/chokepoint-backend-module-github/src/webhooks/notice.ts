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
import { z } from 'zod/v4';

/** The topics of the events service that this module listens to. */
export const TOPICS = [
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'pull_request_review_thread',
  'issue_comment',
  'issues',
  'check_run',
  'check_suite',
  'merge_group',
  'deployment',
  'deployment_status',
  'deployment_review',
  'release',
  'repository',
].map(name => `github.${name}`);

/** What a webhook says is worth reading again. */
export interface Notice {
  host: string;
  /** `acme/shop`. */
  slug: string;
  pullRequests: number[];
  issues: number[];
  /** Node ids. */
  deployments: string[];
  /** Something changed that only the lists of the repository tell. */
  other: boolean;
}

const checked = z.object({
  pull_requests: z.array(
    z.object({
      number: z.number(),
      base: z.object({ repo: z.object({ id: z.number() }) }),
    }),
  ),
});

/** A part of a payload; one of another form says nothing, and harms nothing. */
function part<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

const payload = z.object({
  repository: z.object({
    id: z.number(),
    full_name: z.string(),
    html_url: z.url(),
    name: part(z.string()),
    owner: part(z.object({ login: part(z.string()) })),
  }),
  changes: part(
    z.object({
      default_branch: part(z.object({ from: z.string() })),
      repository: part(z.object({ name: z.object({ from: z.string() }) })),
      owner: part(
        z.object({
          from: z.object({
            user: part(z.object({ login: z.string() })),
            organization: part(z.object({ login: z.string() })),
          }),
        }),
      ),
    }),
  ),
  pull_request: part(z.object({ number: z.number() })),
  issue: part(
    z.object({ number: z.number(), pull_request: z.unknown().optional() }),
  ),
  check_run: part(checked),
  check_suite: part(checked),
  merge_group: part(z.object({ head_ref: z.string() })),
  deployment: part(z.object({ node_id: z.string() })),
});

type Payload = z.infer<typeof payload>;

/** `refs/heads/gh-readonly-queue/main/pr-104-<sha>`: the first of its group. */
const QUEUE_BRANCH = /\/pr-(\d+)-[0-9a-f]+$/;

/** Topics that only the lists of the repository tell more of. */
const LISTED = new Set(['github.release', 'github.deployment_review']);

/**
 * What the payload of a webhook says is worth reading again; undefined where
 * that is nothing. It carries no fact: a delivery may be lost, doubled or late,
 * and what happened is always read from GitHub itself, in one way.
 */
export function noticeOf(topic: string, body: unknown): Notice | undefined {
  const parsed = payload.safeParse(body);
  if (!parsed.success) {
    return undefined;
  }
  const { repository, deployment, issue } = parsed.data;
  const pullRequests = pullRequestsOf(parsed.data);
  const issues =
    topic === 'github.issues' && issue && !issue.pull_request
      ? [issue.number]
      : [];
  const deployments = deployment ? [deployment.node_id] : [];
  const former = formerSlug(parsed.data);
  const other =
    LISTED.has(topic) ||
    (topic === 'github.repository' && isDescription(parsed.data));
  const isNews =
    other || pullRequests.length + deployments.length > 0 || issues.length > 0;
  return isNews
    ? {
        host: new URL(repository.html_url).host,
        slug: former ?? repository.full_name,
        pullRequests,
        issues,
        deployments,
        other,
      }
    : undefined;
}

/** The name a repository was known by before it was renamed or transferred. */
function formerSlug({ repository, changes }: Payload): string | undefined {
  const from = changes?.owner?.from;
  const owner = from?.organization?.login ?? from?.user?.login;
  const name = changes?.repository?.name.from;
  return owner === undefined && name === undefined
    ? undefined
    : `${owner ?? repository.owner?.login}/${name ?? repository.name}`;
}

/** Whether a repository has another name, owner or default branch now. */
function isDescription({ changes }: Payload): boolean {
  return (
    changes?.owner !== undefined ||
    changes?.repository !== undefined ||
    changes?.default_branch !== undefined
  );
}

/**
 * The pull requests a payload is about. Checks of a commit name those of other
 * repositories, too.
 */
function pullRequestsOf(body: Payload): number[] {
  const { repository, issue, merge_group: group } = body;
  const numbers = new Set<number>();
  if (body.pull_request) {
    numbers.add(body.pull_request.number);
  }
  if (issue?.pull_request) {
    numbers.add(issue.number);
  }
  for (const checks of [body.check_run, body.check_suite]) {
    for (const { number, base } of checks?.pull_requests ?? []) {
      if (base.repo.id === repository.id) {
        numbers.add(number);
      }
    }
  }
  const queued = QUEUE_BRANCH.exec(group?.head_ref ?? '')?.[1];
  if (queued !== undefined) {
    numbers.add(Number(queued));
  }
  return [...numbers];
}
