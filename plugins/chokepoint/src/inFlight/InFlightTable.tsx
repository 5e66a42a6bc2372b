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

import { ChangeLink } from '../listing/ChangeLink';
import { ListTable } from '../listing/ListTable';
import { formatDuration } from '../wording/duration';
import { HolderNames } from '../wording/PartyNames';
import { useWords } from '../wording/useWords';
import { AgeingChange } from './ageing';
import { AgeingBar } from './AgeingBar';
import { AgeingMark } from './AgeingMark';

interface RowProps {
  ageing: AgeingChange;
}

function Row({ ageing }: RowProps) {
  const t = useWords();
  const { change, current, inStage } = ageing;
  const { usualP50, usualP85 } = current;
  return (
    <tr>
      <th scope="row" className="title">
        <ChangeLink change={change} />
      </th>
      <td className="nowrap" data-label={t('inFlight.columnStage')}>
        {t(`stage.${current.stage}`)}
        <br />
        <span className="muted">{t(`mode.${current.mode}`)}</span>
      </td>
      <td data-label={t('inFlight.columnHolder')}>
        <HolderNames holders={current.holders} linked />
      </td>
      <td className="number" data-label={t('inFlight.columnTime')}>
        {formatDuration(inStage)}
      </td>
      <td data-label={t('inFlight.columnUsual')}>
        <AgeingMark ageing={ageing.ageing} />
        <AgeingBar ageing={ageing} />
        {usualP50 !== undefined && usualP85 !== undefined && (
          <span className="nowrap">
            {t('inFlight.usualOf', {
              p50: formatDuration(usualP50),
              p85: formatDuration(usualP85),
            })}
          </span>
        )}
      </td>
      <td className="number" data-label={t('inFlight.columnAge')}>
        {formatDuration(change.age)}
      </td>
    </tr>
  );
}

interface InFlightTableProps {
  changes: readonly AgeingChange[];
}

/** What is in flight: where it is, who has it, and whether that is normal. */
export function InFlightTable({ changes }: InFlightTableProps) {
  const t = useWords();
  return (
    <ListTable label={t('inFlight.title')}>
      <thead>
        <tr>
          <th scope="col">{t('inFlight.columnChange')}</th>
          <th scope="col">{t('inFlight.columnStage')}</th>
          <th scope="col">{t('inFlight.columnHolder')}</th>
          <th scope="col" className="number">
            {t('inFlight.columnTime')}
          </th>
          <th scope="col">{t('inFlight.columnUsual')}</th>
          <th scope="col" className="number">
            {t('inFlight.columnAge')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(ageing => (
          <Row key={ageing.change.key} ageing={ageing} />
        ))}
      </tbody>
    </ListTable>
  );
}
