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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { entitiesOfRepositories } from './listedRepositories';

describe('the repositories that a portal lists', () => {
  it('become components, owned by the group of their organisation', () => {
    const entities = entitiesOfRepositories(['acme/shop', 'acme/site']);

    expect(entities.map(stringifyEntityRef)).toEqual([
      'group:default/acme',
      'component:default/acme.shop',
      'component:default/acme.site',
    ]);
    expect(entities[1].spec?.owner).toBe('acme');
  });

  it('are known to the sources by the annotations of any catalog', () => {
    const [, shop] = entitiesOfRepositories(['acme/shop']);

    expect(shop.metadata.annotations).toMatchObject({
      'github.com/project-slug': 'acme/shop',
      'backstage.io/source-location': 'url:https://github.com/acme/shop/',
    });
  });

  it.each(['shop', 'https://github.com/acme/shop', 'acme/', ''])(
    'are refused when written as %p',
    slug => {
      expect(() => entitiesOfRepositories([slug])).toThrow(
        /is not of the form owner\/name/,
      );
    },
  );
});
