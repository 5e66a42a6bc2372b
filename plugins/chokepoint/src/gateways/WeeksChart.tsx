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
import Tooltip from '@material-ui/core/Tooltip';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { useParentSize } from '@visx/responsive';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { DateTime } from 'luxon';
import { GatewayWeek } from '../api/answers';
import { ticksThatFit } from '../drawer/timelineScale';
import { useAxisLabel } from '../palette/useAxisLabel';
import { formatDay } from '../wording/date';
import { useWords } from '../wording/useWords';

const MARGIN = { top: 8, right: 8, bottom: 26, left: 36 };

const useStyles = makeStyles({
  chart: { width: '100%', overflow: 'hidden' },
});

/** Every how many weeks there is room for a label. */
function labelled(weeks: readonly GatewayWeek[], width: number): string[] {
  const every = Math.ceil(weeks.length / ticksThatFit(width));
  return weeks
    .filter((_, index) => index % every === 0)
    .map(({ week }) => week);
}

interface WeekBarsProps {
  week: GatewayWeek;
  x: number;
  width: number;
  y(count: number): number;
  bottom: number;
}

function WeekBars({ week, x, width, y, bottom }: WeekBarsProps) {
  const { palette } = useTheme();
  const t = useWords();
  const { arrived, served } = week;
  const half = width / 2;
  return (
    <Tooltip
      title={`${formatDay(week.week)}: ${arrived} ${t(
        'gateways.arrived',
      )}, ${served} ${t('gateways.served')}`}
    >
      <g>
        {/* Something to point at also where the bars are small. */}
        <Bar x={x} y={0} width={width} height={bottom} fill="transparent" />
        <Bar
          x={x + 1}
          y={y(arrived)}
          width={Math.max(1, half - 2)}
          height={bottom - y(arrived)}
          fill={palette.background.paper}
          stroke={palette.text.secondary}
          strokeWidth={2}
        />
        <Bar
          x={x + half + 1}
          y={y(served)}
          width={Math.max(1, half - 2)}
          height={bottom - y(served)}
          fill={palette.text.secondary}
        />
      </g>
    </Tooltip>
  );
}

interface WeeksChartProps {
  weeks: readonly GatewayWeek[];
  /** Pixels. */
  height: number;
}

/** Arrivals and service as bars beside each other; the table says the same. */
export default function WeeksChart({ weeks, height }: WeeksChartProps) {
  const classes = useStyles();
  const t = useWords();
  const { palette } = useTheme();
  const label = useAxisLabel();
  const { parentRef, width } = useParentSize({
    debounceTime: 50,
    initialSize: { width: 600, height },
  });
  const inner = Math.max(0, width - MARGIN.left - MARGIN.right);
  const bottom = height - MARGIN.top - MARGIN.bottom;
  const most = Math.max(1, ...weeks.flatMap(w => [w.arrived, w.served]));
  const x = scaleBand({
    domain: weeks.map(({ week }) => week),
    range: [0, inner],
    padding: 0.25,
  });
  const y = scaleLinear({ domain: [0, most], range: [bottom, 0], nice: true });
  return (
    <div ref={parentRef} className={classes.chart} style={{ height }}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={t('gateways.weeksChart')}
      >
        <Group left={MARGIN.left} top={MARGIN.top}>
          {weeks.map(week => (
            <WeekBars
              key={week.week}
              week={week}
              x={x(week.week) ?? 0}
              width={x.bandwidth()}
              y={y}
              bottom={bottom}
            />
          ))}
          <AxisLeft
            scale={y}
            numTicks={4}
            tickFormat={value => String(value)}
            stroke={palette.divider}
            tickStroke={palette.divider}
            tickLabelProps={{ ...label, textAnchor: 'end', dx: -4, dy: 4 }}
          />
          <AxisBottom
            scale={x}
            top={bottom}
            tickValues={labelled(weeks, inner)}
            tickFormat={week =>
              DateTime.fromISO(week).setLocale('en').toFormat('d LLL')
            }
            stroke={palette.divider}
            hideTicks
            tickLabelProps={{ ...label, textAnchor: 'middle' }}
          />
        </Group>
      </svg>
    </div>
  );
}
