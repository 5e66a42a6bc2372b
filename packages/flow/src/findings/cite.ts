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

import { Figure, FigureId, FigureUnit } from '../figures/Figure';
import { FindingFigure } from './Finding';

/** A figure as a finding cites it. */
export function cite(
  label: string,
  figure: FigureId,
  { value = 0, n, unit }: Figure,
): FindingFigure {
  return { label, value, unit, n, figure };
}

/** A number that is no figure of its own. */
export function plain(
  label: string,
  value: number,
  unit: FigureUnit,
  n?: number,
): FindingFigure {
  return { label, value, unit, ...(n !== undefined && { n }) };
}
