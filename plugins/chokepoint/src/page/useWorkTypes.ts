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

import { useMemo } from 'react';
import { GatewayPage } from 'backstage-plugin-chokepoint-common';
import { useGateways } from '../api/gatewayReadings';
import { ScopedQuery } from '../api/readings';

/** The work types that anything of a ranking has waited for. */
export function workTypesOf(ranking: GatewayPage | undefined): string[] {
  const types = (ranking?.items ?? []).flatMap(row =>
    row.workTypes.map(({ key }) => key),
  );
  return [...new Set(types)].sort();
}

/** The work types that anything of a scope has waited for, to filter by. */
export function useWorkTypes(query: ScopedQuery): string[] {
  const { value } = useGateways({ ...query, workType: undefined });
  return useMemo(() => workTypesOf(value), [value]);
}
