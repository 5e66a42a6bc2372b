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
  ForwardedError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { setTimeout as delay } from 'node:timers/promises';
import { Query } from '../queries/Query';
import { Answer, GraphqlError, understand } from './answer';
import { backOff } from './backOff';
import { RateLimit, rateLimitOf, waitForPoints } from './RateLimit';

const SECOND = 1000;
const REQUEST_TIMEOUT = 60 * SECOND;
const MAX_FAILURES = 6;
const MAX_LIMITED = 20;
const FIRST_RETRY = 2 * SECOND;
const FIRST_RETRY_OF_LIMIT = 60 * SECOND;

/** The outside world of the client, so that tests can hold its clock. */
export interface ClientWorld {
  fetch: typeof fetch;
  /** The current instant in milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds, rejects when aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 to 1. */
  random(): number;
}

/** The real world. */
export const realWorld: ClientWorld = {
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, { signal }),
  random: () => Math.random(),
};

/** What a client needs. */
export interface ClientOptions {
  /** Where GraphQL is answered. */
  endpoint: string;
  /** The headers that show who asks, for a repository of this owner. */
  authorize(owner: string, name: string): Promise<Record<string, string>>;
  logger: Pick<LoggerService, 'debug' | 'info' | 'warn'>;
  /** Share of the hour's points that is left to others, 0 to 1. */
  reserve: number;
  /** How long an answer may take, in milliseconds. */
  timeout?: number;
  world?: ClientWorld;
}

/** Whom a request is about: the token depends on it. */
export interface Target {
  owner: string;
  name: string;
}

/** What a client has used so far. */
export interface Spent {
  requests: number;
  /** Of the hour's points, as GitHub counts them. */
  points: number;
}

/**
 * Asks GitHub's GraphQL API and keeps to its limits: waits where GitHub says so,
 * leaves a reserve to others, tries again what may work later.
 */
export class GithubClient {
  private readonly world: ClientWorld;
  private readonly limits = new Map<string, RateLimit>();
  private readonly used: Spent = { requests: 0, points: 0 };
  /** How much GitHub's clock is ahead of ours, in milliseconds. */
  private ahead = 0;
  /** The owner asked about last. */
  private lastOwner: string | undefined;

  constructor(private readonly options: ClientOptions) {
    this.world = options.world ?? realWorld;
  }

  /** What was left of the points after the last answer. */
  get rateLimit(): RateLimit | undefined {
    return this.lastOwner === undefined
      ? undefined
      : this.limits.get(this.lastOwner);
  }

  /** GitHub's own time, in milliseconds since the epoch; ours before its first answer. */
  now(): number {
    return this.world.now() + this.ahead;
  }

  /** What was used so far. */
  get spent(): Spent {
    return { ...this.used };
  }

  /**
   * Sends a query until it is answered.
   *
   * @param query - given the number of failures so far, so that a query that
   *   was too much for GitHub can ask for less
   * @throws NotFoundError or NotAllowedError where asking again is of no use
   */
  async request<T>(
    target: Target,
    query: (failures: number) => Query<T>,
    signal: AbortSignal,
  ): Promise<T> {
    let failures = 0;
    let limited = 0;
    let asked = query(failures);
    for (;;) {
      await this.waitForPoints(target, signal);
      const answer = await this.send<T>(target, asked, signal);
      switch (answer.kind) {
        case 'data':
          this.mention(answer.hidden);
          this.used.points += answer.points;
          return answer.data;
        case 'refused':
          throw refusal(target, answer.reason);
        case 'limited': {
          limited += 1;
          this.giveUpAfter(MAX_LIMITED, limited, target, answer.reason);
          const { wait = this.backOff(FIRST_RETRY_OF_LIMIT, limited) } = answer;
          await this.pause(wait + SECOND, answer.reason, signal);
          break;
        }
        case 'failed': {
          failures += 1;
          this.giveUpAfter(MAX_FAILURES, failures, target, answer.reason);
          const wait = this.backOff(FIRST_RETRY, failures);
          await this.pause(wait, answer.reason, signal);
          asked = query(failures);
          break;
        }
        default:
          answer satisfies never;
      }
    }
  }

  private async send<T>(
    target: Target,
    { document, variables }: Query<T>,
    signal: AbortSignal,
  ): Promise<Answer<T>> {
    const { world, options } = this;
    const authorization = await options.authorize(target.owner, target.name);
    this.used.requests += 1;
    try {
      const response = await world.fetch(options.endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'backstage-plugin-chokepoint',
          // Ids in their new form, for old nodes too: they must not change.
          'x-github-next-global-id': '1',
          ...authorization,
        },
        body: JSON.stringify({ query: document, variables }),
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(options.timeout ?? REQUEST_TIMEOUT),
        ]),
      });
      this.learnTime(response.headers);
      this.learnLimit(target, response.headers);
      return understand<T>(response, await response.text(), this.now());
    } catch (error) {
      signal.throwIfAborted();
      return {
        kind: 'failed',
        reason: `GitHub is out of reach: ${causeOf(error)}`,
      };
    }
  }

  private learnTime(headers: Headers): void {
    const date = Date.parse(headers.get('date') ?? '');
    if (Number.isFinite(date)) {
      this.ahead = date - this.world.now();
    }
  }

  private learnLimit(target: Target, headers: Headers): void {
    const limit = rateLimitOf(headers);
    if (limit) {
      this.lastOwner = target.owner;
      this.limits.set(target.owner, limit);
    }
  }

  private async waitForPoints(target: Target, signal: AbortSignal) {
    const wait = waitForPoints(
      this.limits.get(target.owner),
      this.options.reserve,
      this.now(),
    );
    if (wait > 0) {
      await this.pause(
        wait + SECOND,
        'the points of this hour are used',
        signal,
      );
    }
  }

  private backOff(first: number, failures: number): number {
    return backOff(first, failures, this.world.random());
  }

  private async pause(ms: number, reason: string, signal: AbortSignal) {
    const seconds = Math.ceil(ms / SECOND);
    this.options.logger.info(`Waiting ${seconds} s: ${reason}`);
    await this.world.sleep(ms, signal);
  }

  private giveUpAfter(
    most: number,
    times: number,
    target: Target,
    reason: string,
  ): void {
    if (times >= most) {
      const { owner, name } = target;
      throw new ForwardedError(
        `${owner}/${name} could not be read`,
        new Error(reason),
      );
    }
  }

  private mention(hidden: GraphqlError[]): void {
    for (const { message, path } of hidden.slice(0, 3)) {
      this.options.logger.debug(`Not shown: ${path?.join('.')}: ${message}`);
    }
  }
}

function refusal({ owner, name }: Target, reason: string): Error {
  const message = `${owner}/${name} cannot be read: ${reason}`;
  return /could not resolve|not found/i.test(reason)
    ? new NotFoundError(message)
    : new NotAllowedError(message);
}

/** Whether asking again is of no use: it is not there, or not for this token. */
export function isHopeless(error: unknown): boolean {
  return (
    error instanceof Error &&
    ['NotFoundError', 'NotAllowedError'].includes(error.name)
  );
}

/** What went wrong below: `fetch` itself only says that it failed. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause ? error.cause : error;
}
