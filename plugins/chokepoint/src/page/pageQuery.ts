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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useState } from 'react';
import { ScopedQuery, TimedQuery } from '../api/readings';
import {
  useParameters,
  useViewInAddress,
  ViewInAddress,
} from '../url/navigation';
import { filterOf } from '../url/view';
import { instantsOf } from '../url/window';

/** The question of a page, as its address says it. */
export interface PageQuery {
  query: ScopedQuery;
  /** The same of durations. */
  timed: TimedQuery;
  address: ViewInAddress;
}

/**
 * The entity a page is narrowed to; none for the whole organisation, or where
 * the address says something that is no entity.
 */
export function scopeIn(params: URLSearchParams): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(params.get('scope') ?? ''));
  } catch {
    return undefined;
  }
}

/** Reads what a page is about from its address. */
export function usePageQuery(): PageQuery {
  const address = useViewInAddress();
  const { params } = useParameters();
  const [now] = useState(Date.now);
  const query = {
    ...instantsOf(address.view.window, now),
    ...filterOf(address.view),
    scope: scopeIn(params),
  };
  return { query, timed: { ...query, time: address.view.time }, address };
}
