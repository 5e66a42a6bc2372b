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
import { homeOf } from './home';

function entity(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', annotations },
  };
}

const SOURCE = 'backstage.io/source-location';
const MANAGED = 'backstage.io/managed-by-location';

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
      'in the folder of the file that describes it, when nothing else is known',
      {
        [MANAGED]:
          'url:https://gitlab.com/acme/web/mono/-/blob/main/shop/catalog-info.yaml',
      },
      { repo: 'gitlab.com/acme/web/mono', path: 'shop/' },
    ],
    [
      'in the root, when that file is there',
      { [MANAGED]: 'url:https://github.com/acme/shop/blob/main/catalog.yaml' },
      { repo: 'github.com/acme/shop', path: '' },
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
    expect(homeOf(entity(annotations))).toEqual(home);
  });
});
