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

import { ChangePage, ChangeSummary } from 'backstage-plugin-chokepoint-common';
import {
  ChangeFacts,
  changesBehind,
  FigureId,
  Party,
  poolStages,
  Stage,
  Window,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { oneOf } from '../database';
import { Settings } from '../settings';
import { orderOf, sortFrom } from './changeOrder';
import { decodeCursor, encodeCursor } from './cursor';
import { reviewTargetOf } from './judge';
import { factsOf } from './LoadedChanges';
import { inWindow, loadObservations } from './observations';
import { summarise } from './present';
import { ChangesRequest, EntityFilter } from './Reader';
import { factsIn, VisibleScope, visibleScope } from './scope';
import { loadTargets } from './targets/TargetBook';
import { teamsFor } from './teams';
import { windowOf } from './window';

/** The changes behind the figures of an entity, page by page. */
export async function entityChanges(
  knex: Knex,
  request: ChangesRequest,
  settings: Settings,
  now: number,
): Promise<ChangePage> {
  const { sortedBy } = orderOf(knex, request.order, now);
  const cursor =
    request.cursor === undefined
      ? undefined
      : decodeCursor(request.cursor, sortedBy);
  const asOf = cursor?.asOf ?? now;
  const window = windowOf(request, asOf);
  const scope = await visibleScope(knex, request.entityRef, request.visible);
  const behind =
    request.figure &&
    (await keysBehind(knex, scope, request, window, settings, asOf));
  const matching = () => filtered(knex, scope, request, window, behind);
  const [{ n }]: { n: number | string }[] = await matching().count({ n: '*' });
  const order = orderOf(knex, request.order, asOf);
  const rows: { facts: string; sorted_by: number | string }[] = await sortFrom(
    knex,
    matching(),
    order,
    cursor,
  )
    .select('facts', { sorted_by: order.value })
    .limit(request.limit + 1);
  const page = rows.slice(0, request.limit);
  const facts = page.map(row => factsOf(row.facts, asOf));
  const last = page[page.length - 1];
  return {
    items: await summaries(knex, scope, facts, request, asOf),
    total: Number(n),
    ...(rows.length > page.length && {
      nextCursor: encodeCursor({
        asOf,
        value:
          order.sortedBy === 'number' ? Number(last.sorted_by) : last.sorted_by,
        key: facts[facts.length - 1].change,
      }),
    }),
  };
}

function filtered(
  knex: Knex,
  scope: VisibleScope,
  request: ChangesRequest,
  window: Window,
  keys: string[] | undefined,
): Knex.QueryBuilder {
  const query = factsIn(knex, scope, request);
  if (keys) {
    query.where(oneOf(knex, 'facts.change', keys));
  }
  const { state, stage } = request;
  if (!request.figure) {
    switch (state) {
      case 'inFlight':
        query.whereNull('facts.ended_at');
        break;
      case 'inProduction':
        query
          .where('facts.production_at', '>=', window.from)
          .where('facts.production_at', '<', window.to);
        break;
      case 'closed':
        query
          .where('facts.closed_at', '>=', window.from)
          .where('facts.closed_at', '<', window.to);
        break;
      case 'all':
        inWindow(query, window);
        break;
      default:
        state satisfies never;
    }
  }
  return stage === undefined
    ? query
    : inStage(knex, query, stage, state === 'inFlight' && !request.figure);
}

function inStage(
  knex: Knex,
  query: Knex.QueryBuilder,
  stage: Stage,
  now: boolean,
): Knex.QueryBuilder {
  return now
    ? query.where('facts.turn_stage', stage)
    : query.whereExists(
        knex('segments')
          .select(knex.raw('1'))
          .whereRaw('segments.change = facts.change')
          .where('segments.stage', stage),
      );
}

async function keysBehind(
  knex: Knex,
  scope: VisibleScope,
  request: ChangesRequest & { figure?: FigureId },
  window: Window,
  settings: Settings,
  asOf: number,
): Promise<string[] | undefined> {
  if (request.figure === undefined) {
    return undefined;
  }
  const book = await loadTargets(knex, settings);
  const loaded = await loadObservations(knex, scope, request, window, asOf);
  return changesBehind(request.figure, {
    changes: loaded.changes,
    releases: loaded.releases,
    window,
    asOf,
    reviewTarget: reviewTargetOf(book.settingsFor(request.entityRef)),
  });
}

const USUAL_WINDOW = 90 * 86_400_000;

async function summaries(
  knex: Knex,
  scope: VisibleScope,
  facts: readonly ChangeFacts[],
  request: ChangesRequest,
  asOf: number,
): Promise<ChangeSummary[]> {
  const entities = await entitiesOf(
    knex,
    facts.map(f => f.change),
    request.visible,
  );
  const teamOf = await teamsFor(knex, facts.flatMap(partiesOf));
  const usual = facts.some(f => f.current)
    ? await usualTimes(knex, scope, asOf)
    : undefined;
  return facts.map(f => {
    const summary = summarise(f, {
      asOf,
      people: request.people,
      teamOf,
      entities: entities.get(f.change) ?? [],
    });
    const times = usual?.get(summary.current?.stage ?? 'build');
    return summary.current && times
      ? { ...summary, current: { ...summary.current, ...times } }
      : summary;
  });
}

function partiesOf({ author, owner, current }: ChangeFacts): Party[] {
  return [author, owner, ...(current?.holders.map(h => h.party) ?? [])];
}

/** How long the changes of the last 90 days spent in each stage. */
async function usualTimes(
  knex: Knex,
  scope: VisibleScope,
  asOf: number,
): Promise<Map<Stage, { usualP50?: number; usualP85?: number }>> {
  const window = { from: asOf - USUAL_WINDOW, to: asOf };
  const loaded = await loadObservations(knex, scope, {}, window, asOf);
  const stages = poolStages({ ...loaded, window, asOf });
  return new Map(
    stages.map(({ stage, p50, p85 }) => [
      stage,
      {
        ...(p50 !== undefined && { usualP50: p50 }),
        ...(p85 !== undefined && { usualP85: p85 }),
      },
    ]),
  );
}

/** The entities that some changes touch, of those that may be seen. */
export async function entitiesOf(
  knex: Knex,
  changes: readonly string[],
  visible: EntityFilter | undefined,
): Promise<Map<string, string[]>> {
  const rows: { change: string; entity_ref: string }[] = await knex(
    'change_entities',
  )
    .select('change', 'entity_ref')
    .where(oneOf(knex, 'change', changes));
  const refs = [...new Set(rows.map(row => row.entity_ref))];
  const seen = visible ? await visible(refs) : new Set(refs);
  const found = new Map<string, string[]>();
  for (const { change, entity_ref: ref } of rows) {
    if (seen.has(ref)) {
      found.set(change, [...(found.get(change) ?? []), ref].sort());
    }
  }
  return found;
}
