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

/**
 * What the sources page shows of a run: pull requests read, and how many there
 * are as far as is known.
 */
export class Progress {
  private before = 0;
  private now = { done: 0, total: 0 };
  private detail = '';
  private repositories = 0;

  constructor(
    private readonly context: SyncContext,
    private readonly client: GithubClient,
  ) {}

  /** A repository begins; what was read of the one before is all there is to it. */
  begin({ slug }: RepositoryRef, of: number): void {
    this.repositories += 1;
    this.before += this.now.done;
    this.now = { done: 0, total: 0 };
    this.detail = `${slug} (${this.repositories} of ${of} repositories)`;
    this.tell();
  }

  /** So many pull requests of this repository have been read. */
  read({ done, total = done }: { done: number; total?: number }): void {
    this.now = { done, total: Math.max(done, total) };
    this.tell();
  }

  private tell(): void {
    const { rateLimit } = this.client;
    this.context.progress({
      done: this.before + this.now.done,
      total: this.before + this.now.total,
      detail: this.detail,
      rateLimit: rateLimit && {
        remaining: rateLimit.remaining,
        resetAt: new Date(rateLimit.resetAt).toISOString(),
      },
    });
  }
}
