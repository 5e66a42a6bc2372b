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

import { FIGURE_DEFINITIONS } from './definitions';
import { Exclusion, FigureId } from './Figure';
import { leftOut } from './leavingOut';
import { Observed } from './observing';
import { once } from './once';
import { Observations } from './population';

const known = once((_: Observations) => new Map<FigureId, Observed>());

/** What a figure is pooled from; observed once for the same observations. */
export function observed(id: FigureId, observations: Observations): Observed {
  const before = known(observations).get(id);
  if (before) {
    return before;
  }
  const counting = FIGURE_DEFINITIONS[id].observe(observations);
  const { excluded = [] } = counting;
  const found = {
    ...counting,
    excluded: [...excluded, ...excludedFrom(id, observations)],
  };
  known(observations).set(id, found);
  return found;
}

/** What would be observed of the changes that are left out, by the reason. */
function excludedFrom(id: FigureId, observations: Observations): Exclusion[] {
  return leftOut(observations).flatMap(({ why, changes }) => {
    const { observations: found } = FIGURE_DEFINITIONS[id].observe({
      ...observations,
      changes: changes.map(change => ({
        ...change,
        carrier: false,
        excludedBy: undefined,
      })),
      releases: [],
      features: [],
    });
    return found.length > 0 ? [{ ...why, n: found.length }] : [];
  });
}
