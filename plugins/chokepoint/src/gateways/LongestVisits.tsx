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

import { LongVisit } from '../api/answers';
import { ChangeLink } from '../listing/ChangeLink';
import { ListTable } from '../listing/ListTable';
import { Section } from '../layout/Section';
import { formatMoment } from '../wording/date';
import { formatDuration } from '../wording/duration';
import { PartyName } from '../wording/PartyName';
import { useWords } from '../wording/useWords';

interface LongestVisitsProps {
  visits: readonly LongVisit[];
}

function Rows({ visits }: LongestVisitsProps) {
  const t = useWords();
  return (
    <tbody>
      {visits.map(({ change, title, owner, stage, start, end, length }) => (
        <tr key={`${change} ${start}`}>
          <th scope="row" className="title">
            <ChangeLink change={{ key: change, title }} />
          </th>
          <td data-label={t('gateways.columnOwner')}>
            <PartyName party={owner} linked />
          </td>
          <td className="nowrap" data-label={t('gateways.columnStage')}>
            {t(`stage.${stage}`)}
          </td>
          <td className="number" data-label={t('gateways.columnFrom')}>
            {formatMoment(start)}
          </td>
          <td className="number" data-label={t('gateways.columnTo')}>
            {formatMoment(end)}
          </td>
          <td className="number" data-label={t('gateways.columnLength')}>
            {formatDuration(length)}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** The longest waits on a gateway: the evidence, one click from its ledger. */
export function LongestVisits({ visits }: LongestVisitsProps) {
  const t = useWords();
  return (
    <Section
      title={t('gateways.longestTitle')}
      hint={t('gateways.longestHint')}
    >
      {visits.length === 0 ? (
        <div>{t('gateways.longestNone')}</div>
      ) : (
        <ListTable label={t('gateways.longestTitle')}>
          <thead>
            <tr>
              <th scope="col">{t('gateways.columnChange')}</th>
              <th scope="col">{t('gateways.columnOwner')}</th>
              <th scope="col">{t('gateways.columnStage')}</th>
              <th scope="col" className="number">
                {t('gateways.columnFrom')}
              </th>
              <th scope="col" className="number">
                {t('gateways.columnTo')}
              </th>
              <th scope="col" className="number">
                {t('gateways.columnLength')}
              </th>
            </tr>
          </thead>
          <Rows visits={visits} />
        </ListTable>
      )}
    </Section>
  );
}
