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

import { Mend, Unmatched } from 'chokepoint-flow';
import { hostOf, Identity } from '../ownership/identities';

/** An account or a team that changes name. Times in ms since the epoch. */
export interface NamedAccount {
  actorId: string;
  changes: number;
  firstAt: number;
  lastAt: number;
}

const TEAM_ID = /\/orgs\/([^/]+)\/teams\/([^/]+)$/;
const HOST_LOGIN = /^[^/:]+\/[^/]+$/;

/**
 * Accounts and teams that are nobody in the catalog, and those whose name is
 * spelled differently there only, as another name of the account.
 *
 * @param identities - every name by which the catalog knows somebody
 */
export function unmatchedAccounts(
  accounts: readonly NamedAccount[],
  identities: readonly Identity[],
): Unmatched[] {
  const candidates = loginsBySpelling(identities);
  return accounts.flatMap(account => {
    const { actorId } = account;
    const team = TEAM_ID.exec(actorId);
    const found: Unmatched = {
      ...common(account),
      kind: team ? 'teams' : 'actors',
      mend: mendOf(actorId, team),
    };
    const known = team ? undefined : candidates.get(spellingOf(actorId));
    return known === undefined
      ? [found]
      : [
          found,
          {
            ...common(account),
            kind: 'aliases',
            mend: { kind: 'alias', of: 'actors', from: actorId, to: known },
          },
        ];
  });
}

function common(account: NamedAccount) {
  const { actorId, changes, firstAt, lastAt } = account;
  return { value: actorId, n: changes, firstAt, lastAt, open: true };
}

function mendOf(
  actorId: string,
  team: RegExpExecArray | null,
): Mend | undefined {
  const host = hostOf(actorId);
  if (host === '') {
    return undefined;
  }
  return team
    ? { kind: 'teamAnnotation', host, slug: `${team[1]}/${team[2]}` }
    : {
        kind: 'loginAnnotation',
        host,
        login: actorId.slice(host.length + 1),
      };
}

/**
 * The accounts that users of the catalog name, by host and letters. Where two
 * differ in nothing but the rest, neither is meant.
 */
function loginsBySpelling(
  identities: readonly Identity[],
): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const { key } of identities) {
    if (HOST_LOGIN.test(key)) {
      const spelling = spellingOf(key);
      const other = found.has(spelling) && found.get(spelling) !== key;
      found.set(spelling, other ? undefined : key);
    }
  }
  return found;
}

/** `github.com/jo-doe_acme` and `github.com/jodoe-acme` are spelled alike. */
function spellingOf(actorId: string): string {
  const host = hostOf(actorId);
  const login = actorId.slice(host.length).toLowerCase();
  return `${host}/${login.replace(/[^\p{L}\p{N}]/gu, '')}`;
}
