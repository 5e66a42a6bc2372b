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

import { RouteRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
  OverridableFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import CallMergeIcon from '@material-ui/icons/CallMerge';
import { chokepointApiFactory } from './api/chokepointApi';
import {
  chokepointRouteRef,
  executionRouteRef,
  scorecardRouteRef,
} from './routes';

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

const scorecardContent = EntityContentBlueprint.make({
  name: 'scorecard',
  params: {
    path: '/scorecard',
    title: 'Scorecard',
    // Not the group of the other tab: two in one would become a menu.
    group: 'operation',
    filter: { kind: { $in: ['system', 'domain', 'group'] } },
    routeRef: scorecardRouteRef,
    loader: () =>
      import('./scorecard/ScorecardTab').then(m => <m.ScorecardTab />),
  },
});

const chokepointPage = PageBlueprint.make({
  params: {
    path: '/chokepoint',
    title: 'Chokepoint',
    icon: <CallMergeIcon fontSize="inherit" />,
    routeRef: chokepointRouteRef,
  },
});

/** Around a page: the space that the portal leaves at its sides. */
async function inContent(page: Promise<JSX.Element>) {
  const [{ Content }, element] = await Promise.all([
    import('@backstage/core-components'),
    page,
  ]);
  return <Content>{element}</Content>;
}

const subPages = [
  SubPageBlueprint.make({
    name: 'gateways',
    params: {
      path: 'gateways',
      title: 'Gateways',
      loader: () =>
        inContent(
          import('./gateways/GatewaysPage').then(m => <m.GatewaysPage />),
        ),
    },
  }),
  SubPageBlueprint.make({
    name: 'queue',
    params: {
      path: 'queue',
      title: 'Queue',
      loader: () =>
        inContent(import('./queue/QueuePage').then(m => <m.QueuePage />)),
    },
  }),
  SubPageBlueprint.make({
    name: 'scorecard',
    params: {
      path: 'scorecard',
      title: 'Scorecard',
      loader: () =>
        inContent(
          import('./scorecard/ScorecardPage').then(m => <m.ScorecardPage />),
        ),
    },
  }),
  SubPageBlueprint.make({
    name: 'findings',
    params: {
      path: 'findings',
      title: 'Findings',
      loader: () =>
        inContent(
          import('./findings/FindingsPage').then(m => <m.FindingsPage />),
        ),
    },
  }),
  SubPageBlueprint.make({
    name: 'sources',
    params: {
      path: 'sources',
      title: 'Sources',
      loader: () =>
        inContent(import('./sources/SourcesPage').then(m => <m.SourcesPage />)),
    },
  }),
];

/**
 * Shows where changes wait: a page of its own, and on the pages of the catalog.
 *
 * @public
 */
export const chokepointPlugin: OverridableFrontendPlugin<{
  root: RouteRef;
  execution: RouteRef;
  scorecard: RouteRef;
}> = createFrontendPlugin({
  pluginId: 'chokepoint',
  title: 'Chokepoint',
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: chokepointRouteRef,
    execution: executionRouteRef,
    scorecard: scorecardRouteRef,
  },
  extensions: [
    chokepointApi,
    executionCard,
    executionContent,
    scorecardContent,
    chokepointPage,
    ...subPages,
  ],
});
