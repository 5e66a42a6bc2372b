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

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ReactNode } from 'react';
import { GatewayDetail } from 'backstage-plugin-chokepoint-common';
import { ListTable } from '../listing/ListTable';
import { ShareBar } from '../palette/ShareBar';
import { Section } from '../layout/Section';
import { formatDuration } from '../wording/duration';
import { PartyName } from '../wording/PartyName';
import { useWords } from '../wording/useWords';

interface Part {
  id: string;
  name: ReactNode;
  queueMs: number;
  changes: number;
}

interface PartsProps {
  title: string;
  parts: readonly Part[];
  queueMs: number;
}

function Parts({ title, parts, queueMs }: PartsProps) {
  const t = useWords();
  return (
    <ListTable label={title}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className="number">
            {t('gateways.columnWaiting')}
          </th>
          <th scope="col">{t('behindWhom.columnShare')}</th>
          <th scope="col" className="number">
            {t('gateways.columnChanges')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(part => (
          <tr key={part.id}>
            <th scope="row">{part.name}</th>
            <td className="number" data-label={t('gateways.columnWaiting')}>
              {formatDuration(part.queueMs)}
            </td>
            <td data-label={t('behindWhom.columnShare')}>
              <ShareBar share={queueMs > 0 ? part.queueMs / queueMs : 0} />
            </td>
            <td className="number" data-label={t('gateways.columnChanges')}>
              {part.changes}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}

interface ForWhomProps extends Pick<GatewayDetail, 'owners' | 'services'> {
  /** All waiting on the gateway, milliseconds. */
  queueMs: number;
}

/** Whose changes wait on a gateway: by team and by service. */
export function ForWhom({ owners, services, queueMs }: ForWhomProps) {
  const t = useWords();
  return (
    <Section title={t('gateways.ownersTitle')} hint={t('gateways.ownersHint')}>
      <Parts
        title={t('gateways.columnTeam')}
        queueMs={queueMs}
        parts={owners.map(({ party, ...rest }) => ({
          id: party,
          name: <PartyName party={party} linked />,
          ...rest,
        }))}
      />
      <Parts
        title={t('gateways.columnService')}
        queueMs={queueMs}
        parts={services.map(({ entityRef, ...rest }) => ({
          id: entityRef,
          name: <EntityRefLink entityRef={entityRef} hideIcon />,
          ...rest,
        }))}
      />
    </Section>
  );
}
