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
  EntityDurations,
  EntityReviews,
} from 'backstage-plugin-chokepoint-common';
import { AS_OF, entityFigures } from './figures';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Durations of so many changes, every tenth of them open. */
export function durations(n: number): EntityDurations {
  return {
    measure: 'decisionToProduction',
    p50: 3 * DAY,
    p85: 9 * DAY,
    openCounted: { p50: 4 * DAY, n, reached: n - 1, open: 1, closed: 0 },
    points: Array.from({ length: n }, (_, index) => [
      `github.com/acme/shop/pull/${index + 1}`,
      `Change ${index + 1}`,
      AS_OF - (index % 90) * DAY,
      (1 + (index % 12)) * DAY,
      index % 10 === 9 ? 1 : 0,
      'corePlatform',
    ]),
    cut: false,
  };
}

const example = entityFigures().figures.reviewLatency;

/** The reviews of the examples. */
export const REVIEWS: EntityReviews = {
  timeToFirstReview: example,
  timeToApproval: example,
  reviewRounds: { ...example, value: 1.4, p90: 3, unit: 'count' },
  reviewLatency: example,
  reviewSlo: { ...example, value: 0.8, unit: 'ratio' },
  byHour: [
    { weekday: 1, hour: 9, n: 12, p50: 4 * HOUR },
    { weekday: 5, hour: 16, n: 7, p50: 66 * HOUR },
    { weekday: 6, hour: 11, n: 1 },
  ],
};
