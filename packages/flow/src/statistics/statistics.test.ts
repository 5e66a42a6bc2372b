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
import {
  cumulativeIncidence,
  incidenceQuantile,
  TimeToEvent,
} from './survival';

const reached = (...times: number[]): TimeToEvent[] =>
  times.map(time => ({ time, outcome: 'reached' }));
const open = (...times: number[]): TimeToEvent[] =>
  times.map(time => ({ time, outcome: 'open' }));
const competing = (...times: number[]): TimeToEvent[] =>
  times.map(time => ({ time, outcome: 'competing' }));

describe('the Kaplan-Meier estimate', () => {
  // Weeks of remission with 6-MP: Freireich et al. 1963, the example of Cox and
  // Oakes 1984, table 1.1, and of Kleinbaum and Klein.
  const remission = [
    ...reached(6, 6, 6, 7, 10, 13, 16, 22, 23),
    ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
  ];

  it('agrees with the published example, step by step', () => {
    const steps = cumulativeIncidence(remission);
    expect(
      steps.map(s => [s.time, s.atRisk, (1 - s.share).toFixed(3)]),
    ).toEqual([
      [6, 21, '0.857'],
      [7, 17, '0.807'],
      [10, 15, '0.753'],
      [13, 12, '0.690'],
      [16, 11, '0.627'],
      [22, 7, '0.538'],
      [23, 6, '0.448'],
    ]);
    expect(incidenceQuantile(steps, 0.5)).toBe(23);
  });

  it('says "not reached" where it is not', () => {
    expect(
      incidenceQuantile(cumulativeIncidence(remission), 0.75),
    ).toBeUndefined();
    expect(
      incidenceQuantile(cumulativeIncidence(open(1, 2)), 0.5),
    ).toBeUndefined();
  });

  it('is the plain quantile where everything is finished', () => {
    const steps = cumulativeIncidence(reached(1, 2, 3, 4));
    expect(incidenceQuantile(steps, 0.5)).toBe(2);
    expect(steps.map(s => s.share)).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('counts a competing end as one that never gets there, not as one still open', () => {
    const with2 = (others: TimeToEvent[]) =>
      cumulativeIncidence([...reached(2, 4), ...others]).map(s => s.share);
    // Closed at 1 and 3: two of four ever get there.
    expect(with2(competing(1, 3))).toEqual([0.25, 0.5]);
    // Still open at 1 and 3: they may yet get there.
    expect(with2(open(1, 3))).toEqual([1 / 3, 1]);
  });

  it('is the share of all for competing ends without open ones', () => {
    const outcomes = fc.array(
      fc.record({
        time: fc.integer({ min: 0, max: 20 }),
        outcome: fc.constantFrom('reached' as const, 'competing' as const),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(outcomes, times => {
        const steps = cumulativeIncidence(times);
        const share =
          times.filter(t => t.outcome === 'reached').length / times.length;
        expect(steps[steps.length - 1]?.share ?? 0).toBeCloseTo(share, 9);
      }),
      { numRuns: 1_000 },
    );
  });
});
