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

import { ChangeFacts } from '../facts/factTypes';
import { shipped } from '../figures/population';
import { groupBy } from '../gateways/ranking';
import { ascending, countBelow, quantile } from '../statistics/quantile';
import { Instant } from '../timeline/Segment';
import { inWords, percent } from '../wording/wording';
import { plain } from './cite';
import { Finding, FindingThresholds, Rule } from './Finding';

const FAST_LANE =
  'Give small and operational changes a lane of their own: one approval, any reviewer, released at once.';

/** Small and urgent changes stand in the same queue as large ones. */
export const sharedQueue: Rule = ({ observations, thresholds }) => {
  const done = shipped(observations);
  const small = done.filter(isSmall);
  const core = done.filter(change => !isSmall(change) && isLarge(change));
  if (small.length < thresholds.minimum || core.length < thresholds.minimum) {
    return undefined;
  }
  const ratio = medianWait(small) / medianWait(core);
  return (
    equalWait(small, core, ratio, thresholds) ??
    overtakenFinding(small, overtakenBy(core, small), thresholds)
  );
};

function equalWait(
  small: ChangeFacts[],
  core: ChangeFacts[],
  ratio: number,
  thresholds: FindingThresholds,
): Finding | undefined {
  if (!(ratio >= thresholds.sharedQueue)) {
    return undefined;
  }
  return {
    rule: 'sharedQueue',
    severity: 'info',
    sentence: `Small and operational changes wait ${inWords(
      medianWait(small),
    )} at the median, as long as core work (${inWords(medianWait(core))}).`,
    figures: [
      plain('Wait of small changes', medianWait(small), 'ms', small.length),
      plain('Wait of core changes', medianWait(core), 'ms', core.length),
    ],
    move: FAST_LANE,
  };
}

function overtakenFinding(
  small: ChangeFacts[],
  overtaken: ChangeFacts[],
  thresholds: FindingThresholds,
): Finding | undefined {
  const share = overtaken.length / small.length;
  if (share <= thresholds.overtaken) {
    return undefined;
  }
  return {
    rule: 'sharedQueue',
    severity: 'info',
    sentence: `${percent(
      share,
    )} of the small changes were overtaken by a later, larger one of the same repository.`,
    figures: [plain('Small changes overtaken', share, 'ratio', small.length)],
    move: FAST_LANE,
    changes: overtaken.slice(0, 10).map(change => change.change),
  };
}

function isSmall(change: ChangeFacts): boolean {
  return (
    change.size === 'xs' ||
    change.size === 's' ||
    change.workType === 'operationalFix'
  );
}

function isLarge(change: ChangeFacts): boolean {
  return (
    change.size === 'l' ||
    change.size === 'xl' ||
    change.workType === 'corePlatform'
  );
}

function medianWait(changes: ChangeFacts[]): number {
  return quantile(ascending(changes.map(change => change.waiting)), 0.5) ?? 0;
}

/**
 * The small changes that a larger one of the same repository overtook: it began
 * later and was in production earlier.
 */
export function overtakenBy(
  larger: ChangeFacts[],
  small: ChangeFacts[],
): ChangeFacts[] {
  const lanes = new Map(
    [...groupBy(larger, change => change.repo)].map(([repo, changes]) => [
      repo,
      laneOf(changes),
    ]),
  );
  return small.filter(change => {
    const before = lanes.get(change.repo)?.latestBeginBefore(liveAt(change));
    return before !== undefined && before > beginOf(change);
  });
}

function beginOf({ milestones }: ChangeFacts): Instant {
  return milestones.readyAt ?? milestones.openedAt;
}

function liveAt({ milestones }: ChangeFacts): Instant {
  return milestones.productionAt ?? Infinity;
}

/** Tells when the youngest began of the changes that were live before an instant. */
function laneOf(changes: ChangeFacts[]) {
  const inOrder = [...changes].sort((a, b) => liveAt(a) - liveAt(b));
  const live = inOrder.map(liveAt);
  const begins: Instant[] = [];
  for (const change of inOrder) {
    const youngest = begins[begins.length - 1] ?? -Infinity;
    begins.push(Math.max(youngest, beginOf(change)));
  }
  return {
    latestBeginBefore: (at: Instant): Instant | undefined =>
      begins[countBelow(live, at) - 1],
  };
}
