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

import { ReportedStage } from 'backstage-plugin-chokepoint-common';
import { Stage } from 'chokepoint-flow';
import { Quantile } from '../url/view';
import { StagePart, stageShares } from './stageShares';

/** One stage as a bar whose length is a quantile of the time spent in it. */
export interface StageBar {
  stage: Stage;
  /** Milliseconds; absent when too few changes met the stage. */
  length?: number;
  /** Length against the longest bar, 0 to 1. */
  width: number;
  /** Working and waiting part of the bar; the shares sum to 1. */
  parts: StagePart[];
  /** Share of the time of all stages, 0 to 1. */
  share: number;
  /** Changes that met the stage. */
  n: number;
}

/** A bar for each stage that took time, all on one scale. */
export function stageBars(
  stages: readonly ReportedStage[],
  quantile: Quantile,
): StageBar[] {
  const shares = stageShares(stages);
  const longest = Math.max(
    ...shares.map(({ figure }) => figure[quantile] ?? 0),
    0,
  );
  return shares.map(({ stage, figure, share, parts }) => {
    const length = figure[quantile];
    return {
      stage,
      length,
      width: length && longest > 0 ? length / longest : 0,
      parts: parts.map(part => ({ ...part, share: part.share / share })),
      share,
      n: figure.n,
    };
  });
}
