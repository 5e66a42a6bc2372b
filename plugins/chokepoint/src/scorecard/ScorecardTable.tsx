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

import { Link } from '@backstage/core-components';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Theme, useTheme } from '@material-ui/core/styles';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, Ref, useRef } from 'react';
import { ScorecardRow } from 'backstage-plugin-chokepoint-common';
import { ListTable } from '../listing/ListTable';
import { SortableHead } from '../listing/SortableHead';
import { useEntityHref } from '../url/navigation';
import { formatDuration } from '../wording/duration';
import { useWords, Words } from '../wording/useWords';
import { ScorecardChoices } from './choices';
import { Column, columnName, isFigure, SortColumn } from './columns';
import { FigureCell } from './FigureCell';
import { Line } from './rows';
import { Sparkline } from './Sparkline';

/** More rows than this are drawn only while they are in sight. */
const MOST_DRAWN = 60;

const ROW_HEIGHT = 62;

interface CellProps {
  row: ScorecardRow;
  column: Column;
  heat: boolean;
  theme: Theme;
  t: Words;
}

function Cell({ row, column, heat, theme, t }: CellProps) {
  const label = columnName(column, t);
  if (isFigure(column)) {
    return (
      <FigureCell
        label={label}
        figure={row.figures[column]}
        heat={heat}
        theme={theme}
        t={t}
      />
    );
  }
  return (
    <td className="number" data-label={label}>
      {column === 'changes' && row.changes}
      {column === 'queue' && formatDuration(row.queueMs)}
      {column === 'trend' && (
        <Sparkline trend={row.trend} theme={theme} t={t} />
      )}
      {column === 'findings' && row.findings}
    </td>
  );
}

interface LineProps extends Pick<ScorecardChoices, 'columns' | 'heat'> {
  line: Line;
  index: number;
  rowRef?: Ref<HTMLTableRowElement>;
}

function DrawnLine(props: LineProps) {
  const { line, index, columns, heat, rowRef } = props;
  // Asked for once a row: each cell asking anew makes scrolling jerk.
  const t = useWords();
  const theme = useTheme();
  const hrefOf = useEntityHref();
  const own = { ref: rowRef, 'data-index': index, 'aria-rowindex': index + 2 };
  if (line.kind === 'domain') {
    return (
      <tr {...own}>
        <th scope="rowgroup" colSpan={columns.length + 1}>
          <strong>
            {line.domain ? (
              <EntityDisplayName entityRef={line.domain} hideIcon />
            ) : (
              t('scorecard.noDomain')
            )}
          </strong>
        </th>
      </tr>
    );
  }
  const { row } = line;
  return (
    <tr {...own}>
      <th scope="row" className="title">
        <Link to={hrefOf(row.entityRef)}>{row.title}</Link>
        <div className="muted">{row.kind}</div>
      </th>
      {columns.map(column => (
        <Cell
          key={column}
          row={row}
          column={column}
          heat={heat}
          theme={theme}
          t={t}
        />
      ))}
    </tr>
  );
}

/** One line; drawn again only when something of it changes. */
const TableLine = memo(DrawnLine);

interface HeadProps {
  choices: ScorecardChoices;
  onSort(column: SortColumn): void;
}

function Head({ choices, onSort }: HeadProps) {
  const t = useWords();
  const { columns, sort, direction } = choices;
  const sortedBy = (column: SortColumn) =>
    sort === column ? direction : undefined;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <SortableHead
          label={t('scorecard.columnName')}
          direction={sortedBy('name')}
          onSort={() => onSort('name')}
        />
        {columns.map(column =>
          column === 'trend' ? (
            <th key={column} scope="col" className="number">
              {columnName(column, t)}
            </th>
          ) : (
            <SortableHead
              key={column}
              number
              label={columnName(column, t)}
              direction={sortedBy(column)}
              onSort={() => onSort(column)}
            />
          ),
        )}
      </tr>
    </thead>
  );
}

/** Stands for rows out of sight. */
function Space({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} /> : null;
}

interface ScorecardTableProps extends HeadProps {
  lines: readonly Line[];
}

function LongTable({ lines, choices, onSort }: ScorecardTableProps) {
  const t = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    initialRect: { width: 1000, height: 800 },
    overscan: 10,
  });
  const drawn = virtualizer.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below =
    virtualizer.getTotalSize() - (drawn[drawn.length - 1]?.end ?? 0);
  return (
    <ListTable
      label={t('scorecard.title')}
      scrollRef={scroll}
      rowCount={lines.length + 1}
    >
      <Head choices={choices} onSort={onSort} />
      <tbody>
        <Space height={above} />
        {drawn.map(({ index }) => (
          <TableLine
            key={index}
            index={index}
            line={lines[index]}
            columns={choices.columns}
            heat={choices.heat}
            rowRef={virtualizer.measureElement}
          />
        ))}
        <Space height={below} />
      </tbody>
    </ListTable>
  );
}

/** Teams or services against figures. Long ones draw what is in sight. */
export function ScorecardTable(props: ScorecardTableProps) {
  const { lines, choices, onSort } = props;
  const t = useWords();
  if (lines.length > MOST_DRAWN) {
    return <LongTable {...props} />;
  }
  return (
    <ListTable label={t('scorecard.title')}>
      <Head choices={choices} onSort={onSort} />
      <tbody>
        {lines.map((line, index) => (
          <TableLine
            key={line.kind === 'row' ? line.row.entityRef : line.domain ?? ''}
            index={index}
            line={line}
            columns={choices.columns}
            heat={choices.heat}
          />
        ))}
      </tbody>
    </ListTable>
  );
}
