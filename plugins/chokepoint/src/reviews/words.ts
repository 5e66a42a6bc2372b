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

/** The texts of the review section, in English. */
export const reviewWords = {
  title: 'Review',
  hint: 'How long changes wait for a review, and when one is best asked for.',
  timeToFirstReview: 'To the first review',
  timeToApproval: 'To the approval',
  reviewRounds: 'Rounds',
  reviewLatency: 'Each visit',
  reviewSlo: 'Answered within target',
  p90: 'p90 {{value}}',
  heatTitle: 'Median wait by weekday and hour asked',
  heatZone:
    'Hours in {{zone}}. A darker field waited longer; the number is the median, a dash too few to tell.',
  heatNone: 'No review was asked for in this window.',
  heatTable: 'Median wait for a review by the weekday and hour it was asked',
  cell: '{{day}} {{hour}}:00: {{wait}} at the median, n = {{n}}',
  failed: 'The reviews could not be loaded',
  columnDay: 'Day',
  columnHour: 'Hour',
  columnMedian: 'Median wait',
  columnN: 'Asked',
} as const;
