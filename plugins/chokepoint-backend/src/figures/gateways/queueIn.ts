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

import { QueuePage } from 'backstage-plugin-chokepoint-common';
import {
  liveQueue,
  queueCycles,
  QueueItem,
  waitsOnTransitively,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { asOfPage, pageOf } from '../page';
import { QueueRequest } from '../Reader';
import { requestedScope } from '../scope';
import { iso } from '../window';
import { callersParties, isMine, presentItems } from './liveItems';
import { loadQueue } from './loadQueue';

/** What waits now: the caller's own first, then the oldest. */
export async function queueIn(
  knex: Knex,
  request: QueueRequest,
  now: number,
): Promise<QueuePage> {
  const asOf = asOfPage(request, now);
  const scope = await requestedScope(knex, request.scope, request.visible);
  const present = { from: asOf, to: asOf };
  const queue = await loadQueue(
    knex,
    scope,
    // Whose turn it is must be known to find the caller's own; who may see
    // people is looked at when the items are told.
    { ...request, people: 'byName' },
    present,
    asOf,
  );
  const mine = await callersParties(knex, request);
  const items = liveQueue(queue);
  const inOrder = [
    ...items.filter(item => isMine(item, mine)),
    ...items.filter(item => !isMine(item, mine)),
  ];
  const page = pageOf(inOrder, item => item.change, request, asOf);
  return {
    asOf: iso(asOf),
    total: items.length,
    items: await presentItems(knex, page.items, request.people, mine),
    cycles: queueCycles(items),
    chains: chainsOf(items),
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
  };
}

function chainsOf(items: readonly QueueItem[]): QueuePage['chains'] {
  const owners = [...new Set(items.map(item => item.owner))].sort();
  return owners
    .map(team => ({ team, waitsOn: waitsOnTransitively(items, team) }))
    .filter(chain => chain.waitsOn.length > 0);
}
