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
  FlowMap,
  GatewayDetail,
  GatewayPage,
  QueuePage,
  ReportedGateway,
  WaitingChange,
} from 'backstage-plugin-chokepoint-common';
import { AS_OF } from './figures';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The window of the examples. */
export const WINDOW = {
  from: new Date(AS_OF - 90 * DAY).toISOString(),
  to: new Date(AS_OF).toISOString(),
  asOf: new Date(AS_OF).toISOString(),
  scope: 'organisation',
};

/** One party of the example ranking. */
export function gatewayRow(
  changed: Partial<ReportedGateway> = {},
): ReportedGateway {
  const queueMs = changed.queueMs ?? 310 * DAY;
  return {
    party: 'group:default/platform',
    queueMs,
    queueShare: queueMs / (1000 * DAY),
    externalQueueMs: queueMs * 0.9,
    queuedChanges: 212,
    queuedTeams: 8,
    queuedServices: 19,
    visits: 260,
    waitP50: 2.1 * DAY,
    waitP90: 6 * DAY,
    arrivalRate: 22.4,
    serviceRate: 20.2,
    load: 1.11,
    queueNow: 14,
    oldestNow: 9 * DAY,
    stages: [
      { key: 'review', queueMs: queueMs * 0.74, share: 0.74 },
      { key: 'release', queueMs: queueMs * 0.26, share: 0.26 },
    ],
    workTypes: [{ key: 'corePlatform', queueMs, share: 1 }],
    authorKinds: [{ key: 'human', queueMs, share: 1 }],
    concentration: {
      topShare: 0.71,
      hhi: 0.55,
      effectiveApprovers: 1.8,
      people: 4,
      indispensable: 1,
    },
    gateway: true,
    sentence:
      '31 % of all waiting; 8 teams; 2.1 days at the median; 74 % of it for review; one person gives 71 % of the approvals',
    ...changed,
  };
}

/** The example ranking: one gateway, one party that is none, one withheld. */
export const GATEWAYS: GatewayPage = {
  ...WINDOW,
  total: { queueMs: 1000 * DAY, changes: 640 },
  items: [
    gatewayRow(),
    gatewayRow({
      party: 'group:default/web',
      queueMs: 120 * DAY,
      gateway: false,
      load: 0.9,
      sentence: '12 % of all waiting; 3 teams',
    }),
    gatewayRow({
      party: 'unassigned',
      queueMs: 20 * DAY,
      gateway: false,
      withheld: 'tooFewPeople',
      waitP50: undefined,
      waitP90: undefined,
      load: undefined,
      concentration: undefined,
      sentence: '2 % of all waiting',
    }),
  ],
};

/** A change that waits now, in the examples. */
export function waitingChange(
  number: number,
  changed: Partial<WaitingChange> = {},
): WaitingChange {
  return {
    change: `github.com/acme/shop/pull/${number}`,
    title: `Show the delivery date, step ${number}`,
    url: `https://github.com/acme/shop/pull/${number}`,
    owner: 'group:default/web',
    stage: 'review',
    since: new Date(AS_OF - number * HOUR).toISOString(),
    age: number * HOUR,
    holders: [
      {
        party: 'group:default/platform',
        team: 'group:default/platform',
        share: 1,
      },
    ],
    mine: false,
    ...changed,
  };
}

/** All about the example gateway; a target saves in proportion. */
export function gatewayDetail(party: string, target = DAY): GatewayDetail {
  const row = gatewayRow({ party });
  const cut = 1 - target / (row.waitP50 ?? target);
  return {
    ...WINDOW,
    row,
    saving: {
      target,
      savedMs: Math.round(row.queueMs * Math.max(0, cut)),
      decisionToProductionP50: 8 * DAY,
      newDecisionToProductionP50: 8 * DAY - 2 * DAY * Math.max(0, cut),
      n: 180,
    },
    weeks: Array.from({ length: 12 }, (_, index) => ({
      week: new Date(AS_OF - (84 - index * 7) * DAY).toISOString(),
      arrived: 18 + (index % 5),
      served: 17 + (index % 4),
      waitP50: (1 + (index % 3)) * DAY,
    })),
    owners: [
      { party: 'group:default/web', queueMs: 200 * DAY, changes: 120 },
      { party: 'group:default/data', queueMs: 110 * DAY, changes: 92 },
    ],
    services: [
      { entityRef: 'component:default/shop', queueMs: 180 * DAY, changes: 90 },
    ],
    waitingNow: [waitingChange(107), waitingChange(60)],
    longest: [
      {
        change: 'github.com/acme/shop/pull/42',
        title: 'Charge shipping by weight',
        owner: 'group:default/web',
        stage: 'review',
        start: new Date(AS_OF - 30 * DAY).toISOString(),
        end: new Date(AS_OF - 19 * DAY).toISOString(),
        length: 11 * DAY,
      },
    ],
  };
}

/** Who waits on whom in the examples. */
export const FLOW_MAP: FlowMap = {
  ...WINDOW,
  total: { queueMs: 310 * DAY },
  edges: [
    {
      from: 'group:default/web',
      to: 'group:default/platform',
      queueMs: 200 * DAY,
      changes: 120,
    },
    {
      from: 'group:default/platform',
      to: 'group:default/platform',
      queueMs: 60 * DAY,
      changes: 30,
    },
    {
      from: 'group:default/platform',
      to: 'group:default/web',
      queueMs: 50 * DAY,
      changes: 12,
    },
  ],
};

/** The live queue of the examples. */
export const QUEUE: QueuePage = {
  asOf: WINDOW.asOf,
  total: 3,
  items: [
    waitingChange(12, { mine: true }),
    waitingChange(107),
    waitingChange(60),
  ],
  cycles: [
    { teams: ['group:default/platform', 'group:default/web'], changes: 5 },
  ],
  chains: [
    {
      team: 'group:default/web',
      waitsOn: [
        { team: 'group:default/platform', distance: 1 },
        { team: 'group:default/data', distance: 2 },
      ],
    },
    { team: 'group:default/data', waitsOn: [] },
  ],
};
