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
import { areApart, medianInterval, ratioInterval } from './bootstrap';
import { pettitt } from './changePoint';
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

describe('a change point', () => {
  // Annual flow of the Nile at Aswan, 1871-1970 (Cobb 1978): it falls in 1899.
  const nile = [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110,
    994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220,
    1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
    831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698,
    845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676,
    649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918,
    986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
  ];

  it('is found where the literature finds it', () => {
    expect(1871 + (pettitt(nile)?.index ?? 0)).toBe(1899);
    expect(pettitt(nile)?.p).toBeLessThan(1e-5);
  });

  it('is the same for the logarithms', () => {
    expect(pettitt(nile.map(Math.log))).toEqual(pettitt(nile));
  });

  it.each([
    ['values that only vary', [3, 5, 4, 6, 3, 5, 4, 6, 3, 5, 4, 6]],
    ['one outlier at the end', [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 99]],
    ['too few values', [1, 1, 9, 9]],
    ['none', []],
  ])('is not found in %s', (_, values) => {
    expect(pettitt(values)).toBeUndefined();
  });
});

describe('a bootstrap interval', () => {
  it('is the same for the same values, and holds the median', () => {
    const values = Array.from({ length: 101 }, (_, i) => (i * 37) % 101);
    const interval = medianInterval(values);
    expect(medianInterval([...values].reverse())).toEqual(interval);
    expect(interval?.low).toBeLessThan(50);
    expect(interval?.high).toBeGreaterThan(50);
    expect(interval?.low).toBeGreaterThan(30);
    expect(interval?.high).toBeLessThan(70);
  });

  it('of a constant is that constant', () => {
    expect(medianInterval([7, 7, 7])).toEqual({ low: 7, high: 7 });
    expect(ratioInterval([1, 1].map(part => ({ part, whole: 2 })))).toEqual({
      low: 0.5,
      high: 0.5,
    });
  });

  it('of nothing is undefined', () => {
    expect(medianInterval([])).toBeUndefined();
    expect(ratioInterval([])).toBeUndefined();
  });

  it('is apart from another only where they have nothing in common', () => {
    expect(areApart({ low: 1, high: 2 }, { low: 3, high: 4 })).toBe(true);
    expect(areApart({ low: 3, high: 4 }, { low: 1, high: 2 })).toBe(true);
    expect(areApart({ low: 1, high: 3 }, { low: 3, high: 4 })).toBe(false);
  });
});

describe('an interval of more than two thousand observations', () => {
  const values = (n: number) =>
    Array.from({ length: n }, (_, i) => ((i * 7919) % n) / n);
  const widthOf = ({ low, high }: { low: number; high: number }) => high - low;

  it('is about as wide as the bootstrap of as many that are drawn', () => {
    const drawn = medianInterval(values(2_000)) ?? { low: 0, high: 0 };
    const ranked = medianInterval(values(2_001)) ?? { low: 0, high: 0 };
    expect(ranked.low).toBeLessThan(0.5);
    expect(ranked.high).toBeGreaterThan(0.5);
    expect(widthOf(ranked) / widthOf(drawn)).toBeCloseTo(1, 0);
  });

  it('of a ratio is about as wide, too', () => {
    const parts = (n: number) => values(n).map(part => ({ part, whole: 1 }));
    const drawn = ratioInterval(parts(2_000)) ?? { low: 0, high: 0 };
    const linear = ratioInterval(parts(2_001)) ?? { low: 0, high: 0 };
    expect(linear.low).toBeLessThan(0.5);
    expect(linear.high).toBeGreaterThan(0.49);
    expect(widthOf(linear) / widthOf(drawn)).toBeCloseTo(1, 0);
  });
});
