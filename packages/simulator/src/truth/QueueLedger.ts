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

import type { Duration, Instant, Party } from 'chokepoint-flow';
import { Company } from '../company/Company';
import { Directory, directoryOf } from '../company/directoryOf';
import { ChangeTruth, QueueTime, Summary } from './ChangeTruth';
import { wholeParts } from './wholeParts';

/** From an instant up to another. */
interface Stretch {
  from: Instant;
  to: Instant;
}

/** Adds up whom the company waits for. */
export class QueueLedger {
  private readonly directory: Directory;
  private readonly byTeam: QueueTime = {};
  private readonly byService: Record<string, Duration> = {};

  /** @param window - what lies outside of it is not counted */
  constructor(
    company: Company,
    private readonly window: Stretch = { from: -Infinity, to: Infinity },
  ) {
    this.directory = directoryOf(company);
  }

  add({ owner, services, segments }: ChangeTruth): void {
    for (const { mode, start, end, holders } of segments) {
      const length = this.lengthWithin(start, end);
      if (mode === 'waiting' && length > 0) {
        add(this.byService, services[0], length);
        for (const [party, part] of wholeParts(length, holders)) {
          add(this.byTeam, this.teamOf(party, owner), part);
        }
      }
    }
  }

  totals(): Pick<Summary, 'queueTime' | 'queueTimeByService'> {
    return { queueTime: this.byTeam, queueTimeByService: this.byService };
  }

  private lengthWithin(start: Instant, end: Instant): Duration {
    return Math.min(end, this.window.to) - Math.max(start, this.window.from);
  }

  /** The team that pays for what a party has. */
  private teamOf(party: Party, owner: Party): Party {
    if (party.startsWith('gate:')) {
      return owner;
    }
    if (party.startsWith('external:')) {
      return 'external';
    }
    const groups = this.directory.groupsOf(party);
    return groups.includes(owner) ? owner : [...groups].sort()[0] ?? party;
  }
}

function add(sums: Record<string, number>, key: string, amount: number): void {
  sums[key] = (sums[key] ?? 0) + amount;
}
