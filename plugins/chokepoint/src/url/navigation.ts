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

import { RouteRef, useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { chokepointRouteRef, executionRouteRef } from '../routes';
import { writeParameters } from './parameters';
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

/** Values to write into the address; `undefined` takes one out. */
export type ParameterPatch = Record<string, string | undefined>;

/** What the address says besides the view, and how to change it. */
export interface Parameters {
  params: URLSearchParams;
  /**
   * Goes to a changed address.
   *
   * @param inPlace - without a step in the history, for what changes quickly
   */
  go(patch: ParameterPatch, inPlace?: boolean): void;
  /** The changed address, for links. */
  hrefOf(patch: ParameterPatch): string;
}

/** The parameters of the address that a page has for itself. */
export function useParameters(): Parameters {
  const [params, setParams] = useSearchParams();
  const go = useCallback(
    (patch: ParameterPatch, inPlace = false) =>
      setParams(current => writeParameters(current, patch), {
        replace: inPlace,
      }),
    [setParams],
  );
  const hrefOf = useCallback(
    (patch: ParameterPatch) => `?${writeParameters(params, patch).toString()}`,
    [params],
  );
  return { params, go, hrefOf };
}

// A route is missing where a portal shows the card and not the tab or page.
function usePathOf(routeRef: RouteRef): string | undefined {
  try {
    return useRouteRef(routeRef)();
  } catch {
    return undefined;
  }
}

/** The pages below the page of the plugin. */
export type SubPage =
  | 'gateways'
  | 'queue'
  | 'scorecard'
  | 'findings'
  | 'sources';

/**
 * The address of a page of the plugin; `undefined` where the portal has none.
 */
export function usePageHref(): (
  page: SubPage,
  patch?: ParameterPatch,
) => string | undefined {
  const path = usePathOf(chokepointRouteRef);
  return useCallback(
    (page, patch = {}) => {
      const query = writeParameters(new URLSearchParams(), patch).toString();
      return path && `${path}/${page}${query && `?${query}`}`;
    },
    [path],
  );
}

/** The address of the Execution tab of any entity. */
export function useEntityHref(): (entityRef: string) => string {
  const pathOf = useRouteRef(entityRouteRef);
  return useCallback(
    entityRef => `${pathOf(entityRouteParams(entityRef))}/execution`,
    [pathOf],
  );
}

/**
 * The address of a view on the Execution tab of the entity of this page;
 * `undefined` where the portal has no such tab.
 */
export function useExecutionHref(): (
  view?: Partial<View>,
) => string | undefined {
  const path = usePathOf(executionRouteRef);
  return useCallback(
    view => {
      const query = writeView({ ...DEFAULT_VIEW, ...view }).toString();
      return path && (query ? `${path}?${query}` : path);
    },
    [path],
  );
}
