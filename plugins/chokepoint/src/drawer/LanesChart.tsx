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
import { AxisTop } from '@visx/axis';
import { useParentSize } from '@visx/responsive';
import { scaleUtc } from '@visx/scale';
import { DateTime } from 'luxon';
import { SMALL } from '../palette/text';
import { useAxisLabel } from '../palette/useAxisLabel';
import { formatSecond } from '../wording/date';
import { formatDuration } from '../wording/duration';
import { PartyName } from '../wording/PartyName';
import { useWords } from '../wording/useWords';
import { Lane } from './lanes';
import { LaneTrack } from './LaneTrack';
import { MarkGlyph } from './MarkGlyph';
import { eventName, Mark } from './marks';
import { Extent, tickFormat, ticksThatFit } from './timelineScale';

const AXIS_HEIGHT = 26;
const MARKS_HEIGHT = 24;

const useStyles = makeStyles(theme => ({
  chart: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 190px) minmax(0, 1fr)',
    columnGap: theme.spacing(2),
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  label: {
    ...SMALL,
    lineHeight: 1.3,
    padding: theme.spacing(0.5, 0),
    overflowWrap: 'anywhere',
  },
  charged: { color: theme.palette.text.secondary, fontSize: '0.75rem' },
  lane: {
    borderTop: `1px solid ${theme.palette.divider}`,
    padding: theme.spacing(0.75, 0),
    display: 'flex',
    alignItems: 'center',
    [theme.breakpoints.down('xs')]: { borderTop: 'none', paddingTop: 0 },
  },
  ruled: { borderTop: `1px solid ${theme.palette.divider}` },
  measure: { minWidth: 0 },
  block: { display: 'block', overflow: 'visible' },
}));

interface LaneLabelProps {
  lane: Lane;
}

function LaneLabel({ lane: { party, waited, worked } }: LaneLabelProps) {
  const classes = useStyles();
  const t = useWords();
  const parts = [
    waited > 0 && t('drawer.charged', { duration: formatDuration(waited) }),
    worked > 0 && t('drawer.held', { duration: formatDuration(worked) }),
  ].filter(Boolean);
  return (
    <div className={classes.label}>
      <PartyName party={party} />
      <div className={classes.charged}>{parts.join(' · ')}</div>
    </div>
  );
}

interface MarksTrackProps {
  marks: readonly Mark[];
  width: number;
  x(at: number): number;
}

function MarksTrack({ marks, width, x }: MarksTrackProps) {
  const classes = useStyles();
  return (
    <svg
      className={classes.block}
      width={width}
      height={MARKS_HEIGHT}
      aria-hidden
    >
      {marks.map(({ kind, at, event }) => (
        <Tooltip
          key={`${event.source} ${event.id}`}
          title={`${eventName(event.type)} · ${formatSecond(at)}`}
        >
          <g>
            <MarkGlyph kind={kind} left={x(at)} top={MARKS_HEIGHT / 2} />
          </g>
        </Tooltip>
      ))}
    </svg>
  );
}

interface TimeAxisProps {
  extent: Extent;
  width: number;
  scale: ReturnType<typeof scaleUtc<number>>;
}

function TimeAxis({ extent, width, scale }: TimeAxisProps) {
  const classes = useStyles();
  const { palette } = useTheme();
  const label = useAxisLabel();
  const format = tickFormat(extent);
  return (
    <svg
      className={classes.block}
      width={width}
      height={AXIS_HEIGHT}
      aria-hidden
    >
      <AxisTop
        top={AXIS_HEIGHT - 1}
        scale={scale}
        numTicks={ticksThatFit(width)}
        tickFormat={value =>
          DateTime.fromMillis(Number(value)).setLocale('en').toFormat(format)
        }
        stroke={palette.divider}
        tickStroke={palette.divider}
        tickLength={5}
        tickLabelProps={{ ...label, textAnchor: 'middle' }}
      />
    </svg>
  );
}

interface LanesChartProps {
  lanes: readonly Lane[];
  marks: readonly Mark[];
  extent: Extent;
}

/**
 * One change as a timeline: a lane for each holder, waiting hatched, events as
 * marks above. The ledger says the same in words.
 */
export default function LanesChart({ lanes, marks, extent }: LanesChartProps) {
  const classes = useStyles();
  const t = useWords();
  const { parentRef, width } = useParentSize({
    debounceTime: 50,
    initialSize: { width: 600, height: AXIS_HEIGHT },
  });
  const scale = scaleUtc<number>({
    domain: [extent.start, extent.end],
    range: [8, Math.max(9, width - 8)],
  });
  return (
    <div
      className={classes.chart}
      role="group"
      aria-label={t('drawer.timelineLabel')}
    >
      <div />
      <div ref={parentRef} className={classes.measure}>
        <TimeAxis extent={extent} width={width} scale={scale} />
      </div>
      {marks.length > 0 && (
        <>
          <div className={classes.label}>{t('drawer.events')}</div>
          <MarksTrack marks={marks} width={width} x={scale} />
        </>
      )}
      {lanes.map(lane => (
        <LaneRow key={lane.party} lane={lane} width={width} x={scale} />
      ))}
    </div>
  );
}

interface LaneRowProps {
  lane: Lane;
  width: number;
  x(at: number): number;
}

function LaneRow({ lane, width, x }: LaneRowProps) {
  const classes = useStyles();
  return (
    <>
      <div className={classes.ruled}>
        <LaneLabel lane={lane} />
      </div>
      <div className={classes.lane}>
        <LaneTrack lane={lane} width={width} x={x} />
      </div>
    </>
  );
}
