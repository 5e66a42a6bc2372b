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
import { z } from 'zod';

const feed = z.object({
  since: z.string().optional(),
  run: z
    .object({
      startedAt: z.string(),
      after: z.string().optional(),
      /** Items read so far. */
      read: z.number(),
    })
    .optional(),
});

const repository = z.object({
  version: z.literal(1),
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
});

/**
 * How far one list of a repository has been read. `since` is when the last
 * complete reading began; `run` is a reading that goes on. Instants are
 * RFC 3339.
 */
export type FeedCursor = z.infer<typeof feed>;

/** The lists of a repository that are followed. */
export type FeedName = 'pullRequests' | 'issues' | 'deployments' | 'releases';

/** How far a repository has been read. */
export type RepositoryCursor = z.infer<typeof repository>;

/** A repository of which nothing has been read. */
function newCursor(): RepositoryCursor {
  return {
    version: 1,
    pullRequests: {},
    issues: {},
    deployments: {},
    releases: {},
    running: [],
    unfinished: [],
    deploysToProduction: false,
  };
}

/** A saved cursor; what is not one, is a new one: reading twice does no harm. */
export function parseCursor(saved: JsonObject | undefined): RepositoryCursor {
  const parsed = repository.safeParse(saved);
  return parsed.success ? parsed.data : newCursor();
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
