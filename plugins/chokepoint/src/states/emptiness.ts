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
  EntityFigures,
  SourceHealth,
} from 'backstage-plugin-chokepoint-common';

/** Whether no change of the entity was on its way in the window, nor is now. */
export function isEmpty(figures: EntityFigures): boolean {
  return (
    figures.inFlight.n === 0 &&
    figures.stages.every(stage => stage.n === 0) &&
    Object.values(figures.figures).every(
      ({ n, value }) => n === 0 || value === 0,
    )
  );
}

/** Why there is nothing, as far as it decides what to connect. */
export type Emptiness = 'filtered' | 'noSource' | 'notSynced' | 'noTie';

/**
 * Why an entity has no change to show.
 *
 * @param filtered - filters leave out changes, so the sources are not at fault
 * @param sources - absent when the viewer may not see them
 */
export function emptinessOf(
  filtered: boolean,
  sources: SourceHealth | undefined,
): Emptiness {
  if (filtered) {
    return 'filtered';
  }
  if (sources && sources.items.length === 0) {
    return 'noSource';
  }
  const firstRun = (sources?.items ?? []).some(
    ({ state, lastSuccessAt }) =>
      state === 'neverRun' || (state === 'syncing' && !lastSuccessAt),
  );
  return firstRun || (sources?.pending ?? 0) > 0 ? 'notSynced' : 'noTie';
}
