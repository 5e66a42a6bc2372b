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
import {
  FlowSource,
  RepositoryRef,
  SyncContext,
} from 'backstage-plugin-chokepoint-node';
import { GithubClient, isHopeless } from '../client/GithubClient';
import { GithubOptions } from '../options';
import { TranslationContext } from '../translate/TranslationContext';
import { FeedName, parseCursor, RepositoryCursor } from './cursor';
import { feedsWithNews, ReadRepository, targetOf } from './news';
import { Progress } from './Progress';
import { RepositorySync } from './RepositorySync';

/** What a source of one GitHub host needs. */
export interface GithubFlowSourceOptions {
  /** `github.com`. */
  host: string;
  client: GithubClient;
  options: GithubOptions;
}

/**
 * Reads the pull requests, issues, deployments and releases of one GitHub host,
 * for the repositories the catalog knows. The first run reads everything,
 * newest first; later runs read what changed.
 */
export class GithubFlowSource implements FlowSource {
  readonly id: string;
  private known: ReadonlyMap<string, RepositoryRef> | undefined;

  constructor(private readonly source: GithubFlowSourceOptions) {
    this.id = `github:${source.host}`;
  }

  async sync(context: SyncContext): Promise<void> {
    const known = new Map<string, RepositoryRef>();
    for (const repository of await context.repositories()) {
      const slug = foldCase(repository.slug);
      if (repository.host === this.source.host && !known.has(slug)) {
        known.set(slug, repository);
      }
    }
    this.known = known;
    const work = await this.workFor([...known.values()], context);
    const progress = new Progress(context, this.source.client);
    const before = this.source.client.spent;
    const failures: string[] = [];
    const refusals: string[] = [];
    for (const { repository, cursor, feeds } of work) {
      progress.begin(repository, work.length);
      try {
        await this.syncOne(repository, cursor, feeds, context, progress);
      } catch (error) {
        context.signal.throwIfAborted();
        const reason = error instanceof Error ? error.message : String(error);
        context.logger.warn(`${repository.slug}: ${reason}`);
        (isHopeless(error) ? refusals : failures).push(reason);
      }
    }
    const { requests, points } = this.source.client.spent;
    context.logger.debug(
      `Read ${work.length} of ${known.size} repositories with ${
        requests - before.requests
      } requests of ${points - before.points} points`,
    );
    failIfInVain(failures, refusals, work.length);
  }

  /**
   * A repository by its `owner/name`. Undefined where nothing in the catalog
   * refers to it; `known` is false while no sync has run here.
   */
  find(slug: string): { known: boolean; repository?: RepositoryRef } {
    return {
      known: this.known !== undefined,
      repository: this.known?.get(foldCase(slug)),
    };
  }

  /** How the facts of a repository are translated. */
  translation(repository: RepositoryRef, now: number): TranslationContext {
    const { host, options } = this.source;
    return {
      source: this.id,
      host,
      repo: repository.key,
      actors: options.actors,
      decision: options.decision,
      now,
    };
  }

  private async workFor(repositories: RepositoryRef[], context: SyncContext) {
    const read: ReadRepository[] = [];
    for (const repository of repositories) {
      const saved = await context.getCursor(repository.key);
      read.push({ repository, cursor: parseCursor(saved) });
    }
    return feedsWithNews(read, this.source.client, context.signal);
  }

  private async syncOne(
    repository: RepositoryRef,
    cursor: RepositoryCursor,
    feeds: ReadonlySet<FeedName>,
    context: SyncContext,
    progress: Progress,
  ): Promise<void> {
    const { client, options } = this.source;
    const sync = new RepositorySync(
      {
        repository,
        reader: {
          client,
          target: targetOf(repository),
          signal: context.signal,
        },
        context,
        translation: this.translation(repository, context.now),
        options,
        onRead: read => progress.read(read),
      },
      cursor,
    );
    await sync.read(feeds);
  }
}

/**
 * One repository that cannot be read must not keep the others from it. One that
 * the token may not read is said once a run; anything else fails the run at its
 * end, so that it is tried again. Where the token may read none at all, it is
 * the token that is at fault.
 */
function failIfInVain(
  failures: readonly string[],
  refusals: readonly string[],
  asked: number,
): void {
  if (failures.length > 0) {
    throw new Error(failures.join('; '));
  }
  if (asked > 0 && refusals.length === asked) {
    throw new Error(
      asked === 1
        ? refusals[0]
        : `None of ${asked} repositories can be read: ${refusals[0]}`,
    );
  }
}

function foldCase(slug: string): string {
  return slug.toLocaleLowerCase('en-US');
}
