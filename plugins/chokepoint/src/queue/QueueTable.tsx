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

import Chip from '@material-ui/core/Chip';
import { WaitingChange } from 'backstage-plugin-chokepoint-common';
import { ChangeLink } from '../listing/ChangeLink';
import { ListTable } from '../listing/ListTable';
import { formatMoment } from '../wording/date';
import { formatDuration } from '../wording/duration';
import { PartyName } from '../wording/PartyName';
import { HolderNames } from '../wording/PartyNames';
import { useWords } from '../wording/useWords';

interface RowProps {
  entry: WaitingChange;
}

function Row({ entry }: RowProps) {
  const t = useWords();
  const { change, title, owner, stage, since, age, holders, mine } = entry;
  return (
    <tr>
      <th scope="row" className="title">
        <ChangeLink change={{ key: change, title }} />
      </th>
      <td data-label={t('queue.columnHolder')}>
        <HolderNames holders={holders} linked />{' '}
        {mine && (
          <Chip size="small" variant="outlined" label={t('queue.mine')} />
        )}
      </td>
      <td data-label={t('queue.columnOwner')}>
        <PartyName party={owner} linked />
      </td>
      <td className="nowrap" data-label={t('queue.columnStage')}>
        {t(`stage.${stage}`)}
      </td>
      <td className="number" data-label={t('queue.columnSince')}>
        {formatMoment(since)}
      </td>
      <td className="number" data-label={t('queue.columnAge')}>
        {formatDuration(age)}
      </td>
    </tr>
  );
}

interface QueueTableProps {
  items: readonly WaitingChange[];
}

/** What waits now: on whom, whose it is, since when. */
export function QueueTable({ items }: QueueTableProps) {
  const t = useWords();
  return (
    <ListTable label={t('queue.title')}>
      <thead>
        <tr>
          <th scope="col">{t('queue.columnChange')}</th>
          <th scope="col">{t('queue.columnHolder')}</th>
          <th scope="col">{t('queue.columnOwner')}</th>
          <th scope="col">{t('queue.columnStage')}</th>
          <th scope="col" className="number">
            {t('queue.columnSince')}
          </th>
          <th scope="col" className="number">
            {t('queue.columnAge')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(entry => (
          <Row key={entry.change} entry={entry} />
        ))}
      </tbody>
    </ListTable>
  );
}
