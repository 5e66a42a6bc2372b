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

import { Party } from 'chokepoint-flow';
import { Knex } from 'knex';
import { Directory } from '../ownership/Directory';
import { membershipsOf } from '../ownership/directoryTables';
import { TeamOf } from './people';

/** Tells the teams that some parties act for. */
export async function teamsFor(
  knex: Knex,
  parties: Iterable<Party>,
): Promise<TeamOf> {
  const people = [...new Set(parties)].filter(p => p.startsWith('user:'));
  const memberships = await membershipsOf(knex, people);
  const directory = new Directory({ identities: [], memberships, parents: [] });
  return (party, owner) => directory.teamOf(party, owner);
}
