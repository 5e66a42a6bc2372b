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

/** The texts of targets, in English. */
export const targetWords = {
  open: 'Targets',
  title: 'Targets of {{entity}}',
  close: 'Close',
  hint: 'Figures are judged by these. Targets that are set here hold for everything below it too, unless something below sets its own.',
  readOnly: 'To set targets you need the permission {{permission}}.',
  failed: 'The targets could not be loaded',
  columnFigure: 'Figure',
  columnTarget: 'Target',
  columnFrom: 'Comes from',
  columnOwn: 'Set here',
  lower: 'good up to {{target}}, bad beyond {{limit}}',
  higher: 'good from {{target}}, bad below {{limit}}',
  none: 'not judged',
  from: {
    own: 'set here',
    above: '{{entity}}',
    hidden: 'set above, where you may not look',
    configuration: 'configuration of the portal',
    default: 'default',
  },
  set: 'Set',
  setOne: 'Set: {{figure}}',
  change: 'Change',
  changeOne: 'Change: {{figure}}',
  clear: 'Clear',
  clearOne: 'Clear: {{figure}}',
  form: 'Target of {{figure}}',
  goodUpTo: 'Good up to',
  goodFrom: 'Good from',
  badBeyond: 'Bad beyond',
  badBelow: 'Bad below',
  unit: 'Unit',
  units: {
    minutes: 'minutes',
    hours: 'hours',
    days: 'days',
    percent: '%',
    number: 'each',
    perWeek: 'a week',
  },
  save: 'Save',
  cancel: 'Cancel',
  saved: '{{figure}}: saved.',
  cleared: '{{figure}}: cleared.',
  saveFailed: 'The target could not be saved: {{message}}',
  fault: {
    notANumber: 'Write a number, for example 8 or 1.5.',
    negative: 'It cannot be below zero.',
    aboveWhole: 'A share is 100 % at most.',
    limitIsBetterLower: 'It cannot be less than what is good.',
    limitIsBetterHigher: 'It cannot be more than what is good.',
  },
} as const;
