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
import { scaleBand, scaleLog } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { Stage } from 'chokepoint-flow';
import { useMemo } from 'react';
import { SMALL } from '../palette/text';
import { stageColour } from '../palette/stageColour';
import { useAxisLabel } from '../palette/useAxisLabel';
import { useShade } from '../palette/useShade';
import { useViewInAddress } from '../url/navigation';
import { formatDuration } from '../wording/duration';
import { useWords } from '../wording/useWords';
import { AgeingChange, usualTimes } from './ageing';
import { ageAxis, sideways, stagesInFlight } from './ageingScale';
import { AGEING_CHART_HEIGHT } from './chartHeight';

const MARGIN = { top: 8, right: 8, bottom: 28, left: 52 };

const useStyles = makeStyles(theme => ({
  chart: { width: '100%', height: AGEING_CHART_HEIGHT, overflow: 'hidden' },
  point: { cursor: 'pointer' },
  legend: { ...SMALL, color: theme.palette.text.secondary },
}));

function useScales(changes: readonly AgeingChange[], width: number) {
  return useMemo(() => {
    const usual = usualTimes(changes);
    const axis = ageAxis([
      ...changes.map(({ inStage }) => inStage),
      ...usual.flatMap(({ p50, p85 }) => [p50, p85]),
    ]);
    return {
      usual,
      axis,
      x: scaleBand({
        domain: stagesInFlight(changes),
        range: [0, Math.max(0, width - MARGIN.left - MARGIN.right)],
        padding: 0.12,
      }),
      y: scaleLog({
        domain: [axis.min, axis.max],
        range: [AGEING_CHART_HEIGHT - MARGIN.top - MARGIN.bottom, 0],
        clamp: true,
      }),
    };
  }, [changes, width]);
}

type Scales = ReturnType<typeof useScales>;

interface BandsProps {
  scales: Scales;
}

function UsualBands({ scales: { usual, x, y } }: BandsProps) {
  const { palette } = useTheme();
  const bottom = y.range()[0];
  return (
    <>
      {usual.map(({ stage, p50, p85 }) => (
        <Group key={stage} left={x(stage)}>
          <Bar
            width={x.bandwidth()}
            y={y(p85)}
            height={bottom - y(p85)}
            fill={palette.action.selected}
          />
          <Line
            from={{ x: 0, y: y(p50) }}
            to={{ x: x.bandwidth(), y: y(p50) }}
            stroke={palette.text.secondary}
            strokeDasharray="2 3"
          />
          <Line
            from={{ x: 0, y: y(p85) }}
            to={{ x: x.bandwidth(), y: y(p85) }}
            stroke={palette.text.secondary}
          />
        </Group>
      ))}
    </>
  );
}

interface PointsProps {
  changes: readonly AgeingChange[];
  stage?: Stage;
  scales: Scales;
}

function Points({ changes, stage, scales: { x, y } }: PointsProps) {
  const classes = useStyles();
  const shade = useShade();
  const { palette } = useTheme();
  const { go } = useViewInAddress();
  const places = sideways(changes);
  return (
    <>
      {changes.map(({ change, current, inStage, ageing }, index) => {
        const colour = stageColour(current.stage, shade);
        const overdue = ageing === 'overdue';
        const inset = 0.1 + places[index] * 0.8;
        return (
          <Tooltip
            key={change.key}
            title={`${change.title} · ${formatDuration(inStage)}`}
          >
            <circle
              className={classes.point}
              cx={(x(current.stage) ?? 0) + inset * x.bandwidth()}
              cy={y(inStage)}
              r={overdue ? 6 : 5}
              fill={overdue ? colour : palette.background.paper}
              stroke={colour}
              strokeWidth={2}
              opacity={stage && stage !== current.stage ? 0.25 : 1}
              onClick={() => go({ change: change.key })}
            />
          </Tooltip>
        );
      })}
    </>
  );
}

interface AxesProps {
  scales: Scales;
}

function Axes({ scales: { axis, x, y } }: AxesProps) {
  const { palette } = useTheme();
  const t = useWords();
  const label = useAxisLabel();
  return (
    <>
      <AxisLeft
        scale={y}
        tickValues={axis.ticks}
        tickFormat={value => formatDuration(Number(value))}
        stroke={palette.divider}
        tickStroke={palette.divider}
        tickLabelProps={{ ...label, textAnchor: 'end', dx: -4, dy: 4 }}
      />
      <AxisBottom
        scale={x}
        top={y.range()[0]}
        tickFormat={stage => t(`stage.${stage}`)}
        stroke={palette.divider}
        hideTicks
        tickLabelProps={{ ...label, textAnchor: 'middle' }}
      />
    </>
  );
}

interface AgeingChartProps {
  changes: readonly AgeingChange[];
  /** The stage to bring out. */
  stage?: Stage;
}

/**
 * Each change in flight as a point: its stage across, its time in the stage
 * upwards, before the band of what is usual. The table below says the same.
 */
export default function AgeingChart({ changes, stage }: AgeingChartProps) {
  const classes = useStyles();
  const t = useWords();
  const { parentRef, width } = useParentSize({
    debounceTime: 50,
    initialSize: { width: 600, height: AGEING_CHART_HEIGHT },
  });
  const scales = useScales(changes, width);
  return (
    <div>
      <div ref={parentRef} className={classes.chart}>
        <svg
          width={width}
          height={AGEING_CHART_HEIGHT}
          role="img"
          aria-label={t('inFlight.chartLabel')}
        >
          <Group left={MARGIN.left} top={MARGIN.top}>
            <UsualBands scales={scales} />
            <Axes scales={scales} />
            <Points changes={changes} stage={stage} scales={scales} />
          </Group>
        </svg>
      </div>
      <div className={classes.legend}>{t('inFlight.chartUsual')}</div>
    </div>
  );
}
