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

import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { teamOfPerson } from 'chokepoint-flow';
import { Membership, Parent } from './Directory';
import {
  EntityHome,
  Home,
  homeOf,
  repositoryOfFile,
  withoutCentralCatalogs,
} from './home';
import { identitiesOfGroup, identitiesOfUser, Identity } from './identities';

/** An entity that lives in a repository. */
export interface Resident extends Home {
  entityRef: string;
  owner?: string;
  system?: string;
}

/** An entity that may live in a repository, and why it does. */
export interface Occupant extends EntityHome {
  entityRef: string;
  owner?: string;
  system?: string;
  /** The repository of the file that describes it. */
  file?: string;
}

/** What the catalog says about ownership, at one moment. */
export interface CatalogSnapshot {
  /** Components, APIs and resources, whether they live anywhere or not. */
  occupants: Occupant[];
  residents: Resident[];
  parents: Parent[];
  memberships: Membership[];
  identities: Identity[];
}

const KINDS = [
  'Component',
  'API',
  'Resource',
  'System',
  'Domain',
  'Group',
  'User',
];
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.profile.email',
  'relations',
];

/**
 * Reads from the catalog, with the plugin's own credentials, everything that
 * ownership needs.
 *
 * @param isForge - whether a host is one of the integrations
 */
export async function readCatalog(
  catalog: CatalogService,
  auth: AuthService,
  isForge: (host: string) => boolean,
): Promise<CatalogSnapshot> {
  const credentials = await auth.getOwnServiceCredentials();
  const snapshot: CatalogSnapshot = {
    occupants: [],
    residents: [],
    parents: [],
    memberships: [],
    identities: [],
  };
  const pages = catalog.streamEntities(
    { filter: { kind: KINDS }, fields: FIELDS },
    { credentials },
  );
  const refs = new Set<string>();
  for await (const page of pages) {
    for (const entity of page) {
      refs.add(stringifyEntityRef(entity));
      add(snapshot, entity, isForge);
    }
  }
  const occupants = withoutCentralCatalogs(snapshot.occupants);
  const residents = occupants.flatMap(residentsOf);
  return {
    ...snapshot,
    occupants,
    residents: owned({ ...snapshot, residents }, refs),
  };
}

/** An entity in each of its repositories. */
function residentsOf({
  entityRef,
  owner,
  system,
  homes,
}: Occupant): Resident[] {
  return homes.map(home => ({ entityRef, ...home, owner, system }));
}

/**
 * An entity whose owner is not in the catalog (any more) is unowned; one that is
 * owned by a person belongs to that person's team, if there is one (section 3 of
 * the model).
 */
function owned(
  { residents, memberships }: CatalogSnapshot,
  refs: ReadonlySet<string>,
): Resident[] {
  const teamOf = (owner: string) =>
    owner.startsWith('user:')
      ? teamOfPerson(
          memberships.flatMap(m => (m.user === owner ? [m.group] : [])),
          undefined,
        ) ?? owner
      : owner;
  return residents.map(({ owner, ...rest }) =>
    owner !== undefined && refs.has(owner)
      ? { ...rest, owner: teamOf(owner) }
      : rest,
  );
}

function add(
  snapshot: CatalogSnapshot,
  entity: Entity,
  isForge: (host: string) => boolean,
): void {
  const ref = stringifyEntityRef(entity);
  switch (entity.kind.toLowerCase()) {
    case 'user':
      snapshot.identities.push(...identitiesOfUser(entity));
      for (const group of related(entity, RELATION_MEMBER_OF, 'group')) {
        snapshot.memberships.push({ user: ref, group });
      }
      break;
    case 'group':
      snapshot.identities.push(...identitiesOfGroup(entity));
      for (const parent of related(entity, RELATION_CHILD_OF, 'group')) {
        snapshot.parents.push({ child: ref, parent });
      }
      break;
    case 'system':
    case 'domain':
      for (const parent of related(entity, RELATION_PART_OF, 'domain')) {
        snapshot.parents.push({ child: ref, parent });
      }
      break;
    default: {
      snapshot.occupants.push({
        entityRef: ref,
        ...homeOf(entity, isForge),
        owner: related(entity, RELATION_OWNED_BY)[0],
        system: related(entity, RELATION_PART_OF, 'system')[0],
        file: repositoryOfFile(entity),
      });
    }
  }
}

/** Refs an entity is related to, each once and by name. */
function related(entity: Entity, type: string, kind?: string): string[] {
  const refs = (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef)
    .filter(ref => kind === undefined || parseEntityRef(ref).kind === kind);
  return [...new Set(refs)].sort();
}
