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
  ChangeDetail,
  ChangePage,
  ChangesQuery,
  EntityFigures,
  SourceHealth,
  TimeBasis,
} from 'backstage-plugin-chokepoint-common';
import useAsyncRetry, { AsyncStateRetry } from 'react-use/esm/useAsyncRetry';
import useInterval from 'react-use/esm/useInterval';
import { PAGE_SIZE } from './paging';
import { QueryWindow } from '../url/window';
import { Comparison, Filter, filterOf, View } from '../url/view';
import { chokepointApiRef } from './chokepointApi';
import { useSame } from './useSame';

/**
 * What is known of something that is read from the backend. The last answer
 * is kept while a newer one is on its way.
 */
export type Reading<T> = AsyncStateRetry<T>;

/** What narrows every figure and every list of a view. */
export type Scope = QueryWindow & Filter;

/** The same, by the clock that durations are told by. */
export type TimedScope = Scope & { time?: TimeBasis };

/** What a question about a part of the organisation is about. */
export interface ScopedQuery extends Scope {
  /** An entity reference; the whole organisation without one. */
  scope?: string;
}

/** The same, by the clock that durations are told by. */
export type TimedQuery = ScopedQuery & TimedScope;

/** How many changes in flight are looked at; the most one page can have. */
export const IN_FLIGHT_LIMIT = 500;

const WHILE_PARTIAL_MS = 10_000;

/** The figures of an entity; read again and again while they are partial. */
export function useFigures(
  entityRef: string,
  scope: TimedScope & { compare?: Comparison },
): Reading<EntityFigures> {
  const api = useApi(chokepointApiRef);
  const query = useSame(scope);
  const reading = useAsyncRetry(
    () => api.getEntityFigures(entityRef, query),
    [api, entityRef, query],
  );
  useInterval(
    reading.retry,
    reading.value && isPartial(reading.value) ? WHILE_PARTIAL_MS : null,
  );
  return reading;
}

/** Whether more is still to come into these figures. */
export function isPartial(figures: Pick<EntityFigures, 'partial'>): boolean {
  const { pending, syncing = [] } = figures.partial;
  return pending > 0 || syncing.length > 0;
}

/** The question behind the list of changes of a view. */
export function useChangesQuery(scope: Scope, view: View): ChangesQuery {
  const { state, figure, stage, order, cursor } = view;
  return useSame({ ...scope, state, figure, stage, order, cursor });
}

/** One page of the changes of an entity. */
export function useChangePage(
  entityRef: string,
  query: ChangesQuery,
): Reading<ChangePage> {
  const api = useApi(chokepointApiRef);
  return useAsyncRetry(
    () => api.listEntityChanges(entityRef, { ...query, limit: PAGE_SIZE }),
    [api, entityRef, query],
  );
}

/** What of an entity is on its way now, the oldest first. */
export function useInFlight(
  entityRef: string,
  scope: Filter,
): Reading<ChangePage> {
  const api = useApi(chokepointApiRef);
  const filter = useSame(filterOf(scope));
  return useAsyncRetry(
    () =>
      api.listEntityChanges(entityRef, {
        state: 'inFlight',
        order: '-age',
        limit: IN_FLIGHT_LIMIT,
        ...filter,
      }),
    [api, entityRef, filter],
  );
}

/** One change with its timeline. */
export function useChange(key: string): Reading<ChangeDetail> {
  const api = useApi(chokepointApiRef);
  return useAsyncRetry(() => api.getChange(key), [api, key]);
}

/** What feeds the figures. */
export function useSources(): Reading<SourceHealth> {
  const api = useApi(chokepointApiRef);
  return useAsyncRetry(() => api.listSources(), [api]);
}
