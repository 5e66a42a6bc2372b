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

import {
  areApart,
  Interval,
  meanInterval,
  quantileInterval,
  ratioInterval,
  shareInterval,
} from '../statistics/intervals';
import { sum } from '../statistics/quantile';
import { FIGURE_DEFINITIONS } from './definitions';
import { FigureId } from './Figure';
import { observed } from './observed';
import { Observations } from './population';

/**
 * How a figure moved against the window before. `up` and `down` only where the
 * intervals of both windows are apart; else the difference is within chance.
 *
 * @public
 */
export interface Trend {
  direction: 'up' | 'down' | 'none';
  interval: Interval;
  previousInterval: Interval;
}

/**
 * The trend of a figure; undefined where either window has no observation, or
 * the figure is no median, mean or share (a rate, a stock).
 *
 * @public
 */
export function trendOf(
  id: FigureId,
  observations: Observations,
  previous: Observations,
): Trend | undefined {
  const interval = intervalOf(id, observations);
  const previousInterval = intervalOf(id, previous);
  if (!interval || !previousInterval) {
    return undefined;
  }
  if (!areApart(interval, previousInterval)) {
    return { direction: 'none', interval, previousInterval };
  }
  const direction = interval.low > previousInterval.high ? 'up' : 'down';
  return { direction, interval, previousInterval };
}

/**
 * The 95 % interval of a figure, in closed form (section 2 of the KPIs): order
 * statistics for medians, Wilson for shares, the jackknife for ratios of sums,
 * Student's distribution for means. Undefined for a rate or a stock, and where
 * too little was observed.
 *
 * @public
 */
export function intervalOf(
  id: FigureId,
  observations: Observations,
): Interval | undefined {
  const { observations: found } = observed(id, observations);
  const values = found.map(o => o.value);
  switch (FIGURE_DEFINITIONS[id].headline) {
    case 'median':
      return quantileInterval(values);
    case 'mean':
      return meanInterval(values);
    case 'share':
      return shareInterval(sum(values), values.length);
    case 'ratio':
      return ratioInterval(
        found.map(o => ({ part: o.value, whole: o.of ?? 1 })),
      );
    default:
      return undefined;
  }
}
