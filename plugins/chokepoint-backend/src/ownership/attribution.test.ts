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

import { entitiesTouched, ownerOf, Resident } from './attribution';

const SHOP: Resident = {
  entityRef: 'component:default/shop',
  path: 'services/shop/',
  owner: 'group:default/web',
};
const SHOP_API: Resident = {
  entityRef: 'api:default/shop',
  path: 'services/shop/',
};
const CART: Resident = {
  entityRef: 'component:default/cart',
  path: 'services/shop/cart/',
  owner: 'group:default/checkout',
};
const DOCS: Resident = { entityRef: 'component:default/docs', path: '' };

function touched(residents: Resident[], paths?: string[]): string[] {
  return entitiesTouched(residents, paths).map(r => r.entityRef);
}

describe('a change touches', () => {
  it('the only entity of its repository, wherever that lives', () => {
    expect(touched([SHOP], ['README.md'])).toEqual([SHOP.entityRef]);
  });

  it('all entities of one folder', () => {
    expect(touched([SHOP, SHOP_API], ['a.ts'])).toHaveLength(2);
  });

  it('the entities in the innermost folder around each path', () => {
    const all = [DOCS, SHOP, SHOP_API, CART];
    expect(touched(all, ['services/shop/cart/a.ts'])).toEqual([CART.entityRef]);
    expect(touched(all, ['services/shop/a.ts'])).toEqual([
      SHOP.entityRef,
      SHOP_API.entityRef,
    ]);
    expect(touched(all, ['README.md', 'services/shop/cart/b.ts'])).toEqual([
      DOCS.entityRef,
      CART.entityRef,
    ]);
  });

  it('a folder only when the name ends there', () => {
    const all = [DOCS, SHOP];
    expect(touched(all, ['services/shopping/a.ts'])).toEqual([DOCS.entityRef]);
  });

  it('all entities when its paths are not known, or lie in no folder', () => {
    expect(touched([SHOP, CART], undefined)).toHaveLength(2);
    expect(touched([SHOP, CART], [])).toHaveLength(2);
    expect(touched([SHOP, CART], ['package.json'])).toHaveLength(2);
  });

  it('nothing in a repository without entities', () => {
    expect(touched([], ['a.ts'])).toEqual([]);
  });
});

describe('the owner of what a change touches', () => {
  it('is the team that owns most of it', () => {
    expect(ownerOf([CART, SHOP, { ...SHOP_API, owner: SHOP.owner }])).toBe(
      'group:default/web',
    );
  });

  it('is the first by name where several own as much', () => {
    expect(ownerOf([SHOP, CART])).toBe('group:default/checkout');
  });

  it('is whoever owns a part, though the rest is unowned', () => {
    expect(ownerOf([SHOP_API, DOCS, SHOP])).toBe('group:default/web');
  });

  it('is nobody for unowned entities and for none', () => {
    expect(ownerOf([SHOP_API])).toBe('unassigned');
    expect(ownerOf([])).toBe('unassigned');
  });
});
