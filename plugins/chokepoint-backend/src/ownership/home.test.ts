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
import { homeOf, withoutCentralCatalogs } from './home';

function entity(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', annotations },
  };
}

const SOURCE = 'backstage.io/source-location';
const MANAGED = 'backstage.io/managed-by-location';

function isForge(host: string): boolean {
  return ['github.com', 'gitlab.com', 'ghe.acme.com'].includes(host);
}

describe('an entity lives', () => {
  it.each([
    [
      'in the repository of its project slug',
      { 'github.com/project-slug': 'acme/shop' },
      { repo: 'github.com/acme/shop', path: '' },
    ],
    [
      'in the folder of its source location',
      { [SOURCE]: 'url:https://github.com/acme/mono/tree/main/services/shop/' },
      { repo: 'github.com/acme/mono', path: 'services/shop/' },
    ],
    [
      'in the folder of the file of its source location',
      {
        [SOURCE]:
          'url:https://gitlab.com/acme/web/mono/-/blob/main/shop/c.yaml',
      },
      { repo: 'gitlab.com/acme/web/mono', path: 'shop/' },
    ],
    [
      'in the folder after a branch with a slash',
      {
        [SOURCE]: 'url:https://github.com/acme/mono/tree/feature/x/services/a/',
      },
      { repo: 'github.com/acme/mono', path: 'services/a/' },
    ],
    [
      'by the slug of a forge, and not of whatever else has slugs',
      {
        'circleci.com/project-slug': 'gh/acme/other',
        'sentry.io/project-slug': 'acme-shop',
        'github.com/project-slug': 'acme/shop',
      },
      { repo: 'github.com/acme/shop', path: '' },
    ],
    [
      'in its source location, when no slug is of a forge',
      {
        'buildkite.com/project-slug': 'acme/shop-build',
        [SOURCE]: 'url:https://github.com/acme/shop/tree/main/',
      },
      { repo: 'github.com/acme/shop', path: '' },
    ],
    [
      'by the slug of several that equals its source location',
      {
        'github.com/project-slug': 'acme/mirror',
        'gitlab.com/project-slug': 'acme/shop',
        [SOURCE]: 'url:https://gitlab.com/Acme/shop/-/tree/main/cart/',
      },
      { repo: 'gitlab.com/acme/shop', path: 'cart/' },
    ],
    ...[
      'acme/shop/',
      'Acme/Shop',
      'acme/shop.git',
      'https://github.com/acme/shop',
    ].map((slug): [string, Record<string, string>, object] => [
      `by its slug ${slug}, however it is spelled`,
      { 'github.com/project-slug': slug },
      { repo: 'github.com/acme/shop', path: '' },
    ]),
    [
      'where it says itself, whatever else is known',
      {
        'chokepoint.io/repository': 'https://github.com/acme/mono.git',
        'github.com/project-slug': 'acme/shop',
        [SOURCE]: 'url:https://github.com/acme/mono/tree/main/shop/',
      },
      { repo: 'github.com/acme/mono', path: 'shop/' },
    ],
    [
      'nowhere when it says so',
      { 'chokepoint.io/repository': 'none', 'github.com/project-slug': 'a/b' },
      undefined,
    ],
    [
      'nowhere by the file that describes it, which may be of a central catalog',
      { [MANAGED]: 'url:https://github.com/acme/catalog/blob/main/x.yaml' },
      undefined,
    ],
    [
      'in the repository of its slug, though a central one describes it',
      {
        'github.com/project-slug': 'acme/shop',
        [MANAGED]: 'url:https://github.com/acme/catalog/blob/main/all/x.yaml',
      },
      { repo: 'github.com/acme/shop', path: '' },
    ],
    [
      'in the folder of its location, when the slug says the same repository',
      {
        'github.com/project-slug': 'Acme/Mono',
        [SOURCE]: 'url:https://github.com/acme/mono/tree/main/shop',
      },
      { repo: 'github.com/acme/mono', path: 'shop/' },
    ],
    [
      'on the enterprise host of its location, though the slug says github.com',
      {
        'github.com/project-slug': 'acme/shop',
        [SOURCE]: 'url:https://ghe.acme.com/acme/shop/tree/main/',
      },
      { repo: 'ghe.acme.com/acme/shop', path: '' },
    ],
    [
      'on gitlab.com by its slug there',
      { 'gitlab.com/project-slug': 'acme/web/shop' },
      { repo: 'gitlab.com/acme/web/shop', path: '' },
    ],
    ['nowhere without annotations', {}, undefined],
    ['nowhere by a file', { [MANAGED]: 'file:/tmp/catalog.yaml' }, undefined],
    ['nowhere by a broken URL', { [SOURCE]: 'url:not a url' }, undefined],
  ])('%s', (_, annotations, home) => {
    expect(homeOf(entity(annotations), isForge).homes).toEqual(
      home ? [home] : [],
    );
  });

  it('in several repositories, when it says so', () => {
    const annotations = {
      'chokepoint.io/repository': 'github.com/acme/api, github.com/acme/web',
    };
    expect(homeOf(entity(annotations), isForge).homes).toEqual([
      { repo: 'github.com/acme/api', path: '' },
      { repo: 'github.com/acme/web', path: '' },
    ]);
  });
});

describe('why an entity lives where it does', () => {
  it.each([
    ['chokepoint.io/repository', { 'chokepoint.io/repository': 'a.com/b/c' }],
    ['chokepoint.io/repository', { 'chokepoint.io/repository': 'none' }],
    ['github.com/project-slug', { 'github.com/project-slug': 'acme/shop' }],
    [SOURCE, { [SOURCE]: 'url:https://github.com/acme/shop/tree/main/' }],
    [undefined, {}],
  ])('is its annotation %s', (annotation, annotations) => {
    expect(homeOf(entity(annotations), isForge).annotation).toBe(annotation);
  });
});

describe('a central catalog', () => {
  const CATALOG = 'github.com/acme/catalog';
  const described = {
    [MANAGED]: `url:https://${CATALOG}/blob/main/all/shop.yaml`,
    [SOURCE]: `url:https://${CATALOG}/tree/main/all/`,
  };
  const file = CATALOG;
  const inside = homeOf(entity(described), isForge);
  const elsewhere = homeOf(
    entity({ ...described, 'github.com/project-slug': 'acme/shop' }),
    isForge,
  );

  it('is no home of what it describes, when it describes what lives elsewhere', () => {
    const [bySlug, loose] = withoutCentralCatalogs([
      { ...elsewhere, file },
      { ...inside, file },
    ]);
    expect(bySlug.homes).toEqual([{ repo: 'github.com/acme/shop', path: '' }]);
    expect(loose).toMatchObject({ homes: [], describedIn: CATALOG });
  });

  it('is none, where it describes what lives in it', () => {
    const all = [inside, inside, elsewhere].map(home => ({ ...home, file }));
    const [first] = withoutCentralCatalogs(all);
    expect(first.homes).toEqual([{ repo: CATALOG, path: 'all/' }]);
  });

  it('is a home of what says so itself', () => {
    const stated = homeOf(
      entity({
        ...described,
        [SOURCE]: `url:https://${CATALOG}/tree/main/tools/`,
      }),
      isForge,
    );
    const [tool] = withoutCentralCatalogs([
      { ...stated, file },
      { ...elsewhere, file },
    ]);
    expect(tool.homes).toEqual([{ repo: CATALOG, path: 'tools/' }]);
  });
});
