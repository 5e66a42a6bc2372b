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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
} from '@backstage/plugin-catalog-node';
import {
  chokepointSourcesExtensionPoint,
  FlowSource,
} from 'backstage-plugin-chokepoint-node';
import { demoCatalogModule, demoFlowModule } from '.';

type Demo = { enabled?: boolean; repositories?: string[] };

/** What the demo adds to the catalog and to the sources of a portal. */
async function addedBy(demo: Demo) {
  const providers: EntityProvider[] = [];
  const sources: FlowSource[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        catalogProcessingExtensionPoint,
        {
          addEntityProvider: (...added: EntityProvider[]) =>
            providers.push(...added.flat()),
        },
      ],
      [
        chokepointSourcesExtensionPoint,
        { addSource: (...added: FlowSource[]) => sources.push(...added) },
      ],
    ],
    features: [
      demoCatalogModule,
      demoFlowModule,
      mockServices.rootConfig.factory({ data: { chokepoint: { demo } } }),
    ],
  });
  const entities = await Promise.all(providers.map(entitiesOf));
  await backend.stop();
  return { entities: entities.flat(), sources: sources.map(({ id }) => id) };
}

async function entitiesOf(provider: EntityProvider): Promise<string[]> {
  const refs: string[] = [];
  await provider.connect({
    applyMutation: async mutation => {
      if (mutation.type === 'full') {
        refs.push(...mutation.entities.map(e => stringifyEntityRef(e.entity)));
      }
    },
    refresh: async () => {},
  });
  return refs;
}

describe('the demo', () => {
  it('shows a company of forty services in twelve teams, and tells its life', async () => {
    const { entities, sources } = await addedBy({ enabled: true });

    expect(entities.filter(ref => ref.startsWith('component:'))).toHaveLength(
      40,
    );
    expect(
      entities.filter(ref => ref.startsWith('user:')).length,
    ).toBeGreaterThan(100);
    expect(sources).toEqual(['simulation:1']);
  });

  it('leaves the portal to the repositories that are listed instead', async () => {
    const { entities, sources } = await addedBy({
      enabled: false,
      repositories: ['acme/shop'],
    });

    expect(entities).toEqual([
      'group:default/acme',
      'component:default/acme.shop',
    ]);
    expect(sources).toEqual([]);
  });

  it('is off unless the configuration turns it on', async () => {
    expect(await addedBy({})).toEqual({ entities: [], sources: [] });
  });
});
