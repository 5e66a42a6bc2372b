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

import { Duration, Holder, Mode, Stage, UNASSIGNED } from '../timeline/Segment';
import { StageTime } from './factTypes';

/** What is to be known of a segment to sum it up. */
interface Summable {
  stage: Stage;
  mode: Mode;
  holders: readonly Holder[];
}

/** Working and waiting time of some segments, which are as long as `lengthOf` says. */
export function sums<S extends Summable>(
  segments: readonly S[],
  lengthOf: (segment: S) => Duration,
) {
  let working = 0;
  let waiting = 0;
  let soleBlockerTime = 0;
  let unownedWait = 0;
  const stages: Partial<Record<Stage, StageTime>> = {};
  for (const segment of segments) {
    if (segment.mode === 'paused') {
      continue;
    }
    const length = lengthOf(segment);
    const stage = (stages[segment.stage] ??= { working: 0, waiting: 0 });
    if (segment.mode === 'working') {
      working += length;
      stage.working += length;
    } else {
      waiting += length;
      stage.waiting += length;
      unownedWait += isHeldByNobody(segment) ? length : 0;
      soleBlockerTime += hasSoleBlocker(segment) ? length : 0;
    }
  }
  return { working, waiting, soleBlockerTime, unownedWait, stages };
}

function isHeldByNobody(segment: Summable): boolean {
  return segment.holders.some(({ party }) => party === UNASSIGNED);
}

/** Waiting that one party alone can save. */
function hasSoleBlocker(segment: Summable): boolean {
  return segment.holders.length === 1 && !isHeldByNobody(segment);
}
