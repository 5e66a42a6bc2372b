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

import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { kpiOf } from 'backstage-plugin-chokepoint-common';
import { DEFAULT_WORK_TYPE_RULES } from 'chokepoint-flow';
import { readSettings } from './settings';

const HOUR = 3_600_000;

function settings(chokepoint?: JsonObject) {
  return readSettings(new ConfigReader(chokepoint ? { chokepoint } : {}));
}

describe('the settings', () => {
  it('have a default for everything', () => {
    const { targets, privacy, workTypeRules, schedule } = settings();
    expect(targets.reviewLatency).toEqual(kpiOf('reviewLatency').defaultTarget);
    expect(targets.throughput).toBeUndefined();
    expect(privacy).toEqual({ minimumChanges: 5, minimumGroupSize: 3 });
    expect(workTypeRules).toBe(DEFAULT_WORK_TYPE_RULES);
    expect(schedule).toEqual({
      sync: { minutes: 10 },
      syncTimeout: { minutes: 10 },
      ownership: { minutes: 5 },
    });
  });

  it('take targets of durations as durations, and others as numbers', () => {
    const { targets } = settings({
      targets: {
        reviewLatency: { target: { hours: 4 }, limit: 'PT10H' },
        leadTime: { target: '12h', limit: { days: 2 } },
        queueTimeRatio: { target: 0.2, limit: 0.3 },
        throughput: { target: 10, limit: 4 },
      },
    });
    expect(targets).toMatchObject({
      reviewLatency: { target: 4 * HOUR, limit: 10 * HOUR },
      leadTime: { target: 12 * HOUR, limit: 48 * HOUR },
      queueTimeRatio: { target: 0.2, limit: 0.3 },
      throughput: { target: 10, limit: 4 },
      wipAge: kpiOf('wipAge').defaultTarget,
    });
  });

  it.each([
    ['queueTimeRatio', { target: 0.5, limit: 0.4 }],
    ['deploymentFrequency', { target: 1, limit: 5 }],
  ])('refuse a limit of %s that is better than its target', (id, target) => {
    expect(() => settings({ targets: { [id]: target } })).toThrow(
      `chokepoint.targets.${id}: limit must not be better than target`,
    );
  });

  it('refuse a target without a limit', () => {
    expect(() =>
      settings({ targets: { queueTimeRatio: { target: 0.5 } } }),
    ).toThrow('limit');
  });

  it('take rules of work types instead of those that come along', () => {
    const rules = [{ workType: 'fix', labels: ['bug'] }];
    expect(settings({ workTypes: rules }).workTypeRules).toEqual(rules);
  });

  it('take other privacy and schedules', () => {
    expect(
      settings({
        privacy: { minimumChanges: 10 },
        schedule: { sync: '30 minutes', ownership: { hours: 1 } },
      }),
    ).toMatchObject({
      privacy: { minimumChanges: 10, minimumGroupSize: 3 },
      schedule: { sync: { minutes: 30 }, ownership: { hours: 1 } },
    });
  });
});
