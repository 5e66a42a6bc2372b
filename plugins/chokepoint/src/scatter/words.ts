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

/** The texts of the scatter, in English. */
export const scatterWords = {
  title: 'When they arrived',
  hint: 'Each change by the day it shipped and how long it took. A point opens its change.',
  measure: 'Measure',
  decisionToProduction: 'Decision to production',
  leadTime: 'Lead time',
  chart:
    'Time taken by changes, by the day they shipped; the table below says the same',
  none: 'No change with this measure in the window.',
  p50: 'p50 {{value}}',
  p85: 'p85 {{value}}',
  p50None: 'p50 not reached',
  openCounted:
    'With the unfinished counted too, half of the changes take {{p50}} and 90 % {{p90}} (n = {{n}}, {{open}} open).',
  notReached: 'longer than this window can tell',
  shipped: 'Filled: shipped. Hollow, on the right edge: still open.',
  histogram: 'On the side: how many took how long.',
  cut: 'Only the newest {{n}} changes are drawn.',
  columnChange: 'Change',
  columnAt: 'Shipped',
  columnLength: 'Took',
  columnWorkType: 'Work type',
  open: 'still open',
  failed: 'The durations could not be loaded',
  asTable: 'As a table ({{n}})',
} as const;
