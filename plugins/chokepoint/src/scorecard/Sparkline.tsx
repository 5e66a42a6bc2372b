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

import { Theme } from '@material-ui/core/styles';
import { LinePath } from '@visx/shape';
import { scaleLinear } from '@visx/scale';
import { ScorecardRow } from 'backstage-plugin-chokepoint-common';
import { formatDuration } from '../wording/duration';
import { Words } from '../wording/useWords';

const WIDTH = 90;
const HEIGHT = 22;
const INSET = 3;

interface SparklineProps {
  trend: ScorecardRow['trend'];
  theme: Theme;
  t: Words;
}

/** The weeks of a row as a small line, with its ends in words. */
export function Sparkline({ trend, theme: { palette }, t }: SparklineProps) {
  const points = trend.flatMap(({ value }, week) =>
    value === undefined ? [] : [{ week, value }],
  );
  if (points.length < 2) {
    return <span className="muted">{t('scorecard.trendNone')}</span>;
  }
  const values = points.map(({ value }) => value);
  const x = scaleLinear({
    domain: [0, trend.length - 1],
    range: [INSET, WIDTH - INSET],
  });
  const y = scaleLinear({
    domain: [Math.min(...values, 0), Math.max(...values)],
    range: [HEIGHT - INSET, INSET],
  });
  const last = points[points.length - 1];
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('scorecard.trendOf', {
        first: formatDuration(points[0].value),
        last: formatDuration(last.value),
        n: String(points.length),
      })}
    >
      <LinePath
        data={points}
        x={({ week }) => x(week)}
        y={({ value }) => y(value)}
        stroke={palette.text.secondary}
        strokeWidth={1.5}
      />
      <circle
        cx={x(last.week)}
        cy={y(last.value)}
        r={2.5}
        fill={palette.text.primary}
      />
    </svg>
  );
}
