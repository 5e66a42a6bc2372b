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

import { changeName } from './changeName';
import { directionOf, orderAfter } from './columns';
import { rangeOf } from '../api/paging';

describe('the order of the list', () => {
  it('is told on its column alone', () => {
    expect(directionOf('age', '-age')).toBe('descending');
    expect(directionOf('age', 'age')).toBe('ascending');
    expect(directionOf('waiting', 'age')).toBeUndefined();
  });

  it('turns round when its column is picked again', () => {
    expect(orderAfter('age', '-age')).toBe('age');
    expect(orderAfter('age', 'age')).toBe('-age');
  });

  it('begins with the largest, and titles with A', () => {
    expect(orderAfter('waiting', '-openedAt')).toBe('-waiting');
    expect(orderAfter('title', '-openedAt')).toBe('title');
  });
});

describe('a page of the list', () => {
  it('says which changes it has', () => {
    expect(rangeOf(1, 25)).toEqual({ first: 1, last: 25 });
    expect(rangeOf(3, 7)).toEqual({ first: 51, last: 57 });
    expect(rangeOf(1, 0)).toEqual({ first: 0, last: 0 });
  });
});

describe('the short name of a change', () => {
  it('is the one its forge writes', () => {
    expect(changeName({ key: 'github.com/acme/shop/pull/42' })).toBe(
      'acme/shop #42',
    );
    expect(
      changeName({ key: 'gitlab.com/acme/web/shop/-/merge_requests/7' }),
    ).toBe('acme/web/shop #7');
  });

  it('is its key where the forge is not known', () => {
    expect(changeName({ key: 'review.acme.com/c/shop/+/7' })).toBe(
      'c/shop/+/7',
    );
  });
});
