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

import fc from 'fast-check';
import { contexts, eventSets, instants } from '../../testing/randomEvents';
import { hour, HOUR, opened, Story } from '../../testing/story';
import { Clock, wallClock, workingClock } from '../calendar/clock';
import { openCounted } from '../figures/openCounted';
import { poolFigures } from '../figures/poolFigures';
import { chargeQueue, Queue, visitsBy } from '../gateways/Queue';
import { buildTimeline } from '../timeline/buildTimeline';
import { Timeline } from '../timeline/Timeline';
import { changeFacts, withCurrentTurn } from './changeFacts';
import { elapsed } from './elapsed';
import { elapsedBy, HeldSegment, remeasured } from './remeasured';

/** Alice works in hours 0 to 8 of every day of the story, Bob in 4 to 12. */
const clock: Clock = workingClock(team => ({
  zone: 'UTC-9',
  days: [1, 2, 3, 4, 5, 6, 7],
  from: team === 'user:default/bob' ? '04:00' : '00:00',
  to: team === 'user:default/bob' ? '12:00' : '08:00',
}));

function factsOf(timeline: Timeline) {
  const facts = changeFacts(timeline, {
    description: { title: 't', url: 'u', repo: 'r' },
    workType: 'other',
    owner: 'group:default/shop',
    teamOf: party => party,
  });
  return withCurrentTurn(facts, timeline.asOf);
}

function segmentsOf(timeline: Timeline): HeldSegment[] {
  return timeline.segments.map(segment => ({
    ...segment,
    holders: segment.holders.map(h => ({ ...h, team: h.party })),
  }));
}

function timelineOf(story: Story, asOf: number): Timeline {
  const timeline = story.timeline(asOf);
  if (!timeline) {
    throw new Error('the story has no opening');
  }
  return timeline;
}

describe('working time', () => {
  const story = opened()
    .at(0, 'alice')
    .happened('asked', { reviewers: ['bob'] })
    .at(30, 'bob')
    .happened('reviewed', { verdict: 'changesRequested' })
    .at(50, 'alice')
    .happened('pushed')
    .at(54, 'bob')
    .happened('reviewed', { verdict: 'approved' })
    .at(56, 'alice')
    .happened('merged');
  const timeline = timelineOf(story, 60);
  const facts = remeasured(factsOf(timeline), segmentsOf(timeline), clock);

  it('is that of whoever holds the change: the reviewer’s while it waits for review', () => {
    // Bob: 4–12 of the first day and 4–6 of the next; then 4–6 of the third.
    expect(facts.stages.review).toEqual({ working: 0, waiting: 12 * HOUR });
    // Alice: 6–8 of the second day and 0–2 of the third.
    expect(facts.stages.rework).toEqual({ working: 4 * HOUR, waiting: 0 });
    expect(facts.stages.merge).toEqual({ working: 0, waiting: 2 * HOUR });
    expect(facts).toMatchObject({
      working: 4 * HOUR,
      waiting: 14 * HOUR,
      soleBlockerTime: 14 * HOUR,
      timeToFirstReview: 10 * HOUR,
      timeToApproval: 16 * HOUR,
      leadTime: 18 * HOUR,
    });
  });

  it('is what review latency, the open ones counted and queues are told in, when asked for', () => {
    const segments = segmentsOf(timeline);
    const observations = {
      changes: [facts],
      releases: [],
      window: { from: hour(0), to: hour(60) },
      asOf: hour(60),
      elapsed: (_: object, from: number, to: number) =>
        elapsedBy(clock, segments, from, to),
    };
    expect(poolFigures(observations).reviewLatency).toMatchObject({
      n: 2,
      p50: 6 * HOUR,
    });
    expect(openCounted('timeToApproval', observations)).toMatchObject({
      p50: 16 * HOUR,
    });
    const queue: Queue = {
      changes: new Map([
        [
          facts.change,
          {
            change: facts.change,
            title: 't',
            owner: facts.owner,
            entities: [],
            workType: 'other',
            authorKind: 'human',
            approvers: [],
          },
        ],
      ]),
      segments: segments
        .filter(segment => segment.mode === 'waiting')
        .map(segment => ({ ...segment, change: facts.change, open: false })),
      window: observations.window,
      asOf: observations.asOf,
      clock,
    };
    const visits = visitsBy(queue, holder => holder.party);
    expect(visits.get('user:default/bob')?.map(v => v.length)).toEqual([
      10 * HOUR,
      2 * HOUR,
    ]);
    const charged = chargeQueue(queue).map(charge => charge.length);
    expect(charged.reduce((sum, length) => sum + length, 0)).toBe(
      facts.waiting,
    );
  });

  it('keeps every invariant of charging: parts sum to wholes, and the wall clock changes nothing', () => {
    fc.assert(
      fc.property(eventSets, contexts, instants, (events, context, asOf) => {
        const built = buildTimeline(events, context, asOf);
        if (!built) {
          return;
        }
        const segments = segmentsOf(built);
        const onTheWall = factsOf(built);
        const again = remeasured(onTheWall, segments, wallClock);
        expect(again.waiting).toBe(onTheWall.waiting);
        expect(again.stages).toEqual(onTheWall.stages);
        // What was ready before its timeline began counts from there.
        const early = (onTheWall.milestones.readyAt ?? 0) < onTheWall.start;
        expect(early || again.timeToApproval === onTheWall.timeToApproval).toBe(
          true,
        );
        const worked = remeasured(onTheWall, segments, clock);
        const whole = elapsedBy(clock, segments, -Infinity, Infinity);
        expect(worked.working + worked.waiting).toBe(whole);
        expect(whole).toBeLessThanOrEqual(
          onTheWall.working + onTheWall.waiting + segments.length * 2,
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a pause', () => {
  it('is in no duration', () => {
    const facts = factsOf(
      timelineOf(
        opened()
          .at(0, 'alice')
          .happened('asked', { reviewers: ['bob'] })
          .at(1, 'alice')
          .happened('closed')
          .at(5, 'alice')
          .happened('reopened')
          .at(6, 'bob')
          .happened('reviewed', { verdict: 'approved' })
          .at(6, 'alice')
          .happened('merged'),
        9,
      ),
    );
    expect(facts).toMatchObject({
      timeToApproval: 2 * HOUR,
      timeToFirstReview: 2 * HOUR,
      leadTime: 2 * HOUR,
    });
    expect(elapsed(facts, hour(0), hour(3))).toBe(HOUR);
  });
});
