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
import { ModelRules } from 'chokepoint-flow';
import { Knex } from 'knex';
import { holdNames } from '../log/identityLog';
import { MarkStage } from '../log/marks';
import { buildStage } from './buildStage';
import { CommitHistories } from './CommitHistories';
import { Definition, definitionCounts, definitionOf } from './definition';
import { placeStage } from './placeStage';
import { readStage } from './readStage';
import { spreadStage } from './spreadStage';

/** What a projector needs. */
export interface ProjectorOptions {
  knex: Knex;
  logger: LoggerService;
  /** The current instant, in milliseconds since the epoch. */
  now(): number;
  /** The rules of the model, as they are configured. */
  rules(): ModelRules;
  /** Histories of repositories that are kept in memory. */
  histories?: CommitHistories;
}

type Stage = [MarkStage, (trx: Knex, limit: number) => Promise<number>];

/** Subjects that are worked on in one transaction. */
const BATCH: Record<MarkStage, number> = {
  read: 500,
  spread: 500,
  place: 5,
  build: 250,
};
/** For how long a subject that cannot be worked on is left alone, in ms. */
const DEFERRAL = 10 * 60_000;
/** Subjects that may fail in a row. */
const MAX_FAILURES = 3;

/**
 * Processes the marked subjects. Any number of these may run at once, in one
 * process or many; each can be stopped at any point, since every batch is one
 * transaction with its marks.
 */
export class Projector {
  readonly #options: ProjectorOptions;
  readonly #stages: Stage[];
  #stoodDown = false;

  constructor(options: ProjectorOptions) {
    const { now, rules, histories = new CommitHistories() } = options;
    this.#options = options;
    this.#stages = [
      ['read', (trx, limit) => readStage(trx, limit, now())],
      ['spread', (trx, limit) => spreadStage(trx, limit, now())],
      [
        'place',
        (trx, limit) => placeStage(trx, limit, now(), rules(), histories),
      ],
      ['build', (trx, limit) => buildStage(trx, limit, now(), rules())],
    ];
  }

  /**
   * Works until nothing is left to do or the signal is given. Returns how many
   * subjects were worked on.
   */
  async drain(signal?: AbortSignal): Promise<number> {
    let total = 0;
    let done = Infinity;
    while (done > 0 && !signal?.aborted) {
      done = 0;
      // Each stage comes to its end before the next, so that a repository is
      // placed, and a change built, once for all that has come in.
      for (const stage of this.#stages) {
        done += await this.#runBatch(stage);
        if (done > 0) {
          break;
        }
      }
      total += done;
    }
    return total;
  }

  /**
   * One batch. When it fails, its subjects are tried one by one, so that one
   * that cannot be worked on holds up no other.
   */
  async #runBatch([name, run]: Stage): Promise<number> {
    const { logger } = this.#options;
    try {
      return await this.#transact(run, BATCH[name]);
    } catch (error) {
      logger.warn(`Working on a batch failed, trying one by one`, {
        stage: name,
        error: String(error),
      });
      return this.#runOneByOne([name, run]);
    }
  }

  /**
   * Tries the subjects of a batch one by one. Where several in a row fail it is
   * not the subjects that are at fault, and everything is left for later.
   */
  async #runOneByOne([name, run]: Stage): Promise<number> {
    let total = 0;
    let failures = 0;
    for (let i = 0; i < BATCH[name]; i++) {
      const oldest = await this.#oldest(name);
      try {
        const done = await this.#transact(run, 1);
        if (done === 0) {
          return total;
        }
        total += done;
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures > MAX_FAILURES) {
          throw error;
        }
        await this.#defer(name, oldest, error);
      }
    }
    return total;
  }

  /**
   * Runs a stage in a transaction of its own; does nothing where other rules
   * count by now.
   */
  async #transact(run: Stage[1], limit: number): Promise<number> {
    const { knex, logger } = this.#options;
    const counts = await knex.transaction(async trx => {
      await holdNames(trx);
      return (await definitionCounts(trx, this.#definition()))
        ? { done: await run(trx, limit) }
        : undefined;
    });
    if (!counts && !this.#stoodDown) {
      this.#stoodDown = true;
      logger.info('Other rules count by now; leaving it to their replicas');
    }
    return counts?.done ?? 0;
  }

  #definition(): Definition {
    return definitionOf(this.#options.rules());
  }

  async #oldest(stage: MarkStage): Promise<string | undefined> {
    const { knex, now } = this.#options;
    const row: { subject: string } | undefined = await knex('work_queue')
      .select('subject')
      .where({ stage })
      .where('due', '<=', now())
      .orderBy('seq')
      .first();
    return row?.subject;
  }

  async #defer(
    stage: MarkStage,
    subject: string | undefined,
    error: unknown,
  ): Promise<void> {
    const { knex, logger, now } = this.#options;
    if (subject !== undefined) {
      logger.error('A subject cannot be worked on; trying again later', {
        stage,
        subject,
        error: String(error),
      });
      await knex('work_queue')
        .where({ stage, subject })
        .update({ due: now() + DEFERRAL });
    }
  }
}
