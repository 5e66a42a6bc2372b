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
import { setTimeout as wait } from 'node:timers/promises';
import { readCatalog } from '../ownership/readCatalog';
import { refreshOwnership } from '../ownership/refreshOwnership';

/** What refreshing ownership needs. */
export interface OwnershipTaskOptions {
  knex: Knex;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** The current instant, in milliseconds since the epoch. */
  now(): number;
  /** Called when entities of some repositories changed. */
  onRepositories(repos: ReadonlySet<string>): Promise<void>;
  /** Called when changes have been marked. */
  onChanged(): void;
}

/** Between two looks at a catalog that is still filling up, in ms. */
const PAUSE = 10_000;
/** Looks at a catalog that is still filling up. */
const MAX_LOOKS = 12;

/**
 * Takes over what the catalog says. A catalog that has just started fills up
 * little by little, so it is looked at again until nothing changes any more.
 */
export async function refreshFromCatalog(
  options: OwnershipTaskOptions,
  signal: AbortSignal,
  pause = PAUSE,
): Promise<void> {
  const { knex, catalog, auth, now } = options;
  for (let look = 0; look < MAX_LOOKS && !signal.aborted; look++) {
    const snapshot = await readCatalog(catalog, auth);
    const { changed, repos } = await refreshOwnership(knex, snapshot, now());
    if (changed) {
      options.onChanged();
      await options.onRepositories(repos);
    } else if (snapshot.residents.length > 0) {
      return;
    }
    await wait(pause, undefined, { signal }).catch(() => {
      // Told to stop; the condition of the loop sees it.
    });
  }
}
