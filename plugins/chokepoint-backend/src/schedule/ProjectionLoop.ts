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
import { Projector } from '../projection/Projector';

/** How long it works at a time while it makes way for something, in ms. */
const SHORT_TURN = 1_000;

/**
 * Keeps one projector of this process at work: one run at a time, and another
 * when something came in meanwhile.
 */
export class ProjectionLoop {
  readonly #projector: Pick<Projector, 'drain'>;
  readonly #logger: LoggerService;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #wanted = false;
  #makingWayFor = 0;

  constructor(projector: Pick<Projector, 'drain'>, logger: LoggerService) {
    this.#projector = projector;
    this.#logger = logger;
  }

  /** Makes sure that what is marked now gets processed; resolves when it is. */
  async wake(): Promise<void> {
    this.#wanted = true;
    this.#running ??= this.#run();
    await this.#running;
  }

  /**
   * Makes way for work that brings in much to be projected: until it is done
   * there are short turns only, when woken by the clock. What belongs together
   * has more time to come in, and is built once.
   */
  async makeWayFor<T>(work: () => Promise<T>): Promise<T> {
    this.#makingWayFor += 1;
    try {
      return await work();
    } finally {
      this.#makingWayFor -= 1;
      void this.wake();
    }
  }

  /** Tells that something came in; it is seen to now, or after what it is part of. */
  note(): void {
    if (this.#makingWayFor === 0) {
      void this.wake();
    }
  }

  /** Stops after the batch that is being worked on. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (this.#wanted && !signal.aborted) {
      this.#wanted = false;
      await this.#projector.drain(this.#turn()).catch((error: unknown) => {
        this.#logger.error('Projecting failed; trying again soon', {
          error: String(error),
        });
      });
    }
    // Nothing comes between the last look and this, so no wish is lost.
    this.#running = undefined;
  }

  #turn(): AbortSignal {
    const { signal } = this.#stopping;
    return this.#makingWayFor === 0
      ? signal
      : AbortSignal.any([signal, AbortSignal.timeout(SHORT_TURN)]);
  }
}
