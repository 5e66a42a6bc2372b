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

/**
 * The Chokepoint pages for portals of the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { chokepointApiFactory } from './api/chokepointApi';
import {
  chokepointRouteRef,
  executionRouteRef,
  scorecardRouteRef,
} from './routes';

export { chokepointApiRef } from './api/chokepointApi';
export { chokepointTranslationRef } from './translation';

/**
 * Shows where changes wait, on the pages of the catalog.
 *
 * @public
 */
export const chokepointPlugin = createPlugin({
  id: 'chokepoint',
  apis: [chokepointApiFactory],
  routes: {
    root: chokepointRouteRef,
    execution: executionRouteRef,
    scorecard: scorecardRouteRef,
  },
});

/**
 * The Execution card, for the overview of an entity.
 *
 * @public
 */
export const EntityChokepointCard: () => JSX.Element = chokepointPlugin.provide(
  createComponentExtension({
    name: 'EntityChokepointCard',
    component: {
      lazy: () => import('./card/ExecutionCard').then(m => m.ExecutionCard),
    },
  }),
);

/**
 * The Execution tab: an `EntityLayout.Route` of its own.
 *
 * @public
 */
export const EntityChokepointContent: () => JSX.Element =
  chokepointPlugin.provide(
    createRoutableExtension({
      name: 'EntityChokepointContent',
      mountPoint: executionRouteRef,
      component: () => import('./tab/ExecutionTab').then(m => m.ExecutionTab),
    }),
  );

/**
 * The Scorecard tab of a group, system or domain: an `EntityLayout.Route` of
 * its own.
 *
 * @public
 */
export const EntityChokepointScorecard: () => JSX.Element =
  chokepointPlugin.provide(
    createRoutableExtension({
      name: 'EntityChokepointScorecard',
      mountPoint: scorecardRouteRef,
      component: () =>
        import('./scorecard/ScorecardTab').then(m => m.ScorecardTab),
    }),
  );

/**
 * The page with gateways, queue, scorecard, findings and sources: a `Route` of
 * the app.
 *
 * @public
 */
export const ChokepointPage: () => JSX.Element = chokepointPlugin.provide(
  createRoutableExtension({
    name: 'ChokepointPage',
    mountPoint: chokepointRouteRef,
    component: () => import('./page/LegacyPage').then(m => m.LegacyPage),
  }),
);
