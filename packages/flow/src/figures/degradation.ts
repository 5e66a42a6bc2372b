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

import { ChangeFacts, DeploymentFacts } from '../facts/factTypes';
import { pettitt } from '../statistics/changePoint';
import { ascending, quantile, sum } from '../statistics/quantile';
import { Instant } from '../timeline/Segment';
import { FIGURE_DEFINITIONS } from './definitions';
import { Figure, FigureId, Window } from './Figure';
import { once } from './once';
import { lastInstant, Observations } from './population';

const WEEK = 7 * 86_400_000;
/** A Monday, 00:00 UTC; weeks are counted from it. */
const A_MONDAY = Date.UTC(2024, 0, 1);

/**
 * Weeks that a change point needs.
 *
 * @public
 */
export const LEAST_WEEKS = 12;

/**
 * A figure of one week.
 *
 * @public
 */
export interface WeeklyFigure {
  /** Monday, 00:00 UTC. */
  week: Instant;
  value?: number;
  n: number;
}

/**
 * The whole weeks (Monday to Monday, UTC) that lie in a window and are over.
 *
 * @public
 */
export function wholeWeeks(observations: Observations): Window[] {
  const { from } = observations.window;
  const end = lastInstant(observations);
  const weeks: Window[] = [];
  let week = A_MONDAY + Math.ceil((from - A_MONDAY) / WEEK) * WEEK;
  for (; week + WEEK <= end; week += WEEK) {
    weeks.push({ from: week, to: week + WEEK });
  }
  return weeks;
}

/** The observations of each whole week, and not more than can matter to it. */
const weekly = once((observations: Observations): Observations[] => {
  const weeks = wholeWeeks(observations).map(window => ({
    window,
    changes: new Array<ChangeFacts>(),
    deployments: new Array<DeploymentFacts>(),
  }));
  const first = weeks[0]?.window.from ?? 0;
  const weekOf = (at: Instant) => Math.floor((at - first) / WEEK);
  for (const change of observations.changes) {
    const last = change.end === undefined ? Infinity : weekOf(change.end);
    const end = Math.min(last, weeks.length - 1);
    for (let i = Math.max(0, weekOf(change.start)); i <= end; i++) {
      weeks[i].changes.push(change);
    }
  }
  for (const deployment of observations.deployments) {
    weeks[weekOf(deployment.finishedAt ?? Infinity)]?.deployments.push(
      deployment,
    );
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
 * A change of level of a figure.
 *
 * @public
 */
export interface Degradation {
  figure: FigureId;
  /** First week of the new level. */
  since: Instant;
  before: { median: number; n: number };
  after: { median: number; n: number };
  /** Probability of it by chance. */
  p: number;
}

/**
 * The change point of a figure's weekly values, when it is for the worse.
 * Undefined with fewer than twelve weeks that have a value.
 *
 * @public
 */
export function degradationOf(
  id: FigureId,
  observations: Observations,
  better: 'lower' | 'higher' = 'lower',
): Degradation | undefined {
  const weeks = weeklyFigure(id, observations).flatMap(week =>
    week.value === undefined ? [] : [{ ...week, value: week.value }],
  );
  if (weeks.length < LEAST_WEEKS) {
    return undefined;
  }
  const point = pettitt(weeks.map(week => week.value));
  if (!point) {
    return undefined;
  }
  const before = level(weeks.slice(0, point.index));
  const after = level(weeks.slice(point.index));
  const isWorse =
    better === 'lower'
      ? after.median > before.median
      : after.median < before.median;
  return isWorse
    ? { figure: id, since: weeks[point.index].week, before, after, p: point.p }
    : undefined;
}

function level(weeks: { value: number; n: number }[]) {
  const values = ascending(weeks.map(week => week.value));
  return {
    median: quantile(values, 0.5) ?? 0,
    n: sum(weeks.map(week => week.n)),
  };
}
