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
  EntityFindings,
  FindingPage,
  ReportedFinding,
  SnapshotComparison,
} from 'backstage-plugin-chokepoint-common';
import { AS_OF } from './figures';
import { WINDOW } from './gateways';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A finding of the examples. */
export function finding(
  changed: Partial<ReportedFinding> = {},
): ReportedFinding {
  return {
    rule: 'singleGateway',
    severity: 'critical',
    sentence: 'Team Platform holds 41 % of the waiting of others.',
    figures: [
      {
        label: 'share of the waiting of others',
        value: 0.41,
        unit: 'ratio',
        n: 212,
        figure: 'queueTimeRatio',
        evidence:
          '/entities/component/default/shop/changes?figure=queueTimeRatio',
      },
    ],
    move: 'Let teams release their own configuration.',
    savingMs: 90 * DAY,
    changes: ['github.com/acme/shop/pull/42'],
    ...changed,
  };
}

/** The diagnosis of the examples. */
export const FINDINGS: EntityFindings = {
  ...WINDOW,
  findings: [
    finding(),
    finding({ rule: 'dominantQueue', severity: 'info', savingMs: undefined }),
  ],
  sample: [
    {
      change: 'github.com/acme/shop/pull/42',
      title: 'Charge shipping by weight',
      workType: 'corePlatform',
      decidedAt: new Date(AS_OF - 20 * DAY).toISOString(),
      shippedAt: new Date(AS_OF - 10 * DAY).toISOString(),
      handoffs: 4,
      clarifications: 0,
      working: 2 * DAY,
      waiting: 8 * DAY,
      longestWait: {
        length: 5 * DAY,
        stage: 'review',
        on: ['group:default/platform'],
      },
    },
  ],
  disabled: ['fragileSpeed'],
};

/** Findings across the example organisation. */
export const ALL_FINDINGS: FindingPage = {
  items: [
    {
      entityRef: 'group:default/web',
      title: 'Web',
      finding: finding({ rule: 'tooMuchWip', severity: 'warning' }),
    },
    {
      entityRef: 'group:default/platform',
      title: 'Platform',
      finding: finding(),
    },
  ],
};

/** A snapshot of the examples against now. */
export const COMPARISON: SnapshotComparison = {
  snapshot: {
    id: 'one',
    takenAt: new Date(AS_OF - 60 * DAY).toISOString(),
    note: 'before the rotation',
  },
  figures: [{ id: 'queueTimeRatio', before: 0.7, after: 0.5, unit: 'ratio' }],
  findings: {
    gone: [
      finding({ rule: 'scarceApproval', sentence: 'One person approved.' }),
    ],
    stayed: [finding()],
    new: [],
  },
};
