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
  EntityFigures,
  ReportedFigure,
  ReportedStage,
  SourceHealth,
} from 'backstage-plugin-chokepoint-common';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The entity of the examples. */
export const ENTITY_REF = 'component:default/shop';

/** When the examples are told, in milliseconds since the epoch. */
export const AS_OF = Date.parse('2026-03-31T12:00:00.000Z');

function figure(
  id: string,
  parts: Partial<ReportedFigure> & Pick<ReportedFigure, 'value' | 'unit'>,
): ReportedFigure {
  return {
    n: 31,
    definition: 1,
    excluded: [],
    evidence: `/entities/component/default/shop/changes?from=2026-01-01T00%3A00%3A00.000Z&to=2026-03-31T12%3A00%3A00.000Z&figure=${id}`,
    ...parts,
  };
}

/** The figures of the card that the design draws. */
export const FIGURES: EntityFigures['figures'] = {
  decisionToProduction: figure('decisionToProduction', {
    value: 6.3 * DAY,
    unit: 'ms',
    status: 'good',
    previous: { value: 5.625 * DAY, n: 29 },
  }),
  queueTimeRatio: figure('queueTimeRatio', {
    value: 0.68,
    unit: 'ratio',
    status: 'bad',
    previous: { value: 0.64, n: 29 },
  }),
  reviewLatency: figure('reviewLatency', {
    value: 1.4 * DAY,
    unit: 'ms',
    n: 52,
    status: 'bad',
    previous: { value: 1.474 * DAY, n: 40 },
  }),
  handoffs: figure('handoffs', {
    value: 3.1,
    unit: 'count',
    status: 'watch',
    previous: { value: 3.1, n: 29 },
  }),
  reworkRate: figure('reworkRate', {
    value: 0.22,
    unit: 'ratio',
    previous: { value: 0.22, n: 29 },
  }),
  changeFailureRate: figure('changeFailureRate', {
    value: 0.04,
    unit: 'ratio',
    n: 24,
    status: 'good',
    previous: { value: 0.06, n: 20 },
  }),
};

function stage(
  name: ReportedStage['stage'],
  working: number,
  waiting: number,
  p50: number,
  n = 31,
): ReportedStage {
  return {
    stage: name,
    working,
    waiting,
    n,
    p50,
    p75: p50 * 1.7,
    p90: p50 * 3.4,
  };
}

/** Where the time goes in the examples; verification has both modes. */
export const STAGES: ReportedStage[] = [
  stage('prioritisation', 0, 18 * DAY, 0.4 * DAY, 22),
  stage('build', 36 * DAY, 0, 1.1 * DAY),
  stage('review', 0, 104 * DAY, 3.2 * DAY),
  stage('rework', 14 * DAY, 0, 0.4 * DAY, 12),
  stage('verification', 2 * DAY, 5 * DAY, 0.2 * DAY, 9),
  stage('merge', 0, 6 * DAY, 3 * HOUR, 28),
  stage('release', 0, 52 * DAY, 1.6 * DAY),
  stage('deployment', DAY, 0, 12 * 60_000),
];

/** The figures of an entity, as the API answers; with something changed. */
export function entityFigures(
  changed: Partial<EntityFigures> = {},
): EntityFigures {
  return {
    entityRef: ENTITY_REF,
    from: '2025-12-31T12:00:00.000Z',
    to: '2026-03-31T12:00:00.000Z',
    asOf: new Date(AS_OF).toISOString(),
    figures: FIGURES,
    stages: STAGES,
    waitingOn: [
      {
        party: 'group:default/platform',
        stage: 'review',
        stageWaiting: 101 * DAY,
        waiting: 101 * DAY,
        share: 0.546,
      },
      {
        party: 'gate:release/github.com/acme/shop',
        stage: 'release',
        waiting: 52 * DAY,
        share: 0.281,
      },
      {
        party: 'unassigned',
        stage: 'review',
        waiting: 32 * DAY,
        share: 0.173,
      },
    ],
    inFlight: {
      n: 7,
      oldestAge: 12 * DAY,
      oldestChange: 'github.com/acme/shop/pull/107',
      oldestWaitingOn: ['group:default/platform'],
    },
    workTypes: ['corePlatform', 'operationalFix', 'other'],
    freshness: new Date(AS_OF - HOUR).toISOString(),
    partial: { pending: 0 },
    simulated: false,
    ...changed,
  };
}

/** An entity that no change touches. */
export const NO_FIGURES: EntityFigures = entityFigures({
  figures: {},
  stages: [],
  waitingOn: [],
  inFlight: { n: 0 },
  workTypes: [],
  freshness: undefined,
});

/** Every figure withheld: three changes are too few to tell of. */
export const WITHHELD: EntityFigures = entityFigures({
  figures: Object.fromEntries(
    Object.entries(FIGURES).map(([id, { unit, evidence }]) => [
      id,
      {
        n: 3,
        unit,
        evidence,
        definition: 1,
        excluded: [],
        status: 'tooFew' as const,
        withheld: 'tooFewChanges' as const,
      },
    ]),
  ),
});

/** One source that is healthy and read to its end. */
export const SOURCES: SourceHealth = {
  items: [
    {
      id: 'github:github.com',
      kind: 'module',
      state: 'idle',
      events: 15_795,
      lastSuccessAt: new Date(AS_OF - HOUR).toISOString(),
    },
  ],
  coverage: { changes: 537 },
};
