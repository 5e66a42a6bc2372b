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
import { RepositoryRef, SyncContext } from 'backstage-plugin-chokepoint-node';
import { GithubClient } from '../client/GithubClient';

/** What the sources page shows of a run. */
export class Progress {
  private done = 0;
  private total = 0;
  private detail = '';
  private repositories = 0;
  private counted = false;

  constructor(
    private readonly context: SyncContext,
    private readonly client: GithubClient,
  ) {}

  begin({ slug }: RepositoryRef, of: number): void {
    this.repositories += 1;
    this.counted = false;
    this.detail = `${slug} (${this.repositories} of ${of} repositories)`;
    this.tell();
  }

  /** Pull requests were read; the first page tells how many there are. */
  read({ count, total }: { count: number; total: number }): void {
    this.done += count;
    if (!this.counted) {
      this.total += total;
      this.counted = true;
    }
    this.tell();
  }

  private tell(): void {
    const { rateLimit } = this.client;
    this.context.progress({
      done: this.done,
      total: Math.max(this.done, this.total),
      detail: this.detail,
      rateLimit: rateLimit && {
        remaining: rateLimit.remaining,
        resetAt: new Date(rateLimit.resetAt).toISOString(),
      },
    });
  }
}
