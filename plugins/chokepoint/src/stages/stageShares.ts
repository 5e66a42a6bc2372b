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
import { Stage, STAGES } from 'chokepoint-flow';

/** The working or the waiting part of a stage. */
export interface StagePart {
  mode: 'working' | 'waiting';
  /** Share of the time of all stages, 0 to 1. */
  share: number;
}

/** One stage against the time of all stages. */
export interface StageShare {
  figure: ReportedStage;
  stage: Stage;
  /** Share of the time of all stages, 0 to 1. */
  share: number;
  /** Working before waiting; only those that took time. */
  parts: StagePart[];
}

/** The stages that took time, in the order in which changes meet them. */
export function stageShares(stages: readonly ReportedStage[]): StageShare[] {
  const total = stages.reduce(
    (sum, { working, waiting }) => sum + working + waiting,
    0,
  );
  if (total === 0) {
    return [];
  }
  const byStage = new Map(stages.map(figure => [figure.stage, figure]));
  return STAGES.flatMap(stage => {
    const figure = byStage.get(stage);
    if (!figure || figure.working + figure.waiting === 0) {
      return [];
    }
    const parts: StagePart[] = [
      { mode: 'working', share: figure.working / total },
      { mode: 'waiting', share: figure.waiting / total },
    ];
    return [
      {
        figure,
        stage,
        share: (figure.working + figure.waiting) / total,
        parts: parts.filter(part => part.share > 0),
      },
    ];
  });
}
