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
import { QueuePage } from 'backstage-plugin-chokepoint-common';
import { PAGE_SIZE } from './paging';
import { chokepointApiRef } from './chokepointApi';
import { Reading } from './readings';

/** What waits now, and on whom. */
export function useLiveQueue(
  scope: string | undefined,
  cursor: string | undefined,
): Reading<QueuePage> {
  const api = useApi(chokepointApiRef);
  return useAsyncRetry(
    () => api.getQueue({ scope, cursor, limit: PAGE_SIZE }),
    [api, scope, cursor],
  );
}
