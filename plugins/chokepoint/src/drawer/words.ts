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

/** What the portal says of the drawer of a change. */
export const drawerWords = {
  label: 'Change {{key}}',
  close: 'Close',
  openIn: 'Open in {{host}}',
  workItem: 'Work item {{key}}',
  deployment: 'Deployment {{key}}',
  by: 'by {{author}}',
  owner: 'owned by {{owner}}',
  leadTime: 'Lead time',
  waiting: 'Waiting',
  working: 'Working',
  handoffs: 'Hand-offs',
  rounds: 'Review rounds',
  returns: 'Returns',
  way: {
    label: 'What the timeline rests on',
    carrier:
      'It brings other changes to another branch: its own time is in no figure.',
    carriedBy: 'Carried to a branch that is released by {{change}}.',
    releaseUnobserved:
      'Merged before the first deployment that is known of its repository: its release was not observed.',
    productionUnobserved:
      'No deployment of this repository is known: production is taken to be the merge.',
    assumed:
      'Its release names neither changes nor known commits: that it contains this change is assumed from the order of the merges.',
    unplaced:
      'Since {{since}} releases go by without it: it counts as in no queue until one contains it.',
    decidedLate: 'Decided after it was opened.',
    linkedLate: 'Linked to its work item after it was opened.',
    excludedBy: 'Left out of all figures by the rule “{{rule}}”.',
  },
  timeline: 'Timeline',
  timelineLabel: 'Who had the change and when; the ledger below says the same',
  events: 'Events',
  eventsTitle: 'Events ({{n}})',
  eventsCut: 'The first {{shown}} of {{total}} events.',
  columnAt: 'When',
  columnType: 'What',
  columnActor: 'Who',
  columnSource: 'Source',
  ledger: 'Ledger',
  columnStage: 'Stage',
  columnHolder: 'Holder',
  columnFrom: 'From',
  columnTo: 'To',
  columnLength: 'Length',
  columnWhy: 'Why',
  stillOpen: 'still open',
  totalWorking: 'Working',
  totalWaiting: 'Waiting',
  total: 'Total',
  totalPaused: '{{duration}} paused, not counted',
  zone: 'Times in {{zone}}',
  mark: {
    change: 'change',
    review: 'review',
    checks: 'checks and queue',
    deployment: 'deployment',
    workItem: 'work item',
  },
  charged: '{{duration}} waited on',
  held: '{{duration}} worked',
  notFound: 'This change is not known, or you may not see it.',
} as const;
