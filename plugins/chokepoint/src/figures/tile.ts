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

import {
  FigureStatus,
  kpiOf,
  ReportedFigure,
} from 'backstage-plugin-chokepoint-common';
import { FigureId } from 'chokepoint-flow';
import { formatFigure } from '../wording/figureText';
import { Trend, trendOf, UNCLEAR } from '../wording/trend';

/** The six that a card shows, in reading order. */
export const CARD_FIGURES = [
  'decisionToProduction',
  'queueTimeRatio',
  'reviewLatency',
  'handoffs',
  'reworkRate',
  'changeFailureRate',
] as const satisfies readonly FigureId[];

/** A figure that a card shows. */
export type CardFigure = (typeof CARD_FIGURES)[number];

/** What a tile says of a figure. */
export type Tile =
  | { kind: 'none' }
  | { kind: 'withheld'; n: number }
  | {
      kind: 'value';
      text: string;
      n: number;
      trend?: Trend;
      status?: FigureStatus;
      evidence: string;
    };

/** Puts a figure into the words of a tile. */
export function tileOf(id: CardFigure, figure?: ReportedFigure): Tile {
  if (figure?.withheld) {
    return { kind: 'withheld', n: figure.n };
  }
  if (figure?.value === undefined) {
    return { kind: 'none' };
  }
  const { value, unit, n, previous, status, evidence } = figure;
  return {
    kind: 'value',
    text: formatFigure(value, unit),
    n,
    trend:
      previous?.direction === 'none'
        ? UNCLEAR
        : trendOf(value, previous?.value, unit, kpiOf(id).direction),
    status,
    evidence,
  };
}
