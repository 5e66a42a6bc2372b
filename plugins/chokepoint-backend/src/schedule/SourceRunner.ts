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
import { FlowEvent } from 'chokepoint-flow';
import {
  EmitReport,
  FlowSource,
  RepositoryRef,
  SyncContext,
} from 'backstage-plugin-chokepoint-node';
import { Knex } from 'knex';
import { inChunks } from '../database';
import { Intake } from '../ingest/Intake';
import {
  isSyncRequested,
  sourceState,
  updateSource,
} from '../ingest/sourceState';
import { ProgressWriter } from './ProgressWriter';

/** What running a source needs. */
export interface SourceRunnerOptions {
  knex: Knex;
  intake: Intake;
  logger: LoggerService;
  /** The current instant, in milliseconds since the epoch. */
  now(): number;
  repositories(): Promise<RepositoryRef[]>;
}

const MINUTE = 60_000;
const LONGEST_BACK_OFF = 6 * 60 * MINUTE;
const BATCH = 500;

/**
 * How long a source is left alone after failing, in milliseconds: one minute,
 * then twice as long each time, six hours at most.
 */
export function backOff(failures: number): number {
  return Math.min(LONGEST_BACK_OFF, MINUTE * 2 ** (failures - 1));
}

/** Stores events of a source, in batches of one transaction each. */
export async function emit(
  intake: Intake,
  events: readonly FlowEvent[],
): Promise<EmitReport> {
  const total: EmitReport = { accepted: 0, duplicates: 0, rejected: [] };
  const items = events.map((value, index) => ({ index, value }));
  for (const batch of inChunks(items, BATCH)) {
    const report = await intake.store(batch);
    total.accepted += report.accepted;
    total.duplicates += report.duplicates;
    total.rejected.push(...report.rejected);
  }
  return total;
}

/** Runs one source, and remembers how it went. */
export class SourceRunner {
  readonly #source: FlowSource;
  readonly #options: SourceRunnerOptions;

  constructor(source: FlowSource, options: SourceRunnerOptions) {
    this.#source = source;
    this.#options = options;
  }

  /**
   * Brings the source up to date, unless it backs off after a failure; once
   * more when somebody asked for it meanwhile.
   */
  async run(signal: AbortSignal): Promise<void> {
    let again = await this.#isDue();
    while (again && !signal.aborted) {
      const began = this.#options.now();
      await this.#sync(signal, began);
      const state = await this.#state();
      again = state?.failures === 0 && (state.requestedAt ?? -Infinity) > began;
    }
  }

  async #isDue(): Promise<boolean> {
    const state = await this.#state();
    return (
      state === undefined ||
      isSyncRequested(state) ||
      (state.nextAttemptAt ?? 0) <= this.#options.now()
    );
  }

  async #sync(signal: AbortSignal, began: number): Promise<void> {
    const { knex, logger, now } = this.#options;
    const { id } = this.#source;
    await updateSource(knex, id, {
      running_since: began,
      last_attempt_at: began,
    });
    const progress = new ProgressWriter(knex, id, now);
    try {
      await this.#source.sync(this.#context(signal, began, progress));
      await progress.flush();
      await updateSource(knex, id, {
        running_since: null,
        last_success_at: now(),
        failures: 0,
        next_attempt_at: null,
        last_error: null,
      });
    } catch (error) {
      await progress.flush();
      if (signal.aborted) {
        await updateSource(knex, id, { running_since: null });
        return;
      }
      const failures = ((await this.#state())?.failures ?? 0) + 1;
      logger.warn('A source failed', { source: id, error: String(error) });
      await updateSource(knex, id, {
        running_since: null,
        failures,
        next_attempt_at: now() + backOff(failures),
        last_error: String(error).slice(0, 1_000),
      });
    }
  }

  #context(
    signal: AbortSignal,
    began: number,
    progress: ProgressWriter,
  ): SyncContext {
    const { knex, intake, logger, repositories } = this.#options;
    const source = this.#source.id;
    return {
      signal,
      logger: logger.child({ source }),
      now: began,
      repositories,
      emit: events => emit(intake, events),
      async getCursor(key) {
        const row = await knex('source_cursors').where({ source, key }).first();
        return row && JSON.parse(row.cursor);
      },
      async setCursor(key, cursor) {
        await knex('source_cursors')
          .insert({ source, key, cursor: JSON.stringify(cursor) })
          .onConflict(['source', 'key'])
          .merge();
      },
      progress: state => progress.note(state),
    };
  }

  #state() {
    return sourceState(this.#options.knex, this.#source.id);
  }
}
