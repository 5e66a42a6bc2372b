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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { inChunks } from '../database';
import { EntityFilter, EntityTitles } from './Reader';

/** Entities that the catalog is asked for at once. */
const BATCH = 200;

/**
 * The catalog as somebody sees it. What was asked for once is not asked for
 * again during a request.
 */
export function seenBy(
  catalog: CatalogService,
  credentials: BackstageCredentials,
): { visible: EntityFilter; titles: EntityTitles } {
  const known = new Map<string, Entity | undefined>();
  const ask = async (refs: readonly string[]) => {
    const unknown = [...new Set(refs)].filter(ref => !known.has(ref));
    for (const chunk of inChunks(unknown, BATCH)) {
      chunk.forEach(ref => known.set(ref, undefined));
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: chunk,
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
            'spec.profile.displayName',
          ],
        },
        { credentials },
      );
      for (const item of items) {
        if (item) {
          known.set(stringifyEntityRef(item), item);
        }
      }
    }
  };
  return {
    async visible(refs) {
      await ask(refs);
      return new Set(refs.filter(ref => known.get(ref)));
    },
    async titles(refs) {
      await ask(refs);
      return new Map(
        refs.flatMap(ref => {
          const title = titleOf(known.get(ref));
          return title === undefined ? [] : [[ref, title]];
        }),
      );
    },
  };
}

function titleOf(entity: Entity | undefined): string | undefined {
  const profile = entity?.spec?.profile;
  const displayName =
    typeof profile === 'object' && profile && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return typeof displayName === 'string' ? displayName : entity?.metadata.title;
}
