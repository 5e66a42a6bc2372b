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

import { actorKey, repositoryKey, subjectKey } from './keys';

describe('the keys of section 1, Identity', () => {
  it.each([
    ['github.com/acme/shop'],
    ['https://github.com/acme/shop'],
    ['GitHub.com/Acme/Shop/'],
    ['github.com/acme/shop.git'],
    ['https://github.com/acme/shop.git/'],
    ['git@github.com:acme/Shop.git'],
    ['ssh://git@github.com/acme/shop.git'],
  ])('take %s for one repository', text => {
    expect(repositoryKey(text)).toBe('github.com/acme/shop');
  });

  it('keep the port of a host and the folders of a project', () => {
    expect(repositoryKey('https://git.acme.io:8443/Web/Apps/Shop')).toBe(
      'git.acme.io:8443/web/apps/shop',
    );
  });

  it.each([
    ['GitHub.com/Alice', 'github.com/alice'],
    [
      'https://github.com/orgs/Acme/teams/Web/',
      'github.com/orgs/acme/teams/web',
    ],
    ['group:default/Web', 'group:default/web'],
  ])('take %s for %s', (id, key) => {
    expect(actorKey(id)).toBe(key);
  });

  it.each([
    ['https://github.com/Acme/Shop/pull/42', 'github.com/acme/shop/pull/42'],
    [
      'github.com/Acme/Shop/rollouts/Blue',
      'github.com/acme/shop/rollouts/Blue',
    ],
    [
      'GHE.acme.io/Acme/Shop/deployments/D1',
      'ghe.acme.io/acme/shop/deployments/D1',
    ],
    [
      'gitlab.com/Acme/Web/Shop/-/merge_requests/7',
      'gitlab.com/acme/web/shop/-/merge_requests/7',
    ],
    [
      'bitbucket.org/Acme/shop.git/pull-requests/3',
      'bitbucket.org/acme/shop/pull-requests/3',
    ],
    ['ghe.acme.io/acme/Actions/pull/1', 'ghe.acme.io/acme/actions/pull/1'],
    ['Acme.atlassian.net/browse/SHOP-7', 'acme.atlassian.net/browse/SHOP-7'],
    ['jira.acme.io/Jira/browse/Shop-7/', 'jira.acme.io/Jira/browse/Shop-7'],
    ['linear.app/Acme/issue/ENG-7', 'linear.app/Acme/issue/ENG-7'],
  ])('compare %s without case as far as a forge does', (key, expected) => {
    expect(subjectKey(key)).toBe(expected);
  });
});
