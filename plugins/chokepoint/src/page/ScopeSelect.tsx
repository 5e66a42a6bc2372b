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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import { Choice } from '../layout/Choice';
import { useWords } from '../wording/useWords';

/** Scopes that one can pick from a list; others can be named in the address. */
const MOST_SCOPES = 500;

const SCOPE_KINDS = ['Domain', 'System', 'Group'];

interface ScopeOption {
  entityRef: string;
  kind: string;
  name: string;
}

function useScopeOptions(): ScopeOption[] {
  const catalogApi = useApi(catalogApiRef);
  const { value = [] } = useAsync(async () => {
    const { items } = await catalogApi.queryEntities({
      filter: { kind: SCOPE_KINDS },
      fields: ['kind', 'metadata', 'spec.profile.displayName'],
      orderFields: { field: 'metadata.name', order: 'asc' },
      limit: MOST_SCOPES,
    });
    return items.map(entity => ({
      entityRef: stringifyEntityRef(entity),
      kind: entity.kind,
      name: entity.metadata.title ?? entity.metadata.name,
    }));
  }, [catalogApi]);
  return value;
}

interface ScopeSelectProps {
  scope?: string;
  onChange(scope: string | undefined): void;
}

/** Picks a part of the organisation: a domain, a system or a group. */
export function ScopeSelect({ scope, onChange }: ScopeSelectProps) {
  const t = useWords();
  const options = useScopeOptions();
  const unlisted = scope && !options.some(o => o.entityRef === scope);
  return (
    <Choice
      label={t('page.scope')}
      value={scope ?? ''}
      onChange={value => onChange(value || undefined)}
    >
      <option value="">{t('page.organisation')}</option>
      {unlisted && <option value={scope}>{parseEntityRef(scope).name}</option>}
      {SCOPE_KINDS.map(kind => (
        <optgroup key={kind} label={kind}>
          {options
            .filter(option => option.kind === kind)
            .map(({ entityRef, name }) => (
              <option key={entityRef} value={entityRef}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </Choice>
  );
}
