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

import {
  ApiBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { chokepointApiFactory } from './api/chokepointApi';
import { executionRouteRef } from './routes';

/** Kinds that changes touch, and those that these roll up to. */
const KINDS = {
  kind: {
    $in: ['component', 'api', 'resource', 'system', 'domain', 'group'],
  },
};

const chokepointApi = ApiBlueprint.make({
  params: defineParams => defineParams(chokepointApiFactory),
});

const executionCard = EntityCardBlueprint.make({
  name: 'execution',
  params: {
    type: 'content',
    filter: KINDS,
    loader: () => import('./card/ExecutionCard').then(m => <m.ExecutionCard />),
  },
});

const executionContent = EntityContentBlueprint.make({
  name: 'execution',
  params: {
    path: '/execution',
    title: 'Execution',
    group: 'development',
    filter: KINDS,
    routeRef: executionRouteRef,
    loader: () => import('./tab/ExecutionTab').then(m => <m.ExecutionTab />),
  },
});

/**
 * Shows where changes wait, on the pages of the catalog.
 *
 * @public
 */
export const chokepointPlugin = createFrontendPlugin({
  pluginId: 'chokepoint',
  title: 'Chokepoint',
  info: { packageJson: () => import('../package.json') },
  routes: { execution: executionRouteRef },
  extensions: [chokepointApi, executionCard, executionContent],
});
