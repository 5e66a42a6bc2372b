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
import { descendants, Directory } from './Directory';
import { identitiesOfGroup, identitiesOfUser } from './identities';

function user(
  name: string,
  annotations: Record<string, string> = {},
  email?: string,
  namespace = 'default',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace, annotations },
    spec: { profile: { email } },
  };
}

function directoryOf(users: Entity[], groups: Entity[] = []): Directory {
  return new Directory({
    identities: [
      ...users.flatMap(identitiesOfUser),
      ...groups.flatMap(identitiesOfGroup),
    ],
    memberships: [
      { user: 'user:default/alice', group: 'group:default/web' },
      { user: 'user:default/alice', group: 'group:default/on-call' },
    ],
    parents: [
      { child: 'group:default/web', parent: 'group:default/engineering' },
      { child: 'group:default/engineering', parent: 'group:default/web' },
    ],
  });
}

describe('an actor is', () => {
  it('the user whose login on its host it is, in whatever case', () => {
    const directory = directoryOf([
      user('a', { 'github.com/user-login': 'Alice-Acme' }),
    ]);
    expect(directory.partyOf('github.com/alice-acme')).toBe('user:default/a');
  });

  it('the user with that login on an enterprise host', () => {
    const directory = directoryOf([
      user('a', { 'github.com/user-login': 'alice' }),
    ]);
    expect(directory.partyOf('ghe.acme.com/alice')).toBe('user:default/a');
  });

  it('the user with that e-mail address', () => {
    const directory = directoryOf([user('a', {}, 'Alice@acme.com')]);
    expect(directory.partyOf('acme.atlassian.net/alice@acme.com')).toBe(
      'user:default/a',
    );
  });

  it('the user of that name', () => {
    const directory = directoryOf([user('alice')]);
    expect(directory.partyOf('github.com/alice')).toBe('user:default/alice');
  });

  it('not the user of that name who has another login on its host', () => {
    const directory = directoryOf([
      user('alice', { 'github.com/user-login': 'alice-acme' }),
    ]);
    expect(directory.partyOf('github.com/alice')).toBe(
      'external:github.com/alice',
    );
    expect(directory.partyOf('gitlab.com/alice')).toBe('user:default/alice');
  });

  it('the user of the default namespace where several have the name', () => {
    const directory = directoryOf([
      user('alice', {}, undefined, 'aaa'),
      user('alice'),
    ]);
    expect(directory.partyOf('github.com/alice')).toBe('user:default/alice');
  });

  it('an outsider of their own when the catalog does not know it', () => {
    expect(directoryOf([user('bob')]).partyOf('github.com/alice')).toBe(
      'external:github.com/alice',
    );
  });
});

describe('a team of a forge is', () => {
  const group = (annotations: Record<string, string> = {}): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'web', annotations },
  });

  it('the group that bore its name formerly', () => {
    const renamed = group({
      'chokepoint.io/former-refs': 'group:default/shopping, not/a/ref',
    });
    const team = 'github.com/orgs/acme/teams/shopping';
    expect(directoryOf([], [renamed]).partyOf(team)).toBe('group:default/web');
    expect(directoryOf([], [renamed]).partyOf('group:default/shopping')).toBe(
      'group:default/web',
    );
  });

  it('the group with its slug, else the group of its name', () => {
    const slugged = directoryOf(
      [],
      [group({ 'github.com/team-slug': 'acme/frontend' })],
    );
    expect(slugged.partyOf('github.com/orgs/acme/teams/frontend')).toBe(
      'group:default/web',
    );
    expect(
      directoryOf([], [group()]).partyOf('github.com/orgs/acme/teams/web'),
    ).toBe('group:default/web');
  });

  it('joined by who is in a group below it, though groups form a circle', () => {
    const directory = new Directory({
      identities: [
        ...identitiesOfUser(user('alice')),
        ...identitiesOfGroup({
          ...group(),
          metadata: { name: 'engineering' },
        }),
      ],
      memberships: [{ user: 'user:default/alice', group: 'group:default/web' }],
      parents: [
        { child: 'group:default/web', parent: 'group:default/engineering' },
        { child: 'group:default/engineering', parent: 'group:default/web' },
      ],
    });
    const team = 'github.com/orgs/acme/teams/engineering';
    expect(directory.isMemberOf('github.com/alice', team)).toBe(true);
    expect(directory.isMemberOf('github.com/bob', team)).toBe(false);
    expect(
      directory.isMemberOf('github.com/alice', 'github.com/orgs/acme/teams/x'),
    ).toBe(false);
  });
});

describe('a person acts for', () => {
  it('the owning team when in it, else the first team by name', () => {
    const directory = directoryOf([user('alice')]);
    const alice = 'user:default/alice';
    expect(directory.teamOf(alice, 'group:default/web')).toBe(
      'group:default/web',
    );
    expect(directory.teamOf(alice, 'group:default/other')).toBe(
      'group:default/on-call',
    );
  });
});

describe('what is below a group', () => {
  it('is found at any depth, and in a circle only once', () => {
    expect(
      descendants('a', [
        { child: 'b', parent: 'a' },
        { child: 'c', parent: 'b' },
        { child: 'a', parent: 'c' },
        { child: 'd', parent: 'x' },
      ]),
    ).toEqual(new Set(['a', 'b', 'c']));
  });
});
