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
import { ScorecardRow } from 'backstage-plugin-chokepoint-common';
import { chokepointApiRef } from './chokepointApi';
import { Reading, ScopedQuery } from './readings';
import { useSame } from './useSame';

/** Which rows a scorecard has. */
export type RowKind = 'teams' | 'entities';

/** Rows that are asked for at once. */
const PAGE_ROWS = 500;

/** Rows a scorecard has at most. */
export const MOST_ROWS = 5_000;

/** All rows of a scorecard, page after page. */
export function useScorecard(
  query: ScopedQuery,
  rows: RowKind,
): Reading<ScorecardRow[]> {
  const api = useApi(chokepointApiRef);
  const asked = useSame(query);
  return useAsyncRetry(async () => {
    const items: ScorecardRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.getScorecard({
        ...asked,
        rows,
        cursor,
        limit: PAGE_ROWS,
      });
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor && items.length < MOST_ROWS);
    return items;
  }, [api, asked, rows]);
}
