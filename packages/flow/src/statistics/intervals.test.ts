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

import { Chapter } from '../../testing/documentation';
import { Random } from '../../testing/random';
import {
  areApart,
  Interval,
  meanInterval,
  quantileInterval,
  ratioInterval,
  shareInterval,
} from './intervals';
import { studentQuantile, Z_95 } from './student';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('the interval of a median', () => {
  it.each([
    // Conover 1999, table A3: the ranks of 95 % and more.
    [6, 1, 6],
    [9, 2, 8],
    [15, 4, 12],
    [20, 6, 15],
    [30, 10, 21],
    [100, 40, 61],
  ])('of %d values lies between two ranks: %d and %d', (n, low, high) => {
    expect(quantileInterval(upTo(n))).toEqual({ low, high });
    expect(quantileInterval(upTo(n).reverse())).toEqual({ low, high });
  });

  it('is that of exact ranks below 300 values, and goes on with the normal approximation', () => {
    expect(quantileInterval(upTo(299))).toEqual({ low: 133, high: 167 });
    expect(quantileInterval(upTo(300))).toEqual({ low: 133, high: 168 });
    expect(quantileInterval(upTo(10_000))).toEqual({ low: 4902, high: 5099 });
  });

  it('does not exist for fewer than six values', () => {
    expect(quantileInterval(upTo(5))).toBeUndefined();
    expect(quantileInterval([])).toBeUndefined();
  });

  it('is about the wanted quantile, on the side where that is', () => {
    expect(quantileInterval(upTo(100), 0.75)).toEqual({ low: 66, high: 84 });
    expect(quantileInterval(upTo(100), 0.25)).toEqual({ low: 17, high: 35 });
    expect(quantileInterval(upTo(30), 0.9)).toBeUndefined();
  });
});

describe('the interval of a share', () => {
  it('is that of Wilson', () => {
    // Newcombe 1998, table I: 81 of 263, 15 of 148 and 0 of 20.
    const shown = (hits: number, n: number) => {
      const { low, high } = shareInterval(hits, n) ?? { low: NaN, high: NaN };
      return [low.toFixed(4), high.toFixed(4)];
    };
    expect(shown(81, 263)).toEqual(['0.2553', '0.3662']);
    expect(shown(15, 148)).toEqual(['0.0624', '0.1605']);
    expect(shown(0, 20)).toEqual(['0.0000', '0.1611']);
    expect(shown(20, 20)).toEqual(['0.8389', '1.0000']);
  });

  it('does not exist for none', () => {
    expect(shareInterval(0, 0)).toBeUndefined();
  });
});

describe('the interval of a mean', () => {
  it('is that of Student', () => {
    // 1 to 5: mean 3, standard error √0.5, t(4) = 2.776.
    const interval = meanInterval([1, 2, 3, 4, 5]);
    expect(interval?.low).toBeCloseTo(3 - 2.776 * Math.sqrt(0.5), 2);
    expect(interval?.high).toBeCloseTo(3 + 2.776 * Math.sqrt(0.5), 2);
  });

  it('does not exist for one value', () => {
    expect(meanInterval([1])).toBeUndefined();
    expect(meanInterval([7, 7])).toEqual({ low: 7, high: 7 });
  });
});

