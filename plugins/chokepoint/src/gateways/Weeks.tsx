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
import { lazy, Suspense } from 'react';
import { GatewayWeek } from '../api/answers';
import { ListTable } from '../listing/ListTable';
import { Unfolded } from '../listing/Unfolded';
import { SMALL } from '../palette/text';
import { Section } from '../layout/Section';
import { formatDay } from '../wording/date';
import { formatDuration } from '../wording/duration';
import { useWords } from '../wording/useWords';

const WeeksChart = lazy(() => import('./WeeksChart'));

const CHART_HEIGHT = 200;

const useStyles = makeStyles(theme => ({
  key: {
    ...SMALL,
    display: 'flex',
    gap: theme.spacing(2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    color: theme.palette.text.secondary,
  },
  item: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) },
  swatch: {
    width: 14,
    height: 12,
    borderRadius: 2,
    border: `2px solid ${theme.palette.text.secondary}`,
  },
  solid: { background: theme.palette.text.secondary },
}));

interface WeeksProps {
  weeks: readonly GatewayWeek[];
}

function Key() {
  const classes = useStyles();
  const t = useWords();
  return (
    <ul className={classes.key}>
      <li className={classes.item}>
        <span className={classes.swatch} />
        {t('gateways.arrived')}
      </li>
      <li className={classes.item}>
        <span className={`${classes.swatch} ${classes.solid}`} />
        {t('gateways.served')}
      </li>
    </ul>
  );
}

function WeekTable({ weeks }: WeeksProps) {
  const t = useWords();
  const names = [
    t('gateways.columnArrived'),
    t('gateways.columnServed'),
    t('gateways.columnMedian'),
  ];
  return (
    <Unfolded summary={t('gateways.asTable')}>
      <ListTable label={t('gateways.weeksTitle')}>
        <thead>
          <tr>
            <th scope="col">{t('gateways.columnWeek')}</th>
            {names.map(name => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, arrived, served, waitP50 }) => (
            <tr key={week}>
              <th scope="row">{formatDay(week)}</th>
              <td className="number" data-label={names[0]}>
                {arrived}
              </td>
              <td className="number" data-label={names[1]}>
                {served}
              </td>
              <td className="number" data-label={names[2]}>
                {waitP50 === undefined ? '–' : formatDuration(waitP50)}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </Unfolded>
  );
}

/** Whether a gateway keeps up: arrivals against service, week by week. */
export function Weeks({ weeks }: WeeksProps) {
  const t = useWords();
  return (
    <Section title={t('gateways.weeksTitle')} hint={t('gateways.weeksHint')}>
      {weeks.length === 0 ? (
        <div>{t('gateways.weeksNone')}</div>
      ) : (
        <>
          <Suspense
            fallback={<Skeleton variant="rect" height={CHART_HEIGHT} />}
          >
            <WeeksChart weeks={weeks} height={CHART_HEIGHT} />
          </Suspense>
          <Key />
          <WeekTable weeks={weeks} />
        </>
      )}
    </Section>
  );
}
