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
import { useParentSize } from '@visx/responsive';
import { Sankey, SankeyNode, sankeyLinkHorizontal } from '@visx/sankey';
import { FlowEdge, Party } from 'chokepoint-flow';
import { KeyboardEvent, useMemo, useState } from 'react';
import { SMALL } from '../palette/text';
import { formatDuration } from '../wording/duration';
import { PartyName } from '../wording/PartyName';
import { useWords } from '../wording/useWords';
import { Flow, FlowNode, flowsOf } from './flows';

const NODE_WIDTH = 10;
/** Room above and below for the label of a node that is thinner than it. */
const MARGIN = 9;

const useStyles = makeStyles(theme => ({
  sides: {
    ...SMALL,
    display: 'flex',
    justifyContent: 'space-between',
    color: theme.palette.text.secondary,
  },
  chart: { width: '100%', overflow: 'hidden' },
  node: {
    cursor: 'pointer',
    outline: 'none',
    '&:focus-visible rect': {
      stroke: theme.palette.text.primary,
      strokeWidth: 3,
    },
  },
  label: {
    fill: theme.palette.text.primary,
    fontSize: 13,
    // The ground around the letters keeps them readable over the flows.
    paintOrder: 'stroke',
    stroke: theme.palette.background.paper,
    strokeWidth: 4,
    strokeLinejoin: 'round',
    pointerEvents: 'none',
  },
}));

type LaidOutNode = SankeyNode<FlowNode, Flow>;

interface NodeProps {
  node: LaidOutNode;
  dimmed: boolean;
  pressed: boolean;
  onPick(): void;
}

function Node({ node, dimmed, pressed, onPick }: NodeProps) {
  const classes = useStyles();
  const { palette } = useTheme();
  const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, side, party } = node;
  const left = side === 'from';
  const pickByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onPick();
    }
  };
  return (
    <g
      className={classes.node}
      role="button"
      tabIndex={0}
      aria-pressed={pressed}
      opacity={dimmed ? 0.35 : 1}
      onClick={onPick}
      onKeyDown={pickByKey}
    >
      <rect
        x={x0}
        y={y0}
        width={x1 - x0}
        height={Math.max(2, y1 - y0)}
        fill={palette.text.secondary}
      />
      <text
        className={classes.label}
        x={left ? x1 + 6 : x0 - 6}
        y={(y0 + y1) / 2}
        dy="0.35em"
        textAnchor={left ? 'start' : 'end'}
      >
        <PartyName party={party} />
      </text>
    </g>
  );
}

interface LinkProps {
  flow: Flow;
  path: string;
  width: number;
  state: 'plain' | 'picked' | 'dimmed';
}

const OPACITY = { plain: 0.3, picked: 0.6, dimmed: 0.08 } as const;

function Link({ flow: { edge }, path, width, state }: LinkProps) {
  const { palette } = useTheme();
  const t = useWords();
  return (
    <Tooltip
      title={t('gateways.mapFlow', {
        from: <PartyName party={edge.from} />,
        to: <PartyName party={edge.to} />,
        waiting: formatDuration(edge.queueMs),
        n: String(edge.changes),
      })}
    >
      <path
        d={path}
        fill="none"
        stroke={palette.type === 'dark' ? '#f7a35c' : '#c2590a'}
        strokeOpacity={OPACITY[state]}
        strokeWidth={Math.max(1, width)}
      />
    </Tooltip>
  );
}

function stateOf({ edge }: Flow, picked: Party | undefined) {
  if (picked === undefined) {
    return 'plain';
  }
  return edge.from === picked || edge.to === picked ? 'picked' : 'dimmed';
}

interface FlowMapChartProps {
  edges: readonly FlowEdge[];
  /** Pixels. */
  height: number;
}

/**
 * Teams as nodes on two sides, their waiting as flows between them. The table
 * below says the same.
 */
export default function FlowMapChart({ edges, height }: FlowMapChartProps) {
  const classes = useStyles();
  const t = useWords();
  const [picked, setPicked] = useState<Party>();
  const { parentRef, width } = useParentSize({
    debounceTime: 50,
    initialSize: { width: 600, height },
  });
  // The layout writes into what it is given: it gets a copy for each size.
  const root = useMemo(() => ({ ...flowsOf(edges), width }), [edges, width]);
  const path = sankeyLinkHorizontal<FlowNode, Flow>();
  return (
    <div>
      <div className={classes.sides} aria-hidden>
        <span>{t('gateways.mapLeft')}</span>
        <span>{t('gateways.mapRight')}</span>
      </div>
      <div ref={parentRef} className={classes.chart} style={{ height }}>
        <svg
          width={width}
          height={height}
          role="group"
          aria-label={t('gateways.mapChart')}
        >
          <g transform={`translate(0, ${MARGIN})`}>
            <Sankey<FlowNode, Flow>
              root={root}
              size={[width, height - 2 * MARGIN]}
              nodeId={node => node.id}
              nodeWidth={NODE_WIDTH}
              nodePadding={14}
            >
              {({ graph }) => (
                <>
                  {graph.links.map(link => (
                    <Link
                      key={`${link.edge.from} ${link.edge.to}`}
                      flow={link}
                      path={path(link) ?? ''}
                      width={link.width ?? 1}
                      state={stateOf(link, picked)}
                    />
                  ))}
                  {graph.nodes.map(node => (
                    <Node
                      key={node.id}
                      node={node}
                      pressed={picked === node.party}
                      dimmed={
                        picked !== undefined &&
                        !graph.links.some(
                          ({ edge, source, target }) =>
                            (source === node || target === node) &&
                            (edge.from === picked || edge.to === picked),
                        )
                      }
                      onPick={() =>
                        setPicked(
                          picked === node.party ? undefined : node.party,
                        )
                      }
                    />
                  ))}
                </>
              )}
            </Sankey>
          </g>
        </svg>
      </div>
    </div>
  );
}
