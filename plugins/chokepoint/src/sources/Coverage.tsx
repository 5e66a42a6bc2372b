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

import { SourceHealth } from 'backstage-plugin-chokepoint-common';
import { ListTable } from '../listing/ListTable';
import { ShareBar } from '../palette/ShareBar';
import { Section } from '../layout/Section';
import { useWords } from '../wording/useWords';

interface CoverageProps {
  coverage: SourceHealth['coverage'];
}

/** What share of the changes could be tied, and what raises it. */
export function Coverage({ coverage }: CoverageProps) {
  const t = useWords();
  const ties = [
    {
      name: t('sources.entity'),
      share: coverage.entity,
      connect: t('sources.connectEntity'),
    },
    {
      name: t('sources.owner'),
      share: coverage.owner,
      connect: t('sources.connectOwner'),
    },
    {
      name: t('sources.decision'),
      share: coverage.decision,
      connect: t('sources.connectDecision'),
    },
    {
      name: t('sources.deployment'),
      share: coverage.deployment,
      connect: t('sources.connectDeployment'),
    },
  ];
  return (
    <Section
      title={t('sources.coverageTitle')}
      hint={t('sources.coverageHint')}
    >
      <ListTable label={t('sources.coverageTitle')}>
        <thead>
          <tr>
            <th scope="col">{t('sources.columnTied')}</th>
            <th scope="col">{t('sources.columnCoverage')}</th>
            <th scope="col">{t('sources.columnConnect')}</th>
          </tr>
        </thead>
        <tbody>
          {ties.map(({ name, share, connect }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-label={t('sources.columnCoverage')}>
                {share === undefined ? '–' : <ShareBar share={share} />}
              </td>
              <td data-label={t('sources.columnConnect')}>
                {share === 1 ? '' : connect}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </Section>
  );
}
