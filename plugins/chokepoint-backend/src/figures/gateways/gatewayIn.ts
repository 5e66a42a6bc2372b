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

import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { GatewayDetail } from 'backstage-plugin-chokepoint-common';
import {
  Charge,
  chargeQueue,
  isIn,
  liveQueue,
  quantile,
  Queue,
  QueueHolder,
  rankGateways,
  savingAt,
  totalQueue,
  Visit,
  visitsTo,
  wallClock,
  wholeWeeks,
  Window,
} from 'chokepoint-flow';
import { Knex } from 'knex';
import { Settings } from '../../settings';
import { breath } from '../breath';
import { GatewayRequest } from '../Reader';
import { requestedScope } from '../scope';
import { timekeeperFor } from '../time/Timekeeper';
import { iso, windowOf } from '../window';
import { loadGroupSizes } from './GroupSizes';
import { callersParties, presentItems } from './liveItems';
import { loadQueue } from './loadQueue';
import { presentRow } from './presentRow';

/** Changes that wait now and are told; the ranking tells how many there are. */
const MAX_WAITING = 100;
/** Waits that are told as the evidence. */
const LONGEST = 10;

/**
 * One party: what waits behind it, since when and for whom, and what it would
 * give if it answered faster.
 *
 * @throws NotFoundError - where nothing of the scope waits on it
 */
export async function gatewayIn(
  knex: Knex,
  request: GatewayRequest,
  settings: Settings,
  now: number,
): Promise<GatewayDetail> {
  const { party, people } = request;
  if (party.startsWith('user:') && people === 'asTeam') {
    throw new NotAllowedError('You may not see what waits on a person');
  }
  const window = windowOf(request, now);
  const scope = await requestedScope(knex, request.scope, request.visible);
  const timekeeper = await timekeeperFor(
    knex,
    request.time,
    settings.calendars,
    now,
  );
  const queue = await loadQueue(knex, scope, request, window, now, timekeeper);
  // The charges are kept with the queue, and the ranking is done the sooner.
  chargeQueue(queue);
  await breath();
  const by = /^(user|gate):/.test(party) ? 'party' : 'team';
  const found = rankGateways(queue, by).find(row => row.party === party);
  if (!found) {
    throw new NotFoundError(`Nothing waits on ${party}`);
  }
  await breath();
  const row = presentRow(
    found,
    settings,
    await loadGroupSizes(knex),
    request.time,
  );
  const charges = chargeQueue(queue).filter(charge => charge[by] === party);
  const isHolder = (holder: QueueHolder) => holder[by] === party;
  const waiting = liveQueue(queue).filter(item => item.holders.some(isHolder));
  const visits = visitsTo(queue, party, by);
  return {
    from: iso(window.from),
    to: iso(window.to),
    asOf: iso(now),
    scope: request.scope,
    time: request.time,
    row,
    saving: row.withheld
      ? { target: request.target, savedMs: 0, n: 0 }
      : savingAt(queue, party, request.target, by),
    weeks: weeksOf(visits, queue, row.withheld !== undefined),
    owners: byOwner(charges),
    services: byService(charges),
    waitingNow: await presentItems(
      knex,
      waiting.slice(0, MAX_WAITING),
      people,
      await callersParties(knex, request),
    ),
    longest: longestWaits(queue, isHolder),
  };
}

/** Visits begun and ended, week by week. */
function weeksOf(
  visits: readonly Visit[],
  { window, asOf }: Queue,
  withheld: boolean,
): GatewayDetail['weeks'] {
  return wholeWeeks({ window, asOf }).map((week: Window) => {
    const ended = visits.filter(v => !v.open && isIn(week, v.end));
    const waits = ended.map(v => v.length).sort((a, b) => a - b);
    return {
      week: iso(week.from),
      arrived: visits.filter(v => isIn(week, v.start)).length,
      served: ended.length,
      ...(!withheld && { waitP50: quantile(waits, 0.5) }),
    };
  });
}

function byOwner(charges: readonly Charge[]): GatewayDetail['owners'] {
  const owners = grouped(charges, charge => [charge.change.owner]);
  return [...owners].map(([party, sums]) => ({ party, ...sums })).sort(longest);
}

function byService(charges: readonly Charge[]): GatewayDetail['services'] {
  const services = grouped(charges, charge => charge.change.entities);
  return [...services]
    .map(([entityRef, sums]) => ({ entityRef, ...sums }))
    .sort(longest);
}

/** Queue time and changes by key; a charge counts for each of its keys. */
function grouped(
  charges: readonly Charge[],
  keysOf: (charge: Charge) => readonly string[],
): Map<string, { queueMs: number; changes: number }> {
  const groups = new Map<string, Charge[]>();
  for (const charge of charges) {
    for (const key of keysOf(charge)) {
      const group = groups.get(key) ?? [];
      group.push(charge);
      groups.set(key, group);
    }
  }
  return new Map(
    [...groups].map(([key, group]) => [
      key,
      {
        queueMs: totalQueue(group),
        changes: new Set(group.map(c => c.change.change)).size,
      },
    ]),
  );
}

function longest(a: { queueMs: number }, b: { queueMs: number }): number {
  return b.queueMs - a.queueMs;
}

/** The longest stretches on a party, by the clock of the queue. */
function longestWaits(
  { segments, changes, window, clock = wallClock }: Queue,
  isHolder: (holder: QueueHolder) => boolean,
): GatewayDetail['longest'] {
  return segments
    .flatMap(({ change: key, stage, start, end, holders }) => {
      const change = changes.get(key);
      const holder = holders.find(isHolder);
      return change && holder && start < window.to && end > window.from
        ? [
            {
              change: key,
              title: change.title,
              owner: change.owner,
              stage,
              start: iso(start),
              end: iso(end),
              length: clock(holder.team, start, end),
            },
          ]
        : [];
    })
    .sort((a, b) => b.length - a.length)
    .slice(0, LONGEST);
}
