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

import { ChangeSummary } from 'backstage-plugin-chokepoint-common';
import { ListOrder } from '../url/view';
import { formatDay } from '../wording/date';
import { formatDuration } from '../wording/duration';
import { useWords } from '../wording/useWords';
import { workTypeName } from '../wording/workType';
import { ChangeLink } from './ChangeLink';
import { directionOf, orderAfter, SortKey } from './columns';
import { ListTable } from './ListTable';
import { SortableHead } from './SortableHead';

interface SortedByProps {
  sortKey: SortKey;
  label: string;
  order: ListOrder;
  number?: boolean;
  onOrder(order: ListOrder): void;
}

function SortedBy(props: SortedByProps) {
  const { sortKey, label, order, number, onOrder } = props;
  return (
    <SortableHead
      label={label}
      number={number}
      direction={directionOf(sortKey, order)}
      onSort={() => onOrder(orderAfter(sortKey, order))}
    />
  );
}

interface RowProps {
  change: ChangeSummary;
}

function Row({ change }: RowProps) {
  const t = useWords();
  const { milestones, figures, current } = change;
  return (
    <tr>
      <th scope="row" className="title">
        <ChangeLink change={change} />
      </th>
      <td className="nowrap" data-label={t('changes.columnState')}>
        {t(`state.${change.state}`)}
        {current && (
          <>
            <br />
            <span className="muted">{t(`stage.${current.stage}`)}</span>
          </>
        )}
      </td>
      <td data-label={t('changes.columnWorkType')}>
        {workTypeName(change.workType, t)}
      </td>
      <td className="number" data-label={t('changes.columnOpened')}>
        {milestones.openedAt ? formatDay(milestones.openedAt) : '–'}
      </td>
      <td className="number" data-label={t('changes.columnProduction')}>
        {milestones.productionAt ? formatDay(milestones.productionAt) : '–'}
      </td>
      <td className="number" data-label={t('changes.columnAge')}>
        {formatDuration(change.age)}
      </td>
      <td className="number" data-label={t('changes.columnWaiting')}>
        {formatDuration(figures.queueTime)}
      </td>
      <td className="number" data-label={t('changes.columnHandoffs')}>
        {figures.handoffs}
      </td>
    </tr>
  );
}

interface ChangesTableProps {
  changes: readonly ChangeSummary[];
  order: ListOrder;
  onOrder(order: ListOrder): void;
}

/** The changes behind the figures; the backend sorts them. */
export function ChangesTable({ changes, order, onOrder }: ChangesTableProps) {
  const t = useWords();
  const sorting = { order, onOrder };
  return (
    <ListTable label={t('changes.tableLabel')}>
      <thead>
        <tr>
          <SortedBy
            sortKey="title"
            label={t('changes.columnChange')}
            {...sorting}
          />
          <th scope="col">{t('changes.columnState')}</th>
          <th scope="col">{t('changes.columnWorkType')}</th>
          <SortedBy
            number
            sortKey="openedAt"
            label={t('changes.columnOpened')}
            {...sorting}
          />
          <SortedBy
            number
            sortKey="productionAt"
            label={t('changes.columnProduction')}
            {...sorting}
          />
          <SortedBy
            number
            sortKey="age"
            label={t('changes.columnAge')}
            {...sorting}
          />
          <SortedBy
            number
            sortKey="waiting"
            label={t('changes.columnWaiting')}
            {...sorting}
          />
          <th scope="col" className="number">
            {t('changes.columnHandoffs')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(change => (
          <Row key={change.key} change={change} />
        ))}
      </tbody>
    </ListTable>
  );
}
