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
import Skeleton from '@material-ui/lab/Skeleton';
import { ChangeDetail } from 'backstage-plugin-chokepoint-common';
import { lazy, Suspense, useMemo } from 'react';
import { LARGE, SMALL } from '../palette/text';
import { ModeKey } from '../palette/ModeKey';
import { zoneText } from '../wording/date';
import { useWords } from '../wording/useWords';
import { ChangeNumbers } from './ChangeNumbers';
import { EventList } from './EventList';
import { lanesOf } from './lanes';
import { ledgerOf } from './ledger';
import { LedgerTable } from './LedgerTable';
import { MarkKey } from './MarkKey';
import { kindsOf, marksOf } from './marks';

const LanesChart = lazy(() => import('./LanesChart'));

const useStyles = makeStyles(theme => ({
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
  },
  title: { ...LARGE, margin: theme.spacing(0, 0, 1) },
  keys: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    marginTop: theme.spacing(1),
  },
  note: {
    ...SMALL,
    color: theme.palette.text.secondary,
    margin: theme.spacing(1, 0, 0),
  },
}));

function useTimeline({ segments, events }: ChangeDetail) {
  return useMemo(() => {
    const ledger = ledgerOf(segments);
    const extent = {
      start: ledger.entries[0]?.start ?? 0,
      end: ledger.entries[ledger.entries.length - 1]?.end ?? 0,
    };
    return {
      ledger,
      extent,
      lanes: lanesOf(ledger.entries),
      marks: marksOf(events, extent.start, extent.end),
    };
  }, [segments, events]);
}

interface ChangeTimelineProps {
  change: ChangeDetail;
}

/** One change: its numbers, its lanes, its ledger and its events. */
export function ChangeTimeline({ change }: ChangeTimelineProps) {
  const classes = useStyles();
  const t = useWords();
  const { ledger, extent, lanes, marks } = useTimeline(change);
  const chartHeight = 60 + lanes.length * 45;
  return (
    <div className={classes.column}>
      <ChangeNumbers change={change} ledger={ledger} />
      <section aria-label={t('drawer.timeline')}>
        <h3 className={classes.title}>{t('drawer.timeline')}</h3>
        <Suspense fallback={<Skeleton variant="rect" height={chartHeight} />}>
          <LanesChart lanes={lanes} marks={marks} extent={extent} />
        </Suspense>
        <div className={classes.keys}>
          <ModeKey
            modes={
              ledger.paused > 0
                ? ['working', 'waiting', 'paused']
                : ['working', 'waiting']
            }
          />
          <MarkKey kinds={kindsOf(marks)} />
        </div>
      </section>
      <section aria-label={t('drawer.ledger')}>
        <h3 className={classes.title}>{t('drawer.ledger')}</h3>
        <LedgerTable ledger={ledger} />
        <p className={classes.note}>
          {t('drawer.zone', { zone: zoneText(extent.end) })}
        </p>
      </section>
      <EventList change={change} />
    </div>
  );
}
