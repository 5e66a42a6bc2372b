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

import { approvalConcentration } from '../figures/concentration';
import { isIn } from '../figures/population';
import { ascending, quantile } from '../statistics/quantile';
import { Duration, Party, Stage } from '../timeline/Segment';
import {
  Charge,
  chargeQueue,
  Queue,
  QueuedChange,
  QueueHolder,
  Visit,
  visitsBy,
} from './Queue';

/**
 * A part of the waiting on a gateway, and its share of it.
 *
 * @public
 */
export interface QueuePart<Key extends string = string> {
  key: Key;
  queueMs: Duration;
  /** Of the gateway's own waiting, 0 to 1. */
  share: number;
}

/**
 * What waits behind one party or team in a window. Lengths are milliseconds,
 * rates per week.
 *
 * @public
 */
export interface GatewayRow {
  party: Party;
  queueMs: Duration;
  /** Of the waiting of everybody in scope, 0 to 1. */
  queueShare: number;
  /** The part where the change's owning team is another. */
  externalQueueMs: Duration;
  queuedChanges: number;
  /** Teams other than the party itself whose changes waited. */
  queuedTeams: number;
  queuedServices: number;
  /** Stretches that ended in the window. */
  visits: number;
  waitP50?: Duration;
  waitP90?: Duration;
  arrivalRate: number;
  serviceRate: number;
  /** Visits begun over visits ended; above 1 the queue grows. Absent when none ended. */
  load?: number;
  queueNow: number;
  oldestNow?: Duration;
  stages: QueuePart<Stage>[];
  workTypes: QueuePart[];
  authorKinds: QueuePart[];
  /** Who of the party approves, by numbers; absent where nobody did. */
  concentration?: Record<string, number>;
  /** In the smallest set that holds half of all waiting in scope. */
  gateway: boolean;
}

/**
 * Who the changes of a scope queue behind, longest first.
 *
 * @param by - pool by the team that is charged, or by the party itself
 * @public
 */
export function rankGateways(
  queue: Queue,
  by: 'team' | 'party' = 'team',
): GatewayRow[] {
  const all = chargeQueue(queue);
  const charges = groupBy(all, charge => charge[by]);
  const visits = visitsBy(queue, (holder: QueueHolder) => holder[by]);
  const approvers = approversBy(queue, by);
  const total = totalQueue(all);
  const parties = new Set([...charges.keys(), ...waitedOnNow(visits)]);
  const rows = [...parties].map(party => ({
    ...chargeFigures(party, charges.get(party) ?? [], total),
    ...visitFigures(visits.get(party) ?? [], queue),
    concentration: approvalConcentration(approvers.get(party) ?? []).details,
    gateway: false,
  }));
  rows.sort((a, b) => b.queueMs - a.queueMs || (a.party < b.party ? -1 : 1));
  return markGateways(rows, total);
}

/**
 * All waiting of the charges.
 *
 * @public
 */
export function totalQueue(charges: readonly Charge[]): Duration {
  return charges.reduce((total, charge) => total + charge.length, 0);
}

/** The smallest set of parties that holds half of all queue hours in scope. */
function markGateways(rows: GatewayRow[], total: Duration): GatewayRow[] {
  let held = 0;
  return rows.map(row => {
    const gateway = row.queueMs > 0 && held < total / 2;
    held += row.queueMs;
    return { ...row, gateway };
  });
}

function chargeFigures(
  party: Party,
  charges: readonly Charge[],
  total: Duration,
) {
  const changes = new Set<QueuedChange>();
  const teams = new Set<Party>();
  let queueMs = 0;
  let externalQueueMs = 0;
  for (const { change, length } of charges) {
    changes.add(change);
    queueMs += length;
    if (change.owner !== party) {
      teams.add(change.owner);
      externalQueueMs += length;
    }
  }
  const split = <K extends string>(keyOf: (charge: Charge) => K) =>
    parts(charges, keyOf, queueMs);
  return {
    party,
    queueMs,
    queueShare: total === 0 ? 0 : queueMs / total,
    externalQueueMs,
    queuedChanges: changes.size,
    queuedTeams: teams.size,
    queuedServices: new Set([...changes].flatMap(c => c.entities)).size,
    stages: split(charge => charge.stage),
    workTypes: split(charge => charge.change.workType),
    authorKinds: split(charge => charge.change.authorKind),
  };
}

function parts<K extends string>(
  charges: readonly Charge[],
  keyOf: (charge: Charge) => K,
  whole: Duration,
): QueuePart<K>[] {
  const sums = new Map<K, Duration>();
  for (const charge of charges) {
    const key = keyOf(charge);
    sums.set(key, (sums.get(key) ?? 0) + charge.length);
  }
  return [...sums]
    .map(([key, queueMs]) => ({
      key,
      queueMs,
      share: whole === 0 ? 0 : queueMs / whole,
    }))
    .sort((a, b) => b.queueMs - a.queueMs || (a.key < b.key ? -1 : 1));
}

function visitFigures(visits: Visit[], { window }: Queue) {
  const ended = visits.filter(v => !v.open && isIn(window, v.end));
  const begun = visits.filter(v => isIn(window, v.start));
  const now = visits.filter(v => v.open);
  const waits = ascending(ended.map(v => v.length));
  const weeks = (window.to - window.from) / (7 * 86_400_000);
  return {
    visits: ended.length,
    waitP50: quantile(waits, 0.5),
    waitP90: quantile(waits, 0.9),
    arrivalRate: begun.length / weeks,
    serviceRate: ended.length / weeks,
    load: ended.length === 0 ? undefined : begun.length / ended.length,
    queueNow: distinct(now.map(v => v.change.change)),
    oldestNow:
      now.length === 0
        ? undefined
        : now.reduce((oldest, v) => Math.max(oldest, v.length), 0),
  };
}

function waitedOnNow(visits: Map<Party, Visit[]>): Party[] {
  return [...visits]
    .filter(([, list]) => list.some(visit => visit.open))
    .map(([party]) => party);
}

/** For each team or party, who of it approved each change. */
function approversBy(queue: Queue, by: 'team' | 'party') {
  const approvers = new Map<Party, Party[][]>();
  for (const change of queue.changes.values()) {
    for (const [key, of] of groupBy(change.approvers, a => a[by])) {
      const list = approvers.get(key) ?? [];
      list.push(of.map(approver => approver.party));
      approvers.set(key, list);
    }
  }
  return approvers;
}

function distinct(values: readonly string[]): number {
  return new Set(values).size;
}

/**
 * The items by key, in the order of the first of each.
 *
 * @public
 */
export function groupBy<T, K extends string>(
  items: readonly T[],
  keyOf: (item: T) => K,
): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
