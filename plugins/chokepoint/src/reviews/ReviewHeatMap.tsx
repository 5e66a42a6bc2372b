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
import { SMALL, TINY } from '../palette/text';
import { useShade } from '../palette/useShade';
import { formatDuration } from '../wording/duration';
import { useWords } from '../wording/useWords';
import {
  HeatField,
  heatMap,
  HourOfWeek,
  hoursAsked,
  weekdayName,
} from './heat';

const useStyles = makeStyles(theme => ({
  scroll: {
    overflowX: 'auto',
    '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
  },
  table: {
    ...TINY,
    borderCollapse: 'separate',
    borderSpacing: 2,
    '& th': {
      color: theme.palette.text.secondary,
      fontWeight: 'normal',
      textAlign: 'left',
      padding: theme.spacing(0, 0.5),
      whiteSpace: 'nowrap',
    },
    '& td': {
      minWidth: 44,
      height: 28,
      textAlign: 'center',
      borderRadius: 2,
      whiteSpace: 'nowrap',
      color: theme.palette.text.primary,
      boxShadow: `inset 0 0 0 1px ${theme.palette.divider}`,
    },
  },
  note: { ...SMALL, color: theme.palette.text.secondary, margin: 0 },
}));

/** What scrolls is in the tab order, so that a keyboard can scroll it. */
const IN_TAB_ORDER = 0;

interface FieldProps {
  field: HeatField;
}

function Field({ field }: FieldProps) {
  const t = useWords();
  const shade = useShade();
  const { p50, n, hour, weekday, heat } = field;
  if (p50 === undefined) {
    return <td>{n > 0 ? '–' : ''}</td>;
  }
  // Never so dark that the number on it loses its contrast.
  const ink = shade === 'light' ? '194, 89, 10' : '247, 163, 92';
  return (
    <td
      style={{ background: `rgba(${ink}, ${(heat * 0.4).toFixed(2)})` }}
      title={t('reviews.cell', {
        day: weekdayName(weekday),
        hour: String(hour),
        wait: formatDuration(p50),
        n: String(n),
      })}
    >
      {formatDuration(p50)}
    </td>
  );
}

interface ReviewHeatMapProps {
  byHour: readonly HourOfWeek[];
  /** Time zone of the weekdays and hours. */
  zone: string;
}

/** How long a review is waited for, by when it is asked; a table itself. */
export function ReviewHeatMap({ byHour, zone }: ReviewHeatMapProps) {
  const classes = useStyles();
  const t = useWords();
  if (byHour.every(({ n }) => n === 0)) {
    return <div>{t('reviews.heatNone')}</div>;
  }
  const hours = hoursAsked(byHour);
  return (
    <>
      <div
        className={classes.scroll}
        role="region"
        aria-label={t('reviews.heatTable')}
        tabIndex={IN_TAB_ORDER}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('reviews.columnDay')}</th>
              {hours.map(hour => (
                <th key={hour} scope="col">
                  {String(hour).padStart(2, '0')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heatMap(byHour).map(day => (
              <tr key={day[0].weekday}>
                <th scope="row">{weekdayName(day[0].weekday)}</th>
                {hours.map(hour => (
                  <Field key={hour} field={day[hour]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.note}>{t('reviews.heatZone', { zone })}</p>
    </>
  );
}
