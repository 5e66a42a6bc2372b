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

import { FIGURE_IDS, FigureId } from 'chokepoint-flow';
import { Kpi } from './Kpi';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const DEFINITIONS: { [Id in FigureId]: Omit<Kpi, 'id'> } = {
  decisionToProduction: {
    title: 'Decision to production',
    description:
      'How long it takes from the decision to do it until it is live.',
    unit: 'ms',
    direction: 'lower',
    definition: 2,
  },
  queueTimeRatio: {
    title: 'Queue time ratio',
    description: 'The share of their time that changes spend waiting.',
    unit: 'ratio',
    direction: 'lower',
    definition: 1,
    defaultTarget: { target: 0.5, limit: 0.75 },
  },
  handoffs: {
    title: 'Hand-offs',
    description: 'How often a change passes to other hands on its way.',
    unit: 'count',
    direction: 'lower',
    definition: 2,
  },
  reworkRate: {
    title: 'Rework rate',
    description: 'The share of changes that came back at least once.',
    unit: 'ratio',
    direction: 'lower',
    definition: 2,
  },
  changeFailureRate: {
    title: 'Change failure rate',
    description: 'The share of releases in production that led to a failure.',
    unit: 'ratio',
    direction: 'lower',
    definition: 2,
    defaultTarget: { target: 0.05, limit: 0.15 },
  },
  reviewLatency: {
    title: 'Review latency',
    description:
      'How long a change waits for an answer each time it is up for review.',
    unit: 'ms',
    direction: 'lower',
    definition: 2,
    defaultTarget: { target: 8 * HOUR, limit: 24 * HOUR },
  },
  leadTime: {
    title: 'Lead time',
    description: 'How long it takes from the first commit to production.',
    unit: 'ms',
    direction: 'lower',
    definition: 2,
  },
  featureTime: {
    title: 'Feature time',
    description:
      'How long it takes from the decision on a work item until the last of its changes is live.',
    unit: 'ms',
    direction: 'lower',
    definition: 1,
  },
  deploymentFrequency: {
    title: 'Deployment frequency',
    description: 'Releases that reach production in a week.',
    unit: 'perWeek',
    direction: 'higher',
    definition: 2,
  },
  failedDeploymentRecoveryTime: {
    title: 'Recovery time',
    description: 'How long it takes to recover from a release that failed.',
    unit: 'ms',
    direction: 'lower',
    definition: 2,
  },
  batchSize: {
    title: 'Batch size',
    description: 'Changes that go live together in one release.',
    unit: 'count',
    direction: 'lower',
    definition: 2,
  },
  throughput: {
    title: 'Throughput',
    description: 'Changes that reach production in a week.',
    unit: 'perWeek',
    direction: 'higher',
    definition: 1,
  },
  arrivals: {
    title: 'Arrivals',
    description: 'Changes that are opened in a week.',
    unit: 'perWeek',
    direction: 'neutral',
    definition: 1,
  },
  netFlow: {
    title: 'Net flow',
    description:
      'Arrivals less departures in a week: above zero, the backlog grows.',
    unit: 'perWeek',
    direction: 'lower',
    definition: 1,
  },
  wip: {
    title: 'In flight',
    description: 'Changes that are on their way at the end of the window.',
    unit: 'count',
    direction: 'lower',
    definition: 1,
  },
  wipAge: {
    title: 'Age in flight',
    description: 'How long the changes on their way have been on it.',
    unit: 'ms',
    direction: 'lower',
    definition: 1,
  },
  predictability: {
    title: 'Predictability',
    description:
      'The 85th percentile of the lead time over its median: 1 is a promise one can keep.',
    unit: 'ratio',
    direction: 'lower',
    definition: 1,
  },
  reviewSlo: {
    title: 'Reviews in time',
    description:
      'The share of review waits that were answered within the target.',
    unit: 'ratio',
    direction: 'higher',
    definition: 2,
  },
  clarificationLoops: {
    title: 'Clarification loops',
    description: 'Questions asked about the intent of a change, per change.',
    unit: 'count',
    direction: 'lower',
    definition: 1,
  },
  approvalConcentration: {
    title: 'Approval concentration',
    description: 'The share of approvals that the busiest approver gives.',
    unit: 'ratio',
    direction: 'lower',
    definition: 2,
  },
  unownedWait: {
    title: 'Unowned waiting',
    description: 'The share of waiting that nobody was asked to end.',
    unit: 'ratio',
    direction: 'lower',
    definition: 1,
  },
  soleBlockerTime: {
    title: 'Sole-blocker time',
    description:
      'Waiting with one holder left, which that party alone can save.',
    unit: 'ms',
    direction: 'lower',
    definition: 1,
  },
  teamHandoffs: {
    title: 'Team hand-offs',
    description: 'How often a change passes from one team to another.',
    unit: 'count',
    direction: 'lower',
    definition: 2,
  },
  timeToFirstReview: {
    title: 'Time to first review',
    description: 'How long it takes from ready to the first review.',
    unit: 'ms',
    direction: 'lower',
    definition: 2,
  },
  timeToApproval: {
    title: 'Time to approval',
    description: 'How long it takes from ready to enough approvals.',
    unit: 'ms',
    direction: 'lower',
    definition: 2,
  },
  reviewRounds: {
    title: 'Review rounds',
    description: 'How many times a change is up for review.',
    unit: 'count',
    direction: 'lower',
    definition: 1,
  },
};

/**
 * The KPI of an id.
 *
 * @public
 */
export function kpiOf(id: FigureId): Kpi {
  return { id, ...DEFINITIONS[id] };
}

/**
 * Every KPI, in the order in which they are told.
 *
 * @public
 */
export const KPIS: readonly Kpi[] = FIGURE_IDS.map(kpiOf);
