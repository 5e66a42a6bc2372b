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

import { createHash } from 'node:crypto';
import { EntityFigures } from 'backstage-plugin-chokepoint-common';
import {
  ChangeFacts,
  elapsed,
  Observations,
  onTheWayAt,
  poolStages,
  Window,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { countPending } from '../log/marks';
import { Settings } from '../settings';
import { evidenceOf } from './evidence';
import { inTime, judgeFigures, reviewTargetOf } from './judge';
import { LoadedChanges } from './LoadedChanges';
import { inWindow, isInWindow, Loaded, loadObservations } from './observations';
import { entityUnmatched } from '../unmatched/entityUnmatched';
import { seenHolders } from './people';
import { FiguresRequest, TaggedFigures } from './Reader';
import { ChangeFilter, factsIn, VisibleScope, visibleScope } from './scope';
import { loadTargets } from './targets/TargetBook';
import { teamsFor } from './teams';
import { measuredBy } from './time/Timekeeper';
import { waitingOn, waitingOnBy } from './waitingOn';
import { iso, windowBefore, windowOf, zoneOf } from './window';

const MINUTE = 60_000;

/** The KPIs of an entity or of everything below it. */
export async function entityFigures(
  knex: Knex,
  request: FiguresRequest,
  configured: Settings,
  syncing: string[],
  now: number,
): Promise<TaggedFigures> {
  const window = windowOf(request, now);
  const zone = zoneOf(request);
  const book = await loadTargets(knex, configured);
  const own = book.settingsFor(request.entityRef);
  const settings = inTime(own, request.time);
  const compare = request.compare === 'previous';
  const scope = await visibleScope(knex, request.entityRef, request.visible);
  const whole = compare
    ? { from: windowBefore(window).from, to: window.to }
    : window;
  const loaded = await loadObservations(knex, scope, request, whole, now);
  const measured = await measuredBy(
    knex,
    request,
    settings,
    loaded.changes,
    now,
  );
  const observe = (part: Window): Observations => ({
    changes: loaded.changes,
    ...measured,
    releases: loaded.releases,
    window: part,
    asOf: now,
    zone,
    reviewTarget: reviewTargetOf(own),
  });
  const observed = observe(window);
  const pending = await countPending(knex, now);
  const unmatched = await entityUnmatched(knex, request.entityRef, request);
  const figures: EntityFigures = {
    entityRef: request.entityRef,
    from: iso(window.from),
    to: iso(window.to),
    asOf: iso(now),
    time: request.time,
    figures: await judgeFigures({
      observations: observed,
      ...(compare && { before: observe(windowBefore(window)) }),
      settings,
      evidenceOf: id => evidenceOf(request.entityRef, request, window, id),
    }),
    stages: poolStages(observed),
    waitingOn: measured
      ? waitingOnBy(measured, window)
      : await waitingOn(knex, loaded.changes, window),
    inFlight: await inFlight(knex, scope, request, now),
    unmatched,
    workTypes: await workTypesIn(knex, scope, request, window, loaded),
    ...freshness(loaded),
    partial: { pending, syncing },
    simulated: loaded.simulated,
  };
  return {
    figures,
    tag: tagOf(
      request,
      scope,
      loaded,
      [pending, syncing, own.targets, request.time, unmatched],
      now,
    ),
  };
}

function freshness({ freshAt }: Loaded): Pick<EntityFigures, 'freshness'> {
  return freshAt === undefined ? {} : { freshness: iso(freshAt) };
}

/** What is on its way now, whatever the window. */
async function inFlight(
  knex: Knex,
  scope: VisibleScope,
  request: FiguresRequest,
  now: number,
): Promise<EntityFigures['inFlight']> {
  const open = await new LoadedChanges(knex, now).of(
    factsIn(knex, scope, request)
      .whereNull('ended_at')
      .where('started_at', '<=', now),
  );
  const flying = onTheWayAt(
    open.map(({ facts }) => facts),
    now,
  );
  const n = flying.length;
  if (n === 0) {
    return { n };
  }
  const [oldest] = flying;
  return {
    n,
    oldestAge: elapsed(oldest, oldest.start, now),
    oldestChange: oldest.change,
    ...(await oldestWaitingOn(knex, oldest, request)),
  };
}

async function oldestWaitingOn(
  knex: Knex,
  { current, owner }: ChangeFacts,
  { people }: FiguresRequest,
): Promise<Pick<EntityFigures['inFlight'], 'oldestWaitingOn'>> {
  if (current?.mode !== 'waiting') {
    return {};
  }
  const teamOf = await teamsFor(
    knex,
    current.holders.map(holder => holder.party),
  );
  const holders = seenHolders(current.holders, owner, people, teamOf);
  return { oldestWaitingOn: holders.map(holder => holder.party) };
}

/** Types of work seen in a window, whichever is asked for. */
async function workTypesIn(
  knex: Knex,
  scope: VisibleScope,
  { workType, size, authorKind }: ChangeFilter,
  window: Window,
  { changes }: Loaded,
): Promise<string[]> {
  if (workType === undefined) {
    const seen = changes.filter(change => isInWindow(change, window));
    return [...new Set(seen.map(change => change.workType))].sort();
  }
  const rows: { work_type: string }[] = await inWindow(
    factsIn(knex, scope, { size, authorKind }),
    window,
  ).distinct('work_type');
  return rows.map(row => row.work_type).sort();
}

/**
 * A tag that differs when any figure may. Ages grow with the clock, so it holds
 * for a minute at most.
 */
function tagOf(
  request: FiguresRequest,
  scope: VisibleScope,
  loaded: Loaded,
  rest: unknown,
  now: number,
): string {
  const { entityRef, from, to, compare, people } = request;
  const { workType, size, authorKind } = request;
  const parts = JSON.stringify([
    [
      entityRef,
      from,
      to,
      workType,
      size,
      authorKind,
      compare,
      people,
      request.zone,
    ],
    scope,
    loaded.version,
    loaded.releases,
    rest,
    Math.floor(now / MINUTE),
  ]);
  return createHash('sha256').update(parts).digest('base64url').slice(0, 22);
}
