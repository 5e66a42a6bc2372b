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
import { repositoryKey } from './repositoryKey';

describe('the key of a repository is the same', () => {
  it.each([
    'github.com/acme/shop',
    'GitHub.com/Acme/Shop',
    'github.com/acme/shop/',
    'github.com/acme/shop.git',
    'https://github.com/acme/shop',
    'https://github.com/acme/shop.git/',
    'https://x-token@github.com/acme/shop',
    'git@github.com:acme/shop.git',
    'ssh://git@github.com/acme/shop.git',
    ' github.com/acme/shop ',
  ])('when it is spelled %s', spelled => {
    expect(repositoryKey(spelled)).toBe('github.com/acme/shop');
  });

  it('but not that of another repository', () => {
    expect(repositoryKey('github.com/acme/shop.github')).toBe(
      'github.com/acme/shop.github',
    );
    expect(repositoryKey('gitlab.com/acme/web/shop')).toBe(
      'gitlab.com/acme/web/shop',
    );
  });
});
