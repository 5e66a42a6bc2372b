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

import { isIn } from '../figures/population';
import { ascending, quantile, sum } from '../statistics/quantile';
import { Duration, Party } from '../timeline/Segment';
import { Queue, visitsTo } from './Queue';

/**
 * What it would give if a party answered as fast as a target. An upper bound:
 * other queues may take up what this one gives back.
 *
 * @public
 */
export interface Saving {
  /** Median wait that is tried, milliseconds. */
  target: Duration;
  /** Waiting saved in the window; 0 where the median is at the target already. */
  savedMs: Duration;
  /** Median decision → production of the changes behind the party, now and then. */
  decisionToProductionP50?: Duration;
  newDecisionToProductionP50?: Duration;
  /** Changes in those medians. */
  n: number;
}

/**
 * The saving when the party's median wait (over visits that ended in the
 * window) were at the target: every such visit shortened in proportion.
 *
 * @public
 */
export function savingAt(
  queue: Queue,
  party: Party,
  target: Duration,
  by: 'team' | 'party' = 'team',
): Saving {
  const visits = visitsTo(queue, party, by).filter(
    visit => !visit.open && isIn(queue.window, visit.end),
  );
  const waits = visits.map(visit => visit.length);
  const p50 = quantile(ascending(waits), 0.5) ?? 0;
  const cut = p50 > target ? 1 - target / p50 : 0;
  const waited = new Map<string, Duration>();
  for (const visit of visits) {
    const { change } = visit.change;
    const before = waited.get(change) ?? 0;
    waited.set(change, before + visit.length);
  }
  const shipped = [...waited].flatMap(([key, wait]) => {
    const change = queue.changes.get(key);
    return change?.decisionToProduction !== undefined &&
      isIn(queue.window, change.productionAt)
      ? [{ span: change.decisionToProduction, wait }]
      : [];
  });
  return {
    target,
    savedMs: Math.round(sum(waits) * cut),
    decisionToProductionP50: quantile(ascending(shipped.map(c => c.span)), 0.5),
    newDecisionToProductionP50: quantile(
      ascending(shipped.map(c => c.span - c.wait * cut)),
      0.5,
    ),
    n: shipped.length,
  };
}
