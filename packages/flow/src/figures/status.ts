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

import { Figure } from './Figure';

/**
 * How a figure stands against its target.
 *
 * @public
 */
export type FigureStatus = 'good' | 'watch' | 'bad' | 'tooFew';

/**
 * The target of a figure: `good` up to `target`, `bad` beyond `limit`, `watch`
 * in between. Where higher is better, the other way round.
 *
 * @public
 */
export interface Target {
  target: number;
  limit: number;
  better: 'lower' | 'higher';
  /** Fewer observations give `tooFew`. */
  minimum: number;
}

/**
 * The status of a figure; `tooFew` when it has fewer observations than the
 * minimum, or no value.
 *
 * @public
 */
export function statusOf(figure: Figure, target: Target): FigureStatus {
  if (figure.value === undefined || figure.n < target.minimum) {
    return 'tooFew';
  }
  const sign = target.better === 'lower' ? 1 : -1;
  if (sign * figure.value <= sign * target.target) {
    return 'good';
  }
  return sign * figure.value <= sign * target.limit ? 'watch' : 'bad';
}
