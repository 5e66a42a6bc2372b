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

import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { CHANGE_SIZES } from 'chokepoint-flow';
import {
  AUTHOR_KINDS,
  COMPARISONS,
  isFiltered,
  NO_FILTER,
  TIME_BASES,
  View,
  ViewWindow,
  WINDOW_DAYS,
} from '../url/view';
import { sizeName } from '../wording/size';
import { useWords } from '../wording/useWords';
import { workTypeName } from '../wording/workType';
import { Choice } from './Choice';

const CUSTOM = 'custom';
const DAY = 86_400_000;

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5, 1),
    // One line on a laptop; what is picked may be cut short in it.
    '& > *': { maxWidth: 152 },
    [theme.breakpoints.down('xs')]: {
      width: '100%',
      '& > *': { maxWidth: 'none' },
    },
  },
  field: {
    minWidth: 120,
    [theme.breakpoints.down('xs')]: { minWidth: 0, flex: '1 1 40%' },
  },
}));

/** The days that a window of days covers up to now, to begin picking from. */
function daysOf(window: ViewWindow, now: number) {
  if (!('days' in window)) {
    return window;
  }
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { firstDay: dayOf(now - window.days * DAY), lastDay: dayOf(now) };
}

interface FiltersProps {
  view: View;
  workTypes: readonly string[];
  /** Whether durations can be told by another clock. */
  timed?: boolean;
  /** Whether figures can be compared. */
  compared?: boolean;
  onChange(patch: Partial<View>): void;
}

function WindowChoice({ view, onChange }: Omit<FiltersProps, 'workTypes'>) {
  const t = useWords();
  const { window } = view;
  const pick = (value: string) => {
    const days = WINDOW_DAYS.find(candidate => String(candidate) === value);
    onChange({ window: days ? { days } : daysOf(window, Date.now()) });
  };
  return (
    <Choice
      label={t('window.label')}
      value={'days' in window ? String(window.days) : CUSTOM}
      onChange={pick}
    >
      {WINDOW_DAYS.map(days => (
        <option key={days} value={days}>
          {t('window.days', { days: String(days) })}
        </option>
      ))}
      <option value={CUSTOM}>{t('window.custom')}</option>
    </Choice>
  );
}

interface DayFieldProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChange(day: string): void;
}

function DayField({ label, value, min, max, onChange }: DayFieldProps) {
  const classes = useStyles();
  return (
    <TextField
      className={classes.field}
      type="date"
      size="small"
      variant="outlined"
      label={label}
      value={value}
      InputLabelProps={{ shrink: true }}
      inputProps={{ min, max, 'aria-label': label }}
      onChange={event => {
        const day = event.target.value;
        // While a day is typed the browser reports it as empty.
        if (day && (!min || day >= min) && (!max || day <= max)) {
          onChange(day);
        }
      }}
    />
  );
}

function DayChoice({ view, onChange }: Omit<FiltersProps, 'workTypes'>) {
  const t = useWords();
  const { window } = view;
  if ('days' in window) {
    return null;
  }
  return (
    <>
      <DayField
        label={t('window.from')}
        value={window.firstDay}
        max={window.lastDay}
        onChange={firstDay => onChange({ window: { ...window, firstDay } })}
      />
      <DayField
        label={t('window.to')}
        value={window.lastDay}
        min={window.firstDay}
        onChange={lastDay => onChange({ window: { ...window, lastDay } })}
      />
    </>
  );
}

/** What narrows the whole tab, in one line; kept in the address. */
export function Filters(props: FiltersProps) {
  const { view, workTypes, timed, compared, onChange } = props;
  const classes = useStyles();
  const t = useWords();
  const { workType, size, authorKind } = view;
  // A work type of the address stays pickable when the window has none of it.
  const types = workType
    ? [...new Set([...workTypes, workType])].sort()
    : workTypes;
  return (
    <div className={classes.line} role="group" aria-label={t('filter.label')}>
      <WindowChoice view={view} onChange={onChange} />
      <DayChoice view={view} onChange={onChange} />
      {compared && (
        <Choice
          label={t('filter.compare')}
          value={view.compare}
          onChange={value =>
            onChange({ compare: COMPARISONS.find(known => known === value) })
          }
        >
          {COMPARISONS.map(known => (
            <option key={known} value={known}>
              {t(`filter.compare_${known}`)}
            </option>
          ))}
        </Choice>
      )}
      <Choice
        label={t('filter.workType')}
        value={workType ?? ''}
        onChange={value => onChange({ workType: value || undefined })}
      >
        <option value="">{t('filter.any')}</option>
        {types.map(type => (
          <option key={type} value={type}>
            {workTypeName(type, t)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('filter.size')}
        value={size ?? ''}
        onChange={value =>
          onChange({ size: CHANGE_SIZES.find(known => known === value) })
        }
      >
        <option value="">{t('filter.any')}</option>
        {CHANGE_SIZES.map(known => (
          <option key={known} value={known}>
            {sizeName(known, t)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('filter.author')}
        value={authorKind ?? ''}
        onChange={value =>
          onChange({ authorKind: AUTHOR_KINDS.find(kind => kind === value) })
        }
      >
        <option value="">{t('filter.any')}</option>
        {AUTHOR_KINDS.map(kind => (
          <option key={kind} value={kind}>
            {t(`authorKind.${kind}`)}
          </option>
        ))}
      </Choice>
      {timed && (
        <Choice
          label={t('filter.time')}
          value={view.time}
          onChange={value =>
            onChange({ time: TIME_BASES.find(known => known === value) })
          }
        >
          {TIME_BASES.map(known => (
            <option key={known} value={known}>
              {t(`time.${known}`)}
            </option>
          ))}
        </Choice>
      )}
      {isFiltered(view) && (
        <Button size="small" onClick={() => onChange(NO_FILTER)}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
