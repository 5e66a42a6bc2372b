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

import { Scorecard, ScorecardRow } from 'backstage-plugin-chokepoint-common';
import { AS_OF } from './figures';
import { WINDOW } from './gateways';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** One row of the example scorecard. */
export function scorecardRow(
  number: number,
  changed: Partial<ScorecardRow> = {},
): ScorecardRow {
  return {
    entityRef: `group:default/team-${number}`,
    title: `Team ${number}`,
    kind: 'Group',
    domain: number % 2 === 0 ? 'domain:default/commerce' : undefined,
    changes: 10 * number,
    figures: {
      queueTimeRatio: {
        value: (number % 10) / 10,
        n: 10 * number,
        unit: 'ratio',
        status: number % 2 === 0 ? 'bad' : 'good',
      },
      reviewLatency: { n: 2, unit: 'ms', withheld: 'tooFewChanges' },
      throughput: { value: number, n: 10 * number, unit: 'perWeek' },
    },
    queueMs: number * DAY,
    trend: [3, 2, 4].map((days, week) => ({
      week: new Date(AS_OF - (21 - week * 7) * DAY).toISOString(),
      value: days * DAY,
      n: 5,
    })),
    findings: number % 3,
    ...changed,
  };
}

/** A scorecard of so many teams. */
export function scorecard(rows: number): Scorecard {
  return {
    ...WINDOW,
    items: Array.from({ length: rows }, (_, index) => scorecardRow(index + 1)),
  };
}
