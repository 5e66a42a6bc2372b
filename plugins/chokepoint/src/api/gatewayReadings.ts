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
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import {
  FlowMap,
  GatewayDetail,
  GatewayPage,
} from 'backstage-plugin-chokepoint-common';
import { chokepointApiRef } from './chokepointApi';
import { Reading, TimedQuery } from './readings';
import { useSame } from './useSame';

/** How parties are ranked: pooled by team, or each for itself. */
export type RankedBy = 'team' | 'party';

/** Parties on one page of the ranking. */
export const GATEWAYS_SHOWN = 100;

/** Who the changes of a scope queue behind. */
export function useGateways(
  query: TimedQuery,
  by: RankedBy = 'team',
): Reading<GatewayPage> {
  const api = useApi(chokepointApiRef);
  const asked = useSame(query);
  return useAsyncRetry(
    () => api.listGateways({ ...asked, by, limit: GATEWAYS_SHOWN }),
    [api, asked, by],
  );
}

/**
 * All about one gateway.
 *
 * @param target - median wait to try, milliseconds
 */
export function useGateway(
  party: string,
  query: TimedQuery,
  target?: number,
): Reading<GatewayDetail> {
  const api = useApi(chokepointApiRef);
  const asked = useSame(query);
  return useAsyncRetry(
    () => api.getGateway(party, { ...asked, target }),
    [api, party, asked, target],
  );
}

/** Whose changes wait on whom. */
export function useFlowMap(query: TimedQuery): Reading<FlowMap> {
  const api = useApi(chokepointApiRef);
  const asked = useSame(query);
  return useAsyncRetry(() => api.getFlowMap(asked), [api, asked]);
}