describe('the interval of a ratio of sums', () => {
  const parts = [3, 8, 1, 6, 2, 9].map(part => ({ part, whole: 10 }));

  it('stays between 0 and 1, and holds the ratio', () => {
    const { low, high } = ratioInterval(parts) ?? { low: NaN, high: NaN };
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(29 / 60);
    expect(high).toBeGreaterThan(29 / 60);
    expect(high).toBeLessThan(1);
  });

  it('is that of the complement, turned round', () => {
    const rest = parts.map(({ part, whole }) => ({
      part: whole - part,
      whole,
    }));
    const { low, high } = ratioInterval(parts) ?? { low: NaN, high: NaN };
    const turned = ratioInterval(rest);
    expect(turned?.low).toBeCloseTo(1 - high, 12);
    expect(turned?.high).toBeCloseTo(1 - low, 12);
  });

  it('ends at 0 or 1 where one observation makes all the difference', () => {
    const one = [
      { part: 5, whole: 10 },
      ...[1, 2, 3].map(() => ({ part: 0, whole: 10 })),
    ];
    const { low, high } = ratioInterval(one) ?? { low: NaN, high: NaN };
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.125 + 3.182 * 0.125, 2);
  });

  it('of a constant is that constant, and of nothing undefined', () => {
    const { low, high } = ratioInterval(
      [1, 1, 1].map(part => ({ part, whole: 2 })),
    ) ?? { low: NaN, high: NaN };
    expect([low, high]).toEqual([0.5, 0.5]);
    expect(ratioInterval([])).toBeUndefined();
    expect(ratioInterval([{ part: 1, whole: 2 }])).toBeUndefined();
    expect(
      ratioInterval([0, 0].map(whole => ({ part: 0, whole }))),
    ).toBeUndefined();
  });
});

describe('Student’s quantile', () => {
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [5, 2.571],
    [10, 2.228],
    [29, 2.045],
    [299, 1.968],
  ])('of 97.5 %% with %d degrees of freedom is %d', (degrees, expected) => {
    expect(studentQuantile(Z_95, degrees)).toBeCloseTo(expected, 1);
  });
});

describe('two intervals', () => {
  it('are apart only where they have nothing in common', () => {
    expect(areApart({ low: 1, high: 2 }, { low: 3, high: 4 })).toBe(true);
    expect(areApart({ low: 3, high: 4 }, { low: 1, high: 2 })).toBe(true);
    expect(areApart({ low: 1, high: 3 }, { low: 3, high: 4 })).toBe(false);
    expect(areApart({ low: 3, high: 4 }, { low: 1, high: 3 })).toBe(false);
  });
});

describe('what the intervals cover', () => {
  const SAMPLES = 2_000;

  /** Share of samples whose interval holds the truth, in per cent. */
  function coverage(
    truth: number,
    sample: (random: Random) => Interval | undefined,
  ): number {
    const random = new Random(20260105);
    let held = 0;
    for (let i = 0; i < SAMPLES; i++) {
      const interval = sample(random);
      held +=
        interval && interval.low <= truth && truth <= interval.high ? 1 : 0;
    }
    return (held / SAMPLES) * 100;
  }

  const times = <T>(n: number, draw: () => T) =>
    Array.from({ length: n }, draw);
  const length = (random: Random) => Math.exp(random.normal());
  const share = (p: number) => (n: number) =>
    coverage(p, random =>
      shareInterval(
        times(n, () => random.uniform()).filter(u => u < p).length,
        n,
      ),
    );

  const CASES: [string, (n: number) => number][] = [
    [
      'median of lengths (log-normal)',
      n =>
        coverage(1, random => quantileInterval(times(n, () => length(random)))),
    ],
    ['share of 30 %', share(0.3)],
    ['share of 5 %', share(0.05)],
    [
      // Waiting and working are alike, so that half of all time is waiting.
      'ratio of sums of lengths (log-normal)',
      n =>
        coverage(0.5, random =>
          ratioInterval(
            times(n, () => {
              const part = length(random);
              return { part, whole: part + length(random) };
            }),
          ),
        ),
    ],
    [
      'mean of counts (Poisson)',
      n =>
        coverage(3, random => meanInterval(times(n, () => random.poisson(3)))),
    ],
  ];

  it.each(CASES)('is as documented: %s', (name, coverageAt) => {
    const [few, many] = [coverageAt(30), coverageAt(300)];
    expect(new Chapter('Intervals').row(name)).toEqual([
      `${few.toFixed(1)} %`,
      `${many.toFixed(1)} %`,
    ]);
    expect(few).toBeGreaterThan(90);
    expect(many).toBeGreaterThan(93);
  });
});
