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

import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  catalogApiRef,
  entityPresentationApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ChokepointApi } from 'backstage-plugin-chokepoint-common';
import { useLocation } from 'react-router-dom';
import { chokepointApiRef } from '../src/api/chokepointApi';
import { chokepointRouteRef, executionRouteRef } from '../src/routes';
import { exampleApi } from './examples/exampleApi';

const SHOP: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default', title: 'Shop' },
};

/** The component `shop`, owned by somebody. */
function shopOf(owner: string | undefined): Entity {
  return owner
    ? { ...SHOP, relations: [{ type: RELATION_OWNED_BY, targetRef: owner }] }
    : SHOP;
}

const PLATFORM: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'platform', namespace: 'default', title: 'Platform' },
  spec: { type: 'team', children: [] },
};

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

interface Page {
  api?: Partial<ChokepointApi>;
  /** Where one comes in. */
  path?: string;
  /** Ref of the owner of the component; it has none without. */
  owner?: string;
  /** Whether the portal has the Execution tab. */
  withTab?: boolean;
}

/** Renders something as it stands on the page of the component `shop`. */
export function renderOnEntityPage(
  element: JSX.Element,
  { api, path = '/execution', owner, withTab = true }: Page = {},
) {
  const catalogApi = catalogApiMock({ entities: [SHOP, PLATFORM] });
  return renderInTestApp(
    <EntityProvider entity={shopOf(owner)}>
      {element}
      <Address />
    </EntityProvider>,
    {
      initialRouteEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/chokepoint': chokepointRouteRef,
        ...(withTab && { '/execution': executionRouteRef }),
      },
      apis: [
        [catalogApiRef, catalogApi],
        [permissionApiRef, mockApis.permission()],
        [
          entityPresentationApiRef,
          DefaultEntityPresentationApi.create({ catalogApi }),
        ],
        [chokepointApiRef, exampleApi(api)],
      ],
    },
  );
}
