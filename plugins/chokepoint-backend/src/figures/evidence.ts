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

import { FigureId, Window } from 'chokepoint-flow';
import { WindowRequest } from './Reader';
import { iso } from './window';

/** Where the changes behind a figure are listed, below the API's base. */
export function evidenceOf(
  entityRef: string,
  { workType, size, authorKind }: WindowRequest,
  window: Window,
  figure: FigureId,
): string {
  const [kind, rest] = entityRef.split(':');
  const path = [kind, ...rest.split('/')].map(encodeURIComponent).join('/');
  const query = new URLSearchParams({
    figure,
    from: iso(window.from),
    to: iso(window.to),
    ...(workType !== undefined && { workType }),
    ...(size !== undefined && { size }),
    ...(authorKind !== undefined && { authorKind }),
  });
  return `/entities/${path}/changes?${query}`;
}
