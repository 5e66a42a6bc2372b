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

import { Direction } from 'backstage-plugin-chokepoint-common';
import { FigureUnit } from 'chokepoint-flow';

/** A figure against its value over the window before. */
export interface Trend {
  direction: 'up' | 'down' | 'flat';
  /** `12 %`; of a ratio, percentage points: `4 pts`. Empty when flat. */
  amount: string;
  /** `unclear` when it may be chance. */
  verdict: 'better' | 'worse' | 'same' | 'neutral' | 'unclear';
}

/** A change that the intervals of the two windows do not bear out. */
export const UNCLEAR: Trend = {
  direction: 'flat',
  amount: '',
  verdict: 'unclear',
};

const NBSP = '\u00a0';

/** Points for a ratio (per cent of per cent would confuse), else per cent. */
function changeOf(value: number, previous: number, unit: FigureUnit) {
  return unit === 'ratio'
    ? { percent: Math.round((value - previous) * 100), suffix: 'pts' }
    : { percent: Math.round((value / previous - 1) * 100), suffix: '%' };
}

function verdictOf(direction: 'up' | 'down', better: Direction) {
  switch (better) {
    case 'lower':
      return direction === 'down' ? 'better' : 'worse';
    case 'higher':
      return direction === 'up' ? 'better' : 'worse';
    case 'neutral':
      return 'neutral';
    default: {
      const unknown: never = better;
      throw new Error(`Unknown direction ${unknown}`);
    }
  }
}

/**
 * Compares a figure with the window before. `undefined` when there is nothing
 * to compare with, or when the figure before was zero and per cent have no
 * meaning.
 */
export function trendOf(
  value: number | undefined,
  previous: number | undefined,
  unit: FigureUnit,
  better: Direction,
): Trend | undefined {
  if (value === undefined || previous === undefined) {
    return undefined;
  }
  if (value === previous) {
    return { direction: 'flat', amount: '', verdict: 'same' };
  }
  if (previous === 0 && unit !== 'ratio') {
    return undefined;
  }
  const { percent, suffix } = changeOf(value, previous, unit);
  if (percent === 0) {
    return { direction: 'flat', amount: '', verdict: 'same' };
  }
  const direction = percent > 0 ? 'up' : 'down';
  return {
    direction,
    amount: `${Math.abs(percent)}${NBSP}${suffix}`,
    verdict: verdictOf(direction, better),
  };
}
