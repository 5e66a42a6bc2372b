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

import { EntityDurations } from 'backstage-plugin-chokepoint-common';
import {
  ChangeFacts,
  elapsed,
  isIn,
  Observations,
  onTheWayAt,
  openCounted,
  whyLeftOut,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { Settings } from '../settings';
import { judgeFigure } from './judge';
import { loadObservations } from './observations';
import { DurationsRequest } from './Reader';
import { visibleScope } from './scope';
import { measuredBy } from './time/Timekeeper';
import { windowOf } from './window';

type Measure = DurationsRequest['measure'];

/** How long each change of an entity took, and how long the open ones so far. */
export async function entityDurations(
  knex: Knex,
  request: DurationsRequest,
  settings: Settings,
  now: number,
): Promise<EntityDurations> {
  const { measure, limit } = request;
  const window = windowOf(request, now);
  const scope = await visibleScope(knex, request.entityRef, request.visible);
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
  };
  const figure = judgeFigure(measure, {
    observations,
    settings,
    evidenceOf: () => '',
  });
  const points = pointsOf(observations, measure);
  return {
    measure,
    time: request.time,
    ...(figure.p50 !== undefined && { p50: figure.p50 }),
    ...(figure.p85 !== undefined && { p85: figure.p85 }),
    ...(figure.withheld && { withheld: figure.withheld }),
    openCounted: figure.withheld
      ? withoutQuantiles(observations, measure)
      : openCounted(measure, observations),
    points: points.slice(-limit),
    cut: points.length > limit,
  };
}

function withoutQuantiles(
  observations: Observations,
  measure: Measure,
): EntityDurations['openCounted'] {
  const { n, reached, open, closed } = openCounted(measure, observations);
  return { n, reached, open, closed };
}

/** In the order in which they got there; the open ones last. */
function pointsOf(
  observations: Observations,
  measure: Measure,
): EntityDurations['points'] {
  const { changes, window, asOf, elapsed: count = elapsed } = observations;
  const end = Math.min(window.to, asOf);
  const finished = changes.flatMap((change): EntityDurations['points'] => {
    const at = change.milestones.productionAt;
    const duration = change[measure];
    return !whyLeftOut(change) && isIn(window, at) && duration !== undefined
      ? [[change.change, change.title, at, duration, 0, change.workType]]
      : [];
  });
  const open = onTheWayAt(changes, end).flatMap(
    (change): EntityDurations['points'] => {
      const begin = beginOf(change, measure);
      return begin === undefined || begin > end
        ? []
        : [
            [
              change.change,
              change.title,
              end,
              count(change, begin, end),
              1,
              change.workType,
            ],
          ];
    },
  );
  return [...finished.sort((a, b) => a[2] - b[2]), ...open];
}

function beginOf({ milestones }: ChangeFacts, measure: Measure) {
  return measure === 'leadTime'
    ? milestones.firstCommitAt ?? milestones.openedAt
    : milestones.decidedAt;
}
