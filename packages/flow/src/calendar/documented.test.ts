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

import { Chapter, hours, told } from '../../testing/documentation';
import { Story } from '../../testing/story';
import { changeFacts } from '../facts/changeFacts';
import { HeldSegment, remeasured } from '../facts/remeasured';
import { chargeStretch, TeamHolder } from '../facts/waits';
import { Calendar, workingTime } from './workingTime';
import { workingClock } from './clock';

// The worked example of working hours in docs/kpis.md, computed.

const OFFICE = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
const CALENDARS: Record<string, Calendar> = {
  'group:default/platform': { ...OFFICE, zone: 'Europe/Zurich' },
  'group:default/web': { ...OFFICE, zone: 'America/New_York' },
};
const clock = workingClock(team => CALENDARS[team]);
const teamOf = (party: string) =>
  `group:default/${party === 'user:default/bob' ? 'platform' : 'web'}`;

/** Friday, 16:00 in Zurich, in hours since Monday, 9:00 UTC. */
const FRIDAY = 4 * 24 + 6;
const MONDAY = FRIDAY + 66;

const story = new Story()
  .at(FRIDAY, 'alice')
  .happened('opened')
  .at(FRIDAY, 'alice')
  .happened('asked', { reviewers: ['bob'] })
  .at(MONDAY, 'bob')
  .happened('reviewed', { verdict: 'approved' })
  .at(MONDAY + 6.5, 'alice')
  .happened('merged');

describe('working hours over a weekend', () => {
  const chapter = new Chapter('Working hours');
  const timeline = story.timeline(200);
  if (!timeline) {
    throw new Error('the story has no opening');
  }
  const segments: HeldSegment[] = timeline.segments.map(segment => ({
    ...segment,
    holders: segment.holders.map(h => ({ ...h, team: teamOf(h.party) })),
  }));
  const onTheWall = changeFacts(timeline, {
    description: { title: 't', url: 'u', repo: 'r' },
    workType: 'other',
    owner: 'group:default/web',
    teamOf,
  });
  const atWork = remeasured(onTheWall, segments, clock);

  it.each(['review', 'merge'] as const)(
    'are those of whom the %s waits on',
    stage => {
      expect(chapter.row(stage).slice(-2)).toEqual([
        hours(onTheWall.stages[stage]?.waiting),
        hours(atWork.stages[stage]?.waiting),
      ]);
    },
  );

  it('sum to the whole of the change', () => {
    expect(chapter.row('lead time').slice(-2)).toEqual([
      hours(onTheWall.leadTime),
      hours(atWork.leadTime),
    ]);
    expect(told(atWork.waiting, 'ms')).toBe(told(atWork.leadTime, 'ms'));
  });

  it('of two who share a stretch count by their shares', () => {
    const holders: TeamHolder[] = ['bob', 'alice'].map(person => ({
      party: `user:default/${person}`,
      team: teamOf(`user:default/${person}`),
      share: 0.5,
    }));
    // Monday, 9:00 to 17:00 in Zurich: until 11:00 in New York.
    const start = Date.UTC(2026, 0, 12, 8);
    const end = Date.UTC(2026, 0, 12, 16);
    expect(
      chargeStretch({ start, end, holders }, clock).map(w => hours(w.length)),
    ).toEqual(['4 h', '1 h']);
  });

  it('leave holidays out', () => {
    const calendar = {
      ...CALENDARS['group:default/platform'],
      holidays: ['2026-01-12'],
    };
    const [start, end] = [segments[0].start, segments[0].end];
    expect(hours(workingTime(start, end, calendar))).toBe('1 h');
  });
});
