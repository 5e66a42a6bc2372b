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

/** An entity with the relations the catalog would give it. */
function entity(
  kind: string,
  name: string,
  relations: [type: string, targetRef: string][] = [],
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    spec: {},
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

/** A user with a login on github.com. */
export function user(name: string, ...groups: string[]): Entity {
  return entity(
    'User',
    name,
    groups.map(team => ['memberOf', `group:default/${team}`]),
    { 'github.com/user-login': name },
  );
}

/** A group, in another one. */
export function group(name: string, within?: string): Entity {
  return entity(
    'Group',
    name,
    within ? [['childOf', `group:default/${within}`]] : [],
  );
}

/** A component with its repository, owner and system. */
export function component(
  name: string,
  options: {
    slug?: string;
    owner?: string;
    system?: string;
    folder?: string;
  } = {},
): Entity {
  const { slug = `acme/${name}`, owner, folder } = options;
  const relations: [string, string][] = [];
  if (owner) {
    relations.push(['ownedBy', `group:default/${owner}`]);
  }
  if (options.system) {
    relations.push(['partOf', `system:default/${options.system}`]);
  }
  return entity('Component', name, relations, {
    'github.com/project-slug': slug,
    ...(folder && {
      'backstage.io/source-location': `url:https://github.com/${slug}/tree/main/${folder}/`,
    }),
  });
}

/** A system in a domain. */
export function system(name: string, within?: string): Entity {
  return entity(
    'System',
    name,
    within ? [['partOf', `domain:default/${within}`]] : [],
  );
}

/** A domain, in another one. */
export function domain(name: string, parent?: string): Entity {
  return entity(
    'Domain',
    name,
    parent ? [['partOf', `domain:default/${parent}`]] : [],
  );
}

/** The company most tests play in: two teams below one, and a shop. */
export const COMPANY: Entity[] = [
  group('engineering'),
  group('web', 'engineering'),
  group('platform', 'engineering'),
  user('alice', 'web'),
  user('bob', 'platform'),
  user('carol', 'platform'),
  user('dave', 'web'),
  domain('commerce'),
  system('storefront', 'commerce'),
  component('shop', { owner: 'web', system: 'storefront' }),
  component('pay', { owner: 'platform', system: 'storefront' }),
];
