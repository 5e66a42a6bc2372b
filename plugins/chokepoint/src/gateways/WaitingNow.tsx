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

import { WaitingChange } from 'backstage-plugin-chokepoint-common';
import { ChangeLink } from '../listing/ChangeLink';
import { FirstOf } from '../listing/FirstOf';
import { ListTable } from '../listing/ListTable';
import { Section } from '../layout/Section';
import { formatMoment } from '../wording/date';
import { formatDuration } from '../wording/duration';
import { PartyName } from '../wording/PartyName';
import { useWords } from '../wording/useWords';

/** Rows that are shown before one asks for all. */
const FIRST_ROWS = 10;

interface WaitingNowProps {
  party: string;
  items: readonly WaitingChange[];
}

function Rows({ items }: Pick<WaitingNowProps, 'items'>) {
  const t = useWords();
  return (
    <tbody>
      {items.map(({ change, title, owner, stage, since, age }) => (
        <tr key={change}>
          <th scope="row" className="title">
            <ChangeLink change={{ key: change, title }} />
          </th>
          <td data-label={t('gateways.columnOwner')}>
            <PartyName party={owner} linked />
          </td>
          <td className="nowrap" data-label={t('gateways.columnStage')}>
            {t(`stage.${stage}`)}
          </td>
          <td className="number" data-label={t('gateways.columnSince')}>
            {formatMoment(since)}
          </td>
          <td className="number" data-label={t('gateways.columnAge')}>
            {formatDuration(age)}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** What waits on a gateway now, since when, and for whom. */
export function WaitingNow({ party, items }: WaitingNowProps) {
  const t = useWords();
  const name = <PartyName party={party} />;
  return (
    <Section title={t('gateways.nowTitle')} byWallClock>
      {items.length === 0 ? (
        <div>{t('gateways.nowNone', { party: name })}</div>
      ) : (
        <>
          <div>{t('gateways.nowHint', { party: name })}</div>
          <FirstOf items={items} first={FIRST_ROWS}>
            {shown => (
              <ListTable label={t('gateways.nowTitle')}>
                <thead>
                  <tr>
                    <th scope="col">{t('gateways.columnChange')}</th>
                    <th scope="col">{t('gateways.columnOwner')}</th>
                    <th scope="col">{t('gateways.columnStage')}</th>
                    <th scope="col" className="number">
                      {t('gateways.columnSince')}
                    </th>
                    <th scope="col" className="number">
                      {t('gateways.columnAge')}
                    </th>
                  </tr>
                </thead>
                <Rows items={shown} />
              </ListTable>
            )}
          </FirstOf>
        </>
      )}
    </Section>
  );
}
