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

import { GateKind, Party } from 'chokepoint-flow';
import {
  EntityRefLink,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { describeParty } from './party';
import { useWords, Words } from './useWords';

function gateName(gate: GateKind, repo: string, t: Words): string {
  switch (gate) {
    case 'checks':
      return t('party.checks', { repo });
    case 'merge-queue':
      return t('party.mergeQueue', { repo });
    case 'release':
      return t('party.release', { repo });
    case 'deployment':
      return t('party.deployment', { repo });
    default: {
      const unknown: never = gate;
      return String(unknown);
    }
  }
}

interface EntityNameProps {
  entityRef: string;
  team: boolean;
}

function EntityName({ entityRef, team }: EntityNameProps) {
  const t = useWords();
  const { primaryTitle } = useEntityPresentation(entityRef);
  const needsTheWord = team && !/\bteam\b/i.test(primaryTitle);
  return (
    <>{needsTheWord ? t('party.team', { name: primaryTitle }) : primaryTitle}</>
  );
}

interface PartyNameProps {
  party: Party;
  /** Say that it is a team: `team Platform`. */
  inSentence?: boolean;
  /** Link teams and people to their page in the catalog. */
  linked?: boolean;
}

/** A party by the name that people know it by. */
export function PartyName({ party, inSentence, linked }: PartyNameProps) {
  const t = useWords();
  const described = describeParty(party);
  switch (described.kind) {
    case 'team':
    case 'person':
      return linked ? (
        <EntityRefLink entityRef={described.entityRef} hideIcon />
      ) : (
        <EntityName
          entityRef={described.entityRef}
          team={Boolean(inSentence) && described.kind === 'team'}
        />
      );
    case 'gate':
      return <>{gateName(described.gate, described.repo, t)}</>;
    case 'unassigned':
      return <>{t('party.unassigned')}</>;
    case 'external':
      return <>{t('party.external')}</>;
    case 'other':
      return <>{described.name}</>;
    default: {
      const unknown: never = described;
      return unknown;
    }
  }
}
