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

import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { SMALL } from '../palette/text';
import { barBackground } from '../palette/stageColour';
import { useShade } from '../palette/useShade';
import { Quantile } from '../url/view';
import { formatDuration } from '../wording/duration';
import { formatRatio } from '../wording/figureText';
import { useWords } from '../wording/useWords';
import { StageBar } from './stageBars';

const useStyles = makeStyles(theme => ({
  row: {
    ...SMALL,
    '& > *': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '&:last-child > *': { borderBottom: 'none' },
  },
  picked: { background: theme.palette.action.selected },
  name: { textAlign: 'left', fontWeight: 600, whiteSpace: 'nowrap' },
  number: {
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  secondary: { [theme.breakpoints.down('xs')]: { display: 'none' } },
  barCell: { width: '100%' },
  bar: {
    width: '100%',
    minHeight: 32,
    display: 'flex',
    justifyContent: 'flex-start',
    gap: theme.spacing(1),
    borderRadius: theme.shape.borderRadius,
    '&:hover': { background: theme.palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
  },
  track: { flex: 1, minWidth: 0, display: 'flex', height: 20 },
  filled: {
    display: 'flex',
    gap: 2,
    minWidth: 3,
    transition: 'width 150ms',
    '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
  },
  part: { height: '100%', borderRadius: 2 },
  length: {
    ...SMALL,
    width: '4.5em',
    textAlign: 'right',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
}));

interface StageBarRowProps {
  bar: StageBar;
  quantile: Quantile;
  picked: boolean;
  onPick(): void;
}

/** One stage: its bar is a button that narrows what is below to the stage. */
export function StageBarRow({
  bar,
  quantile,
  picked,
  onPick,
}: StageBarRowProps) {
  const classes = useStyles();
  const shade = useShade();
  const t = useWords();
  const { stage, length, width, parts, share, n } = bar;
  const name = t(`stage.${stage}`);
  const duration =
    length === undefined ? t('status.tooFew') : formatDuration(length);
  return (
    <tr className={`${classes.row} ${picked ? classes.picked : ''}`}>
      <th scope="row" className={classes.name}>
        {name}
      </th>
      <td className={classes.barCell}>
        <ButtonBase
          className={classes.bar}
          aria-pressed={picked}
          aria-label={`${t('stages.select', { stage: name })}. ${t(
            'stages.describe',
            {
              stage: name,
              duration,
              quantile,
              share: formatRatio(share),
              n: String(n),
            },
          )}`}
          onClick={onPick}
        >
          <span className={classes.track}>
            <span
              className={classes.filled}
              style={{ width: `${width * 100}%` }}
            >
              {parts.map(part => (
                <span
                  key={part.mode}
                  className={classes.part}
                  style={{
                    flexGrow: part.share,
                    flexBasis: 0,
                    background: barBackground(stage, part.mode, shade),
                  }}
                />
              ))}
            </span>
          </span>
          <span className={classes.length}>{duration}</span>
        </ButtonBase>
      </td>
      <td className={`${classes.number} ${classes.secondary}`}>
        {formatRatio(share)}
      </td>
      <td className={`${classes.number} ${classes.secondary}`}>{n}</td>
    </tr>
  );
}
