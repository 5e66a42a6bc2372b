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

/** What the portal says of what is in flight. */
export const inFlightWords = {
  title: 'In flight',
  hint: 'What is on its way now, the most overdue first.',
  nothing: 'Nothing is on its way.',
  nothingInStage: 'Nothing on its way is in {{stage}}.',
  columnChange: 'Change',
  columnStage: 'Stage',
  columnHolder: 'Who has it',
  columnTime: 'In this stage for',
  columnUsual: 'Against the usual',
  columnAge: 'Age',
  overdue: 'overdue',
  slow: 'slower than usual',
  usual: 'usual',
  unknown: 'no past to compare',
  usualOf: 'usually {{p50}}, 85 % within {{p85}}',
  showAll: 'Show all {{n}}',
  showFewer: 'Show fewer',
  capped: 'The oldest {{shown}} of {{total}} are considered.',
  chartLabel:
    'Age of what is in flight, by stage; the table below says the same',
  chartUsual: 'Band: usual, up to the 85th percentile. Line: median.',
} as const;
