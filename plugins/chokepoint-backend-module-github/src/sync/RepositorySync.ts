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
import { FlowEvent } from 'chokepoint-flow';
import { RepositoryRef, SyncContext } from 'backstage-plugin-chokepoint-node';
import { GithubOptions } from '../options';
import { PullRequestNode } from '../queries/nodes';
import {
  DeploymentNode,
  EnvironmentNode,
  HistoryCommit,
} from '../queries/rolloutNodes';
import { PageSize } from '../read/PageSize';
import { Reader } from '../read/Reader';
import { readIssues, servesChanges } from '../read/readIssues';
import {
  readPullRequests,
  readPullRequestsByNumber,
} from '../read/readPullRequests';
import {
  readDeployments,
  readDeploymentsById,
  readReleases,
} from '../read/readRollouts';
import { isToProduction } from '../translate/deployments';
import { translatePullRequest } from '../translate/pullRequest';
import { TranslationContext } from '../translate/TranslationContext';
import { translateIssue } from '../translate/workItems';
import { FeedCursor, FeedName, RepositoryCursor } from './cursor';
import { follow, lookFrom, Start } from './follow';
import { Identities } from './identities';
import { stillRunning, stillUnfinished } from './pending';
import {
  deployedCommits,
  deploymentEvents,
  historyOfRollouts,
  releasedCommits,
  releaseEvents,
  releasesCount,
} from './rollouts';

const DAY = 86_400_000;
/** Pull requests of a page: fifty, with all that hangs on them, cost ten points. */
const LONGEST_PAGE = 50;
/** A release is listed by the date of its commit, and published later. */
const RELEASE_LAG = 60 * DAY;

/** What the sync of one repository needs. */
export interface RepositorySyncOptions {
  repository: RepositoryRef;
  reader: Reader;
  context: SyncContext;
  translation: TranslationContext;
  options: GithubOptions;
  identities: Identities;
  /** What GitHub says when this run begins. */
  start(feed: FeedName): Start;
  /** Told how many pull requests have been read, of how many, where that is known. */
  onRead(read: { done: number; total?: number }): void;
}

/** Brings one repository up to date: list by list, each from its own cursor. */
export class RepositorySync {
  constructor(
    private readonly run: RepositorySyncOptions,
    private cursor: RepositoryCursor,
  ) {}

  /** Reads the lists that have news. */
  async read(feeds: ReadonlySet<FeedName>): Promise<void> {
    if (feeds.has('pullRequests')) {
      await this.runningPullRequests();
      await this.pullRequests();
    }
    if (feeds.has('issues')) {
      await this.issues();
    }
    if (feeds.has('deployments')) {
      await this.unfinishedDeployments();
      await this.deployments();
    }
    if (feeds.has('releases')) {
      await this.releases();
    }
  }

  private async pullRequests(): Promise<void> {
    const { reader, options } = this.run;
    const size = new PageSize(LONGEST_PAGE);
    let done = this.cursor.pullRequests.run?.read ?? 0;
    await this.follow('pullRequests', {
      page: async (after, since) => {
        const order = since === undefined ? 'CREATED_AT' : 'UPDATED_AT';
        const page = await readPullRequests(reader, { order, after, size });
        done += page.items.length;
        this.run.onRead({
          done,
          total: since === undefined ? page.total : undefined,
        });
        return page;
      },
      at: (item, since) =>
        Date.parse(since === undefined ? item.createdAt : item.updatedAt),
      take: items => this.takePullRequests(items),
      oldest: options.oldest(this.run.context.now),
    });
  }

  /**
   * Pull requests whose checks were running when they were last read: the end
   * of a check is no change of the pull request to GitHub.
   */
  private async runningPullRequests(): Promise<void> {
    const { context, reader, repository } = this.run;
    const { running } = this.cursor;
    if (running.length > 0) {
      const items = await readPullRequestsByNumber(reader, running);
      this.cursor = { ...this.cursor, running: [] };
      await this.takePullRequests(items);
      await context.setCursor(repository.key, this.cursor);
    }
  }

  private async takePullRequests(items: PullRequestNode[]): Promise<void> {
    const { translation, context } = this.run;
    await this.emit([
      ...this.renamings(items),
      ...items.flatMap(item => translatePullRequest(item, translation)),
    ]);
    const { running } = this.cursor;
    this.cursor = {
      ...this.cursor,
      running: stillRunning(running, items, context.now),
    };
  }

