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

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** A name by which an actor or team may be found in the catalog. */
export interface Identity {
  /** One of the forms of {@link identityKeys}, in lower case. */
  key: string;
  /** Ref of the user or group. */
  party: string;
  /** Where several match, the lowest counts; then the first by name. */
  rank: number;
  /** Hosts on which the entity names another login, where it does not count. */
  exceptHosts: string[];
}

const LOGIN_ANNOTATION = /^(.+)\/user-login$/;
const TEAM_ANNOTATION = /^(.+)\/team-slug$/;
const FORMER_REFS_ANNOTATION = 'chokepoint.io/former-refs';
const GROUP_REF = /^(?:group:)?(?:([^:/]+)\/)?([^:/]+)$/i;
const TEAM_ID = /\/orgs\/[^/]+\/teams\/([^/]+)$/;

/**
 * The names by which the catalog may know an actor or team, best first: its id
 * as the host writes it, the login whatever the host, the e-mail address, the
 * name of the entity.
 */
export function identityKeys(actorId: string): string[] {
  const id = actorId.toLowerCase();
  const team = TEAM_ID.exec(id)?.[1];
  if (team !== undefined) {
    return [id, `team:${team}`];
  }
  const login = id.slice(id.indexOf('/') + 1);
  return login.includes('@')
    ? [id, `mail:${login}`]
    : [id, `login:${login}`, `name:${login}`];
}

/** The host an actor is known on. */
export function hostOf(actorId: string): string {
  const slash = actorId.indexOf('/');
  return (slash < 0 ? '' : actorId.slice(0, slash)).toLowerCase();
}

/** Every name by which a user entity may be found. */
export function identitiesOfUser(user: Entity): Identity[] {
  const party = stringifyEntityRef(user);
  const rank = inDefaultNamespace(user) ? 0 : 1;
  const logins = Object.entries(user.metadata.annotations ?? {}).flatMap(
    ([name, login]) => {
      const host = LOGIN_ANNOTATION.exec(name)?.[1];
      return host === undefined ? [] : [{ host: host.toLowerCase(), login }];
    },
  );
  const exceptHosts = logins.map(({ host }) => host);
  const found: Identity[] = logins.flatMap(({ host, login }) => [
    identity(`${host}/${login}`, party, rank),
    { ...identity(`login:${login}`, party, rank), exceptHosts },
  ]);
  const mail = emailOf(user);
  if (mail) {
    found.push(identity(`mail:${mail}`, party, rank));
  }
  found.push({
    ...identity(`name:${user.metadata.name}`, party, rank),
    exceptHosts,
  });
  return [...new Map(found.map(name => [name.key, name])).values()];
}

/** Every name by which a group entity may be found as a team of a forge. */
export function identitiesOfGroup(group: Entity): Identity[] {
  const party = stringifyEntityRef(group);
  const rank = inDefaultNamespace(group) ? 0 : 1;
  const found = Object.entries(group.metadata.annotations ?? {}).flatMap(
    ([name, slug]) => {
      const host = TEAM_ANNOTATION.exec(name)?.[1];
      const [org, team] = slug.split('/');
      return host === undefined || !org || !team
        ? []
        : [identity(`${host}/orgs/${org}/teams/${team}`, party, rank)];
    },
  );
  const former = group.metadata.annotations?.[FORMER_REFS_ANNOTATION] ?? '';
  return [
    ...found,
    identity(`team:${group.metadata.name}`, party, rank),
    ...former.split(/[\s,]+/).flatMap(ref => formerNames(ref, rank, party)),
  ];
}

/** By which names a group was known under a former ref. */
function formerNames(ref: string, rank: number, party: string): Identity[] {
  const [, namespace = 'default', name] = GROUP_REF.exec(ref) ?? [];
  if (name === undefined) {
    return [];
  }
  // Whoever is called so now goes before whoever was.
  return [
    identity(`group:${namespace}/${name}`, party, rank + 2),
    identity(`team:${name}`, party, rank + 2),
  ];
}

function identity(key: string, party: string, rank: number): Identity {
  return { key: key.toLowerCase(), party, rank, exceptHosts: [] };
}

function inDefaultNamespace(entity: Entity): boolean {
  return (entity.metadata.namespace ?? 'default') === 'default';
}

function emailOf(user: Entity): string | undefined {
  const profile = user.spec?.profile;
  return typeof profile === 'object' &&
    profile !== null &&
    'email' in profile &&
    typeof profile.email === 'string'
    ? profile.email
    : undefined;
}
