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
import NativeSelect from '@material-ui/core/NativeSelect';
import { SMALL } from '../palette/text';
import { useWords } from '../wording/useWords';
import { WINDOW_DAYS, WindowDays } from '../url/view';

const useStyles = makeStyles({ select: SMALL });

interface WindowSelectProps {
  days: WindowDays;
  onChange(days: WindowDays): void;
}

/** Picks the length of the window. */
export function WindowSelect({ days, onChange }: WindowSelectProps) {
  const classes = useStyles();
  const t = useWords();
  return (
    <NativeSelect
      className={classes.select}
      value={days}
      disableUnderline
      inputProps={{ 'aria-label': t('window.label') }}
      onChange={event => {
        const picked = WINDOW_DAYS.find(
          candidate => candidate === Number(event.target.value),
        );
        if (picked) {
          onChange(picked);
        }
      }}
    >
      {WINDOW_DAYS.map(candidate => (
        <option key={candidate} value={candidate}>
          {t('window.days', { days: String(candidate) })}
        </option>
      ))}
    </NativeSelect>
  );
}
