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

/** The texts of the scorecard, in English. */
export const scorecardWords = {
  title: 'Scorecard',
  hint: 'Teams and services side by side. A row opens into the page of the entity.',
  rows: 'Rows',
  rowsTeams: 'Teams',
  rowsEntities: 'Services',
  columns: 'Columns',
  groupByDomain: 'Group by domain',
  heat: 'Colour by target',
  hideTooFew: 'Hide rows with too few changes',
  noDomain: 'No domain',
  columnName: 'Name',
  columnChanges: 'Changes',
  columnQueue: 'Queue behind it',
  columnTrend: 'Trend',
  columnFindings: 'Findings',
  throughput: 'Throughput',
  trendOf: 'From {{first}} to {{last}} over {{n}} weeks',
  trendNone: 'too few weeks',
  shown: '{{shown}} of {{total}} rows',
  hidden: '{{n}} rows with too few changes are hidden.',
  none: 'Nothing below this has changes in this window.',
  export: 'Export CSV',
  exporting: 'Exporting',
  exportFailed: 'The export failed: {{message}}',
  failed: 'The scorecard could not be loaded',
  loadMore: 'Loading the rest',
  withheld: 'withheld',
  n: 'n = {{n}}',
} as const;
