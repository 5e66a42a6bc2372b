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

import { GatewayPage } from 'backstage-plugin-chokepoint-common';
import { chargeQueue, overlap, Queue, rankGateways } from 'chokepoint-flow';
import { Knex } from 'knex';
import { Settings } from '../../settings';
import { breath } from '../breath';
import { asOfPage, pageOf } from '../page';
import { GatewaysRequest } from '../Reader';
import { requestedScope } from '../scope';
import { timekeeperFor } from '../time/Timekeeper';
import { iso, windowOf } from '../window';
import { loadGroupSizes } from './GroupSizes';
import { loadQueue } from './loadQueue';
import { presentRow } from './presentRow';

/** Who the changes of a scope queue behind, by section 3 of the KPIs. */
export async function gatewaysIn(
  knex: Knex,
  request: GatewaysRequest,
  settings: Settings,
  now: number,
): Promise<GatewayPage> {
  const asOf = asOfPage(request, now);
  const window = windowOf(request, asOf);
  const scope = await requestedScope(knex, request.scope, request.visible);
  const timekeeper = await timekeeperFor(
    knex,
    request.time,
    settings.calendars,
    asOf,
  );
  const queue = await loadQueue(knex, scope, request, window, asOf, timekeeper);
  // The charges are kept with the queue, and the ranking is done the sooner.
  chargeQueue(queue);
  await breath();
  const rows = rankGateways(queue, request.by);
  const { items, nextCursor } = pageOf(rows, row => row.party, request, asOf);
  const sizes = await loadGroupSizes(knex);
  return {
    from: iso(window.from),
    to: iso(window.to),
    asOf: iso(asOf),
    scope: request.scope,
    time: request.time,
    total: {
      queueMs: rows.reduce((sum, row) => sum + row.queueMs, 0),
      changes: waitingIn(queue),
    },
    items: items.map(row => presentRow(row, settings, sizes, request.time)),
    ...(nextCursor !== undefined && { nextCursor }),
  };
}

/** Changes that waited in the window. */
function waitingIn({ segments, window }: Queue): number {
  const stretch = { start: window.from, end: window.to };
  const waited = segments.filter(segment => overlap(segment, stretch) > 0);
  return new Set(waited.map(segment => segment.change)).size;
}
