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
import { InputError } from '@backstage/errors';

/**
 * Repositories of GitHub as the components they would be in a catalog of one's
 * own, each owned by the group of its organisation.
 *
 * @param slugs - `owner/name` each
 * @throws InputError for anything else
 */
export function entitiesOfRepositories(slugs: string[]): Entity[] {
  const parsed = slugs.map(parseSlug);
  const owners = new Set(parsed.map(({ owner }) => owner));
  return [...[...owners].map(groupOf), ...parsed.map(componentOf)];
}

interface Repository {
  owner: string;
  name: string;
}

function parseSlug(slug: string): Repository {
  const match = /^([\w.-]+)\/([\w.-]+)$/.exec(slug);
  if (!match) {
    throw new InputError(
      `chokepoint.demo.repositories: "${slug}" is not of the form owner/name`,
    );
  }
  return { owner: match[1], name: match[2] };
}

function groupOf(owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: owner,
      annotations: locatedAt(`https://github.com/${owner}`),
    },
    spec: { type: 'organization', children: [] },
  };
}

function componentOf({ owner, name }: Repository): Entity {
  const url = `https://github.com/${owner}/${name}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `${owner}.${name}`.slice(0, 63),
      title: `${owner}/${name}`,
      annotations: {
        ...locatedAt(url),
        'backstage.io/source-location': `url:${url}/`,
        'github.com/project-slug': `${owner}/${name}`,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
  };
}

function locatedAt(url: string) {
  return {
    'backstage.io/managed-by-location': `url:${url}`,
    'backstage.io/managed-by-origin-location': `url:${url}`,
  };
}
