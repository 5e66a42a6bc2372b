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
import { FlowEvent } from 'chokepoint-flow';
import { GithubClient } from '../client/GithubClient';
import { GithubOptions } from '../options';
import { NewsNode } from '../queries/news';
import { TranslationContext } from '../translate/TranslationContext';
import { cursorOf, FeedName, RepositoryCursor } from './cursor';
import { Identities } from './identities';
import {
  feedsWithNews,
  newestOf,
  readNews,
  RepositoryNews,
  targetOf,
} from './news';
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
    const catalog = new Map<string, RepositoryRef>();
    for (const repository of await context.repositories()) {
      const slug = foldCase(repository.slug);
      if (repository.host === this.source.host && !catalog.has(slug)) {
        catalog.set(slug, repository);
      }
    }
    this.known ??= catalog;
    const { client, host } = this.source;
    const before = client.spent;
    const identities = await Identities.load(context, host, this.id);
    const read = await readNews([...catalog.values()], client, context.signal);
    const found = await this.identify(read, identities, context);
    this.known = new Map([
      ...catalog,
      ...found.map(({ asked, repository }) => [asked, repository] as const),
      ...found.map(
        ({ repository }) => [foldCase(repository.slug), repository] as const,
      ),
    ]);
    const work = uniqueByKey(found).filter(({ feeds }) => feeds.size > 0);
    const progress = new Progress(context, client);
    const failures: string[] = [];
    for (const item of work) {
      progress.begin(item.repository, work.length);
      try {
        await this.syncOne(item, identities, context, progress);
      } catch (error) {
        context.signal.throwIfAborted();
        const reason = error instanceof Error ? error.message : String(error);
        context.logger.warn(`${item.repository.slug}: ${reason}`);
        failures.push(reason);
      }
      await identities.save(context);
    }
    const { requests, points } = client.spent;
    context.logger.debug(
      `Read ${work.length} of ${catalog.size} repositories with ${
        requests - before.requests
      } requests of ${points - before.points} points`,
    );
    failIfInVain(failures, catalog.size);
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
  translation(
    repository: RepositoryRef,
    now: number,
    readBefore = false,
  ): TranslationContext {
    const { host, options } = this.source;
    return {
      source: this.id,
      host,
      repo: repository.key,
      actors: options.actors,
      decision: options.decision,
      now,
      commands: options.commands,
      readBefore,
    };
  }

  /**
   * Which repository each is by GitHub's own number, under its name of now, how
   * far it has been read, and what of it is worth reading.
   */
  private async identify(
    read: RepositoryNews[],
    identities: Identities,
    context: SyncContext,
  ): Promise<Work[]> {
    const asOf = new Date(this.source.client.now()).toISOString();
    const found = await Promise.all(
      read.map(async item => {
        const repository = this.nameOfNow(item.repository, item.news);
        const former = identities.repositoryKey(item.news?.databaseId);
        const keys = [repository.key, former, item.repository.key];
        const cursor = await cursorOf(
          keys,
          item.news?.databaseId ?? undefined,
          context,
        );
        return { ...item, asked: item.repository, repository, cursor };
      }),
    );
    const work: Work[] = [];
    for (const { asked, repository, news, cursor } of found) {
      const renamings = identities.repository(
        news?.databaseId,
        repository.key,
        asked.key,
        asOf,
      );
      if (renamings.length > 0) {
        await context.emit(renamings);
      }
      const twin = work.find(item => item.repository.key === repository.key);
      work.push({
        ...(twin ?? {
          repository,
          news,
          asOf,
          cursor: await this.describe(repository, news, cursor, asOf, context),
          feeds: feedsWithNews(news, cursor),
        }),
        asked: foldCase(asked.slug),
      });
    }
    await identities.save(context);
    return work;
  }

  private nameOfNow(asked: RepositoryRef, news?: NewsNode): RepositoryRef {
    const slug = news?.nameWithOwner ?? asked.slug;
    return foldCase(slug) === foldCase(asked.slug)
      ? asked
      : { ...asked, slug, key: `${this.source.host}/${foldCase(slug)}` };
  }

  /** Reports the default branch, once and whenever it is another. */
  private async describe(
    repository: RepositoryRef,
    news: NewsNode | undefined,
    cursor: RepositoryCursor,
    asOf: string,
    context: SyncContext,
  ): Promise<RepositoryCursor> {
    const defaultBranch = news?.defaultBranchRef?.name;
    if (!defaultBranch || defaultBranch === cursor.defaultBranch) {
      return cursor;
    }
    const at =
      cursor.defaultBranch === undefined
        ? new Date(news.createdAt).toISOString()
        : asOf;
    const event: FlowEvent = {
      id: `${news.databaseId}:described:${defaultBranch}:${at}`,
      source: this.id,
      type: 'repository.described',
      subject: repository.key,
      at,
      data: { defaultBranch },
    };
    await context.emit([event]);
    const described = { ...cursor, defaultBranch };
    await context.setCursor(repository.key, described);
    return described;
  }

  private async syncOne(
    { repository, cursor, feeds, news, asOf }: Work,
    identities: Identities,
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
        translation: this.translation(
          repository,
          context.now,
          cursor.readBefore,
        ),
        options,
        identities,
        start: feed => ({ newest: news ? newestOf(news, feed) : asOf, asOf }),
        onRead: read => progress.read(read),
      },
      cursor,
    );
    await sync.read(feeds);
  }
}

/** A repository, how far it has been read, and what of it is worth reading. */
interface Work {
  /** The name it was asked for by, in lower case. */
  asked: string;
  repository: RepositoryRef;
  news?: NewsNode;
  /** GitHub's time when this run began, RFC 3339. */
  asOf: string;
  cursor: RepositoryCursor;
  feeds: ReadonlySet<FeedName>;
}

/** The catalog may know one repository by several of its names. */
function uniqueByKey(work: Work[]): Work[] {
  return [...new Map(work.map(item => [item.repository.key, item])).values()];
}

/**
 * One repository that cannot be read must not keep the others from it: it is
 * mentioned once a run, and tried again with the next. Where none at all can be
 * read, the source is at fault.
 */
function failIfInVain(failures: readonly string[], asked: number): void {
  if (asked > 0 && failures.length === asked) {
    throw new Error(
      asked === 1
        ? failures[0]
        : `None of ${asked} repositories can be read: ${failures[0]}`,
    );
  }
}

function foldCase(slug: string): string {
  return slug.toLocaleLowerCase('en-US');
}
