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

import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Mode } from 'chokepoint-flow';
import { SMALL } from './text';
import { useWords } from '../wording/useWords';
import { modeBackground } from './stageColour';

const useStyles = makeStyles(theme => ({
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    ...SMALL,
    color: theme.palette.text.secondary,
  },
  item: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) },
  swatch: { width: 22, height: 12, borderRadius: 2 },
}));

interface ModeKeyProps {
  modes: readonly Mode[];
}

/** What solid and hatched mean. */
export function ModeKey({ modes }: ModeKeyProps) {
  const classes = useStyles();
  const { text } = useTheme().palette;
  const t = useWords();
  return (
    <ul className={classes.key}>
      {modes.map(mode => (
        <li key={mode} className={classes.item}>
          <span
            className={classes.swatch}
            style={{
              background: modeBackground(mode, text.secondary, 'transparent'),
            }}
          />
          {t(`mode.${mode}`)}
        </li>
      ))}
    </ul>
  );
}