  /**
   * Issues are read with the pull requests that close them; this finds what
   * happens to an issue later, or while its pull request rests.
   */
  private async issues(): Promise<void> {
    const { reader, translation } = this.run;
    const { newest, asOf } = this.run.start('issues');
    if (this.cursor.issues.since === undefined) {
      await this.save('issues', { since: newest, asOf });
      return;
    }
    await this.follow('issues', {
      page: (after, since = newest) =>
        readIssues(reader, {
          since: new Date(lookFrom(since)).toISOString(),
          after,
        }),
      at: item => Date.parse(item.updatedAt),
      take: items =>
        this.emit([
          ...this.renamings(items),
          ...items
            .filter(servesChanges)
            .flatMap(item => translateIssue(item, translation)),
        ]),
    });
  }

  private async deployments(): Promise<void> {
    const { reader, options, context } = this.run;
    await this.follow('deployments', {
      page: async after => {
        const { environments, ...page } = await readDeployments(reader, after);
        const items = page.items.map(item => ({ item, environments }));
        return { ...page, items };
      },
      at: ({ item }) => Date.parse(item.createdAt),
      take: async (page, isLast) => {
        const items = page.map(({ item }) => item);
        const environments = page[0]?.environments ?? [];
        await this.takeHistory('deployments', deployedCommits(items), isLast);
        await this.takeDeployments({ items, environments });
      },
      oldest: options.oldest(context.now),
    });
  }

  private async takeDeployments(found: {
    items: DeploymentNode[];
    environments: EnvironmentNode[];
  }): Promise<void> {
    const { options, translation } = this.run;
    await this.emit([
      ...this.renamings(found),
      ...deploymentEvents(found, translation, options),
    ]);
    this.remember(found.items);
  }

  /** Reads what the commits of a page of roll-outs, newest first, are made of. */
  private async takeHistory(
    of: keyof RepositoryCursor['histories'],
    commits: HistoryCommit[],
    isLast: boolean,
  ): Promise<void> {
    const { reader, translation } = this.run;
    const { histories } = this.cursor;
    const { events, state } = await historyOfRollouts(
      commits,
      histories[of],
      isLast,
      reader,
      translation,
    );
    await this.emit(events);
    this.cursor = { ...this.cursor, histories: { ...histories, [of]: state } };
  }

  /** Deployments that had not ended when they were last read. */
  private async unfinishedDeployments(): Promise<void> {
    const { reader, context, repository } = this.run;
    const { unfinished } = this.cursor;
    if (unfinished.length > 0) {
      const found = await readDeploymentsById(reader, unfinished);
      this.cursor = { ...this.cursor, unfinished: [] };
      await this.takeDeployments(found);
      await context.setCursor(repository.key, this.cursor);
    }
  }

  /** Keeps what later readings have to know of the deployments read now. */
  private remember(deployments: DeploymentNode[]): void {
    const { context, options } = this.run;
    const { unfinished } = this.cursor;
    this.cursor = {
      ...this.cursor,
      unfinished: stillUnfinished(unfinished, deployments, context.now),
      deploysToProduction:
        this.cursor.deploysToProduction ||
        deployments.some(item =>
          isToProduction(item, options.productionEnvironments),
        ),
    };
  }

  /**
   * Releases, where they stand for deployments to production: always, never, or
   * as long as the repository was never seen to deploy to production.
   */
  private async releases(): Promise<void> {
    const { reader, options, context, translation } = this.run;
    await this.follow('releases', {
      page: after => readReleases(reader, after),
      at: item => Date.parse(item.createdAt),
      take: async (items, isLast) => {
        if (releasesCount(options, this.cursor.deploysToProduction)) {
          await this.takeHistory('releases', releasedCommits(items), isLast);
          await this.emit([
            ...this.renamings(items),
            ...releaseEvents(items, translation),
          ]);
        }
      },
      oldest: options.oldest(context.now),
      lookBack: RELEASE_LAG,
    });
  }

  private async follow<T>(
    name: FeedName,
    feed: Parameters<typeof follow<T>>[0],
  ): Promise<void> {
    await follow(feed, this.cursor[name], this.run.start(name), cursor =>
      this.save(name, cursor),
    );
  }

  private renamings(read: unknown): FlowEvent[] {
    const { identities, start } = this.run;
    return identities.people(read, start('pullRequests').asOf);
  }

  private async save(name: FeedName, cursor: FeedCursor): Promise<void> {
    const { context, repository } = this.run;
    this.cursor = { ...this.cursor, [name]: cursor };
    await context.setCursor(repository.key, this.cursor);
  }

  private async emit(events: FlowEvent[]): Promise<void> {
    const { context, repository } = this.run;
    context.signal.throwIfAborted();
    if (events.length === 0) {
      return;
    }
    const { rejected } = await context.emit(events);
    for (const { id, reason } of rejected.slice(0, 3)) {
      context.logger.warn(`${repository.slug}: ${id} was refused: ${reason}`);
    }
  }
}
