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
import { changeFacts } from '../facts/changeFacts';
import { chargeWait, overlap } from '../facts/waits';
import { onTheWayAt } from '../figures/population';
import { contexts, eventSets, instants } from '../../testing/randomEvents';
import { auditTimeline, isPrefixOf } from './audit';
import { buildTimeline } from './buildTimeline';
import { Timeline } from './Timeline';

const RUNS = { numRuns: 2_000 };

function factsOf(timeline: Timeline) {
  return changeFacts(timeline, {
    description: { title: 't', url: 'u', repo: timeline.repo },
    workType: 'other',
    owner: 'group:default/shop',
    teamOf: party => party,
  });
}

describe('for any set of events', () => {
  it('1. segments partition [first event, end): no gap, no overlap, no negative length', () => {
    let built = 0;
    fc.assert(
      fc.property(eventSets, contexts, instants, (events, context, asOf) => {
        const timeline = buildTimeline(events, context, asOf);
        built += timeline ? 1 : 0;
        expect(timeline ? auditTimeline(timeline) : []).toEqual([]);
      }),
      RUNS,
    );
    expect(built).toBeGreaterThan(1_000);
  });

  it('2. Σ shares × length over waiting segments = waiting time, exactly', () => {
    fc.assert(
      fc.property(eventSets, contexts, instants, (events, context, asOf) => {
        const timeline = buildTimeline(events, context, asOf);
        fc.pre(timeline !== undefined);
        const charged = timeline.segments
          .filter(segment => segment.mode === 'waiting')
          .flatMap(segment => chargeWait(segment, segment.end - segment.start))
          .reduce((sum, wait) => sum + wait.length, 0);
        const facts = factsOf({ ...timeline, end: timeline.end ?? asOf });
        expect(charged).toBe(facts.waiting);
      }),
      RUNS,
    );
  });

  it('3. order and duplicates do not matter', () => {
    const shuffled = eventSets.chain(events =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], {
          minLength: events.length * 2,
        }),
      ),
    );
    fc.assert(
      fc.property(
        shuffled,
        contexts,
        instants,
        ([events, again], context, asOf) => {
          expect(buildTimeline(again, context, asOf)).toEqual(
            buildTimeline(events, context, asOf),
          );
        },
      ),
      RUNS,
    );
  });

  it('4. a timeline is a prefix of every later one', () => {
    fc.assert(
      fc.property(
        eventSets,
        contexts,
        instants,
        instants,
        (events, context, a, b) => {
          const earlier = buildTimeline(events, context, Math.min(a, b));
          const later = buildTimeline(events, context, Math.max(a, b));
          fc.pre(earlier !== undefined);
          expect(later && isPrefixOf(earlier, later)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('5. ∫ WIP dt over any window = Σ of in-window time', () => {
    const many = fc.array(fc.tuple(eventSets, contexts), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(many, instants, instants, instants, (sets, a, b, asOf) => {
        const window = {
          start: Math.min(a, b, asOf),
          end: Math.min(Math.max(a, b), asOf),
        };
        const timelines = sets.flatMap(
          ([events, context]) => buildTimeline(events, context, asOf) ?? [],
        );
        const facts = timelines.map(factsOf);
        const segments = timelines.flatMap(t => t.segments);
        const steps = [
          window.start,
          window.end,
          ...segments.flatMap(s => [s.start, s.end]),
        ]
          .filter(at => at >= window.start && at <= window.end)
          .sort((x, y) => x - y);
        const integral = steps
          .slice(1)
          .map((at, i) => onTheWayAt(facts, steps[i]).length * (at - steps[i]))
          .reduce((sum, area) => sum + area, 0);
        const inWindow = segments
          .filter(segment => segment.mode !== 'paused')
          .reduce((sum, segment) => sum + overlap(segment, window), 0);
        expect(integral).toBe(inWindow);
      }),
      { numRuns: 1_000 },
    );
  });
});
