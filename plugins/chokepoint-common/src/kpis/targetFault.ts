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

import { Kpi, KpiTarget } from './Kpi';

/**
 * What can be wrong with a target: its KPI describes and is not judged, it is
 * below zero, or what is bad would begin before what is good ends.
 *
 * @public
 */
export type TargetFault = 'notJudged' | 'negative' | 'limitIsBetter';

/**
 * What is wrong with a target of a KPI; `undefined` where nothing is.
 *
 * @public
 */
export function targetFault(
  { direction }: Pick<Kpi, 'direction'>,
  { target, limit }: KpiTarget,
): TargetFault | undefined {
  if (direction === 'neutral') {
    return 'notJudged';
  }
  if (target < 0 || limit < 0) {
    return 'negative';
  }
  const isBetter = direction === 'higher' ? limit > target : limit < target;
  return isBetter ? 'limitIsBetter' : undefined;
}
