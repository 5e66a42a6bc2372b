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

import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { readCatalog } from '../ownership/readCatalog';
import { refreshOwnership } from '../ownership/refreshOwnership';

/** What refreshing ownership needs. */
export interface OwnershipTaskOptions {
  knex: Knex;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** Whether a host is one of the integrations. */
  isForge(host: string): boolean;
  /** The current instant, in milliseconds since the epoch. */
  now(): number;
  /** Called when changes have been marked. */
  onChanged(): void;
  /** Called when entities of some repositories changed. */
  onRepositories(): Promise<void>;
  /** Asks for another look in so many milliseconds. */
  lookAgain(delay: number): void;
}

/** Looks at a catalog that is still filling up: for about a quarter of an hour. */
const MAX_LOOKS = 20;
/** The first pause between two of them, in milliseconds; each is twice as long. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;

/**
 * Takes over what the catalog says. A catalog that has just started fills up
 * little by little, so as long as it is empty or still changing another look is
 * asked for soon, a limited number of times.
 */
export class OwnershipTask {
  readonly #options: OwnershipTaskOptions;
  #looks = 0;

  constructor(options: OwnershipTaskOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { knex, catalog, auth, isForge, now, logger } = this.#options;
    const snapshot = await readCatalog(catalog, auth, isForge);
    const { changed, repos } = await refreshOwnership(knex, snapshot, now());
    if (changed) {
      logger.info('Took over a change of the catalog', {
        entities: snapshot.residents.length,
        repositories: repos.size,
      });
      this.#options.onChanged();
      if (repos.size > 0) {
        await this.#options.onRepositories();
      }
    }
    if (changed || snapshot.residents.length === 0) {
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#looks);
      this.#looks += 1;
      if (this.#looks < MAX_LOOKS) {
        this.#options.lookAgain(pause);
      }
    }
  }
}
