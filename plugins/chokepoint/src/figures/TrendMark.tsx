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
import { Trend } from '../wording/trend';
import { Spoken } from '../wording/Spoken';
import { useWords, Words } from '../wording/useWords';

const ARROWS = { up: '▲', down: '▼', flat: '–' } as const;

const useStyles = makeStyles(theme => ({
  mark: { color: theme.palette.text.secondary, whiteSpace: 'nowrap' },
}));

/** A trend in words: `down 5 % on the window before, better`. */
export function trendWords(trend: Trend, t: Words): string {
  if (trend.direction === 'flat') {
    return t(trend.verdict === 'unclear' ? 'trend.unclear' : 'trend.flat');
  }
  const words = t(`trend.${trend.direction}`, { amount: trend.amount });
  return trend.verdict === 'better' || trend.verdict === 'worse'
    ? `${words}, ${t(`trend.${trend.verdict}`)}`
    : words;
}

interface TrendMarkProps {
  trend: Trend;
}

/** A trend at a glance: `▼ 5 %`. */
export function TrendMark({ trend }: TrendMarkProps) {
  const classes = useStyles();
  const t = useWords();
  return (
    <>
      <span className={classes.mark} title={trendWords(trend, t)} aria-hidden>
        {ARROWS[trend.direction]}
        {trend.amount && ` ${trend.amount}`}
      </span>
      <Spoken>{`, ${trendWords(trend, t)}`}</Spoken>
    </>
  );
}
