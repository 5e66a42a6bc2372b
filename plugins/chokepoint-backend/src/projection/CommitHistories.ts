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
  Commit,
  CommitHistory,
  commitHistory,
  repositoryRecordOf,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { BigIntColumn } from '../database';
import { eventsOf } from '../log/EventLog';

/** Commits of all repositories that are kept at once. */
const CAPACITY = 400_000;

interface Kept {
  /** Which events it was made of. */
  version: string;
  history: CommitHistory;
}

/**
 * The histories of repositories, kept in memory as long as no commits are
 * added: they are large, and asked for whenever anything of their repository
 * happens. A cache, which may always be dropped.
 */
export class CommitHistories {
  readonly #kept = new Map<string, Kept>();

  /** The history of a repository as it is known now. */
  async of(knex: Knex, repo: string): Promise<CommitHistory> {
    const version = await versionOf(knex, repo);
    let kept = this.#kept.get(repo);
    if (kept?.version !== version) {
      kept = { version, history: commitHistory(await commitsOf(knex, repo)) };
    }
    // The one asked for last is the last to go.
    this.#kept.delete(repo);
    this.#kept.set(repo, kept);
    this.#makeRoom();
    return kept.history;
  }

  #makeRoom(): void {
    let size = 0;
    for (const [repo, { history }] of [...this.#kept].reverse()) {
      size += history.size;
      if (size > CAPACITY && size > history.size) {
        this.#kept.delete(repo);
      }
    }
  }
}

async function versionOf(knex: Knex, repo: string): Promise<string> {
  const [{ n, last }] = await knex('events')
    .where({ subject: repo })
    .whereNull('aside')
    .whereIn('type', ['repository.commits', 'fact.retracted'])
    .select<{ n: BigIntColumn; last: BigIntColumn | null }[]>(
      knex.raw('count(*) as n'),
      knex.raw('max(seq) as last'),
    );
  return `${n} ${last}`;
}

async function commitsOf(knex: Knex, repo: string): Promise<Commit[]> {
  const events = (await eventsOf(knex, [repo])).get(repo) ?? [];
  return repositoryRecordOf(
    events.map(({ event }) => event),
    repo,
  ).commits;
}
