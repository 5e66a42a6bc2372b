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
import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { useParentSize } from '@visx/responsive';
import { scaleLog, scaleUtc } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { DateTime } from 'luxon';
import { MouseEvent, useMemo, useState } from 'react';
import { tickFormat, ticksThatFit } from '../drawer/timelineScale';
import { ageAxis } from '../inFlight/ageingScale';
import { SMALL } from '../palette/text';
import { useAxisLabel } from '../palette/useAxisLabel';
import { formatDay } from '../wording/date';
import { formatDuration } from '../wording/duration';
import { useWords } from '../wording/useWords';
import { circlesPath, histogram, nearest, Point } from './points';

const MARGIN = { top: 10, right: 12, bottom: 28, left: 52 };
const HISTOGRAM_WIDTH = 56;
const BINS = 18;
const RADIUS = 3;
/** How near the pointer must be to a point, in pixels. */
const REACH = 12;

const useStyles = makeStyles({
  chart: { width: '100%', overflow: 'hidden', position: 'relative' },
  picked: { cursor: 'pointer' },
  told: { ...SMALL, minHeight: '1.45em' },
});

interface Place extends Point {
  x: number;
  y: number;
}

function usePlaces(points: readonly Point[], width: number, height: number) {
  return useMemo(() => {
    const inner = Math.max(
      10,
      width - MARGIN.left - MARGIN.right - HISTOGRAM_WIDTH,
    );
    const bottom = height - MARGIN.top - MARGIN.bottom;
    const axis = ageAxis(points.map(({ length }) => length));
    const times = points.map(({ at }) => at);
    const extent = {
      start: times.reduce((a, b) => Math.min(a, b), Infinity),
      end: times.reduce((a, b) => Math.max(a, b), -Infinity),
    };
    const x = scaleUtc<number>({
      domain: [extent.start, extent.end],
      range: [RADIUS, inner - RADIUS],
    });
    const y = scaleLog<number>({
      domain: [axis.min, axis.max],
      range: [bottom, 0],
      clamp: true,
    });
    const places: Place[] = points.map(point => ({
      ...point,
      // What is open stands on the right edge: it has not arrived anywhere.
      x: point.open ? inner : x(point.at),
      y: y(point.length),
    }));
    return { axis, extent, x, y, inner, bottom, places };
  }, [points, width, height]);
}

type Layout = ReturnType<typeof usePlaces>;

interface SeriesProps {
  layout: Layout;
}

/** The points: one path for what shipped, one for what is open. */
function Series({ layout: { places } }: SeriesProps) {
  const { palette } = useTheme();
  const colour = palette.type === 'dark' ? '#6cb0ff' : '#1f6feb';
  const paths = useMemo(
    () => ({
      shipped: circlesPath(
        places.filter(({ open }) => !open),
        RADIUS,
      ),
      open: circlesPath(
        places.filter(({ open }) => open),
        RADIUS + 1,
      ),
    }),
    [places],
  );
  return (
    <>
      <path d={paths.shipped} fill={colour} fillOpacity={0.55} />
      <path d={paths.open} fill="none" stroke={colour} strokeWidth={1.5} />
    </>
  );
}

/** How many took how long, on the side. */
function SideHistogram({ layout }: SeriesProps) {
  const { palette } = useTheme();
  const { axis, y, inner, bottom, places } = layout;
  const bars = useMemo(() => {
    const ratio = axis.max / axis.min;
    const bounds = Array.from(
      { length: BINS + 1 },
      (_, bin) => axis.min * ratio ** (bin / BINS),
    );
    const counts = histogram(
      places.filter(({ open }) => !open).map(({ length }) => length),
      bounds,
    );
    return counts.map((count, bin) => ({
      bin,
      count,
      top: y(bounds[bin + 1]),
      base: y(bounds[bin]),
    }));
  }, [axis, places, y]);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <Group left={inner + 12}>
      {bars.map(({ bin, count, top, base }) => (
        <Bar
          // Not by its place: where all took the same time, bins coincide.
          key={bin}
          y={top + 0.5}
          height={Math.max(0, base - top - 1)}
          width={(count / most) * (HISTOGRAM_WIDTH - 12)}
          fill={palette.text.secondary}
        />
      ))}
      <Line
        from={{ x: 0, y: 0 }}
        to={{ x: 0, y: bottom }}
        stroke={palette.divider}
      />
    </Group>
  );
}

