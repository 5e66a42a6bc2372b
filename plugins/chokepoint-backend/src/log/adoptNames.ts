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

import { Aliases, FlowEvent } from 'chokepoint-flow';
import { Knex } from 'knex';
import { followNames } from './followNames';
import { holdNames, namesIn, replaceAliases } from './identityLog';
import { settleSpelling } from './settleSubjects';

/** Raise it when names become other keys than before. */
const KEYS_VERSION = '1';

/**
 * Takes over the aliases of the configuration, so that all replicas go by them,
 * and brings names that an earlier version stored to their keys.
 *
 * @returns what turns out to contradict events that stand
 */
export async function adoptNames(
  knex: Knex,
  aliases: Aliases,
): Promise<FlowEvent[]> {
  return knex.transaction(async trx => {
    await holdNames(trx, 'alone');
    const before = await namesIn(trx);
    await replaceAliases(trx, aliases);
    const { identities, contradictions } = await followNames(trx, before);
    const state: { value: string } | undefined = await trx('projection_state')
      .where({ key: 'keys' })
      .first();
    if (state?.value === KEYS_VERSION) {
      return contradictions;
    }
    await trx('projection_state')
      .insert({ key: 'keys', value: KEYS_VERSION })
      .onConflict('key')
      .merge();
    return [...contradictions, ...(await settleSpelling(trx, identities))];
  });
}
