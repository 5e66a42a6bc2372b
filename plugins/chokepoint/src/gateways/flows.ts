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

import { FlowEdge, Party } from 'chokepoint-flow';

/** Flows that a picture can show before it is a tangle. */
export const MOST_FLOWS = 40;

/** One side of a flow: a team as the owner of changes, or as who is waited on. */
export interface FlowNode {
  /** `from` on the left, `to` on the right: a team may be on both. */
  id: string;
  party: Party;
  side: 'from' | 'to';
}

/** A flow from the left to the right; its value is its width. */
export interface Flow {
  source: string;
  target: string;
  /** Milliseconds of waiting. */
  value: number;
  edge: FlowEdge;
}

/** The largest flows, with the teams they are between. */
export interface Flows {
  nodes: FlowNode[];
  links: Flow[];
}

/** The largest flows of a map, ready to be laid out in two columns. */
export function flowsOf(edges: readonly FlowEdge[], most = MOST_FLOWS): Flows {
  const links = [...edges]
    .filter(edge => edge.queueMs > 0)
    .sort((a, b) => b.queueMs - a.queueMs)
    .slice(0, most)
    .map(edge => ({
      source: `from ${edge.from}`,
      target: `to ${edge.to}`,
      value: edge.queueMs,
      edge,
    }));
  const nodes = new Map<string, FlowNode>();
  for (const { source, target, edge } of links) {
    nodes.set(source, { id: source, party: edge.from, side: 'from' });
    nodes.set(target, { id: target, party: edge.to, side: 'to' });
  }
  return { nodes: [...nodes.values()], links };
}
