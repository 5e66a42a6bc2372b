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

import { Commit, compareEvents, FlowEvent } from '../events/FlowEvent';
import { Instant } from '../timeline/Segment';

/**
 * What is known of a repository itself, from its own events alone.
 *
 * @public
 */
export interface RepositoryRecord {
  repo: string;
  /** How it is described, in order of time. */
  described: RepositoryDescribed[];
  /** Its commits as reported, with shas in lower case. */
  commits: Commit[];
}

/**
 * What was said of a repository at an instant; what is absent stays as it was.
 *
 * @public
 */
export interface RepositoryDescribed {
  at: Instant;
  defaultBranch?: string;
  releasedBranches?: string[];
}

/**
 * The record of one repository; empty where nothing is known.
 *
 * @param events - its events, in any order; those of other subjects are ignored
 * @public
 */
export function repositoryRecordOf(
  events: readonly FlowEvent[],
  repo: string,
): RepositoryRecord {
  const record: RepositoryRecord = { repo, described: [], commits: [] };
  const own = events.filter(event => event.subject === repo);
  for (const event of own.sort(compareEvents)) {
    if (event.type === 'repository.described') {
      record.described.push({ at: Date.parse(event.at), ...event.data });
    } else if (event.type === 'repository.commits') {
      for (const [sha, parents, at] of event.data.commits) {
        record.commits.push([
          sha.toLowerCase(),
          parents.map(parent => parent.toLowerCase()),
          at,
        ]);
      }
    }
  }
  return record;
}
