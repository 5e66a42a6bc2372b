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
import { ChangeFacts, ReleaseFacts } from '../facts/factTypes';
import { FeatureFacts } from '../facts/featureFacts';
import { findRise } from '../statistics/changePoint';
import { ascending, countBelow, quantile, sum } from '../statistics/quantile';
import { Instant } from '../timeline/Segment';
import { FIGURE_DEFINITIONS } from './definitions';
import { Figure, FigureId, Window } from './Figure';
import { once } from './once';
import { Observations } from './population';

/** Weeks there must be on either side of a change point. */
const LEAST_WEEKS = 4;
/** A change for the worse is at least a fifth. */
const WORSE = Math.log(1.2);
/** Durations below a minute are all the same. */
const MINUTE = 60_000;

/**
 * Weeks that degradation is looked for in, whatever window is asked for.
 *
 * @public
 */
export const DEGRADATION_WEEKS = 52;

/**
 * The window that degradation is looked for in: the last 52 weeks before the end
 * of the one that is asked for, or before now.
 *
 * @public
 */
export function degradationWindow(window: Window, asOf: Instant): Window {
  const to = Math.min(window.to, asOf);
  return { from: to - (DEGRADATION_WEEKS + 1) * 7 * 86_400_000, to };
}

/**
 * A figure of one week.
 *
 * @public
 */
export interface WeeklyFigure {
  /** Monday, 00:00 in the zone of the observations. */
  week: Instant;
  value?: number;
  n: number;
}

/**
 * The whole weeks that lie in a window and are over, Monday to Monday in the
 * zone of the viewer.
 *
 * @public
 */
export function wholeWeeks({
  window,
  asOf,
  zone = 'UTC',
}: Pick<Observations, 'window' | 'asOf' | 'zone'>): Window[] {
  const end = Math.min(window.to, asOf);
  const begin = DateTime.fromMillis(window.from, { zone }).startOf('week');
  let week = begin.toMillis() < window.from ? begin.plus({ weeks: 1 }) : begin;
  const weeks: Window[] = [];
  for (;;) {
    const next = week.plus({ weeks: 1 });
    if (next.toMillis() > end) {
      return weeks;
    }
    weeks.push({ from: week.toMillis(), to: next.toMillis() });
    week = next;
  }
}

/** The observations of each whole week, and not more than can matter to it. */
const weekly = once((observations: Observations): Observations[] => {
  const weeks = wholeWeeks(observations).map(window => ({
    window,
    changes: new Array<ChangeFacts>(),
    releases: new Array<ReleaseFacts>(),
    features: new Array<FeatureFacts>(),
  }));
  const begins = weeks.map(({ window }) => window.from);
  // The week whose begin is the last one not later; -1 before all of them.
  const weekOf = (at: Instant) => {
    const week = countBelow(begins, at + 1) - 1;
    return at < (weeks[week]?.window.to ?? Infinity) ? week : weeks.length;
  };
  const last = weeks.length - 1;
  for (const change of observations.changes) {
    const end = Math.min(weekOf(change.end ?? Infinity), last);
    for (let i = Math.max(0, weekOf(change.start)); i <= end; i++) {
      weeks[i].changes.push(change);
    }
  }
  for (const release of observations.releases) {
    const begun = weekOf(release.startedAt);
    const live = weekOf(release.productionAt ?? release.startedAt);
    new Set([begun, live]).forEach(i => weeks[i]?.releases.push(release));
  }
  for (const feature of observations.features ?? []) {
    weeks[weekOf(feature.liveAt ?? -Infinity)]?.features.push(feature);
  }
  return weeks.map(week => ({ ...observations, ...week }));
});

/**
 * A figure week by week, over the whole weeks of the window: medians of
 * durations, means of counts, pooled shares.
 *
 * @public
 */
export function weeklyFigure(
  id: FigureId,
  observations: Observations,
): WeeklyFigure[] {
  const definition = FIGURE_DEFINITIONS[id];
  return weekly(observations).map(ofWeek => {
    const found = definition.observe(ofWeek).observations;
    const { value }: Partial<Figure> = definition.pool(found, ofWeek);
    return { week: ofWeek.window.from, value, n: found.length };
  });
}

/**
 * A change of level of a figure, for the worse.
 *
 * @public
 */
export interface Degradation {
  figure: FigureId;
  /** First week of the new level. */
  since: Instant;
  before: { median: number; n: number };
  after: { median: number; n: number };
  /** How far the levels are apart, in standard errors of that difference. */
  z: number;
}

/**
 * Where a figure got worse and stayed so (`quietDegradation`, section 2 of the
 * KPIs): the change point of the logarithms of its weekly values, with four
 * weeks or more on either side, when the median since is at least a fifth worse.
 *
 * @param observations - of {@link degradationWindow}
 * @public
 */
export function degradationOf(
  id: FigureId,
  observations: Observations,
  better: 'lower' | 'higher' = 'lower',
): Degradation | undefined {
  const weeks = weeklyFigure(id, observations)
    .slice(-DEGRADATION_WEEKS)
    .flatMap(week =>
      week.value === undefined ? [] : [{ ...week, value: week.value }],
    );
  const sign = better === 'lower' ? 1 : -1;
  const isDuration = FIGURE_DEFINITIONS[id].unit === 'ms';
  // Of nothing there is no logarithm: a week without any counts as half of one.
  const logs = weeks.map(({ value, n }) =>
    Math.log(Math.max(value, isDuration ? MINUTE : 0.5 / n)),
  );
  const rise = findRise(
    logs.map(log => sign * log),
    LEAST_WEEKS,
    WORSE,
  );
  return (
    rise && {
      figure: id,
      since: weeks[rise.index].week,
      before: level(weeks.slice(0, rise.index)),
      after: level(weeks.slice(rise.index)),
      z: rise.z,
    }
  );
}

function level(weeks: { value: number; n: number }[]) {
  const values = ascending(weeks.map(week => week.value));
  return {
    median: quantile(values, 0.5) ?? 0,
    n: sum(weeks.map(week => week.n)),
  };
}
