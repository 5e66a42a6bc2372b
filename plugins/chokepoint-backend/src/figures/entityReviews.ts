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

import { EntityReviews } from 'backstage-plugin-chokepoint-common';
import {
  elapsed,
  FigureId,
  Instant,
  isIn,
  Observations,
  quantile,
  whyLeftOut,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { DateTime } from 'luxon';
import { Settings } from '../settings';
import { evidenceOf } from './evidence';
import { inTime, judgeFigure, reviewTargetOf } from './judge';
import { loadObservations } from './observations';
import { ReviewsRequest } from './Reader';
import { visibleScope } from './scope';
import { loadTargets } from './targets/TargetBook';
import { measuredBy } from './time/Timekeeper';
import { windowOf, zoneOf } from './window';

/** How reviews of an entity go, and when they are asked for. */
export async function entityReviews(
  knex: Knex,
  request: ReviewsRequest,
  configured: Settings,
  now: number,
): Promise<EntityReviews> {
  const { entityRef, visible } = request;
  const zone = zoneOf(request);
  const window = windowOf(request, now);
  const own = (await loadTargets(knex, configured)).settingsFor(entityRef);
  const settings = inTime(own, request.time);
  const scope = await visibleScope(knex, entityRef, visible);
  const loaded = await loadObservations(knex, scope, request, window, now);
  const measured = await measuredBy(
    knex,
    request,
    settings,
    loaded.changes,
    now,
  );
  const observations: Observations = {
    ...loaded,
    ...measured,
    window,
    asOf: now,
    reviewTarget: reviewTargetOf(own),
  };
  const judged = (id: FigureId) =>
    judgeFigure(id, {
      observations,
      settings,
      evidenceOf: of => evidenceOf(entityRef, request, window, of),
    });
  const reviewLatency = judged('reviewLatency');
  return {
    time: request.time,
    timeToFirstReview: judged('timeToFirstReview'),
    timeToApproval: judged('timeToApproval'),
    reviewRounds: judged('reviewRounds'),
    reviewLatency,
    reviewSlo: judged('reviewSlo'),
    byHour: byHour(
      observations,
      zone,
      reviewLatency.withheld ? Infinity : settings.privacy.minimumChanges,
    ),
  };
}

/** @param minimum - fewer visits than this, and their median is not told */
function byHour(
  { changes, window, elapsed: count = elapsed }: Observations,
  zone: string,
  minimum: number,
): EntityReviews['byHour'] {
  const hourOf = weekHours(zone);
  const waits = new Map<string, number[]>();
  for (const change of changes.filter(facts => !whyLeftOut(facts))) {
    for (const { start, end, answered } of change.reviewVisits) {
      if (answered && isIn(window, end)) {
        const key = hourOf(start);
        const lengths = waits.get(key) ?? [];
        lengths.push(count(change, start, end));
        waits.set(key, lengths);
      }
    }
  }
  return [...waits]
    .map(([key, lengths]) => {
      const [weekday, hour] = key.split(' ').map(Number);
      const sorted = lengths.sort((a, b) => a - b);
      return {
        weekday,
        hour,
        n: sorted.length,
        ...(sorted.length >= minimum && { p50: quantile(sorted, 0.5) }),
      };
    })
    .sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
}

const QUARTER = 900_000;

/**
 * Tells weekday and hour of instants in a zone. Clocks are set by quarters of
 * an hour, and a quarter is asked for once: zones are slow to tell.
 */
function weekHours(zone: string): (at: Instant) => string {
  const known = new Map<number, string>();
  return at => {
    const quarter = Math.floor(at / QUARTER);
    const before = known.get(quarter);
    if (before !== undefined) {
      return before;
    }
    const { weekday, hour } = DateTime.fromMillis(quarter * QUARTER, { zone });
    const key = `${weekday} ${hour}`;
    known.set(quarter, key);
    return key;
  };
}
