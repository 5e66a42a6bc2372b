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
import Tooltip from '@material-ui/core/Tooltip';
import { PatternLines } from '@visx/pattern';
import { Bar } from '@visx/shape';
import { useId } from 'react';
import { hatchGround, stageColour } from '../palette/stageColour';
import { useShade } from '../palette/useShade';
import { formatDuration } from '../wording/duration';
import { useWords } from '../wording/useWords';
import { Lane, LaneSpan } from './lanes';

/** Height of a lane, in pixels. */
export const LANE_HEIGHT = 26;

const useStyles = makeStyles({
  track: { display: 'block', width: '100%', overflow: 'visible' },
});

interface SpanProps {
  span: LaneSpan;
  x(at: number): number;
  patternId: string;
}

function fillOf({ mode }: LaneSpan, colour: string, patternId: string) {
  switch (mode) {
    case 'working':
      return colour;
    case 'waiting':
      return `url(#${patternId})`;
    case 'paused':
      return 'none';
    default: {
      const unknown: never = mode;
      return String(unknown);
    }
  }
}

function Span({ span, x, patternId }: SpanProps) {
  const shade = useShade();
  const t = useWords();
  const { stage, mode, start, end, share } = span;
  const colour = stageColour(stage, shade);
  // A part of the ball is a part of the height; a sliver is still to be seen.
  const height = Math.max(6, (LANE_HEIGHT - 6) * share);
  return (
    <Tooltip
      title={`${t(`stage.${stage}`)}, ${t(`mode.${mode}`)}: ${formatDuration(
        end - start,
      )}`}
    >
      <g>
        {mode === 'waiting' && (
          <>
            <PatternLines
              id={patternId}
              width={7}
              height={7}
              orientation={['diagonal']}
              stroke={colour}
              strokeWidth={2}
              background={hatchGround(stage, shade)}
            />
          </>
        )}
        <Bar
          x={x(start)}
          y={(LANE_HEIGHT - height) / 2}
          width={Math.max(2, x(end) - x(start))}
          height={height}
          rx={2}
          fill={fillOf(span, colour, patternId)}
          stroke={colour}
          strokeDasharray={mode === 'paused' ? '2 3' : undefined}
        />
      </g>
    </Tooltip>
  );
}

interface LaneTrackProps {
  lane: Lane;
  width: number;
  x(at: number): number;
}

/** What one party held, on the common time axis. */
export function LaneTrack({ lane, width, x }: LaneTrackProps) {
  const classes = useStyles();
  const id = useId().replace(/:/g, '');
  return (
    <svg
      className={classes.track}
      width={width}
      height={LANE_HEIGHT}
      aria-hidden
    >
      {lane.spans.map((span, index) => (
        <Span key={span.start} span={span} x={x} patternId={`${id}-${index}`} />
      ))}
    </svg>
  );
}
