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
import Button from '@material-ui/core/Button';
import Skeleton from '@material-ui/lab/Skeleton';
import { EntityDurations } from 'backstage-plugin-chokepoint-common';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Measure, useDurations } from '../api/durationReadings';
import { TimedScope } from '../api/readings';
import { ChangeLink } from '../listing/ChangeLink';
import { ListTable } from '../listing/ListTable';
import { Unfolded } from '../listing/Unfolded';
import { SMALL } from '../palette/text';
import { Answer } from '../states/Answer';
import { Choice } from '../layout/Choice';
import { Section } from '../layout/Section';
import { useParameters, useViewInAddress } from '../url/navigation';
import { formatDay } from '../wording/date';
import { formatDuration } from '../wording/duration';
import { useWords, Words } from '../wording/useWords';
import { workTypeName } from '../wording/workType';
import { Point, pointsOf } from './points';

const ScatterChart = lazy(() => import('./ScatterChart'));

const CHART_HEIGHT = 320;

/** Rows of the table that are drawn before one asks for more. */
const ROWS = 100;

const useStyles = makeStyles(theme => ({
  note: { ...SMALL, color: theme.palette.text.secondary, margin: 0 },
}));

interface PointTableProps {
  points: readonly Point[];
}

function PointTable({ points }: PointTableProps) {
  const t = useWords();
  const [shown, setShown] = useState(ROWS);
  const longest = useMemo(
    () => [...points].sort((a, b) => b.length - a.length),
    [points],
  );
  return (
    <>
      <ListTable label={t('scatter.asTable', { n: String(points.length) })}>
        <thead>
          <tr>
            <th scope="col">{t('scatter.columnChange')}</th>
            <th scope="col">{t('scatter.columnWorkType')}</th>
            <th scope="col" className="number">
              {t('scatter.columnAt')}
            </th>
            <th scope="col" className="number">
              {t('scatter.columnLength')}
            </th>
          </tr>
        </thead>
        <tbody>
          {longest.slice(0, shown).map(point => (
            <tr key={point.key}>
              <th scope="row" className="title">
                <ChangeLink change={point} />
              </th>
              <td data-label={t('scatter.columnWorkType')}>
                {workTypeName(point.workType, t)}
              </td>
              <td className="number" data-label={t('scatter.columnAt')}>
                {point.open ? t('scatter.open') : formatDay(point.at)}
              </td>
              <td className="number" data-label={t('scatter.columnLength')}>
                {formatDuration(point.length)}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
      {points.length > shown && (
        <Button size="small" onClick={() => setShown(shown + ROWS)}>
          {t('gateways.more')}
        </Button>
      )}
    </>
  );
}

function openCountedText(
  { p50, p90, n, open }: EntityDurations['openCounted'],
  t: Words,
): string {
  const text = (length: number | undefined) =>
    length === undefined ? t('scatter.notReached') : formatDuration(length);
  return t('scatter.openCounted', {
    p50: text(p50),
    p90: text(p90),
    n: String(n),
    open: String(open),
  });
}

interface ScatteredProps {
  durations: EntityDurations;
}

function Scattered({ durations }: ScatteredProps) {
  const classes = useStyles();
  const t = useWords();
  const { go } = useViewInAddress();
  const { p50, p85, openCounted, cut } = durations;
  const points = useMemo(() => pointsOf(durations.points), [durations]);
  if (points.length === 0) {
    return <div>{t('scatter.none')}</div>;
  }
  return (
    <>
      <Suspense fallback={<Skeleton variant="rect" height={CHART_HEIGHT} />}>
        <ScatterChart
          points={points}
          p50={p50}
          p85={p85}
          height={CHART_HEIGHT}
          onPick={change => go({ change })}
        />
      </Suspense>
      <p className={classes.note}>
        {t('scatter.shipped')} {t('scatter.histogram')}
      </p>
      <p className={classes.note}>{openCountedText(openCounted, t)}</p>
      {cut && (
        <p className={classes.note}>
          {t('scatter.cut', { n: String(points.length) })}
        </p>
      )}
      <Unfolded summary={t('scatter.asTable', { n: String(points.length) })}>
        <PointTable points={points} />
      </Unfolded>
    </>
  );
}

interface WhenTheyArrivedProps {
  entityRef: string;
  scope: TimedScope;
}

/** Each change by the day it shipped and how long it took. */
export function WhenTheyArrived({ entityRef, scope }: WhenTheyArrivedProps) {
  const t = useWords();
  const { params, go } = useParameters();
  const measure: Measure =
    params.get('measure') === 'leadTime' ? 'leadTime' : 'decisionToProduction';
  const reading = useDurations(entityRef, scope, measure);
  return (
    <Section
      title={t('scatter.title')}
      hint={t('scatter.hint')}
      busy={reading.loading}
      actions={
        <Choice
          label={t('scatter.measure')}
          value={measure}
          onChange={value =>
            go({ measure: value === 'leadTime' ? value : undefined })
          }
        >
          <option value="decisionToProduction">
            {t('scatter.decisionToProduction')}
          </option>
          <option value="leadTime">{t('scatter.leadTime')}</option>
        </Choice>
      }
    >
      <Answer
        reading={reading}
        failed={t('scatter.failed')}
        height={CHART_HEIGHT}
      >
        {durations => <Scattered durations={durations} />}
      </Answer>
    </Section>
  );
}
