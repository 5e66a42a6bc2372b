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
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { WorldObject } from './connections';

/** A person of the recording. */
export type RecordedWho = { __typename: string; login: string } | null;

/** An item of a recorded timeline. */
export interface RecordedItem extends WorldObject {
  __typename: string;
  id: string;
  createdAt?: string;
  submittedAt?: string;
  state?: string;
  author?: RecordedWho;
  actor?: RecordedWho;
  review?: { id: string };
  previousReviewState?: string;
  label?: { name: string };
  commit?: { oid: string; authoredDate: string; committedDate: string };
  afterCommit?: { oid: string };
  requestedReviewer?: RecordedWho;
}

/** A recorded pull request of `bitcoin-core/gui`. */
export interface RecordedPull extends WorldObject {
  id: string;
  number: number;
  title: string;
  state: string;
  isDraft: boolean;
  createdAt: string;
  closedAt: string | null;
  mergedAt: string | null;
  author: RecordedWho;
  changedFiles: number;
  labels: { nodes: { name: string }[] };
  timelineItems: { nodes: RecordedItem[] };
  reviewThreadComments: {
    createdAt: string;
    author: RecordedWho;
    reviewId: string;
  }[];
}

/** The repository that was recorded. */
export const RECORDED_REPOSITORY = 'bitcoin-core/gui';

/** Where the recording is, when there is one. */
function recording(): string {
  const folder = process.env.CHOKEPOINT_TEST_DATA ?? '';
  return join(folder, 'github-gui/pulls.jsonl.gz');
}

/**
 * `describe` for tests over the recorded pull requests. Where the recording is
 * not at hand they are skipped, and `recordedPulls` says so.
 */
export const overRecording = existsSync(recording()) ? describe : describe.skip;

/**
 * The recorded pull requests; none where the recording is not at hand, which is
 * said on the console.
 */
export function recordedPulls(): RecordedPull[] {
  const file = recording();
  if (!existsSync(file)) {
    process.stderr.write(
      `Skipped: tests over recorded pull requests, for there is no ${file} (CHOKEPOINT_TEST_DATA)\n`,
    );
    return [];
  }
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim();
  return lines.split('\n').map(line => JSON.parse(line));
}
