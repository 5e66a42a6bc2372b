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

import * as fc from 'fast-check';
import { DAY, facts, live, WINDOW } from '../../testing/observations';
import { ChangeFacts } from '../facts/factTypes';
import { overtakenBy } from '../findings/laneRules';
import { cumulativeIncidence, TimeToEvent } from '../statistics/survival';
import { indispensable } from './concentration';
import { weeklyFigure } from './degradation';
import { FIGURE_IDS } from './Figure';
import { poolFigure } from './poolFigures';
import { Observations } from './population';

/**
 * What is found without looking at everything again and again is what one finds
 * who does.
 */

const life = {
  start: fc.integer({ min: -20, max: 40 }),
  length: fc.integer({ min: 0, max: 30 }),
  ships: fc.boolean(),
  closes: fc.boolean(),
  repo: fc.constantFrom('github.com/acme/shop', 'github.com/acme/pay'),
  unobserved: fc.boolean(),
  approvers: fc.subarray(['user:default/alice', 'user:default/bob']),
};

interface Life {
  start: number;
  length: number;
  ships: boolean;
  closes: boolean;
  repo: string;
  unobserved: boolean;
  approvers: string[];
}

/** A change of a life, in days; some are reviewed, some never end. */
function lived({ start, length, ships, closes, ...rest }: Life): ChangeFacts {
  const { repo, unobserved, approvers } = rest;
  const end = start + length;
  return facts({
    start,
    repo,
    approvers,
    visits: [[start, closes || ships ? end : undefined]],
    leadTime: length * DAY,
    waiting: length,
    working: 1,
    ...(ships && !unobserved && { shipped: end }),
    ...(!ships && closes && { closed: end }),
    ...(ships &&
      unobserved && { closed: end, mergedAt: end, releaseUnobserved: true }),
  });
}

const lives = fc.array(fc.record(life).map(lived), { maxLength: 30 });

/** A few changes in production; many began or were live at the same time. */
const few = fc.array(
  fc
    .record({
      ...life,
      start: fc.integer({ min: 0, max: 3 }),
      length: fc.integer({ min: 0, max: 3 }),
      ships: fc.constant(true),
      unobserved: fc.constant(false),
    })
    .map(lived),
  { maxLength: 3 },
);

describe('a figure week by week', () => {
  it('is the figure of each week, of all that was observed', () => {
    fc.assert(
      fc.property(
        lives,
        fc.array(fc.integer({ min: -5, max: 40 }), { maxLength: 10 }),
        fc.constantFrom(...FIGURE_IDS),
        (changes, finished, id) => {
          const observations: Observations = {
            changes,
            releases: finished.map(day => live(day)),
            window: WINDOW,
            asOf: WINDOW.to,
          };
          for (const { week, value, n } of weeklyFigure(id, observations)) {
            const window = { from: week, to: week + 7 * DAY };
            const alone = poolFigure(id, { ...observations, window });
            expect({ value, n }).toEqual({ value: alone.value, n: alone.n });
          }
        },
      ),
    );
  });
});

describe('how many are indispensable', () => {
  const people = ['a', 'b', 'c', 'd'];

  function stranded(approvers: readonly string[][], absent: string[]): number {
    return approvers.filter(of => of.every(p => absent.includes(p))).length;
  }

  it('is found by trying everybody, and then everybody with everybody', () => {
    fc.assert(
      fc.property(
        fc.array(fc.subarray(people, { minLength: 1, maxLength: 3 }), {
          minLength: 1,
        }),
        approvers => {
          const enough = (absent: string[]) =>
            stranded(approvers, absent) > approvers.length / 2;
          const pairs = people.flatMap(a => people.map(b => [a, b]));
          const expected =
            (people.some(a => enough([a])) && 1) ||
            (pairs.some(enough) && 2) ||
            undefined;
          const told = indispensable(approvers);
          expect(told > 2 ? undefined : told).toBe(expected);
        },
      ),
    );
  });
});

describe('a change is overtaken', () => {
  it('by one of its repository that began later and was live earlier', () => {
    const begin = ({ milestones: m }: ChangeFacts) => m.readyAt ?? m.openedAt;
    const end = ({ milestones: m }: ChangeFacts) => m.productionAt ?? Infinity;
    fc.assert(
      fc.property(few, few, (larger, small) => {
        expect(overtakenBy(larger, small)).toEqual(
          small.filter(s =>
            larger.some(
              l => l.repo === s.repo && begin(l) > begin(s) && end(l) < end(s),
            ),
          ),
        );
      }),
    );
  });
});

describe('the share that has got there', () => {
  /** Aalen and Johansen's formula, time by time. */
  function byHand(all: readonly TimeToEvent[]) {
    const times = [...new Set(all.map(o => o.time))].sort((a, b) => a - b);
    const count = (time: number, outcome: TimeToEvent['outcome']) =>
      all.filter(o => o.time === time && o.outcome === outcome).length;
    let unended = 1;
    let share = 0;
    return times.flatMap(time => {
      const atRisk = all.filter(o => o.time >= time).length;
      const reached = count(time, 'reached');
      share += (unended * reached) / atRisk;
      unended *= 1 - (reached + count(time, 'competing')) / atRisk;
      return reached > 0 ? [{ time, share, atRisk }] : [];
    });
  }

  it('grows at each time by those who get there, of those who still could', () => {
    const observation = fc.record({
      time: fc.integer({ min: 0, max: 8 }),
      outcome: fc.constantFrom(
        'reached' as const,
        'competing' as const,
        'open' as const,
      ),
    });
    fc.assert(
      fc.property(fc.array(observation), all => {
        expect(cumulativeIncidence(all)).toEqual(byHand(all));
      }),
    );
  });
});
