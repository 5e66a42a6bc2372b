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

import { makeStyles } from '@material-ui/core/styles';
import { ListTable } from '../listing/ListTable';
import { barBackground } from '../palette/stageColour';
import { useShade } from '../palette/useShade';
import { formatSecond } from '../wording/date';
import {
  formatDuration,
  formatExactDuration,
  LedgerPrecision,
  precisionOf,
} from '../wording/duration';
import { HolderNames } from '../wording/PartyNames';
import { reasonText } from '../wording/reason';
import { useWords } from '../wording/useWords';
import { Ledger, LedgerEntry } from './ledger';

const useStyles = makeStyles(theme => ({
  swatch: {
    display: 'inline-block',
    width: 14,
    height: 14,
    borderRadius: 2,
    marginRight: theme.spacing(0.75),
    verticalAlign: '-2px',
  },
  secondary: { color: theme.palette.text.secondary },
  total: {
    '& > *': {
      fontWeight: '700 !important' as '700',
      borderTop: `2px solid ${theme.palette.text.primary}`,
    },
  },
}));

interface RowProps {
  entry: LedgerEntry;
  precision: LedgerPrecision;
}

function Row({ entry, precision }: RowProps) {
  const classes = useStyles();
  const shade = useShade();
  const t = useWords();
  const { stage, mode, holders, start, end, length, reason, open } = entry;
  const { inWorkingHours } = entry;
  return (
    <tr>
      <th scope="row" className="nowrap">
        <span
          className={classes.swatch}
          style={{ background: barBackground(stage, mode, shade) }}
        />
        {t(`stage.${stage}`)}
        <span className={classes.secondary}> {t(`mode.${mode}`)}</span>
      </th>
      <td data-label={t('drawer.columnHolder')}>
        <HolderNames holders={holders} linked />
      </td>
      <td className="number" data-label={t('drawer.columnFrom')}>
        {formatSecond(start)}
      </td>
      <td className="number" data-label={t('drawer.columnTo')}>
        {open ? t('drawer.stillOpen') : formatSecond(end)}
      </td>
      <td
        className="number"
        data-label={t('drawer.columnLength')}
        title={formatDuration(length)}
      >
        {mode === 'paused'
          ? `(${formatExactDuration(length, precision)})`
          : formatExactDuration(length, precision)}
      </td>
      <td className="number" data-label={t('time.workingHours')}>
        {inWorkingHours !== undefined &&
          formatExactDuration(inWorkingHours, precision)}
      </td>
      <td data-label={t('drawer.columnWhy')}>{reasonText(reason, t)}</td>
    </tr>
  );
}

interface SumRowProps {
  label: string;
  length: number;
  inWorkingHours: number;
  precision: LedgerPrecision;
  note?: string;
  last?: boolean;
}

function SumRow(props: SumRowProps) {
  const { label, length, inWorkingHours, precision, note, last } = props;
  const classes = useStyles();
  return (
    <tr className={last ? classes.total : undefined}>
      <th scope="row" colSpan={4}>
        {label}
      </th>
      <td className="number" title={formatDuration(length)}>
        {formatExactDuration(length, precision)}
      </td>
      <td className="number">
        {formatExactDuration(inWorkingHours, precision)}
      </td>
      <td>{note}</td>
    </tr>
  );
}

interface LedgerTableProps {
  ledger: Ledger;
}

/** The timeline as a ledger: nothing is lost, nothing is counted twice. */
export function LedgerTable({ ledger }: LedgerTableProps) {
  const t = useWords();
  const { entries, working, waiting, paused, total, inWorkingHours } = ledger;
  const precision = precisionOf(entries.map(entry => entry.length));
  const pausedNote =
    paused > 0
      ? t('drawer.totalPaused', {
          duration: formatExactDuration(paused, precision),
        })
      : undefined;
  return (
    <ListTable label={t('drawer.ledger')}>
      <thead>
        <tr>
          <th scope="col">{t('drawer.columnStage')}</th>
          <th scope="col">{t('drawer.columnHolder')}</th>
          <th scope="col" className="number">
            {t('drawer.columnFrom')}
          </th>
          <th scope="col" className="number">
            {t('drawer.columnTo')}
          </th>
          <th scope="col" className="number">
            {t('drawer.columnLength')}
          </th>
          <th scope="col" className="number">
            {t('time.workingHours')}
          </th>
          <th scope="col">{t('drawer.columnWhy')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(entry => (
          <Row key={entry.start} entry={entry} precision={precision} />
        ))}
      </tbody>
      <tfoot>
        <SumRow
          label={t('drawer.totalWorking')}
          length={working}
          inWorkingHours={inWorkingHours.working}
          precision={precision}
        />
        <SumRow
          label={t('drawer.totalWaiting')}
          length={waiting}
          inWorkingHours={inWorkingHours.waiting}
          precision={precision}
        />
        <SumRow
          last
          label={t('drawer.total')}
          length={total}
          inWorkingHours={inWorkingHours.total}
          precision={precision}
          note={pausedNote}
        />
      </tfoot>
    </ListTable>
  );
}
