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
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ChokepointSourcesExtensionPoint,
  RepositoryRef,
} from 'backstage-plugin-chokepoint-node';
import { FlowEvent } from 'chokepoint-flow';
import { ClientWorld, GithubClient } from '../client/GithubClient';
import { GithubOptions } from '../options';
import { Reader } from '../read/Reader';
import { readIssuesByNumber, servesChanges } from '../read/readIssues';
import { readPullRequestsByNumber } from '../read/readPullRequests';
import { readDeploymentsById } from '../read/readRollouts';
import { GithubFlowSource } from '../sync/GithubFlowSource';
import { targetOf } from '../sync/news';
import { deploymentEvents } from '../sync/rollouts';
import { translatePullRequest } from '../translate/pullRequest';
import { translateIssue } from '../translate/workItems';
import { Notice } from './notice';

const SECOND = 1000;
/** One action makes several webhooks, and GitHub's lists lag a little behind. */
const GATHER = 3 * SECOND;
/** A sync is asked for at most this often. */
const SYNC_PAUSE = 60 * SECOND;

/** What a reader of webhooks needs. */
export interface WebhookReaderOptions {
  source: GithubFlowSource;
  client: GithubClient;
  options: GithubOptions;
  sources: Pick<ChokepointSourcesExtensionPoint, 'emit' | 'requestSync'>;
  logger: Pick<LoggerService, 'debug' | 'warn'>;
  world: Pick<ClientWorld, 'now' | 'sleep'>;
  signal: AbortSignal;
}

/** What is worth reading again of one repository. */
interface Pile {
  repository: RepositoryRef;
  pullRequests: Set<number>;
  issues: Set<number>;
  deployments: Set<string>;
}

/**
 * Reads again what webhooks say has changed, a few seconds after the first of a
 * bunch. Where that fails nothing is lost: the next sync reads it as well.
 */
export class WebhookReader {
  private piles = new Map<string, Pile>();
  private reading: Promise<void> | undefined;
  private syncAskedAt = -Infinity;

  constructor(private readonly world: WebhookReaderOptions) {}

  /** Takes a notice; resolves at once, before anything is read. */
  async receive(notice: Notice): Promise<void> {
    const { source } = this.world;
    const { known, repository } = source.find(notice.slug);
    if (!known || (repository && notice.other)) {
      await this.askForSync();
    }
    if (repository) {
      this.add(repository, notice);
      this.reading ??= this.gather();
    }
  }

  /** Resolves when everything received so far was read. */
  async idle(): Promise<void> {
    while (this.reading) {
      await this.reading;
    }
  }

  private add(repository: RepositoryRef, notice: Notice): void {
    const pile = this.piles.get(repository.key) ?? {
      repository,
      pullRequests: new Set(),
      issues: new Set(),
      deployments: new Set(),
    };
    notice.pullRequests.forEach(number => pile.pullRequests.add(number));
    notice.issues.forEach(number => pile.issues.add(number));
    notice.deployments.forEach(id => pile.deployments.add(id));
    this.piles.set(repository.key, pile);
  }

  private async gather(): Promise<void> {
    const { world, signal, logger } = this.world;
    try {
      await world.sleep(GATHER, signal);
      while (this.piles.size > 0) {
        const piles = [...this.piles.values()];
        this.piles = new Map();
        for (const pile of piles) {
          await this.read(pile);
        }
      }
    } catch (error) {
      logger.debug(`Webhooks are no longer read: ${error}`);
    } finally {
      this.reading = undefined;
    }
  }

  private async read(pile: Pile): Promise<void> {
    const { client, signal, sources, logger } = this.world;
    const { repository } = pile;
    const reader = { client, target: targetOf(repository), signal };
    try {
      const events = await this.eventsOf(pile, reader);
      if (events.length > 0) {
        await sources.emit(events);
      }
    } catch (error) {
      signal.throwIfAborted();
      logger.warn(
        `A webhook of ${repository.slug} is left to the next sync: ${error}`,
      );
    }
  }

  private async eventsOf(pile: Pile, reader: Reader): Promise<FlowEvent[]> {
    const { source, options, world } = this.world;
    const translation = source.translation(pile.repository, world.now());
    const events: FlowEvent[] = [];
    if (pile.pullRequests.size > 0) {
      const found = await readPullRequestsByNumber(reader, [
        ...pile.pullRequests,
      ]);
      events.push(
        ...found.flatMap(item => translatePullRequest(item, translation)),
      );
    }
    if (pile.issues.size > 0) {
      const found = await readIssuesByNumber(reader, [...pile.issues]);
      events.push(
        ...found
          .filter(servesChanges)
          .flatMap(item => translateIssue(item, translation)),
      );
    }
    if (pile.deployments.size > 0) {
      const found = await readDeploymentsById(reader, [...pile.deployments]);
      events.push(...deploymentEvents(found, translation, options));
    }
    return events;
  }

  private async askForSync(): Promise<void> {
    const { source, sources, world, logger } = this.world;
    const now = world.now();
    if (now - this.syncAskedAt >= SYNC_PAUSE) {
      this.syncAskedAt = now;
      try {
        await sources.requestSync(source.id);
      } catch (error) {
        logger.debug(`A sync was asked for too early: ${error}`);
      }
    }
  }
}
