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
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { ReportedGateway } from 'backstage-plugin-chokepoint-common';
import { ListTable } from '../listing/ListTable';
import { ShareBar } from '../palette/ShareBar';
import { SMALL } from '../palette/text';
import { useParameters } from '../url/navigation';
import { formatDuration } from '../wording/duration';
import { PartyName } from '../wording/PartyName';
import { useWords } from '../wording/useWords';
import { formatLoad } from './load';

/** Rows that are shown before one asks for more. */
const FIRST_ROWS = 12;

const useStyles = makeStyles(theme => ({
  party: { fontWeight: 600, marginRight: theme.spacing(1) },
  sentence: {
    ...SMALL,
    color: theme.palette.text.secondary,
    [theme.breakpoints.up('md')]: { minWidth: 250 },
  },
  share: { minWidth: 130 },
}));

const NONE = '–';

function lengthText(length: number | undefined): string {
  return length === undefined ? NONE : formatDuration(length);
}

interface RowProps {
  row: ReportedGateway;
}

function Numbers({ row }: Pick<RowProps, 'row'>) {
  const t = useWords();
  return (
    <>
      <td className="number" data-label={t('gateways.columnWaiting')}>
        {formatDuration(row.queueMs)}
      </td>
      <td className="number" data-label={t('gateways.columnExternal')}>
        {formatDuration(row.externalQueueMs)}
      </td>
      <td className="number" data-label={t('gateways.columnChanges')}>
        {row.queuedChanges}
      </td>
      <td className="number" data-label={t('gateways.columnMedian')}>
        {lengthText(row.waitP50)}
      </td>
      <td className="number" data-label={t('gateways.columnP90')}>
        {lengthText(row.waitP90)}
      </td>
      <td className="number" data-label={t('gateways.columnLoad')}>
        {row.load === undefined ? NONE : formatLoad(row.load)}
      </td>
      <td className="number" data-label={t('gateways.columnNow')}>
        {row.queueNow}
        {row.oldestNow !== undefined && (
          <div className="muted">
            {t('gateways.oldest', { age: formatDuration(row.oldestNow) })}
          </div>
        )}
      </td>
    </>
  );
}

function Row({ row }: RowProps) {
  const classes = useStyles();
  const t = useWords();
  const { hrefOf } = useParameters();
  return (
    <tr>
      <th scope="row" className="title">
        <Link
          to={hrefOf({ party: row.party, target: undefined })}
          className={classes.party}
        >
          <PartyName party={row.party} />
        </Link>
        {row.gateway && (
          <Chip size="small" variant="outlined" label={t('gateways.gateway')} />
        )}
        <div className={classes.sentence}>
          {row.withheld ? t('gateways.withheld') : row.sentence}
        </div>
      </th>
      <td className={classes.share} data-label={t('gateways.columnShare')}>
        <ShareBar share={row.queueShare} />
      </td>
      {row.withheld ? <td colSpan={7} /> : <Numbers row={row} />}
    </tr>
  );
}

function Head() {
  const t = useWords();
  const numbers = [
    t('gateways.columnWaiting'),
    t('gateways.columnExternal'),
    t('gateways.columnChanges'),
    t('gateways.columnMedian'),
    t('gateways.columnP90'),
    t('gateways.columnLoad'),
    t('gateways.columnNow'),
  ];
  return (
    <thead>
      <tr>
        <th scope="col">{t('gateways.columnParty')}</th>
        <th scope="col">{t('gateways.columnShare')}</th>
        {numbers.map(name => (
          <th key={name} scope="col" className="number">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface GatewayTableProps {
  rows: readonly ReportedGateway[];
}

/** The ranking: each party with its sentence and its share of all waiting. */
export function GatewayTable({ rows }: GatewayTableProps) {
  const t = useWords();
  const [all, setAll] = useState(false);
  return (
    <>
      <ListTable label={t('gateways.title')}>
        <Head />
        <tbody>
          {(all ? rows : rows.slice(0, FIRST_ROWS)).map(row => (
            <Row key={row.party} row={row} />
          ))}
        </tbody>
      </ListTable>
      {!all && rows.length > FIRST_ROWS && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {t('gateways.more')}
          </Button>
        </div>
      )}
    </>
  );
}
