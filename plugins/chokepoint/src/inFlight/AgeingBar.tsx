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

import { makeStyles, Theme } from '@material-ui/core/styles';
import { stageColour } from '../palette/stageColour';
import { useShade } from '../palette/useShade';
import { AgeingChange } from './ageing';

/** The 85th percentile of the past is at this part of the track. */
const P85_AT = 0.6;

const useStyles = makeStyles<Theme, { colour: string }>(theme => ({
  track: {
    position: 'relative',
    width: 120,
    height: 12,
    margin: theme.spacing(0.5, 0),
    boxShadow: `inset 0 0 0 1px ${theme.palette.divider}`,
    borderRadius: 2,
    background: theme.palette.action.hover,
  },
  usual: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    left: 0,
    width: `${P85_AT * 100}%`,
    borderRight: `2px solid ${theme.palette.text.secondary}`,
    background: theme.palette.action.selected,
  },
  median: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    borderLeft: `2px dotted ${theme.palette.text.secondary}`,
  },
  fill: {
    position: 'absolute',
    top: 3,
    bottom: 3,
    left: 0,
    minWidth: 3,
    borderRadius: 2,
    background: ({ colour }) => colour,
  },
  beyond: {
    position: 'absolute',
    right: -2,
    top: -4,
    lineHeight: '20px',
    fontWeight: 700,
    color: ({ colour }) => colour,
  },
}));

interface AgeingBarProps {
  ageing: AgeingChange;
}

/**
 * Time in the stage against the past: a dotted line at the median, a solid one
 * at the 85th percentile. The words beside it say the same.
 */
export function AgeingBar({ ageing }: AgeingBarProps) {
  const shade = useShade();
  const { current, inStage } = ageing;
  const classes = useStyles({ colour: stageColour(current.stage, shade) });
  const { usualP50, usualP85 } = current;
  if (usualP50 === undefined || !usualP85) {
    return null;
  }
  const at = (length: number) => (length / usualP85) * P85_AT;
  return (
    <div className={classes.track} aria-hidden>
      <div className={classes.usual} />
      <div
        className={classes.median}
        style={{ left: `${at(usualP50) * 100}%` }}
      />
      <div
        className={classes.fill}
        style={{ width: `${Math.min(at(inStage), 0.94) * 100}%` }}
      />
      {at(inStage) > 0.94 && <span className={classes.beyond}>›</span>}
    </div>
  );
}
