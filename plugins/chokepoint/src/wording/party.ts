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

import { EXTERNAL, GateKind, Party, UNASSIGNED } from 'chokepoint-flow';

/** A party, taken apart for telling. */
export type PartyDescription =
  | { kind: 'team' | 'person'; entityRef: string }
  | { kind: 'gate'; gate: GateKind; repo: string }
  | { kind: 'unassigned' }
  | { kind: 'external' }
  | { kind: 'other'; name: string };

const GATES: readonly GateKind[] = [
  'checks',
  'merge-queue',
  'release',
  'deployment',
];

/** `github.com/acme/shop` → `acme/shop`: the host tells a reader nothing. */
export function repoName(repo: string): string {
  const slash = repo.indexOf('/');
  return slash < 0 ? repo : repo.slice(slash + 1);
}

function describeGate(party: Party): PartyDescription | undefined {
  const gate = GATES.find(kind => party.startsWith(`gate:${kind}/`));
  return gate
    ? {
        kind: 'gate',
        gate,
        repo: repoName(party.slice(`gate:${gate}/`.length)),
      }
    : undefined;
}

/** What kind of party this is, and what it is called by. */
export function describeParty(party: Party): PartyDescription {
  if (party === UNASSIGNED) {
    return { kind: 'unassigned' };
  }
  if (party === EXTERNAL) {
    return { kind: 'external' };
  }
  if (party.startsWith('group:')) {
    return { kind: 'team', entityRef: party };
  }
  if (party.startsWith('user:')) {
    return { kind: 'person', entityRef: party };
  }
  return describeGate(party) ?? { kind: 'other', name: party };
}
