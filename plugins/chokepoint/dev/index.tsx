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
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ChokepointApi } from 'backstage-plugin-chokepoint-common';
import { chokepointApiRef } from '../src/api/chokepointApi';
import { chokepointPlugin } from '../src/plugin';
import { exampleApi } from './examples/exampleApi';
import { entityFigures, NO_FIGURES, WITHHELD } from './examples/figures';

/** The page to look at: `/catalog/default/component/shop`. */
const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'shop',
      title: 'Shop',
      description: 'Where customers buy.',
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'web' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'platform', title: 'Platform' },
    spec: { type: 'team', children: [] },
  },
];

/** The states one wants to look at: `?example=loading` in the address. */
const STATES: Record<string, Partial<ChokepointApi>> = {
  loading: { getEntityFigures: () => new Promise(() => {}) },
  failing: {
    getEntityFigures: async () => {
      throw new TypeError('Failed to fetch');
    },
  },
  empty: { getEntityFigures: async () => NO_FIGURES },
  withheld: { getEntityFigures: async () => WITHHELD },
  partial: {
    getEntityFigures: async () =>
      entityFigures({
        simulated: true,
        partial: { pending: 312, syncing: ['github:github.com'] },
      }),
  },
};

const example = new URLSearchParams(window.location.search).get('example');

const exampleData = createFrontendModule({
  pluginId: 'chokepoint',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: chokepointApiRef,
          deps: {},
          factory: () => exampleApi(example ? STATES[example] : {}),
        }),
    }),
  ],
});

const exampleCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities }),
        }),
    }),
  ],
});

createDevApp({
  features: [catalogPlugin, exampleCatalog, chokepointPlugin, exampleData],
});
