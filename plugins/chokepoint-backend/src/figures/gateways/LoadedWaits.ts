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

import {
  ChangeFacts,
  EXTERNAL,
  Instant,
  isExternal,
  Party,
  Queue,
  QueuedChange,
  QueuedSegment,
  QueueHolder,
  Stage,
  whyLeftOut,
  Window,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn, inChunks, oneOf } from '../../database';
import { breath } from '../breath';
import { entitiesOf } from '../entityChanges';
import { seenParty, TeamOf } from '../people';
import { EntityFilter, PeopleView } from '../Reader';
import { teamsFor } from '../teams';

/** Changes whose waits are read at once. */
const BATCH = 1_000;

/** How people and entities are told to whoever asks. */
export interface View {
  people: PeopleView;
  visible?: EntityFilter;
}

interface WaitRow {
  change: string;
  position: number;
  party: string;
  team: string;
  stage: Stage;
  started_at: BigIntColumn;
  ended_at: BigIntColumn | null;
  share: number;
}

/** A change that waits or waited, and its waiting stretches in their order. */
interface Waiting {
  change: QueuedChange;
  segments: QueuedSegment[];
}

/**
 * The waits that one request has read, as of one instant and as far as somebody
 * may see them. Each change is looked up once, in however many queues it is.
 */
export class LoadedWaits {
  readonly #knex: Knex;
  readonly #view: View;
  readonly #asOf: Instant;
  readonly #known = new Map<string, Waiting>();
  /** The same few names in every row are kept once. */
  readonly #names = new Map<string, string>();

  /** @param asOf - now; what still waits has waited until then */
  constructor(knex: Knex, view: View, asOf: Instant) {
    this.#knex = knex;
    this.#view = view;
    this.#asOf = asOf;
  }

  /** The queue that some changes make, without those that are left out. */
  async queueOf(all: readonly ChangeFacts[], window: Window): Promise<Queue> {
    const changes = all.filter(facts => !whyLeftOut(facts));
    const unknown = changes.filter(({ change }) => !this.#known.has(change));
    for (const chunk of inChunks(unknown, BATCH)) {
      await this.#read(chunk);
      await breath();
    }
    const keys = changes.map(({ change }) => change);
    const waiting = keys.flatMap(key => this.#known.get(key) ?? []);
    return {
      changes: new Map(waiting.map(({ change }) => [change.change, change])),
      segments: keys
        .sort()
        .flatMap(key => this.#known.get(key)?.segments ?? []),
      window,
      asOf: this.#asOf,
    };
  }

  async #read(changes: readonly ChangeFacts[]): Promise<void> {
    const keys = changes.map(facts => facts.change);
    const entities = await entitiesOf(this.#knex, keys, this.#view.visible);
    const teamOf = await teamsFor(
      this.#knex,
      changes.flatMap(({ approvers, owner }) => [...approvers, owner]),
    );
    for (const facts of changes) {
      const of = entities.get(facts.change) ?? [];
      this.#known.set(facts.change, {
        change: queuedChange(facts, of, this.#view, teamOf),
        segments: [],
      });
    }
    this.#take(await this.#rows(keys));
  }

  #rows(changes: readonly string[]): Promise<WaitRow[]> {
    return this.#knex('waits')
      .select(
        'change',
        'position',
        'party',
        'team',
        'stage',
        'started_at',
        'ended_at',
        'share',
      )
      .where(oneOf(this.#knex, 'change', changes))
      .where('started_at', '<=', this.#asOf)
      .orderBy([
        { column: 'change' },
        { column: 'position' },
        { column: 'party' },
      ]);
  }

  #take(rows: readonly WaitRow[]): void {
    let holders: QueueHolder[] = [];
    let before: WaitRow | undefined;
    for (const row of rows) {
      if (before?.change !== row.change || before.position !== row.position) {
        holders = [];
        const waiting = this.#known.get(row.change);
        waiting?.segments.push({
          change: waiting.change.change,
          stage: row.stage,
          start: Number(row.started_at),
          end: row.ended_at === null ? this.#asOf : Number(row.ended_at),
          open: row.ended_at === null,
          holders,
        });
      }
      holders.push(this.#holderOf(row));
      before = row;
    }
  }

  #holderOf({ party, team: of, share }: WaitRow): QueueHolder {
    const team = this.#name(asTeam(of));
    if (isExternal(party)) {
      return { party: EXTERNAL, team, share };
    }
    const named = this.#view.people === 'byName' || !party.startsWith('user:');
    return { party: named ? this.#name(party) : team, team, share };
  }

  #name(name: string): string {
    const before = this.#names.get(name);
    if (before === undefined) {
      this.#names.set(name, name);
    }
    return before ?? name;
  }
}

function queuedChange(
  facts: ChangeFacts,
  entities: string[],
  { people }: View,
  teamOf: TeamOf,
): QueuedChange {
  const { owner, milestones } = facts;
  return {
    change: facts.change,
    title: facts.title,
    owner: seenParty(owner, owner, people, teamOf),
    entities,
    workType: facts.workType,
    authorKind: facts.authorKind,
    decisionToProduction: facts.decisionToProduction,
    productionAt: milestones.productionAt,
    approvers: facts.approvers.map(party => ({
      party,
      team: asTeam(teamOf(party, owner)),
    })),
  };
}

/** A person without a team is nobody's whom the catalog knows. */
function asTeam(team: Party): Party {
  return team.startsWith('user:') ? EXTERNAL : team;
}
