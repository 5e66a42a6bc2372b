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

import { SyncProgress } from 'backstage-plugin-chokepoint-node';
import { Knex } from 'knex';
import { updateSource } from '../ingest/sourceState';

/** How often progress is written down at most, in milliseconds. */
const PROGRESS_INTERVAL = 1_000;

/** Writes down the newest progress, not too often. */
export class ProgressWriter {
  #latest: SyncProgress | undefined;
  #writtenAt = -Infinity;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly knex: Knex,
    private readonly source: string,
    private readonly now: () => number,
  ) {}

  note(progress: SyncProgress): void {
    this.#latest = progress;
    if (this.now() - this.#writtenAt >= PROGRESS_INTERVAL) {
      this.#write();
    }
  }

  async flush(): Promise<void> {
    this.#write();
    await this.#writing;
  }

  #write(): void {
    const progress = this.#latest;
    if (progress) {
      this.#writtenAt = this.now();
      this.#writing = this.#writing.then(() =>
        updateSource(this.knex, this.source, {
          progress: JSON.stringify(progress),
        }).catch(() => {
          // Progress is for the eye; the sync goes on without it.
        }),
      );
    }
  }
}
