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
  EntityFindings,
  FindingPage,
  Snapshot,
  SnapshotComparison,
} from 'backstage-plugin-chokepoint-common';
import { chokepointApiRef } from './chokepointApi';
import { Reading, Scope, ScopedQuery } from './readings';
import { useSame } from './useSame';

/** Findings that are looked at across the organisation. */
const MOST_FINDINGS = 500;

/** What the numbers of an entity say, and a sample of its changes. */
export function useFindings(
  entityRef: string,
  scope: Scope,
): Reading<EntityFindings> {
  const api = useApi(chokepointApiRef);
  const asked = useSame(scope);
  return useAsyncRetry(
    () => api.getEntityFindings(entityRef, asked),
    [api, entityRef, asked],
  );
}

/** What the numbers of every team and system say. */
export function useAllFindings(query: ScopedQuery): Reading<FindingPage> {
  const api = useApi(chokepointApiRef);
  const asked = useSame(query);
  return useAsyncRetry(
    () => api.listFindings({ ...asked, limit: MOST_FINDINGS }),
    [api, asked],
  );
}

/** The snapshots of an entity. */
export function useSnapshots(entityRef: string): Reading<Snapshot[]> {
  const api = useApi(chokepointApiRef);
  return useAsyncRetry(
    async () => (await api.listSnapshots(entityRef)).items,
    [api, entityRef],
  );
}

/**
 * A snapshot against another, or against now.
 *
 * @param compare - the id of the other snapshot, or `now`
 */
export function useComparison(
  entityRef: string,
  id: string,
  compare: string,
): Reading<SnapshotComparison> {
  const api = useApi(chokepointApiRef);
  return useAsyncRetry(
    () => api.compareSnapshot(entityRef, id, compare),
    [api, entityRef, id, compare],
  );
}
