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

import { useApi } from '@backstage/core-plugin-api';
import {
  DurationsQuery,
  EntityDurations,
  EntityReviews,
} from 'backstage-plugin-chokepoint-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { chokepointApiRef } from './chokepointApi';
import { Reading, TimedScope } from './readings';
import { useSame } from './useSame';

/** The durations that a scatter can show. */
export type Measure = NonNullable<DurationsQuery['measure']>;

/** Points a scatter has at most. */
const MOST_POINTS = 10_000;

/** How long each change of an entity took. */
export function useDurations(
  entityRef: string,
  scope: TimedScope,
  measure: Measure,
): Reading<EntityDurations> {
  const api = useApi(chokepointApiRef);
  const query = useSame(scope);
  return useAsyncRetry(
    () =>
      api.getEntityDurations(entityRef, {
        ...query,
        measure,
        limit: MOST_POINTS,
      }),
    [api, entityRef, query, measure],
  );
}

/** How the reviews of an entity go, by the hours of a time zone. */
export function useReviews(
  entityRef: string,
  scope: TimedScope,
  zone: string,
): Reading<EntityReviews> {
  const api = useApi(chokepointApiRef);
  const query = useSame(scope);
  return useAsyncRetry(
    () =>
      api.getEntityReviews(entityRef, {
        ...query,
        zone,
      }),
    [api, entityRef, query, zone],
  );
}
