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

import { parseEntityRef } from '@backstage/catalog-model';
import { Scorecard, ScorecardRow } from 'backstage-plugin-chokepoint-common';
import {
  chargeQueue,
  FigureId,
  totalQueue,
  weeklyFigure,
  Window,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { descendants, Parent } from '../../ownership/Directory';
import { parentsOf } from '../../ownership/directoryTables';
import { currentTenures, Tenure } from '../../ownership/ownershipTable';
import { Settings } from '../../settings';
import { evidenceOf } from '../evidence';
import { examine, Examined } from '../findings/diagnoseScope';
import { GroupSizes, loadGroupSizes } from '../gateways/GroupSizes';
import { Known, loadQueue, nothingKnown } from '../gateways/loadQueue';
import { asOfPage, pageOf } from '../page';
import { ScorecardRequest } from '../Reader';
import { ORGANISATION, requestedScope, visibleScope } from '../scope';
import { loadTargets, TargetBook } from '../targets/TargetBook';
import { titleIn } from '../titles';
import { iso, windowOf } from '../window';
import { rowsIn } from './rows';

/** The columns: the six figures in front, and how much gets done. */
export const COLUMNS: readonly FigureId[] = [
  'decisionToProduction',
  'queueTimeRatio',
  'handoffs',
  'reworkRate',
  'changeFailureRate',
  'reviewLatency',
  'throughput',
];

/** What all rows of a page need. */
interface Board {
  request: ScorecardRequest;
  window: Window;
  asOf: number;
  known: Known;
  book: TargetBook;
  sizes: GroupSizes;
  parents: readonly Parent[];
  tenures: ReadonlyMap<string, Tenure>;
  /** Waiting in the organisation by team; there where rows are teams. */
  behindTeams: ReadonlyMap<string, number>;
}

/** Many teams or entities by the figures in front, by title. */
export async function scorecardIn(
  knex: Knex,
  request: ScorecardRequest,
  settings: Settings,
  now: number,
): Promise<Scorecard> {
  const asOf = asOfPage(request, now);
  const window = windowOf(request, asOf);
  const refs = await rowsIn(knex, request, request.rows);
  const titles = await request.titles?.(refs);
  const titled = refs
    .map(ref => ({ ref, title: titleIn(titles, ref) }))
    .sort((a, b) => compare(a.title, b.title) || compare(a.ref, b.ref));
  const page = pageOf(titled, row => row.ref, request, asOf);
  const tenures = await currentTenures(knex);
  const known = nothingKnown(knex, request, asOf);
  const board: Board = {
    request,
    window,
    asOf,
    known,
    book: await loadTargets(knex, settings),
    sizes: await loadGroupSizes(knex),
    parents: await parentsOf(knex),
    tenures: new Map(tenures.map(tenure => [tenure.entityRef, tenure])),
    behindTeams: page.items.some(({ ref }) => ref.startsWith('group:'))
      ? await waitingByTeam(knex, request, window, asOf, known)
      : new Map(),
  };
  const items: ScorecardRow[] = [];
  for (const { ref, title } of page.items) {
    items.push(await rowOf(knex, board, ref, title));
  }
  return {
    from: iso(window.from),
    to: iso(window.to),
    asOf: iso(asOf),
    scope: request.scope,
    items,
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
  };
}

async function waitingByTeam(
  knex: Knex,
  request: ScorecardRequest,
  window: Window,
  asOf: number,
  known: Known,
): Promise<Map<string, number>> {
  const everything = await requestedScope(knex, ORGANISATION, request.visible);
  const queue = await loadQueue(
    knex,
    everything,
    request,
    window,
    asOf,
    undefined,
    known,
  );
  const sums = new Map<string, number>();
  for (const { team, length } of chargeQueue(queue)) {
    sums.set(team, (sums.get(team) ?? 0) + length);
  }
  return sums;
}

async function rowOf(
  knex: Knex,
  board: Board,
  entityRef: string,
  title: string,
): Promise<ScorecardRow> {
  const { request, window, asOf, known, book, sizes } = board;
  const scope = await visibleScope(knex, entityRef, request.visible);
  const examined = await examine(knex, scope, request, {
    settings: book.settingsFor(entityRef),
    sizes,
    window,
    asOf,
    known,
    evidenceOf: id => evidenceOf(entityRef, request, window, id),
  });
  return {
    entityRef,
    title,
    kind: parseEntityRef(entityRef).kind,
    ...placeOf(entityRef, board),
    changes: examined.observations.changes.length,
    figures: Object.fromEntries(
      COLUMNS.map(id => [id, figureOf(id, examined)]),
    ),
    queueMs: queueBehind(entityRef, examined, board),
    trend: trendOf(examined),
    findings: examined.findings.length,
  };
}

function figureOf(
  id: FigureId,
  { figures }: Examined,
): ScorecardRow['figures'][string] {
  const { value, n, unit, status, withheld } = figures[id];
  return {
    ...(value !== undefined && { value }),
    n,
    unit,
    ...(status && { status }),
    ...(withheld && { withheld }),
  };
}

/** The owner of an entity, and the domain it is in. */
function placeOf(
  ref: string,
  { tenures, parents }: Board,
): Pick<ScorecardRow, 'owner' | 'domain'> {
  const { owner, system } = tenures.get(ref) ?? {};
  const within = ref.startsWith('system:') ? ref : system;
  const domain = parents.find(({ child }) => child === within)?.parent;
  return {
    ...(owner !== undefined && { owner }),
    ...(domain?.startsWith('domain:') && { domain }),
  };
}

/**
 * Waiting behind a row, by section 3 of the KPIs: of a team what waits on it
 * and on the teams below it; of a service what changes to it wait on its owner
 * and its gates.
 */
function queueBehind(
  ref: string,
  { queue }: Examined,
  { behindTeams, parents }: Board,
): number {
  if (ref.startsWith('group:')) {
    return [...descendants(ref, parents)].reduce(
      (sum, team) => sum + (behindTeams.get(team) ?? 0),
      0,
    );
  }
  return totalQueue(
    chargeQueue(queue).filter(({ team, change }) => team === change.owner),
  );
}

/** Week by week, where the figure itself is told. */
function trendOf({ observations, figures }: Examined): ScorecardRow['trend'] {
  const id =
    figures.decisionToProduction.n > 0 ? 'decisionToProduction' : 'leadTime';
  const isTold = !figures[id].withheld;
  return weeklyFigure(id, observations).map(({ week, value, n }) => ({
    week: iso(week),
    ...(isTold && value !== undefined && { value }),
    n,
  }));
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
