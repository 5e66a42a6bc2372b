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
import { DEFAULT_MODEL_RULES } from 'chokepoint-flow';
import { readSettings } from './readSettings';

const HOUR = 3_600_000;

function settings(chokepoint?: JsonObject) {
  return readSettings(new ConfigReader(chokepoint ? { chokepoint } : {}));
}

describe('the settings', () => {
  it('have a default for everything', () => {
    const { targets, privacy, rules, schedule } = settings();
    expect(targets.reviewLatency).toEqual(kpiOf('reviewLatency').defaultTarget);
    expect(targets.throughput).toBeUndefined();
    expect(targets.leadTime).toBeUndefined();
    expect(privacy).toEqual({ minimumChanges: 5, minimumGroupSize: 3 });
    expect(rules).toEqual(DEFAULT_MODEL_RULES);
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
      changeFailureRate: kpiOf('changeFailureRate').defaultTarget,
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
    expect(settings({ workTypes: rules }).rules.workTypes).toEqual(rules);
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

  describe('of calendars', () => {
    it('are office hours in UTC where nothing else is said', () => {
      expect(settings().calendars.otherwise).toEqual({
        zone: 'UTC',
        days: [1, 2, 3, 4, 5],
        from: '09:00',
        to: '17:00',
      });
    });

    it('are those of groups, and of everybody else', () => {
      const { calendars } = settings({
        calendars: [
          { zone: 'Europe/Zurich', holidays: ['2026-12-25'] },
          { groups: ['group:default/Web'], days: [7, 1, 2, 3, 4] },
        ],
      });
      expect(calendars.otherwise).toMatchObject({
        zone: 'Europe/Zurich',
        holidays: ['2026-12-25'],
      });
      expect(calendars.ofGroups.get('group:default/web')).toMatchObject({
        zone: 'UTC',
        days: [7, 1, 2, 3, 4],
      });
    });

    it.each(['web', 'group:web', 'default/web', 'Group:Default/Web'])(
      'are those of a group that is written %s',
      group => {
        const { calendars } = settings({ calendars: [{ groups: [group] }] });
        expect([...calendars.ofGroups.keys()]).toEqual(['group:default/web']);
      },
    );

    it.each([
      [{ zone: 'Mars/Base' }, 'chokepoint.calendars[0]: not a stretch in zone'],
      [{ from: '9' }, 'chokepoint.calendars[0]: not a time of day: 9'],
      [{ from: '18:00' }, 'from must be earlier than to'],
      [{ days: [8] }, '1 (Monday) to 7 (Sunday)'],
      [{ holidays: ['Christmas'] }, 'dates as in 2026-12-25'],
    ])('refuse %j', (calendar, message) => {
      expect(() => settings({ calendars: [calendar] })).toThrow(message);
    });
  });
});
