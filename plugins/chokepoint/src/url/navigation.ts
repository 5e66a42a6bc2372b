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

import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { executionRouteRef } from '../routes';
import { changeView, DEFAULT_VIEW, parseView, View, writeView } from './view';

/** The view in the address, and how to change it. */
export interface ViewInAddress {
  view: View;
  /** Goes to a changed view; the one before stays in the history. */
  go(patch: Partial<View>): void;
  /** The address of a changed view, for links. */
  hrefOf(patch: Partial<View>): string;
}

/** The view that the address of the page names. */
export function useViewInAddress(): ViewInAddress {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => parseView(params), [params]);
  const go = useCallback(
    (patch: Partial<View>) =>
      setParams(current =>
        writeView(changeView(parseView(current), patch), current),
      ),
    [setParams],
  );
  const hrefOf = useCallback(
    (patch: Partial<View>) =>
      `?${writeView(changeView(view, patch), params).toString()}`,
    [view, params],
  );
  return { view, go, hrefOf };
}

function useExecutionPath(): string | undefined {
  // The route is missing where a portal shows the card and not the tab.
  try {
    return useRouteRef(executionRouteRef)();
  } catch {
    return undefined;
  }
}

/**
 * The address of a view on the Execution tab of the entity of this page;
 * `undefined` where the portal has no such tab.
 */
export function useExecutionHref(): (
  view?: Partial<View>,
) => string | undefined {
  const path = useExecutionPath();
  return useCallback(
    view => {
      const query = writeView({ ...DEFAULT_VIEW, ...view }).toString();
      return path && (query ? `${path}?${query}` : path);
    },
    [path],
  );
}
