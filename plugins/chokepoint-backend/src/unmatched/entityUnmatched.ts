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

import { EntityUnmatched } from 'backstage-plugin-chokepoint-common';
import { Knex } from 'knex';
import { ReadRequest } from '../figures/Reader';
import { homeOfEntity } from '../ownership/homesTable';
import { concernsOf } from './concerns';
import { countKinds, groupUnmatched } from './groups';
import { scopeOfUnmatched } from './scope';

/**
 * What did not match of an entity and what it rolls up, for a line on its card,
 * and where its changes are looked for.
 */
export async function entityUnmatched(
  knex: Knex,
  entityRef: string,
  { visible, people }: Pick<ReadRequest, 'visible' | 'people'>,
): Promise<EntityUnmatched> {
  const scope = await scopeOfUnmatched(knex, entityRef, visible);
  const concerns = await concernsOf(knex, { visible, scope, unowned: false });
  const groups = await groupUnmatched(knex, concerns, {
    people,
    openOnly: true,
  });
  const home = await homeOfEntity(knex, entityRef);
  return {
    kinds: countKinds(groups),
    ...(home && {
      home: {
        repos: [...home.repos],
        ...(home.path !== '' && { path: home.path }),
        ...(home.annotation !== undefined && { annotation: home.annotation }),
      },
    }),
  };
}
