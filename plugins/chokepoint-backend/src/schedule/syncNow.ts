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

import { InputError, NotFoundError } from '@backstage/errors';
import { SyncAnswer } from 'backstage-plugin-chokepoint-common';
import { sourceState } from '../ingest/sourceState';
import { requestSync, TaskOptions } from './scheduleTasks';

/** What asking a source for a sync needs. */
export type SyncNowOptions = Pick<
  TaskOptions,
  'knex' | 'scheduler' | 'now' | 'sources'
>;

/**
 * Asks a source to sync now, on whichever replica is free.
 *
 * @throws InputError - where the source sends its events itself
 * @throws NotFoundError - where nothing is known of the source
 */
export async function syncNow(
  options: SyncNowOptions,
  id: string,
): Promise<SyncAnswer> {
  if (!options.sources.some(source => source.id === id)) {
    if (await sourceState(options.knex, id)) {
      throw new InputError(
        `${id} sends its events itself: it cannot be asked for them`,
      );
    }
    throw new NotFoundError(`No source ${id}`);
  }
  return { id, state: await requestSync(options, id) };
}
