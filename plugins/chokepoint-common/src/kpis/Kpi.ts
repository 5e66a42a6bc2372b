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

import { FigureId, FigureUnit } from 'chokepoint-flow';

/**
 * Which way is better; `neutral` figures describe and do not judge.
 *
 * @public
 */
export type Direction = 'lower' | 'higher' | 'neutral';

/**
 * Where a figure is good, and where it is bad. Both are in the unit of the
 * figure; between them it is to be watched.
 *
 * @public
 */
export interface KpiTarget {
  /** Up to here (or from here, where higher is better) it is good. */
  target: number;
  /** Beyond here it is bad. */
  limit: number;
}

/**
 * What is to be known about a KPI apart from its values.
 *
 * @public
 */
export interface Kpi {
  id: FigureId;
  /** A few words, for headings. */
  title: string;
  /** What it tells, in one sentence. */
  description: string;
  unit: FigureUnit;
  direction: Direction;
  /** Version of the definition; raised when the formula changes. */
  definition: number;
  /** Absent where no target makes sense for everybody. */
  defaultTarget?: KpiTarget;
}
