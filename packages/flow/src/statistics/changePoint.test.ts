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

import { Random } from '../../testing/random';
import { findRise } from './changePoint';

const WEEKS = 52;
const FIFTH = Math.log(1.2);
const rise = (values: readonly number[], smallest = FIFTH) =>
  findRise(values, 4, smallest);

describe('a rise', () => {
  // Annual flow of the Nile at Aswan, 1871-1970 (Cobb 1978): it falls in 1899.
  const nile = [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110,
    994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220,
    1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
    831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698,
    845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676,
    649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918,
    986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
  ].map(Math.log);

  it('is found where the literature finds it', () => {
    const found = rise(nile.map(flow => -flow));
    expect(1871 + (found?.index ?? 0)).toBe(1899);
    expect(found?.z).toBeGreaterThan(5);
  });

  it('is dated by the week it begins in, where that week is half-way', () => {
    const hours = [
      ...[0.26, 0.24, 0.23, 0.29, 0.22, 0.23, 0.43, 0.29],
      ...[3.31, 22.6, 22.2, 21.8, 21.9, 22.1, 22.2, 19.3, 21.5],
    ];
    expect(rise(hours.map(Math.log))?.index).toBe(8);
  });

  it('is not a fall', () => {
    expect(rise(nile)).toBeUndefined();
  });

  it('is the same for values that are all multiplied', () => {
    const factor = Math.log(1_000);
    expect(rise(nile.map(flow => factor - flow))?.index).toBe(28);
  });

  it.each([
    ['values that only vary', [3, 5, 4, 6, 3, 5, 4, 6, 3, 5, 4, 6]],
    ['one outlier at the end', [3, 3, 4, 3, 3, 4, 3, 3, 3, 4, 3, 99]],
    ['one outlier among the last four', [3, 3, 4, 3, 3, 4, 3, 4, 3, 99, 3, 4]],
    ['too few values', [1, 2, 1, 9, 9, 8, 9]],
    ['a constant', [7, 7, 7, 7, 7, 7, 7, 7]],
    ['none', []],
  ])('is not found in %s', (_, values) => {
    expect(rise(values.map(value => Math.log(value)))).toBeUndefined();
  });

  it('has as many values on either side as are asked for', () => {
    const steps = (before: number, after: number) => [
      ...Array.from({ length: before }, (_, i) => i % 2),
      ...Array.from({ length: after }, (_, i) => 20 + (i % 2)),
    ];
    expect(rise(steps(4, 4))?.index).toBe(4);
    expect(rise(steps(20, 4))?.index).toBe(20);
    expect(findRise(steps(8, 8), 8, FIFTH)?.index).toBe(8);
    expect(findRise(steps(8, 7), 8, FIFTH)).toBeUndefined();
  });

  it('without any variation is one from the smallest size on', () => {
    const step = (size: number) => [0, 0, 0, 0, 0, size, size, size, size];
    expect(rise(step(FIFTH))).toEqual({ index: 5, z: Infinity });
    expect(rise(step(FIFTH - 0.001))).toBeUndefined();
  });
});

describe('the error rates of finding a rise in 52 weeks', () => {
  const SERIES = 1_000;

  /** Share of series in which a rise is found. */
  function found(seed: number, draw: (random: Random) => number[]): number {
    const random = new Random(seed);
    let count = 0;
    for (let i = 0; i < SERIES; i++) {
      count += rise(draw(random)) ? 1 : 0;
    }
    return count / SERIES;
  }

  const healthy = (random: Random) => random.series(WEEKS, 0.3, 0.2);
  const doubled = (random: Random) =>
    healthy(random).map((v, i) => (i < WEEKS - 4 ? v : v + Math.LN2));

  it.each([1, 2])(
    'are at most 1 %% of healthy ones, and at most 10 %% of those doubled for four weeks (%d)',
    seed => {
      expect(found(seed, healthy)).toBeLessThanOrEqual(0.01);
      expect(found(seed, doubled)).toBeGreaterThanOrEqual(0.9);
    },
  );

  it('stay small where weeks correlate more, or not at all', () => {
    expect(found(4, random => random.series(WEEKS, 0, 0.2))).toBeLessThan(0.01);
    expect(found(5, random => random.series(WEEKS, 0.5, 0.2))).toBeLessThan(
      0.05,
    );
  });
});
