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

/** The texts of the findings, in English. */
export const findingWords = {
  title: 'Findings',
  hint: 'What the numbers of this window say, the worst first, and what to try.',
  none: 'No rule of the diagnosis fires in this window.',
  severity: { critical: 'critical', warning: 'warning', info: 'note' },
  move: 'What to try: {{move}}',
  saving: 'Could save up to {{saving}} of waiting in this window.',
  figureN: '{{label}}: {{value}} (n = {{n}})',
  figure: '{{label}}: {{value}}',
  changes: 'Changes that show it',
  disabled: 'Turned off in the configuration: {{rules}}.',
  failed: 'The findings could not be loaded',
  sampleTitle: 'Sample of ten',
  sampleHint: 'Ten recent changes across the work types.',
  sampleNone: 'No change reached production in this window.',
  columnChange: 'Change',
  columnWorkType: 'Work type',
  columnDecided: 'Decided',
  columnStarted: 'Started',
  columnDone: 'Done',
  columnShipped: 'Shipped',
  columnHandoffs: 'Hand-offs',
  columnClarifications: 'Clarifications',
  columnWorking: 'Working',
  columnWaiting: 'Waiting',
  columnLongest: 'Longest wait',
  snapshotsTitle: 'Snapshots',
  snapshotsHint:
    'The diagnosis as it is today, kept under its date to compare with later.',
  note: 'Note',
  save: 'Save snapshot',
  saving_: 'Saving',
  saved: 'Saved.',
  saveFailed: 'The snapshot could not be saved: {{message}}',
  snapshotsNone: 'No snapshot has been saved yet.',
  snapshotsFailed: 'The snapshots could not be loaded',
  compare: 'Compare',
  with: 'with',
  now: 'now',
  pick: 'Pick a snapshot',
  comparisonFailed: 'The comparison could not be loaded',
  columnFigure: 'Figure',
  columnBefore: '{{when}}',
  columnChange_: 'Difference',
  gone: 'Gone',
  stayed: 'Still there',
  fresh: 'New',
  nothing: 'none',
  acrossTitle: 'Findings across the organisation',
  acrossHint: 'Every team and system, the worst first.',
  acrossLead: '{{n}} findings, {{critical}} of them critical.',
  columnEntity: 'Where',
  columnFinding: 'Finding',
  columnSeverity: 'Severity',
  rule: 'Rule',
  anyRule: 'All rules',
} as const;