interface QuantileLineProps {
  layout: Layout;
  /** Milliseconds. */
  length?: number;
  text: string;
  dashed?: boolean;
}

function QuantileLine({ layout, length, text, dashed }: QuantileLineProps) {
  const { palette } = useTheme();
  const label = useAxisLabel();
  if (length === undefined) {
    return null;
  }
  const at = layout.y(length);
  return (
    <>
      <Line
        from={{ x: 0, y: at }}
        to={{ x: layout.inner, y: at }}
        stroke={palette.text.primary}
        strokeDasharray={dashed ? '5 4' : undefined}
      />
      <text {...label} fill={palette.text.primary} x={4} y={at - 4}>
        {text}
      </text>
    </>
  );
}

function Axes({ layout: { axis, extent, x, y, inner, bottom } }: SeriesProps) {
  const { palette } = useTheme();
  const label = useAxisLabel();
  const format = tickFormat(extent);
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
        top={bottom}
        numTicks={ticksThatFit(inner)}
        tickFormat={value =>
          DateTime.fromMillis(Number(value)).setLocale('en').toFormat(format)
        }
        stroke={palette.divider}
        tickStroke={palette.divider}
        tickLabelProps={{ ...label, textAnchor: 'middle' }}
      />
    </>
  );
}

interface ScatterChartProps {
  points: readonly Point[];
  /** Milliseconds. */
  p50?: number;
  p85?: number;
  /** Pixels. */
  height: number;
  onPick(key: string): void;
}

/**
 * Each change by the day it shipped and how long it took. The table below says
 * the same, and is what a keyboard uses.
 */
export default function ScatterChart(props: ScatterChartProps) {
  const { points, p50, p85, height, onPick } = props;
  const classes = useStyles();
  const t = useWords();
  const { palette } = useTheme();
  const [under, setUnder] = useState<Place>();
  const { parentRef, width } = useParentSize({
    debounceTime: 50,
    initialSize: { width: 600, height },
  });
  const layout = usePlaces(points, width, height);
  const look = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - box.left - MARGIN.left;
    const y = event.clientY - box.top - MARGIN.top;
    setUnder(nearest(layout.places, { x, y }, REACH));
  };
  return (
    <div>
      <div ref={parentRef} className={classes.chart} style={{ height }}>
        <svg
          className={under ? classes.picked : undefined}
          width={width}
          height={height}
          role="img"
          aria-label={t('scatter.chart')}
          onMouseMove={look}
          onMouseLeave={() => setUnder(undefined)}
          onClick={() => under && onPick(under.key)}
        >
          <Group left={MARGIN.left} top={MARGIN.top}>
            <Axes layout={layout} />
            <Series layout={layout} />
            <QuantileLine
              layout={layout}
              length={p50}
              text={t('scatter.p50', { value: formatDuration(p50 ?? 0) })}
              dashed
            />
            <QuantileLine
              layout={layout}
              length={p85}
              text={t('scatter.p85', { value: formatDuration(p85 ?? 0) })}
            />
            <SideHistogram layout={layout} />
            {under && (
              <circle
                cx={under.x}
                cy={under.y}
                r={RADIUS + 4}
                fill="none"
                stroke={palette.text.primary}
                strokeWidth={2}
              />
            )}
          </Group>
        </svg>
      </div>
      <div className={classes.told} aria-hidden>
        {under &&
          `${under.title} · ${
            under.open ? t('scatter.open') : formatDay(under.at)
          } · ${formatDuration(under.length)}`}
      </div>
    </div>
  );
}
