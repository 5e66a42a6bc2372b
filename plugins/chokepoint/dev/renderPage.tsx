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

import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ChokepointApi } from 'backstage-plugin-chokepoint-common';
import { useLocation } from 'react-router-dom';
import { chokepointApiRef } from '../src/api/chokepointApi';
import { chokepointRouteRef } from '../src/routes';
import { exampleApi } from './examples/exampleApi';

function group(name: string, title: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', title },
    spec: { type: 'team', children: [] },
  };
}

const entities = [
  group('platform', 'Platform'),
  group('web', 'Web'),
  group('data', 'Data'),
];

function Address() {
  const { search } = useLocation();
  return <output aria-label="address">{search}</output>;
}

interface PageOptions {
  api?: Partial<ChokepointApi>;
  search?: string;
  /** Whether the viewer may do nothing but look. */
  denied?: boolean;
}

/** Renders a page of the plugin as it stands in a portal. */
export function renderPage(
  element: JSX.Element,
  { api, search = '', denied = false }: PageOptions = {},
) {
  const catalogApi = catalogApiMock({ entities });
  return renderInTestApp(
    <>
      {element}
      <Address />
    </>,
    {
      initialRouteEntries: [`/chokepoint${search}`],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/chokepoint': chokepointRouteRef,
      },
      apis: [
        [catalogApiRef, catalogApi],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
          }),
        ],
        [
          entityPresentationApiRef,
          DefaultEntityPresentationApi.create({ catalogApi }),
        ],
        [chokepointApiRef, exampleApi(api)],
      ],
    },
  );
}
