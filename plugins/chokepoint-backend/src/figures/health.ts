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

import { InputError } from '@backstage/errors';
import {
  RejectionPage,
  SourceHealth,
} from 'backstage-plugin-chokepoint-common';
import { UNASSIGNED } from 'chokepoint-flow';
import { Knex } from 'knex';
import { deadLetters } from '../ingest/deadLetters';
import {
  isSyncRequested,
  SourceState,
  sourceStates,
} from '../ingest/sourceState';
import { countPending } from '../log/marks';
import { RejectionsRequest } from './Reader';
import { iso } from './window';

type Item = SourceHealth['items'][number];

/**
 * The health of each source, and the shares of all changes that could be tied
 * to a decision, an owner, a deployment and an entity.
 *
 * @param modules - ids of the sources that sync themselves
 */
export async function sourceHealth(
  knex: Knex,
  modules: readonly string[],
  now: number,
): Promise<SourceHealth> {
  const states = await sourceStates(knex);
  const known = new Set(states.map(state => state.source));
  const silent = modules
    .filter(id => !known.has(id))
    .map(source => ({ source, events: 0, rejections: 0, failures: 0 }));
  return {
    items: [...states, ...silent]
      .map(state => presentSource(state, modules))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    coverage: await coverage(knex),
    pending: await countPending(knex, now),
  };
}

/** Sources that sync themselves and have not once come to an end. */
export async function firstSyncs(
  knex: Knex,
  modules: readonly string[],
): Promise<string[]> {
  const done = new Set(
    (await sourceStates(knex))
      .filter(state => state.lastSuccessAt !== undefined)
      .map(state => state.source),
  );
  return modules.filter(id => !done.has(id));
}

function presentSource(state: SourceState, modules: readonly string[]): Item {
  const module = modules.includes(state.source);
  const { rateLimit, ...progress } = state.progress ?? {};
  return {
    id: state.source,
    kind: module ? 'module' : 'push',
    state: module ? stateOf(state) : 'idle',
    events: state.events,
    rejections: state.rejections,
    ...dates(state),
    ...(module && isSyncRequested(state) && { syncRequested: true }),
    ...(state.lastError !== undefined && { lastError: state.lastError }),
    ...(isProgress(progress) && { progress }),
    ...(rateLimit && { rateLimit }),
  };
}

function isProgress(progress: {
  done?: number;
}): progress is NonNullable<Item['progress']> {
  return progress.done !== undefined;
}

function dates(state: SourceState) {
  const { lastEventAt, lastSuccessAt, lastAttemptAt } = state;
  return {
    ...(lastEventAt !== undefined && { lastEventAt: iso(lastEventAt) }),
    ...(lastSuccessAt !== undefined && { lastSuccessAt: iso(lastSuccessAt) }),
    ...(lastAttemptAt !== undefined && { lastAttemptAt: iso(lastAttemptAt) }),
  };
}

function stateOf(state: SourceState): Item['state'] {
  if (state.runningSince !== undefined) {
    return 'syncing';
  }
  if (state.failures > 0) {
    return 'failing';
  }
  return state.lastAttemptAt === undefined ? 'neverRun' : 'idle';
}

interface CoverageRow {
  changes: number | string;
  decided: number | string;
  owned: number | string;
  merged: number | string;
  observed: number | string;
}

async function coverage(knex: Knex): Promise<SourceHealth['coverage']> {
  const row: CoverageRow | undefined = await knex('facts').first({
    changes: knex.raw('count(*)'),
    decided: knex.raw('count(decided_at)'),
    owned: knex.raw('sum(case when owner <> ? then 1 else 0 end)', [
      UNASSIGNED,
    ]),
    merged: knex.raw('count(merged_at)'),
    observed: knex.raw(
      'sum(case when merged_at is not null and production_observed then 1 else 0 end)',
    ),
  });
  const [{ n }]: { n: number | string }[] = await knex(
    'change_entities',
  ).countDistinct({ n: 'change' });
  const changes = Number(row?.changes ?? 0);
  const merged = Number(row?.merged ?? 0);
  return {
    changes,
    ...(changes > 0 && {
      decision: Number(row?.decided) / changes,
      owner: Number(row?.owned) / changes,
      entity: Number(n) / changes,
    }),
    ...(merged > 0 && { deployment: Number(row?.observed) / merged }),
  };
}

/** Refused items, newest first, page by page. */
export async function rejections(
  knex: Knex,
  request: RejectionsRequest,
): Promise<RejectionPage> {
  const before =
    request.cursor === undefined ? undefined : Number(request.cursor);
  if (before !== undefined && !Number.isSafeInteger(before)) {
    throw new InputError('cursor: not one that this list gave out');
  }
  const letters = await deadLetters(knex, {
    source: request.source,
    before,
    limit: request.limit + 1,
  });
  const page = letters.slice(0, request.limit);
  const last = page[page.length - 1];
  return {
    items: page.map(({ kind, receivedAt, source, id, reason, item }) => ({
      kind,
      receivedAt: iso(receivedAt),
      ...(source !== undefined && { source }),
      ...(id !== undefined && { id }),
      reason,
      ...(item !== undefined && request.people === 'byName' && { item }),
    })),
    ...(letters.length > page.length && { nextCursor: String(last.seq) }),
  };
}
