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
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
} from '@backstage/plugin-catalog-node';
import { companyCatalog } from 'chokepoint-simulator';
import { DEMO_COMPANY, isCompanySimulated } from './demoCompany';
import { entitiesOfRepositories } from './listedRepositories';

/**
 * The catalog of the demo portal: the simulated company, and the repositories
 * that the configuration lists.
 */
export const demoCatalogModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'chokepoint-demo',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        const repositories =
          config.getOptionalStringArray('chokepoint.demo.repositories') ?? [];
        // Without entities they take back those of an earlier start.
        catalog.addEntityProvider(
          fixedEntities(
            'demo-company',
            isCompanySimulated(config) ? companyCatalog(DEMO_COMPANY) : [],
          ),
          fixedEntities(
            'demo-repositories',
            entitiesOfRepositories(repositories),
          ),
        );
      },
    });
  },
});

/** Entities that are known when the backend starts, and do not change. */
function fixedEntities(name: string, entities: Entity[]): EntityProvider {
  return {
    getProviderName: () => name,
    connect: connection =>
      connection.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({ entity, locationKey: name })),
      }),
  };
}
