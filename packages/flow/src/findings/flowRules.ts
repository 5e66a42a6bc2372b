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

import { DateTime } from 'luxon';
import { degradationOf, wholeWeeks } from '../figures/degradation';
import { FigureId } from '../figures/Figure';
import { counted } from '../figures/leavingOut';
import { isIn } from '../figures/population';
import { Rule } from './Finding';
import { inWords, number, percent } from '../wording/wording';
import { cite, plain } from './cite';

const WEEK = 7 * 86_400_000;

/** The six figures in front. */
const SIX: readonly FigureId[] = [
  'decisionToProduction',
  'queueTimeRatio',
  'handoffs',
  'reworkRate',
  'changeFailureRate',
  'reviewLatency',
];

const LABELS: Partial<Record<FigureId, string>> = {
  decisionToProduction: 'the time from decision to production',
  queueTimeRatio: 'the share of time spent waiting',
  handoffs: 'the number of hand-offs',
  reworkRate: 'the share of changes that come back',
  changeFailureRate: 'the share of releases that fail',
  reviewLatency: 'the wait for a review',
};

const CONNECT: Partial<Record<FigureId, { missing: string; move: string }>> = {
  decisionToProduction: {
    missing: 'Most changes have no known decision',
    move: 'Connect the tracker, or link work items in the description of changes.',
  },
  changeFailureRate: {
    missing: 'Most deployments are not reported',
    move: 'Report deployments to production, from the forge or from the pipeline.',
  },
};

/** More in flight than can be finished in the target lead time. */
export const tooMuchWip: Rule = ({ figures, thresholds }) => {
  const { wip, throughput } = figures;
  const perWeek = throughput.value ?? 0;
  const room = (perWeek * thresholds.leadTime) / WEEK;
  const flying = wip.value ?? 0;
  if (throughput.n < thresholds.minimum || flying <= room) {
    return undefined;
  }
  return {
    rule: 'tooMuchWip',
    severity: flying > 2 * room ? 'critical' : 'warning',
    sentence: `${flying} changes are in flight; at ${number(
      perWeek,
    )} a week they take ${inWords((flying / perWeek) * WEEK)} to finish.`,
    figures: [
      cite('In flight', 'wip', wip),
      cite('Finished per week', 'throughput', throughput),
    ],
    move: `Start nothing new until there are ${Math.floor(
      room,
    )} or fewer in flight; finish the oldest first.`,
  };
};

/** More begins than ends, week after week. */
export const growingBacklog: Rule = ({ observations, thresholds }) => {
  const weeks = wholeWeeks(observations).slice(-thresholds.backlogWeeks);
  const changes = counted(observations);
  const counts = weeks.map(week => ({
    begun: changes.filter(c => isIn(week, c.start)).length,
    ended: changes.filter(c => isIn(week, c.end)).length,
  }));
  const begun = counts.reduce((sum, week) => sum + week.begun, 0);
  const ended = counts.reduce((sum, week) => sum + week.ended, 0);
  if (
    weeks.length < thresholds.backlogWeeks ||
    begun < thresholds.minimum ||
    counts.some(week => week.begun <= week.ended)
  ) {
    return undefined;
  }
  return {
    rule: 'growingBacklog',
    severity: begun > 2 * ended ? 'critical' : 'warning',
    sentence: `In each of the last ${weeks.length} weeks more changes began than ended: ${begun} against ${ended}.`,
    figures: [
      plain('Begun', begun, 'count', begun),
      plain('Ended', ended, 'count', ended),
    ],
    move: 'Begin no more than ends until the two are even; then find the stage that cannot keep up.',
  };
};

/** One of the six got worse some time ago, and stayed so. */
export const quietDegradation: Rule = ({ lastYear, figures }) => {
  const found = SIX.flatMap(id => degradationOf(id, lastYear) ?? []).sort(
    (a, b) => b.z - a.z,
  )[0];
  if (!found) {
    return undefined;
  }
  const { figure, before, after, since } = found;
  const { unit } = figures[figure];
  const told = (value: number) => {
    switch (unit) {
      case 'ms':
        return inWords(value);
      case 'ratio':
        return percent(value);
      default:
        return number(value);
    }
  };
  return {
    rule: 'quietDegradation',
    severity: 'warning',
    sentence: `Since the week of ${DateTime.fromMillis(since, {
      zone: lastYear.zone ?? 'UTC',
    }).toISODate()}, ${LABELS[figure] ?? figure} is ${told(
      after.median,
    )} instead of ${told(before.median)}.`,
    figures: [
      {
        label: 'Weekly median before',
        value: before.median,
        unit,
        n: before.n,
      },
      {
        label: 'Weekly median since',
        value: after.median,
        unit,
        n: after.n,
        figure,
      },
    ],
    move: 'Ask what changed in that week: a rule, a person, a tool, a volume. What came in can go out again.',
  };
};

/** Fast but breaking, or safe but slow: one is paid for with the other. */
export const fragileSpeed: Rule = ({ figures, statuses }) => {
  const speed = statuses.leadTime;
  const safety = statuses.changeFailureRate;
  const fast = speed === 'good' && safety === 'bad';
  const slow = speed === 'bad' && safety === 'good';
  if (!fast && !slow) {
    return undefined;
  }
  const { leadTime, changeFailureRate } = figures;
  const time = inWords(leadTime.value ?? 0);
  const rate = percent(changeFailureRate.value ?? 0);
  return {
    rule: 'fragileSpeed',
    severity: fast ? 'critical' : 'info',
    sentence: fast
      ? `Changes are live in ${time}, and ${rate} of the releases fail: the speed is borrowed.`
      : `Only ${rate} of the releases fail, and a change takes ${time}: the safety is paid for with waiting.`,
    figures: [
      cite('Lead time', 'leadTime', leadTime),
      cite('Change failure rate', 'changeFailureRate', changeFailureRate),
    ],
    move: fast
      ? 'Put checks that run by themselves before the merge, and make rolling back a matter of minutes.'
      : 'Replace approvals by checks that run by themselves, and release smaller batches more often.',
  };
};

/** A figure rests on too little of what it should. */
export const blindSpot: Rule = ({ figures, thresholds }) => {
  const blind = SIX.map(id => ({ id, ...figures[id] }))
    .filter(f => f.coverage !== undefined && f.coverage < thresholds.coverage)
    .sort((a, b) => (a.coverage ?? 0) - (b.coverage ?? 0));
  if (blind.length === 0) {
    return undefined;
  }
  const [{ id, coverage = 0, n }] = blind;
  return {
    rule: 'blindSpot',
    severity: 'info',
    sentence: `${
      CONNECT[id]?.missing ?? 'Some facts are missing'
    }: ${id} is known for ${percent(coverage)} of the changes.`,
    figures: blind.map(f =>
      plain(`Coverage of ${f.id}`, f.coverage ?? 0, 'ratio', f.n),
    ),
    move:
      CONNECT[id]?.move ??
      `Connect the source that knows ${id} (${n} observations so far).`,
  };
};
