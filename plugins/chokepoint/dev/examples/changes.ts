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
  ChangeDetail,
  ChangeSummary,
  ReportedEvent,
  ReportedSegment,
} from 'backstage-plugin-chokepoint-common';
import { Stage } from 'chokepoint-flow';
import { AS_OF, ENTITY_REF } from './figures';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function before(length: number): string {
  return new Date(AS_OF - length).toISOString();
}

/** A finished change of the examples. */
export function finishedChange(
  number: number,
  changed: Partial<ChangeSummary> = {},
): ChangeSummary {
  const age = (1 + (number % 9)) * DAY;
  const opened = (number % 80) * DAY + age;
  return {
    key: `github.com/acme/shop/pull/${number}`,
    title: `Move the checkout to the new tax service, part ${number}`,
    url: `https://github.com/acme/shop/pull/${number}`,
    repo: 'github.com/acme/shop',
    state: 'inProduction',
    author: 'user:default/alice',
    authorKind: 'human',
    workType: 'corePlatform',
    size: 'm',
    entities: [ENTITY_REF],
    owner: 'group:default/web',
    productionObserved: true,
    milestones: {
      openedAt: before(opened),
      mergedAt: before(opened - age + HOUR),
      productionAt: before(opened - age),
    },
    figures: {
      leadTime: age,
      workingTime: age * 0.3,
      queueTime: age * 0.7,
      handoffs: number % 6,
      teamHandoffs: number % 3,
      reviewRounds: 1 + (number % 3),
      returns: number % 2,
      clarificationLoops: 0,
    },
    age,
    ...changed,
  };
}

/** A change that has been in a stage for a while. */
export function openChange(
  number: number,
  stage: Stage,
  inStage: number,
  current: Partial<NonNullable<ChangeSummary['current']>> = {},
): ChangeSummary {
  return finishedChange(number, {
    title: `Show the delivery date before the basket, step ${number}`,
    state: stage === 'release' ? 'merged' : 'open',
    milestones: { openedAt: before(inStage + DAY) },
    age: inStage + DAY,
    current: {
      stage,
      mode: stage === 'build' || stage === 'rework' ? 'working' : 'waiting',
      since: before(inStage),
      holders: [{ party: 'group:default/platform', share: 1 }],
      usualP50: 1.2 * DAY,
      usualP85: 4 * DAY,
      ...current,
    },
  });
}

/** What is in flight in the examples, the oldest first. */
export const IN_FLIGHT: ChangeSummary[] = [
  openChange(107, 'review', 11 * DAY),
  openChange(115, 'release', 6 * DAY, {
    holders: [{ party: 'gate:release/github.com/acme/shop', share: 1 }],
    usualP50: 1.6 * DAY,
    usualP85: 5 * DAY,
  }),
  openChange(112, 'review', 2.5 * DAY, {
    holders: [
      { party: 'user:default/bob', share: 0.5 },
      { party: 'group:default/platform', share: 0.5 },
    ],
  }),
  openChange(118, 'review', 20 * HOUR),
  openChange(121, 'build', 5 * HOUR, {
    holders: [{ party: 'user:default/alice', share: 1 }],
    usualP50: 1.1 * DAY,
    usualP85: 3 * DAY,
  }),
  openChange(122, 'merge', 40 * MINUTE, {
    holders: [{ party: 'gate:merge-queue/github.com/acme/shop', share: 1 }],
    usualP50: undefined,
    usualP85: undefined,
  }),
];

const START = Date.parse('2026-03-02T08:00:00.000Z');

function at(hours: number): string {
  return new Date(START + Math.round(hours * HOUR)).toISOString();
}

function segment(
  from: number,
  to: number,
  parts: Pick<ReportedSegment, 'stage' | 'mode'> & Partial<ReportedSegment>,
  ...parties: string[]
): ReportedSegment {
  return {
    start: at(from),
    end: at(to),
    holders: parties.map(party => ({ party, share: 1 / parties.length })),
    ...parts,
  };
}

const ALICE = 'user:default/alice';
const BOB = 'user:default/bob';
const PLATFORM = 'group:default/platform';

/** A life with every mode: two reviewers at once, a return, a pause. */
export const SEGMENTS: ReportedSegment[] = [
  segment(
    0,
    20,
    { stage: 'prioritisation', mode: 'waiting' },
    'group:default/web',
  ),
  segment(20, 49.5, { stage: 'build', mode: 'working' }, ALICE),
  segment(49.5, 53.25, { stage: 'review', mode: 'waiting' }, BOB, PLATFORM),
  segment(53.25, 101, { stage: 'review', mode: 'waiting' }, PLATFORM),
  segment(
    101,
    106,
    { stage: 'rework', mode: 'working', reason: 'changesRequested' },
    ALICE,
  ),
  segment(
    106,
    118,
    { stage: 'rework', mode: 'paused', reason: 'closed' },
    ALICE,
  ),
  segment(118, 142.1, { stage: 'review', mode: 'waiting' }, PLATFORM),
  segment(142.1, 143, { stage: 'merge', mode: 'waiting' }, ALICE),
  segment(
    143,
    190,
    { stage: 'release', mode: 'waiting' },
    'gate:release/github.com/acme/shop',
  ),
  segment(
    190,
    190.2,
    { stage: 'deployment', mode: 'working' },
    'gate:deployment/github.com/acme/shop',
  ),
];

function event(
  hours: number,
  type: string,
  actor?: ReportedEvent['actor'],
): ReportedEvent {
  return {
    id: `${type}-${hours}`,
    source: 'github:github.com',
    type,
    subject: 'github.com/acme/shop/pull/42',
    at: at(hours),
    actor,
  };
}

const alice: ReportedEvent['actor'] = {
  id: 'github.com/alice',
  kind: 'human',
};
const bob: ReportedEvent['actor'] = { id: 'github.com/bob', kind: 'human' };

/** The events of the life above. */
export const EVENTS: ReportedEvent[] = [
  event(0, 'workItem.decided'),
  event(20, 'workItem.started', alice),
  event(48, 'change.opened', alice),
  event(49.5, 'change.reviewRequested', alice),
  event(50, 'change.checksStarted'),
  event(50.6, 'change.checksFinished'),
  event(53.25, 'change.reviewed', bob),
  event(101, 'change.reviewed', { id: 'github.com/carol', kind: 'human' }),
  event(106, 'change.closed', alice),
  event(118, 'change.reopened', alice),
  event(142.1, 'change.reviewed', { id: 'github.com/carol', kind: 'human' }),
  event(143, 'change.merged', alice),
  event(190, 'deployment.started'),
  event(190.2, 'deployment.finished'),
];

/** One change with its timeline, as the API answers. */
export function changeDetail(
  changed: Partial<ChangeDetail> = {},
): ChangeDetail {
  return {
    ...finishedChange(42),
    title: 'Charge shipping by weight',
    asOf: new Date(AS_OF).toISOString(),
    segments: SEGMENTS,
    events: EVENTS,
    eventsTotal: EVENTS.length,
    workItems: ['acme.atlassian.net/browse/SHOP-7'],
    deployments: ['github.com/acme/shop/deployments/981'],
    carrier: false,
    releaseUnobserved: false,
    decidedLate: false,
    linkedLate: false,
    ...changed,
  };
}
