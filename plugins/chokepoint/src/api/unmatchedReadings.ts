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
  UnmatchedPage,
  UnmatchedQuery,
} from 'backstage-plugin-chokepoint-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { chokepointApiRef } from './chokepointApi';
import { Reading } from './readings';
import { useSame } from './useSame';

/** What was named and found nothing: one page, and the sums of all kinds. */
export function useUnmatched(query: UnmatchedQuery): Reading<UnmatchedPage> {
  const api = useApi(chokepointApiRef);
  const same = useSame(query);
  return useAsyncRetry(() => api.listUnmatched(same), [api, same]);
}
