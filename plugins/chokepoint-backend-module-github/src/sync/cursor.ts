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
import { JsonObject } from '@backstage/types';
import { SyncContext } from 'backstage-plugin-chokepoint-node';
import { z } from 'zod';

const feed = z.object({
  since: z.string().optional(),
  asOf: z.string().optional(),
  run: z
    .object({
      newest: z.string(),
      startedAt: z.string(),
      after: z.string().optional(),
      /** Items read so far. */
      read: z.number(),
    })
    .optional(),
});

const parents = z.object({
  nodes: z.array(z.object({ oid: z.string() }).nullable()),
});
const history = z.object({
  known: z.array(z.object({ oid: z.string(), at: z.number() })),
  open: z
    .object({
      oid: z.string(),
      committedDate: z.string(),
      messageHeadline: z.string(),
      parents,
      associatedPullRequests: z.object({ totalCount: z.number() }).nullable(),
    })
    .optional(),
});

const repository = z.object({
  version: z.literal(2),
  /** GitHub's own number of the repository. */
  repositoryId: z.number().optional(),
  /** The default branch, as it was reported last. */
  defaultBranch: z.string().optional(),
  /** Whether it was read in the first edition of the model. */
  readBefore: z.boolean(),
  pullRequests: feed,
  issues: feed,
  deployments: feed,
  releases: feed,
  /** Numbers of pull requests whose checks were running. */
  running: z.array(z.number()),
  /** Node ids of deployments that had not ended. */
  unfinished: z.array(z.string()),
  /** Whether a deployment to production was ever seen. */
  deploysToProduction: z.boolean(),
  /** How far the histories of what was rolled out have been read. */
  histories: z.object({ deployments: history, releases: history }),
});

const firstEdition = z.object({ version: z.literal(1) });

/**
 * How far one list of a repository has been read. `since` is the newest change
 * that the last complete reading knew of when it began, and `asOf` is when that
 * was; `run` is a reading that goes on. All instants are GitHub's own, RFC 3339:
 * a clock here that is wrong loses nothing.
 */
export type FeedCursor = z.infer<typeof feed>;

/** The lists of a repository that are followed. */
export type FeedName = 'pullRequests' | 'issues' | 'deployments' | 'releases';

/** How far a repository has been read. */
export type RepositoryCursor = z.infer<typeof repository>;

/** A repository of which nothing has been read. */
function newCursor(readBefore: boolean): RepositoryCursor {
  return {
    version: 2,
    readBefore,
    pullRequests: {},
    issues: {},
    deployments: {},
    releases: {},
    running: [],
    unfinished: [],
    deploysToProduction: false,
    histories: { deployments: { known: [] }, releases: { known: [] } },
  };
}

/**
 * A saved cursor; what is not one, is a new one: reading twice does no harm. So
 * what was read in the first edition is read again.
 */
export function parseCursor(saved: JsonObject | undefined): RepositoryCursor {
  const parsed = repository.safeParse(saved);
  return parsed.success
    ? parsed.data
    : newCursor(firstEdition.safeParse(saved).success);
}

/** Whether everything of a repository has been read once. */
export function isComplete(cursor: RepositoryCursor): boolean {
  return [
    cursor.pullRequests,
    cursor.issues,
    cursor.deployments,
    cursor.releases,
  ].every(({ since, run }) => since !== undefined && run === undefined);
}

/**
 * How far a repository has been read: the cursor under its name of now, else
 * under a former one. That of another repository, which bore the name before, is
 * none.
 */
export async function cursorOf(
  keys: (string | undefined)[],
  repositoryId: number | undefined,
  context: Pick<SyncContext, 'getCursor'>,
): Promise<RepositoryCursor> {
  for (const key of keys) {
    const saved = key === undefined ? undefined : await context.getCursor(key);
    const cursor = saved && parseCursor(saved);
    const isOfAnother =
      cursor?.repositoryId !== undefined &&
      repositoryId !== undefined &&
      cursor.repositoryId !== repositoryId;
    if (cursor && !isOfAnother) {
      return { ...cursor, repositoryId: repositoryId ?? cursor.repositoryId };
    }
  }
  return { ...parseCursor(undefined), repositoryId };
}
