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

import { FlowMap } from 'backstage-plugin-chokepoint-common';
import { flowMap } from 'chokepoint-flow';
import { Knex } from 'knex';
import { Settings } from '../../settings';
import { FlowMapRequest } from '../Reader';
import { requestedScope } from '../scope';
import { timekeeperFor } from '../time/Timekeeper';
import { iso, windowOf } from '../window';
import { loadQueue } from './loadQueue';

/** Which team waits on which, and how much. */
export async function flowMapIn(
  knex: Knex,
  request: FlowMapRequest,
  { calendars }: Settings,
  now: number,
): Promise<FlowMap> {
  const window = windowOf(request, now);
  const scope = await requestedScope(knex, request.scope, request.visible);
  const timekeeper = await timekeeperFor(knex, request.time, calendars, now);
  const queue = await loadQueue(knex, scope, request, window, now, timekeeper);
  const edges = flowMap(queue);
  return {
    from: iso(window.from),
    to: iso(window.to),
    asOf: iso(now),
    scope: request.scope,
    time: request.time,
    total: { queueMs: edges.reduce((sum, edge) => sum + edge.queueMs, 0) },
    edges,
  };
}
