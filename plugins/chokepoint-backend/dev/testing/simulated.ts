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
import { FlowEvent } from 'chokepoint-flow';
import { companyCatalog, CompanyOptions, simulate } from 'chokepoint-simulator';

/** The simulated company as a catalog answers, and what happened in it. */
export interface SimulatedCompany {
  entities: Entity[];
  events: FlowEvent[];
}

/** Some weeks of the simulated company. */
export function simulatedCompany(options: {
  seed: number;
  from: number;
  to: number;
  changesPerWeek: number;
}): SimulatedCompany {
  const events: FlowEvent[] = [];
  for (const occurrence of simulate(options)) {
    if (occurrence.kind === 'event') {
      events.push(occurrence.event);
    }
  }
  return { events, entities: simulatedCatalog(options) };
}

/** The simulated company as a catalog answers. */
export function simulatedCatalog(options: CompanyOptions): Entity[] {
  return companyCatalog(options).map(withRelations);
}

/** Fields of `spec` that the catalog turns into relations of the entity. */
const RELATED: [field: string, type: string, kind: string][] = [
  ['owner', 'ownedBy', 'group'],
  ['system', 'partOf', 'system'],
  ['domain', 'partOf', 'domain'],
  ['parent', 'childOf', 'group'],
  ['memberOf', 'memberOf', 'group'],
];

/** An entity with the relations that the catalog derives from it. */
function withRelations(entity: Entity): Entity {
  const relations = RELATED.flatMap(([field, type, defaultKind]) =>
    [entity.spec?.[field] ?? []].flat().map(name => ({
      type,
      targetRef: stringifyEntityRef(
        parseEntityRef(String(name), {
          defaultKind,
          defaultNamespace: 'default',
        }),
      ),
    })),
  );
  return { ...entity, relations };
}
