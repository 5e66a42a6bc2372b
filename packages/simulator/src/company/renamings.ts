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

import type { Instant } from 'chokepoint-flow';
import { Company } from './Company';

/** Something that goes on under another name from an instant on. */
export interface Renaming {
  type: 'repository.renamed' | 'actor.renamed' | 'team.renamed';
  /** The name until then. */
  from: string;
  /** The name by which the company and its catalog know it. */
  to: string;
  at: Instant;
}

const REPOSITORY = 'slot-booking';
const FORMER_REPOSITORY = 'time-slots';
const TEAM = 'discovery';
const FORMER_TEAM = 'search';

/** A repository, a team and a developer are called otherwise in the first part of it. */
export function renamingsOf(
  company: Company,
  from: Instant,
  to: Instant,
): Renaming[] {
  const part = (share: number) => Math.round(from + share * (to - from));
  const found: Renaming[] = [];
  const site = company.repositories.find(({ name }) => name === REPOSITORY);
  if (site) {
    found.push({
      type: 'repository.renamed',
      from: site.key.replace(REPOSITORY, FORMER_REPOSITORY),
      to: site.key,
      at: part(0.35),
    });
  }
  const team = company.teams.find(({ name }) => name === TEAM);
  if (team) {
    found.push({
      type: 'team.renamed',
      from: team.forgeId.replace(TEAM, FORMER_TEAM),
      to: team.forgeId,
      at: part(0.5),
    });
    const developer = team.members.find(({ role }) => role === 'developer');
    if (developer) {
      found.push({
        type: 'actor.renamed',
        from: `${developer.forgeId}-bw`,
        to: developer.forgeId,
        at: part(0.6),
      });
    }
  }
  return found;
}
