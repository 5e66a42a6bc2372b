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
import {
  Kpi,
  KpiTarget,
  TargetFault,
  targetFault,
} from 'backstage-plugin-chokepoint-common';

/** How much one of what is written is, in the unit of the figure. */
const SIZES = {
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  percent: 0.01,
  number: 1,
  perWeek: 1,
} as const;

/** A unit that people write targets in. */
export type WrittenUnit = keyof typeof SIZES;

/** The units that targets of a figure can be written in, the largest first. */
export function unitsOf(unit: FigureUnit): readonly WrittenUnit[] {
  switch (unit) {
    case 'ms':
      return ['days', 'hours', 'minutes'];
    case 'ratio':
      return ['percent'];
    case 'count':
      return ['number'];
    case 'perWeek':
      return ['perWeek'];
    default: {
      const unknown: never = unit;
      return unknown;
    }
  }
}

/** A target as it is being written. */
export interface Draft {
  target: string;
  limit: string;
  unit: WrittenUnit;
}

/** A target as one would write it; empty without one. */
export function draftOf({ unit }: Kpi, held: KpiTarget | undefined): Draft {
  const units = unitsOf(unit);
  if (!held) {
    return { target: '', limit: '', unit: units[0] };
  }
  const { target, limit } = held;
  const whole = units.find(
    candidate =>
      target % SIZES[candidate] === 0 && limit % SIZES[candidate] === 0,
  );
  const written = whole ?? units[units.length - 1];
  return {
    target: String(tidy(target / SIZES[written])),
    limit: String(tidy(limit / SIZES[written])),
    unit: written,
  };
}

/** What is wrong with a target as it is written, and in which of its numbers. */
export interface DraftFault {
  field: 'target' | 'limit';
  fault: 'notANumber' | 'aboveWhole' | Exclude<TargetFault, 'notJudged'>;
}

/** The target that is written, or what is wrong with it. */
export function readDraft(kpi: Kpi, draft: Draft): KpiTarget | DraftFault {
  for (const field of ['target', 'limit'] as const) {
    const fault = numberFault(kpi, draft[field]);
    if (fault) {
      return { field, fault };
    }
  }
  const read = (text: string) => tidy(Number(text) * SIZES[draft.unit]);
  const target = { target: read(draft.target), limit: read(draft.limit) };
  return targetFault(kpi, target) === 'limitIsBetter'
    ? { field: 'limit', fault: 'limitIsBetter' }
    : target;
}

function numberFault(kpi: Kpi, text: string): DraftFault['fault'] | undefined {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    return 'notANumber';
  }
  if (value < 0) {
    return 'negative';
  }
  return isShare(kpi) && value > 100 ? 'aboveWhole' : undefined;
}

/** Whether a figure is a part of a whole; one ratio is of two lengths. */
function isShare({ id, unit }: Kpi): boolean {
  return unit === 'ratio' && id !== 'predictability';
}

/** A number without the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
