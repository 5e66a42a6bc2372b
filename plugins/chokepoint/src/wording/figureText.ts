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

import { FigureUnit } from 'chokepoint-flow';
import { formatCount, formatDuration } from './duration';

const NBSP = '\u00a0';

/** A share from 0 to 1 as `68 %`; a decimal where it would read as 0 or 100. */
export function formatRatio(ratio: number): string {
  const percent = ratio * 100;
  const nearAnEnd =
    (percent > 0 && percent < 0.95) || (percent > 99 && percent < 100);
  const text = nearAnEnd
    ? percent.toFixed(1).replace(/\.0$/, '')
    : String(Math.round(percent));
  return `${text}${NBSP}%`;
}

/** A value in its unit, as the portal writes it. */
export function formatFigure(value: number, unit: FigureUnit): string {
  switch (unit) {
    case 'ms':
      return formatDuration(value);
    case 'ratio':
      return formatRatio(value);
    case 'count':
      return formatCount(value);
    case 'perWeek':
      return `${formatCount(value)}${NBSP}/${NBSP}week`;
    default: {
      const unknown: never = unit;
      return String(unknown);
    }
  }
}
