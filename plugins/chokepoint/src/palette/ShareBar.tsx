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
import { SMALL } from './text';
import { formatRatio } from '../wording/figureText';

const useStyles = makeStyles(theme => ({
  line: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  track: {
    flex: 1,
    minWidth: 60,
    height: 12,
    borderRadius: 2,
    background: theme.palette.action.hover,
    boxShadow: `inset 0 0 0 1px ${theme.palette.divider}`,
  },
  filled: {
    height: '100%',
    minWidth: 2,
    borderRadius: 2,
    background: theme.palette.text.secondary,
  },
  text: {
    ...SMALL,
    width: '3.4em',
    textAlign: 'right',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
}));

interface ShareBarProps {
  /** 0 to 1. */
  share: number;
  /** Ground of the filled part. */
  background?: string;
}

/** A share as a bar with its number. */
export function ShareBar({ share, background }: ShareBarProps) {
  const classes = useStyles();
  return (
    <div className={classes.line}>
      <div className={classes.track} aria-hidden>
        <div
          className={classes.filled}
          style={{ width: `${share * 100}%`, background }}
        />
      </div>
      <span className={classes.text}>{formatRatio(share)}</span>
    </div>
  );
}
