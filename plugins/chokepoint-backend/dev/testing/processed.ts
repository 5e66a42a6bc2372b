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
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Fields of a spec that name other entities: the relation, and their kind. */
const RELATIONS = [
  ['owner', 'ownedBy', 'group'],
  ['system', 'partOf', 'system'],
  ['domain', 'partOf', 'domain'],
  ['parent', 'childOf', 'group'],
  ['memberOf', 'memberOf', 'group'],
] as const;

/** Entities as the catalog gives them: with their relations. */
export function processed(entities: readonly Entity[]): Entity[] {
  return entities.map(entity => ({
    ...entity,
    metadata: { namespace: 'default', ...entity.metadata },
    relations: RELATIONS.flatMap(([field, type, defaultKind]) =>
      [entity.spec?.[field] ?? []].flat().map(ref => ({
        type,
        targetRef: stringifyEntityRef(
          parseEntityRef(String(ref), { defaultKind }),
        ),
      })),
    ),
  }));
}
