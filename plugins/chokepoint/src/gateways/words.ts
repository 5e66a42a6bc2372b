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

/** The texts of the gateways, in English. */
export const gatewayWords = {
  lead: 'Most changes queue behind {{party}}: {{sentence}}.',
  leadNone: 'No change waited on anybody in this window.',
  set: '{{n}} of {{of}} hold half of all waiting, which is {{total}} over {{changes}} changes.',
  title: 'Who changes queue behind',
  hint: 'Longest first. The gateways are the smallest set that holds half of all waiting.',
  hintParty:
    'Longest first. People are not ranked: what waits on them is in the ranking of teams.',
  by: 'Rank',
  byTeam: 'Teams',
  byParty: 'Teams and gates',
  gateway: 'gateway',
  columnParty: 'Party',
  columnShare: 'Of all waiting',
  columnWaiting: 'Waiting',
  columnExternal: 'Paid by others',
  columnMedian: 'Median',
  columnP90: 'p90',
  columnLoad: 'Load',
  columnNow: 'Waiting now',
  columnChanges: 'Changes',
  oldest: 'oldest {{age}}',
  withheld: 'Withheld: too few changes or people to tell.',
  more: 'Show more',
  all: 'All gateways',
  share: '{{share}} of all waiting',
  external: 'Paid by others',
  visits: 'Visits ended',
  waitingNow: 'Waiting now',
  load: 'Load',
  loadGrows: 'the queue grows',
  loadShrinks: 'the queue shrinks',
  loadHolds: 'the queue holds',
  perWeek: '{{n}} a week',
  nowTitle: 'What waits now',
  nowHint: 'Changes that wait on {{party}} at this moment, the longest first.',
  nowNone: 'Nothing waits on {{party}} now.',
  columnChange: 'Change',
  columnOwner: 'For whom',
  columnStage: 'Stage',
  columnSince: 'Since',
  columnAge: 'For',
  weeksTitle: 'Arrivals and service',
  weeksHint:
    'Visits that began and visits that ended, week by week. Where more arrive than are served, the queue grows.',
  weeksChart: 'Visits begun and ended by week; the table below says the same',
  weeksNone: 'No visit began or ended in this window.',
  arrived: 'arrived',
  served: 'served',
  columnWeek: 'Week of',
  columnArrived: 'Arrived',
  columnServed: 'Served',
  whyTitle: 'Why they wait',
  stages: 'By stage',
  workTypes: 'By work type',
  authorKinds: 'By author',
  concentration: 'Who answers',
  topShare: 'One person gives {{share}} of the approvals.',
  approvers:
    'As many approvals as if {{n}} people shared them equally; {{people}} gave any.',
  indispensableOne:
    'Without one person, more than half of the changes have nobody to approve them.',
  indispensable:
    'Without {{n}} people, more than half of the changes have nobody to approve them.',
  concentrationNone: 'No approval is known, or too few people give them.',
  whatIfTitle: 'What if',
  whatIfHint: 'What it would give if {{party}} answered faster at the median.',
  target: 'Median wait tried',
  targetValue: '{{wait}} instead of {{now}}',
  saved: '{{saved}} of waiting saved in this window.',
  savedNone: 'The median is at this target already: nothing is saved.',
  newMedian:
    'Decision to production of the changes behind it: {{after}} instead of {{before}} at the median (n = {{n}}).',
  newMedianNone:
    'None of the changes behind it with a known decision reached production in this window.',
  upperBound:
    'An upper bound: other queues may take up what this one gives back.',
  noVisits: 'No visit ended in this window, so there is nothing to shorten.',
  ownersTitle: 'For whom',
  ownersHint: 'Whose changes wait here.',
  columnTeam: 'Team',
  columnService: 'Service',
  longestTitle: 'The longest visits',
  longestHint:
    'The evidence: the ten longest waits of this window. Each opens the change, whose ledger shows the wait.',
  longestNone: 'No visit is known in this window.',
  columnFrom: 'From',
  columnTo: 'To',
  columnLength: 'Waited',
  mapTitle: 'Flow map',
  mapHint:
    'Whose changes wait on whom. The wider, the more waiting. Pick a team to bring out its flows.',
  mapChart:
    'Waiting of teams (left) charged to teams (right); the table below says the same',
  mapLeft: 'Whose changes',
  mapRight: 'wait on whom',
  mapOthers: 'others',
  mapNone: 'Nothing waited between teams in this window.',
  mapFlow: '{{from}} waits on {{to}}: {{waiting}}, {{n}} changes',
  mapCut: 'The {{shown}} largest of {{total}} flows; the table has them all.',
  asTable: 'As a table',
  loading: 'Gateways',
  failed: 'The gateways could not be loaded',
  failedOne: 'The gateway could not be loaded',
  failedMap: 'The flow map could not be loaded',
} as const;
